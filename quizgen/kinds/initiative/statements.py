"""What a clause says of the programme it names."""

from __future__ import annotations

from quizgen.kinds.initiative.fact import LONGEST, MAKING, Initiative, noun, statement
from quizgen.language.aliases import Entity
from quizgen.language.asking import capitalised, inverted, predicate_end, text_of, verb_text
from quizgen.language.calendar import Role
from quizgen.language.clauses import Clause, ClauseKind
from quizgen.language.inflection import base_form
from quizgen.language.predicate import standing_predicate
from quizgen.language.sentences import Sentence
from quizgen.language.subject import subject_text
from quizgen.language.understanding import Understanding

_PREPOSITIONS = frozenset(
    ["of", "under", "in", "at", "through", "with", "on", "for", "by", "to", "behind", "within", "from"]
)
_DETERMINERS = frozenset(["the", "a", "an", "its", "their", "his", "her", "our", "this", "new"])


def noun_phrase_floor(sentence: Sentence, start: int) -> int:
    """The index of the determiner or adjective the name's noun phrase begins with."""
    words = sentence.words
    i = start
    while i > 0 and (words[i - 1].tag in ("DT", "PRP$", "JJ", "CD", "JJS") or words[i - 1].lower in _DETERMINERS):
        i -= 1
    return i


def as_subject(
    u: Understanding, sentence: Sentence, clause: Clause, entity: Entity, start: int, end: int
) -> Initiative | None:
    """ "the Laos-China Railway has been completed": which railway has been completed?"""
    if clause.subject is None or not clause.subject[0] <= start < clause.subject[1] or clause.subject[1] > end:
        return None
    if start - clause.subject[0] > 1 or clause.kind is ClauseKind.RELATIVE:
        return None
    rest = standing_predicate(u, sentence, clause, predicate_end(sentence.words, clause), [], LONGEST)
    verb = verb_text(sentence.words, clause)
    if rest is None or len(f"{verb} {rest}".split()) < 3:
        return None
    return statement(u, sentence, entity, "as-subject", f"Which {noun(entity)} {verb} {rest}".rstrip() + "?", 1.0)


def of_subject(
    u: Understanding, sentence: Sentence, clause: Clause, entity: Entity, start: int, end: int
) -> Initiative | None:
    """ "The opening of the Railway brings Laos close to ...": the opening of which railway brings ...?"""
    words = sentence.words
    if (
        clause.subject is None
        or clause.kind is ClauseKind.RELATIVE
        or not clause.subject[0] < start < clause.subject[1]
    ):
        return None
    begin = noun_phrase_floor(sentence, start)
    if words[begin - 1].lower != "of" or end < clause.subject[1]:
        return None
    rest = standing_predicate(u, sentence, clause, predicate_end(words, clause), [], LONGEST)
    if rest is None:
        return None
    lead = text_of(u.text, words, clause.subject[0], begin - 1)
    asked = f"{capitalised(lead)} of which {noun(entity)} {verb_text(words, clause)} {rest}".rstrip() + "?"
    return statement(u, sentence, entity, "of-subject", asked, 0.9)


def as_object(
    u: Understanding, sentence: Sentence, clause: Clause, entity: Entity, start: int, end: int
) -> Initiative | None:
    """ "the United States launched the Plan": which plan did the United States launch?"""
    begin = noun_phrase_floor(sentence, start)
    if begin != clause.verb.end:
        return None
    subject = subject_text(u, sentence, clause)
    if subject is None:
        return None
    stop = predicate_end(sentence.words, clause, must_reach=end)
    rest = standing_predicate(u, sentence, clause, max(stop, end), [(begin, end)], LONGEST - len(subject.split()))
    if rest is None:
        return None
    rest = f"{rest} {_fronted_date(u, sentence, clause)}".strip()
    asked = f"Which {noun(entity)} {inverted(u.text, sentence.words, clause, subject, rest)}?"
    making = base_form(sentence.words[clause.verb.main].lower) in MAKING
    return statement(u, sentence, entity, "as-object", asked, 1.3 if making else 1.1)


def _fronted_date(u: Understanding, sentence: Sentence, clause: Clause) -> str:
    """The date a clause opens with, to be asked along: "in 1967"."""
    if clause.subject is None:
        return ""
    before = sentence.words[clause.subject[0]].start
    date = next((d for d in u.dates_by_sentence.get(sentence.index, ()) if d.span.end <= before and d.value), None)
    if (
        date is None
        or date.value is None
        or date.role is not Role.PLAIN
        or u.clause_at(sentence, date.span.start) is not clause
    ):
        return ""
    return f"{'on' if date.value.granularity == 'day' else 'in'} {date.value.spoken}"


def after_infinitive(
    u: Understanding, sentence: Sentence, clause: Clause, entity: Entity, start: int, end: int
) -> Initiative | None:
    """ "China is willing to ..., implement the Initiative": which initiative is China willing to ... implement?"""
    words = sentence.words
    begin = noun_phrase_floor(sentence, start)
    if begin <= clause.verb.end or words[begin - 1].tag != "VB":
        return None
    verb = begin - 1
    to = next((i for i in range(verb, clause.verb.end - 1, -1) if words[i].tag == "TO"), None)
    subject = subject_text(u, sentence, clause)
    if to is None or subject is None:
        return None
    lead = text_of(u.text, words, clause.verb.end, to + 1)
    stop = predicate_end(words, clause, must_reach=end)
    tail = standing_predicate(u, sentence, clause, max(stop, end), [], 8, start=end) or ""
    if tail.startswith(("and ", "or ")) or "," in tail:
        tail = ""
    rest = f"{lead} {words[verb].text} {tail}" if lead.endswith("to") else f"{lead} to {words[verb].text} {tail}"
    asked = f"Which {noun(entity)} {inverted(u.text, words, clause, subject, rest.strip())}?"
    return statement(u, sentence, entity, "after-infinitive", asked, 1.1) if len(asked.split()) <= LONGEST else None


def fronted(
    u: Understanding, sentence: Sentence, clause: Clause, entity: Entity, start: int, end: int
) -> Initiative | None:
    """ "Thanks to the Initiative, the railway has been completed": thanks to which initiative has ...?"""
    words = sentence.words
    begin = noun_phrase_floor(sentence, start)
    if clause.subject is None or begin == 0 or end > clause.subject[0] or words[begin - 1].tag not in ("IN", "TO"):
        return None
    if begin > 4 or words[end].text != "," or end + 1 != clause.subject[0]:
        return None
    subject = subject_text(u, sentence, clause)
    if subject is None:
        return None
    rest = standing_predicate(u, sentence, clause, predicate_end(words, clause), [], LONGEST - len(subject.split()))
    if rest is None:
        return None
    lead = capitalised(text_of(u.text, words, 0, begin - 1) + " " + words[begin - 1].text).strip()
    asked = f"{lead} which {noun(entity)} {inverted(u.text, words, clause, subject, rest)}?"
    return statement(u, sentence, entity, "fronted", asked, 1.0)


def in_place(
    u: Understanding, sentence: Sentence, clause: Clause, entity: Entity, start: int, end: int
) -> Initiative | None:
    """ "They discussed progress under the Plan": ... discussed progress under which plan?"""
    words = sentence.words
    begin = noun_phrase_floor(sentence, start)
    if begin <= clause.verb.end or not (
        words[begin - 1].lower in _PREPOSITIONS or words[begin - 1].tag in ("VBG", "RP")
    ):
        return None
    subject = subject_text(u, sentence, clause)
    if subject is None:
        return None
    lead = standing_predicate(u, sentence, clause, begin, [], LONGEST - len(subject.split()) - 2)
    if lead is None or not text_of(u.text, words, clause.verb.end, begin).startswith(lead):
        return None
    full = " ".join(f"{lead} {words[begin - 1].text}".split()) if not lead.endswith(words[begin - 1].text) else lead
    if len(full.split()) < len(text_of(u.text, words, clause.verb.end, begin).split()):
        return None
    full = _without_other_aims(u, sentence, clause, begin) or full
    asked = f"{capitalised(subject)} {verb_text(words, clause)} {full} which {noun(entity)}?"
    return statement(u, sentence, entity, "in-place", asked, 0.8)


def _without_other_aims(u: Understanding, sentence: Sentence, clause: Clause, end: int) -> str:
    """ "willing to keep contact, deepen trust, raise the use of": willing to raise the use of; empty for one aim."""
    words = sentence.words
    verbs = [
        i
        for i in range(clause.verb.end + 1, end)
        if words[i].tag == "VB" and (words[i - 1].text == "," or words[i - 1].tag == "CC")
    ]
    aim = verbs[-1] if verbs else 0
    to = next((i for i in range(aim - 1, clause.verb.end - 1, -1) if words[i].tag == "TO"), None) if aim else None
    if to is None:
        return ""
    lead = u.text[words[clause.verb.end].start : words[to].end]
    return f"{lead} {u.text[words[aim].start : words[end - 1].end]}"
