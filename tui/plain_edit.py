"""A card edited line by line: field by field, and written into its deck file at the end."""

from __future__ import annotations

from quizgen.model.card import Card
from tui.plain_lines import Left, Lines
from tui.showing import one_line, visible
from tui.widgets.fields import FIELDS, card_of, texts_of

_BETWEEN = ";"
"""Stands between the entries of a field that holds several."""


def edit_card(lines: Lines, card: Card, draft: Card | None = None) -> Card | None:
    """Ask which fields shall be what.

    Args:
        lines: to talk over.
        card: as it is; one without a question is a new one.
        draft: what to begin with, where that is not the card itself.

    Returns:
        The card as it shall be; None where nothing is to be written.
    """
    texts = texts_of(draft or card)
    try:
        for name in () if texts["question"] else ("question", "answer"):
            texts[name] = visible(lines.ask(f"{FIELDS[name]}: "))
        while field := _field(lines):
            _change(lines, texts, field)
    except Left:
        return None
    after = card_of(card, texts)
    missing = [name for name in ("question", "answer") if not getattr(after, name)]
    if missing:
        lines.say(f"A card needs a question and an answer; nothing is written without the {missing[0]}.")
        return None
    return after if after != card else None


def _field(lines: Lines) -> str | None:
    """The field that is to be changed next; None where all are as they shall be.

    Raises:
        Left: nothing is to be changed.
    """
    while True:
        line = lines.ask(f"Change {', '.join(FIELDS)}? Enter saves, cancel leaves the card as it was: ")
        if line in ("cancel", ":cancel"):
            raise Left
        if not line or line in FIELDS:
            return line or None
        lines.say(f"There is no field {line!r}.")


def _change(lines: Lines, texts: dict[str, str], name: str) -> None:
    several = FIELDS[name].endswith("one a line")
    now = f" {_BETWEEN} ".join(texts[name].splitlines()) if several else one_line(texts[name])
    lines.say(f"{FIELDS[name].removesuffix(', one a line')} now: {now or 'empty'}")
    told = f", {_BETWEEN} between several" if several else ""
    line = lines.ask(f"What it shall be{told}; Enter keeps it, a - alone empties it: ")
    if line:
        new = "" if line == "-" else visible(line)
        texts[name] = "\n".join(part.strip() for part in new.split(_BETWEEN)) if several else new
