"""How far what is said reaches, and where it begins behind the verb."""

from __future__ import annotations

import itertools
from collections.abc import Collection
from functools import cache

from quizgen.language import data
from quizgen.language.lexicon import tags_of
from quizgen.language.speech import nouns
from quizgen.language.speech.line import DASHES, Line
from quizgen.language.speech.report import Report
from quizgen.language.speech.speakers import before
from quizgen.language.speech.subordination import introduced
from quizgen.language.speech.verbs import Frame, group_start
from quizgen.language.words import Word

LONGEST = 160
_PREPOSITIONS = frozenset("in at on during to via through before after".split())
_OF_WHOM = frozenset("of about".split())
_TIMES = nouns.DAYS | frozenset("earlier later afterward afterwards recently".split())
# How many words behind a comma the end of a list is looked for.
_LIST = 30
_CONTRASTS = frozenset("while whereas though although even".split())
# The least part of a clause to be kept when it is cut short.
_KEPT = 0.45
_OPENERS = frozenset(("CC", "WDT", "WP", "WP$", "WRB", "VBG", "VBN", "IN", "RB", "PRP", "DT", "TO"))
_ADDED = (["compared", "with"], ["compared", "to"], ["according", "to"], ["up", "from"], ["down", "from"])
_OPENING_WORDS = frozenset(("something", "compared", "according", "up", "down"))
_SUBORDINATE = frozenset(
    "because although though while after before until unless since where when whereas even as".split()
)
_LEANING = _SUBORDINATE | {"if"}
_LINKS = frozenset("and but by while in after before when then or".split())


def complement_start(report: Report, *, of_whom: bool = False) -> int:
    """Where what follows the verb begins: behind addressee, time, place and occasion.

    With ``of_whom`` also behind the person spoken of: ``said of Smith, "..."``.
    """
    line, words = report.line, report.line.words
    i = report.last + 1
    if report.has(Frame.ADDRESSED, Frame.ASKED) and line.free(i):
        i = _behind_addressee(line, i)
    i = _behind_insertion(line, i)
    for _ in range(4):
        if not line.free(i):
            break
        if words[i].lower in _TIMES or (words[i].tag == "RB" and words[i].lower.endswith("ly")):
            i += 1
        elif (
            (words[i].lower in _PREPOSITIONS or (of_whom and words[i].lower in _OF_WHOM))
            and line.free(i + 1)
            and words[i + 1].tag != "VBG"
        ):
            end = i + 2 if words[i + 1].lower in nouns.DAYS else nouns.end_of(words, i + 1)
            if end is None:
                break
            i = end
        else:
            break
    return i


def _behind_insertion(line: Line, i: int) -> int:
    """Behind "said, in the matter of mills, ..."."""
    words = line.words
    if not (line.is_comma(i) and line.free(i + 2)) or words[i + 1].lower not in _PREPOSITIONS:
        return i
    end = nouns.end_of(words, i + 2)
    return end + 1 if end is not None and line.is_comma(end) and opens_clause(line, end + 1) else i


def _behind_addressee(line: Line, i: int) -> int:
    end = nouns.end_of(line.words, i)
    if end is None or line.words[i].lower == "that" or any(line.quoted[k] >= 0 for k in range(i, end)):
        return i
    if end < len(line.words) and line.words[end].is_finite and line.words[end].tag != "VBD":
        return i  # warned the city could: a bare clause
    if end + 1 < len(line.words) and line.words[end].lower == "and":  # told monks and nuns that
        whole = nouns.end_of(line.words, end + 1)
        if whole is not None and whole < len(line.words) and line.words[whole].lower == "that":
            return whole
    return end


_NEGATED = frozenset("IN RP TO DT NN NNS".split())
"""What "not" turns down before a "but" tells what is so instead."""


def clause_end(
    line: Line, first: int, stops: Collection[int], *, until_comma: bool = False, act: bool = False
) -> int | None:
    """Behind the last word of the clause that begins at ``first``; None for one without end.

    What may not belong to it (``, but ...``, ``, which ...``) is left out where that keeps the greater part.

    Args:
        line: the sentence.
        first: index of the clause's first word.
        stops: the first words of further reports by the same speaker.
        until_comma: whether the clause stands in one that a comma ends (``When X said that ..., Y left``).
        act: whether it is no clause but the object of an act, which ends where its occasion is told.
    """
    boundaries: list[int] = []
    end = len(line.words)
    may_end = _may_end_act if act else _may_end_before
    leans = line.words[first].lower in _LEANING  # "while A, B": B is the clause itself
    waits = half = False  # for the verb of B; for the "but" behind "not only"
    for k in range(first, end):
        if k - first > LONGEST:
            return None
        if k in stops and not waits and not _goes_on_with(line, k):
            end = _before_link(line, first, k)
            break
        if until_comma and line.is_comma(k):
            end = k
            break
        if leans and line.is_comma(k):
            leans, waits = False, True
            continue
        waits = waits and not line.words[k].is_finite
        half = (half and line.words[k - 1].lower != "but") or _opens_pair(line, k)
        if k > first and line.words[k].lower in _SUBORDINATE and line.words[k - 1].lower == "that":
            leans = True  # and that while A, B
            continue
        if waits or half:
            continue
        if k > first and (line.quoted[k] < 0 or line.is_mark(k)) and may_end(line, k):
            boundaries.append(k)
    end = _without_stop(line, first, end)
    start = line.words[first].start
    least = _KEPT * (line.words[end - 1].end - start)
    for k in boundaries:
        if k < end and (_surely_ends_before(line, k) or (act and _surely_ends_act(line, first, k))):
            return _without_stop(line, first, k)
        if k < end and line.words[k - 1].end - start >= least:
            return _without_stop(line, first, k)
    return end


def _opens_pair(line: Line, k: int) -> bool:
    """Whether "not only", or the "not" of "not out of duty but ...", stands at ``k``, to which a "but" belongs."""
    words = line.words
    if words[k].lower == "only" and k > 0 and words[k - 1].lower == "not":
        return any(w.lower == "but" for w in words[k + 1 : k + _LIST])
    if words[k].lower != "not" or k + 1 >= len(words) or words[k + 1].tag not in _NEGATED:
        return False
    but = next((i for i in range(k + 2, min(k + _LIST, len(words) - 1)) if words[i].lower == "but"), 0)
    return but > 0 and words[but + 1].tag != "PRP" and not any(w.is_finite for w in words[k + 1 : but])


def _may_end_act(line: Line, k: int) -> bool:
    """Whether the object of an act may be over before word ``k``."""
    word = line.words[k]
    if line.is_comma(k):
        return not _goes_on_as_list(line, k)
    if word.tag == "(":  # an acronym belongs to it
        return all(w.tag != ")" for w in line.words[k : k + 4])
    if word.lower == "as" and k + 1 < len(line.words) and line.words[k + 1].tag in ("JJ", "DT", "NN", "``"):
        return any(w.is_finite for w in line.words[k + 1 : k + 5])  # described them as good
    if word.lower in _SUBORDINATE and line.words[k - 1].lower != "such":
        return True
    return _may_end_before(line, k) or tells_occasion(line, k)


def _goes_on_as_list(line: Line, k: int) -> bool:
    """Whether the comma at ``k`` parts two things named: security, trade, and space; A, and a joint B."""
    ends = False
    for i in range(k + 1, min(k + _LIST, len(line.words))):
        word = line.words[i]
        if word.is_finite or word.tag in ("WDT", "WP", "WRB") or (word.tag in ("VBN", "IN") and i == k + 1):
            return ends and i > k + 3
        ends = ends or (word.lower in ("and", "or") and (line.is_comma(i - 1) or i == k + 1))
    return ends


def _surely_ends_act(line: Line, first: int, k: int) -> bool:
    """Whether an occasion, or a second verb of the speaker's, begins at ``k``."""
    words = line.words
    if tells_occasion(line, k):
        return True
    if line.is_comma(k) and k + 2 < len(words):
        return (
            words[k + 1].tag in ("WP", "WDT") or words[k + 1].lower in _CONTRASTS or words[k + 2].tag in ("WP", "WDT")
        )
    if words[k].tag != "CC" or k + 1 >= len(words) or words[k + 1].tag not in ("VBD", "VBZ"):
        return False
    return not any(w.is_finite or w.tag in ("WDT", "WP", "WRB") or w.lower == "that" for w in words[first:k])


def tells_occasion(line: Line, k: int) -> bool:
    """Whether words of occasion begin at ``k``: in a statement, on Monday, at a rally."""
    words = line.words
    if words[k].lower in nouns.DAYS and words[k - 1].tag in ("NN", "NNS", "NNP", "PRP", ")"):
        return k + 1 == len(words) or words[k + 1].tag not in ("POS", "NN", "NNS", "NNP")
    if words[k].lower not in ("in", "on", "at", "during", "via"):
        return False
    if words[k - 1].tag == "VBN" and words[k - 2].is_noun:
        return False  # the document adopted | at the summit
    end = nouns.end_of(words, k + 1)
    if end is not None and end < len(words) and words[end].lower in ("for", "as"):
        return False  # thanked him in a letter for his help
    heads = words[k + 1 : min(end or k + 2, k + 7)]
    return any(w.lower in _occasions() for w in heads)


@cache
def _occasions() -> frozenset[str]:
    return frozenset(word for line in data.lines("speech_occasions.txt") for word in line.split())


def _surely_ends_before(line: Line, k: int) -> bool:
    """Whether word ``k`` begins what the writer adds: ``, compared with ...``, ``, according to ...``."""
    after = [w.lower for w in line.words[k + 1 : k + 3]]
    return after in _ADDED or (line.is_comma(k) and after[:1] != [] and after[0] in _CONTRASTS)


def _may_end_before(line: Line, k: int) -> bool:
    """Whether the clause may be over before word ``k``: a comma and a new clause, or a second verb."""
    words = line.words
    if k + 1 >= len(words):
        return False
    word, after = words[k], words[k + 1]
    if word.text == ";":
        return True
    if (comma := line.is_comma(k)) and after.tag == "DT" and _closes_list(line, k):
        return False  # among Japan, the ROK and the United States
    if line.is_comma(k) and after.tag == "CC" and words[k + 2 : k + 3] and words[k + 2].tag == "VB":
        return False  # to sow, reap, and thresh
    if comma or word.tag == ":" or (line.is_mark(k) and words[k - 1].text == ","):
        return after.tag in _OPENERS or after.lower in _OPENING_WORDS
    if word.tag == "CC":
        if words[k - 1].tag[:2] == "VB" or _closes_deeds(line, k):
            return False  # those who ordered and led the raid
        return after.is_finite or (k + 2 < len(words) and after.tag == "RB" and words[k + 2].is_finite)
    return word.lower in ("because", "while", "although", "though", "whereas") and words[k - 1].tag not in ("RB", "CC")


def _closes_deeds(line: Line, k: int) -> bool:
    """Whether an "and" stands before the last of several things done: "had built mills, sold bread | and baked"."""
    words = line.words
    after = words[k + 1].tag
    comma = next((i for i in range(k - 1, max(0, k - _LIST), -1) if line.is_comma(i)), None)
    if comma is None or after not in ("VBD", "VBN", "VBZ") or words[comma + 1].tag not in (after, "VBD", "VBN"):
        return False
    return words[comma + 1].tag[:2] == "VB" and any(w.tag[:2] == "VB" for w in words[max(0, comma - _LIST) : comma])


def _before_link(line: Line, first: int, k: int) -> int:
    """Step back over ``, and`` or ``, while`` before a further report."""
    while k - 1 > first and line.words[k - 1].tag == "RB" and line.words[k - 1].lower not in _LINKS:
        k -= 1  # an adverb before the link is of the clause: five years ago, and affirmed
    while k - 1 > first and (
        line.words[k - 1].lower in _LINKS or line.words[k - 1].tag == "," or line.words[k - 1].text in DASHES
    ):
        k -= 1
    return k


def _without_stop(line: Line, first: int, end: int) -> int:
    while end - 1 > first and line.quoted[end - 1] < 0 and _dangles(line.words[end - 1]):
        end -= 1
    broken = end - 2 > first and line.words[end - 1].tag == "VBN" and line.is_comma(end - 2)  # disorder, | based
    return _without_stop(line, first, end - 1) if broken else end


def _dangles(word: Word) -> bool:
    return word.tag in (".", ",", ":", "CC") or word.lower in ("including", "such", "that")


def opening(line: Line) -> int:
    """Where a sentence that is all said begins: behind a dateline, ``But`` and ``Meanwhile,``."""
    words, first = line.words, 0
    if words[0].text.isupper() and len(words[0].text) > 2:
        dash = next((k for k in range(1, min(12, len(words))) if words[k].text in DASHES), -1)
        first = dash + 1 if 0 < dash < len(words) - 1 else 0
        if words[1].tag == "(":  # BERGEN (Mill News - 4 May)
            close = next((k for k in range(2, min(16, len(words))) if words[k].tag == ")"), -1)
            first = close + 1 if first <= close < len(words) - 1 else first
    if words[first].tag == "CC" and line.free(first):
        first += 1
    if first + 1 < len(words) and words[first].tag == "RB" and line.is_comma(first + 1):
        first += 2
    return min(first, len(words) - 1)


def _goes_on_with(line: Line, k: int) -> bool:
    """Whether a verb of speech at ``k`` is but what is said: "has expected and *continues* to expect"."""
    words = line.words
    return words[k].tag in ("VBZ", "VBP") and words[k - 1].tag == "CC" and words[k - 2].tag[:2] == "VB"


def _closes_list(line: Line, k: int) -> bool:
    """Whether behind the comma at ``k`` stand but the last two of a list, without a verb."""
    behind = list(itertools.takewhile(lambda w: w.tag not in (",", ".", ":"), line.words[k + 1 : k + _LIST]))
    return any(w.tag == "CC" for w in behind) and not any(w.is_finite for w in behind)


def opens_clause(line: Line, first: int) -> bool:
    """Whether a clause begins at ``first``: a subject with its finite verb right behind it."""
    words = line.words
    for k in range(first, min(len(words), first + 25)):
        word = words[k]
        if word.is_finite and line.quoted[k] < 0 and word.tag != "POS":
            if _is_noun_after_all(line, k):
                continue
            dangling = line.is_comma(k - 1) and sum(line.is_comma(c) for c in range(first, k)) == 1
            return k > first and words[k - 1].tag not in ("WDT", "WP", "IN", "CC") and not dangling
        if line.is_comma(k) and words[k + 1 : k + 2] and words[k + 1].tag in ("CC", "RB", "IN", "WDT", "WP", "VBG"):
            return False
        if word.tag in ("TO", "WDT", "WP", "WRB", ":") or word.lower == "that" or word.lower in _SUBORDINATE:
            return k == first
    return False


def _is_noun_after_all(line: Line, k: int) -> bool:
    """Whether word ``k`` could be a noun, and nothing after it speaks for a verb: the health costs and ..."""
    if line.words[k].tag not in ("VBZ", "VBP") or k + 1 >= len(line.words):
        return False
    if line.words[k - 1].tag in ("POS", "PRP$"):
        return True
    options = tags_of(line.words[k].lower) or ()
    after = line.words[k + 1]
    return ("NN" in options or "NNS" in options) and (after.tag in ("CC", ",", ".") or after.lower == "that")


def has_main_clause(line: Line, first: int, end: int) -> bool:
    """Whether the words hold a clause that no conjunction makes a part of another."""
    for k in range(first, min(end, first + LONGEST)):
        if line.words[k].is_finite and (line.quoted[k] < 0 or line.quoted[k] == line.quoted[first]):
            start = group_start(line.words, k)
            nominal = any(w.is_noun or w.tag in ("PRP", "DT", "EX", "CD") for w in line.words[first:start])
            subject = before(line, start) if nominal and line.quoted[k] < 0 else None
            if nominal and (subject is None or (subject.how != "relative" and not introduced(line, subject.first))):
                return True
    return False


def has_clause(line: Line, first: int, end: int) -> bool:
    """Whether the words hold a subject and a finite verb outside quotations."""
    nominal = False
    for k in range(first, min(end, first + LONGEST, len(line.words))):
        word = line.words[k]
        nominal = nominal or word.is_noun or word.tag in ("PRP", "EX", "DT", "CD")
        if nominal and (word.is_finite or word.tag == "VB"):
            return True
    return False
