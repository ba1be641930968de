"""Why a clause tells of no past event, and why a date may not be its verb's."""

from __future__ import annotations

from itertools import pairwise

from quizgen.language.clauses import Clause, ClauseKind
from quizgen.language.gazetteer import is_event_head
from quizgen.language.inflection import base_form
from quizgen.language.sentences import Sentence
from quizgen.language.words import Word

_INVERTING = frozenset(["only", "not", "never", "hardly", "scarcely", "rarely", "seldom", "nor", "neither", "little"])
"""First words after which the verb stands before its subject: "Only then did Norway join"."""
_CONDITIONS = frozenset(["if", "unless", "whether", "until", "than", "once", "lest"])
_BOUNDS = frozenset(["until", "till", "since", "before", "after", "prior", "following", "despite"])
# Verbs whose object may itself be the dated event: "condemned the attack of 5 May".
_TELLING = frozenset(
    "announce condemn discuss recall remember mention note describe commemorate mark celebrate plan expect schedule "
    "postpone propose predict agree call blame cite report confirm welcome promise believe say tell think know".split()
)
_CATENATIVE = frozenset(["manage", "begin", "start", "continue", "come", "go", "help", "return", "cease", "refuse"])


def clause_guard(sentence: Sentence, clause: Clause) -> str:
    """Why a clause tells of no past event; empty where it does."""
    words, verb = sentence.words, clause.verb
    finite = words[verb.finite]
    if sentence.words[-1].text == "?":
        return "question"
    if words[0].lower in _INVERTING:
        return "inversion"
    if finite.tag == "MD":
        return "modality"
    if any(w.lower in ("not", "never", "n't") or w.lower.endswith("n't") for w in words[verb.start : verb.end]):
        return "negation"
    if clause.opener in _CONDITIONS:
        return "conditional"
    if finite.tag not in ("VBD",) and not (finite.lower in ("has", "have") and verb.main > verb.finite):
        return "not-past"
    if clause.kind is ClauseKind.SUBORDINATE and clause.opener in (
        "that",
        "",
        "as",
        "because",
        "although",
        "though",
        "so",
    ):
        return "reported-or-subordinate"
    return ""


def _bounded(words: tuple[Word, ...], first: int) -> bool:
    """Whether the phrase in front that holds a date tells a bound: until the election of Ann Lee in 2003."""
    start = next((i + 1 for i in range(first - 1, -1, -1) if words[i].text in (",", ";", ":")), 0)
    return words[start].lower in _BOUNDS


def attachment_guard(words: tuple[Word, ...], clause: Clause, first: int, last: int) -> str:
    """Why the date may belong to something else than the clause's verb; empty where it does not."""
    fronted = clause.subject is not None and first < clause.verb.start and last == clause.subject[0]
    if first and words[first - 1].tag == "POS":
        return "date-as-modifier"
    if (
        not fronted
        and last < len(words)
        and words[last].tag in ("NN", "NNS", "NNP", "POS", "JJ")
        and words[last - 1].lower not in ("today", "yesterday")
    ):
        return "date-as-modifier"
    before = words[first - 1].lower if first else ""
    if before in (
        "of",
        "'s",
        "since",
        "until",
        "by",
        "before",
        "after",
        "from",
        "to",
        "and",
        "for",
        "than",
        "(",
        "through",
    ):
        return "date-of-a-noun"
    if first < clause.verb.start:
        if _bounded(words, first):
            return "date-of-a-noun"
        if words[0].tag == "VBG" and words[last : last + 1] and words[last].text == "," and not fronted:
            return "date-of-a-participle"
        inserted = clause.subject is not None and clause.subject[1] <= first
        return "date-of-an-insertion" if inserted and clause.kind is not ClauseKind.JOINED else ""
    between = words[clause.verb.end : first]
    main = base_form(words[clause.verb.main].lower)
    infinitive = any(a.tag == "TO" and b.tag == "VB" for a, b in pairwise(between))
    if infinitive and main not in _CATENATIVE and not any(w.lower in ("first", "last", "only") for w in between):
        return "infinitive-between"
    if any(b.tag == "VBG" and a.tag in ("IN", ",") and b.lower != "being" for a, b in pairwise(between)):
        return "participle-between"
    if any(
        w.tag == "VBN" and between[i + 1 : i + 2] and between[i + 1].lower in ("by", "in", "at", "on")
        for i, w in enumerate(between)
    ):
        return "participle-between"
    if main in _TELLING and any(is_event_head(w.lower) for w in between):
        return "event-as-object"
    if any(w.text == "(" for w in between) and not any(w.text == ")" for w in between):
        return "in-brackets"
    return ""
