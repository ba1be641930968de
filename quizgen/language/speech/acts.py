"""Rules for acts of speech: what is announced, condemned, promised; who is urged to do what."""

from __future__ import annotations

from collections.abc import Callable, Collection

from quizgen.language import data
from quizgen.language.speech import nouns
from quizgen.language.speech.clauses_said import clause
from quizgen.language.speech.extents import clause_end, has_clause, tells_occasion
from quizgen.language.speech.line import Line
from quizgen.language.speech.names import Position, Rule
from quizgen.language.speech.report import Found, Report
from quizgen.language.speech.verbs import Frame

_OBJECTS = frozenset("DT NN NNS NNP PRP PRP$ JJ JJR JJS CD VBG WP $ WRB POS".split())

_MANNER = 6
"""Words of "as fair and reasonable the", at the most."""


def infinitive(report: Report, stops: Collection[int]) -> Found | None:
    """X pledged to ..."""
    line, i = report.line, report.last + 1
    if not (report.has(Frame.INFINITIVE, Frame.INFINITIVE_ATTITUDE) and line.free(i + 1)):
        return None
    if line.words[i].lower != "to" or line.words[i + 1].tag not in ("VB", "RB", "VBP"):
        return None
    end = _end(report, i + 1, stops)
    return None if end is None else clause(line, i, end, Rule.INFINITIVE)


def urging(report: Report, stops: Collection[int]) -> Found | None:
    """X urged Y to ..."""
    line, i = report.line, report.last + 1
    if not (report.has(Frame.URGING, Frame.URGING_WEAK) and line.free(i)):
        return None
    to = nouns.end_of(line.words, i)
    if (
        to is None
        or not line.free(to + 1)
        or line.words[to].lower != "to"
        or line.words[to + 1].tag not in ("VB", "RB")
    ):
        return None
    end = _end(report, to + 1, stops)
    return None if end is None else clause(line, i, end, Rule.URGING)


def act_object(report: Report, stops: Collection[int]) -> Found | None:
    """X announced a plan; X thanked Y for ..."""
    line, i = report.line, report.last + 1
    if not (report.has(Frame.OBJECT, Frame.OBJECT_WEAK) or _gives_words(report)):
        return None
    if i >= len(line.words) or report.subject.how is Position.INVERTED:
        return None
    i += _length_of_manner(report, i)
    if report.group.cue.act == "call" and not _is_called_words(line, i):
        return None
    if line.free(i) and (line.words[i].tag not in _OBJECTS or line.words[i].lower in nouns.DAYS):
        return None
    if tells_occasion(line, i):
        return None
    end = _end(report, i, stops)
    if end is None or any(line.words[k].text == ":" and line.quoted[k + 1] >= 0 for k in range(i, end - 1)):
        return None  # compared his tower to the pyramids: "My tower ..."
    return None if end <= i else clause(line, i, end, Rule.OBJECT)


def _is_called_words(line: Line, i: int) -> bool:
    """Whether a thing and what it is called in quoted words follow: called the mill "a wonder"."""
    end = nouns.end_of(line.words, i) if line.free(i) else None
    return end is not None and end + 2 < len(line.words) and line.quoted[end] >= 0 and line.is_mark(end)


def _length_of_manner(report: Report, i: int) -> int:
    """The words between a verb and its object: "condemned *as idolatry* the idea", "accepted *with pleasure* the"."""
    words = report.line.words[i : i + _MANNER]
    opens = bool(words) and (words[0].lower in ("as", "with") or words[0].tag == "RB")
    if not opens or not report.has(Frame.OBJECT, Frame.OBJECT_WEAK):
        return 0
    end = next((k for k, w in enumerate(words) if k and w.tag in ("DT", "PRP$")), 0)
    least = 0 if words[0].tag == "RB" else 1
    return end if end > least and all(w.tag in ("NN", "JJ", "CC", "RB") for w in words[1:end]) else 0


def _end(report: Report, first: int, stops: Collection[int]) -> int | None:
    return clause_end(report.line, first, stops, until_comma=report.is_enclosed, act=True)


def _gives_words(report: Report) -> bool:
    """Whether what is given is words: extended his congratulations, offered their condolences."""
    if not report.has(Frame.WORDS):
        return False
    for word in report.line.words[report.last + 1 : report.last + 5]:
        if word.lower in data.words("speech_words.txt"):
            return True
        if word.tag not in ("PRP$", "DT", "JJ"):
            return False
    return False


def noun_that(report: Report, stops: Collection[int]) -> Found | None:
    """X expressed hope that ...; X rejected the notion that ..."""
    line, i = report.line, report.last + 1
    if not report.has(Frame.OBJECT, Frame.OBJECT_WEAK):
        return None
    for k in range(i, min(i + 4, len(line.words) - 2)):
        if not line.free(k) or line.words[k].tag not in ("DT", "JJ", "PRP$", "NN", "NNS"):
            return None
        noun = line.words[k].lower.removesuffix("s")
        if line.words[k + 1].lower == "that" and noun in data.words("speech_nouns.txt"):
            return _clause_of(report, k + 2, stops)
    return None


def _clause_of(report: Report, first: int, stops: Collection[int]) -> Found | None:
    line = report.line
    if line.words[first].is_finite or not has_clause(line, first, first + 40):  # a claim that hurt him
        return None
    end = clause_end(line, first, stops, until_comma=report.is_enclosed)
    return None if end is None else clause(line, first, end, Rule.NOUN_THAT)


ACT_RULES: tuple[Callable[[Report, Collection[int]], Found | None], ...] = (
    infinitive,
    urging,
    noun_that,
    act_object,
)
