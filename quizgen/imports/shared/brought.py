"""What a file of another program brings: questions, and what could not be taken over."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from quizgen.deckfile.identity import ProvisionalIds
from quizgen.model.card import Card
from quizgen.model.characters import ILLEGAL
from quizgen.model.deck import Source
from quizgen.quiz.item import MATCH

_TRUTHS = {"True": "False", "False": "True"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A question as a file holds it, in plain text."""

    question: str
    right: tuple[str, ...]
    """The answers that count, the best first."""
    wrong: tuple[str, ...] = ()
    id: str = ""
    """As the file carries it; empty where it carries none."""
    context: str = ""
    note: str = ""
    tags: tuple[str, ...] = ()
    media: bool = False
    """It has pictures or sounds, which no deck holds."""


class Left(NamedTuple):
    """A question that could not be taken over."""

    question: str
    reason: str


class Brought(NamedTuple):
    """The cards of a file."""

    cards: tuple[Card, ...]
    left: tuple[Left, ...] = ()
    title: str = ""
    """As the file tells it; empty where it tells none."""
    sources: tuple[Source, ...] = ()
    """The documents that the cards' evidence stands in."""
    without_media: int = 0
    """How many cards had pictures or sounds."""


class ImportFormat(NamedTuple):
    """One way in which other programs keep questions."""

    title: str
    """As people call it: "Moodle XML"."""
    suffixes: tuple[str, ...]
    """Endings of its files, with the dot."""
    signs: Callable[[bytes], bool]
    """Whether the first bytes of a file look like it."""
    read: Callable[[bytes], Brought]
    """The cards in such a file; `QuizgenError` where it is none."""


def brought(found: Sequence[Found | Left], title: str = "") -> Brought:
    """Cards of what was found, each with the file's id or one from its question; what no deck may hold stays out."""
    left: list[Left] = []
    kept: list[Found] = []
    for one in found:
        if isinstance(one, Left):
            left.append(one)
        elif reason := _unfit(one):
            left.append(Left(one.question, reason))
        else:
            kept.append(one)
    ids = ProvisionalIds(())
    taken: set[str] = set()
    cards = []
    for one in kept:
        name = " ".join(one.id.split())
        if not name or name in taken:
            name = ids.give(one.question, one.right[0])
        taken.add(name)
        cards.append(_card(one, name))
    media = sum(one.media for one in kept)
    return Brought(tuple(cards), tuple(left), " ".join(ILLEGAL.sub(" ", title).split()), without_media=media)


def _unfit(one: Found) -> str:
    if not one.question.strip():
        return "it has no question"
    if not one.right or not one.right[0].strip():
        return "it has no right answer"
    texts = (one.id, one.question, one.context, one.note, *one.right, *one.wrong, *one.tags)
    return "it holds control characters" if any(map(ILLEGAL.search, texts)) else ""


def _card(one: Found, name: str) -> Card:
    accept = tuple(dict.fromkeys(text for text in one.right[1:] if text.strip() and text != one.right[0]))
    wrong = tuple(dict.fromkeys(text for text in one.wrong if text.strip() and text not in one.right))
    return Card(
        id=name, question=one.question, answer=one.right[0], context=one.context or None, accept=accept,
        distractors=wrong, note=one.note or None, tags=tuple(dict.fromkeys(filter(None, one.tags))),
    )  # fmt: skip


def true_or_false(stem: str, *, right: bool) -> Found:
    """A statement that is to be judged."""
    answer = str(right)
    return Found(question=stem, right=(answer,), wrong=(_TRUTHS[answer],))


def matched(stem: str, pairs: Sequence[tuple[str, str]], name: str = "") -> list[Found]:
    """One question for each pair of a matching, the others' answers its wrong choices."""
    occasion = stem.strip().removesuffix(MATCH).strip()
    answers = [answer for _, answer in pairs]
    return [
        Found(question=asked, right=(answer,), wrong=tuple(a for a in answers if a != answer), context=occasion,
              id=f"{name}-{number}" if name else "")
        for number, (asked, answer) in enumerate(pairs, 1) if asked.strip()
    ]  # fmt: skip
