"""The text of a file, and what HTML says to a reader."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from quizgen.errors import QuizgenError

_BREAKS = frozenset("p br div li tr h1 h2 h3 h4 h5 h6 blockquote hr ul ol table".split())
_SILENT = frozenset(["script", "style", "head", "title"])
_SOUND = re.compile(r"\[sound:[^\]]*\]")
_MEDIA = re.compile(r"<(?:img|svg|audio|video|object|embed|iframe)\b|\[sound:", re.IGNORECASE)


_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def opening(head: bytes) -> bytes:
    """The first bytes of a file, in UTF-8 where they are text in UTF-16, by which its format is known."""
    return head.decode("utf-16", "ignore").encode("utf-8", "ignore") if head[:2] in _UTF_16 else head


def decoded(data: bytes) -> str:
    """The text of a file in UTF-8, or UTF-16 with a mark, with LF at the ends of lines.

    Raises:
        QuizgenError: it is in another encoding.
    """
    encoding = "utf-16" if data[:2] in _UTF_16 else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise QuizgenError(
            f"the file is no text in UTF-8: byte {error.start} is none of it", hint="Save it as UTF-8, then try again."
        ) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def plain(markup: str) -> str:
    """What a piece of HTML says, its blocks on lines of their own; scripts, pictures and sounds say nothing."""
    if "<" not in markup and "&" not in markup:
        return _SOUND.sub("", markup).strip()
    reader = _Reader()
    reader.feed(markup)
    reader.close()
    lines = (" ".join(line.split()) for line in _SOUND.sub("", "".join(reader.said)).split("\n"))
    return "\n".join(line for line in lines if line)


def has_media(markup: str) -> bool:
    """Whether a piece of HTML shows or plays what `plain` leaves out."""
    return _MEDIA.search(markup) is not None


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in _SILENT
        if tag in _BREAKS:
            self.said.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        if tag in _BREAKS:
            self.said.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.said.append(data.replace("\n", " "))
