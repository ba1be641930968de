"""Which text a deck may hold, and how hostile text is shown in a message.

A deck's text reaches terminals. Control characters (C0 but tab and line feed, DEL, C1) start escape sequences
there and are refused, raw or escaped. NEL is the exception: it is a line break of Unicode, and harmless. The
marks of bidirectional text (U+202A-202E, U+2066-2069) belong to right-to-left writing and exact quotes of it:
they are accepted, but written escaped, so that a deck file reads in the order in which it stands.
"""

from __future__ import annotations

import re

from quizgen.model.characters import ILLEGAL

ILLEGAL_RAW = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
"""What may not stand in a deck file: a carriage return ends a line, a non-character needs an escape."""

INVISIBLE = re.compile(r"[\x85\u2028\u2029\ufeff\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
"""Legal, but written as an escape: other readers would see a line break, or an editor another order."""

_LONGEST_SHOWN = 60


def escaped(match: re.Match[str]) -> str:
    """The escape of one character, as JSON and YAML both read it."""
    return f"\\u{ord(match[0]):04x}"


def printable(text: str) -> str:
    """``text`` on one line, with whatever a terminal could act on shown as an escape."""
    text = text.replace("\n", "\\n").replace("\t", "\\t")
    return INVISIBLE.sub(escaped, ILLEGAL.sub(escaped, text))


def shown(text: str) -> str:
    """``text`` in quotes for a message, shortened where it is long."""
    short = text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"
    return f'"{printable(short)}"'
