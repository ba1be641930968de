"""What the author of remarks or a statement says of "I" and "we", asked word for word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quizgen.kinds.attribution.fact import Attribution, accepted, names
from quizgen.kinds.attribution.quotation import LONGEST, quotation_of
from quizgen.language.author import Author
from quizgen.language.gazetteer import country
from quizgen.language.lexicon import is_known
from quizgen.language.pattern import Pattern
from quizgen.language.referent import Referent
from quizgen.language.sentences import Sentence
from quizgen.language.speech import Manner, Speech
from quizgen.language.speech.names import Rule
from quizgen.language.transcript import author_at
from quizgen.language.understanding import Understanding
from quizgen.model.document import Places, Span
from quizgen.model.fact import AnswerType

_MOST = (5, 700)
"""Of a short document, at the most, and in so many characters one: the answer is ever the same."""
_OF_OFFICE = 3
"""The same of somebody who is told by the office alone: what an ambassador says, another might."""
_WORDS = range(8, 46)
_SUBSTANCE = 4
"""Words of more than four letters that a quotation must have."""
_BREAK = Pattern(r"\s(?:—|–|--)\s+(?=(?:I|[Ww]e|There|there)\b)")
"""Where a speaker starts over: "because there's so — I have never been ..."."""
_DASH = Pattern(r"\s(?:—|–|--)\s")
_DASHES = 3
"""With more of them, a sentence never comes to its end."""
_STAMMER = Pattern(r"\b(\w{2})\w* (?:—|–|--) \1|\b(\w+)(?: (?:—|–|--))? \2\b", re.IGNORECASE)
_OPENINGS = Pattern(
    r"^(?:(?:and|but|so|now|well|folks|yes|look|again|today|together|indeed|because|also|finally|in short|by the way"
    r"|of course|first of all|moreover|furthermore|meanwhile|likewise|however|in fact|for instance|for example"
    r"|as you know|in addition|excellencies"
    r"|(?:Mr\.?|Madam|Mrs\.?) (?:President|Speaker|Chair\w*|Prime Minister|Secretary-General)"
    r"|(?:first|second|third|fourth|fifth|firstly|secondly|thirdly|last|lastly)(?=,))\b,?\s+)+",
    re.IGNORECASE,
)
_PROCLAIMED = Pattern(
    r"\bhereby\s+proclaim\s+(?P<when>[A-Z0-9][\w ,]{3,50}?),?\s+(?:as|to be)\s+(?:the\s+)?"
    r"(?P<name>[A-Z][^.;,]{3,90}?)(?=[.;,])"
)
_SPEAKERS = Pattern(r"\b(?:I|me|my|we|us|our|ours)\b", re.IGNORECASE)
_POINTS = Pattern(
    r"\b(?:he|she|him|his|her|hers|they|them|their|theirs|this|these|those|here|there’s so|such|you|your|yours"
    r"|it|its|then|so|too|also|therefore|however|both|former|latter|above|below|tonight|yesterday|tomorrow"
    r"|thank|thanks|welcome|sorry|inaudible|conclude|let me|that’s|that's|that (?:is|was|will|day|man|one))\b"
    r"|\bago\b|\b(?:last|this|next) (?:year|month|week|century)\b"
    r"|(?:want|like) to (?:end|close|begin|start|finish)\b|^that\b|[“”\"()\[\]:?*]|\.\.\.|…",
    re.IGNORECASE,
)
"""What only those present, or readers of the text before, can follow; and what is no plain sentence."""
_CEREMONY = Pattern(
    r"\b(?:thank\w*|grateful|gratitude|honou?red|privileged?|(?:my|an?|great) pleasure|congratulat\w*"
    r"|greetings?|permission|remarks"
    r"|(?:would|should) like to|look forward|have told|make a statement|dear friends"
    r"|(?:pleased|delighted|happy|proud|glad) to (?!announce|say|report|inform|tell)\w+)\b",
    re.IGNORECASE,
)
"""What is said at any such occasion."""
_MEMORABLE = 5
"""Long words of a sentence that is asked though it names and counts nothing, for a word of it that is remembered."""
_GENERIC_IT = Pattern(r"\bit (?:is|was|will be|has been) (?:\w+ )?(?:\w+) (?:that|to|for)\b", re.IGNORECASE)
_ON_ITS_OWN = Pattern(r"\bon (?:its|their) own\b")
_ITS = Pattern(r"\b[Ii]ts\b")
_THEIR = Pattern(
    r"^((?:The |All |Many |Most )?(?:[\w-]+ ){0,3}?(?:\w+[^us\W]s|people|women|men|children) "
    r"(?:must|should|will|have|are|were|need|can|do|want|deserve)\b[^,;]*?) their\b"
)
"""Those with whom a sentence opens, and what is theirs: "Small states must defend *their* waters"."""
_NAMED = Pattern(r"(?<!^)\b[A-Z][a-z]{2,}|\d[\d,.]*")
_HOLDS = Pattern(
    r"\b(?:believe|never|always|must|most|greatest|best|every|proud|committed|promise|optimistic|together|hope|"
    r"stronger|safer|nothing|lot of|good|remember|continue|renew|strength|future|freedom|peace)\b",
    re.IGNORECASE,
)
"""Words of those sentences that are remembered of a speech."""


def own_words(u: Understanding, taken: Places) -> Iterator[Attribution]:
    """Yield the sentences of an author, or of those who speak in turn, that stand alone as a quotation.

    Args:
        u: the document.
        taken: what other cards already ask.
    """
    found: dict[str, list[tuple[Span, str, Author]]] = {}
    for sentence in u.sentences:
        author = None if sentence.heading else author_at(u, sentence.span.end - 1)
        if author is None or author.entity is None:
            continue
        place = _quotation(u, sentence, taken)
        words = _worded(u, author, place) if place is not None else ""
        if place is not None and words and not any(names(words, n) for n in (author.name, author.entity.surname)):
            found.setdefault(author.name, []).append((place, words, author))
    most = max(_MOST[0], len(u.text) // _MOST[1])
    best = [
        one for name, said in found.items()
        for one in sorted(said, key=lambda one: -_weight(one[1]))[: _OF_OFFICE if name.startswith("the ") else most]
    ]  # fmt: skip
    for place, words, author in sorted(best, key=lambda one: one[0]):
        yield _fact(u, author, place, words)


def _worded(u: Understanding, author: Author, place: Span) -> str:
    """The words of a sentence, up to a place where it can break off if it is long; empty where there is none."""
    words = " ".join(place.of(u.text).split()).rstrip(".")
    if len(words.split()) <= LONGEST:
        return words
    plain = _DASH.search(words) is None
    return quotation_of(u, as_speech(author, u.sentence_at(place.start), place, Manner.DIRECT)) if plain else ""


def proclaimed(u: Understanding) -> Iterator[Attribution]:
    """Yield what a proclamation names a day: "I, ANA REIS, ..., do hereby proclaim 4 May 2021 as Herring Day"."""
    author = u.author
    found = _PROCLAIMED.search(u.text) if author is not None else None
    if author is None or found is None:
        return
    told = " ".join(f"{found['when'].rstrip(',')} as {found['name']}".split())
    accept = accepted(Referent(author.name, (author.entity,))) if author.entity else ()
    proof = u.proof(Span(*found.span("name")))
    evidence = (proof,) if proof.contains(author.proof) else tuple(sorted((author.proof, proof)))
    yield Attribution(
        rule="proclamation", subject=told, evidence=evidence,
        speakers=(author.name,), accept=accept, type=AnswerType.PERSON, predicate=f"proclaimed {told}",
        guards=("known-author",),
    )  # fmt: skip


def _quotation(u: Understanding, sentence: Sentence, taken: Places) -> Span | None:
    """The part of a sentence that can be quoted; None where it needs its surroundings."""
    text = sentence.span.of(u.text).rstrip('”"')
    if not text.endswith((".", "!")):
        return None
    opened = text[0] in '“"'
    start = max((m.end() for m in _BREAK.finditer(text)), default=0)
    start = max(start, int(opened))
    if opening := _OPENINGS.match(text[start:]):
        start += opening.end()
    said = text[start:]
    place = Span(sentence.span.start + start, sentence.span.start + len(text))
    plain = _GENERIC_IT.sub("", without_owned(said))
    if not said or not _SPEAKERS.search(said) or _POINTS.search(plain):
        return None
    if _STAMMER.search(said) or len(_DASH.findall(text)) > _DASHES:
        return None
    if " — and " in said or len(said.split()) not in _WORDS or len(substance(said)) < _SUBSTANCE:
        return None
    if not says_something(said):
        return None
    return None if taken.meet(place) or is_anothers(u.speech_about(place), place) else place


def without_owned(said: str) -> str:
    """A sentence without the "its" of the one country it names before, and the "their" of those it opens with.

    Args:
        said: the sentence.
    """
    said = _ON_ITS_OWN.sub("alone", said)
    its = _ITS.search(said)
    if its is not None:
        named = [word for word in re.findall(r"[A-Z][\w-]+", said[: its.start()]) if not is_known(word.lower())]
        said = _ITS.sub("the", said) if len(named) == 1 and country(named[0]) else said
    return _THEIR.sub(r"\1 the", said)


def as_speech(author: Author, sentence: Sentence, place: Span, manner: Manner) -> Speech:
    """A sentence as what its author says."""
    return Speech(
        speaker=author.proof, cue=Span(place.start, place.start), content=place, parts=(place,), act="say",
        manner=manner, sentence=sentence.index, rule=Rule.CARRIED_CLAUSE, certain=True,
    )  # fmt: skip


def is_anothers(speeches: Sequence[Speech], place: Span) -> bool:
    """Whether a sentence tells what somebody else says."""
    return any(s.rule is not Rule.TRANSCRIPT and not s.guards and s.content.overlaps(place) for s in speeches)


def says_something(said: str) -> bool:
    """Whether a sentence of a speech is worth asking whose it is: no ceremony, and something named or well said.

    Args:
        said: the sentence.
    """
    if _CEREMONY.search(said):
        return False
    memorable = _HOLDS.search(said.lower()) is not None and len(substance(said)) >= _MEMORABLE
    return _NAMED.search(said) is not None or memorable


def substance(said: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]{5,}", said.lower()))


def _weight(said: str) -> float:
    """How much a sentence says, what it names, and how well it is remembered."""
    told = min(len(substance(said)), 9) + 2 * min(len(_NAMED.findall(said)), 3)
    return told + 3 * len(set(_HOLDS.findall(said.lower()))) + 2 * said.startswith("I ")


def _fact(u: Understanding, author: Author, place: Span, words: str) -> Attribution:
    entity = author.entity
    accept = accepted(Referent(entity.name, (entity,))) if entity else ()
    return Attribution(
        rule="own-words", subject=words, evidence=tuple(sorted({author.proof, u.proof(place)})),
        speakers=(author.name,), accept=accept, type=AnswerType.PERSON,
        predicate=f"said: “{words[:1].upper()}{words[1:]}”", worth=0.7,
        guards=("known-author", "sole-voice", "stands-alone", "not-own-speaker"),
    )  # fmt: skip
