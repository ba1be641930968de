"""All figures at once."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from quizgen.model.deck import Deck
from quizgen.study.memory import weights
from quizgen.study.statistics.answers import Scope, buttons, calendar, hours, retention
from quizgen.study.statistics.cards import forecast, memory, stand
from quizgen.study.statistics.figures import Statistics
from quizgen.study.statistics.groups import by_deck, by_kind
from quizgen.study.store import Store


def gather(
    store: Store, decks: Sequence[Deck], day: int, aim: float, only: Collection[str] | None = None
) -> Statistics:
    """Work out all figures.

    Args:
        store: the progress file.
        decks: those at hand; they give titles, kinds of fact, and which cards there still are.
        day: the study day.
        aim: the retention wanted.
        only: ids of the decks asked about; None for all that were ever studied, at hand or not.

    Raises:
        ProgressError: if the progress file cannot be read.
    """
    scope = Scope(day, only)
    decks = [deck for deck in decks if only is None or deck.id in only]
    with store.beside(decks) as tables:
        cards, kinds = stand(store, scope, tables), by_kind(store, tables)
    return Statistics(
        day=day,
        aim=aim,
        calendar=calendar(store, scope),
        forecast=forecast(cards.learned, day),
        retention=retention(store, scope),
        buttons=buttons(store, scope),
        hours=hours(store, scope),
        memories=memory(cards.learned, day, weights(store.parameters)),
        decks=by_deck(store, scope, decks, cards),
        kinds=kinds,
    )
