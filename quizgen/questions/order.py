"""An order that looks random and is the same each time."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable


def in_order(seed: str, names: Iterable[str]) -> list[str]:
    """Names in an order that depends on the seed and on nothing else."""
    return sorted(names, key=lambda name: hashlib.sha256(f"{seed}\0{name}".encode()).digest())
