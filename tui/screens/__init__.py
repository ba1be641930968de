"""What fills the terminal, one screen a file; each is imported when it is first shown."""
