"""Commands: each is said once, and gives the key, the footer, the palette and the help."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from quizgen.study.keys import SHORT

if TYPE_CHECKING:
    from textual.binding import BindingType

WRITING = "writing"
"""The moment at which text is typed."""


@dataclass(frozen=True)
class Command:
    """Something the user can do on a screen."""

    action: str
    """The action as Textual writes it: ``undo``, ``grade(3)``; its method is the screen's."""
    keys: tuple[str, ...]
    """The keys, as Textual names them; the first is the one shown."""
    label: str
    """A word or two, in the footer and the palette."""
    help: str
    """One sentence, in the help and the palette."""
    footer: bool = True
    """Whether the footer shows it."""
    roomy: bool = False
    """Whether a narrow terminal's footer leaves it to the help."""
    when: tuple[str, ...] = ()
    """The moments at which alone it can be given, so that others can have its keys; none: while no text is typed."""

    def shown_key(self, writing: bool) -> str:
        """The key that is shown: while text is being typed, one that types nothing."""
        typing_nothing = [SHORT.get(key, key) for key in self.keys if len(key) > 1 and key != "space"]
        return typing_nothing[0] if writing and typing_nothing else self.shown_keys[0]

    @cached_property
    def shown_keys(self) -> list[str]:
        """The keys as they are shown."""
        return [SHORT.get(key, key) for key in self.keys]

    @cached_property
    def id(self) -> str:
        """Its name among the commands of its screen: its action, or where that says too little its label."""
        return "-".join((self.label if self.arguments else self.name.replace("_", " ")).split())

    def meets(self, other: Command) -> bool:
        """Whether there is a moment at which both can be given."""
        if self.when and other.when:
            return not set(self.when).isdisjoint(other.when)
        return (WRITING,) not in (self.when, other.when)

    @cached_property
    def name(self) -> str:
        """The action without its arguments."""
        return self.action.partition("(")[0]

    @cached_property
    def arguments(self) -> tuple[object, ...]:
        """What the action is called with: nothing, a whole number or a word."""
        written = self.action.partition("(")[2].rstrip(")")
        if not written:
            return ()
        return (written.strip("'"),) if written.startswith("'") else (int(written),)


LEAVE_LINE = Command(
    "keys", ("escape",), "other keys", "Leave the answer line, so that keys are commands again.", when=(WRITING,)
)
APP = "app"
"""What settings call the application, whose commands can be given on every screen."""
APP_COMMANDS = (
    Command(
        "command_palette", ("ctrl+p",), "palette", "Find any command by its name, and change the colours.",
        when=(WRITING,),
    ),
    Command("quit", ("ctrl+q",), "quit", "Quit quizgen; every answer is already saved.", when=(WRITING,)),
)  # fmt: skip
HELP = Command("help", ("?", "f1"), "help", "Show what every key does here.")


def bindings(commands: Iterable[Command]) -> list[BindingType]:
    """The key bindings of a screen's commands."""
    from textual.binding import Binding

    return [Binding(",".join(command.keys), command.action, command.label) for command in commands]
