"""Bytes -> text: what each encoding gives, and what is said where there is none."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from quizgen.errors import ReadingError
from quizgen.reading import read_document
from quizgen.reading.decoding import decode

TEXT = "Café Zürich opened in 1911.\n“Welcome” – said its owner’s son.\n"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode("utf-8"),
        codecs.BOM_UTF8 + TEXT.encode("utf-8"),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("cp1252"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16 little", "utf-16 big", "windows-1252"],
)
def test_known_encodings_give_the_same_text(data: bytes) -> None:
    assert decode(data, "a.txt") == TEXT


@pytest.mark.parametrize(
    "text",
    [
        "Œuvres complètes, vol. 3: l’été – créée à Genève, 20 €.",
        "Straße über Öl und Ähren; »Gruß« aus Köln.",
        "¿Qué pasó en Málaga? ¡Año nuevo!",
        "100 °C ± 2 °C, § 4, © 2001 Müller",
    ],
)
def test_western_european_text_is_recognised_as_windows_1252(text: str) -> None:
    assert decode(text.encode("cp1252"), "a.txt") == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("The mill of Пётр Иванович was built in 1887.", "cp1251"),
        ("It opened at Αθήνα in 1896, they say.", "cp1253"),
        ("The café’s résumé was naïve.", "mac-roman"),
        ("The café in Liège was opened by André.", "cp437"),
        ("The city of 北京 hosted the games, 奥运会, in summer.", "gbk"),
        ("Built in 1887 by 山田太郎 of 東京.", "shift-jis"),
    ],
)
def test_other_encodings_are_refused_rather_than_misread(text: str, encoding: str) -> None:
    with pytest.raises(ReadingError, match="encoding that is not known"):
        decode(text.encode(encoding), "a.txt")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "a.txt: the file is empty"),
        (b"\x7fELF\x00\x00\x01", "a.txt: this is binary data, not text"),
        (bytes(range(1, 32)) * 3, "a.txt: this is binary data, not text"),
        ("A mill.".encode("utf-16-le"), "a.txt: this is binary data, not text"),
        (codecs.BOM_UTF32_LE + "A mill.".encode("utf-32-le"), "a.txt: UTF-32 is not read here"),
        (
            codecs.BOM_UTF16_LE + b"A\x00\x00\xd8",
            "a.txt:1: the text is damaged: not UTF-16 as its other lines are",
        ),
        ("née à Genève\nété".encode()[:-1], "a.txt:2: the text is damaged: not UTF-8 as its other lines are"),
        (b"%PDF-1.7\n%\xe2\xe3", "a.txt: this is a PDF file, not text"),
        (b"PK\x03\x04\x14\x00", "a.txt: this is a ZIP archive, as .docx, .odt and .epub are, not text"),
    ],
)
def test_what_is_no_text_is_told_by_name_with_a_way_out(data: bytes, message: str) -> None:
    with pytest.raises(ReadingError) as caught:
        decode(data, "a.txt")
    assert str(caught.value).split("\n")[0] == message
    assert caught.value.hint or data == b""


def test_line_ends_become_lf_and_nothing_else_changes() -> None:
    assert decode(b"a\r\nb\rc\n\r\n\td \x0c e\x1b[1m  \n", "a.txt") == "a\nb\nc\n\n\td \x0c e\x1b[1m  \n"


def test_white_space_alone_is_no_document(tmp_path: Path) -> None:
    path = tmp_path / "blank.txt"
    path.write_bytes(b" \r\n\t\n")
    with pytest.raises(ReadingError, match="there is no text in it"):
        read_document(path)
