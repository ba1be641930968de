"""Whether quoted words can stand by themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.language.pattern import Pattern
from quizgen.language.said import told_before
from quizgen.language.speech import Speech
from quizgen.language.understanding import Understanding
from quizgen.language.words import Word
from quizgen.model.document import Span

_MARKS_BEFORE = frozenset("\"“‘'`")
_POINTS_BACK = Pattern(r"(?:This|That|These|Those|He|She|They|So|Or)\b(?! (?:is|was) what\b| who\b| of us\b)")
_SOMEBODY = Pattern(r"\b(?:he|she|they|him|them|his|her|their)(?:'|’|\b)", re.IGNORECASE)
_AHEAD = Pattern(r"^[A-Z][a-z]+ (?:his|her|their) [^,]*, (?=[A-Z]\w)")
""" "In her years at the mill, Frey has ...": whose they are is told right behind."""
_THOSE_TOLD = Pattern(
    r"(?<=[a-z] )(?:these|those) (?:[a-z]+ ){0,2}[a-z]+s\b(?=[,.;!?]|$| (?:and|as|already|now|today|because)\b)"
    r"|\bthose (?:\w+ )?people\b(?! who)"
)
""" "On those farms", of which a speaker has told before."""
_ADDRESSING = Pattern(
    r"\b(?:Mr|Madam|Mrs|Ms)\.? (?:Chair|President|Speaker|Secretary|Chairman|Prime Minister)\b(?:,|$)"
    r"|\bExcellenc(?:y|ies)\b|\bladies and gentlemen\b|\bdear (?:friends|colleagues)\b",
    re.IGNORECASE,
)
"""Who is spoken to."""
_STAMMER = Pattern(r"\b(\w+)(?: \w+)?,? (?:—|–|--|\.\.\.) \1\b", re.IGNORECASE)
_MANY = frozenset("people children men women everyone everybody those police".split())
_OF_ALL = Pattern(r"\bthe (?:nation|country|continent|people)\b")
"""What a speaker calls so in words that are quoted, and everybody understands."""
_NAMED = Pattern(
    r"(?<=[a-z,)] )[A-Z][a-z]+|\b(?:[Mm]y|[Oo]ur|[Aa]ny|[Ee]very|[Ee]ach) [a-z]+"
    r"|\b[Aa]n? (?:[a-z]+ )?(?:man|woman|person|child|boy|girl|leader|president|candidate|player|friend|colleague"
    r"|teacher|doctor|student|worker|parent|citizen|neighbour|neighbor|company|country|nation|society|state|team)\b"
)
"""Those whom a "he", "she" or "they" behind them may be."""
_IT = Pattern(r"It(?:['’]s|['’]ll|['’]d)? |It (?:is|was|will|would|has|had|can|could|may|might|does|did|means|makes)\b")
_EXPLETIVE = Pattern(
    r"It(?:['’]s| is| was| will be| would be| has been| seems| looks| appears)"
    r" (?!(?:going|according|something|what|up|about|because)\b)"
    r"(?:(?:[\w’'-]+ ){1,5}(?:to|that|when|if|for|who|how|whether|why|because)\b"
    r"|(?:\w+ and )?(?:right|wrong|good|clear|true|important|vital|essential|time|likely|impossible|possible)"
    r"\b)|It takes "
)
"""An "it" that stands for what follows it."""
_NO_WORDS = Pattern(
    r"\[(?:emphasis|sic)|^(?:No|Yes|Yeah|Nope|Sure|Okay|OK|Right|Oh)[,.!]|\b[Yy]ou know\b"
    r"|^You(?:['’]re right| asked| said)\b"
    r"|^One (?:I|we|of (?:them|those|these)|is|was|would)\b|^(?:Another|Others?|The others?|The same|Neither|Both)\b"
)
"""Answers, and words that open a part of what somebody goes through."""
_INNER = Pattern(r"(?:^|\s)['‘](?=\w)(?!.*\w[.!?,]?['’](?:[\s,.!?;:]|$))|^['’]\w")
"""A quotation within, which has lost its end or its beginning."""
_BARE = Pattern(
    r"\bit(?=,)|\b(?:it|this|that)"
    r"(?:(?=[.;!?]|$)|(?= (?:and|but|or|yet|anymore|either|again)\b))(?<!\bdo it)(?<!\bput it)"
)
"""A bare "it" at the end of a clause, whose noun must stand before it."""
_A_THING = Pattern(r"(?<=[a-z,)] )[A-Z][a-z]+|\b(?:a|an|the|our|my|every|any|no|some) [a-z]+")
_OPENS_HALF = frozenset("if when because although while since unless by whereas until though".split())
_OPENS_PHRASE = frozenset(["DT", "IN"])
_TITLE = 3
"""Words of a title in capitals, at the least."""


def words_of(u: Understanding, part: Span) -> Iterator[Word]:
    """The words of a part of a quotation, which may go over several sentences."""
    return (word for sentence in u.sentences_in(part) for word in sentence.words_in(part))


def hangs(u: Understanding, speech: Speech, quote: str) -> bool:
    """Whether quoted words are half a sentence, or about somebody or something that only the text around names.

    Args:
        u: the document.
        speech: the report.
        quote: its words, as a question would have them.
    """
    if (
        _is_half(u, speech, quote)
        or _NO_WORDS.search(quote)
        or _INNER.search(quote)
        or (_IT.match(quote) and not _EXPLETIVE.match(quote))
    ):
        return True
    bare = _BARE.search(quote)
    if bare is not None and not _A_THING.search(quote[: bare.start()]):
        return True
    if _ADDRESSING.search(quote) or _THOSE_TOLD.search(quote) or _STAMMER.search(quote):
        return True
    if _POINTS_BACK.match(quote) or told_before(u, u.sentence_at(speech.content.start), _OF_ALL.sub("", quote)):
        return True
    who = _SOMEBODY.search(_AHEAD.sub("", quote))
    before = quote[: who.start()] if who else ""
    if who is None or _NAMED.search(before):
        return False
    opens = u.text[speech.content.start - 1] in _MARKS_BEFORE
    return not (who[0].lower().startswith("the") and _names_several(u, speech, quote if opens else before))


def _names_several(u: Understanding, speech: Speech, text: str) -> bool:
    """Whether some words of a quotation name those whom a "they" can mean."""
    told = set(re.findall(r"\w+", text))
    words = (w for part in speech.parts for w in words_of(u, part))
    return any((w.tag in ("NNS", "NNPS") or w.lower in _MANY) and w.text in told for w in words)


def _is_half(u: Understanding, speech: Speech, quote: str) -> bool:
    """Whether words are half a sentence ("By locking in China"), no sentence ("An implicit bargain") or a title."""
    plain = quote.split()
    if plain[0].lower() in _OPENS_HALF and "," not in quote:
        return True
    if quote.lower().startswith("not only because") and speech.content.of(u.text)[:1].islower():
        return True  # "I am glad," she said, "not only because ..."
    if len(plain) >= _TITLE and sum(w[:1].isupper() for w in plain) >= len(plain) - (len(plain) > _TITLE):
        return True
    words = [w for part in speech.parts for w in words_of(u, part)]
    return (
        bool(words)
        and words[0].tag in _OPENS_PHRASE
        and "," not in quote
        and not any(w.is_finite or w.tag == "VB" for w in words)
    )
