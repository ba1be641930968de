"""Ten thousand broken files: each is read, or refused with an error for people."""

from __future__ import annotations

import codecs
import io
import random

import pytest

from quizgen.errors import ReadingError
from quizgen.reading import read_document
from quizgen.reading.registry import READERS, reader_for

ROUNDS = 10_000

PROSE = "The café at Ulm opened on 4 May 1887.\r\n“We saw it,” said Ann O’Hara’s son – twice.\n"
MARKDOWN = (
    "---\ntitle: 'Ulm'\ndate: 1887-05-04\n---\n"
    f"# *Ulm*\n\n> {PROSE}\n- a[^1]\n\n|a|\n|-|\n|b|\n\n<b>x</b>\n\n<div>&#13; &#x1b;</div>\n\n[^1]: c\n"
)
SEEDS = [
    PROSE.encode(),
    PROSE.encode("cp1252"),
    codecs.BOM_UTF8 + PROSE.encode(),
    codecs.BOM_UTF16_LE + PROSE.encode("utf-16-le"),
    codecs.BOM_UTF16_BE + PROSE.encode("utf-16-be"),
    MARKDOWN.encode(),
    MARKDOWN.encode(),
]
PIECES = [  # what breaks encodings, terminals and Markdown
    b"\0",
    b"\x1b[2J",
    b"\xff",
    b"\xe2\x80",
    b"\x81",
    b"\r",
    b"---\n",
    b"```\n",
    b"<!--",
    b"[](",
    b"|-|",
    b"\xed\xa0\x80",
]


def mutated(data: bytes, chance: random.Random) -> bytes:
    """``data`` with a few of its bytes changed, taken out, doubled, or strange ones put in."""
    for _ in range(chance.randrange(4)):
        at, to = sorted(chance.randrange(len(data) + 1) for _ in range(2))
        change = chance.choice(
            (
                chance.randbytes(chance.randrange(4)),
                data[at:to] * 2,
                chance.choice(PIECES) * chance.choice((1, 1, 50)),
                b"",
            )
        )
        data = data[:at] + change + data[to:]
    return data


def sound(text: str) -> bool:
    """Whether a text keeps what every reader promises."""
    return "\r" not in text and "\0" not in text and text.encode("utf-8").decode("utf-8") == text


@pytest.mark.slow
def test_plain_text_from_broken_bytes_is_sound_or_refused() -> None:
    chance, read = random.Random(1887), 0
    for _ in range(ROUNDS):
        try:
            document = read_document("-", stdin=io.BytesIO(mutated(chance.choice(SEEDS), chance)))
        except ReadingError:
            pass  # the only error it may raise
        else:
            assert sound(document.text)
            assert document.text.strip()
            read += 1
    assert ROUNDS // 4 < read < ROUNDS


@pytest.mark.slow
@pytest.mark.parametrize("suffix", sorted(READERS))
def test_every_reader_reads_or_refuses_broken_bytes(suffix: str) -> None:
    chance, read = random.Random(1911), 0
    for _ in range(ROUNDS):
        try:
            extract = reader_for(suffix).read(mutated(chance.choice(SEEDS), chance), "a")
        except ReadingError:
            pass  # the only error it may raise
        else:
            assert sound(extract.text)
            read += 1
    assert ROUNDS // 4 < read < ROUNDS
