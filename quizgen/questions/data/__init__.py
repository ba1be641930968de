"""Small lists of well-known names, used for wrong choices where a document has too few of its own."""
