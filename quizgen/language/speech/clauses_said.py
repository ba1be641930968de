"""Rules for what is said in a clause: that ..., a bare clause, and a clause the verb follows."""

from __future__ import annotations

from collections.abc import Callable, Collection
from itertools import takewhile

from quizgen.language.speech import nouns
from quizgen.language.speech.extents import (
    clause_end,
    complement_start,
    has_clause,
    has_main_clause,
    opening,
    opens_clause,
)
from quizgen.language.speech.line import Line
from quizgen.language.speech.model import Manner
from quizgen.language.speech.names import Position, Rule
from quizgen.language.speech.report import Found, Report
from quizgen.language.speech.verbs import Form, Frame
from quizgen.model.document import Span

_SUBJECTS = frozenset("PRP DT NNP NN NNS PRP$ JJ JJR JJS CD EX VBG $ POS RB".split())
_ANSWERS = frozenset(["respond", "reply"])
"""Verbs whose "to" takes what others said: responded to reports that ..."""
_TIMES = frozenset("night day week month year morning afternoon evening way time".split())


def that_clause(report: Report, stops: Collection[int]) -> Found | None:
    """X said (in a statement) that ..."""
    line = report.line
    i = complement_start(report)
    if i < len(line.words) and line.is_comma(i):
        i += 1
    if not (report.has(Frame.THAT, Frame.BARE, Frame.ADDRESSED) and line.free(i) and line.words[i].lower == "that"):
        return None
    if report.group.cue.base in _ANSWERS and any(w.lower == "to" for w in line.words[report.last + 1 : i]):
        return None
    if line.is_comma(i + 1):
        i += 1
    if not has_clause(line, i + 1, i + 40) or line.words[i + 1].lower in _TIMES:
        return None
    end = clause_end(line, i + 1, stops, until_comma=report.is_enclosed)
    return None if end is None or end <= i + 1 else clause(line, i + 1, end, Rule.THAT_CLAUSE)


def bare_clause(report: Report, stops: Collection[int]) -> Found | None:
    """X said he would ..."""
    line = report.line
    i = complement_start(report)
    if not (line.free(i) and (line.words[i].tag in _SUBJECTS or line.words[i].lower == "what")):
        return None
    told = report.has(Frame.BARE, Frame.ADDRESSED) and opens_clause(line, i) and not _is_thing_done(report, i)
    if not (told or (report.has(Frame.THAT) and _is_plain_clause(line, i))):
        return None
    end = clause_end(line, i, stops, until_comma=report.is_enclosed)
    if end is None:
        return None
    return clause(line, i, end, Rule.BARE_CLAUSE)


def _is_thing_done(report: Report, i: int) -> bool:
    """Whether a noun and who does something with it follow: acknowledged the care | Norway had taken."""
    if not report.has(Frame.OBJECT, Frame.OBJECT_WEAK):
        return False
    return nouns.names_thing_done(tuple(takewhile(lambda w: not w.is_finite, report.line.words[i : i + 12])))


def _is_plain_clause(line: Line, i: int) -> bool:
    """Whether a noun phrase and a modal or ``is`` follow: announced the port will open."""
    verb = nouns.end_of(line.words, i)
    if verb is None or not line.free(verb):
        return False
    return line.words[verb].tag == "MD" or line.words[verb].lower in (
        "is",
        "are",
        "was",
        "were",
        "has",
        "had",
    )


def clause_before(report: Report, stops: Collection[int]) -> Found | None:
    """..., X said. Also: ..., X said, ..."""
    line = report.line
    comma = report.first - 1
    if not (report.is_whole and report.has(Frame.THAT, Frame.BARE, Frame.ADDRESSED, Frame.QUOTE) and comma > 0):
        return None
    if report.group.form is not Form.FINITE or not _is_comma(line, comma):
        return None
    i = complement_start(report)
    ends = i >= len(line.words) or line.words[i].tag in (".", ":") or line.is_comma(i)
    if not ends or comma > 160:
        return None
    first = opening(line)
    if has_main_clause(line, first, comma):
        head = clause(line, first, comma, Rule.CLAUSE_BEFORE)
        if report.subject.how is Position.INVERTED:
            return head
        if i < len(line.words) and line.words[i].tag == "," and i + 1 not in stops:
            return _around(report, head, i + 1, stops)
        return head
    if (
        i < len(line.words)
        and line.words[i].tag == ","
        and report.subject.how is Position.ADJACENT
        and report.has(Frame.BARE, Frame.THAT)
    ):
        end = clause_end(line, i + 1, stops)
        if line.words[i + 1].tag in ("VBG", "CC"):
            return None  # wrote, but did not print, an essay; when it came, the court ruled, finding ...
        if end is not None and any(w.is_finite for w in line.words[i + 1 : end]):
            return _around(report, clause(line, 0, comma, Rule.CLAUSE_AROUND), i + 1, stops)
    return None


def _is_comma(line: Line, i: int) -> bool:
    """Whether word ``i`` is a comma, or the end of a quotation with one."""
    if line.quoted[i] >= 0:
        return line.is_mark(i) and line.words[i - 1].text == ","
    return line.words[i].tag == ","


def _around(report: Report, head: Found, first: int, stops: Collection[int]) -> Found:
    line = report.line
    end = clause_end(line, first, stops)
    if head.rule is Rule.CLAUSE_BEFORE and line.words[first].tag in ("NNP", "DT", "NNS") and opens_clause(line, first):
        return head  # X is so, Y said, Z is so: the comma parts two sentences
    if end is None or end <= first or (head.rule is Rule.CLAUSE_BEFORE and line.words[first].tag == "VBG"):
        return head
    tail = clause(line, first, end, Rule.CLAUSE_AROUND)
    return Found(head.parts + tail.parts, head.manner, Rule.CLAUSE_AROUND, tail.last)


CLAUSE_RULES: tuple[Callable[[Report, Collection[int]], Found | None], ...] = (
    that_clause,
    clause_before,
    bare_clause,
)


def clause(line: Line, first: int, end: int, rule: Rule) -> Found:
    """The words from ``first`` to before ``end`` as what is said."""
    quoted = any(line.quoted[k] >= 0 for k in range(first, end))
    span = Span(line.words[first].start, line.words[end - 1].end)
    return Found((span,), Manner.MIXED if quoted else Manner.INDIRECT, rule, end - 1)
