"""The shipped decks: current to the byte, holding the facts they must, in none of the traps.

``corpus/decks/NAME.yaml`` lists for the deck NAME, beside traps, the ``facts`` of its source. A card tells a
fact when it is of one of its ``kinds``, has one of its ``answers``, asks with a word of each group of
``ask``, and rests on the ``quote``. Those marked ``nice`` may be missing; of the others ``floor`` must be
told at the least.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from quizgen.cli import quizgen
from quizgen.deckfile import read_deck
from quizgen.model.card import Card
from quizgen.questions.normal import holds, normal

DECKS = Path(__file__).resolve().parent.parent / "decks"
FACTS = Path(__file__).with_name("corpus") / "decks"
NAMES = sorted(path.stem for path in DECKS.glob("sources/*.txt"))
EMPTY_WORDS = frozenset(
    [
        "about",
        "from",
        "have",
        "into",
        "more",
        "said",
        "says",
        "than",
        "that",
        "they",
        "this",
        "were",
        "what",
        "with",
    ]
)


@cache
def facts(name: str) -> dict[str, Any]:
    """The facts and traps of a deck."""
    return yaml.safe_load((FACTS / f"{name}.yaml").read_text(encoding="utf-8"))


@cache
def made(name: str) -> bytes:
    """What ``quizgen generate`` makes of the source now, in the folder of the decks."""
    with TemporaryDirectory() as folder:
        decks = Path(folder, "decks")
        (decks / "sources").mkdir(parents=True)
        for path in DECKS.glob(f"sources/{name}.*"):  # the document, and its date where that stands beside it
            (decks / "sources" / path.name).write_bytes(path.read_bytes())
        deck = decks / f"{name}.yaml"
        arguments = ["generate", str(decks / "sources" / f"{name}.txt"), "-o", str(deck)]
        done = CliRunner().invoke(quizgen, arguments, catch_exceptions=False)
        assert done.exit_code == 0, done.output
        return deck.read_bytes()


@cache
def cards(name: str) -> tuple[Card, ...]:
    """The cards of the deck that the source gives now."""
    return read_deck(made(name), name).cards


@cache
def text(name: str) -> str:
    """The text of a deck's source, as the cards' offsets count it."""
    return (DECKS / "sources" / f"{name}.txt").read_text(encoding="utf-8-sig")


def same(one: str, other: str) -> bool:
    """Whether two answers are the same but for hyphens, articles, case and marks."""
    return normal(one).replace(" ", "") == normal(other).replace(" ", "")


def answered(card: Card, answers: list[object]) -> bool:
    """Whether the card's answer, in words or for machines, is among ``answers``."""
    own = (card.answer, card.value or "", *card.accept)
    return any(same(form, str(answer)) for form in own if form for answer in answers)


def asked(card: Card, groups: list[list[object]]) -> bool:
    """Whether the question holds a word (or the beginning of one) of each group."""
    question = f" {normal(card.question)}"
    return all(any(f" {normal(str(word))}" in question for word in group) for group in groups)


def weighty(words: str) -> set[str]:
    """The words that tell something, cut so that their endings do not count."""
    return {word[:6] for word in re.findall(r"\w{4,}", normal(words))} - EMPTY_WORDS


def tells(card: Card, fact: dict[str, Any], start: int, end: int, quote: str) -> bool:
    """Whether a card asks for a fact that stands at ``start`` to ``end``."""
    kinds = {*fact["kinds"], *(("attribution",) if "initiative" in fact["kinds"] else ())}
    if card.kind not in kinds:
        return False
    there = any(place.start < end and start < place.end for place in card.evidence)
    if not answered(card, fact["answers"]):  # told the other way round: "what did NAME propose?"
        named = any(holds(card.question, str(answer)) for answer in fact["answers"])
        return "attribution" in fact["kinds"] and there and named and len(weighty(card.answer) & weighty(quote)) > 1
    if "ask" in fact:  # a fact told twice may rest on the other place, but not who said something
        return asked(card, fact["ask"]) and (there or "attribution" not in fact["kinds"])
    own = {word for answer in fact["answers"] for word in weighty(str(answer))}
    return there and bool(weighty(card.question) & (weighty(quote) - own))


def told(name: str) -> list[bool]:
    """For each fact whether a card tells it; a card counts for one fact alone."""
    listed = facts(name)["facts"]
    places = [(at := text(name).index(fact["quote"]), at + len(fact["quote"])) for fact in listed]
    fitting = [
        [i for i, card in enumerate(cards(name)) if tells(card, fact, *place, fact["quote"])]
        for fact, place in zip(listed, places, strict=True)
    ]
    fact_of: dict[int, int] = {}

    def settle(fact: int, tried: set[int]) -> bool:
        for card in set(fitting[fact]) - tried:
            tried.add(card)
            if card not in fact_of or settle(fact_of[card], tried):
                fact_of[card] = fact
                return True
        return False

    for fact in sorted(range(len(listed)), key=lambda i: "nice" in listed[i]):
        settle(fact, set())
    return [fact in fact_of.values() for fact in range(len(listed))]


def test_every_source_has_its_deck_and_its_facts() -> None:
    assert NAMES
    assert sorted(path.stem for path in FACTS.glob("*.yaml")) == NAMES
    assert sorted(path.stem for path in DECKS.glob("*.yaml")) == NAMES, "remake the decks, see below"


@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_deck_is_what_its_source_gives_now(name: str) -> None:
    shipped = DECKS / f"{name}.yaml"
    remake = f"quizgen generate decks/sources/{name}.txt -o decks/{name}.yaml --force"
    assert shipped.is_file(), f"there is no decks/{name}.yaml; make it, at the top of the checkout, with: {remake}"
    current = shipped.read_bytes() == made(name)
    assert current, f"decks/{name}.yaml is out of date; remake it, at the top of the checkout, with: {remake}"


@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_deck_tells_the_facts_it_must(name: str) -> None:
    required = [
        (fact, is_told) for fact, is_told in zip(facts(name)["facts"], told(name), strict=True) if "nice" not in fact
    ]
    missing = [f"{fact['answers'][0]}: {fact['quote']}" for fact, is_told in required if not is_told]
    floor = facts(name)["floor"]
    assert len(required) - len(missing) >= floor, f"fewer than {floor} facts; not told:\n" + "\n".join(missing)


@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_deck_falls_into_no_trap(name: str) -> None:
    fallen = [
        f"{card.question} -> {card.answer}: {trap['note']}"
        for trap in facts(name)["traps"]
        for card in cards(name)
        if card.kind in trap["kinds"] and answered(card, trap["answers"]) and asked(card, trap.get("ask", []))
    ]
    assert fallen == []


@pytest.mark.parametrize("name", NAMES)
def test_the_cards_of_a_shipped_deck_cite_their_source(name: str) -> None:
    assert all(card.evidence for card in cards(name))
    assert all(text(name)[place.start : place.end] == place.quote for card in cards(name) for place in card.evidence)
