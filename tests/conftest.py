"""Every test has its own home, data, settings, locale and zone: none sees the developer's machine.

The whole suite is shared out to several processes; benchmarks run alone when all others have ended.
"""

from __future__ import annotations

import os
import time
from collections.abc import Generator, Iterator
from itertools import zip_longest
from pathlib import Path

import hypothesis
import pytest
from study_tools import Clock, counted

import quizgen
from quizgen.study.store import Store

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


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config: pytest.Config) -> None:
    """Share the whole suite out where pytest-xdist is there and no ``-n`` says otherwise; a part of it is not."""
    whole = config.args_source is not pytest.Config.ArgsSource.ARGS and "PYTEST_XDIST_WORKER" not in os.environ
    if whole and getattr(config.option, "numprocesses", 0) is None:
        config.option.numprocesses = (os.cpu_count() or 1) + 1  # tests of screens mostly wait
        config.option.dist = "worksteal"


def shared_out(config: pytest.Config) -> bool:
    """Whether this process has others run the tests."""
    return config.pluginmanager.has_plugin("dsession")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave benchmarks to the process that has others run the rest."""
    if shared_out(config) or hasattr(config, "workerinput"):
        items[:] = [item for item in items if ("benchmark" in item.keywords) == shared_out(config)]


@pytest.hookimpl(wrapper=True)
def pytest_runtestloop(session: pytest.Session) -> Generator[None, object, object]:
    """Run benchmarks here once the others' tests have ended: nothing runs beside what is measured."""
    done = yield
    if shared_out(session.config):
        others = session.testscollected
        items = session.perform_collect()
        session.testscollected += others
        for item, following in zip_longest(items, items[1:]):
            item.ihook.pytest_runtest_protocol(item=item, nextitem=following)
    return done


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


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A fresh progress file, whose operations are counted."""
    with Store.open(tmp_path / "progress.sqlite3", counted()) as opened:
        yield opened


@pytest.fixture
def clock() -> Clock:
    """A clock to be turned."""
    return Clock()
