"""``quizgen progress``: the file that holds what was learned."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizgen.cli.foreign import bytes_of, told_of
from quizgen.cli.learned import data_dir_option, decks_at_hand, progress
from quizgen.cli.target import check_free
from quizgen.errors import QuizgenError
from quizgen.model.naming import STANDARD_STREAM
from quizgen.study.places import progress_file

if TYPE_CHECKING:
    from quizgen.study.moving.merging import Row

_OF_ANKI = (".apkg", ".colpkg", ".anki2", ".anki21", ".anki21b")


@click.group("progress")
def command() -> None:
    """Look after the file that holds what was learned."""


@command.command()
@data_dir_option
def where(data_dir: Path | None) -> None:
    """Print the path of the progress file."""
    click.echo(progress_file(data_dir))


@command.command()
@data_dir_option
def rebuild(data_dir: Path | None) -> None:
    """Compute every card's state again from the log of what was done."""
    with progress(data_dir) as store:
        cards = store.rebuild()
    click.echo(f"Computed {cards} {'card' if cards == 1 else 'cards'} again from the log.")


@command.command()
@click.option("-o", "--output", metavar="FILE", required=True, help="Where it goes; - for standard output.")
@click.option("--force", is_flag=True, help="Replace a file that is there already.")
@data_dir_option
def export(output: str, force: bool, data_dir: Path | None) -> None:
    """Write all that was ever done to a file, for another machine.

    There, `quizgen progress import FILE` puts it together with what was learned there.
    """
    from quizgen.deckfile.save import replace_file
    from quizgen.study.moving.carried import lines

    with progress(data_dir) as store:
        if output == STANDARD_STREAM:
            for line in lines(store):
                click.echo(line.encode(), nl=False)
            return
        check_free(Path(output), [], replace=force)
        replace_file(output, "".join(lines(store)).encode())
    click.echo("Progress written.", err=True)


@command.command("import")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option(
    "--deck",
    "decks",
    metavar="DECK",
    multiple=True,
    help="FILEs are Anki packages or collections: the history of these decks' cards is taken from them.",
)
@data_dir_option
def bring(files: Sequence[str], decks: Sequence[str], data_dir: Path | None) -> None:
    """Put what was learned elsewhere together with what was learned here.

    Files may come in any order and any number of times: each answer counts once. When one is wrong, none is taken.
    """
    from quizgen.study.store import Store

    with ExitStack() as stack:
        rows = _past(files, decks, data_dir) if decks else chain.from_iterable([_carried(f, stack) for f in files])
        new = stack.enter_context(Store.open(progress_file(data_dir))).merge(rows, keep=bool(decks))
    click.echo(f"{new} {'row was' if new == 1 else 'rows were'} new.")


def _past(files: Sequence[str], decks: Sequence[str], data_dir: Path | None) -> list[Row]:
    """What was learned in Anki of the decks' cards."""
    from quizgen.deckfile.text import printable
    from quizgen.imports.shared.revlog import history
    from quizgen.study.moving.past import cards_by_note, rows_of

    cards = cards_by_note(decks_at_hand(decks, data_dir))
    rows: list[Row] = []
    for file in files:
        with told_of(file):
            answers = history(bytes_of(file))
        found = list(rows_of(answers, cards))
        click.echo(f"{printable(file)}: {len(found)} of {len(answers)} answers are to cards of these decks.", err=True)
        rows += found
    return rows


def _carried(file: str, stack: ExitStack) -> Iterator[Row]:
    from quizgen.deckfile.text import printable
    from quizgen.study.moving.carried import rows_in

    if Path(file).suffix.lower() in _OF_ANKI:
        hint = "Say whose history it is: --deck DECK.yaml, a deck made of it by `quizgen import`."
        raise QuizgenError("this is a file of Anki's", printable(file), hint)
    try:
        return rows_in(stack.enter_context(click.open_file(file, "rb")), printable(file))
    except OSError as error:
        raise QuizgenError(f"the file cannot be read: {error.strerror}", file) from None
