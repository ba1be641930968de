"""``quizgen simulate``: the coming months, and what each retention wanted would cost."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import click

from quizgen.cli.learned import data_dir_option, decks_at_hand, progress, settings_and_now


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
    from quizgen.study.settings import settings_from
    from quizgen.study.workloads import workloads
    from tui.workload import told

    given = {"new_per_day": new, "reviews_per_day": reviews}
    options = {key: value for key, value in given.items() if value is not None}
    with progress(data_dir) as store:
        decks = decks_at_hand(what, data_dir)
        kept, now = settings_and_now()
        settings = settings_from(options, "options", kept)
        with patience("Playing the days through"):
            found = workloads(store, decks, now.day, days, settings, [deck.id for deck in decks] if what else None)
    if as_json:
        click.echo(json.dumps([asdict(one) for one in found]))
    else:
        click.echo("\n".join(told(found, settings, shutil.get_terminal_size().columns)))
