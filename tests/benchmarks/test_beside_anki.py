"""With 100,000 cards, learners wait less than with Anki's own package in the same run; for statistics no longer."""

from __future__ import annotations

from pathlib import Path

import pytest
from beside_anki import make_collection, measure
from large import COUNT, Large

AT_MOST = {"open": 0.25, "counts": 0.5, "first card": 0.5, "answer": 1.0, "statistics": 1.1}
"""Of Anki's time. The same statistics take as long as Anki's, which are worked out without Python; quizgen's by deck
and by kind of fact come on top of them."""
TRIES = 5
"""What else the machine does can only slow a run down, so the best of a few runs counts."""


@pytest.mark.slow
@pytest.mark.benchmark
def test_nothing_keeps_a_learner_waiting_longer(large: Large, tmp_path: Path) -> None:
    make_collection(tmp_path / "collection.anki2", COUNT)
    best = dict.fromkeys(AT_MOST, float("inf"))
    for _ in range(TRIES):
        ours, anki = measure(large, tmp_path / "collection.anki2")
        for row, seconds in ours.items():
            print(f"{row}: {1000 * seconds:.2f} ms, Anki {1000 * anki.get(row, 0):.2f} ms")
        best = {row: min(ratio, ours[row] / anki[row]) for row, ratio in best.items()}
        if all(best[row] <= ratio for row, ratio in AT_MOST.items()):
            break
    print({row: round(ratio, 2) for row, ratio in best.items()})
    assert [row for row, ratio in AT_MOST.items() if best[row] > ratio] == []
