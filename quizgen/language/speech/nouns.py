"""Where noun phrases begin and end, as far as speakers and addressees need it."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from quizgen.language.gazetteer import title_mark
from quizgen.language.speech.verbs import is_saying
from quizgen.language.words import Word

_HEADS = frozenset(("NN", "NNS", "NNP", "CD", "VBG"))
_INSIDE = _HEADS | {"JJ", "JJR", "JJS", "POS", "VBN", "$"}
_ALONE = frozenset(
    "i you he she it we they who this that these those some many most others both all another one".split()
)
_ARTICLES = frozenset(("DT", "PRP$", "WP$"))
_LINKS = frozenset("of for at in from with on to against between behind".split())
_HONORIFICS = frozenset("mr. mr mrs. mrs ms. ms dr. dr".split())
TITLES = frozenset("mr. mr mrs. mrs ms. ms dr. dr sen. rep. gov. president".split())
DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday today yesterday tonight".split())
_BOUNDARIES = frozenset((",", "CC", ".", ":", '"', "``", "''"))
_LONGEST = 24


def start_of(words: Sequence[Word], last: int) -> int | None:
    """Where the noun phrase ending with word ``last`` begins, with what hangs on it by ``of`` and the like.

    None where no noun phrase ends there.
    """
    floor = max(0, last - _LONGEST)
    start = _core_start(words, last, floor)
    if start is None or words[start].tag in ("PRP", "WP", "WDT"):
        return start
    best = start
    while best - 2 >= floor and words[best - 1].lower in _LINKS and words[best - 2].tag in _HEADS:
        further = _core_start(words, best - 2, floor)
        if further is None or words[best - 2].lower in DAYS:
            break
        best = further
    if best != start and best > 0 and words[best - 1].tag in ("IN", "TO"):  # In a speech in Ohio Smith said
        best = start
    return _coordinated(words, best, floor)


def names_thing_done(phrase: Sequence[Word]) -> bool:
    """Whether a phrase is a thing and who does something with it: "the care | Norway" (had taken)."""
    pairs = itertools.pairwise(phrase if phrase and phrase[0].tag in ("DT", "PRP$") else ())
    return any(a.tag in ("NN", "NNS") and b.tag in ("NNP", "PRP", "DT", "PRP$") and not _is_called(a) for a, b in pairs)


def _is_called(noun: Word) -> bool:
    """Whether a noun tells what somebody is who is named behind it: the poet Zora Quill."""
    return title_mark(noun.lower) != ""


def _coordinated(words: Sequence[Word], start: int, floor: int) -> int:
    """The start of ``A and B`` for that of ``B``, where both are names or both nouns."""
    while start - 2 >= floor and words[start - 1].tag == "CC" and words[start - 1].lower in ("and", "&", "or"):
        comma = words[start - 2].tag == ","
        before = _core_start(words, start - 2 - comma, floor)
        if before is None or words[start].tag == "PRP" or words[before].tag in ("PRP",):
            break
        alike = (words[start - 2 - comma].tag == "NNP") == (_head(words, start).tag == "NNP")
        if not (alike or words[start].tag == "PRP$"):  # Smith and his deputy
            break
        if before > 0 and not _may_precede(words[before - 1]):
            break
        start = _listed(words, before, floor)
    return start


def _listed(words: Sequence[Word], start: int, floor: int) -> int:
    """The start of ``A, B and C`` for that of ``B and C``, where all are names."""
    while start - 2 >= floor and words[start - 1].tag == "," and words[start - 2].tag == words[start].tag == "NNP":
        before = _core_start(words, start - 2, floor)
        if before is None or (before > 0 and not _may_precede(words[before - 1])):
            break
        start = before
    return start


def _may_precede(word: Word) -> bool:
    """Whether a subject may follow the word; an object and its preposition stand closer than any ``and``."""
    return word.tag in _BOUNDARIES or word.lower in ("that", "when", "while", "as", "but") or is_saying(word)


def _head(words: Sequence[Word], start: int) -> Word:
    i = start
    while i + 1 < len(words) and words[i].tag not in _HEADS:
        i += 1
    return words[i]


def _core_start(words: Sequence[Word], last: int, floor: int) -> int | None:
    """The start of the noun phrase ending at ``last`` without prepositional phrases."""
    i = last
    if i < 0:
        return None
    if words[i].tag == ")":  # Sen. Smith (R-Ohio)
        i = _opening(words, i, floor)
        if i <= floor:
            return None
        i -= 1
    word = words[i]
    if word.lower in _ALONE and word.tag not in ("NNP", "NN"):
        return i
    if word.tag == "PRP" or word.tag not in _HEADS:
        return i if word.tag in ("PRP", "EX", "WP", "WDT") else None
    while i > floor and _joins(words, i - 1):
        i -= 1
    if i > floor and words[i - 1].tag in _ARTICLES:
        i -= 1
        if i > floor and words[i - 1].lower in ("all", "both", "half", "many", "most", "some"):
            i -= 1
    return i


def _joins(words: Sequence[Word], i: int) -> bool:
    """Whether word ``i`` belongs to the noun phrase of the word after it."""
    word, following = words[i], words[i + 1]
    if following.lower in TITLES and following.tag == "NNP" and word.tag not in ("JJ", "VBN", "VBG"):
        if following.lower in _HONORIFICS and title_mark(word.lower):
            return True  # Minister Dr. Smith; lead author Dr Smith
        led = word.lower in ("senator", "vice", "former", "u.s.", "us") or word.text.isupper()  # the IOC president
        return word.tag == "NNP" and led
    if word.lower in DAYS:
        return following.tag == "POS" or following.tag in ("NN", "NNS")
    if word.tag == "CD" and following.tag == "NNP":  # in 1859 Darwin wrote
        return not (len(word.text) == 4 and word.text.isdigit())
    if word.tag == "VBG":
        return following.tag in ("NN", "NNS") and i > 0 and words[i - 1].tag in _ARTICLES
    if word.tag == "VBN":
        return i > 0 and words[i - 1].tag in (*_ARTICLES, "JJ", "RB")
    if word.tag == "RB":
        if word.lower in ("later", "earlier", "then", "once", "now") and following.tag in ("NN", "NNS"):
            return i > 0 and words[i - 1].tag in _ARTICLES
        return following.tag in ("JJ", "VBN", "CD") and i > 0 and words[i - 1].tag in _ARTICLES
    if word.tag == "CC":
        return word.lower == "&"
    if word.tag == "POS" and i > 0 and words[i - 1].tag in _ARTICLES:
        return False
    return word.tag in _INSIDE


def _opening(words: Sequence[Word], i: int, floor: int) -> int:
    """The bracket that the closing one at ``i`` answers."""
    while i > floor and words[i].tag != "(":
        i -= 1
    return i


def end_of(words: Sequence[Word], first: int) -> int | None:
    """Behind the last word of the noun phrase that begins at ``first``, or None where none begins."""
    i, ceiling = first, min(len(words), first + _LONGEST)
    if i >= ceiling:
        return None
    if words[i].tag in ("PRP", "WP", "EX") or (
        words[i].lower in _ALONE
        and words[i].tag != "NNP"
        and not (i + 1 < ceiling and (words[i + 1].tag in _INSIDE or words[i + 1].lower == "of"))
    ):
        return i + 1
    end = _core_end(words, i, ceiling)
    while (
        end is not None
        and end + 1 < ceiling
        and (
            words[end].lower in ("of", "&")
            or (words[end].lower == "for" and words[end - 1].tag == "NN")
            or (words[end].lower == "and" and words[end + 1].tag == "NNP" and words[end - 1].tag == "NNP")
            or (
                words[end].lower in ("at", "for", "in")
                and words[end + 1].tag in ("NNP", "DT")
                and words[end - 1].tag in ("NN", "NNS")
            )
        )
    ):
        further = _core_end(words, end + 1, ceiling)
        if further is None:
            break
        end = further
    return end


def _core_end(words: Sequence[Word], i: int, ceiling: int) -> int | None:
    if words[i].tag in _ARTICLES:
        i += 1
    end = None
    while i < ceiling and (words[i].tag in _INSIDE or words[i].tag in ("RB", "(")):
        if words[i].lower in DAYS and not (i + 1 < ceiling and words[i + 1].tag in ("NN", "NNS")):
            break
        if words[i].tag == "(":
            while i < ceiling and words[i].tag != ")":
                i += 1
            if i == ceiling:
                break
            if end is not None:
                end = i + 1
        elif words[i].tag in _HEADS and words[i].tag != "VBG":
            end = i + 1
        elif words[i].tag in ("VBN", "RB") and end is not None:
            break
        i += 1
    return end
