"""The command line's edge: help, errors, interrupts, broken pipes, and streams that lack characters."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

import quizgen
import quizgen.cli
from quizgen.cli import COMMANDS
from quizgen.errors import QuizgenError

RUN = [sys.executable, "-m", "quizgen"]


def invoke(*arguments: str) -> tuple[int, str, str]:
    done = CliRunner().invoke(quizgen.cli.quizgen, arguments)
    assert done.exception is None or isinstance(done.exception, SystemExit)
    return done.exit_code, done.stdout, done.stderr


def raising(error: BaseException) -> click.Command:
    def fail() -> None:
        raise error

    return click.Command("check", callback=fail)


def test_each_command_is_found_under_its_name_with_the_help_that_is_listed(checkout: Path) -> None:
    modules = {path.stem for path in (checkout / "quizgen" / "cli").glob("*.py")}
    for name, line in COMMANDS.items():
        command = import_module(f"quizgen.cli.{name}").command
        assert (command.name, command.get_short_help_str(limit=200)) == (name, line)
    others = modules - COMMANDS.keys()
    assert [name for name in sorted(others) if hasattr(import_module(f"quizgen.cli.{name}"), "command")] == []


@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help_names_every_command(option: str) -> None:
    code, out, _ = invoke(option)
    assert code == 0
    for name, line in COMMANDS.items():
        assert re.search(rf"^  {name} +{re.escape(line)}$", out, re.MULTILINE)


@pytest.mark.parametrize("option", ["-V", "--version"])
def test_version(option: str) -> None:
    assert invoke(option) == (0, f"quizgen {quizgen.__version__}\n", "")


def test_an_unknown_command_is_a_usage_error() -> None:
    code, out, err = invoke("studdy")
    assert (code, out) == (2, "")
    assert "No such command 'studdy'" in err


@pytest.mark.parametrize(
    ("error", "code", "message"),
    [
        (
            QuizgenError("it is broken", "a.yaml:3", "Mend it."),
            2,
            "quizgen: a.yaml:3: it is broken\n  Mend it.\n",
        ),
        (QuizgenError("bad \x1b]0;name\x07"), 2, "quizgen: bad \\u001b]0;name\\u0007\n"),
        (OSError(28, "No space left on device", "a.yaml"), 2, "quizgen: a.yaml: No space left on device\n"),
        (KeyboardInterrupt(), 130, ""),
        (BrokenPipeError(32, "Broken pipe"), 1, ""),
    ],
)
def test_what_goes_wrong_is_told_in_a_line(
    error: BaseException, code: int, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quizgen.cli.check.command", raising(error))
    assert invoke("check") == (code, "", message)


def test_a_reader_that_has_gone_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("Ann was born in 1887.", encoding="utf-8")
    process = subprocess.Popen(
        [*RUN, "inspect", "note.txt", "--json"], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout
    assert process.stderr
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    process.wait()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is full")
def test_a_full_disk_is_told_in_a_line(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("Ann was born in 1887.", encoding="utf-8")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*RUN, "inspect", "note.txt"], cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 2
    assert done.stderr == b"quizgen: No space left on device\n"


@pytest.mark.parametrize(
    ("encoding", "shown"),
    [("cp1252", "\\u0141ukasz “1887”"), ("utf-8", "Łukasz “1887”"), ("ascii", "Łukasz “1887”")],
)
def test_a_stream_without_the_characters_shows_escapes(encoding: str, shown: str, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("Łukasz “1887”", encoding="utf-8")
    environment = os.environ | {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    done = subprocess.run(
        [sys.executable, "-c", "from quizgen.cli.edge import people_safe_streams; import click, pathlib; "
         "people_safe_streams(); click.echo(pathlib.Path('note.txt').read_text('utf-8'))"],
        cwd=tmp_path, env=environment, capture_output=True, check=True,
    )  # fmt: skip
    assert done.stdout.decode("cp1252" if encoding == "cp1252" else "utf-8").strip() == shown


def test_the_streams_of_a_test_or_a_notebook_are_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    from quizgen.cli.edge import people_safe_streams

    monkeypatch.setattr(sys, "stdout", io.StringIO())
    people_safe_streams()
    assert isinstance(sys.stdout, io.StringIO)
