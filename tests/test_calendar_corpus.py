"""The twin of the calendar rules: every rule finds its examples and leaves its near-misses alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

from quizgen.language.calendar import DateMention, find_dates
from quizgen.language.calendar.expression import Basis
from quizgen.language.calendar.scanner import RULES_BY_TRIGGER

TWIN: dict[str, Any] = yaml.load(
    Path(__file__).with_name("corpus").joinpath("calendar.yaml").read_text(encoding="utf-8"),
    Loader=yaml.BaseLoader,
)


def _id(value: str | dict[str, Any]) -> str:
    return value if isinstance(value, str) else str(value["text"])[:40]


def _found(example: dict[str, Any]) -> list[DateMention]:
    written = example.get("written")
    reference = dt.date.fromisoformat(written) if written else None
    return list(find_dates(example["text"], reference=reference))


def _dates(example: dict[str, Any]) -> dict[str, str]:
    found = _found(example)
    return {m.span.of(example["text"]): m.value.iso if m.value else "null" for m in found}


def _examples() -> Iterator[tuple[str, dict[str, Any]]]:
    for rule, twin in TWIN["rules"].items():
        yield from ((rule, example) for example in twin["examples"])


def _near_misses() -> Iterator[tuple[str, dict[str, Any]]]:
    for rule, twin in TWIN["rules"].items():
        for example in twin["near-misses"]:
            yield rule, example if isinstance(example, dict) else {"text": example}


def _bases() -> Iterator[tuple[str, dict[str, Any]]]:
    for basis, examples in TWIN["bases"].items():
        yield from ((basis, example) for example in examples)


@pytest.mark.parametrize(("rule", "example"), list(_examples()), ids=_id)
def test_a_rule_finds_its_examples(rule: str, example: dict[str, Any]) -> None:
    dates = _dates(example)
    assert {span: dates.get(span) for span in example["dates"]} == example["dates"]
    assert rule in {mention.rule for mention in _found(example)}


@pytest.mark.parametrize(("rule", "example"), list(_near_misses()), ids=_id)
def test_a_rule_leaves_its_near_misses_alone(rule: str, example: dict[str, Any]) -> None:
    assert [m.span.of(example["text"]) for m in _found(example) if m.rule == rule] == []


@pytest.mark.parametrize(("basis", "example"), list(_bases()), ids=_id)
def test_a_date_rests_on_the_rule_that_gave_it(basis: str, example: dict[str, Any]) -> None:
    assert _dates(example) == example["dates"]
    assert basis in {mention.basis for mention in _found(example)}


@pytest.mark.parametrize("example", TWIN["uncertain"], ids=_id)
def test_what_is_uncertain_has_no_date(example: dict[str, Any]) -> None:
    assert _dates(example) == example["dates"]


def test_every_rule_has_examples_and_near_misses() -> None:
    rules = {rule.name for rules in RULES_BY_TRIGGER.values() for rule in rules}
    assert set(TWIN["rules"]) == rules
    assert all(twin["examples"] and twin["near-misses"] for twin in TWIN["rules"].values())


def test_every_basis_has_examples() -> None:
    assert set(TWIN["bases"]) == set(get_args(Basis))
