"""Bodies told by the head of their names, "the University", and their names in full."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.language.names import NameKind
from quizgen.language.pattern import Pattern
from quizgen.language.understanding import Understanding
from quizgen.questions.normal import holds

_HEAD = Pattern(
    r"(?<![A-Z][a-z] )\bthe (?P<head>University|Museum|Society|Presidency|Institute|Council|Committee|Commission|Board"
    r"|Ministry|Department|Company|Bank|Fund|Agency|Foundation|Cent(?:re|er)|College|School|Association|Organi[sz]ation"
    r"|Court|Conference|Convention|Assembly|Programme?|Project|Agreement|Treaty|Award|Prize|Secretariat|Division"
    r"|Faculty|Campus|Group|Corporation|Authority|Forum|Summit|Initiative|Charter|Club|League|Academy|Library|Hospital)"
    r"\b(?! (?:of|for|on)\b)(?! [A-Z(])"
)
QUOTED = Pattern(r"“[^”]*”|\"[^\"]*\"")
"""What stands in quotation marks, which is as it was said."""


def cut_heads(text: str) -> Iterator[str]:
    """Yield the heads of names that stand alone in a text: "University" of "the University"."""
    return (found["head"] for found in _HEAD.finditer(text))


def is_told_whole(head: str, text: str) -> bool:
    """Whether a text has a name that a head is of: the Bergen *University*, the *University* of Bergen."""
    return re.search(rf"[A-Z]\w+ {head}\b|\b{head} (?:of|for|on) ", text) is not None


def in_full(question: str, answer: str, u: Understanding) -> str:
    """A question with the only name of the document for "the University", unless that is asked for.

    Args:
        question: its text; what stands in quotation marks stays as it was said.
        answer: to it.
        u: the document.
    """
    if "the " not in question:
        return question
    for head in dict.fromkeys(cut_heads(QUOTED.sub(" ", question))):
        names = [
            e.name for e in u.aliases.entities
            if e.kind is not NameKind.PERSON and (e.name.endswith(f" {head}") or e.name.startswith(f"{head} of "))
        ]  # fmt: skip
        topic = u.aliases.topic
        names = [topic.name] if topic is not None and topic.name in names else names
        if len(names) == 1 and not is_told_whole(head, question) and not holds(answer, names[0].removeprefix("the ")):
            question = re.sub(rf"\bthe {head}\b(?! [A-Z(])", u.named(names[0]), question, count=1)
    return question
