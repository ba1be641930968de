"""A deck file cut into pieces at the beginnings of cards, so that an edit is found by comparing the pieces."""

from __future__ import annotations

import codecs
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import pairwise

from quizgen.deckfile.events import Mark

CARDS = 128
"""Cards in a piece as a deck is first cut."""
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Piece:
    """Some bytes of a deck file."""

    first: int
    """Number, later the position, of the first card that begins in it; of the head, which holds none, -1."""
    size: int
    hash: bytes


def cut(data: bytes, places: Sequence[Mark]) -> list[Piece]:
    """The head of the file, and its cards in pieces; none where cards do not each begin a line of their own.

    Args:
        data: a YAML deck's bytes, without a byte-order mark.
        places: where each card begins.
    """
    numbers = range(0, len(places), CARDS)
    offsets = _line_starts(data, [places[number].index for number in numbers])
    if offsets is None or not offsets:
        return []
    ends = [*offsets[1:], len(data)]
    head = _piece(data, -1, 0, offsets[0])
    return [head, *(_piece(data, *part) for part in zip(numbers, offsets, ends, strict=True))]


def _piece(data: bytes, first: int, start: int, end: int) -> Piece:
    return Piece(first, end - start, digest(data[start:end]))


def digest(data: bytes) -> bytes:
    """What tells one piece from another."""
    return blake2b(data, digest_size=20).digest()


def _line_starts(data: bytes, indexes: Sequence[int]) -> list[int] | None:
    """The offsets of the lines in which cards begin, all indented alike; None where they are not."""
    starts, indents = [], set()
    for offset in _offsets(data, indexes):
        start = data.rfind(b"\n", 0, offset) + 1
        before = data[start:offset]
        if before.strip(b" ") != b"-" or not before.endswith(b" "):
            return None
        starts.append(start)
        indents.add(before.index(b"-"))
    return starts if len(indents) <= 1 and all(a < b for a, b in pairwise(starts)) else None


def _offsets(data: bytes, indexes: Sequence[int]) -> Iterator[int]:
    """Byte offsets of characters that are counted, growing."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    characters, offset, wanted = 0, 0, iter(indexes)
    index = next(wanted, None)
    for start in range(0, len(data), _CHUNK):
        text = decoder.decode(data[start : start + _CHUNK])
        done = 0
        while index is not None and index < characters + len(text):
            offset += len(text[done : index - characters].encode())
            done = index - characters
            yield offset
            index = next(wanted, None)
        offset += len(text[done:].encode())
        characters += len(text)


@dataclass(frozen=True, slots=True)
class Edit:
    """What lies between the pieces that stayed as they were."""

    before: int
    """Pieces that stayed, from the head on."""
    after: int
    """Pieces that stayed, up to the end."""
    data: bytes
    """What stands between them now; empty where nothing changed."""


def compare(data: bytes, pieces: Sequence[Piece]) -> Edit | None:
    """Find what changed in a file that was cut before.

    Args:
        data: the file's bytes now, without a byte-order mark.
        pieces: as it was cut.

    Returns:
        The edit; None where the head changed, or all did.
    """
    before, start = 0, 0
    for piece in pieces:
        if digest(data[start : start + piece.size]) != piece.hash:
            break
        start += piece.size
        before += 1
    if before == len(pieces):
        return Edit(before, 0, b"") if start == len(data) else Edit(before - 1, 0, data[start - pieces[-1].size :])
    after, end = 0, len(data)
    for piece in reversed(pieces[before:]):
        if end - piece.size < start or digest(data[end - piece.size : end]) != piece.hash:
            break
        end -= piece.size
        after += 1
    return Edit(before, after, data[start:end]) if before else None
