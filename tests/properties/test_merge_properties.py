"""Generating into a deck, whatever its maker did to it and whatever became of the documents."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from strategies import cards as any_cards
from strategies import filled_texts

from quizgen.deckfile import dump_deck, read_deck
from quizgen.deckfile.head import merged_data
from quizgen.deckfile.merge import Fate, Made, merge
from quizgen.deckfile.record import name_of, prints_of, record_of, written
from quizgen.model.card import Card, Evidence
from quizgen.model.deck import Deck, Source

_FATES_OF_A_SECOND_TIME = {Fate.SAME, Fate.KEPT, Fate.UNFOUND, Fate.DELETED}


@st.composite
def _made(draw: st.DrawFn, file: str = "a.txt") -> Made:
    """What a document gives: some of nine facts, in any order, each told in one of three ways."""
    facts = draw(st.lists(st.tuples(st.integers(1, 9), st.integers(1, 3)), unique_by=lambda fact: fact[0], max_size=6))
    text, found = draw(st.sampled_from(("", "Before it. "))), list[Card]()
    for fact, way in facts:
        quote = f"Fact {fact} was told in way {way}."
        place = Evidence(len(text), len(text) + len(quote), quote)
        kind = ("date", "place")[fact % 2]
        found.append(
            Card(
                id=f"{kind}-{fact}",
                fact=str(fact),
                kind=kind,
                question=f"How was fact {fact} told?",
                answer=f"in way {way}",
                distractors=("in silence",),
                evidence=(place,),
            )
        )
        text += f"{quote}\n"
    source = Source(file=file, sha256=hashlib.sha256(text.encode()).hexdigest(), title="Facts")
    deck = Deck(id="facts", title="Facts", sources=(source,), cards=tuple(found), extra=written(record_of(found)))
    return Made(deck=deck, texts={file: text}, kinds={"date", "place"})


@st.composite
def _handled(draw: st.DrawFn, deck: Deck) -> Deck:
    """A deck after its maker had it: cards edited, tagged, deleted, moved, and some added by hand."""
    kept = [_edited(draw, card) for card in deck.cards if draw(st.integers(0, 4))]
    own = [replace(card, evidence=()) for card in draw(st.lists(any_cards(), max_size=2, unique_by=lambda c: c.id))]
    cards = draw(st.permutations(kept + own)) if draw(st.booleans()) else kept + own
    return replace(deck, cards=tuple(cards))


def _edited(draw: st.DrawFn, card: Card) -> Card:
    match draw(st.integers(0, 5)):
        case 0:
            return replace(card, question=draw(filled_texts()))
        case 1:
            return replace(card, answer=draw(filled_texts()), retired=draw(st.booleans()))
        case 2:
            return replace(card, evidence=(Evidence(3, 10, "its own"),), tags=("mine",))
        case 3:
            return replace(card, tags=("mine",), suspended=True, extra={"x-mine": "1"})
    return card


@st.composite
def _cases(draw: st.DrawFn) -> tuple[Deck, Deck, Made]:
    """A deck as it was generated, as its maker left it, and what is generated now, of its document or another."""
    first = draw(_made()).deck
    return first, draw(_handled(first)), draw(_made(draw(st.sampled_from(("a.txt", "a.txt", "b.txt")))))


def _commented(deck: Deck) -> bytes:
    return b"# top\n" + dump_deck(deck).replace(b"\n\n- ", b"\n\n# above\n- ") + b"# end\n"


def _own(card: Card) -> object:
    """What the generator never writes."""
    return card.tags, card.suspended, card.extra


@given(case=_cases())
def test_merging_twice_is_merging_once(case: tuple[Deck, Deck, Made]) -> None:
    _, deck, made = case
    once = merge(deck, made)
    twice = merge(once.deck, made)
    assert twice.deck == once.deck
    assert {fate for fate, _ in twice.fates} <= _FATES_OF_A_SECOND_TIME


@given(made=_made(), data=st.data())
def test_an_unchanged_document_changes_no_byte(made: Made, data: st.DataObject) -> None:
    deck = data.draw(_handled(made.deck))
    file = _commented(deck)
    assert merged_data(file, "deck", "yaml", merge(read_deck(file, "deck"), made)) == file


@given(case=_cases())
def test_nothing_of_its_maker_is_lost(case: tuple[Deck, Deck, Made]) -> None:
    first, deck, made = case
    after = {card.id: card for card in merge(deck, made).deck.cards}
    generated = record_of(first.cards)
    edited = [card for card in deck.cards if generated.get(name_of(card.id)) != prints_of(card)]
    assert [_own(after[card.id]) for card in deck.cards] == [_own(card) for card in deck.cards]
    assert [prints_of(after[card.id]).words for card in edited] == [prints_of(card).words for card in edited]
    assert after.keys().isdisjoint({card.id for card in first.cards} - {card.id for card in deck.cards})


@given(case=_cases())
def test_every_card_stays_in_its_place_and_keeps_its_id(case: tuple[Deck, Deck, Made]) -> None:
    _, deck, made = case
    there = {card.id for card in deck.cards}
    merged = [card.id for card in merge(deck, made).deck.cards]
    assert [name for name in merged if name in there] == [card.id for card in deck.cards]
    assert len(set(merged)) == len(merged)


@given(case=_cases())
def test_an_untouched_card_follows_its_document(case: tuple[Deck, Deck, Made]) -> None:
    first, _, made = case
    merged = merge(first, made)
    if made.deck.sources[0].file == "a.txt":
        live = {card.id: card for card in merged.deck.cards if not card.retired}
        assert live == {card.id: card for card in made.deck.cards}
    assert {card.id for card in first.cards} <= {card.id for card in merged.deck.cards}


@given(case=_cases())
def test_the_file_holds_the_deck_and_keeps_its_comments(case: tuple[Deck, Deck, Made]) -> None:
    _, deck, made = case
    file = _commented(deck)
    merged = merge(read_deck(file, "deck"), made)
    after = merged_data(file, "deck", "yaml", merged)
    assert read_deck(after, "deck") == merged.deck
    assert _lines(file) <= _lines(after)


@given(case=_cases())
def test_json_holds_it_too(case: tuple[Deck, Deck, Made]) -> None:
    _, deck, made = case
    merged = merge(deck, made)
    assert read_deck(merged_data(dump_deck(deck, "json"), "deck", "json", merged), "deck", "json") == merged.deck


@given(case=_cases())
def test_evidence_of_a_source_read_now_is_quoted_where_it_stands(case: tuple[Deck, Deck, Made]) -> None:
    _, deck, made = case
    ((file, text),) = made.texts.items()
    merged = merge(deck, made).deck
    several = len(merged.sources) > 1
    for card in merged.cards:
        for place in card.evidence:
            assert bool(place.source) == several
            if (place.source or file) == file and place.quote in text:
                assert text[place.start : place.end] == place.quote


def _lines(data: bytes) -> Counter[bytes]:
    return Counter(line for line in data.splitlines() if line.startswith(b"#"))
