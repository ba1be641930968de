"""The study screen: what can be done with a card beside answering it, by key, click and palette."""

from __future__ import annotations

from pathlib import Path

import pytest
from piloting import BOTH_SIZES, click, flat, press, shown, studying
from screen_text import matches_golden, shows

from quizgen.errors import ProgressError
from quizgen.model.review import Mode
from quizgen.study.session import Session
from quizgen.study.settings import Settings


async def test_undo_brings_the_card_back(tmp_path: Path) -> None:
    async with studying(tmp_path) as pilot:
        await press(pilot, "space", "4")
        text = await press(pilot, "u")
        assert "On which day" in text
        assert "new 4" in text
        assert "Taken back: easy" in text
        assert "There is nothing to take back." in await press(pilot, "u")


@pytest.mark.parametrize("key", ["-", "@"])
async def test_bury_and_suspend_take_the_card_away_and_undo_gives_it_back(tmp_path: Path, key: str) -> None:
    async with studying(tmp_path) as pilot:
        text = await press(pilot, key)
        assert "Who said that" in text
        assert "new 3" in text
        assert "On which day" in await press(pilot, "u")


async def test_flag_asks_for_a_reason_and_is_taken_away_again(tmp_path: Path) -> None:
    async with studying(tmp_path) as pilot:
        assert "What is wrong with this card?" in await press(pilot, "!")
        text = await press(pilot, *"too easy", "enter")
        assert "! flagged: too easy" in text
        assert "unflag" in text
        assert "flagged" not in await press(pilot, "!")
        assert "flagged" not in await press(pilot, "!", "x", "escape")
        assert "! flagged · date" in await press(pilot, "!", "enter")


async def test_flag_of_a_revealed_card_leaves_it_revealed(tmp_path: Path) -> None:
    async with studying(tmp_path) as pilot:
        assert "✓ 12 October 1865" in await press(pilot, "space", "!", "enter")


@BOTH_SIZES
async def test_source_shows_the_evidence_in_its_document(tmp_path: Path, size: tuple[int, int]) -> None:
    async with studying(tmp_path, size=size) as pilot:
        await press(pilot, "space", "v")
        await matches_golden(pilot, "study-source")
        await press(pilot, "down", "up")
        assert "✓ 12 October 1865" in await press(pilot, "escape")


async def test_source_shows_the_quote_alone_where_the_document_changed(tmp_path: Path) -> None:
    async with studying(tmp_path) as pilot:
        (tmp_path / "arnholm.txt").write_text("Another text.", encoding="utf-8")
        await press(pilot, "space", "v")
        text = await shows(pilot, "▸12 October 1865◂")
        assert "has changed since" in text


@BOTH_SIZES
async def test_help_tells_what_each_key_does_now(tmp_path: Path, size: tuple[int, int]) -> None:
    async with studying(tmp_path, size=size) as pilot:
        await press(pilot, "?")
        await matches_golden(pilot, "study-help")
        assert "On which day" in await press(pilot, "escape")


async def test_a_trouble_with_the_progress_file_is_told_and_the_card_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise ProgressError("the disk is full", "progress.sqlite3", "Make room and try again.")

    async with studying(tmp_path) as pilot:
        await press(pilot, "space")
        monkeypatch.setattr(Session, "answer", full)
        text = await press(pilot, "3")
        assert "The disk is full" in text
        assert "Make room and try again." in text
        assert "✓ 12 October 1865" in text


async def test_clicks_do_what_keys_do(tmp_path: Path) -> None:
    async with studying(tmp_path, settings=Settings(mode=Mode.CHOICE)) as pilot:
        await click(pilot, "12 October 1865")
        assert "▸ 3 good" in shown(pilot)
        await click(pilot, "4 easy")
        assert "Who said that" in shown(pilot)
        await click(pilot, "bury")
        assert "Which anniversary" in shown(pilot)


async def test_the_palette_offers_the_screens_commands_and_the_colours(tmp_path: Path) -> None:
    async with studying(tmp_path) as pilot:
        offered = {command.title for command in pilot.app.get_system_commands(pilot.app.screen)}
        assert {"Reveal", "Bury", "Undo", "Colours: light", "Quit quizgen"} <= offered
        assert "Good" not in offered
        await press(pilot, "ctrl+p")
        await press(pilot, *"light")
        await shows(pilot, "Colours: light")
        await press(pilot, "enter")
        assert pilot.app.theme == "light"


async def test_what_was_done_to_a_card_shows_once_its_answer_does(tmp_path: Path) -> None:
    async with studying(tmp_path) as pilot:
        await press(pilot, "space", "1", "u")
        assert "taken back" not in await press(pilot, "h")
        await press(pilot, "space", "h")
        await shows(pilot, "2026-03-02 12:00  again, by flip", "(taken back)")
        assert "✓ 12 October 1865" in await press(pilot, "escape")


async def test_one_thing_is_told_at_a_time_and_not_beyond_its_screen(tmp_path: Path) -> None:
    async with studying(tmp_path) as pilot:
        assert "Put away until tomorrow." in await press(pilot, "-")
        text = await press(pilot, "@")
        assert "Put away for good." in text
        assert "until tomorrow" not in text
        text = await press(pilot, "u", "a", "ctrl+s")
        assert "A card needs a question." in text
        assert "Taken back" not in text
        assert "needs a question" not in await press(pilot, "escape")


async def test_undo_has_a_key_while_an_answer_is_typed(tmp_path: Path) -> None:
    async with studying(tmp_path, settings=Settings(mode=Mode.TYPED)) as pilot:
        await press(pilot, *"un", "enter", "1")
        text = await press(pilot, *"u", "ctrl+z")
        assert "Taken back: again" in text
        assert "On which day" in text


async def test_nothing_that_was_told_lies_over_the_grades(tmp_path: Path) -> None:
    async with studying(tmp_path, size=(60, 18)) as pilot:
        assert "Mixed: choices at first" in flat(await press(pilot, "t", "t"))
        text = await press(pilot, "space")
        assert "Mixed" not in text
        assert "2 hard" in text
