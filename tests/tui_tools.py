"""A small deck and its document, written for these tests, and a desk whose clock stands still."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from study_tools import Clock, counted
from textual.pilot import Pilot

from quizgen.deckfile import save_deck
from quizgen.model.card import Card, Evidence
from quizgen.model.deck import Deck, Source
from quizgen.study.settings import Settings
from quizgen.study.shelf import OpenDeck
from quizgen.study.store import Store
from tui.desk import Desk

DOCUMENT = """\
The lighthouse of Arnholm

For forty winters the harbour of Arnholm had no light. On 4 May 1862 the town council voted for a tower on
the outer reef, and the engineer Clara Voss drew it in a single autumn.

The lamp was lit for the first time on 12 October 1865, when the whole town stood on the quay. Voss thanked
the stonemasons and said that the reef would never again take a ship in the dark.

In October 1915 the keepers celebrated the 50th anniversary of the first lighting with a supper for the
fishermen's children. The Arnholm Light Trust, founded by the pilots' guild, has kept the tower since 1988.
"""

CONTEXT = "In the history of the Arnholm lighthouse"


def evidence(quote: str) -> tuple[Evidence, ...]:
    """The place of a quote in the document, whose line breaks count as spaces."""
    text = DOCUMENT.replace("\n", " ")
    start = text.index(quote)
    return (Evidence(start, start + len(quote), DOCUMENT[start : start + len(quote)]),)


CARDS = (
    Card(
        id="date-first-lighting",
        kind="date",
        context=CONTEXT,
        question="On which day was the lamp of the tower on the outer reef lit for the first time?",
        answer="12 October 1865",
        value="1865-10-12",
        distractors=("4 May 1862", "10 October 1865", "12 October 1915"),
        evidence=evidence("The lamp was lit for the first time on 12 October 1865"),
    ),
    Card(
        id="person-engineer",
        kind="attribution",
        context=CONTEXT,
        question="Who said that the reef would never again take a ship in the dark?",
        answer="Clara Voss",
        accept=("Voss",),
        distractors=("The pilots' guild", "The town council"),
        evidence=evidence("said that the reef would never again take a ship in the dark"),
    ),
    Card(
        id="anniversary-which",
        fact="anniversary",
        kind="anniversary",
        question="Which anniversary of the first lighting did the keepers celebrate with a supper?",
        answer="the 50th",
        accept=("50",),
        distractors=("the 25th", "the 40th", "the 100th"),
        evidence=evidence("the keepers celebrated the 50th anniversary of the first lighting"),
        note="The supper was for the fishermen's children.",
    ),
    Card(
        id="anniversary-year",
        fact="anniversary",
        kind="anniversary",
        question="In which year had the lamp been lit, if its 50th anniversary came in 1915?",
        answer="1865",
        derived=True,
        evidence=evidence("In October 1915 the keepers celebrated the 50th anniversary"),
    ),
    Card(
        id="initiative-trust",
        kind="initiative",
        question="Which body, founded by the pilots' guild, has kept the tower since 1988?",
        answer="the Arnholm Light Trust",
        value="Arnholm Light Trust",
        distractors=("the Town Council", "the Outer Reef Society"),
        evidence=evidence("The Arnholm Light Trust, founded by the pilots' guild, has kept the tower since 1988"),
    ),
)

DECK = Deck(
    id="arnholm",
    title="The lighthouse of Arnholm",
    cards=CARDS,
    sources=(
        Source(
            file="arnholm.txt",
            sha256=hashlib.sha256(DOCUMENT.encode()).hexdigest(),
            title="The lighthouse of Arnholm",
        ),
    ),
)


def write_deck(folder: Path, deck: Deck = DECK, *, with_document: bool = True) -> OpenDeck:
    """Write a deck, and its document beside it, into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    if with_document:
        (folder / "arnholm.txt").write_text(DOCUMENT, encoding="utf-8", newline="\n")
    file = folder / f"{deck.id}.yaml"
    save_deck(deck, file)
    return OpenDeck(deck, file)


@contextmanager
def desk_in(folder: Path, clock: Clock, settings: Settings | None = None) -> Iterator[Desk]:
    """A desk whose progress lies in a folder; its stopwatch runs with its clock."""
    with Store.open(folder / "progress.sqlite3", counted()) as store:
        yield Desk(store, settings or Settings(), clock, lambda: clock().timestamp())


async def settle(pilot: Pilot[None]) -> None:
    """Wait until the screen and its workers have nothing left to do; workers of screens beneath may wait for it."""
    await pilot.pause()
    busy = [worker for worker in pilot.app.workers if pilot.app.screen in worker.node.ancestors_with_self]
    if busy:
        await pilot.app.workers.wait_for_complete(busy)
        await pilot.pause()
