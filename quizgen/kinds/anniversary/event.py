"""The event of which something is the anniversary: its noun phrase, named so that it stands alone."""

from __future__ import annotations

import re

from quizgen.language.gazetteer import MONTHS
from quizgen.language.phrases import noun_phrase_end
from quizgen.language.sentences import Sentence
from quizgen.language.standalone import name_the_pair, owner, pointing, pronoun
from quizgen.language.understanding import Understanding
from quizgen.model.document import Span

_A_DAY = re.compile(rf"(?:the )?(?:\d{{1,2}} )?(?:{'|'.join(sorted(MONTHS))})(?: \d{{1,2}})?(?:,? \d{{4}})?")
_PARTICLES = frozenset(["up", "out", "down", "in", "on", "off"])
_GOES_ON = frozenset(["between", "with", "by", "in", "into", "on", "to", "for", "against", "at"])


def event_end(sentence: Sentence, start: int) -> int:
    """The end of the event's noun phrase, with "between the two" and "with China"."""
    words = sentence.words
    end = noun_phrase_end(words, start)
    while end > start and end < len(words) and words[end].lower in _GOES_ON:
        following = noun_phrase_end(words, end + 1)
        named = any(w.is_name and w.text not in MONTHS for w in words[end + 1 : following])
        if following == end + 1 or not (named or words[end].lower in ("between", "for")):
            break
        between = words[end].lower == "between"
        if between and following < len(words) and words[following].lower == "and":
            following = noun_phrase_end(words, following + 1)
        end = following
    if end > start and end + 1 < len(words) and words[end].lower == "and" and words[end + 1].tag in ("NN", "VBG"):
        behind = end + 3 if words[end + 2].lower in _PARTICLES else max(end + 2, noun_phrase_end(words, end + 1))
        if behind >= len(words) or words[behind].tag in (".", ",", ":"):
            return behind  # reform and opening up
    return end


def standing_alone(u: Understanding, sentence: Sentence, place: Span) -> str | None:
    """The event's noun phrase with "its" and "the two countries" named; None where that is not certain."""
    event = name_the_pair(" ".join(place.of(u.text).split()), u.aliases)
    if _A_DAY.fullmatch(event):
        return None  # the anniversary of the July 12, 2016, ruling
    if own := owner(event):
        named = _owner_before(u, sentence, place.start, own.lower())
        if named is None:
            return None
        event = re.sub(rf"\b{own}\b (.+)", lambda m: f"the {m[1]} of {named}", event, count=1)
    if pointing(event) or pronoun(event):
        return None
    return event


def _owner_before(u: Understanding, sentence: Sentence, offset: int, own: str) -> str | None:
    """Whom "its" or "his" belongs to: the one thing or person of that sort named before it in the sentence."""
    people = own in ("his", "her")
    named = [
        entity.name
        for mention in u.mentions[sentence.index]
        if mention.span.end <= offset
        and (entity := u.aliases.at(mention)) is not None
        and (mention.kind.value == "person" or entity.kind.value == "person") == people
    ]
    nearest = named[-1:] if own == "its" else list(dict.fromkeys(named))
    if len(nearest) != 1:
        return None
    return u.named(nearest[0])
