"""Options that several commands take, and values that need more than click knows."""

from __future__ import annotations

import datetime as dt

import click

from quizgen.reading.day import parse_day


def as_day(ctx: click.Context, param: click.Parameter, value: str | None) -> dt.date | None:
    """The day that an option writes as ``YYYY-MM-DD``; anything else is a usage error."""
    if value is None:
        return None
    day = parse_day(value)
    if day is None:
        raise click.BadParameter(f"{value!r} is no day such as 2021-12-03")
    return day


def as_names(ctx: click.Context, param: click.Parameter, value: str | None) -> tuple[str, ...] | None:
    """The names that an option separates by commas, each once; none at all is a usage error."""
    if value is None:
        return None
    names = tuple(dict.fromkeys(name.strip() for name in value.split(",") if name.strip()))
    if not names:
        raise click.BadParameter("needs at least one name")
    return names


date_option = click.option(
    "--date",
    metavar="YYYY-MM-DD",
    callback=as_day,
    help="The documents' own date, for 'today' and 'this year'.",
)
