"""Keys of one's own, as the settings file chooses them: the names keys have, and who chose what in which line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from quizgen.errors import SettingsError

EVERYWHERE = "everywhere"
"""Stands for all screens that have a command of a name."""
SHORT = {
    "escape": "esc", "pageup": "pg up", "pagedown": "pg dn", "comma": ",",
    "up": "↑", "down": "↓", "left": "←", "right": "→",
}  # fmt: skip
"""How keys are shown that are not shown by their names."""

_NAMED = "up down left right home end pageup pagedown insert delete backspace enter space tab escape".split()
_FUNCTIONS = [f"f{number}" for number in range(1, 25)]
_LONG = {shown: key for key, shown in SHORT.items()} | {" ": "space", "pgup": "pageup", "pgdn": "pagedown"}
_WRITTEN = re.compile(r"((?:(?:ctrl|alt|shift)\+)*)(.+)", re.DOTALL)
_SAME = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+[": "escape"}
"""What a terminal cannot tell from another key."""
_ASSIGNED = re.compile(r"""\s*([\w.\- "']+?)\s*=""")
_TABLE = re.compile(r"\s*\[\s*([^\[\]]+?)\s*\]")
_HINT = 'Write a character such as "z" or "?", a name such as "f2", "space" or "pageup", or "ctrl+z".'


@dataclass(frozen=True, slots=True)
class KeyChoice:
    """The keys that somebody wants for a command."""

    screen: str
    """Its name, or `EVERYWHERE`."""
    command: str
    keys: tuple[str, ...]
    """As Textual names them; at least one."""
    where: str = field(default="", compare=False)
    """File and line."""


def read_keys(value: object, text: str, where: str) -> tuple[KeyChoice, ...]:
    """What the table ``keys`` of the settings file says; whether there are such screens and commands is not known here.

    Args:
        value: the table.
        text: the file's, to find lines in.
        where: the file.

    Raises:
        SettingsError: it is no table of tables of keys, or names a key that there is not.
    """
    if not isinstance(value, Mapping):
        raise _no_table(_line(text, ("keys",), where))
    return tuple(_choices(value, text, where))


def _choices(value: Mapping[str, object], text: str, where: str) -> Iterator[KeyChoice]:
    for screen, commands in value.items():
        if not isinstance(commands, Mapping):
            raise _no_table(_line(text, ("keys", screen), where))
        for command, keys in commands.items():
            place = _line(text, ("keys", screen, command), where)
            yield KeyChoice(screen, command, _keys(keys, place), place)


def _no_table(where: str) -> SettingsError:
    hint = f'Write a line [keys.{EVERYWHERE}] or [keys.study], and below it: undo = "z"'
    return SettingsError("keys are chosen screen by screen", where, hint)


def _keys(value: object, where: str) -> tuple[str, ...]:
    listed = value if isinstance(value, list) else [value]
    if not listed or len(listed) > 9:
        raise SettingsError("a command needs from one to nine keys", where, _HINT)
    return tuple(dict.fromkeys(_key(key, where) for key in listed))


def _key(value: object, where: str) -> str:
    match = _WRITTEN.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        raise SettingsError(f"there is no key {value!r}"[:80], where, _HINT)
    modifiers, key = match[1], _LONG.get(match[2], match[2])
    named = key in _NAMED or key in _FUNCTIONS
    if modifiers + key in _SAME:
        raise SettingsError(f"a terminal takes {modifiers + key} for {_SAME[modifiers + key]}", where, _HINT)
    if len(key) == 1 and "shift+" in modifiers:
        hint = f"Write the character itself, such as {key.upper()!r}."
        raise SettingsError(f"there is no key {value!r}", where, hint)
    if not named and key != "comma" and (len(key) > 1 or not key.isprintable()):
        raise SettingsError(f"there is no key {value!r}"[:80], where, _HINT)
    return modifiers + key


def _line(text: str, path: Sequence[str], where: str) -> str:
    """The file and the line in which a key of a table is set; where that is not clear, the file alone."""
    table: list[str] = []
    for number, line in enumerate(text.splitlines(), 1):
        if header := _TABLE.match(line):
            table = _parts(header[1])
            found = table
        elif assigned := _ASSIGNED.match(line):
            found = [*table, *_parts(assigned[1])]
        else:
            continue
        if found == list(path):
            return f"{where}:{number}"
    return where


def _parts(dotted: str) -> list[str]:
    return [part.strip().strip("\"'") for part in dotted.split(".")]
