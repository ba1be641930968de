"""Speech whose speaker stands in an earlier sentence of the paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from quizgen.language.speech.line import Line
from quizgen.language.speech.model import Manner, Speech
from quizgen.language.speech.names import Guard, Rule
from quizgen.language.speech.quoted import Quotations
from quizgen.model.document import Span

_SINGULAR = frozenset(("i", "my"))
# What only a speaker says: I agree; the two sides should; China is willing to.
_MARKS = _SINGULAR | {"should", "must", "willing", "ready"}


def carried(lines: Sequence[Line], found: Sequence[Speech]) -> Iterator[Speech]:
    """The sentences that go on a report without naming its speaker again.

    Those are quotations that follow one with a speaker, and sentences in the first person, or of what should
    be done, that follow a report in the same paragraph. None of them is marked as certain.
    """
    clauses_too = not _author_speaks(lines, found)
    by_line: dict[int, list[Speech]] = {}
    for speech in found:
        by_line.setdefault(speech.sentence, []).append(speech)
    source: Speech | None = None
    covered = -1
    taken = _Taken(found)
    for line in lines:
        if line.number == 0 or line.sentence.paragraph != lines[line.number - 1].sentence.paragraph:
            source = None
        own = by_line.get(line.number)
        if own:
            source = _source(own, source)
            covered = max(covered, *(s.content.end for s in own))
            continue
        if (
            source is None
            or line.sentence.span.start < covered
            or line.sentence.heading
            or taken.holds(line.sentence.span)
        ):
            continue
        if continued := _continued(line, source, clauses_too=clauses_too):
            yield continued
        elif any(w.tag == "VBD" for w in line.words):  # the writer tells the story on
            source = None


class _Taken:
    """The quoted text that reports already claim; asked in the order of the text."""

    def __init__(self, found: Sequence[Speech]) -> None:
        self._spans = sorted(part for speech in found for part in speech.parts)
        self._next = 0

    def holds(self, span: Span) -> bool:
        """Whether a claimed part overlaps ``span``."""
        while self._next < len(self._spans) and self._spans[self._next].end <= span.start:
            self._next += 1
        return self._next < len(self._spans) and self._spans[self._next].overlaps(span)


def _source(own: Sequence[Speech], before: Speech | None) -> Speech | None:
    """The one speaker of a sentence's certain reports."""
    certain = [s for s in own if s.certain and not s.vague and not s.attitude]
    if not certain:
        return before if all(s.rule is Rule.OBJECT or Guard.NESTED in s.guards for s in own) else None
    return certain[-1] if len({s.speaker for s in certain}) == 1 else None


def _author_speaks(lines: Sequence[Line], found: Sequence[Speech]) -> bool:
    """Whether the text itself says ``I`` (a speech, a statement), not someone it reports."""
    reporting: set[int] = set()
    reports = {speech.sentence for speech in found if speech.certain}
    for line in lines:
        if line.number in reports:
            reporting.add(line.sentence.paragraph)
        elif line.sentence.paragraph not in reporting and _says(line, _SINGULAR):
            return True
    return False


def _says(line: Line, words: frozenset[str]) -> bool:
    """Whether one of the words stands in the sentence outside quotations."""
    return any(w.lower in words and line.quoted[i] < 0 for i, w in enumerate(line.words))


def carried_on(lines: Sequence[Line], quoted: Quotations, found: Sequence[Speech]) -> Iterator[Speech]:
    """The paragraphs of nothing but a quotation right behind one that ends with words or a report of a known speaker.

    None of them is marked as certain.
    """
    ends = _ending(found)
    taken = _Taken(found)
    source: Speech | None = None
    covered = -1
    for before, line in pairwise(lines):
        if (own := ends.get(before.number)) is not None:
            source, covered = own, own.content.end
        elif source is not None and before.sentence.span.start >= covered and not before.is_quotation:
            source = None
        if source is None:
            continue
        opens = line.sentence.paragraph != before.sentence.paragraph and line.is_mark(0)
        if not opens or line.sentence.heading or taken.holds(line.sentence.span):
            continue
        parts = tuple(quoted.with_continuation(line.quoted[0]))
        behind = (lines[i] for i in range(line.number, len(lines)))
        last = next((x for x in behind if x.sentence.span.end >= parts[-1].end), line)
        if last.is_quotation and not _goes_on_in_paragraph(lines, last):
            place = Span(parts[0].start, parts[-1].end)
            yield replace(
                source, content=place, parts=parts, sentence=line.number, rule=Rule.CARRIED_QUOTATION, carried=True,
                certain=False, guards=(Guard.CARRIED,),
            )  # fmt: skip
            covered = place.end


def _ending(found: Sequence[Speech]) -> dict[int, Speech]:
    """What is certainly said in a sentence, by its number: words of somebody, or what one speaker alone reports."""
    ends: dict[int, Speech] = {}
    told: dict[int, list[Speech]] = {}
    for speech in found:
        told.setdefault(speech.sentence, []).append(speech)
    for number, several in told.items():
        sure = [s for s in several if s.certain and not s.guards and not s.vague and not s.attitude]
        if len({s.speaker for s in several}) == 1 and sure:
            ends[number] = replace(sure[-1], manner=Manner.DIRECT)
    ends.update({s.sentence: s for s in found if s.manner is Manner.DIRECT and s.certain and not s.guards})
    return ends


def _goes_on_in_paragraph(lines: Sequence[Line], last: Line) -> bool:
    """Whether other words stand behind a quotation in its paragraph, and may tell whose it is."""
    after = lines[last.number + 1] if last.number + 1 < len(lines) else None
    return after is not None and after.sentence.paragraph == last.sentence.paragraph


def _continued(line: Line, source: Speech, *, clauses_too: bool) -> Speech | None:
    if line.is_quotation:
        end = len(line.words) - (2 if line.quoted[-1] < 0 else 1)
        whole = line.is_mark(0) and line.is_mark(end)
        return _carry(line, source, Manner.DIRECT, Rule.CARRIED_QUOTATION) if whole else None
    if not clauses_too or source.manner is Manner.DIRECT or line.quoted[0] >= 0:
        return None
    if _says(line, _MARKS):
        return _carry(line, source, Manner.INDIRECT, Rule.CARRIED_CLAUSE)
    return None


def _carry(line: Line, source: Speech, manner: Manner, rule: Rule) -> Speech:
    words = line.words
    marks = manner is Manner.DIRECT
    first = 1 if marks and line.is_mark(0) and len(words) > 1 else 0
    last = -1 if line.quoted[-1] >= 0 or not marks else -2
    last -= marks and line.is_mark(len(words) + last) and len(words) > 2
    content = Span(words[first].start, words[last].end)
    return replace(
        source,
        content=content,
        parts=(content,),
        manner=manner,
        sentence=line.number,
        rule=rule,
        carried=True,
        certain=False,
        guards=(Guard.CARRIED,),
    )
