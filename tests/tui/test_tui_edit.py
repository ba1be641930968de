"""Cards edited, written, deleted and opened in an editor while they are studied."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from piloting import BOTH_SIZES, flat, press, studying
from screen_text import matches_golden, shows
from study_tools import Clock
from textual import events
from tui_tools import CARDS, DECK

from quizgen.deckfile import load_deck
from quizgen.errors import QuizgenError
from quizgen.study.library import own
from quizgen.study.settings import Settings
from tui.app import QuizgenApp
from tui.editor import editor_command


def cards_in(folder: Path) -> dict[str, str]:
    """The answers in the deck file, by card id."""
    return {card.id: card.answer for card in load_deck(folder / "arnholm.yaml").cards}


@BOTH_SIZES
async def test_the_edit_sheet(tmp_path: Path, size: tuple[int, int]) -> None:
    async with studying(tmp_path, size=size) as pilot:
        await press(pilot, "e")
        await matches_golden(pilot, "study-edit")
        assert "On which day" in await press(pilot, "escape")


async def test_an_edited_card_is_written_and_shown_as_it_is_now(tmp_path: Path) -> None:
    async with studying(tmp_path) as pilot:
        before = (tmp_path / "arnholm.yaml").read_text(encoding="utf-8")
        await press(pilot, "space", "e", "tab", "end", *" early", "ctrl+s")
        await shows(pilot, "✓ 12 October 1865 early")
        after = (tmp_path / "arnholm.yaml").read_text(encoding="utf-8")
        assert after == before.replace("answer: 12 October 1865\n", "answer: 12 October 1865 early\n")


async def test_a_changed_answer_of_a_learned_card_asks_whether_to_keep_or_reset(tmp_path: Path) -> None:
    async with studying(tmp_path, deck=replace(DECK, cards=CARDS[:2])) as pilot:
        await press(pilot, "space", "1", "space", "4", "e", "tab", "end", "x", "ctrl+s")
        await shows(pilot, "The answer changed")
        assert "new 1" in await press(pilot, "r")


async def test_what_cannot_be_written_is_told_and_what_was_typed_comes_back(tmp_path: Path) -> None:
    async with studying(tmp_path) as pilot:
        await press(pilot, "e", "tab", "end", *" typed")
        file = tmp_path / "arnholm.yaml"
        changed = file.read_text(encoding="utf-8").replace("answer: 12 October 1865", "answer: another")
        file.write_text(changed, encoding="utf-8")
        await press(pilot, "ctrl+s")
        text = await shows(pilot, "12 October 1865 typed")
        assert "Open the deck again" in flat(text)
        assert file.read_text(encoding="utf-8") == changed


async def test_what_was_typed_is_not_left_unasked(tmp_path: Path) -> None:
    async with studying(tmp_path) as pilot:
        await press(pilot, "e", "x", "escape")
        await shows(pilot, "Nothing is saved yet.", "xOn which day")
        await press(pilot, "y", "escape")
        assert "xyOn which day" in await press(pilot, "backspace", "y")
        await press(pilot, "escape", "escape")
        assert "xyOn" not in await shows(pilot, "space reveal")


async def test_a_card_needs_a_question_and_an_answer(tmp_path: Path) -> None:
    async with studying(tmp_path) as pilot:
        assert "A card needs a question." in await press(pilot, "a", "ctrl+s")
        assert "A card needs an answer." in await press(pilot, *"why", "ctrl+s")


async def test_what_is_pasted_cannot_reach_the_terminal(tmp_path: Path) -> None:
    async with studying(tmp_path) as pilot:
        await press(pilot, "a")
        assert pilot.app.focused is not None
        pilot.app.focused.post_message(events.Paste("a\x1b[2Jb"))
        await shows(pilot, "a␛[2Jb")


async def test_a_new_card_is_written_at_the_end_and_studied(tmp_path: Path) -> None:
    async with studying(tmp_path) as pilot:
        await press(pilot, "a", *"Who keeps it", "tab", *"The Trust", "ctrl+s")
        await shows(pilot, "new 5")
        assert list(cards_in(tmp_path).values())[-1] == "The Trust"


@BOTH_SIZES
async def test_a_card_is_deleted_when_one_is_sure(tmp_path: Path, size: tuple[int, int]) -> None:
    async with studying(tmp_path, size=size) as pilot:
        await press(pilot, "x")
        await matches_golden(pilot, "study-delete")
        await press(pilot, "n")
        assert len(cards_in(tmp_path)) == 5
        await press(pilot, "x", "y")
        await shows(pilot, "Who said that")
        assert "date-first-lighting" not in cards_in(tmp_path)


@BOTH_SIZES
async def test_a_leech_can_be_edited(tmp_path: Path, size: tuple[int, int]) -> None:
    clock, deck = Clock(), replace(DECK, cards=CARDS[:2])
    async with studying(tmp_path, deck=deck, clock=clock) as pilot:
        await press(pilot, "space", "4", "space", "4")
    clock.turn(days=60)
    async with studying(tmp_path, size=size, deck=deck, settings=Settings(leech_threshold=1), clock=clock) as pilot:
        await press(pilot, "space", "1")
        await matches_golden(pilot, "study-leech")
        assert "Edit this card" in await press(pilot, "e")
        await press(pilot, "home", *"Now: ", "ctrl+s")
        assert any(card.question.startswith("Now: ") for card in load_deck(tmp_path / "arnholm.yaml").cards)


@contextmanager
def left_alone(self: QuizgenApp) -> Iterator[None]:
    """The terminal of a test cannot be handed over."""
    yield


async def test_the_editor_opens_at_the_card_and_the_deck_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "editor.py"
    script.write_text(
        "import pathlib, sys\n"
        "line, file = int(sys.argv[1][1:]), pathlib.Path(sys.argv[2])\n"
        "lines = file.read_text(encoding='utf-8').split('\\n')\n"
        "assert lines[line - 1].startswith('- id: date-first-lighting')\n"
        "file.write_text('\\n'.join(lines).replace('answer: 12 October 1865', 'answer: That day'), encoding='utf-8')\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("VISUAL", f'"{sys.executable}" "{script}"')
    monkeypatch.setattr(QuizgenApp, "suspend", left_alone)
    async with studying(tmp_path) as pilot:
        await press(pilot, "space", "o")
        await shows(pilot, "✓ That day")


async def test_an_editor_that_cannot_be_opened_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", sys.executable)
    async with studying(tmp_path) as pilot:
        await press(pilot, "o")
        await shows(pilot, "An editor cannot be opened from here")
        monkeypatch.setenv("VISUAL", "no-such-editor-anywhere")
        await press(pilot, "o")
        await shows(pilot, "There is no editor")


def test_each_editor_is_told_the_line_in_its_own_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: name if name != "ed" else None)
    file = tmp_path / "a deck.yaml"
    told = {
        "vim": ["vim", "+7", str(file)],
        "emacs -nw": ["emacs", "-nw", "+7", str(file)],
        "hx": ["hx", f"{file}:7"],
        "code": ["code", "--wait", "--goto", f"{file}:7"],
        "notepad": ["notepad", str(file)],
    }
    for named, command in told.items():
        assert list(editor_command(file, 7, {"EDITOR": named})) == command
    assert list(editor_command(file, 7, {})) == ["nano", "+7", str(file)]
    with pytest.raises(QuizgenError, match="there is no editor 'ed'"):
        editor_command(file, 7, {"EDITOR": "ed"})


async def test_undo_takes_back_a_flag_and_a_leech(tmp_path: Path) -> None:
    clock, deck = Clock(), replace(DECK, cards=CARDS[:2])
    async with studying(tmp_path, deck=deck, clock=clock) as pilot:
        assert "! flagged: odd" in await press(pilot, "!", *"odd", "enter")
        assert "flagged: odd" not in await press(pilot, "u")
        await press(pilot, "space", "4", "space", "4")
    clock.turn(days=60)
    async with studying(tmp_path, deck=deck, settings=Settings(leech_threshold=1), clock=clock) as pilot:
        assert "Forgotten once" in await press(pilot, "space", "1")
        assert "due 2" in await press(pilot, "k", "u")
        assert "Forgotten once" in await press(pilot, "space", "1")


async def test_undo_puts_a_deleted_card_back_on_the_table_and_in_its_place(tmp_path: Path) -> None:
    async with studying(tmp_path) as pilot:
        before = list(cards_in(tmp_path))
        await press(pilot, "space", "3", "x", "y")
        await shows(pilot, "Which anniversary")
        assert len(cards_in(tmp_path)) == len(before) - 1
        text = await press(pilot, "u")
        assert "Taken back: delete" in text
        assert "Who said that" in text
        assert list(cards_in(tmp_path)) == before
        text = await press(pilot, "u")
        assert "Taken back: good" in text
        assert "On which day" in text


async def test_undo_takes_edits_and_answers_back_in_turn(tmp_path: Path) -> None:
    async with studying(tmp_path) as pilot:
        before = cards_in(tmp_path)
        await press(pilot, "e", "tab", "end", *" early", "ctrl+s")
        await press(pilot, "a", *"Which reef", "tab", *"The outer", "ctrl+s")
        await press(pilot, "space", "4")
        await shows(pilot, "Who said that")
        for told in ("easy", "add", "edit"):
            assert f"Taken back: {told}" in await press(pilot, "u")
            assert (len(cards_in(tmp_path)) == len(before)) == (told != "easy")
        assert cards_in(tmp_path) == before
        assert "There is nothing to take back." in await press(pilot, "u")


async def test_an_edit_that_cannot_be_taken_back_is_told(tmp_path: Path) -> None:
    async with studying(tmp_path) as pilot:
        await press(pilot, "e", "tab", "end", *" early", "ctrl+s")
        file = tmp_path / "arnholm.yaml"
        changed = file.read_text(encoding="utf-8").replace("12 October 1865 early", "another")
        file.write_text(changed, encoding="utf-8")
        assert "The card was changed" in flat(await press(pilot, "u"))
        assert file.read_text(encoding="utf-8") == changed


async def test_a_deck_that_came_with_the_package_is_edited_in_a_copy_of_ones_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(own, "installed_decks", lambda: tmp_path)
    async with studying(tmp_path) as pilot:
        before = cards_in(tmp_path)
        await press(pilot, "space", "e", "tab", "end", *" early", "ctrl+s")
        await shows(pilot, "✓ 12 October 1865 early")
        assert cards_in(tmp_path) == before
        assert cards_in(tmp_path / "decks")["date-first-lighting"] == "12 October 1865 early"
        await press(pilot, "u")
        assert cards_in(tmp_path / "decks") == before
        await press(pilot, "x", "y")
        assert "date-first-lighting" not in cards_in(tmp_path / "decks")
        await press(pilot, "space", "v")
        assert "reef would never again take a ship in the dark" in flat(await shows(pilot, "esc close"))
