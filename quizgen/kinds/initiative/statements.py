"""What a clause says of the programme that is its subject or object."""

from __future__ import annotations

import re

from quizgen.kinds.initiative.bodies import acts, dated_act, of_one_day, tells_little
from quizgen.kinds.initiative.dated import date_at
from quizgen.kinds.initiative.fact import LONGEST, MAKING, Initiative, is_maker, statement
from quizgen.kinds.initiative.honours import GIVING, awarded, given, reason
from quizgen.kinds.initiative.place import Place
from quizgen.language.asking import capitalised, inverted, predicate_end, text_of, verb_text
from quizgen.language.calendar import Role
from quizgen.language.clauses import ClauseKind
from quizgen.language.gazetteer import MONTHS
from quizgen.language.inflection import base_form, verb_forms
from quizgen.language.names import NameKind
from quizgen.language.nominal import is_action
from quizgen.language.pattern import Pattern
from quizgen.language.predicate import goes_on, standing_predicate
from quizgen.language.standalone import owner, stands_alone
from quizgen.language.subject import subject_range, subject_text
from quizgen.language.understanding import Understanding
from quizgen.model.document import Span

_TELLING = Pattern(r"\b(?:that|which|for|of)\b")
_LONGEST_RESULT = 12
_LINKS = frozenset("through in at on via across between from to by with near under over and for".split())
"""What a further part of a predicate can open with."""
_TOLD = 3
"""Letters of a word of a name that tells it, at the least one more."""


_BE = frozenset(["is", "was", "be", "been", "remains", "becomes", "became", "seems"])
_ASKING = frozenset("ask urge invite order instruct request require allow enable help force want tell lead".split())
"""Verbs that tell little without the infinitive behind their object."""


def as_subject(u: Understanding, place: Place) -> Initiative | None:
    """ "the Laos-China Railway has been completed": which railway has been completed?"""
    clause = place.clause
    if clause.subject is None or not clause.subject[0] <= place.start < clause.subject[1] <= place.end:
        return None
    led = place.start - clause.subject[0] <= 1 or place.begin == clause.subject[0]  # the new Tuna Authority
    if not led or clause.kind is ClauseKind.RELATIVE:
        return None
    return stated(u, place, "as-subject")


def stated(u: Understanding, place: Place, rule: str, **more: object) -> Initiative | None:
    """The predicate of the clause, asked of its subject."""
    clause = place.clause
    if place.entity.sort == "B" and of_one_day(place):
        return None
    end = _content_end(u, place) or _whole_end(u, place)
    rest = standing_predicate(u, place.sentence, clause, end, _asides(place, end), LONGEST)
    verb = verb_text(place.words, clause)
    if place.entity.sort == "B" and rest and acts(place):
        rest = dated_act(rest, _fronted_date(u, place))
    asks = base_form(place.words[clause.verb.main].lower) in _ASKING
    if rest and (asks or verb in ("is", "was", "are", "were")) and goes_on(u, place.sentence, clause.verb.end, rest):
        return None
    if place.entity.sort == "B" and rest and not any(c.isupper() or c.isdigit() for c in rest):
        made = base_form(place.words[clause.verb.main].lower) in MAKING and not clause.verb.passive
        if made or (verb == "is" and not _TELLING.search(rest)):
            return None  # opened the new building: which one, only the text tells
    if place.entity.sort == "B" and rest and clause.verb.end - clause.verb.start == 1 and tells_little(rest):
        return None
    if not rest or len(f"{verb} {rest}".split()) < 3 or owner(rest).lower() in ("his", "her"):
        return None
    if verb in ("is", "was"):
        rest = _untold(rest + _linking(u, place, end), place.entity.name)
    if place.called and verb in ("is", "was") and (asked := _of_class(place.called, verb, rest)):
        return statement(u, place, rule, asked, 1.0, **more)
    if verb in ("is", "was") and (asked := of_its_sort(place.noun, rest)):
        return statement(u, place, rule, asked, 1.0, **more)
    lead = f"Which {place.noun} {verb}"
    told = statement(u, place, rule, f"{lead} {rest}?", 1.0, **more)
    shorter = _ADDED.split(rest)[0]
    if told is None and shorter != rest and len(shorter.split()) > _ENOUGH:
        return statement(u, place, rule, f"{lead} {shorter}?", 1.0, **more)
    return told


def _linking(u: Understanding, place: Place, end: int) -> str:
    """What a thing does, told behind what it is: ", *linking the river to the sea*"."""
    words = place.words
    if end + 3 >= len(words) or words[end].text != "," or words[end + 1].tag != "VBG":
        return ""
    stop = next((i for i in range(end + 2, len(words)) if words[i].text in (",", ".", ";", "(", "–", "—")), len(words))
    tail = text_of(u.text, words, end + 1, stop)
    return f", {tail}" if stands_alone(tail) and len(tail.split()) <= 2 * _LONGEST_RESULT else ""


def _untold(rest: str, name: str) -> str:
    """A predicate whose last part, ", linking the river to the sea", ends before a word that tells the name."""
    lead, comma, tail = rest.rpartition(", ")
    words = tail.split()
    own = {word.lower() for word in name.split() if len(word) > _TOLD or word[:1].isupper()}
    told = next((i for i, word in enumerate(words) if word.lower() in own), 0)
    if not comma or not told or not words[0].endswith("ing"):
        return rest
    stop = next((i for i in range(told, 0, -1) if words[i] in _LINKS), 0)
    return f"{lead}, {' '.join(words[:stop])}" if stop > _TOLD else lead


def of_its_sort(noun: str, rest: str) -> str:
    """ "a national council that sets quotas", of a council: "Which national council sets quotas?"; else empty."""
    found = re.fullmatch(rf"(?:an?|the) ((?:[\w-]+ ){{0,5}}{re.escape(noun)}) (?:that|which) (.+)", rest)
    return f"Which {found[1]} {found[2]}?" if found else ""


def _of_class(noun: str, verb: str, rest: str) -> str:
    """ "is a national campaign that helps families": "Which national campaign helps families?"."""
    if asked := of_its_sort(noun, rest):
        return asked
    article, _, thing = rest.partition(" ")
    return f"What {verb} the name of the {thing}?" if article in ("a", "an", "the") and noun in thing else ""


def _content_end(u: Understanding, place: Place) -> int:
    """Where ", which shows *how ships could be raised*" is over; 0 where the verb has no clause for its object."""
    words, clause = place.words, place.clause
    particles = all(w.tag in ("RP", "RB", "IN", "CD") or w.text in MONTHS for w in words[clause.verb.end : clause.end])
    inner = next((c for c in u.clauses[place.sentence.index] if c.start == clause.end), None)
    if inner is None or not particles or inner.opener not in ("how", "that", "whether", "what", "why"):
        return 0
    return next((i for i in range(inner.verb.end, inner.end) if words[i].text in (",", ";")), inner.end)


def _whole_end(u: Understanding, place: Place) -> int:
    """Where a predicate is over, with what tells its last noun apart: "pays farmers *who plant oaks*"."""
    words, clause = place.words, place.clause
    end = predicate_end(words, clause)
    for inner in u.clauses[place.sentence.index] if end == clause.end else ():
        if inner.start == end and inner.kind is ClauseKind.RELATIVE and words[end - 1].text != ",":
            end = inner.end
    return end


def _asides(place: Place, end: int) -> list[tuple[int, int]]:
    """What stands in brackets in a predicate: figures, acronyms."""
    words = place.words
    opened = [i for i in range(place.clause.verb.end, end) if words[i].text == "("]
    closed = [next((k + 1 for k in range(i, end) if words[k].text == ")"), 0) for i in opened]
    return [(a, b) for a, b in zip(opened, closed, strict=True) if b]


def of_subject(u: Understanding, place: Place) -> Initiative | None:
    """ "The opening of the Railway brings Laos close to ...": the opening of which railway brings ...?"""
    words, clause, begin = place.words, place.clause, place.begin
    if clause.subject is None or clause.kind is ClauseKind.RELATIVE:
        return None
    if not clause.subject[0] < place.start < clause.subject[1] <= place.end or words[begin - 1].lower != "of":
        return None
    rest = standing_predicate(u, place.sentence, clause, predicate_end(words, clause), [], LONGEST)
    if not rest:
        return None
    lead = text_of(u.text, words, clause.subject[0], begin - 1)
    if place.entity.sort == "B" and not is_action(words[begin - 2].lower):
        return None  # members of the council: not the council
    asked = f"{capitalised(lead)} of which {place.noun} {verb_text(words, clause)} {rest}".rstrip() + "?"
    return statement(u, place, "of-subject", asked, 0.9)


def as_object(u: Understanding, place: Place) -> Initiative | None:
    """ "the United States launched the Plan": which plan did the United States launch?"""
    words, clause, begin = place.words, place.clause, place.begin
    into_law = _into_law(place)
    base = base_form(words[clause.verb.main].lower)
    following = words[clause.verb.end].lower if clause.verb.end < len(words) else ""
    particle = following if following in _PARTICLES.get(base, ()) else ""
    if place.entity.sort == "H" and base in GIVING and (told := given(u, place)):
        return told
    if begin != clause.verb.end + 2 * into_law + bool(particle) or place.qualifies or base in _CALLING:
        return None
    subject = subject_text(u, place.sentence, clause)
    if subject is None:
        return None
    listed, others = _others_listed(u, place)
    if not listed and place.after == "," and words[place.end + 1].is_name and words[place.end + 1].text not in MONTHS:
        return None  # founded the Tree Corps, Green Start and others: one of several
    behind = listed or _behind_apposition(place)
    stop = max(predicate_end(words, clause, must_reach=behind), behind)
    room = LONGEST - len(subject.split())
    rest = standing_predicate(u, place.sentence, clause, stop, [(begin, behind)], room)
    if (rest or "").startswith("between "):
        rest = ""  # the treaty between Norway and Chile: of its name
    if not rest and place.entity.sort == "H":
        rest = date_at(u, place, place.end).strip() or reason(u, place) or rest
    if rest is None:
        rest = date_at(u, place, place.end).strip() or (
            "" if base in MAKING else None
        )  # at the summit: which, only the text tells
    if rest is None or rest.startswith(("and ", "and, ", "or ", "as well as ")):
        return None
    rest = f"{rest} {_fronted_date(u, place)}".strip() + ("" if len(rest.split()) > 2 else _result(u, place))
    whole = rest if rest.startswith(particle) else f"{particle} {rest}".strip()
    if rest.startswith("by ") and not clause.verb.passive:
        return awarded(u, place, subject, rest)
    asked = asked_beside(others, f"Which {place.noun} {inverted(u.text, words, clause, subject, whole)}?")
    made = base in MAKING and not (particle and base != "set")
    maker = _maker(u, place) if made else {}
    if not rest and _signs(u, place):
        return None  # one of many laws
    return statement(u, place, "as-object", asked, 1.3 if made else 1.1, **maker)


def _others_listed(u: Understanding, place: Place) -> tuple[int, str]:
    """Where a list of things of one sort that a name opens is over, and the others in it; (0, "") without a list.

    "proposed the Fjord Initiative, *the Reef Initiative and the Ports Initiative*"
    """
    words, end, others = place.words, place.end, []
    for mention in u.mentions[place.sentence.index]:
        at = mention.first
        apart = [w.lower for w in words[end:at] if w.lower not in (",", "and", "the", "or")]
        if at >= end and not apart and mention.text.lower().endswith(f" {place.noun}"):
            others.append(u.named(mention.text))
            end = mention.last + 1
    if not others:
        return 0, ""
    return end, ", ".join(others[:-1]) + " and " * (len(others) > 1) + others[-1]


def others_before(u: Understanding, place: Place) -> str:
    """The things of one sort in a list that a name closes: "*the Fjord Initiative and* the Reef Initiative"."""
    words, start = place.words, place.begin
    others: list[str] = []
    for mention in reversed(u.mentions[place.sentence.index]):
        apart = [w.lower for w in words[mention.last + 1 : start] if w.lower not in (",", "and", "the", "or")]
        if mention.last < start and not apart and mention.text.lower().endswith(f" {place.noun}"):
            others.insert(0, u.named(mention.text))
            start = mention.first
    return ", ".join(others[:-1]) + " and " * (len(others) > 1) + others[-1] if others else ""


def asked_beside(others: str, asked: str) -> str:
    """ "Which initiative did ...?" -> "Besides the Reef Initiative, which initiative did ...?"."""
    return f"Besides {others}, {asked[:1].lower()}{asked[1:]}" if others else asked


def _behind_apposition(place: Place) -> int:
    """The index after a name with what it is said to be: "opened the Elm Road, *a part of the ring*, in May"."""
    words, end = place.words, place.end
    if place.after != "," or end + 1 >= len(words) or words[end + 1].tag != "DT":
        return end
    close = next((i for i in range(end + 1, place.clause.end) if words[i].text in (",", ";")), place.clause.end)
    return close + (close < place.clause.end and words[close].text == ",")


_ADDED = Pattern(r", (?:with the|which|including|where|whose|as well as) ")
"""What only adds to a predicate, and may be left out where it leans on the text."""
_ENOUGH = 4
"""Words that a predicate has at the least, when its end is left out."""
_PARTICLES = {"set": ("up",), "put": ("forward",), "carry": ("out",), "take": ("over",), "draw": ("up",)}
"""Verbs with what belongs to them: "set *up* the council"."""
_CALLING = frozenset("call name dub describe regard portray label hail define".split())
"""Verbs that say what their object is."""
_JOINED = Pattern(r"(?i)\b(?:along|together|jointly) with\b|\balongside\b")
"""What tells of others who made it too."""
_JOINTLY = frozenset(["sign", "endorse", "adopt"])
"""What one does among many, so that others may be right too."""


def _signs(u: Understanding, place: Place) -> bool:
    """Whether one person signs."""
    words, span = place.words, subject_range(u, place.sentence, place.clause)
    if span is None or base_form(words[place.clause.verb.main].lower) != "sign":
        return False
    who = u.coreference.resolve(Span(words[span[0]].start, words[span[1] - 1].end), place.sentence.index)
    return who is not None and [e.kind for e in who.entities] == [NameKind.PERSON]


def _into_law(place: Place) -> bool:
    """Whether a law is what somebody "signed into law"."""
    verb = place.clause.verb
    return [w.lower for w in place.words[verb.main : verb.end + 2]][-3:] in (
        ["signed", "into", "law"],
        ["sign", "into", "law"],
    )


def _maker(u: Understanding, place: Place) -> dict[str, object]:
    """Who made the programme that is the object of a verb of making in the past."""
    words, clause = place.words, place.clause
    base = base_form(words[clause.verb.main].lower)
    span = subject_range(u, place.sentence, clause)
    past = words[clause.verb.finite].tag == "VBD" or words[clause.verb.finite].lower in ("has", "have")
    into_law = _into_law(place)
    if span is None or not past or clause.verb.passive or (base in _JOINTLY and not into_law):
        return {}
    who = u.coreference.resolve(Span(words[span[0]].start, words[span[1] - 1].end), place.sentence.index)
    if _JOINED.search(u.text, words[0].start, words[clause.end - 1].end):
        return {}
    if who is None or len(who.entities) != 1 or not is_maker(u, who.entities[0]):
        return {}
    return {
        "maker": who.text,
        "making": verb_forms(base).past + " into law" * into_law + " up" * (base == "set"),
        "maker_kind": who.entities[0].kind,
    }


def _result(u: Understanding, place: Place) -> str:
    """What a short statement brought about: "signed the Act, *opening the port to ships of all nations*"."""
    words, i = place.words, place.end + 1
    if place.after not in (",", "—", "–"):
        return ""
    verb = next(
        (
            k
            for k in (i, i + 1)
            if k + 3 < len(words) and words[k].tag in ("VBG", "NN") and words[k].lower.endswith("ing")
        ),
        0,
    )
    if not verb or (verb > i and words[i].tag != "RB"):
        return ""
    stop = next((k for k in range(verb, len(words)) if words[k].text in (",", ".", ";", "—", "–")), len(words))
    told = text_of(u.text, words, i, stop)
    if len(told.split()) > _LONGEST_RESULT or any(w.tag in ("VBD", "VBZ", "VBP", "MD") for w in words[verb:stop]):
        return ""
    return f", {told}" if stands_alone(told) else ""


def _fronted_date(u: Understanding, place: Place) -> str:
    """The date a clause opens with, to be asked along: "in 1967"."""
    words, clause = place.words, place.clause
    if clause.subject is None:
        return ""
    last = words[clause.subject[0] - (words[clause.subject[0] - 1].text == ",")]
    date = next(
        (
            d
            for d in u.dates_by_sentence.get(place.sentence.index, ())
            if d.span.end <= last.start + 1 and d.role is Role.PLAIN and d.value
        ),
        None,
    )
    if date is None or date.value is None or place.sentence.word_at(date.span.start) > clause.start + 1:
        return ""  # "Building on the meeting of 4 May, Norway launched ...": the date of something else
    return f"{'on' if date.value.granularity == 'day' else 'in'} {date.value.spoken}"


def after_infinitive(u: Understanding, place: Place) -> Initiative | None:
    """ "China is willing to ..., implement the Initiative": which initiative is China willing to ... implement?"""
    words, clause, verb = place.words, place.clause, place.begin - 1
    if verb < clause.verb.end or words[verb].tag != "VB" or place.qualifies:
        return None
    to = next((i for i in range(verb, clause.verb.end - 1, -1) if words[i].tag == "TO"), None)
    subject = subject_text(u, place.sentence, clause)
    if to is None or subject is None or _says_of_nothing(place):
        return None
    lead = text_of(u.text, words, clause.verb.end, to + 1)
    listed, others = _others_listed(u, place)
    behind = listed or place.end
    stop = max(predicate_end(words, clause, must_reach=behind), behind)
    tail = standing_predicate(u, place.sentence, clause, stop, [], 8, start=behind) or ""
    if tail.startswith(("and ", "or ")) or "," in tail:
        tail = ""
    rest = f"{lead} {words[verb].text} {tail}" if lead.endswith("to") else f"{lead} to {words[verb].text} {tail}"
    asked = asked_beside(others, f"Which {place.noun} {inverted(u.text, words, clause, subject, rest.strip())}?")
    return statement(u, place, "after-infinitive", asked, 1.1) if len(asked.split()) <= LONGEST else None


def _says_of_nothing(place: Place) -> bool:
    """Whether "it" stands for nothing: "*It* is important to carry out the plan"."""
    words, clause = place.words, place.clause
    alone = clause.subject is not None and words[clause.subject[0]].lower == "it"
    return (
        alone
        and words[clause.verb.main].lower in _BE
        and words[clause.verb.end].tag in ("JJ", "JJR", "JJS", "RB", "NN", "DT", "VBN")
    )
