"""What a deck file says before its cards, changed at its lines alone; and a deck renewed in its file."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from quizgen.deckfile.dump import dump_deck
from quizgen.deckfile.edit import Change, edit_data
from quizgen.deckfile.fix import has_comments
from quizgen.deckfile.format import Format
from quizgen.deckfile.load import read_bytes, read_deck, read_located
from quizgen.deckfile.merge import Merged
from quizgen.deckfile.plain import deck_fields
from quizgen.deckfile.save import replace_file
from quizgen.deckfile.spans import locate_deck
from quizgen.deckfile.splice import OverlapError, applied, changed
from quizgen.deckfile.text import printable
from quizgen.errors import DeckError
from quizgen.model.deck import Deck


def write_over(path: str | Path, before: bytes, after: bytes) -> None:
    """Puts a deck's new bytes in the place of those that they were made from.

    Raises:
        DeckError: the file was changed meanwhile, or it cannot be written; it is then as it was.
    """
    if after == before:
        return
    if read_bytes(path) != before:
        raise DeckError("the file was changed by another program just now", printable(str(path)), "Try again.")
    replace_file(path, after)


def merged_data(data: bytes, name: str, form: Format, merged: Merged) -> bytes:
    """The bytes of a deck file renewed: ``data`` itself where nothing changes.

    Args:
        data: as they are.
        name: what messages call the file.
        form: how it is written.
        merged: what shall stand there.

    Raises:
        DeckError: its comments cannot be kept.
    """
    loaded = read_located(data, name, form)
    if merged.deck == loaded.deck:
        return data
    whole = dump_deck(merged.deck, form)
    if form == "json" or dump_deck(loaded.deck, form) == data:
        return whole
    if (edited := _at_its_lines(data, name, form, loaded.deck, merged)) is not None:
        return edited
    if has_comments(data, name):
        hint = "Put its keys, and the dash of each card, on lines of their own."
        raise DeckError("the deck cannot be changed without losing its comments", printable(name), hint)
    return whole


def _at_its_lines(data: bytes, name: str, form: Format, before: Deck, merged: Merged) -> bytes | None:
    """The file with only the lines changed that must be; None where its layout does not let them."""
    try:
        edited, _ = edit_data(data, name, form, list(_changes(before, merged)))
        edited = _with_head(edited, before, merged.deck)
        return edited if read_deck(edited, name, form) == merged.deck else None
    except (DeckError, OverlapError):
        return None


def _changes(deck: Deck, merged: Merged) -> Iterator[Change]:
    after = {card.id: card for card in merged.deck.cards}
    for card in deck.cards:
        yield Change(card, after[card.id])
    for card_id, behind in merged.behind.items():
        yield Change(None, after[card_id], behind)


def _with_head(data: bytes, before: Deck, after: Deck) -> bytes:
    """A YAML file in block style with the keys but the cards those of ``after``."""
    text = data.decode("utf-8-sig")
    span = locate_deck(text)
    head = replace(span, fields={key: field for key, field in span.fields.items() if key != "cards"})
    old = deck_fields(before)
    new = {key: value for key, value in deck_fields(after).items() if key in head.fields or value != old.get(key)}
    edited = applied(text, list(changed(text, head, old, new)))
    return (codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b"") + edited.encode()
