"""The command line. A command NAME lives in ``quizgen/cli/NAME.py`` as ``command``, imported when it runs."""

from __future__ import annotations

from importlib import import_module
from typing import cast

import click

from quizgen import __version__
from quizgen.cli.edge import people_safe_streams, telling_errors

COMMANDS = {
    "check": "Check deck files, and tidy them with --fix.",
    "export": "Hand decks out: for learning platforms, on paper, for Anki.",
    "generate": "Make a deck of questions from documents.",
    "import": "Make a deck of questions that another program holds.",
    "inspect": "Show the names, dates and speech found in documents.",
    "keys": "List the commands of the screens, and their keys.",
    "optimize": "Fit the scheduler to your own memory.",
    "progress": "Look after the file that holds what was learned.",
    "quiz": "Take a quiz of chosen decks, with a score at the end.",
    "simulate": "Play the coming months through: what a retention would cost.",
    "stats": "Show what your learning comes to, as pictures, JSON or CSV.",
    "study": "Study decks in the terminal, with spaced repetition.",
}
"""Each command and the first sentence of its help, so that ``quizgen --help`` need not import them all."""


class LazyGroup(click.Group):
    """Finds a command by its name's module, and tells errors to people at the process's edge."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        return cast(click.Command, import_module(f"quizgen.cli.{cmd_name}").command)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> object:
        people_safe_streams()
        with telling_errors(ctx):
            return super().invoke(ctx)


@click.group(
    cls=LazyGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, "-V", "--version", prog_name="quizgen", message="%(prog)s %(version)s")
@click.pass_context
def quizgen(ctx: click.Context) -> None:
    """Turn documents into decks of questions, and decks into learning.

    Without a command it opens the home screen, with the decks that come with quizgen and your own.
    """
    if ctx.invoked_subcommand is None:
        group = cast(LazyGroup, ctx.command)
        study = cast(click.Command, group.get_command(ctx, "study"))
        with study.make_context("study", [], parent=ctx) as home:
            study.invoke(home)


def main() -> None:
    """What the command ``quizgen`` runs."""
    quizgen(prog_name="quizgen")
