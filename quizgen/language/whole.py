"""Names in a text as whole words, looked for without making a pattern of each."""

from __future__ import annotations


def stands_in(name: str, text: str) -> bool:
    """Whether ``name`` stands in ``text`` between edges of words, as ``\\b`` in a pattern has them."""
    at = text.find(name)
    while at >= 0:
        if _is_edge(text, at) and _is_edge(text, at + len(name)):
            return True
        at = text.find(name, at + 1)
    return False


def _is_edge(text: str, at: int) -> bool:
    return _is_of_word(text[at - 1 : at]) != _is_of_word(text[at : at + 1])


def _is_of_word(character: str) -> bool:
    return character.isalnum() or character == "_"
