"""Documents -> deck: the one function behind the command."""

from __future__ import annotations

import datetime as dt

import pytest

from quizgen.deckfile import dump_deck, read_deck
from quizgen.errors import QuizgenError
from quizgen.generate import Generated, generate
from quizgen.model.document import Document

TUNNEL = """The Harlow Tunnel

The Harlow Tunnel was opened in Essex on 3 May 1962. "Essex will have work again for years," said Mayor Hugo Brandt.
Elsa Holm was born in Turku in 1902. Norway and Chile signed the Antarctic Shipping Agreement in Oslo.
"""
FOUR_KINDS = ("anniversary", "attribution", "date", "initiative")
PRIZE = """Marta Lindqvist won the Stockholm Marathon today.
The University of Leiden celebrated its 425th anniversary in 2000.
"""


def document(text: str = TUNNEL, **more: object) -> Document:
    return Document(text=text, **{"file": "tunnel.txt", "sha256": "0" * 64, **more})  # type: ignore[arg-type]


def made(*documents: Document, **more: object) -> Generated:
    return generate(documents or [document()], deck_id="tunnel", **more)  # type: ignore[arg-type]


def test_a_deck_has_cards_of_several_kinds_in_the_order_of_the_text() -> None:
    cards = made().deck.cards
    assert {card.kind for card in cards} >= {"date", "attribution", "initiative"}
    starts = [card.evidence[0].start for card in cards]
    assert starts == sorted(starts)


def test_the_deck_says_what_it_was_made_from() -> None:
    deck = made(document(date=dt.date(1962, 5, 4))).deck
    (source,) = deck.sources
    assert (source.file, source.sha256, source.date, source.reader) == (
        "tunnel.txt",
        "0" * 64,
        "1962-05-04",
        None,
    )
    assert deck.id == "tunnel"


def test_another_reader_than_that_of_plain_text_is_told() -> None:
    assert made(document(reader="markdown 1")).deck.sources[0].reader == "markdown 1"


@pytest.mark.parametrize(
    ("own", "given", "title"),
    [
        ("", None, "The Harlow Tunnel"),  # the first heading
        ("A tunnel", None, "A tunnel"),
        ("A tunnel", "My deck", "My deck"),
    ],
)
def test_the_title_is_the_one_given_or_the_document_s(own: str, given: str | None, title: str) -> None:
    assert made(document(title=own), title=given).deck.title == title


def test_without_any_title_the_id_makes_one() -> None:
    deck = generate([document(PRIZE)], deck_id="swedish-prizes").deck
    assert deck.title == "Swedish prizes"


def test_a_document_that_tells_nothing_gives_no_card() -> None:
    deck = made(document("It was nice there, and so was she.\n")).deck
    assert deck.cards == ()
    assert read_deck(dump_deck(deck), "deck") == deck


def test_the_kinds_are_those_wanted() -> None:
    assert {card.kind for card in made(kinds=["date"]).deck.cards} == {"date"}
    both = made(kinds=["initiative", "date", "date"]).deck.cards
    assert {card.kind for card in both} == {"date", "initiative"}
    assert len({card.id for card in both}) == len(both)


def test_an_unknown_kind_is_told_with_the_known_ones() -> None:
    with pytest.raises(QuizgenError, match="no kind of fact called 'dates'") as caught:
        made(kinds=["dates"])
    for kind in FOUR_KINDS:
        assert kind in str(caught.value.hint)


def test_a_limit_keeps_the_best_in_the_order_of_the_text() -> None:
    every = made().deck.cards
    for limit in range(1, len(every) + 2):
        kept = made(limit=limit).deck.cards
        assert len(kept) == min(limit, len(every))
        assert [card for card in every if card in kept] == list(kept)


def test_the_first_of_few_are_of_several_kinds() -> None:
    assert len({card.kind for card in made(limit=3).deck.cards}) > 1


def test_relative_dates_are_counted_from_the_date_of_the_document() -> None:
    dated = made(document(PRIZE, date=dt.date(2019, 10, 12))).deck
    assert "2019-10-12" in {card.value for card in dated.cards}
    assert "2019-10-12" not in {card.value for card in made(document(PRIZE)).deck.cards}


def test_of_several_documents_each_card_names_its_own() -> None:
    deck = made(document(), document(PRIZE, file="prize.txt")).deck
    assert [source.file for source in deck.sources] == ["tunnel.txt", "prize.txt"]
    texts = {"tunnel.txt": TUNNEL, "prize.txt": PRIZE}
    told = {place.source for card in deck.cards for place in card.evidence}
    assert told == set(texts)
    assert all(
        texts[str(place.source)][place.start : place.end] == place.quote
        for card in deck.cards
        for place in card.evidence
    )


def test_of_one_document_no_card_names_it() -> None:
    assert {place.source for card in made().deck.cards for place in card.evidence} == {None}


def test_what_two_documents_tell_is_asked_once() -> None:
    once = made().deck.cards
    twice = made(document(), document(file="copy.txt")).deck.cards
    assert [card.id for card in twice] == [card.id for card in once]


def test_each_card_and_what_was_dropped_is_explained() -> None:
    text = TUNNEL + "The Marlow Dam will be finished by 2030.\n"
    explained = made(document(text), explain=True)
    lines = "\n".join(explained.explanations)
    for card in explained.deck.cards:
        assert card.id in lines
        assert card.question in lines
    assert "rule      date: clause-date" in lines
    assert "date: clause-date, date-role-by: 2030" in lines
    ranks = [int(line.split("rank ")[1].split(",")[0]) for line in explained.explanations if " rank " in line]
    assert sorted(ranks) == list(range(1, len(explained.deck.cards) + 1))
    assert all("\n" not in line for line in explained.explanations)


def test_nothing_is_explained_unasked() -> None:
    assert made().explanations == ()
