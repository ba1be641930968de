"""Files, folders and streams -> documents with their title and date."""

from __future__ import annotations

import datetime as dt
import errno
import hashlib
import io
from pathlib import Path

import pytest

import quizgen.reading.files
from quizgen.errors import ReadingError
from quizgen.reading import expand, read_document, read_documents

DAY = dt.date(2021, 12, 3)


@pytest.fixture
def note(tmp_path: Path) -> Path:
    path = tmp_path / "note.txt"
    path.write_bytes(b"The mill opened in 1887.\r\n")
    return path


def test_a_document_carries_its_text_file_and_digest(note: Path) -> None:
    document = read_document(note)
    assert document.text == "The mill opened in 1887.\n"
    assert document.file == str(note)
    assert document.sha256 == hashlib.sha256(note.read_bytes()).hexdigest()
    assert (document.title, document.date, document.reader) == ("", None, "text 1")


def test_standard_input_is_plain_text() -> None:
    document = read_document("-", stdin=io.BytesIO(b"---\ntitle: no\n---\nWords.\n"), title="A title")
    assert (document.text, document.file, document.title) == ("---\ntitle: no\n---\nWords.\n", "-", "A title")


def test_a_title_is_one_line_without_control_characters(note: Path) -> None:
    assert read_document(note, title=" The\tmill\x1b[31m\n of\u202e 1887 ").title == "The mill [31m of 1887"


def test_the_date_beside_a_document_counts_as_the_one_given(note: Path) -> None:
    note.with_name("note.txt.date").write_text("\ufeff2021-12-03\n", encoding="utf-8")
    assert read_document(note).date == DAY
    assert read_document(note, date=dt.date(2020, 1, 1)).date == dt.date(2020, 1, 1)


@pytest.mark.parametrize("content", ["", "3 December 2021", "2021-02-30", "20211203", "2021-12-03 2021-12-04", "\xff"])
def test_a_broken_date_file_is_an_error_that_names_it(note: Path, content: str) -> None:
    beside = note.with_name("note.txt.date")
    beside.write_text(content, encoding="latin-1")
    with pytest.raises(ReadingError, match="does not hold one ISO date") as caught:
        read_document(note)
    assert caught.value.where == str(beside)


@pytest.mark.parametrize("name", ["missing.txt", "no\0such.txt", "x" * 5000])
def test_a_file_that_cannot_be_had_is_a_reading_error(tmp_path: Path, name: str) -> None:
    with pytest.raises(ReadingError):
        read_document(tmp_path / name)


def test_a_folder_is_no_document(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="this is a folder"):
        read_document(tmp_path)


def test_an_unreadable_file_is_told_so(note: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*arguments: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(ReadingError, match="cannot be read: Permission denied"):
        read_document(note)


def test_a_document_has_a_longest_length(note: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quizgen.reading.files, "MAX_BYTES", 10)
    with pytest.raises(ReadingError, match="longer than"):
        read_document(note)


def test_a_folder_stands_for_its_documents_by_name(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "B.TXT", "c.html", "a.txt.date"):
        (tmp_path / name).write_text("Words.", encoding="utf-8")
    (tmp_path / "folder.txt").mkdir()
    (tmp_path / "a.txt.date").unlink()
    assert [Path(path).name for path in expand([tmp_path, "-", "x.html"])] == [
        "B.TXT",
        "a.md",
        "b.txt",
        "-",
        "x.html",
    ]
    assert [document.text for document in read_documents([tmp_path])] == ["Words."] * 3


def test_a_folder_without_documents_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match=r"no \.txt or \.md file"):
        list(expand([tmp_path]))
