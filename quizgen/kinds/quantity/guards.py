"""Why an amount is no fact to ask: hedged, reported, passing, or true of one day alone."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.kinds.quantity.amount import Amount
from quizgen.language.clauses import Clause, ClauseKind
from quizgen.language.doer import doers
from quizgen.language.gazetteer import is_event_head
from quizgen.language.inflection import base_form
from quizgen.language.names import NameKind
from quizgen.language.sentences import Sentence
from quizgen.language.understanding import Understanding
from quizgen.language.words import Word
from quizgen.model.document import Span

_OF_PRICES = frozenset("rise fall soar climb drop slip gain lose close jump surge tumble plunge ease edge add".split())
_HEDGED = frozenset("will would could may might can should must".split())
_TO_HEARERS = frozenset(["tell", "ask", "show", "urge", "say", "report", "estimate", "believe", "think", "claim"])
_DISASTERS = frozenset(
    "fire blaze quake earthquake blast explosion storm typhoon hurricane flood crash attack bombing tornado landslide "
    "eruption outbreak accident collision derailment shooting".split()
)
_SO_FAR = frozenset("now already currently yet still since".split())
"""Adverbs of a count that goes on."""


def amount_guard(u: Understanding, sentence: Sentence, clause: Clause, amount: Amount) -> str:
    """Why an amount tells of nothing certain; empty where it does."""
    words, verb = sentence.words, clause.verb
    span = Span(words[amount.start].start, words[amount.end - 1].end)
    if u.is_quoted(span):
        return "quoted"
    if clause.kind not in (ClauseKind.MAIN, ClauseKind.JOINED):
        return "subordinate"
    if words[verb.finite].lower in _HEDGED or any(w.lower in ("not", "never") for w in words[verb.start : verb.end]):
        return "modality-or-negation"
    if any(w.lower in ("if", "unless") for w in words[: verb.start]):
        return "conditional"
    if words[verb.main].tag == "VBG" or base_form(words[verb.main].lower) in _OF_PRICES:
        return "passing"
    told = words[verb.start].start
    if any(s.content.contains(span) and s.cue.start < told for s in u.speech_about(span)):
        return "reported"
    return ""


def is_of_one_day(u: Understanding, sentence: Sentence, clause: Clause) -> bool:
    """Whether in the news of a day a count tells how far something was by then, or what somebody did the other day."""
    words, verb = sentence.words, clause.verb
    if any(w.lower in _SO_FAR for w in (*words[: verb.end], *words[clause.start : verb.start])):
        return True
    finite = words[verb.finite]
    if base_form(words[verb.main].lower) in _TO_HEARERS:
        return True
    if u.reference is None:
        return False
    if finite.lower in ("has", "have"):
        going_on = verb.main > verb.finite and not _is_event(words, clause)
        return going_on or any(e.kind is NameKind.PERSON for e in doers(u, sentence, clause))
    dated = any(not d.relative for d in u.dates_by_sentence.get(sentence.index, ()))
    return finite.tag == "VBD" and not dated and not _is_event(words, clause)


def _is_event(words: Sequence[Word], clause: Clause) -> bool:
    """Whether the subject is an event, which its count belongs to: the fire in Lima killed ten people."""
    start, end = clause.subject or (0, 0)
    heads = [w.lower for w in words[start:end] if w.tag in ("NN", "NNS")]
    return any(is_event_head(h) or h.removesuffix("s") in _DISASTERS for h in heads)
