"""A typed answer beside the right one: how it compares, and where the two differ."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from quizgen.model.card import Card
from quizgen.study.judging import Difference, Judgement, Verdict
from tui.showing import one_line, visible
from tui.typeset import styled
from tui.widgets.card import signed

_SIGNS = {
    Verdict.RIGHT: ("✓ ", "$success"),
    Verdict.CLOSE: ("≈ ", "$accent"),
    Verdict.WRONG: ("✗ ", "$error"),
}


def typed_answer(judgement: Judgement, typed: str, card: Card, width: int) -> Iterator[Content]:
    """What was typed, what was too much struck out; then the answer, what was missing underlined."""
    sign, style = _SIGNS[judgement.verdict]
    if judgement.verdict is Verdict.RIGHT:
        yield signed(sign, style, styled(visible(card.answer), f"bold {style}"), width)
        if one_line(typed) != one_line(card.answer):
            yield signed("  ", "", styled(f"you typed {one_line(typed)}", "$quiet"), width)
        return
    given, wanted = _laid_over(judgement, Difference.EXTRA), _laid_over(judgement, Difference.MISSING)
    yield signed(sign, style, given, width)
    yield signed("✓ ", "$success", wanted, width)


def _laid_over(judgement: Judgement, kept: Difference) -> Content:
    """One of the two texts, what only it has standing out if they have anything in common."""
    common = any(piece.difference is Difference.SAME for piece in judgement.pieces)
    styles = (
        {Difference.SAME: "", Difference.EXTRA: "$error strike" if common else ""}
        if kept is Difference.EXTRA
        else {
            Difference.SAME: "bold $success",
            Difference.MISSING: "bold $success underline" if common else "bold $success",
        }
    )
    text = Content("")
    for piece in judgement.pieces:
        bare = visible(piece.text).rstrip()
        if piece.difference in styles:
            text += styled(bare, styles[piece.difference])
        if bare != piece.text and text and not text.plain.endswith(" "):
            text += " "  # without style: a line through a space says nothing
    return text.rstrip()
