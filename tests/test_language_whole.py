"""Names as whole words: just as the edges of words in a pattern have it."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from quizgen.language.whole import stands_in

_TEXTS = st.text(st.sampled_from("aB.é_1 -'’"), max_size=12)


@given(name=_TEXTS, text=_TEXTS)
def test_a_name_stands_where_a_pattern_would_find_it(name: str, text: str) -> None:
    assert stands_in(name, text) == (re.search(rf"\b{re.escape(name)}\b", text) is not None)
