"""Every test has its own home, data, settings, locale and zone: none sees the developer's machine."""

from __future__ import annotations

import time
from pathlib import Path

import hypothesis
import pytest

import quizgen

hypothesis.settings.register_profile(
    "ci",
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
)
hypothesis.settings.register_profile("explore", deadline=None, max_examples=2_000)
hypothesis.settings.load_profile("ci")

_FOLDERS = {
    "HOME": "home",
    "USERPROFILE": "home",
    "APPDATA": "home/appdata",
    "LOCALAPPDATA": "home/appdata",
    "XDG_DATA_HOME": "home/share",
    "XDG_CONFIG_HOME": "home/config",
    "XDG_CACHE_HOME": "home/cache",
    "XDG_STATE_HOME": "home/state",
    "QUIZGEN_DATA_DIR": "quizgen-data",
    "QUIZGEN_CONFIG_DIR": "quizgen-config",
}

_UNSET = (
    "LANGUAGE",
    "LC_ALL",
    "LC_CTYPE",
    "LC_TIME",
    "NO_COLOR",
    "COLORTERM",
    "FORCE_COLOR",
    "COLUMNS",
    "LINES",
)


@pytest.fixture(autouse=True)
def _own_machine(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """A home, data and settings of its own, UTC, and a plain locale; the current folder stays."""
    root = tmp_path_factory.mktemp("machine")
    for variable, folder in _FOLDERS.items():
        path = root / folder
        path.mkdir(parents=True, exist_ok=True)
        monkeypatch.setenv(variable, str(path))
    for variable in _UNSET:
        monkeypatch.delenv(variable, raising=False)
    # Processes that tests start run the quizgen that is tested, also where it is not installed.
    monkeypatch.setenv("PYTHONPATH", str(Path(quizgen.__file__).resolve().parent.parent))
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("TZ", "UTC")
    if hasattr(time, "tzset"):  # not on Windows
        time.tzset()


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The top folder of the checkout."""
    return Path(__file__).resolve().parent.parent
