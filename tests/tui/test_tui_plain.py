"""The line mode: whole conversations, by what is read and what is written."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from study_tools import Clock
from tui_tools import CARDS, DECK, desk_in, write_deck

from quizgen.deckfile import load_deck
from quizgen.model.deck import Deck
from quizgen.model.review import Mode
from quizgen.study.settings import Settings, settings_in
from quizgen.study.shelf import OpenDeck
from tui.plain import choose
from tui.plain_lines import Lines
from tui.plain_study import study

GOLDEN = Path(__file__).parent.parent / "golden" / "tui"


def talk(
    folder: Path,
    *answers: str,
    deck: Deck = DECK,
    settings: Settings | None = None,
    clock: Clock | None = None,
) -> str:
    """What is written in a session in which these lines are read."""
    out = StringIO()
    with desk_in(folder, clock or Clock(), settings) as desk:
        opened: Sequence[OpenDeck] = [write_deck(folder, deck)]
        study(desk, opened, Lines(StringIO("".join(f"{line}\n" for line in answers)), out))
    return out.getvalue()


def golden(name: str, text: str) -> None:
    """Compare with the transcript kept under a name; ``QUIZGEN_GOLDEN=write`` keeps it anew."""
    file = GOLDEN / f"plain-{name}.txt"
    if os.environ.get("QUIZGEN_GOLDEN") == "write":
        file.write_text(text, encoding="utf-8", newline="\n")
    assert text == file.read_text(encoding="utf-8")


def test_a_flip_session_from_first_card_to_summary(tmp_path: Path) -> None:
    answers = ["", "1", "", "4", "?", "", "2", "u", "", "4", "", "4", "", "4", "", "4"]
    golden("flip", talk(tmp_path, *answers))


def test_a_typed_session(tmp_path: Path) -> None:
    answers = ["12 october 1865", "", "The town council", "", ":t", ":t", "a", "1", ":q"]
    golden("typed", talk(tmp_path, *answers, settings=Settings(mode=Mode.TYPED)))


def test_a_choice_session(tmp_path: Path) -> None:
    answers = ["c", "", "d", "B", "3", "-", "q"]
    golden("choice", talk(tmp_path, *answers, settings=Settings(mode=Mode.CHOICE)))


def test_the_end_of_the_input_ends_politely_and_loses_nothing(tmp_path: Path) -> None:
    assert "3 cards left for today." in talk(tmp_path, "", "4", "")
    assert "1 card" not in talk(tmp_path)
    assert "3 new" in talk(tmp_path)


def test_a_line_that_makes_no_sense_is_asked_again(tmp_path: Path) -> None:
    text = talk(tmp_path, "what", "", "9", "3")
    assert text.count("Enter shows the answer: ") == 3
    assert "Answer with 1, 2, 3 or 4" in text


def test_flag_bury_suspend_and_undo(tmp_path: Path) -> None:
    text = talk(tmp_path, "! misleading", "r", "!", "-", "@", "u", "u", "u", "u", "u")
    assert "Marked as bad: misleading" in text
    assert "Marked as bad." in text
    assert "The mark is taken away." in text
    assert "Put away until tomorrow." in text
    assert "Put away for good." in text
    assert [line.split("Taken back: ")[1] for line in text.splitlines() if "Taken back" in line] == [
        "suspend.",
        "bury.",
        "unflag.",
        "flag.",
    ]
    assert "There is nothing to take back." in text


def test_waiting_for_a_learning_card(tmp_path: Path) -> None:
    settings = Settings(learning_steps=(timedelta(minutes=45),))
    text = talk(tmp_path, "", "1", "", "q", deck=replace(DECK, cards=CARDS[:1]), settings=settings)
    assert text.count("The next card comes in 45 min.") == 2


def test_a_leech_and_a_changed_answer(tmp_path: Path) -> None:
    clock, settings, deck = Clock(), Settings(leech_threshold=1), replace(DECK, cards=CARDS[:1])
    talk(tmp_path, "", "4", deck=deck, settings=settings, clock=clock)
    clock.turn(days=60)
    text = talk(tmp_path, "", "1", "s", deck=deck, settings=settings, clock=clock)
    assert "forgotten once" in text
    assert "Done for today." in text
    clock.turn(days=1)
    changed = replace(deck, cards=(replace(CARDS[0], answer="13 October 1865"),))
    text = talk(tmp_path, "what?", "r", "q", deck=changed, clock=clock)
    assert "Answer now: 13 October 1865" in text
    assert text.count("k keeps its schedule") == 2


def test_choosing_a_deck_by_its_number(tmp_path: Path) -> None:
    out = StringIO()
    first = write_deck(tmp_path / "decks").file
    second = write_deck(tmp_path / "decks", replace(DECK, id="guild", title="The pilots' guild")).file
    broken = tmp_path / "decks" / "broken.yaml"
    broken.write_text("quizgen: 9\n", encoding="utf-8")
    with desk_in(tmp_path, Clock()) as desk:
        choose(desk, [first, broken, second], tmp_path / "own", Lines(StringIO("7\n2\n\n4\nq\n"), out))
    text = out.getvalue()
    assert "broken.yaml cannot be used: " in text
    assert "1: The lighthouse of Arnholm. 4 new, 0 learning, 0 due." in text
    assert "There are decks 1 to 2." in text
    assert "The pilots' guild\n" in text
    assert "1 card, 0 s, 1 right the first time (100 %)" in text


def test_one_deck_after_another_until_one_leaves(tmp_path: Path) -> None:
    out = StringIO()
    with desk_in(tmp_path, Clock()) as desk:
        choose(desk, [write_deck(tmp_path).file], tmp_path, Lines(StringIO("help\n1\n\n4\nleave\n1\n"), out))
    text = out.getvalue()
    assert text.index("quizgen stats --plain tells") < text.index("1 card, 0 s")
    assert text.index("1: The lighthouse of Arnholm. 4 new") < text.index("1: The lighthouse of Arnholm. 3 new")
    assert text.count("1: The lighthouse") == 2  # not once more at the end of the input


@pytest.mark.parametrize("lines", ["", "q\n"])
def test_choosing_nothing(tmp_path: Path, lines: str) -> None:
    out = StringIO()
    with desk_in(tmp_path, Clock()) as desk:
        choose(desk, [write_deck(tmp_path).file], tmp_path, Lines(StringIO(lines), out))
        choose(desk, [], tmp_path, Lines(StringIO(lines), out))
    assert "Question" not in out.getvalue()
    assert "No decks yet." in out.getvalue()


def test_all_that_can_be_done_with_a_card(tmp_path: Path) -> None:
    answers = ["repeat", "source", "edit", "", "edit", "note", "A \x1b[31mnote", "accept", "one; two", "", "", "v", "3"]
    answers += ["add", "What is new?", "This.", "", "x", "", "delete", "y", "o", "mode", ":help", ":leave"]
    text = talk(tmp_path, *answers)
    golden("deeds", text.replace(str(tmp_path), "FOLDER"))
    deck = load_deck(tmp_path / "arnholm.yaml")
    assert (deck.cards[0].note, deck.cards[0].accept) == ("A ␛[31mnote", ("one", "two"))
    assert [card.question for card in deck.cards if card not in CARDS][-1] == "What is new?"
    assert CARDS[1] not in deck.cards


def test_a_card_without_an_answer_is_not_written_and_an_edit_can_be_left(tmp_path: Path) -> None:
    before = write_deck(tmp_path).file.read_bytes()
    answers = ["add", "Q?", "", "", "e", "answer", "Else", "cancel", "e", "question", "-", "", "e", "odd", "", "q"]
    text = talk(tmp_path, *answers)
    assert text.count("nothing is written without") == 2
    assert text.count("Nothing is written.") == 4
    assert "There is no field 'odd'." in text
    assert (tmp_path / "arnholm.yaml").read_bytes() == before


def test_a_file_that_was_changed_meanwhile_is_told(tmp_path: Path) -> None:
    out = StringIO()
    with desk_in(tmp_path, Clock()) as desk:
        opened = write_deck(tmp_path)
        write_deck(tmp_path, replace(DECK, cards=CARDS[1:]))
        study(desk, [opened], Lines(StringIO("delete\ny\nq\n"), out))
    assert "the card is no longer in the file" in out.getvalue()


def test_a_leech_is_edited(tmp_path: Path) -> None:
    clock, settings, deck = Clock(), Settings(leech_threshold=1), replace(DECK, cards=CARDS[:1])
    talk(tmp_path, "", "4", deck=deck, settings=settings, clock=clock)
    clock.turn(days=60)
    answers = ["", "again", "e", "answer", "The 12th", "", "k"]
    assert "Written." in talk(tmp_path, *answers, deck=deck, settings=settings, clock=clock)
    assert load_deck(tmp_path / "arnholm.yaml").cards[0].answer == "The 12th"


def test_keys_of_ones_own_are_taken_and_told(tmp_path: Path) -> None:
    keys = settings_in('[keys.study]\ngood = "g"\nbury = "b"\nhelp = "w"\nreveal = "s"\n', "f").keys
    text = talk(tmp_path, "w", "s", "g", "-", "b", ":q", settings=Settings(keys=keys))
    assert "bury or b: Put the card away" in text
    assert "Grade 1 2 g 4: " in text
    assert "g good, 10 min" in text
    assert text.count("Put away until tomorrow.") == 1


def test_decks_are_looked_for_and_all_studied(tmp_path: Path) -> None:
    out = StringIO()
    files = [
        write_deck(tmp_path / "decks", replace(DECK, id=name, title=title)).file
        for name, title in (("reef", "The reef"), ("guild", "The guild"))
    ]
    with desk_in(tmp_path, Clock()) as desk:
        choose(desk, files, tmp_path / "own", Lines(StringIO("guil\nnothing\nall\nleave\nleave\n"), out))
    text = out.getvalue()
    assert text.count("2: The guild.") == 3
    assert text.count("1: The reef.") == 2
    assert "No deck is called so." in text
    assert "The reef\nThe guild\n8 new" in text


def test_what_was_done_to_a_card_is_told(tmp_path: Path) -> None:
    text = talk(tmp_path, "", "1", "undo", "history", "", "history", "leave")
    assert text.count("2026-03-02 12:00: again, by flip") == 1
    assert "(taken back).\n" in text


def test_undo_takes_back_what_was_written_and_deleted(tmp_path: Path) -> None:
    before = write_deck(tmp_path).file.read_bytes()
    answers = ["edit", "answer", "Else", "", "delete", "y", "", "3", "undo", "undo", "undo", "undo", "leave"]
    text = talk(tmp_path, *answers)
    told = [line.split("Taken back: ")[1] for line in text.splitlines() if "Taken back" in line]
    assert told == ["good.", "delete.", "edit."]
    assert "There is nothing to take back." in text
    assert (tmp_path / "arnholm.yaml").read_bytes() == before


def test_what_comes_after_the_answer_says_so(tmp_path: Path) -> None:
    text = talk(tmp_path, "source", "h", "1", "", "source", "leave")
    assert "source comes once the answer is shown; help tells all commands." in text
    assert "history comes once the answer is shown;" in text
    assert "again comes" not in text
    assert "In arnholm.txt:" in text


def test_more_goes_on_beyond_the_days_limits(tmp_path: Path) -> None:
    answers = ["", "4", "more", *["", "4"] * 3, "", "never read"]
    text = talk(tmp_path, *answers, settings=Settings(new_per_day=1))
    assert text.count("Waiting: 3 more new cards, held back by the day's limits.") == 1
    assert "Done for today.\n4 cards" in text
