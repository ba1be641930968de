"""Programmes as wrong choices: those of the document, then well-known ones of its field, place and time."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from quizgen.language.entity import Entity
from quizgen.language.gazetteer import country, programme_sort
from quizgen.language.once import once
from quizgen.language.pattern import Pattern
from quizgen.language.understanding import Understanding
from quizgen.model.fact import Question
from quizgen.questions.coined import about_others, coinable, of_other_use, other_numbers, other_years
from quizgen.questions.eras import year_of
from quizgen.questions.fields import fields_of, fields_told
from quizgen.questions.nations import chief_countries
from quizgen.questions.normal import normal
from quizgen.questions.order import in_order
from quizgen.questions.renaming import renamed
from quizgen.questions.wellknown import WellKnown, continents, places_in, wellknown

_ASKED_SORT = Pattern(r"\b(?:[Ww]hich|the name of the) ((?:[\w-]+[ ?,]){1,6})")
_CAPITALS = Pattern(r"\b[A-Z]{3,}\b")
_YEAR = Pattern(r"\b(1[0-9]\d\d|20\d\d)\b")
_NEAR, _NEAREST, _FAR, _FARTHEST = 1.0, 1.75, 2.5, 3.5
"""How far from the answer in field, place and time a well-known name stands before made-up ones, where its name lets
such be made and where hardly, where there are enough, and at the most."""
_MADE_UP = 2
"""Names of other countries among the choices, at the most."""
_TOLD_APART = 3
"""Letters of a word that tells something of a name, at the least one more."""
_STEM = 6
_SCOPE = frozenset(
    "international national world global general united nations joint first large great grand new high central".split()
)
"""Words of names that say little where a question holds them too."""


_BARE = frozenset(
    "stadium hospital airport station university college school day week operation agenda library port club".split()
)
"""Nouns of names that often stand without an article."""
_PUBLIC = frozenset(["service", "network", "system"])
"""Nouns that are written small in the name of the one asked for, but large in those of well-known ones."""
_REAL = frozenset(
    "organization organisation court tribunal bank museum hospital university college school academy cup games "
    "olympics theatre theater gallery memorial monument foundation "
    "institute trust orchestra club league line "
    "canal bridge tunnel tower airport stadium dam observatory medal cross prize order charter".split()
)
"""Nouns of what nobody would take a made-up name for."""
_LISTED = frozenset("authority office law laws service exhibition".split())
"""Nouns of what a made-up name tempts less for than a well-known one of its country, though it be farther off."""
_LAWS = frozenset(["act", "acts", "treaty", "convention"])
"""Nouns of what a made-up name stands for only where no well-known one is near."""
_OTHER_NOUN = 0.5
"""What it counts that a name closes with another noun than the answer: a railway beside a railroad."""
_HOME = 0.25
"""How far what is of the country itself is from it, at the most."""
_CHIEF = 2
"""Countries that a document is about, at the most."""
_OF_DOCUMENT = 40
"""Names of a document that are looked at, at the most."""
_SOON = 2
"""Years by which something may be younger than what is asked."""
_BEGINNING = Pattern(
    r"\b(?:found(?:ed|ing)?|open(?:ed|ing)?|establish\w*|inaugurat\w*|buil[dt]\w*|launch\w*|sign(?:ed|ing)?|adopt\w*"
    r"|creat(?:e|ed|ion)|pass(?:ed|age)?|set up|conclud\w*|complet\w*|enact\w*|first)\b"
)
_BEGINNING_OF_BODY = Pattern(r"\b(?:found(?:ed|ing)?|establish\w*|inaugurat\w*|creat(?:e|ed|ion)|set up)\b")
"""What tells when a body began: it signs and launches all its life."""
_NAME = Pattern(r"(?<!^)\b[A-Z][\w’'-]{3,}")
_COMMON = 2
"""Names that a question and a sentence share, from which on both may tell the same."""


class _Setting(NamedTuple):
    """What a question is about, where and when."""

    fields: tuple[str, ...]
    around: frozenset[str]
    """The fields of the whole document."""
    places: frozenset[str]
    """Those of the question and the answer, else of the text."""
    excludes: bool
    """Whether the question itself tells a place."""
    chief: frozenset[str]
    """The countries that the document is about."""
    year: int | None
    weight: float
    """What the years since count: all where it began then, least for what lasts, as bodies and buildings do."""


def programmes(question: Question, u: Understanding) -> Iterator[str]:
    """Yield names of the sort asked for, best first, none of which the question's own words exclude.

    An empty name stands before those that are farther off, to be taken only where too few others fit.

    Args:
        question: with its answer.
        u: the document.
    """
    nouns = _nouns(question)
    hold, own = _words_told(question.text, question.answer, nouns), _singular(question.answer)
    told = " ".join(span.of(u.text) for span in question.evidence)
    for name in _candidates(question, u, told, nouns, hold):
        fits = _of_one_number(name, question.answer, nouns) and all(_holds(name, word) for word in hold)
        if not name or (fits and _singular(name) != own):
            yield name


def _of_one_number(name: str, answer: str, nouns: Iterable[str]) -> bool:
    """Whether of two names both are in the plural or neither: the Corn Laws beside the Nuremberg Laws."""
    plurals = {f"{_one(noun)}s" for noun in nouns}
    return (normal(name).rpartition(" ")[2] in plurals) == (normal(answer).rpartition(" ")[2] in plurals)


def gives_away(asked: str, answer: str, choices: Iterable[str]) -> bool:
    """Whether a word of the answer stands in its question and in none of the choices.

    Args:
        asked: the question.
        answer: the name of a programme.
        choices: the wrong ones.
    """
    nouns = _asked_nouns(asked)
    if any(_spells(letters, answer) for letters in _CAPITALS.findall(asked)):
        return True
    return any(not any(_holds(name, word) for name in choices) for word in _words_told(asked, answer, nouns))


def _spells(letters: str, name: str) -> bool:
    """Whether letters in capitals are short for a name: ASEM for the Asia-Europe Meeting."""
    initials = [part[0] for part in re.split(r"[\s–-]+", name) if part[:1].isupper() and not part.isupper()]
    rest = iter(letters)
    return len(initials) > 2 and len(letters) <= len(initials) + 1 and all(initial in rest for initial in initials)


def _candidates(
    question: Question, u: Understanding, told: str, nouns: list[str], hold: Sequence[str]
) -> Iterator[str]:
    answer, seed = question.answer, question.text
    yield from other_numbers(answer, seed)
    yield from (_shaped_like(u.named(e.name), answer, nouns) for e in _of_document(u, nouns) if not _tells(u, e, seed))
    listed = [w for noun in nouns for w in wellknown(noun)]
    own = next((w for w in listed if normal(w.name) == normal(answer)), None)
    setting = _setting(question, u, told, nouns, own)
    asked_years = {int(year) for year in _YEAR.findall(seed)}
    apart = any(not w.fields.isdisjoint(setting.fields) for w in listed)
    laws = not _LAWS.isdisjoint(nouns)
    placed = {w.name: _distance(w, setting, apart, laws) for w in listed if w.year not in asked_years}
    last = answer.split()[-1].lower()
    order = sorted(
        in_order(seed, placed), key=lambda name: placed[name] + _OTHER_NOUN * (name.split()[-1].lower() != last)
    )
    made_up = _REAL.isdisjoint(nouns) and own is None
    real = not made_up or laws or not _LISTED.isdisjoint(nouns) or not coinable(answer)
    near = _NEAREST if real else _NEAR
    yield from (_shaped_like(name, answer, nouns) for name in order if placed[name] <= near)
    if made_up:
        yield from about_others(answer, setting.fields or fields_told(u), seed, f"{seed} {told}", hold)
        yield from of_other_use(answer, seed, hold)
    yield from islice(renamed(answer, seed), _MADE_UP)
    yield from (_shaped_like(name, answer, nouns) for name in order if near < placed[name] <= _FAR)
    yield ""
    yield from (_shaped_like(name, answer, nouns) for name in order if _FAR < placed[name] <= _FARTHEST)
    if len(hold) <= 1:
        yield from other_years(answer, seed, f"{seed} {told}")
    older = {w.name: _distance(w, setting._replace(year=None), apart, laws) for w in listed if w.name in placed}
    yield from (_shaped_like(name, answer, nouns) for name in order if older[name] <= _FAR)


def _tells(u: Understanding, entity: Entity, asked: str) -> bool:
    """Whether a sentence that names something tells much of what is asked, so that it could be right too."""
    own = [w for w in normal(entity.name).split() if len(w) > _STEM]
    if sum(_stem(word) in {_stem(w) for w in normal(asked).split()} for word in own) >= _COMMON:
        return True
    names = set(_NAME.findall(asked))
    sentences = {m.sentence for m in entity.mentions}
    return any(sum(name in u.sentences[i].span.of(u.text) for name in names) >= _COMMON for i in sentences)


def _nouns(question: Question) -> list[str]:
    """The nouns of the sort asked for: that of the question; where the answer does not hold it, the answer's too."""
    words = re.findall(r"[\w-]+", question.answer.lower())
    asked = _asked_nouns(question.text)[:1]
    if asked and programme_sort(asked[0]):
        return asked
    own = [noun for noun in words if programme_sort(noun)]
    own = own[-1:] if own and words[-1] == own[-1] else own
    return list(dict.fromkeys([*asked, *own]))


def _asked_nouns(asked: str) -> list[str]:
    found = _ASKED_SORT.search(asked)
    if found is None:
        return []
    words = re.findall(r"[\w-]+", found[1].lower())
    return [noun for noun in words if programme_sort(noun)][:1] or words[:1]


def _words_told(asked: str, answer: str, nouns: Iterable[str]) -> list[str]:
    """The words of a name that stand in its question too, be it in the plural, and that tell something."""
    known = {word for noun in nouns for word in noun.split()}
    words = {_one(word) for word in normal(asked).split()}
    nations = places_in(asked)
    found = []
    for word in re.split(r"[\s–-]+", answer):
        plain = normal(word)
        if plain in known or plain in _SCOPE or plain.isdigit():
            continue
        nation = country(word)
        weighty = len(plain) > _TOLD_APART and _one(plain) in words
        if weighty or (nation is not None and not nations.isdisjoint(places_in(word))):
            found.append(word)
    return found


@lru_cache(maxsize=4096)
def _singular(name: str) -> frozenset[str]:
    """The words of a name, none in the plural."""
    return frozenset(_one(word) for word in normal(name).split())


def _one(word: str) -> str:
    return word.removesuffix("s")


def _stem(word: str) -> str:
    return word[:_STEM]


def _holds(name: str, word: str) -> bool:
    """Whether a name holds a word too, or the country it is of."""
    if country(word) is not None and not places_in(name).isdisjoint(places_in(word)):
        return True
    return _stem(normal(word)) in _stems(name)


@lru_cache(maxsize=4096)
def _stems(name: str) -> frozenset[str]:
    return frozenset(_stem(part) for part in normal(name).split())


def _shaped_like(name: str, answer: str, nouns: list[str]) -> str:
    """A name with an article, and its noun in small letters, where the answer is written so."""
    last, own = name.rpartition(" ")[2], answer.rpartition(" ")[2]
    if own.islower() and last.lower() in nouns and own not in _PUBLIC:
        name = f"{name.removesuffix(last)}{last.lower()}"
    if _BARE.isdisjoint(nouns) and programme_sort(last.lower()):
        bare = name.removeprefix("the ")
        return f"the {bare}" if answer.startswith("the ") else bare
    return name


def _setting(question: Question, u: Understanding, told: str, nouns: Sequence[str], own: WellKnown | None) -> _Setting:
    """What is asked about, where, and when: as is well known, by the question, its text, then the document."""
    asked = f"{question.text} {question.answer}"
    sort = re.compile(rf"\b(?:{'|'.join(map(re.escape, nouns))})\b", re.IGNORECASE) if nouns else None
    weighed = [
        (sort.sub("", text) if sort else text, n) for text, n in ((question.answer, 3), (question.text, 2), (told, 1))
    ]
    chief = frozenset[str]().union(*(places_in(name) for name in chief_countries(u)[:_CHIEF]))
    began = [str(own.year)] if own else []
    dated = [] if own and "anniversary" in question.text else _YEAR.findall(asked)
    years = dated or began or _YEAR.findall(told)
    beginning = _BEGINNING_OF_BODY if any(programme_sort(noun) == "B" for noun in nouns) else _BEGINNING
    return _Setting(
        tuple(sorted(own.fields)) if own else fields_of(weighed),
        frozenset(fields_told(u)),
        places_in(asked) or places_in(told),
        bool(places_in(question.text)),
        chief,
        int(years[0]) if years else year_of(u),
        1.0 if years and beginning.search(question.text) else 0.5 if _REAL.isdisjoint(nouns) else 0.25,
    )


def _distance(known: WellKnown, setting: _Setting, apart: bool, laws: bool) -> float:
    """How far a well-known name is from what is asked; ``apart`` where fields tell some such names from others.

    Of laws those of the country itself are near, whatever they are about.
    """
    place = _of_place(known, setting)
    field = _of_field(known, setting) if apart else 0.5
    return place + _of_time(known, setting) + (field / 2 if laws and known.places and place <= _HOME else field)


def _of_field(known: WellKnown, setting: _Setting) -> float:
    shared = known.fields.intersection(setting.fields)
    near = setting.fields[0] in shared or len(shared) > 1
    around = len(known.fields & setting.around)
    return (0.0 if near else 0.5 if shared else 1.5) + 0.25 * (2 - min(2, around))


def _of_place(known: WellKnown, setting: _Setting) -> float:
    if not known.places or not (setting.places or setting.chief):
        return 0.5
    if not known.places.isdisjoint(setting.places):
        return 0.0
    if not setting.places and not known.places.isdisjoint(setting.chief):
        return 0.25
    told = setting.places or setting.chief
    near = {continent for place in known.places for continent in continents(place)}
    if any(not near.isdisjoint(continents(place)) for place in told):
        return 0.5
    if not known.places.isdisjoint(setting.chief):
        return 0.75
    return 2.0 if setting.excludes else 1.5 if setting.places else 1.0


def _of_time(known: WellKnown, setting: _Setting) -> float:
    if setting.year is None:
        return 0.5
    apart = abs(known.year - setting.year)
    cost = next((cost for years, cost in ((15, 0.0), (35, 0.5), (70, 1.5)) if apart <= years), 3.0)
    if known.year > setting.year + _SOON:
        return max(cost, 1.5)  # it was still to come
    return cost * setting.weight


def _of_document(u: Understanding, nouns: Iterable[str]) -> Iterator[Entity]:
    """What the document names with one of the nouns, in the order of the text."""
    named = _by_noun(u)
    found = sorted(n for noun in dict.fromkeys(nouns) for n in named.get(noun, ()))
    yield from (entity for _, entity in found[:_OF_DOCUMENT])


@once
def _by_noun(u: Understanding) -> dict[str, list[tuple[int, Entity]]]:
    """What could be a programme in a document, numbered, by its last noun."""
    found: defaultdict[str, list[tuple[int, Entity]]] = defaultdict(list)
    for number, entity in enumerate(u.aliases.entities):
        lead, of, _ = normal(entity.name).partition(" of ")
        if entity.sort and (not of or programme_sort(lead.split()[-1])):  # not the Proceedings of the Royal Society
            found[normal(entity.name).split()[-1]].append((number, entity))
    return dict(found)
