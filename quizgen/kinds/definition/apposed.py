"""A term with what it is told behind a comma: "needs fermentation, a process that turns sugar into alcohol"."""

from __future__ import annotations

from quizgen.kinds.definition.fact import Definition, defined, defines, holds_term, told
from quizgen.language.phrases import noun_phrase_start
from quizgen.language.sentences import Sentence
from quizgen.language.terms import bare_term, is_plural_term
from quizgen.language.understanding import Understanding

_OPENS = frozenset(["a", "an"])
_NO_CLASS = frozenset(
    "man woman person one number lot move step decision fact reason place time day year event part way thing result "
    "group team company firm country city town state success failure problem change figure rise fall".split()
)
"""Nouns that say of something what it was that day, not what it always is."""
_ALWAYS = frozenset(["used", "caused", "made", "produced"])
"""Participles that tell of a sort of things."""
_CLOSES = frozenset([",", ".", ";", "–", "—", ")", ":"])


def apposed(u: Understanding, sentence: Sentence) -> Definition | None:
    """ "needs fermentation, a process that turns sugar into alcohol": what is the term for such a process?"""
    words = sentence.words
    for comma in range(2, len(words) - 5):
        first = comma + 1
        if words[comma].text != "," or words[first].lower not in _OPENS or words[comma - 1].tag not in ("NN", "NNS"):
            continue
        if not defines(words, first) or not words[first + 1].text[0].islower() or _is_listed(sentence, comma):
            continue
        start = noun_phrase_start(words, comma - 1)
        clause = u.clause_at(sentence, words[start].start)
        if clause is None or not (clause.verb.end <= start or clause.subject == (0, comma)):
            continue  # in fact, a net that ...: no apposition
        name = bare_term(u, words[start:comma])
        phrase = told(u, sentence, first)
        if not name or not phrase or holds_term(phrase, name) or _NO_CLASS.intersection(phrase.split()[1:3]):
            continue
        if any(w.tag in ("VBD", "VBN") and w.lower not in _ALWAYS for w in words[first : first + 6]):
            continue  # a law passed last year: one thing, not a sort
        return defined(u, sentence, name, f"What is the term for {phrase}?", "apposed", plural=is_plural_term(name))
    return None


def _is_listed(sentence: Sentence, comma: int) -> bool:
    """Whether what stands behind a comma goes on with a list: "a net, a boat that leaks, and a rope"."""
    words = sentence.words
    before = words[max(0, comma - 6) : comma - 1]
    close = next((i for i in range(comma + 2, len(words)) if words[i].text in _CLOSES), len(words) - 1)
    behind = words[close + 1 : close + 2]
    return any(w.text == "," for w in before) or (words[close].text == "," and any(w.tag == "CC" for w in behind))
