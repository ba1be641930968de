"""The people of a document: who is surely one, and who can be taken for another."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator

from quizgen.language.entity import Entity
from quizgen.language.gazetteer import country, given_name_sex, is_organisation_head, title_mark
from quizgen.language.lexicon import is_known, tags_of
from quizgen.language.names import Mention, NameKind
from quizgen.language.once import once
from quizgen.language.pattern import Pattern
from quizgen.language.speech import Speech
from quizgen.language.understanding import Understanding
from quizgen.questions.famous import is_family_name, lifetime
from quizgen.questions.normal import normal

_WHERE = Pattern(r"\b(?:at|in|near|inside|outside) $")
"""What a name stands behind that is no person's."""
_OWNER = Pattern(r"(?P<name>[A-Z][\w-]+)['’]s $")
_PARTIES = frozenset(["Republican", "Democrat", "Labour", "Tory", "Democrats", "Republicans"])
_VERBS = frozenset(["VBD", "VBZ", "VBP"])
_BEFORE = 24
"""Characters before a name in which its owner stands."""
_LOOKED_AT = 200
"""People of a document among whom others are looked for, at the most."""
_APART = 45
"""Years between what is told of two people who can have known each other, at the most."""


@once
def people_named(u: Understanding) -> list[str]:
    """The names of the document's people: in full with a title, in full, and the rest."""
    return [person.name for person in _people(u)]


@once
def _people(u: Understanding) -> list[Entity]:
    people = [p for p in u.aliases.people() if _is_surely_someone(p, u)]
    told = _speaking_of_themselves(u)
    others = (e for e in u.aliases.entities if e.kind is NameKind.OTHER and e.name in told)
    unknown = (e for e in others if not all(is_known(word.lower()) for word in e.name.split()))
    whole = sorted((p for p in (*people, *unknown) if " " in p.name), key=lambda p: not p.titles)
    return [*whole, *(p for p in people if " " not in p.name)]


def holding(offices: frozenset[str], u: Understanding) -> Iterator[Entity]:
    """The document's people who have one of some offices."""
    return (person for person, held in _with_offices(u) if not offices.isdisjoint(held))


def offices_of(person: Entity) -> frozenset[str]:
    """The last words of somebody's titles: President, Minister."""
    return frozenset(title.split()[-1] for title in person.titles if title)


def others_present(own: Entity | None, year: int | None, u: Understanding) -> Iterator[str]:
    """The document's people who lived at a time, those with an office like the answer's first.

    Args:
        own: the answer, who is left out; beside somebody with a full name there are no mere surnames.
        year: the time.
        u: the document.
    """
    offices = offices_of(own) if own is not None else frozenset()
    whole = own is None or " " in own.name
    for alike in (True, False) if offices else (False,):
        for person, held in _with_offices(u):
            fits = person is not own and (" " in person.name or not whole)
            if fits and alike is not offices.isdisjoint(held) and _lived_at(person, year, u):
                yield person.name


@once
def _with_offices(u: Understanding) -> list[tuple[Entity, frozenset[str]]]:
    """The document's people, each with the offices that he or she has."""
    return [(person, offices_of(person)) for person in _people(u)[:_LOOKED_AT]]


def _lived_at(person: Entity, year: int | None, u: Understanding) -> bool:
    """Whether somebody can have been told of in a year, as far as the lists and the document tell."""
    if year is None:
        return True
    if life := lifetime(person.name):
        return life[0] <= year <= life[1] + 1
    years = _years_told(u).get(person.name)
    if not years:
        return True
    at = bisect_left(years, year)
    return min(abs(told - year) for told in years[max(0, at - 1) : at + 1]) <= _APART


@once
def _years_told(u: Understanding) -> dict[str, list[int]]:
    """The first year that each sentence names by itself which names somebody, person by person, in order."""
    found: dict[str, list[int]] = {}
    for person in _people(u):
        told = (_year_of(mention.sentence, u) for mention in person.mentions)
        found[person.name] = sorted(year for year in told if year is not None)
    return found


def _year_of(sentence: int, u: Understanding) -> int | None:
    dates = (d.value for d in u.dates_by_sentence.get(sentence, ()) if d.value is not None and not d.relative)
    return next((value.year for value in dates), None)


def _is_surely_someone(entity: Entity, u: Understanding) -> bool:
    """Whether a name that looks like a person's is one: by a title, a given name, or what is said."""
    last = entity.name.split()[-1].rstrip(".")
    if last.isupper() or last in ("Co", "Inc", "Corp", "Ltd", "Group"):  # Hillary PAC, Electric Co
        return False
    words = entity.name.split()
    if entity.name.endswith(("-led", "-based", "-born", "-backed")):
        return False
    given = given_name_sex(words[0])
    if not _PARTIES.isdisjoint(words) or any(map(_is_verb, words[1:])) or ("of" in words and not given):
        return False  # Orlando Republican; a headline: Ana Reis Suffered
    if len(words) > 1 and not given and not entity.titles and all(is_known(word.lower()) for word in words):
        return False  # Clean Rivers Watch
    if entity.name in speakers(u):
        return True
    whole = [m for m in entity.mentions if " " in m.text] or entity.mentions
    if not entity.titles and all(_is_thing(u, m) for m in whole):
        return False
    if not entity.titles and all(
        _WHERE.search(u.text, max(0, m.span.start - 9), m.span.start) for m in entity.mentions
    ):
        return False  # at Maxwell Chambers
    first, last = entity.name.split()[0], entity.name.split()[-1]
    if " " in entity.name and len(entity.mentions) == 1 and is_known(last.lower()):
        return False  # the King James Bible
    return bool(entity.titles) or bool(given_name_sex(first))


def _is_verb(word: str) -> bool:
    known = tags_of(word.lower()) if is_known(word.lower()) and not given_name_sex(word) else None
    return known is not None and known[0] in _VERBS


def _is_thing(u: Understanding, mention: Mention) -> bool:
    """Whether a name stands as only things' do: "the *Christian Nobility*", "Mozart's *Don Giovanni*"."""
    before = u.text[max(0, mention.whole.start - _BEFORE) : mention.whole.start]
    if before.endswith(("the ", "The ")):
        return True
    owner = _OWNER.search(before)
    return owner is not None and country(owner["name"]) is None


def is_somebody(name: str, u: Understanding) -> bool:
    """Whether a name of unknown words is a person's: of a family the document names, by a particle, or as he or she.

    Args:
        name: of a speaker.
        u: the document.
    """
    entity = next((e for e in u.aliases.known_as(name) if e.kind is NameKind.OTHER), None)
    last = name.split()[-1]
    if entity is None or name.isupper() or last.endswith(".") or is_organisation_head(last.lower()):
        return False
    if not _PARTICLES.isdisjoint(name.split()) or any(
        normal(person.name).endswith(f" {normal(name)}") or person.name.endswith(f" {last}")
        for person in u.aliases.people()
        if person.name != name
    ):
        return True
    if " " not in name and (is_family_name(name) or any(_has_office_before(m, u) for m in entity.mentions[:_MENTIONS])):
        return True
    spoken = Counter[str]()
    for mention in entity.mentions[:_MENTIONS]:
        sentence = u.sentences[mention.sentence].span
        spoken.update(_PRONOUN.findall(u.text[mention.span.end : sentence.end]))
    things = spoken["it"] + spoken["its"] + spoken["which"]
    return spoken.total() - things > things


def _has_office_before(mention: Mention, u: Understanding) -> bool:
    """Whether an office in small letters stands before a name: "ambassador *Budd*"."""
    before = u.text[max(0, mention.span.start - _BEFORE) : mention.span.start].split()
    return before[-1:] != [] and title_mark(before[-1]) == "O"


_PARTICLES = frozenset(["bin", "ibn", "von", "van", "der", "de", "da", "del", "di"])
_PRONOUN = Pattern(r"\b(?:he|she|his|her|him|himself|herself|who|it|its|which)\b")
_MENTIONS = 12
"""Mentions of a name after which pronouns are counted."""


@once
def _speaking_of_themselves(u: Understanding) -> set[str]:
    """Names of unknown words that say "I"."""
    return _speakers_of((s for s in u.speech if _FIRST_PERSON.search(s.content.of(u.text))), u)


_FIRST_PERSON = Pattern(r"\b(?:I|me|my|myself)\b")


@once
def speakers(u: Understanding) -> set[str]:
    """Names that something is said by; of unknown names only these are surely someone's."""
    return _speakers_of(u.speech, u)


def _speakers_of(reports: Iterable[Speech], u: Understanding) -> set[str]:
    entities = (u.aliases.within(report.speaker, u.mentions[report.sentence]) for report in reports)
    return {entity.name for found in entities for _, entity in found}


def person_called(name: str, u: Understanding) -> Entity | None:
    """The person of the document whose full name it is."""
    return next((e for e in u.aliases.known_as(name) if e.kind is NameKind.PERSON and e.name == name), None)


@once
def words_of_names(u: Understanding) -> set[str]:
    """All words of the names of the document's people."""
    return {word for person in u.aliases.people() for word in normal(person.name).split()}
