"""Aiken: a question, options lettered A to Z, and ANSWER: with the letter of the right one."""

from __future__ import annotations

import re

from quizgen.imports.shared.brought import Brought, Found, ImportFormat, Left, brought
from quizgen.imports.shared.text import decoded

_OPTION = re.compile(r"\s*([A-Z])[.)]\s*(.*)")
_ANSWER = re.compile(r"\s*ANSWER:\s*([A-Z])\s*$", re.IGNORECASE)
_SET_APART = re.compile(r"^Question: (?=(?:Question: )*(?:[A-Z][.)]|ANSWER:|.?$))", re.IGNORECASE)


def read(data: bytes) -> Brought:
    """The questions of a file in Aiken."""
    found: list[Found | Left] = []
    stem: list[str] = []
    options: dict[str, str] = {}
    for line in decoded(data).split("\n"):
        if answer := _ANSWER.match(line):
            found.append(_question(_SET_APART.sub("", " ".join(stem)), options, answer[1].upper()))
            stem, options = [], {}
        elif (option := _OPTION.match(line)) and stem:
            options[option[1]] = option[2].strip()
        elif line.strip():
            stem.append(line.strip())
    if stem:
        found.append(Left(" ".join(stem), "no ANSWER: follows it"))
    return brought(found)


def _question(stem: str, options: dict[str, str], letter: str) -> Found | Left:
    if letter not in options:
        return Left(stem, f"its answer {letter} is none of its options")
    wrong = tuple(text for key, text in options.items() if key != letter)
    return Found(question=stem, right=(options[letter],), wrong=wrong)


def _signs(head: bytes) -> bool:
    return re.search(rb"^\s*ANSWER:\s*[A-Z]\s*$", head, re.MULTILINE) is not None


FORMAT = ImportFormat("Aiken", (".aiken.txt", ".aiken"), _signs, read)
