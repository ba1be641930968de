"""Sitting down to a session, and what both the screens and the line mode do in one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from quizgen.model.card import Card
from quizgen.model.review import Kind
from quizgen.study.members import CardsById
from quizgen.study.session import Session
from quizgen.study.shelf import OpenDeck, shelve
from tui.desk import Desk

if TYPE_CHECKING:
    from tui.screens.study import StudyScreen


def sit_down(desk: Desk, decks: Sequence[OpenDeck]) -> tuple[Session, Mapping[str, OpenDeck]]:
    """A session over decks, and the decks by id.

    Raises:
        DeckError: two of them have one id.
        ProgressError: the progress file cannot be read.
    """
    shelf = shelve(decks)
    session = Session(desk.store, [opened.deck for opened in shelf.values()], desk.settings, desk.clock)
    return session, shelf


def study_screen(desk: Desk, decks: Sequence[OpenDeck]) -> StudyScreen:
    """The screen of a session over decks; raises what `sit_down` does."""
    from tui.screens.study import StudyScreen

    return StudyScreen(desk, *sit_down(desk, decks))


def put_away(desk: Desk, session: Session, deck: str, card: str) -> None:
    """Suspend a card, whether it is the one shown or not.

    Raises:
        ProgressError: it cannot be written.
    """
    shown = session.current
    if shown is not None and (shown.deck.id, shown.card.id) == (deck, card):
        session.suspend()
    else:
        desk.store.write(Kind.SUSPEND, deck, card, desk.now())


def cards_of(shelf: Mapping[str, OpenDeck]) -> Mapping[tuple[str, str], Card]:
    """The cards of open decks, by deck and card id."""
    return CardsById((opened.deck for opened in shelf.values()), hidden=True)
