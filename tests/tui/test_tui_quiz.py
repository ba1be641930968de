"""Quizzes on the screen: choosing one, every way of asking, the clock, the result, and earlier results."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace
from pathlib import Path

from piloting import BOTH_SIZES, GUILD, click, flat, home_in, piloting, press, shown, write_decks
from screen_text import matches_golden, shows
from study_tools import Clock, caches
from textual.pilot import Pilot
from tui_tools import DECK, desk_in

from quizgen.model.card import Card
from quizgen.model.deck import Deck
from quizgen.study.results import replies, results
from quizgen.study.store import Store
from tui.app import QuizgenApp
from tui.quizzing import QuizPlan, sit_quiz
from tui.screens.quiz import STYLES, QuizRunScreen


@asynccontextmanager
async def taking(
    folder: Path, plan: QuizPlan, *, deck: Deck = DECK, size: tuple[int, int] = (80, 24), clock: Clock | None = None
) -> AsyncIterator[Pilot[None]]:
    """A quiz on the table."""
    with desk_in(folder, clock or Clock()) as desk:
        app = QuizgenApp(lambda: QuizRunScreen(desk, sit_quiz(desk, [deck], plan), [deck]), styles=STYLES)
        async with piloting(app, size) as pilot:
            yield pilot


def at_home(folder: Path, size: tuple[int, int] = (80, 24)) -> AbstractAsyncContextManager[Pilot[None]]:
    """The home screen with two decks."""
    return home_in(folder, write_decks(folder / "decks", DECK, replace(GUILD, title="[red]The pilots' guild")), size)


@BOTH_SIZES
async def test_the_setup_from_home(tmp_path: Path, size: tuple[int, int]) -> None:
    async with at_home(tmp_path, size) as pilot:
        await press(pilot, "z")
        await matches_golden(pilot, "quiz-setup")


@BOTH_SIZES
async def test_a_quiz_by_choices_from_question_to_result(tmp_path: Path, size: tuple[int, int]) -> None:
    clock = Clock()
    plan = QuizPlan(seed="s", minutes=5)
    deck = replace(DECK, cards=tuple(card for card in DECK.cards if card.distractors))
    async with taking(tmp_path, plan, deck=deck, size=size, clock=clock) as pilot:
        clock.turn(seconds=7)
        await press(pilot, "1")
        await matches_golden(pilot, "quiz-choice")
        await press(pilot, "2", "q")
        await matches_golden(pilot, "quiz-hand-in")
        await press(pilot, "n", "q", "enter")
        await matches_golden(pilot, "quiz-result")
        assert "mistakes" in await press(pilot, "a")


@BOTH_SIZES
async def test_a_matching_question(tmp_path: Path, size: tuple[int, int]) -> None:
    towns = {"Norway": "Oslo", "Portugal": "Lisbon", "Latvia": "Riga", "Greece": "Athens"}
    cards = [Card(id=land, question=f"Which town governs {land}?", answer=town) for land, town in towns.items()]
    deck = replace(DECK, title="Capitals", cards=tuple(cards))
    async with taking(tmp_path, QuizPlan(mode="matching", seed="1"), deck=deck, size=size) as pilot:
        assert "enter answer" not in await press(pilot, "1", "3", "up", "2")
        await matches_golden(pilot, "quiz-matching")
        assert "enter answer" in await press(pilot, "2", "3", "4")
        text = await press(pilot, "enter")
        assert "1 question" not in text
        assert "of 1 right" in text


async def test_typed_answers_putting_off_and_going_back(tmp_path: Path) -> None:
    async with taking(tmp_path, QuizPlan(mode="short", seed="1")) as pilot:
        first = shown(pilot)
        assert "Nothing is typed yet" in await press(pilot, "enter")
        second = await press(pilot, "tab")
        assert second.splitlines()[3] != first.splitlines()[3]
        assert "1 of 5" in await press(pilot, "x", "enter")
        await press(pilot, "escape", "u")
        assert "0 of 5" in shown(pilot)
        for _ in range(4):
            await press(pilot, "x", "enter")
        assert first.splitlines()[3] in shown(pilot)
        assert "0 of 5 right (0 %)" in await press(pilot, "x", "enter")


async def test_true_or_false_and_the_end_of_the_time(tmp_path: Path) -> None:
    clock = Clock()
    async with taking(tmp_path, QuizPlan(mode="truefalse", seed="3", minutes=1), clock=clock) as pilot:
        assert "1:00 left" in shown(pilot)
        while pilot.app.screen.check_action("choose", (2,)) is False:
            await press(pilot, "tab")
        await press(pilot, "1")
        clock.turn(seconds=90)
        text = await shows(pilot, "The time is up.")
        assert "not answered" in text
        assert "1 min" in text
        await pilot.pause(1.2)  # the clock goes on ticking beneath
        assert len(pilot.app.screen_stack) == 2
    with Store.open(tmp_path / "progress.sqlite3") as store:
        assert len(results(store)) == 1


async def test_leaving_at_once_keeps_nothing(tmp_path: Path) -> None:
    async with taking(tmp_path, QuizPlan(seed="s", mode="truefalse")) as pilot:
        await press(pilot, "escape", "q")
        assert not pilot.app.is_running
    with Store.open(tmp_path / "progress.sqlite3") as store:
        assert results(store) == []


async def test_from_home_to_a_result_and_back_to_it_later(tmp_path: Path) -> None:
    async with at_home(tmp_path) as pilot:
        before = shown(pilot)
        text = await press(pilot, "z", "down", "right", "right", "a", "enter")
        assert "0 of 10" in text
        for _ in range(10):
            if pilot.app.screen.check_action("choose", (1,)):
                await press(pilot, "1")
            else:
                await press(pilot, "x", "enter")
        assert "of 10 right" in shown(pilot)
        assert await press(pilot, "enter") == before
        text = await press(pilot, "z", "r")
        assert "▸ The lighthouse of Arnholm; [red]The pilots' guild" in text
        assert "2026-03-02 12:00" in text
        assert "to look at:" in await press(pilot, "enter")
        assert await press(pilot, "q", "q", "q") == before
    with Store.open(tmp_path / "progress.sqlite3") as store:
        assert not any(caches(store))
        assert len(replies(store, results(store)[0])) == 10


async def test_numbers_can_be_typed_in_the_setup_and_nonsense_is_told(tmp_path: Path) -> None:
    async with at_home(tmp_path) as pilot:
        text = await press(pilot, "z", "e", "backspace", "backspace", "3", "enter")
        assert "‹ 3 ›" in text
        assert "A quiz" in await press(pilot, "e", "escape")
        assert "0 of 3" in await press(pilot, "enter")
        await press(pilot, "escape", "q")
        text = await press(pilot, "z", "e", "x", "enter", "enter")
        assert "Questions: a whole number" in text
        assert "Tick a deck first." in await press(pilot, "right", "a", "a", "enter")


async def test_without_results_it_says_so(tmp_path: Path) -> None:
    async with at_home(tmp_path) as pilot:
        assert "No quiz was taken yet." in await press(pilot, "z", "r")


@BOTH_SIZES
async def test_a_value_is_typed_in_sight_however_long_the_form(tmp_path: Path, size: tuple[int, int]) -> None:
    decks = [replace(DECK, id=f"deck-{number}", title=f"Deck {number} " + "of many words " * 3) for number in range(20)]
    async with home_in(tmp_path, write_decks(tmp_path / "decks", *decks), size=size) as pilot:
        assert "Clock ‹ none ›" in flat(await press(pilot, "z", "down", "down"))
        text = await press(pilot, "e")
        assert "Clock none" in flat(text)
        assert "enter take esc back" in flat(text)
        assert "results" not in text
        assert "Clock 7" in flat(await press(pilot, "7"))  # in the place of what stood there
        assert "Clock ‹ 7 ›" in flat(await press(pilot, "enter"))
        assert "Clock ‹ 7 ›" in flat(await press(pilot, "e", "8", "escape"))


async def test_a_click_ticks_a_deck(tmp_path: Path) -> None:
    async with at_home(tmp_path) as pilot:
        assert "· [red]The pilots" in await press(pilot, "z")
        await click(pilot, "[red]The pilots")
        assert "▸ ✓ [red]The pilots" in shown(pilot)
        await click(pilot, "[red]The pilots")
        assert "▸ · [red]The pilots" in shown(pilot)
