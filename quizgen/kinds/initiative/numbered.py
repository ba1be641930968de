"""Resolutions that have a number for a name: "Security Council resolution 2334"."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.kinds.initiative.titles import Named
from quizgen.language.entity import Entity
from quizgen.language.names import NameKind
from quizgen.language.pattern import Pattern
from quizgen.language.sentences import Sentence
from quizgen.language.understanding import Understanding

_NUMBER = Pattern(r"\d{1,4}(?:/\d{1,4})?")
_NAME = Pattern(r"(?P<lead>.+ (?:[Rr]esolution|[Dd]ecision) (?:\d+/)?)(?P<number>\d{1,4})")
_STEPS = (-13, 9, 22, -6)
"""How far off the numbers of wrong choices are."""
_NOUNS = frozenset(["resolution", "decision"])


def numbered(u: Understanding, sentence: Sentence) -> Iterator[Named]:
    """Yield the resolutions of a named body, with their numbers."""
    words = sentence.words
    for mention in u.mentions[sentence.index]:
        inside = words[mention.last].lower in _NOUNS and mention.last > mention.first
        noun = mention.last if inside else mention.last + 1
        if noun + 1 >= len(words) or words[noun].lower not in _NOUNS or not _NUMBER.fullmatch(words[noun + 1].text):
            continue
        if not inside and mention.kind is not NameKind.ORGANISATION:
            continue
        end = noun + 2
        if [w.text for w in words[end : end + 3 : 2]] == ["(", ")"] and words[end + 1].tag == "CD":
            end += 3  # resolution 2334 (2016)
        name = " ".join(u.text[words[mention.first].start : words[noun + 1].end].split())
        entity = Entity(name, NameKind.PROGRAMME, "A", names={name: 1})
        yield Named(entity, mention.first, end, words[noun].lower)


def numbered_like(name: str) -> tuple[str, ...]:
    """Resolutions of the same body with numbers near by; none for other names."""
    found = _NAME.fullmatch(name)
    if found is None:
        return ()
    last = int(found["number"])
    return tuple(f"{found['lead']}{last + step}" for step in _STEPS if last + step > 0)
