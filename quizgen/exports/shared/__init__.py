"""What formats have in common: the record of a format, its losses, and the check that all came through."""
