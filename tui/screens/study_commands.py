"""What can be done with a card, and when."""

from __future__ import annotations

from quizgen.model.review import Grade, Mode
from tui.asking import Asking, next_mode
from tui.commands import HELP, LEAVE_LINE, WRITING, Command

_ASKED = ("asked",)
REVEALED = "revealed"
"""The moment at which the answer is shown."""
_REVEALED = (REVEALED,)
_GRADES = {
    Grade.AGAIN: "You did not know it.",
    Grade.HARD: "You knew it, with much effort.",
    Grade.GOOD: "You knew it.",
    Grade.EASY: "You knew it at once.",
}

STUDY_COMMANDS = (
    Command("reveal", ("space", "enter"), "reveal", "Show the answer.", when=(*_ASKED, WRITING)),
    *(
        Command(f"grade({int(grade)})", (str(int(grade)),), grade.name.lower(), told, footer=False, when=_REVEALED)
        for grade, told in _GRADES.items()
    ),
    Command("accept", ("enter",), "take ▸", "Take the grade that your answer suggests.", when=_REVEALED),
    *(
        Command(f"choose({n})", (str(n),), f"choose {n}", f"Answer with choice {n}.", footer=False, when=_ASKED)
        for n in range(1, 5)
    ),
    Command("write", ("tab", "i"), "write", "Go on typing the answer.", when=_ASKED),
    LEAVE_LINE,
    Command("source", ("v",), "source", "See the evidence where it stands in the document.", when=_REVEALED),
    Command("history", ("h",), "history", "Show all that was ever done to the card.", footer=False, when=_REVEALED),
    Command("mode", ("t",), "otherwise", "Be asked in another way: by flipping, typing or choosing.", when=_ASKED),
    Command("edit", ("e",), "edit", "Edit the card; its deck file changes at the card's lines alone."),
    Command("add", ("a",), "add", "Write a new card for this deck.", footer=False),
    Command("delete", ("x",), "delete", "Take the card out of its deck file.", footer=False),
    Command("editor", ("o",), "open", "Open the deck file at this card in your editor ($EDITOR).", footer=False),
    Command("bury", ("-",), "bury", "Put the card away until tomorrow."),
    Command("suspend", ("@",), "suspend", "Put the card away for good."),
    Command("flag", ("!",), "flag", "Mark the card as bad, with a reason; or take the mark away."),
    Command("undo", ("u", "ctrl+z"), "undo", "Take back what you did last, also from an earlier session."),
    HELP,
    Command("leave", ("q", "escape"), "quit", "Leave; every answer is already saved."),
)

_CHANGING = ("bury", "suspend", "flag", "undo", "edit", "add", "delete", "editor")
"""What changes a card or its schedule."""
CRAM_COMMANDS = tuple(command for command in STUDY_COMMANDS if command.name not in (*_CHANGING, "history"))

_ALWAYS = {"edit", "add", "delete", "editor", "bury", "suspend", "flag"}
"""What can be done with any card on the table."""

_NAMES = frozenset(command.name for command in STUDY_COMMANDS)


def available(asking: Asking | None, writing: bool, action: str, number: object = None) -> bool:
    """Whether an action can be done now; actions that are not of this screen always can.

    Args:
        asking: the card on the table, if there is one.
        writing: the answer line has the focus.
        action: its name.
        number: its argument, for a choice.
    """
    if action not in _NAMES or action == "help":
        return True
    if writing:
        return action in ("reveal", "keys", "undo")
    if action in ("undo", "leave"):
        return True
    if asking is None:
        return False
    if action == "choose":
        return not asking.revealed and number in range(1, len(asking.choices) + 1)
    return action in (_revealed(asking) if asking.revealed else _asked(asking))


def label(command: Command, asking: Asking | None, writing: bool) -> str:
    """What a command is called now: some are called by what they would do."""
    if asking is None:
        return command.label
    if command.name == "mode":
        return {Mode.FLIP: "flip", Mode.TYPED: "type", Mode.CHOICE: "choose"}[next_mode(asking)]
    if command.name == "flag" and asking.shown.state.flag is not None:
        return "unflag"
    return "check" if command.name == "reveal" and writing else command.label


def _asked(asking: Asking) -> set[str]:
    more = {"write"} if asking.mode is Mode.TYPED else set()
    return {"reveal", "mode"} | _ALWAYS | more


def _revealed(asking: Asking) -> set[str]:
    more = {"accept"} if asking.suggested is not None else set()
    return {"grade", "history"} | _ALWAYS | more | ({"source"} if asking.shown.card.evidence else set())
