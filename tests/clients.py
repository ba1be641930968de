"""The programs that people open our files with, for tests."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest


def program(*names: str) -> str:
    """The first of these programs that is installed; the test is skipped without one, or fails where all must be."""
    for name in names:
        if path := shutil.which(name):
            return path
    if os.environ.get("QUIZGEN_ALL_CLIENTS"):
        pytest.fail(f"{names[0]} is not installed, and this run must not skip it")
    pytest.skip(f"{names[0]} is not installed")


def letters(text: str) -> str:
    """Letters and digits alone: what is set in lines and hyphenated compares by them."""
    return "".join(character for character in text if character.isalnum())


def converted(path: Path, kind: str) -> Path:
    """What LibreOffice makes of a file."""
    office = program("soffice", "libreoffice")
    home = f"-env:UserInstallation=file://{path.parent / 'office'}"
    command = [office, home, "--headless", "--convert-to", kind, "--outdir", str(path.parent / "out"), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return path.parent / "out" / f"{path.stem}.{kind.partition(':')[0]}"
