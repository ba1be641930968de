"""Term TAB definition, one card a line: Quizlet's export, and Anki's and everyone's plain text."""

from __future__ import annotations

from quizgen.imports.shared.brought import Brought, Found, ImportFormat, Left, brought
from quizgen.imports.shared.text import decoded, plain


def read(data: bytes) -> Brought:
    """The cards of a file of lines."""
    found: list[Found | Left] = []
    for line in decoded(data).split("\n"):
        if not line.strip() or line.startswith("#"):  # Anki writes its settings so
            continue
        term, tab, definition = line.partition("\t")
        if not tab:
            found.append(Left(line, "it has no tab between question and answer"))
        else:
            found.append(Found(question=plain(term), right=(plain(definition.partition("\t")[0]),)))
    return brought(found)


def _signs(head: bytes) -> bool:
    lines = [line for line in head.split(b"\n")[:-1] if line.strip() and not line.startswith(b"#")]
    return bool(lines) and all(b"\t" in line for line in lines)


FORMAT = ImportFormat("Quizlet", (".tsv",), _signs, read)
