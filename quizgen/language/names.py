"""Names in a sentence: people with their titles and offices, organisations, places, programmes."""

from __future__ import annotations

import enum
import itertools
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from quizgen.language.apposition import office_behind
from quizgen.language.gazetteer import (
    country,
    given_name_sex,
    is_country_name,
    is_event_head,
    is_organisation_head,
    programme_sort,
    title_mark,
)
from quizgen.language.lives import is_calling_before, is_kin_before, is_life_behind
from quizgen.language.pattern import Pattern
from quizgen.language.runs import PARTICLES, is_common_noun, is_head, run_end, skip_the, starts_name
from quizgen.language.sentences import Sentence
from quizgen.language.words import Word
from quizgen.model.document import Span

_PLACE_PREPOSITIONS = frozenset(["in", "near", "outside", "across", "throughout"])
_IN_BRACKETS = Pattern(r" \(\w+\)(?! (?:Bill|Act)\b)")
_TOWNS = frozenset(["city", "county", "island", "park"])
"""Heads of places and of clubs alike: in New York City, but New York City won."""
_REGNAL = Pattern(r"[IVX]+|.{5,}")


_LETTERS = 3
"""Letters of a name in capitals that may be initials; a longer one is shouted: VICE PRESIDENT HARRIS."""

_FIRMS = frozenset("co corp inc ltd plc llc company corporation motors group holdings".split())
"""Last words of the name of a firm, whatever it opens with."""
_HELD = frozenset(
    "president chairman chairwoman chairperson governor mayor minister senator secretary ambassador congressman "
    "congresswoman representative commissioner chancellor premier spokesman spokeswoman spokesperson director "
    "executive ceo professor editor coach".split()
)
"""Offices behind which the name of one person stands."""


_OF_A_PERSON = frozenset("speech address remarks statement interview visit trip rally administration campaign".split())
"""What a headline tells of somebody without an apostrophe."""


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


_PARTIES = frozenset("Democrat Republican Labour Tory Conservative Liberal Libertarian".split())
"""What stands before a name and tells somebody's party."""
_CROWNED = frozenset("Universe World America USA Earth International".split())
"""What a Miss is of, before her name."""


def find_names(text: str, sentence: Sentence) -> Iterator[Mention]:
    """Yield the names in ``sentence`` from left to right."""
    words = sentence.words
    found: list[Mention] = []
    end = 0
    for i, word in enumerate(words):
        if i >= end and word.tag == "NNP" and starts_name(words, i):
            end = run_end(words, i)
            found += _mentions_in(text, sentence, i, end)
    for mention in found:
        named = mention.kind is NameKind.OTHER and may_be_someone(mention.text)
        yield mention._replace(kind=NameKind.PERSON) if named and _is_somebody(text, mention) else mention


def _is_somebody(text: str, mention: Mention) -> bool:
    """Whether what stands beside a name of unknown words shows that it is a person's."""
    start, end = mention.span
    behind = office_behind(text, end) is not None or is_life_behind(text, mention.text, end)
    return behind or is_kin_before(text, start) or is_calling_before(text, start, end)


def may_be_someone(name: str) -> bool:
    """Whether a name of unknown words could be a person's: two to five of them, in capitals but not in nothing else."""
    words = name.split()
    plain = (w.replace("-", "").replace("’", "").replace("'", "").rstrip(".").isalpha() for w in words)
    return 2 <= len(words) <= 5 and all(plain) and not any(w.isupper() and len(w) > 2 for w in words)


def word_ranges(mentions: Iterable[Mention]) -> list[tuple[int, int]]:
    """Where names of several words stand, as indexes of the sentence's words, end exclusive."""
    return [(m.first, m.last + 1) for m in mentions if m.last > m.first]


def _mentions_in(text: str, sentence: Sentence, start: int, end: int) -> Iterator[Mention]:
    """Read one run of capitals: an office and the person who holds it, or a name of another kind."""
    words = sentence.words
    if end - start > 2 and words[start].text in _PARTIES and given_name_sex(words[start + 1].text):
        start += 1  # Democrat Ana Reis
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
    if not titles or words[end - 1].lower.rstrip(".") in _FIRMS:
        return start  # General Electric Co
    i = titles[-1] + 1
    if i < end - 1 and words[i - 1].text == "Miss" and words[i].text in _CROWNED and given_name_sex(words[i + 1].text):
        i += 1  # Miss Universe Ana Reis
    if i < end and words[i].tag == "POS":
        return start  # the Queen's College
    if i == end or words[i].lower not in ("of", "for"):
        lead = words[start : titles[0]]
        plain = all(is_common_noun(w) or country(w.text) or w.text.isupper() for w in lead) or len(titles) > 1
        headed = (
            i < end and is_head(words[i]) and not given_name_sex(words[i].text) and not _is_full_name(words, i, end)
        )
        named = given_name_sex(words[i].text) if i < end else ""
        # Orion Chairman Karl Brandt; Nevada Governor Dovell Quark
        held = i + 1 < end and (bool(named) or (words[titles[-1]].lower in _HELD and _is_full_name(words, i, end)))
        return i if (plain or held) and not headed else start
    i = skip_the(words, i + 1)
    while i < end:
        if (behind := _country_end(words, i, end)) > i:
            i = behind
        elif is_common_noun(words[i]) or words[i].lower in ("of", "the", "and", "for", "&") or words[i].tag == "POS":
            i += 1
        else:
            break
    while words[i - 1].lower in ("of", "the", "and", "for", "&"):
        i -= 1
    return end if i < end and words[i].lower in ("of", "for", "and", "&") else i  # the Leader of the Islamic Revolution


def _country_end(words: Sequence[Word], i: int, end: int) -> int:
    """The index behind the country that is named at ``i``, in up to three words; ``i`` where none is."""
    longest = range(min(end, i + 3), i, -1)
    return next((stop for stop in longest if country(" ".join(w.text for w in words[i:stop]))), i)


def _is_full_name(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether the words behind an office are two or three of a name: no head of a body, no common nouns."""
    name = words[start:end]
    plain = all(w.tag == "NNP" and not country(w.text) for w in name)
    return 2 <= len(name) <= 3 and plain and not is_head(name[-1]) and not all(is_common_noun(w) for w in name)


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
    if end - title_end > 1 and words[end - 1].lower in _OF_A_PERSON and not given_name_sex(words[end - 2].text):
        end -= 1  # a headline: President Reis Speech
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
    if kind is NameKind.PLACE:
        called = _unshouted(called)
    return Mention(span, span, called, kind, sentence.index, "", sort, start, end - 1)


def _unshouted(name: str) -> str:
    """The name of a country that a heading shouts, with small letters: PERU -> Peru; any other as it is."""
    plain = name.title()
    return plain if name.isupper() and country(name) is None and country(plain) is not None else name


def _classify(words: Sequence[Word], start: int, end: int) -> tuple[NameKind, str]:
    run = words[start:end]
    name = " ".join(w.text for w in run)
    if found := country(name) or country(_unshouted(name)):
        return (NameKind.PEOPLE if name in found.adjectives and not is_country_name(name) else NameKind.PLACE), ""
    head = _head(run)
    sort = programme_sort(head.lower) if len(run) > 1 else ""
    if len(run) > 2 and head.text == "Day" and run[0].text in ("World", "International"):
        return NameKind.PROGRAMME, "E"
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
    if len(run) > 1 and run[-1].lower.rstrip(".") in _FIRMS:
        return NameKind.ORGANISATION, ""
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
        if following.lower in ("of", "for", "on", "to", "against") and is_head(word):
            return word
    last = run[-1]
    if run[0].text == "Operation" and len(run) > 1:
        return run[0]  # Operation Silver Tern
    if last.tag == "CD" and len(run) > 1:
        return run[-3] if run[-2].lower == "of" and len(run) > 2 else run[-2]
    return last


def _reads_as_person(run: Sequence[Word]) -> bool:
    """A given name, then a surname that is no ordinary word; initials and particles between."""
    if not 2 <= len(run) <= 5 or not given_name_sex(run[0].text):
        return False
    rest = [w for w in run[1:] if not (len(w.text) == 2 and w.text[1] == ".") and w.lower not in PARTICLES]
    return bool(rest) and all(w.is_name and not is_head(w) and not country(w.text) for w in rest)


def outermost(mentions: Iterable[Mention]) -> Iterator[Mention]:
    """The mentions without those that stand in the name of an office: "the Chairperson of the *Baltic Union*"."""
    end = 0
    for mention in mentions:
        if mention.span.end > end:
            yield mention
        if mention.kind is NameKind.OFFICE:
            end = max(end, mention.span.end)
