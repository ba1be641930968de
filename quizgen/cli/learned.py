"""What commands that tell of one's learning share: the progress file, the decks at hand, and today."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizgen.cli.studied import find
from quizgen.errors import DeckError, ProgressError
from quizgen.study import places
from quizgen.study.listing import DECK_SUFFIXES, decks_in

if TYPE_CHECKING:
    from quizgen.model.deck import Deck
    from quizgen.study.days import Moment
    from quizgen.study.settings import Settings
    from quizgen.study.store import Store

data_dir_option = click.option(
    "--data-dir",
    envvar="QUIZGEN_DATA_DIR",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Where progress and your decks are kept.",
)


@contextmanager
def progress(data_dir: Path | None) -> Iterator[Store]:
    """The progress file, which must be there.

    Raises:
        ProgressError: if there is none, or it cannot be used.
    """
    from quizgen.study.store import Store

    file = places.progress_file(data_dir)
    if not file.exists():
        raise ProgressError("there is no progress yet", str(file), "Study a deck first.")
    with Store.open(file) as store:
        yield store


def settings_and_now() -> tuple[Settings, Moment]:
    """The settings file's settings, and this moment by them."""
    from quizgen.study.days import local_clock, moment
    from quizgen.study.settings import load_settings

    settings = load_settings(places.settings_file())
    return settings, moment(local_clock(settings.timezone)(), settings.rollover_hour)


def decks_at_hand(what: Sequence[str], data_dir: Path | None) -> list[Deck]:
    """The decks that the command line names, or else those that the home screen lists.

    Args:
        what: deck files and folders of decks; what is wrong with one is an error. Without any, a file that is no
            deck is passed over: studying tells what is wrong with it.
        data_dir: where one's own decks are kept.

    Raises:
        QuizgenError: something named is missing, or is no deck.
    """
    from quizgen.study.settings import load_settings
    from tui.library import read, settle

    own = places.decks_dir(data_dir)
    if not what:
        files = find((), own, added=load_settings(places.settings_file()).decks).files
        return [file.deck for file in settle(map(read, files), own) if file.deck is not None]
    found = list(settle(map(read, _files(what)), own))
    for file in found:
        if file.error is not None:
            raise file.error
    return [file.deck for file in found if file.deck is not None]


def _files(what: Sequence[str]) -> Iterator[Path]:
    for name in what:
        path = Path(name)
        if path.is_dir():
            yield from decks_in(path)
        elif path.suffix.lower() in DECK_SUFFIXES:
            yield path
        else:
            raise DeckError("this is no deck file", name, "Name a .yaml file, or a folder of them.")


def remember_theme(theme: str) -> None:
    """Keep a theme that was chosen from the palette.

    Raises:
        SettingsError: the settings file cannot be changed.
    """
    from quizgen.study.setting import change_settings

    change_settings(places.settings_file(), {"theme": theme})
