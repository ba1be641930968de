"""Cards of a deck file changed, added and removed at their own lines alone; comments and layout stay."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path

from quizgen.deckfile import splice
from quizgen.deckfile.dump import dump_deck
from quizgen.deckfile.fix import with_ids
from quizgen.deckfile.format import Format, format_of
from quizgen.deckfile.identity import ProvisionalIds
from quizgen.deckfile.listed import added, removed
from quizgen.deckfile.load import read_bytes, read_deck, read_located
from quizgen.deckfile.save import replace_file
from quizgen.deckfile.schema import Loaded
from quizgen.deckfile.spans import CardSpan, locate
from quizgen.deckfile.splice import OverlapError, Splice, applied
from quizgen.deckfile.text import printable
from quizgen.errors import DeckError
from quizgen.model.card import Card
from quizgen.model.deck import Deck


@dataclass(frozen=True, slots=True)
class Change:
    """What is to happen to one card."""

    before: Card | None
    """As it was read; None adds a card."""
    after: Card | None
    """As it shall be, with the same id; None removes it. One that is added with an empty id is given one."""
    behind: str | None = None
    """For a card that is added, the id of the one it stands behind: empty for the head, None for the deck's end."""


def edit_deck(path: str | Path, changes: Sequence[Change]) -> Deck:
    """Changes cards of a deck file, all or none of them.

    Args:
        path: the file, YAML or JSON.
        changes: at most one of each card.

    Returns:
        The deck as the file now holds it.

    Raises:
        DeckError: if a card in the file is no longer what it was, if what it shall be cannot stand in a deck,
            or if the file cannot be written; it is then as it was.
    """
    data = read_bytes(path)
    edited, deck = edit_data(data, str(path), format_of(path), changes)
    if edited == data:
        return deck
    if read_bytes(path) != data:
        raise DeckError("the file was changed by another program just now", printable(str(path)), _AGAIN)
    replace_file(path, edited)
    return deck


_AGAIN = "Nothing was written. Open the deck again, then repeat the edit."


def edit_data(data: bytes, name: str, form: Format, changes: Sequence[Change]) -> tuple[bytes, Deck]:
    """The bytes of a deck file with cards changed, and the deck that they hold.

    Args:
        data: the file's bytes.
        name: what messages call it.
        form: how they are written.
        changes: at most one of each card.

    Raises:
        DeckError: as `edit_deck`.
    """
    loaded = read_located(data, name, form)
    plans = _planned(loaded, changes)
    wanted = _wanted(loaded.deck, plans)
    # An unnamed card's provisional id can hang on another card's text: then the ids are written first.
    for named, write in product((False, True), (_by_fields, _as_wholes)):
        source = _named(data, loaded, form) if named else data
        found = read_located(source, name, form) if named else loaded
        edited = _attempt(source, found, form, plans, write)
        if edited is not None and _reads_as(edited, name, form, wanted):
            return edited, wanted
    if len(changes) == 1:
        raise DeckError("the card cannot be changed at its lines alone", printable(name), "Change it in an editor.")
    deck = loaded.deck
    for change in changes:  # neighbours in brackets share a comma
        data, deck = edit_data(data, name, form, [change])
    return data, deck


@dataclass(frozen=True, slots=True)
class _Plan:
    """A change with the number of its card; of one to add, None."""

    number: int | None
    after: Card | None
    behind: str | None = None


def _planned(loaded: Loaded, changes: Sequence[Change]) -> list[_Plan]:
    numbers = {card.id: number for number, card in enumerate(loaded.deck.cards)}
    identities = ProvisionalIds(numbers)
    return [_plan(loaded, change, numbers, identities) for change in changes]


def _plan(loaded: Loaded, change: Change, numbers: dict[str, int], identities: ProvisionalIds) -> _Plan:
    before, after, where = change.before, change.after, printable(loaded.name)
    for part in ("question", "answer"):
        if after is not None and not getattr(after, part).strip():
            raise DeckError(f"the {part} of a card is empty", where, "Write it, or delete the card.")
    if before is None:
        if after is not None and not after.id:
            after = replace(after, id=identities.give(after.question, after.answer))
        return _Plan(None, after, change.behind)
    number = numbers.get(before.id)
    if number is None:
        raise DeckError("the card is no longer in the file", where, _AGAIN)
    if loaded.deck.cards[number] != before:
        raise DeckError("the card was changed in the file since it was read", where, _AGAIN)
    if after is not None and after.id != before.id:
        raise ValueError("an edit keeps the card's id")
    return _Plan(number, after)


def _wanted(deck: Deck, plans: Sequence[_Plan]) -> Deck:
    planned = {plan.number: plan.after for plan in plans if plan.number is not None}
    groups = _added(deck, plans)
    cards = list(groups[0])
    for number, card in enumerate(deck.cards):
        left = planned.get(number, card)
        cards += ([left] if left else []) + groups[number + 1]
    return replace(deck, cards=tuple(cards))


def _added(deck: Deck, plans: Sequence[_Plan]) -> list[list[Card]]:
    """The cards to add by the number of those of the file that they stand behind."""
    groups: list[list[Card]] = [[] for _ in range(len(deck.cards) + 1)]
    where = {card.id: number for number, card in enumerate(deck.cards, 1)} | {"": 0}
    for plan in plans:
        if plan.number is not None or plan.after is None:
            continue
        if plan.behind is None:
            groups[-1].append(plan.after)
            continue
        number = where[plan.after.id] = where[plan.behind]
        ids = [card.id for card in groups[number]]
        groups[number].insert(ids.index(plan.behind) + 1 if plan.behind in ids else 0, plan.after)
    return groups


_Write = Callable[[str, CardSpan, Card, Card], Iterator[Splice]]


def _by_fields(text: str, span: CardSpan, before: Card, after: Card) -> Iterator[Splice]:
    return splice.fields(text, span, before, after)


def _as_wholes(text: str, span: CardSpan, before: Card, after: Card) -> Iterator[Splice]:
    return splice.whole(text, span, after)


def _attempt(data: bytes, loaded: Loaded, form: Format, plans: Sequence[_Plan], write: _Write) -> bytes | None:
    """The edited bytes; None where this way of writing cannot do it."""
    text = data.decode("utf-8-sig")
    splices: list[Splice] = []
    for plan in plans:
        if plan.number is None:
            continue
        if plan.after is None:
            splices.append(removed(text, loaded, plan.number, form))
        elif plan.after != loaded.deck.cards[plan.number]:
            span = locate(text, loaded.places, plan.number, form)
            splices += write(text, span, loaded.deck.cards[plan.number], plan.after)
    for number, cards in enumerate(_added(loaded.deck, plans)):
        splices += added(text, loaded, number, cards, form) if cards else []
    try:
        edited = applied(text, splices)
    except OverlapError:
        return None
    return (codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b"") + edited.encode()


def _named(data: bytes, loaded: Loaded, form: Format) -> bytes:
    if not loaded.unnamed:
        return data
    return dump_deck(loaded.deck, form) if form == "json" else with_ids(data, loaded)


def _reads_as(data: bytes, name: str, form: Format, wanted: Deck) -> bool:
    try:
        return read_deck(data, name, form) == wanted
    except DeckError:
        return False
