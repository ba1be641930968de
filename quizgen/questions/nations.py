"""The countries of a document, and those of its people."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from quizgen.language.entity import Entity
from quizgen.language.gazetteer import BRITISH, FORMER, country, country_names
from quizgen.language.gazetteer import neighbours as region_of
from quizgen.language.names import Mention, NameKind
from quizgen.language.once import once
from quizgen.language.pattern import Pattern
from quizgen.language.understanding import Understanding
from quizgen.language.whole import count_in
from quizgen.questions import pools
from quizgen.questions.famous import known_as, nations_led

_BRITISH = Pattern(
    r"\b(?:offence|licence|defence|programmes?|per cent|[Ll]abour|colour|favour|behaviour|neighbour|centres?|theatre"
    r"|metres?|tonnes|[Oo]rganis\w+|recognis\w+|prioritis\w+|emphasis(?:e|ed|es|ing)|travelled|cheque|catalogue)\b"
)
_AMERICAN = Pattern(
    r"\b(?:offense|license|[Dd]efense|programs?|percent|[Ll]abor|color|favor|behavior|neighbor|[Cc]enters?|theater|meters?"
    r"|[Oo]rganiz\w+|recogniz\w+|prioritiz\w+|emphasiz(?:e|ed|es|ing)|traveled|check|catalog)\b"
)
_CHIEF = 3
"""Countries that a document is most about."""
_OWN = 4
"""Mentions that the country of one of its people is worth: who speaks for it can have said what is asked."""
_WITHIN = BRITISH | FORMER | {
    "Czechoslovakia": "Czechia", "Yugoslavia": "Serbia", "Ottoman": "Turkey", "Prussian": "Germany",
    "Bavarian": "Germany", "Mughal": "India", "Persian": "Iran",
}  # fmt: skip
"""Countries whose people stand in the lists with those of another."""
_FIRST = 3
"""Mentions of somebody beside which a country is told."""
_BESIDE = 70
"""Characters behind a name in which the country is told: "(1855-1907) was a Scottish chemist"."""
_BEFORE = 40
_ADJECTIVE = Pattern(r"[A-Z][a-z]+(?:[ -][A-Z][a-z]+)?")


def listed_as(nation: str) -> str:
    """The name under which the lists have the people of a country."""
    return _WITHIN.get(nation, nation)


def homes(name: str, person: Entity | None, year: int | None, u: Understanding) -> list[str]:
    """The countries of somebody, as the text and the lists tell, the surest first."""
    found = [listed_as(nation) for nation in sorted(person.countries)] if person is not None else []
    found += [one.country for one in known_as(name)]
    found += nations_led(name, year)
    if not found and person is not None:
        told = _told_beside(u)
        if person.name not in told:
            beside = (_beside(u, mention) for mention in person.mentions[:_FIRST])
            told[person.name] = [nation for nation in beside if nation][:1]
        return told[person.name]
    return list(dict.fromkeys(found))


@once
def _told_beside(_: Understanding) -> dict[str, list[str]]:
    """The countries told beside the names of people, of those who were asked for."""
    return {}


def _beside(u: Understanding, mention: Mention) -> str:
    """The country whose adjective stands beside a name, within its sentence: "the Scottish chemist *Ana Reis*"."""
    span = u.sentences[mention.sentence].span
    behind = re.split(r"[.;] ", u.text[mention.span.end : min(span.end, mention.span.end + _BESIDE)])[0]
    before = u.text[max(span.start, mention.whole.start - _BEFORE) : mention.whole.start]
    for word in (*_ADJECTIVE.findall(behind), *reversed(_ADJECTIVE.findall(before))):
        for form in (word, *re.split(r"[ -]", word)):
            nation = country(form)
            if nation is None and form in _WITHIN:
                return _WITHIN[form]
            if nation is not None and form in nation.adjectives:
                return listed_as(nation.name)
    return ""


@once
def parties(u: Understanding) -> list[str]:
    """The countries of the two whose meeting a document reports; none where they are not both known."""
    year = u.reference.year if u.reference else None
    found = [homes(entity.name, entity, year, u)[:1] for entity in u.aliases.two or ()]
    return list(dict.fromkeys(nation for one in found for nation in one)) if found and all(found) else []


@cache
def _adjectives() -> dict[str, str]:
    """The countries of the lists by their adjectives."""
    known = (nation for name in country_names() if (nation := country(name)) is not None)
    return {form: listed_as(nation.name) for nation in known for form in nation.adjectives if form}


@once
def chief_countries(u: Understanding) -> list[str]:
    """The countries that a document names most often, and those that its people belong to or are known to speak for."""
    if both := parties(u):
        return both
    named: Counter[str] = Counter()
    year = u.reference.year if u.reference else None
    for entity in u.aliases.entities:
        if entity.kind is NameKind.PLACE and (nation := country(entity.name)):
            named[listed_as(nation.name)] += len(entity.mentions)
        for belonging in sorted(entity.countries):
            named[listed_as(belonging)] += _OWN
        if entity.kind is NameKind.ORGANISATION and (body := body_listed(entity.name)):
            named[body] += len(entity.mentions)
    adjectives = _adjectives()
    for word in filter(adjectives.__contains__, u.tally.written):
        named[adjectives[word]] += u.tally.written[word]
    spoken_for = Counter(nation for person in u.aliases.people() for nation in nations_led(person.name, year))
    for nation_name in filter(spoken_for.__contains__, pools.leaders()):
        named[nation_name] += spoken_for[nation_name]
    for nation_name, signs in pools.country_signs().items():
        named[nation_name] += sum(count_in(sign, u.text) for sign in signs)
    return [name for name, count in named.most_common(_CHIEF) if count] or _by_spelling(u.text)


_BODIES = {
    "European Commission": "the European Union", "European Council": "the European Union",
    "European Parliament": "the European Union", "EU": "the European Union", "UN": "the United Nations",
    "IMF": "the International Monetary Fund", "WIPO": "the World Intellectual Property Organization",
    "WTO": "the World Trade Organization",
}  # fmt: skip
"""Bodies whose people stand in the lists under another."""


def body_listed(name: str) -> str:
    """Under which name the lists have the people of an organisation; empty where they have none."""
    bare = name.removeprefix("the ")
    found = _BODIES.get(bare, "")
    return found or next((known for known in (f"the {bare}", bare) if known in pools.leaders()), "")


def _by_spelling(text: str) -> list[str]:
    """The country of a text that names none, by how it spells: offence and programme, or offense and program."""
    british, american = (len(spelling.findall(text)) for spelling in (_BRITISH, _AMERICAN))
    if british == american:
        return []
    return ["the United Kingdom"] if british > american else ["the United States"]


@once
def neighbours_of(u: Understanding) -> set[str]:
    """The neighbours of the countries that the document names."""
    own = {e.name for e in u.aliases.entities if e.kind is NameKind.PLACE and country(e.name)}
    return neighbours(own)


def neighbours(own: Iterable[str]) -> set[str]:
    """The neighbours of several countries, without these."""
    own = set(own)
    return {name for nation in own for name in region_of(nation)} - own
