"""Facts into cards: identity, evidence, choices, and the rules every card obeys."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from quizgen.kinds import Kind
from quizgen.language.understanding import Understanding
from quizgen.model.card import Card, Evidence
from quizgen.model.fact import Dropped, Fact, Question
from quizgen.questions.distractors import distractors
from quizgen.questions.normal import normal
from quizgen.questions.rules import broken_rule


@dataclass(frozen=True, slots=True)
class Made:
    """A card with how it came about."""

    card: Card
    kind: Kind
    fact: Fact
    aspect: str
    worth: float
    """Beside the document's other cards; 1 is usual."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A question or a candidate that became no card, and why."""

    kind: str
    rule: str
    reason: str
    text: str


def make_cards(u: Understanding, kinds: Iterable[Kind], source: str | None = None) -> tuple[list[Made], list[Refused]]:
    """All cards of a document, in the order of their evidence, and what was turned down.

    Args:
        u: the document.
        kinds: the kinds of fact to ask about.
        source: the document's file, for the evidence of a deck that has several.
    """
    made: list[Made] = []
    refused: list[Refused] = []
    for kind in kinds:
        for found in kind.find(u):
            if isinstance(found, Dropped):
                refused.append(Refused(kind.name, found.rule, found.guard, found.span.of(u.text)))
            else:
                _ask(u, kind, found, source, made, refused)
    made = list(_distinct(made, refused))
    made.sort(key=lambda m: (m.card.evidence[0].start, m.card.id))
    return made, refused


def _ask(u: Understanding, kind: Kind, fact: Fact, source: str | None, made: list[Made], refused: list[Refused]) -> None:
    for number, question in enumerate(kind.ask(fact, u)):
        card = _card(u, kind, fact, question, source)
        if rule := broken_rule(card):
            refused.append(Refused(kind.name, fact.rule, rule, card.question))
            continue
        worth = kind.worth * fact.worth * 0.9**number
        made.append(Made(card, kind, fact, question.aspect, worth))


def _card(u: Understanding, kind: Kind, fact: Fact, question: Question, source: str | None) -> Card:
    fact_id = _digest(kind.name, fact.subject)
    return Card(
        id=f"{kind.name}-{question.aspect}-{_digest(kind.name, question.aspect, fact.subject)}",
        fact=fact_id,
        kind=kind.name,
        context=question.context,
        question=question.text,
        answer=question.answer,
        value=question.value,
        accept=_accepted(question),
        distractors=distractors(question, u),
        evidence=tuple(Evidence(s.start, s.end, s.of(u.text), source=source) for s in fact.evidence),
        derived=question.derived,
        note=question.note,
    )


def _digest(*parts: str) -> str:
    """Ten hexadecimal digits that stand for the parts, whatever their case and punctuation."""
    return hashlib.sha256("\0".join(normal(part) for part in parts).encode()).hexdigest()[:10]


def _accepted(question: Question) -> tuple[str, ...]:
    """Other answers that count, none twice and none the answer itself."""
    seen = {question.answer}
    accepted = []
    for form in question.accept:
        if form not in seen:
            seen.add(form)
            accepted.append(form)
    return tuple(accepted)


def _distinct(made: Sequence[Made], refused: list[Refused]) -> Iterator[Made]:
    """Without cards that ask the same: one of several with one answer stays, none of several with different ones."""
    by_question: dict[str, list[Made]] = {}
    for card in made:
        by_question.setdefault(normal(card.card.question), []).append(card)
    ids: dict[str, int] = {}
    for cards in by_question.values():
        if len({normal(m.card.answer) for m in cards}) > 1:
            refused += [Refused(m.kind.name, m.fact.rule, "second-right-answer", m.card.question) for m in cards]
            continue
        best = max(cards, key=lambda m: m.worth)
        refused += [Refused(m.kind.name, m.fact.rule, "asked-already", m.card.question) for m in cards if m is not best]
        yield _told_apart(best, ids)


def _told_apart(made: Made, ids: dict[str, int]) -> Made:
    """Of facts with one subject the later ones take their answer into their identity."""
    if made.card.id not in ids:
        ids[made.card.id] = 1
        return made
    head = made.card.id.rsplit("-", 1)[0]
    card = replace(made.card, id=f"{head}-{_digest(made.kind.name, made.aspect, made.fact.subject, made.card.answer)}")
    ids[card.id] = 1
    return replace(made, card=card)
