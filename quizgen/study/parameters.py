"""The FSRS parameters in use: the library's defaults, or a set fitted to the learner's own log."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from quizgen.errors import ProgressError
from quizgen.model.draw import draw


class Parameters(NamedTuple):
    """A set of FSRS-6 parameters."""

    id: str
    """Names the set in the log; follows from the values."""
    values: tuple[float, ...] | None
    """In the library's order; None stands for its defaults, so that naming them need not load it."""

    @property
    def text(self) -> str:
        """As an operation keeps them; ``parameters_from`` reads it."""
        return json.dumps(self.values)


DEFAULT = Parameters("fsrs6-default", None)


def fitted(values: tuple[float, ...]) -> Parameters:
    """A set of one's own.

    Args:
        values: in the library's order.
    """
    return Parameters(f"fsrs6-{draw(json.dumps(values)).hex()}", values)


@lru_cache(maxsize=4)
def parameters_from(text: str | None) -> Parameters:
    """The set that an operation of the log keeps; None is that of a log without one.

    Raises:
        ProgressError: if it is none.
    """
    try:
        values = json.loads(text or "null")
    except ValueError:
        values = ()
    if values is None:
        return DEFAULT
    if not isinstance(values, list) or not _are_parameters(values):
        raise ProgressError(
            "the log names scheduling parameters that are none", hint="Import it again from its source."
        )
    return fitted(tuple(map(float, values)))


def _are_parameters(values: Sequence[object]) -> bool:
    from fsrs.scheduler import LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS

    bounds = list(zip(LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS, strict=True))
    return len(values) == len(bounds) and all(
        isinstance(value, (int, float)) and not isinstance(value, bool) and low <= value <= high
        for value, (low, high) in zip(values, bounds, strict=True)
    )
