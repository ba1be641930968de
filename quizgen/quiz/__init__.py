"""A paper: cards picked from decks, each asked in one way, in an order that follows from a seed."""
