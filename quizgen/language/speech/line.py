"""A sentence made ready for finding speech in it: its words, and which of them are quoted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from quizgen.language.quotes import Quotation
from quizgen.language.sentences import Sentence
from quizgen.language.words import Word

MARKS = frozenset(('"', "''", "``", "“", "”", "„", "«", "»", "‘", "’", "'"))
DASHES = frozenset(("-", "--", "–", "—", "―"))


class Line(NamedTuple):
    """A sentence with its quotations."""

    sentence: Sentence
    quoted: tuple[int, ...]
    """For each word the number of the quotation it (or the mark) belongs to, or -1."""

    @property
    def words(self) -> tuple[Word, ...]:
        """Its words."""
        return self.sentence.words

    @property
    def number(self) -> int:
        """The number of the sentence."""
        return self.sentence.index

    def is_mark(self, i: int) -> bool:
        """Whether word ``i`` is a quotation mark of an outermost quotation."""
        return self.quoted[i] >= 0 and self.words[i].text in MARKS

    def free(self, i: int) -> bool:
        """Whether word ``i`` exists and is not quoted."""
        quoted = self.quoted
        return 0 <= i < len(quoted) and quoted[i] < 0

    @property
    def is_quotation(self) -> bool:
        """Whether it is one quotation and nothing besides, but for a stop behind the closing mark."""
        quoted = self.quoted[:-1] if self.words[-1].tag == "." and len(self.quoted) > 1 else self.quoted
        return quoted[0] >= 0 and quoted[0] == quoted[-1] and min(quoted) >= 0

    def is_comma(self, i: int) -> bool:
        """Whether word ``i`` is a comma, or a dash that serves as one, outside quotations."""
        words = self.sentence.words
        if not 0 <= i < len(words) or self.quoted[i] >= 0:
            return False
        word = words[i]
        return word.tag == "," or word.text in DASHES


@cache
def _unquoted(length: int) -> tuple[int, ...]:
    """So many words outside quotations; most sentences have no others, and may share them."""
    return (-1,) * length


def make_lines(sentences: Sequence[Sentence], quotations: Sequence[Quotation]) -> Iterator[Line]:
    """The sentences with the quotations that lie in them; both in the order of the text."""
    q = 0
    for sentence in sentences:
        while q < len(quotations) and quotations[q].span.end <= sentence.span.start:
            q += 1
        if q == len(quotations) or quotations[q].span.start >= sentence.span.end:
            yield Line(sentence, _unquoted(len(sentence)))
            continue
        quoted = []
        for word in sentence.words:
            while q < len(quotations) and quotations[q].span.end <= word.start:
                q += 1
            inside = q < len(quotations) and quotations[q].span.start <= word.start
            quoted.append(q if inside else -1)
        yield Line(sentence, tuple(quoted))
