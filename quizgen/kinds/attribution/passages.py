"""The passages of a long quotation that can be asked by themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quizgen.kinds.attribution.quotation import ENOUGH, LONGEST, quotation_of
from quizgen.language.pattern import Pattern
from quizgen.language.speech import Manner, Speech
from quizgen.language.speech.names import Rule
from quizgen.language.understanding import Understanding
from quizgen.model.document import Span

_LEAST = 8
"""Words of a second passage, at the least."""
_MORE = 3
"""Passages behind the first, at the most."""
_FULL = 6
"""Words of more than four letters that a third passage must have."""
_LEAST_FIRST = 6
"""Words of the first passage that stands, where it does not open the statement."""
_SUBSTANCE = 4
"""Words of more than four letters that a second passage must have."""
_BOUND = Pattern(
    r"\b(?:this|these|those(?! who\b)|that(?= (?:is|was|will|would|has|means|day|time|end)\b)|here|today|tonight"
    r"|tomorrow|yesterday|such|therefore|so|too|also|he|she|him|his|her|then|both"
    r"|there(?! (?:is|are|was|were|has|have|will)\b)|it|its|thank|thanks)\b",
    re.IGNORECASE,
)
"""What the second passage of a statement says of the first."""
_OF_NAMED = Pattern(r"(?<=[a-z,] )[A-Z]\w+(?P<between>.*?)\b(?:it|its)\b")
"""An "it" behind a name, which it stands for."""
_WITHIN = Pattern(
    r"\bit (?:is|’s|'s|was|will be) \w+ (?:to|that)\b|\bma(?:kes?|de) it \w+ (?:for \w+ )?to\b", re.IGNORECASE
)
"""An "it" that stands for what follows."""
_PLEASANTRY = Pattern(
    r"^(?:We|I)(?: are| am|['’]re|['’]m| were| was)? (?:\w+ly |very |so )?(?:pleased|delighted|proud|honou?red|happy"
    r"|excited|thrilled|glad|grateful|thankful|look(?:ing)? forward|wish|hope|congratulate|welcome|thank)\b"
)
"""What anybody says on such an occasion."""
_GREETING = Pattern(
    r"(?:Thank you|Thanks|Good (?:morning|afternoon|evening|day)|Ladies and gentlemen|Your Excellenc|Dear "
    r"|(?:Well, )?(?:welcome|fellow |my fellow ))",
    re.IGNORECASE,
)
"""What opens a speech and tells nothing."""
_SHORT = 12
"""Words of a greeting, at the most."""
_FIGURE = Pattern(r"\d")
_LONG_WORD = Pattern(r"[^\W\d_]{5,}")


def passages(u: Understanding, speech: Speech) -> Iterator[Speech]:
    """Yield the first passage of a quotation that stands alone, and those of the others that tell most, in order.

    Args:
        u: the document.
        speech: a report with quoted words; any other, and a quotation none of whose passages stands, is given back.
    """
    quoted = speech.manner is Manner.DIRECT and speech.rule is not Rule.TRANSCRIPT
    every = list(_sentences(u, speech)) if quoted else []
    sentences = [s for s in every if not _is_greeting(u, s) and _has_verb(u, s)]
    if len(every) < 2 or not sentences:
        yield speech
        return
    groups = enumerate(_groups(u, sentences))
    standing = [part for i, group in groups if (part := _whole_or_first(u, speech, group, opens=not i)) is not None]
    yield standing[0] if standing else speech
    others = [part for part in standing[1:] if _tells_enough(quotation_of(u, part))]
    best = sorted(others, key=lambda part: -_weight(quotation_of(u, part)))[:_MORE]
    best = [part for i, part in enumerate(best) if not i or _substance(quotation_of(u, part)) >= _FULL]
    yield from sorted(best, key=lambda part: part.content)


def _sentences(u: Understanding, speech: Speech) -> Iterator[tuple[Span, ...]]:
    """The places of each quoted sentence; several where the report interrupts it."""
    places: dict[int, list[Span]] = {}
    for part in speech.parts:
        for sentence in u.sentences_in(part):
            place = Span(max(sentence.span.start, part.start), min(sentence.span.end, part.end))
            if any(c.isalnum() for c in place.of(u.text)):
                places.setdefault(sentence.index, []).append(place)
    yield from map(tuple, places.values())


def _is_greeting(u: Understanding, places: Sequence[Span]) -> bool:
    return _length(u, places) <= _SHORT and _GREETING.match(places[0].of(u.text)) is not None


def _groups(u: Understanding, sentences: Sequence[tuple[Span, ...]]) -> Iterator[list[tuple[Span, ...]]]:
    """The sentences in order, short ones together with those behind them."""
    i = 0
    while i < len(sentences):
        group = [sentences[i]]
        count = _length(u, sentences[i])
        while count < ENOUGH and i + len(group) < len(sentences):
            after = _length(u, sentences[i + len(group)])
            if (
                count + after > LONGEST
                or _asks(u, sentences[i + len(group)])
                or not _has_verb(u, sentences[i + len(group)])
            ):
                break
            group.append(sentences[i + len(group)])
            count += after
        yield group
        i += len(group)


def _has_verb(u: Understanding, places: Sequence[Span]) -> bool:
    """Whether a sentence has a verb that is no participle: no "With the best of flour"."""
    words = (w for place in places for w in u.sentence_at(place.start).words_in(place))
    return any(w.is_finite or w.tag == "VB" for w in words)


def _asks(u: Understanding, places: Sequence[Span]) -> bool:
    return places[-1].of(u.text).rstrip('”"').endswith("?")


def _length(u: Understanding, places: Sequence[Span]) -> int:
    return sum(len(place.of(u.text).split()) for place in places)


def _whole_or_first(
    u: Understanding, speech: Speech, group: Sequence[tuple[Span, ...]], *, opens: bool
) -> Speech | None:
    """The sentences of a group as a report of their own, or the first alone; None where neither stands alone."""
    for kept in (group, group[:1]):
        parts = tuple(place for sentence in kept for place in sentence)
        part = replace(speech, parts=parts, content=Span(parts[0].start, parts[-1].end))
        quote = quotation_of(u, part)
        if quote and (opens or (len(quote.split()) >= _LEAST_FIRST and not _leans(quote))):
            return part
    return None


def _tells_enough(quote: str) -> bool:
    """Whether a later passage says something of its own."""
    whole = len(quote.split()) >= _LEAST and _substance(quote) >= _SUBSTANCE
    return whole and not quote.endswith("?") and not _PLEASANTRY.match(quote)


def _substance(quote: str) -> int:
    return len(set(_LONG_WORD.findall(quote.lower())))


def _leans(quote: str) -> bool:
    """Whether a passage needs what was said before it."""
    return _BOUND.search(_OF_NAMED.sub(r"\g<between>", _WITHIN.sub("", quote))) is not None


def _weight(quote: str) -> int:
    """How much a passage tells: names, figures and long words."""
    named = sum(word[:1].isupper() for word in quote.split()[1:])
    return _substance(quote) + 2 * named + 3 * len(_FIGURE.findall(quote))
