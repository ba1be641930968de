"""The end of a session: what was done, and what is to come."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from quizgen.model.card import Card
from quizgen.study.agenda import Counts
from quizgen.study.summary import Summary
from tui.commands import HELP, Command, bindings
from tui.screens.base import QuizScreen
from tui.showing import one_line
from tui.telling import hardest, headline, retention, tally, tomorrow, waiting
from tui.typeset import EMPTY, Typeset, hang, lines, styled

_LABEL = 11
"""Width of the column of labels."""


class SummaryScreen(QuizScreen[str]):
    """Sums up a session; gives ``undo``, ``on``, ``more``, ``ahead`` or ``finish``.

    Args:
        summary: of the session.
        cards: the cards of its decks, by deck and card id.
        left: cards that could still be studied today.
        aim: the retention wanted.
        beyond: what the day's limits keep back.
        coming: whether there are cards that can be seen ahead of the schedule.
    """

    CSS_PATH = "summary.tcss"
    commands: ClassVar[tuple[Command, ...]] = (
        Command("choose('finish')", ("enter", "q", "escape"), "finish", "Close the session."),
        Command("choose('on')", ("s",), "study on", "Go on with the cards that are left."),
        Command("choose('more')", ("m",), "more", "Go on with cards beyond the day's limits."),
        Command(
            "choose('ahead')",
            ("a",),
            "study ahead",
            "Go through cards of the coming days; each still comes on its day.",
        ),
        Command("choose('undo')", ("u", "ctrl+z"), "undo", "Take back what you did last, and go on from there."),
        HELP,
    )
    BINDINGS = bindings(commands)

    def __init__(
        self,
        summary: Summary,
        cards: Mapping[tuple[str, str], Card],
        left: int,
        aim: float,
        *,
        beyond: Counts,
        coming: bool,
    ) -> None:
        super().__init__()
        self._summary = summary
        self._cards = cards
        self._left = left
        self._aim = aim
        self._beyond = beyond
        self._coming = coming

    def compose(self) -> ComposeResult:
        """One text."""
        with VerticalScroll(id="page"):
            yield Static(Typeset(self._set), id="summary")
        yield from super().compose()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is no studying on where nothing is left, and none beyond or ahead before."""
        if parameters == ("more",):
            return bool(self._beyond.total) and not self._left
        if parameters == ("ahead",):
            return self._coming and not self._left
        return parameters != ("on",) or self._left > 0

    def action_choose(self, choice: str) -> None:
        """What the learner wants now."""
        self.dismiss(choice)

    def _set(self, width: int) -> Content:
        summary = self._summary
        head = [styled(headline(summary, self._left), "bold")]
        if summary.cards:
            head.append(styled(tally(summary), "$quiet"))
        rows = [
            ("Hardest" if number == 0 else "", f"{one_line(question)}  ", told)
            for number, (question, told) in enumerate(hardest(summary, self._cards))
        ]
        if self._beyond.total and not self._left:
            rows.append(("Waiting", "", waiting(self._beyond)))
        rows.append(("Tomorrow", "", tomorrow(summary)))
        rows.append(("Retention", "", retention(summary, self._aim)))
        return lines(*head, EMPTY, *(_row(*row, width) for row in rows))


def _row(label: str, text: str, told: str, width: int) -> Content:
    body = Content(text) + (styled(told, "$quiet") if text else Content(told))
    return hang(body, width, styled(label.ljust(_LABEL), "$quiet"), Content(" " * _LABEL))
