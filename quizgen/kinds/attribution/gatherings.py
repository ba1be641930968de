"""Ministers and leaders of a group who met, and speak together as "the Ministers" and "they"."""

from __future__ import annotations

from quizgen.language.entity import Entity
from quizgen.language.names import Mention, NameKind
from quizgen.language.once import once
from quizgen.language.pattern import Pattern
from quizgen.language.referent import Referent
from quizgen.language.sentences import Sentence
from quizgen.language.speech import Speech
from quizgen.language.understanding import Understanding
from quizgen.model.document import Span

_OPENS = Pattern(
    r"\b[Tt]he (?P<lead>(?:[A-Z]\w+ )?(?P<noun>Ministers|Leaders|Presidents|Governors|Heads)"
    r"(?P<state> of (?:State|Government)(?:(?: and| or|/| and/or) (?:of )?(?:the )?Government)?)?)"
    r"(?: (?:for|of|responsible for) (?P<field>(?:the )?[A-Z]\w+(?: (?:and )?[A-Z]\w+)*))?"
    r"(?: (?:of|from) the (?i:(?:member|participating) )?"
    r"(?i:states|countries|nations|economies)(?i: members| parties)?)?"
    r",? of (?P<body>(?:the )?[A-Z][\w’'-]*(?:(?: of| and| for| the| in){0,2} (?:[A-Z][\w’'-]*|\d+))*)"
)
""" "The Ministers for Fisheries of the Member States of the Herring Board met in Bergen"."""
_OPENING = 3
"""Sentences of the text in which those who met are named."""
_LONGEST = 12
"""Words of their name, at the most."""
_BACK = 4
"""Sentences before a "They" among which they are named."""
_SHORT = {"Foreign Affairs": "Foreign", "Finance": "Finance", "Trade": "Trade", "Health": "Health"}


def together(u: Understanding, speech: Speech) -> Referent | None:
    """Those who met, where "the Ministers" or a "They" that certainly stands for them speaks.

    Args:
        u: the document.
        speech: the report.
    """
    group = _who_met(u)
    if group is None:
        return None
    noun, entity = group
    called = speech.speaker.of(u.text)
    sentence = u.sentence_at(speech.speaker.start)
    if not (_calls(called, noun) or (called == "They" and _goes_on(u, sentence, noun))):
        return None
    return Referent(entity.name, (entity,), indirect=True)


def _calls(called: str, noun: str) -> bool:
    return called.startswith(("The ", "the ")) and called.split(" of ")[0].split(" for ")[0].endswith(noun)


def _goes_on(u: Understanding, sentence: Sentence, noun: str) -> bool:
    """Whether the sentences before in the paragraph open with "the Ministers", or with another "They"."""
    for before in reversed(u.sentences[max(0, sentence.index - _BACK) : sentence.index]):
        if before.paragraph != sentence.paragraph:
            return False
        opening = " ".join(before.span.of(u.text).split()[:4])
        if f"he {noun} " in f"{opening} ":
            return True
        if not opening.startswith("They "):
            return False
    return False


@once
def _who_met(u: Understanding) -> tuple[str, Entity] | None:
    """What those who met are called for short, and who they are; None where the opening names no such group."""
    for sentence in [s for s in u.sentences if not s.heading][:_OPENING]:
        found = _OPENS.search(u.text, sentence.span.start, sentence.span.end)
        if found is None:
            continue
        field = (found["field"] or "").removeprefix("the ")
        short = _SHORT.get(field, "")
        lead = f"{short} {found['lead']}" if short else f"{found['lead']} for {field}" if field else found["lead"]
        name = " ".join(f"the {lead} of {found['body']}".split())
        place = Span(*found.span())
        mention = Mention(place, place, name, NameKind.PEOPLE, sentence.index)
        noun = f"{found['noun']}{found['state'] or ''}".split(" of ")[0]
        if len(name.split()) <= _LONGEST:
            return noun, Entity(name, NameKind.PEOPLE, names={name: 1, found["body"]: 1}, mentions=[mention])
    return None
