"""The programmes that a sentence names, by their whole names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quizgen.kinds.initiative.beginnings import opens
from quizgen.kinds.initiative.classes import by_class
from quizgen.kinds.initiative.introduced import introduction
from quizgen.kinds.initiative.numbered import numbered
from quizgen.kinds.initiative.titles import Named, small_headed, titled
from quizgen.kinds.initiative.topics import about
from quizgen.language.entity import Entity
from quizgen.language.gazetteer import programme_sort
from quizgen.language.lexicon import is_known
from quizgen.language.names import Mention, NameKind
from quizgen.language.ordinals import parse_ordinal
from quizgen.language.pattern import Pattern
from quizgen.language.sentences import Sentence
from quizgen.language.understanding import Understanding

_SORTS = ("P", "A", "B", "W", "E", "H")
_OF_MANY = frozenset(
    "joint new free trade peace national draft final action strategic bilateral summer winter central common general "
    "special annual first second third fourth fifth world work working development economic cooperation master "
    "business security service social state party military nuclear defence defense border ceasefire investment "
    "partnership framework foreign public political election budget finance food arms human great big small old royal "
    "supreme union tax city town railway bus police fire village ferry coal freight steel "
    "local international global regional space power executive high low main early late".split()
)
"""Words that with a sort of programme make the name of many: a Joint Declaration, the Peace Plan."""

_METALS = frozenset(["gold", "silver", "bronze", "grand", "top", "highest", "honorary", "consolation"])
_CITED = frozenset(["Act", "Code", "Ordinance", "Bill", "Order"])
"""Laws that are cited with a year behind a comma."""
_OWN_TEXTS = frozenset(["Act", "Acts", "Compromise", "Charter", "Manifesto", "Covenant"])
"""Texts that an ordinary word before makes the name of one: the Stamp Act, the Freedom Charter."""
_YEAR = Pattern(r"1\d{3}|20\d{2}")
_AHEAD = frozenset(["Strategy", "Agenda", "Vision", "Roadmap", "Framework", "Plan", "Programme", "Program"])
"""Plans that are named by the year in which they shall be fulfilled: the *2050* Strategy for the Blue Ocean."""
_NTH = Pattern(r"\d+(?:st|nd|rd|th)")
_SMALL_HEADS = frozenset(["service", "network", "system"])
"""Further nouns that close a name whose acronym stands before them."""


def programmes(u: Understanding, sentence: Sentence) -> Iterator[Named]:
    """Yield the programmes that a sentence names, those with titles first."""
    titles = [*titled(u, sentence), *about(u, sentence), *by_class(u, sentence), *numbered(u, sentence)]
    yield from titles
    for mention in u.mentions[sentence.index]:
        start, end = mention.first, mention.last + 1
        if any(title.start <= start < title.end for title in titles):
            continue
        entity = _programme(u, mention, sentence)
        if entity is not None:
            yield Named(entity, start, _behind(sentence, entity, end), "")
            continue
        found = _behind_acronym(sentence, u.mentions[sentence.index], mention)
        if found is None and (other := u.aliases.at(mention)):
            found = small_headed(sentence, mention, other)
        if found is not None:
            yield found


def _behind_acronym(sentence: Sentence, mentions: Sequence[Mention], mention: Mention) -> Named | None:
    """ "the Northern Harbour Union (NHU) *Summit*": a name with its acronym, and what it is the name of one of."""
    words, i = sentence.words, mention.first
    if i < 4 or words[i - 1].text != ")" or words[i - 3].text != "(":
        return None
    heads = [w.lower for w in words[i : mention.last + 1] if programme_sort(w.lower) in ("P", "A", "E")]
    noun = heads[0] if heads else ""
    if not noun or (noun != words[mention.last].lower and not mention.sort):
        return None
    body = next((m for m in mentions if m.last == i - 4 and m.last > m.first), None)
    acronym = words[i - 2].text
    after = words[mention.last + 1].tag if mention.last + 1 < len(words) else ""
    if body is None or not acronym.isupper() or after in ("NNP", "POS", "NN", "NNS"):
        return None
    name, short = f"{body.text} {mention.text}", f"{acronym} {mention.text}"
    entity = Entity(name, NameKind.PROGRAMME, programme_sort(noun), names={name: 1, short: 1})
    return Named(entity, body.first, mention.last + 1, noun)


def _programme(u: Understanding, mention: Mention, sentence: Sentence) -> Entity | None:
    """The programme a mention names by its whole name; None for other things, and for parts of longer names."""
    entity = u.aliases.at(mention)
    if entity is None or entity.name.startswith("Year of "):
        return None
    if entity.sort not in _SORTS and not entity.acronym:
        return None
    words, i, j = sentence.words, mention.first, mention.last + 1
    before = words[i - 1].tag if i else ""
    owned = before in ("POS", "PRP$") and entity.sort not in ("P", "A", "W")
    behind = _after_acronym(sentence, j)
    if before in (")", "NNP") or owned or any(k < len(words) and words[k].tag in ("NNP", "POS") for k in (j, behind)):
        return None
    if i > 1 and words[i - 1].lower in ("a", "an") and words[i - 2].lower in ("is", "was", "became", "as", "remains"):
        return None  # became a Collaborative Project: its sort, not its name
    if i > 1 and words[i - 1].lower in ("of", "for", "to", "on") and words[i - 2].is_name:
        return None  # Freedom of Access to | Fishing Waters Act
    if entity.name.endswith("Limited Partnership") or (before != "DT" and re.fullmatch(r"\w+ Group", entity.name)):
        return None  # a company
    if i > 1 and words[i - 1].lower in ("and", "&") and words[i - 2].tag == "NNP" and len(entity.name.split()) == 2:
        return None  # the Harbour Arbitration and | Mediation Centre
    name = entity.name.split()
    if len(name[0]) == 1:
        return None  # the Fjord 5 | G Alliance
    plain = len(name) == 2 and all(is_known(w.lower()) for w in name) and not _is_own(name, entity.sort)
    if len(name) == 2 and entity.sort == "B" and parse_ordinal(name[0]):
        return None  # the Thirteenth Council meeting: the thirteenth meeting
    if len(name) < 2 or (plain and not (_new_in_list(u, sentence, i) or introduction(words, i))):
        return None  # Summer Games, Central Committee: of which there are many
    ahead = entity.sort == "P" and name[0] in _AHEAD and i > 1 and words[i - 2].lower in ("the", "its")
    if i and (
        (entity.sort == "E" and _NTH.fullmatch(words[i - 1].text)) or (ahead and _YEAR.fullmatch(words[i - 1].text))
    ):
        numbered = f"{words[i - 1].text} {entity.name}"
        return replace(entity, name=numbered, names={numbered: 1})
    return entity if entity.sort in _SORTS else _with_small_head(sentence, entity, j)


def _is_own(name: Sequence[str], sort: str) -> bool:
    """Whether two ordinary words make the name of one thing: the Growth Plan, the Stamp Act, the Red Society."""
    if name[1] == "Deal":
        return True
    if sort == "H":
        return name[0].lower() not in _OF_MANY | _METALS
    worded = sort in ("P", "W", "B") or name[1] in _OWN_TEXTS
    return worded and name[0].lower() not in (_OF_MANY - {"royal", "world"} if sort == "B" else _OF_MANY)


def _new_in_list(u: Understanding, sentence: Sentence, i: int) -> bool:
    """Whether an item of a list opens with "a new" before the name at word ``i``, whose title then is its own."""
    return [w.lower for w in sentence.words[:i]] == ["a", "new"] and opens(u.text[: sentence.span.start].rstrip()[-1:])


def _with_small_head(sentence: Sentence, entity: Entity, end: int) -> Entity | None:
    """ "the Northern Security Support (NSS) *mission*": a name whose noun is not written large."""
    words, end = sentence.words, _after_acronym(sentence, end)
    head = words[end].lower if end < len(words) else ""
    fits = programme_sort(head) in ("P", "W") or head in _SMALL_HEADS
    if not entity.acronym or not fits or words[end].tag != "NN":
        return None
    name = f"{entity.name} {head}"
    sort = programme_sort(head) if head not in _SMALL_HEADS else "P"
    return replace(entity, name=name, sort=sort, names={**entity.names, name: 1})


def _behind(sentence: Sentence, entity: Entity, end: int) -> int:
    """The index after the name with its acronym and a small noun that only repeats its sort: "Ports Plan scheme"."""
    end = _after_acronym(sentence, end)
    word = sentence.words[end] if end < len(sentence.words) else None
    small = word is not None and word.tag == "NN" and programme_sort(word.lower) in ("P", "W", "B")
    return _behind_year(sentence, end + small) if entity.sort in ("E", "P", "A") else end + small


def _behind_year(sentence: Sentence, end: int) -> int:
    """Behind "of 1884" or "of 1884–1885", which tells when a thing was: the Berlin Conference of 1884."""
    words = sentence.words
    if end + 1 >= len(words) or words[end].lower not in ("of", ",") or not _YEAR.match(words[end + 1].text):
        return end
    if words[end].text == ",":
        closed = words[end - 1].text in _CITED and (end + 2 >= len(words) or words[end + 2].tag not in ("VBD", "VBZ"))
        return end + 2 if closed else end  # the Wages Act, 2005
    ends = end + 2
    if ends + 1 < len(words) and words[ends].text in ("–", "-") and words[ends + 1].tag == "CD":
        ends += 2
    return ends


def _after_acronym(sentence: Sentence, end: int) -> int:
    words = sentence.words
    if end + 2 >= len(words) or words[end].text != "(":
        return end
    return next((i + 1 for i in range(end, min(end + 9, len(words))) if words[i].text == ")"), end)
