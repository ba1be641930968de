"""Names in a sentence: people with their titles and offices, organisations, places, programmes."""

from __future__ import annotations

import enum
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from quizgen.language.apposition import office_behind
from quizgen.language.gazetteer import (
    MONTHS,
    WEEKDAYS,
    country,
    given_name_sex,
    is_country_name,
    is_event_head,
    is_organisation_head,
    programme_sort,
    title_mark,
)
from quizgen.language.lexicon import tags_of
from quizgen.language.lives import is_calling_before, is_kin_before, is_life_behind
from quizgen.language.sentences import Sentence
from quizgen.language.words import Word
from quizgen.model.document import Span

_JOINS_TAIL = frozenset(["of", "for", "on", "against"])
_PARTICLES = frozenset("de da dos del della der den van von di du la le bin ibn al el y zu ten".split())
_PLACE_PREPOSITIONS = frozenset(["in", "near", "outside", "across", "throughout"])
_IN_BRACKETS = re.compile(r" \(\w+\)")
_TOWNS = frozenset(["city", "county", "island", "park"])
"""Heads of places and of clubs alike: in New York City, but New York City won."""
_REGNAL = re.compile(r"[IVX]+|.{5,}")
_EPITHETS = frozenset(["Great", "Elder", "Younger", "Conqueror", "Terrible", "Bold", "Wise", "Pious", "Magnificent"])
_BEFORE_MORE = frozenset(["(", "the", ","])
"""What a nickname, an epithet or a suffix opens with."""
_INITIAL_HEADS = frozenset(
    "battle treaty republic kingdom bank gulf year university house isle ministry department charter".split()
)


_LETTERS = 3
"""Letters of a name in capitals that may be initials; a longer one is shouted: VICE PRESIDENT HARRIS."""
_BETWEEN_PLACES = frozenset("canal railway railroad line tunnel turnpike".split())


class NameKind(enum.Enum):
    """What a name is the name of, as far as the sentence tells."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PROGRAMME = "programme"
    PLACE = "place"
    OFFICE = "office"
    """A title without a name: "the Prime Minister"."""
    PEOPLE = "people"
    """An adjective of a country: "Chinese", "Lao"."""
    OTHER = "other"


class Mention(NamedTuple):
    """A name as it stands in one place."""

    span: Span
    """The name alone."""
    whole: Span
    """The name with its titles, and the adjective before them: "Lao President Thongloun Sisoulith"."""
    text: str
    """The characters of ``span`` with single spaces."""
    kind: NameKind
    sentence: int
    """The number of its sentence."""
    title: str = ""
    """``President``, ``Vice President``, ``Secretary of State``: what stands before a person's name."""
    sort: str = ""
    """For what could be a programme: P, A, B, W or E as in the list of programme heads."""
    first: int = 0
    """Index of the first word of ``span`` in the sentence."""
    last: int = 0
    """Index of its last word."""


def find_names(text: str, sentence: Sentence) -> Iterator[Mention]:
    """Yield the names in ``sentence`` from left to right."""
    words = sentence.words
    found: list[Mention] = []
    end = 0
    for i, word in enumerate(words):
        if i >= end and word.tag == "NNP" and _starts_name(words, i):
            end = _run_end(words, i)
            found += _mentions_in(text, sentence, i, end)
    for mention in found:
        named = mention.kind is NameKind.OTHER and _may_be_someone(mention.text)
        yield mention._replace(kind=NameKind.PERSON) if named and _is_somebody(text, mention) else mention


def _is_somebody(text: str, mention: Mention) -> bool:
    """Whether what stands beside a name of unknown words shows that it is a person's."""
    start, end = mention.span
    behind = office_behind(text, end) is not None or is_life_behind(text, mention.text, end)
    return behind or is_kin_before(text, start) or is_calling_before(text, start, end)


def _may_be_someone(name: str) -> bool:
    """Whether a name of unknown words could be a person's: two to five of them, in capitals but not in nothing else."""
    words = name.split()
    plain = (w.replace("-", "").replace("’", "").replace("'", "").rstrip(".").isalpha() for w in words)
    return 2 <= len(words) <= 5 and all(plain) and not any(w.isupper() and len(w) > 2 for w in words)


def word_ranges(mentions: Iterable[Mention]) -> list[tuple[int, int]]:
    """Where names of several words stand, as indexes of the sentence's words, end exclusive."""
    return [(m.first, m.last + 1) for m in mentions if m.last > m.first]


def _starts_name(words: Sequence[Word], i: int) -> bool:
    word = words[i]
    if not word.is_name or word.text in WEEKDAYS:
        return False
    return word.text not in MONTHS and word.text != "A" and word.text[0].isalpha()


def _common_noun(word: Word) -> bool:
    """Whether a capitalised word is an ordinary English noun or adjective."""
    known = tags_of(word.lower)
    return known is not None and not known[0].startswith(("DT", "IN", "PRP")) and not given_name_sex(word.text)


def _is_head(word: Word) -> bool:
    return bool(programme_sort(word.lower)) or is_organisation_head(word.lower)


def _run_end(words: Sequence[Word], start: int) -> int:
    """The index after the last word of the name that begins at ``start``."""
    end = _plain_end(words, start)
    headed = False  # a head-initial name: Joint Committee for ..., Organization of ...
    while end < len(words):
        last, joint = words[end - 1], words[end].lower
        if inserted := _nickname_or_suffix(words, end):
            end = _plain_end(words, inserted) if inserted < len(words) and _starts_name(words, inserted) else inserted
            continue
        if joint == "of" and end - start > 1 and programme_sort(last.lower) == "A" and _is_year(words, end + 1):
            return end + 2  # the Clean Air Act of 1963
        if words[end].text == "–" and (closed := _way_end(words, start, end)):
            return closed
        following = _skip_the(words, end + 1)
        if following >= len(words) or not (_starts_name(words, following) or joint == "to" or joint in _PARTICLES):
            break
        if joint == "for" and title_mark(last.lower) and _is_owned(words, _plain_end(words, following)):
            break  # the Foreign Secretary | for the UK's help
        opens = _is_head(last) or last.lower in _INITIAL_HEADS or bool(title_mark(last.lower))
        if (
            joint in _JOINS_TAIL
            and following - end <= 2
            and (
                opens
                or (joint == "of" and _of_name(words, start, end))
                or (headed and joint == "of" and _common_noun(last) and not country(words[following].text))
            )
        ):
            headed = True
        elif joint == "to" and opens and words[end + 1].is_name and _is_base_verb(words[end + 1]):
            following, headed = end + 1, True
        elif (
            (joint in ("and", "&") and following == end + 1 and _coordinates(words, start, end, following, headed))
            or (joint == "with" and following == end + 1 and (headed or _closes_with_head(words, following)))
            or (words[end].tag == "POS" and following == end + 1 and _common_noun(last) and not _is_head(last))
            or (joint == "in" and programme_sort(last.lower) == "H" and following == end + 1)
        ):
            pass
        elif joint in _PARTICLES and words[end].text.islower() and (after := _after_particles(words, end)):
            following = after
        else:
            break
        end = _plain_end(words, following)
        if joint == "to" and end + 1 < len(words) and words[end].lower == "the" and _starts_name(words, end + 1):
            end = _plain_end(words, end + 1)
    return end


def _way_end(words: Sequence[Word], start: int, dash: int) -> int:
    """The index after the second half of "the North Chile – South Peru Corridor", or 0 where there is none."""
    if start == 0 or words[start - 1].lower != "the" or dash + 1 >= len(words) or not _starts_name(words, dash + 1):
        return 0
    end = _plain_end(words, dash + 1)
    return end if programme_sort(words[end - 1].lower) == "W" and not _is_head(words[dash - 1]) else 0


def _nickname_or_suffix(words: Sequence[Word], i: int) -> int:
    """The index after "(Frank)" in Francis (Frank) McNamara, after ", Jr." or "the Elder"; 0 without one."""
    if words[i].text not in _BEFORE_MORE:
        return 0
    tail = [w.text for w in words[i : i + 4]]
    if len(tail) == 4 and tail[0] == "(" and tail[2] == ")" and given_name_sex(tail[1]) and _starts_name(words, i + 3):
        return i + 3
    if len(tail) > 1 and tail[0] == "the" and tail[1] in _EPITHETS:
        return i + 2
    return i + 2 if len(tail) > 1 and tail[0] == "," and tail[1].rstrip(".") in ("Jr", "Sr") else 0


def _after_particles(words: Sequence[Word], i: int) -> int:
    """The index of the surname after the particles at ``i`` (von der Leyen), or 0 where none follows."""
    while i < len(words) and words[i].lower in _PARTICLES and words[i].text.islower():
        i += 1
    return i if i < len(words) and _starts_name(words, i) else 0


def _plain_end(words: Sequence[Word], start: int) -> int:
    """The end of the run of capitalised words, with a number that belongs to them: Agenda 2030, Apollo 11."""
    end = start + 1
    while end < len(words) and _starts_name(words, end):
        end += 1
    if (
        end < len(words)
        and words[end].tag == "CD"
        and words[end].text.isdigit()
        and len(words[end].text) <= 4
        and (end + 1 == len(words) or words[end + 1].tag not in ("NN", "NNS", "CD", "NNP", "POS"))
        and (len(words[end].text) < 4 or _takes_year(words, end))
    ):
        end += 1
    return end


def _is_year(words: Sequence[Word], i: int) -> bool:
    return i < len(words) and words[i].tag == "CD" and len(words[i].text) == 4 and words[i].text.isdigit()


def _is_owned(words: Sequence[Word], i: int) -> bool:
    """Whether a possessive mark stands at ``i``."""
    return i < len(words) and words[i].tag == "POS"


def _takes_year(words: Sequence[Word], i: int) -> bool:
    """Whether the year at ``i`` is part of the name before it: Agenda 2030, PACC 2030, ... 2030 (PACC)."""
    before = words[i - 1]
    return bool(
        programme_sort(before.lower) in ("P", "E")
        or before.text.isupper()
        or (i + 1 < len(words) and words[i + 1].text == "(")
    )


def _skip_the(words: Sequence[Word], i: int) -> int:
    return i + 1 if i < len(words) and words[i].lower == "the" else i


def _of_name(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether the run before "of" is a common noun in capitals: Gulf of, Rights of, not Biden of."""
    return all(_common_noun(w) for w in words[start:end]) and not title_mark(words[end - 1].lower)


def _is_base_verb(word: Word) -> bool:
    known = tags_of(word.lower)
    return known is not None and "VB" in known


def _closes_with_head(words: Sequence[Word], start: int) -> bool:
    end = _plain_end(words, start)
    return _is_head(words[end - 1]) and end - start > 1


def _coordinates(words: Sequence[Word], start: int, end: int, following: int, headed: bool) -> bool:
    """Whether "and" stands inside one name: Belt and Road Initiative, Ministry of Trade and Industry."""
    after = _plain_end(words, following)
    if words[end - 1].lower in ("strategy", "policy") and end - start > 1 and after - following == 2:
        return _common_noun(words[following]) and programme_sort(words[after - 1].lower) == "B"
    if title_mark(words[end - 1].lower) or _is_head(words[end - 1]) or country(words[end - 1].text):
        return False
    titled = any(title_mark(w.lower) for w in words[following:after])
    if (words[end].text == "&" and not titled) or words[following].lower in (
        "company",
        "sons",
        "co",
        "partners",
    ):
        return True
    if titled:
        return False
    if headed:
        return _common_noun(words[end - 1]) and _common_noun(words[following]) and not _is_head(words[after - 1])
    if words[after - 1].lower in _BETWEEN_PLACES and _is_pair_of_places(words, start, end, following, after):
        return True
    closes = _is_head(words[after - 1]) and after - following > 1
    pair = end - start == 1 and after - following == 2
    if closes and pair and given_name_sex(words[start].text) and given_name_sex(words[following].text):
        return True  # Victoria and Albert Museum
    return closes and _common_noun(words[end - 1]) and _common_noun(words[following])


def _is_pair_of_places(words: Sequence[Word], start: int, end: int, following: int, after: int) -> bool:
    """Whether two places share one thing: "the Kennet and Avon Canal"."""
    return end - start == 1 and after - following == 2 and start > 0 and words[start - 1].lower == "the"


def _mentions_in(text: str, sentence: Sentence, start: int, end: int) -> Iterator[Mention]:
    """Read one run of capitals: an office and the person who holds it, or a name of another kind."""
    words = sentence.words
    title_end = _title_end(words, start, end)
    if title_end == start:
        kind, sort = _classify(words, start, end)
        yield _mention(text, sentence, start, end, kind, sort)
        return
    if title_end < end:
        yield _person(text, sentence, start, title_end, end)
    else:
        yield _mention(text, sentence, start, end, NameKind.OFFICE)
    for inner in range(start + 1, title_end):  # the body an office belongs to
        if words[inner].is_name and words[inner - 1].lower in ("of", "the"):
            kind, sort = _classify(words, inner, title_end)
            if kind in (NameKind.ORGANISATION, NameKind.PROGRAMME):
                yield _mention(text, sentence, inner, title_end, kind, sort)


def _title_end(words: Sequence[Word], start: int, end: int) -> int:
    """The index after the office that a run opens with, or ``start`` where it opens with none."""
    titles = [i for i in range(start, end) if title_mark(_singular(words[i].lower))]
    if not titles:
        return start
    i = titles[-1] + 1
    if i < end and words[i].tag == "POS":
        return start  # the Queen's College
    if i == end or words[i].lower not in ("of", "for"):
        lead = words[start : titles[0]]
        plain = all(_common_noun(w) or country(w.text) or w.text.isupper() for w in lead) or len(titles) > 1
        headed = i < end and _is_head(words[i]) and not given_name_sex(words[i].text)
        held = i + 1 < end and bool(given_name_sex(words[i].text))  # Orion Chairman Karl Brandt
        return i if (plain or held) and not headed else start
    i = _skip_the(words, i + 1)
    while i < end and (
        _common_noun(words[i])
        or country(words[i].text)
        or words[i].lower in ("of", "the", "and", "for", "&")
        or words[i].tag == "POS"
    ):
        i += 1
    while words[i - 1].lower in ("of", "the", "and", "for", "&"):
        i -= 1
    return end if i < end and words[i].lower in ("of", "for", "and", "&") else i  # the Leader of the Islamic Revolution


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and not title_mark(word) else word


def _person(text: str, sentence: Sentence, start: int, title_end: int, end: int) -> Mention:
    words = sentence.words
    begin = start
    while begin < title_end and country(words[begin].text):
        begin += 1
    title = text[words[begin].start : words[title_end - 1].end] if begin < title_end else ""
    while end - title_end > 2 and words[end - 1].text.isupper() and not _REGNAL.fullmatch(words[end - 1].text):
        end -= 1  # letters of honour: Frank McNamara VC
    name = _mention(text, sentence, title_end, end, NameKind.PERSON)
    whole = Span(words[start].start, name.span.end)
    called = name.text.title() if name.text.isupper() and len(name.text) > _LETTERS else name.text
    return name._replace(whole=whole, text=called, title=title)


def _mention(text: str, sentence: Sentence, start: int, end: int, kind: NameKind, sort: str = "") -> Mention:
    last = sentence.words[end - 1]
    stop = last.end - (end == len(sentence.words) and len(last.text) == 2 and last.text[1] == ".")  # World War I.
    span = Span(sentence.words[start].start, stop)
    called = " ".join(span.of(text).split())
    if "(" in called:
        called = _IN_BRACKETS.sub("", called)
    return Mention(span, span, called, kind, sentence.index, "", sort, start, end - 1)


def _classify(words: Sequence[Word], start: int, end: int) -> tuple[NameKind, str]:
    run = words[start:end]
    name = " ".join(w.text for w in run)
    if found := country(name):
        return (NameKind.PEOPLE if name in found.adjectives and not is_country_name(name) else NameKind.PLACE), ""
    head = _head(run)
    sort = programme_sort(head.lower) if len(run) > 1 else ""
    if sort and sort not in "BH":
        return NameKind.PROGRAMME, sort
    if sort == "H" or is_event_head(head.lower) or "War" in name.split():
        return NameKind.OTHER, sort
    if len(run) > 1 and head.lower in _TOWNS and start and words[start - 1].lower in _PLACE_PREPOSITIONS:
        return NameKind.PLACE, ""
    if len(run) > 1 and is_organisation_head(head.lower):
        return NameKind.ORGANISATION, sort
    if sort:
        return NameKind.ORGANISATION, sort
    if _reads_as_person(run):
        return NameKind.PERSON, ""
    if start and words[start - 1].lower in _PLACE_PREPOSITIONS and len(run) <= 3 and not run[0].text.isupper():
        return NameKind.PLACE, ""
    if len(run) == 1 and run[0].text.isalpha() and run[0].text.isupper() and len(run[0].text) > 1:
        return NameKind.ORGANISATION, ""
    return NameKind.OTHER, ""


def _head(run: Sequence[Word]) -> Word:
    """The word that says what the named thing is: the last, or the one before "of" or "for"."""
    for word, following in itertools.pairwise(run):
        if following.lower in ("of", "for", "on", "to", "against") and _is_head(word):
            return word
    last = run[-1]
    if last.tag == "CD" and len(run) > 1:
        return run[-3] if run[-2].lower == "of" and len(run) > 2 else run[-2]
    return last


def _reads_as_person(run: Sequence[Word]) -> bool:
    """A given name, then a surname that is no ordinary word; initials and particles between."""
    if not 2 <= len(run) <= 5 or not given_name_sex(run[0].text):
        return False
    rest = [w for w in run[1:] if not (len(w.text) == 2 and w.text[1] == ".") and w.lower not in _PARTICLES]
    return bool(rest) and all(w.is_name and not _is_head(w) and not country(w.text) for w in rest)
