"""Names of files while they are typed: what is there, and how far it settles the rest of a name."""

from __future__ import annotations

import os
from collections.abc import Collection
from contextlib import suppress


def offered(typed: str, suffixes: Collection[str]) -> list[str]:
    """Files and folders whose names begin as typed, files first; folders end as folders do.

    Args:
        typed: the beginning of a name or path; ``~`` stands for the home folder.
        suffixes: of the files that are wanted, in lower case.

    Returns:
        Each as it would be typed. Hidden ones only where a dot was typed; none where a folder cannot be read.
    """
    head, begun = os.path.split(typed)
    files, folders = [], []
    with suppress(OSError, ValueError), os.scandir(os.path.expanduser(head) or os.curdir) as entries:  # noqa: PTH111
        for entry in entries:
            hidden = entry.name.startswith(".") and not begun.startswith(".")
            if hidden or not entry.name.casefold().startswith(begun.casefold()):
                continue
            if _is_folder(entry):
                folders.append(os.path.join(head, entry.name, ""))  # noqa: PTH118  (a path would lose its end)
            elif os.path.splitext(entry.name)[1].lower() in suffixes:  # noqa: PTH122
                files.append(os.path.join(head, entry.name))  # noqa: PTH118
    return sorted(files) + sorted(folders)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def shortened(path: str) -> str:
    """A path as it would be typed: with ``~`` for the home folder."""
    home = os.path.expanduser("~").rstrip(os.sep)  # noqa: PTH111
    inside = path == home or path.startswith(f"{home}{os.sep}")
    return f"~{path.removeprefix(home)}" if home and inside else path


def completed(typed: str, names: Collection[str]) -> str:
    """What is typed, with all that is sure to follow.

    Args:
        typed: the beginning of a name.
        names: that begin so, but for case.
    """
    common = os.path.commonprefix([name.casefold() for name in names])  # noqa: RUF071  (characters are meant)
    if len(common) < len(typed) or any(len(name.casefold()) != len(name) for name in names):
        return typed
    return next(iter(sorted(names)))[: len(common)] if names else typed
