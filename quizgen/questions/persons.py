"""People as wrong choices: those of the document, then well-known ones of its field, its countries and its time."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import islice

from quizgen.language.aliases import Entity
from quizgen.language.gazetteer import country, given_name_sex
from quizgen.language.lexicon import is_known
from quizgen.language.names import NameKind
from quizgen.language.once import once
from quizgen.language.understanding import Understanding
from quizgen.language.whole import count_in, stands_in
from quizgen.model.fact import Question
from quizgen.questions import pools
from quizgen.questions.normal import normal
from quizgen.questions.order import in_order

_WHERE = re.compile(r"\b(?:at|in|near|inside|outside) $")
"""What a name stands behind that is no person's."""
_OF_ANSWER = re.compile(r"Who \w+ (?P<pronoun>he|she) ")
_GOVERNING = frozenset("president minister premier chancellor governor senator ambassador secretary".split())
_OFFICE = 24
"""Characters before a name in which an office stands."""
_BRITISH = re.compile(
    r"\b(?:offence|licence|defence|programmes?|per cent|[Ll]abour|colour|favour|behaviour|neighbour|centres?|theatre"
    r"|metres?|tonnes|[Oo]rganis\w+|recognis\w+|prioritis\w+|emphasis(?:e|ed|es|ing)|travelled|cheque|catalogue)\b"
)
_AMERICAN = re.compile(
    r"\b(?:offense|license|[Dd]efense|programs?|percent|[Ll]abor|color|favor|behavior|neighbor|[Cc]enters?|theater|meters?"
    r"|[Oo]rganiz\w+|recogniz\w+|prioritiz\w+|emphasiz(?:e|ed|es|ing)|traveled|check|catalog)\b"
)
_OF_WOMEN = re.compile(r"\b(?:woman|female|her|mother|wife|actress|queen|chairwoman|spokeswoman)\b", re.IGNORECASE)
_OF_KIN = re.compile(r"Whom did .+ marry\b|Who (?:was|is) .+['’]s (?:\w+ )?(?:father|husband)\?")
_LOOKED_THROUGH = 60
"""People among whom those of the answer's sex are looked for."""
_CHIEF = 3
"""Countries that a document is most about."""
_LEADING = frozenset(
    "President Minister Chancellor Secretary King Queen Premier Chairperson Chairman Commissioner Secretary-General "
    "Director-General Ambassador Governor Senator Spokesperson Spokesman Chairwoman Representative".split()
)
_OWN = 4
"""Mentions that the country of one of its people is worth: who speaks for it can have said what is asked."""
_GROWN = 22
_REMEMBERED = 40
"""Years after a death in which a text may still well be about somebody."""
_YEARS = 4
"""How far out of office a leader may have been."""


def people(question: Question, u: Understanding) -> Iterator[str]:
    """People of the document, those with a title first, then well-known ones of the likeliest field.

    Where the question says "he" of the one it asks for, they are men; where it asks for a woman, women come first.
    """
    sex = _sex_asked(question.text)
    if sex:
        return (name for name in _people(question, u) if _sex(name, u) == sex)
    wanted = (
        "F" if _OF_WOMEN.search(question.text) else _sex(question.answer, u) if _OF_KIN.match(question.text) else ""
    )
    if not wanted:
        return _people(question, u)
    found = islice(_people(question, u), _LOOKED_THROUGH)
    return iter(sorted(found, key=lambda name: _sex(name, u) != wanted))


def _sex_asked(asked: str) -> str:
    """The sex that a question tells of its answer: "Who said she ..."."""
    found = _OF_ANSWER.match(asked)
    return {"he": "M", "she": "F"}[found["pronoun"]] if found else ""


def _sex(name: str, u: Understanding) -> str:
    person = _person(name, u)
    return person.sex if person is not None else given_name_sex(name.split()[0])


def _people(question: Question, u: Understanding) -> Iterator[str]:
    own = _person(question.answer, u)
    if own is not None and _tells_country(question.text, own):
        yield from islice((name for name in people_named(u) if name != own.name), 1)
        yield from islice(_compatriots(own, question, u), 2)
    yield from people_named(u)
    known = normal(question.answer) in _known_leaders()
    leads = known or (own is not None and _leads(own, u))
    asked = _asks_of_field(question)
    likeliest = fields(u) if asked is None else [asked, *fields(u)]
    for field in ["leader", *likeliest] if leads else likeliest:
        if field == "leader":
            yield from _leaders(question, u)
        else:
            yield from _of_field(field, question, u)


def _leads(person: Entity, u: Understanding) -> bool:
    """Whether somebody holds a leading office, be it in small letters: "health minister Ana Reis"."""
    if any(title.split()[-1] in _LEADING for title in person.titles):
        return True
    before = (u.text[max(0, m.span.start - _OFFICE) : m.span.start].split() for m in person.mentions)
    return any(words[-1:] != [] and words[-1] in _GOVERNING for words in before)


def _tells_country(asked: str, person: Entity) -> bool:
    """Whether a question names the country of its answer, so that a lone compatriot among the choices would be it."""
    nations = (found for name in person.countries if (found := country(name)))
    return any(stands_in(form, asked) for nation in nations for form in (nation.name, *nation.adjectives) if form)


def _compatriots(person: Entity, question: Question, u: Understanding) -> Iterator[str]:
    """Who else spoke for the country of somebody, at the document's time and then before."""
    year, named = year_of(u) or dt.date.max.year, _words_of_names(u)
    leaders = [leader for nation in sorted(person.countries) for leader in pools.leaders().get(nation, ())]
    others = [leader for leader in leaders if _surname(leader[0]) not in named]
    yield from in_order(question.text, (name for name, first, last in others if first <= year <= last))
    for name, _, _ in sorted((o for o in others if o[2] < year), key=lambda leader: -leader[2]):
        yield name


@once
def people_named(u: Understanding) -> list[str]:
    """The names of the document's people: in full with a title, in full, and the rest."""
    people = [p for p in u.aliases.people() if _is_surely_someone(p, u)]
    whole = sorted((p for p in people if " " in p.name), key=lambda p: not p.titles)
    return [p.name for p in (*whole, *(p for p in people if " " not in p.name))]


def _is_surely_someone(entity: Entity, u: Understanding) -> bool:
    """Whether a name that looks like a person's is one: by a title, a given name, or what is said."""
    last = entity.name.split()[-1].rstrip(".")
    if last.isupper() or last in ("Co", "Inc", "Corp", "Ltd", "Group"):  # Hillary PAC, Electric Co
        return False
    if entity.name in speakers(u):
        return True
    if not entity.titles and all(
        _WHERE.search(u.text, max(0, m.span.start - 9), m.span.start) for m in entity.mentions
    ):
        return False  # at Maxwell Chambers
    first, last = entity.name.split()[0], entity.name.split()[-1]
    if " " in entity.name and len(entity.mentions) == 1 and is_known(last.lower()):
        return False  # the King James Bible
    return bool(entity.titles) or bool(given_name_sex(first))


@once
def speakers(u: Understanding) -> set[str]:
    """Names that something is said by; of unknown names only these are surely someone's."""
    entities = (u.aliases.within(speech.speaker, u.mentions[speech.sentence]) for speech in u.speech)
    return {entity.name for found in entities for _, entity in found}


def _person(name: str, u: Understanding) -> Entity | None:
    """The person of the document whose full name it is."""
    return next((e for e in u.aliases.known_as(name) if e.kind is NameKind.PERSON and e.name == name), None)


@once
def _words_of_names(u: Understanding) -> set[str]:
    """All words of the names of the document's people."""
    return {word for person in u.aliases.people() for word in normal(person.name).split()}


@lru_cache(maxsize=4096)
def _surname(name: str) -> str:
    return normal(name).removesuffix(" jr").split()[-1]


@cache
def _known_leaders() -> frozenset[str]:
    return frozenset(_nations_by_leader())


@cache
def _nations_by_leader() -> dict[str, list[str]]:
    """The countries that somebody spoke for by his or her name, once for each time in office."""
    found: dict[str, list[str]] = {}
    for nation, listed in pools.leaders().items():
        for name, _, _ in listed:
            found.setdefault(normal(name), []).append(nation)
    return found


@cache
def _nations_by_last_word() -> dict[str, set[str]]:
    """The countries that leaders spoke for by the last word of their names."""
    found: dict[str, set[str]] = {}
    for name, nations in _nations_by_leader().items():
        found.setdefault(name.split()[-1], set()).update(nations)
    return found


def _of_field(field: str, question: Question, u: Understanding) -> Iterator[str]:
    """Well-known people of a field, those who were grown up at the document's time first."""
    year = year_of(u)
    known = pools.people()[field]
    here = [name for name, born, died in known if year is None or born + _GROWN <= year <= died + _REMEMBERED]
    yield from in_order(question.text, here)
    yield from in_order(question.text, (name for name, _, _ in known if name not in here))


def _asks_of_field(question: Question) -> str | None:
    """The field whose signs a question itself holds: who discovered a vaccine is asked of physicians."""
    held = _signs_among(Counter(_WORD.findall(question.text.lower())))
    best = max(_SIGNS, key=lambda field: held[field])
    return best if held[best] else None


def other_speakers(name: str, question: Question, u: Understanding) -> Iterator[str]:
    """Who else spoke at the time for the country of somebody in the document."""
    person = _person(name, u)
    nations = {*(person.countries if person else ()), *_nations_by_last_word().get(_surname(name), ())}
    named, year = _words_of_names(u), year_of(u)
    here = (leader for nation in sorted(nations) for leader in pools.leaders().get(nation, ()))
    timely = [n for n, a, b in here if (year is None or a <= year <= b) and normal(n).split()[-1] not in named]
    yield from in_order(question.text, timely)


def _leaders(question: Question, u: Understanding) -> Iterator[str]:
    """Who spoke at the document's time for the countries it is most about, then for their neighbours, then before."""
    asked = [n for n in pools.leaders() if n in question.text and stands_in(n, question.text)]
    chief = [*asked, *chief_countries(u)]
    named, year = _words_of_names(u), year_of(u)
    for nations in (chief, sorted(neighbours_of(u)), pools.leaders()):
        here = [leader for nation in nations for leader in pools.leaders().get(nation, ())]
        here = [leader for leader in here if _surname(leader[0]) not in named]
        timely = [name for name, first, last in here if year is None or first <= year <= last]
        yield from in_order(question.text, timely)
        late = (name for name, first, last in here if year is not None and first - 1 <= year <= last + _YEARS)
        yield from in_order(question.text, late)


@once
def chief_countries(u: Understanding) -> list[str]:
    """The countries that a document names most often, and those that its people belong to or are known to speak for."""
    named: Counter[str] = Counter()
    own = {normal(person.name) for person in u.aliases.people()}
    for entity in u.aliases.entities:
        if entity.kind is NameKind.PLACE and (nation := country(entity.name)):
            named[nation.name] += len(entity.mentions)
        for belonging in sorted(entity.countries):
            named[belonging] += _OWN
        if entity.kind is NameKind.ORGANISATION and f"the {entity.name}" in pools.leaders():
            named[f"the {entity.name}"] += len(entity.mentions)
    spoken_for = Counter(nation for name in own for nation in _nations_by_leader().get(name, ()))
    for nation_name in filter(spoken_for.__contains__, pools.leaders()):
        named[nation_name] += spoken_for[nation_name]
    for nation_name, signs in pools.country_signs().items():
        named[nation_name] += sum(count_in(sign, u.text) for sign in signs)
    return [name for name, count in named.most_common(_CHIEF) if count] or _by_spelling(u.text)


def _by_spelling(text: str) -> list[str]:
    """The country of a text that names none, by how it spells: offence and programme, or offense and program."""
    british, american = (len(spelling.findall(text)) for spelling in (_BRITISH, _AMERICAN))
    if british == american:
        return []
    return ["the United Kingdom"] if british > american else ["the United States"]


@once
def year_of(u: Understanding) -> int | None:
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


_HEAD = 3
"""Letters by which signs are looked up; none has fewer."""
_WORD = re.compile(r"\w{3,}")
_SIGNS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "science": (
        tuple(
            "physics physicist chemi laborator scienti particle experiment theory species astronom planet telescope "
            "galax research".split()
        ),
        (),
    ),
    "medicine": (tuple("disease vaccin physician surgeon hospital epidemic patient fever medic".split()), ()),
    "computing": (tuple("comput software internet program algorithm hypertext".split()), ()),
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


_PAIRS = re.compile("|".join(pair for _, pairs in _SIGNS.values() for pair in pairs), re.IGNORECASE)


@once
def fields(u: Understanding) -> list[str]:
    """The fields of well-known people, the likeliest for the document first."""
    words = Counter[str]()
    for word, times in u.tally.written.items():
        for part in _WORD.findall(word.lower()) if word[:1].isalpha() else ():
            words[part] += times
    held = _signs_among(words)
    paired = Counter(pair[0].lower() for pair in _PAIRS.finditer(u.text))
    found = {field: held[field] + sum(paired[pair] for pair in pairs) for field, (_, pairs) in _SIGNS.items()}
    return sorted(found, key=lambda field: (-found[field], field))


def _signs_among(words: Counter[str]) -> Counter[str]:
    """How often words in lower case begin with a sign of each field."""
    by_head, found = _signs_by_head(), Counter[str]()
    for word in filter(lambda word: word[:_HEAD] in by_head, words):
        for field, signs in by_head[word[:_HEAD]]:
            found[field] += words[word] if word.startswith(signs) else 0
    return found


@cache
def _signs_by_head() -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """The fields with their signs by the letters that those begin with: most words have none of these."""
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for field, (signs, _) in _SIGNS.items():
        for head in {sign[:_HEAD] for sign in signs}:
            found.setdefault(head, []).append((field, tuple(s for s in signs if s[:_HEAD] == head)))
    return found
