"""``quizgen study``: decks, folders of decks or documents -> a session in the terminal."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from quizgen.cli.studied import Studied, find
from quizgen.model.review import Mode
from quizgen.study import places
from quizgen.study.listing import DECK_SUFFIXES

if TYPE_CHECKING:
    from quizgen.study.settings import Settings
    from tui.desk import Desk


@click.command("study")
@click.argument("what", nargs=-1, metavar="[DECK | FOLDER | DOCUMENT]...")
@click.option("--plain", is_flag=True, help="Line by line, for screen readers and pipes.")
@click.option("--mode", type=click.Choice([mode.value for mode in Mode]), help="How cards are asked.")
@click.option("--new", type=int, metavar="N", help="New cards a day.")
@click.option("--reviews", type=int, metavar="N", help="Reviews a day.")
@click.option("--cram", is_flag=True, help="Cram for an exam; the schedule stays as it is.")
@click.option("--exam", metavar="YYYY-MM-DD", help="Its date, or +14 for in 14 days; the last pass is the day before.")
@click.option("--ahead", is_flag=True, help="See cards of the coming days; each still comes on its day.")
@click.option("--web", is_flag=True, help="In a browser on this machine, instead of the terminal.")
@click.option("--port", type=click.IntRange(1, 65535), help="Where --web serves; any free port if not given.")
@click.option(
    "--data-dir",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Where progress and your decks are kept.",
)
def command(
    what: Sequence[str],
    plain: bool,
    mode: str | None,
    new: int | None,
    reviews: int | None,
    cram: bool,
    exam: str | None,
    ahead: bool,
    web: bool,
    port: int | None,
    data_dir: Path | None,
) -> None:
    """Study decks in the terminal, with spaced repetition.

    A folder shows its decks to choose from. A document is first made into a deck, which is kept among your
    own. Without any of them, the decks that come with quizgen and your own are shown.
    """
    settings = _settings(mode, new, reviews)
    if web or port is not None:
        return _serve(plain, web)
    if ahead and (cram or exam):
        raise click.UsageError("--ahead and --cram are two ways to study beside the schedule: choose one of them")
    if all(Path(name).suffix.lower() in DECK_SUFFIXES for name in what):
        gc.disable()  # starting makes much and drops little; the application enables it after its first frame
    try:
        _study(what, settings, data_dir, _Way(plain, mode, (exam or "") if cram or exam else None, ahead))
    finally:
        gc.enable()


def _serve(plain: bool, web: bool) -> None:
    from quizgen.cli.served import serve_study

    if not web:
        raise click.UsageError("--port tells where --web serves, which is not asked for")
    if plain:
        raise click.UsageError("--plain writes lines and --web shows screens: choose one of them")
    serve_study(click.get_current_context())


class _Way(NamedTuple):
    """How it is to be studied."""

    plain: bool
    mode: str | None
    exam: str | None
    """Where it is crammed; empty for the exam that is known."""
    ahead: bool


def _study(what: Sequence[str], settings: Settings, data_dir: Path | None, way: _Way) -> None:
    from quizgen.study.library.library import Library

    own, progress = places.decks_dir(data_dir), places.progress_file(data_dir)
    with Library(places.library_file(progress)) as library:
        studied = find(what, own, library.load, settings.decks)
        if way.plain or _can_show_screens():
            _open(studied, own, progress, settings, way)
        else:
            click.echo("quizgen: there is no terminal to study in here; --plain studies line by line", err=True)


def _can_show_screens() -> bool:
    """Whether there is a terminal, or a driver of Textual's that does without one: in a browser."""
    return "TEXTUAL_DRIVER" in os.environ or (sys.stdin.isatty() and sys.stdout.isatty())


def _open(studied: Studied, own: Path, progress: Path, settings: Settings, way: _Way) -> None:
    import time

    from quizgen.study.days import local_clock
    from quizgen.study.store import Store
    from tui.desk import Desk

    with Store.open(progress) as store:
        clock, demanded = local_clock(settings.timezone), Mode(way.mode) if way.mode else None
        desk = Desk(store, settings, clock, time.monotonic, demanded)
        if way.exam is not None:
            from quizgen.cli.crammed import cram

            cram(desk, studied, own, way.exam, plain=way.plain)
        elif way.ahead:
            from quizgen.cli.crammed import study_ahead

            study_ahead(desk, studied, own, plain=way.plain)
        else:
            (_in_lines if way.plain else _on_screens)(desk, studied, own)


def _settings(mode: str | None, new: int | None, reviews: int | None) -> Settings:
    """The settings file's, with what options override."""
    from quizgen.study.settings import Settings, load_settings, settings_from

    given = {"mode": mode, "new_per_day": new, "reviews_per_day": reviews}
    options = {key: value for key, value in given.items() if value is not None}
    file = places.settings_file()
    kept = load_settings(file) if file.exists() else Settings()  # most learners have none, and no need of TOML
    return settings_from(options, "options", kept) if options else kept


def _on_screens(desk: Desk, studied: Studied, own: Path) -> None:
    from quizgen.cli.onscreen import run_app

    if studied.decks is None:
        from tui.screens.home import HomeScreen

        files = studied.files
        run_app(desk, lambda: HomeScreen(desk, files, own))
    else:
        from tui.screens.study import StudyScreen
        from tui.sitting import sit_down

        session, shelf = sit_down(desk, studied.decks)
        run_app(desk, lambda: StudyScreen(desk, session, shelf))


def _in_lines(desk: Desk, studied: Studied, own: Path) -> None:
    gc.enable()
    from tui.keymap import keymap
    from tui.plain import choose
    from tui.plain_lines import Lines
    from tui.plain_study import study

    keymap(desk.settings.keys)
    lines = Lines(sys.stdin, sys.stdout)
    if studied.decks is None:
        choose(desk, studied.files, own, lines)
    else:
        study(desk, studied.decks, lines)
