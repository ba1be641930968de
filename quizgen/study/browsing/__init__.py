"""Browsing: every card of every deck, filtered and sorted by the database, read a screenful at a time."""
