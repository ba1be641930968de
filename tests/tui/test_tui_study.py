"""The study screen: every key, in every way of asking."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from screen_text import matches_golden, screen_text
from study_tools import Clock
from textual.pilot import Pilot
from textual.widgets import Input
from tui_tools import CARDS, DECK, desk_in, write_deck

from quizgen.errors import ProgressError
from quizgen.model.card import Card
from quizgen.model.deck import Deck
from quizgen.model.review import Mode
from quizgen.study.session import Session
from quizgen.study.settings import Settings
from tui.app import QuizgenApp
from tui.sitting import study_screen

Talk = Callable[[Pilot[None]], Coroutine[Any, Any, None]]
SIZES = [(80, 24), (40, 20)]


@asynccontextmanager
async def studying(
    folder: Path,
    *,
    size: tuple[int, int] = (80, 24),
    deck: Deck = DECK,
    settings: Settings | None = None,
    clock: Clock | None = None,
    with_document: bool = True,
) -> AsyncIterator[Pilot[None]]:
    """A session over the sample deck, in a terminal of some size."""
    opened = write_deck(folder, deck, with_document=with_document)
    with desk_in(folder, clock or Clock(), settings) as desk:
        app = QuizgenApp(lambda: study_screen(desk, [opened]))
        async with app.run_test(size=size, notifications=True) as pilot:
            await pilot.pause(0.15)
            yield pilot


def run(talk: Coroutine[Any, Any, None]) -> None:
    """Run a talk with the app to its end."""
    asyncio.run(talk)


def shown(pilot: Pilot[None]) -> str:
    return screen_text(pilot.app)


async def press(pilot: Pilot[None], *keys: str) -> str:
    """Press keys, and tell what is shown then."""
    for key in keys:
        await pilot.press(key)
        await pilot.pause()
    await pilot.pause()
    return shown(pilot)


def settings_for(mode: Mode) -> Settings:
    return Settings(mode=mode)


@pytest.mark.parametrize("size", SIZES)
def test_flip_asks_then_shows_answer_proof_and_intervals(tmp_path: Path, size: tuple[int, int]) -> None:
    async def talk() -> None:
        async with studying(tmp_path, size=size) as pilot:
            await matches_golden(pilot, "study-question")
            await press(pilot, "space")
            await matches_golden(pilot, "study-answer")

    run(talk())


@pytest.mark.parametrize("size", SIZES)
def test_choice_marks_right_and_wrong_with_signs(tmp_path: Path, size: tuple[int, int]) -> None:
    async def talk() -> None:
        async with studying(tmp_path, size=size, settings=settings_for(Mode.CHOICE)) as pilot:
            await matches_golden(pilot, "study-choice")
            await press(pilot, "2")
            await matches_golden(pilot, "study-choice-wrong")

    run(talk())


@pytest.mark.parametrize("size", SIZES)
def test_typed_shows_the_difference(tmp_path: Path, size: tuple[int, int]) -> None:
    async def talk() -> None:
        async with studying(tmp_path, size=size, settings=settings_for(Mode.TYPED)) as pilot:
            await matches_golden(pilot, "study-typed")
            await press(pilot, *"12 Octobre 1865", "enter")
            await matches_golden(pilot, "study-typed-close")

    run(talk())


@pytest.mark.parametrize(
    ("key", "counts"), [("1", "learning 1"), ("2", "learning 1"), ("3", "learning 1"), ("4", "learning 0")]
)
def test_grades_go_to_the_next_card(tmp_path: Path, key: str, counts: str) -> None:
    async def talk() -> None:
        async with studying(tmp_path) as pilot:
            text = await press(pilot, "enter", key)
            assert "Who said that" in text
            assert "new 3" in text
            assert counts in text

    run(talk())


def test_grades_do_nothing_before_revealing(tmp_path: Path) -> None:
    async def talk() -> None:
        async with studying(tmp_path) as pilot:
            assert "On which day" in await press(pilot, "3")
            assert "✓" not in shown(pilot)

    run(talk())


def test_typed_right_answer_suggests_good_and_enter_takes_it(tmp_path: Path) -> None:
    async def talk() -> None:
        async with studying(tmp_path, settings=settings_for(Mode.TYPED)) as pilot:
            text = await press(pilot, *"12 october 1865", "enter")
            assert "▸ 3 good" in text
            assert "✓ 12 October 1865" in text
            assert "Who said that" in await press(pilot, "enter")
            assert pilot.app.screen.query_one(Input).value == ""

    run(talk())


def test_typed_answer_line_can_be_left_for_the_keys_and_taken_up_again(tmp_path: Path) -> None:
    async def talk() -> None:
        async with studying(tmp_path, settings=settings_for(Mode.TYPED)) as pilot:
            await press(pilot, "1", "2")
            text = await press(pilot, "escape")
            assert "write" in text
            assert "other keys" not in text
            await press(pilot, "i", "!")
            assert pilot.app.screen.query_one(Input).value == "12!"
            assert "Who said that" in await press(pilot, "escape", "-")

    run(talk())


def test_an_empty_typed_answer_reveals_without_a_suggestion(tmp_path: Path) -> None:
    async def talk() -> None:
        async with studying(tmp_path, settings=settings_for(Mode.TYPED)) as pilot:
            text = await press(pilot, "enter")
            assert "✓ 12 October 1865" in text
            assert "▸ 3" not in text

    run(talk())


def test_right_choice_suggests_good(tmp_path: Path) -> None:
    async def talk() -> None:
        async with studying(tmp_path, settings=settings_for(Mode.CHOICE)) as pilot:
            text = await press(pilot, "3")
            assert "✓ 3  12 October 1865" in text
            assert "▸ 3 good" in text
            assert "✗" not in text

    run(talk())


def test_a_card_without_choices_is_flipped(tmp_path: Path) -> None:
    async def talk() -> None:
        deck = replace(DECK, cards=(CARDS[3],))
        async with studying(tmp_path, deck=deck, settings=settings_for(Mode.CHOICE)) as pilot:
            assert "✓ 1865" in await press(pilot, "space")
            assert "follows from" in shown(pilot)

    run(talk())


def test_t_asks_in_another_way_until_the_first_comes_again(tmp_path: Path) -> None:
    async def talk() -> None:
        async with studying(tmp_path) as pilot:
            assert "t type" in shown(pilot)
            assert "Type the answer" in await press(pilot, "t")
            assert "t mix" in await press(pilot, "escape", "t")
            assert "3  12 October 1865" in shown(pilot)
            assert "3  12 October 1865" in await press(pilot, "t")
            assert "t flip" in shown(pilot)
            assert "3  12 October 1865" not in await press(pilot, "t")


def test_a_deck_is_asked_as_it_was_asked_last(tmp_path: Path) -> None:
    async def talk() -> None:
        async with studying(tmp_path) as pilot:
            await press(pilot, "t")
        async with studying(tmp_path) as pilot:
            assert "Type the answer" in shown(pilot)

    run(talk())

    run(talk())


def test_undo_brings_the_card_back(tmp_path: Path) -> None:
    async def talk() -> None:
        async with studying(tmp_path) as pilot:
            await press(pilot, "space", "4")
            text = await press(pilot, "u")
            assert "On which day" in text
            assert "new 4" in text
            assert "Taken back: easy" in text
            assert "There is nothing to take back." in await press(pilot, "u")

    run(talk())


@pytest.mark.parametrize("key", ["-", "@"])
def test_bury_and_suspend_take_the_card_away_and_undo_gives_it_back(tmp_path: Path, key: str) -> None:
    async def talk() -> None:
        async with studying(tmp_path) as pilot:
            text = await press(pilot, key)
            assert "Who said that" in text
            assert "new 3" in text
            assert "On which day" in await press(pilot, "u")

    run(talk())


def test_flag_asks_for_a_reason_and_is_taken_away_again(tmp_path: Path) -> None:
    async def talk() -> None:
        async with studying(tmp_path) as pilot:
            assert "What is wrong with this card?" in await press(pilot, "!")
            text = await press(pilot, *"too easy", "enter")
            assert "! flagged: too easy" in text
            assert "unflag" in text
            assert "flagged" not in await press(pilot, "!")
            assert "flagged" not in await press(pilot, "!", "x", "escape")
            assert "! flagged · date" in await press(pilot, "!", "enter")

    run(talk())


def test_flag_of_a_revealed_card_leaves_it_revealed(tmp_path: Path) -> None:
    async def talk() -> None:
        async with studying(tmp_path) as pilot:
            assert "✓ 12 October 1865" in await press(pilot, "space", "!", "enter")

    run(talk())


@pytest.mark.parametrize("size", SIZES)
def test_source_shows_the_evidence_in_its_document(tmp_path: Path, size: tuple[int, int]) -> None:
    async def talk() -> None:
        async with studying(tmp_path, size=size) as pilot:
            await press(pilot, "space", "v")
            await pilot.app.workers.wait_for_complete()
            await pilot.pause()
            await pilot.pause()
            await matches_golden(pilot, "study-source")
            await press(pilot, "down", "up")
            assert "✓ 12 October 1865" in await press(pilot, "escape")

    run(talk())


def test_source_shows_the_quote_alone_where_the_document_changed(tmp_path: Path) -> None:
    async def talk() -> None:
        async with studying(tmp_path) as pilot:
            (tmp_path / "arnholm.txt").write_text("Another text.", encoding="utf-8")
            await press(pilot, "space", "v")
            await pilot.app.workers.wait_for_complete()
            await pilot.pause()
            await pilot.pause()
            text = shown(pilot)
            assert "▸12 October 1865◂" in text
            assert "has changed since" in text

    run(talk())


@pytest.mark.parametrize("size", SIZES)
def test_help_tells_what_each_key_does_now(tmp_path: Path, size: tuple[int, int]) -> None:
    async def talk() -> None:
        async with studying(tmp_path, size=size) as pilot:
            await press(pilot, "?")
            await matches_golden(pilot, "study-help")
            assert "On which day" in await press(pilot, "escape")

    run(talk())


@pytest.mark.parametrize("size", SIZES)
def test_the_end_sums_up(tmp_path: Path, size: tuple[int, int]) -> None:
    async def talk() -> None:
        clock = Clock()
        async with studying(tmp_path, size=size, clock=clock) as pilot:
            clock.turn(seconds=20)
            await press(pilot, "space", "1")
            for _ in range(3):
                clock.turn(seconds=10)
                await press(pilot, "space", "4")
            await press(pilot, "space", "4")
            await press(pilot, "space", "4")
            await matches_golden(pilot, "summary")

    run(talk())


def test_leaving_sums_up_and_studying_goes_on_or_an_answer_is_taken_back(tmp_path: Path) -> None:
    async def talk() -> None:
        async with studying(tmp_path) as pilot:
            assert "3 cards left for today." in await press(pilot, "space", "4", "q")
            assert "Who said that" in await press(pilot, "s")
            assert "On which day" in await press(pilot, "q", "u")
            assert pilot.app.is_running

    run(talk())


def test_leaving_without_an_answer_ends_at_once(tmp_path: Path) -> None:
    async def talk() -> None:
        async with studying(tmp_path) as pilot:
            await press(pilot, "q")
            assert not pilot.app.is_running

    run(talk())


def test_finishing_ends_the_app(tmp_path: Path) -> None:
    async def talk() -> None:
        async with studying(tmp_path) as pilot:
            await press(pilot, "space", "4", "q", "enter")
            assert not pilot.app.is_running

    run(talk())


def test_nothing_to_study_says_so(tmp_path: Path) -> None:
    async def talk() -> None:
        async with studying(tmp_path, deck=replace(DECK, cards=())) as pilot:
            assert "Nothing to do today." in shown(pilot)

    run(talk())


def test_a_learning_card_that_comes_later_is_waited_for(tmp_path: Path) -> None:
    async def talk() -> None:
        clock = Clock()
        settings = Settings(learning_steps=(timedelta(minutes=45), timedelta(minutes=50)))
        async with studying(tmp_path, deck=replace(DECK, cards=CARDS[:1]), settings=settings, clock=clock) as pilot:
            text = await press(pilot, "space", "1")
            assert "The next card comes in 45 min." in text
            clock.turn(minutes=46)
            await pilot.pause(1.2)
            assert "On which day" in shown(pilot)

    run(talk())


def test_a_leech_is_offered_to_be_put_away(tmp_path: Path) -> None:
    async def talk() -> None:
        clock = Clock()
        settings, deck = Settings(leech_threshold=1), replace(DECK, cards=CARDS[:2])
        async with studying(tmp_path, deck=deck, settings=settings, clock=clock) as pilot:
            await press(pilot, "space", "4", "space", "4")
        clock.turn(days=60)
        async with studying(tmp_path, deck=deck, settings=settings, clock=clock) as pilot:
            assert "Forgotten once" in await press(pilot, "space", "1")
            text = await press(pilot, "s")
            assert "learning 0 · due 1" in text
            assert "Forgotten" not in text
            assert "Forgotten once" in await press(pilot, "space", "1")
            assert "learning 1 · due 0" in await press(pilot, "k")

    run(talk())


def test_a_changed_answer_asks_whether_to_keep_or_reset(tmp_path: Path) -> None:
    def corrected(card: Card) -> Card:
        return replace(card, answer=f"{card.answer}, corrected")

    async def talk() -> None:
        async with studying(tmp_path) as pilot:
            await press(pilot, "space", "4", "space", "4", "space", "4")
        deck = replace(DECK, cards=tuple(map(corrected, DECK.cards)))
        async with studying(tmp_path, deck=deck) as pilot:
            text = shown(pilot)
            assert "The answer changed" in text
            assert "12 October 1865, corrected" in text
            assert "3 to decide" in text
            assert "Clara Voss, corrected" in await press(pilot, "r")
            assert "new 2" in await press(pilot, "K")

    run(talk())


def test_a_trouble_with_the_progress_file_is_told_and_the_card_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise ProgressError("the disk is full", "progress.sqlite3", "Make room and try again.")

    async def talk() -> None:
        async with studying(tmp_path) as pilot:
            await press(pilot, "space")
            monkeypatch.setattr(Session, "answer", full)
            text = await press(pilot, "3")
            assert "The disk is full" in text
            assert "Make room and try again." in text
            assert "✓ 12 October 1865" in text

    run(talk())


def test_time_on_the_card_is_shown_and_written(tmp_path: Path) -> None:
    async def talk() -> None:
        clock = Clock()
        async with studying(tmp_path, clock=clock) as pilot:
            clock.turn(seconds=65)
            await pilot.pause(1.2)
            assert "1:05" in shown(pilot)

    run(talk())


def test_clicks_do_what_keys_do(tmp_path: Path) -> None:
    async def talk() -> None:
        async with studying(tmp_path, settings=settings_for(Mode.CHOICE)) as pilot:
            await click(pilot, "12 October 1865")
            assert "▸ 3 good" in shown(pilot)
            await click(pilot, "4 easy")
            assert "Who said that" in shown(pilot)
            await click(pilot, "bury")
            assert "Which anniversary" in shown(pilot)

    run(talk())


async def click(pilot: Pilot[None], text: str) -> None:
    """Click on the first place where a text is shown."""
    for y, line in enumerate(shown(pilot).splitlines()):
        if text in line:
            await pilot.click(offset=(line.index(text) + 1, y))
            await pilot.pause()
            await pilot.pause()
            return
    raise AssertionError(f"{text!r} is not shown")


def test_the_palette_offers_the_screens_commands_and_the_colours(tmp_path: Path) -> None:
    async def talk() -> None:
        async with studying(tmp_path) as pilot:
            offered = {command.title for command in pilot.app.get_system_commands(pilot.app.screen)}
            assert {"Reveal", "Bury", "Undo", "Colours: light", "Quit quizgen"} <= offered
            assert "Good" not in offered
            await press(pilot, "ctrl+p")
            await press(pilot, *"light", "enter")
            await pilot.pause(0.3)
            assert pilot.app.theme == "light"

    run(talk())
