"""With 100,000 cards: first opening, an edit noticed and one made, against the YAML library in one run; memory."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from test_deckfile_large import _card

from quizgen.deckfile import save_deck
from quizgen.model.deck import Deck

COUNT = 100_000

OPENING = """
import json, resource, sys, time
from dataclasses import replace
from pathlib import Path
import textual.app, textual.widgets
from quizgen.deckfile.edit import Change
from quizgen.study.library.library import Library
clock = time.process_time
file, told = Path(sys.argv[1]), []
with Library(Path(sys.argv[2])) as library:
    begin = clock()
    deck = library.load(file, told.append)
    opened = clock() - begin
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    status = Path("/proc/self/status")
    if status.exists():  # what getrusage tells on Linux includes the process that started this one
        peak = next(int(line.split()[1]) for line in status.read_text().splitlines() if line[:5] == "VmHWM")
    data = file.read_bytes()
    file.write_bytes(data.replace(b"answer: the keeper 50000", b"answer: another keeper"))
    begin = clock()
    edited = library.load(file)
    noticed = clock() - begin
    begin = clock()
    library.load(file)
    again = clock() - begin
    assert edited.cards.find("keeper-50000").answer == "another keeper"
    card = edited.cards.find("keeper-70000")
    begin = clock()
    changed = library.edit(file, [Change(card, replace(card, answer="a third"))])
    written = clock() - begin
    assert changed.cards.find("keeper-70000").answer == "a third"
import yaml
part = data[: data.index(b"- id: keeper-20000\\n")]  # its time grows at least with the length: a fifth is enough
begin = clock()
yaml.load(part, Loader=yaml.CSafeLoader)
plain = (clock() - begin) * len(data) / len(part)
print(json.dumps([len(deck.cards), len(told), opened / plain, noticed / plain, again / plain, written / plain, peak]))
"""


def write(folder: Path, count: int) -> Path:
    file = folder / "decks" / "large.yaml"
    file.parent.mkdir(parents=True)
    cards = (replace(_card(n), question=f"Q{n:06}Z {_card(n).question}", fact=None) for n in range(count))
    save_deck(Deck(id="large", title="Large", cards=tuple(cards)), file)
    return file


@pytest.mark.slow
@pytest.mark.benchmark
@pytest.mark.skipif(sys.platform == "win32", reason="peak memory as POSIX tells it")
def test_first_opening_and_an_edit_against_the_yaml_library(tmp_path: Path) -> None:
    file = write(tmp_path, COUNT)
    command = [sys.executable, "-c", OPENING, str(file), str(tmp_path / "decks.sqlite3")]
    measured = subprocess.run(command, capture_output=True, check=True, text=True)
    count, told, opened, noticed, again, written, peak = json.loads(measured.stdout)
    megabytes = peak / (1 << 20 if sys.platform == "darwin" else 1 << 10)
    print(f"opening {opened:.3f}, edit {noticed:.4f}, again {again:.6f}, written {written:.4f} of CSafeLoader")
    print(f"peak {megabytes:.0f} MiB")
    assert count == COUNT
    assert told > 100
    assert opened <= 0.5
    assert noticed < 0.015
    assert again < 0.0001
    assert written < 0.03
    assert megabytes < 200
