"""What is worked out once for a document, however often it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, cast

from quizgen.language.understanding import Understanding

_Result = TypeVar("_Result")


def once(work_out: Callable[[Understanding], _Result]) -> Callable[[Understanding], _Result]:
    """Keep the result of ``work_out`` for as long as the document's understanding lives; it must not hold it."""

    @wraps(work_out)
    def kept(u: Understanding) -> _Result:
        known = u.worked_out
        if work_out not in known:
            known[work_out] = work_out(u)
        return cast(_Result, known[work_out])

    return kept
