"""``quizgen progress``: the file that holds what was learned."""

from __future__ import annotations

from pathlib import Path

import click

_data_dir = click.option(
    "--data-dir",
    envvar="QUIZGEN_DATA_DIR",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder for progress and decks.",
)


@click.group("progress")
def command() -> None:
    """Look after the file that holds what was learned."""


@command.command()
@_data_dir
def where(data_dir: Path | None) -> None:
    """Print the path of the progress file."""
    from quizgen.study.places import progress_file

    click.echo(progress_file(data_dir))


@command.command()
@_data_dir
def rebuild(data_dir: Path | None) -> None:
    """Compute every card's state again from the log of what was done."""
    from quizgen.errors import ProgressError
    from quizgen.study.places import progress_file
    from quizgen.study.store import Store

    file = progress_file(data_dir)
    if not file.exists():
        raise ProgressError("there is no progress yet", str(file), "Study a deck first.")
    with Store.open(file) as store:
        cards = store.rebuild()
    click.echo(f"Computed {cards} {'card' if cards == 1 else 'cards'} again from the log.")
