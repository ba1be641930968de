"""Results of quizzes, kept in the progress file beside the log; the schedule knows nothing of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass, fields

from quizgen.quiz.item import Mode
from quizgen.study.answering import storable
from quizgen.study.days import Moment
from quizgen.study.marking import Marked
from quizgen.study.quizrun import QuizRun
from quizgen.study.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What a quiz came to."""

    id: str
    """Unique across machines."""
    instant: int
    """UTC milliseconds since 1970 when it was handed in."""
    offset_minutes: int
    """The local clock's distance from UTC then."""
    day: int
    """The study day."""
    origin: str
    """The progress file it was first written to."""
    title: str
    seed: str
    asked: int
    """Questions."""
    correct: int
    """Questions that were all right."""
    points: float
    """All that could be scored."""
    scored: float
    duration_ms: int
    limit_ms: int | None
    """The time allowed; None for any."""

    @property
    def share(self) -> float:
        """Points scored of all, from 0 to 1."""
        return self.scored / self.points if self.points else 0.0


@dataclass(frozen=True, slots=True)
class Reply:
    """One card of a quiz, as it was asked and answered then."""

    place: int
    """Of its question in the paper, counted from 0; matched cards share it."""
    part: int
    """Which of the cards matched, counted from 0."""
    deck: str
    card: str
    mode: str
    question: str
    answer: str
    """The right one then."""
    given: str | None
    """None where nothing was answered."""
    share: float
    """How far it was right, from 0 to 1."""


_RESULT = ", ".join(field.name for field in fields(Result))
_REPLY = ", ".join(field.name for field in fields(Reply))
_KEEP_RESULT = f"INSERT INTO quiz ({_RESULT}) VALUES ({', '.join('?' * len(fields(Result)))})"
_KEEP_REPLY = (
    f"INSERT INTO practice (id, quiz, instant, day, points, duration_ms, {_REPLY}) "
    f"VALUES ({', '.join('?' * (len(fields(Reply)) + 6))})"
)


def keep(store: Store, run: QuizRun, now: Moment) -> Result:
    """Keep the result of a quiz that was handed in.

    Args:
        store: the progress file.
        run: the quiz.
        now: when it was handed in.

    Raises:
        ProgressError: when it cannot be written; nothing has changed then.
    """
    marks = run.marks()
    result = Result(
        id=store.new_id(now.instant), instant=now.instant, offset_minutes=now.offset_minutes, day=now.day,
        origin=store.origin, title=run.paper.title, seed=run.paper.seed, asked=len(marks),
        correct=sum(marked.right for marked in marks), points=run.paper.points,
        scored=sum(marked.scored for marked in marks), duration_ms=round(run.seconds * 1000),
        limit_ms=None if run.limit_s is None else round(run.limit_s * 1000),
    )  # fmt: skip
    rows = [(_KEEP_RESULT, astuple(result))]
    for place, marked in enumerate(marks):
        points, spent = (total / len(marked.item.cards) for total in (marked.item.points, marked.duration_ms))
        for reply in replies_of(place, marked):
            head = (store.new_id(now.instant), result.id, now.instant, now.day, points, round(spent))
            rows.append((_KEEP_REPLY, (*head, *astuple(reply))))
    store.add(rows)
    return result


def replies_of(place: int, marked: Marked) -> Iterator[Reply]:
    """A marked question card by card.

    Args:
        place: of the question in its paper, counted from 0.
        marked: the question.
    """
    item = marked.item
    matched = item.mode is Mode.MATCHING
    for number, card in enumerate(item.cards):
        given = storable(marked.given[number]) if marked.given else None
        yield Reply(
            place, number, item.deck, card.id, item.mode.value, card.question if matched else item.stem,
            card.answer if matched else item.right[0], given, marked.shares[number],
        )  # fmt: skip


def results(store: Store, limit: int = 200) -> list[Result]:
    """The latest results, newest first.

    Raises:
        ProgressError: if the progress file cannot be read.
    """
    rows = store.query(f"SELECT {_RESULT} FROM quiz ORDER BY instant DESC, id DESC LIMIT ?", (limit,))
    names = [field.name for field in fields(Result)]
    return [Result(**dict(zip(names, row, strict=True))) for row in rows]


def count(store: Store) -> int:
    """How many results there are."""
    number: int = store.query("SELECT count(*) FROM quiz")[0][0]
    return number


def replies(store: Store, result: Result) -> Sequence[Reply]:
    """The answers of a quiz, in its order.

    Raises:
        ProgressError: if the progress file cannot be read.
    """
    rows = store.query(f"SELECT {_REPLY} FROM practice WHERE quiz = ? ORDER BY place, part", (result.id,))
    return [Reply(*row) for row in rows]
