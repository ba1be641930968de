"""People as wrong choices: those of the document, then well-known ones of its field, its countries and its time."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from quizgen.language.aliases import Entity
from quizgen.language.gazetteer import country, given_name_sex
from quizgen.language.lexicon import is_known
from quizgen.language.names import NameKind
from quizgen.language.once import once
from quizgen.language.understanding import Understanding
from quizgen.model.fact import Question
from quizgen.questions import pools
from quizgen.questions.normal import normal
from quizgen.questions.order import in_order

_CHIEF = 3
"""Countries that a document is most about."""
_LEADING = frozenset(["President", "Minister", "Chancellor", "Secretary", "King", "Queen", "Premier"])
_YEARS = 4
"""How far out of office a leader may have been."""


def people(question: Question, u: Understanding) -> Iterator[str]:
    """People of the document, those with a title first, then well-known ones of the likeliest field."""
    yield from people_named(u)
    listed = pools.by_field("people.txt")
    own = next((p for p in u.aliases.people() if p.name == question.answer), None)
    leads = own is not None and any(title.split()[-1] in _LEADING for title in own.titles)
    for field in ["leader", *fields(u)] if leads else fields(u):
        if field == "leader":
            yield from _leaders(question, u)
        else:
            yield from in_order(question.text, listed[field])


@once
def people_named(u: Understanding) -> list[str]:
    """The names of the document's people: in full with a title, in full, and the rest."""
    people = [p for p in u.aliases.people() if _is_surely_someone(p, u)]
    whole = sorted((p for p in people if " " in p.name), key=lambda p: not p.titles)
    return [p.name for p in (*whole, *(p for p in people if " " not in p.name))]


def _is_surely_someone(entity: Entity, u: Understanding) -> bool:
    """Whether a name that looks like a person's is one: by a title, a given name, or what is said."""
    if entity.name.split()[-1].isupper():  # Hillary PAC
        return False
    if entity.name in speakers(u):
        return True
    first, last = entity.name.split()[0], entity.name.split()[-1]
    if " " in entity.name and len(entity.mentions) == 1 and is_known(last.lower()):
        return False  # the King James Bible
    return bool(entity.titles) or bool(given_name_sex(first))


@once
def speakers(u: Understanding) -> set[str]:
    """Names that something is said by; of unknown names only these are surely someone's."""
    entities = (u.aliases.within(speech.speaker, u.mentions[speech.sentence]) for speech in u.speech)
    return {entity.name for found in entities for _, entity in found}


def _leaders(question: Question, u: Understanding) -> Iterator[str]:
    """Who spoke at the document's time for the countries it is most about, then for their neighbours, then before."""
    chief = _chief_countries(u)
    year = _year(u)
    named = {word for person in u.aliases.people() for word in normal(person.name).split()}
    for nations in (chief, sorted(neighbours_of(u)), pools.leaders()):
        here = [leader for nation in nations for leader in pools.leaders().get(nation, ())]
        here = [leader for leader in here if normal(leader[0]).removesuffix(" jr").split()[-1] not in named]
        timely = [name for name, first, last in here if year is None or first <= year <= last]
        yield from in_order(question.text, timely)
        late = (name for name, first, last in here if year is not None and first - 1 <= year <= last + _YEARS)
        yield from in_order(question.text, late)


@once
def _chief_countries(u: Understanding) -> list[str]:
    """The countries that a document names most often, and those that its people belong to or are known to speak for."""
    named: Counter[str] = Counter()
    own = {normal(person.name) for person in u.aliases.people()}
    for entity in u.aliases.entities:
        if entity.kind is NameKind.PLACE and (nation := country(entity.name)):
            named[nation.name] += len(entity.mentions)
        for belonging in sorted(entity.countries):
            named[belonging] += 1
    for nation_name, listed in pools.leaders().items():
        named[nation_name] += sum(normal(name) in own for name, _, _ in listed)
    return [name for name, count in named.most_common(_CHIEF) if count]


@once
def _year(u: Understanding) -> int | None:
    """The time a document tells of: its own year, else the middle one of those it names."""
    if u.reference is not None:
        return u.reference.year
    years = sorted(date.value.year for date in u.dates if date.value is not None)
    return (years[(len(years) - 1) // 2] + years[len(years) // 2]) // 2 if years else None


@once
def neighbours_of(u: Understanding) -> set[str]:
    """The neighbours of the countries that the document names."""
    own = {e.name for e in u.aliases.entities if e.kind is NameKind.PLACE and country(e.name)}
    return _neighbours(own)


def _neighbours(own: Iterable[str]) -> set[str]:
    own = set(own)
    return {name for nation in own for name in pools.neighbours(nation)} - own


_WORD = re.compile(r"\w{3,}")
_SIGNS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "science": (tuple("physic chemi vaccin laborator scienti particle disease experiment theory species".split()), ()),
    "arts": (tuple("poet novel paint compos opera theatre literature museum waltz architect".split()), ()),
    "sport": (tuple("olympic champion football athlet medal marathon tournament league stadium".split()), ()),
    "business": (tuple("compan invest manufactur market shareholder billion revenue".split()), ()),
    "leader": (
        tuple("president bilateral readout summit cooperation".split()),
        ("prime minister", "white house", "foreign minister"),
    ),
    "statesman": (tuple("war treaty parliament empire governor army election".split()), ()),
}
"""What tells the field of a text: how its words begin, and pairs of words."""


@once
def fields(u: Understanding) -> list[str]:
    """The fields of well-known people, the likeliest for the document first."""
    text = u.text.lower()
    words = Counter(_WORD.findall(text))
    found: dict[str, int] = {}
    for field, (signs, pairs) in _SIGNS.items():
        found[field] = sum(n for word, n in words.items() if word.startswith(signs)) + sum(map(text.count, pairs))
    return sorted(found, key=lambda field: (-found[field], field))
