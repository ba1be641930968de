"""``quizgen stats``: what one's learning comes to, as pictures in characters, as JSON, or the log as CSV."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizgen.cli.learned import data_dir_option, decks_at_hand, progress, settings_and_now

if TYPE_CHECKING:
    from quizgen.study.statistics.answers import Scope
    from quizgen.study.store import Store

_WIDEST = 80


@click.command("stats")
@click.argument("what", nargs=-1, metavar="[DECK | FOLDER]...")
@click.option("--plain", "in_sentences", is_flag=True, help="In sentences without pictures, for screen readers.")
@click.option("--json", "as_json", is_flag=True, help="All figures as JSON.")
@click.option(
    "--csv", "table", metavar="FILE", help="Write the log to FILE, an operation a line; - is standard output."
)
@click.option("--force", is_flag=True, help="Replace FILE if it is there already.")
@data_dir_option
def command(
    what: Sequence[str], in_sentences: bool, as_json: bool, table: str | None, force: bool, data_dir: Path | None
) -> None:  # fmt: skip
    """Show what your learning comes to, as pictures, text or data.

    A year's calendar, what is to come, retention, hours, decks, kinds of fact. Without a deck it tells of all that
    was ever studied.
    """
    if in_sentences + as_json + (table is not None) > 1:
        raise click.UsageError("--plain, --json and --csv are answers of their own; ask for one of them")
    from quizgen.study.statistics.answers import Scope
    from quizgen.study.statistics.gathering import gather

    with progress(data_dir) as store:
        decks = decks_at_hand(what, data_dir)
        only = [deck.id for deck in decks] if what else None
        settings, now = settings_and_now()
        if table is not None:
            _write(store, Scope(now.day, only), table, force)
            return
        statistics = gather(store, decks, now.day, settings.desired_retention, only)
    if as_json:
        from quizgen.study.statistics.plain import as_plain

        click.echo(json.dumps(as_plain(statistics), indent=2, ensure_ascii=False))
    elif in_sentences:
        from tui.spoken_report import spoken

        click.echo("\n".join(spoken(statistics)), nl=False)
    else:
        from tui.report import plain

        click.echo(plain(statistics, min(_WIDEST, shutil.get_terminal_size().columns)), nl=False)


def _write(store: Store, scope: Scope, table: str, force: bool) -> None:
    from quizgen.cli.target import check_free
    from quizgen.deckfile.text import printable
    from quizgen.model.naming import STANDARD_STREAM
    from quizgen.study.statistics.plain import write_log

    if table == STANDARD_STREAM:
        write_log(store, scope, sys.stdout)
        return
    path = Path(table)
    check_free(path, [], replace=force)
    with path.open("w", encoding="utf-8", newline="") as out:
        count = write_log(store, scope, out)
    click.echo(f"{count} {'line' if count == 1 else 'lines'} written to {printable(table)}", err=True)
