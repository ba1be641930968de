"""What holds for the deck of any document: proof, rules, identity, the same bytes, time."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from strategies import LEGAL
from trying import least

from quizgen.deckfile import dump_deck, read_deck
from quizgen.generate import generate
from quizgen.kinds import all_kinds
from quizgen.model.deck import Deck
from quizgen.model.document import Document
from quizgen.questions.rules import broken_rule

PEOPLE = (
    "President Tomas Rivas",
    "Dr. Ana Reis",
    "Mayor Hugo Brandt",
    "Ursula von der Leyen",
    "Aleksandar Vučić",
    "Lao President Thongloun Sisoulith",
    "Martin Luther King Jr.",
    "she",
    "the two leaders",
)
THINGS = (
    "the Blue Harbour Initiative",
    "the Treaty of Elmsford",
    "the Harlow Tunnel",
    "the University of Vienna",
    "the Communist Party of China (CPC)",
    "the Convention for the Conservation of Seals",
    "Norway",
    "it",
)
DATES = (
    "3 May 1962",
    "May 3, 1962",
    "1962",
    "March 1960",
    "today",
    "last year",
    "the 1930s",
    "31 February 1999",
)
TEMPLATES = (
    "{person} opened {thing} on {date}.",
    "In {date} {person} said that {thing} would be opened by {other}.",
    "“{thing} is old,” {person} said. “And {other} knows it.”",
    '"{thing} is open", said {person}, "and {other} is glad',
    "This year marks the 60th anniversary of the founding of {thing}.",
    "{person} congratulated {other} on the bicentenary of {thing}.",
    "{thing}, which {person} had proposed in {date}, was signed by {other}.",
    "According to {person}, {thing} was not built in {date} (or was it?).",
    "{person} (12 May 1867 – 4 July 1934) met {other} at {thing}.",
    "{person} and {other} agreed to join {thing}; {other} thanked {person} for {thing}.",
    "If {person} had signed {thing} in {date}, {other} would have said so.",
    "The opening of {thing} on {date} brings {other} close to the sea.",
    "{thing} celebrated its 425th anniversary in {date}.",
    "LIMA, {date} — {person} praised {thing}.",
    "- {thing}\n- {person}: {date}",
    "# {thing}",
)
JOINTS = (" ", "  ", "\n", "\n\n", " \u2028", "\t", " … ", " — ", "\r\n\n", "\u00a0")


@st.composite
def sentences(draw: st.DrawFn) -> str:
    """A sentence about people, things and dates, here and there with something between."""
    made = draw(st.sampled_from(TEMPLATES)).format(
        person=draw(st.sampled_from(PEOPLE)),
        other=draw(st.sampled_from(PEOPLE)),
        thing=draw(st.sampled_from(THINGS)),
        date=draw(st.sampled_from(DATES)),
    )
    if draw(st.booleans()):
        return made
    at = draw(st.integers(0, len(made)))
    return made[:at] + draw(st.text(LEGAL, max_size=3) | st.sampled_from(JOINTS)) + made[at:]


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A document of some sentences; its own date may be known."""
    parts = draw(st.lists(st.tuples(sentences(), st.sampled_from(JOINTS)), min_size=1, max_size=7))
    text = "".join(part for pair in parts for part in pair)
    date = draw(st.none() | st.dates(dt.date(1990, 1, 1), dt.date(2030, 1, 1)))
    return document_of(text, date)


def document_of(text: str, date: dt.date | None = None) -> Document:
    return Document(text=text, file="made.txt", sha256=hashlib.sha256(text.encode()).hexdigest(), date=date)


def deck_of(document: Document) -> Deck:
    return generate([document], deck_id="made", explain=True).deck


THREE_WISHES = "".join(
    f"{name} congratulated Ghana on the 65th anniversary of its independence. "
    for name in ("President Tomas Rivas", "Chancellor Erik Dahl", "Prime Minister Jan Novak")
)


@settings(max_examples=1_000)
@given(document=documents())
@example(document=document_of("The landing of the Eagle on 20 July 1969 was seen by millions."))
@example(document=document_of("The Treaty of Elmsford was signed in Lima on 3 May\n\n1962."))
@example(document=document_of(THREE_WISHES))
def test_every_card_is_proved_sound_and_itself(document: Document) -> None:
    deck = deck_of(document)
    for card in deck.cards:
        assert card.evidence
        for place in card.evidence:
            assert 0 <= place.start < place.end <= len(document.text)
            assert document.text[place.start : place.end] == place.quote
        assert broken_rule(card) == ""
        assert card.kind in all_kinds()
    ids = [card.id for card in deck.cards]
    assert len(set(ids)) == len(ids)
    assert len({card.question for card in deck.cards}) == len(deck.cards)
    assert read_deck(dump_deck(deck), "made.yaml") == deck


@given(document=documents(), limit=st.integers(1, 9))
def test_a_limit_keeps_some_of_the_same_cards_in_the_same_order(document: Document, limit: int) -> None:
    every = deck_of(document).cards
    kept = generate([document], deck_id="made", limit=limit).deck.cards
    assert len(kept) == min(limit, len(every))
    assert [card for card in every if card in kept] == list(kept)


@given(document=documents(), name=st.sampled_from(sorted(all_kinds())))
def test_one_kind_alone_gives_cards_of_that_kind(document: Document, name: str) -> None:
    alone = generate([document], deck_id="made", kinds=[name]).deck.cards
    assert {card.kind for card in alone} <= {name}
    assert {card.id for card in deck_of(document).cards if card.kind == name} <= {card.id for card in alone}


@settings(max_examples=300)
@given(text=st.text(max_size=300) | st.text("\"“”'‘’«».,;:!?()[]-–— \n\tAa1", max_size=300))
@example(text="\ud800 said that Norway was old.")
@example(text="“" * 50 + "said Ada Lund.")
@example(text="On 31 February 1999 the the 0th anniversary of (((.")
@example(text="İstanbul'da 3 May 1962 ǅ ﬁ said Ada Lund ß.")
def test_no_text_at_all_raises(text: str) -> None:
    deck_of(Document(text=text, date=dt.date(2021, 12, 3)))


FORM_FEED = "The Harlow Tunnel was opened\x0c in Essex on 3 May 1962. Elsa Holm died in Oslo in 1988."


@pytest.mark.parametrize("control", ["\x0c", "\x0b", "\x1b[31m", "\x7f", "\x9b"])
@pytest.mark.parametrize("text", [FORM_FEED, FORM_FEED.replace("\x0c", "").replace(". ", ".\x0c\n")])
def test_a_control_character_costs_no_more_than_the_cards_it_stands_in(text: str, control: str) -> None:
    deck = deck_of(document_of(text.replace("\x0c", control)))
    assert any("Elsa Holm" in card.question for card in deck.cards)
    assert read_deck(dump_deck(deck), "made.yaml") == deck


def test_what_two_documents_answer_differently_is_not_asked() -> None:
    told = [document_of(f"The Harlow Tunnel was opened in Essex on 3 May {year}.") for year in (1962, 1972)]
    for alone in told:
        assert generate([alone], deck_id="made", kinds=["date"]).deck.cards
    assert generate(told, deck_id="made", kinds=["date"]).deck.cards == ()


PLACES = (
    {"PYTHONHASHSEED": "0", "LC_ALL": "C", "TZ": "UTC"},
    {"PYTHONHASHSEED": "1", "LC_ALL": "tr_TR.UTF-8", "TZ": "Asia/Tokyo"},
    {"PYTHONHASHSEED": "4294967295", "LC_ALL": "de_DE.ISO-8859-1", "PYTHONUTF8": "0"},
)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["china-laos-2021", "vienna"])
def test_a_document_gives_the_same_bytes_in_every_process(name: str, checkout: Path, tmp_path: Path) -> None:
    source = (checkout / "decks" / "sources" / f"{name}.txt").read_bytes()
    made = set()
    for number, place in enumerate(PLACES):
        folder = tmp_path / f"földer {number}"
        folder.mkdir()
        (folder / "text.txt").write_bytes(source)
        command = [sys.executable, "-m", "quizgen", "generate", "text.txt", "--explain", "-o", "deck.yaml"]
        done = subprocess.run(command, cwd=folder, env=os.environ | place, check=True, capture_output=True)
        made.add(((folder / "deck.yaml").read_bytes(), done.stdout))
    assert len(made) == 1


CLAUSE = "Tomas Rivas said that the Harlow Tunnel, which Ana Reis (born 1962) opened on 3 May 1962, was “old” and "


def repeated(piece: str) -> Callable[[int], str]:
    """What makes a text of so many characters from one piece."""
    return lambda length: (piece * (length // len(piece) + 1))[:length]


def people(length: int) -> str:
    """A new person in every sentence."""
    letters = "abcdefghijklmnopqrst"
    names = (f"Ada L{letters[i % 20]}{letters[i // 20 % 20]}{letters[i // 400 % 20]}nd came." for i in range(length))
    return repeated(" ".join(name for name, _ in zip(names, range(length // 16 + 1), strict=False)))(length)


HOSTILE = [
    pytest.param(repeated("He came. "), 40_000, id="sentences"),
    pytest.param(repeated("Ada Lund came. He said that she left. "), 12_000, id="pronouns"),
    pytest.param(repeated('"It is", said Ada Lund. '), 12_000, id="quotations"),
    pytest.param(repeated('"'), 20_000, id="quotation marks"),
    pytest.param(repeated("“"), 20_000, id="opening quotation marks"),
    pytest.param(lambda n: "(" * (n // 2) + ")" * (n // 2), 20_000, id="nested brackets"),
    pytest.param(repeated("a"), 100_000, id="no space"),
    pytest.param(repeated("1"), 100_000, id="one number"),
    pytest.param(repeated("a\n"), 20_000, id="lines"),
    pytest.param(repeated("- a\n"), 12_000, id="items"),
    pytest.param(repeated("Ada, "), 12_000, id="names"),
    pytest.param(repeated("Bank of the "), 12_000, id="one name"),
    pytest.param(repeated("the dam which "), 12_000, id="relative clauses"),
    pytest.param(repeated("he said that "), 12_000, id="reports"),
    pytest.param(repeated(CLAUSE), 12_000, id="one endless sentence"),
    pytest.param(repeated("3 May 1962 "), 9_000, id="dates"),
    pytest.param(repeated("the 60th anniversary of the founding of "), 9_000, id="anniversaries"),
    pytest.param(repeated("the Blue Harbour Initiative "), 18_000, id="programmes"),
    pytest.param(people, 12_000, id="people"),
    pytest.param(repeated(" "), 100_000, id="spaces"),
    pytest.param(repeated("-"), 16_000, id="dashes"),
    pytest.param(repeated("."), 16_000, id="dots"),
    pytest.param(repeated("a@"), 16_000, id="addresses"),
]


def seconds(text: str) -> float:
    """Processor time that a deck takes, the least of some runs."""
    document = Document(text=text)
    taken = []
    for _ in range(3):
        begun = time.process_time()
        generate([document], deck_id="made")
        taken.append(time.process_time() - begun)
    return min(taken)


@pytest.mark.slow
@pytest.mark.parametrize(("make", "length"), HOSTILE)
def test_time_grows_no_faster_than_the_text(make: Callable[[int], str], length: int) -> None:
    seconds(make(500))  # what is loaded once is loaded
    assert least(lambda: seconds(make(2 * length)) - 2.8 * seconds(make(length)), 0.03) <= 0.03
