"""Progress carried from one machine to another: logs as files, merged by the ids of their rows."""
