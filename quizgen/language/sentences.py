"""Sentences of a text, aware of titles, abbreviations, initials and quotes."""

from __future__ import annotations

import weakref
from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, pairwise
from operator import itemgetter
from sys import intern
from typing import TYPE_CHECKING, NamedTuple

from quizgen.language.lexicon import tags_of
from quizgen.language.paragraphs import Paragraph, split_paragraphs
from quizgen.language.pattern import Pattern
from quizgen.language.shelf import Packed, Shelf, words_of
from quizgen.language.tagging import tag_sentence
from quizgen.language.words import ABBREVIATIONS, Word, tokens_in
from quizgen.model.document import Span

_CLOSERS = frozenset(('"', "'", "''", "”", "’", ")", "]"))
_OPENERS = frozenset(('"', "'", "''", "``", "“", "‘", "(", "["))
# Abbreviations that nearly always stand before a name, so that the capital after them proves nothing.
_BEFORE_NAMES = frozenset(
    "adm amb brig capt cdr cmdr col cpl dr fr gen gov hon insp lt maj messrs mgr mr mrs ms mt mts pres prof pvt rep "
    "reps rev sen sens sgt st supt vs no nos jan feb mar apr jun jul aug sep sept oct nov dec ca fig figs vol "
    "pp v".split()
)
_LONGEST = 250
"""Words of a sentence, at the most; what goes on longer is a list or a table, and is read in pieces."""
_STOPS = ".!?…"
_SHORT = 350_000
"""Characters of a text up to which all its words stay at hand."""
_AT_HAND = 200
"""Sentences of a longer one that have their words at hand, at the most."""
_SAINTS = ("-St", "–St", "—St")
"""How the first half of a town closes behind a dash: the University of Missouri–*St.* Louis."""
_DOTTED = Pattern(r"(?:[^\W\d_]\.)+")


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Sentence:
    """A sentence, or a heading, with its words."""

    span: Span
    index: int
    """Its number in the document, from 0."""
    paragraph: int
    """The number of its paragraph in the document, from 0."""
    heading: bool
    words: tuple[Word, ...]
    asks: bool = False
    """Whether it closes with a question mark."""
    counts: bool = False
    """Whether a number stands in it, in figures or words."""
    _shelf: Shelf | None = field(default=None, repr=False, compare=False)
    """Where its words are put away while others are looked at; None where they stay at hand."""
    _packed: Packed | None = field(default=None, init=False, repr=False, compare=False)

    if not TYPE_CHECKING:  # for a checker words are always there

        def __getattr__(self, name: str) -> tuple[Word, ...]:
            """The words that were put away."""
            if name != "words" or self._shelf is None:
                raise AttributeError(name)
            words = self._shelf.unpack(self._packed)
            object.__setattr__(self, "words", words)
            self._shelf.add(weakref.ref(self))
            return words

    def __len__(self) -> int:
        """How many words it has, without asking for them."""
        return len(self.words) if self._packed is None else len(self._packed[0])

    def put_away(self) -> None:
        """Keep the words in little space until they are asked for."""
        if self._packed is None and self._shelf is not None:
            object.__setattr__(self, "_packed", self._shelf.pack(self.words))
        object.__delattr__(self, "words")

    def words_in(self, span: Span) -> tuple[Word, ...]:
        """Its words that lie inside ``span``."""
        first = bisect_left(self.words, span.start, key=_START)
        return self.words[first : bisect_right(self.words, span.end, lo=first, key=_END)]

    def word_at(self, offset: int) -> int:
        """The index of the word that holds the character at ``offset``, or of the first one after it."""
        return bisect_right(self.words, offset, key=_END)


def split_sentences(text: str) -> tuple[Sentence, ...]:
    """All sentences of ``text`` in order, with their words tagged."""
    return tuple(sentences_of(text))


def sentences_of(text: str) -> Iterator[Sentence]:
    """The same one by one."""
    shelf = Shelf(_AT_HAND) if len(text) > _SHORT else None
    rough = [_Rough(n, p, cut) for n, p in enumerate(split_paragraphs(text)) for cut in _pieces(text, p)]
    names = _capitalised_within(rough)
    for index, part in enumerate(rough):
        sentence = _sentence(index, part, names, shelf)
        if shelf is not None:
            shelf.add(weakref.ref(sentence))
        yield sentence


class _Tokens(NamedTuple):
    """A run of tokens, which are kept in little space: a whole document's are there at once."""

    starts: Sequence[int]
    """The offset of each; it ends where it is over, since no white space is in it."""
    texts: list[str]

    def part(self, start: int, end: int) -> _Tokens:
        """Those from ``start`` to ``end``, exclusive."""
        return _Tokens(array("I", self.starts[start:end]), self.texts[start:end])

    def meet(self, i: int) -> bool:
        """Whether the token at ``i`` stands right behind the one before it."""
        return self.starts[i] == self.starts[i - 1] + len(self.texts[i - 1])


class _Rough(NamedTuple):
    """A sentence before its words are read."""

    paragraph: int
    """The number of its paragraph."""
    source: Paragraph
    tokens: _Tokens


_START: Callable[[Word], int] = itemgetter(0)
_END: Callable[[Word], int] = itemgetter(1)


def _tokens(text: str, span: Span) -> _Tokens:
    """The tokens of a paragraph, with an abbreviation's full stop joined to it."""
    starts: list[int] = []
    texts: list[str] = []
    find, at = text.find, span.start
    for token in tokens_in(text, *span):
        start = find(token, at)  # only white space lies between two tokens
        if token == "." and start == at and texts and _abbreviates(texts[-1]):
            start, token = starts.pop(), f"{texts.pop()}."
        at = start + len(token)
        starts.append(start)
        texts.append(intern(token))
    return _Tokens(starts, texts)


def _abbreviates(token: str) -> bool:
    return token.lower() in ABBREVIATIONS or (len(token) == 1 and token.isupper()) or token.endswith(_SAINTS)


def _pieces(text: str, paragraph: Paragraph) -> Iterator[_Tokens]:
    """The sentences of a paragraph as tokens, none longer than is read at once."""
    tokens = _tokens(text, paragraph.span)
    for begin, end in _cut(tokens) if not paragraph.heading else [(0, len(tokens.texts))]:
        for start in range(begin, end, _LONGEST):
            yield tokens.part(start, min(end, start + _LONGEST))


def _cut(tokens: _Tokens) -> Iterator[tuple[int, int]]:
    """Where the sentences of a paragraph begin and end among its tokens."""
    texts, last = tokens.texts, len(tokens.texts)
    begin = end = 0
    for i, token in enumerate(texts):
        if token[-1] not in _STOPS or i < end:
            continue
        end = i + 1
        while end < last and texts[end] in _CLOSERS and tokens.meet(end):
            end += 1
        if end == last or (not tokens.meet(end) and _ends(texts, i, end)):
            yield begin, end
            begin = end
    if begin < last:
        yield begin, last


def _ends(texts: list[str], i: int, following: int) -> bool:
    """Whether the stop at token ``i`` ends a sentence that the token ``following`` would begin after."""
    stop, after = texts[i], texts[following]
    if after in _OPENERS and following + 1 < len(texts):
        after = texts[following + 1]
    if not (after[0].isupper() or after[0].isdigit() or after[0] in "$€£"):
        return False
    if len(stop) == 1:
        return True
    head = stop[:-1].lower()
    if head in _BEFORE_NAMES or stop[:-1].endswith(_SAINTS):
        return False
    if len(stop) == 2 and stop[0].isupper():  # an initial, J. Smith, or a number, World War I. In
        return stop[0] in "IVX" and i > 0 and texts[i - 1][0].isupper() and _opens(after)
    if _DOTTED.fullmatch(stop) or head in ABBREVIATIONS:  # U.S. President; in the U.S. The
        return _opens(after)
    return True


def _opens(word: str) -> bool:
    """Whether a capitalised word is a function word, which only the opening of a sentence can capitalise."""
    known = tags_of(word.lower())
    return word[0].isupper() and known is not None and known[0] in ("DT", "PRP", "PRP$", "IN", "WRB", "RB", "CC", "EX")


def _capitalised_within(rough: Sequence[_Rough]) -> frozenset[str]:
    """Words that stand capitalised inside sentences: names, also where they open one.

    A word that stands in small letters as often is none (the Government, the government).
    """
    prose = [part.tokens.texts for part in rough if not part.source.heading]
    within = Counter(chain.from_iterable(texts[1:] for texts in prose))
    capital = Counter(
        token
        for texts in prose
        for before, token in pairwise(texts)
        if not token.islower() and token[0].isupper() and len(token) > 1 and before[-1] not in '.!?:"“‘'
    )
    return frozenset(name for name, n in capital.items() if n > within[name.lower()])


def _sentence(index: int, rough: _Rough, names: frozenset[str], shelf: Shelf | None) -> Sentence:
    source, (starts, texts) = rough.source, rough.tokens
    lowers = [t if t.islower() and t.isalpha() else intern(t.lower().replace("’", "'")) for t in texts]
    title_case = source.heading and all(t[0].isupper() for t in texts if len(t) > 4 and t[0].isalpha())
    tags = tag_sentence(texts, lowers, names, title_case=title_case)
    words = words_of(starts, texts, lowers, tags)
    span = Span(starts[0], words[-1].end)
    return Sentence(span, index, rough.paragraph, source.heading, words, texts[-1] == "?", "CD" in tags, shelf)
