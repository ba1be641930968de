"""What the log tells of one's learning: figures, and the one line that says what they come to."""
