"""Deck files: YAML or JSON to a deck and back, checked and mended."""

from quizgen.deckfile.dump import dump_deck
from quizgen.deckfile.load import Format, format_of, load_deck, read_deck
from quizgen.deckfile.save import replace_file, save_deck

__all__ = ["Format", "dump_deck", "format_of", "load_deck", "read_deck", "replace_file", "save_deck"]
