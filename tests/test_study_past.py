"""Review history of Anki taken into the log: once, to the right cards, with the intervals Anki chose."""

from __future__ import annotations

import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from study_tools import caches, make_deck

from quizgen.cli import quizgen
from quizgen.deckfile import load_deck, save_deck
from quizgen.errors import QuizgenError
from quizgen.imports.shared.revlog import history
from quizgen.model.card import Card
from quizgen.model.deck import Deck
from quizgen.model.draw import anki_note
from quizgen.model.review import Phase
from quizgen.study.moving.columns import TABLES, fault
from quizgen.study.moving.past import cards_by_note, rows_of
from quizgen.study.store import Store

DECK = make_deck(2)
CREATED = 1_700_000_000 // 86_400 * 86_400 + 7_200
"""4:00 two hours east of London."""
START = (CREATED + 8 * 3_600) * 1000
"""Noon on that day there."""
DAY = 86_400_000

Entry = tuple[int, int, int, int, int, int]
"""Instant, card, ease, interval, factor, type."""

LEARNED: list[Entry] = [
    (START, 1, 3, -600, 2500, 0),
    (START + 600_000, 1, 3, 4, 2500, 0),
    (START + 4 * DAY, 1, 1, -600, 2500, 1),
    (START + 4 * DAY + 600_000, 1, 3, 3, 2300, 2),
]


def collection(path: Path, entries: list[Entry], notes: dict[int, str] | None = None) -> bytes:
    """A collection with a card to each note, as far as its history needs one."""
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as database, database:
        database.executescript(
            "CREATE TABLE col (crt); CREATE TABLE notes (id, guid); CREATE TABLE cards (id, nid, ord);"
            "CREATE TABLE revlog (id, cid, usn, ease, ivl, lastIvl, factor, time, type);"
        )
        database.execute("INSERT INTO col VALUES (?)", (CREATED,))
        for number, guid in (notes or {1: "card-000"}).items():
            database.execute("INSERT INTO notes VALUES (?, ?)", (number, guid))
            database.execute("INSERT INTO cards VALUES (?, ?, 0)", (number, number))
        for instant, card, ease, interval, factor, kind in entries:
            row = (instant, card, 0, ease, interval, 0, factor, 4000, kind)
            database.execute(f"INSERT INTO revlog VALUES ({', '.join('?' * 9)})", row)
    return path.read_bytes()


def taken(store: Store, data: bytes, deck: Deck = DECK) -> int:
    return store.merge(rows_of(history(data), cards_by_note([deck])), keep=True)


def test_a_card_goes_on_where_it_was(tmp_path: Path) -> None:
    data = collection(tmp_path / "c.anki2", LEARNED)
    today = CREATED // 86_400
    with Store.open(tmp_path / "progress.sqlite3") as store:
        assert taken(store, data) == 4
        state = store.state("rivers", "card-000")
        assert (state.phase, state.reviews, state.lapses) == (Phase.REVIEW, 4, 1)
        assert (state.last_day, state.due_day, state.due_at) == (today + 4, today + 7, None)
        assert state.answer_hash is None
        assert store.query("SELECT sum(answers), sum(answers * (hour = 12)) FROM hourly") == [(4, 4)]
        before = caches(store)
        assert taken(store, data) == 0
        store.rebuild()
        assert caches(store) == before


def test_a_later_export_adds_what_came_since(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a.sqlite3") as one, Store.open(tmp_path / "b.sqlite3") as other:
        taken(one, collection(tmp_path / "c.anki2", LEARNED[:2]))
        assert taken(one, collection(tmp_path / "c.anki2", LEARNED)) == 2
        taken(other, collection(tmp_path / "c.anki2", LEARNED))
        assert caches(one) == caches(other)


def test_what_is_no_answer_does_not_count(tmp_path: Path) -> None:
    rest: list[Entry] = [
        (START + 5 * DAY, 1, 3, 3, 0, 3),  # crammed
        (START + 6 * DAY, 1, 0, 9, 2500, 4),  # due set by hand
        (START + 7 * DAY, 1, 0, 0, 0, 4),  # made new
    ]
    with Store.open(tmp_path / "progress.sqlite3") as store:
        assert taken(store, collection(tmp_path / "c.anki2", [*LEARNED, *rest])) == 5
        assert store.state("rivers", "card-000").phase is Phase.NEW


def test_notes_that_were_handed_out_are_known_again(tmp_path: Path) -> None:
    data = collection(tmp_path / "c.anki2", LEARNED, {1: anki_note("rivers", "card-001")})
    with Store.open(tmp_path / "progress.sqlite3") as store:
        assert taken(store, data) == 4
        assert store.state("rivers", "card-001").reviews == 4


def _held(value: object) -> object:
    """A value as the file holds it."""
    return int(value) if isinstance(value, bool) else getattr(value, "value", value)


@pytest.mark.parametrize("value", [-1, 1 << 62, "text", None, b"\xff", 1e300], ids=repr)
@pytest.mark.parametrize("place", range(6))
def test_nonsense_is_refused_or_kept_within_bounds(place: int, value: int, tmp_path: Path) -> None:
    entry = list(LEARNED[2])
    entry[place] = value
    data = collection(tmp_path / "c.anki2", [*LEARNED[:2], tuple(entry)])  # type: ignore[list-item]
    try:
        rows = list(rows_of(history(data), cards_by_note([DECK])))
    except QuizgenError:
        return
    kept = [[_held(value) for value in row.values] for row in rows]
    faults = [fault("operation", dict(zip(TABLES["operation"], values, strict=True))) for values in kept]
    assert faults == [""] * len(rows)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(quizgen, list(arguments))


def test_on_the_command_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    save_deck(DECK, "rivers.yaml")
    data = collection(tmp_path / "c.anki2", LEARNED, {1: "card-000", 2: "unknown"})
    with zipfile.ZipFile("c.apkg", "w") as archive:
        archive.writestr("collection.anki2", data)
    done = run("progress", "import", "c.apkg", "c.anki2", "--deck", "rivers.yaml")
    assert done.exit_code == 0, done.output
    assert "4 of 4 answers" in done.stderr
    assert "4 rows were new." in done.stdout
    Path("bad.apkg").write_bytes(b"PK\x03\x04")
    refused = run("progress", "import", "c.apkg", "bad.apkg", "--deck", "rivers.yaml")
    assert refused.exit_code == 2
    assert "bad.apkg: the file is no Anki package" in refused.stderr
    whose = run("progress", "import", "c.apkg")
    assert whose.exit_code == 2
    assert "c.apkg: this is a file of Anki's" in whose.stderr
    assert "--deck DECK.yaml" in whose.stderr


def test_what_was_learned_in_anki_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    anki = pytest.importorskip("anki.collection", reason="the anki package is not installed")
    monkeypatch.chdir(tmp_path)
    own = anki.Collection(str(tmp_path / "collection.anki2"))
    for model, fields in (("Basic", ("When?", "1887")), ("Cloze", ("It {{c1::burned}} in {{c2::1911}}", ""))):
        note = own.new_note(own.models.by_name(model))
        note.fields[: len(fields)] = fields
        own.add_note(note, own.decks.id("Default"))
    for _ in range(3):
        card = own.sched.getCard()
        own.sched.answerCard(card, 4)
    options = anki.ExportAnkiPackageOptions(with_scheduling=True, with_media=False, legacy=True)
    own.export_anki_package(out_path=str(tmp_path / "a.apkg"), options=options, limit=None)
    due = sorted(own.db.list("SELECT ivl FROM cards"))
    days = own.sched.today
    own.close()
    assert days >= 0
    assert run("import", "a.apkg").exit_code == 0
    for file in ("a.apkg", "collection.anki2"):
        done = run("progress", "import", file, "--deck", "a.yaml", "--data-dir", "data")
        assert done.exit_code == 0, done.output
        assert "3 of 3 answers" in done.stderr
    assert "0 rows were new" in done.stdout
    deck = load_deck("a.yaml")
    with Store.open(tmp_path / "data" / "progress.sqlite3") as store:
        states = [store.state(deck.id, card.id) for card in deck.cards]
    assert [state.reviews for state in states] == [1, 1, 1]
    assert sorted((state.due_day or 0) - (state.last_day or 0) for state in states) == due


def test_cards_of_one_note_are_told_apart() -> None:
    deck = Deck(id="d", title="D", cards=(Card(id="g-c2", question="?", answer="!"),))
    assert cards_by_note([deck])["g-c2"] == ("d", "g-c2")
