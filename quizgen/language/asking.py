"""From a clause to a question: inversion, and a predicate without what is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quizgen.language.clauses import Clause
from quizgen.language.inflection import base_form
from quizgen.language.pattern import Pattern
from quizgen.language.phrases import AUXILIARIES
from quizgen.language.words import Word

_CUTS_BEFORE = frozenset(["VBG", "WDT", "WP", "WRB", "WP$"])
_TYPED_DASH = Pattern(r"(?: _)+$")
"""What some wire services type for a dash."""
_STOPS = Pattern(r"\s*[,;:–—―-]+$")
_STOP_MARKS = frozenset(",;:–—―-")
_HANGING = frozenset(
    "and but or also , in on at of to for with by from the a an so as than how whether after before since until during "
    "into under about while when".split()
)
_TRAILING = Pattern(rf"(?:(?:^|\s+)(?:{'|'.join(sorted(_HANGING))}))+\s*$")
_LEADING = Pattern(r"^\s*[,;:–—―-]+\s*")
_EMPTY_BRACKETS, _OPENED = Pattern(r"\(\s*\)"), Pattern(r"\(\s+")
_QUOTED_COMMA = Pattern(r",([\"”’']+)$")
_LOOSE = (" ,", " .", " ;", " :", " ?", " !", " )")
"""What is put right in a phrase; looked for first, as most phrases have nothing of it."""
_SPACED = Pattern(r"\s+([,.;:?!)])")
_OPENING_WORDS = frozenset("The A An His Her Its Their This Some Many All Both Several Two Three In On".split())
_COMMAS = Pattern(r",(?:\s*,)+")
_QUOTES = frozenset("\"”’'")
_EMPTY_ADVERBS = frozenset("also then later however therefore thus again subsequently now already still just".split())


_SOURCE = Pattern(
    r",? (?:according to [^,?]+|(?:[a-z]+ ){1,4}(?:show|shows|say|says|said|suggest|suggests|indicate|indicates))$"
)
"""Where a newspaper has something from, at the end of what it tells: ", campaign finance records show"."""


def without_source(phrase: str) -> str:
    """``phrase`` without the records or papers that it names as its source."""
    return (
        phrase[: found.start()]
        if "," in phrase and (found := _SOURCE.search(phrase)) and phrase[found.start()] == ","
        else phrase
    )


def tidy(phrase: str) -> str:
    """``phrase`` with single spaces and no stray commas where something was taken out."""
    phrase = " ".join(phrase.split())
    if ", ," in phrase or ",," in phrase:
        phrase = _COMMAS.sub(",", phrase)
    if any(map(phrase.__contains__, _LOOSE)):
        phrase = _SPACED.sub(r"\1", phrase)
    if phrase.endswith(" _"):
        phrase = _TYPED_DASH.sub("", phrase)
    if "(" in phrase:
        phrase = _OPENED.sub("(", _EMPTY_BRACKETS.sub("", phrase))
        phrase = " ".join(phrase.split())
    if phrase[-1:] in _STOP_MARKS:
        phrase = _STOPS.sub("", phrase)
    if phrase[-1:] in _QUOTES:
        phrase = _QUOTED_COMMA.sub(r"\1", phrase)
    return _LEADING.sub("", phrase) if phrase[:1] in _STOP_MARKS or phrase[:1].isspace() else phrase


def trimmed(phrase: str) -> str:
    """A phrase that was cut, tidied and without the small words that then hang at its end."""
    phrase, previous = tidy(phrase), None
    while phrase != previous:
        previous = phrase
        phrase = tidy(_TRAILING.sub("", phrase) if phrase.rpartition(" ")[2] in _HANGING else phrase)
    return phrase


def text_of(text: str, words: Sequence[Word], start: int, end: int, without: Iterable[tuple[int, int]] = ()) -> str:
    """The text of the words from ``start`` to ``end`` less the ranges ``without``; indexes, ends exclusive."""
    pieces: list[str] = []
    at = start
    for a, b in sorted(without):
        if b <= at or a >= end:
            continue
        if a > at:
            pieces.append(text[words[at].start : words[a - 1].end])
        at = max(at, b)
    if at < end:
        pieces.append(text[words[at].start : words[end - 1].end])
    return trimmed(" ".join(pieces))


def predicate_end(words: Sequence[Word], clause: Clause, must_reach: int = 0) -> int:
    """Where the predicate of a clause can be cut: before a comma that opens an afterthought.

    Args:
        must_reach: an index the cut must not fall before.
    """
    i = clause.verb.end
    while i < clause.end:
        if words[i].lower == "having" and i + 1 < clause.end and words[i + 1].tag == "VBN" and i >= must_reach:
            return i  # came home | having spent a month in Lima
        if words[i].tag in ("``", '"') and (closed := _title_end(words, i, clause.end)):
            i = closed
            continue
        after = words[i + 1] if i + 1 < clause.end else None
        if i >= must_reach and (
            (words[i].text == "," and after is not None and (after.tag in _CUTS_BEFORE or after.lower == "but"))
            or (
                words[i].text == ","
                and after is not None
                and after.lower == "and"
                and counted_act(words[i + 2 : i + 7])
            )
            or words[i].text in (";", "—", "―", ":")
            or (words[i].text == "–" and words[i - 1].tag != "CD")
            or words[i].tag in ("``", "''", '"')
        ):
            return i
        i += 1
    return clause.end


def _title_end(words: Sequence[Word], opened: int, end: int) -> int:
    """Where the title of a work that quotation marks enclose is over: wrote "The Tides of Peru"; 0 for other words."""
    closed = next((i for i in range(opened + 1, end) if words[i].tag in ("''", '"')), 0)
    inner = [w for w in words[opened + 1 : closed] if w.text[0].isalpha()]
    large = [w for w in inner if w.text[0].isupper()]
    told = inner and inner[0].text[0].isupper() and all(w in large or len(w.text) < 5 for w in inner)
    return closed + 1 if told and len(large) > 1 else 0


def counted_act(words: Sequence[Word]) -> bool:
    """Whether words open with a number of people and what they did: "several million *took part in* it"."""
    counted = next((i for i, w in enumerate(words) if w.tag == "CD"), None)
    return counted is not None and any(w.tag in ("VBN", "VBD") for w in words[counted + 1 : counted + 4])


def inverted(text: str, words: Sequence[Word], clause: Clause, subject: str, rest: str) -> str:
    """A clause as the tail of a question: ``did Xi Jinping hold a meeting``, ``was the treaty signed in Rome``.

    Args:
        text: the document's text.
        words: the sentence.
        clause: whose verb is inverted.
        subject: how to name its subject.
        rest: its predicate after the verb, less what is asked for.
    """
    group = clause.verb
    finite = words[group.finite]
    adverbs = [w.text for w in words[group.start : group.finite] if w.lower not in _EMPTY_ADVERBS]
    inner = [w.text for w in words[group.finite + 1 : group.end] if w.lower not in _EMPTY_ADVERBS]
    helps = finite.tag == "MD" or (finite.lower in AUXILIARIES and (group.main > group.finite or finite.lower in _BE))
    if helps:
        parts = [finite.lower, subject, *adverbs, *inner, rest]
    else:
        auxiliary = {"VBD": "did", "VBZ": "does"}.get(finite.tag, "do")
        parts = [auxiliary, subject, *adverbs, base_form(finite.lower), *inner, rest]
    return tidy(" ".join(p for p in parts if p))


_BE = frozenset(["am", "is", "are", "was", "were"])


def verb_text(words: Sequence[Word], clause: Clause) -> str:
    """The verb group as it stands, less adverbs that lean on the text before: ``has been completed``."""
    return " ".join(w.text for w in words[clause.verb.start : clause.verb.end] if w.lower not in _EMPTY_ADVERBS)


def lowered_article(phrase: str) -> str:
    """``phrase`` as it stands inside a sentence: The meeting -> the meeting."""
    head, _, tail = phrase.partition(" ")
    if tail and head in _OPENING_WORDS:
        return f"{head.lower()} {tail}"
    return phrase


def capitalised(phrase: str) -> str:
    """``phrase`` with a capital first letter."""
    return phrase[:1].upper() + phrase[1:]
