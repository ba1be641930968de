"""What ``quizgen study`` is given -> decks; a document's deck is made, and kept among the user's own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from quizgen.errors import DeckError, QuizgenError
from quizgen.study.listing import DECK_SUFFIXES, decks_in, listed
from quizgen.study.shelf import OpenDeck

if TYPE_CHECKING:
    from quizgen.model.deck import Deck
    from quizgen.model.document import Document


class Studied(NamedTuple):
    """What there is to study: decks to study at once, or files to choose a deck from."""

    decks: tuple[OpenDeck, ...] | None
    """None where the learner is to choose."""
    files: tuple[Path, ...] = ()


def find(
    what: Sequence[str], own: Path, load: Callable[[Path], Deck] | None = None, added: Sequence[str] = ()
) -> Studied:
    """The decks that the command line names.

    Args:
        what: deck files, folders of decks, documents; nothing: the shipped decks, the user's own, and those added.
        own: the folder of the user's own decks.
        load: reads a deck file; into memory if none is given.
        added: deck files and folders, as the setting ``decks`` names them.

    Raises:
        QuizgenError: something named is missing, no deck, or gives no cards.
    """
    if not what:
        from quizgen.shipped import shipped_decks

        mine = decks_in(own)
        made_again = {file.stem for file in mine}  # the learner's own deck of a shipped document stands for ours
        ours = [file for file in decks_in(shipped_decks()) if file.stem not in made_again]
        return Studied(None, (*ours, *mine, *listed(added)))
    if any(Path(name).is_dir() for name in what):
        return Studied(None, tuple(_files(what, own)))
    return Studied(tuple(_opened(Path(name), own, load) for name in what))


def _files(what: Sequence[str], own: Path) -> Iterator[Path]:
    for name in what:
        path = Path(name)
        if path.is_dir():
            found = decks_in(path)
            if not found:
                hint = "Name a document in it to make its deck."
                raise DeckError("there is no deck in this folder", name, hint)
            yield from found
        else:
            yield path if path.suffix.lower() in DECK_SUFFIXES else _opened(path, own).file


def _opened(path: Path, own: Path, load: Callable[[Path], Deck] | None = None) -> OpenDeck:
    from quizgen.deckfile import load_deck

    if path.suffix.lower() in DECK_SUFFIXES:
        return OpenDeck((load or load_deck)(path), path)
    return deck_of(path, own)


def deck_of(path: Path, own: Path) -> OpenDeck:
    """The deck of a document: the one made before, renewed if the document has changed, or else a new one.

    Args:
        path: the document.
        own: the folder of the user's own decks, made if missing.

    Raises:
        QuizgenError: the document cannot be read or gives no cards, or the deck cannot be written.
    """
    from quizgen.reading import read_document
    from quizgen.renew import place_for

    if str(path) == "-":
        hint = "Make its deck first: quizgen generate - -o DECK.yaml"
        raise QuizgenError("standard input cannot be studied", hint=hint)
    document = read_document(path)
    target, known = place_for(document, path, own)
    if known is None:
        return _make(document, target)
    if known.is_of(document):
        return OpenDeck(known.deck, target)
    from quizgen.cli.merging import renew

    return OpenDeck(renew(known, [document], telling=False), target)


def _make(document: Document, target: Path) -> OpenDeck:
    from quizgen.cli.making import make_deck, tell_written
    from quizgen.deckfile import save_deck

    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DeckError(f"the folder of your decks cannot be made: {error.strerror}", str(target.parent)) from error
    deck = make_deck([document], target.parent, deck_id=target.stem).deck
    if not deck.cards:
        hint = "See what is understood of it with `quizgen inspect`."
        raise QuizgenError("no fact found that makes a good card", document.file, hint)
    save_deck(deck, target)
    tell_written(deck, target)
    return OpenDeck(deck, target)
