"""``quizgen inspect``: what is understood of documents, before any question is asked."""

from __future__ import annotations

import datetime as dt

import click

from quizgen.cli.options import date_option
from quizgen.cli.patience import patience


@click.command("inspect")
@click.argument("documents", nargs=-1, required=True, metavar="DOCUMENT...")
@date_option
@click.option("--json", "as_objects", is_flag=True, help="One JSON object a line, for programs.")
def command(documents: tuple[str, ...], date: dt.date | None, as_objects: bool) -> None:
    """Show the names, dates and speech found in documents.

    A folder stands for every .txt and .md in it; - is standard input.
    """
    from quizgen.cli.understood import as_json, as_report
    from quizgen.deckfile.text import printable
    from quizgen.language.understanding import understand
    from quizgen.reading import read_documents

    told = as_json if as_objects else as_report
    for document in read_documents(documents, date=date):
        with patience(f"Understanding {printable(document.file)}"):
            said = told(understand(document))
        click.echo(said)
