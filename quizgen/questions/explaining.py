"""How each card came about, and why candidates were dropped, as lines of plain text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quizgen.questions.made import Made, Refused

_SHOWN = 100


def explain_cards(cards: Iterable[tuple[Made, int]], refused: Iterable[Refused]) -> Iterator[str]:
    """Yield the account of a deck: each card with its rank, then what was turned down."""
    for made, rank in cards:
        card = made.card
        yield f"{card.id}  rank {rank}, worth {made.worth:.2f}"
        yield f"  question  {card.question}"
        yield f"  answer    {card.answer}" + (" (derived)" if card.derived else "")
        yield f"  rule      {made.kind.name}: {made.fact.rule}"
        if made.fact.guards:
            yield f"  passed    {', '.join(made.fact.guards)}"
        for evidence in card.evidence:
            yield f"  evidence  {evidence.start}-{evidence.end}: {_short(evidence.quote)}"
    dropped = list(refused)
    if dropped:
        yield f"dropped   {len(dropped)} candidates"
    for one in dropped:
        yield f"  {one.kind}: {one.rule}, {one.reason}: {_short(one.text)}"


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
