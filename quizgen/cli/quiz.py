"""``quizgen quiz``: a paper of chosen decks, answered in the terminal."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizgen.cli.learned import data_dir_option, decks_at_hand
from quizgen.study import places

if TYPE_CHECKING:
    from quizgen.model.deck import Deck
    from tui.desk import Desk
    from tui.quizzing import QuizPlan

_MODES = ("choice", "short", "truefalse", "matching", "mixed")


@click.command("quiz")
@click.argument("what", nargs=-1, metavar="[DECK | FOLDER]...")
@click.option("--count", type=click.IntRange(min=1), default=10, show_default=True, metavar="N", help="Questions.")
@click.option("--all", "all_cards", is_flag=True, help="Ask every card, in place of --count.")
@click.option("--mode", type=click.Choice(_MODES), default="choice", show_default=True, help="How it asks.")
@click.option("--minutes", type=click.FloatRange(min=0.1), metavar="M", help="Time for the whole quiz.")
@click.option("--seed", metavar="TEXT", help="The same seed gives the same quiz; by default each quiz is another.")
@click.option("--results", "list_results", is_flag=True, help="List the results of earlier quizzes instead.")
@click.option("--plain", is_flag=True, help="Line by line, for screen readers and pipes.")
@data_dir_option
def command(
    what: Sequence[str],
    count: int,
    all_cards: bool,
    mode: str,
    minutes: float | None,
    seed: str | None,
    list_results: bool,
    plain: bool,
    data_dir: Path | None,
) -> None:
    """Take a quiz of chosen decks, with a score at the end.

    What went wrong is shown with its evidence. Results are kept; when a card comes back in study stays as it was.
    Without a deck it asks the decks that come with quizgen and your own.
    """
    import time

    from quizgen.study.days import local_clock
    from quizgen.study.settings import load_settings
    from quizgen.study.store import Store
    from tui.desk import Desk
    from tui.quizzing import QuizPlan

    decks = [] if list_results else decks_at_hand(what, data_dir)
    if not (plain or list_results or (sys.stdin.isatty() and sys.stdout.isatty())):
        click.echo("quizgen: there is no terminal for a quiz in here; --plain asks line by line", err=True)
        return
    settings = load_settings(places.settings_file())
    with Store.open(places.progress_file(data_dir)) as store:
        desk = Desk(store, settings, local_clock(settings.timezone), time.monotonic)
        if list_results:
            _list(desk)
            return
        plan = QuizPlan(questions=None if all_cards else count, mode=mode, minutes=minutes, seed=seed)
        if plain:
            from tui.plain_lines import Lines
            from tui.plain_quiz import quiz

            quiz(desk, decks, plan, Lines(sys.stdin, sys.stdout))
        else:
            _on_screen(desk, decks, plan)


def _list(desk: Desk) -> None:
    from tui.plain_lines import Lines
    from tui.plain_quiz import past

    past(desk, Lines(sys.stdin, sys.stdout))


def _on_screen(desk: Desk, decks: Sequence[Deck], plan: QuizPlan) -> None:
    from quizgen.cli.onscreen import run_app
    from tui.quizzing import sit_quiz
    from tui.screens.quiz import STYLES, QuizRunScreen

    run = sit_quiz(desk, decks, plan)
    run_app(desk, lambda: QuizRunScreen(desk, run, decks), STYLES)
