"""What Hypothesis makes for every test: text as decks hold it, cards, decks."""

from __future__ import annotations

import datetime as dt

from hypothesis import strategies as st

from quizgen.model.card import Card, Evidence
from quizgen.model.deck import Deck, Source

_CONTROLS = [chr(code) for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\n\t\x85"]

LEGAL = st.characters(exclude_categories=["Cs"], exclude_characters=_CONTROLS)
"""Any character that a deck may hold."""

_WORDS = """
    yes No ON off Null true ~ y N = << . - -- --- ... ? : # , [ ] { } & * ! | > ' " % @ ` \\ \\n
    60 007 -1 +1 1_000 0x1F 0o17 0b11 1e3 1.5 .5 .inf -.INF .nan 12:30 1:30:45.5 1,000
    2021-12-03 2021-02-30 2021-12 2001-12-14t21:59:43.10-05:00 60th 3f9c2a1b7d 12e4567890
    key:value a:b: a#b 0? [bold] <b> ${x} {0} é “q” \U0001f600 http://a.b/c#d
"""
_SPACES = (
    " ",
    "  ",
    "\n",
    "\n\n",
    " \n",
    "\t",
    "\x85",
    "\u2028",
    "\u2029",
    "\ufeff",
    "\u202e",
    "\uffff",
    "\xa0",
)
_PHRASES = (
    "- a",
    "? a",
    "key: value",
    " #",
    ": ",
    "# a",
    "a # b",
    "a\nb",
    " a",
    "a ",
    "a\n",
    "\na",
    "a\n  b",
    "a \nb",
)

TRICKY = st.sampled_from((*_WORDS.split(), *_SPACES, *_PHRASES))
"""Texts and pieces of text that YAML, a terminal or a careless parser would take for something else."""


def texts(*, min_size: int = 1) -> st.SearchStrategy[str]:
    """Any text that a deck may hold, of ``min_size`` characters at least; often a tricky one."""
    pieces = st.tuples(TRICKY, st.text(LEGAL, max_size=8), TRICKY).map("".join)
    return (TRICKY | pieces | st.text(LEGAL, max_size=20)).filter(lambda text: len(text) >= min_size)


def filled_texts() -> st.SearchStrategy[str]:
    """Texts with more than white space in them, as questions and answers must be."""
    return texts().filter(lambda text: bool(text.strip()))


def identifiers() -> st.SearchStrategy[str]:
    """Ids: one line, without spaces around it."""
    return filled_texts().map(lambda text: " ".join(text.split())).filter(bool)


def dates() -> st.SearchStrategy[str]:
    """ISO days, months and years."""
    days = st.dates(min_value=dt.date(1, 1, 1)).map(dt.date.isoformat)
    return st.tuples(days, st.sampled_from((10, 7, 4))).map(lambda pair: pair[0][: pair[1]])


def own_keys() -> st.SearchStrategy[dict[str, object]]:
    """Keys of one's own with text, lists and mappings of it."""
    keys = texts().map(lambda text: text[:80])
    values = st.recursive(
        texts(min_size=0),
        lambda inner: (
            st.lists(inner, max_size=3) | st.dictionaries(keys.filter(lambda key: key != "<<"), inner, max_size=3)
        ),
        max_leaves=4,
    )
    return st.dictionaries(keys.map("x-".__add__), values, max_size=2)


@st.composite
def evidence(draw: st.DrawFn) -> Evidence:
    """A place as long as its quote."""
    start, quote = draw(st.integers(0, 10**6)), draw(texts())
    return Evidence(
        start=start,
        end=start + len(quote),
        quote=quote,
        page=draw(st.none() | st.integers(0, 9999)),
        time=draw(st.none() | st.just("00:12:05") | texts()),
        source=draw(st.none() | texts()),
    )


def _optional() -> st.SearchStrategy[str | None]:
    return st.none() | texts()


def _lists() -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(filled_texts(), max_size=3).map(tuple)


def cards() -> st.SearchStrategy[Card]:
    """Any card that a deck may hold."""
    return st.builds(
        Card,
        id=identifiers(),
        question=filled_texts(),
        answer=filled_texts(),
        fact=_optional(),
        kind=_optional(),
        context=_optional(),
        value=_optional() | dates() | st.integers(-99, 9999).map(str),
        accept=_lists(),
        distractors=_lists(),
        evidence=st.lists(evidence(), max_size=2).map(tuple),
        derived=st.booleans(),
        note=_optional(),
        tags=_lists(),
        suspended=st.booleans(),
        retired=st.booleans(),
        extra=st.just({}) | own_keys(),
    )


def sources() -> st.SearchStrategy[Source]:
    """Any source that a deck may name."""
    return st.builds(
        Source,
        file=filled_texts(),
        sha256=st.text("0123456789abcdef", min_size=64, max_size=64),
        title=_optional(),
        date=st.none() | dates(),
        reader=_optional(),
    )


def decks(*, max_cards: int = 2) -> st.SearchStrategy[Deck]:
    """Any deck: its cards have ids of their own."""
    return st.builds(
        Deck,
        id=identifiers(),
        title=filled_texts(),
        cards=st.lists(cards(), max_size=max_cards, unique_by=lambda card: card.id).map(tuple),
        language=st.sampled_from(("en", "no", "fr-CA")),
        description=_optional(),
        sources=st.lists(sources(), max_size=2).map(tuple),
        extra=st.just({}) | own_keys(),
    )
