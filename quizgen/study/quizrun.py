"""Taking a quiz: one question after the other, against a clock where there is one."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence

from quizgen.quiz.item import Item
from quizgen.quiz.paper import Paper
from quizgen.study.marking import Marked, mark


class QuizRun:
    """A paper on the table; nothing is told of an answer before the paper is handed in.

    Args:
        paper: what is asked.
        stopwatch: seconds that only ever grow.
        limit_s: seconds for the whole paper; None for as long as it takes.
    """

    def __init__(self, paper: Paper, stopwatch: Callable[[], float], limit_s: float | None = None) -> None:
        self.paper = paper
        self.limit_s = limit_s
        self._stopwatch = stopwatch
        self._began = self._since = stopwatch()
        self._ended: float | None = None
        self._left = deque(range(len(paper.items)))
        self._marked: dict[int, Marked] = {}
        self._spent: dict[int, float] = {}
        """Seconds on questions that were put off."""

    @property
    def current(self) -> Item | None:
        """The question to ask; None when all are answered, or the time is up."""
        if self._left and self.out_of_time:
            self.hand_in()
        return self.paper.items[self._left[0]] if self._left else None

    @property
    def answered(self) -> int:
        """Questions answered so far."""
        return len(self._marked)

    @property
    def seconds(self) -> float:
        """Time since the first question, up to the end."""
        return max(0.0, (self._stopwatch() if self._ended is None else self._ended) - self._began)

    @property
    def seconds_left(self) -> float | None:
        """Time left; None without a clock."""
        return None if self.limit_s is None else max(0.0, self.limit_s - self.seconds)

    @property
    def out_of_time(self) -> bool:
        """Whether the time is up."""
        return self.seconds_left == 0

    def answer(self, given: Sequence[str]) -> None:
        """Answer the question and go to the next; an answer that comes when the time is up does not count.

        Args:
            given: see `quizgen.study.marking.Marked`.
        """
        if self.current is None:
            return
        place = self._left.popleft()
        spent = self._spent.pop(place, 0.0) + self._lap()
        self._marked[place] = mark(self.paper.items[place], given, round(spent * 1000))
        if not self._left:
            self.hand_in()

    def put_off(self) -> None:
        """Let the question come again after all others."""
        if self.current is not None:
            place = self._left.popleft()
            self._spent[place] = self._spent.get(place, 0.0) + self._lap()
            self._left.append(place)

    def take_back(self) -> bool:
        """Ask the question answered last once more; False where there is none, or the time is up."""
        if not self._marked or self.current is None:
            return False
        place = next(reversed(self._marked))
        self._spent[self._left[0]] = self._spent.get(self._left[0], 0.0) + self._lap()
        self._spent[place] = self._marked.pop(place).duration_ms / 1000
        self._left.appendleft(place)
        return True

    def hand_in(self) -> None:
        """End it; what is not answered stays so."""
        if self._ended is None:
            now = self._stopwatch()
            self._ended = now if self.limit_s is None else min(now, self._began + self.limit_s)
            self._left.clear()

    def marks(self) -> list[Marked]:
        """Every question of the paper with its marks, in its order."""
        return [self._marked.get(place) or mark(item, ()) for place, item in enumerate(self.paper.items)]

    def _lap(self) -> float:
        before, self._since = self._since, self._stopwatch()
        return max(0.0, self._since - before)
