"""Deck files in folders, and those that a learner has added to the list of decks."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

DECK_SUFFIXES = (".yaml", ".yml", ".json")


def decks_in(folder: Path) -> list[Path]:
    """The deck files of a folder by name; none where there is no such folder, or none that can be read."""
    try:
        return sorted(file for file in folder.iterdir() if file.suffix.lower() in DECK_SUFFIXES and file.is_file())
    except (OSError, ValueError):
        return []


def full_path(name: str) -> Path:
    """The path that somebody wrote, ``~`` standing for the home folder; one without a home stays as it is."""
    return Path(os.path.expanduser(name)).absolute()  # noqa: PTH111  (Path's own raises where there is no home)


def listed(added: Iterable[str]) -> Iterator[Path]:
    """The deck files that were added, those of a folder in its place; what is not there, or holds none, stands alone.

    Args:
        added: deck files and folders, as the setting ``decks`` names them.
    """
    for name in added:
        path = full_path(name)
        yield from decks_in(path) or [path]
