"""Waiting for what another process does."""

from __future__ import annotations

import time
from collections.abc import Callable


def until(found: Callable[[], object], seconds: float = 60) -> None:
    """Wait until something is so; what is not so after many seconds fails the test."""
    end = time.monotonic() + seconds
    while not found():
        assert time.monotonic() < end, "it did not come"
        time.sleep(0.001)
