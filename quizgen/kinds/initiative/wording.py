"""What is asked of a programme."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.kinds.initiative.fact import Initiative
from quizgen.language.gazetteer import country
from quizgen.language.names import NameKind
from quizgen.language.understanding import Understanding
from quizgen.model.fact import AnswerType, Question


def ask(fact: Initiative, u: Understanding) -> Iterator[Question]:
    """Yield which programme it is, and who made it."""
    yield Question(
        aspect="which", text=fact.asked, answer=fact.name, value=fact.name.removeprefix("the "), accept=fact.accept,
        type=AnswerType.PROGRAMME,
    )  # fmt: skip
    if fact.maker:
        people = fact.maker_kind is NameKind.PERSON
        other = AnswerType.COUNTRY if country(fact.maker) else AnswerType.ORGANISATION
        partners = f" together with {fact.partners}" if fact.partners else ""
        yield Question(
            aspect="who", text=f"Who {fact.making} {fact.name}{partners}?",
            answer=fact.maker if people else u.named(fact.maker),
            value=fact.maker, type=AnswerType.PERSON if people else other,
            accept=tuple(
                n for e in u.aliases.known_as(fact.maker) if e.name == fact.maker for n in e.names if n != fact.maker
            ),
        )  # fmt: skip
