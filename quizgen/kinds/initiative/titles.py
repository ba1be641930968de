"""Programmes called by a title: a petition called "Save the Elms", the "Clean Lakes" campaign, the Elm Walk scheme."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quizgen.language.entity import Entity
from quizgen.language.gazetteer import country, given_name_sex, programme_sort
from quizgen.language.lexicon import tags_of
from quizgen.language.names import Mention, NameKind
from quizgen.language.once import once
from quizgen.language.pattern import Pattern
from quizgen.language.phrases import noun_phrase_start
from quizgen.language.sentences import Sentence
from quizgen.language.understanding import Understanding
from quizgen.language.words import Word

_CLOSES = {"“": "”", "‘": "’", "``": "''", '"': '"', "''": "''", "'": "'"}
_MARK = Pattern("[“‘`'\"]")
_NAMING = frozenset("called named dubbed titled entitled nicknamed codenamed".split())
_SMALL = frozenset(["DT", "IN", "TO", "CC", "PRP", "VBP", "VBZ"])
"""What may stand small in a title."""
_SMALL_HEAD = Pattern(
    r"(?:of|to|for|in|on|and|with|by) [A-Z]\w+ (?:initiative|program(?:me)?|project|strategy|scheme|campaign|framework|"
    r"partnership|mechanism|challenge|pledge|fund|facility|survey|mission|study|grant|scholarship|fellowship|guarantee)\b"
)
"""What a title with small words in it closes with; looked for first, as most sentences have nothing of it."""
_JOINTS = frozenset(["to", "of", "for", "in", "on", "and", "with", "by"])
_MOST = 10
"""Words of a title."""
_WORTHY = frozenset("quiz petition report book exhibition show series paper appeal drive contest competition".split())
"""Nouns of further things that have titles and are told of like programmes."""
_BETWEEN = frozenset(
    "national special pilot regional scholarship training loan exchange research development support youth state "
    "infrastructure investment education health volunteer internship peace advertising awareness".split()
)
"""What may stand between a name and its small noun: the Holm *scholarship* programme."""
_NAMES = frozenset(["codename", "code-name", "nickname", "motto", "slogan"])
"""Nouns right before what they are: "given the *codename* Operation Tern"."""
_PLAIN = frozenset("programme program scheme project initiative mission".split())
"""Nouns that make a name even of one ordinary word: the Catapult programme."""
_UNNAMED = frozenset(
    "plan law bill act deal agenda policy talks meeting session week year statement vision goals".split()
)
"""Nouns before which a name rarely makes one: the Holm *plan* is anybody's word for it."""
_TOLD_BY_PLACE = frozenset("treaty accord accords protocol pact charter declaration".split())
"""What is called by the town where it was signed."""


class Named(NamedTuple):
    """A programme where a sentence names it; indexes of words, the end exclusive."""

    entity: Entity
    start: int
    end: int
    noun: str
    """What sort of thing it is."""


def titled(u: Understanding, sentence: Sentence) -> Iterator[Named]:
    """Yield what a sentence names by a title in quotation marks, or behind "called"."""
    words = sentence.words
    for opened, word in enumerate(words) if _MARK.search(u.text, *sentence.span) else ():
        closed = _close(words, opened) if word.text in _CLOSES else 0
        if closed and (found := _named(words, opened, closed, _title(u, words, opened + 1, closed))):
            yield found
    for mention in u.mentions[sentence.index]:
        start, end = mention.first, mention.last + 1
        if start > 2 and words[start - 1].lower in _NAMES and words[start - 2].tag in ("DT", "POS"):
            yield Named(_entity(mention.text), start - 1, end, words[start - 1].lower)
            continue
        if mention.kind not in (NameKind.OTHER, NameKind.PROGRAMME):
            continue
        noun = _behind_noun(words, start) or _beside_noun(words, start, end)
        open_end = noun and words[noun + 1].text == "," and not (end < len(words) and words[end].text == ",")
        software = noun and words[noun].lower in ("program", "programs") and end - start == 1
        noun = 0 if open_end or software else noun  # Ida Lund, who led the campaign, called Karl Brandt
        if noun and words[start].tag == "NNP":
            yield _behind(words, noun, mention.text, end)
    if _has_small_titles(u) and _SMALL_HEAD.search(u.text, *sentence.span):
        yield from _small_titles(u, words)


@once
def _has_small_titles(u: Understanding) -> bool:
    return _SMALL_HEAD.search(u.text) is not None


def _beside_noun(words: Sequence[Word], start: int, end: int) -> int:
    """The index of the noun that a name stands beside: "The *campaign*, Clean Fjords, pays"; 0 without one."""
    if start < 3 or end + 1 >= len(words) or words[start - 1].text != "," or words[end].text != ",":
        return 0
    noun = start - 2
    first = noun_phrase_start(words, noun)
    fits = words[noun].tag == "NN" and _is_sort(words[noun].lower) and first == 0 and words[0].tag == "DT"
    return noun if fits and words[end + 1].tag in ("VBZ", "VBD", "MD") else 0


def _small_titles(u: Understanding, words: Sequence[Word]) -> Iterator[Named]:
    """ "the Walk to School scheme": capitals with small words between, then the noun."""
    for head, word in enumerate(words):
        fits = word.tag == "NN" and programme_sort(word.lower) == "P" and word.lower not in _UNNAMED
        following = words[head + 1].tag if head + 1 < len(words) else ""
        if not fits or following in ("NN", "NNS", "NNP", "POS"):
            continue
        start = head
        while start > 0 and (words[start - 1].text[:1].isupper() or words[start - 1].lower in _JOINTS):
            start -= 1
        inside = words[start:head]
        large = [w for w in inside if w.text[:1].isupper()]
        if len(large) == len(inside) or len(large) < 2 or start == 0 or not inside[0].text[:1].isupper():
            continue
        known = all(tags_of(w.lower) and not country(w.text) and not given_name_sex(w.text) for w in large)
        if known and words[start - 1].tag in ("DT", "POS") and inside[-1].text[:1].isupper():
            name = f"{_title(u, words, start, head)} {word.lower}"
            yield Named(_entity(name), start, head + 1, word.lower)


def _title(u: Understanding, words: Sequence[Word], start: int, end: int) -> str:
    return " ".join(u.text[words[start].start : words[end - 1].end].split()).rstrip(",")


def _close(words: Sequence[Word], opened: int) -> int:
    """The index of the mark that closes a title; 0 where what is quoted is none."""
    mark = _CLOSES[words[opened].text]
    closed = next((i for i in range(opened + 1, min(opened + _MOST + 2, len(words))) if words[i].text == mark), 0)
    inside = words[opened + 1 : closed]
    if not inside or not inside[0].text[0].isupper() or any(w.text in (".", ";", ":") for w in inside):
        return 0
    large = sum(w.text[0].isupper() for w in inside)
    small = [w for w in inside if w.text[0].islower()]
    return closed if large >= 2 > len(small) - large and all(w.tag in _SMALL for w in small) else 0


def _named(words: Sequence[Word], opened: int, closed: int, title: str) -> Named | None:
    """What a title in quotation marks is the title of."""
    behind = words[closed + 1] if closed + 1 < len(words) else None
    article = opened > 0 and words[opened - 1].tag in ("DT", "PRP$", "POS")
    if noun := _behind_noun(words, opened):
        return _behind(words, noun, title, closed + 1)
    if article and behind is not None and behind.tag == "NN" and _is_sort(behind.lower):
        return Named(_entity(f"{title} {behind.text}", title), opened, closed + 2, behind.lower)
    last = words[closed - 1]
    if article and words[opened - 1].lower == "the" and programme_sort(last.lower) in ("P", "A", "W"):
        return Named(_entity(title), opened, _behind_aside(words, closed + 1), last.lower)
    return None


def _behind_noun(words: Sequence[Word], start: int) -> int:
    """The index of the noun that a title at ``start`` is told of: "a *petition*, called"; 0 without one."""
    i = start - 1 - (start > 0 and words[start - 1].lower == "the")
    if i > 1 and words[i].lower == "as" and words[i - 1].lower == "known":
        i -= 1
    elif i < 1 or words[i].lower not in _NAMING:
        return 0
    i -= 1
    while i > 0 and (words[i].tag == "RB" or words[i].text == ","):
        i -= 1
    operation = words[start].text == "Operation" and words[i].tag in ("NN", "NNS")
    return i if i > 0 and (operation or (words[i].tag == "NN" and _is_sort(words[i].lower))) else 0


def _behind(words: Sequence[Word], noun: int, title: str, end: int) -> Named:
    """The title behind "called", with the noun phrase before it."""
    closes = words[noun + 1].text == "," and end < len(words) and words[end].text == ","
    own = "operation" if title.startswith("Operation ") else title.rpartition(" ")[2].lower()
    sort = own if programme_sort(own) in ("P", "A") else words[noun].lower
    name = f"the {title}" if sort == own and sort != "operation" else title
    return Named(_entity(name), noun_phrase_start(words, noun), end + closes, sort)


def _behind_aside(words: Sequence[Word], end: int) -> int:
    """Behind ", as the work was dubbed,"."""
    if end + 1 >= len(words) or words[end].text != "," or words[end + 1].lower != "as":
        return end
    close = next((i for i in range(end + 2, min(end + 9, len(words))) if words[i].text == ","), 0)
    return close + 1 if close and words[close - 1].lower in _NAMING | {"known"} else end


def _entity(name: str, *others: str) -> Entity:
    return Entity(name, NameKind.PROGRAMME, "P", names=dict.fromkeys((name, *others), 1))


def _is_sort(noun: str) -> bool:
    return noun in _WORTHY or programme_sort(noun) in ("P", "A", "W")


_NEW = frozenset(["new", "proposed", "planned", "renewed", "so-called", "latest", "current"])
"""What may stand between the article and a name: "the *new* Fjordway scheme"."""


def small_headed(sentence: Sentence, mention: Mention, entity: Entity) -> Named | None:
    """ "the Holm–Dahl *memorandum*", "the Treetop Trail *scheme*": a name whose noun is not written large."""
    if entity.kind not in (NameKind.PLACE, NameKind.OTHER):
        return None
    words = sentence.words
    start, end = mention.first, mention.last + 1
    last, end = end, end + (end < len(words) and words[end].lower in _BETWEEN)
    head = words[end] if end < len(words) else None
    after = words[end + 1] if end + 1 < len(words) else None
    if (
        head is None
        or not (head.tag == "NN" or head.lower == "accords")
        or programme_sort(head.lower) not in ("P", "A", "W")
    ):
        return None
    if (after is not None and after.tag in ("NN", "NNS", "NNP", "POS")) or start == 0:
        return None
    before = start - 1 - (start > 1 and words[start - 1].lower in _NEW)
    if not (words[before].lower == "the" or words[before].tag == "POS") or not _names_a_thing(entity, head.lower):
        return None
    name = " ".join([entity.name, *(w.lower for w in words[last : end + 1])])
    return Named(
        Entity(name, NameKind.PROGRAMME, programme_sort(head.lower), names={name: 1}), start, end + 1, head.lower
    )


def _names_a_thing(entity: Entity, head: str) -> bool:
    """Whether a name before a small noun names that thing, and not a person, a body or a country it is of."""
    parts = [part for word in entity.name.split() for part in word.replace("–", "-").split("-")]
    own = [part for part in parts if not country(part)]
    if not own or any(part.isupper() and not part.isdigit() for part in parts) or (country(parts[0]) and len(own) < 2):
        return False
    if entity.kind is NameKind.PLACE:
        return head in _TOLD_BY_PLACE
    if entity.kind is not NameKind.OTHER or head in _UNNAMED:
        return False
    joined = "–" in entity.name or "-" in entity.name
    known = [tags_of(part.lower()) for part in parts]
    given = any(given_name_sex(part) for part in parts)
    if joined or head in _TOLD_BY_PLACE or programme_sort(head) != "P":
        return joined
    if len(parts) > 1:
        return not given and (any(known) or head in _PLAIN - {"project"})
    coined = not known[0] or any(c.isdigit() for c in parts[0])
    if head in _PLAIN:
        return coined or (known[0] or ("JJ",))[0] in ("NN", "VB", "VBG")
    return coined and not (head == "campaign" and parts[0].isalpha())  # Holm's own campaign
