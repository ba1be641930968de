"""Which cards are kept when not all are wanted."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quizgen.kinds import Kind
from quizgen.model.card import Card, Evidence
from quizgen.model.document import Span
from quizgen.model.fact import Fact
from quizgen.questions.made import Made
from quizgen.questions.ranking import ranked

KINDS = {name: Kind(name=name, rules=(), find=lambda u: [], ask=lambda fact, u: []) for name in ("date", "initiative")}


def one(name: str, kind: str = "date", worth: float = 1.0, start: int = 0, source: str | None = None) -> Made:
    card = Card(
        id=name,
        question=f"What is {name}?",
        answer=name,
        evidence=(Evidence(start, start + 1, "x", source=source),),
    )
    fact = Fact(rule="r", subject=name, evidence=(Span(start, start + 1),))
    return Made(card, KINDS[kind], fact, "what", worth)


def names(made: list[Made]) -> list[str]:
    return [m.card.id for m in ranked(made)]


def test_the_worthiest_come_first() -> None:
    assert names([one("a", worth=0.5), one("b", worth=2), one("c", worth=1, start=9_000)]) == ["b", "c", "a"]


def test_of_equal_worth_the_first_in_the_text_comes_first() -> None:
    assert names([one(name) for name in "abcd"]) == list("abcd")


def test_the_kinds_are_mixed() -> None:
    made = [one(f"d{i}", worth=1.0, start=i * 9_000) for i in range(3)]
    assert names([*made, one("i", "initiative", worth=0.9, start=90_000)])[:2] == ["d0", "i"]


def test_the_cards_are_spread_over_the_text() -> None:
    assert names([one("a"), one("b", start=10), one("c", start=9_000, worth=0.95)]) == ["a", "c", "b"]


def test_two_documents_are_two_stretches() -> None:
    assert names([one("a", source="1"), one("b", source="1"), one("c", source="2", worth=0.95)]) == [
        "a",
        "c",
        "b",
    ]


@given(
    st.lists(
        st.builds(
            lambda kind, worth, start: (kind, worth, start),
            st.sampled_from(sorted(KINDS)),
            st.floats(0.01, 3),
            st.integers(0, 5_000),
        ),
        max_size=30,
    )
)
def test_none_is_lost_and_each_next_is_the_best_of_those_left(parts: list[tuple[str, float, int]]) -> None:
    made = [one(str(i), kind, worth, start) for i, (kind, worth, start) in enumerate(parts)]
    order = ranked(made)
    assert sorted(m.card.id for m in order) == sorted(m.card.id for m in made)
    assert ranked(made) == order
    for i, chosen in enumerate(order):  # the plain greedy choice, worked out afresh
        assert _now(chosen, order[:i]) >= max(_now(left, order[:i]) for left in order[i:]) - 1e-9


def _now(made: Made, chosen: list[Made]) -> float:
    """What a card is worth after others were chosen."""
    of_kind = sum(c.kind is made.kind for c in chosen)
    near = sum(_stretch(c) == _stretch(made) for c in chosen)
    return made.worth * 0.82**of_kind * 0.88**near


def _stretch(made: Made) -> int:
    return made.card.evidence[0].start // 600
