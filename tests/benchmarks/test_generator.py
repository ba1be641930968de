"""What generating costs: against a tokenizer in the same run, and that twice the text takes twice the time."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from texts import HOSTILE, news
from trying import least

from quizgen.generate import generate
from quizgen.model.document import Document

pytestmark = [pytest.mark.slow, pytest.mark.benchmark]

COLD = """
import json, sys, time
from pathlib import Path
from quizgen.generate import generate
from quizgen.model.document import Document
texts = [Path(name).read_text(encoding="utf-8") for name in sys.argv[1:]]
count = sum(len(generate([Document(text=text)], deck_id="cold").deck.cards) for text in texts)
print(json.dumps([time.process_time(), sum(map(len, texts)), count]))
"""
COLD_TOKENIZER = """
import json, sys, time
from pathlib import Path
import spacy
tokenizer = spacy.blank("en")
texts = [Path(name).read_text(encoding="utf-8") for name in sys.argv[1:]]
count = sum(len(tokenizer(text)) for text in texts)
print(json.dumps([time.process_time(), sum(map(len, texts)), count]))
"""
MEMORY = """
import json, sys
from pathlib import Path
from quizgen.generate import generate
from quizgen.model.document import Document
def peak():
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line[:5] == "VmHWM")
text = Path(sys.argv[1]).read_text(encoding="utf-8")
generate([Document(text=text[:20_000])], deck_id="warm")
before = peak()
generate([Document(text=text)], deck_id="large")
print(json.dumps((peak() - before) * 1024 / len(text)))
"""


def cold(files: Sequence[Path], *scripts: str) -> list[list[float]]:
    """What fresh processes tell of themselves, each script's at its fastest of several in turn."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    told: list[list[list[float]]] = [[] for _ in scripts]
    for _ in range(6):  # the first one may write byte code
        for script, runs in zip(scripts, told, strict=True):
            command = [sys.executable, "-c", script, *map(str, files)]
            done = subprocess.run(command, env=environment, capture_output=True, check=True, text=True)
            runs.append(json.loads(done.stdout))
    return [min(runs) for runs in told]


def seconds(text: str, rounds: int = 2) -> float:
    """The least processor time of a deck."""
    measured = []
    for _ in range(rounds):
        begin = time.process_time()
        generate([Document(text=text)], deck_id="timed")
        measured.append(time.process_time() - begin)
    return min(measured)


@pytest.fixture(scope="module", autouse=True)
def _warm() -> None:
    """What is read once a process is read."""
    generate([Document(text=news(20_000))], deck_id="warm")


@pytest.mark.skipif(importlib.util.find_spec("spacy") is None, reason="spaCy is not installed")
def test_cold_the_shipped_documents_cost_two_thirds_of_a_blank_tokenizer_of_spacy(checkout: Path) -> None:
    files = sorted((checkout / "decks" / "sources").glob("*.txt"))

    def share() -> float:
        (ours, size, cards), (theirs, _, _) = cold(files, COLD, COLD_TOKENIZER)
        told = f"{ours:.3f} s; spaCy's tokenizer {theirs:.3f} s: {ours / theirs:.2f} of it"
        print(f"{size} characters, {cards} cards: {told}")
        return float(ours / theirs)

    assert least(share, 2 / 3) <= 2 / 3


def test_a_character_costs_no_more_than_so_many_steps_of_a_loop(checkout: Path) -> None:
    texts = [file.read_text(encoding="utf-8") for file in (checkout / "decks" / "sources").glob("*.txt")]
    size = sum(map(len, texts))

    def steps() -> float:
        rounds = [(sum(seconds(text, 1) for text in texts), _loop(40 * size) / 40) for _ in range(7)]
        found = min(made / loop for made, loop in rounds)
        print(f"{size / min(made for made, _ in rounds):,.0f} characters a second; {found:.0f} steps of a loop each")
        return found

    assert least(steps, 145) <= 145  # a busy machine slows what needs memory more than it does the loop


def _loop(steps: int) -> float:
    """What a loop costs that does next to nothing."""
    begin = time.process_time()
    total = 0
    for number in range(steps):
        total += number * number % 7
    return time.process_time() - begin


def test_four_times_the_news_takes_four_times_the_time() -> None:
    def times() -> float:
        short, long = seconds(news(500_000), 1), seconds(news(2_000_000), 1)
        print(f"2 MB: {2_000_000 / long:,.0f} characters a second, {long / short:.2f} times half a megabyte")
        return long / short

    assert least(times, 4.7) <= 4.7


@pytest.mark.parametrize("name", HOSTILE)
def test_twice_a_hostile_text_takes_twice_the_time(name: str) -> None:
    make: Callable[[int], str] = HOSTILE[name]
    size = 60_000

    def more() -> float:
        short, long = seconds(make(size)), seconds(make(2 * size))
        print(f"{name}: {2 * size / long:,.0f} characters a second, {long / short:.2f} times half of it")
        return long - 2.6 * short

    assert least(more, 0.02) <= 0.02  # where hardly anything is to be done, the machine's own hiccups show


def test_a_megabyte_without_a_space_is_no_trouble() -> None:
    plain = seconds(news(100_000))
    for text in ("a" * 1_000_000, "Ab" * 500_000, "1" * 1_000_000, '"' * 100_000):
        assert seconds(text, 1) <= 3 * plain


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="peak memory as Linux tells it")
def test_memory_stays_in_proportion_to_the_text(tmp_path: Path) -> None:
    file = tmp_path / "news.txt"
    file.write_text(news(2_000_000), encoding="utf-8")
    done = subprocess.run([sys.executable, "-c", MEMORY, str(file)], capture_output=True, check=True, text=True)
    times = json.loads(done.stdout)
    print(f"peak {times:.1f} times the text")
    assert times < 52  # a third of it for the cards themselves, of which these news make one every 160 characters
