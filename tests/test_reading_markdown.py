"""Markdown -> the words of its prose, with title and date."""

from __future__ import annotations

import datetime as dt
import time

import pytest

from quizgen.errors import ReadingError
from quizgen.reading.extract import Extract
from quizgen.reading.front_matter import front_matter
from quizgen.reading.markdown import MAX_BYTES, read


def extract(source: str) -> Extract:
    return read(source.encode(), "a.md")


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("# The *old* mill\n\nIt was\nbuilt.", "The old mill\n\nIt was built."),
        ("The mill\n========\nIt was __built__.", "The mill\n\nIt was built."),
        ("one  \ntwo\\\nthree<br>four", "one\ntwo\nthree\nfour"),
        ('By [John **Smith**](http://x.org "t") & [Ann][1].\n\n[1]: http://y.org', "By John Smith & Ann."),
        ("- one\n- two\n  - three\n\n7. seven", "one\n\ntwo\n\nthree\n\nseven"),
        ("> They said\n> so.\n\nYes.", "They said so.\n\nYes."),
        ("Call `open()`.\n\n```py\ncode\n```\n\n    more code\n\nEnd.", "Call open().\n\nEnd."),
        ("| Year | Place |\n|---|---|\n| 1887 | *Ulm* |", "Year\n\nPlace\n\n1887\n\nUlm"),
        ("A ![flag](f.png)<b>bold</b> claim<!-- not said -->.", "A bold claim."),
        ("It is ~~red~~ blue.", "It is blue."),
        ("Built in 1887[^a].\n\n[^a]: See *Mills*.\n\nMore.", "Built in 1887.\n\nMore.\n\nSee Mills."),
        ("<div>Said <script>x<y</script><!-- no --> &amp; done</div>\n\n***\n\nEnd.", "Said & done\n\nEnd."),
        ("Fish &amp; chips &#x27;here&#39; \\*so\\*", "Fish & chips 'here' *so*"),
        ("a <b", "a <b"),
    ],
)
def test_prose_without_its_marks(source: str, text: str) -> None:
    assert extract(source).text == text


def test_the_first_heading_of_the_first_level_is_the_title() -> None:
    assert extract("Words.\n\n## Not this\n\n# The *mill*\n\n# Nor this").title == "The mill"
    assert extract("## Not this\n\nWords.").title == ""


def test_offsets_count_what_this_reader_extracts() -> None:
    assert extract("Words.").reader == "markdown 1"


@pytest.mark.parametrize(
    ("source", "title", "date"),
    [
        ("---\ntitle: The mill\ndate: 2021-12-03\n---\n# Other\n", "The mill", dt.date(2021, 12, 3)),
        (
            "---\ntags: [a]\nTitle: 'The miller''s'  # c\ndate: \"2021-12-03T10:00:00Z\"\n...\n",
            "The miller's",
            dt.date(2021, 12, 3),
        ),
        (
            "---\ntitle: Mills: a history # now\ndate: 2021-12-03 10:00\n---",
            "Mills: a history",
            dt.date(2021, 12, 3),
        ),
        ('---\ntitle: "The \\"old\\" mill"\ndate: soon\n---\n', 'The "old" mill', None),
        ("---\ntitle: >-\n  The old\n  mill\nmeta:\n  date: 2021-12-03\n---\n", "The old mill", None),
        ("---\ndate: 2021-12-039\n---\n", "", None),
    ],
)
def test_front_matter_tells_title_and_date(source: str, title: str, date: dt.date | None) -> None:
    head = front_matter(source)
    assert (head.title, head.date) == (title, date)
    assert source[head.length :] in ("", "# Other\n")


@pytest.mark.parametrize("source", ["---\nA heading\n---\n", "---\ntitle: x\n", "\n---\ntitle: x\n---\n", "title: x\n"])
def test_what_only_looks_like_front_matter_stays_text(source: str) -> None:
    assert front_matter(source).length == 0


def test_binary_data_is_no_markdown() -> None:
    with pytest.raises(ReadingError, match="binary"):
        read(b"# A\0", "a.md")


def test_markdown_has_a_longest_length() -> None:
    with pytest.raises(ReadingError, match="Markdown longer than 4 MB"):
        read(b"a" * (MAX_BYTES + 1), "a.md")


HOSTILE = [
    "[",
    "![",
    "[a](",
    "*a ",
    "**x*",
    "> ",
    "`" * 3 + "\n",
    "<",
    "<!--",
    "<a ",
    "- ",
    "|a",
    "&a",
    "[^a]",
    "[a]: <",
    "~~a",
]


@pytest.mark.parametrize("piece", [*HOSTILE, "---\n", "---\na: b\n", "<div>\n<script><!--", "\n> - 1. a"])
def test_cost_grows_linearly_on_hostile_input(piece: str) -> None:
    def seconds(length: int) -> float:
        source = (piece * (length // len(piece))).encode()
        return min(_timed(source) for _ in range(3))

    short = max(seconds(4_000), 0.002)
    assert seconds(32_000) < 8 * 3 * short


def _timed(source: bytes) -> float:
    begin = time.process_time()
    read(source, "a.md")
    return time.process_time() - begin
