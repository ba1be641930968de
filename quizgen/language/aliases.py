"""One document-wide table of who and what is named, and by which names."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache

from quizgen.language.apposition import office_behind
from quizgen.language.entity import MEN, WOMEN, Entity, head_of, name_words
from quizgen.language.gazetteer import country, given_name_sex, is_country_name, title_mark
from quizgen.language.lexicon import is_known
from quizgen.language.names import Mention, NameKind, outermost
from quizgen.language.pattern import Pattern
from quizgen.language.sentences import Sentence
from quizgen.model.document import Span

_ACRONYM = Pattern(r"\s*\((?:the |also |or )?[“\"]?([A-Z][\w&.-]*(?: \d{4})?)[”\"]?\)")
_BETWEEN_WORDS = Pattern(r"[\s\-–]+")
_PARTIES = Pattern(r"^[A-Z][\w.]*-[A-Z][\w.]* ")
"""Those whose programme it is, which an acronym leaves out: "the *Peru-Chile* Common Fishing Area (CFA)"."""
_AGE_OR_BODY = Pattern(r", (?:\d{1,2}, |aged? \d|of (?:the )?[A-Z][\w.]+(?: [A-Z][\w.]+)+,)")
"""What stands behind a person's name: "Zora Quill, 34, said"; "Zora Quill, of Bramley Mills, said"."""
_OF_COUNTRY = Pattern(
    r",? of (?:the )?(?:(?:[A-Z]\w+ ){0,3}(?:Republic|Kingdom|Federation|State|Union) of (?:the )?)?"
    r"([A-Z][\w.]+(?: [A-Z]\w+)?)"
)
_PEER = Pattern(
    r",? (?:the )?(?:\d+(?:st|nd|rd|th)|[Ff]irst|[Ss]econd|[Tt]hird) "
    r"(?:Baron|Viscount|Earl|Marquess|Marquis|Duke|Baroness|Countess|Duchess)(?: of)? (?P<name>[A-Z][\w-]+)"
)
_CALLED = Pattern(
    r"(?: \([^()]{0,120}\))?,? (?:(?:also|better|best|commonly|popularly|generally|more|often) ){0,2}known "
    r"(?:professionally |simply |mononymously )?(?:as|by (?:his|her|the) (?:pen|stage) name(?: of)?) "
    r"(?P<name>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3})"
)
_LEGAL = Pattern(r",? (?:Inc|Ltd|Corp|plc|PLC|LLC|GmbH|AG|SE|NV)\.?$")
"""What a company is by law, which most texts leave out after its first mention."""
_CLUB = Pattern(r"(?<= )F\.?C\.?$")
_NAMED_THINGS = (NameKind.ORGANISATION, NameKind.PROGRAMME)
_HONORIFICS = frozenset(["mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "dr", "dr."])
_GAP = 8
"""Characters behind a name in which the bracket of its acronym opens; only white space comes before it."""
_SMALL = frozenset(["of", "the", "for", "and", "on", "to", "in", "with", "&", "de", "s", "against"])
_SPEAKING_OFFICES = frozenset(["secretary-general", "director-general", "high commissioner", "high representative"])
_LONGEST_SHORT = 5
"""Letters of a short form of a given name, at the most: Steve for Steven, Joe for Joseph."""


class Aliases:
    """The entities of a document, found by name or by place."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        self.entities = tuple(entities)
        self.together: tuple[Entity, ...] | None = None
        """Those whose meeting or call the document reports."""
        self.topic: Entity | None = None
        """Whom or what an article is about."""
        self.topic_nouns: frozenset[str] = frozenset()
        """What the topic is called by: company, club."""
        self.hero: Entity | None = None
        """Whom a text without such a topic tells of."""
        self._people = [e for e in entities if e.kind is NameKind.PERSON]
        self._at = {m.span.start: (m, e) for e in entities for m in e.mentions}

    def at(self, mention: Mention) -> Entity | None:
        """The entity of one mention."""
        found = self._at.get(mention.span.start)
        return found[1] if found else None

    def within(self, span: Span, mentions: Iterable[Mention]) -> list[tuple[Mention, Entity]]:
        """The entities named inside ``span``, in order, each with its mention."""
        return [(m, e) for m in mentions if span.contains(m.span) and (e := self.at(m)) is not None]

    def known_as(self, name: str) -> Sequence[Entity]:
        """Those with a name, in their order; it may be their acronym."""
        return self._by_name.get(name, ())

    @cached_property
    def _by_name(self) -> dict[str, list[Entity]]:
        found: dict[str, list[Entity]] = {}
        for entity in self.entities:
            for name in {entity.name, entity.acronym, *entity.names}:
                found.setdefault(name, []).append(entity)
        return found

    @property
    def two(self) -> tuple[Entity, ...] | None:
        """Those who met, where they are two."""
        return self.together if self.together is not None and len(self.together) == 2 else None

    def make_person(self, entity: Entity) -> None:
        """Take a name of unknown words for a person's: the text says so."""
        entity.kind = NameKind.PERSON
        self._people.append(entity)

    def share(self, name: str) -> None:
        """Take a bare surname, by which a body is called too, for a name of its own: Heinz the firm, and the man."""
        held = [(p, m) for p in self._people for m in p.mentions if m.text == name and not m.title]
        if not held:
            return
        mentions = sorted((mention for _, mention in held), key=lambda mention: mention.span.start)
        bare = Entity(name, NameKind.OTHER, names={name: len(mentions)}, mentions=mentions)
        for person, mention in held:
            person.mentions.remove(mention)
            person.names.pop(name, None)
            self._at[mention.span.start] = (mention, bare)
        self.entities = (*self.entities, bare)
        self.__dict__.pop("_by_name", None)

    def call(self, entity: Entity, name: str) -> None:
        """Call an entity by another of its names in questions and answers."""
        entity.names.setdefault(entity.name, 0)
        entity.names.setdefault(name, 0)
        entity.name = name
        self.__dict__.pop("_by_name", None)

    def people(self) -> Sequence[Entity]:
        """The persons."""
        return self._people


def build_aliases(text: str, sentences: Sequence[Sentence], mentions: Sequence[Sequence[Mention]]) -> Aliases:
    """Gather the mentions of a document into entities.

    Args:
        text: the document's text.
        sentences: its sentences.
        mentions: the names found in each, by the sentence's number.
    """
    every = [m for s in sentences for m in mentions[s.index]]
    people = _people(every)
    known = _People(people)
    entities = list(people)
    surnames = {person.surname for person in people if " " in person.name}  # of Jim Jordan, not the country
    by_head: dict[str, list[Entity]] = {}
    by_key: dict[tuple[str, ...], Entity] = {}
    for mention in every:
        may_be = mention.kind in (NameKind.PERSON, NameKind.OTHER) or mention.text in surnames
        entity = _person_of(mention, people, known) if may_be else None
        if entity is None and mention.kind in (NameKind.OFFICE, NameKind.PEOPLE):
            continue
        if entity is None:
            key = _key(mention.text)
            entity = by_key.get(key)
            if entity is None or all(m.sentence == 0 for m in entity.mentions):  # a headline cuts names to their heads
                entity = _by_head(text, mention, by_head) or entity
            if entity is None:
                entity = by_key[key] = Entity(_canonical(mention), mention.kind, mention.sort)
                entities.append(entity)
                if entity.kind in _NAMED_THINGS and (head := head_of(entity)) != entity.name:
                    by_head.setdefault(head, []).append(entity)
        _note(text, entity, mention)
    _join_acronyms(entities)
    _join_other_names(text, entities)
    for office, named in itertools.pairwise(outermost(every)):
        _note_office(text, office, named, people, known)
    entities += _offices(every, people)
    for entity in entities:
        if entity.kind is NameKind.OTHER and any(_has_office(text, m) for m in entity.mentions):
            entity.kind = NameKind.PERSON
        if entity.kind is NameKind.PROGRAMME and any(_is_held_by(text, m) for m in entity.mentions):
            entity.kind = NameKind.PERSON
    return Aliases([e for e in entities if e.mentions])


def _note_office(text: str, office: Mention, named: Mention, people: Sequence[Entity], known: _People) -> None:
    """Give a person the office told before the name: "the Chairperson of the Union, *Karl Brandt*,"."""
    between = text[office.span.end : named.whole.start]
    if office.kind is NameKind.OFFICE and named.kind is NameKind.PERSON and between == ", ":
        person = _person_of(named, people, known)
        if person is not None and text[named.span.end : named.span.end + 1] in (",", " "):
            person.titles.add(re.split(r" (?:of|for) ", office.text)[0])


def _offices(mentions: Iterable[Mention], people: Sequence[Entity]) -> list[Entity]:
    """Offices that speak for themselves: named again and again, and nobody named as holding them."""
    held = {title.split()[-1].lower() for person in people for title in person.titles}
    found: dict[str, Entity] = {}
    for mention in mentions:
        if mention.kind is NameKind.OFFICE and mention.text.lower() in _SPEAKING_OFFICES:
            found.setdefault(mention.text, Entity(mention.text, NameKind.OFFICE)).mentions.append(mention)
    return [e for e in found.values() if len(e.mentions) > 1 and e.name.split()[-1].lower() not in held]


def _has_office(text: str, mention: Mention) -> bool:
    """Whether an office or a calling stands beside a name: "the scholar Michel Bréal", "Figl, the Foreign Minister"."""
    if len(mention.text.split()) < 2 or not all(w[:1].isupper() and not w.isupper() for w in mention.text.split()):
        return False
    if text.startswith((", who ", " who "), mention.span.end) or _AGE_OR_BODY.match(text, mention.span.end):
        return True
    before = text[max(0, mention.span.start - 40) : mention.span.start].rstrip(", ").split()
    if before and before[-1].islower() and title_mark(before[-1]):
        return True
    after = re.match(r", (?:the|a|an) ((?:[\w-]+ ){0,5}[\w-]+)", text[mention.span.end : mention.span.end + 80])
    return after is not None and any(title_mark(w.lower()) == "O" for w in after[1].split())


def _is_held_by(text: str, mention: Mention) -> bool:
    """Whether a given name opens what could be a programme, and an office follows: "Hugo Grant, Vice Chancellor of"."""
    words = mention.text.split()
    if len(words) != 2 or not given_name_sex(words[0]):
        return False
    after = re.match(r", (?:the |an? )?((?:[\w-]+ ){0,4}[\w-]+)", text[mention.span.end : mention.span.end + 80])
    return after is not None and any(title_mark(w.lower()) == "O" for w in after[1].split())


def _by_head(text: str, mention: Mention, by_head: Mapping[str, Sequence[Entity]]) -> Entity | None:
    """What "the Commission" is short for: the one such body or programme so far, or the one called so before."""
    if " " in mention.text or text[max(0, mention.span.start - 4) : mention.span.start].lower() != "the ":
        return None
    fitting = by_head.get(mention.text, ())
    if len(fitting) > 1 and all(e.mentions[-1].sentence < mention.sentence for e in fitting):
        fitting = [e for e in fitting if mention.text in e.names]
    return fitting[0] if len(fitting) == 1 else None


def _canonical(mention: Mention) -> str:
    found = country(mention.text)
    return found.name if found and is_country_name(mention.text) else mention.text


@lru_cache(maxsize=4096)
def _key(name: str) -> tuple[str, ...]:
    """Names that differ in the order of hyphened parts, or by an article, are one: China-Laos, Laos-China."""
    found = country(name)
    if found and is_country_name(name):
        name = found.name
    parts = _BETWEEN_WORDS.split(_CLUB.sub("Football Club", _LEGAL.sub("", name)).lower())
    return tuple(sorted(w for w in parts if w != "the"))


def _people(mentions: Sequence[Mention]) -> list[Entity]:
    """Persons by their full names; a surname with a title makes one where no fuller name is found."""
    people: list[Entity] = []
    known = _People()
    honoured = {m.text for m in mentions if m.kind is NameKind.PERSON and m.title.lower() in _HONORIFICS}
    titled = [m for m in mentions if m.kind is NameKind.PERSON or _is_honoured(m, honoured)]
    for mention in sorted(titled, key=lambda m: (-len(m.text.split()), m.span)):
        if not any(_same_person(mention, p) for p in known.of(mention.text)):
            person = Entity(mention.text, NameKind.PERSON)
            people.append(person)
            known.add(person)
    order = {m.text: i for i, m in reversed(list(enumerate(mentions)))}
    return sorted(people, key=lambda p: order.get(p.name, len(order)))


def _is_honoured(mention: Mention, honoured: set[str]) -> bool:
    """Whether a name of unknown words closes with a surname that "Ms." stands before elsewhere: "J. J. Price"."""
    words = mention.text.split()
    return (
        mention.kind is NameKind.OTHER
        and words[-1] in honoured
        and 2 <= len(words) <= 4
        and not is_known(words[0].lower())
        and all(w[0].isupper() and w.replace(".", "").replace("-", "").isalpha() for w in words)
    )


class _People:
    """Persons by the first and the last word of their names, one of which every name of theirs holds."""

    def __init__(self, people: Iterable[Entity] = ()) -> None:
        self._by_word: dict[str, list[Entity]] = {}
        for person in people:
            self.add(person)

    def add(self, person: Entity) -> None:
        words = name_words(person.name)
        for word in {words[0], words[-1]}:
            self._by_word.setdefault(word, []).append(person)

    def of(self, name: str) -> Sequence[Entity]:
        """Those whom ``name`` may stand for, in order."""
        return self._by_word.get(name_words(name)[-1], ())


_ROYAL = frozenset(["King", "Queen", "Prince", "Princess", "Pope", "Emperor", "Empress", "Sultan"])
"""Titles before given names: King Hussein is not Saddam Hussein."""


def _same_person(mention: Mention, person: Entity) -> bool:
    """Whether the words of a name all belong to a person's; a given name may be cut to an initial or short form."""
    words, full = name_words(mention.text), name_words(person.name)
    if len(words) == 1 and mention.title and mention.title.split()[-1] in _ROYAL:
        return words[0] == full[0] and (len(full) == 1 or any(t.split()[-1] in _ROYAL for t in person.titles))
    if len(words) == 1:
        return words[0] in (full[0], full[-1])
    if words[-1] != full[-1]:
        return False
    if full[-len(words) :] == words:
        return True  # Al Said, of Badr Al Said
    return _same_given(words[0].rstrip("."), full[0].rstrip("."))


def _same_given(first: str, other: str) -> bool:
    """Whether given names can be one person's: the same, an initial, a short form; Johann is not Johannes."""
    short, long = sorted((first, other), key=len)
    if short == long or len(short) == 1:
        return short[0] == long[0]
    cut = len(short) <= _LONGEST_SHORT and (long.startswith(short) or len(long) - len(short) > 1)
    return cut and short[:2] == long[:2]


def _person_of(mention: Mention, people: Sequence[Entity], known: _People) -> Entity | None:
    """The one person a name can stand for; None where it fits none, or more than one."""
    near = [p for p in known.of(mention.text) if not _of_other_sex(mention.title, p)]
    exact = [p for p in near if p.name == mention.text]
    fitting = exact or [p for p in near if _same_person(mention, p)]
    if len(fitting) > 1 and mention.title:
        fitting = [p for p in fitting if not p.titles or mention.title in p.titles]
    if len(fitting) > 1 and " " not in mention.text:  # of a family, the surname alone is the one the text is about
        fitting = [p for p in fitting if p.name == people[0].name]
    return fitting[0] if len(fitting) == 1 else None


def _of_other_sex(title: str, person: Entity) -> bool:
    """Whether a title tells another person of the family: Mr. Clinton is not Hillary Clinton."""
    words = {word.lower() for word in title.split()}
    return bool((words & MEN and person.sex == "F") or (words & WOMEN and person.sex == "M"))


def _note(text: str, entity: Entity, mention: Mention) -> None:
    entity.mentions.append(mention)
    entity.names[mention.text] = entity.names.get(mention.text, 0) + 1
    if mention.title:
        entity.titles.add(mention.title)
    before = text[mention.whole.start : mention.span.start].split()
    if before and (found := country(before[0])):
        entity.countries.add(found.name)
    if (
        entity.kind is NameKind.PERSON
        and (following := _OF_COUNTRY.match(text, mention.span.end))
        and (found := country(following[1].rstrip(".")) or country(following[1].split()[0].rstrip(".")))
    ):
        entity.countries.add(found.name)
    if entity.kind is NameKind.PERSON and (told := office_behind(text, mention.span.end)):
        entity.titles.add(told.title)
        entity.countries.update([told.nation.name] if told.nation else [])
    opens = text[mention.span.end : mention.span.end + _GAP].lstrip()[:1] == "("
    match = _ACRONYM.match(text, mention.span.end) if opens and not entity.acronym else None
    if match and _abbreviates(match[1], _PARTIES.sub("", mention.text)):
        entity.acronym = match[1]


def _abbreviates(acronym: str, name: str) -> bool:
    """Whether ``acronym`` is made of the letters of ``name`` in order, from its beginning, with no word to spare."""
    letters = [c for c in acronym.lower() if c.isalpha()]
    words = re.findall(r"[^\W\d_]+", name.lower())
    weighty = [w for w in words if w not in _SMALL]
    if len(letters) < 2 or not weighty or len(weighty) > len(letters) + 1 or weighty[0][0] != letters[0]:
        return False
    spelled = iter("".join(words))
    return all(c in spelled for c in letters)


def _join_other_names(text: str, entities: list[Entity]) -> None:
    """Move the mentions of a peer's title or a pen name to the person whom the text tells by it."""
    named = {e.name: e for e in entities if e.kind in (NameKind.PERSON, NameKind.OTHER, NameKind.PLACE)}
    for person in [e for e in entities if e.kind is NameKind.PERSON]:
        for mention in person.mentions:
            found = _PEER.match(text, mention.span.end) or _CALLED.match(text, mention.span.end)
            other = named.get(found["name"]) if found else None
            if other is not None and other is not person and other.name not in person.names:
                _move(other, person)


def _move(source: Entity, target: Entity) -> None:
    """Give all mentions and names of one entity to another."""
    target.mentions += source.mentions
    target.mentions.sort(key=lambda m: m.span)
    for name, count in source.names.items():
        target.names[name] = target.names.get(name, 0) + count
    source.mentions = []


def _join_acronyms(entities: list[Entity]) -> None:
    """Move the mentions of an acronym to what it is defined for."""
    defined = {e.acronym: e for e in entities if e.acronym}
    for entity in entities:
        target = defined.get(entity.name)
        if target is not None and target is not entity:
            _move(entity, target)
