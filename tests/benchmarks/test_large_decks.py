"""With 100,000 cards: first opening, an edit noticed and one made, against the YAML library in one run; memory."""

from __future__ import annotations

import sys

import pytest
from large import COUNT
from opening import Opening


@pytest.mark.slow
@pytest.mark.benchmark
@pytest.mark.skipif(sys.platform == "win32", reason="peak memory as POSIX tells it")
def test_first_opening_and_an_edit_against_the_yaml_library(opening: Opening) -> None:
    megabytes = opening.peak / (1 << 20 if sys.platform == "darwin" else 1 << 10)
    print(opening, f"peak {megabytes:.0f} MiB")
    assert opening.count == COUNT
    assert opening.told > 100
    assert opening.opened <= 0.5
    assert opening.noticed < 0.015
    assert opening.again < 0.0001
    assert opening.written < 0.03
    assert megabytes < 200
