# ruff: noqa: N999  (named after its command, like the others)
"""``quizgen import``: what other programs hold -> a deck file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizgen.cli.foreign import bytes_of, told_of
from quizgen.cli.target import check_free, target_for
from quizgen.errors import QuizgenError
from quizgen.imports import format_named, format_names
from quizgen.imports.shared.text import opening
from quizgen.model.naming import STANDARD_STREAM, slug

if TYPE_CHECKING:
    from quizgen.imports.shared.brought import Brought, ImportFormat

_HEAD = 8192


@click.command("import")
@click.argument("file", metavar="FILE")
@click.option("-o", "--output", metavar="DECK", help="Where the deck goes; - for standard output.")
@click.option("--from", "form", metavar="FORMAT", help=f"One of {', '.join(format_names())}. By default, what FILE is.")
@click.option("--id", "deck_id", metavar="ID", help="The deck's id, which learners' progress belongs to.")
@click.option("--title", help="The deck's title.")
@click.option("--force", is_flag=True, help="Replace a deck that is there already.")
def command(
    file: str, output: str | None, form: str | None, deck_id: str | None, title: str | None, force: bool
) -> None:
    """Make a deck of questions that another program holds.

    Of Moodle (XML, GIFT, Aiken), Anki (.apkg), Quizlet's text and tables in CSV. Questions keep the ids that the
    file carries, so that importing a later version of it keeps what was learned. What cannot be taken over is told.
    """
    from quizgen.deckfile import dump_deck, format_of, replace_file
    from quizgen.deckfile.text import printable, shown
    from quizgen.model.deck import Deck

    target = target_for([file], output, ".yaml")
    if target.path is not None:
        check_free(target.path, [file], replace=force)
    brought = _brought(file, form)
    for question, reason in brought.left:
        click.echo(f"left out: {shown(' '.join(question.split()))}: {reason}", err=True)
    if brought.without_media:
        cards = "1 card" if brought.without_media == 1 else f"{brought.without_media} cards"
        click.echo(f"taken over without pictures and sounds: {cards}", err=True)
    if not brought.cards:
        raise QuizgenError("no question was found that can be taken over", file, "Is it the format that --from names?")
    name = title or brought.title or Path(target.name).stem.replace("-", " ").replace("_", " ").capitalize()
    deck = Deck(id=deck_id or slug(target.name), title=name, cards=brought.cards, sources=brought.sources)
    data = dump_deck(deck, format_of(output or ""))
    if target.path is None:
        click.echo(data, nl=False)
        return
    replace_file(target.path, data)
    cards = "1 card" if len(deck.cards) == 1 else f"{len(deck.cards)} cards"
    click.echo(f"{cards} written to {printable(str(target.path))}", err=True)


def _brought(file: str, form: str | None) -> Brought:
    data = bytes_of(file)
    with told_of(file):
        return _format(file, form, opening(data[:_HEAD])).read(data)


def _format(file: str, form: str | None, head: bytes) -> ImportFormat:
    """The format that is named, that the file's name tells, or that its beginning shows."""
    if form is not None:
        if form not in format_names():
            raise QuizgenError(f"there is no format {form!r}", hint=f"Formats: {', '.join(format_names())}.")
        return format_named(form)
    forms = [format_named(name) for name in format_names()]
    if file != STANDARD_STREAM and (named := [f for f in forms if file.lower().endswith(f.suffixes)]):
        return named[0]
    found = next((f for f in forms if f.signs(head)), None)
    if found is None:
        raise QuizgenError(
            "the file's format cannot be told", file, f"Name it with --from: {', '.join(format_names())}."
        )
    return found
