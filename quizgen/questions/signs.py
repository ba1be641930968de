"""Fields told by how words begin: "vaccinated" is a sign of medicine, as "vaccin" is listed for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

_HEAD = 3
"""Letters by which signs are looked up: most words have none that begins as they do. None has fewer."""

Signs = Mapping[str, list[tuple[str, str]]]
"""Fields with their signs, by the letters that the signs begin with."""


def by_head(listed: Mapping[str, Iterable[str]]) -> Signs:
    """The signs of fields as `told_by` takes them.

    Args:
        listed: how words of each field begin.
    """
    found: dict[str, list[tuple[str, str]]] = {}
    for field, signs in listed.items():
        for sign in signs:
            found.setdefault(sign[:_HEAD], []).append((field, sign))
    return found


def told_by(word: str, signs: Signs) -> Iterator[str]:
    """The fields of which a word in lower case is a sign, once for each sign that it begins with."""
    return (field for field, sign in signs.get(word[:_HEAD], ()) if word.startswith(sign))
