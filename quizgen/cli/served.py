"""``quizgen study --web``: the same command once more, in a process for each page of a browser."""

from __future__ import annotations

import gc
import secrets
import sys
from collections.abc import Iterator

import click

from quizgen.cli.studied import find
from quizgen.exports.shared.extra import needed
from quizgen.study import places
from quizgen.study.library.library import Library
from quizgen.study.store import Store


def serve_study(ctx: click.Context) -> None:
    """Serve what a command line of ``quizgen study`` names, until interrupted.

    Args:
        ctx: that command line.

    Raises:
        QuizgenError: what it names cannot be studied, the port cannot be had, or a library is missing.
    """
    gc.enable()
    needed("textual_serve", "web", "--web")
    own, progress = places.decks_dir(ctx.params["data_dir"]), places.progress_file(ctx.params["data_dir"])
    with Library(places.library_file(progress)) as library:
        find(ctx.params["what"], own, library.load)  # what is wrong with it is told here, not in each page
    Store.open(progress).close()
    from tui.web.server import serve

    # Python would look for its modules in the current folder first, which may be anybody's; -P keeps it from that.
    command = [sys.executable, "-P", "-m", "quizgen", "study", *_again(ctx)]
    serve(command, secrets.token_urlsafe(), ctx.params["port"], _tell)


def _again(ctx: click.Context) -> Iterator[str]:
    """The command line without ``--web`` and ``--port``."""
    for param in ctx.command.params:
        value = ctx.params[str(param.name)]
        if isinstance(param, click.Option) and param.name not in ("web", "port") and value not in (None, False):
            yield param.opts[0] if param.is_flag else f"{param.opts[0]}={value}"
    yield from ("--", *ctx.params["what"])


def _tell(address: str) -> None:
    click.echo(f"Study in a browser on this machine: {address}\nControl-C ends it; every answer is saved.")
