"""Texts as YAML: plain where every reader, of YAML 1.1 or 1.2, sees the same text; quoted everywhere else."""

from __future__ import annotations

import json
import re

from quizgen.deckfile.text import INVISIBLE, escaped, shown
from quizgen.errors import DeckError
from quizgen.model.characters import ILLEGAL

_START = r"(?:[^\W_]|[(«“‘„¿¡€£$])"
_HIDDEN = r"\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff"

_IN_FLOW = re.compile(rf"{_START}[^,?\[\]{{}}:#\n{_HIDDEN}]*(?<! )")
_IN_BLOCK = re.compile(rf"{_START}[^:#\n{_HIDDEN}]*(?:(?::(?=[^ ])|(?<! )#)[^:#\n{_HIDDEN}]*)*(?<! )")
_LITERAL = re.compile(rf"[^\s{_HIDDEN}][^{_HIDDEN}]*(?<![ \n])")

_WORDS = frozenset(("y", "n", "yes", "no", "on", "off", "true", "false", "null"))
"""What YAML 1.1 or 1.2 resolves to something else than text, whatever the case."""

_NUMBER = re.compile(
    r"""0[xX][0-9a-fA-F_]+ | 0[oO][0-7_]+ | 0[bB][01_]+
      | [0-9][0-9_,]*(?::[0-9_]+)*(?:\.[0-9_]*)*(?:[eE][-+]?[0-9]*)?
      | [0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*""",
    re.VERBOSE,
)
"""What some reader takes for a number or a date, of texts that begin with a digit; rather too much."""


def in_block(text: str) -> str:
    """``text`` as a value, or an item, that has its line to itself."""
    if _IN_BLOCK.fullmatch(text) and not _resolves(text):
        return text
    return quoted(text)


def in_flow(text: str) -> str:
    """``text`` as an item between brackets, or as a key."""
    if _IN_FLOW.fullmatch(text) and not _resolves(text):
        return text
    return quoted(text)


def in_lines(text: str, indent: str) -> str:
    """``text`` as a value; where it has several lines, as a block of them.

    Args:
        text: the value.
        indent: what stands before each line of a block.
    """
    if "\n" in text and " \n" not in text and _LITERAL.fullmatch(text):
        lines = (f"{indent}{line}" if line else "" for line in text.split("\n"))
        return "|-\n" + "\n".join(lines)
    return in_block(text)


def quoted(text: str) -> str:
    """``text`` in quotes: single ones where that spares it backslashes, otherwise as in JSON.

    Raises:
        DeckError: for a control character or half a surrogate pair, which no deck may hold.
    """
    if ('"' in text or "\\" in text) and "'" not in text and "\n" not in text and _LITERAL.fullmatch(text):
        return f"'{text}'"
    return in_json(text)


def in_json(text: str) -> str:
    """``text`` in double quotes, with escapes that JSON and YAML share.

    Raises:
        DeckError: for a control character or half a surrogate pair, which no deck may hold.
    """
    if ILLEGAL.search(text):
        raise DeckError(f"a deck cannot hold control characters: {shown(text)}")
    return INVISIBLE.sub(escaped, json.dumps(text, ensure_ascii=False))


def _resolves(text: str) -> bool:
    """Whether some reader would see something else than text."""
    if text[0] in "0123456789":
        return bool(_NUMBER.fullmatch(text))
    return len(text) <= 5 and text.lower() in _WORDS
