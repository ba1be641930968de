"""A card as it lies on the table: the occasion, the question, and once revealed the answer and its proof."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content

from quizgen.model.card import Card, Evidence
from quizgen.model.review import Mode
from tui.asking import Asking
from tui.showing import marked, one_line, visible
from tui.typeset import EMPTY, Typeset, hang, lines, styled

_ENDS = (".", "!", "?", "”", '"', "’", "…")


def card_page(asking: Asking, keys: Sequence[str] = ()) -> Typeset:
    """What the card shows, at any width.

    Args:
        asking: the card.
        keys: of the choices, in their order.
    """
    return Typeset(lambda width: lines(*_parts(asking, keys, width)))


def question_page(asking: Asking) -> Typeset:
    """The occasion and the question alone."""
    return Typeset(lambda width: lines(*_question(asking.shown.card)))


def _parts(asking: Asking, keys: Sequence[str], width: int) -> Iterator[Content]:
    yield from _question(asking.shown.card)
    if asking.mode is Mode.CHOICE:
        yield EMPTY
        for place, key in zip(range(len(asking.choices)), keys, strict=False):
            yield _choice(asking, place, key, width)
    if asking.revealed:
        yield from _answer(asking, width)


def _question(card: Card) -> Iterator[Content]:
    if card.context:
        yield styled(visible(card.context), "$quiet")
        yield EMPTY
    yield styled(visible(card.question), "bold")


def _answer(asking: Asking, width: int) -> Iterator[Content]:
    card = asking.shown.card
    if asking.mode is not Mode.CHOICE:
        yield EMPTY
        if asking.judgement is not None and asking.typed:
            from tui.widgets.typed import typed_answer

            yield from typed_answer(asking.judgement, asking.typed, card, width)
        else:
            yield signed("✓ ", "$success", styled(visible(card.answer), "bold $success"), width)
    if card.note:
        yield EMPTY
        yield styled(visible(card.note))
    for number, evidence in enumerate(card.evidence):
        yield EMPTY
        yield from proof(card, evidence, width, first=number == 0)


def _choice(asking: Asking, place: int, key: str, width: int) -> Content:
    action = None if asking.revealed else f"screen.choose({place + 1})"
    sign, style = "  ", ""
    if asking.revealed and asking.is_right(place):
        sign, style = "✓ ", "bold $success"
    elif asking.revealed and place == asking.chosen:
        sign, style = "✗ ", "$error"
    elif asking.revealed:
        style = "$quiet"
    text = styled(one_line(asking.choices[place]), style, action)
    number = styled(sign, style) + styled(f"{key}  ", style or "bold", action)
    return hang(text, width, number, Content(" " * number.cell_length))


def signed(sign: str, style: str, text: Content, width: int) -> Content:
    """Text with a sign before its first line.

    Args:
        sign: with the space after it.
        style: of the sign.
        text: the text.
        width: in cells, the sign included.
    """
    return hang(text, width, styled(sign, f"bold {style}".strip()), Content(" " * len(sign)))


def proof(card: Card, evidence: Evidence, width: int, *, first: bool) -> Iterator[Content]:
    """A piece of evidence along an edge.

    Args:
        card: that it proves.
        evidence: the piece.
        width: in cells.
        first: whether it is the card's first.
    """
    edge = styled("┊ ", "$rule")
    if card.derived and first:
        yield edge + styled("follows from", "italic $quiet")
    yield hang(quoted(card, evidence), width, edge, edge)


def quoted(card: Card, evidence: Evidence) -> Content:
    """The evidence with the answer marked in it, dots where it is cut out of a sentence, and its place."""
    quote = " ".join(evidence.quote.split())
    before = "… " if quote[:1].islower() else ""
    after = "" if quote.endswith(_ENDS) else " …"
    return Content.assemble(
        styled(before, "$quiet"),
        highlighted(card, quote),
        styled(after, "$quiet"),
        styled(_place(evidence), "$quiet"),
    )


def highlighted(card: Card, quote: str) -> Content:
    """A quote with the answer between ▸ and ◂, where it stands in it."""
    found = marked(quote, card.answer, *([card.value] if card.value else []), *card.accept)
    if found is None:
        return styled(visible(quote), "$quiet")
    before, answer, after = map(visible, found)
    return Content.assemble(styled(before, "$quiet"), styled(f"▸{answer}◂", "bold $accent"), styled(after, "$quiet"))


def _place(evidence: Evidence) -> str:
    page = "" if evidence.page is None else f"page {evidence.page}"
    told = ", ".join(filter(None, (one_line(evidence.source or ""), page, one_line(evidence.time or ""))))
    return f"  ({told})" if told else ""
