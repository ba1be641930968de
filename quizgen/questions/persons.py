"""People as wrong choices: those of the document, then others of the answer's country, office or field, and time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice

from quizgen.language.entity import Entity, family_name
from quizgen.language.gazetteer import country
from quizgen.language.pattern import Pattern
from quizgen.language.understanding import Understanding
from quizgen.language.whole import stands_in
from quizgen.model.fact import Question
from quizgen.questions import pools
from quizgen.questions.callings import field_told, fields
from quizgen.questions.eras import year_asked
from quizgen.questions.famous import (
    GROWN,
    is_famous,
    known_as,
    nations_led,
    sex_by_name,
    sex_of,
    surname,
)
from quizgen.questions.nations import body_listed, chief_countries, homes, listed_as, neighbours, parties
from quizgen.questions.normal import normal
from quizgen.questions.order import in_order
from quizgen.questions.ordinary import FAMILY_FIRST, has_family_first, ordinary_people
from quizgen.questions.present import (
    holding,
    offices_of,
    others_present,
    people_named,
    person_called,
    speakers,
    words_of_names,
)

_OF_ANSWER = Pattern(r"Who \w+ (?P<pronoun>he|she) ")
_OF_WOMEN = Pattern(r"\b(?:first|only|youngest|oldest|second|third)\b[\w ,]{0,24}\b(?:woman|female|actress|queen)\b")
_OF_KIN = Pattern(r"Whom did .+ marry\b|Who (?:was|is) .+['’]s (?:\w+ )?(?:father|husband)\?")
_ROLE = Pattern(
    r"Who (?:was|is) the (?P<office>[A-Za-z][\w' -]*?) of (?:the Republic of )?(?P<body>.+?) in \w+ \d{4}\?$"
)
_FOREIGN = Pattern(r"foreign (?:minister|secretary)|minister (?:of|for) foreign|secretary of state", re.IGNORECASE)
_RULER = Pattern(r"[A-Z]\w+ [IVX]+")
_OFFICE = 24
"""Characters before a name in which an office stands."""
_GOVERNING = frozenset("president minister premier chancellor governor senator ambassador secretary".split())
_LEADING = frozenset(
    "President Minister Chancellor Secretary King Queen Premier Commissioner Secretary-General Ambassador Senator "
    "Representative Congressman Congresswoman MP".split()
)
_STATE = frozenset("Minister King Queen Premier Ambassador Senator Congressman Congresswoman MP".split())
"""Offices of a state alone; companies and universities have presidents, too."""
_LEAST_KNOWN = 1950
"""The year from which somebody whom no list knows stands beside others of common names."""
_REMEMBERED = 1990
"""Years before which who came later is as well known as who came before."""
_AROUND = 10
"""Years since they left office in which people can still be taken for those who hold it."""


def people(question: Question, u: Understanding) -> Iterator[str]:
    """People of the document who can be meant, then others like the answer.

    Where the question tells the sex of the one it asks for, they are of that sex; else those of the answer's own
    come first only among people who are made up or known for something else.
    """
    sex = _sex_asked(question, u)
    own = person_called(question.answer, u)
    year = year_asked(question, u)
    mere = " " not in question.answer and not is_famous(question.answer)
    for name in _in_turn(question, own, year, u):
        if not sex or _sex(name, u) == sex:
            yield _mere(name, year, u) if mere else name


def _mere(name: str, year: int | None, u: Understanding) -> str:
    """The family name of somebody, which stands first where it does with the answer's own people: Wang Zilong."""
    first = has_family_first(name) or any(
        nation in FAMILY_FIRST for nation in homes(name, person_called(name, u), year, u) or chief_countries(u)[:1]
    )
    return name.split()[0] if first else family_name(name)


def _in_turn(question: Question, own: Entity | None, year: int | None, u: Understanding) -> Iterator[str]:
    here = list(islice(_of_fit_trade(question, own, year, u), _ENOUGH))
    nations = homes(question.answer, own, year, u) or _homes_of_peers(own, year, u)
    if _OF_KIN.match(question.text):  # a family is of one country
        nations = nations or _homes_of_child(question.text, year, u)
        told = normal(question.text).split()
        here = [name for name in _at_home(here, nations, year, u) if normal(name).split()[0] not in told]
    elif u.author is not None and own is not None and u.author.entity is own:
        heard = speakers(u)  # of whom else a speech tells, some may have said a thing as well, but no foreigners
        here = [name for name in _at_home(here, nations, year, u) if name in heard or is_famous(name)]
    role = _ROLE.match(question.text)
    if role and (holders := _holders(role, question, year, u)):
        return chain(holders, here, _beyond(question, own, nations, year, u))
    leads = not role and _leads(question.answer, own, nations, year, u)
    if leads and _tells_country(question.text, nations) and (peers := list(_compatriots(nations, question, year, u))):
        return chain(here[:1], peers[:2], here[1:], peers[2:], _beyond(question, own, nations, year, u))
    return chain(here, _beyond(question, own, nations, year, u))


def _at_home(names: Sequence[str], nations: Sequence[str], year: int | None, u: Understanding) -> list[str]:
    """Those of some people who are of one of some countries, or of none that is known."""
    told = {name: homes(name, person_called(name, u), year, u) for name in names}
    return [name for name in names if not told[name] or not nations or not set(nations).isdisjoint(told[name])]


_ENOUGH = 12
"""People of the document among whom there are three choices."""


_SPEAKERS = 3
"""Who else speaks in a document, from whom on they are taken by turns."""


def _of_fit_trade(question: Question, own: Entity | None, year: int | None, u: Understanding) -> Iterator[str]:
    """The document's people; those whom the lists know for another field than the answer come last."""
    fields_known = frozenset(one.field for one in known_as(question.answer))
    here = others_present(own, year, u)
    if _leads(question.answer, own, [], year, u):
        return here
    told, named = speakers(u), list(here)
    spoke = [name for name in named if name in told]
    if len(spoke) > _SPEAKERS:  # else all cards would have the same three beside an answer that changes
        named = [*in_order(question.text, spoke), *(name for name in named if name not in told)]
    if fields_known:
        return iter(sorted(named, key=lambda name: _of_other_trade(name, fields_known)))
    return iter(sorted(named, key=lambda name: name not in told and bool(nations_led(name))))


def _of_other_trade(name: str, fields_known: frozenset[str]) -> bool:
    """Whether the lists know somebody for none of some fields: a president beside a runner."""
    own = {one.field for one in known_as(name)} | ({"statesman"} if nations_led(name) else set())
    return bool(own) and own.isdisjoint(fields_known)


def _beyond(
    question: Question, own: Entity | None, nations: list[str], year: int | None, u: Understanding
) -> Iterator[str]:
    """Who is not of the document: leaders beside leaders, the famous beside the famous, common names beside others."""
    kin = _OF_KIN.match(question.text)
    if kin and own is not None and stands_in(own.surname, question.text):
        yield from (f"{given} {own.surname}" for given in in_order(question.answer, _OF_FAMILIES))
    women = _OF_WOMEN.search(question.text)
    if _leads(question.answer, own, nations, year, u) and not women and not _ROLE.match(question.text):
        yield from _leaders(nations, question, year, u)
    early = year is not None and year < _LEAST_KNOWN
    told = early and (
        field_told(question.text) in _DEEDS or own is u.aliases.topic or _RULER.fullmatch(question.answer)
    )
    if known_as(question.answer) or told or women or (kin and question.text.startswith("Whom")):
        yield from _of_like_fame(nations, question, year, u)
    sex = _sex_asked(question, u) or _sex(question.answer, u)
    taken = words_of_names(u)
    common = ordinary_people(question.answer, sex, chain(nations, chief_countries(u)))
    yield from (name for name in common if surname(name) not in taken)


_OF_FAMILIES = ("William", "Thomas", "George", "Robert", "Henry", "Charles", "James", "Edward", "Arthur", "Samuel")
"""Given names of fathers who have their children's family name."""
_DEEDS = frozenset(
    ["science", "medicine", "statesman", "ruler", "explorer", "painter", "writer", "musician", "religion"]
)
"""Fields in which those whom the lists know tempt beside somebody whom they do not."""


def _sex_asked(question: Question, u: Understanding) -> str:
    """The sex that a question tells of its answer: "Who said she ...", "Who was Ana Frey's father?"."""
    if found := _OF_ANSWER.match(question.text):
        return {"he": "M", "she": "F"}[found["pronoun"]]
    if _OF_KIN.match(question.text):
        return _sex(question.answer, u)
    return "F" if _OF_WOMEN.search(question.text) and _sex(question.answer, u) != "M" else ""


def _sex(name: str, u: Understanding) -> str:
    person = person_called(name, u)
    if person is not None and name not in pools.sexes():
        return person.sex or (sex_of(name) if is_famous(name) else "")
    return sex_by_name(name)


def _leads(name: str, person: Entity | None, nations: list[str], year: int | None, u: Understanding) -> bool:
    """Whether somebody holds an office of a state, be it in small letters: "health minister Ana Reis"."""
    if nations_led(name, year):
        return True
    if person is None or known_as(name):  # a president of FIFA is known for sport
        return False
    last = {title.split()[-1] for title in person.titles if title}
    if last & _STATE or (last & _LEADING and person.countries):
        return True
    before = (u.text[max(0, m.span.start - _OFFICE) : m.span.start].split() for m in person.mentions)
    return any(words[-1:] != [] and words[-1] in _GOVERNING for words in before)


def _tells_country(asked: str, nations: Iterable[str]) -> bool:
    """Whether a question names the country of its answer, so that a lone compatriot among the choices would be it."""
    known = (found for name in nations if (found := country(name)))
    return any(stands_in(form, asked) for nation in known for form in (nation.name, *nation.adjectives) if form)


def _holders(role: re.Match[str], question: Question, year: int | None, u: Understanding) -> list[str]:
    """Who else could have held an office: others of the country or body, those nearest to its time first."""
    bare = role["body"].removeprefix("the ").removeprefix("Republic of ")
    forms = (role["body"], f"the {role['body']}", bare, f"the {bare}", f"Republic of {bare}")
    nation = next((found for form in forms if (found := country(form))), None)
    body = listed_as(nation.name) if nation else body_listed(role["body"])
    then = year or 0
    if _FOREIGN.search(role["office"]) and body in pools.foreign_ministers():
        terms = [term for term in pools.foreign_ministers()[body] if not term[1] <= then <= term[2]]
    elif body in pools.heads():
        terms = [term for term in pools.leaders()[body] if term[0] in pools.heads()[body]]
    else:
        terms = list(pools.leaders().get(body, ()))
    named = {normal(name) for name in people_named(u)}
    near = sorted((_years_off(term, then), term[0]) for term in terms if normal(term[0]) not in named)
    return list(dict.fromkeys(name for off, name in near if off <= 2 * _AROUND and name != question.answer))


def _years_off(term: pools.Term, year: int) -> int:
    return 0 if term[1] <= year <= term[2] else min(abs(term[1] - year), abs(term[2] - year))


def _unnamed(listed: Mapping[str, Sequence[pools.Term]], nations: Iterable[str], u: Understanding) -> list[pools.Term]:
    """Those listed for some countries whose surnames no name of the document holds."""
    named = words_of_names(u)
    return [term for nation in nations for term in listed.get(nation, ()) if surname(term[0]) not in named]


def _compatriots(nations: Iterable[str], question: Question, year: int | None, u: Understanding) -> Iterator[str]:
    """Who else spoke for some countries, at the time that is asked of and then before."""
    then, others = year or 0, _unnamed(pools.leaders(), nations, u)
    yield from in_order(question.text, (name for name, first, last in others if first <= then <= last))
    for name, _, last in sorted((o for o in others if o[2] < then), key=lambda leader: -leader[2]):
        if then - last <= 3 * _AROUND:
            yield name


def _leaders(nations: list[str], question: Question, year: int | None, u: Understanding) -> Iterator[str]:
    """Who spoke for the answer's country, then for those that the document is about, then for their neighbours."""
    chief = [nation for nation in chief_countries(u) if nation not in nations]
    asked = [nation for nation in chief if stands_in(nation, question.text)]
    rings = [
        nations,
        asked,
        *([nation] for nation in chief),
        sorted(neighbours([*nations, *chief])),
        [*pools.leaders()],
    ]
    for ring in rings[:1] if _OF_KIN.match(question.text) else rings:
        here = _unnamed(pools.leaders(), ring, u)
        if not parties(u):
            here += _unnamed(pools.ministers(), ring, u)
        timely = [name for name, first, last in here if year is None or first <= year <= last]
        yield from in_order(question.text, timely)
        if year is not None:
            heads = {name for nation in ring for name in pools.heads().get(nation, ())}
            begun = [term for term in here if term[1] <= year + (_AROUND if year < _REMEMBERED else 0)]
            near = sorted((_years_off(term, year), term[0]) for term in begun if term[0] in heads)
            yield from (name for off, name in near if 0 < off <= 2 * _AROUND)
            late = sorted((year - last, name) for name, _, last in here if 0 < year - last <= _AROUND)
            yield from (name for _, name in late)


def _of_like_fame(nations: list[str], question: Question, year: int | None, u: Understanding) -> Iterator[str]:
    """Well-known people of the answer's field and country and of that time, then of the field, then of the country."""
    known, kin = known_as(question.answer), _OF_KIN.match(question.text)
    told = field_told(question.text)
    ruler = ["ruler"] if _RULER.fullmatch(question.answer) else []
    wanted = [*(one.field for one in known), *ruler, *([told] if told else []), *fields(u)]
    field = next((field for field in wanted if field != "leader"), "statesman")
    lands = [*nations, *chief_countries(u)]
    named = words_of_names(u)
    timely = [
        one for one in pools.people()
        if (year is None or one.born + GROWN <= year <= one.died) and surname(one.name) not in named
    ]  # fmt: skip
    near = neighbours(lands)
    alike = [one for one in timely if one.field == field]
    rings = (
        [one for one in alike if one.country in nations],
        [one for one in alike if one.country in lands and one.country not in nations],
        [one for one in timely if one.field != field and one.country in lands and kin],
        [one for one in alike if one.country in near],
        [one for one in alike if one.country not in lands and one.country not in near and not kin],
    )
    for ring in rings:
        yield from in_order(question.text, (one.name for one in ring))


def _homes_of_peers(own: Entity | None, year: int | None, u: Understanding) -> list[str]:
    """The countries of the first of the document who has the same office as somebody whose own is not told."""
    peers = holding(offices_of(own), u) if own is not None else ()
    return next((found for peer in peers if peer is not own and (found := homes(peer.name, peer, year, u))), [])


def _homes_of_child(asked: str, year: int | None, u: Understanding) -> list[str]:
    """The countries of the one whose father, or husband, a question asks for."""
    return next((homes(p.name, p, year, u) for p in u.aliases.people() if stands_in(p.name, asked)), [])


def other_speakers(name: str, question: Question, u: Understanding) -> Iterator[str]:
    """Who else spoke at the time for the country of somebody in the document."""
    year = year_asked(question, u)
    here = _unnamed(pools.leaders(), sorted(homes(name, person_called(name, u), year, u)), u)
    timely = [name for name, first, last in here if year is None or first <= year <= last]
    yield from islice(in_order(question.text, timely), 6)
