"""What quiz is wanted: how many questions, asked how, against which clock, of which decks."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Sequence
from typing import NamedTuple

from textual import work

from quizgen.model.deck import Deck
from quizgen.study.quizrun import QuizRun
from tui.commands import HELP, Command, bindings
from tui.desk import Desk
from tui.quizzing import MODE_NAMES, MODES, QuizPlan, begin, seed_of, set_paper, whole_number
from tui.screens.decks_form import ALL_DECKS, DecksFormScreen
from tui.screens.form import form_commands
from tui.widgets.form import Field

_COUNTS = ("10", "20", "30", "50", "all", "5")
_CLOCKS = ("none", "5 min", "10 min", "20 min", "30 min", "45 min", "60 min", "90 min")


class WantedQuiz(NamedTuple):
    """A quiz to take."""

    decks: tuple[Deck, ...]
    run: QuizRun


class QuizSetupScreen(DecksFormScreen[WantedQuiz | None]):
    """Asks for a quiz; gives what is wanted, or None.

    Args:
        desk: progress, settings and clocks.
        decks: to choose from.
        pointed: the decks chosen at first; none for all.
    """

    commands = (
        *form_commands("start", "Start the quiz; the clock runs from its first question."),
        ALL_DECKS,
        Command("results", ("r",), "results", "Show the results of earlier quizzes."),
        HELP,
    )
    BINDINGS = bindings(commands)

    def __init__(self, desk: Desk, decks: Sequence[Deck], pointed: Collection[Deck]) -> None:
        self._desk = desk
        fields = (
            Field(name="count", label="Questions", values=_COUNTS, writable=True),
            Field(name="mode", label="Asked by", values=MODE_NAMES),
            Field(name="clock", label="Clock", values=_CLOCKS, writable=True),
            Field(name="seed", label="Seed", values=("a new quiz",), writable=True),
        )
        super().__init__("A quiz", fields, decks, pointed)

    def action_results(self) -> None:
        """Earlier quizzes."""
        from tui.screens.results import ResultsScreen

        self.app.push_screen(ResultsScreen(self._desk, self._decks))

    def action_go(self) -> None:
        """Start, once what was typed makes sense."""
        chosen = self.ticked()
        plan = self._plan()
        if not chosen:
            self.notify("Tick a deck first.", severity="error", markup=False)
        elif plan is not None:
            self._begin(chosen, plan)

    @work(exclusive=True, exit_on_error=False)
    async def _begin(self, chosen: tuple[Deck, ...], plan: QuizPlan) -> None:
        with self.telling():
            paper = await asyncio.to_thread(set_paper, chosen, plan, seed_of(self._desk, plan))
            self.dismiss(WantedQuiz(chosen, begin(self._desk, paper, plan)))

    def _plan(self) -> QuizPlan | None:
        count, clock, seed = (self.field(name) for name in ("count", "clock", "seed"))
        questions = None if count.value == "all" else whole_number(count.value)
        minutes = None if clock.value == "none" else whole_number(clock.value.removesuffix("min"))
        if questions == 0 or minutes == 0:
            wrong = "Questions" if questions == 0 else "Clock"
            self.notify(f"{wrong}: a whole number from 1 to 9999 is needed.", severity="error", markup=False)
            return None
        mode = MODES[self.field("mode").place]
        return QuizPlan(questions=questions, mode=mode, minutes=minutes, seed=seed.written)
