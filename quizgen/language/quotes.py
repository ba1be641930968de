"""Quotations of a text: what stands between quotation marks, over sentences and paragraphs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from quizgen.language.pattern import Pattern
from quizgen.model.document import Span

_MARK = Pattern(r"''|``|[\"“”„«»‘’']")
_CLOSERS_OF = {"“": ("”",), "„": ("“", "”"), "«": ("»",), "``": ("''",), '"': ('"',), "''": ("''",)}
_TYPEWRITER = frozenset(('"', "''"))
_BEFORE_OPENER = frozenset("([{—–-/:") | {""}
_SINGLE = frozenset("'‘")
# The end of a quotation in single marks, told from an apostrophe by the punctuation beside it.
_SINGLE_END = Pattern(r"(?<=[,.?!…])['’](?!\w)|['’](?=[,.;:?!)])")
_SINGLE_LENGTH = 300
_NOT_SPACE = Pattern(r"\S")


class Quotation(NamedTuple):
    """A quotation with its marks."""

    span: Span
    """From the opening mark to behind the closing one."""
    inner: Span
    """What is quoted, without the marks."""
    closed: bool
    """False where the paragraph ends before the quotation does."""
    continues: bool
    """Whether it goes on one that the paragraph before left open."""


def find_quotations(text: str, paragraphs: Iterable[Span]) -> tuple[Quotation, ...]:
    """The outermost quotations of ``text`` in order.

    A quotation ends with its paragraph at the latest; by the printers' custom one that goes on opens the next
    paragraph with a mark again.
    """
    found: list[Quotation] = []
    left_open = False
    for paragraph in paragraphs:
        goes_on = left_open
        left_open = False
        for start, end, opener, closed in _pairs(text, paragraph):
            continued = left_open or (goes_on and start == paragraph.start)
            inner = Span(start + opener, end - (opener if closed else 0))
            found.append(Quotation(Span(start, end), inner, closed, continued))
            goes_on, left_open = False, not closed
    return tuple(found)


def _pairs(text: str, paragraph: Span) -> Iterable[tuple[int, int, int, bool]]:
    """The start, end, length of the mark, and closedness of each quotation of a paragraph."""
    opened, mark, passed = -1, "", paragraph.start
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        token, at = match.group(), match.start()
        if at < passed:
            continue
        before = text[at - 1] if at > paragraph.start else ""
        after = text[match.end()] if match.end() < paragraph.end else ""
        if opened < 0:
            if not _opens(token, before, after):
                continue
            if token not in _SINGLE:
                opened, mark = at, token
            elif end := _single_end(text, at, paragraph):
                passed = end
                yield at, passed, 1, text[passed - 1] in "'’"
        elif _closes(token, mark, before, after):
            yield opened, match.end(), len(mark), True
            opened = -1
        elif token == mark and before.isspace() and text[at - 2] in ".!?…":  # its next paragraph, run on
            yield opened, at - 1, len(mark), False
            opened = at
    if opened >= 0:
        yield opened, paragraph.end, len(mark), False


def _single_end(text: str, at: int, paragraph: Span) -> int:
    """Where a quotation in single marks ends; 0 where the mark is an apostrophe.

    One that opens its paragraph behind a colon, or goes on in the next, may be as long as the paragraph.
    """
    whole = at == paragraph.start and _is_statement(text, paragraph)
    end = _SINGLE_END.search(text, at + 2, paragraph.end if whole else min(paragraph.end, at + _SINGLE_LENGTH))
    if end is not None:
        return end.end()
    return paragraph.end if whole else 0


def _is_statement(text: str, paragraph: Span) -> bool:
    """Whether a paragraph that a single mark opens is one of a statement: the one before or after shows it."""
    opener, last = text[paragraph.start], paragraph.start - 1
    while last >= 0 and text[last].isspace():
        last -= 1
    if last >= 0 and text[last] == ":":
        return True
    behind = _NOT_SPACE.search(text, paragraph.end)
    if behind is not None and behind[0] == opener:
        return True
    line = text.rfind("\n", 0, last + 1) + 1
    return last >= 0 and text[line] == opener and text[last] not in "'’"


def _opens(token: str, before: str, after: str) -> bool:
    if token in _CLOSERS_OF and token not in _TYPEWRITER:
        return True
    if token == "‘":
        return not before.isalnum()
    starts_word = (before.isspace() or before in _BEFORE_OPENER) and not after.isspace() and after != ""
    if token == "'":  # else an apostrophe: rock 'n' roll, '90s
        return starts_word and after.isupper()
    return token in _TYPEWRITER and starts_word


def _closes(token: str, mark: str, before: str, after: str) -> bool:
    if token not in _CLOSERS_OF[mark]:
        return False
    return not (token in _TYPEWRITER and before.isspace() and after.isalnum())
