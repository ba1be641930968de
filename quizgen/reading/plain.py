"""Plain text: the decoded file, its line ends made LF, and nothing else changed."""

from __future__ import annotations

from quizgen.reading.decoding import decode
from quizgen.reading.extract import Extract


def read(data: bytes, where: str) -> Extract:
    """The text of ``data``, a file that messages call ``where``.

    Raises:
        ReadingError: it is no text in an encoding that is known here.
    """
    return Extract(text=decode(data, where), reader="text 1")
