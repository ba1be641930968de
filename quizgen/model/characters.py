"""Which characters the text of a deck may hold."""

from __future__ import annotations

import re

ILLEGAL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
"""What no text of a deck may hold: control characters but tab, line feed and NEL, and halves of characters."""
