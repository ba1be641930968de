"""``quizgen simulate``: the coming months, and what each retention wanted would cost."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizgen.cli.learned import data_dir_option, decks_at_hand, progress, settings_and_now

if TYPE_CHECKING:
    from quizgen.study.settings import Settings
    from quizgen.study.simulation import Workload

_AIMS = (0.80, 0.85, 0.90, 0.95)
_COLUMNS = 60


@click.command("simulate")
@click.argument("what", nargs=-1, metavar="[DECK | FOLDER]...")
@click.option("--days", type=click.IntRange(7, 1825), default=90, show_default=True, help="Days to play through.")
@click.option("--new", type=int, metavar="N", help="New cards a day.")
@click.option("--reviews", type=int, metavar="N", help="Reviews a day.")
@click.option("--json", "as_json", is_flag=True, help="The figures of each day as JSON.")
@data_dir_option
def command(
    what: Sequence[str], days: int, new: int | None, reviews: int | None, as_json: bool, data_dir: Path | None
) -> None:
    """Play the coming months through: what a retention would cost.

    Each card is asked when it is due, within the limits of a day, at several retentions wanted. Without a
    deck it takes all that are being studied; their new cards come in as your settings say.
    """
    from quizgen.cli.patience import patience
    from quizgen.study.habits import habits
    from quizgen.study.memory import weights
    from quizgen.study.settings import settings_from
    from quizgen.study.simulation import simulate
    from quizgen.study.statistics.answers import Scope
    from quizgen.study.statistics.cards import stand

    given = {"new_per_day": new, "reviews_per_day": reviews}
    options = {key: value for key, value in given.items() if value is not None}
    with progress(data_dir) as store:
        decks = decks_at_hand(what, data_dir)
        kept, now = settings_and_now()
        settings = settings_from(options, "options", kept)
        scope = Scope(now.day, [deck.id for deck in decks] if what else None)
        cards = stand(store, scope, decks)
        w, habit = weights(store.parameters), habits(store, scope)
    left = sum(number for deck, number in cards.new.items() if what or cards.learned.get(deck))
    with patience("Playing the days through"):
        found = [
            simulate(cards.all, left, now.day, days, w, habit, replace(settings, desired_retention=aim))
            for aim in sorted({*_AIMS, settings.desired_retention})
        ]
    click.echo(json.dumps([asdict(one) for one in found]) if as_json else _report(found, left, days, settings))


def _report(found: Sequence[Workload], new: int, days: int, settings: Settings) -> str:
    from quizgen.study.wording import percent
    from tui.charts import columns, table

    own = next(one for one in found if one.retention == settings.desired_retention)
    rows = [
        [
            f"{'▸' if one is own else ' '} {percent(one.retention)}",
            f"{sum(one.reviews) / days:.1f}",
            f"{one.minutes:.1f}",
            f"{one.known:.0f} of {one.learned}",
            str(one.late),
        ]
        for one in found
    ]
    head = ["  Aim", "Reviews a day", "Minutes a day", "Known then", "Late then"]
    width = -(-days // _COLUMNS)
    sums = [sum(own.reviews[first : first + width]) for first in range(0, days, width)]
    each = "a day" if width == 1 else f"{width} days"
    return "\n".join(
        [
            f"The next {days} days, {settings.new_per_day} new cards a day while {new} last, "
            f"{settings.reviews_per_day} reviews a day at most",
            "",
            *table(head, rows),
            "",
            f"Reviews with your aim, a column {each}, at most {max(sums)}",
            "",
            *(f"  {line}" for line in columns(sums, 4)),
            "  " + "▔" * len(sums),
            "",
            *_compared(own, found),
        ]
    )


def _compared(own: Workload, found: Sequence[Workload]) -> list[str]:
    """What the next higher and lower aims would change."""
    from quizgen.study.wording import percent

    place = found.index(own)
    told = []
    for other in (*found[place + 1 : place + 2], *found[max(0, place - 1) : place]):
        if not sum(own.reviews) or not own.known:
            continue
        work, known = sum(other.reviews) / sum(own.reviews) - 1, other.known / own.known - 1
        told.append(
            f"Aiming at {percent(other.retention)}: {_changed(work)} reviews, {_changed(known)} cards known then."
        )
    return told


def _changed(share: float) -> str:
    from quizgen.study.wording import percent

    return f"{percent(abs(share))} {'more' if share >= 0 else 'fewer'}"
