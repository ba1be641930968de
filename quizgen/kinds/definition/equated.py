"""A term that is said to be, to mean or to describe something."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.kinds.definition.fact import SHORTEST, Definition, defined, defines, holds_term, is_most, told
from quizgen.language.asking import text_of
from quizgen.language.clauses import Clause, ClauseKind
from quizgen.language.sentences import Sentence
from quizgen.language.terms import bare_term, is_plural_term
from quizgen.language.understanding import Understanding
from quizgen.language.words import Word

_PARTS = frozenset(["NN", "NNS", "JJ", "VBG"])
_WORDING = frozenset(["term", "word", "phrase", "expression", "concept"])
MEANS = {"refers": "to", "refer": "to", "means": "", "describes": "", "denotes": ""}
"""Verbs behind which stands what a term means, with their prepositions."""
_LEADS = frozenset(["in short", "in other words", "in general", "by definition", "thus", "generally", "in essence"])
"""What stands before a definition and says nothing of where it holds."""
_USED_FOR = frozenset("describe mean refer indicate denote designate".split())


def term(u: Understanding, sentence: Sentence, clause: Clause) -> Definition | None:
    """ "Erosion is the wearing away of rock by wind": what is the term for ...?"""
    words, verb = sentence.words, clause.verb
    field = _field(u, sentence, clause)
    if field is None or words[verb.finite].lower not in ("is", "are"):
        return None
    start = verb.end
    if words[verb.main].lower == "defined" and start < len(words) and words[start].lower == "as":
        start += 1
    elif verb.end - verb.start != 1:
        return None
    return _equated(u, sentence, clause, start, field, "term")


def means(u: Understanding, sentence: Sentence, clause: Clause) -> Definition | None:
    """ "Weight refers to the force on a body": what is the term for ...?"""
    words, verb = sentence.words, clause.verb
    field = _field(u, sentence, clause)
    joint = MEANS.get(words[verb.main].lower)
    if field is None or joint is None or verb.end - verb.start != 1:
        return None
    if joint and (verb.end >= len(words) or words[verb.end].lower != joint):
        return None
    return _equated(u, sentence, clause, verb.end + bool(joint), field, "means")


def _equated(
    u: Understanding, sentence: Sentence, clause: Clause, start: int, field: str, rule: str
) -> Definition | None:
    words = sentence.words
    first, end = clause.subject or (0, 0)
    name, short = _name(u, words, first, end)
    phrase = told(u, sentence, start)
    most = (
        rule == "term" and words[start].lower == "the" and is_most(words, start + 1) and len(phrase.split()) > SHORTEST
    )
    if not name or not phrase or not (most or defines(words, start, surely=rule == "means")):
        return None
    if holds_term(phrase, name):
        return None
    asked, helper = f"{field}, what" if field else "What", words[clause.verb.finite]
    asked += f" {helper.lower} {phrase}?" if most else f" is the term for {phrase}?"
    return defined(u, sentence, name, asked, rule, plural=helper.tag == "VBP", accept=short)


def _name(u: Understanding, words: Sequence[Word], first: int, end: int) -> tuple[str, tuple[str, ...]]:
    """The term that a subject is, and its letters: "gross domestic product (GDP)", "the term erosion"."""
    short: tuple[str, ...] = ()
    if end - first > 3 and words[end - 1].text == ")" and words[end - 3].text == "(":
        short, end = (words[end - 2].text,), end - 3
    if end - first > 2 and words[first].lower == "the" and words[first + 1].lower in _WORDING:
        first += 2
    return bare_term(u, words[first:end]), short


def _field(u: Understanding, sentence: Sentence, clause: Clause) -> str | None:
    """ "In biology" before a subject; empty where a sentence opens with its subject, None where with something else."""
    words = sentence.words
    if clause.subject is None or clause.kind is not ClauseKind.MAIN or clause.verb.start != clause.subject[1]:
        return None
    begin = clause.subject[0]
    first = clause.start if clause.start and words[clause.start - 1].text == ";" else 0
    lead = words[first:begin]
    if not lead or (lead[-1].text == "," and " ".join(w.lower for w in lead[:-1]) in _LEADS):
        return ""
    plain = all(w.tag in _PARTS for w in lead[1:-1])
    if lead[0].text != "In" or lead[-1].text != "," or not plain or not 3 <= len(lead) <= 4:
        return None
    return text_of(u.text, words, first, begin - 1)


def used_for(u: Understanding, sentence: Sentence, clause: Clause) -> Definition | None:
    """ "Sailors use the term leeway to describe the drift of a ship": which term do sailors use to describe it?"""
    words, verb = sentence.words, clause.verb
    start, subject = verb.end, clause.subject
    if subject is None or subject[0] != 0 or words[verb.main].lower not in ("use", "uses", "used"):
        return None
    if clause.kind is not ClauseKind.MAIN or [w.lower for w in words[start : start + 2]] != ["the", "term"]:
        return None
    to = next((i for i in range(start + 3, min(start + 8, len(words) - 1)) if words[i].tag == "TO"), 0)
    if not to or words[to + 1].lower not in _USED_FOR or words[0].tag not in ("NNS", "JJ", "NN"):
        return None
    name = bare_term(u, words[start + 2 : to])
    begin = to + 2 + (words[to + 1].lower == "refer")
    phrase = told(u, sentence, begin)
    if not name or not phrase or holds_term(phrase, name):
        return None
    who = text_of(u.text, words, 0, subject[1])
    helper = {"use": "do", "uses": "does", "used": "did"}[words[verb.main].lower]
    verbs = text_of(u.text, words, to, begin) if begin == to + 2 else "to refer to"
    asked = f"Which term {helper} {who[:1].lower()}{who[1:]} use {verbs} {phrase}?"
    return defined(u, sentence, name, asked, "used-for", plural=is_plural_term(name))
