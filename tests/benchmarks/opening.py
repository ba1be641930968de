"""What reading a deck for the first time costs, and reading it again, beside the YAML library."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

_OPENING = """
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
    file.write_bytes(data.replace(b"answer: A050000Z", b"answer: another keeper"))
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


class Opening(NamedTuple):
    """Processor times as shares of CSafeLoader's."""

    count: int
    """Cards."""
    told: int
    """How often progress was."""
    opened: float
    noticed: float
    """An edit of one card."""
    again: float
    """The deck as it was."""
    written: float
    """An edit made here."""
    peak: int
    """Memory, as the system tells it."""


def open_first(file: Path, library: Path) -> Opening:
    """Read a deck into a library in a process of its own; of the deck's cards one is edited."""
    command = [sys.executable, "-c", _OPENING, str(file), str(library)]
    return Opening(*json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout))
