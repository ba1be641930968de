"""Settings changed in their file: only their own lines, comments kept, whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.errors import SettingsError
from quizgen.study.setting import change_settings, plain_value, with_setting
from quizgen.study.settings import Settings, load_settings, settings_from


def written(tmp_path: Path, text: str, **changes: object) -> str:
    file = tmp_path / "settings.toml"
    file.write_bytes(text.encode())
    change_settings(file, changes)
    return file.read_bytes().decode()


def test_a_new_file_and_its_folder_are_made(tmp_path: Path) -> None:
    file = tmp_path / "config" / "settings.toml"
    assert change_settings(file, {"new_per_day": 7}) == Settings(new_per_day=7)
    assert file.read_text(encoding="utf-8") == "new_per_day = 7\n"


def test_only_its_own_line_changes(tmp_path: Path) -> None:
    text = '# mine\nnew_per_day = 5   # few, "#1"\n\ntheme = "dark"\n'
    assert written(tmp_path, text, new_per_day=9) == text.replace("5 ", "9 ")


def test_a_sign_within_a_text_is_no_comment(tmp_path: Path) -> None:
    assert written(tmp_path, "\"theme\" = 'dark'# so\n", theme="light") == '"theme" = "light"# so\n'


def test_a_value_over_lines_is_replaced_as_a_whole(tmp_path: Path) -> None:
    text = 'learning_steps = [\n  "1m", # soon\n  "10m",\n]  # both\nnew_per_day = 3\n'
    assert written(tmp_path, text, learning_steps=["5m"]) == 'learning_steps = ["5m"]  # both\nnew_per_day = 3\n'


def test_line_ends_stay_and_a_missing_one_is_added(tmp_path: Path) -> None:
    assert written(tmp_path, "new_per_day = 3\r\nleech_threshold = 4", mode="typed") == (
        'new_per_day = 3\r\nleech_threshold = 4\r\nmode = "typed"\r\n'
    )


def test_settings_stand_before_the_first_table() -> None:
    assert with_setting('[keys]\nmode = "m"\n', "mode", "typed") == 'mode = "typed"\n\n[keys]\nmode = "m"\n'


@pytest.mark.parametrize("text", ['timezone = """\nnew_per_day = 3\n"""\n', "new_per_day = = 3\n", "wrong = 1\n"])
def test_what_cannot_be_changed_is_left(tmp_path: Path, text: str) -> None:
    with pytest.raises(SettingsError):
        written(tmp_path, text, new_per_day=4)
    assert (tmp_path / "settings.toml").read_text(encoding="utf-8") == text


def test_a_value_out_of_range_writes_nothing(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="new_per_day cannot be -1"):
        written(tmp_path, "new_per_day = 5\n", theme="dark", new_per_day=-1)
    assert (tmp_path / "settings.toml").read_text(encoding="utf-8") == "new_per_day = 5\n"


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file", encoding="utf-8")
    with pytest.raises(SettingsError, match="the settings cannot be"):
        change_settings(tmp_path / "config" / "settings.toml", {"new_per_day": 5})


@given(
    st.integers(0, 9999),
    st.lists(st.sampled_from(["30s", "90s", "1m", "60m", "2h"]), max_size=4),
    st.sampled_from(["", "Europe/Vienna"]),
)
def test_what_is_written_is_read(new: int, steps: list[str], zone: str) -> None:
    import tomllib

    text = "# top\nnew_per_day = 1 # a\nlearning_steps = []\n"
    wanted = settings_from({"new_per_day": new, "learning_steps": steps, "timezone": zone})
    for key in ("new_per_day", "learning_steps", "timezone"):
        text = with_setting(text, key, plain_value(getattr(wanted, key)))
    assert settings_from(tomllib.loads(text)) == wanted
    assert text.startswith("# top\n")
    assert " # a\n" in text


def test_every_setting_has_a_plain_value() -> None:
    plain = {key: plain_value(getattr(Settings(), key)) for key in Settings.__dataclass_fields__ if key != "keys"}
    assert settings_from(plain) == Settings()


def test_a_link_is_followed(tmp_path: Path) -> None:
    real = tmp_path / "dotfiles.toml"
    real.write_text("new_per_day = 5\n", encoding="utf-8")
    link = tmp_path / "settings.toml"
    try:
        link.symlink_to(real)
    except OSError:
        pytest.skip("no links here")
    change_settings(link, {"new_per_day": 6})
    assert link.is_symlink()
    assert load_settings(real) == Settings(new_per_day=6)
