"""What a definition is, and whether a phrase can be one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quizgen.language.asking import text_of
from quizgen.language.pattern import Pattern
from quizgen.language.sentences import Sentence
from quizgen.language.standalone import anaphors, pointing, pronoun
from quizgen.language.understanding import Understanding
from quizgen.language.words import Word
from quizgen.model.fact import AnswerType, Fact

SHORTEST, LONGEST = 4, 22
"""Words of a definition."""
_DEFINES = frozenset("that which who whose used where made by in for of to whereby when produced caused".split())
"""Words that tell one thing of a class from the others: "a tool *used* to cut wood"."""
_ONLY_THESE = frozenset("that which who whose used where made by of whereby to produced caused".split())
"""Of these the ones that can make "a tool ..." a definition; "a town in Peru" is one of many."""
_VALUES = Pattern(r"\b(?:best|worst|good|bad|great|right|wrong|important|wonderful|terrible|beautiful|way|matter)\b")
"""What an opinion says rather than a definition."""
_ONE_OF_MANY = Pattern(
    r"^(?:an?|one|some)\b(?: \w+)? (?:type|kind|sort|form|example|part|problem|issue|challenge|reason|result|cause|"
    r"source|member|aspect|element|component|branch|species|genus|family|major|key|common|number|lot|matter|function)\b"
)
"""What is only said to belong to something: "a kind of rock"."""
_ANY = frozenset(
    "body cell blood brain heart skin ground surface crust mantle air atmosphere ocean water mind market nucleus "
    "membrane plant stem leaf root organism individual eye seller buyer consumer stomach bone lungs liver bloodstream "
    "soil seed embryo reader speaker observer object voter citizen".split()
)
"""What textbooks speak of with "the" and mean any of."""
_OF_WORDS = frozenset(["used-for", "means"])
"""Rules that speak of words, which "describe" and "indicate" as people do."""
_STOPS = frozenset([";", ".", "(", "—", "–", ":", "!", "?"])
_NEAR = 7
"""Words among which the mark of a definition stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition(Fact):
    """A term or a name, and what it is."""

    name: str
    accept: tuple[str, ...] = ()
    asked: str
    """The whole question."""
    type: AnswerType = AnswerType.PHRASE
    choices: tuple[str, ...] = ()
    sentence: int = 0
    """The number of the sentence."""
    plural: bool = False


def defined(
    u: Understanding, sentence: Sentence, name: str, asked: str, rule: str, *,
    plural: bool = False, accept: tuple[str, ...] = (),
) -> Definition | None:  # fmt: skip
    """The fact that a term answers a question; None where it is only what somebody holds."""
    span = sentence.span
    if u.is_quoted(span) or (rule not in _OF_WORDS and u.speech_about(span)):
        return None
    return Definition(
        rule=rule, subject=name, evidence=(u.proof(span),), name=name, asked=asked, accept=accept,
        guards=("common-noun", "stands-alone"), sentence=sentence.index, plural=plural,
    )  # fmt: skip


def defines(words: Sequence[Word], start: int, *, surely: bool = False) -> bool:
    """Whether what follows is a class with what tells it apart: "a tool that cuts", "the wearing away of rock".

    With ``surely`` the verb before says so already, and "a fall in prices" does as well.
    """
    first = words[start] if start < len(words) else None
    if first is None or start + 1 >= len(words) or (first.tag == "DT" and words[start + 1].tag in ("IN", "DT")):
        return False
    if not (first.lower in ("a", "an", "the") or first.tag in ("NNS", "JJ", "VBG")):
        return False
    marks = _DEFINES if surely or first.lower == "the" else _ONLY_THESE
    for i in range(start + 1, min(start + _NEAR, len(words))):
        if words[i].text == ",":
            return False
        head = i - 1 - (words[i].lower == "which" and words[i - 1].tag == "IN")
        if words[i].lower in marks and (words[head].is_noun or words[head].tag in ("VBG", "RP", "VBN")):
            return True
    return False


def is_most(words: Sequence[Word], i: int) -> bool:
    """Whether "first", "only" or a superlative begins at ``i``."""
    if i + 1 >= len(words):
        return False
    first, then = words[i], words[i + 1]
    if re.fullmatch(r"(?:second|third|fourth|fifth)-\w+est", first.lower):
        return True
    return first.tag == "JJS" or first.lower in ("first", "only", "capital") or (
        first.lower in ("most", "second", "third") and then.tag in ("JJ", "JJS", "VBN")
    )  # fmt: skip


def told(u: Understanding, sentence: Sentence, start: int, least: int = SHORTEST) -> str:
    """The rest of a clause from ``start``, where it stands alone and is no opinion; else empty."""
    words = sentence.words
    end = next((i for i in range(start, len(words)) if words[i].text in _STOPS), len(words))
    for clause in u.clauses[sentence.index]:
        at = clause.start if words[clause.start].lower in ("and", "but", ",") else clause.start - 1
        if start < at < end and words[at].lower in ("and", "but", ","):
            end = at
    end = _before_afterthought(words, start, end)
    phrase = text_of(u.text, words, start, end).removesuffix(".")
    if not least <= len(phrase.split()) <= LONGEST or _VALUES.search(phrase) or _ONE_OF_MANY.match(phrase):
        return ""
    outside = pointing(phrase) or pronoun(phrase) or leans(f"{phrase.removeprefix('the ')} .")
    return "" if outside else phrase


def leans(phrase: str) -> bool:
    """Whether a phrase holds a bare "the machine" that only the text before tells, and not "the cell", any cell."""
    return any(found.removeprefix("the ") not in _ANY for found in anaphors(phrase))


def _before_afterthought(words: Sequence[Word], start: int, end: int) -> int:
    """Where ", which ...", ", often doing ..." and ", such as ..." are cut off."""
    for i in range(start + SHORTEST, end - 1):
        after = words[i + 1]
        if words[i].text == "," and (
            after.tag in ("VBG", "WDT", "WP", "RB", "VBN", "WRB") or after.lower in ("including", "such", "as", "where")
        ):
            return i
    return end


def holds_term(phrase: str, name: str) -> bool:
    """Whether a definition says its own term: "swimmers are people who swim"."""
    said = [w for w in re.findall(r"\w{3,}", phrase.lower()) if w not in ("the", "and", "for")]
    return any(word.startswith(w) or w.startswith(word[:5]) for word in name.split() if len(word) > 2 for w in said)
