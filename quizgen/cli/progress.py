"""``quizgen progress``: the file that holds what was learned."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from quizgen.study.store import Store

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
    with _opened(data_dir) as store:
        cards = store.rebuild()
    click.echo(f"Computed {cards} {'card' if cards == 1 else 'cards'} again from the log.")


@command.command("export")
@click.option("-o", "--output", metavar="FILE", required=True, help="Where it goes; - for standard output.")
@_data_dir
def export_(output: str, data_dir: Path | None) -> None:
    """Write the whole log of what was done, for another machine."""
    from quizgen.deckfile.save import replace_file
    from quizgen.study.exchange import exported

    with _opened(data_dir) as store:
        lines = list(exported(store))
    if output == "-":
        click.echo(b"".join(lines), nl=False)
        return
    replace_file(output, b"".join(lines))
    click.echo(f"{_operations(len(lines) - 1)} written to {output}", err=True)


@command.command("import")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@_data_dir
def import_(files: tuple[str, ...], data_dir: Path | None) -> None:
    """Take in what was done on other machines.

    Files come from `quizgen progress export`. Their order does not matter, nor how often they are taken in: the
    progress is always that of all machines together.
    """
    from quizgen.study.exchange import operations_in
    from quizgen.study.places import progress_file
    from quizgen.study.store import Store

    found = [operation for file in files for operation in operations_in(_lines(file), file)]
    path = progress_file(data_dir)
    path.parent.mkdir(parents=True, exist_ok=True)
    with Store.open(path) as store:
        new = store.merge(found)
    click.echo(f"{_operations(len(found))} read, {new} of them new.")


def _lines(file: str) -> Iterator[bytes]:
    from quizgen.errors import ProgressError

    try:
        with click.open_file(file, "rb") as stream:
            yield from stream
    except OSError as error:
        raise ProgressError(f"the file cannot be read: {error.strerror}", file) from None


def _operations(count: int) -> str:
    return f"{count} operation{'' if count == 1 else 's'}"


def _opened(data_dir: Path | None) -> Store:
    """The progress file, where there is one."""
    from quizgen.errors import ProgressError
    from quizgen.study.places import progress_file
    from quizgen.study.store import Store

    file = progress_file(data_dir)
    if not file.exists():
        raise ProgressError("there is no progress yet", str(file), "Study a deck first.")
    return Store.open(file)
