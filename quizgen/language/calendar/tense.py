"""Whether the words around a date speak of the past or of what is to come."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from quizgen.model.document import Span


class Tense(Enum):
    """The time of the verb that a date belongs to, seen from the moment of writing."""

    PAST = "past"
    FUTURE = "future"
    PRESENT = "present"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Cue:
    """What the verb nearest to a date says."""

    tense: Tense
    firm: bool
    """Whether the verb stands so near that the date surely is its own."""


_FUTURE = (
    r"will|won't|shall|'ll|\u2019ll|scheduled|due|upcoming|expected|expects?|plans?|planning|going to|intends?|"
    r"(?:is|are|was|were) to|set (?:to|for)|slated|effective|payable|begins|starts|opens|hopes?|proposed|would"
)
_IRREGULAR_PAST = (
    r"was|were|had|did|said|told|made|met|took|came|went|gave|found|left|held|began|became|won|lost|rose|fell|"
    r"brought|bought|sold|led|sent|spoke|saw|put|ran|set|cut|hit|shot|struck|thought|wrote|drew|broke|built|"
    r"grew|knew|stood|flew|fought|swept|sank|drove|kept|felt|heard|paid|died|chose|rejoined|sought|got|read|"
    r"withdrew|launched|threw|taught|caught|dealt|hurt|spent|sat|fled|been|seen|killed"
)
_NOT_VERBS = r"need|indeed|red|bed|seed|speed|feed|breed|hundred|united|armed|limited|exceed|proceed|embed"
_CUE = re.compile(
    rf"\b(?:(?P<future>{_FUTURE})|(?P<past>{_IRREGULAR_PAST}|(?!(?:{_NOT_VERBS})\b)[a-z]{{2,}}ed)"
    rf"|(?P<infinitive>to (?!the\b|a\b|his\b|her\b|its\b|an\b|their\b)[a-z]+)"
    rf"|(?P<present>is|are|has|have|says|am|can|may|could|should|must))\b"
)
_SENTENCE_END = re.compile(r"[.!?][\"'\u201d\u2019)\]]{0,2}\s{1,4}(?=[\"'`\u201c\u2018(]{0,2}[A-Z0-9])|\n\s*\n|[.!?]''")
_FIRM = 12
_REACH = 300
"""How far from a date, in characters, its sentence is looked for."""


def sentence_around(text: str, span: Span) -> Span:
    """The sentence a place stands in, as far as :data:`_REACH` characters either way."""
    low, high = max(0, span.start - _REACH), min(len(text), span.end + _REACH)
    start = low
    for end in _SENTENCE_END.finditer(text, low, span.start):
        start = end.end()
    after = _SENTENCE_END.search(text, span.end, high)
    return Span(start, after.start() if after else high)


def tense_at(text: str, span: Span, sentence: Span) -> Cue:
    """The nearest verb before a place in its sentence, else the first one after it."""
    before = None
    for found in _CUE.finditer(text, sentence.start, span.start):
        before = found
    cue = before or _CUE.search(text, span.end, sentence.end)
    if cue is None:
        return Cue(Tense.UNKNOWN, False)
    if cue["future"]:
        tense = Tense.FUTURE
    elif cue["past"]:
        tense = Tense.PAST
    else:
        tense = Tense.FUTURE if cue["infinitive"] else Tense.PRESENT
    gap = span.start - cue.end() if before else cue.start() - span.end
    return Cue(tense, gap <= _FIRM)
