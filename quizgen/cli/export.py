"""``quizgen export``: decks -> a file for the classroom."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizgen.cli.options import as_names
from quizgen.errors import QuizgenError
from quizgen.exports import format_named, format_names
from quizgen.model.naming import STANDARD_STREAM

if TYPE_CHECKING:
    from quizgen.export import Exported
    from quizgen.model.deck import Deck

_MODES = ("choice", "short", "truefalse", "matching", "mixed")


@click.command("export")
@click.argument("decks", nargs=-1, required=True, metavar="DECK...")
@click.option("--to", metavar="FORMAT", help=f"One of {', '.join(format_names())}. By default, what FILE's name tells.")
@click.option("-o", "--output", metavar="FILE", help="Where it goes; - for standard output.")
@click.option("--title", help="The paper's title.")
@click.option("--count", type=click.IntRange(min=1), metavar="N", help="So many questions, spread over the decks.")
@click.option("--kinds", metavar="KIND,...", callback=as_names, help="Only these kinds of fact.")
@click.option("--tags", metavar="TAG,...", callback=as_names, help="Only cards with one of these tags.")
@click.option("--mode", type=click.Choice(_MODES), default="choice", show_default=True, help="How it asks.")
@click.option("--shuffle", is_flag=True, help="In an order drawn from the seed, not that of the decks.")
@click.option("--seed", default="1", show_default=True, metavar="TEXT", help="Another seed gives another paper.")
@click.option("--points", type=click.FloatRange(min=0.01), default=1, show_default=True, help="For each card.")
@click.option("--versions", type=click.IntRange(1, 26), default=1, metavar="N", help="Versions A, B, ... on paper.")
@click.option("--key", is_flag=True, help="Print the answer key at the end.")
@click.option("--key-file", metavar="FILE", help="Write the key of all versions, as a table (.csv) or printed.")
@click.option("--answer-sheet", is_flag=True, help="Print a sheet to mark the answers on, for each version.")
@click.option("--source/--no-source", default=True, help="Show the evidence with feedback and key, or not.")
@click.option("--paper", type=click.Choice(["a4", "letter"]), default="a4", show_default=True, help="Its size.")
@click.option("--large", is_flag=True, help="Large print.")
@click.option("--verbose", is_flag=True, help="Tell what the format never holds, and each card left out or changed.")
@click.option("--strict", is_flag=True, help="Write nothing where anything would be left out or changed.")
@click.option("--verify", is_flag=True, help="Read the file back and compare.")
@click.option("--force", is_flag=True, help="Replace a file that is there already.")
def command(
    decks: tuple[str, ...],
    to: str | None,
    output: str | None,
    title: str | None,
    count: int | None,
    kinds: tuple[str, ...] | None,
    tags: tuple[str, ...] | None,
    mode: str,
    shuffle: bool,
    seed: str,
    points: float,
    versions: int,
    key: bool,
    key_file: str | None,
    answer_sheet: bool,
    source: bool,
    paper: str,
    large: bool,
    verbose: bool,
    strict: bool,
    verify: bool,
    force: bool,
) -> None:
    """Hand decks out: for learning platforms, on paper, for Anki.

    What the format cannot hold is told before anything is written. The same decks, options and seed always give
    the same file.
    """
    from quizgen.cli.patience import patience
    from quizgen.export import export
    from quizgen.exports.shared.format import Layout
    from quizgen.handed import keep, revisions_of

    name = to or _guessed(output)
    path = _path(decks, name, output)
    for target in (path, Path(key_file) if key_file else None):
        _check_free(target, replace=force)
    with patience("Reading the deck" if len(decks) == 1 else "Reading the decks"):
        loaded = _loaded(decks)
    revisions = revisions_of(loaded) if name == "anki" else {}
    with patience("Writing the quiz"):
        made = export(
            loaded, name, title=title, count=count, kinds=kinds or (), tags=tags or (), mode=mode,
            shuffle=shuffle, seed=seed, points=points, versions=versions, verify=verify,
            printed_key=_is_printed(key_file, name),
            layout=Layout(
                source=source, key=key, letter=paper == "letter", large=large, answer_sheet=answer_sheet,
                revisions={card: count for card, (_, count) in revisions.items()},
            ),
        )  # fmt: skip
    if verbose and (omitted := format_named(name).omits):
        click.echo(f"{format_named(name).title} holds no {', no '.join(omitted)}", err=True)
    _tell_loss(made, verbose=verbose, strict=strict)
    _deliver(made, path, key_file)
    if revisions:
        keep(revisions)


def _guessed(output: str | None) -> str:
    """The format whose files end as ``output`` does."""
    name = (output or "").lower()
    fitting = [form for form in format_names() if name.endswith(format_named(form).suffix)]
    if not fitting:
        hint = f"Name it with --to: {', '.join(format_names())}."
        raise QuizgenError("the file's name tells no format" if output else "no format is named", output or "", hint)
    return max(fitting, key=lambda form: len(format_named(form).suffix))


def _path(decks: tuple[str, ...], to: str, output: str | None) -> Path | None:
    if output == STANDARD_STREAM:
        return None
    if output is not None:
        return Path(output)
    if len(decks) > 1:
        raise QuizgenError("a paper of several decks needs a name", hint="Name its file with --output.")
    if to not in format_names():
        return None  # the export tells
    return Path(f"{Path(decks[0]).stem}{format_named(to).suffix}")


def _check_free(path: Path | None, *, replace: bool) -> None:
    if path is None:
        return
    if not path.parent.is_dir():
        raise QuizgenError("there is no such folder", str(path.parent), "Make it first.")
    if path.exists() and (path.is_dir() or not replace):
        raise QuizgenError("there is a file already", str(path), "Replace it with --force, or name another.")


def _is_printed(key_file: str | None, to: str) -> bool:
    """Whether the key is to be a file as the paper is, not a table."""
    ending = Path(key_file or "").suffix.lower()
    if ending in ("", ".csv"):
        return False
    if to in format_names() and format_named(to).printed and ending != format_named(to).suffix:
        hint = f"Name it with {format_named(to).suffix}, or with .csv for a table."
        raise QuizgenError("the key is printed in the paper's own format", str(key_file), hint)
    return True


def _loaded(paths: tuple[str, ...]) -> list[Deck]:
    from quizgen.deckfile import load_deck
    from quizgen.deckfile.check import refuse_shared_ids

    decks = [(path, load_deck(path)) for path in dict.fromkeys(paths)]
    refuse_shared_ids(decks)
    return [deck for _, deck in decks]


def _tell_loss(made: Exported, *, verbose: bool, strict: bool) -> None:
    from quizgen.deckfile.text import printable, shown

    if not made.loss:
        return
    if strict:
        raise QuizgenError(f"nothing was written: {made.loss}", hint="Leave out --strict to write the others.")
    click.echo(made.loss, err=True)
    for lost in (*made.lost, *made.changed) if verbose else ():
        click.echo(f"  {printable(lost.item.card.id)}: {lost.reason}: {shown(lost.item.card.question)}", err=True)


def _deliver(made: Exported, path: Path | None, key_file: str | None) -> None:
    from quizgen.deckfile.save import replace_file
    from quizgen.deckfile.text import printable

    questions = "1 question" if made.asked == 1 else f"{made.asked} questions"
    if path is None:
        click.echo(made.data, nl=False)
    else:
        replace_file(path, made.data)
        click.echo(f"{questions} written to {printable(str(path))}", err=True)
    if key_file:
        replace_file(key_file, made.key if made.printed_key is None else made.printed_key)
        click.echo(f"the key written to {printable(key_file)}", err=True)
    if made.verified is not None:
        found = made.verified
        click.echo(f"read back: {found.right} of {found.total} with their right answer", err=True)
        if found.faults:
            raise QuizgenError("the file does not say what the paper does", printable(str(path or "-")), "\n  ".join(
                map(printable, found.faults)))  # fmt: skip
