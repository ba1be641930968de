"""``quizgen check``: what is wrong with deck files, and what of it can be mended."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from quizgen.deckfile.schema import Loaded
    from quizgen.errors import DeckError

_FINDINGS, _ERRORS = 1, 2  # exit codes
_MOST = 50
"""Wrong cards that are told of a file that is no deck."""


@click.command("check")
@click.argument("decks", nargs=-1, required=True, metavar="DECK...")
@click.option("--fix", "mend", is_flag=True, help="Write missing ids and put keys in order.")
@click.option("--flags", is_flag=True, help="List the cards that were flagged while studying, with the reasons.")
@click.option("--data-dir", type=click.Path(path_type=Path), metavar="DIR", help="Where progress is kept, for --flags.")
def command(decks: tuple[str, ...], mend: bool, flags: bool, data_dir: Path | None) -> None:
    """Check deck files, and tidy them with --fix.

    What is wrong is told as FILE:LINE:COLUMN: MESSAGE. The exit code is 0 where there is nothing to mend,
    1 where cards should be mended, and 2 where a file is no deck or two decks have one id.
    """
    from quizgen.deckfile.check import refuse_shared_ids
    from quizgen.deckfile.text import printable
    from quizgen.errors import DeckError

    worst, loaded = 0, list[tuple[str, "Loaded"]]()
    for name in dict.fromkeys(decks):
        try:
            deck = _load(name, mend)
            refuse_shared_ids([(name, found.deck) for name, found in (*loaded, (name, deck))])
        except DeckError as error:
            faults = _faults(name) or [error]
            for told in faults[:_MOST]:
                click.echo(str(told), err=True)
            if len(faults) > _MOST:
                click.echo(f"{printable(name)}: and {len(faults) - _MOST} more", err=True)
            worst = _ERRORS
            continue
        loaded.append((name, deck))
        worst = max(worst, _report(deck, Path(name).parent))
        if flags and _report_flags(deck, data_dir):
            worst = max(worst, _FINDINGS)
    raise SystemExit(worst)


def _faults(name: str) -> list[DeckError]:
    """All that is wrong with the cards of a file; nothing where it cannot be read, or is a deck."""
    from quizgen.deckfile.format import format_of
    from quizgen.deckfile.load import faults_in, read_bytes
    from quizgen.errors import DeckError

    try:
        return faults_in(read_bytes(name), name, format_of(name))
    except DeckError:
        return []


def _load(name: str, mend: bool) -> Loaded:
    """The deck in a file, which is mended before where that is wanted."""
    from quizgen.deckfile.fix import fix
    from quizgen.deckfile.format import format_of
    from quizgen.deckfile.load import read_bytes, read_located
    from quizgen.deckfile.save import replace_file
    from quizgen.deckfile.text import printable

    data, form = read_bytes(name), format_of(name)
    loaded = read_located(data, name, form)
    if not mend or (mended := fix(data, loaded, form)) == data:
        return loaded
    replace_file(name, mended)
    done = f"{_cards(len(loaded.unnamed))} given an id" if loaded.unnamed else "put in order"
    click.echo(f"{printable(name)}: {done}")
    return read_located(mended, name, form)


def _report(loaded: Loaded, folder: Path) -> int:
    """Tells what is wrong with a deck; the exit code."""
    from quizgen.deckfile.check import check
    from quizgen.deckfile.text import printable
    from quizgen.reading import read_document

    findings, notes = check(loaded, folder, lambda path: read_document(path).text)
    for finding in findings:
        click.echo(str(finding))
    name, cards = printable(loaded.name), _cards(len(loaded.deck.cards))
    problems = {0: "no problems", 1: "1 problem"}.get(len(findings), f"{len(findings)} problems")
    click.echo(f"{name}: {cards}, {problems}")
    for note in notes:
        click.echo(f"  note: {note}")
    return _FINDINGS if findings else 0


def _report_flags(loaded: Loaded, data_dir: Path | None) -> bool:
    """Tells which cards were flagged, each where it stands, and why; whether there are any."""
    from quizgen.deckfile.events import place
    from quizgen.deckfile.text import printable, shown
    from quizgen.study.flags import flags
    from quizgen.study.places import progress_file
    from quizgen.study.store import Store

    file = progress_file(data_dir)
    if not file.exists():
        return False
    with Store.open(file) as store:
        found = flags(store, loaded.deck.id)
    told = [
        f"{place(loaded.name, mark)}: flagged: {printable(found[card.id]) or 'no reason given'}: {shown(card.question)}"
        for mark, card in zip(loaded.places, loaded.deck.cards, strict=True)
        if card.id in found
    ]
    for line in told:
        click.echo(line)
    return bool(told)


def _cards(count: int) -> str:
    return "1 card" if count == 1 else f"{count} cards"
