"""Ten thousand broken command lines: each works, or ends with a message; none with a traceback."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from click.testing import CliRunner

from quizgen.cli import COMMANDS, quizgen

ROUNDS = 2_500
SEEDS = (1887, 1888, 1889, 1890)

NOTE = "In 1887 Ada Hartley opened the Bramley mill. “It turns,” said Mayor John Colton.\n"
FILES = {
    "note.txt": NOTE.encode(),
    "note.md": f"---\ntitle: Mill\ndate: 1887-05-04\n---\n# Mill\n\n{NOTE}".encode(),
    "old.txt": NOTE.encode("cp1252"),
    "wide.txt": NOTE.encode("utf-16"),
    "empty.txt": b"",
    "binary.txt": b"\0\1\2",
    "dated.txt": NOTE.encode(),
    "dated.txt.date": b"yesterday",
    "deck.yaml": b"quizgen: 1\nid: a\ntitle: b\ncards:\n- question: Who?\n  answer: Ann\n",
    "broken.yaml": b"quizgen: 1\nid: a\ntitle: [b\n",
    "deck.json": b'{"quizgen": 1, "id": "a", "title": "b", "cards": []}',
}
OPTIONS = (
    *("-o", "--output", "--id", "--date", "--title", "--kinds", "--max", "--explain", "--format", "--force"),
    *("--json", "--fix", "--plain", "--data-dir", "-h", "--help", "-V", "--", "--nonsense", "-x"),
)
VALUES = (
    *("-", ".", "", "folder", "nowhere/deck.yaml", "out.yaml", "out.json", "/dev/null", "rebuild", "where"),
    *("2021-12-03", "2021-02-30", "date", "date,attribution", ",", "5", "0", "-1", "yaml", "json"),
    *(
        "\x1b[2J",
        "\0",
        "\udcff",
        "a\nb",
        "[bold]",
        "x" * 300,
        "x" * 5_000,
        "北京",
        "\u202e",
        "--=",
        "%s",
        "{}",
    ),
)


def arguments(chance: random.Random) -> list[str]:
    """A command line that is right in places."""
    words = [chance.choice((*COMMANDS, "studdy", ""))] if chance.random() < 0.9 else []
    for _ in range(chance.randrange(6)):
        words.append(chance.choice(chance.choice((tuple(FILES), tuple(FILES), OPTIONS, VALUES))))
    return words


@pytest.mark.slow
@pytest.mark.parametrize("seed", SEEDS)
def test_no_command_line_ends_with_a_traceback(seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    chance, runner, codes = random.Random(seed), CliRunner(), set()
    for _ in range(ROUNDS):
        _restore(tmp_path)
        words = arguments(chance)
        done = runner.invoke(quizgen, words, input=chance.choice((NOTE, "", "\n1\nq\n", b"\xff\xfe\0")))
        assert done.exception is None or isinstance(done.exception, SystemExit), (words, done.exception)
        assert "Traceback" not in done.output, words
        assert "\x1b" not in done.output, words
        codes.add(done.exit_code)
    assert codes == {0, 2}


def _restore(folder: Path) -> None:
    """The files as they were before the command; most commands leave them."""
    for name, data in FILES.items():
        file = folder / name
        if not file.is_file() or file.read_bytes() != data:
            file.write_bytes(data)
