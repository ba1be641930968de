"""What a programme is for, and what is told of it right behind its name or in the next sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quizgen.kinds.initiative.fact import LONGEST, MAKING, Initiative, statement
from quizgen.kinds.initiative.modality import planned_for
from quizgen.kinds.initiative.place import Place
from quizgen.kinds.initiative.statements import stated
from quizgen.language.asking import capitalised, inverted, predicate_end
from quizgen.language.clauses import Clause, ClauseKind
from quizgen.language.inflection import base_form
from quizgen.language.nominal import is_action
from quizgen.language.pattern import Pattern
from quizgen.language.predicate import standing_predicate
from quizgen.language.sentences import Sentence
from quizgen.language.subject import subject_text
from quizgen.language.understanding import Understanding
from quizgen.language.words import Word
from quizgen.model.document import Span

_WELCOMING = frozenset(
    "welcome support back endorse join praise applaud commend fund lead mention discuss note highlight promote "
    "implement expand strengthen".split()
)
"""Verbs whose object keeps its own purpose: "welcomed the Programme to protect wild bees"."""
_BACK = Pattern(r"(Which (?:\S+ ){4,}\S+), (?:by|in|on|at|with|from|for|to|after|before|during) [^,]+\?")
"""A clause between commas with what belongs to the clause around it: "..., which pays for schools*, by video link*"."""
_UNDERGONE = frozenset("run base locate rename merge close dissolve abolish own disband".split())
"""What is done to bodies."""
_LONGEST = 22
_SHORT = 2
"""Words of "it" or "the canal"."""


def in_relative(u: Understanding, place: Place) -> Initiative | None:
    """ "the Harbour Railway, which connects Bergen and Oslo": which railway connects Bergen and Oslo?"""
    at = place.end + (place.after == ",")
    clause = next((c for c in u.clauses[place.sentence.index] if c.start == at), None)
    if clause is None and at + 1 < len(place.words) and place.words[at].tag == "IN":
        return _under_which(u, place, at)
    if clause is None or clause.kind is not ClauseKind.RELATIVE or clause.subject is not None:
        return None
    if clause.opener not in ("which", "that") or (place.after == "," and (place.belongs or _of_another(place, clause))):
        return None
    told = stated(u, place._replace(clause=clause), "in-relative")
    if told is not None and place.after == "," and (inner := _BACK.fullmatch(told.asked)):
        told = replace(told, asked=f"{inner[1]}?")
    if told is None or place.words[clause.verb.finite].lower != "will":
        return told
    asked = planned_for(u, place._replace(clause=clause), told.asked)
    return replace(told, asked=asked) if asked else None


def _of_another(place: Place, clause: Clause) -> bool:
    """Whether what is done is done to the thing before a body: "read a paper to the Tuna Club, which was met with"."""
    words = place.words
    behind = place.begin > 0 and words[place.begin - 1].lower in ("to", "before", "at")
    done = clause.verb.passive and base_form(words[clause.verb.main].lower) not in MAKING | _UNDERGONE
    return place.entity.sort == "B" and behind and done


def _under_which(u: Understanding, place: Place, at: int) -> Initiative | None:
    """ "the Fjord Plan, under which Norway will plant oaks": under which plan is Norway to plant oaks?"""
    words = place.words
    clause = next((c for c in u.clauses[place.sentence.index] if c.start in (at, at + 1) and c.opener == "which"), None)
    if clause is None or clause.subject is None or words[at + 1].lower != "which":
        return None
    clause = clause._replace(kind=ClauseKind.MAIN)
    subject = subject_text(u, place.sentence, clause)
    if subject is None:
        return None
    inner = place._replace(clause=clause)
    room = LONGEST - len(subject.split())
    rest = standing_predicate(u, place.sentence, clause, predicate_end(words, clause), [], room)
    if not rest:
        return None
    asked = f"{capitalised(words[at].text)} which {place.noun} {inverted(u.text, words, clause, subject, rest)}?"
    if words[clause.verb.finite].lower == "will":
        asked = planned_for(u, inner, asked)
    return statement(u, place, "in-relative", asked, 1.0) if asked else None


def aim(u: Understanding, place: Place) -> Initiative | None:
    """ "welcomed the Blue Coast Programme to clean up beaches": which programme is meant to clean up beaches?"""
    words, end = place.words, place.end
    if end + 2 >= len(words) or words[end].tag != "TO" or words[end + 1].tag != "VB":
        return None
    before = words[place.begin - 1]
    governs = (
        base_form(before.lower) in _WELCOMING
        if before.tag[:2] == "VB"
        else before.lower == "for" or _of_action(words, place.begin - 1)
    )
    if not governs:
        return None  # "used the Programme to win votes": not what it is for
    stop = next((c.start for c in u.clauses[place.sentence.index] if c.start > end), place.clause.end)
    stop = next((i for i in range(end, stop) if words[i].text in (",", ";") or _joins_another(words, i)), stop)
    rest = standing_predicate(u, place.sentence, place.clause, stop, [], _LONGEST, start=end + 1)
    if rest is None or len(rest.split()) < 3:
        return None
    return statement(u, place, "aim", f"Which {place.noun} is meant to {rest}?", 1.0)


def _of_action(words: Sequence[Word], i: int) -> bool:
    """Whether "of" at ``i`` follows a noun of action: the *launch of* a plan to ..., not a *meeting of* the league."""
    return i > 0 and words[i].lower == "of" and is_action(words[i - 1].lower)


def _joins_another(words: Sequence[Word], i: int) -> bool:
    """Whether "and" at ``i`` adds something else than a part of the aim: "to fight crime *and the* founding of"."""
    return words[i].tag == "CC" and words[i + 1].tag in ("DT", "PRP$")


def called_this(u: Understanding, place: Place, before: Sequence[Place]) -> Initiative | None:
    """ "... the Treaty of Bergen. This treaty gives ...": which treaty gives ...?

    Args:
        u: the document.
        place: the subject "this treaty", taken for the name.
        before: the programmes named in the sentence before.
    """
    alike = {p.entity.name for p in before if p.noun == place.words[place.end - 1].lower}
    if len(alike) != 1:
        return None
    named = next(p for p in before if p.entity.name in alike)
    first, second = named.sentence.span, place.sentence.span
    evidence = (u.proof(Span(first.start, first.start + 1)), u.proof(Span(second.start, second.start + 1)))
    return stated(u, place._replace(entity=named.entity), "called-this", evidence=evidence)


def called_it(u: Understanding, sentence: Sentence) -> Initiative | None:
    """ "It was opened in 1911": which canal was opened in 1911, where "it" is what the article is about.

    Args:
        u: the document.
        sentence: whose main clause has "it" or "the canal" for its subject.
    """
    topic = u.aliases.topic
    if topic is None or topic.sort not in ("P", "A", "W", "E"):
        return None
    words = sentence.words
    main = next((c for c in u.clauses[sentence.index] if c.kind is ClauseKind.MAIN and c.subject), None)
    if main is None or main.subject is None or words[-1].text == "?" or words[main.verb.finite].tag == "MD":
        return None
    a, b = main.subject
    span = Span(words[a].start, words[b - 1].end)
    if not (words[a].lower == "it" or (words[a].lower == "the" and words[b - 1].tag == "NN")) or b - a > _SHORT:
        return None
    if u.speech_about(span) or any(w.lower in ("not", "never", "if") for w in words):
        return None
    who = u.coreference.resolve(span, sentence.index)
    entity = who.entities[0] if who is not None and len(who.entities) == 1 and who.indirect else None
    if entity is not topic or entity is None or not entity.mentions or " " not in entity.name:
        return None
    evidence = (u.proof(entity.last_before(span.start).span), u.proof(span))
    told = stated(u, Place(sentence, main, entity, a, b), "called-it", evidence=evidence)
    whole = entity.name if not told or told.name.endswith(entity.name) else ""
    return replace(told, name=u.named(entity.name), worth=0.85) if told and whole else None
