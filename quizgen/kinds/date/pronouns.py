"""Whom "it" and "they" behind "until 1954, when" are: the subject of the clause before, where that can be but one."""

from __future__ import annotations

from quizgen.language.clauses import Clause
from quizgen.language.gazetteer import MONTHS
from quizgen.language.names import NameKind
from quizgen.language.sentences import Sentence
from quizgen.language.subject import subject_text
from quizgen.language.understanding import Understanding

_TAGS = {"it": ("NN", "NNP"), "they": ("NNS",)}
"""What else may be called so."""


def as_before_when(u: Understanding, sentence: Sentence, clause: Clause) -> str | None:
    """ "The mill stood until 1954, when *it* burned": the mill; None where something else may be meant.

    Args:
        u: the document.
        sentence: where the clause stands.
        clause: that of "when".
    """
    words = sentence.words
    pronoun = words[clause.subject[0]].lower if clause.subject else ""
    before = next((c for c in reversed(u.clauses[sentence.index]) if c.verb.end <= clause.start), None)
    if pronoun not in _TAGS or before is None or before.subject is None:
        return None
    first, end = before.subject
    subject = words[first:end]
    several = subject[-1].tag == "NNS" or any(w.tag == "CC" for w in subject)
    rivals = [w for w in words[before.verb.end : clause.start] if w.tag in _TAGS[pronoun] and w.text not in MONTHS]
    people = any(m.kind is NameKind.PERSON and m.first < clause.start for m in u.mentions[sentence.index])
    if several is not (pronoun == "they") or rivals or (people and pronoun == "it"):
        return None
    return subject_text(u, sentence, before)
