"""What something is called."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.kinds.definition.fact import LONGEST, Definition, defined, holds_term, leans, told
from quizgen.language.asking import text_of
from quizgen.language.casing import as_inside
from quizgen.language.clauses import Clause, ClauseKind
from quizgen.language.lexicon import tags_of
from quizgen.language.phrases import noun_phrase_start
from quizgen.language.sentences import Sentence
from quizgen.language.standalone import pointing, pronoun, stands
from quizgen.language.terms import bare_term, is_plural_term
from quizgen.language.understanding import Understanding
from quizgen.language.words import Word

NAMING = frozenset(["called", "termed", "known"])
"""Verbs behind which stands a name."""
_CLOSES = frozenset([",", ".", ";", "–", "—", ")", "("])
_OPENS = frozenset(["that", "which"])
_OTHER_NAMES = frozenset("also sometimes often formerly once originally otherwise".split())
"""Adverbs with what is only a further name."""
_TELLING_APART = frozenset("of that which who whose in".split())


def called(u: Understanding, sentence: Sentence, clause: Clause) -> Definition | None:
    """ "A group of whales is called a pod": what is a group of whales called?"""
    words, verb = sentence.words, clause.verb
    if clause.subject is None or min(clause.start, clause.subject[0]) != 0 or clause.kind is not ClauseKind.MAIN:
        return None
    helper = words[verb.finite].lower
    start = _behind_naming(words, verb.main, verb.end)
    if not start or helper not in ("is", "are", "was", "were") or not _is_class(words[: verb.start]):
        return None
    if any(w.lower in _OTHER_NAMES for w in words[verb.start : verb.main]):
        return None
    name = bare_term(u, words[start : _name_end(words, start)]) or _with_article(words, start)
    thing = text_of(u.text, words, 0, verb.start)
    if not name or len(thing.split()) > LONGEST or holds_term(thing, name):
        return None
    if not stands(thing) or (helper[0] == "w" and leans(f"{thing} .")):
        return None
    return defined(
        u,
        sentence,
        name,
        f"What {helper} {thing[:1].lower()}{thing[1:]} called?",
        "called",
        plural=helper in ("are", "were"),
    )


def _behind_naming(words: Sequence[Word], main: int, end: int) -> int:
    """Where the name begins behind "called", "known as", "referred to as"; 0 where none does."""
    verb, after = words[main].lower, [w.lower for w in words[end : end + 2]]
    if verb == "referred":
        return end + 2 if after == ["to", "as"] else 0
    if verb not in NAMING or (verb == "known") is not (after[:1] == ["as"]):
        return 0
    return end + (after[:1] == ["as"])


def _name_end(words: Sequence[Word], start: int) -> int:
    return next(
        (
            i
            for i in range(start, len(words))
            if words[i].text in _CLOSES or words[i].tag == "CC" or words[i].lower in _OPENS
        ),
        len(words),
    )


def _with_article(words: Sequence[Word], start: int) -> str:
    """A single common noun behind "the": "the SI unit of power is called the *watt*"."""
    end = _name_end(words, start)
    one = end - start == 2 and words[start].lower == "the" and words[start + 1].tag == "NN"
    return words[start + 1].lower if one and words[start + 1].text.islower() else ""


def _is_class(words: Sequence[Word]) -> bool:
    """Whether a subject speaks of all things of a sort: "a group of whales", "animals that eat plants"."""
    first, plain = (
        words[0],
        not any((w.is_name and i and not w.text.isupper()) or w.text == "," for i, w in enumerate(words)),
    )
    if len(words) < 2 or not plain:
        return False
    if first.lower == "the":
        return any(w.lower in _TELLING_APART or w.tag == "IN" for w in words[2:])
    bare = first.tag == "NN" and (words[1].lower in _TELLING_APART or words[1].tag == "NNS")
    return first.lower in ("a", "an") or first.tag in ("NNS", "JJ") or first.lower.endswith("s") or bare


def process(u: Understanding, sentence: Sentence) -> Definition | None:
    """ "Ice turns into vapour in a process called sublimation": what is the process called in which it does?"""
    words = sentence.words
    at = next((i for i in range(4, len(words) - 1) if words[i].lower in NAMING and words[i - 1].is_noun), 0)
    noun = words[at - 1].lower
    if not at or words[at - 2].lower not in ("a", "the") or words[at - 3].lower not in ("in", "by", "through"):
        return None
    start = _behind_naming(words, at, at + 1)
    name = bare_term(u, words[start : _name_end(words, start)]) if start else ""
    clause = u.clause_at(sentence, words[at - 3].start)
    if not name or noun not in ("process", "procedure", "reaction", "method", "practice") or clause is None:
        return None
    if clause.kind is not ClauseKind.MAIN or clause.subject is None or clause.verb.end > at - 3:
        return None
    if words[clause.verb.finite].tag not in ("VBZ", "VBP"):
        return None
    said = text_of(u.text, words, clause.subject[0], at - 3)
    said = as_inside(u, sentence, clause.subject[0], said)
    if not stands(said) or leans(f"{said} .") or holds_term(said, name):
        return None
    asked = f"What is the {noun} called {words[at - 3].lower} which {said}?"
    return defined(u, sentence, name, asked, "process") if len(said.split()) <= LONGEST else None


def told_apart(u: Understanding, sentence: Sentence) -> Definition | None:
    """ "Cells hold small bodies called lysosomes, which break down waste": what is the term for such bodies?"""
    words = sentence.words
    at = next((i for i in range(2, len(words) - 3) if words[i].lower in NAMING and words[i - 1].is_noun), 0)
    start = _behind_naming(words, at, at + 1) if at else 0
    if not start:
        return None
    end = _name_end(words, start)
    opener = end + (end < len(words) and words[end].text == ",")
    name = bare_term(u, words[start:end])
    if not name or opener + 1 >= len(words) or words[opener].lower not in _OPENS:
        return None
    verb = opener + 1 + (words[opener + 1].lower == "also")
    if words[verb].tag not in ("VBZ", "VBP") and {"VB", "VBZ"}.isdisjoint(tags_of(words[verb].lower) or ()):
        return None
    begin = noun_phrase_start(words, at - 1)
    if words[begin].lower not in ("a", "an") and words[begin].tag not in ("NNS", "JJ"):
        return None
    rest = told(u, sentence, verb, least=2)
    thing = text_of(u.text, words, begin, at)
    if not rest or holds_term(f"{thing} {rest}", name) or pointing(rest) or pronoun(rest):
        return None
    return defined(
        u, sentence, name, f"What is the term for {thing} that {rest}?", "told-apart", plural=is_plural_term(name)
    )
