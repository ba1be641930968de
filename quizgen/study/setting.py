"""Settings changed in their file: at their own lines alone, comments kept, written whole or not at all."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

from quizgen.errors import DeckError, SettingsError
from quizgen.study.settings import Settings, load_settings, settings_from, settings_in

_TABLE = re.compile(r"^[ \t]*\[", re.MULTILINE)


def change_settings(file: Path, changes: Mapping[str, object]) -> Settings:
    """Write changed settings into the settings file, and give what it says then.

    Args:
        file: the settings file; it and its folder may not exist yet.
        changes: keys and plain values, as `settings_from` takes them.

    Raises:
        SettingsError: a value is out of range, or the file cannot be read, changed or written; it is then as it was.
    """
    wanted = settings_from(changes, str(file), load_settings(file))
    text = _read(file)
    for key, value in changes.items():
        text = with_setting(text, key, value)
    if not _says(text, file, wanted):
        raise _by_hand(file)
    _write(file, text)
    return wanted


def plain_value(value: object) -> Any:
    """A setting as TOML and `settings_from` know it: steps as texts, no zone as an empty text."""
    if isinstance(value, tuple):
        return [step_text(part) if isinstance(part, timedelta) else part for part in value]
    if value is None:
        return ""
    return str(value) if isinstance(value, str) else value


def step_text(step: timedelta) -> str:
    """A step as it is written: ``10m``."""
    seconds = int(step.total_seconds())
    for unit, length in (("h", 3600), ("m", 60)):
        if seconds % length == 0:
            return f"{seconds // length}{unit}"
    return f"{seconds}s"


def with_setting(text: str, key: str, value: object) -> str:
    """The text of a TOML file with one top-level setting changed, or added behind the others.

    Args:
        text: TOML.
        key: a bare key.
        value: a number, a text, or a list of texts.
    """
    written = json.dumps(value, ensure_ascii=False)
    head = text[: _head_end(text)]
    found = re.search(rf"""^[ \t]*(["']?){re.escape(key)}\1[ \t]*=[ \t]*""", head, re.MULTILINE)
    if found is not None and (end := _value_end(text, found.start(), found.end())) is not None:
        return text[: found.end()] + written + text[end:]
    return _added(text, f"{key} = {written}")


def _added(text: str, line: str) -> str:
    """With a line at the end of what stands before the first table."""
    newline = "\r\n" if "\r\n" in text else "\n"
    head, rest = text[: _head_end(text)], text[_head_end(text) :]
    gap = newline if head and not head.endswith("\n") else ""
    return head + gap + line + newline + (newline if rest else "") + rest


def _head_end(text: str) -> int:
    """Where the first table starts; settings stand before it."""
    table = _TABLE.search(text)
    return table.start() if table else len(text)


def _value_end(text: str, start: int, value: int) -> int | None:
    """Where a value ends, without the comment behind it; None if it is none."""
    import tomllib

    for end in _ends(text, value):
        try:
            tomllib.loads(text[start:end])
        except tomllib.TOMLDecodeError:
            continue
        return value + len(text[value:end].rstrip())
    return None


def _ends(text: str, value: int) -> list[int]:
    """Where a value could end: before a comment sign, or at a line's end."""
    return [found.start() for found in re.finditer(r"#|\r?\n|\Z", text) if found.start() > value]


def _read(file: Path) -> str:
    try:
        return file.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return ""


def _says(text: str, file: Path, wanted: Settings) -> bool:
    try:
        return settings_in(text, str(file)) == wanted
    except SettingsError:
        return False


def _by_hand(file: Path) -> SettingsError:
    hint = "It is written in a way that only a person can change; open it in an editor."
    return SettingsError("the settings file cannot be changed from here", str(file), hint)


def _write(file: Path, text: str) -> None:
    from quizgen.deckfile.save import replace_file

    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        replace_file(file, text.encode("utf-8"))
    except OSError as error:
        raise SettingsError(f"the settings cannot be written: {error.strerror}", str(file)) from error
    except DeckError as error:
        raise SettingsError(error.message, error.where, error.hint) from error
