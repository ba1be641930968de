"""``quizgen generate``: documents -> a deck file."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import click

from quizgen.cli.making import make_deck, tell_written
from quizgen.cli.merging import renew
from quizgen.cli.options import as_names, date_option
from quizgen.cli.target import Target, check_free, target_for
from quizgen.model.naming import slug

if TYPE_CHECKING:
    from quizgen.deckfile import Format
    from quizgen.generate import Generated


@click.command("generate")
@click.argument("documents", nargs=-1, required=True, metavar="DOCUMENT...")
@click.option("-o", "--output", metavar="DECK", help="Where the deck goes; - for standard output.")
@click.option("--id", "deck_id", metavar="ID", help="The deck's id, which learners' progress belongs to.")
@date_option
@click.option("--title", help="The deck's title.")
@click.option("--kinds", metavar="KIND,...", callback=as_names, help="Only these kinds of fact.")
@click.option("--max", "limit", type=click.IntRange(min=1), metavar="N", help="At most so many cards, the best.")
@click.option("--explain", is_flag=True, help="Tell what made each card, and why others were dropped.")
@click.option("--format", "form", type=click.Choice(["yaml", "json"]), help="How the deck is written.")
@click.option("--force", is_flag=True, help="Replace a deck that is there already.")
@click.option("--merge", "into", is_flag=True, help="Renew a deck that is there already: what you changed stays.")
@click.option("--dry-run", "dry", is_flag=True, help="With --merge, tell what would become of each card only.")
def command(
    documents: tuple[str, ...],
    output: str | None,
    deck_id: str | None,
    date: dt.date | None,
    title: str | None,
    kinds: tuple[str, ...] | None,
    limit: int | None,
    explain: bool,
    form: Format | None,
    force: bool,
    into: bool,
    dry: bool,
) -> None:
    """Make a deck of questions from documents.

    A document is a plain text or Markdown file; - is standard input. Each card cites the characters it came
    from, and the same documents always give the same deck. The deck of NAME.txt goes to NAME.yaml in the
    current folder unless --output names another place.

    With --merge a deck that is there already is renewed: new cards come in, cards that you edited, moved or deleted
    stay so, and those that the documents no longer prove are retired. What was learned is kept.
    """
    from quizgen.deckfile import format_of
    from quizgen.reading import read_document

    documents = tuple(dict.fromkeys(documents))
    form = form or format_of(output or "")
    target = target_for(documents, output, f".{form}")
    if (force, into, dry) not in _WAYS:
        raise click.UsageError("--merge and --force exclude each other, and --dry-run needs --merge.")
    if target.path is not None:
        check_free(target.path, documents, replace=force or into, ways="Replace it with --force, renew it with --merge")
    alone = title if len(documents) == 1 else None
    read = [read_document(document, title=alone, date=date) for document in documents]
    if into and target.path is not None and target.path.exists():
        if deck_id or title:
            raise click.UsageError("With --merge the deck keeps its id and its title; change them in the file.")
        from quizgen.renew import Standing

        renew(Standing.read(target.path), read, kinds=kinds, limit=limit, explain=explain, dry=dry)
        return
    made = make_deck(
        read,
        target.folder,
        deck_id=deck_id or slug(target.name),
        title=title,
        kinds=kinds,
        limit=limit,
        explain=explain,
    )
    _deliver(made, target, form, dry=dry)


_WAYS = [(False, False, False), (True, False, False), (False, True, False), (False, True, True)]
"""Of --force, --merge and --dry-run those that go together."""


def _deliver(made: Generated, target: Target, form: Format, *, dry: bool) -> None:
    """Write the deck and say so; explanations go where the deck does not."""
    from quizgen.deckfile import dump_deck, replace_file
    from quizgen.deckfile.text import printable

    for line in made.explanations:
        click.echo(printable(line), err=target.path is None)
    if not made.deck.cards:
        click.echo("quizgen: no fact found that makes a good card: the deck is empty", err=True)
    data = dump_deck(made.deck, form)
    if target.path is None:
        click.echo(data, nl=False)  # as bytes, whatever the stream makes of text
        return
    if dry:
        click.echo(f"{len(made.deck.cards)} added; nothing written", err=True)
        return
    replace_file(target.path, data)
    tell_written(made.deck, target.path)
