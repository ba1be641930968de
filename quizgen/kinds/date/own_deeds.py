"""Deeds named by a noun with its owner: "until his marriage to Ana Reis in 1871"."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.kinds.date.fact import DatedEvent, event
from quizgen.language.asking import text_of
from quizgen.language.calendar import DateMention
from quizgen.language.names import NameKind
from quizgen.language.sentences import Sentence
from quizgen.language.standalone import stands_alone
from quizgen.language.understanding import Understanding
from quizgen.language.words import Word
from quizgen.model.document import Span

_DONE = {
    "death": "did {} die", "birth": "was {} born", "retirement": "did {} retire", "resignation": "did {} resign",
    "graduation": "did {} graduate", "arrival": "did {} arrive", "return": "did {} return", "move": "did {} move",
    "departure": "did {} depart", "election": "was {} elected", "appointment": "was {} appointed",
    "promotion": "was {} promoted", "ordination": "was {} ordained", "coronation": "was {} crowned",
    "marriage": "did {} marry", "baptism": "was {} baptised", "dismissal": "was {} dismissed",
    "arrest": "was {} arrested", "imprisonment": "was {} imprisoned", "abdication": "did {} abdicate",
    "execution": "was {} executed", "assassination": "was {} assassinated", "exile": "was {} exiled",
}  # fmt: skip
"""What somebody did, or what was done to somebody, by its noun."""
_BARE = frozenset(_DONE) - frozenset(
    ["graduation", "arrival", "return", "move", "departure", "election", "appointment", "promotion", "marriage"]
)
"""Nouns that tell enough alone."""
_JOINTS = frozenset(["to", "as", "from", "in", "at", "of"])
_LONGEST = 18
"""Words between the noun and its date, a description between commas included."""


def own_deed(u: Understanding, sentence: Sentence, date: DateMention) -> DatedEvent | None:
    """ "His marriage to Ana Reis, a pilot, in 1871": in which year did he marry Ana Reis?"""
    words, first = sentence.words, sentence.word_at(date.span.start)
    if first < 3 or words[first - 1].lower not in ("in", "on"):
        return None
    at = next((i for i in range(first - 2, max(0, first - _LONGEST), -1) if words[i].lower in _DONE), 0)
    if not at or any(w.is_finite or w.text in (";", ":", "(") for w in words[at:first]):
        return None
    who = _owner(u, sentence, at)
    told = _complement(words, at + 1, first - 1)
    if who is None or told is None:
        return None
    said = text_of(u.text, words, *told)
    noun = words[at].lower
    if noun == "marriage":
        said = said.removeprefix("to ") if said.startswith("to ") and any(c.isupper() for c in said) else ""
    if (not said and noun not in _BARE) or not stands_alone(said):
        return None
    asked = f"{_DONE[noun].format(who)} {said}".strip()
    return event(u, date, "own-deed", asked, asked, 0.9)


def _complement(words: Sequence[Word], start: int, end: int) -> tuple[int, int] | None:
    """What belongs to the noun, up to a description between commas; None where something else stands there."""
    comma = next((i for i in range(start, end) if words[i].text == ","), end)
    if comma < end and words[end - 1].text != ",":
        return None
    return (start, comma) if start == comma or words[start].lower in _JOINTS else None


def _owner(u: Understanding, sentence: Sentence, at: int) -> str | None:
    """Whose deed it is: the person of "his", or the one named before "'s"."""
    words = sentence.words
    if words[at - 1].tag == "PRP$":
        referent = u.coreference.resolve(words[at - 1].span, sentence.index)
    elif words[at - 1].tag == "POS":
        end = words[at - 1].start
        mention = next((m for m in u.mentions[sentence.index] if m.span.end == end), None)
        referent = u.coreference.resolve(Span(mention.whole.start, end), sentence.index) if mention else None
    else:
        return None
    if referent is None or len(referent.entities) != 1 or referent.entities[0].kind is not NameKind.PERSON:
        return None
    return referent.text
