"""What is done under, at or through a programme."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.kinds.initiative.dated import date_at
from quizgen.kinds.initiative.fact import LONGEST, Initiative, statement
from quizgen.kinds.initiative.place import Place
from quizgen.language.asking import capitalised, inverted, predicate_end, text_of, verb_text
from quizgen.language.gazetteer import programme_sort, title_mark
from quizgen.language.inflection import base_form, verb_forms
from quizgen.language.nominal import is_plural
from quizgen.language.phrases import noun_phrase_start, subject_start
from quizgen.language.predicate import relative_dates, standing_predicate
from quizgen.language.standalone import anaphoric, owner
from quizgen.language.subject import subject_text, their_own
from quizgen.language.understanding import Understanding
from quizgen.language.words import Word

_PREPOSITIONS = frozenset("of under in at through with on for by to behind within from".split())
_CIRCUMSTANCE = frozenset("under at during within through".split())
"""Prepositions of what goes with the verb, whatever stands between the two."""
_TELLS_OF_BODY = frozenset("of in through within under including".split())
_TELLS_OF_EVENT = frozenset("of in at during through within before after including".split())
_DIRECTIONS = frozenset(["north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"])
_SHORT_OBJECT = 4
"""Words of an object that may stand before another."""
_JUDGING = frozenset("praise thank commend congratulate criticise criticize blame applaud reward honour honor".split())
"""Verbs that tell by "for" what somebody is judged for."""
_LAID = frozenset("enshrined guaranteed defined recognised recognized stipulated outlined described codified".split())
"""What is done to rights and rules in a document that holds them."""
_WITH_NOUN = frozenset("to for in on by with".split())
_LIGHT = frozenset(
    "reaffirm reiterate restate confirm express pledge declare voice announce offer provide give make take play have "
    "lend renew extend show".split()
)
"""Verbs that say little beside their object, whose preposition can open the question: "reaffirmed support | for"."""


def fronted(u: Understanding, place: Place) -> Initiative | None:
    """ "Thanks to the Initiative, the railway has been completed": thanks to which initiative has ...?"""
    words, clause, begin = place.words, place.clause, place.begin
    if clause.subject is None or begin == 0 or words[begin - 1].tag not in ("IN", "TO") or not _fits(place):
        return None
    if place.after != "," or place.end + 1 != clause.subject[0]:
        return None
    joint = max((i + 1 for i in range(begin - 1) if words[i].text == "," or words[i].tag == "CC"), default=0)
    if begin - joint > 4 or not (joint == 0 or words[joint].tag == "IN"):
        return None
    subject = subject_text(u, place.sentence, clause)
    if subject is None:
        return None
    room = LONGEST - len(subject.split())
    rest = standing_predicate(u, place.sentence, clause, predicate_end(words, clause), [], room)
    if not rest:
        return None
    lead = capitalised(text_of(u.text, words, joint, begin - 1) + " " + words[begin - 1].text).strip()
    asked = f"{lead} which {place.noun} {inverted(u.text, words, clause, subject, rest)}?"
    return statement(u, place, "fronted", asked, 1.0)


def under_which(u: Understanding, place: Place) -> Initiative | None:
    """ "They met yesterday with ministers at the Summit": at which summit did they meet with ministers?"""
    words, clause, begin = place.words, place.clause, place.begin
    joint = begin - 1
    light = base_form(words[clause.verb.main].lower) in _LIGHT and words[joint - 1].is_noun
    judged = base_form(words[clause.verb.main].lower) in _JUDGING and words[joint].lower == "for"
    joints = _CIRCUMSTANCE | _WITH_NOUN if light else _CIRCUMSTANCE
    if joint < clause.verb.end or not (judged or words[joint].lower in joints):
        return None
    if place.qualifies or not (judged or _fits(place)) or _says(place) or _one_of_two(u, place):
        return None
    if any(w.tag[:2] == "VB" or w.tag in ("TO", ",") for w in words[clause.verb.end : joint]):
        return None  # it may go with another verb
    subject = subject_text(u, place.sentence, clause)
    if subject is None:
        return None
    room = LONGEST - len(subject.split())
    rest = standing_predicate(u, place.sentence, clause, joint, relative_dates(u, place.sentence), room)
    whole = their_own(u, place.sentence, clause, text_of(u.text, words, clause.verb.end, joint))
    if rest is None or not whole.endswith(rest[-8:]) or rest.startswith(("and ", "or ")):
        return None
    lead = capitalised(words[joint].text)
    asked = f"{lead} which {place.noun} {inverted(u.text, words, clause, subject, rest)}?"
    return statement(u, place, "under-which", asked, 1.0)


def laid_down(u: Understanding, place: Place) -> Initiative | None:
    """ "the right to fish, as enshrined in the Charter": in which charter is the right to fish enshrined?"""
    words, done = place.words, place.begin - 2
    if done < 2 or words[done].lower not in _LAID or words[place.begin - 1].lower not in ("in", "by", "under"):
        return None
    last = done - 1 if words[done - 1].lower != "as" else done - 2
    if last == done - 2 and words[last].text == ",":
        last -= 1
    if last == done - 1 or last < place.clause.verb.end or not words[last].is_noun:
        return None
    begin = subject_start(words, last, place.clause.verb.end) or noun_phrase_start(words, last, place.clause.verb.end)
    if begin > place.clause.verb.end + 1 and words[begin - 1].lower == "and" and words[begin - 2].is_noun:
        begin = noun_phrase_start(words, begin - 2, place.clause.verb.end)
    thing = text_of(u.text, words, begin, last + 1)
    if not 2 <= len(thing.split()) <= 12 or owner(thing) or anaphoric(f"{thing} ."):
        return None
    helper = "are" if is_plural(thing) else "is"
    lead = capitalised(words[place.begin - 1].text)
    asked = f"{lead} which {place.noun} {helper} {thing} {words[done].text}?"
    return statement(u, place, "laid-down", asked, 0.9)


def done_by(u: Understanding, place: Place) -> Initiative | None:
    """ "praised the trade in fish, widened by the Treaty": which treaty widened the trade in fish?"""
    words, begin, clause = place.words, place.begin, place.clause
    done = begin - 2
    if done < 2 or words[begin - 1].lower != "by" or words[done].tag != "VBN" or words[done - 1].text != ",":
        return None
    first = clause.verb.end
    if first >= done - 2 or words[first].tag not in ("DT", "NNP", "NNS", "NN", "JJ", "VBG"):
        return None
    if any((w.tag[:2] == "VB" and w.tag != "VBG") or w.tag in ("TO", ",", "WDT") for w in words[first : done - 1]):
        return None
    thing = text_of(u.text, words, first, done - 1)
    if owner(thing) or anaphoric(f"{thing} ."):
        return None
    asked = f"Which {place.noun} {verb_forms(base_form(words[done].lower)).past} {thing}?"
    return statement(u, place, "done-by", asked, 0.9)


def as_well_as(u: Understanding, place: Place) -> Initiative | None:
    """ "renewed their devotion to peace as well as to the Treaty": to which treaty did they renew their devotion?"""
    words, clause, joint = place.words, place.clause, place.begin - 1
    added = joint - 3 if [w.lower for w in words[joint - 3 : joint]] == ["as", "well", "as"] else joint - 1
    if added <= clause.verb.end or not (added < joint - 1 or words[added].tag == "CC") or place.qualifies:
        return None
    first = next((i for i in range(clause.verb.end, added) if words[i].tag in ("IN", "TO", ",", "WDT")), added)
    before = (
        e for m in u.mentions[place.sentence.index] if (e := u.aliases.at(m)) and m.span.end <= words[added].start
    )
    if words[first].lower != words[joint].lower or any(e.name.lower().endswith(place.noun) for e in before):
        return None
    subject = subject_text(u, place.sentence, clause)
    if subject is None:
        return None
    rest = standing_predicate(u, place.sentence, clause, first, [], LONGEST - len(subject.split()))
    if not rest or not text_of(u.text, words, clause.verb.end, first).endswith(rest[-8:]):
        return None
    asked = f"{capitalised(words[joint].text)} which {place.noun} {inverted(u.text, words, clause, subject, rest)}?"
    return statement(u, place, "as-well-as", asked, 0.9)


def in_place(u: Understanding, place: Place) -> Initiative | None:
    """ "They discussed progress under the Plan": ... discussed progress under which plan?"""
    words, begin = place.words, place.begin
    if begin > 2 and words[begin - 2].tag == "VBN" and words[begin - 3].text == ",":
        return None
    if words[begin - 2].tag == "CC":
        return None  # moved to Elm Park and | to the Holm Stadium
    if place.qualifies or not _fits(place) or _in_apposition(place) or _one_of_two(u, place):
        return None
    if title_mark(words[begin - 2].lower) and any(w.text == "," for w in words[place.clause.verb.end : begin]):
        return None  # one of the offices somebody held
    if words[begin - 2].lower == "according":
        return None
    if any(w.lower == "not" for w in words[place.clause.verb.end : begin]) or _of_second(place):
        return None
    if begin <= place.clause.verb.end or not (
        words[begin - 1].lower in _PREPOSITIONS or _is_included(place) or words[begin - 1].tag in ("VBG", "RP")
    ):
        return None
    return _left_standing(u, place, "in-place", begin, f"which {place.noun}", 0.8)


def _of_second(place: Place) -> bool:
    """Whether the name belongs to the second of two long things: "welcomed the plan ... and the *choice of*"."""
    words, first = place.words, place.clause.verb.end
    joints = (i for i in range(first, place.begin - 1) if words[i].tag == "CC" and words[i + 1].tag == "DT")
    listed = any(words[i].text == "," and words[i + 1].tag == "CC" for i in range(first, place.begin - 1))
    return listed or any(i - first > _SHORT_OBJECT for i in joints)


def _one_of_two(u: Understanding, place: Place) -> bool:
    """Whether the same is told of another of its sort: "devotion to the Whale Treaty and *to the Tuna Treaty*"."""
    words, joint = place.words, place.words[place.begin - 1].lower
    later = (m for m in u.mentions[place.sentence.index] if m.span.start > words[place.end - 1].end)
    for mention in later:
        at, entity = mention.first, u.aliases.at(mention)
        lead = [w.lower for w in words[max(place.end, at - 2) : at]]
        if entity and entity.name.lower().endswith(place.noun) and (joint in lead or lead[:1] in (["and"], ["or"])):
            return True
    return False


def _fits(place: Place) -> bool:
    """Whether the preposition before a name tells something of what is named.

    One files a request *with* a commission and works *for* a council: nothing is told of either.
    """
    joint = place.words[place.begin - 1].lower
    if place.words[place.begin - 2].lower in ("delegate", "delegates", "visitors", "guests"):
        return False
    if place.entity.sort == "B":
        return joint in _TELLS_OF_BODY
    return joint in _TELLS_OF_EVENT if place.entity.sort == "E" else joint != "at" or place.entity.sort == "W"


def _says(place: Place) -> bool:
    """Whether the verb only tells that something was said, on an occasion: "said in a long address"."""
    words, verb = place.words, place.clause.verb
    return words[verb.main].lower in ("said", "says", "say", "added", "wrote") and words[verb.end].tag == "IN"


def _in_apposition(place: Place) -> bool:
    """Whether the name belongs to what another one is called: "bought Nordic Tuna, *a unit of* the Bergen Plan"."""
    words = place.words
    return any(
        words[i].text == "," and words[i + 1].lower in ("a", "an")
        for i in range(place.clause.verb.end, place.begin - 1)
    )


def _is_included(place: Place) -> bool:
    """Whether a name is the one thing that is included: "strengthen such bodies, including the Tuna Council"."""
    words, begin = place.words, place.begin
    alone = place.after in ("", ".", ",", ";") and not any(w.lower == "and" for w in words[place.end : place.end + 6])
    return alone and words[begin - 1].lower == "including"


def of_its(u: Understanding, place: Place) -> Initiative | None:
    """ "They spoke about Forest Initiative priorities": ... spoke about the priorities of which initiative?"""
    words, end = place.words, place.end
    last = end
    while last < len(words) and words[last].tag in ("NN", "NNS") and words[last].text[0].islower():
        last += 1
    begin = place.start
    while begin > place.clause.verb.end and words[begin - 1].tag in ("JJ", "JJR", "JJS", "NN", "DT"):
        begin -= 1
    if last == end or begin < place.clause.verb.end or words[begin - 1].tag in ("CD", "POS", "CC"):
        return None  # the harbours and | the Tuna Plan rules
    if programme_sort(words[last - 1].lower) or words[last - 1].lower in _DIRECTIONS:
        return None  # the Green Treaty *trade agreement* is the treaty itself
    between = [w.text for w in words[begin : place.start] if w.tag != "DT"]
    things = " ".join(["the", *between, *(w.text for w in words[end:last])])
    return _left_standing(u, place, "of-its", begin, f"{things} of which {place.noun}", 0.75)


def _left_standing(
    u: Understanding, place: Place, rule: str, begin: int, asked_for: str, worth: float
) -> Initiative | None:
    """The clause up to the word at ``begin``, with ``asked_for`` in the place of what follows."""
    words, clause = place.words, place.clause
    subject = subject_text(u, place.sentence, clause)
    if subject is None and clause.subject is not None and words[clause.subject[0]].tag == "EX" and _is_said(u, place):
        subject = "there"
    if subject is None or words[clause.verb.finite].tag in ("TO", "VB"):
        return None  # invited | firms to invest in it
    joint = words[begin - 1].text
    if words[begin - 2].lower in ("while", "when", "whether", "if") or _says(place):
        return None
    if words[begin - 1].tag == "VBG" and words[begin - 2].lower in ("and", "or", ","):
        return None  # one of several things
    whole = their_own(u, place.sentence, clause, text_of(u.text, words, clause.verb.end, begin))
    room = LONGEST - len(subject.split()) - 2
    one_aim = _without_other_aims(u, place)
    more = len(whole.split()) - len(one_aim.split()) if one_aim else 0
    lead = standing_predicate(u, place.sentence, clause, begin, [], room + more, then=f"{joint} {asked_for}")
    if lead is None or not whole.startswith(lead):
        return None
    full = lead if begin == clause.verb.end or lead.split()[-1:] == [joint] else f"{lead} {joint}"
    if len(full.split()) < len(whole.split()):
        return None
    full = one_aim or full
    if full.startswith(("and ", "or ")):
        return None
    asked = f"{capitalised(subject)} {verb_text(words, clause)} {full} {asked_for}{date_at(u, place, place.end)}?"
    return statement(u, place, rule, asked, worth)


def _is_said(u: Understanding, place: Place) -> bool:
    """Whether somebody is reported to have said it."""
    at = place.words[place.start].span
    return any(s.content.contains(at) for s in u.speech_about(at))


def _joins(words: Sequence[Word], i: int) -> bool:
    """Whether a comma or "and" stands at ``i``."""
    return words[i].text == "," or words[i].tag == "CC"


def _without_other_aims(u: Understanding, place: Place) -> str:
    """ "willing to keep contact, deepen trust, raise the use of": willing to raise the use of; empty for one aim."""
    words, clause, end = place.words, place.clause, place.begin
    verbs = [
        i
        for i in range(clause.verb.end + 1, end)
        if words[i].tag == "VB" and (_joins(words, i - 1) or (words[i - 1].tag == "TO" and _joins(words, i - 2)))
    ]
    aim = verbs[-1] if verbs else 0
    again = aim > 0 and words[aim - 1].tag == "TO"
    places = range(clause.verb.end, aim) if again else range(aim - 1, clause.verb.end - 1, -1)
    to = next((i for i in places if words[i].tag == "TO"), None) if aim else None
    if to is None:
        return ""
    lead = u.text[words[clause.verb.end].start : words[to].end]
    return f"{lead} {u.text[words[aim].start : words[end - 1].end]}"
