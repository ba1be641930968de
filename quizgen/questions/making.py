"""Facts into cards: identity, evidence, choices, and the rules every card obeys."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations

from quizgen.kinds import Kind
from quizgen.language.english import foreign_paragraphs
from quizgen.language.pattern import Pattern
from quizgen.language.understanding import Understanding
from quizgen.model.card import Card, Evidence
from quizgen.model.characters import ILLEGAL
from quizgen.model.fact import AnswerType, Dropped, Fact, Question
from quizgen.questions import pools
from quizgen.questions.distractors import distractors
from quizgen.questions.made import Made, Refused, turned_down
from quizgen.questions.normal import holds, normal
from quizgen.questions.placing import with_occasions
from quizgen.questions.rules import broken_rule
from quizgen.questions.wholes import in_full

_AMBIGUOUS = "second-right-answer"
_SMALL = frozenset(
    "what who which when where whom year month date day did was were is are the a an of in on at to and for with as by "
    "from that its".split()
)
_TELLING = 2
"""Words that tell what is asked, at the least, for two questions to be compared by them."""
_SHARED = 0.85
"""Of the words of the shorter question, the share that the longer one has as well where both ask the same."""
_COMPARED = 60
"""Cards with one answer that are compared, the best ones: of a hero's life there may be thousands."""
_WHO = Pattern(r"^Who\b")
"""What is not asked of a country, as its minister may have said the same."""
_STOP_IN_QUOTES = Pattern(r"(?<!\.)\.([”\"])\?$")


def make_cards(u: Understanding, kinds: Iterable[Kind], source: str | None = None) -> tuple[list[Made], list[Refused]]:
    """All cards of a document, in the order of their evidence, and what was turned down.

    Args:
        u: the document.
        kinds: the kinds of fact to ask about.
        source: the document's file, for the evidence of a deck that has several.
    """
    made: list[Made] = []
    refused: list[Refused] = []
    foreign = foreign_paragraphs(u)
    for kind in kinds:
        for found in kind.find(u):
            if isinstance(found, Dropped):
                refused.append(Refused(kind.name, found.rule, found.guard, found.span.of(u.text)))
            elif any(u.sentence_at(s.start).paragraph in foreign for s in found.evidence):
                refused.append(Refused(kind.name, found.rule, "not-english", found.evidence[0].of(u.text)))
            else:
                _ask(u, kind, found, source, made, refused)
    made = with_occasions(u, tell_once(made, refused), refused)
    made.sort(key=lambda m: (m.card.evidence[0].start, m.card.id))
    return made, refused


def _ask(
    u: Understanding, kind: Kind, fact: Fact, source: str | None, made: list[Made], refused: list[Refused]
) -> None:
    for number, question in enumerate(kind.ask(fact, u)):
        card = _card(u, kind, fact, question, source)
        if rule := broken_rule(card):
            refused.append(Refused(kind.name, fact.rule, rule, card.question))
            continue
        worth = kind.worth * fact.worth * 0.9**number
        made.append(Made(card, kind, fact, question.aspect, worth, question.occasions, question.bound))


def _card(u: Understanding, kind: Kind, fact: Fact, question: Question, source: str | None) -> Card:
    fact_id = _digest(kind.name, fact.subject)
    if question.type is AnswerType.COUNTRY and question.answer not in pools.by_field("continents.txt"):
        question = question._replace(text=_WHO.sub("Which country", question.text))
    return Card(
        id=f"{kind.name}-{question.aspect}-{_digest(kind.name, question.aspect, fact.subject)}",
        fact=fact_id,
        kind=kind.name,
        context=question.context,
        question=typeset(in_full(question.text, question.answer, u)),
        answer=question.answer,
        value=question.value,
        accept=_accepted(question),
        distractors=distractors(question._replace(evidence=fact.evidence), u),
        evidence=tuple(Evidence(s.start, s.end, s.of(u.text), source=source) for s in fact.evidence),
        derived=question.derived or not any(holds(s.of(u.text), question.answer) for s in fact.evidence),
        note=question.note,
    )


def typeset(question: str) -> str:
    """A question with curled marks for the doubled ones of typewriters, and no stop before the mark that closes it."""
    question = question.replace("``", "“").replace("''", "”") if "``" in question or "''" in question else question
    return _STOP_IN_QUOTES.sub(r"\1?", question) if question.endswith((".”?", '."?')) else question


def _digest(*parts: str) -> str:
    """Ten hexadecimal digits that stand for the parts, whatever their case and punctuation."""
    return hashlib.sha256("\0".join(normal(part) for part in parts).encode()).hexdigest()[:10]


def _accepted(question: Question) -> tuple[str, ...]:
    """Other answers that count, none twice and none the answer itself."""
    seen = {question.answer}
    accepted = []
    for form in question.accept:
        if form not in seen and not ILLEGAL.search(form):
            seen.add(form)
            accepted.append(form)
    return tuple(accepted)


def tell_once(made: Sequence[Made], refused: list[Refused]) -> list[Made]:
    """Without cards that ask the same: one of several with one answer stays, none of several with different ones.

    Args:
        made: the cards of one document, or those of several that were made by themselves.
        refused: what was turned down; a question that had several answers in one document is asked of none, and
            what is turned down here is added.
    """
    by_question: dict[str, list[Made]] = {}
    for card in made:
        by_question.setdefault(normal(card.card.question), []).append(card)
    ambiguous = {normal(r.text) for r in refused if r.reason == _AMBIGUOUS}
    ids: set[str] = set()
    kept = []
    for question, cards in by_question.items():
        if question in ambiguous or len({normal(m.card.answer) for m in cards}) > 1:
            refused += [turned_down(m, _AMBIGUOUS) for m in cards]
            continue
        best = max(cards, key=lambda m: m.worth)
        refused += [turned_down(m, "asked-already") for m in cards if m is not best]
        kept.append(best)
    return [_told_apart(m, ids) for m in _in_other_words(kept, refused)]


def _in_other_words(made: Sequence[Made], refused: list[Refused]) -> list[Made]:
    """Without cards that ask in other words, or with more of them, what another with the same answer asks."""
    by_answer: dict[str, list[Made]] = {}
    for card in made:
        by_answer.setdefault(normal(card.card.answer), []).append(card)
    again = set[int]()
    for cards in by_answer.values():
        for one, other in combinations(sorted(cards, key=lambda m: -m.worth)[:_COMPARED], 2):
            told, same = _told(one.card), _told(other.card)
            fewer = min(len(told), len(same))
            if id(one) not in again and fewer >= _TELLING and len(told & same) >= _SHARED * fewer:
                again.add(id(other))
    refused += [turned_down(m, "asked-in-other-words") for m in made if id(m) in again]
    return [m for m in made if id(m) not in again]


def _told(card: Card) -> frozenset[str]:
    """The words of a question that tell what it asks, in lower case."""
    return frozenset(normal(card.question).split()) - _SMALL


def _told_apart(made: Made, ids: set[str]) -> Made:
    """Of facts with one subject the later ones take their answer, then their question, into their identity."""
    card, parts = made.card, [made.kind.name, made.aspect, made.fact.subject]
    for part in (card.answer, card.question):
        if card.id in ids:
            parts.append(part)
            card = replace(card, id=f"{made.kind.name}-{made.aspect}-{_digest(*parts)}")
    ids.add(card.id)
    return made._replace(card=card)
