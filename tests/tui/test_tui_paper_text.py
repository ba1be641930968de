"""Any text of a deck on the pages of quizzes and exports: it obeys nothing, and fits."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.export import foresee
from quizgen.model.card import Card
from quizgen.model.deck import Deck
from quizgen.quiz.paper import make_paper
from quizgen.study.marking import mark
from quizgen.study.quizrun import QuizRun
from quizgen.study.results import replies_of
from tui.quizzing import MODES
from tui.typeset import Typeset
from tui.widgets.form import Field, form_text
from tui.widgets.paper import item_page, quiz_head, review_page
from tui.widgets.preview import export_preview

TEXT = st.text(min_size=1, max_size=30) | st.sampled_from(
    ["[red]x[/]", "\x1b[31mx", "漢字" * 8, "\u202eabc", "a\nb\tc"]
)
FORBIDDEN = set("\x1b\x07\x00\u202e\x9b\r")


def looked_at(page: Typeset, *texts: str) -> None:
    """Whether a page fits every width, and does what no text says."""
    for width in (24, 40, 72):
        shown = page.at(width)
        assert not FORBIDDEN & set(shown.plain)
        assert all(line.cell_length <= width for line in shown.split("\n", allow_blank=True))
    for text in texts:
        assert text in page.at(200).plain


@settings(max_examples=40)
@given(texts=st.lists(TEXT, min_size=6, max_size=6, unique=True), mode=st.sampled_from(MODES))
def test_no_text_of_a_deck_is_obeyed(texts: list[str], mode: str) -> None:
    one, two, three, answer, wrong, title = texts
    cards = tuple(
        Card(
            id=f"c{number}", question=text, answer=f"{answer}{number}", distractors=(wrong,), context=title, note=wrong
        )
        for number, text in enumerate((one, two, three))
    )
    deck = Deck(id="d", title=title, cards=cards)
    run = QuizRun(make_paper([deck], mode=mode), lambda: 0.0, 60)
    looked_at(quiz_head(run))
    for place, item in enumerate(run.paper.items):
        looked_at(item_page(item, [answer] * len(item.cards), 0, "123456789"))
        found = list(replies_of(place, mark(item, [wrong] * len(item.cards))))
        looked_at(review_page("Head", "Told", found, {("d", card.id): card for card in cards}))
    looked_at(export_preview(foresee([deck], "kahoot", mode=mode)))
    looked_at(form_text([Field(name="a", label="A", values=(title, one)), Field(name="b", label=title, tick=True)], 0))


@pytest.mark.parametrize("mode", MODES)
def test_brackets_are_shown_as_they_are(mode: str) -> None:
    card = Card(id="c", question="What is [red]this[/]?", answer="[b]it[/]", distractors=("[i]that[/]",))
    for item in make_paper([Deck(id="d", title="[u]t[/]", cards=(card,))], mode=mode).items:
        looked_at(item_page(item, [""], 0, "123456789"), "What is [red]this[/]?")
