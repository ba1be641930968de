"""Find who says what in a document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quizgen.language.quotes import find_quotations
from quizgen.language.sentences import Sentence
from quizgen.language.speech.acts import ACT_RULES
from quizgen.language.speech.carrying import carried, carried_on
from quizgen.language.speech.certainty import is_certain
from quizgen.language.speech.clauses_said import CLAUSE_RULES
from quizgen.language.speech.guards import guards_of, is_vague
from quizgen.language.speech.introduced import introduced
from quizgen.language.speech.line import Line, make_lines
from quizgen.language.speech.model import Manner, Speech
from quizgen.language.speech.names import Guard, Position, Rule
from quizgen.language.speech.quoted import Quotations
from quizgen.language.speech.report import Found, Report
from quizgen.language.speech.reports import ends_of_clauses, reports_of
from quizgen.language.speech.unvoiced import according_to, transcript
from quizgen.language.speech.verbs import Frame
from quizgen.language.words import Word
from quizgen.model.document import Span


def find_speech(text: str, sentences: Sequence[Sentence]) -> tuple[Speech, ...]:
    """All reports of speech in a document, in the order of their sentences and cues.

    Args:
        text: the document's text.
        sentences: its sentences in order, all of them.
    """
    quotations = find_quotations(text, _paragraphs(sentences))
    lines = tuple(make_lines(sentences, quotations))
    quoted = Quotations(text, quotations, lines)
    found = list(transcript(text, sentences))
    spoken = {speech.sentence for speech in found if speech.certain}
    for line in lines:
        if line.number not in spoken:
            found += _in_line(line, quoted)
    found += introduced(lines, quoted, found)
    found += carried_on(lines, quoted, found)
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
    reports = reports_of(line)
    found = list(according_to(line))
    for report in reports:
        if said := _said(report, ends_of_clauses(report, reports), quoted):
            found.append(_speech(report, said))
    return [_nested(speech, found) for speech in found]


def _said(report: Report, stops: Sequence[int], quoted: Quotations) -> Found | None:
    if report.group.passive:
        return None
    said = quoted.before(report) or quoted.after(report, stops)
    for rule in (*CLAUSE_RULES, *ACT_RULES):
        said = said or rule(report, stops)
    return said and quoted.extended(report, said)


def _nested(speech: Speech, others: Sequence[Speech]) -> Speech:
    """The report, with its guard where it stands in what another one says."""
    for other in others:
        if other is speech or not any(part.contains(speech.cue) for part in other.parts):
            continue
        if not (other.act == "report" and other.rule is Rule.CLAUSE_BEFORE and _opens(speech, other)):
            return replace(speech, guards=(*speech.guards, Guard.NESTED), certain=False)
    return speech


def _opens(speech: Speech, other: Speech) -> bool:
    """Whether a report is the main clause of what a newspaper reports: "Frey thanked Peru, the Times reported"."""
    named = speech.position is Position.ADJACENT and not speech.pronoun
    return named and speech.speaker.start == other.content.start


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
        sentence=report.line.number,
        rule=said.rule,
        position=subject.how,
        certain=is_certain(report, said.rule, guards),
        guards=guards,
        antecedent=_span(words, *subject.antecedent) if subject.antecedent else None,
        pronoun=words[subject.first].tag in ("PRP", "WP", "WDT"),
        vague=is_vague(words[subject.first : subject.last + 1]),
        attitude=report.has(Frame.ATTITUDE) or (said.rule is not Rule.URGING and report.has(Frame.INFINITIVE_ATTITUDE)),
    )


def _span(words: Sequence[Word], first: int, last: int) -> Span:
    return Span(words[first].start, words[last].end)
