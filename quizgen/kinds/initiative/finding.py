"""Programmes in a document, with the best of what is said of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizgen.kinds.initiative.fact import MAKING, Initiative, noun
from quizgen.kinds.initiative.makers import made_by, made_in_relative, opened
from quizgen.kinds.initiative.statements import (
    after_infinitive,
    as_object,
    as_subject,
    fronted,
    in_place,
    of_subject,
)
from quizgen.language.aliases import Entity
from quizgen.language.asking import lowered_article
from quizgen.language.clauses import Clause
from quizgen.language.inflection import base_form
from quizgen.language.lexicon import is_known
from quizgen.language.names import Mention
from quizgen.language.nominal import is_plural
from quizgen.language.sentences import Sentence
from quizgen.language.subject import subject_text
from quizgen.language.understanding import Understanding
from quizgen.model.document import Span
from quizgen.model.fact import Dropped

_PER_NAME = 2
"""Facts about one programme, at the most: the best."""
_BODIES = frozenset(
    [
        "committee",
        "commission",
        "council",
        "alliance",
        "coalition",
        "forum",
        "dialogue",
        "task",
        "platform",
        "group",
    ]
)
"""Bodies that someone sets up for a purpose; of others only their founding is asked."""


def find(u: Understanding) -> Iterator[Initiative | Dropped]:
    """Yield what a document says of the programmes it names, the best for each name."""
    told: dict[str, list[Initiative]] = {}
    for sentence in u.sentences:
        if sentence.heading:
            continue
        for mention in u.mentions[sentence.index]:
            entity = u.aliases.at(mention)
            if entity is None or not _is_programme(u, entity, mention, sentence):
                continue
            found = _said_of(u, sentence, mention, entity)
            if isinstance(found, Dropped):
                yield found
            else:
                told.setdefault(entity.name, []).append(found)
    for facts in told.values():
        yield from sorted(facts, key=lambda f: (-f.worth, f.evidence))[:_PER_NAME]


def _is_programme(u: Understanding, entity: Entity, mention: Mention, sentence: Sentence) -> bool:
    """Whether a name is a whole name of a programme, and no part of a longer one."""
    if (
        entity.sort not in ("P", "A", "B", "W", "E")
        or entity.name.startswith("Year of ")
        or len(entity.name.split()) < 2
    ):
        return False
    if len(entity.name.split()) == 2 and all(is_known(w.lower()) for w in entity.name.split()):
        return False  # Summer Games, Central Committee: of which there are many
    i, j = _range(sentence, mention.span)
    words = sentence.words
    before = words[i - 1] if i else None
    return not (before is not None and before.tag in (")", "NNP", "POS", "PRP$")) and not (
        j < len(words) and words[j].tag == "NNP"
    )


def _range(sentence: Sentence, span: Span) -> tuple[int, int]:
    return sentence.word_at(span.start), sentence.word_at(span.end - 1) + 1


def _said_of(u: Understanding, sentence: Sentence, mention: Mention, entity: Entity) -> Initiative | Dropped:
    def drop(guard: str) -> Dropped:
        return Dropped(rule="statement", guard=guard, span=mention.span)

    if any(s.manner == "direct" and s.content.contains(mention.span) for s in u.speech_about(mention.span)):
        return drop("quoted")
    start, end = _range(sentence, mention.span)
    clause = u.clause_at(sentence, mention.span.start)
    if found := made_by(u, sentence, entity, end) or made_in_relative(u, sentence, entity, end):
        return found
    if clause is None:
        return drop("no-clause")
    if any(w.lower in ("if", "unless") for w in sentence.words):
        return drop("conditional")
    if sentence.words[-1].text == "?" or any(
        w.lower in ("not", "never") for w in sentence.words[clause.verb.start : clause.verb.end]
    ):
        return drop("negation-or-question")
    end = _after_acronym(sentence, end)
    made = base_form(sentence.words[clause.verb.main].lower) in MAKING
    if entity.sort == "B" and noun(entity) not in _BODIES and not made:
        return drop("mere-body")
    for rule in (opened, as_subject, of_subject, as_object, after_infinitive, fronted, in_place):
        if found := rule(u, sentence, clause, entity, start, end):
            return _as_said(u, sentence, clause, mention, found)
    return drop("no-statement-that-stands-alone")


def _after_acronym(sentence: Sentence, end: int) -> int:
    words = sentence.words
    closed = (
        end + 2 < len(words)
        and words[end].text == "("
        and next((i for i in range(end, min(end + 5, len(words))) if words[i].text == ")"), 0)
    )
    return closed + 1 if closed else end


def _as_said(
    u: Understanding, sentence: Sentence, clause: Clause, mention: Mention, fact: Initiative
) -> Initiative | Dropped:
    """What is planned or claimed is asked as its speaker's; what ought to be, as what was called for."""
    words = sentence.words
    modal = words[clause.verb.finite].lower if words[clause.verb.finite].tag == "MD" else ""
    verb = words[clause.verb.finite].span
    speech = next(
        (
            s
            for s in u.speech_about(mention.span)
            if s.content.contains(mention.span) and s.content.contains(verb) and not s.vague
        ),
        None,
    )
    speaker = u.coreference.resolve(speech.speaker, speech.sentence) if speech is not None else None
    if speaker is not None and speaker.entities:
        if speaker.text in fact.asked:
            return fact
        tail = f"which{fact.asked[5:]}" if fact.asked.startswith("Which") else lowered_article(fact.asked)
        return replace(fact, asked=f"According to {u.named(speaker.text)}, {tail}")
    if modal in ("should", "must"):
        return replace(fact, asked=_called_for(fact.asked, modal))
    if modal == "will" and fact.rule == "as-object":  # a plan: is it to launch, not will it
        plural = is_plural(subject_text(u, sentence, clause) or "")
        main = words[clause.verb.main].text
        return replace(fact, asked=_planned(fact.asked, main, plural=plural))
    if modal:
        return Dropped(rule=fact.rule, guard="modality", span=mention.span)
    return fact


def _planned(asked: str, verb: str, *, plural: bool) -> str:
    """ "Which plan will Peru launch?" -> "Which plan is Peru to launch?"."""
    lead, _, tail = asked.partition(" will ")
    before, _, after = tail.partition(f" {verb}")
    return f"{lead} {'are' if plural else 'is'} {before} to {verb}{after}"


def _called_for(asked: str, modal: str) -> str:
    """ "China and Laos should use which committee?" -> "China and Laos were called on to use ..."."""
    lead, _, tail = asked.partition(f" {modal} ")
    if " which " in f" {lead.lower()} ":  # the question word stands in front: nothing is stated
        return asked
    return f"{lead} {'were' if is_plural(lead) else 'was'} called on to {tail}"
