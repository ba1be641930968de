"""What the settings screen tells of each setting, and how a value is typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from quizgen.errors import SettingsError
from quizgen.model.review import Mode
from quizgen.study.days import local_clock
from quizgen.study.setting import plain_value
from quizgen.study.settings import THEMES, Settings, allowed, settings_from
from tui.desk import Desk
from tui.widgets.form import Field


@dataclass(frozen=True, slots=True)
class Told:
    """A setting as it is shown."""

    key: str
    label: str
    help: str
    """One sentence or two."""
    values: tuple[str, ...] = ()
    """To choose from; without any, the value is typed."""
    unit: str = ""
    """What a value counts."""


TOLD = (
    Told("desired_retention", "Retention wanted", "How likely you should still know a card when it comes again; "
         "more means more reviews.", ("0.8", "0.85", "0.9", "0.92", "0.95")),
    Told("new_per_day", "New cards a day", "Over all decks and sessions of a day.", ("0", "5", "10", "20", "30"),
         "cards"),
    Told("reviews_per_day", "Reviews a day", "Over all decks and sessions of a day.", ("50", "100", "200", "9999"),
         "cards"),
    Told("learning_steps", "Learning steps", "How soon a new card comes again before it waits for days: 1m, 10m."),
    Told("relearning_steps", "Relearning steps", "The same, for a card that you forgot."),
    Told("maximum_interval", "Longest interval", "No card waits for more days than this.", ("365", "3650", "36500"),
         "days"),
    Told("easy_days", "Easy days", "Weekdays with about half as many reviews: sat, sun."),
    Told("rollover_hour", "A day starts at", "The hour at which a new study day begins.", ("0", "3", "4", "5"),
         "o'clock"),
    Told("leech_threshold", "Leech at", "How often a card must be forgotten before you are asked what to do with it.",
         ("4", "8", "12"), "lapses"),
    Told("mode", "Asked by", "How cards ask unless a card or a deck has its own way.", tuple(Mode)),
    Told("theme", "Colours", "The theme; auto follows your terminal where it tells.", THEMES),
    Told("timezone", "Time zone", "A name such as Europe/Vienna; none follows this machine."),
)  # fmt: skip
"""All settings, in the order of the screen."""

_WHOLE = ("new_per_day", "reviews_per_day", "maximum_interval", "rollover_hour", "leech_threshold")
_LISTS = ("learning_steps", "relearning_steps", "easy_days")


def setting_field(told: Told, settings: Settings) -> Field:
    """The row of a setting."""
    value = shown(told.key, settings)
    place = told.values.index(value) if value in told.values else None
    return Field(
        name=told.key, label=told.label, values=told.values or (value,), place=place or 0,
        written=value if place is None else None, writable=told.key not in ("mode", "theme"),
        unit=told.unit,
        help=f"{told.help} Usually {shown(told.key, Settings())}; {allowed(told.key)}.",
    )  # fmt: skip


def shown(key: str, settings: Settings) -> str:
    """A setting as it is shown, and as it could be typed."""
    plain = plain_value(getattr(settings, key))
    if isinstance(plain, list):
        return ", ".join(plain) or "none"
    return str(plain) or "none"


def typed_setting(key: str, text: str) -> object:
    """What was typed, as a plain value.

    Raises:
        SettingsError: it is no number where one is needed.
    """
    if key in _LISTS:
        return [] if text in ("", "none") else text.replace(",", " ").split()
    try:
        if key in _WHOLE:
            return int(text)
        return float(text.replace(",", ".")) if key == "desired_retention" else text
    except ValueError as error:
        raise SettingsError(f"{key} cannot be {text[:60]!r}", hint=f"It may be {allowed(key)}.") from error


def desk_with(desk: Desk, changes: Mapping[str, object]) -> Desk:
    """A desk on which some settings are others; what options said of the rest still holds."""
    settings = settings_from(changes, base=desk.settings)
    clock = local_clock(settings.timezone) if "timezone" in changes else desk.clock
    return replace(desk, settings=settings, clock=clock)
