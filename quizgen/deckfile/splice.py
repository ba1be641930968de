"""One card changed in a deck file's text: the splices that do it, at that card's lines alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from quizgen.deckfile.dump import entry, on_line, rows_of, value_of
from quizgen.deckfile.plain import card_fields
from quizgen.deckfile.scalars import in_block
from quizgen.deckfile.spans import CardSpan, Field, is_dashed, line_end, line_start
from quizgen.model.card import Card

ORDER = tuple(
    "quizgen id title language description source "
    "fact kind context question answer value accept distractors evidence derived note tags suspended retired".split()
)
"""Keys of decks and cards in the order of the format."""


@dataclass(frozen=True, slots=True)
class Splice:
    """A piece of text put in the place of another."""

    start: int
    end: int
    text: str


class OverlapError(Exception):
    """Two splices would change the same place."""


def applied(text: str, splices: Sequence[Splice]) -> str:
    """The text with all of them done; its own line breaks are used.

    Raises:
        OverlapError: where two of them meet.
    """
    newline = "\r\n" if "\r\n" in text else "\n"
    ordered = sorted(splices, key=lambda splice: (splice.start, splice.end))
    if any(first.end > second.start for first, second in pairwise(ordered)):
        raise OverlapError
    parts: list[str] = []
    at = 0
    for splice in ordered:
        parts += (text[at : splice.start], splice.text.replace("\n", newline))
        at = splice.end
    return "".join((*parts, text[at:]))


def whole(text: str, span: CardSpan, after: Card) -> Iterator[Splice]:
    """The card written anew; comments inside it go above it."""
    comments = span.comments
    if span.flow:
        above = "".join(f"{comment}\n{' ' * span.column}" for comment in comments)
        yield Splice(span.start, span.end, above + on_line(card_fields(after)))
        return
    behind = _behind(text, span.end)
    comments += (behind,) if behind else ()
    yield from _above(text, span.start, comments)
    end = line_end(text, span.end) if behind else span.end
    yield Splice(span.start, end, rows_of(card_fields(after), " " * span.column))


def fields(text: str, span: CardSpan, before: Card, after: Card) -> Iterator[Splice]:
    """Only the fields that differ; a card in braces, or in a list of another make, is written anew."""
    if span.flow or not is_dashed(text, span.start):
        yield from whole(text, span, after)
        return
    yield from changed(text, span, card_fields(before), card_fields(after))


def changed(text: str, span: CardSpan, old: dict[str, Any], new: dict[str, Any]) -> Iterator[Splice]:
    """The fields that differ, of a card or a deck in block style."""
    for key in {**old, **new, "id": None}:
        field = span.fields.get(key)
        if field is None:
            if key in new:
                yield _added(text, span, key, new[key])
        elif key not in new:
            if key in old:
                yield from _removed(text, span, field)
        elif old.get(key) != new[key]:
            yield from _replaced(text, span, field, new[key])


def _replaced(text: str, span: CardSpan, field: Field, value: object) -> Iterator[Splice]:
    if isinstance(value, str) and _behind(text, field.end):
        written = f" {in_block(str(value))}"  # in several lines, the comment behind would become one of them
    else:
        written = value_of(value, " " * span.column)
    yield from _above(text, field.start, field.comments)
    yield Splice(field.colon, field.end, written)


def _removed(text: str, span: CardSpan, field: Field) -> Iterator[Splice]:
    behind = _behind(text, field.end)
    comments = (*field.comments, behind) if behind else field.comments
    if field.start == span.start:
        following = [other.start for other in span.fields.values() if other.start > field.start]
        yield from _above(text, field.start, comments)
        yield Splice(field.start, min(following), "")
        return
    start = max(0, line_end(text, max(0, _line_before(text, field.start))))
    kept = "".join(f"\n{' ' * span.column}{comment}" for comment in comments)
    yield Splice(start, line_end(text, field.end), kept)


def _added(text: str, span: CardSpan, key: str, value: object) -> Splice:
    """Behind the last of the fields that come before it by the order of keys."""
    rank = _rank(key)
    earlier = [field for name, field in span.fields.items() if _rank(name) < rank]
    indent = " " * span.column
    if not earlier:
        return Splice(span.start, span.start, f"{entry(key, value, indent)}\n{indent}")
    at = line_end(text, max(field.end for field in earlier))
    return Splice(at, at, f"\n{indent}{entry(key, value, indent)}")


def _rank(key: str) -> int:
    return ORDER.index(key) if key in ORDER else len(ORDER)


def _above(text: str, at: int, comments: Sequence[str]) -> Iterator[Splice]:
    """Comments on lines of their own above the line of a place, indented as it is."""
    start = line_start(text, at)
    line = text[start:at]
    indent = line[: len(line) - len(line.lstrip(" "))]
    if comments:
        yield Splice(start, start, "".join(f"{indent}{comment}\n" for comment in comments))


def _behind(text: str, at: int) -> str:
    """The comment behind a value on its line; empty where there is none."""
    rest = text[at : line_end(text, at)].strip()
    return rest if rest.startswith("#") else ""


def _line_before(text: str, at: int) -> int:
    """Where the line before that of a place begins."""
    return line_start(text, max(0, line_start(text, at) - 1))
