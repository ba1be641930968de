"""Cramming on the screen and line by line: the days, the cards, and how it ends."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from io import StringIO
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from piloting import BOTH_SIZES, GUILD, flat, home_in, piloting, press, studying, write_decks
from screen_text import matches_golden, shows
from study_tools import Clock, caches
from textual.pilot import Pilot
from tui_tools import DECK, desk_in, write_deck

from quizgen.cli import quizgen
from quizgen.model.review import Mode
from quizgen.study.days import day_of
from quizgen.study.settings import Settings
from quizgen.study.shelf import shelve
from quizgen.study.store import Store
from tui.app import QuizgenApp
from tui.cramming import start_cramming
from tui.plain_cram import cram
from tui.plain_lines import Lines
from tui.screens.cram import STYLES, CramScreen

TODAY = day_of(Clock()().date())


def at_home(folder: Path, size: tuple[int, int] = (80, 24)) -> AbstractAsyncContextManager[Pilot[None]]:
    """The home screen with two decks."""
    return home_in(folder, write_decks(folder / "decks", DECK, GUILD), size)


@asynccontextmanager
async def cramming(folder: Path, settings: Settings, exam: int = TODAY + 1) -> AsyncIterator[Pilot[None]]:
    """A sitting over the deck of the lighthouse."""
    shelf = shelve([write_deck(folder)])
    with desk_in(folder, Clock(), settings) as desk:
        screen = start_cramming(desk, [DECK], exam)
        app = QuizgenApp(lambda: CramScreen(desk, screen, shelf), styles=STYLES)
        async with piloting(app) as pilot:
            yield pilot


@BOTH_SIZES
async def test_from_home_to_the_end_of_a_day(tmp_path: Path, size: tuple[int, int]) -> None:
    async with at_home(tmp_path, size) as pilot:
        await press(pilot, "c", *["right"] * 8)
        await matches_golden(pilot, "cram-setup")
        await press(pilot, "enter", "space")
        await matches_golden(pilot, "cram-answer")
        await press(pilot, "1")
        for _ in range(20):
            if not pilot.app.screen.check_action("reveal", ()) or not isinstance(pilot.app.screen, CramScreen):
                break
            await press(pilot, "space", "3")
        await matches_golden(pilot, "cram-done")
        text = await press(pilot, "enter")
        assert "▸ The lighthouse" in text
        assert "Exam in 6 days · 2026-03-08" in flat(text)
        assert "2026-03-08" in await press(pilot, "c")
    with Store.open(tmp_path / "progress.sqlite3") as store:
        assert not any(caches(store))
        assert store.query("SELECT count(*) FROM operation") == [(0,)]


async def test_typed_and_chosen_answers_suggest_grades(tmp_path: Path) -> None:
    async with cramming(tmp_path, Settings(mode=Mode.TYPED)) as pilot:
        assert "▸ 1 again" in await press(pilot, "x", "enter")
        assert "0 of 5" in await press(pilot, "enter")
        await press(pilot, "escape", "t")
        text = await press(pilot, "t")
        assert "space reveal" in text or "choose" in text
        assert "again" in await press(pilot, "space")
        assert "0 of 5 of today's cards known." in await press(pilot, "q")


async def test_the_last_pass_says_so(tmp_path: Path) -> None:
    async with cramming(tmp_path, Settings()) as pilot:
        for _ in range(5):
            text = await press(pilot, "space", "4")
        assert "Today's 5 cards known, 5 at once." in text
        assert "Good luck!" in text
        await press(pilot, "q")
        assert not pilot.app.is_running


async def test_dates_can_be_typed_and_nonsense_is_told(tmp_path: Path) -> None:
    async with at_home(tmp_path) as pilot:
        text = await press(pilot, "c", "e", *["backspace"] * 10, *"2026-03-04", "enter")
        assert "Tue 2026-03-03" in text
        assert "5 cards, all once more" in text
        assert "the exam is past" in await press(pilot, "e", "end", "backspace", "backspace", "0", "1", "enter")
        assert "is no date" in await press(pilot, "e", "end", "x", "enter")
        assert "'2026-03-01x' is no date" in await press(pilot, "enter")
        assert "no deck is ticked" in await press(pilot, "right", "a", "a")


def test_line_by_line(tmp_path: Path) -> None:
    out = StringIO()
    with desk_in(tmp_path, Clock()) as desk:
        opened = write_deck(tmp_path)
        cramming = start_cramming(desk, [opened.deck], TODAY + 3)
        cram(desk, [opened], cramming, Lines(StringIO("\nx\n1\n" + "\n3\n" * 9), out))
    text = out.getvalue()
    assert "Cram for 2026-03-05. help tells all commands." in text
    assert "Answer with 1, 2, 3 or 4" in text
    assert "cards known, " in text
    assert "Wed 2026-03-04: 5 cards, all once more." in text


def test_line_by_line_with_the_evidence_another_way_of_asking_and_the_help(tmp_path: Path) -> None:
    out = StringIO()
    with desk_in(tmp_path, Clock()) as desk:
        lines = Lines(StringIO("help\nmode\nmode\nsomething\nrepeat\nsource\n:leave\n"), out)
        opened = write_deck(tmp_path)
        cram(desk, [opened], start_cramming(desk, [opened.deck], TODAY + 3), lines)
    text = out.getvalue()
    assert "leave or q: Leave; every answer is already saved." in text
    assert "undo" not in text
    assert "Your answer: " in text
    assert text.count("Answer: ") == 2
    assert "In arnholm.txt:" in text


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--cram"], "when is the exam?"),
        (["--cram", "--exam", "soon"], "'soon' is no date"),
        (["--exam", "2020-01-01"], "the exam is past"),
    ],
)
def test_the_command_refuses_what_is_no_exam(tmp_path: Path, options: list[str], told: str) -> None:
    deck = write_deck(tmp_path).file
    done = CliRunner().invoke(quizgen, ["study", str(deck), "--plain", *options])
    assert done.exit_code == 2
    assert told in done.stderr


def test_the_command_remembers_the_exam(tmp_path: Path) -> None:
    deck, exam = write_deck(tmp_path).file, "2999-01-01"
    first = CliRunner().invoke(quizgen, ["study", str(deck), "--plain", "--cram", "--exam", exam])
    assert "more than 366 days away" in first.stderr
    CliRunner().invoke(quizgen, ["study", str(deck), "--plain", "--cram", "--exam", "+20"], input="\n3\n")
    again = CliRunner().invoke(quizgen, ["study", str(tmp_path), "--plain", "--cram"])
    assert "Cram for 20" in again.stdout
    assert "1 of " not in again.stdout.partition("Question")[0]


async def test_when_nothing_is_left_one_can_study_ahead(tmp_path: Path) -> None:
    async with studying(tmp_path) as pilot:
        assert "study ahead" not in await press(pilot, "space", "4", "q")
        await press(pilot, "s", *["space", "4"] * 3)
        await shows(pilot, "Done for today.", "a study ahead")
        await press(pilot, "a")
        await shows(pilot, "ahead of the schedule", "0 of 4")
        for _ in range(4):
            await press(pilot, "space", "3")
        await shows(pilot, "4 cards known, 4 at once.", "nothing of the schedule has changed")
        await press(pilot, "enter")
        assert not pilot.app.is_running


def test_the_command_studies_ahead(tmp_path: Path) -> None:
    deck = write_deck(tmp_path).file

    def study(*options: str, lines: str = "") -> Result:
        return CliRunner().invoke(quizgen, ["study", str(deck), "--plain", *options], input=lines)

    assert "No card is to come." in study("--ahead").stdout
    study(lines="\n4\n" * 4)
    told = study("--ahead", lines="\n3\n").stdout
    assert "Ahead of the schedule." in told
    assert "1 of 4 cards known.\nEach still comes on its day" in told
    assert "choose one of them" in study("--ahead", "--cram").stderr
