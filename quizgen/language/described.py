"""Subjects that a description stands beside: an office with its holder, a general word with the name behind it."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from quizgen.language.asking import text_of
from quizgen.language.clauses import Clause
from quizgen.language.gazetteer import title_mark
from quizgen.language.names import NameKind
from quizgen.language.pattern import Pattern
from quizgen.language.sentences import Sentence
from quizgen.language.understanding import Understanding
from quizgen.language.words import Word

_LETTERS = Pattern(r"(?:[A-Z]\.){2,}|[A-Z]{2,4}")
"""Letters of a rank or an honour behind a name."""


def described(u: Understanding, sentence: Sentence, last: int) -> tuple[int, int] | None:
    """Where a person stands who is described up to ``last``: "*Ana Reis*, a convert to art of old stock, who died"."""
    words = sentence.words
    comma = next((i for i in range(last, 0, -1) if words[i].text == ","), 0)
    person = next((m for m in u.mentions[sentence.index] if m.span.end == words[comma - 1].end), None)
    if not comma or person is None or words[comma + 1].lower not in ("a", "an", "the"):
        return None
    if person.kind not in (NameKind.PERSON, NameKind.OTHER):
        return None
    return sentence.word_at(person.whole.start), comma


def before_letters(u: Understanding, sentence: Sentence, subject: tuple[int, int]) -> tuple[int, int] | None:
    """Where a person stands whose letters of rank were taken for the subject: "*Karl Brandt*, Q.C., M.P., spoke"."""
    words, at = sentence.words, subject[0]
    while at > 1 and words[at - 1].text == "," and _LETTERS.fullmatch(words[at].text):
        at -= 1
        at = at - 1 if _LETTERS.fullmatch(words[at - 1].text) else at
        if words[at].text == ",":
            break
    if at == subject[0] or words[at].text != ",":
        return None
    people = (m for m in u.mentions[sentence.index] if m.kind is NameKind.PERSON)
    person = next((m for m in people if m.span.end == words[at - 1].end), None)
    return None if person is None else (sentence.word_at(person.whole.start), at)


def before_office(u: Understanding, sentence: Sentence, start: int) -> tuple[int, int] | None:
    """Where a person stands whose office was taken for the subject: "*Ana Reis*, Minister of ..., who ..., met"."""
    words = sentence.words
    if start < 2 or words[start - 1].text != "," or not any(title_mark(w.lower) for w in words[start : start + 3]):
        return None
    people = (m for m in u.mentions[sentence.index] if m.kind is NameKind.PERSON)
    person = next((m for m in people if m.span.end == words[start - 2].end), None)
    return None if person is None else (sentence.word_at(person.whole.start), start - 1)


def name_behind(u: Understanding, sentence: Sentence, clause: Clause, comma: int) -> str:
    """What a thing is called by the name behind it: "A like contest, *the Tarn Cup*, was held"; empty without one."""
    words, end = sentence.words, clause.verb.start - 1
    if words[comma].text != "," or words[end].text != "," or comma + 1 >= end:
        return ""
    at = comma + 1 + (words[comma + 1].lower == "the")
    at += words[at].tag == "JJ" and words[at].text.islower()
    whole = (m for m in u.mentions[sentence.index] if m.span.end == words[end - 1].end)
    named = next((m for m in whole if m.span.start == words[at].start and m.kind is not NameKind.PERSON), None)
    return text_of(u.text, words, comma + 1, end) if named else ""


def person_behind(u: Understanding, sentence: Sentence, comma: int) -> str:
    """Who holds the office that is the subject: "the Mayor of Lima, *Ana Reis*, opened"; empty without a name."""
    words = sentence.words
    if comma + 2 >= len(words) or words[comma].text != ",":
        return ""
    for mention in u.mentions[sentence.index]:
        closes = words[min(sentence.word_at(mention.span.end - 1) + 1, len(words) - 1)].text == ","
        if mention.kind is NameKind.PERSON and mention.whole.start == words[comma + 1].start and closes:
            entity = u.aliases.at(mention)
            return entity.name if entity is not None else ""
    return ""


def is_partner(words: Sequence[Word], start: int) -> bool:
    """Whether a name between commas is but the second of two who act: "Lund and his partner, *Karl Brandt*, dug"."""
    before = words[max(0, start - 6) : start - 1] if start and words[start - 1].text == "," else ()
    return any(a.tag == "CC" and b.tag == "PRP$" for a, b in itertools.pairwise(before))
