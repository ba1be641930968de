"""Deck text is never markup nor a control sequence; marking, themes and widths."""

from __future__ import annotations

import asyncio
import unicodedata
from dataclasses import replace
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from screen_text import screen_text
from study_tools import Clock
from textual.color import Color
from textual.content import Content
from tui_tools import CARDS, DECK, desk_in

from quizgen.model.card import Card, Evidence
from quizgen.model.review import CardState, Mode
from quizgen.study.session import Shown
from quizgen.study.shelf import OpenDeck
from tui import spoken
from tui.app import QuizgenApp
from tui.asking import ask
from tui.plain_lines import Lines
from tui.showing import marked, one_line, visible
from tui.sitting import study_screen
from tui.themes import THEMES, theme_named
from tui.typeset import bar, cut, flow, hang, spread
from tui.widgets.card import card_page

HOSTILE = st.text(
    st.one_of(
        st.sampled_from("[]/\\@$='\"\x1b\x07\x9b\u202e\u2066\n\t\r#()b red"),
        st.characters(codec="utf-8"),
    ),
    max_size=60,
)


def is_harmless(text: str) -> bool:
    """Whether a terminal obeys nothing in a text but line breaks."""
    return not any(
        (unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp") and character != "\n")
        or character in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
        for character in text
    )


@given(HOSTILE)
@example("\x1b]0;owned\x07")
@example("\x9b31m")
def test_visible_text_moves_no_terminal_and_stays_as_it_is(text: str) -> None:
    shown = visible(text)
    assert is_harmless(shown)
    assert visible(shown) == shown
    assert is_harmless(one_line(text))
    assert "\n" not in one_line(text)


@given(st.text(st.characters(codec="utf-8", categories=("L", "M", "N", "P", "S"))))
def test_visible_text_leaves_what_can_be_read(text: str) -> None:
    assert visible(text) == text


@settings(max_examples=60)
@given(HOSTILE.filter(str.strip), HOSTILE.filter(str.strip), HOSTILE, st.sampled_from(Mode), st.integers(1, 90))
@example("[bold]x[/bold]", "[@click=app.quit]no[/]", "[/", Mode.CHOICE, 40)
def test_a_card_shows_its_text_as_it_is(question: str, answer: str, quote: str, mode: Mode, width: int) -> None:
    card = Card(
        id="x",
        question=question,
        answer=answer,
        context=quote,
        note=question,
        distractors=("[red]", quote or "other"),
        evidence=(Evidence(0, len(quote), quote),),
    )
    shown = Shown(replace(DECK, cards=(card,)), card, CardState())
    asked = ask(shown, mode, 0.0)
    for asking in (asked.type(quote) if mode is Mode.TYPED else asked, asked.reveal()):
        content = card_page(asking, "1234").at(width)
        assert is_harmless(content.plain)
        assert "".join(visible(question).split()) in "".join(content.plain.split())
        for line in [*spoken.question(asking), *spoken.answer(asking)]:
            assert is_harmless(line)


@settings(max_examples=8)
@given(HOSTILE.filter(str.strip))
@example("[red]not red[/red] \x1b[31m[@click=app.quit]x[/]")
def test_the_screen_shows_hostile_text_whole(text: str) -> None:
    card = replace(CARDS[0], question=text, context=None, answer=text, evidence=())
    deck = replace(DECK, title=text, cards=(card,))

    async def talk() -> str:
        with TemporaryDirectory() as folder, desk_in(Path(folder), Clock()) as desk:
            app = QuizgenApp(lambda: study_screen(desk, [OpenDeck(deck, Path(folder) / "deck.yaml")]))
            async with app.run_test(size=(80, 40), notifications=True) as pilot:
                await pilot.press("space")
                await pilot.pause()
                return screen_text(app)

    shown = asyncio.run(talk())
    assert is_harmless(shown)
    if text.isascii() and text.isprintable() and len(text) < 40:
        assert text.strip() in shown


def test_the_line_mode_writes_no_escapes() -> None:
    out = StringIO()
    Lines(StringIO(), out).say("\x1b[31mred\x1b[0m", "  \x9bnot indented\x07")
    assert out.getvalue() == "␛[31mred␛[0m\n  \\x9bnot indented␇\n"


@pytest.mark.parametrize(
    ("quote", "answers", "found"),
    [
        ("this year marks the 60th anniversary", ["the 60th"], "the 60th"),
        ("this year is its 60th anniversary", ["the 60th"], "60th"),
        ("THE ARNHOLM LIGHT TRUST keeps it", ["Arnholm Light Trust"], "ARNHOLM LIGHT TRUST"),
        ("lit on 12\nOctober 1865 at last", ["12 October 1865"], "12\nOctober 1865"),
        ("in 18650 there were 1865 people", ["1865"], "1865"),
        ("the year 1865", ["fourth", "1865"], "1865"),
        ("nothing of it", ["1865"], None),
        ("nothing", ["", "the "], None),
    ],
)
def test_the_answer_is_found_in_its_evidence(quote: str, answers: list[str], found: str | None) -> None:
    pieces = marked(quote, *answers)
    assert (pieces[1] if pieces else None) == found
    assert pieces is None or "".join(pieces) == quote


def _contrast(one: Color, other: Color) -> float:
    """WCAG's contrast ratio."""

    def luminance(color: Color) -> float:
        parts = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in color.normalized)
        return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_text_colour_can_be_read(theme: object) -> None:
    from textual.theme import Theme

    assert isinstance(theme, Theme)
    least = 7.0 if theme.name == "high-contrast" else 4.5
    colours = [theme.foreground, theme.accent, theme.success, theme.error, theme.variables["quiet"]]
    for background in (theme.background, theme.surface):
        for colour in colours:
            assert _contrast(Color.parse(str(colour)), Color.parse(str(background))) >= least, colour


def test_the_theme_follows_the_setting_then_the_terminal() -> None:
    assert theme_named("high-contrast", {"COLORFGBG": "0;15"}) == "high-contrast"
    assert theme_named("auto", {"COLORFGBG": "0;15"}) == "light"
    assert theme_named("auto", {"COLORFGBG": "15;0"}) == "dark"
    assert theme_named("auto", {}) == "dark"


@given(st.integers(0, 50), st.integers(0, 50), st.integers(1, 60))
def test_a_bar_is_as_wide_as_asked(done: int, total: int, width: int) -> None:
    line = bar(done, total, width)
    assert line.cell_length == width
    assert ("─" not in line.plain) == (0 < total <= done)


@given(st.lists(st.text("abc d漢", min_size=1, max_size=12), min_size=1, max_size=6), st.integers(4, 40))
def test_setting_keeps_within_the_width_and_loses_nothing(texts: list[str], width: int) -> None:
    items = [Content(text) for text in texts]
    for line in hang(items[0], width, Content("┊ "), Content("┊ ")).split("\n"):
        assert line.cell_length <= max(width, 4)
    flowed = flow(items, width).plain
    assert all(text in flowed for text in texts)
    both = spread(items[0], items[-1], width)
    assert texts[0] in both.plain
    assert Content(cut(texts[0], width)).cell_length <= width
