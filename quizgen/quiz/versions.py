"""Versions of a paper that ask the same in other orders, and the key that joins them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from string import ascii_uppercase
from typing import NamedTuple

from quizgen.quiz.asking import reordered
from quizgen.quiz.conflicts import kept_apart
from quizgen.quiz.draw import code, shuffled
from quizgen.quiz.item import Item, Mode
from quizgen.quiz.paper import Paper

MOST = len(ascii_uppercase)


class KeyRow(NamedTuple):
    """The right answer to one question of one version."""

    version: str
    number: int
    """Of the question, counted from 1."""
    part: int
    """Of the question matched, counted from 1; 0 where nothing is matched."""
    deck: str
    card: str
    """The card's id."""
    code: str
    """What is printed beside the question."""
    letter: str
    """Of the right choice; empty for a short answer."""
    answer: str
    points: float


def versions_of(paper: Paper, count: int) -> tuple[Paper, ...]:
    """The paper in versions A, B, ...; one version alone has no letter and stays as it is.

    Args:
        paper: what every version asks.
        count: how many, from 1 to 26.
    """
    if count == 1:
        return (paper,)
    return tuple(_version(paper, letter) for letter in ascii_uppercase[:count])


def _version(paper: Paper, letter: str) -> Paper:
    seed = f"{paper.seed}\0{letter}"
    items = [_reordered(item, seed) for item in paper.items]
    if letter != "A":
        items = kept_apart(shuffled(items, seed, lambda item: f"{item.deck}\0{item.id}"))
    return replace(paper, items=tuple(items), version=letter, seed=seed)


def _reordered(item: Item, seed: str) -> Item:
    if item.mode in (Mode.SHORT, Mode.TRUE_FALSE):
        return item
    return replace(item, choices=reordered(item.choices, f"{seed}\0{item.card.id}"))


def answer_key(papers: Sequence[Paper]) -> Iterator[KeyRow]:
    """The key of all versions, question by question."""
    for paper in papers:
        for number, item in enumerate(paper.items, 1):
            for part, card in enumerate(item.cards, 1):
                matched = item.mode is Mode.MATCHING
                right = card.answer if matched else item.right[0]
                letter = next((ascii_uppercase[i] for i, choice in enumerate(item.choices) if choice.text == right), "")
                yield KeyRow(
                    paper.version, number, part if matched else 0, item.deck, card.id, code(item.deck, card.id),
                    letter, right, item.points / len(item.cards),
                )  # fmt: skip
