"""What comes with an installed quizgen: decks, their sources and the app's styles."""

from __future__ import annotations

from pathlib import Path

import quizgen
import tui
from quizgen.shipped import shipped_decks


def names(folder: Path, pattern: str) -> list[str]:
    """The files in ``folder`` that match, as paths below it."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob(pattern))


def test_decks_and_sources_come_with_the_package(checkout: Path) -> None:
    assert names(shipped_decks(), "*.*") == names(checkout / "decks", "*.*")
    assert names(shipped_decks(), "*.yaml")
    assert names(shipped_decks(), "sources/*.txt")


def test_styles_and_type_marks_come_with_the_package(checkout: Path) -> None:
    package = Path(tui.__file__).parent
    assert names(package, "*.tcss") == names(checkout / "tui", "*.tcss") != []
    assert (package / "py.typed").is_file()
    assert (Path(quizgen.__file__).parent / "py.typed").is_file()
