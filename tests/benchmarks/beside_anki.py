"""What learners wait for, measured in a process of its own: with quizgen, and with Anki's own package.

Both are as durable: a write-ahead log that is synchronised with the disk at each answer (Anki sets ``WAL`` and leaves
``synchronous`` at ``FULL``, as its file tells). What is done more than once is done in turn, so that whatever else the
machine does slows both.
"""

from __future__ import annotations

import json
import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from statistics import median

from anki.collection import AddNoteRequest, Collection
from large import ANSWERS, DAYS, Large

TURNS = 12
ANSWERED = 5
"""Cards answered at a turn."""

_IN_TURN = """
print(json.dumps(took), flush=True)
for line in sys.stdin:
    print(json.dumps(globals()[line.strip()]()), flush=True)
"""

OURS = (
    """
import json, sys, time
from pathlib import Path
import fsrs
from quizgen.model.review import Grade
from quizgen.study.days import local_clock
from quizgen.study.library.library import Library
from quizgen.study.memory import weights
from quizgen.study.places import library_file
from quizgen.study.session import Session
from quizgen.study.settings import Settings
from quizgen.study.statistics.answers import Scope, buttons, calendar, hours, retention
from quizgen.study.statistics.cards import forecast, memory, stand
from quizgen.study.statistics.gathering import gather
from quizgen.study.store import Store
from tui.desk import Desk
from tui.standing import standings

clock, took = time.perf_counter, {}
progress, settings, now = Path(sys.argv[1]), Settings(), local_clock()
begin = clock()
store, library = Store.open(progress), Library(library_file(progress))
deck = library.load(Path(sys.argv[2]))
took["open"] = clock() - begin
begin = clock()
store.enrol([deck])
took["enrol"] = clock() - begin
desk = Desk(store, settings, now, clock)
standings(desk, [deck])
begin = clock()
standings(desk, [deck])
took["counts"] = clock() - begin
begin = clock()
session = Session(store, [deck], settings, now)
session.current.card.question
took["first card"] = clock() - begin

def answer():
    session.preview()
    begin = clock()
    session.answer(Grade.GOOD)
    session.current.card.question
    return clock() - begin

def statistics():
    begin = clock()
    scope = Scope(desk.now().day)
    with store.beside([deck]) as tables:
        cards = stand(store, scope, tables)
    forecast(cards.learned, scope.day), memory(cards.learned, scope.day, weights(store.parameters))
    calendar(store, scope), retention(store, scope), buttons(store, scope), hours(store, scope)
    return clock() - begin

def all_statistics():
    begin = clock()
    gather(store, [deck], desk.now().day, 0.9)
    return clock() - begin
"""
    + _IN_TURN
)
"""What each grade would do was worked out while the answer was looked at; Anki does so with the next card. Statistics
are those that Anki's graphs tell too; all of them are by deck and by kind of fact as well."""

ANKI = (
    """
import json, sys, time
from anki.collection import Collection
from anki.scheduler.v3 import CardAnswer

clock, took = time.perf_counter, {}
begin = clock()
collection = Collection(sys.argv[1])
took["open"] = clock() - begin
modes = [collection.db.scalar("PRAGMA " + name) for name in ("journal_mode", "synchronous")]
assert modes == ["wal", 2], modes
collection.sched.deck_due_tree()
begin = clock()
collection.sched.deck_due_tree()
took["counts"] = clock() - begin
deck = collection.decks.get(collection.decks.id("Large"))
limits = collection.decks.config_dict_for_deck_id(deck["id"])
limits["rev"]["perDay"] = 9999
collection.decks.update_config(limits)
collection.decks.set_current(deck["id"])

def next_card():
    global queued, card
    queued = collection.sched.get_queued_cards().cards[0]
    card = collection.get_card(queued.card.id)
    card.question()

begin = clock()
next_card()
took["first card"] = clock() - begin

def answer():
    card.start_timer()
    begin = clock()
    answer = collection.sched.build_answer(card=card, states=queued.states, rating=CardAnswer.GOOD)
    collection.sched.answer_card(answer)
    next_card()
    return clock() - begin

def statistics():
    begin = clock()
    collection._backend.graphs(search="", days=365)
    return clock() - begin

all_statistics = statistics
"""
    + _IN_TURN
)
"""As its own window does it."""


def make_collection(file: Path, count: int) -> None:
    """A collection of so many notes, half of them learned, as the large deck is."""
    collection = Collection(str(file))
    basic, deck = collection.models.by_name("Basic"), collection.decks.id("Large")
    requests = []
    for number in range(count):
        note = collection.new_note(basic)
        note.fields = [f"Q{number:06}Z Who wrote down every ship that passed below?", f"A{number:06}Z"]
        requests.append(AddNoteRequest(note, deck))
    collection.add_notes(requests)
    day = collection.sched.today
    collection.close()
    with closing(sqlite3.connect(file)) as raw, raw:
        learned = [row[0] for row in raw.execute("SELECT id FROM cards ORDER BY id LIMIT ?", (count // 2,))]
        raw.executemany(
            "UPDATE cards SET type = 2, queue = 2, due = ?, ivl = ?, factor = 2500, reps = ? WHERE id = ?",
            [(day + place % DAYS, 1 + place % 200, ANSWERS, card) for place, card in enumerate(learned)],
        )
        draw, instant = random.Random(1), round(time.time() * 1000) - 5 * 365 * 86_400_000
        raw.executemany(
            "INSERT INTO revlog VALUES (?, ?, -1, ?, 10, 5, 2500, ?, 1)",
            [
                (instant + 700_000 * place, card, draw.choice((1, 2, 3, 3, 3, 4)), draw.randint(2_000, 15_000))
                for place, card in enumerate(learned * ANSWERS)
            ],
        )


def measure(large: Large, collection: Path) -> tuple[dict[str, float], dict[str, float]]:
    """Seconds of each row, ours and Anki's: of answers the median, of statistics the least."""
    with _running(OURS, large.progress, large.file) as ours, _running(ANKI, collection) as anki:
        sides = ours, anki
        rows = [_told(side) for side in sides]
        for name, tell in (("answer", median), ("statistics", min), ("all_statistics", min)):
            times: tuple[list[float], list[float]] = [], []
            for _ in range(TURNS if name == "answer" else TURNS // 3):
                for side, found in zip(sides, times, strict=True):
                    found += [_asked(side, name) for _ in range(ANSWERED if name == "answer" else 1)]
            for row, found in zip(rows, times, strict=True):
                row[name] = tell(found)
    return rows[0], rows[1]


@contextmanager
def _running(script: str, *arguments: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", script, *map(str, arguments)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield process
        assert process.stdin is not None
        process.stdin.close()


def _asked(process: subprocess.Popen[str], what: str) -> float:
    assert process.stdin is not None
    process.stdin.write(f"{what}\n")
    process.stdin.flush()
    assert process.stdout is not None
    return float(process.stdout.readline())


def _told(process: subprocess.Popen[str]) -> dict[str, float]:
    assert process.stdout is not None
    told: dict[str, float] = json.loads(process.stdout.readline())
    return told
