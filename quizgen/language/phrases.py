"""Noun phrases and verb groups, by the parts of speech of their words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quizgen.language.gazetteer import MONTHS, PERIODS, WEEKDAYS, title_mark
from quizgen.language.words import FINITE_TAGS, Word

_INSIDE = frozenset(["DT", "PRP$", "POS", "JJ", "JJR", "JJS", "CD", "NN", "NNS", "NNP", "VBN", "VBG", "$", "SYM"])
_OF_PERSONS = (
    "er",
    "or",
    "ist",
    "ian",
    "ant",
    "man",
    "woman",
    "ess",
    "ee",
    "ic",
    "eon",
    "son",
    "king",
    "brother",
    "poet",
    "pilot",
)
_QUANTIFIERS = frozenset(["many", "most", "some", "several", "all", "both", "each", "few", "none", "much", "one"])
_NOUNS = frozenset(["NN", "NNS", "NNP", "CD"])
SUBORDINATORS = frozenset(
    "because although though while whereas if unless until since as than whether when where why how after before once "
    "lest so what whatever whenever wherever".split()
)
"""Conjunctions that open a clause, some of which can be prepositions, in lower case."""
_NEGATIVE = frozenset("nobody nothing none no neither nor few fewer little less hardly scarcely barely not".split())
_MEASURES = frozenset(["more", "fewer", "less"])
_EXCEPTING = frozenset([("all", "but"), ("everyone", "but"), ("everybody", "but"), ("rather", "than")])
ROUGHLY = frozenset("almost nearly about around over under roughly hardly scarcely barely not".split())
_VERBAL = frozenset(["VB", "VBD", "VBN", "VBG"])
_BE = frozenset(["be", "am", "is", "are", "was", "were", "been", "being"])
AUXILIARIES = _BE | frozenset(["have", "has", "had", "do", "does", "did"])
"""Verbs that can help another, in lower case."""


class VerbGroup(NamedTuple):
    """A finite verb with its helpers and adverbs; indexes of words in their sentence, end exclusive."""

    start: int
    end: int
    finite: int
    """The word that bears the tense."""
    main: int
    """The word that says what happens."""
    passive: bool
    """``was held``, ``has been completed``."""
    said: str = ""
    """The main word itself, in lower case."""


Ranges = Sequence[tuple[int, int]]


def noun_phrase_start(words: Sequence[Word], last: int, floor: int = 0, names: Ranges = ()) -> int:
    """The index of the first word of the noun phrase whose last word is ``last``, "of" phrases included.

    Args:
        words: the sentence.
        last: index of the phrase's last word.
        floor: look back no further than this index.
        names: where names of several words stand, which are never cut.
    """
    start = _base_start(words, last, floor, names)
    while start - 2 >= floor:
        joint = words[start - 1]
        coordinates = joint.lower in ("and", "&") and (
            floor == 0 or (words[start].is_name and words[start - 2].is_name)
        )
        if not (joint.lower == "of" or coordinates) or not _heads(words, start - 2):
            break
        start = _base_start(words, start - 2, floor, names)
    return start


def subject_start(words: Sequence[Word], last: int, floor: int, names: Ranges = ()) -> int | None:
    """The index of the first word of the subject whose last word is ``last``, prepositional phrases included.

    None where the phrase before the verb is no subject ("*in Vienna* ...", "to carry *Anna Frey*"), or says of
    how few, or of nobody, something is true. Arguments as for `noun_phrase_start`.
    """
    timed = last - 2 >= floor and words[last - 1].lower == "this" and words[last].lower in PERIODS
    if timed and words[last - 2].is_noun:
        last -= 2  # Peru and Norway | this year
    start = _date_start(words, last, floor) or noun_phrase_start(words, last, floor, names)
    if start > last:
        return None
    while start > floor and (_is_preposition(words[start - 1]) or _describes(words, start - 1, floor)):
        last_head = start - 2
        if _is_preposition(words[start - 1]) and last_head > floor and _describes(words, last_head, floor):
            last_head -= 1  # a bridge built by | Ana Reis
        if last_head < floor or not _heads(words, last_head):
            return None
        start = noun_phrase_start(words, last_head, floor, names)
    if start - 2 >= floor and words[start - 1].lower == "than" and words[start - 2].lower in _MEASURES:
        start -= 2
    elif start > floor and words[start - 1].lower in ROUGHLY:
        start -= 1
    elif start - 2 >= floor and (words[start - 2].lower, words[start - 1].lower) in _EXCEPTING:
        return None
    listed = _list_start(words, start, last, floor, names)
    if listed is None:
        return None
    start = listed
    if start - 2 >= floor and words[start - 1].lower == "and" and words[start - 2].tag == "PRP":
        start -= 2  # she and Anna Frey
    negative = words[start].lower in _NEGATIVE or (start > floor and words[start - 1].lower in _NEGATIVE | {"or"})
    governed = start > floor and words[start - 1].tag in ("VB", "VBG", "VBN") and words[start].tag != "PRP"
    return None if negative or governed else start


def _describes(words: Sequence[Word], i: int, floor: int) -> bool:
    """Whether a participle at ``i`` tells of the noun before it: a road *linking* two towns, a hall *built* by her."""
    if i <= floor or words[i].tag not in ("VBG", "VBN") or words[i - 1].tag not in ("NN", "NNS"):
        return False
    first = noun_phrase_start(words, i - 1, floor)
    return words[first].tag in ("DT", "CD") or (words[first].tag in ("NNS", "JJ") and first == floor)


def _date_start(words: Sequence[Word], last: int, floor: int) -> int:
    """Where a date behind a preposition that closes with ``last`` begins: "the landing in | *July 1969*"; else 0."""
    i = last
    while i > floor and (words[i].tag == "CD" or words[i].text in MONTHS):
        i -= 1
    return i + 1 if i < last and _is_date(words, last, floor) and _is_preposition(words[i]) else 0


def _list_start(words: Sequence[Word], start: int, last: int, floor: int, names: Ranges) -> int | None:
    """Where a list of names that closes with the phrase begins: "*Anna*, Karl and Hugo"; None if not certain."""
    if words[start - 1].lower == "and" and start - 2 >= floor and words[start - 2].text == ",":
        joined, comma = True, start - 2  # the comma of "Anna, Karl, and Hugo", if not of an apposition
    else:
        joined, comma = any(w.lower == "and" for w in words[start:last]), start - 1
    if not (joined and words[start].is_name and words[comma].text == "," and comma > floor):
        return start
    found = start
    while comma > floor and words[comma].text == "," and words[comma - 1].is_name:
        head = noun_phrase_start(words, comma - 1, floor, names)
        if not words[head].is_name or _is_date(words, comma - 1, floor) or words[head].text in WEEKDAYS:
            break
        if head > floor and _is_preposition(words[head - 1]):
            return start if found == start else None
        found, comma = head, head - 1
    return None if found == start and words[start - 1].lower == "and" else found


def _is_preposition(word: Word) -> bool:
    return word.tag in ("IN", "TO") and word.lower not in SUBORDINATORS | {"that"} | ROUGHLY


def _heads(words: Sequence[Word], i: int) -> bool:
    """Whether the word at ``i`` can be what a prepositional phrase belongs to: a noun, "the signing", "many"."""
    word = words[i]
    if word.tag == "VBG" and i > 0 and words[i - 1].tag == "DT":
        return True
    return word.tag in _NOUNS or word.tag == ")" or word.lower in _QUANTIFIERS


def _base_start(words: Sequence[Word], last: int, floor: int, names: Ranges) -> int:
    i = max(floor, next((a for a, b in names if a < last < b), last))
    if words[i].tag == ")":
        while i > floor and words[i].tag != "(":
            i -= 1
        i -= 1
    if words[i].tag == "''" and (opened := _opening_mark(words, i, floor)):
        i = opened - 1  # the word "cell"
    start = i + 1
    while i >= floor and (words[i].tag in _INSIDE or _joins(words, i, floor)) and not _is_date(words, i, floor):
        if i - 3 > floor and words[i - 1].tag == ")" and _is_letters(words, i - 2) and words[i].tag in ("NN", "NNS"):
            start, i = i, i - 4  # the Joint Working Group (JWG) | meeting
            continue
        if start == i + 1 <= last and _stands_apart(words, i):
            break
        if i - 1 > floor and words[i - 1].tag == "RB" and words[i].tag in ("JJ", "VBN") and words[i - 2].tag == "DT":
            return i - 2  # the newly | elected president
        if words[i].tag in ("DT", "PRP$") or (words[i].tag == "PRP" and start > i + 1):
            return i
        start = i
        i -= 1
        if i > floor and words[i].tag == ")" and words[i + 1].lower in ("and", "&"):
            break
    if start < last and words[start].tag == "CC":
        start += 1
    if start > last and i >= floor and words[i].tag in ("PRP", "EX"):
        return i
    while start < last and words[start].tag in ("VBG", "VBN", "POS", "SYM"):
        if words[start].tag == "VBN" and start > floor and _is_preposition(words[start - 1]):
            break  # a tax on | imported goods
        start += 1
    return start


def _opening_mark(words: Sequence[Word], i: int, floor: int) -> int:
    """Where the quotation of a few words that closes at ``i`` opens, behind a noun; 0 where it does not."""
    opened = next((k for k in range(i - 1, max(floor, i - 6), -1) if words[k].tag == "``"), 0)
    return opened if opened > floor and words[opened - 1].tag in ("NN", "NNS", "NNP") else 0


def _is_letters(words: Sequence[Word], i: int) -> bool:
    """Whether the word at ``i`` is the letters in brackets behind a name."""
    return words[i].text.isupper() and words[i - 1].tag == "(" and words[i - 2].is_name


def _stands_apart(words: Sequence[Word], i: int) -> bool:
    """Whether a common noun before a name is no part of its phrase: "at the end of the lecture | Coubertin"."""
    word = words[i]
    if word.tag not in ("NN", "NNS") or not words[i + 1].is_name or i == 0 or words[i - 1].tag not in ("DT", "PRP$"):
        return False
    return not (title_mark(word.lower) or word.lower.endswith(_OF_PERSONS))


def _is_date(words: Sequence[Word], i: int, floor: int) -> bool:
    """Whether the word at ``i`` closes a date before the phrase: "In March 1989 | Tim Berners-Lee"."""
    word = words[i]
    if word.text in MONTHS:
        return True
    if word.tag != "CD" or i <= floor:
        return False
    before = words[i - 1]
    year = len(word.text) == 4 and word.text.isdigit()
    of_day = year and i - 3 >= floor and before.text == "," and words[i - 3].text in MONTHS  # June 24, 2008 | Ana Reis
    return before.text in MONTHS or of_day or (year and before.tag in ("IN", "JJ"))


def _joins(words: Sequence[Word], i: int, floor: int) -> bool:
    """Whether "and" or a comma at ``i`` stands inside one coordinated noun phrase of names."""
    return (
        words[i].lower in ("and", "&")
        and floor < i < len(words) - 1
        and words[i - 1].tag in _NOUNS | {")"}
        and words[i + 1].tag in _INSIDE
    )


def noun_phrase_end(words: Sequence[Word], start: int) -> int:
    """The index after the noun phrase that begins at ``start``, "of" phrases and brackets included.

    Equal to ``start`` where none begins there.
    """
    i = start
    nouns = False
    while i < len(words):
        tag = words[i].tag
        if tag in _INSIDE and not (nouns and tag in ("DT", "PRP$", "VBN")):
            nouns = nouns or tag in _NOUNS or (tag == "VBG" and i > start and words[i - 1].tag == "DT")
        elif tag == "PRP" and i == start:
            return i + 1
        elif nouns and words[i].lower == "of" and i + 1 < len(words) and words[i + 1].tag in _INSIDE:
            nouns = False
        elif nouns and tag == "(" and (close := _closing(words, i)):
            i = close
        else:
            break
        i += 1
    while i > start and words[i - 1].tag in ("VBG", "VBN", "DT", "POS", "JJ", "IN") and words[i - 1].lower == "of":
        i -= 1
    return i if nouns else start


def _closing(words: Sequence[Word], start: int) -> int:
    return next((i for i in range(start + 1, min(start + 8, len(words))) if words[i].tag == ")"), 0)


def verb_groups(words: Sequence[Word]) -> Iterator[VerbGroup]:
    """Yield the finite verb groups of a sentence from left to right."""
    end = 0
    for i, word in enumerate(words):
        if word.tag in FINITE_TAGS and i >= end:
            group = _verb_group(words, i)
            yield group
            end = group.end


def _verb_group(words: Sequence[Word], finite: int) -> VerbGroup:
    start = finite
    while start > 0 and words[start - 1].tag == "RB" and words[start - 1].lower not in ("not", "n't"):
        start -= 1
    main, i = finite, finite + 1
    helping = words[finite].tag == "MD" or words[finite].lower in AUXILIARIES
    while helping and i < len(words) and (words[i].tag in _VERBAL or words[i].tag == "RB"):
        if words[i].tag != "RB":
            main = i
            helping = words[i].lower in AUXILIARIES
        i += 1
    passive = main > finite and words[main].tag == "VBN" and any(w.lower in _BE for w in words[finite:main])
    return VerbGroup(start, main + 1, finite, main, passive, words[main].lower)
