"""Find who says what in a document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quizgen.language.quotes import find_quotations
from quizgen.language.sentences import Sentence
from quizgen.language.speech import speakers
from quizgen.language.speech.acts import ACT_RULES
from quizgen.language.speech.carrying import carried
from quizgen.language.speech.certainty import is_certain
from quizgen.language.speech.clauses_said import CLAUSE_RULES
from quizgen.language.speech.guards import guards_of, is_vague
from quizgen.language.speech.line import Line, make_lines
from quizgen.language.speech.model import Manner, Speech
from quizgen.language.speech.names import Guard, Position, Rule
from quizgen.language.speech.quoted import Quotations
from quizgen.language.speech.report import Found, Report
from quizgen.language.speech.speakers import Subject
from quizgen.language.speech.unvoiced import according_to, transcript
from quizgen.language.speech.verbs import Form, Frame, find_group
from quizgen.language.words import Word
from quizgen.model.document import Span


def find_speech(text: str, sentences: Sequence[Sentence]) -> tuple[Speech, ...]:
    """All reports of speech in ``text``, in the order of their cues."""
    quotations = find_quotations(text, _paragraphs(sentences))
    lines = tuple(make_lines(sentences, quotations))
    quoted = Quotations(text, quotations, lines)
    found: list[Speech] = list(transcript(sentences))
    spoken = {speech.sentence for speech in found if speech.certain}
    for line in lines:
        if line.index not in spoken:
            found += _in_line(line, quoted)
    found += carried(lines, found)
    return tuple(sorted(found, key=lambda s: (s.sentence, s.cue, s.content)))


def _paragraphs(sentences: Sequence[Sentence]) -> list[Span]:
    spans: list[Span] = []
    last = -1
    for sentence in sentences:
        if sentence.paragraph == last:
            spans[-1] = Span(spans[-1].start, sentence.span.end)
        else:
            spans.append(sentence.span)
            last = sentence.paragraph
    return spans


def _in_line(line: Line, quoted: Quotations) -> list[Speech]:
    reports: list[Report] = []
    for i in range(len(line.words)):
        if line.quoted[i] < 0 and (report := _report(line, i, reports)):
            reports.append(report)
    found = list(according_to(line))
    for report in reports:
        stops = [r.group.first for r in reports if r.group.first > report.last and _goes_on(r, report)]
        stops += [r.first for r in reports if r.first > report.last + 2 and _stands_apart(r)]
        if said := _said(report, stops, quoted):
            found.append(_speech(report, said))
    return [_nested(speech, found) for speech in found]


def _nested(speech: Speech, others: Sequence[Speech]) -> Speech:
    """The report, with its guard where it stands in what another one says."""
    if any(
        other is not speech and other.content.contains(speech.cue) and _apart(speech, other)
        for other in others
    ):
        return replace(speech, guards=(*speech.guards, Guard.NESTED), certain=False)
    return speech


def _apart(speech: Speech, other: Speech) -> bool:
    """Whether the one does not merely interrupt the other: ``It was, X said, ...``."""
    return any(part.contains(speech.cue) for part in other.parts)


def _stands_apart(report: Report) -> bool:
    """Whether a report begins behind a comma or conjunction, so that what comes before has ended."""
    if not report.is_whole or report.introduced or report.subject.how is Position.INVERTED:
        return False
    line, i = report.line, report.first - 1
    if line.words[i].tag == "CC":
        return line.is_comma(i - 1)
    return line.words[i].text == ";" or (line.is_comma(i) and report.has(Frame.BARE, Frame.THAT))


def _goes_on(later: Report, earlier: Report) -> bool:
    """Whether the later report is a further verb of the earlier one's speaker: ``..., adding that``; ``and announced``."""
    if later.subject.first != earlier.subject.first or later.group.form is Form.INFINITIVE:
        return False
    line, i = later.line, later.group.first - 1
    if line.words[i].lower in ("by", "while", "before", "after"):
        i -= 1
    return later.subject.how is Position.SHARED or line.words[i].tag in (",", "CC", "''", '"')


def _report(line: Line, i: int, earlier: Sequence[Report]) -> Report | None:
    group = find_group(line.words, i)
    if group is None:
        return None
    subject = speakers.inverted(line, group)
    if subject is None and group.form is Form.FINITE:
        subject = speakers.before(line, group.first)
    elif subject is None:
        subject = speakers.of_participle(line, group, _main_speakers(earlier))
    if subject and subject.how is Position.SHARED and Frame.OBJECT not in group.cue.frames:
        near = _main_speakers(earlier)
        subject = replace(subject, first=near[-1].first, last=near[-1].last) if near else subject
    return Report(line, group, subject) if subject else None


def _main_speakers(earlier: Sequence[Report]) -> list[Subject]:
    """The speakers of the reports before that no other report contains."""
    whole = [r for r in earlier if r.is_whole and not r.introduced and r.group.form is Form.FINITE]
    return [r.subject for i, r in enumerate(whole) if i == 0 or _stands_apart(r)]


def _said(report: Report, stops: list[int], quoted: Quotations) -> Found | None:
    if report.group.passive:
        return None
    said = quoted.before(report) or quoted.after(report, stops)
    for rule in (*CLAUSE_RULES, *ACT_RULES):
        said = said or rule(report, stops)
    return said and quoted.extended(report, said)


def _speech(report: Report, said: Found) -> Speech:
    words, subject = report.line.words, report.subject
    guards = guards_of(report)
    return Speech(
        speaker=_span(words, subject.first, subject.last),
        cue=_span(words, report.group.first, report.group.last),
        content=Span(said.parts[0].start, said.parts[-1].end),
        parts=said.parts,
        act=report.group.cue.act,
        manner=Manner.ACT if said.rule in (Rule.OBJECT, Rule.URGING) else said.manner,
        sentence=report.line.index,
        rule=said.rule,
        position=subject.how,
        certain=is_certain(report, said.rule, guards),
        guards=guards,
        vague=is_vague(words[subject.first : subject.last + 1]),
        attitude=report.has(Frame.ATTITUDE, Frame.INFINITIVE_ATTITUDE),
        antecedent=_span(words, *subject.antecedent) if subject.antecedent else None,
        pronoun=words[subject.first].tag in ("PRP", "WP", "WDT"),
    )


def _span(words: Sequence[Word], first: int, last: int) -> Span:
    return Span(words[first].start, words[last].end)
