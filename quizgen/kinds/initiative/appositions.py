"""What a programme is said to be beside its name: "the Elm Scheme, a plan to ...", "the Act, passed in 1911, ..."."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.kinds.initiative.fact import LONGEST, MAKING, Initiative, statement
from quizgen.kinds.initiative.place import Place
from quizgen.kinds.initiative.statements import of_its_sort
from quizgen.language.asking import capitalised, predicate_end, text_of, verb_text
from quizgen.language.clauses import ClauseKind
from quizgen.language.gazetteer import is_organisation_head, programme_sort
from quizgen.language.inflection import base_form
from quizgen.language.nominal import is_plural
from quizgen.language.pattern import Pattern
from quizgen.language.phrases import noun_phrase_start
from quizgen.language.predicate import relative_dates, standing_predicate
from quizgen.language.standalone import stands_alone
from quizgen.language.understanding import Understanding
from quizgen.language.words import Word

_THINGS = frozenset(
    "scheme service body effort venture system competition tournament contest event tool website document text work "
    "structure building waterway route grouping collection list guide offshoot extension link artery monument path "
    "building experiment drive push package method measure blueprint vehicle body".split()
)
"""Nouns that can say what a programme is, beside those of programmes and bodies."""
_COMPARED = Pattern(r"\b(?:equivalent|similar|another|further|comparable|corresponding|parallel)\b")
"""What is like something that only the text before tells."""
_SHORTEST, _LONGEST = 5, 22
_CLOSES = (",", ".", ";", ":", "-", "–", "—", "―", "(", ")", "?", "!")
_STATE = frozenset("locate base aim intend design situate headquarter".split())
"""Participles that tell what holds still."""
_DONE = frozenset(
    "complete pass enact inaugurate hold back lead name publish release ratify conclude negotiate run organise approve "
    "construct commission install restore rebuild finance sponsor mandate task reach pioneer publish issue "
    "chair head direct edit draft".split()
)


def apposition(words: Sequence[Word], end: int) -> tuple[int, int] | None:
    """Where a description stands behind a name that ends at ``end``, without its comma; None without one."""
    first = end + 1
    if first + 2 >= len(words) or words[end].text not in (",", "–", "—"):
        return None
    owner_first = words[first].is_name and words[first + 1].tag == "POS"  # Norway's largest fund
    if not owner_first and words[first].lower not in ("a", "an", "the", "one"):
        return None
    close = next((i for i in range(first, len(words)) if words[i].text in _CLOSES), len(words))
    listed = (
        words[close].text == ","
        and close + 2 < len(words)
        and words[close + 1].tag == "CC"
        and words[close + 2].tag[:2] not in ("VB", "MD")
        if close < len(words)
        else False
    )
    head = next((i for i in range(first + 1, close + 1) if i == close or _goes_on(words[i])), close) - 1
    if listed or head <= first or words[head].tag != "NN" or any(_owns_much(words, i) for i in range(first, head)):
        return None
    return first, close


def _owns_much(words: Sequence[Word], i: int) -> bool:
    """Whether the apostrophe at ``i`` is of somebody the text told of before: "the captain's", not "the world's"."""
    return words[i].tag == "POS" and not (words[i - 1].is_name or words[i - 1].lower in ("world", "nation", "country"))


def _goes_on(word: Word) -> bool:
    """Whether a word tells more of the noun before it."""
    return word.tag in ("IN", "TO", "WDT", "WP", "WRB", "VBN", "VBD", "VBG", "VBZ") or word.lower == "that"


def head_of(words: Sequence[Word], first: int, close: int) -> str:
    """The noun of a description that begins with its article at ``first``, in lower case."""
    return next((words[i - 1].lower for i in range(first + 2, close) if _goes_on(words[i])), words[close - 1].lower)


def described(u: Understanding, place: Place) -> Initiative | None:
    """ "the Elm Scheme, a plan to replant streets": which scheme is a plan to replant streets?"""
    words = place.words
    found = apposition(words, place.end)
    if found is None or _among_others(place):
        return None
    first, close = found
    head = head_of(words, first, close)
    if not (head in _THINGS or programme_sort(head) or is_organisation_head(head)) or head == place.noun == "":
        return None
    told = text_of(u.text, words, first, close)
    tells = any(
        w.is_name or w.tag in ("TO", "WDT", "WP", "POS") or w.lower in ("that", "for") for w in words[first:close]
    )
    if not tells or not _SHORTEST <= len(told.split()) <= _LONGEST or not _stands(told):
        return None
    now = any(w.tag in ("VBZ", "VBP", "MD") for w in words[first:close])
    helper = ("are" if is_plural(place.noun) else "is") if now else _helper(u, place)
    asked = of_its_sort(place.noun, told) or f"Which {place.noun} {helper} {told}?"
    return statement(u, place, "described", asked, 1.0)


def _among_others(place: Place) -> bool:
    """Whether a name is one of a list, or belongs to the thing before it, which may be what is described."""
    words, begin = place.words, place.begin
    return place.belongs or (
        begin > 0 and (words[begin - 1].text in (",", "(") or words[begin - 1].lower in ("and", "or", "as"))
    )


def _stands(told: str) -> bool:
    return _COMPARED.search(told) is None and stands_alone(told)


def _helper(u: Understanding, place: Place) -> str:
    """Whether it is or was so: a text without a date that tells of the past speaks of what was."""
    words, plural = place.words, is_plural(place.noun)
    past = u.reference is None and words[place.clause.verb.finite].tag == "VBD"
    return ("were" if plural else "was") if past else ("are" if plural else "is")


def with_participle(u: Understanding, place: Place) -> Initiative | None:
    """ "the Elm Act, passed in 1911, ...": which act was passed in 1911?"""
    words = place.words
    at = place.end + (place.after == ",")
    if _among_others(place) or at + 2 >= len(words) or words[at].tag not in ("VBN", "VBD"):
        return None
    if place.after != "," and place.clause.verb.start == at:
        return None  # it is the verb of the clause
    return _by_participle(u, place, at)


def before_name(u: Understanding, place: Place) -> Initiative | None:
    """ "Launched in 2003, the Elm Scheme pays ...": which scheme was launched in 2003?"""
    words, begin = place.words, place.begin
    if begin < 4 or words[begin - 1].text != "," or words[0].tag not in ("VBN", "VBD"):
        return None
    if (
        place.clause.subject is None
        or place.clause.subject[0] != begin
        or any(w.text == "," and not _in_place(words, i) for i, w in enumerate(words[: begin - 1]))
    ):
        return None
    return _by_participle(u, place, 0)


def _by_participle(u: Understanding, place: Place, at: int) -> Initiative | None:
    words = place.words
    base = base_form(words[at].lower)
    if base not in MAKING | _STATE | _DONE or words[at + 1].tag not in ("IN", "TO", "RB", "RP", "CD"):
        return None  # led a group is no participle
    close = next(
        (i for i in range(at + 1, len(words)) if words[i].text in _CLOSES and not _in_place(words, i)), len(words)
    )
    verb = next((c.verb.start for c in u.clauses[place.sentence.index] if at < c.verb.start < close), close)
    if verb < close and words[at - 1].text != ",":
        close = verb
    left_out = relative_dates(u, place.sentence)
    rest = standing_predicate(u, place.sentence, place.clause, close, left_out, LONGEST, start=at + 1)
    if rest is None or len(rest.split()) < 2 or not _stands(rest) or not any(c.isupper() or c.isdigit() for c in rest):
        return None
    plural = is_plural(place.noun)
    helper = ("are" if plural else "is") if base in _STATE else ("were" if plural else "was")
    return statement(u, place, "participle", f"Which {place.noun} {helper} {words[at].lower} {rest}?", 1.0)


def _in_date(words: Sequence[Word], i: int) -> bool:
    """Whether a comma stands inside a date: "on May 4, 1987"."""
    return words[i].text == "," and words[i - 1].tag == "CD" and i + 1 < len(words) and words[i + 1].tag == "CD"


def _in_place(words: Sequence[Word], i: int) -> bool:
    """Whether a comma stands inside a date or a place: "in Lima, Peru"."""
    named = words[i].text == "," and i + 1 < len(words) and words[i - 1].is_name and words[i + 1].is_name
    return named or _in_date(words, i)


def part_of(u: Understanding, place: Place) -> Initiative | None:
    """ "the Elm road, a part of the Coast Corridor": the Elm road is a part of which corridor?"""
    words, begin = place.words, place.begin
    lead = begin - 2
    if lead < 3 or words[begin - 1].lower != "of" or words[lead].lower != "part":
        return None
    comma = lead - (words[lead - 1].tag in ("DT", "JJ")) - (words[lead - 2].tag == "DT") - 1
    if words[comma].text != "," or not words[comma - 1].is_noun:
        return None
    start = noun_phrase_start(words, comma - 1)
    of = next((i for i in range(comma - 1, start, -1) if words[i].lower == "of" and words[i - 1].tag == "NN"), 0)
    start = of + 1 if of else start  # the repair of | the Elm road
    thing = text_of(u.text, words, start, comma)
    if not any(w.is_name for w in words[start:comma]) or words[start - 1].tag == "CC" or not _stands(thing):
        return None
    helper = "are" if is_plural(thing) else "is"
    lead_text = text_of(u.text, words, comma + 1, begin - 1)
    asked = f"{capitalised(thing)} {helper} {lead_text} of which {place.noun}?"
    return statement(u, place, "part-of", asked, 0.9)


def beside_subject(u: Understanding, place: Place) -> Initiative | None:
    """ "The first race, the Elmsford Cup, was held in 1884": which cup, the first race, was held in 1884?"""
    words, clause, begin = place.words, place.clause, place.begin
    if clause.kind is ClauseKind.RELATIVE or clause.subject is None or place.after != ",":
        return None
    a, b = clause.subject
    if b + 1 != begin or words[b].text != "," or clause.verb.start != place.end + 1:
        return None
    told = text_of(u.text, words, a, b)
    first = told[:1].lower() + told[1:] if words[a].tag in ("DT", "JJ") else told
    rest = standing_predicate(u, place.sentence, clause, predicate_end(words, clause), [], LONGEST)
    if rest is None or len(first.split()) < 3 or is_plural(first):
        return None
    aside = f", {first}," if _stands(first) else ""
    asked = f"Which {place.noun}{aside} {verb_text(words, clause)} {rest}?"
    return statement(u, place, "beside-subject", asked, 0.9)
