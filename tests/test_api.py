"""The public functions of the package, imported when first used."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import quizgen
from quizgen.model.document import Document


def test_read_makes_a_document(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text("The mill opened in 1887.", encoding="utf-8")
    assert isinstance(quizgen.read(path), Document)


def test_the_public_names_are_told() -> None:
    assert set(quizgen.__all__) <= set(dir(quizgen))
    with pytest.raises(AttributeError, match="no attribute 'raed'"):
        quizgen.raed  # noqa: B018


@pytest.mark.parametrize("first", ["import quizgen.generate", "from quizgen.generate import generate", "pass"])
def test_generate_stays_a_function_whatever_was_imported_first(first: str) -> None:
    code = f"{first}\nimport quizgen\nprint(type(quizgen.generate).__name__)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["function"]
