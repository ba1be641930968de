"""All that was ever done to a card."""

from __future__ import annotations

from dataclasses import dataclass

from quizgen.model.review import Operation
from quizgen.study.database import told
from quizgen.study.rows import OPERATION_COLUMNS, operation_from
from quizgen.study.store import Store


@dataclass(frozen=True, slots=True)
class Past:
    """Something that was done."""

    operation: Operation
    undone: bool
    """It was taken back later."""


def whole_history(store: Store, deck: str, card: str) -> list[Past]:
    """What was done to a card, in order, also what was taken back.

    Raises:
        ProgressError: if the progress file cannot be read.
    """
    found = store.query(
        f"SELECT {OPERATION_COLUMNS}, EXISTS (SELECT 1 FROM operation AS undo WHERE undo.target = operation.id) "
        "FROM operation WHERE deck = ? AND card = ? AND kind <> 'undo' ORDER BY instant, id",
        (deck, card),
    )
    with told(store.file):
        return [Past(operation_from(row[:-1]), bool(row[-1])) for row in found]
