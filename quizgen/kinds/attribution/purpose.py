"""What somebody met, called or travelled for: "X met with Y to reaffirm ..."."""

from __future__ import annotations

from quizgen.kinds.attribution.fact import Attribution, accepted, answer_type, evidence_of, names
from quizgen.language.asking import predicate_end, verb_text
from quizgen.language.clauses import Clause, ClauseKind
from quizgen.language.inflection import base_form
from quizgen.language.names import NameKind
from quizgen.language.predicate import relative_dates, standing_predicate
from quizgen.language.said import said_clause
from quizgen.language.speech import Guard, Speech
from quizgen.language.subject import subject_range
from quizgen.language.understanding import Understanding
from quizgen.model.document import Span

_OCCASIONS = frozenset("meet host travel visit call speak convene hold gather fly join attend sit".split())
"""Verbs of meetings and journeys, which have a purpose of speech."""
_LONGEST = 26


def purpose(u: Understanding, speech: Speech) -> Attribution | None:
    """The statement that a meeting was for, asked together with the meeting; None where that is not certain."""
    if set(speech.guards) - {Guard.INFINITIVE, Guard.FIRST_PERSON} or speech.vague or u.is_quoted(speech.cue):
        return None
    sentence = u.sentences[speech.sentence]
    words, to = sentence.words, sentence.word_at(speech.cue.start)
    clause = u.clause_at(sentence, speech.cue.start)
    if clause is None or not _is_meeting(u, speech, clause) or words[to].tag != "TO":
        return None
    place = subject_range(u, sentence, clause)
    if place is None:
        return None
    who = u.coreference.resolve(Span(words[place[0]].start, words[place[1] - 1].end), sentence.index)
    if who is None or not who.entities or any(e.kind is not NameKind.PERSON for e in who.entities):
        return None
    end = predicate_end(words, clause, must_reach=to + 3)
    dates = relative_dates(u, sentence)
    rest = standing_predicate(u, sentence, clause, end, dates, _LONGEST)
    lead = standing_predicate(u, sentence, clause, to, dates, _LONGEST)
    if _is_cut_off(rest, words[to + 1].text) and lead is not None:  # to reaffirm *our* support
        said = said_clause(u, speech, _LONGEST - len(lead.split()))
        rest = f"{lead} {speech.cue.of(u.text)} {said}" if said is not None else None
    if rest is None or _is_cut_off(rest, words[to + 1].text):
        return None
    predicate = f"{verb_text(words, clause)} {rest}"
    if any(names(predicate, name) for e in who.entities for name in (e.surname, e.name, *e.names)):
        return None
    return Attribution(
        rule="purpose", subject=predicate, evidence=evidence_of(u, speech, who), predicate=predicate, worth=0.8,
        speakers=tuple(e.name for e in who.entities), accept=accepted(who), type=answer_type(who),
        guards=("certain-speaker", "stands-alone", "not-own-speaker"),
    )  # fmt: skip


def _is_cut_off(predicate: str | None, verb: str) -> bool:
    """Whether a predicate ends before what the meeting was for."""
    return predicate is None or f"to {verb} " not in f"{predicate} "


def _is_meeting(u: Understanding, speech: Speech, clause: Clause) -> bool:
    """Whether a clause tells of a meeting that took place."""
    words, verb = u.sentences[speech.sentence].words, clause.verb
    if clause.kind not in (ClauseKind.MAIN, ClauseKind.JOINED) or words[verb.finite].tag != "VBD" or verb.passive:
        return False
    plain = not any(w.lower in ("not", "never") for w in words[verb.start : verb.end])
    return plain and base_form(words[verb.main].lower) in _OCCASIONS
