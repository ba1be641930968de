"""Meetings and visits on which something was said: "he announced, during his visit to Lima on 3 May, ..."."""

from __future__ import annotations

from quizgen.kinds.date.fact import DatedEvent, event
from quizgen.language.asking import text_of
from quizgen.language.calendar import DateMention
from quizgen.language.clauses import ClauseKind
from quizgen.language.phrases import noun_phrase_end
from quizgen.language.sentences import Sentence
from quizgen.language.standalone import stands_alone
from quizgen.language.subject import subject_text
from quizgen.language.understanding import Understanding

_DONE = {
    ("visit", "to"): "visit", ("trip", "to"): "travel to", ("tour", "of"): "tour", ("meeting", "with"): "meet with",
    ("call", "with"): "hold a call with", ("conversation", "with"): "speak with", ("talks", "with"): "hold talks with",
    ("speech", "at"): "give a speech at", ("speech", "to"): "give a speech to", ("address", "to"): "give an address to",
    ("interview", "with"): "give an interview to", ("reception", "for"): "hold a reception for",
}  # fmt: skip
"""What somebody does who is on such an occasion."""
_ON = frozenset(["during", "on", "in", "at"])
_WHOSE = frozenset(["a", "an", "his", "her"])
_LONGEST = 24
"""Words between the noun of the occasion and its date."""


def visit(u: Understanding, sentence: Sentence, date: DateMention) -> DatedEvent | None:
    """ "She told reporters during her visit to Lima on 3 May 1962": on what date did she visit Lima?"""
    words, first = sentence.words, sentence.word_at(date.span.start)
    last = first - (words[first - 1].lower == "on") if first else 0
    at = next((i for i in range(last - 2, max(0, last - _LONGEST), -1) if _is_occasion(sentence, i)), 0)
    if not at or at + 2 >= last:
        return None
    end = noun_phrase_end(words, at + 2)
    main = next((c for c in u.clauses[sentence.index] if c.kind is ClauseKind.MAIN and c.subject), None)
    whom = text_of(u.text, words, at + 2, end)
    named = any(w.is_name for w in words[at + 2 : end])
    if end != last or main is None or main.verb.start > at or not named or not stands_alone(whom):
        return None
    subject = subject_text(u, sentence, main)
    if subject is None or u.coreference.subject_of(sentence.index) is None:
        return None
    asked = f"did {subject} {_DONE[words[at].lower, words[at + 1].lower]} {whom}"
    return event(u, date, "visit", asked, asked, 0.9)


def _is_occasion(sentence: Sentence, i: int) -> bool:
    """Whether at word ``i`` stands "visit to" or the like, behind "during his"."""
    words = sentence.words
    if (words[i].lower, words[i + 1].lower) not in _DONE:
        return False
    whose = next((k for k in range(i - 1, max(0, i - 4), -1) if words[k].tag in ("DT", "PRP$")), 0)
    return whose > 0 and words[whose].lower in _WHOSE and words[whose - 1].lower in _ON
