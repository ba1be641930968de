"""The definitions of a document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizgen.kinds.definition.apposed import apposed
from quizgen.kinds.definition.called import NAMING, called, process, told_apart
from quizgen.kinds.definition.equated import MEANS, means, term, used_for
from quizgen.kinds.definition.fact import Definition
from quizgen.kinds.definition.nicknamed import NICKNAMING, nicknamed, opening
from quizgen.kinds.definition.singled_out import singled_out
from quizgen.language.sentences import Sentence
from quizgen.language.terms import alike
from quizgen.language.understanding import Understanding
from quizgen.model.fact import Dropped

_RULES = {
    **dict.fromkeys(("is", "are", "defined"), term),
    **dict.fromkeys(MEANS, means),
    **dict.fromkeys(("use", "uses", "used"), used_for),
    **dict.fromkeys((*NAMING, "referred"), called),
}
"""Which rule reads a clause, by its verb."""
_NEAR = 12
"""How many terms on either side can be choices for one."""


def find(u: Understanding) -> Iterator[Definition | Dropped]:
    """Yield the terms a document defines, and what names stand for."""
    terms: list[Definition] = []
    for sentence in u.sentences:
        if sentence.heading or sentence.asks:
            continue
        terms += _terms(u, sentence)
        for clause in u.clauses[sentence.index]:
            if clause.verb.said in NICKNAMING and (called := nicknamed(u, sentence, clause)):
                yield called
        if (
            (first := sentence.words[0]).tag in ("VBN", "VBD")
            and first.lower in NICKNAMING
            and (named := opening(u, sentence))
        ):
            yield named
        for mention in u.mentions[sentence.index]:
            if told := singled_out(u, sentence, mention):
                yield told
    for i, found in enumerate(terms):
        near = (*terms[i + 1 : i + _NEAR], *terms[max(0, i - _NEAR) : i][::-1])
        others = [t.name for t in near if t.name != found.name]
        yield replace(found, choices=tuple(alike(u, found.name, found.sentence, others, plural=found.plural)))


def _terms(u: Understanding, sentence: Sentence) -> Iterator[Definition]:
    for clause in u.clauses[sentence.index]:
        if (rule := _RULES.get(clause.verb.said)) and (found := rule(u, sentence, clause)):
            yield found
    text = sentence.span.of(u.text)
    if (", a " in text or ", an " in text) and (found := apposed(u, sentence)):
        yield found
    named = any(map(text.lower().__contains__, NAMING))
    for reduced in (process, told_apart) if named else ():
        if found := reduced(u, sentence):
            yield found
