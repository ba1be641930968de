"""``quizgen keys``: the settings' keys -> every command of every screen with the key it has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from quizgen.study import places

if TYPE_CHECKING:
    from tui.commands import Command


@click.command("keys")
@click.argument("screens", nargs=-1, metavar="[SCREEN]...")
def command(screens: Sequence[str]) -> None:
    """List the commands of the screens, and their keys.

    To have other keys, write them into settings.toml: a line [keys.SCREEN], or [keys.everywhere] for all screens,
    and below it lines such as undo = "z" or undo = ["z", "ctrl+z"]. Commands marked with * have a key of yours.
    """
    from quizgen.errors import QuizgenError
    from quizgen.study.settings import load_settings
    from tui.keymap import keymap, screen_commands

    known = screen_commands()
    unknown = [screen for screen in screens if screen not in known]
    if unknown:
        raise QuizgenError(f"there is no screen {unknown[0]!r}", hint=f"There are {', '.join(known)}.")
    own = keymap(load_settings(places.settings_file()).keys, known)
    for screen in screens or known:
        click.echo(f"[keys.{screen}]")
        for line in _lines(own.get(screen, known[screen]), known[screen]):
            click.echo(line)
        click.echo()


def _lines(commands: Sequence[Command], usual: Sequence[Command]) -> Iterator[str]:
    width = max(len(command.id) for command in commands)
    for command, before in zip(commands, usual, strict=True):
        mark = " " if command == before else "*"
        yield f"{mark} {command.id.ljust(width)}  {' '.join(command.shown_keys).ljust(14)}  {command.help}"
