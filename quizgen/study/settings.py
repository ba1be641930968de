"""Settings of studying: their defaults, their ranges, and the TOML file that changes them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from quizgen.errors import SettingsError
from quizgen.model.review import Mode
from quizgen.study.days import WEEKDAYS
from quizgen.study.keys import KeyChoice, read_keys

THEMES = ("auto", "light", "dark", "high-contrast", "colour-blind-safe")

_STEP = re.compile(r"(\d{1,5})\s*(s|m|h)")
_UNITS = {"s": "seconds", "m": "minutes", "h": "hours"}
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a learner can set; ``settings_from`` overrides single ones."""

    desired_retention: float = 0.90
    """The probability of recall at which a card comes again."""
    maximum_interval: int = 36500
    """Days."""
    new_per_day: int = 20
    """New cards a study day, over all decks and sessions."""
    reviews_per_day: int = 200
    """Reviews a study day, over all decks and sessions."""
    learning_steps: tuple[timedelta, ...] = (timedelta(minutes=1), timedelta(minutes=10))
    relearning_steps: tuple[timedelta, ...] = (timedelta(minutes=10),)
    easy_days: tuple[str, ...] = ()
    """Weekdays such as ``sat`` that get about half as many reviews as others."""
    rollover_hour: int = 4
    """Hour of the local clock at which a study day starts."""
    leech_threshold: int = 8
    """Lapses that make a card a leech."""
    mode: Mode = Mode.FLIP
    theme: str = "auto"
    timezone: str | None = None
    """IANA name; None follows the machine."""
    decks: tuple[str, ...] = ()
    """Deck files and folders of decks that were added to the list."""
    keys: tuple[KeyChoice, ...] = ()
    """Keys of one's own, in the file's table ``keys``."""


def load_settings(file: Path) -> Settings:
    """Read the settings file; a missing one means the defaults.

    Raises:
        SettingsError: naming the file, the key and the range allowed.
    """
    try:
        return settings_in(file.read_bytes().decode("utf-8"), str(file))
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        raise SettingsError(f"the settings cannot be read: {error.strerror}", str(file)) from error
    except UnicodeDecodeError as error:
        raise SettingsError(f"the settings are not TOML: {error}", str(file)) from error


def settings_in(text: str, where: str) -> Settings:
    """The settings that a TOML file's text holds.

    Args:
        text: the file's.
        where: the file, to name in errors.

    Raises:
        SettingsError: it is no TOML, or a setting makes no sense.
    """
    import tomllib
    from dataclasses import replace

    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"the settings are not TOML: {error}", where) from error
    keys = values.pop("keys", None)
    settings = settings_from(values, where)
    return settings if keys is None else replace(settings, keys=read_keys(keys, text, where))


def settings_from(values: Mapping[str, object], where: str = "", base: Settings | None = None) -> Settings:
    """Settings from plain values, as TOML or command-line options give them.

    Args:
        values: keys are the fields of ``Settings``; steps are lists of texts such as ``10m``.
        where: the file or option list to name in errors.
        base: settings that stand where ``values`` is silent; the defaults if None.

    Raises:
        SettingsError: for an unknown key or a value out of range.
    """
    from dataclasses import replace

    unknown = [key for key in values if key not in _RULES]
    if unknown:
        raise _unknown(unknown[0], where)
    taken = {key: _take(key, value, where) for key, value in values.items()}
    return replace(base or Settings(), **taken)  # type: ignore[arg-type]


def allowed(key: str) -> str:
    """The values a setting may have, in words.

    Raises:
        KeyError: if there is no such setting.
    """
    return _RULES[key][1]


def _take(key: str, value: object, where: str) -> object:
    read, words = _RULES[key]
    try:
        return read(value)
    except (TypeError, ValueError) as error:
        shown = repr(value) if len(repr(value)) < 60 else repr(value)[:57] + "..."
        raise SettingsError(f"{key} cannot be {shown}", where, f"It may be {words}.") from error


def _unknown(key: str, where: str) -> SettingsError:
    from difflib import get_close_matches

    near = get_close_matches(key, _RULES, n=1, cutoff=0.5)
    hint = f"Did you mean {near[0]}?" if near else f"The settings are {', '.join(_RULES)}."
    return SettingsError(f"there is no setting {key[:60]!r}", where, hint)


def _whole(low: int, high: int) -> tuple[Callable[[object], int], str]:
    def read(value: object) -> int:
        if isinstance(value, bool) or not isinstance(value, int):
            raise TypeError
        if not low <= value <= high:
            raise ValueError
        return value

    return read, f"a whole number from {low} to {high}"


def _retention(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise TypeError
    if not 0.70 <= value <= 0.99:
        raise ValueError
    return float(value)


def _steps(value: object) -> tuple[timedelta, ...]:
    if not isinstance(value, (list, tuple)) or len(value) > 10:
        raise TypeError
    return tuple(_step(step) for step in value)


def _step(value: object) -> timedelta:
    match = _STEP.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        raise ValueError
    step = timedelta(**{_UNITS[match[2]]: int(match[1])})
    if not timedelta() < step < _DAY:
        raise ValueError
    return step


def _weekdays(value: object) -> tuple[str, ...]:
    if not isinstance(value, (list, tuple)):
        raise TypeError
    if not set(value) <= set(WEEKDAYS):
        raise ValueError
    return tuple(day for day in WEEKDAYS if day in value)


def _full_names(value: object) -> tuple[str, ...]:
    if not isinstance(value, (list, tuple)) or not all(isinstance(name, str) for name in value):
        raise TypeError
    if not all(name.startswith("~") or Path(name).is_absolute() for name in value):
        raise ValueError
    return tuple(dict.fromkeys(value))


def _timezone(value: object) -> str | None:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    if not isinstance(value, str):
        raise TypeError
    if value in ("", "none"):
        return None
    try:
        return ZoneInfo(value).key
    except (ZoneInfoNotFoundError, OSError) as error:
        raise ValueError from error


def _one_of(names: tuple[str, ...]) -> tuple[Callable[[object], str], str]:
    def read(value: object) -> str:
        if not isinstance(value, str) or value not in names:
            raise ValueError
        return value

    return read, "one of " + ", ".join(names)


_STEP_WORDS = 'up to ten steps shorter than a day, such as ["1m", "10m"]'
_RULES: dict[str, tuple[Callable[[object], object], str]] = {
    "desired_retention": (_retention, "a number from 0.70 to 0.99"),
    "maximum_interval": _whole(1, 36500),
    "new_per_day": _whole(0, 9999),
    "reviews_per_day": _whole(0, 9999),
    "learning_steps": (_steps, _STEP_WORDS),
    "relearning_steps": (_steps, _STEP_WORDS),
    "easy_days": (_weekdays, 'weekdays such as ["sat", "sun"]'),
    "rollover_hour": _whole(0, 23),
    "leech_threshold": _whole(1, 99),
    "mode": (lambda value: Mode(str(value)), "one of " + ", ".join(Mode)),
    "theme": _one_of(THEMES),
    "decks": (_full_names, 'full names of deck files and folders, such as ["~/decks"]'),
    "timezone": (_timezone, 'an IANA name such as "Europe/Vienna", or "none" for the machine\'s own'),
}
