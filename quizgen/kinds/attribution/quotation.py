"""Quoted words as they stand in a question: whole sentences, or the beginning of a long one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from quizgen.kinds.attribution.hanging import hangs, words_of
from quizgen.language.asking import tidy
from quizgen.language.pattern import Pattern
from quizgen.language.predicate import cuts_list
from quizgen.language.speech import Speech
from quizgen.language.understanding import Understanding
from quizgen.language.words import Word

LONGEST = 27
"""Words of a statement in a question, at the most."""
ENOUGH = 12
"""Words with which a quotation tells enough; a shorter sentence takes in the next."""
_SHORTEST = 3
_LONG = 3
"""Letters of a word that a title writes small."""
_TELLING = 8
_EMPTY = Pattern(r"There(?:['’]s| is| are| was| were)\b|The (?:answer|question|point|fact|truth) is\b")
"""What opens a quotation that, if short, says nothing."""
_LEAST_BEGUN = 6
"""Words of a sentence that breaks off, at the least."""
_CLOSING = frozenset("NN NNS NNP NNPS CD RB JJ VBN VB VBD VBZ VBP PRP RP ) POS".split())
"""Tags of words at which a sentence can break off."""
_ADDS = frozenset("because while whereas although though when so which".split())
"""What opens a clause that adds to the one before."""
_SOON = 8
"""Words behind an "and" among which a verb stands, where one follows."""
_OF_LIST = 5
"""Words between the last comma of a list and its "and", at the most."""
_OPENERS = frozenset("that if when because while although who which whether where".split())
_SENTENCE_END = Pattern(
    r"(?<=[.!?])(?<!\bGov\.)(?<!\bSen\.)(?<!\bRep\.)(?<!\bMr\.)(?<!\bMrs\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\bSt\.)(?<!\b[A-Z]\.[A-Z]\.)\s+"
)
_STOPS_BETWEEN = Pattern(r"[.!?:…][\s“\"‘'`]*$")
_MARKS = Pattern(r"[“”\"]")
_SUBORDINATE = frozenset(
    "as when while if although though because since after before once until unless whereas".split()
)
_LINKING = Pattern(
    r"(?:(?:(?:And|But),? |(?:So|Now|Well|Indeed|However|Therefore|Moreover|Furthermore|Finally|Secondly|In addition"
    r"|Again|Hopefully|Look|Remember), "
    r"|(?:In this (?:matter|regard|respect|context|spirit|connection|light)|To this end|For this reason),? ))+(?=\w)"
)
"""What only ties a quotation to the words before it."""
_OPENS_CLAUSE = frozenset("DT NN NNS NNP NNPS PRP PRP$ JJ CD".split())


def quotation_of(u: Understanding, speech: Speech) -> str:
    """The words of a quotation as a question can hold them; empty where they tell too little, or point outside.

    Args:
        u: the document.
        speech: a report of direct speech.
    """
    quote = _worded(u, speech)
    return f"{quote[0].upper()}{quote[1:]}" if quote and not hangs(u, speech, quote) else ""


def _worded(u: Understanding, speech: Speech) -> str:
    """The quoted words, whole sentences where they fit; empty where they tell too little."""
    words: list[str] = []
    for before, part in zip([None, *speech.parts], speech.parts, strict=False):
        stops = before is not None and _STOPS_BETWEEN.search(u.text[before.end : part.start]) is not None
        if words and words[-1][-1].isalnum() and part.of(u.text)[:1].isupper() and stops:
            words[-1] += "."
        elif words and _is_title(part.of(u.text)):
            continue  # "We will," he wrote in "Old Mills of the North," "rebuild it"
        text = _MARKS.sub("’", tidy(part.of(u.text)))
        for piece in _SENTENCE_END.split(_LINKING.sub("", text) if before is None else text):
            if len(words) + len(piece.split()) > LONGEST:
                return " ".join(words) if len(words) >= _SHORTEST else _beginning(u, speech)
            words += piece.split()
        if len(words) >= ENOUGH:
            break
    quote = tidy(" ".join(words)).rstrip(".")
    return quote if len(words) >= _SHORTEST and not (len(words) < _TELLING and _EMPTY.match(quote)) else ""


def _is_title(part: str) -> bool:
    """Whether a part of a broken quotation is itself but the title of something."""
    long = [w for w in part.split() if len(w) > _LONG and w[0].isalpha()]
    return len(long) > 1 and all(w[0].isupper() for w in long)


def _beginning(u: Understanding, speech: Speech) -> str:
    """A long quoted sentence up to the last place where it can break off, with dots for the rest."""
    words = [w for part in speech.parts[:1] for w in words_of(u, part)]
    if not words or words[0].lower in _SUBORDINATE or words[0].tag in ("IN", "VBG", "VBN"):
        return _main_clause(u, speech)
    for cut in range(min(LONGEST, len(words) - 1), _LEAST_BEGUN - 1, -1):
        if _can_break(words, cut):
            return f"{_MARKS.sub('’', tidy(u.text[words[0].start : words[cut - 1].end]))} …"
    return ""


def _main_clause(u: Understanding, speech: Speech) -> str:
    """What follows "As the world waits, " or "In view of the need, ", up to the end of the sentence."""
    words = u.sentence_at(speech.content.start).words_in(speech.parts[0])
    for at, (comma, first) in enumerate(pairwise(words)):
        rest = words[at + 1 :]
        if comma.text != "," or first.tag not in _OPENS_CLAUSE or not _LEAST_BEGUN < len(rest) <= LONGEST:
            continue
        verb = next((i for i, w in enumerate(rest[:_SOON]) if w.is_finite), None)
        if verb and all(w.text != "," and w.tag != "CC" for w in rest[:verb]) and _holds_verb(words[:at]):
            return _MARKS.sub("’", tidy(u.text[first.start : rest[-1].end])).rstrip(".")
    return ""


def _holds_verb(words: Sequence[Word]) -> bool:
    """Whether an opening has the verb that its conjunction waits for; a phrase with a preposition needs none."""
    return words[0].lower not in _SUBORDINATE or any(w.is_finite for w in words)


def _can_break(words: Sequence[Word], cut: int) -> bool:
    """Whether what stands before a comma or conjunction is whole: a clause that ends with no adjective, in no list."""
    before, at, after = words[cut - 1], words[cut], words[cut + 1] if cut + 1 < len(words) else None
    joins = (at.tag == "CC" and at.lower != "or" and _is_done_behind(words, cut)) or at.lower in _ADDS
    joins = joins or (at.lower == "as" and after is not None and after.tag == "PRP")  # good news | as we build
    if (
        before.text == ","
        or before.lower in ("also", "only", "even")
        or not (joins or at.text in (",", ";"))
        or _is_listed(words, cut)
    ):
        return False
    if before.tag not in _CLOSING or (before.tag in ("JJ", "VBN") and after is not None and after.tag in ("JJ", "NN")):
        return False
    opener = next((i for i in range(cut - 1, -1, -1) if words[i].lower in _OPENERS and words[i].tag != "DT"), -1)
    kept = words[opener + 1 : cut]
    if any(a.lower == "not" and b.lower == "only" for a, b in pairwise(kept)) and all(w.lower != "but" for w in kept):
        return False
    return any(w.is_finite or (w.tag == "VB" and lead.tag != "TO") for lead, w in pairwise((words[0], *kept)))


def _is_done_behind(words: Sequence[Word], joint: int) -> bool:
    """Whether something is done or is so behind an "and": no "the government | and people of Peru"."""
    behind = list(takewhile(lambda w: w.text not in (",", ";"), words[joint + 1 : joint + 1 + _SOON]))
    if not behind:
        return False
    apart = behind[0].tag == "IN" and words[joint - 1].tag == "RB"  # peacefully | and with respect for ...
    return apart or behind[0].tag[:2] in ("VB", "MD") or any(w.is_finite for w in behind)


def _is_listed(words: Sequence[Word], cut: int) -> bool:
    """Whether a comma or "and" parts the members of a list: "research, | teaching | and study"."""
    if words[cut].tag != "CC":
        return words[cut + 1 : cut + 2] != [] and words[cut + 1].tag != "CC" and cuts_list(words, cut)
    comma = next((i for i in range(cut - 1, max(0, cut - _OF_LIST), -1) if words[i].text == ","), None)
    return comma is not None and not any(w.is_finite or w.tag == "VB" for w in words[comma:cut])
