"""Errors that are for people: what is wrong, where, and how to mend it."""

from __future__ import annotations


class QuizgenError(Exception):
    """Anything a user can mend: bad input, a bad option, a file that cannot be had.

    Args:
        message: what is wrong, one sentence without a final stop.
        where: the place, as ``file``, ``file:line`` or ``file:line:column``; empty when there is none.
        hint: how to mend it, one sentence; empty when the message says it all.
    """

    def __init__(self, message: str, where: str = "", hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        told = f"{self.where}: {self.message}" if self.where else self.message
        return f"{told}\n  {self.hint}" if self.hint else told


class ReadingError(QuizgenError):
    """A document that cannot be read: missing, binary, empty, in an unknown encoding."""


class DeckError(QuizgenError):
    """A deck file that is not a deck: broken YAML, an unknown key, a value of the wrong type."""


class ProgressError(QuizgenError):
    """A progress file that cannot be used: from a newer version, damaged, locked, on a full disk."""


class SettingsError(QuizgenError):
    """A setting that is unknown, or out of its range."""
