"""What was announced or found out, as the question tells it: "announced | *that the bridge would be closed*"."""

from __future__ import annotations

from quizgen.language.asking import text_of
from quizgen.language.clauses import Clause, ClauseKind
from quizgen.language.inflection import base_form
from quizgen.language.sentences import Sentence
from quizgen.language.standalone import owner, pronoun, stands_alone
from quizgen.language.subject import subject_text
from quizgen.language.understanding import Understanding

_TELLING = frozenset(
    "announce confirm declare discover find rule prove decide reveal agree conclude show demonstrate disclose".split()
)
"""Verbs of what is done once, and is an event by what it tells."""
_BACK = {"will": "would", "can": "could", "may": "might"}
"""A verb as it stands after one of the past; what was found out may be so still."""
_MARKS = frozenset(["``", "''", '"'])
_LONGEST = 24
"""Words of a question that tell it, at the most."""


def content(u: Understanding, sentence: Sentence, clause: Clause, first: int, last: int) -> str:
    """What ``clause`` announces in a clause of its own, with "that"; empty where there is none that stands alone.

    Args:
        u: the document.
        sentence: where the clause stands.
        clause: that of the announcement.
        first: index of the first word of its date.
        last: index behind the date.
    """
    if clause.verb.passive or base_form(clause.verb.said) not in _TELLING:
        return ""
    clauses = u.clauses[sentence.index]
    told = next((c for c in clauses if c.start == clause.end and c.verb.start > clause.verb.end), None)
    if told is None or told.subject is None or told.opener not in ("", "that"):
        return ""
    if told.kind is not ClauseKind.SUBORDINATE and told.start != clause.verb.end:
        return ""
    words, start = sentence.words, told.subject[0]
    between = [w for i, w in enumerate(words[clause.verb.end : told.start], clause.verb.end) if not first <= i < last]
    if (between and [w.lower for w in between] != ["on"]) or start != told.start + (told.opener == "that"):
        return ""
    end = _end(u, sentence, told)
    finite = told.verb.finite
    verb = _BACK.get(words[finite].lower, words[finite].text)
    lead, tail = text_of(u.text, words, start, finite), text_of(u.text, words, finite + 1, end)
    lead = lead if pronoun(lead) or owner(lead) else subject_text(u, sentence, told) or lead
    said = " ".join(f"that {lead} {verb} {tail}".split())
    stands = tail and stands_alone(f"{lead} {tail}")
    return said if stands and len(said.split()) <= _LONGEST else ""


def _end(u: Understanding, sentence: Sentence, told: Clause) -> int:
    """Where the content is over: with a relative clause without a comma, and without words that are quoted."""
    words, end = sentence.words, told.end
    for c in u.clauses[sentence.index]:
        if c.start == end and c.kind is ClauseKind.RELATIVE and words[c.start - 1].text != ",":
            end = c.end
    mark = next((i for i in range(told.verb.end, end) if words[i].tag in _MARKS), end)
    if mark < end:
        end = mark - (words[mark - 1].tag == "IN")
    return end
