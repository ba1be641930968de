"""What is asked of a programme."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.kinds.initiative.fact import Initiative
from quizgen.language.gazetteer import country
from quizgen.language.names import NameKind
from quizgen.language.occasion import occasion_of
from quizgen.language.understanding import Understanding
from quizgen.model.fact import AnswerType, Question

_ON_OCCASION = frozenset(["in-place", "of-its", "under-which", "as-well-as", "laid-down", "fronted"])
"""Rules whose facts are what somebody did or said about a programme then, not what it is."""


def ask(fact: Initiative, u: Understanding) -> Iterator[Question]:
    """Yield which programme it is, and who made it."""
    if fact.rule == "unnamed":
        yield _who(fact, u, f"Who {fact.making} {fact.partners}?")
        return
    if fact.thin and fact.maker and not _names_its_maker(fact):
        yield _who(fact, u, f"Who {fact.making} {fact.name}?")
        return
    yield Question(
        aspect="which", text=fact.asked, answer=fact.name, value=fact.name.removeprefix("the "), accept=fact.accept,
        type=AnswerType.PROGRAMME, choices=fact.choices,
        occasions=occasion_of(u, fact.evidence, fact.asked) if fact.rule in _ON_OCCASION else (),
    )  # fmt: skip
    if fact.maker and not _names_its_maker(fact):
        partners = f" together with {fact.partners}" if fact.partners else ""
        yield _who(fact, u, f"Who {fact.making} {fact.name}{partners}?")


def _names_its_maker(fact: Initiative) -> bool:
    """Whether a programme's name tells the country that made it: the U.S.-Peru Partnership."""
    nation = country(fact.maker)
    return nation is not None and any(country(part) is nation for part in re.split(r"[\s–-]+", fact.name))


def _who(fact: Initiative, u: Understanding, text: str) -> Question:
    people = fact.maker_kind is NameKind.PERSON
    other = AnswerType.COUNTRY if country(fact.maker) else AnswerType.ORGANISATION
    return Question(
        aspect="who", text=text, answer=fact.maker if people else u.named(fact.maker),
        value=fact.maker, type=AnswerType.PERSON if people else other,
        accept=tuple(
            n for e in u.aliases.known_as(fact.maker) if e.name == fact.maker for n in e.names if n != fact.maker
        ),
    )  # fmt: skip
