"""Where a learner's files live: progress and decks in the data folder, settings in the config folder."""

from __future__ import annotations

import os
from pathlib import Path

_APP = "quizgen"


def data_dir() -> Path:
    """The user's data directory, or ``QUIZGEN_DATA_DIR``; it may not exist yet."""
    return _override("QUIZGEN_DATA_DIR") or _platform("user_data_path")


def config_dir() -> Path:
    """The user's config directory, or ``QUIZGEN_CONFIG_DIR``; it may not exist yet."""
    return _override("QUIZGEN_CONFIG_DIR") or _platform("user_config_path")


def progress_file(data: Path | None = None) -> Path:
    """The one file that holds all progress.

    Args:
        data: the data directory, where an option names it.
    """
    return (data or data_dir()) / "progress.sqlite3"


def library_file(progress: Path) -> Path:
    """The file that keeps decks as they were read, beside the progress file; it can be deleted at any time.

    Args:
        progress: the progress file.
    """
    return progress.with_name("decks.sqlite3")


def decks_dir(data: Path | None = None) -> Path:
    """The folder of the user's own decks.

    Args:
        data: the data directory, where an option names it.
    """
    return (data or data_dir()) / "decks"


def settings_file() -> Path:
    """The TOML file of settings."""
    return config_dir() / "settings.toml"


def _override(variable: str) -> Path | None:
    value = os.environ.get(variable)
    return Path(value).expanduser() if value else None


def _platform(function: str) -> Path:
    import platformdirs

    path: Path = getattr(platformdirs, function)(_APP, appauthor=False)
    return path
