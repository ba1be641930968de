"""Organisations as wrong choices: those of the answer's own sort, of the document first, then well-known ones."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import islice

from quizgen.language.entity import Entity
from quizgen.language.gazetteer import country, neighbours, title_mark
from quizgen.language.lexicon import tags_of
from quizgen.language.names import NameKind
from quizgen.language.once import once
from quizgen.language.pattern import Pattern
from quizgen.language.towns import is_town
from quizgen.language.understanding import Understanding
from quizgen.model.fact import Question
from quizgen.questions import pools
from quizgen.questions.callings import fields
from quizgen.questions.eras import year_asked
from quizgen.questions.nations import chief_countries, listed_as
from quizgen.questions.normal import normal
from quizgen.questions.order import in_order
from quizgen.questions.present import speakers

_HEADS = {
    "university": "university universities polytechnic",
    "college": "college",
    "school": "school",
    "institute": "institute institution",
    "laboratory": "laboratory laboratories lab",
    "museum": "museum gallery",
    "hospital": "hospital clinic infirmary",
    "court": "court tribunal",
    "department": "department ministry office treasury bureau directorate",
    "parliament": "parliament senate house congress duma",
    "assembly": "assembly council",
    "party": "party democrats",
    "charity": "foundation trust charity",
    "force": "army navy force corps guard regiment academies",
    "police": "police constabulary",
    "church": "church diocese",
    "newspaper": "times post tribune herald journal inquirer gazette daily guardian",
    "league": "league",
    "centre": "centre center",
    "association": "association society federation",
    "authority": "commission authority board committee",
    "agency": "organization organisation fund agency programme",
    "company": "co company inc corp corporation ltd limited plc llc group gmbh airlines motors industries holdings "
    "aerospace properties partners pharmaceuticals electronics technologies systems",
}  # fmt: skip
"""The nouns that close the names of each sort, or stand before their "of"."""
_TOLD = {
    "website": "website site blog", "newspaper": "newspaper magazine daily weekly journal", "charity": "charity",
    "think tank": "tank", "labour union": "union", "company": "company firm maker manufacturer retailer carmaker",
    "university": "university", "agency": "agency", "bank": "bank", "party": "party", "club": "club",
    "sport": "federation",
}  # fmt: skip
"""The nouns beside a name that tell its sort: "the fact-checking website *Trueno*"."""
_SORT_TOLD = {noun: sort for sort, nouns in _TOLD.items() for noun in nouns.split()}
_BESIDE_NAME = 45
"""Characters on each side of a name in which such a noun stands."""
_WORLD = frozenset(["UN", "U.N.", "NATO", "EU", "ASEAN", "UNESCO", "WHO", "United", "international"])
"""Words of a document about the bodies of many states."""
_SORTS = {head: sort for sort, heads in _HEADS.items() for head in heads.split()}
_LEGAL = Pattern(r",? (?:Co|Inc|Corp|Ltd|plc|PLC|Corporation|Company|LLC|AG|SE)\.?$")
_LEARNED = frozenset(["academy", "institute", "school", "conservatory"])
_OF_PARTIES = frozenset(["republican", "democratic", "labour", "conservative", "socialist"])
_STATE = frozenset(["department", "ministry"])
_ARTS = frozenset("arts art dramatic music film fine dance motion".split())
_INDUSTRIES = {
    "chips": "semiconductor chips chipmaker",
    "telecom": "mobile phone phones telecom telecommunications network networks handset",
    "technology": "software computer computers internet technology online search",
    "cars": "car cars vehicle vehicles automotive automaker truck trucks",
    "medicines": "drug drugs vaccine vaccines pharmaceutical medicine medicines biotech",
    "aircraft": "aircraft jet jets engines aviation aerospace",
    "oil": "oil gas petroleum refinery crude",
    "banks": "bank banks banking lending investors loans",
    "shops": "store stores retail retailer shoppers supermarket furniture",
    "food": "food foods drinks beverage chocolate beer brewer brewery brewing",
    "airlines": "airline airlines flights passengers",
    "ships": "shipping cargo containers logistics",
    "media": "newspaper newspapers broadcaster television film films journalism",
    "railways": "railway trains rail",
    "industry": "industrial manufacturing turbines machinery appliances conglomerate",
}
_INDUSTRY = {word: industry for industry, words in _INDUSTRIES.items() for word in words.split()}
"""What tells the industry of a company."""
_CLEAR = 2
"""Words that tell an industry in the proof of one question, at the least."""
_LOUD = 4
"""Letters of an acronym that is no organisation for certain, at the most: GSM."""


_PARTISANS = frozenset(
    "Republicans Democrats Conservatives Liberals Labour Greens Socialists Tories Libertarians".split()
)


def organisations(question: Question, u: Understanding) -> Iterator[str]:
    """Organisations of the answer's sort, of the document and of the lists, then others of the document."""
    if title_mark(normal(question.answer).split()[-1]) == "O":
        yield from in_order(question.text, _listed()["office"])
        return
    if national := _NATIONAL.fullmatch(question.answer):
        yield from (f"the {one} {national['body']}" for one in _adjectives_near(national["nation"], question, u))
    if nation := _people_of(question.answer):
        yield from (f"{near}s" for near in in_order(question.text, _peoples_near(nation)))
    sort = sort_of(question.answer, question, u)
    own = [name for name in _organisations_named(u) if not _akin(name, question.answer)]
    alike = [name for name in own if sort_of(name, question, u) == sort]
    if sort.startswith("company"):
        sorts = {name: sort_of(name, question, u) for name in own}
        alike = [
            name for name in own if sorts[name].startswith("company") and (sorts[name] in _NEWS) == (sort in _NEWS)
        ]
    yield from map(u.named, alike)
    here = [listed_as(nation) for nation in (*_nations_in(question.answer), *chief_countries(u))]
    listed = _listed() if sort not in _MODERN or (year_asked(question, u) or _MODERN_FROM) >= _MODERN_FROM else {}
    for key in (*(f"{sort}, {nation}" for nation in here), sort, *_BESIDE.get(sort, ())):
        yield from in_order(question.text, (name for name in listed.get(key, ()) if name not in alike))
    yield from (u.named(name) for name in own if name not in alike)


_MODERN = frozenset("world agency economy sport website charity authority".split()) | {"think tank", "labour union"}
"""Sorts of which the lists have bodies of the last hundred years alone."""
_MODERN_FROM = 1900
_NEWS = frozenset(["company media", "company news"])
"""Firms that only tell of what others do."""


_NATIONAL = Pattern(
    r"the (?P<nation>[A-Z]\w+) "
    r"(?P<body>(?:[A-Z]\w+ )*(?:[Mm]inistry|[Gg]overnment|[Ee]mbassy|[Pp]arliament|[Aa]rmy|[Cc]abinet))"
)
"""A body that every country has: "the Russian Foreign Ministry"."""


def _adjectives_near(called: str, question: Question, u: Understanding) -> list[str]:
    """What other countries' bodies are called by, where a word calls those of one: first those of the document."""
    own = country(called)
    if own is None or called not in own.adjectives:
        return []
    names = [*chief_countries(u), *in_order(question.text, neighbours(own.name))]
    found = (country(name) for name in dict.fromkeys(names))
    return [one.adjectives[0] for one in found if one is not None and one is not own and one.adjectives[0]]


def _people_of(name: str) -> str:
    """The country whose people a plural names: Mexicans."""
    nation = country(name.removesuffix("s")) if name.endswith("s") else None
    return nation.name if nation is not None and name.removesuffix("s") in nation.adjectives else ""


def _peoples_near(nation: str) -> list[str]:
    found = (country(near) for near in neighbours(nation))
    return [one.adjectives[0] for one in found if one is not None and one.adjectives[0].endswith(("an", "i"))]


_BESIDE = {
    "college": ("university",), "laboratory": ("institute",), "world": ("agency",), "agency": ("world",),
    "economy": ("agency",), "agency short": ("economy short",), "economy short": ("agency short",),
    "association": ("charity",), "centre": ("museum",), "authority": ("agency",),
    "website": ("newspaper",), "think tank": ("charity",), "labour union": ("charity",), "partisans": ("party",),
    "sport": ("league",), "league": ("sport",), "assembly": ("agency",), "club": ("club, the United Kingdom",),
}  # fmt: skip
"""What else can tempt where a sort has too few."""


@cache
def _listed() -> dict[str, tuple[str, ...]]:
    return pools.by_field("organisations.txt")


@cache
def _sort_by_name() -> dict[str, str]:
    found: dict[str, str] = {}
    for key, names in _listed().items():
        for name in names:
            found.setdefault(normal(name), key.partition(", ")[0])
    return found


def sort_of(name: str, question: Question, u: Understanding) -> str:
    """The sort of an organisation: as the lists have it, by the noun of its name, or by what the document is about."""
    if name in _PARTISANS:
        return "partisans"
    plain = normal(_LEGAL.sub("", name))
    if plain.endswith(_LOCAL):
        return "local" if plain in _LOCAL else "local named"
    if known := _sort_by_name().get(plain):
        return "company news" if known == "company media" and _REPORTED.match(question.text) else known
    words = plain.split()
    if not _STATE.isdisjoint(words):
        return "department"
    if not _OF_PARTIES.isdisjoint(words):
        return "party"
    lead = words[words.index("of") - 1] if "of" in words[1:] else words[-1]
    if not _LEARNED.isdisjoint(words) and (_ARTS.intersection(words) or "academy" in words):
        return "academy arts" if _ARTS.intersection(words) else "academy"
    if "bank" in words:
        return "bank development" if "development" in words else "bank" if "of" in words else "company banks"
    sort = (
        _SORTS.get(lead) or _SORTS.get(words[-1], "") or ("company" if _LEGAL.search(name) or _is_firm(name, u) else "")
    )
    if sort in ("", "company") and (sort or fields(u)[0] in ("business", "computing")):
        return f"company {_industry(question, u)}".strip()
    if sort == "charity" and not _LEARNED_FIELDS.isdisjoint(fields(u)[:2]):
        return "think tank"
    if not sort and _REPORTED.match(question.text):
        return "newspaper"
    return sort or _told_beside(name, u) or ("sport" if fields(u)[0] == "sport" else _usual_sort(u))


_LOCAL = ("city council", "county council", "borough council", "district council", "town council", "parish council")
"""What governs a town or a district."""
_REPORTED = Pattern(r"(?:Who|Which organisation) (?:reported|revealed|wrote)\b")
"""What newspapers do more than other bodies."""
_LEARNED_FIELDS = frozenset(["economy", "business", "leader", "statesman"])
"""Fields in which a foundation is one of scholars."""


def _told_beside(name: str, u: Understanding) -> str:
    """The sort that a noun beside one of the first mentions of a name tells."""
    for at in islice(u.places(name.removeprefix("the ")), 3):
        before, behind = u.text[max(0, at - _BESIDE_NAME) : at], u.text[at + len(name) : at + len(name) + _BESIDE_NAME]
        near = (*reversed(_WORD.findall(re.split(r"[.;]", before)[-1])), *_WORD.findall(re.split(r"[.;]", behind)[0]))
        if found := next((_SORT_TOLD[word] for word in near if word in _SORT_TOLD), ""):
            return found
    return ""


@once
def _usual_sort(u: Understanding) -> str:
    """What an organisation is of which nothing tells the sort: of the world, or of people of one country."""
    return "world" if any(u.tally.written[word] for word in _WORLD) else "charity"


_WORD = Pattern(r"[a-z]+")


def _is_firm(name: str, u: Understanding) -> bool:
    """Whether the document has a firm by a longer name: "Quill Medical Technologies Inc."."""
    longer = (e.name for e in u.aliases.entities if e.name.startswith(f"{name} "))
    return any(_LEGAL.search(other) for other in longer)


def _industry(question: Question, u: Understanding) -> str:
    """The industry that the proof of a question tells, else the document."""
    told = " ".join((question.text, *(span.of(u.text) for span in question.evidence))).lower()
    here = Counter(_INDUSTRY[word] for word in re.findall(r"\w+", told) if word in _INDUSTRY)
    clear = [industry for industry, times in here.most_common(1) if times >= _CLEAR]
    return clear[0] if clear else _usual_industry(u)


@once
def _usual_industry(u: Understanding) -> str:
    told = Counter[str]()
    for word, times in u.tally.written.items():
        if (industry := _INDUSTRY.get(word.lower())) is not None:
            told[industry] += times
    return told.most_common(1)[0][0] if told else ""


def _nations_in(name: str) -> list[str]:
    return [nation.name for word in name.split() if (nation := country(word)) is not None]


_MEMBERS = Pattern(r"(?:\w+ )?(?:Members|Delegates|Representatives|Leaders|Heads) of ")
"""Those who belong to a body, which they are not."""


@once
def _organisations_named(u: Understanding) -> list[str]:
    """The bodies of the document."""
    return [
        e.name
        for e in u.aliases.entities
        if (e.kind is NameKind.ORGANISATION or (e.kind is NameKind.OTHER and e.name in speakers(u)))
        and e.names
        and e.mentions
        and _sounds(e.name)
        and not _MEMBERS.match(e.name)
        and not _shouted(e, u)
        and not _is_place(e.name)
        and not (e.name.isupper() and len(e.name) <= _LOUD and e.name not in speakers(u) and not _is_listed(e.name))
    ]


def _is_place(name: str) -> bool:
    """Whether a name is a town's or a region's: Oklahoma City."""
    words = name.split()
    state = words[-1] if len(words) == 2 and words[0] in ("West", "New", "North", "South") else name
    return is_town(name) or words[-1] in _PLACES or state in _STATES


_PLACES = frozenset(["City", "County", "Island", "Valley", "Street", "Avenue", "State", "District", "Bay", "River"])
_STATES = frozenset(
    "Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Georgia Hawaii Idaho Illinois "
    "Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri "
    "Montana Nebraska Nevada Ohio Oklahoma Oregon Pennsylvania Tennessee Texas Utah Vermont Virginia Washington "
    "Wisconsin Wyoming Carolina Dakota Jersey Hampshire Mexico York "
    "Victoria Queensland Ontario Quebec Alberta Bavaria Scotland Wales England".split()
)


def _is_listed(name: str) -> bool:
    return normal(name) in _sort_by_name()


_COMMON = frozenset(
    "national royal international university united general federal state central national public world global north "
    "south east west northern southern eastern western college institute school bank department ministry court council "
    "museum new san st saint great first free people's".split()
)
"""Words that many bodies' names begin with."""


def _akin(name: str, answer: str) -> bool:
    """Whether two names share a weighty word, so that they may be two names of one body."""
    names = [normal(n).split() for n in (name, answer)]
    if names[0][0] == names[1][0] and names[0][0] not in _COMMON and country(names[0][0].capitalize()) is None:
        return True
    weighty = [{w for w in words if len(w) > 5 and w not in _SORTS} for words in names]
    return not weighty[0].isdisjoint(weighty[1])


_DATELINE = Pattern(r"[A-Z ]+(?:, [A-Z][\w. ]+)?(?:\s*\(|,? ?(?:—|–|--|-) )")


def _shouted(entity: Entity, u: Understanding) -> bool:
    """Whether a name stands in capitals only because a dateline or a heading does: RANGOON."""
    name = entity.name
    if not name.isupper() or len(name) <= _LOUD:
        return False
    elsewhere = next(u.places(name.title()), None) is not None
    headed = all(u.sentences[m.sentence].heading for m in entity.mentions)
    return elsewhere or headed or _DATELINE.match(u.text, entity.mentions[0].span.start) is not None


def _sounds(name: str) -> bool:
    """Whether a name reads as one of an organisation: no lone adjective, no hyphened pair, no number."""
    if re.search(r"\d|^\w+-\w+$|^U\.S|^[’']", name) or len(name) <= 2:
        return False
    if name.startswith(("Republic of ", "Foreign Affairs of ")):
        return False  # a country, and what a ministry is of
    nation = country(name)
    adjective = all((tags_of(word.lower()) or ("",))[0] == "JJ" for word in name.split())
    return not adjective and (nation is None or name == nation.name)
