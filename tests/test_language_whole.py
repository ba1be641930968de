"""Names as whole words: just as the edges of words in a pattern have it."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from quizgen.language.whole import count_in, stands_in

_TEXTS = st.text(st.sampled_from("aB.é_1 -'’"), max_size=12)


@given(name=_TEXTS, text=_TEXTS)
def test_a_name_stands_where_a_pattern_would_find_it(name: str, text: str) -> None:
    assert stands_in(name, text) == (re.search(rf"\b{re.escape(name)}\b", text) is not None)


@given(name=_TEXTS.filter(lambda name: name[:1].isalpha() and name[-1:].isalpha()), text=_TEXTS)
def test_a_name_is_counted_as_a_pattern_would_count_it(name: str, text: str) -> None:
    assert count_in(name, text) == len(re.findall(rf"(?<!\w){re.escape(name)}(?!\w)", text))


def test_what_closes_with_a_mark_is_counted_wherever_it_stands() -> None:
    assert [count_in(sign, "U.S. aid of £5, U.S.-made, £6.") for sign in ("U.S.", "£")] == [2, 2]
