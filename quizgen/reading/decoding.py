"""Bytes -> text: the encodings a document may come in, and what is said of one that comes in none.

UTF-8 with or without a byte-order mark, UTF-16 with one, and Windows-1252 where the text reads as such.
Control characters that are no layout stay in the text, which is never normalised, so that offsets hold;
whoever makes cards leaves such sentences alone.
"""

from __future__ import annotations

import codecs
import re

from quizgen.errors import ReadingError

_MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF32_LE: None,  # before UTF-16, whose mark it begins with
    codecs.BOM_UTF32_BE: None,
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}

_SIGNATURES = {
    b"%PDF-": "a PDF file",
    b"PK\x03\x04": "a ZIP archive, as .docx, .odt and .epub are",
    b"\xd0\xcf\x11\xe0": "an old Office file",
    b"{\\rtf": "an RTF file",
    b"\x1f\x8b": "a gzip file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
}

_SAVE_AS = "Save the document as plain text in UTF-8."

_CONTROLS = dict.fromkeys([*range(9), 11, *range(14, 32), 127])
_MOST_CONTROLS = 0.1  # of all characters; coloured or overstruck terminal text keeps below it

# Windows-1252 leaves these bytes undefined.
_UNDEFINED_1252 = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")
# What shows that another encoding is being read as Windows-1252: runs of what is no ASCII (Cyrillic, Greek,
# Chinese), a capital or a sign in the middle of a word (accented letters of Mac and DOS code pages).
_ODD_1252 = re.compile("[¡-¶¸-ÿ]{4,}|(?<=[a-z])[À-ÖØ-ÞŠŽŸ](?=[a-z])|(?<=[a-z])[‚„†‡ˆ‹¡-©«¬®-¶¸¹»-¿×÷](?=[a-z])")
_MOST_ODD_1252 = 0.1  # of all characters beyond ASCII
_MOST_HIGH_1252 = 0.25  # of all characters


def decode(data: bytes, where: str) -> str:
    """The text of ``data``: without its byte-order mark, CRLF and CR turned into LF, nothing else changed.

    Raises:
        ReadingError: it is empty, binary, or in no encoding that is known here.
    """
    if not data:
        raise ReadingError("the file is empty", where)
    mark = next((mark for mark in _MARKS if data.startswith(mark)), b"")
    text = _decode_marked(data, mark, where) if mark else _decode_unmarked(data, where)
    if "\0" in text or len(text) - len(text.translate(_CONTROLS)) > _MOST_CONTROLS * len(text):
        raise ReadingError("this is binary data, not text", where, _SAVE_AS)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decode_marked(data: bytes, mark: bytes, where: str) -> str:
    encoding = _MARKS[mark]
    if encoding is None:
        raise ReadingError("UTF-32 is not read here", where, _SAVE_AS)
    try:
        return data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        raise _damaged(encoding.upper().removesuffix("-LE").removesuffix("-BE"), data, error, where) from error


def _decode_unmarked(data: bytes, where: str) -> str:
    for signature, name in _SIGNATURES.items():
        if data.startswith(signature):
            raise ReadingError(f"this is {name}, not text", where, _SAVE_AS)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if _mostly_utf8(data):
            raise _damaged("UTF-8", data, error, where) from error
        text = _decode_1252(data)
        if text is None:
            raise ReadingError("the text is in an encoding that is not known here", where, _SAVE_AS) from error
        return text


def _damaged(encoding: str, data: bytes, error: UnicodeDecodeError, where: str) -> ReadingError:
    line = data.count(b"\n", 0, error.start) + 1
    return ReadingError(f"the text is damaged: not {encoding} as its other lines are", f"{where}:{line}", _SAVE_AS)


def _mostly_utf8(data: bytes) -> bool:
    """Whether bytes beyond ASCII mostly come in the sequences of UTF-8, which happens in nothing else."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    return _beyond_ascii(text) - broken > broken


def _decode_1252(data: bytes) -> str | None:
    """``data`` as Windows-1252, or None where that would not read as a text of Western Europe."""
    if b"\0" in data or _UNDEFINED_1252.search(data):
        return None
    text = data.decode("cp1252")
    high = _beyond_ascii(text)
    odd = sum(match.end() - match.start() for match in _ODD_1252.finditer(text))
    return text if high <= _MOST_HIGH_1252 * len(text) and odd <= _MOST_ODD_1252 * high else None


def _beyond_ascii(text: str) -> int:
    """How many characters of ``text`` are not ASCII."""
    return len(text) - len(text.encode("ascii", errors="ignore"))
