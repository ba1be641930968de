"""Every command and every sample of the README is run."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner
from log_tools import long_log

from quizgen.cli import quizgen
from quizgen.study.places import progress_file
from quizgen.study.store import Store

README = (Path(__file__).resolve().parent.parent / "README.md").read_text(encoding="utf-8")

NOTE = """The Bramley mill

SHEFFIELD, 3 December 2021 - The Bramley mill was opened on 4 May 1887 by the engineer Ada Hartley.
"The mill will run on the river alone," Mayor John Colton said on Friday.
"""


def blocks(language: str) -> list[str]:
    """The code blocks of the README in ``language``."""
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


LINES = [line for block in blocks("sh") for line in block.splitlines()]
SET_UP = [line for line in LINES if line.startswith("python3 ")]
COMMANDS = [line for line in LINES if line not in SET_UP]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the files the README speaks of."""
    (tmp_path / "notes.txt").write_text(NOTE, encoding="utf-8")
    (tmp_path / "more.md").write_text(f"# More\n\n{NOTE}", encoding="utf-8")
    (tmp_path / "mills.yaml").write_text(blocks("yaml")[0], encoding="utf-8")
    (tmp_path / "bank.gift").write_text("When did the mill open? {=1887 ~1890}\n", encoding="utf-8")
    (tmp_path / "cards.csv").write_text("question,answer\nWhen did the mill burn?,1911\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_set_up_is_two_commands_and_ci_runs_them_word_for_word(checkout: Path) -> None:
    script = (checkout / ".ci" / "run").read_text(encoding="utf-8")
    assert [line.removesuffix(" </dev/null") for line in script.splitlines() if "-m venv" in line] == SET_UP
    assert len(SET_UP) == 2


@pytest.mark.parametrize("line", COMMANDS)
def test_the_command_works(line: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    name, *arguments = shlex.split(line)
    assert name == "quizgen"
    if arguments[-2:] == ["-o", "mills.yaml"]:
        (folder / "mills.yaml").unlink()
    if arguments[:1] == ["optimize"]:
        long_log(progress_file(), 1, 60, 12)
    if arguments[:1] in (["progress"], ["stats"], ["simulate"]):
        Store.open(progress_file()).close()
    if arguments[:2] == ["progress", "import"]:
        CliRunner().invoke(quizgen, ["progress", "export", "-o", arguments[2]])
    monkeypatch.setattr("tui.web.server.serve", lambda *_: None)  # it would go on until it is interrupted
    done = CliRunner().invoke(quizgen, arguments)
    assert done.exit_code == 0, done.output
    assert done.exception is None


def test_the_python_sample_works(folder: Path) -> None:
    exec(compile(blocks("python")[0], "README.md", "exec"), {})
    assert (folder / "notes-from-python.yaml").is_file()


def test_pictures_and_places_exist(checkout: Path) -> None:
    places = re.findall(r"!\[[^]]*\]\(([^)]+)\)|^\| `([^`]+)` \|", README, re.MULTILINE)
    missing = [place for found in places for place in found if place and not (checkout / place).exists()]
    assert missing == []
