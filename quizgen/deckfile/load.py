"""Deck files read: YAML or JSON, bytes to a deck, with errors that say where and how to mend."""

from __future__ import annotations

import codecs
from pathlib import Path

import yaml

from quizgen.deckfile.cursor import Faults, Take
from quizgen.deckfile.events import MAX_BYTES, check_bytes, syntax_error, too_large, yaml_events
from quizgen.deckfile.format import Format, format_of
from quizgen.deckfile.jsonevents import json_events
from quizgen.deckfile.schema import Loaded, read_events
from quizgen.deckfile.text import printable
from quizgen.errors import DeckError
from quizgen.model.collecting import no_collection
from quizgen.model.deck import Deck


def load_deck(path: str | Path) -> Deck:
    """The deck in a file; JSON where its name ends in ``.json``, YAML otherwise.

    Args:
        path: the deck file.

    Raises:
        DeckError: if it cannot be read or is no deck, naming line and column.
    """
    return read_deck(read_bytes(path), str(path), format_of(path))


def read_deck(data: bytes, name: str, form: Format = "yaml") -> Deck:
    """The deck in the bytes of a file.

    Args:
        data: the file's bytes.
        name: what messages call it.
        form: ``yaml`` or ``json``.

    Raises:
        DeckError: if it is no deck, naming line and column.
    """
    return read_located(data, name, form).deck


def faults_in(data: bytes, name: str, form: Format = "yaml") -> list[DeckError]:
    """What is wrong with each card of a file, and what ends its reading where something does.

    Args:
        data: the file's bytes.
        name: what messages call it.
        form: ``yaml`` or ``json``.
    """
    faults = Faults()
    try:
        read_located(data, name, form, faults=faults)
    except DeckError as error:
        faults.found.append(error)
    return faults.found


def read_located(
    data: bytes, name: str, form: Format = "yaml", take: Take | None = None, faults: Faults | None = None
) -> Loaded:
    """Like `read_deck`, with the place where each card begins; the cards go one by one to ``take`` if it is given.

    Those that are wrong go to ``faults`` if it is given, and the others are read all the same.
    """
    check_bytes(data, name)
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        with no_collection():
            events = json_events(data, name) if form == "json" else yaml_events(data, name)
            return read_events(events, name, take, faults)
    except yaml.YAMLError as error:
        raise syntax_error(error, name) from None
    except StopIteration:
        raise too_large(name) from None


def read_bytes(path: str | Path) -> bytes:
    """The bytes of a deck file: of a plain file only, and no more than a deck may have.

    Raises:
        DeckError: if there is no such file, or it cannot be read.
    """
    path, name = Path(path), printable(str(path))
    try:
        if path.is_dir():
            raise DeckError("this is a folder, not a deck file", name, "Name the deck files in it.")
        if path.exists() and not path.is_file():
            raise DeckError("this is no plain file", name)
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise DeckError("there is no such file", name, "Check its name and folder.") from None
    except (OSError, ValueError) as error:
        raise DeckError(f"the file cannot be read: {getattr(error, 'strerror', None) or error}", name) from None
    if len(data) > MAX_BYTES:
        raise too_large(name)
    return data
