"""A card in lines of plain words, as the line mode says it: no colours, no signs a reader would spell out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from quizgen.model.card import Card, Evidence
from quizgen.model.review import Grade, Mode
from quizgen.study.agenda import Counts
from quizgen.study.judging import Difference, Verdict
from quizgen.study.schedule import Outcome
from quizgen.study.wording import interval
from tui.asking import Asking
from tui.commands import Command
from tui.showing import marked, one_line

LETTERS = "abcd"
"""Of the choices."""

_VERDICTS = {
    Verdict.RIGHT: "Right.",
    Verdict.CLOSE: "Close.",
    Verdict.WRONG: "Not right.",
    Verdict.EMPTY: "Nothing typed.",
}


def left(counts: Counts) -> str:
    """What is left today."""
    return f"{counts.new} new, {counts.learning} learning, {counts.due} due"


def next_review(days: int | None) -> str:
    """When the next review comes, behind what is left; nothing where none will."""
    if days is None:
        return ""
    return f", next review {'tomorrow' if days == 1 else f'in {days} days'}"


def key(command: Command) -> str:
    """The key of a command that is easily written in a line."""
    return next((shown for shown in command.shown_keys if len(shown) == 1), command.shown_keys[0])


def question(asking: Asking) -> Iterator[str]:
    """The occasion, the question and its choices."""
    card = asking.shown.card
    if card.context:
        yield one_line(card.context)
    yield f"Question: {one_line(card.question)}"
    for letter, choice in zip(LETTERS, asking.choices, strict=False):
        yield f"  {letter}: {one_line(choice)}"


def prompt(asking: Asking, keys: Sequence[str]) -> str:
    """What is waited for.

    Args:
        asking: the card.
        keys: of the grades, in their order.
    """
    if asking.revealed:
        suggested = asking.suggested
        taken = f", Enter for {keys[suggested - 1]} {suggested.name.lower()}" if suggested else ""
        grades = "1 to 4" if list(keys) == ["1", "2", "3", "4"] else " ".join(keys)
        return f"Grade {grades}{taken}: "
    last = LETTERS[max(0, len(asking.choices) - 1)]
    return {
        Mode.FLIP: "Enter shows the answer: ",
        Mode.TYPED: "Your answer: ",
        Mode.CHOICE: f"Choose a to {last}: ",
    }[asking.mode]


def answer(asking: Asking) -> Iterator[str]:
    """Whether it was right, the answer, and the proof."""
    card = asking.shown.card
    yield from _judged(asking)
    yield f"Answer: {one_line(card.answer)}"
    yield from proofs(card)


def proofs(card: Card) -> Iterator[str]:
    """The note, and the evidence."""
    if card.note:
        yield f"Note: {one_line(card.note)}"
    for evidence in card.evidence:
        yield _proof(card, evidence)


def grades(preview: Mapping[Grade, Outcome], keys: Sequence[str]) -> str:
    """Each grade with its coming interval.

    Args:
        preview: what each would do.
        keys: of the grades, in their order.
    """
    told = (f"{keys[grade - 1]} {grade.name.lower()}, {interval(preview[grade].interval_s)}" for grade in Grade)
    return "; ".join(told) + "."


def _judged(asking: Asking) -> Iterator[str]:
    if asking.chosen is not None:
        yield "Right." if asking.is_right(asking.chosen) else "Not right."
    judgement = asking.judgement
    if judgement is None:
        return
    told = [_VERDICTS[judgement.verdict]]
    if any(piece.difference is Difference.SAME for piece in judgement.pieces):
        for difference, name in ((Difference.MISSING, "Missing"), (Difference.EXTRA, "Too much")):
            pieces = [one_line(piece.text) for piece in judgement.pieces if piece.difference is difference]
            told += [f"{name}: {' '.join(pieces)}."] if pieces else []
    yield " ".join(told)


def _proof(card: Card, evidence: Evidence) -> str:
    """The quote, the answer in it between square brackets."""
    found = marked(evidence.quote, card.answer, *([card.value] if card.value else []), *card.accept)
    quote = evidence.quote if found is None else f"{found[0]}[{found[1]}]{found[2]}"
    return f"{'It follows from' if card.derived else 'Source'}: {one_line(quote)}"
