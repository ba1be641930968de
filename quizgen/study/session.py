"""A study session: what comes next, what an answer does, and how to take it back."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from quizgen.model.card import Card
from quizgen.model.deck import Deck
from quizgen.model.review import CardState, Grade, Kind, Mode, Operation, Phase
from quizgen.study.agenda import Counts, Key, learning_cards, plan, soonest_step
from quizgen.study.answering import Answer, balanced_outcomes, facts, storable
from quizgen.study.changes import changed_cards
from quizgen.study.days import Clock, Moment, moment
from quizgen.study.members import CardsById, answer_hash
from quizgen.study.mixing import mixed
from quizgen.study.schedule import Outcome
from quizgen.study.settings import Settings
from quizgen.study.store import Store
from quizgen.study.summary import Summary, summarise

LEARN_AHEAD_MS = 20 * 60 * 1000
"""A learning card due so soon is shown at once when nothing else is left."""

MORE_NEW, MORE_REVIEWS = 10, 50
"""How many new cards and reviews `Session.go_beyond` lets through at a time."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A card, and how far its learning has come."""

    deck: Deck
    card: Card
    state: CardState


@dataclass(frozen=True, slots=True)
class Answered:
    """What an answer did."""

    operation: Operation
    state: CardState
    leech: bool
    """It has just reached the leech threshold: offer edit, suspend, keep."""


class Session:
    """One sitting over one or more decks; every method that changes anything has committed when it returns.

    Methods may raise ProgressError (a full disk, a file held by another program): nothing was written then.
    Those that need a card shown raise LookupError where there is none.

    Args:
        store: the progress file.
        decks: what is studied, in order; ids must differ (see ``quizgen.study.shelf``).
        settings: limits, steps and retention.
        clock: the learner's local time.
    """

    def __init__(self, store: Store, decks: Sequence[Deck], settings: Settings, clock: Clock) -> None:
        self._store = store
        self._settings = settings
        self._limits = settings
        """With those of today, which the learner may lift."""
        self._clock = clock
        self._decks = {deck.id: deck for deck in decks}
        self._cards = CardsById((), hidden=False)
        self._queue: deque[Key] = deque()
        self._new: set[Key] = set()
        """Those of the queue that are new."""
        self._planned: tuple[int, int] | None = None
        """The study day and state of the file the queue was made for; None when it must be made again."""
        self._shown: Shown | None = None
        self._foreseen: tuple[CardState, int, Mapping[Grade, Outcome]] | None = None
        self._answers: list[Operation] = []
        store.enrol(decks)
        self._index()
        self._advance(self._now())

    # What is shown

    @property
    def current(self) -> Shown | None:
        """The card to show; None when nothing is left, or only learning cards that are not due yet."""
        return self._shown

    @property
    def next_learning_at(self) -> int | None:
        """When nothing is shown: the UTC milliseconds at which the next learning card comes today, if any."""
        return next((due_at for _, due_at in self._learning(self._now())), None) if self._shown is None else None

    def resume(self) -> Shown | None:
        """Look again for a card after waiting, or on the next day; a card that is shown stays."""
        if self._shown is None:
            self._advance(self._now())
        return self._shown

    def preview(self) -> Mapping[Grade, Outcome]:
        """What each grade would do to the card shown, and what ``answer`` then writes.

        Only a study day that turns, or another program that answers the same card, can come in between.

        The first call loads the scheduler (some 40 ms): make it when revealing. The card that comes after this one is
        read meanwhile, so that it is there at once.
        """
        shown = self._required()
        self._next_in_queue()
        return self._outcomes((shown.deck.id, shown.card.id), shown.state, self._now())

    def counts(self) -> Counts:
        """What is left today, the card shown included."""
        now = self._now()
        self._plan(now)
        phase = self._shown.state.phase if self._shown else None
        new = sum(key in self._new for key in self._queue)
        return Counts(
            new=new + (phase is Phase.NEW),
            learning=sum(1 for _ in self._learning(now)),
            due=len(self._queue) - new + (phase is Phase.REVIEW),
        )

    def beyond(self) -> Counts:
        """What `go_beyond` would let through: new cards and reviews, when the limits leave nothing else for today."""
        now = self._now()
        return plan(self._store, self._decks, self._lifted(now), now).counts._replace(learning=0)

    @property
    def done(self) -> int:
        """Cards answered in this session that are through for today."""
        last = {(answer.deck, answer.card): answer.review for answer in self._answers}
        return sum(review is not None and review.phase_after is Phase.REVIEW for review in last.values())

    @property
    def total(self) -> int:
        """``done`` and all that is left."""
        return self.done + self.counts().total

    def summary(self) -> Summary:
        """What the session came to so far."""
        return summarise(self._store, self._decks, self._answers, self._settings, self._now().day)

    def changed(self) -> Sequence[Shown]:
        """Cards whose answer in the deck is not the one that was learned: ask keep or reset."""
        return [
            Shown(deck, card, self._store.state(deck.id, card.id))
            for deck, card in changed_cards(self._store, self._decks)
        ]

    # What is done

    def answer(self, grade: Grade, mode: Mode = Mode.FLIP, duration_ms: int = 0, typed: str | None = None) -> Answered:
        """Grade the card shown and go to the next.

        Args:
            grade: how well it was known.
            mode: how it was asked.
            duration_ms: from the question's showing to the grade.
            typed: what was typed, where it was asked so.
        """
        shown, now = self._required(), self._now()
        deck, card = shown.deck.id, shown.card.id
        given = Answer(
            grade=grade,
            mode=mode,
            duration_ms=max(0, duration_ms),
            typed=typed,
            answer_hash=answer_hash(shown.card),
        )
        operation, state = self._store.write(
            Kind.REVIEW,
            deck,
            card,
            now,
            review=lambda before, parameters: facts(
                given, before, self._outcomes((deck, card), before, now)[grade], now, self._settings, parameters
            ),
        )
        self._answers.append(operation)
        self._advance(now)
        return Answered(operation, state, operation.review is not None and operation.review.leech)

    def undo(self) -> Operation | None:
        """Take back the last operation on these decks, by whichever session of this progress file.

        After an answer, a burying or a suspending is taken back, its card is shown again.

        Returns:
            The operation taken back; None when there is none.
        """
        undone = self._store.undo(self._decks, self._now())
        if undone is None:
            return None
        self._answers = [answer for answer in self._answers if answer.id != undone.id]
        self._planned = None
        key = (undone.deck, undone.card)
        if key in self._cards and undone.kind in (Kind.REVIEW, Kind.BURY, Kind.SUSPEND):
            self._show(key)
        else:
            self._refresh()
        return undone

    @property
    def last(self) -> str | None:
        """The id of the operation that ``undo`` would take back, if there is one."""
        operation = self._store.last(self._decks)
        return None if operation is None else operation.id

    def go_beyond(self) -> Shown | None:
        """Let more cards through today than the limits do, in this session alone; the card that comes then."""
        now = self._now()
        self._limits, self._planned = self._lifted(now), None
        return self.resume()

    def bury(self) -> Operation:
        """Hide the card shown until the next study day, and go to the next."""
        return self._hide(Kind.BURY)

    def suspend(self) -> Operation:
        """Hide the card shown until it is unsuspended, and go to the next."""
        return self._hide(Kind.SUSPEND)

    def unsuspend(self, deck: str, card: str) -> Operation:
        """Let a suspended card be shown again."""
        return self._change(Kind.UNSUSPEND, deck, card)

    def flag(self, reason: str = "") -> Operation:
        """Flag the card shown as bad; it stays."""
        shown = self._required()
        return self._change(Kind.FLAG, shown.deck.id, shown.card.id, storable(reason))

    def unflag(self) -> Operation:
        """Take the flag from the card shown."""
        shown = self._required()
        return self._change(Kind.UNFLAG, shown.deck.id, shown.card.id)

    def keep(self, deck: str, card: str) -> Operation:
        """A card whose answer changed keeps its schedule."""
        return self._change(Kind.KEEP, deck, card, answer_hash(self._cards[deck, card]))

    def reset(self, deck: str, card: str) -> Operation:
        """The card becomes new again."""
        return self._change(Kind.RESET, deck, card)

    def replace(self, deck: Deck, cards: Iterable[str] | None = None, show: str | None = None) -> None:
        """Go on with a deck of the session as it is now, after its file was edited.

        Args:
            deck: as it is now.
            cards: the ids of those that were changed, added or removed; None where that is not known.
            show: the id of the card to show now, such as one that was put back; None for the one that is shown.
        """
        self._decks[deck.id] = deck
        if cards is None:
            self._store.enrol([deck])
        else:
            self._store.amend(deck, cards)
        self._index()
        self._planned = None
        if show is not None and (deck.id, show) in self._cards:
            self._show((deck.id, show))
        else:
            self._refresh()

    def _hide(self, kind: Kind) -> Operation:
        shown = self._required()
        now = self._now()
        operation, _ = self._store.write(kind, shown.deck.id, shown.card.id, now)
        self._planned = None
        self._advance(now)
        return operation

    def _change(self, kind: Kind, deck: str, card: str, text: str | None = None) -> Operation:
        operation, _ = self._store.write(kind, deck, card, self._now(), text=text)
        self._planned = None
        self._refresh()
        return operation

    # What comes next

    def _advance(self, now: Moment) -> None:
        self._shown = self._foreseen = None
        self._plan(now)
        soonest = soonest_step(self._store, self._decks)
        if soonest is not None and soonest <= now.instant and self._show_learning(now, 0):
            return
        if self._next_in_queue():
            self._show(self._queue.popleft())
        elif soonest is not None:
            self._show_learning(now, LEARN_AHEAD_MS)

    def _show_learning(self, now: Moment, ahead_ms: int) -> bool:
        """Show the learning card that is due soonest, if it is so soon."""
        key, due_at = next(self._learning(now), (None, 0))
        if key is None or due_at > now.instant + ahead_ms:
            return False
        self._show(key)
        return True

    def _next_in_queue(self) -> bool:
        """Whether there is a next card, leaving out those that another program has found gone from their deck."""
        while self._queue and self._queue[0] not in self._cards:
            self._queue.popleft()
        return bool(self._queue)

    def _plan(self, now: Moment) -> None:
        """Make the queue, unless the one there is still holds; the card shown is not in it."""
        made_for = (now.day, self._store.foreign_changes)
        if self._planned == made_for:
            return
        left = plan(self._store, self._decks, self._limits, now)
        phase = self._shown.state.phase if self._shown else None
        reviews = self._without_shown(left.reviews, phase is Phase.REVIEW)
        new = self._without_shown(left.new, phase is Phase.NEW)
        self._queue, self._new = deque(mixed(reviews, new)), set(new)
        self._planned = made_for

    def _without_shown(self, keys: Sequence[Key], counted: bool) -> list[Key]:
        """Without the card shown and its sibling, and no more than the limit leaves beside it."""
        shown = self._shown
        known = self._cards.among(keys)
        if shown is None:
            return known
        fact = shown.card.fact
        others = [
            key
            for key in known
            if key != (shown.deck.id, shown.card.id)
            and (fact is None or key[0] != shown.deck.id or self._cards[key].fact != fact)
        ]
        return others[: len(known) - counted]

    def _learning(self, now: Moment) -> Iterator[tuple[Key, int]]:
        # Whoever shares the store may have enrolled a later version of a deck, with cards not known here.
        waiting = learning_cards(self._store, self._decks, now)
        return ((key, due_at) for key, due_at in waiting if key in self._cards)

    def _show(self, key: Key) -> Shown:
        shown = self._shown = Shown(self._decks[key[0]], self._cards[key], self._store.state(*key))
        self._foreseen = None
        return shown

    def _refresh(self) -> None:
        """Show the same card as it is now; another one if it can no longer be shown."""
        before = self._shown
        if before is None or (key := (before.deck.id, before.card.id)) not in self._cards:
            self._advance(self._now())
            return
        now = self._show(key)
        made_new = now.state.phase is Phase.NEW and before.state.phase is not Phase.NEW
        if made_new and not self._room_for_new():
            self._advance(self._now())

    def _lifted(self, now: Moment) -> Settings:
        done = self._store.days(now.day, now.day)
        return replace(self._limits, new_per_day=done.new + MORE_NEW, reviews_per_day=done.reviews + MORE_REVIEWS)

    def _room_for_new(self) -> bool:
        day = self._now().day
        return self._store.days(day, day).new < self._limits.new_per_day

    def _outcomes(self, key: Key, state: CardState, now: Moment) -> Mapping[Grade, Outcome]:
        """What each grade does; computed once for a card as long as it stays as it is."""
        if self._foreseen is None or self._foreseen[:2] != (state, now.day):
            found = balanced_outcomes(self._store, key, state, now.day, self._settings)
            self._foreseen = (state, now.day, found)
        return self._foreseen[2]

    def _required(self) -> Shown:
        if self._shown is None:
            raise LookupError("no card is shown")
        return self._shown

    def _now(self) -> Moment:
        return moment(self._clock(), self._settings.rollover_hour)

    def _index(self) -> None:
        self._cards = CardsById(self._decks.values(), hidden=False)
