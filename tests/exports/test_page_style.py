"""The colours of the web page: every text can be read, in the light and in the dark."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

SCHEMES = re.findall(r":root \{(.*?)\}", (files("quizgen.exports") / "data" / "page.css").read_text(), re.DOTALL)
PAIRS = [
    ("ink", "page"), ("ink", "card"), ("quiet", "page"), ("quiet", "card"), ("accent", "page"), ("accent", "card"),
    ("on-accent", "accent"), ("ink", "right-soft"), ("ink", "wrong-soft"), ("right", "right-soft"),
    ("wrong", "wrong-soft"),
]  # fmt: skip


def luminance(colour: str) -> float:
    """Of a colour in hexadecimal, as WCAG 2 defines it: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance"""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Between two colours, from 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", [0, 1])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_texts_stand_out(text: str, ground: str, scheme: int) -> None:
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", SCHEMES[scheme]))
    assert contrast(colours[text], colours[ground]) >= 4.5


@pytest.mark.parametrize("scheme", [0, 1])
def test_edges_of_fields_stand_out(scheme: int) -> None:
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", SCHEMES[scheme]))
    assert contrast(colours["edge"], colours["card"]) >= 3
    assert contrast(colours["edge"], colours["page"]) >= 3
