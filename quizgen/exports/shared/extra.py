"""Libraries that come with an extra, imported when they are needed."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from quizgen.errors import QuizgenError


def needed(module: str, extra: str, user: str = "this format") -> Any:
    """The module, imported now.

    Args:
        module: its name.
        extra: of this package, which brings it.
        user: what it is for, as the message says it.

    Raises:
        QuizgenError: it is not installed.
    """
    try:
        return import_module(module)
    except ModuleNotFoundError:
        raise QuizgenError(
            f"{module} is not installed, which {user} needs",
            hint=f"Install it with: pip install 'quizgen[{extra}]'",
        ) from None
