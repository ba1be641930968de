"""Acronyms: what the letters stand for, where the text itself says so."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from quizgen.kinds import Kind
from quizgen.language import data
from quizgen.language.entity import Entity
from quizgen.language.gazetteer import country, is_country_name, neighbours
from quizgen.language.pattern import Pattern
from quizgen.language.understanding import Understanding
from quizgen.model.document import Span
from quizgen.model.fact import AnswerType, Dropped, Fact, Question

_LETTERS = Pattern(r"[A-Z][A-Za-z]*[A-Z]")
_SKIPPED = frozenset("of the and for in on to a an at by with &".split())
_EVERYDAY = frozenset("MOU MoU CEO CFO COO CTO VIP PDF DVD USB ATM FAQ GDP NGO HIV DNA RNA".split())
"""Letters that everybody uses as a word."""
_SHORTEST = 3
"""Letters of an acronym worth asking, at the least."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Acronym(Fact):
    """Letters and the name they stand for."""

    letters: str
    name: str


def find(u: Understanding) -> Iterator[Acronym | Dropped]:
    """Yield the acronyms that a document defines."""
    for entity in u.aliases.entities:
        if not entity.acronym or not entity.mentions:
            continue
        place = _definition(u, entity)
        if place is None:
            continue
        if len(entity.acronym) < _SHORTEST or not _fits(entity.acronym, entity.name):
            yield Dropped(rule="defined", guard="letters-do-not-fit", span=place)
            continue
        if entity.acronym in _EVERYDAY:
            yield Dropped(rule="defined", guard="everyday-word", span=place)
            continue
        yield Acronym(
            rule="defined", subject=entity.acronym, evidence=(u.proof(place),), letters=entity.acronym,
            name=entity.name, guards=("defined-here", "letters-fit"),
        )  # fmt: skip


def _definition(u: Understanding, entity: Entity) -> Span | None:
    """Where the name stands with its letters in brackets, or the letters with the name."""
    letters, name = re.escape(entity.acronym), r"\s+".join(map(re.escape, entity.name.split()))
    for mention in entity.mentions:
        start = max(0, mention.span.start - len(entity.acronym) - 3)
        window = u.text[start : mention.span.end + len(entity.acronym) + len(entity.name) + 6]
        if f"({entity.acronym})" not in window and f"{entity.acronym} (" not in " ".join(window.split()):
            continue  # most mentions: a pattern of its own for each name costs more than looking
        if found := re.search(rf"\b{name}\s+\({letters}\)|\b{letters}\s+\({name}\)", window):
            return Span(start + found.start(), start + found.end())
    return None


def _fits(letters: str, name: str) -> bool:
    """Whether the letters are the first ones of the name's words, small words aside."""
    if not _LETTERS.fullmatch(letters) or not letters.isupper():
        return False
    words = [word for word in re.split(r"[\s/-]+", name) if word]
    initials = "".join(word[0] for word in words if word.lower() not in _SKIPPED).upper()
    return initials == letters or _fits_with_small(letters, words)


def _fits_with_small(letters: str, words: Sequence[str]) -> bool:
    """Whether some of the small words have letters too: SFMOMA takes the "of" of its name."""
    left = letters
    for word in words:
        if left.startswith(word[0].upper()):
            left = left[1:]
        elif word.lower() not in _SKIPPED:
            return False
    return not left


def ask(fact: Acronym, u: Understanding) -> Iterator[Question]:
    """Yield what the letters stand for."""
    yield Question(
        aspect="what", text=f"What does {fact.letters} stand for?", answer=fact.name, value=fact.name,
        type=AnswerType.PHRASE, choices=tuple(_expansions(fact.name)),
    )  # fmt: skip


def _expansions(name: str) -> Iterator[str]:
    """Names with the same letters: in each another word has changed for one of its class, the last words first."""
    words = name.split()
    others = [[] if _describes(words, i) else _others(words, i) for i in range(len(words))]
    if sum(map(len, others)) < _LEAST and not words[-1].endswith("s"):
        others[-1] = _alike_in("body", words[-1], {word.lower() for word in words}, len(name))
    for turn in range(_TURNS):
        for i in range(len(words) - 1, -1, -1):
            if turn < len(others[i]):
                yield " ".join([*words[:i], others[i][turn], *words[i + 1 :]])


def _describes(words: Sequence[str], i: int) -> bool:
    """Whether a word tells of what no list has, beside which hardly another could stand: *Foreign* Countries."""
    behind = words[i + 1] if i + 1 < len(words) else "of"
    return behind[0].isupper() and behind not in _classes() and country(behind) is None


_TURNS = 3
_LEAST = 2
"""Other names, below which the last word may become any that closes the name of a body."""
_ALIKE = 4
"""Letters that two words may not have in common at their beginnings."""


def _others(words: list[str], i: int) -> list[str]:
    """What could stand in a name in place of one of its words: a word of its class, or a country near by."""
    word = words[i]
    used = {other.lower() for other in words}
    if is_country_name(word):
        own = country(word)
        near = neighbours(own.name) if own is not None else ()
        return [name for name in near if name[0] == word[0] and " " not in name and name.lower() not in used]
    if not word[0].isupper() or (country(word) is not None and word not in _classes()):
        return []
    ends = i + 1 == len(words) or words[i + 1].lower() in _SKIPPED
    classes = [c for c in _classes().get(word, ()) if c not in _LAST or ends]
    alike = (_alike_in(c, word, used, len(" ".join(words))) for c in classes)
    return list(dict.fromkeys(other for found in alike for other in found))


def _alike_in(name: str, word: str, used: Collection[str], turn: int) -> list[str]:
    """The words of a class that begin with the same letter and are no others of the name, from a turn on."""
    found = [
        other for other in _words()[name]
        if other[0] == word[0] and other.lower() not in used and other[:_ALIKE] != word[:_ALIKE]
    ]  # fmt: skip
    turn %= max(1, len(found))
    return [*found[turn:], *found[:turn]]


_LAST = frozenset(["body", "gathering", "programme", "device", "place"])
"""Classes of words that close a name, or a part of it before "of"."""


@cache
def _words() -> dict[str, tuple[str, ...]]:
    """Words of which names are made, by their classes."""
    lines = (line.partition(": ") for line in data.lines("name_words.txt"))
    return {name: tuple(listed.split()) for name, _, listed in lines}


@cache
def _classes() -> dict[str, list[str]]:
    """The classes of each such word."""
    found: dict[str, list[str]] = {}
    for name, listed in _words().items():
        for word in listed:
            found.setdefault(word, []).append(name)
    return found


KIND = Kind(name="acronym", rules=("defined",), find=find, ask=ask, worth=0.45)
