"""Keys of one's own in the settings file: what can be written there, and what is said of the rest."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.errors import SettingsError
from quizgen.study.keys import KeyChoice, read_keys
from quizgen.study.setting import change_settings
from quizgen.study.settings import Settings, settings_in


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("z", "z"),
        ("?", "?"),
        (",", "comma"),
        (" ", "space"),
        ("é", "é"),
        ("f12", "f12"),
        ("esc", "escape"),
        ("pg up", "pageup"),
        ("ctrl+z", "ctrl+z"),
        ("alt+.", "alt+."),
        ("ctrl+shift+left", "ctrl+shift+left"),
        ("+", "+"),
        ("ctrl++", "ctrl++"),
    ],
)
def test_keys_by_character_by_name_and_with_others(written: str, key: str) -> None:
    assert read_keys({"study": {"undo": written}}, "", "")[0].keys == (key,)


@pytest.mark.parametrize(
    "written",
    ["", "zz", "f25", "ctrl+", "hyper+z", "\x1b", "\u202e", 7, [], ["z", ""], "ctrl+i", "shift+z", {"a": "b"}],
)
def test_what_is_no_key_is_refused_with_its_line(written: object) -> None:
    with pytest.raises(SettingsError) as caught:
        read_keys({"study": {"undo": written}}, "[keys.study]\nundo = 7\n", "settings.toml")
    assert caught.value.where == "settings.toml:2"
    assert caught.value.hint


@pytest.mark.parametrize("value", [7, "z", {"undo": "z"}, {"study": ["z"]}])
def test_keys_stand_in_tables_of_screens(value: object) -> None:
    with pytest.raises(SettingsError, match="screen by screen"):
        read_keys(value, "", "settings.toml")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('theme = "dark"\n\n[keys.study]\n# mine\nundo = "z"\n', 5),
        ('[keys]\nhome.undo = "y"\nstudy.undo = "z"\n', 3),
        ('keys.study.undo = "z"\n', 1),
        ('[ keys . "study" ]\n"undo" = [\n"z"]\n', 2),
        ('[keys]\nstudy = {undo = "z"}\n', None),
    ],
)
def test_where_a_key_was_chosen(text: str, line: int | None) -> None:
    found = settings_in(text, "f").keys
    assert KeyChoice("study", "undo", ("z",)) in found
    assert found[-1].where == (f"f:{line}" if line else "f")


def test_several_keys_in_order_each_once() -> None:
    assert read_keys({"study": {"undo": ["z", "ctrl+z", "z"]}}, "", "")[0].keys == ("z", "ctrl+z")


def test_another_setting_is_changed_above_the_keys(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('[keys.study] # mine\nundo = "z"\n', encoding="utf-8")
    assert change_settings(file, {"new_per_day": 7}).keys == (KeyChoice("study", "undo", ("z",)),)
    assert file.read_text(encoding="utf-8") == 'new_per_day = 7\n\n[keys.study] # mine\nundo = "z"\n'


@given(st.dictionaries(st.text(), st.dictionaries(st.text(), st.text() | st.lists(st.text()) | st.integers())))
def test_any_table_gives_keys_or_an_error_for_people(table: dict[str, dict[str, object]]) -> None:
    with suppress(SettingsError):
        assert all(choice.keys for choice in read_keys(table, "", ""))


def test_no_keys_are_the_default() -> None:
    assert settings_in("", "f") == Settings()
