"""How a programme came about, told by a noun of action; and programmes that a list of outcomes names."""

from __future__ import annotations

from quizgen.kinds.initiative.fact import LONGEST, Initiative, statement
from quizgen.kinds.initiative.place import Place
from quizgen.language.asking import inverted, text_of
from quizgen.language.clauses import Clause, ClauseKind
from quizgen.language.inflection import base_form
from quizgen.language.nominal import is_action
from quizgen.language.phrases import VerbGroup
from quizgen.language.predicate import cuts_list
from quizgen.language.sentences import Sentence
from quizgen.language.standalone import stands_alone
from quizgen.language.subject import subject_text
from quizgen.language.understanding import Understanding

_TELLING = frozenset(
    "announce welcome declare celebrate propose support endorse hail applaud praise call commend back oppose witness "
    "discuss complete negotiate oversee lead approve mark".split()
)
"""Verbs whose object can be an action: "announced the establishment of ..."."""
_BULLETS = "-•*–·▪‣◦"
_LONGEST_AIM = 18


def brought_about(u: Understanding, place: Place) -> Initiative | None:
    """ "Chile and Peru announced the founding of a new Council": the founding of which council did they announce?"""
    words, clause, of = place.words, place.clause, place.begin - 1
    action = of - 1
    if action < clause.verb.end or words[of].lower != "of" or not is_action(words[action].lower):
        return None
    if clause.subject is None or base_form(words[clause.verb.main].lower) not in _TELLING or clause.verb.passive:
        return None
    if any(w.tag in ("VBD", "VBZ", "VBP", "MD", ";", "IN") for w in words[clause.verb.end : action - 1]) and not (
        words[action - 1].tag == "DT" and words[action - 2].tag == "CC"
    ):
        return None  # the action may belong to another verb or noun
    if place.after in ("and", "or", "of", "for") or words[action - 1].tag not in ("DT", "JJ", "VBN"):
        return None
    subject = subject_text(u, place.sentence, clause)
    if subject is None:
        return None
    asked = f"The {words[action].lower} of which {place.noun} {inverted(u.text, words, clause, subject, '')}?"
    return statement(u, place, "brought-about", asked, 1.2) if len(asked.split()) <= LONGEST else None


def listed(u: Understanding, place: Place) -> Initiative | None:
    """ "- Creation of a Harbour Forum to train pilots;": which forum is meant to train pilots?"""
    words, end = place.words, place.end
    if end + 2 >= len(words) or not _opens_item(u, place):
        return None
    if words[end].lower == "on":
        lead = "deals with"
    elif words[end].tag == "TO" and words[end + 1].tag == "VB":
        lead = "is meant to"
    else:
        return None
    stop = next((i for i in range(end + 1, len(words)) if words[i].text in (";", ".", ":")), len(words))
    cuts = [stop, *(i for i in range(stop - 1, end + 3, -1) if _adds(place, i))]
    for cut in cuts:
        aim = text_of(u.text, words, end + 1, cut)
        if 3 <= len(aim.split()) <= _LONGEST_AIM and stands_alone(aim):
            return statement(u, place, "listed", f"Which {place.noun} {lead} {aim}?", 1.0)
    return None


def _adds(place: Place, i: int) -> bool:
    """Whether what follows at ``i`` only adds to an aim: ", with a focus on", "and to help", "as well as"."""
    words = place.words
    if words[i].text == ",":
        return not cuts_list(words, i)
    after = words[i + 1].tag if i + 1 < len(words) else ""
    return (words[i].lower == "and" and after == "TO") or words[i].lower == "as"


def _opens_item(u: Understanding, place: Place) -> bool:
    """Whether a name opens an item of a list, or follows the noun of action that opens it."""
    words, begin = place.words, place.begin
    if begin > 1 and words[begin - 1].lower == "of" and is_action(words[begin - 2].lower):
        begin -= 2
        begin -= begin > 0 and words[begin - 1].tag in ("DT", "JJ")
    before = u.text[: words[begin].start].rstrip()[-1:] if begin == 0 else words[begin - 1].text
    return opens(before)


def opens(before: str) -> bool:
    """Whether a mark opens an item of a list."""
    return bool(before) and before in _BULLETS


def fragment(sentence: Sentence) -> Clause:
    """An item of a list as a clause that has neither subject nor verb."""
    return Clause(ClauseKind.MAIN, 0, len(sentence.words), None, VerbGroup(0, 0, 0, 0, False))
