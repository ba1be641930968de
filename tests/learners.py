"""Simulated learners: habits, played through on real sessions, stores and deck files, and the laws that hold."""

from __future__ import annotations

import datetime as dt
import io
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from zoneinfo import ZoneInfo

from study_tools import Clock, caches, make_deck

from quizgen.deckfile import load_deck, save_deck
from quizgen.deckfile.edit import Change, edit_deck
from quizgen.model.card import Card
from quizgen.model.review import CardState, Grade, Mode, Phase
from quizgen.quiz.paper import make_paper
from quizgen.study.agenda import plan
from quizgen.study.browsing import bulk
from quizgen.study.cramming import Cramming
from quizgen.study.days import Moment, instant_at, moment
from quizgen.study.members import is_hidden
from quizgen.study.moving.carried import lines, rows_in
from quizgen.study.quizrun import QuizRun
from quizgen.study.results import keep
from quizgen.study.session import Session
from quizgen.study.settings import Settings
from quizgen.study.statistics.recall import streak
from quizgen.study.store import Store

Key = tuple[str, str]

SETTINGS = Settings(new_per_day=6, reviews_per_day=9, leech_threshold=3)
ANSWERED = (
    "FROM operation WHERE kind = 'review' AND NOT EXISTS "
    "(SELECT 1 FROM operation AS undo WHERE undo.target = operation.id)"
)


@dataclass(frozen=True)
class Habit:
    """What makes one learner unlike another; each number is a probability."""

    comes: float = 1.0
    """To study on a day at all."""
    forgets: float = 0.15
    tires: float = 0.0
    """To leave after a card."""
    regrets: float = 0.0
    """To take back an answer, and sometimes those before it."""
    hides: float = 0.0
    """To bury, suspend or flag a card."""
    arranges: float = 0.0
    """To suspend, take up, reset and move cards in the browser before a sitting."""
    edits: float = 0.0
    """To change the deck between two cards."""
    crams: bool = False
    takes_quizzes: bool = False
    machines: int = 1
    carries: bool = True
    """What was done on another machine is taken along before each sitting."""
    zones: Sequence[str] = ("UTC",)
    """Where the days are spent."""
    hours: Sequence[float] = (8, 13, 20)
    """When a sitting may begin, from the beginning of the calendar day."""


class Learner:
    """One who studies two decks for some days.

    Args:
        habit: what kind.
        folder: for decks and progress files.
        seed: decides everything that is left open.
    """

    def __init__(self, habit: Habit, folder: Path, seed: object) -> None:
        self.habit, self.draw, self.clock = habit, random.Random(repr(seed)), Clock()
        self.files = [folder / f"{name}.yaml" for name in ("rivers", "lakes")]
        for deck, file in zip((make_deck(24, "rivers", siblings=2), make_deck(12, "lakes")), self.files, strict=True):
            save_deck(deck, file)
        self.decks = {deck.id: deck for deck in map(load_deck, self.files)}
        self.stores = [self._opened(folder / f"progress-{machine}.sqlite3") for machine in range(habit.machines)]
        self.studied: set[int] = set()
        """The study days on which something was answered."""
        self.complete = 0
        """Sittings in which all was done that a day held."""

    def _opened(self, file: Path) -> Store:
        numbers = iter(range(1 << 30))
        store = Store.open(file, lambda: f"{file.stem[-1]}{next(numbers):015x}")
        store.query("PRAGMA synchronous = OFF")  # nothing crashes here
        return store

    def close(self) -> None:
        for store in self.stores:
            store.close()

    def now(self) -> Moment:
        return moment(self.clock(), SETTINGS.rollover_hour)

    def maybe(self, probability: float) -> bool:
        return self.draw.random() < probability

    # A day

    def live(self, date: dt.date) -> None:
        """Spend a day, and see that the laws hold."""
        zone = ZoneInfo(self.draw.choice(self.habit.zones))
        for hour in self.habit.hours if self.maybe(self.habit.comes) else ():
            began = dt.datetime.combine(date, dt.time(), zone).astimezone(dt.UTC) + dt.timedelta(hours=hour)
            self.clock.now = max(began, self.clock().astimezone(dt.UTC)).astimezone(zone)
            store = self.draw.choice(self.stores)
            if self.habit.carries:
                self.carry()
            if self.maybe(self.habit.arranges):
                self.arrange(store)
            self.elsewhere(store)
            self.sit(store)
            check_log(self)
        if self.habit.carries:
            self.carry()

    def carry(self) -> None:
        """Take what was done on each machine to all others; then all are the same."""
        files = ["".join(lines(store)).encode() for store in self.stores]
        for store in self.stores:
            for data in files:
                store.merge(rows_in(io.BytesIO(data), "another machine"))
        first, *others = (caches(store) for store in self.stores)
        assert all(other == first for other in others)

    def arrange(self, store: Store) -> None:
        """Do something to many cards, and sometimes take it back."""
        store.enrol(list(self.decks.values()))
        keys = self.draw.sample(list(self.cards()), 5)
        before, days = caches(store), self.draw.randrange(-3, 9)
        deeds: list[Callable[[], Sequence[object]]] = [
            lambda: bulk.suspend(store, keys, self.now()),
            lambda: bulk.unsuspend(store, [*self.cards()], self.now()),
            lambda: bulk.reset(store, keys[:1], self.now()),
            lambda: bulk.move(store, self.cards(), self.now(), days, shift=self.maybe(0.5)),
        ]
        done = self.draw.choice(deeds)()
        if self.maybe(0.3):
            bulk.take_back(store, done, self.now())  # type: ignore[arg-type]
            assert caches(store) == before

    def elsewhere(self, store: Store) -> None:
        """Cram and take a quiz, which leave the schedule as it is."""
        decks, before = list(self.decks.values()), caches(store)
        if self.habit.crams:
            cramming = Cramming(store, decks, SETTINGS, self.clock, self.now().day + 6)
            while cramming.current is not None and not self.maybe(0.05):
                cramming.answer(self.grade(), Mode.FLIP)
                self.clock.turn(seconds=7)
        if self.habit.takes_quizzes:
            run = QuizRun(make_paper(decks, count=5, mode="mixed", seed=str(self.now().day)), lambda: 0.0)
            while run.current is not None:
                run.answer(["nothing right"] * len(run.current.cards))
            keep(store, run, self.now())
        assert caches(store) == before

    # A sitting

    def sit(self, store: Store) -> None:
        """Study until nothing is left, or the learner has had enough."""
        session = Session(store, list(self.decks.values()), SETTINGS, self.clock)
        foreseen, day, first, plain = session.counts(), self.now().day, dict[Key, Phase](), True
        assert foreseen == plan(store, self.decks, SETTINGS, self.now()).counts
        while self.next_card(session):
            shown = session.current
            assert shown is not None
            if self.maybe(self.habit.tires):
                return
            plain &= not self.meddle(session, store)
            if session.current != shown:
                continue
            key = (shown.deck.id, shown.card.id)
            first.setdefault(key, shown.state.phase)
            self.answer(session, store)
            if self.maybe(self.habit.regrets):
                plain = False
        check_nothing_forgotten(self, store)
        self.complete += 1
        if plain and self.now().day == day:
            asked = [sum(phase in which for phase in first.values()) for which in ({0}, {1, 3}, {2})]
            assert asked == [foreseen.new, foreseen.learning, foreseen.due]

    def next_card(self, session: Session) -> bool:
        """Whether a card is shown, now or after a wait."""
        while session.current is None and (due := session.next_learning_at) is not None:
            self.clock.now = max(self.clock.now, instant_at(due)).astimezone(self.clock.now.tzinfo)
            session.resume()
        return session.current is not None

    def answer(self, session: Session, store: Store) -> None:
        """Answer as the buttons foretell; some answers are taken back, with some before them."""
        stack = []
        for _ in range(self.draw.randrange(1, 5) if self.maybe(self.habit.regrets) else 0):
            if session.current is not None:
                stack.append((caches(store), session.current, session.counts(), session.done))
                session.answer(self.grade())
        for before, shown, counts, done in reversed(stack):
            assert session.undo() is not None
            assert (caches(store), session.current, session.counts(), session.done) == (before, shown, counts, done)
        grade, foretold = self.grade(), session.preview()
        before_counts = session.counts()
        answered = session.answer(grade, duration_ms=self.draw.randrange(500, 30_000))
        assert answered.operation.review is not None
        assert answered.operation.review.interval_s == foretold[grade].interval_s
        after = session.counts()
        assert after.new in (before_counts.new, before_counts.new - 1)
        assert after.due in (before_counts.due, before_counts.due - 1)
        self.studied.add(answered.operation.day)
        self.clock.turn(seconds=self.draw.randrange(3, 60))

    def meddle(self, session: Session, store: Store) -> bool:
        """Put the card away, flag it, or change its deck; whether anything was done."""
        before = caches(store)
        if self.maybe(self.habit.hides):
            shown = session.current
            self.draw.choice([session.bury, session.suspend, session.flag])()
            if self.maybe(0.4):
                session.undo()
                assert (caches(store), session.current) == (before, shown)
            return True
        if self.maybe(self.habit.edits):
            self.edit(session)
            return True
        return False

    def edit(self, session: Session) -> None:
        """Change a card of a deck file, add one or take one out, and go on."""
        file = self.draw.choice(self.files)
        deck = load_deck(file)
        card = self.draw.choice(deck.cards)
        fresh = replace(card, id=f"added-{len(deck.cards)}-{self.draw.randrange(10**9)}", fact=None)
        deck = edit_deck(file, [self.draw.choice([
            Change(card, replace(card, question=f"{card.question} And why?")),
            Change(card, replace(card, answer=f"{card.answer} {self.draw.randrange(99)}")),
            Change(card, replace(card, retired=not card.retired)),
            Change(card, None),
            Change(None, fresh, behind=card.id),
        ])])  # fmt: skip
        self.decks[deck.id] = deck
        session.replace(deck)
        for shown in session.changed():
            self.draw.choice([session.keep, session.reset])(shown.deck.id, shown.card.id)
        assert session.changed() == []

    def grade(self) -> Grade:
        return Grade.AGAIN if self.maybe(self.habit.forgets) else self.draw.choice([Grade.HARD, Grade.GOOD, Grade.EASY])

    def cards(self) -> Mapping[Key, Card]:
        """The cards of the decks that are shown."""
        return {(deck.id, card.id): card for deck in self.decks.values() for card in deck.cards if not is_hidden(card)}


# Laws


def check_log(learner: Learner) -> None:
    """What the log says of each day: limits, siblings apart, the streak; and that all follows from it."""
    for store in learner.stores:
        cached = caches(store)
        store.rebuild()
        assert caches(store) == cached
        for kind, limit in ((0, SETTINGS.new_per_day), (2, SETTINGS.reviews_per_day)):
            by = "day" if learner.habit.carries else "day, origin"
            counts = store.query(f"SELECT count(*) {ANSWERED} AND phase_before = {kind} GROUP BY {by}")
            assert all(count <= limit for (count,) in counts)
        if learner.habit.carries:
            assert {day for (day,) in store.query(f"SELECT DISTINCT day {ANSWERED}")} <= learner.studied
            assert streak(store, learner.now().day) == counted_streak(store, learner.now().day)
            if not learner.habit.edits:
                check_siblings(learner, store)


def check_siblings(learner: Learner, store: Store) -> None:
    """Of the cards of one fact only one was asked on a day."""
    cards, asked = learner.cards(), dict[tuple[int, str, str], set[str]]()
    for day, deck, card in store.query(f"SELECT day, deck, card {ANSWERED}"):
        fact = cards[deck, card].fact
        if fact is not None:
            asked.setdefault((day, deck, fact), set()).add(card)
    assert all(len(found) == 1 for found in asked.values())


def counted_streak(store: Store, day: int) -> int:
    """The days in a row, one by one."""
    studied = {found for (found,) in store.query(f"SELECT day {ANSWERED}")}
    last = day if day in studied else day - 1
    length = 0
    while last - length in studied:
        length += 1
    return length


def check_nothing_forgotten(learner: Learner, store: Store) -> None:
    """When nothing is shown any more, every card has a reason not to be."""
    today, cards = learner.now(), learner.cards()
    states = {key: store.state(*key) for key in cards}
    everything = {(deck.id, card.id): card for deck in learner.decks.values() for card in deck.cards}
    seen = {
        (deck, everything[deck, card].fact)
        for deck, card in store.query("SELECT deck, card FROM card WHERE last_day >= ?", (today.day,))
        if (deck, card) in everything
    }
    due = [
        state.phase
        for key, state in states.items()
        if is_due(state, today) and (cards[key].fact is None or (key[0], cards[key].fact) not in seen)
    ]
    done = store.days(today.day, today.day)
    assert not any(phase in (Phase.LEARNING, Phase.RELEARNING) for phase in due)
    assert Phase.NEW not in due or done.new >= SETTINGS.new_per_day
    assert Phase.REVIEW not in due or done.reviews >= SETTINGS.reviews_per_day


def is_due(state: CardState, today: Moment) -> bool:
    """Whether a card wants to be asked, by its own state alone."""
    if state.suspended or state.buried_day == today.day:
        return False
    return state.phase is Phase.NEW or (state.due_day is not None and state.due_day <= today.day)


def dates(count: int) -> Iterator[dt.date]:
    """So many days in a row."""
    first = dt.date(2026, 3, 25)  # which has clocks put forward on its fifth day
    return (first + dt.timedelta(days=number) for number in range(count))
