"""Whatever the text, the encodings that name themselves give back exactly it."""

from __future__ import annotations

import codecs
from collections.abc import Callable

from hypothesis import assume, given
from hypothesis import strategies as st

from quizgen.reading.decoding import decode
from quizgen.reading.front_matter import front_matter
from quizgen.reading.markdown import read

TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\t\r"), min_size=1)
ENCODERS = st.sampled_from(
    [
        lambda text: codecs.BOM_UTF8 + text.encode(),
        lambda text: codecs.BOM_UTF16_LE + text.encode("utf-16-le"),
        lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
    ]
)


@given(TEXTS, ENCODERS)
def test_only_line_ends_change(text: str, encode: Callable[[str], bytes]) -> None:
    assert decode(encode(text), "a") == "\n".join(text.replace("\r\n", "\r").split("\r"))


@given(TEXTS)
def test_a_text_without_a_mark_is_utf_8_unless_it_looks_like_another_format(text: str) -> None:
    assume(not text.startswith(("\ufeff", "%PDF-", "{\\rtf")))
    assert decode(text.encode(), "a") == text.replace("\r\n", "\n").replace("\r", "\n")


@given(st.text("#*_`~[]()<>!|-=+.:\\&; \n\tab1^", max_size=200))
def test_markdown_gives_paragraphs_without_blank_edges(source: str) -> None:
    paragraphs = read(f"x\n{source}".encode(), "a").text.split("\n\n")
    assert all(paragraph.strip("\n ") for paragraph in paragraphs)


@given(st.text("-.: \n'\"#>|\\atiledTdate2019", max_size=200))
def test_front_matter_takes_whole_lines_or_nothing(source: str) -> None:
    head = front_matter(f"---\n{source}")
    assert head.length == 0 or head.length == len(source) + 4 or f"---\n{source}"[head.length - 1] == "\n"
    assert "\n" not in head.title
