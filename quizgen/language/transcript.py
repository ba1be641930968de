"""The turns of a transcript: whose "I" a sentence holds, from one speaker's name to the next."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from quizgen.language.author import Author
from quizgen.language.entity import Entity
from quizgen.language.names import NameKind
from quizgen.language.once import once
from quizgen.language.speech import Speech
from quizgen.language.speech.names import Rule
from quizgen.language.understanding import Understanding


class Turn(NamedTuple):
    """What one speaker says before the next."""

    start: int
    """Offset of the name that opens it; it ends where the next one starts."""
    author: Author | None
    """Who speaks; None where that is not certain."""


@once
def turns(u: Understanding) -> tuple[Turn, ...]:
    """The turns of a transcript in their order; empty for a text in which no two people speak in turn."""
    opened = [s for s in u.speech if s.rule is Rule.TRANSCRIPT]
    if len({s.speaker.of(u.text) for s in opened}) < 2:
        return ()
    found = []
    for speech in opened:
        person = _person(u, speech)
        found.append(Turn(speech.speaker.start, Author(_called(person), person, speech.speaker) if person else None))
    return tuple(found)


def _person(u: Understanding, speech: Speech) -> Entity | None:
    """Who a turn's name is: the one it resolves to, or the only one of that surname, whatever its capitals."""
    who = u.speaker_of(speech)
    if who is not None and len(who.entities) == 1 and who.entities[0].kind is NameKind.PERSON:
        return who.entities[0]
    surname = speech.speaker.of(u.text).split()[-1].lower()
    fitting = [person for person in u.aliases.people() if person.surname.lower() == surname]
    return fitting[0] if len(fitting) == 1 else None


def _called(person: Entity) -> str:
    """Somebody as an answer: by the full name, or a bare surname with the office told of it."""
    title = min(person.titles, default="") if " " not in person.name else ""
    return f"{title.title() if title.isupper() else title} {person.name}".strip()


def author_at(u: Understanding, offset: int) -> Author | None:
    """Who says "I" at a place: the speaker of its turn, or the document's author; None where nobody is certain."""
    spoken = turns(u)
    if not spoken:
        return u.author
    at = bisect_right(spoken, offset, key=lambda turn: turn.start) - 1
    return spoken[at].author if at >= 0 else None
