"""Acronyms: what the letters stand for, where the text itself says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from quizgen.kinds import Kind
from quizgen.language import data
from quizgen.language.entity import Entity
from quizgen.language.gazetteer import country, country_names, is_country_name
from quizgen.language.understanding import Understanding
from quizgen.model.document import Span
from quizgen.model.fact import AnswerType, Dropped, Fact, Question

_LETTERS = re.compile(r"[A-Z][A-Za-z]*[A-Z]")
_SKIPPED = frozenset("of the and for in on to a an at by with &".split())
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
    words = [word for word in re.split(r"[\s/-]+", name) if word.lower() not in _SKIPPED]
    return "".join(word[0] for word in words if word).upper() == letters


def ask(fact: Acronym, u: Understanding) -> Iterator[Question]:
    """Yield what the letters stand for."""
    yield Question(
        aspect="what", text=f"What does {fact.letters} stand for?", answer=fact.name, value=fact.name,
        type=AnswerType.PHRASE, choices=tuple(_expansions(fact.name)),
    )  # fmt: skip


def _expansions(name: str) -> Iterator[str]:
    """Names with the same letters: in each another word has changed, the last ones first."""
    words = name.split()
    for turn in range(_TURNS):
        for i in range(len(words) - 1, -1, -1):
            others = _others(words, i)
            if turn < len(others):
                yield " ".join([*words[:i], others[turn], *words[i + 1 :]])


_TURNS = 3


def _others(words: list[str], i: int) -> list[str]:
    """What could stand in a name in place of one of its words: another country, another noun at the end of a phrase."""
    word = words[i]
    if word.lower() in _SKIPPED or word.endswith("s") or "'" in word or "’" in word or "-" in word:
        return []
    used = {other.lower() for other in words}
    if country(word) and not is_country_name(word):
        return []
    if country(word):
        names = [name for name in country_names() if name[0] == word[0] and " " not in name]
        return [name for name in names if name.lower() not in used and country(name) != country(word)]
    ends = i + 1 == len(words) or words[i + 1].lower() in _SKIPPED
    found = _words()["head" if ends else "before"]
    alike = [other for other in found if other[0] == word[0] and other.lower() not in used and other[:4] != word[:4]]
    turn = len(" ".join(words)) % max(1, len(alike))
    return [*alike[turn:], *alike[:turn]]


@cache
def _words() -> dict[str, tuple[str, ...]]:
    """Words of which names are made, by where they stand."""
    lines = (line.partition(": ") for line in data.lines("name_words.txt"))
    return {place: tuple(listed.split()) for place, _, listed in lines}


KIND = Kind(name="acronym", rules=("defined",), find=find, ask=ask, worth=0.45)
