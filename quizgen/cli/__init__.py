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
    "stats": "Show what your learning comes to, as pictures, text or data.",
    "study": "Study decks in the terminal, with spaced repetition.",
}
"""Each command and the first sentence of its help, so that ``quizgen --help`` need not import them all."""
_STUDY = "study"
"""What is meant where no command is named."""


class LazyGroup(click.Group):
    """Finds a command by its name's module, and tells errors to people at the process's edge."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        return cast(click.Command, import_module(f"quizgen.cli.{cmd_name}").command)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if args and args[0].startswith("-") and args[0].partition("=")[0] in self._options_of_study(ctx, args[0]):
            args = [_STUDY, *args]
        return super().parse_args(ctx, args)

    def _options_of_study(self, ctx: click.Context, given: str) -> set[str]:
        """What opens the home screen in another way; the command is only imported for what is not the group's own."""
        study = None if any(given in param.opts for param in self.get_params(ctx)) else self.get_command(ctx, _STUDY)
        return {option for param in study.params for option in param.opts} if study else set()

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

    Without a command it opens the home screen, with the decks that come with quizgen and your own; --plain
    writes lines instead, and --web shows it in a browser, as with "study".
    """
    if ctx.invoked_subcommand is None:
        group = cast(LazyGroup, ctx.command)
        study = cast(click.Command, group.get_command(ctx, _STUDY))
        with study.make_context(_STUDY, [], parent=ctx) as home:
            study.invoke(home)


def main() -> None:
    """What the command ``quizgen`` runs."""
    quizgen(prog_name="quizgen")
