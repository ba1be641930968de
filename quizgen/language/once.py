"""What is worked out once for a document, however often it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

from quizgen.language.understanding import Understanding

_Result = TypeVar("_Result")


def once(work_out: Callable[[Understanding], _Result]) -> Callable[[Understanding], _Result]:
    """Keep the result of ``work_out`` for as long as the document's understanding lives; it must not hold it."""
    known: WeakKeyDictionary[Understanding, _Result] = WeakKeyDictionary()

    @wraps(work_out)
    def kept(u: Understanding) -> _Result:
        if u not in known:
            known[u] = work_out(u)
        return known[u]

    return kept
