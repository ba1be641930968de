"""The terminal application: home, study, summary and help, and the line mode beside it."""
