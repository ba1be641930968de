"""The people whose meeting or call a document reports, who are "the two leaders" in it."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.language.aliases import Aliases
from quizgen.language.entity import Entity
from quizgen.language.inflection import base_form
from quizgen.language.names import Mention, NameKind
from quizgen.language.sentences import Sentence
from quizgen.language.words import Word
from quizgen.model.document import Span

_MEETING = frozenset(["meet", "speak", "talk", "call", "host", "welcome", "hold", "receive", "visit"])
_EACH_OTHER = frozenset(["meet", "speak", "talk", "have", "hold"])
"""What two do with each other: "Chen and Rivas met"."""
_NEAR = 4
"""Words behind the verb among which "with" tells of others: "met yesterday with leaders"."""
_TALKS = frozenset(["call", "conversation", "meeting", "talks", "discussion", "discussions", "phone"])
_SEVERAL = 3
_OPENING = 3
"""Sentences of the text within which a report says who met."""


def who_meet(
    sentences: Sequence[Sentence], mentions: Sequence[Sequence[Mention]], aliases: Aliases
) -> tuple[Entity, ...] | None:
    """Those who meet, in the order of their names; None where others may be meant by "the leaders"."""
    opening = [s for s in sentences if not s.heading][:_OPENING]
    for sentence in opening:
        named = [(m.span, e) for m in mentions[sentence.index] if (e := aliases.at(m)) and e.kind is NameKind.PERSON]
        people = list({id(e): e for _, e in named}.values())
        if several := _all_in_front(sentence, named):
            return several
        verb = next((w for i, w in enumerate(sentence.words) if _is_meeting(sentence.words, i)), None)
        if not people or verb is None:
            continue
        before = sum(span.end <= verb.start for span, _ in named)
        behind = sentence.words.index(verb) + 1
        others = any(w.lower in ("with", "to", "by") for w in sentence.words[behind : behind + _NEAR])
        together = before == len(named) and base_form(verb.lower) in _EACH_OTHER and not others
        parted = len(people) == 2 and (before == 1 or together)
        return (people[0], people[1]) if parted and all(p.titles for p in people) else None
    return None


def _is_meeting(words: Sequence[Word], i: int) -> bool:
    """Whether a word is the verb of a meeting: met; had ... a call."""
    if words[i].tag not in ("VBD", "VBN", "VBZ"):
        return False
    had = words[i].lower == "had" and any(w.lower in _TALKS for w in words[i + 1 : i + 1 + _NEAR + 2])
    return had or base_form(words[i].lower) in _MEETING


def _all_in_front(sentence: Sentence, named: Sequence[tuple[Span, Entity]]) -> tuple[Entity, ...]:
    """Three and more with their offices who do something together: "A, B, and C reaffirmed"; else none."""
    verb = next((w for w in sentence.words if w.is_finite), None)
    people = tuple({id(e): e for _, e in named}.values())
    if verb is None or len(people) < _SEVERAL or not all(p.titles for p in people):
        return ()
    return people if all(span.end <= verb.start for span, _ in named) else ()
