"""Names made up as wrong choices: a programme's own name with another country in it."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.language.gazetteer import Country, country, is_country_name, neighbours
from quizgen.language.pattern import Pattern
from quizgen.questions.order import in_order

_PARTNERS = ("Japan", "India", "Canada", "Australia", "Brazil", "Mexico")
"""Countries for letters that stand for one: the *U.S.*-Korea Treaty."""
_PAIR = Pattern(r"(?<![\w.])([\w.]+)[-–]([\w.]+)(?!\w)")


def renamed(name: str, seed: str) -> Iterator[str]:
    """Yield names like ``name`` with another country in a pair of two, in an order that depends on the seed alone.

    Args:
        name: of a programme, with its article: "the Peru-Chile Fish Treaty".
        seed: the question.
    """
    pair = _PAIR.search(name)
    nations = [country(part) for part in pair.groups()] if pair else []
    if pair is None or None in nations:
        return
    own = {nation.name for nation in nations if nation}
    for group in (2, 1):
        for other in in_order(seed, _others(pair[group], own)):
            yield f"{name[: pair.start(group)]}{other}{name[pair.end(group) :]}"


def _others(part: str, own: set[str]) -> list[str]:
    """The countries that could stand in the place of one."""
    nation = country(part)
    if nation is None:
        return []
    if part.isupper():
        return [name for name in _PARTNERS if name not in own]
    near = [found for name in neighbours(nation.name) if name not in own and (found := country(name))]
    return [_form(other, part) for other in near if " " not in _form(other, part)]


def _form(nation: Country, like: str) -> str:
    """A country as another is called: by its name, or by its adjective."""
    return nation.name.removeprefix("the ") if is_country_name(like) else nation.adjectives[0]
