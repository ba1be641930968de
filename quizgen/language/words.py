"""Words of a text with their places and parts of speech."""

from __future__ import annotations

from typing import NamedTuple

from quizgen.language.pattern import Pattern
from quizgen.model.document import Span

FINITE_TAGS = frozenset(("VBD", "VBZ", "VBP", "MD"))
"""Tags of verbs with a tense, and of modals."""


class Word(NamedTuple):
    """A word, number or mark of punctuation."""

    start: int
    """Offset of its first character in the document's text."""
    end: int
    """Offset after its last character."""
    text: str
    lower: str
    tag: str
    """Its part of speech as a Penn Treebank tag."""

    @property
    def span(self) -> Span:
        """Its place in the document's text."""
        return Span(self.start, self.end)

    @property
    def is_name(self) -> bool:
        """Whether it is (a part of) a proper name."""
        return self.tag == "NNP"

    @property
    def is_noun(self) -> bool:
        """Whether it is a noun of any kind."""
        return self.tag in ("NN", "NNS", "NNP")

    @property
    def is_finite(self) -> bool:
        """Whether it is a verb with a tense, or a modal."""
        return self.tag in FINITE_TAGS


ABBREVIATIONS = frozenset(
    "adm amb assn ave bros brig capt cdr cmdr co col corp cpl dept det dr ed esp est etc ex fig figs fr ft gen gov "
    "govt hon hr inc insp jr lt ltd maj messrs mgr mr mrs ms mt mts nos op pp pres prof pvt rep reps ret rev sec sen "
    "sens sgt sr st supt univ viz vol vols vs jan feb mar apr jun jul aug sep sept oct nov dec no al ca v".split()
)
"""Words that end in a full stop of their own, in lower case, without it."""

_LETTER = r"[^\W\d_]"
_ADDRESS = r"(?:https?://|www\.)[^\s<>\"]+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]+\.[\w.-]*\w"
_WORD = (
    r"[A-Za-z]+(?=[ ,])"  # most words, read fast
    rf"|(?:{_LETTER}\.){{2,}}(?:-{_LETTER}+)*"  # U.S., U.S.-based
    r"|[A-Za-z]{2,}\.(?:[a-z]{2,3}|info)\b(?![.’'])"  # Node.js, Orion.com
    rf"|{_LETTER}+(?:(?:[-‐‑&]|(?<=[a-z])–(?=[A-Z])|['’](?![sS]\b))(?:{_LETTER}|\d)+|\d+)*"
    # Lao, COVID-19, don't, O'Neill, R&D, Bose–Einstein
    r"|[$€£¥]?\d+(?:[.,:/]\d+)*(?:%|(?:st|nd|rd|th|s|bn|m)\b)?(?:-[^\W\d_][\w-]*)*"
    r"|['’][sS]\b|\.\.\.|--|''|``|[^\w\s\x00-\x1f\x7f-\x9f]|_+"
)
_HAS_ADDRESS = Pattern(r"://|www\.|@")
_TOKEN, _TOKEN_OR_ADDRESS = Pattern(_WORD), Pattern(f"{_ADDRESS}|{_WORD}")


def tokens_in(text: str, start: int, end: int) -> list[str]:
    """The tokens of a part of a text: words, numbers, addresses, marks of punctuation.

    A full stop of an abbreviation is one by itself.
    """
    find = _TOKEN_OR_ADDRESS.findall if _HAS_ADDRESS.search(text, start, end) else _TOKEN.findall
    return find(text, start, end)
