"""What is planned or claimed of a programme is asked as such, never as a fact."""

from __future__ import annotations

from dataclasses import replace

from quizgen.kinds.initiative.fact import Initiative
from quizgen.kinds.initiative.place import Place
from quizgen.language.asking import lowered_article
from quizgen.language.casing import is_small
from quizgen.language.inflection import base_form
from quizgen.language.nominal import is_plural
from quizgen.language.pattern import Pattern
from quizgen.language.subject import subject_text
from quizgen.language.understanding import Understanding
from quizgen.model.document import Span
from quizgen.model.fact import Dropped

_HOLDING = frozenset(
    "argue claim allege believe think contend insist maintain suggest complain fear hope warn say assert hold".split()
)
"""Verbs of what may not be so; what is reported or announced by nobody told may be asked as it is."""
_VERDICT = Pattern(
    r"Which \w+ (?:is|was|remains|remained) (?:an? |the (?:best|only|most|key|main|right)\b|\w+ (?:for|to|in)\b)"
)
"""What says what a thing is worth."""
_OPENING = frozenset("Under At In On For To During Through Within With By Thanks".split())
"""What a question can open with before "which"."""


def as_said(u: Understanding, place: Place, fact: Initiative) -> Initiative | Dropped:
    """What is planned or claimed is asked as its speaker's; what ought to be, as what was called for."""
    words, clause = place.words, place.clause
    finite = words[clause.verb.finite]
    modal = finite.lower if finite.tag == "MD" else ""
    name = Span(words[place.start].start, words[place.end - 1].end)
    speech = next(
        (
            s
            for s in u.speech_about(name)
            if s.content.contains(name) and s.content.contains(finite.span) and not s.vague
        ),
        None,
    )
    speaker = u.speaker_of(speech) if speech is not None else None
    cue = {base_form(word) for word in speech.cue.of(u.text).lower().split()} if speech is not None else set()
    if speaker is None and cue & _HOLDING:
        return Dropped(rule=fact.rule, guard="claim-of-nobody-told", span=name)
    if speaker is not None and speaker.text.endswith(("'s", "’s")):
        return Dropped(rule=fact.rule, guard="vague-speaker", span=name)
    if speaker is not None and speaker.entities:
        if speaker.text in fact.asked:
            return fact
        first = fact.asked.partition(" ")[0]
        opens = first in ("Which", *_OPENING) or is_small(u, first.lower())
        tail = fact.asked[:1].lower() + fact.asked[1:] if opens else lowered_article(fact.asked)
        return replace(fact, asked=f"According to {u.named(speaker.text)}, {tail}", maker="")
    if modal in ("should", "must"):
        return replace(fact, asked=_called_for(fact.asked, modal))
    if modal == "will" and (planned := planned_for(u, place, fact.asked)):
        return replace(fact, asked=planned)
    if fact.rule == "fronted" and place.entity.sort in ("A", "P") and modal in ("may", "can", "shall", "could"):
        return fact  # what a treaty lays down
    if modal and modal != "can":
        return Dropped(rule=fact.rule, guard="modality", span=name)
    return fact


def as_judged(u: Understanding, place: Place, fact: Initiative) -> Initiative:
    """What an author says in the first person that a thing is, which may be a verdict: "according to Ana Reis"."""
    words, subject = place.words, place.clause.subject
    own = subject is not None and words[subject[0]].lower in ("we", "i")
    if not own or u.author is None or fact.rule != "in-relative" or not _VERDICT.match(fact.asked):
        return fact
    return replace(fact, asked=f"According to {u.author.name}, {fact.asked[:1].lower()}{fact.asked[1:]}")


def planned_for(u: Understanding, place: Place, asked: str) -> str:
    """ "Which plan will Peru launch?" -> "Which plan was Peru to launch?"; empty where that does not come out."""
    words, verb = place.words, place.clause.verb
    first = next((w.text for w in words[verb.finite + 1 : verb.end] if w.tag[:2] == "VB"), "")
    lead, _, tail = asked.partition(" will ")
    before, bare, after = f" {tail}".partition(f" {first}")
    if not first or not bare or place.clause.opener == "whether":
        return ""
    asks_for_it = lead.startswith("Which ") and not before.strip()
    subject = lead if asks_for_it else before.strip() or subject_text(u, place.sentence, place.clause)
    helper = "were" if subject and is_plural(subject) else "was"
    return f"{lead} {helper}{before} to {first}{after}"


def _called_for(asked: str, modal: str) -> str:
    """ "China and Laos should use which committee?" -> "China and Laos were called on to use ..."."""
    lead, _, tail = asked.partition(f" {modal} ")
    if " which " in f" {lead.lower()} ":  # the question word stands in front: nothing is stated
        return asked
    return f"{lead} {'were' if is_plural(lead) else 'was'} called on to {tail}"
