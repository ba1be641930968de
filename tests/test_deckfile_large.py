"""A deck of 100,000 cards: read at a small multiple of what parsing alone takes, in bounded memory."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from quizgen.deckfile import save_deck
from quizgen.model.card import Card, Evidence
from quizgen.model.deck import Deck, Source

COUNT = 100_000

MEASURE = """
import json, pathlib, resource, sys, time
import yaml
from quizgen.deckfile import load_deck

data = open(sys.argv[1], "rb").read()
begin = time.process_time()
for event in iter(getattr(yaml, "CSafeLoader", yaml.SafeLoader)(data).get_event, None):
    pass
parsed = time.process_time()
deck = load_deck(sys.argv[1])
loaded = time.process_time()
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
status = pathlib.Path("/proc/self/status")
if status.is_file():  # the figure above counts what the process that started this one had, too
    peak = next(int(line.split()[1]) for line in status.read_text().splitlines() if line[:5] == "VmHWM")
print(json.dumps([len(deck.cards), (loaded - parsed) / (parsed - begin), peak]))
"""


def _card(number: int) -> Card:
    quote = f"In year {number} the keeper of the harbour light wrote down every ship that passed below."
    return Card(
        id=f"keeper-{number}",
        fact=f"fact-{number}",
        kind="attribution",
        context="In the diary of the harbour's first keeper",
        question=f"Who wrote down every ship that passed below the harbour light in year {number}?",
        answer=f"the keeper {number}",
        value=str(number),
        accept=(f"keeper {number}",),
        distractors=("the pilot", "the mayor", "the smith"),
        evidence=(Evidence(start=number, end=number + len(quote), quote=quote),),
        tags=("harbour",),
    )


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="peak memory as POSIX tells it")
def test_a_hundred_thousand_cards(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    source = Source(file="harbour.txt", sha256="0" * 64)
    save_deck(Deck(id="large", title="Large", sources=(source,), cards=tuple(map(_card, range(COUNT)))), path)
    command = [sys.executable, "-c", MEASURE, str(path)]
    root = Path(__file__).parent.parent
    measured = subprocess.run(command, capture_output=True, check=True, text=True, cwd=root)
    count, ratio, peak = json.loads(measured.stdout)
    megabytes = peak / (1 << 20 if sys.platform == "darwin" else 1 << 10)
    assert count == COUNT
    assert ratio < 3.5
    assert megabytes < 600
