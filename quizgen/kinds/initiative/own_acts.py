"""What the author of a speech says of a programme in the first person: "We welcome the adoption of the Reef Plan"."""

from __future__ import annotations

from quizgen.kinds.initiative.fact import Initiative, statement
from quizgen.kinds.initiative.place import Place
from quizgen.language.asking import capitalised, text_of
from quizgen.language.clauses import ClauseKind
from quizgen.language.inflection import base_form
from quizgen.language.standalone import stands
from quizgen.language.understanding import Understanding

_ACTS = frozenset(
    "welcome support commend applaud praise condemn endorse back hail highlight stress underline emphasise emphasize "
    "reaffirm reiterate acknowledge recognise recognize join sign ratify oppose reject urge demand celebrate".split()
)
"""What one does to a programme by saying so, or that a speaker tells of his country."""
_LONGEST = 10
"""Words between the verb and the name."""


def own_act(u: Understanding, place: Place) -> Initiative | None:
    """ "We welcome the adoption of the Reef Plan": the adoption of which plan did Ana Reis welcome?"""
    words, clause = place.words, place.clause
    if u.author is None or u.author.many or clause.subject is None or clause.verb.passive or place.qualifies:
        return None
    base, finite = base_form(words[clause.verb.main].lower), words[clause.verb.finite]
    first_person = text_of(u.text, words, *clause.subject).lower() in ("we", "i")
    if not first_person or base not in _ACTS or finite.tag not in ("VBP", "VBD", "VB"):
        return None
    if clause.verb.main != clause.verb.finite or clause.kind not in (ClauseKind.MAIN, ClauseKind.JOINED):
        return None
    if u.is_quoted(words[place.start].span) or place.begin < clause.verb.end:
        return None
    between = words[clause.verb.end : place.begin]
    lead = " ".join(w.text for w in between)
    if not between:
        return statement(u, place, "own-act", f"Which {place.noun} did {u.author.name} {base}?", 0.8)
    plain = all(w.tag in ("DT", "NN", "NNS", "JJ", "IN", "NNP", "VBG") for w in between)
    if not plain or between[-1].lower not in ("of", "to", "in", "under") or len(between) > _LONGEST:
        return None
    if between[0].lower != "the" or not stands(lead.rpartition(" ")[0]):
        return None
    asked = f"{capitalised(lead)} which {place.noun} did {u.author.name} {base}?"
    return statement(u, place, "own-act", asked, 0.9)
