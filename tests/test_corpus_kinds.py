"""The twins of the kinds: every rule finds its examples, and the near-misses give no wrong card.

A twin, ``corpus/KIND.yaml``, holds under ``rules`` the examples of each named rule, and under
``near-misses`` the traps. An example is a ``text``, perhaps with the document's ``date`` and ``title``, and
the ``facts`` it states: all cards of the kind that it must give and no others, each with some of

- ``question`` (as it is), ``asks`` (phrases that it holds) and ``lacks`` (phrases that it must not hold);
- ``answer``, ``value`` and ``derived``.

A near-miss without ``facts`` gives no card of the kind, and where it names a ``guard``, that one turned the
candidate down. ``xfail`` tells what is still wrong; when the example is right, the mark must go.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from quizgen.kinds import all_kinds
from quizgen.language.understanding import understand
from quizgen.model.document import Document
from quizgen.questions.made import Made, Refused
from quizgen.questions.making import make_cards
from quizgen.questions.normal import normal
from quizgen.questions.rules import broken_rule

CORPUS = Path(__file__).with_name("corpus")
EXAMPLES_OF_A_RULE = 2
KEYS = {"text", "date", "title", "facts", "trap", "guard", "xfail"}
FACT_KEYS = {"question", "asks", "lacks", "answer", "value", "derived"}

Example = dict[str, Any]


@cache
def twin(kind: str) -> dict[str, Any]:
    """The twin of a kind; every scalar is text."""
    path = CORPUS / f"{kind}.yaml"
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader) if path.is_file() else {}


def cards_of(kind: str, example: Example) -> tuple[list[Made], list[Refused]]:
    """What one kind makes of an example, and what was turned down."""
    written = dt.date.fromisoformat(example["date"]) if "date" in example else None
    document = Document(text=example["text"], title=example.get("title", ""), date=written)
    return make_cards(understand(document), [all_kinds()[kind]])


def states(made: Made, fact: dict[str, Any]) -> bool:
    """Whether a card is the one that ``fact`` describes."""
    card = made.card
    question = card.question.lower()
    return (
        fact.get("question", card.question) == card.question
        and all(phrase.lower() in question for phrase in fact.get("asks", ()))
        and not any(phrase.lower() in question for phrase in fact.get("lacks", ()))
        and normal(fact.get("answer", card.answer)) == normal(card.answer)
        and fact.get("value", card.value) == card.value
        and fact.get("derived", str(card.derived).lower()) == str(card.derived).lower()
    )


def told(cards: list[Made], refused: list[Refused]) -> str:
    """What came out, for the message of a failure."""
    lines = [f"{m.fact.rule}: {m.card.question} -> {m.card.answer}" for m in cards]
    return "\n".join([*lines, *(f"dropped by {r.reason}: {r.text}" for r in refused)])


def _marked(kind: str, rule: str, example: Example) -> Any:
    marks = [pytest.mark.xfail(reason=example["xfail"])] if "xfail" in example else []
    return pytest.param(kind, rule, example, marks=marks, id=f"{kind}-{rule or 'none'}-{example['text'][:48]}")


def _examples() -> Iterator[Any]:
    for kind in all_kinds():
        for rule, examples in twin(kind).get("rules", {}).items():
            yield from (_marked(kind, rule, example) for example in examples)


def _near_misses() -> Iterator[Any]:
    for kind in all_kinds():
        yield from (_marked(kind, "", example) for example in twin(kind).get("near-misses", ()))


@pytest.mark.parametrize("kind", all_kinds())
def test_every_kind_has_a_twin_with_examples_of_every_rule(kind: str) -> None:
    assert set(twin(kind)) == {"rules", "near-misses"}
    rules = all_kinds()[kind].rules
    assert set(twin(kind)["rules"]) == set(rules)
    sound = {rule: sum("xfail" not in e for e in examples) for rule, examples in twin(kind)["rules"].items()}
    assert {rule: n for rule, n in sound.items() if n < EXAMPLES_OF_A_RULE} == {}
    assert len(twin(kind)["near-misses"]) >= len(rules)


@pytest.mark.parametrize("kind", all_kinds())
def test_a_twin_says_nothing_that_no_test_reads(kind: str) -> None:
    examples = [*twin(kind).get("near-misses", ()), *(e for es in twin(kind)["rules"].values() for e in es)]
    assert {key for example in examples for key in example} <= KEYS
    assert {key for example in examples for fact in example.get("facts", ()) for key in fact} <= FACT_KEYS
    assert all(example.get("facts") for examples in twin(kind)["rules"].values() for example in examples)
    assert all(example.get("trap") for example in twin(kind)["near-misses"])
    texts = [example["text"] for example in examples]
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize(("kind", "rule", "example"), [*_examples()])
def test_a_rule_finds_its_examples(kind: str, rule: str, example: Example) -> None:
    cards, refused = cards_of(kind, example)
    left = list(cards)
    for fact in example["facts"]:
        fitting = [card for card in left if states(card, fact)]
        assert fitting, f"no card for {fact} among\n{told(cards, refused)}"
        assert fitting[0].fact.rule == rule
        left.remove(fitting[0])
    assert not left, f"more than the facts:\n{told(left, [])}"


@pytest.mark.parametrize(("kind", "rule", "example"), [*_near_misses()])
def test_a_near_miss_gives_no_wrong_card(kind: str, rule: str, example: Example) -> None:
    cards, refused = cards_of(kind, example)
    facts = example.get("facts", ())
    wrong = [card for card in cards if not any(states(card, fact) for fact in facts)]
    assert not wrong, f"wrong:\n{told(wrong, refused)}"
    assert all(any(states(card, fact) for card in cards) for fact in facts), told(cards, refused)
    if "guard" in example:
        assert example["guard"] in {r.reason for r in refused}, told([], refused)


@pytest.mark.parametrize("kind", all_kinds())
def test_the_cards_of_a_twin_are_proved_and_sound(kind: str) -> None:
    for param in (*_examples(), *_near_misses()):
        example = param.values[2]
        for made in cards_of(kind, example)[0]:
            assert made.card.evidence
            assert all(example["text"][e.start : e.end] == e.quote for e in made.card.evidence)
            assert broken_rule(made.card) == ""
            assert made.fact.rule in all_kinds()[kind].rules
