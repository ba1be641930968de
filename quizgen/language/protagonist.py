"""The person whom a life or a portrait is about, though no title says so and nobody knows the name for a person's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from quizgen.language.aliases import Aliases
from quizgen.language.entity import Entity
from quizgen.language.gazetteer import country, title_mark
from quizgen.language.names import Mention, NameKind, may_be_someone
from quizgen.language.pattern import Pattern
from quizgen.language.sentences import Sentence

_HE, _SHE = (" he ", " his ", " him ", "He ", "His "), (" she ", " her ", "She ", "Her ")
_PRONOUN = Pattern(
    r"(?:['’]s|[, ]).{0,120}?\b(?:he|his|she|her)\b|[^.]{0,160}[.]['”\"]?\s+(?:He|She|His|Her)\b", re.DOTALL
)
"""What stands behind the name of somebody who is told of."""
_OFFICE_BEHIND = Pattern(r", (?:the )?([A-Z]\w+)")
_LEAST = 5
"""Pronouns of one sex in the account of a life."""
_OPENING = 3
"""Sentences within which such an account names its hero."""
_NAMED = 3
"""Times that a hero is named."""


def sex_told(text: str) -> str:
    """``M`` or ``F`` where a text tells of "he" or of "she" again and again, and hardly of the other; else empty."""
    he, she = (sum(map(text.count, words)) for words in (_HE, _SHE))
    if max(he, she) < _LEAST or min(he, she) * 3 > max(he, she):
        return ""
    return "M" if he > she else "F"


def with_protagonist(
    sex: str, text: str, sentences: Sequence[Sentence], mentions: tuple[tuple[Mention, ...], ...]
) -> tuple[tuple[Mention, ...], ...]:
    """The names of a text, that of its hero a person's where it is of unknown words: "Yip Cheong Fun".

    Args:
        sex: that it tells of, as `sex_told` has it.
        text: the document's text.
        sentences: its sentences.
        mentions: the names in each.
    """
    if not sex:
        return mentions
    times = Counter(m.text for named in mentions for m in named)
    prose = [s.index for s in sentences if not s.heading][:_OPENING]
    for mention in (m for number in prose for m in mentions[number]):
        unknown = mention.kind is NameKind.OTHER or (mention.kind is NameKind.PLACE and not country(mention.text))
        someone = may_be_someone(mention.text) or _is_titled(text, mention.text)
        if not unknown or not someone or not _is_told_of(text, mention):
            continue
        if not all(word[0].isupper() for word in mention.text.split()):
            continue  # Suleiman the Magnificent
        first, last = mention.text.split()[0], mention.text.split()[-1]
        if times[mention.text] + max(times[first], times[last]) < _NAMED or not max(times[first], times[last]):
            continue
        called = mention.text
        return tuple(
            tuple(m._replace(kind=NameKind.PERSON) if m.text == called else m for m in named) for named in mentions
        )
    return mentions


def _is_titled(text: str, name: str) -> bool:
    """Whether a text opens with a name of one word and the office of who bears it: "Macbeth, King of Scots"."""
    office = _OFFICE_BEHIND.match(text, len(name)) if text.startswith(name) else None
    return office is not None and title_mark(office[1].lower()) == "O"


def _is_told_of(text: str, mention: Mention) -> bool:
    """Whether "he" or "she" goes on behind a name that has no article."""
    lead = text[max(0, mention.span.start - 4) : mention.span.start].lower()
    return lead != "the " and _PRONOUN.match(text, mention.span.end) is not None


def protagonist(sex: str, sentences: Sequence[Sentence], aliases: Aliases) -> Entity | None:
    """Who is named far more often than anybody else in a text that tells of "him" or of "her"; None without such.

    Args:
        sex: that the text tells of, as `sex_told` has it.
        sentences: its sentences.
        aliases: its people.
    """
    people = [p for p in aliases.people() if p.kind is NameKind.PERSON and p.sex in ("", sex)] if sex else []
    ranked = sorted(people, key=lambda p: -len(p.mentions))
    if not ranked or len(ranked[0].mentions) < _NAMED or " " not in ranked[0].name:
        return None
    if len(ranked) > 1 and len(ranked[0].mentions) < 2 * len(ranked[1].mentions):
        return None
    prose = [s.index for s in sentences if not s.heading][: 2 * _OPENING]
    return ranked[0] if any(m.sentence in prose for m in ranked[0].mentions) else None
