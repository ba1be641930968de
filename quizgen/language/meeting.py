"""The two people whose meeting or call a document reports, who are "the two leaders" in it."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.language.aliases import Aliases, Entity
from quizgen.language.inflection import base_form
from quizgen.language.names import Mention, NameKind
from quizgen.language.sentences import Sentence

_MEETING = frozenset(["meet", "speak", "talk", "call", "host", "welcome", "hold", "receive", "visit"])
_EACH_OTHER = frozenset(["meet", "speak", "talk"])
"""What two do with each other: "Chen and Rivas met"."""
_NEAR = 4
"""Words behind the verb among which "with" tells of others: "met yesterday with leaders"."""
_OPENING = 3
"""Sentences of the text within which a report says who met."""


def two_who_meet(
    sentences: Sequence[Sentence], mentions: Sequence[Sequence[Mention]], aliases: Aliases
) -> tuple[Entity, Entity] | None:
    """The two, in the order of their names; None where fewer or more than two may be meant."""
    opening = [s for s in sentences if not s.heading][:_OPENING]
    for sentence in opening:
        named = [(m.span, e) for m in mentions[sentence.index] if (e := aliases.at(m)) and e.kind is NameKind.PERSON]
        people = list({id(e): e for _, e in named}.values())
        verb = next(
            (w for w in sentence.words if w.tag in ("VBD", "VBN", "VBZ") and base_form(w.lower) in _MEETING), None
        )
        if not people or verb is None:
            continue
        before = sum(span.end <= verb.start for span, _ in named)
        behind = sentence.words.index(verb) + 1
        others = any(w.lower in ("with", "to", "by") for w in sentence.words[behind : behind + _NEAR])
        together = before == len(named) and base_form(verb.lower) in _EACH_OTHER and not others
        parted = len(people) == 2 and (before == 1 or together)
        return (people[0], people[1]) if parted and all(p.titles for p in people) else None
    return None
