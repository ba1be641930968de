"""Settings: defaults, the TOML file, and errors that name key and range; and the folders things live in."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from quizgen.errors import SettingsError
from quizgen.model.review import Mode
from quizgen.study import places
from quizgen.study.settings import Settings, allowed, load_settings, settings_from


def test_no_file_means_the_defaults(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "settings.toml") == Settings()


def test_a_file_changes_what_it_names(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(
        "desired_retention = 0.85\nnew_per_day = 5\n"
        'learning_steps = ["30s", "15m", "2h"]\nrelearning_steps = []\n'
        'mode = "typed"\ntimezone = "Europe/Vienna"\ntheme = "dark"\n',
        encoding="utf-8",
    )
    assert load_settings(file) == Settings(
        desired_retention=0.85,
        new_per_day=5,
        learning_steps=(dt.timedelta(seconds=30), dt.timedelta(minutes=15), dt.timedelta(hours=2)),
        relearning_steps=(),
        mode=Mode.TYPED,
        timezone="Europe/Vienna",
        theme="dark",
    )


def test_options_stand_above_the_file() -> None:
    base = Settings(new_per_day=5, reviews_per_day=50)
    assert settings_from({"new_per_day": 7}, "--set", base) == Settings(new_per_day=7, reviews_per_day=50)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("desired_retention = 1.5", "desired_retention cannot be 1.5"),
        ("desired_retention = true", "desired_retention cannot be True"),
        ("desired_retention = nan", "desired_retention cannot be nan"),
        ("new_per_day = -1", "new_per_day cannot be -1"),
        ("new_per_day = 2.5", "new_per_day cannot be 2.5"),
        ("rollover_hour = 24", "rollover_hour cannot be 24"),
        ('learning_steps = ["1d"]', "learning_steps cannot be ['1d']"),
        ('learning_steps = ["0m"]', "learning_steps cannot be ['0m']"),
        ('learning_steps = ["24h"]', "learning_steps cannot be ['24h']"),
        ('learning_steps = "1m"', "learning_steps cannot be '1m'"),
        ('easy_days = ["saturday"]', "easy_days cannot be ['saturday']"),
        ("easy_days = [[]]", "easy_days cannot be [[]]"),
        ('easy_days = "sat"', "easy_days cannot be 'sat'"),
        ('mode = "sing"', "mode cannot be 'sing'"),
        ('theme = "pink"', "theme cannot be 'pink'"),
        ('timezone = "Mars/Olympus"', "timezone cannot be 'Mars/Olympus'"),
        ('timezone = "../../etc/passwd"', "timezone cannot be '../../etc/passwd'"),
    ],
)
def test_a_value_out_of_range_names_key_and_range(tmp_path: Path, line: str, message: str) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(line, encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        load_settings(file)
    key = line.split(" ")[0]
    assert str(caught.value) == f"{file}: {message}\n  It may be {allowed(key)}."


def test_an_unknown_key_names_the_nearest(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("new_cards_per_day = 3", encoding="utf-8")
    with pytest.raises(SettingsError, match="there is no setting 'new_cards_per_day'") as caught:
        load_settings(file)
    assert caught.value.hint == "Did you mean new_per_day?"


@pytest.mark.parametrize("content", [b"new_per_day = = 3", b"\xff\xfe", b"a = 1\na = 2"])
def test_what_is_not_toml_is_told(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "settings.toml"
    file.write_bytes(content)
    with pytest.raises(SettingsError, match="the settings are not TOML"):
        load_settings(file)


def test_a_folder_is_no_settings_file(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="the settings cannot be read"):
        load_settings(tmp_path)


def test_every_setting_can_be_set_to_its_default() -> None:
    words = {
        "desired_retention": 0.9,
        "maximum_interval": 36500,
        "new_per_day": 20,
        "reviews_per_day": 200,
        "learning_steps": ["1m", "10m"],
        "relearning_steps": ["10m"],
        "easy_days": [],
        "rollover_hour": 4,
        "leech_threshold": 8,
        "mode": "flip",
        "theme": "auto",
        "timezone": "none",
        "decks": [],
    }
    assert set(words) == set(Settings.__dataclass_fields__) - {"keys"}
    assert settings_from(words) == Settings()


def test_the_environment_says_where_things_live(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUIZGEN_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("QUIZGEN_CONFIG_DIR", str(tmp_path / "config"))
    assert places.progress_file() == tmp_path / "data" / "progress.sqlite3"
    assert places.decks_dir() == tmp_path / "data" / "decks"
    assert places.settings_file() == tmp_path / "config" / "settings.toml"
    assert places.progress_file(tmp_path / "other") == tmp_path / "other" / "progress.sqlite3"


def test_without_it_the_platform_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QUIZGEN_DATA_DIR")
    monkeypatch.delenv("QUIZGEN_CONFIG_DIR")
    assert places.data_dir().name == "quizgen"
    assert places.config_dir().name == "quizgen"
