"""Facts into cards: identity, evidence, choices, and the rules every card obeys."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from quizgen.kinds import Kind
from quizgen.language.english import foreign_paragraphs
from quizgen.language.gazetteer import country
from quizgen.language.names import NameKind
from quizgen.language.occasion import occasions, source_of
from quizgen.language.understanding import Understanding
from quizgen.language.whole import stands_in
from quizgen.model.card import Card, Evidence
from quizgen.model.characters import ILLEGAL
from quizgen.model.fact import Dropped, Fact, Question
from quizgen.questions.distractors import distractors
from quizgen.questions.normal import holds, normal
from quizgen.questions.rules import broken_rule

_SETTLED = frozenset(["date", "role", "anniversary"])
"""Kinds whose questions tell when, or ask for it; the month of the document would tell it as well."""
_NAME = re.compile(r"(?:[A-Z][\w.'’-]+ (?:of (?:the )?)?)+[A-Z][\w'’-]+")
"""A name of several words."""
_WORD = re.compile(r"[^\W\d_]+")
_COUNTING = re.compile(r"“.*(?:\d|anniversar|years|centen|jubilee).*”", re.IGNORECASE)
"""A title that counts the years of an anniversary: "CERN celebrates seventy years"."""
_BARE = re.compile(r"From an? [a-z ]+(?:, [A-Z][a-z]+ \d{4})?")
_SMALL = 3
"""Letters of a word that tells nothing of a name."""
_LINKS = frozenset(["with", "from", "into", "over", "under", "between", "against", "report", "meeting", "statement"])
"""Words that single out no name."""
_AMBIGUOUS = "second-right-answer"
_STOP_IN_QUOTES = re.compile(r"(?<!\.)\.([”\"])\?$")


class Made(NamedTuple):
    """A card with how it came about."""

    card: Card
    kind: Kind
    fact: Fact
    aspect: str
    worth: float
    """Beside the document's other cards; 1 is usual."""
    occasions: tuple[str, ...] = ()
    """What the card's context can be, the fullest first."""
    bound: bool = False
    """Whether it needs one that tells more than a month."""


class Refused(NamedTuple):
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
    foreign = foreign_paragraphs(u)
    for kind in kinds:
        for found in kind.find(u):
            if isinstance(found, Dropped):
                refused.append(Refused(kind.name, found.rule, found.guard, found.span.of(u.text)))
            elif any(u.sentence_at(s.start).paragraph in foreign for s in found.evidence):
                refused.append(Refused(kind.name, found.rule, "not-english", found.evidence[0].of(u.text)))
            else:
                _ask(u, kind, found, source, made, refused)
    made = _with_occasions(u, tell_once(made, refused), refused)
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
    told = " ".join(s.of(u.text) for s in fact.evidence)
    return Card(
        id=f"{kind.name}-{question.aspect}-{_digest(kind.name, question.aspect, fact.subject)}",
        fact=fact_id,
        kind=kind.name,
        context=question.context,
        question=typeset(question.text),
        answer=question.answer,
        value=question.value,
        accept=_accepted(question),
        distractors=distractors(replace(question, evidence=fact.evidence), u, told=told),
        evidence=tuple(Evidence(s.start, s.end, s.of(u.text), source=source) for s in fact.evidence),
        derived=question.derived or not any(holds(s.of(u.text), question.answer) for s in fact.evidence),
        note=question.note,
    )


def _with_occasions(u: Understanding, made: Sequence[Made], refused: list[Refused]) -> list[Made]:
    """Each card under the fullest occasion that gives no answer away; who met is not asked where it tells that."""
    fullest = next(iter(occasions(u)), "") if u.aliases.topic is None else ""
    told = [
        m for m in made if m.card.kind == "attribution" and " and " in m.card.answer and holds(fullest, m.card.answer)
    ]
    refused += [_refused(m, "told-by-the-occasion") for m in told]
    made = [m for m in made if m not in told]
    answers = {answer for m in made if not holds(u.title, answer := m.card.answer.removeprefix("the "))}
    tellable = dict.fromkeys(occasion for m in made for occasion in (*m.occasions, *occasions(u), *source_of(u)))
    quiet = {occasion for occasion in tellable if not any(holds(occasion, answer) for answer in answers)}
    context = [
        m.card.context or next((o for o in _settings(u, m) if o in quiet and not _singles_out(o, m, u)), None)
        for m in made
    ]
    placed = [
        m if c == m.card.context else m._replace(card=replace(m.card, context=c))
        for m, c in zip(made, context, strict=True)
    ]
    loose = [m for m in placed if m.bound and _is_bare(m.card.context)]
    refused += [_refused(m, "no-occasion") for m in loose]
    return [m for m in placed if m not in loose]


def _is_bare(context: str | None) -> bool:
    """Whether a context tells nothing but what sort of text it is of, and when that was."""
    return context is None or _BARE.fullmatch(context) is not None


def _singles_out(occasion: str, made: Made, u: Understanding) -> bool:
    """Whether an occasion calls the answer by a name of its, or by a word that none of the wrong choices has."""
    card = made.card
    if any(holds(occasion, form) for form in (card.answer, *card.accept)):
        return True
    if card.kind == "anniversary" and (
        _names(occasion, made, u) if made.aspect == "what" else _COUNTING.search(occasion)
    ):
        return True
    others = {word for choice in card.distractors for word in normal(choice).split()}
    own = {word for word in normal(card.answer).split() if len(word) > _SMALL} - others - _LINKS
    return not own.isdisjoint(normal(occasion).split())


def _names(occasion: str, made: Made, u: Understanding) -> bool:
    """Whether an occasion names a body or programme that the proof of a fact names as well: it may be what is asked."""
    things = (e for e in u.aliases.entities if e.kind in (NameKind.ORGANISATION, NameKind.PROGRAMME))
    named = (e for e in things if any(e.is_named_in(span) for span in made.fact.evidence))
    return any(stands_in(name, occasion) for entity in named for name in entity.names)


def _settings(u: Understanding, made: Made) -> tuple[str, ...]:
    """What a card may stand under: its occasion; of an article its title, where the question names nothing of it."""
    topic, asked = u.aliases.topic, made.card.question
    if topic is not None:
        return () if any(holds(asked, name) for name in (topic.name, *topic.names)) else occasions(u)
    if made.occasions or made.kind.name not in _SETTLED:
        return made.occasions or occasions(u)
    return () if _tells_where(asked) else source_of(u)


def _tells_where(asked: str) -> bool:
    """Whether a question names something that there is once: a country, or what has a name of several words."""
    if _NAME.search(asked.partition(" ")[2]):
        return True
    return any(map(country, _WORD.findall(asked)))


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
            refused += [_refused(m, _AMBIGUOUS) for m in cards]
            continue
        best = max(cards, key=lambda m: m.worth)
        refused += [_refused(m, "asked-already") for m in cards if m is not best]
        kept.append(_told_apart(best, ids))
    return kept


def _refused(made: Made, reason: str) -> Refused:
    return Refused(made.kind.name, made.fact.rule, reason, made.card.question)


def _told_apart(made: Made, ids: set[str]) -> Made:
    """Of facts with one subject the later ones take their answer, then their question, into their identity."""
    card, parts = made.card, [made.kind.name, made.aspect, made.fact.subject]
    for part in (card.answer, card.question):
        if card.id in ids:
            parts.append(part)
            card = replace(card, id=f"{made.kind.name}-{made.aspect}-{_digest(*parts)}")
    ids.add(card.id)
    return made._replace(card=card)
