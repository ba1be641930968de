"""The promises about the code itself: style, types, who imports whom, and what a process never loads."""

from __future__ import annotations

import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

import quizgen.study

SCRIPTS = Path(sys.executable).parent

TOOLS = {
    "ruff check": [sys.executable, "-m", "ruff", "check"],
    "ruff format": [sys.executable, "-m", "ruff", "format", "--check"],
    "mypy --strict": [sys.executable, "-m", "mypy"],
    "import-linter": [str(SCRIPTS / "lint-imports"), "--no-cache"],
}


@pytest.mark.slow
@pytest.mark.parametrize("tool", TOOLS)
def test_the_tool_has_nothing_to_say(tool: str, checkout: Path) -> None:
    done = subprocess.run(TOOLS[tool], cwd=checkout, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{tool} says:\n{done.stdout}{done.stderr}"


LOADED = """
import sys
before = set(sys.modules)
{code}
print(*sorted((set(sys.modules) - before).intersection({forbidden!r})))
"""

GENERATOR = ("quizgen.generate", "quizgen.questions", "quizgen.kinds", "quizgen.language")
LIBRARIES = ("click", "fsrs", "markdown_it", "platformdirs", "rich", "sqlite3", "textual", "yaml")


def loaded(code: str, forbidden: tuple[str, ...], folder: Path) -> list[str]:
    """Which of ``forbidden`` a fresh process has loaded after running ``code`` in ``folder``."""
    script = LOADED.format(code=code, forbidden=forbidden)
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )
    return done.stdout.splitlines()[-1].split()


def run_command(*arguments: str) -> str:
    """Code that runs the command line as the installed ``quizgen`` does, and goes on."""
    return f"from quizgen.cli import quizgen\nquizgen({list(arguments)!r}, standalone_mode=False)"


def test_importing_the_package_loads_next_to_nothing(tmp_path: Path) -> None:
    forbidden = (*GENERATOR, *LIBRARIES, "dataclasses", "pathlib", "quizgen.model")
    assert loaded("import quizgen", forbidden, tmp_path) == []


def test_help_loads_no_floor_below_the_command_line(tmp_path: Path) -> None:
    forbidden = (*GENERATOR, *LIBRARIES[1:], "quizgen.study", "quizgen.deckfile", "tui")
    assert loaded(run_command("--help"), forbidden, tmp_path) == []


def test_generating_never_loads_textual_or_the_study_session(tmp_path: Path) -> None:
    note = tmp_path / "note.txt"
    note.write_text("The Bramley Bridge was opened on 4 May 1887 by Queen Victoria.\n", encoding="utf-8")
    forbidden = ("textual", "rich", "fsrs", "sqlite3", "tui", "quizgen.study")
    assert loaded(run_command("generate", "note.txt"), forbidden, tmp_path) == []
    assert (tmp_path / "note.yaml").is_file()


def test_studying_never_loads_the_generator(tmp_path: Path) -> None:
    modules = [name for _, name, _ in pkgutil.walk_packages(quizgen.study.__path__, "quizgen.study.")]
    assert "quizgen.study.session" in modules
    code = f"import quizgen.deckfile, {', '.join(modules)}"
    assert loaded(code, (*GENERATOR, "quizgen.reading", "textual", "fsrs"), tmp_path) == []


def test_the_app_is_imported_without_the_generator_and_the_scheduler(tmp_path: Path) -> None:
    assert loaded("import tui.app", (*GENERATOR, "quizgen.reading", "fsrs"), tmp_path) == []
