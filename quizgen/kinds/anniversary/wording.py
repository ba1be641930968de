"""Which anniversary, of what, and when that was."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from quizgen.kinds.anniversary.fact import Anniversary
from quizgen.kinds.anniversary.finding import find
from quizgen.language.entity import Entity
from quizgen.language.gazetteer import country, is_organisation_head
from quizgen.language.lexicon import is_known
from quizgen.language.names import NameKind
from quizgen.language.nominal import event_clause, happens, is_plural
from quizgen.language.occasion import occasions
from quizgen.language.once import once
from quizgen.language.ordinals import ordinal, ordinal_word
from quizgen.language.pattern import Pattern
from quizgen.language.understanding import Understanding
from quizgen.model.fact import AnswerType, Question

_OF = Pattern(r"(?<= of )|(?<= of the )")
_ENDS = Pattern(r"(?![\w-])")
_SWAPS = 200
"""Bodies or places that may take the place of another, at the most."""
_ROUND = 5
"""Years of which every multiple is marked."""
_CHOICES = 12
"""Other events to choose distractors from, at the most."""
_THEMES = ("Friendship", "Cooperation", "Tourism", "Culture", "Youth", "Science and Innovation", "Education")


def ask(fact: Anniversary, u: Understanding) -> Iterator[Question]:
    """Yield which anniversary, of what, and the year of the event."""
    if fact.rule == "named-year":
        yield _ask_named_year(fact)._replace(occasions=occasions(u))
        return
    if fact.rule == "years-of" and fact.holder and fact.year and not fact.span_of:
        yield _which(fact, f"Which anniversary did {fact.holder} celebrate in {fact.year}?")
        return
    if fact.rule in ("years-of", "turned"):
        yield _how_many_years(fact, u)
        if fact.event and fact.year:
            yield _years_of_what(fact, u)
        return
    if fact.rule == "nth-year":
        did = f"was {fact.holder} to" if fact.ahead else f"did {fact.holder}"
        asked = f"Which year {fact.span_of} {did} mark in {fact.year}?"
        yield _which(fact, asked)
        return
    if fact.rule == "own":
        did = "did" if not fact.ahead else "were" if is_plural(fact.holder) else "was"
        yield _which(fact, f"Which anniversary {did} {fact.holder} {'to ' * fact.ahead}celebrate in {fact.year}?")
        return
    occasion = f"in {fact.year}" if fact.year else ""
    told = occasions(u)
    if fact.well_wisher:
        yield _which(fact, f"On which anniversary of {fact.event} did {fact.well_wisher} offer congratulations?", told)
        what = f"On the {ordinal(fact.number)} anniversary of what did {fact.well_wisher} offer congratulations?"
    elif fact.made:
        yield _which(fact, f"{fact.made} which anniversary of {fact.event}?")
        what = f"{fact.made} the {ordinal(fact.number)} anniversary of what?"
    else:
        verb = "falls" if fact.ahead else "was marked"
        which = f"Which anniversary of {fact.event} {verb} {occasion}".rstrip()
        if fact.done[1] and not fact.year:
            which = f"{fact.done[0]} which anniversary of {fact.event} {fact.done[1]}"
        yield _which(fact, f"{which}?", told)
        what = _what_asked(fact, f"{verb} {occasion}".rstrip())
    yield Question(
        aspect="what", text=what, answer=fact.event,
        type=_type_of(fact.event, u), accept=_short_forms(fact.event),
        derived=_is_derived(fact, u),
        choices=_other_events(fact, u), occasions=told, bound=_is_loose(fact),
    )  # fmt: skip
    if fact.year and happens(fact.event) and not fact.purpose:
        begun = fact.year - fact.number
        yield Question(
            aspect="year", text=f"In which year {event_clause(fact.event)}?", answer=str(begun), value=str(begun),
            type=AnswerType.DATE, derived=True, note=f"{fact.year} - {fact.number} = {begun}",
        )  # fmt: skip


def _what_asked(fact: Anniversary, marked: str) -> str:
    """What an anniversary is of, asked with who marked it or told of it, where the text has that."""
    nth = f"the {ordinal(fact.number)} anniversary of what"
    if fact.done[1]:
        year = "" if fact.year is None or str(fact.year) in fact.done[1] else f" in {fact.year}"
        return f"{fact.done[0]} {nth} {fact.done[1]}{year}?"
    if fact.marking:
        return f"{fact.marking} {nth}?"
    if fact.marker:
        return f"{fact.marker} {nth} in {fact.year}?"
    if fact.teller and not fact.ahead:
        return f"According to {fact.teller}, {fact.year} marked {nth}?"
    return f"T{nth[1:]} {marked}?"


def _is_derived(fact: Anniversary, u: Understanding) -> bool:
    """Whether no proof holds the event as the answer tells it."""
    return not any(fact.event.lower() in " ".join(s.of(u.text).split()).lower() for s in fact.evidence)


def _is_loose(fact: Anniversary) -> bool:
    """Whether many things have such an anniversary in a year, and nothing in the question tells them apart."""
    named = (
        fact.well_wisher or fact.made or fact.marking or fact.done[1] or fact.marker or (fact.teller and not fact.ahead)
    )
    return not named and fact.number % _ROUND == 0


def _how_many_years(fact: Anniversary, u: Understanding) -> Question:
    others = [fact.number + step for step in (50, -50, 25, -25, 10, -10, 5, -5) if fact.number + step > 0]
    far = fact.number >= 100
    return Question(
        aspect="which", text=_years_asked(fact), answer=str(fact.number),
        value=str(fact.number), accept=(f"{fact.number} years",), type=AnswerType.PHRASE,
        choices=tuple(map(str, others if far else others[4:])), occasions=() if fact.year else occasions(u),
    )  # fmt: skip


def _years_asked(fact: Anniversary) -> str:
    if fact.rule == "turned":
        return f"How old did {fact.holder} turn in {fact.year}?"
    if not fact.holder:
        return f"How many years of {fact.event} were celebrated in {fact.year}?"
    did = f"did {fact.holder} celebrate in {fact.year}" if fact.year else f"was {fact.holder} celebrating"
    return f"How many years {fact.span_of} {did}?".replace("  ", " ")


def _years_of_what(fact: Anniversary, u: Understanding) -> Question:
    return Question(
        aspect="what", text=f"{fact.number} years of what were celebrated in {fact.year}?", answer=fact.event,
        type=AnswerType.EVENT, choices=_other_events(fact, u), occasions=occasions(u), bound=_is_loose(fact),
        derived=_is_derived(fact, u),
    )  # fmt: skip


def _type_of(event: str, u: Understanding) -> AnswerType:
    """What stands for what an anniversary is of: a body by bodies, a named thing by its like, all else by events."""
    name = event.removeprefix("the ")
    entity = None if happens(event) else next((e for e in u.aliases.known_as(name) if name in e.names), None)
    if entity is None:
        head = re.split(r" (?:of|for|on|in|at)\b", name, maxsplit=1)[0].split()[-1].lower()
        return AnswerType.ORGANISATION if is_organisation_head(head) and not happens(event) else AnswerType.EVENT
    return AnswerType.PROGRAMME if entity.sort else AnswerType.ORGANISATION


def _which(fact: Anniversary, text: str, occasions: tuple[str, ...] = ()) -> Question:
    figure, word = ordinal(fact.number), ordinal_word(fact.number)
    accept = tuple(form for form in (figure, str(fact.number), word, f"the {word}" if word else "") if form)
    return Question(
        aspect="which",
        text=text,
        answer=f"the {figure}",
        value=str(fact.number),
        accept=accept,
        type=AnswerType.ORDINAL,
        derived=fact.rule in ("headed", "since"),
        occasions=occasions,
    )


def _short_forms(event: str) -> tuple[str, ...]:
    forms = [event.removeprefix("the ")]
    if " of " in event:
        forms.append(event.split(" of ", 1)[1].removeprefix("the "))
    return tuple(form for form in dict.fromkeys(forms) if form != event)


@once
def _events(u: Understanding) -> tuple[str, ...]:
    """What the document tells anniversaries of, the first of them."""
    events = (f.event for f in find(u) if isinstance(f, Anniversary) and f.event and f.number)
    return tuple(islice(dict.fromkeys(events), _CHOICES))


def _other_events(fact: Anniversary, u: Understanding) -> tuple[str, ...]:
    """Other anniversaries of the document first, then the same event of another body or country."""
    others = [event for event in _events(u) if event != fact.event]
    owner = min(_owners(fact.event, u), key=lambda found: found[:2], default=None)
    if owner is None:
        return tuple(others)
    _, _, form, entity = owner
    own = re.compile(rf"\b{re.escape(form)}(?![\w-])")
    swaps = (
        own.sub((other.acronym or other.name).removeprefix("the "), fact.event)
        for other in _swaps(u)[entity.kind]
        if _is_another(other, entity) and not country(other.name)
    )
    return tuple(dict.fromkeys([*others, *swaps]))


def _owners(event: str, u: Understanding) -> Iterator[tuple[int, bool, str, Entity]]:
    """The bodies and places that an event is "of", with their number in the document and what they are called."""
    for of in _OF.finditer(event):
        for end in _ENDS.finditer(event, of.end() + 1):
            form = event[of.end() : end.start()]
            for entity in u.aliases.known_as(form):
                if entity.kind in _swaps(u) and form in (entity.acronym, entity.name):
                    yield _numbers(u)[id(entity)], form != entity.acronym, form, entity


@once
def _numbers(u: Understanding) -> dict[int, int]:
    return {id(entity): number for number, entity in enumerate(u.aliases.entities)}


@once
def _swaps(u: Understanding) -> dict[NameKind, list[Entity]]:
    """The first bodies and places of the document, to stand for each other."""
    return {
        kind: list(islice((e for e in u.aliases.entities if e.kind is kind), _SWAPS))
        for kind in (NameKind.ORGANISATION, NameKind.PLACE)
    }


def _is_another(other: Entity, one: Entity) -> bool:
    """Whether two bodies or places are of one sort, neither a part of the other, and both known by a proper name."""
    part = other.name in one.name or any(name in other.name for name in (one.name, one.acronym) if name)
    plain = all(is_known(word.lower()) for word in other.name.split())
    return not (part or plain) and bool(country(other.name)) == bool(country(one.name))


def _ask_named_year(fact: Anniversary) -> Question:
    cause = fact.event.removeprefix("Year of ")
    words = cause.split()
    others = [" ".join(["Year of", *words[:-1], theme]) for theme in _THEMES if theme != words[-1]]
    return Question(
        aspect="which", text=f"What was {fact.year} named or celebrated as?", answer=f"the {fact.event}",
        accept=(fact.event, cause), type=AnswerType.PHRASE, choices=tuple(f"the {name}" for name in others),
    )  # fmt: skip
