"""Made-up people of common names: wrong choices beside somebody whom nobody knows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from quizgen.questions import pools
from quizgen.questions.order import in_order

FAMILY_FIRST = frozenset(["China", "Taiwan", "Singapore", "South Korea", "North Korea", "Vietnam"])
"""Countries where the family name stands first."""


@cache
def _first_families() -> frozenset[str]:
    return frozenset(name for nation in FAMILY_FIRST for name in pools.ordinary_names()[nation].family)


def has_family_first(name: str) -> bool:
    """Whether a name begins with a family name of those countries where it does: Wang Na."""
    return name.split()[0] in _first_families() or "-" in name.split()[-1]


_FEMININE = (
    (frozenset("Russia Belarus Kazakhstan Kyrgyzstan Uzbekistan Tajikistan Turkmenistan Bulgaria".split()),
     (("ov", "ova"), ("ev", "eva"), ("in", "ina"))),
    (frozenset(["Poland"]), (("ski", "ska"),)),
    (frozenset(["Czechia", "Slovakia"]), (("ý", "á"), ("a", "ová"), ("", "ová"))),
)  # fmt: skip
"""How family names of women end where those of men do otherwise."""
_FALLBACK = "the United Kingdom"


def ordinary_people(seed: str, sex: str, nations: Iterable[str]) -> Iterator[str]:
    """Names as people of a country have them, in an order that depends on the seed alone.

    Args:
        seed: the answer, so that all its cards have the same choices.
        sex: ``F`` for women; men else.
        nations: the likeliest country first; the first that the lists have is taken.
    """
    listed = pools.ordinary_names()
    nation = next((nation for nation in nations if nation in listed), _FALLBACK)
    names = listed[nation]
    given = in_order(f"{seed}1", names.women if sex == "F" else names.men)
    for one, family in zip(given, in_order(f"{seed}2", names.family), strict=False):
        if family.startswith(one[:3]):
            continue  # nobody is called Daniel Daniels
        last = _feminine(family, nation) if sex == "F" else family
        yield f"{last} {one}" if nation in FAMILY_FIRST else f"{one} {last}"


def _feminine(family: str, nation: str) -> str:
    endings = next((endings for nations, endings in _FEMININE if nation in nations), ())
    for ending, woman in endings:
        if family.endswith(ending):
            return f"{family.removesuffix(ending)}{woman}" if ending else f"{family}{woman}"
    return family
