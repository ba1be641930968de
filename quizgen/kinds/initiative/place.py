"""Where a clause names a programme."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import NamedTuple

from quizgen.language.clauses import Clause
from quizgen.language.entity import Entity
from quizgen.language.gazetteer import programme_sort
from quizgen.language.pattern import Pattern
from quizgen.language.phrases import noun_phrase_start
from quizgen.language.sentences import Sentence
from quizgen.language.words import Word

_DETERMINERS = frozenset(["the", "a", "an", "its", "their", "his", "her", "our", "this", "new"])

_ROUNDS = frozenset(["final", "finals", "semi-final", "semi-finals", "semifinal", "semifinals", "qualifying"])
"""What is said of a cup as an adjective or a noun."""
_CURRENCY = Pattern(r"[A-Z]{2,3}|[A-Z]{0,2}[$£€]")
"""What stands before the figures of a price: "the *KES* 31 billion Elm Road"."""


class Place(NamedTuple):
    """A programme's name in a clause; indexes count the words of the sentence, ends are exclusive."""

    sentence: Sentence
    clause: Clause
    entity: Entity
    start: int
    end: int
    """Its acronym in brackets included."""
    called: str = ""
    """What sort of thing it is, where that is told beside its name: a *petition* called "Save the Elms"."""

    @property
    def words(self) -> Sequence[Word]:
        """The words of the sentence."""
        return self.sentence.words

    @property
    def begin(self) -> int:
        """The index of the determiner or adjective the name's noun phrase begins with."""
        i = self.start
        while i > 0 and (
            self.words[i - 1].tag in ("DT", "PRP$", "JJ", "CD", "JJS")
            or self.words[i - 1].lower in _DETERMINERS
            or (self.words[i].tag == "CD" and _CURRENCY.fullmatch(self.words[i - 1].text))
        ):
            i -= 1
        return i

    @property
    def noun(self) -> str:
        """What sort of thing it is, by the noun of its name: initiative, railway, committee."""
        if self.called:
            return self.called
        words = self.entity.name.split()
        of = words.index("of") if "of" in words[:-3] else 0
        if of and words[of + 1] != "the" and programme_sort(words[-1].lower()) in ("P", "B", "W"):
            return words[-1].lower()  # the Treaty of Bergen Fishing Commission
        for word, following in itertools.pairwise(words):
            if following in ("of", "for", "on", "to", "against") and programme_sort(word.lower()):
                return word.lower()
        noun = next((w for w in reversed(words) if programme_sort(w.lower())), words[-1]).lower()
        return "charter" if noun == "carta" else noun

    @property
    def qualifies(self) -> bool:
        """Whether the name stands before another noun, which is what is spoken of: "the Treaty *sailors*"."""
        behind = self.words[self.end] if self.end < len(self.words) else None
        return behind is not None and (behind.tag in ("NN", "NNS") or behind.lower in _ROUNDS)

    @property
    def belongs(self) -> bool:
        """Whether it only tells whose or which another thing is, of which more may be told: "a ferry *of the Line*"."""
        words, start = self.words, noun_phrase_start(self.words, self.end - 1)
        of = next((i for i in range(start, self.begin) if words[i].lower == "of"), 0)
        return of > 0 and bool(programme_sort(words[of - 1].lower))

    @property
    def after(self) -> str:
        """The word after the name, in lower case; empty at the end of the sentence."""
        return self.words[self.end].lower if self.end < len(self.words) else ""
