"""The study screen: its turns from start to end, waiting, leeches, changed answers, summing up."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from piloting import BOTH_SIZES, flat, press, shown, studying
from screen_text import matches_golden, shows
from study_tools import Clock
from tui_tools import CARDS, DECK

from quizgen.model.card import Card
from quizgen.study.settings import Settings


@BOTH_SIZES
async def test_the_end_sums_up(tmp_path: Path, size: tuple[int, int]) -> None:
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


async def test_leaving_sums_up_and_studying_goes_on_or_an_answer_is_taken_back(tmp_path: Path) -> None:
    async with studying(tmp_path) as pilot:
        assert "3 cards left for today." in await press(pilot, "space", "4", "q")
        assert "Who said that" in await press(pilot, "s")
        assert "On which day" in await press(pilot, "q", "u")
        assert pilot.app.is_running


async def test_leaving_without_an_answer_ends_at_once(tmp_path: Path) -> None:
    async with studying(tmp_path) as pilot:
        await press(pilot, "q")
        assert not pilot.app.is_running


async def test_finishing_ends_the_app(tmp_path: Path) -> None:
    async with studying(tmp_path) as pilot:
        await press(pilot, "space", "4", "q", "enter")
        assert not pilot.app.is_running


async def test_nothing_to_study_says_so(tmp_path: Path) -> None:
    async with studying(tmp_path, deck=replace(DECK, cards=())) as pilot:
        assert "Nothing to do today." in shown(pilot)


async def test_a_learning_card_that_comes_later_is_waited_for(tmp_path: Path) -> None:
    clock = Clock()
    settings = Settings(learning_steps=(timedelta(minutes=45), timedelta(minutes=50)))
    async with studying(tmp_path, deck=replace(DECK, cards=CARDS[:1]), settings=settings, clock=clock) as pilot:
        text = await press(pilot, "space", "1")
        assert "The next card comes in 45 min." in text
        clock.turn(minutes=46)
        await shows(pilot, "On which day")


async def test_a_leech_is_offered_to_be_put_away(tmp_path: Path) -> None:
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


async def test_a_changed_answer_asks_whether_to_keep_or_reset(tmp_path: Path) -> None:
    def corrected(card: Card) -> Card:
        return replace(card, answer=f"{card.answer}, corrected")

    async with studying(tmp_path) as pilot:
        await press(pilot, "space", "4", "space", "4", "space", "4")
    deck = replace(DECK, cards=tuple(map(corrected, DECK.cards)))
    async with studying(tmp_path, deck=deck) as pilot:
        text = await shows(pilot, "The answer changed")
        assert "12 October 1865, corrected" in text
        assert "3 to decide" in text
        assert "Clara Voss, corrected" in await press(pilot, "r")
        assert "new 2" in await press(pilot, "K")


async def test_time_on_the_card_is_shown_and_written(tmp_path: Path) -> None:
    clock = Clock()
    async with studying(tmp_path, clock=clock) as pilot:
        clock.turn(seconds=65)
        await shows(pilot, "1:05")


async def test_the_summary_offers_cards_beyond_the_days_limits(tmp_path: Path) -> None:
    async with studying(tmp_path, settings=Settings(new_per_day=1)) as pilot:
        text = await press(pilot, "space", "4")
        assert "Done for today." in text
        assert "Waiting 3 more new cards, held back by the day's limits" in flat(text)
        assert "new 3" in await press(pilot, "m")
        text = await press(pilot, *["space", "4"] * 3)
        assert "Done for today." in text
        assert "Waiting" not in text
        assert "m more" not in text
