"""A deck file put into its canonical form; one with comments keeps them, and gets only the ids it lacks."""

from __future__ import annotations

import codecs
from typing import cast

from yaml.events import ScalarEvent

from quizgen.deckfile.dump import dump_deck
from quizgen.deckfile.events import Mark, yaml_events
from quizgen.deckfile.format import Format
from quizgen.deckfile.load import read_deck
from quizgen.deckfile.schema import Loaded
from quizgen.deckfile.text import printable
from quizgen.errors import DeckError


def fix(data: bytes, loaded: Loaded, form: Format) -> bytes:
    """The file as it should be: the same deck, with every id written; ``data`` itself where nothing is to do.

    Args:
        data: the file's bytes.
        loaded: what `read_located` made of them.
        form: how they are written.

    Raises:
        DeckError: where ids cannot be written without losing comments.
    """
    if form == "json" or not has_comments(data, loaded.name):
        return dump_deck(loaded.deck, form)
    return with_ids(data, loaded) if loaded.unnamed else data


def has_comments(data: bytes, name: str) -> bool:
    """Whether a ``#`` stands outside all texts of a YAML file that loads."""
    text = data.decode("utf-8-sig")
    end = 0
    for event in yaml_events(text.encode(), name):
        if type(event) is not ScalarEvent:
            continue
        start = cast(Mark, event.start_mark).index
        if text.find("#", end, start) >= 0:
            return True
        end = cast(Mark, event.end_mark).index
        if event.style in ("|", ">") and "#" in text[start:end].split("\n", 1)[0]:
            return True
    return "#" in text[end:]


def with_ids(data: bytes, loaded: Loaded) -> bytes:
    """A YAML file with the ids that cards lack as their first keys, and not another character changed."""
    text = data.decode("utf-8-sig")
    newline = "\r\n" if "\r\n" in text else "\n"
    parts: list[str] = []
    end = 0
    for number in loaded.unnamed:
        mark, key = loaded.places[number], f"id: {loaded.deck.cards[number].id}"
        at = mark.index + (text[mark.index] == "{")
        parts += (text[end:at], f"{key}, " if at > mark.index else f"{key}{newline}{' ' * mark.column}")
        end = at
    edited = "".join((*parts, text[end:])).encode()
    if read_deck(edited, loaded.name) != loaded.deck:
        message = "the ids cannot be written without losing comments"
        raise DeckError(message, printable(loaded.name), "Begin each card on a line of its own: - question: ...")
    return (codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b"") + edited
