"""Names made up as wrong choices: a programme's own name with another country or region in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.language.gazetteer import Country, country, is_country_name
from quizgen.questions import pools
from quizgen.questions.order import in_order

_REGIONS = (
    ("African", "Asian", "European", "American", "Andean", "Nordic"),
    ("Caribbean", "Pacific", "Baltic", "Mediterranean", "Atlantic"),
)
"""Regions that can stand for each other in a name."""
_PARTNERS = ("Japan", "India", "Canada", "Australia", "Brazil", "Mexico")
"""Countries for letters that stand for one: the *U.S.*-Korea Treaty."""
_PARTS = re.compile(r"[\s–-]+")


def renamed(name: str, seed: str) -> Iterator[str]:
    """Yield names like ``name`` of another country or region, in an order that depends on the seed alone.

    Args:
        name: of a programme, with its article: "the Peru-Chile Fish Treaty".
        seed: the question.
    """
    parts = _PARTS.split(name)
    own = {found.name for part in parts if (found := country(part))}
    for part in dict.fromkeys(reversed(parts)):
        for other in in_order(seed, _others(part, own)):
            yield re.sub(rf"(?<![\w.]){re.escape(part)}(?!\w)", other, name, count=1)


def _others(part: str, own: set[str]) -> list[str]:
    """What could stand in the place of one part of a name."""
    if alike := next((regions for regions in _REGIONS if part in regions), None):
        return [region for region in alike if region != part]
    nation = country(part)
    if nation is None:
        return []
    if part.isupper():
        return [name for name in _PARTNERS if name not in own]
    near = [found for name in pools.neighbours(nation.name) if name not in own and (found := country(name))]
    return [_form(other, part) for other in near if " " not in _form(other, part)]


def _form(nation: Country, like: str) -> str:
    """A country as another is called: by its name, or by its adjective."""
    return nation.name.removeprefix("the ") if is_country_name(like) else nation.adjectives[0]
