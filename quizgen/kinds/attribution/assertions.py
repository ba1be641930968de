"""What the sole author of a speech or statement asserts in sentences without "I" and "we"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.kinds.attribution.fact import Attribution, names
from quizgen.kinds.attribution.own_words import as_speech, is_anothers, says_something, substance, without_owned
from quizgen.language.author import Author
from quizgen.language.entity import other_names
from quizgen.language.pattern import Pattern
from quizgen.language.said import said_clause
from quizgen.language.sentences import Sentence
from quizgen.language.speech import Manner
from quizgen.language.standalone import without_links
from quizgen.language.transcript import turns
from quizgen.language.understanding import Understanding
from quizgen.language.whole import stands_in
from quizgen.model.document import Places, Span
from quizgen.model.fact import AnswerType

_MOST = 3
"""Of a document, at the most: the answer is ever the same."""
_SPEAKS = Pattern(r"\b(?:I|my|we|our|us)\b", re.IGNORECASE)
_SPOKEN = 4
"""Sentences with "I" or "we" that a speech has at the least, and every so many of its sentences."""
_EVERY = 6
_LEADS = Pattern(
    r"^(?:However|Finally|Therefore|Thus|Indeed|First|Second|Third|Moreover|Furthermore|So|And|But|Also|Today|Now"
    r"|Of course|Above all|In (?:addition|short|fact|conclusion)|For (?:instance|example)|Meanwhile),? "
)
_TELLS = Pattern(
    r"^(?:(?:Mr|Mrs|Ms)\.? [A-Z][\w-]+, )?(?:[^.;:?]*, )?(?:I|[Ww]e) "
    r"(?:(?:(?:would like|wish|want|have the honou?r|(?:am|are) (?:very )?"
    r"(?:pleased|happy|glad|proud|delighted)) to |can |must )?(?:also |again )?"
    r"(?:inform|assure|tell|remind|announce|reiterate|stress|emphasi[sz]e|underline|underscore|recall|note|confirm"
    r"|reaffirm|declare|say|repeat|believe|know)|(?:am|are) (?:also )?(?:convinced|confident|certain|sure))"
    r"(?: to)?(?: (?:you|you all|everyone|(?:the|this|our)(?: \w+){1,3}))? that "
)
""" "Mr. President, I would like to inform this Assembly that ...", before what is said."""
_UNFIT = Pattern(
    r"[“”\"()\[\]:;?!*]|\.\.\.|…"
    r"|\b(?:I|me|my|we|us|our|ours|you|your|yours|he|she|him|his|her|hers|they|them|their|it|its|this|these|those|here"
    r"|another|there(?! (?:is|are|was|were|will|must|can|should|has|have)\b)|such(?! as\b)|so(?! that\b)"
    r"|too(?! (?:many|much)\b)|today|tonight|now|then|ladies|gentlemen|thank|thanks)\b",
    re.IGNORECASE,
)
"""What only those present, or readers of the text before, can follow; and what is no plain sentence."""
_NAMED = Pattern(r"(?<!^)\b[A-Z][a-z]{2,}|\d")
_DATE = Pattern(r"(?:\d{1,2} )?(?:[A-Z][a-z]+ )?\d{4}")
_LONGEST, _SHORTEST = 26, 7
"""Words."""
_NEAR = 8
"""Words behind a participle among which a comma would end an opening."""
_SUBSTANCE = 4
"""Words of more than four letters that a statement must have."""


def assertions(u: Understanding, taken: Places) -> Iterator[Attribution]:
    """Yield what the one author of a document in the first person states as so, or as what must be done.

    Args:
        u: the document.
        taken: what other cards already ask.
    """
    author = u.author
    if author is None or author.entity is None or turns(u) or not _is_spoken(u):
        return
    found: list[tuple[float, Span, str]] = []
    for sentence in u.sentences:
        place = _plain(u, sentence, taken)
        said = said_clause(u, as_speech(author, sentence, place, Manner.INDIRECT), _LONGEST) if place else None
        if not place or not said or len(said.split()) < _SHORTEST or _names_more(u, said, place.of(u.text)):
            continue
        if not names(said, author.entity.surname):
            found.append((_weight(said), place, said))
    best = sorted(found, key=lambda one: -one[0])[:_MOST]
    for _, place, said in sorted(best, key=lambda one: one[1]):
        yield _fact(u, author, place, said)


def _names_more(u: Understanding, said: str, told: str) -> bool:
    """Whether a statement names what its sentence leaves to the ones before, and not by a part of the name."""
    here = set(_NAMED.findall(f" {told}"))
    more = set(_NAMED.findall(_DATE.sub("", said))) - here
    known = (set(e.name.split()) for e in u.aliases.entities if e.surname in here and e.name in said)
    return bool(more) and not any(more <= words for words in known)


def _is_spoken(u: Understanding) -> bool:
    """Whether the whole document is in the first person, and no report that its author is named in."""
    prose = [s for s in u.sentences if not s.heading]
    spoken = sum(_SPEAKS.search(s.span.of(u.text)) is not None for s in prose)
    author = u.author
    if author is not None and u.sentence_at(author.proof.start).heading:  # the title tells whose all of it is
        named = author.entity.surname if author.entity is not None else author.name
        if spoken and not any(stands_in(named, s.span.of(u.text)) for s in prose):
            return True
    return spoken >= _SPOKEN and spoken * _EVERY >= len(prose)


def _plain(u: Understanding, sentence: Sentence, taken: Places) -> Span | None:
    """The part of a sentence that states something and needs nothing around it; None where it does not."""
    text = sentence.span.of(u.text)
    if sentence.heading or not text.endswith("."):
        return None
    lead = _TELLS.match(text) or _LEADS.match(text)
    start = sentence.span.start + (lead.end() if lead else 0)
    place = Span(start, sentence.span.end - 1)
    said = place.of(u.text)
    clauses = u.clauses[sentence.index]
    opens = any(c.subject is not None for c in clauses) or (bool(clauses) and _opens_with_noun(sentence, said))
    if not opens or _UNFIT.search(without_owned(said)) or len(substance(said)) < _SUBSTANCE:
        return None
    if without_links(said) != said or not says_something(said):
        return None
    return None if taken.meet(place) or is_anothers(u.speech_about(place), place) else place


def _opens_with_noun(sentence: Sentence, said: str) -> bool:
    """Whether a sentence whose subject was not seen opens like one: "Building mills will require", "No mill will"."""
    first, *rest = sentence.words
    named = first.tag in ("DT", "VBG", "NN", "NNS", "JJ") and not any(w.text == "," for w in rest[:_NEAR])
    return said.startswith("No ") or (named and any(w.is_finite for w in rest))


def _weight(said: str) -> float:
    """How much a statement says, above all of things that are named or counted."""
    return min(len(substance(said)), 9) + 3 * min(len(_NAMED.findall(said)), 3)


def _fact(u: Understanding, author: Author, place: Span, said: str) -> Attribution:
    entity = author.entity
    predicate = f"said that {said}"
    return Attribution(
        rule="own-assertion", subject=predicate, evidence=tuple(sorted({author.proof, u.proof(place)})),
        speakers=(author.name,), accept=other_names(entity) if entity else (), type=AnswerType.PERSON,
        predicate=predicate, worth=0.6, guards=("known-author", "sole-voice", "stands-alone", "not-own-speaker"),
    )  # fmt: skip
