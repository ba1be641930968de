"""A sign of life on standard error while something takes long."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import click

_QUIET_SECONDS = 1.0
_EVERY_SECONDS = 0.5


@contextmanager
def patience(doing: str) -> Iterator[None]:
    """Say what is being done once it has taken a second; on a terminal also how long by now.

    Args:
        doing: what takes long, as ``Reading notes.txt``.
    """
    done = threading.Event()
    teller = threading.Thread(target=_tell, args=(doing, done), daemon=True)
    teller.start()
    try:
        yield
    finally:
        done.set()
        teller.join()


def _tell(doing: str, done: threading.Event) -> None:
    begin = time.monotonic()
    if done.wait(_QUIET_SECONDS):
        return
    if not sys.stderr.isatty():
        click.echo(f"{doing} ...", err=True)
        return
    while not done.wait(_EVERY_SECONDS):
        click.echo(f"\r{doing} ... {time.monotonic() - begin:.0f} s", err=True, nl=False)
    click.echo("\r\x1b[K", err=True, nl=False)
