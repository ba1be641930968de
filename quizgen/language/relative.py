"""What a relative pronoun goes back to: "Anna Frey, *who* ...", "the lake, *which* ..."."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.language.clauses import Clause, ClauseKind
from quizgen.language.described import described
from quizgen.language.names import NameKind
from quizgen.language.phrases import noun_phrase_start
from quizgen.language.sentences import Sentence
from quizgen.language.understanding import Understanding
from quizgen.language.words import Word

_PREDICATE = frozenset(["NN", "NNP", "JJ", "JJS", "JJR", "CC", ",", "CD", "HYPH", "RB"])
"""Words that tell what one thing or person is."""
_DESCRIPTION = 6
"""Words of a description between commas, at the most."""


def antecedent(u: Understanding, sentence: Sentence, clause: Clause) -> tuple[int, int] | None:
    """Where that stands which ", who ..." or ", which ..." goes back to, as indexes of words; None if not certain."""
    words = sentence.words
    if clause.kind is not ClauseKind.RELATIVE or clause.opener not in ("who", "which", "that"):
        return None
    last = clause.start - 1
    if words[clause.start].lower in ("and", "but", "or"):  # Hugo, | who shot *and* hurt the bear
        last = next((i for i in range(last, 0, -1) if words[i].lower == clause.opener), 0) - 1
    if last < 1 or words[last].text != ",":  # without a comma it tells which one is meant, not of one already known
        return _of_what_it_is(u, sentence, clause)
    if clause.opener == "that":
        return None
    last -= 1
    if not (words[last].is_noun or words[last].tag == ")"):
        return None
    near = [m for m in u.mentions[sentence.index] if words[max(0, last - 4)].start <= m.span.start < words[last].end]
    people = [m for m in near if m.kind is NameKind.PERSON]
    named = (
        people[-1]
        if people and clause.opener == "who"
        else next((m for m in near if m.span.end == words[last].end), None)
    )
    if named is None and clause.opener == "who":
        told = described(u, sentence, last)
        return told if told or near else (noun_phrase_start(words, last), last + 1)
    if named is not None:
        start = next(i for i, w in enumerate(words) if w.start >= named.whole.start)
        end = next(i for i, w in enumerate(words) if w.end >= named.span.end) + 1
        while start > 0 and words[start - 1].tag == "JJ" and words[start - 1].text.islower():
            start -= 1
        if _tells_whose(words, start):
            return None
        if start > 1 and words[start - 1].tag == "POS":
            return noun_phrase_start(words, last), end
        return start - (start > 0 and words[start - 1].lower == "the"), end
    return _of_number(words, clause, noun_phrase_start(words, last), last)


def _of_what_it_is(u: Understanding, sentence: Sentence, clause: Clause) -> tuple[int, int] | None:
    """The subject that is "a pilot | who crossed the strait", which tells what it did."""
    words = sentence.words
    main = next((c for c in u.clauses[sentence.index] if c.kind is ClauseKind.MAIN and c.end >= clause.start), None)
    if main is None or main.subject is None or main.verb.said not in ("is", "was") or main.verb.end >= clause.start:
        return None
    told = words[main.verb.end : clause.start]
    single = told[0].lower in ("a", "an", "the") and told[-1].tag == "NN"
    plain = all(w.tag in _PREDICATE for w in told[1:])
    first = words[main.subject[0]]
    return main.subject if single and plain and first.lower not in ("it", "this", "that", "there", "what") else None


def _tells_whose(words: Sequence[Word], start: int) -> bool:
    """Whether a name but tells whose somebody before the comma is: Anna Frey, the daughter of *Hugo Brandt*, who."""
    opening = next((i for i in range(start - 2, max(0, start - _DESCRIPTION), -1) if words[i].text == ","), 0)
    described = words[start - 1].lower == "of" and opening > 0 and words[opening + 1].tag == "DT"
    return described and words[opening - 1].is_name


def _of_number(words: Sequence[Word], clause: Clause, start: int, last: int) -> tuple[int, int]:
    """The phrase that ", which were" goes back to: the jubilee of | *the ties*, which were begun in 1901."""
    of = next((i for i in range(last, start, -1) if words[i].lower == "of"), 0)
    plural = words[clause.verb.finite].lower in ("were", "have") and words[last].tag == "NNS"
    return (of + 1 if of and plural and words[of - 1].tag == "NN" else start), last + 1
