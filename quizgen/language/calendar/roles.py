"""What a date does in its sentence, told from the words directly around it."""

from __future__ import annotations

import re

from quizgen.language.calendar.expression import Expression, Role
from quizgen.language.calendar.rule import behind
from quizgen.language.calendar.vocabulary import DASH, GAP
from quizgen.language.pattern import Pattern
from quizgen.model.document import Span

_BOUNDED = Pattern(
    r"\b(?:(?P<since>since|from|as of|starting(?: (?:in|on))?|beginning(?: (?:in|on))?|dating (?:back )?to)|"
    r"(?P<until>until|till|through|up to)|(?P<by>by|no later than)|(?P<before>before|prior to|ahead of|pre-)|"
    r"(?P<after>after|following|post-))[\s\u00a0]?(?:at least |about |around |the |early |late |mid-?)?$",
    re.IGNORECASE,
)
_ROUGHLY = Pattern(
    r"\b(?:early|late|mid-?|middle of|about|around|circa|(?<!\.)ca?\.|roughly|approximately|nearly|almost|"
    r"towards?|some ?time (?:in|around)|(?:beginning|start|end|close|turn|most|much|part) of)"
    r"[\s\u00a0]?(?:in |the )?$",
    re.IGNORECASE,
)
_TO = Pattern(rf"{GAP}?{DASH}{GAP}?(?:c\. )?|,?{GAP}(?:to|until|till|through){GAP}(?:the{GAP})?(?:about |around )?")
_AND = Pattern(rf"{GAP}(?:and|or|&){GAP}(?:in{GAP}|on{GAP})?(?:the{GAP})?|,{GAP}")
_BETWEEN = Pattern(r"\bbetween[\s\u00a0](?:the[\s\u00a0])?$", re.IGNORECASE)
_TITLE = Pattern(
    r"\b(?:Act|Treaty|Convention|Agreement|Law|Constitution|Protocol|Statute|Code|Class|Accords?|Declaration)"
    r"(?:[\s\u00a0]of|,)?[\s\u00a0]$"
)
_DEFINITE = Pattern(r"(?:\b(?:the|its|their|his|her|a)|['\u2019]s)[\s\u00a0]$", re.IGNORECASE)
_NAME_AFTER = Pattern(r"[\s\u00a0][A-Z][a-z]+")
_CITED = Pattern(r"(?:[A-Za-z.][\s\u00a0]\(|[A-Z][a-z]+,[\s\u00a0])$")


def joined(text: str, first: Expression, second: Expression) -> str:
    """``range``, ``list`` or nothing: how two neighbouring expressions hang together."""
    between = text[first.span.end : second.span.start] if second.span.start - first.span.end <= 24 else "|"
    if _TO.fullmatch(between):
        return "range"
    if _AND.fullmatch(between):
        return "range" if behind(text, first.span.start, _BETWEEN) else "list"
    return ""


def role_of(text: str, expression: Expression) -> Role:
    """What the words around an expression make of it, where the expression does not say so itself."""
    if expression.role is not Role.PLAIN:
        return expression.role
    start, end = expression.span.start, expression.span.end
    bounded = behind(text, start, _BOUNDED)
    if bounded and bounded.lastgroup:
        return Role(bounded.lastgroup)
    if expression.rule == "year":
        if behind(text, start, _TITLE) or (behind(text, start, _DEFINITE) and _NAME_AFTER.match(text, end)):
            return Role.NAME
        if text[end : end + 1] == ")" and behind(text, start, _CITED):
            return Role.CITATION
    return Role.PLAIN


def is_rough(text: str, expression: Expression) -> bool:
    """Whether the words before an expression say that it is not exact."""
    return expression.approximate or behind(text, expression.span.start, _ROUGHLY) is not None


def in_brackets(text: str, span: Span) -> bool:
    """Whether a place stands within round brackets that open shortly before it."""
    before = text[max(0, span.start - 60) : span.start]
    return before.rfind("(") > before.rfind(")")
