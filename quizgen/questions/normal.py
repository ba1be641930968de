"""Texts compared as answers are: without case, articles, punctuation or accents."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_ARTICLES = ("the ", "a ", "an ")
_POSSESSIVE = re.compile(r"['’]s\b")
_NOT_WORD = re.compile(r"[^\w\s]|_")


@lru_cache(maxsize=16384)
def normal(text: str) -> str:
    """``text`` as it is compared: two answers with one normal form are the same answer."""
    text = text.lower()
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
        text = "".join(c for c in text if not unicodedata.combining(c))
    if not (text.isascii() and text.replace(" ", "").isalpha()):  # most names are letters alone
        text = _NOT_WORD.sub(" ", _POSSESSIVE.sub("", text))
    text = " ".join(text.split())
    return text.partition(" ")[2] if text.startswith(_ARTICLES) else text


def holds(text: str, phrase: str) -> bool:
    """Whether ``phrase`` stands in ``text`` in whole words."""
    wanted, told = normal(phrase), normal(text)
    return bool(wanted) and wanted in told and f" {wanted} " in f" {told} "
