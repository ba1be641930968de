"""Which of the statements of a document tell enough to be asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from quizgen.kinds.attribution.fact import Attribution
from quizgen.language.pattern import Pattern
from quizgen.model.fact import Dropped

_QUOTED = Pattern(r"^[\w ]+: “(?P<quote>[^”]*)”$")
_THAT = Pattern(r"^\w+(?: out)? (?:that|it|he|she) (?P<clause>.*)$")
_LONG = Pattern(r"[^\W\d_]{5,}")
_SOME_ACTION = Pattern(r"\b(?:some|any|further|more) (?:action|steps|measures|work)$")
"""What tells nothing of what is done."""
_NAMES = Pattern(r"(?<=\w )[A-Z][\w-]+|\d")
_OPENS_NAMED = Pattern(r"[A-Z]\w+ ")
_WORDS = 9
"""Words of a statement that is short."""
_TELLING = 3
"""Words of more than four letters that a short statement has, where its speaker made others as well."""
_ALIKE = 4
"""Words of more than four letters by which statements are compared, at the least."""
_SHARED = 0.75
"""The part of them that makes two statements one."""
_LATELY = 40
"""Statements of the same speaker with which one is compared: those before it."""
_CLAUSE = 2
"""The same of a clause, whoever said it."""


def worthy(found: Iterable[Attribution | Dropped]) -> Iterator[Attribution | Dropped]:
    """Yield statements as they come, without what says little ("I have good judgment") or was said before.

    Args:
        found: the statements of a document, and what was dropped already.
    """
    every = list(found)
    made = Counter(fact.speakers for fact in every if isinstance(fact, Attribution))
    said: dict[tuple[str, ...], list[set[str]]] = {}
    for fact in every:
        if not isinstance(fact, Attribution):
            yield fact
            continue
        words = set(_LONG.findall(fact.predicate.lower()))
        if _says_little(fact.predicate, alone=made[fact.speakers] == 1):
            yield Dropped(rule=fact.rule, guard="says-little", span=fact.evidence[-1])
        elif any(_are_alike(words, others) for others in said.get(fact.speakers, [])[-_LATELY:]):
            yield Dropped(rule=fact.rule, guard="said-before", span=fact.evidence[-1])
        else:
            said.setdefault(fact.speakers, []).append(words)
            yield fact


def _are_alike(words: set[str], others: set[str]) -> bool:
    """Whether two statements have nearly all words of the shorter one in common."""
    least = min(len(words), len(others))
    return least >= _ALIKE and len(words & others) >= _SHARED * least


def _says_little(predicate: str, *, alone: bool) -> bool:
    """Whether a quotation or clause is short and names nothing; what somebody said once may be short."""
    if _SOME_ACTION.search(predicate) and len(predicate.split()) < _WORDS:
        return True
    quote = _QUOTED.match(predicate)
    clause = None if quote else _THAT.match(predicate)
    told = quote["quote"] if quote else clause["clause"] if clause else ""
    if not told or len(told.split()) >= _WORDS or _NAMES.search(told) or (clause and _OPENS_NAMED.match(told)):
        return False
    weight = len(set(_LONG.findall(told.lower())))
    return weight < _CLAUSE if clause else weight < _TELLING and not alone
