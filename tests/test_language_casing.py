"""Capitals that only the beginning of a sentence gives."""

from __future__ import annotations

import pytest
from language_tools import understood

from quizgen.language.casing import as_inside

OPENINGS = [
    ("Penicillin was found in 1928.", "Penicillin", "penicillin"),
    ("Founding pastor Olaf Lund left.", "Founding pastor Olaf Lund", "founding pastor Olaf Lund"),
    ("Tillering is slow, but tillering pays.", "Tillering", "tillering"),
    ("President Lund left, and no president came.", "President Lund", "President Lund"),
    ("Vanguard's bonds fell.", "Vanguard's bonds", "Vanguard's bonds"),
    ("Judicial review came in 1803.", "Judicial review", "judicial review"),
    ("Democratic voters left.", "Democratic voters", "Democratic voters"),
    ("Top Norwegian officials left.", "Top Norwegian officials", "top Norwegian officials"),
    ("Parliament met in 1801.", "Parliament", "Parliament"),
    ("Lund met him in 1801.", "Lund", "Lund"),
    ("New Zealand joined in 1801.", "New Zealand", "New Zealand"),
    ("NATO grew.", "NATO", "NATO"),
    ("Grace left.", "Grace", "Grace"),
]


@pytest.mark.parametrize(("text", "phrase", "inside"), OPENINGS)
def test_a_phrase_stands_inside_a_sentence(text: str, phrase: str, inside: str) -> None:
    u = understood(text)
    assert as_inside(u, u.sentences[0], 0, phrase) == inside
