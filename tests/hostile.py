"""Cards whose every text may be syntax in some format of another program."""

from __future__ import annotations

from hypothesis import strategies as st
from strategies import identifiers, texts

from quizgen.model.card import Card, Evidence

TRAPS = st.sampled_from(
    """
    -> a->b {#} {=x} ~ = # : \\ \\n \\: %50%x %-25% &&058; &&010; ]]> <![CDATA[ <!-- --> </script> <b>&amp; &#10; &lt;
    {{c1::x}} {{ }} A. B) ANSWER:A // 0 $CATEGORY: ::t:: [html] [plain]x [id:3]
    =1+1 +1 -1 @x '=1 | ; * \\* _ ` $x$ % ^ &
    \x85 \u2028 \u202eabc \ufffe \U0001f600 e\u0301 TRUE F _x000D_ #### "q" 'q' \\ufeff 1. - --- \u05d0\u05d1 \u0627
    """.split()
)
"""What is syntax in some format."""
_HOSTILE = st.builds("{}{}{}".format, TRAPS | texts(min_size=0), st.sampled_from(["", " ", "\n", "a"]), TRAPS | texts())
FILLED = _HOSTILE.filter(lambda text: bool(text.strip()))
"""Text with traps in it, and something more than spaces."""
CARDS = st.builds(
    Card, id=identifiers(), kind=st.none() | st.just("date"), context=st.none() | FILLED, question=FILLED,
    answer=FILLED,
    accept=st.lists(FILLED, max_size=2).map(tuple), distractors=st.lists(FILLED, max_size=4).map(tuple),
    note=st.none() | FILLED, tags=st.lists(FILLED, max_size=2).map(tuple),
    evidence=st.lists(FILLED.map(lambda quote: Evidence(0, len(quote), quote)), max_size=1).map(tuple),
)  # fmt: skip
"""Cards with such text everywhere."""
