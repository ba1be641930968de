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


def count_in(name: str, text: str) -> int:
    """How often ``name`` stands in ``text``, between edges of words where it closes with a letter."""
    if not name[-1].isalpha():
        return text.count(name)
    found, at = 0, text.find(name)
    while at >= 0:
        whole = _is_edge(text, at) and _is_edge(text, at + len(name))
        found += whole
        at = text.find(name, at + (len(name) if whole else 1))
    return found


def stands_at(name: str, text: str, at: int) -> bool:
    """Whether ``name`` stands at a place of ``text``, between edges of words."""
    return text.startswith(name, at) and _is_edge(text, at) and _is_edge(text, at + len(name))


def _is_edge(text: str, at: int) -> bool:
    return _is_of_word(text[at - 1 : at]) != _is_of_word(text[at : at + 1])


def _is_of_word(character: str) -> bool:
    return character.isalnum() or character == "_"
