"""A question of a quiz on the screen, and what became of it afterwards."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from textual.content import Content

from quizgen.model.card import Card
from quizgen.quiz.item import Item, Mode
from quizgen.study.quizrun import QuizRun
from quizgen.study.results import Reply
from tui.quizzing import remaining
from tui.showing import one_line, visible
from tui.typeset import EMPTY, Typeset, bar, cut, hang, lines, spread, styled
from tui.widgets.card import proof, signed


def quiz_head(run: QuizRun) -> Typeset:
    """The paper, how far one has come, and the time left."""
    total = len(run.paper.items)
    left = run.seconds_left
    told = "" if left is None else f"{remaining(left)} left"
    figures = styled(f"   {run.answered} of {total}", "$quiet")

    def at(width: int) -> Content:
        title = styled(cut(one_line(run.paper.title), width))
        clock = styled(told, "bold $error" if left is not None and left < 60 else "$quiet")
        return lines(
            spread(title, clock, width), bar(run.answered, total, max(4, width - figures.cell_length)) + figures
        )

    return Typeset(at)


def item_page(item: Item, given: Sequence[str], part: int, keys: Sequence[str]) -> Typeset:
    """A question with what there is to choose from.

    Args:
        item: the question.
        given: for matching: what is matched so far, an empty text where nothing is.
        part: for matching: which question is pointed at.
        keys: of the choices, in their order.
    """
    return Typeset(lambda width: lines(*_parts(item, given, part, keys, width)))


def _parts(item: Item, given: Sequence[str], part: int, keys: Sequence[str], width: int) -> Iterator[Content]:
    if item.mode is Mode.MATCHING:
        yield from _matching(item, given, part, width)
    else:
        yield from _asked(item)
    if item.choices:
        yield EMPTY
    for place, (key, choice) in enumerate(zip(keys, item.choices, strict=False), 1):
        action = f"screen.choose({place})"
        number = styled(f"  {key}  ", "bold", action)
        yield hang(styled(one_line(choice.text), "", action), width, number, Content(" " * number.cell_length))


def _asked(item: Item) -> Iterator[Content]:
    if item.card.context:
        yield styled(visible(item.card.context), "$quiet")
        yield EMPTY
    yield styled(visible(item.card.question), "bold")
    if item.mode is Mode.TRUE_FALSE:
        yield EMPTY
        yield styled(visible(item.proposal))


def _matching(item: Item, given: Sequence[str], part: int, width: int) -> Iterator[Content]:
    yield styled(visible(item.stem), "$quiet")
    yield EMPTY
    for place, asked in enumerate(item.parts):
        pointer = styled("▸ " if place == part else "  ", "bold $accent")
        question = styled(one_line(asked), "bold" if place == part else "", f"screen.point({place})")
        yield hang(question, width, pointer, Content("  "))
        if given[place]:
            yield hang(styled(one_line(given[place]), "$accent"), width, Content("    = "), Content("      "))


def review_page(head: str, told: str, found: Sequence[Reply], cards: Mapping[tuple[str, str], Card]) -> Typeset:
    """The score, and question by question what was answered, what is right, and the proof.

    Args:
        head: one line.
        told: what stands below it.
        found: what to show.
        cards: those at hand, by deck and card id; they hold the proof.
    """

    def at(width: int) -> Content:
        parts = [styled(head, "bold"), *([styled(told, "$quiet")] if told else [])]
        for reply in found:
            parts += [EMPTY, *_reviewed(reply, cards.get((reply.deck, reply.card)), width)]
        return lines(*parts)

    return Typeset(at)


def _reviewed(reply: Reply, card: Card | None, width: int) -> Iterator[Content]:
    number = styled(f"{reply.place + 1}. ".ljust(4), "$quiet")
    yield hang(styled(visible(reply.question)), width, number, Content("    "))
    inner = max(8, width - 4)
    below = list(_answers(reply, inner))
    if reply.share < 1 and card is not None:
        below += [styled(visible(card.note))] if card.note else []
        for place, evidence in enumerate(card.evidence):
            below += proof(card, evidence, inner, first=place == 0)
    for part in below:
        yield hang(part, width, Content("    "), Content("    "))


def _answers(reply: Reply, width: int) -> Iterator[Content]:
    if reply.share < 1:
        sign, style = ("≈ ", "$accent") if reply.share else ("✗ ", "$error")
        given = styled("not answered", "$quiet") if reply.given is None else styled(one_line(reply.given), style)
        yield signed(sign, style, given, width)
    yield signed("✓ ", "$success", styled(one_line(reply.answer), "bold $success"), width)
