"""What was handed out before, kept beside the learner's progress, so that a changed card counts as newer."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from quizgen.errors import QuizgenError
from quizgen.exports.shared.revisions import Known, revised
from quizgen.model.deck import Deck

_NAME = "handed-out.json"


def revisions_of(decks: Sequence[Deck], data: Path | None = None) -> dict[str, tuple[str, int]]:
    """The revision of every card ever handed out, those of ``decks`` as they are now.

    Args:
        decks: what is handed out now.
        data: the data directory, where it is not the usual one.

    Raises:
        QuizgenError: the file that tells them is damaged.
    """
    return revised(_known(_path(data)), ((deck.id, card) for deck in decks for card in deck.cards))


def keep(revisions: Known, data: Path | None = None) -> None:
    """Remember the revisions for the next time.

    Args:
        revisions: by `revisions_of`.
        data: the data directory, where it is not the usual one.

    Raises:
        QuizgenError: they cannot be written; the file is then as it was.
    """
    from quizgen.deckfile.save import replace_file

    path = _path(data)
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_file(path, json.dumps(revisions, indent=0, sort_keys=True).encode())


def _path(data: Path | None) -> Path:
    from quizgen.study.places import data_dir

    return (data or data_dir()) / _NAME


def _known(path: Path) -> Known:
    if not path.exists():
        return {}
    try:
        return {str(name): (str(said), int(count)) for name, (said, count) in json.loads(path.read_bytes()).items()}
    except (ValueError, TypeError, AttributeError):
        raise QuizgenError(
            "this is no list of what was handed out", str(path), "Remove it; importing then needs 'update: always'."
        ) from None
