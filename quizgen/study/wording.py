"""Intervals, durations and shares in words."""

from __future__ import annotations

_MINUTE, _HOUR, _DAY = 60, 3600, 86400
_MONTH, _YEAR = 30.4375 * _DAY, 365.25 * _DAY


def interval(seconds: int) -> str:
    """How long until a card comes again: ``<1 min``, ``10 min``, ``1 day``, ``2.1 months``."""
    if seconds < _MINUTE:
        return "<1 min"
    if seconds < _HOUR:
        return f"{_half_up(seconds / _MINUTE)} min"
    if seconds < _DAY:
        return f"{_tenths(seconds / _HOUR)} h"
    if seconds < _MONTH:
        return _counted(str(_half_up(seconds / _DAY)), "day")
    if seconds < _YEAR:
        return _counted(_tenths(seconds / _MONTH), "month")
    return _counted(_tenths(seconds / _YEAR), "year")


def duration(milliseconds: int) -> str:
    """How long something took: ``40 s``, ``8 min 40 s``, ``1 h 5 min``."""
    seconds = _half_up(milliseconds / 1000)
    if seconds < _MINUTE:
        return f"{seconds} s"
    minutes, rest = divmod(seconds, _MINUTE)
    if minutes < 60:
        return f"{minutes} min {rest} s" if rest else f"{minutes} min"
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes} min" if minutes else f"{hours} h"


def time_spent(milliseconds: int) -> str:
    """How long something took, to the minute from one minute on: ``40 s``, ``9 min``, ``1 h 5 min``."""
    minute = 1000 * _MINUTE
    return duration(milliseconds if milliseconds < minute else minute * _half_up(milliseconds / minute))


def percent(share: float) -> str:
    """A share of one: ``93 %``."""
    return f"{_half_up(share * 100)} %"


def _counted(number: str, unit: str) -> str:
    return f"{number} {unit}" if number == "1" else f"{number} {unit}s"


def _tenths(value: float) -> str:
    return f"{_half_up(value * 10) / 10:g}"


def _half_up(value: float) -> int:
    return int(value + 0.5)
