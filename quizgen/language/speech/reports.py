"""The verbs of speech of a sentence with their speakers, and how they hang together."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from quizgen.language.speech import speakers
from quizgen.language.speech.line import Line
from quizgen.language.speech.names import Position
from quizgen.language.speech.report import Report
from quizgen.language.speech.speakers import Subject
from quizgen.language.speech.verbs import Form, Frame, VerbGroup, cue_verbs, find_group

# No sentence of a person is longer, nor reports more; one that is leaves nothing certain.
_WORDS, _REPORTS = 400, 12


def reports_of(line: Line) -> list[Report]:
    """The reports of speech in a sentence, outside its quotations, from left to right."""
    if len(line.words) > _WORDS:
        return []
    cues, words, quoted = cue_verbs(), line.words, line.quoted
    verbs = (i for i, word in enumerate(words) if word.lower in cues and quoted[i] < 0)
    groups = (group for i in verbs if (group := find_group(words, i)))
    found: list[Report] = []
    for group in islice(groups, _REPORTS):
        if subject := _subject(line, group, found):
            found.append(Report(line, group, subject))
    return found


def _subject(line: Line, group: VerbGroup, earlier: Sequence[Report]) -> Subject | None:
    if subject := speakers.inverted(line, group):
        return subject
    if group.form is not Form.FINITE:
        return speakers.of_participle(line, group, _main_speakers(earlier))
    subject = speakers.before(line, group.first)
    if subject and subject.how is Position.SHARED and _reports_clause(line, group):
        near = _main_speakers(earlier)  # X said that Y won and added that ...
        return subject._replace(first=near[-1].first, last=near[-1].last) if near else subject
    return subject


def _reports_clause(line: Line, group: VerbGroup) -> bool:
    """Whether a clause or quotation follows the verb, or nothing else can."""
    if Frame.OBJECT not in group.cue.frames:
        return True
    i = group.last + 1
    return i < len(line.words) and (line.words[i].lower == "that" or line.quoted[i] >= 0)


def _main_speakers(earlier: Sequence[Report]) -> list[Subject]:
    """The speakers of the reports before that no other report contains."""
    whole = [r for r in earlier if r.is_whole and not r.introduced and r.group.form is Form.FINITE]
    return [r.subject for i, r in enumerate(whole) if i == 0 or _stands_apart(r)]


def ends_of_clauses(report: Report, others: Sequence[Report]) -> list[int]:
    """The words at which what ``report`` says is over, because another of the sentence's reports begins."""
    going_on = [r.group.first for r in others if r.group.first > report.last and _goes_on(r, report)]
    return going_on + [r.first for r in others if r.first > report.last + 2 and _stands_apart(r)]


def _stands_apart(report: Report) -> bool:
    """Whether a report begins behind a comma or conjunction, so that what comes before has ended."""
    if not report.is_whole or report.introduced or report.subject.how is Position.INVERTED:
        return False
    line, i = report.line, report.first - 1
    if line.words[i].tag == "CC":
        return line.is_comma(i - 1)
    return line.words[i].text == ";" or (line.is_comma(i) and report.has(Frame.BARE, Frame.THAT))


def _goes_on(later: Report, earlier: Report) -> bool:
    """Whether the later report is a further verb of the same speaker: ``..., adding``; ``and announced``."""
    if later.subject.first != earlier.subject.first or later.group.form is Form.INFINITIVE:
        return False
    line, i = later.line, later.group.first - 1
    if line.words[i].lower in ("by", "while", "before", "after"):
        i -= 1
    if line.words[i].tag == "CC" and later.group.form is Form.PARTICIPLE:  # saying A and adding B
        return earlier.group.form is Form.PARTICIPLE
    return later.subject.how is Position.SHARED or line.words[i].tag in (",", "CC", "''", '"')
