"""Names that only their sentence tells to be a programme's: "Fjordwatch is a campaign that ..."."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.kinds.initiative.appositions import head_of
from quizgen.kinds.initiative.titles import Named
from quizgen.language.clauses import ClauseKind
from quizgen.language.gazetteer import country, programme_sort
from quizgen.language.names import NameKind
from quizgen.language.sentences import Sentence
from quizgen.language.understanding import Understanding
from quizgen.language.words import Word

_WORTHY = frozenset(["service", "helpline", "competition", "tournament"])
_CLOSES = (",", ".", ";", ":", "–", "—", "(", ")", "?", "!")


def by_class(u: Understanding, sentence: Sentence) -> Iterator[Named]:
    """Yield the subjects of "is a" and a noun of programmes, and the names with such a description behind them."""
    words = sentence.words
    for mention in u.mentions[sentence.index][:1]:  # the first that a sentence names
        entity = u.aliases.at(mention)
        plain = mention.kind in (NameKind.OTHER, NameKind.ORGANISATION) and not mention.sort
        if entity is None or not plain or entity.sort or country(mention.text):
            continue
        start, end = mention.first, mention.last + 1
        if start > 0 and words[start - 1].tag != "DT":
            continue
        first = _description(u, sentence, start, end)
        noun = _class(words, first) if first else ""
        if noun:
            yield Named(entity, start, end, noun)


def _description(u: Understanding, sentence: Sentence, start: int, end: int) -> int:
    """The index of the article behind "is" or "was" with the name alone as its subject; 0 without one."""
    words = sentence.words
    clause = next((c for c in u.clauses[sentence.index] if c.verb.start == end), None)
    if clause is None or clause.kind is not ClauseKind.MAIN or words[clause.verb.main].lower not in ("is", "was"):
        return 0
    alone = start <= 1 and clause.verb.end < len(words)
    return clause.verb.end if alone and words[clause.verb.end].lower in ("a", "an", "the") else 0


def _class(words: Sequence[Word], first: int) -> str:
    close = next((i for i in range(first, len(words)) if words[i].text in _CLOSES), len(words))
    noun = head_of(words, first, close)
    return noun if noun in _WORTHY or programme_sort(noun) in ("P", "W") else ""
