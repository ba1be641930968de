"""What learners wait for, measured in a process of its own: with quizgen, and with Anki's own package."""

from __future__ import annotations

import json
import random
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

from anki.collection import AddNoteRequest, Collection
from large import ANSWERS, DAYS, Large

OURS = """
import json, sys, time
from pathlib import Path
import fsrs
from quizgen.model.review import Grade
from quizgen.study.days import local_clock
from quizgen.study.library.library import Library
from quizgen.study.places import library_file
from quizgen.study.session import Session
from quizgen.study.settings import Settings
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
answers = []
for _ in range(20):
    session.preview()
    begin = clock()
    session.answer(Grade.GOOD)
    answers.append(clock() - begin)
took["answer"] = min(answers)
begin = clock()
gather(store, [deck], desk.now().day, 0.9)
took["statistics"] = clock() - begin
print(json.dumps(took))
"""
"""The next card is part of an answer; what each grade would do was worked out while the answer was looked at."""

ANKI = """
import json, sys, time
from anki.collection import Collection

clock, took = time.perf_counter, {}
begin = clock()
collection = Collection(sys.argv[1])
took["open"] = clock() - begin
collection.sched.deck_due_tree()
begin = clock()
collection.sched.deck_due_tree()
took["counts"] = clock() - begin
begin = clock()
collection.decks.set_current(collection.decks.id("Large"))
card = collection.sched.getCard()
card.question()
took["first card"] = clock() - begin
answers = []
for _ in range(20):
    card.start_timer()
    begin = clock()
    collection.sched.answerCard(card, 3)
    card = collection.sched.getCard()
    card.question()
    answers.append(clock() - begin)
took["answer"] = min(answers)
begin = clock()
collection._backend.graphs(search="", days=365)
took["statistics"] = clock() - begin
print(json.dumps(took))
collection.close()
"""


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
    """Seconds of each row, ours and Anki's."""
    ours, anki = _told(OURS, large.progress, large.file), _told(ANKI, collection)
    return ours, anki


def _told(script: str, *arguments: Path) -> dict[str, float]:
    command = [sys.executable, "-c", script, *map(str, arguments)]
    told: dict[str, float] = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    return told
