"""Keys of one's own: which can be, and that they do and show what the usual ones did."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
from click.testing import CliRunner
from piloting import piloting
from screen_text import shows
from study_tools import Clock
from tui_tools import desk_in, write_deck

from quizgen.cli import quizgen
from quizgen.errors import SettingsError
from quizgen.study.places import settings_file
from quizgen.study.settings import Settings, settings_in
from tui.app import QuizgenApp
from tui.keymap import Commands, keymap, screen_commands
from tui.screens.study import StudyScreen
from tui.sitting import sit_down

KNOWN = screen_commands()
OWN = """
[keys.study]
reveal = "r"
good = ["g", "f5"]
bury = "z"
[keys.everywhere]
help = "f3"
[keys.app]
command-palette = "f4"
quit = ["f10", "ctrl+x"]
"""


def mapped(text: str) -> Commands:
    return keymap(settings_in(text, "f").keys, KNOWN)


def test_names_are_unlike_each_other_and_usual_keys_do_not_conflict() -> None:
    assert {"app", "home", "study", "browse", "quiz-run", "settings"} <= set(KNOWN)
    for screen, commands in KNOWN.items():
        names = [command.id for command in commands]
        assert len(set(names)) == len(names), screen
        for first, second in combinations(commands, 2):
            assert not first.meets(second) or set(first.keys).isdisjoint(second.keys), (screen, first.id, second.id)


def test_what_is_said_of_a_screen_outdoes_what_is_said_of_all() -> None:
    found = mapped('[keys.everywhere]\nundo = "z"\n[keys.browse]\nundo = "y"\n')
    assert {screen: [c.keys for c in commands if c.id == "undo"] for screen, commands in found.items()} == {
        "browse": [("y",)],
        "study": [("z",)],
        "summary": [("z",)],
    }


def test_keys_change_places() -> None:
    found = mapped('[keys.study]\nagain = "4"\nhard = "3"\ngood = "2"\neasy = "1"\n')
    assert [command.keys[0] for command in found["study"] if command.name == "grade"] == ["4", "3", "2", "1"]


@pytest.mark.parametrize(
    ("text", "told", "hint"),
    [
        ('[keys.studdy]\nundo = "z"', "there is no screen 'studdy'", "Did you mean study?"),
        ('[keys.study]\nundu = "z"', "there is no command 'undu'", "Did you mean undo?"),
        ('[keys.everywhere]\nxyz = "z"', "there is no command 'xyz'", "quizgen keys"),
        ('[keys.study]\nbury = "u"', "bury and undo would both be u", "another key"),
        ('[keys.study]\nundo = "e"\nedit = "e"', "edit and undo would both be e", "another key"),
        ('[keys.everywhere]\nhelp = "up"', "would both be ↑", "another key"),
        ('[keys.study]\nundo = "ctrl+q"', "ctrl+q is the key of quit everywhere, and of undo on study", "another key"),
        ('[keys.study]\nundo = "ctrl+c"', "ctrl+c copies text", "another key"),
        ('[keys.app]\nquit = "f1"', "f1 is the key of quit everywhere, and of help on", "another key"),
        ('[keys.app]\nquit = "ctrl+p"', "on the screen app, command-palette and quit would both be ctrl+p", "another"),
        ('[keys.app]\nquit = ["f9", "z"]', "quit is given while text is typed", "f2"),
        ('[keys.edit]\nsave = "s"', "save is given while text is typed", "f2"),
    ],
)
def test_what_cannot_be_is_told_with_its_line(text: str, told: str, hint: str) -> None:
    with pytest.raises(SettingsError) as caught:
        mapped(text)
    assert told in caught.value.message
    assert hint in caught.value.hint
    assert caught.value.where.startswith("f:")


async def test_keys_of_ones_own_do_and_show_what_the_usual_ones_did(tmp_path: Path) -> None:
    keys = settings_in(OWN, "f").keys
    with desk_in(tmp_path, Clock(), Settings(keys=keys)) as desk:
        session, shelf = sit_down(desk, [write_deck(tmp_path)])
        app = QuizgenApp(lambda: StudyScreen(desk, session, shelf), keymap=keymap(keys, KNOWN))
        async with piloting(app) as pilot:
            assert "12 October 1865" not in await shows(pilot, "r reveal", "z bury")
            told = {command.title: command.help for command in app.get_system_commands(app.screen)}
            assert told["Bury"].endswith(" Key: z")
            await pilot.press("space", "r")
            await shows(pilot, "✓ 12 October 1865", "1 again", "g good")
            await pilot.press("f3")
            assert "ctrl+q" not in await shows(pilot, "g f5", "You knew it.", "f10 ctrl+x", "Quit quizgen")
            await pilot.press("escape", "3", "f5")
            await shows(pilot, "Who said that the reef", "learning 1")
            await pilot.press("ctrl+p", "ctrl+q", "f4")
            await shows(pilot, "Search for commands", "Put the card away until tomorrow. Key: z")
            await pilot.press("f10")
        assert app.return_code == 0
        assert not app.is_running


def test_the_command_line_refuses_and_lists(tmp_path: Path) -> None:
    settings_file().parent.mkdir(parents=True, exist_ok=True)
    settings_file().write_text('[keys.study]\nundo = "z"\n', encoding="utf-8")
    listed = CliRunner().invoke(quizgen, ["keys", "study"])
    assert "* undo" in listed.output
    assert "  bury " in listed.output
    assert CliRunner().invoke(quizgen, ["keys", "cellar"]).exit_code == 2
    settings_file().write_text('[keys.study]\nundo = "e"\n', encoding="utf-8")
    write_deck(tmp_path)
    refused = CliRunner().invoke(quizgen, ["study", "--plain", str(tmp_path / "arnholm.yaml")])
    assert refused.exit_code == 2
    assert f"{settings_file()}:2: on the screen study, edit and undo would both be e" in refused.output
