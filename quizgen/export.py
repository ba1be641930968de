"""Decks -> a paper -> a file for the classroom, on one page."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import NamedTuple

from quizgen.errors import QuizgenError
from quizgen.exports import format_named, format_names
from quizgen.exports.shared.format import Format, Layout
from quizgen.exports.shared.loss import Lost, altered, sifted, told
from quizgen.exports.shared.verify import Verified, compare
from quizgen.model.deck import Deck
from quizgen.quiz.item import Mode
from quizgen.quiz.paper import Paper, make_paper
from quizgen.quiz.versions import MOST, KeyRow, answer_key, versions_of


class Exported(NamedTuple):
    """A file for the classroom."""

    data: bytes
    asked: int
    """Questions in it."""
    lost: tuple[Lost, ...]
    """What the format could not hold."""
    changed: tuple[Lost, ...]
    """What it holds with changes."""
    loss: str
    """The same in words; empty where nothing is lost."""
    key: bytes
    """The answers of every version, as a table in CSV."""
    printed_key: bytes | None
    """The same as a file of the format, with the evidence; None where that was not asked for."""
    verified: Verified | None
    """How the file compares with the paper when it is read back; None where that was not asked for."""


class Foreseen(NamedTuple):
    """What a file for the classroom would hold."""

    form: Format
    paper: Paper
    """Without what the format cannot hold."""
    lost: tuple[Lost, ...]
    changed: tuple[Lost, ...]
    """What it holds with changes."""
    loss: str
    """The same in words; empty where nothing is lost."""


def foresee(
    decks: Sequence[Deck],
    to: str,
    *,
    title: str | None = None,
    count: int | None = None,
    kinds: Sequence[str] = (),
    tags: Sequence[str] = (),
    mode: str = "choice",
    shuffle: bool = False,
    seed: str = "1",
    points: float = 1.0,
) -> Foreseen:
    """Make the paper that `export` would write, with the same arguments.

    Raises:
        QuizgenError: no such format, or nothing to ask.
    """
    if to not in format_names():
        raise QuizgenError(f"there is no format {to!r}", hint=f"Formats: {', '.join(format_names())}.")
    form = format_named(to)
    paper = make_paper(
        decks, title=title, count=count, kinds=kinds, tags=tags, mode=Mode.CHOICE if form.cards else mode,
        shuffle=shuffle, seed=seed, points=points,
    )  # fmt: skip
    kept, lost = sifted(paper, form)
    changed = altered(kept, form)
    return Foreseen(form, kept, tuple(lost), tuple(changed), told(form, lost, changed, len(paper.items)))


def export(
    decks: Sequence[Deck],
    to: str,
    *,
    title: str | None = None,
    count: int | None = None,
    kinds: Sequence[str] = (),
    tags: Sequence[str] = (),
    mode: str = "choice",
    shuffle: bool = False,
    seed: str = "1",
    points: float = 1.0,
    versions: int = 1,
    layout: Layout | None = None,
    printed_key: bool = False,
    verify: bool = False,
) -> Exported:
    """Make a paper of decks and write it in a format.

    Args:
        decks: at least one.
        to: a name of `quizgen.exports.format_names`.
        title, count, kinds, tags, mode, shuffle, seed, points: as in `quizgen.quiz.paper.make_paper`.
        versions: how many orders of the same questions, from 1 to 26; more than one for what is printed alone.
        layout: how it is laid out.
        printed_key: whether to make a file of the key alone, for what is printed.
        verify: whether to read the file back and compare.

    Raises:
        QuizgenError: no such format, nothing to ask, or nothing that the format can hold; it holds one version
            alone; it needs a library that is missing; it cannot be read back.
    """
    form, kept, lost, changed, loss = foresee(
        decks, to, title=title, count=count, kinds=kinds, tags=tags, mode=mode, shuffle=shuffle, seed=seed,
        points=points,
    )  # fmt: skip
    layout = layout or Layout()
    _check(form, layout, versions, printed_key=printed_key, verify=verify)
    if not kept.items:
        raise QuizgenError(f"nothing is left to write: {loss}", hint="Ask for another --mode, or another format.")
    papers = versions_of(kept, versions)
    data = form.write(papers, layout)
    key = layout._replace(key=True, questions=False, answer_sheet=False)
    apart = form.write(papers, key) if printed_key else None
    verified = None
    if verify and form.read is not None:
        verified = compare(form, layout, [item for paper in papers for item in paper.items], form.read(data))
    return Exported(data, len(kept.items), lost, changed, loss, _table(list(answer_key(papers))), apart, verified)


def _check(form: Format, layout: Layout, versions: int, *, printed_key: bool, verify: bool) -> None:
    """Refuses what the format cannot do."""
    if versions > 1 and not form.printed:
        raise QuizgenError(
            f"{form.title} holds one version", hint="Write one file a --seed, or print versions with pdf or docx."
        )
    if (printed_key or layout.answer_sheet) and not form.printed:
        what = "answer sheet" if layout.answer_sheet else "key to print; a table of it ends in .csv"
        raise QuizgenError(f"{form.title} has no {what}", hint="Print it with pdf or docx.")
    if not 1 <= versions <= MOST:
        raise QuizgenError(f"there can be 1 to {MOST} versions")
    if verify and form.read is None:
        raise QuizgenError(f"{form.title} cannot be read back", hint="Leave out --verify.")
    if verify and form.keyed and not (layout.key and layout.questions):
        raise QuizgenError(
            f"without a key, {form.title} tells no right answers to compare", hint="Print it with --key."
        )


def _table(rows: Sequence[KeyRow]) -> bytes:
    from quizgen.exports.shared.cells import defused

    out = io.StringIO(newline="")
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow(KeyRow._fields)
    table.writerows([defused(str(cell)) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")
