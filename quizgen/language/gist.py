"""What a document is about, in a few words of its title or by the thing it names most."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.language.casing import is_small, is_small_in_titles
from quizgen.language.entity import Entity
from quizgen.language.gazetteer import country
from quizgen.language.names import NameKind
from quizgen.language.pattern import Pattern
from quizgen.language.understanding import Understanding
from quizgen.language.whole import stands_in

_LEADS = Pattern(r"\b(?:on|at|during|about|concerning|regarding|following|marking|with|to)\b (?=\S)", re.IGNORECASE)
"""What follows the noun of a title and its author: "Statement by President Holm | on Herring"."""
_TOPICAL = frozenset(["on", "about", "concerning", "regarding", "with"])
"""What opens no name of an event: "at the Fish Dinner"."""
_LARGE = Pattern(r"\b[A-Z][a-z]+\b(?!['’]s)")
_ABOUT = frozenset([NameKind.ORGANISATION, NameKind.PROGRAMME, NameKind.PLACE])
_LONGEST = 110
"""Characters."""
_OPENING = 2
"""Sentences of the text that name what it is about."""
_OFTEN = 3
"""Mentions of what a document is about, at the least."""
_LETTERS = 3
"""A name of no more tells little: EU."""
_MOST = 4


def told_after(noun: Pattern, u: Understanding) -> str:
    """What a title tells behind a noun and its author: "with Fishing Leaders on Herring" is "with fishing leaders ...".

    Args:
        noun: the nouns, of which the title has one.
        u: the document.
    """
    found = noun.search(u.title)
    lead = _LEADS.search(u.title, found.end()) if found else None
    if lead is None or ":" in u.title[lead.start() :]:
        return ""
    told = u.title[lead.start() :]
    if len(told) > _LONGEST:
        told = told.partition(", ")[0]
    if len(told) > _LONGEST:
        return ""
    topical = lead[0].strip().lower() in _TOPICAL and _is_title_case(u.title)
    return _in_small(told, u) if topical else f"{told[0].lower()}{told[1:]}"


def _is_title_case(title: str) -> bool:
    """Whether a title writes every weighty word with a capital."""
    return all(not word[0].islower() for word in title.split() if len(word) > 4)


def _in_small(told: str, u: Understanding) -> str:
    """Words of a title as they stand inside a sentence: small throughout but for names, else all as they are."""
    named = [
        m.span() for e in u.aliases.entities if _is_named(e, told, u) for m in re.finditer(re.escape(e.name), told)
    ]
    large = [m for m in _LARGE.finditer(told) if not any(a <= m.start() < b for a, b in named)]
    if not all(_is_common(m[0], u) for m in large):
        return f"{told[0].lower()}{told[1:]}"
    at = {m.start() for m in large}
    return "".join(c.lower() if i in at else c for i, c in enumerate(told))


def _is_named(entity: Entity, told: str, u: Understanding) -> bool:
    """Whether an entity stands in what is told, by a name that the text writes with capitals throughout."""
    whole = " " in entity.name and entity.name in told and any(m.sentence for m in entity.mentions)
    return whole and entity.name.lower() not in u.text


def _is_common(word: str, u: Understanding) -> bool:
    """Whether a word of a title is no name: the text writes it small, in the one number or the other."""
    lower = word.lower()
    return is_small_in_titles(lower) or any(is_small(u, form) for form in (lower, lower.removesuffix("s"), f"{lower}s"))


def chief_names(u: Understanding) -> Iterator[str]:
    """The bodies, programmes and places that a document is most about, by their names inside a sentence."""
    opening = [s.span for s in u.sentences if not s.heading][:_OPENING]
    named = [
        e for e in u.aliases.entities
        if e.kind in _ABOUT and len(e.mentions) >= _OFTEN and len(e.name) > _LETTERS
        and (not e.name.isupper() or _is_told_loud(e, u))
        and (stands_in(e.name, u.title) or any(e.is_named_in(span) for span in opening))
    ]  # fmt: skip
    named.sort(key=lambda e: -len(e.mentions))
    yield from (_with_article(e, u) for e in named[:_MOST])


def _is_told_loud(entity: Entity, u: Understanding) -> bool:
    """Whether a name in capitals tells something: of a shouted country, or in a title that is not shouted itself."""
    return country(entity.name.title()) is not None or (stands_in(entity.name, u.title) and not u.title.isupper())


def _with_article(entity: Entity, u: Understanding) -> str:
    if entity.name.isupper() and (nation := country(entity.name.title())):
        return nation.name
    whole = entity.kind is NameKind.ORGANISATION and " " in entity.name and f"the {entity.name}" in u.text
    return f"the {entity.name}" if whole else u.named(entity.name)
