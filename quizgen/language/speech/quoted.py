"""Rules for quotations: the verb after them, before them, or between their parts."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.language.quotes import Quotation
from quizgen.language.speech.clauses_said import clause
from quizgen.language.speech.extents import clause_end, complement_start
from quizgen.language.speech.line import Line
from quizgen.language.speech.model import Manner
from quizgen.language.speech.names import Rule
from quizgen.language.speech.report import Found, Report
from quizgen.language.speech.verbs import Form, Frame, is_saying
from quizgen.model.document import Span

_SPEAKING = (Frame.QUOTE, Frame.BARE, Frame.THAT, Frame.ADDRESSED, Frame.ASKED)
_TAIL = 8
_ENDS = frozenset(",.?!—–-…")


class Quotations:
    """The quotations of a document, and what each is found to belong to."""

    def __init__(self, text: str, found: Sequence[Quotation], lines: Sequence[Line]) -> None:
        self.text = text
        self.found = found
        self.lines = lines

    def before(self, report: Report) -> Found | None:
        """``...,`` X said. Also with a second part: ``...,`` X said. ``...``"""
        number = self._ending_before(report)
        if number is None or not report.has(*_SPEAKING) or report.group.form is not Form.FINITE:
            return None
        parts = self.with_continuation(number)
        following = self._resumed(report)
        if following is not None and following > number:
            parts += self.with_continuation(following)
            return Found(tuple(parts), Manner.DIRECT, Rule.QUOTATION_AROUND, len(report.line.words) - 1)
        return Found(tuple(parts), Manner.DIRECT, Rule.QUOTATION_BEFORE, report.last)

    def after(self, report: Report, stops: Sequence[int]) -> Found | None:
        """X said: ``...``; X said in a statement that ``...`` was so."""
        line = report.line
        if not report.has(*_SPEAKING):
            return None
        i = complement_start(report, of_whom=True)
        if line.free(i + 1) and line.words[i].lower == "that" and line.words[i + 1].text == ":":
            i += 1  # stated that: "..."
        if line.free(i) and (line.words[i].tag in (",", ":")):
            i += 1
        if i >= len(line.words):
            return self._below(report)
        if line.quoted[i] < 0 or (i > 0 and line.quoted[i - 1] == line.quoted[i]):
            return None
        number = line.quoted[i]
        quotation = self.found[number]
        end = self._end_in(line, i)
        if end < len(line.words) and not self._whole(number) and line.words[end].tag not in (",", ".", ":"):
            stop = clause_end(line, i, stops)
            if stop == end:
                return Found((self._said(number),), Manner.MIXED, Rule.QUOTATION_IN_CLAUSE, end - 1)
            return None if stop is None else clause(line, i, stop, Rule.QUOTATION_IN_CLAUSE)
        if quotation.inner.start >= quotation.inner.end:
            return None
        return Found(tuple(self.with_continuation(number)), Manner.DIRECT, Rule.QUOTATION_AFTER, end - 1)

    def extended(self, report: Report, said: Found) -> Found:
        """A clause with quoted words that a quotation continues: X was ``too little,`` Y said. ``...``"""
        following = self._resumed(report)
        if said.rule is not Rule.CLAUSE_BEFORE or said.manner is not Manner.MIXED or following is None:
            return said
        return Found((*said.parts, *self.with_continuation(following)), Manner.MIXED, Rule.CLAUSE_AROUND, said.last)

    def _ending_before(self, report: Report) -> int | None:
        """The quotation that ends right before the report, also at the end of the sentence before."""
        line, i = report.line, report.first - 1
        if not report.is_whole:
            return None
        if i >= 0 and line.is_comma(i):
            i -= 1
        if i < 0:
            return self._of_sentence_before(report)
        number = line.quoted[i]
        if number < 0 or not (self._whole(number) or line.is_comma(i + 1)):
            return None
        opening = line.quoted.index(number)
        if opening > 0 and line.free(opening - 1) and line.words[opening - 1].tag not in (",", ":", ".", "CC"):
            return None  # people can ``take their anger,`` X said: a clause with quoted words
        return number

    def _of_sentence_before(self, report: Report) -> int | None:
        line = report.line
        if line.number == 0 or not self._closes_sentence(report):
            return None
        earlier = self.lines[line.number - 1]
        number = earlier.quoted[-1]
        together = earlier.sentence.paragraph == line.sentence.paragraph
        return number if together and number >= 0 and self.found[number].closed else None

    def _closes_sentence(self, report: Report) -> bool:
        i = complement_start(report)
        return i >= len(report.line.words) or report.line.words[i].tag in (".", ":")

    def _whole(self, number: int) -> bool:
        """Whether the quotation ends like something said, not like words picked out of it."""
        return self._tail(number)[-1:] in _ENDS

    def _tail(self, number: int) -> str:
        """The last few characters of a quotation."""
        inner = self.found[number].inner
        return self.text[max(inner.start, inner.end - _TAIL) : inner.end].rstrip()

    def _resumed(self, report: Report) -> int | None:
        """The quotation that goes on after the report: behind its comma, or as the next sentence."""
        line = report.line
        for i in range(report.last + 1, len(line.words)):
            if line.words[i].tag == "VBG" and line.is_comma(i - 1) and is_saying(line.words[i]):
                return None
            if line.quoted[i] >= 0 and (line.is_comma(i - 1) or line.words[i - 1].tag == ":"):
                return line.quoted[i]
        if line.number + 1 >= len(self.lines):
            return None
        following = self.lines[line.number + 1]
        together = following.sentence.paragraph == line.sentence.paragraph
        return following.quoted[0] if together and following.quoted[0] >= 0 and self._is_statement(following) else None

    def _is_statement(self, line: Line) -> bool:
        """Whether a sentence is a quotation and nothing besides, without a speaker of its own."""
        if self._tail(line.quoted[0]).endswith(","):
            return False
        return line.is_quotation

    def _below(self, report: Report) -> Found | None:
        """X said: and the quotation as the next paragraph."""
        line = report.line
        if line.words[-1].text != ":" or line.number + 1 >= len(self.lines):
            return None
        number = self.lines[line.number + 1].quoted[0]
        if number < 0:
            return None
        return Found(tuple(self.with_continuation(number)), Manner.DIRECT, Rule.QUOTATION_BELOW, len(line.words) - 1)

    def with_continuation(self, number: int) -> list[Span]:
        """The quotation, and those that take it up in the paragraphs after."""
        parts = [self._said(number)]
        while self._goes_on(number):
            number += 1
            parts.append(self._said(number))
        return parts

    def _goes_on(self, number: int) -> bool:
        """Whether the next quotation takes this one up, and has no speaker of its own behind it."""
        if self.found[number].closed or number + 1 >= len(self.found):
            return False
        following = self.found[number + 1]
        return following.continues and not self._tail(number + 1).endswith(",")

    def _said(self, number: int) -> Span:
        """What is quoted, without the comma that leads over to the verb."""
        inner = self.found[number].inner
        tail = self.text[max(inner.start, inner.end - _TAIL) : inner.end]
        return Span(inner.start, inner.end - len(tail) + len(tail.rstrip().rstrip(",")))

    def _end_in(self, line: Line, i: int) -> int:
        number = line.quoted[i]
        while i < len(line.words) and line.quoted[i] == number:
            i += 1
        return i
