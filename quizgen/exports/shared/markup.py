"""Plain text as HTML, in which nothing of it is markup."""

from __future__ import annotations

import html


def as_html(text: str) -> str:
    """``text`` escaped, its line breaks as ``<br/>``."""
    return html.escape(text, quote=False).replace("\n", "<br/>")


def from_html(text: str) -> str:
    """What `as_html` made such HTML of, for the readers that check it."""
    return html.unescape(text.replace("<br/>", "\n"))
