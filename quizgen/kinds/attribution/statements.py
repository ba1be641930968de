"""The statements in one report: "said that A and that B" is two, and a long quotation has several."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizgen.kinds.attribution.passages import passages
from quizgen.kinds.attribution.quotation import quotation_of
from quizgen.language.pattern import Pattern
from quizgen.language.speech import Manner, Speech
from quizgen.language.speech.names import Rule
from quizgen.language.understanding import Understanding
from quizgen.language.words import Word
from quizgen.model.document import Span

_QUOTED = Pattern(r"[“\"](?P<inner>[^“”\"]+?)[.,]?(?:[”\"][.,]?)?")
"""Words in quotation marks and nothing besides; the mark behind them may stand sentences later."""
_LEAST = 4
"""Words of a statement."""


def statements(u: Understanding, speech: Speech) -> Iterator[Speech]:
    """Yield a report as one for each of its clauses with "that", or as passages; as it is where there is but one.

    Args:
        u: the document.
        speech: the report.
    """
    quoted = speech if speech.manner is Manner.DIRECT else _wholly_quoted(u, speech)
    if quoted is not None:
        yield from passages(u, quoted)
        return
    if speech.rule is not Rule.THAT_CLAUSE or speech.manner is not Manner.INDIRECT or len(speech.parts) != 1:
        yield speech
        return
    words = u.sentences[speech.sentence].words_in(speech.content)
    ends = [i for i in range(_LEAST, len(words) - _LEAST) if _joins(words, i)]
    first = 0
    for end in [*ends, len(words)]:
        last = end - 1 if words[end - 1].text == "," else end
        place = Span(words[first].start, words[last - 1].end if ends else speech.content.end)
        yield replace(speech, content=place, parts=(place,))
        first = end + 2


def _wholly_quoted(u: Understanding, speech: Speech) -> Speech | None:
    """A clause all of whose words are quoted, as direct speech: said that "mills are what made this town"."""
    clause = speech.rule in (Rule.THAT_CLAUSE, Rule.ACCORDING_TO)
    if not clause or speech.manner is not Manner.MIXED or len(speech.parts) != 1:
        return None
    quoted = _QUOTED.fullmatch(speech.content.of(u.text))
    if quoted is None:
        return None
    start = speech.content.start + quoted.start("inner")
    place = Span(start, start + len(quoted["inner"]))
    direct = replace(speech, content=place, parts=(place,), manner=Manner.DIRECT)
    return direct if quotation_of(u, direct) else None  # as a clause it may be cut


def _joins(words: tuple[Word, ...], i: int) -> bool:
    """Whether "and that" stands at ``i``, and a clause of its own behind it."""
    if words[i].lower != "and" or words[i + 1].lower != "that" or words[i + 2].is_finite:
        return False
    relative = any(w.lower in ("that", "who", "which") for w in words[:i])
    return not relative and any(w.is_finite for w in words[i + 2 : i + 16])
