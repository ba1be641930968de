"""Wrong choices: of the answer's own type, from the document first, then near values, then well-known names."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice

from quizgen.language.calendar import CalendarDate, parse_iso
from quizgen.language.gazetteer import country, neighbours
from quizgen.language.lexicon import tags_of
from quizgen.language.names import NameKind
from quizgen.language.once import once
from quizgen.language.ordinals import ordinal, parse_ordinal
from quizgen.language.pattern import Pattern
from quizgen.language.referent import listed
from quizgen.language.understanding import Understanding
from quizgen.language.whole import stands_in
from quizgen.model.characters import ILLEGAL
from quizgen.model.fact import AnswerType, Question
from quizgen.questions import pools
from quizgen.questions.bodies import organisations
from quizgen.questions.elsewhere import elsewhere
from quizgen.questions.famous import surname
from quizgen.questions.nations import neighbours_of
from quizgen.questions.normal import holds, normal
from quizgen.questions.order import in_order
from quizgen.questions.ordinary import has_family_first
from quizgen.questions.persons import other_speakers, people
from quizgen.questions.present import is_somebody, people_named
from quizgen.questions.programmes import programmes
from quizgen.questions.wellknown import places_in

_ABOUT = 25
"""Years from the answer within which another date of the document can tempt."""
_SPAN_START = Pattern(r"From .*?(\d{4}) until which \w+ ")
_FIRST_PERSON = Pattern(r"“[^”]*\b(?:I|me|my|myself)\b[^”]*”")
"""What somebody is quoted with who is no organisation."""
ENOUGH = 2
"""Distractors of a card, where no others are as good."""
WANTED = 3
"""Distractors of a card, at the most."""
_USUAL = (
    *range(5, 55, 5), 60, 65, 70, 75, 80, 90, 100, 110, 120, 125, 150, 175, 200, 225, 250, 300, 350, 400, 500,
    600, 650, 700, 750, 800, 900, 1000,
)  # fmt: skip


def distractors(question: Question, u: Understanding, forbidden: Iterable[str] = ()) -> tuple[str, ...]:
    """Wrong choices for a question, best first.

    Args:
        question: with its answer, what else would be right, and the text that it was made of.
        u: the document, whose own names come first.
        forbidden: further answers that would be right for this question.
    """
    accepted = (form for form in question.accept if not holds(question.text, form))  # a father's name is his child's
    right = [question.answer, question.value or "", *accepted, *question.rivals, *forbidden]
    chosen: list[str] = []
    known = pools.made_by(question.text) if question.type is AnswerType.PROGRAMME else frozenset()
    if question.type is AnswerType.ORGANISATION and (
        _FIRST_PERSON.search(question.text) or is_somebody(question.answer, u)
    ):
        question = question._replace(type=AnswerType.PERSON)
    for candidate in chain(question.choices, _OF_TYPE[question.type](question, u)):
        if not candidate and len(chosen) >= ENOUGH:
            break
        if candidate and (
            candidate not in known
            and _is_wrong(candidate, question, right)
            and not any(_alike(candidate, other) or _namesakes(candidate, other, question) for other in chosen)
        ):
            chosen.append(candidate)
        if len(chosen) == WANTED:
            break
    return tuple(chosen)


def _is_wrong(candidate: str, question: Question, right: list[str]) -> bool:
    """Whether a candidate is no right answer, in no part of one, not told by the question, and about as long."""
    if ILLEGAL.search(candidate) or any(_alike(candidate, answer) for answer in right if answer):
        return False
    if question.type is AnswerType.DATE:
        return not stands_in(candidate, question.text)
    if question.type is AnswerType.ORDINAL:
        return True
    if holds(question.text, candidate):
        return False
    if question.type is AnswerType.PERSON and not stands_in(surname(question.answer), normal(question.text)):
        told = stands_in(surname(candidate), normal(question.text))  # whom "President Rivas" was thanked by
        if told or _is_called_in(candidate, question.text) or _namesakes(candidate, question.answer, question):
            return False
    if question.type is AnswerType.ORGANISATION and _is_told_of(candidate, question.text):
        return False
    if question.type in _OF_NATIONS and _is_of_nation_told(candidate, question):
        return False
    longer, shorter = sorted((len(candidate), len(question.answer)), reverse=True)
    return longer <= 2.2 * shorter or longer - shorter <= 8


def _is_of_nation_told(candidate: str, question: Question) -> bool:
    """Whether a country or its government stands in the question, which has its answer do something with it."""
    asked = places_in(question.text)
    if question.answer.endswith(" side") or not asked.isdisjoint(places_in(question.answer)):
        return False
    return not asked.isdisjoint(places_in(candidate))


_OF_NATIONS = frozenset([AnswerType.ORGANISATION, AnswerType.COUNTRY])


def _is_told_of(body: str, asked: str) -> bool:
    """Whether a question names an organisation by the word that is its own: "the H.J. Quill Company", of Quill Co."""
    told = frozenset(normal(asked).split())
    return any(len(word) > _OWN and word in told and tags_of(word) is None for word in normal(body).split())


_OWN = 3
"""Letters of a word that is an organisation's own, beyond these."""


def _is_called_in(name: str, asked: str) -> bool:
    """Whether a question calls somebody by a given name of two parts, which is written as one as well: Chang-yong."""
    given = {parts.replace("-", "").lower() for parts in _TWO_PARTS.findall(asked)}
    return not given.isdisjoint(name.replace("-", "").lower().split())


_TWO_PARTS = Pattern(r"\b[A-Z][a-z]+-[A-Za-z][a-z]+\b")


def _namesakes(one: str, other: str, question: Question) -> bool:
    """Whether two people have one given name, and are perhaps the same: a wife by her own name and her husband's."""
    both = question.type is AnswerType.PERSON and " " in one and " " in other
    return both and one.split()[0] == other.split()[0] and one not in question.choices and not has_family_first(one)


_SHORTENED = Pattern(r"^(?:u ?n|u ?s|e ?u|u ?k)\b")
_IN_FULL = {"un": "united nations", "us": "united states", "eu": "european union", "uk": "united kingdom"}
"""Letters that open the names of bodies, as names are compared: the UN Charter is the United Nations Charter."""


def _spelled(compared: str) -> str:
    return _SHORTENED.sub(lambda found: _IN_FULL[found[0].replace(" ", "")], compared)


def _alike(one: str, other: str) -> bool:
    a, b = _spelled(normal(one)), _spelled(normal(other))
    if a[:1].isdigit() or b[:1].isdigit():
        return a == b
    if a == b or (a in b and f" {a} " in f" {b} ") or (b in a and f" {b} " in f" {a} "):
        return True
    if a.rpartition(" ")[2] != b.rpartition(" ")[2]:
        return False
    shorter, longer = sorted((a.split(), b.split()), key=len)
    return len(shorter) > 1 and set(shorter) <= set(longer)  # the Hubble (Space) Telescope


def _groups(question: Question, u: Understanding) -> Iterator[str]:
    """Other groups of the same make: of two people, of two countries or bodies, of the leaders of something."""
    lead, of, _ = question.answer.partition(" of ")
    here = re.split(r", (?!Jr|Sr)| and ", question.answer)
    if of and len(here) == 1:
        yield from (
            f"{lead} of {other}" for other in in_order(question.text, pools.by_field("organisations.txt")["union"])
        )
        return
    short = pools.by_field("organisations.txt")["short"]
    if len(here) == 1 and (own := next((name for name in short if stands_in(name, question.answer)), None)):
        yield from (question.answer.replace(own, other) for other in in_order(question.text, short))
        return
    persons = any(name in people_named(u) for name in here)
    known = {normal(name) for name in here}
    if persons and len(here) == 2:
        first = next(iter(other_speakers(here[0], question, u)), "")
        last = next((name for name in islice(other_speakers(here[1], question, u), 2) if name != first), "")
        if first and last:
            yield from _crossed(here, [first, last])
    firms = not persons and not any(country(name) or name.startswith("the ") for name in here)
    like = (
        organisations(question._replace(answer=here[0]), u) if firms else (people if persons else _bodies)(question, u)
    )
    others = list(islice((name for name in like if normal(name) not in known), 3))
    if len(here) > 2:  # three stand beside threes
        for place, other in zip((-1, 1, 0), others, strict=False):
            changed = list(here)
            changed[place] = other
            yield listed(changed)
        return
    if len(here) == 2 and len(others) > 1:
        yield from _crossed(here, others)
    for other in others:
        yield f"{here[0]} and {other}"
    for other in others:
        if len(here) > 1:
            yield f"{other} and {here[-1]}"


def _crossed(here: Sequence[str], others: Sequence[str]) -> Iterator[str]:
    """Pairs in which, with the right one, every name stands twice, so that none of them tells it."""
    yield f"{here[0]} and {others[1]}"
    yield f"{others[0]} and {here[1]}"
    yield f"{others[0]} and {others[1]}"


def _bodies(question: Question, u: Understanding) -> Iterator[str]:
    """Countries near those the document names, then unions of states."""
    yield from in_order(question.text, neighbours_of(u))
    yield from in_order(question.text, pools.by_field("organisations.txt")["union"])


def _countries(question: Question, u: Understanding) -> Iterator[str]:
    side = re.fullmatch(r"the (\w+) side", question.answer)
    nation = country(side[1]) if side else country(question.answer)
    near = list(neighbours(nation.name)) if nation else []
    continents = pools.by_field("continents.txt")
    for name in (*_countries_named(u), *in_order(question.text, near)):
        found = country(name)
        if name in continents and nation and nation.name not in continents:
            continue
        yield f"the {found.adjectives[0]} side" if side and found else name


@once
def _countries_named(u: Understanding) -> list[str]:
    """The countries that the document calls by their usual names."""
    places = (e.name for e in u.aliases.entities if e.kind is NameKind.PLACE)
    return [name for name in places if (nation := country(name)) and nation.name == name]


def _events(question: Question, u: Understanding) -> Iterator[str]:
    """The same event of a neighbour, then other events of about the year when that which is marked happened."""
    yield from elsewhere(question.answer, question.text)
    number = re.search(r"\b(\d+)(?:st|nd|rd|th) anniversary", question.text)
    told = re.search(r"\b(1[5-9]\d\d|20\d\d)\b", question.text)
    marked = int(told[1]) if told else u.reference.year if u.reference else None
    if number is None or marked is None:
        yield from in_order(question.text, (name for _, name in pools.events()))
        return
    begun = marked - int(number[1])
    others = [event for event in pools.events() if event[0] != begun]  # of that very year it would be right too
    yield from (name for _, name in sorted(others, key=lambda event: (abs(event[0] - begun), event)))


def _phrases(question: Question, u: Understanding) -> Iterator[str]:
    yield from ()


def _ordinals(question: Question, u: Understanding) -> Iterator[str]:
    """The usual anniversaries about the right one."""
    number = int(question.value or parse_ordinal(question.answer.split()[-1]) or 0)
    others = (
        range(max(1, number - WANTED), number + WANTED + 1) if number % 5 else _USUAL
    )  # the 32nd hides among its like
    near = sorted((n for n in others if n != number), key=lambda n: (abs(n - number), n))
    yield from (f"the {ordinal(n)}" for n in near[:WANTED])


def _dates(question: Question, u: Understanding) -> Iterator[str]:
    """Other dates of the document as exact as the answer and of about its time, then days, months or years near it."""
    answer = parse_iso(question.value or "")
    own = _dates_told(u).get(answer.granularity, [])
    at = bisect_left(own, answer)
    near = [d for d in own[max(0, at - 2) : at + 3] if d != answer and abs(d.year - answer.year) <= _ABOUT]
    near.sort(key=lambda d: (abs(_days(d) - _days(answer)), d))
    seed = hashlib.sha256(question.text.encode()).digest()
    fitting = (d for d in chain(near[:2], _near(answer, seed)) if _fits_span(question.text, d))
    yield from (d.spoken for d in fitting if not holds(question.text, d.spoken))


def _fits_span(asked: str, date: CalendarDate) -> bool:
    """Whether a year can end a span that the question tells the beginning of."""
    told = _SPAN_START.match(asked)
    return told is None or date.year > int(told[1])


@once
def _dates_told(u: Understanding) -> dict[str, list[CalendarDate]]:
    """The dates of the document by how exact they are, in order."""
    told: dict[str, set[CalendarDate]] = {}
    for date in u.dates:
        if date.value is not None:
            told.setdefault(date.value.granularity, set()).add(date.value)
    return {granularity: sorted(dates) for granularity, dates in told.items()}


def _days(date: CalendarDate) -> int:
    return date.first_day.toordinal()


def _near(answer: CalendarDate, seed: bytes) -> Iterator[CalendarDate]:
    """Dates near the answer, on both sides of it, by a seed."""
    steps = {"day": (1, 2, 3, 7, 9, 12), "month": (1, 2, 3, 4), "year": (1, 2, 3, 4, 5, 7)}[answer.granularity]
    unit = f"{answer.granularity}s"
    for i in range(12):
        step = steps[(seed[i] + i) % len(steps)] * (1 if seed[i + 12] % 2 else -1)
        try:
            near = answer.shifted(**{unit: step})
        except (ValueError, OverflowError):
            continue
        if near.first_day > dt.date(1, 1, 1):
            yield near


_OF_TYPE: dict[AnswerType, Callable[[Question, Understanding], Iterator[str]]] = {
    AnswerType.PERSON: people,
    AnswerType.GROUP: _groups,
    AnswerType.ORGANISATION: organisations,
    AnswerType.PROGRAMME: programmes,
    AnswerType.COUNTRY: _countries,
    AnswerType.DATE: _dates,
    AnswerType.ORDINAL: _ordinals,
    AnswerType.EVENT: _events,
    AnswerType.PHRASE: _phrases,
}
