"""Cells of a spreadsheet that are text and nothing else."""

from __future__ import annotations

import re

_FORMULA = re.compile(r"'*[=+\-@\t]")


def defused(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: an apostrophe stands before what begins like one."""
    return f"'{cell}" if _FORMULA.match(cell) else cell
