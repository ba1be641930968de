"""Cards of a deck file that lies in the library changed: of the file, only the pieces they stand in are read.

What stands between a piece's bytes is a deck of its own to the editor; so whatever it proves of a piece, that only
the cards meant have changed, holds for the file.
"""

from __future__ import annotations

import codecs
import sqlite3
from bisect import bisect_right
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import ExitStack, suppress
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from quizgen.deckfile.edit import Change, edit_data
from quizgen.deckfile.identity import ProvisionalIds
from quizgen.deckfile.load import read_bytes, read_deck
from quizgen.deckfile.save import replace_file, replacing
from quizgen.deckfile.tagged import with_tags
from quizgen.errors import DeckError
from quizgen.model.card import Card
from quizgen.study.library import rows
from quizgen.study.library.filling import ALONE, known_pieces, writing
from quizgen.study.library.pieces import Piece, compare, digest
from quizgen.study.library.stamp import Progress, Stamp
from quizgen.study.library.tables import PLACES

_CHUNK = 1 << 20
_POSITIONS = f"SELECT card.position, {rows.CARD_COLUMNS} FROM card JOIN body USING (position)"


class WholeNeededError(Exception):
    """The file has to be edited as a whole."""


def edit_pieces(connection: sqlite3.Connection, file: Path, row: int, changes: Sequence[Change]) -> None:
    """Change, add or remove a few cards.

    Args:
        connection: to the library.
        file: the deck file.
        row: of the deck.
        changes: at most one of each card.

    Raises:
        WholeNeededError: nothing was written.
        DeckError: the file cannot be read or written; it is as it was.
    """
    data, pieces = _matched(connection, file, row)
    by_piece: dict[int, list[Change]] = {}
    for change in changes:
        by_piece.setdefault(_piece_of(connection, row, pieces, change), []).append(change)
    parts = _parts(data, pieces)
    for number, found in by_piece.items():
        before, blank = _without_blank_lines(parts[number - 1])  # those before a card go with it
        edited, _ = _edited(blank + bytes(parts[number]), [_named(connection, row, change) for change in found])
        parts[number - 1], parts[number] = before, edited
    _write(file, data, parts)


def rewrite_pieces(
    connection: sqlite3.Connection,
    file: Path,
    row: int,
    cards: Collection[str],
    change: Callable[[Card], Card],
    progress: Progress,
) -> None:
    """Change many cards alike, in the library as well.

    Args:
        connection, file, row: as for `edit_pieces`.
        cards: the ids of those to change.
        change: gives each as it shall be, with the same id.
        progress: told of the share done; what it raises ends it, and nothing is written.

    Raises:
        WholeNeededError, DeckError: as for `edit_pieces`.
    """
    data, pieces = _matched(connection, file, row)
    with writing(connection), ExitStack() as files:
        beside: BinaryIO | None = None  # until something has changed
        start = 0
        for number, part in enumerate(_parts(data, pieces)):
            wanted = _wanted(connection, row, pieces, number, cards, change) if number else {}
            written: bytes | memoryview = part
            if any(before != after for before, after in wanted.values()):
                written = _rewritten(bytes(part), wanted)
                if beside is None:
                    beside = files.enter_context(replacing(file))
                    beside.write(memoryview(data)[:start])
                _put(connection, row, number, written, wanted)
            if beside is not None:
                beside.write(written)
            start += len(part)
            progress(number / len(pieces))
        if not _still_holds(file, data):
            raise WholeNeededError  # which then meets what another program wrote
        files.close()
        stamp = Stamp.of(file)
        if stamp is not None:
            connection.execute("UPDATE deck SET size = ?, mtime = ?, ctime = ? WHERE row = ?", (*stamp.values, row))


def _matched(connection: sqlite3.Connection, file: Path, row: int) -> tuple[bytes, list[Piece]]:
    """The file's bytes, and the pieces that it was cut into.

    Raises:
        WholeNeededError: it was not cut, or is not as it was read.
    """
    data, pieces = read_bytes(file), known_pieces(connection, row)
    found = compare(data.removeprefix(codecs.BOM_UTF8), pieces) if pieces else None
    if found is None or found.before != len(pieces) or found.data:
        raise WholeNeededError
    return data, pieces


def _parts(data: bytes, pieces: Sequence[Piece]) -> list[bytes | memoryview]:
    """The bytes of each piece, not copied; a byte-order mark stays with the head."""
    whole, start = memoryview(data), len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0
    parts: list[bytes | memoryview] = [whole[: start + pieces[0].size]]
    start += pieces[0].size
    for piece in pieces[1:]:
        parts.append(whole[start : start + piece.size])
        start += piece.size
    return parts


def _without_blank_lines(part: bytes | memoryview) -> tuple[bytes, bytes]:
    """A piece up to the end of its last line that is not blank, and the blank ones."""
    data = bytes(part)
    end = data.find(b"\n", len(data.rstrip(b" \r\n"))) + 1
    return (data[:end], data[end:]) if end else (data, b"")


def _piece_of(connection: sqlite3.Connection, row: int, pieces: Sequence[Piece], change: Change) -> int:
    """The number of the piece in which a card stands, or is to stand."""
    if change.before is None:
        if change.behind is not None:
            raise WholeNeededError
        return len(pieces) - 1
    found = connection.execute("SELECT position FROM card WHERE row = ? AND id = ?", (row, change.before.id)).fetchone()
    if found is None:
        raise WholeNeededError
    return bisect_right([piece.first for piece in pieces], found[0]) - 1


def _named(connection: sqlite3.Connection, row: int, change: Change) -> Change:
    """A card that is added gets an id that no other card of the deck has, also in other pieces."""
    new = change.after
    if change.before is not None or new is None:
        return change
    ids = {name for (name,) in connection.execute("SELECT id FROM card WHERE row = ?", (row,))}
    if new.id in ids:
        raise WholeNeededError
    return replace(change, after=new if new.id else replace(new, id=ProvisionalIds(ids).give(new.question, new.answer)))


def _edited(part: bytes, changes: Sequence[Change]) -> tuple[bytes, Mapping[str, Card]]:
    """A piece with cards changed, and all its cards by id.

    Raises:
        WholeNeededError: as a piece alone it cannot be, or none would be left; editing the whole file tells why.
    """
    try:
        edited, deck = edit_data(ALONE + part, "", "yaml", changes)
    except DeckError as error:
        raise WholeNeededError from error
    if not deck.cards or not edited.startswith(ALONE):
        raise WholeNeededError
    return edited.removeprefix(ALONE), {card.id: card for card in deck.cards}


def _wanted(
    connection: sqlite3.Connection,
    row: int,
    pieces: Sequence[Piece],
    number: int,
    cards: Collection[str],
    change: Callable[[Card], Card],
) -> dict[int, tuple[Card, Card]]:
    """The cards of a piece, before and after, by their positions; none where none is meant."""
    first = pieces[number].first
    end = pieces[number + 1].first if number + 1 < len(pieces) else (row + 1) << PLACES
    sql = f"{_POSITIONS} WHERE position >= ? AND position < ? ORDER BY 1"
    found = connection.execute(sql, (first, end)).fetchall()
    if all(card[1] not in cards for card in found):
        return {}
    known = {place: rows.card_from(card) for place, *card in found}
    return {place: (card, change(card) if card.id in cards else card) for place, card in known.items()}


def _rewritten(part: bytes, wanted: Mapping[int, tuple[Card, Card]]) -> bytes:
    """A piece with cards changed: at their tags' lines where that does it, which is proved by reading it.

    Raises:
        WholeNeededError: as `_edited` does.
    """
    before, after = zip(*wanted.values(), strict=True)
    if all(replace(one, tags=other.tags) == other for one, other in zip(before, after, strict=True)):
        tags = [None if one == other else other.tags for one, other in zip(before, after, strict=True)]
        written = with_tags(part.decode(), tags)
        if written is not None and _reads_as(written.encode(), after):
            return written.encode()
    changes = [Change(*pair) for pair in wanted.values() if pair[0] != pair[1]]
    edited, found = _edited(part, changes)
    if any(found[card.id] != card for card in after):
        raise WholeNeededError
    return edited


def _reads_as(part: bytes, cards: tuple[Card, ...]) -> bool:
    with suppress(DeckError):
        return read_deck(ALONE + part, "", "yaml").cards == cards
    return False


def _put(
    connection: sqlite3.Connection, row: int, number: int, part: bytes, cards: Mapping[int, tuple[Card, Card]]
) -> None:
    """Let the library know a piece as it is now."""
    changed = [(place, after) for place, (before, after) in cards.items() if before != after]
    positions = [(place,) for place, _ in changed]
    connection.executemany("DELETE FROM card WHERE position = ?", positions)
    connection.executemany("DELETE FROM body WHERE position = ?", positions)
    connection.executemany(rows.INSERT_CARD, [rows.card_row(place, row, card) for place, card in changed])
    connection.executemany(rows.INSERT_BODY, [rows.body_row(place, card) for place, card in changed])
    connection.execute(
        "UPDATE piece SET size = ?, hash = ? WHERE row = ? AND number = ?", (len(part), digest(part), row, number)
    )


def _write(file: Path, data: bytes, parts: Sequence[bytes | memoryview]) -> None:
    if not _still_holds(file, data):
        raise WholeNeededError  # which then meets what another program wrote
    edited = b"".join(parts)
    if edited != data:
        replace_file(file, edited)


def _still_holds(file: Path, data: bytes) -> bool:
    """Whether a file is as it was read; it is not held in memory once more."""
    place = 0
    try:
        with file.open("rb") as opened:
            while chunk := opened.read(_CHUNK):
                if data[place : place + len(chunk)] != chunk:
                    return False
                place += len(chunk)
    except OSError:
        return False
    return place == len(data)
