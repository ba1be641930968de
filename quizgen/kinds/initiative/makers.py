"""Who proposed, launched, signed or opened a programme."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.kinds.initiative.dated import date_at
from quizgen.kinds.initiative.fact import MAKING, Initiative, is_maker, statement
from quizgen.kinds.initiative.place import Place
from quizgen.kinds.initiative.statements import asked_beside, others_before
from quizgen.language.asking import text_of
from quizgen.language.calendar import DateMention, Role
from quizgen.language.clauses import Clause, ClauseKind
from quizgen.language.inflection import base_form, verb_forms
from quizgen.language.names import NameKind
from quizgen.language.nominal import event_clause, is_action, is_plural
from quizgen.language.phrases import noun_phrase_end, noun_phrase_start
from quizgen.language.standalone import owner, pointing, stands_alone
from quizgen.language.subject import subject_text
from quizgen.language.understanding import Understanding
from quizgen.language.words import Word
from quizgen.model.document import Span


def made_by(u: Understanding, place: Place) -> Initiative | None:
    """ "the Belt and Road Initiative proposed by President Xi Jinping"."""
    words = place.words
    at = place.end + (place.after == ",")
    if at + 2 >= len(words) or words[at].tag not in ("VBN", "VBD"):
        return None
    when = date_at(u, place, at + 1)
    by = at + 1 + len(when.split())
    if by + 1 >= len(words) or words[by].lower != "by":
        return None
    last = noun_phrase_end(words, by + 1)
    if last + 1 < len(words) and words[last].tag == "CC" and words[last + 1].is_name:
        return None  # founded by Ida | and Karl Lund
    who = Span(words[by + 1].start, words[max(by + 1, last - 1)].end)
    when = when or date_at(u, place, last) or _circumstance(u, words, last)
    return _with_maker(u, place, who, words[at].lower, when)


def _circumstance(u: Understanding, words: Sequence[Word], start: int) -> str:
    """ " into law in 1993": what goes with a making right behind it, up to the next comma; empty where it leans."""
    if start >= len(words) or words[start].tag != "IN" or words[start].lower in ("that", "because", "if", "as"):
        return ""
    stop = next(
        (i for i in range(start, len(words)) if words[i].text in _CLOSES or words[i].tag in ("CC", "WDT")), len(words)
    )
    told = text_of(u.text, words, start, stop)
    finite = any(w.tag in ("VBD", "VBZ", "VBP", "MD") for w in words[start:stop])
    return f" {told}" if not finite and len(told.split()) <= _LONGEST and stands_alone(told) else ""


_CLOSES = (",", ".", ";", ":", "–", "—", "(", ")", "?", "!")
_LONGEST = 8
"""Words of what goes with a making."""
_BY_MANY = frozenset(
    "sign introduce open host fund lead start begin adopt endorse organize organise build design".split()
)
"""What one maker does to many things of a sort, so that "which act did Bill Holm sign?" has many answers."""


def made_in_relative(u: Understanding, place: Place) -> Initiative | None:
    """ "the Belt and Road Initiative, which Xi Jinping had proposed"."""
    words = place.words
    at = place.end + (place.after == ",")
    clause = next((c for c in u.clauses[place.sentence.index] if c.start == at), None)
    if clause is None or clause.subject is None or clause.opener not in ("which", "that"):
        return None
    if clause.kind is not ClauseKind.RELATIVE and _has_object(words, clause):
        return None  # "that" with an object behind its verb is no relative pronoun
    a, b = clause.subject
    verb = words[clause.verb.main].lower
    if words[clause.verb.finite].tag in ("MD", "VBZ", "VBP") and words[clause.verb.finite].lower not in ("has", "have"):
        return _still_to_come(u, place, clause)
    told = _circumstance(u, words, clause.verb.end)
    who = Span(words[a].start, words[b - 1].end)
    return _with_maker(u, place, who, verb, told) or _with_makers(u, place, clause, verb)


def _still_to_come(u: Understanding, place: Place, clause: Clause) -> Initiative | None:
    """ "the Tuna Summit that Norway will host": which summit was Norway to host?"""
    subject, base = subject_text(u, place.sentence, clause), base_form(place.words[clause.verb.main].lower)
    if place.words[clause.verb.finite].lower != "will" or subject is None or base not in MAKING:
        return None
    helper = "were" if is_plural(subject) else "was"
    return statement(u, place, "made-by", f"Which {place.noun} {helper} {subject} to {base}?", 1.2)


_NO_OBJECT = ("IN", "TO", "RB", ",", "``", "''", ".", "CC", ":", "WRB")


def _has_object(words: Sequence[Word], clause: Clause) -> bool:
    return clause.verb.end < min(clause.end, len(words)) and words[clause.verb.end].tag not in _NO_OBJECT


def _with_makers(u: Understanding, place: Place, clause: Clause, verb: str) -> Initiative | None:
    """Made by one and others: the others stand in the question, as they cannot be the answer."""
    subject, base = subject_text(u, place.sentence, clause), base_form(verb)
    if base not in MAKING or subject is None:
        return None
    more = _first_of_them(u, place, clause, verb_forms(base).past)
    return statement(u, place, "made-by", f"Which {place.noun} did {subject} {base}?", 1.2, **more)


def _first_of_them(u: Understanding, place: Place, clause: Clause, making: str) -> dict[str, object]:
    """ "Minister Bill Holm *and Peruvian officials*": the one named maker, and those told by no name."""
    words, (a, b) = place.words, clause.subject or (0, 0)
    joints = [i for i in range(a + 1, b) if words[i].tag == "CC"]
    if len(joints) != 1 or joints[0] + 2 > b or words[b - 1].tag != "NNS":
        return {}
    joint = joints[0]
    who = u.coreference.resolve(Span(words[a].start, words[joint - 1].end), place.sentence.index)
    if who is None or len(who.entities) != 1 or who.entities[0].kind is not NameKind.PERSON:
        return {}
    partners = text_of(u.text, words, joint + 1, b)
    return {} if owner(partners) or pointing(partners) else {"maker": who.text, "making": making, "partners": partners}


def _with_maker(u: Understanding, place: Place, who: Span, verb: str, when: str = "") -> Initiative | None:
    base = base_form(verb)
    referent = u.coreference.resolve(who, place.sentence.index)
    if base not in MAKING or referent is None or len(referent.entities) != 1 or not is_maker(u, referent.entities[0]):
        return None
    asked = f"Which {place.noun} did {u.named(referent.text)} {base}"
    for told in dict.fromkeys((when, "")):
        made = statement(
            u, place, "made-by", asked_beside(others_before(u, place), f"{asked}{told}?"), 1.4,
            maker=referent.text, making=verb_forms(base).past, maker_kind=referent.entities[0].kind,
            thin=not told and base in _BY_MANY,
        )  # fmt: skip
        if made is not None:
            return made
    return None


def opened(u: Understanding, place: Place) -> Initiative | None:
    """ "the opening of the Railway today": which railway was opened on that day?"""
    words, begin, noun = place.words, place.begin, place.noun
    dates = u.dates_by_sentence.get(place.sentence.index, ())
    date = next((d for d in dates if _follows(words, place.end, d)), None)
    head = noun_phrase_start(words, place.end - 1)
    if date is None and (date := next((d for d in dates if _precedes(words, begin - 1, d)), None)):
        head = place.sentence.word_at(date.span.start) - 2  # the founding in 1942 of the Elm Project
    action = next((w.lower for w in words[max(head, 0) : begin] if w.tag in ("NN", "VBG")), "")
    if date is None or date.value is None or not is_action(action) or words[begin - 1].lower != "of":
        return None
    if u.reference is not None and date.value.first_day > u.reference:
        return None  # it is still to come
    joint = "on" if date.value.granularity == "day" else "in"
    asked = f"Which {event_clause(f'the {action} of {noun}').replace('was ', '', 1)}"
    verb = asked.removeprefix(f"Which {noun} ")
    return statement(u, place, "opened", f"Which {noun} was {verb} {joint} {date.value.spoken}?", 1.2)


def _precedes(words: Sequence[Word], of: int, date: DateMention) -> bool:
    """Whether a date stands right before "of"."""
    return (
        words[of].lower == "of"
        and of > 1
        and date.role is Role.PLAIN
        and words[of - 1].start < date.span.end <= words[of - 1].end
    )


def _follows(words: Sequence[Word], end: int, date: DateMention) -> bool:
    after = words[end : end + 2]
    return (
        any(w.start <= date.span.start < w.end or w.start == date.span.start for w in after) and date.role is Role.PLAIN
    )
