"""A sitting of cramming: today's cards of a plan; answers are kept, and the schedule stays as it is."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from quizgen.model.deck import Deck
from quizgen.model.review import Grade, Mode
from quizgen.study.agenda import coming
from quizgen.study.answering import storable
from quizgen.study.cram import SHARES, CramDay, Key, check_exam, known_today, make_plan
from quizgen.study.days import Clock, Moment, moment
from quizgen.study.members import CardsById
from quizgen.study.session import Shown
from quizgen.study.settings import Settings
from quizgen.study.store import Store

AHEAD = 20
"""Cards that are seen ahead of the schedule in one sitting."""
_AFTER = 5
"""Cards that come before one that was not known comes again."""
_KEEP = (
    "INSERT INTO practice (id, exam_day, instant, day, deck, card, mode, share, given, duration_ms) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_KNOWN_AHEAD = (
    "SELECT DISTINCT deck, card FROM practice WHERE exam_day IS NULL AND quiz IS NULL AND day = ? AND share > 0"
)


class Cramming:
    """One sitting; a card that was not known comes again until it is.

    Args:
        store: the progress file.
        decks: to be known.
        settings: the hour at which a study day starts.
        clock: the learner's local time.
        exam: its study day; None where cards are seen ahead of the schedule, see `ahead`.
        days: the plan, where it was made before; a large one takes seconds.

    Raises:
        QuizgenError: the exam is past or far away, or the progress file cannot be read.
    """

    def __init__(
        self,
        store: Store,
        decks: Sequence[Deck],
        settings: Settings,
        clock: Clock,
        exam: int | None,
        days: Sequence[CramDay] | None = None,
    ) -> None:
        self._store = store
        self._settings = settings
        self._clock = clock
        self.exam = exam
        today = self._now().day
        self._decks = {deck.id: deck for deck in decks}
        self._cards = CardsById(decks, hidden=False)
        known: set[Key] = set()
        if exam is not None:
            check_exam(exam, today)
            known = known_today(store, today, exam)
            days = days if days and days[0].day == today else make_plan(store, decks, today, exam)
        self.days = days or [CramDay(today, ())]
        """What to see today and on each day to come."""
        self._queue = deque(key for key in self.days[0].cards if key not in known)
        self.total = len(self.days[0].cards)
        """Cards of the day."""
        self._missed: set[Key] = set()
        self.first = 0
        """Cards known at once in this sitting."""
        self.known = 0
        """Cards known in this sitting."""

    @property
    def done(self) -> int:
        """Cards of the day that are known."""
        return self.total - len(self._queue)

    @property
    def current(self) -> Shown | None:
        """The card to ask; None when the day's cards are through."""
        if not self._queue:
            return None
        key = self._queue[0]
        return Shown(self._decks[key[0]], self._cards[key], self._store.state(*key))

    def answer(self, grade: Grade, mode: Mode, duration_ms: int = 0, typed: str | None = None) -> None:
        """Grade the card and go to the next.

        Args:
            grade: how well it was known; again brings it back in this sitting.
            mode: how it was asked.
            duration_ms: from the question's showing to the grade.
            typed: what was typed, where it was asked so.

        Raises:
            ProgressError: it cannot be written; the card then stays.
            LookupError: no card is left.
        """
        if not self._queue:
            raise LookupError("no card is left")
        key, now = self._queue[0], self._now()
        given = None if typed is None else storable(typed)
        self._store.add([(_KEEP, (
            self._store.new_id(now.instant), self.exam, now.instant, now.day, *key, mode.value, SHARES[grade],
            given, max(0, duration_ms),
        ))])  # fmt: skip
        self._queue.popleft()
        if grade is Grade.AGAIN:
            self._missed.add(key)
            self._queue.insert(_AFTER, key)
        else:
            self.known += 1
            self.first += key not in self._missed

    def _now(self) -> Moment:
        return moment(self._clock(), self._settings.rollover_hour)


def ahead(store: Store, decks: Sequence[Deck], settings: Settings, clock: Clock) -> Cramming:
    """A sitting with the cards that are due next on days to come; none of them comes sooner or later for it.

    Those that were known so earlier today are not asked once more.

    Args:
        store, settings, clock: as for `Cramming`.
        decks: enrolled.

    Raises:
        ProgressError: the progress file cannot be read.
    """
    today = moment(clock(), settings.rollover_hour).day
    known = set(store.query(_KNOWN_AHEAD, (today,)))
    found = coming(store, [deck.id for deck in decks], today, AHEAD + len(known))
    keys = [key for key in found if key not in known][:AHEAD]
    return Cramming(store, decks, settings, clock, None, [CramDay(today, tuple(keys))])
