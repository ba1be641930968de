"""From a key to the updated screen, studying takes at most twice as long as a bare text that changes."""

from __future__ import annotations

import sys
from dataclasses import replace
from itertools import cycle
from pathlib import Path
from statistics import median

import pytest
from terminal import BARE, QUIZGEN, Terminal
from tui_tools import CARDS, DECK, write_deck

from quizgen.model.card import Card

KEYS = 60
AT_MOST = 2.0
TRIES = 5
"""What else the machine does can only slow a run down, so the best of a few runs counts."""


@pytest.mark.slow
def test_a_key_shows_within_twice_the_time_of_a_bare_text(tmp_path: Path) -> None:
    ratios: list[float] = []
    while len(ratios) < TRIES and min(ratios, default=AT_MOST + 1) > AT_MOST:
        folder = tmp_path / str(len(ratios))
        folder.mkdir()
        ratios.append(_ratio(folder))
    assert min(ratios) <= AT_MOST, ratios


def _ratio(folder: Path) -> float:
    cards = tuple(map(_numbered, range(KEYS), cycle(CARDS)))
    deck = write_deck(folder, replace(DECK, cards=cards)).file
    study = [sys.executable, "-c", QUIZGEN, "study", str(deck), "--new", str(KEYS), "--data-dir", str(folder)]
    with Terminal([sys.executable, "-c", BARE]) as bare, Terminal(study) as terminal:
        bare.until(b"READY")
        terminal.until(b"Q000Z")
        terminal.settle(1.0)
        bare.settle(0.1)
        times = [(_time(bare, b"x", b"KEY%04d" % (turn + 1)), _study(terminal, turn)) for turn in range(2 * KEYS - 2)]
    text, ours = (median(column) for column in zip(*times, strict=True))
    ratio = ours / text
    print(f"key to screen: bare {text * 1000:.1f} ms, study {ours * 1000:.1f} ms, ratio {ratio:.2f}")
    return ratio


def _numbered(number: int, card: Card) -> Card:
    question, answer = f"Q{number:03}Z {card.question}", f"A{number:03}Z"
    return replace(card, id=f"{card.id}-{number}", fact=None, question=question, answer=answer)


def _study(terminal: Terminal, turn: int) -> float:
    """Reveal a card at every even turn, grade it at every odd one."""
    number, graded = divmod(turn, 2)
    return _time(terminal, b"4", b"Q%03dZ" % (number + 1)) if graded else _time(terminal, b" ", b"A%03dZ" % number)


def _time(terminal: Terminal, key: bytes, shown: bytes) -> float:
    terminal.press(key)
    return terminal.until(shown)
