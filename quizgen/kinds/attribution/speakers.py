"""Who it was that spoke."""

from __future__ import annotations

from quizgen.kinds.attribution.gatherings import together
from quizgen.kinds.attribution.offices import national_body, owned_body
from quizgen.language.antecedents import thing_named
from quizgen.language.entity import Entity
from quizgen.language.names import NameKind
from quizgen.language.pattern import Pattern
from quizgen.language.referent import Referent
from quizgen.language.speech import Speech
from quizgen.language.speech.names import Rule
from quizgen.language.understanding import Understanding
from quizgen.model.document import Span

_BRACKET = Pattern(r" \([^()]*\)$")
_SORT = Pattern(
    r"(?:[Tt]he |[Aa]n? )?(?:[\w.-]+ ){0,3}(?:company|firm|group|agency|airline|carmaker|chipmaker|bank|charity|union"
    r"|retailer|manufacturer|maker|giant|startup|publisher|broadcaster|organi[sz]ation|watchdog|regulator|think tank"
    r"|newspaper|magazine|club|developer|operator|producer|supplier|brand|platform|network|party|campaign) "
)
"""What a body is, before its name."""
_BODIES = frozenset([NameKind.ORGANISATION, NameKind.OTHER])
_IN_PLACE = Pattern(r"\b(?:in|at|from|near|of) $")
"""What stands before the name of a town that no list has."""
_BACK = 3
"""Sentences before "It" among which the body it stands for is named."""
_THING = Pattern(r"[Tt]he (?P<noun>[a-z]+)")
"""A speaker called by a bare noun: "the company"."""


def speaker_of(u: Understanding, speech: Speech) -> Referent | None:
    """Who speaks; before a colon "THE PRESIDENT" is the author whose remarks they are, and no other of that title.

    Args:
        u: the document.
        speech: the report.
    """
    if (met := together(u, speech)) is not None:
        return met
    referent = u.speaker_of(speech)
    if referent is None and (bracket := _BRACKET.search(speech.speaker.of(u.text))):  # Bramley Mills (NYSE: BRML)
        bare = Span(speech.speaker.start, speech.speaker.start + bracket.start())
        referent = u.coreference.resolve(bare, u.sentence_at(bare.start).index)
    if referent is None and speech.antecedent is not None:
        referent = u.coreference.resolve(speech.antecedent, speech.sentence)
    if referent is None and (body := owned_body(u, speech) or national_body(speech.speaker.of(u.text))) is not None:
        return body
    if referent is None and (whole := _ending_there(u, speech)) is not None:
        return Referent(whole.name, (whole,))
    if referent is None and (named := _named_company(u, speech)) is not None:
        return Referent(named.name, (named,))
    if referent is None and (called := _THING.fullmatch(speech.speaker.of(u.text))):
        thing = thing_named(u, u.sentence_at(speech.speaker.start), called["noun"])
        return Referent(thing.name, (thing,), indirect=True) if thing is not None else None
    if referent is None and speech.speaker.of(u.text) == "It" and (told := _body_before(u, speech)) is not None:
        return Referent(told.name, (told,), indirect=True)
    if speech.rule is not Rule.TRANSCRIPT or referent is None:
        return referent
    label = speech.speaker.of(u.text).lower()
    if all(e.surname.lower() in label for e in referent.entities):
        return referent
    author = u.author.entity if u.author else None
    return Referent(author.name, (author,), indirect=True) if author is not None and author.titles else None


def _body_before(u: Understanding, speech: Speech) -> Entity | None:
    """The body that "It" is: the sentences before it in the paragraph open with it, and name no other."""
    here = u.sentence_at(speech.speaker.start)
    for before in reversed(u.sentences[max(0, here.index - _BACK) : here.index]):
        if before.paragraph != here.paragraph or before.heading:
            return None
        subject = u.coreference.subject_of(before.index)
        things = (m for m in u.mentions[before.index] if not _IN_PLACE.search(u.text, before.span.start, m.span.start))
        named = {e.name for m in things if (e := u.aliases.at(m)) and e.kind in _BODIES}
        if subject is not None:
            body = subject.entities[0] if len(subject.entities) == 1 else None
            alone = body is not None and body.kind is NameKind.ORGANISATION and named <= {body.name}
            return body if alone else None
        if before.words[0].text != "It" or named:
            return None
    return None


def _ending_there(u: Understanding, speech: Speech) -> Entity | None:
    """The body whose name the speaker is but the end of: "the Ministry of Mills and *Natural Resources (MMNR)*"."""
    bare = _BRACKET.sub("", speech.speaker.of(u.text))
    end = speech.speaker.start + len(bare)
    for mention in u.mentions[u.sentence_at(speech.speaker.start).index]:
        if (
            mention.kind is NameKind.ORGANISATION
            and mention.span.start < speech.speaker.start < mention.span.end == end
        ):
            return u.aliases.at(mention)
    return None


def _named_company(u: Understanding, speech: Speech) -> Entity | None:
    """The body that closes a phrase which tells what it is: "the oil company *Nordol*"."""
    sentence = u.sentence_at(speech.speaker.start)
    named = next((m for m in u.mentions[sentence.index] if m.span.end == speech.speaker.end), None)
    if named is None or not _SORT.fullmatch(u.text[speech.speaker.start : named.span.start]):
        return None
    entity = u.aliases.at(named)
    return entity if entity is not None and entity.kind in (NameKind.OTHER, NameKind.ORGANISATION) else None
