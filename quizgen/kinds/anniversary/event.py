"""The event of which something is the anniversary: its noun phrase, named so that it stands alone."""

from __future__ import annotations

import re

from quizgen.language.asking import text_of
from quizgen.language.gazetteer import MONTHS, country, is_organisation_head, programme_sort
from quizgen.language.names import NameKind
from quizgen.language.nominal import is_action
from quizgen.language.pattern import Pattern
from quizgen.language.phrases import noun_phrase_end, noun_phrase_start
from quizgen.language.predicate import with_topic
from quizgen.language.sentences import Sentence
from quizgen.language.standalone import name_the_pair, owner, pointing, pronoun, the_pair
from quizgen.language.subject import subject_range
from quizgen.language.understanding import Understanding
from quizgen.model.document import Span

_A_DAY = Pattern(rf"(?:the )?(?:\d{{1,2}} )?(?:{'|'.join(sorted(MONTHS))})(?: \d{{1,2}})?(?:,? \d{{4}})?")
_PARTICLE = 4
"""Letters of a small word inside a foreign name, less one: the Bangko Sentral *ng* Pilipinas."""
_PARTICLES = frozenset(["up", "out", "down", "in", "on", "off"])
_GOES_ON = frozenset(["between", "with", "by", "in", "into", "on", "to", "for", "against", "at"])


def event_end(sentence: Sentence, start: int) -> int:
    """The end of the event's noun phrase, with "between the two" and "with China"."""
    words = sentence.words
    end = noun_phrase_end(words, start)
    while end > start and end < len(words) and words[end].lower in _GOES_ON:
        if words[end].lower == "in" and words[end - 1].is_name:
            break  # marked the founding of ASEAN | in Manila
        following = noun_phrase_end(words, end + 1)
        named = any(w.is_name and w.text not in MONTHS for w in words[end + 1 : following])
        if following == end + 1 or not (named or words[end].lower in ("between", "for")):
            break
        between = words[end].lower == "between"
        if between and following < len(words) and words[following].lower == "and":
            following = noun_phrase_end(words, following + 1)
        end = following
    opened = end + 1 < len(words) and (words[end + 1].tag in ("NN", "VBG") or words[end + 1].lower.endswith("ing-up"))
    if end > start and opened and words[end].lower == "and":
        behind = end + 3 if words[end + 2].lower in _PARTICLES else max(end + 2, noun_phrase_end(words, end + 1))
        if behind >= len(words) or words[behind].tag in (".", ",", ":"):
            return behind  # reform and opening up
    return end


def standing_alone(u: Understanding, sentence: Sentence, place: Span) -> str | None:
    """The event's noun phrase with "its" and "the two countries" named; None where that is not certain."""
    event = with_topic(u, sentence, name_the_pair(" ".join(place.of(u.text).split()), u.aliases))
    event = _of_both(u, sentence, place.start, event)
    if _A_DAY.fullmatch(event):
        return None  # the anniversary of the July 12, 2016, ruling
    if owner(event).lower() == "their" and " between " in event:
        event = f"the {event.partition(' ')[2]}"  # the bilateral relationship between Peru and Norway
    if own := owner(event):
        named = _owner_before(u, sentence, place.start, own.lower())
        if named is None:
            return None
        event = re.sub(rf"\b{own}\b (.+)", lambda m: f"the {m[1]} of {named}", event, count=1)
    if not event or pointing(event) or pronoun(event):
        return None
    noun = event.partition(" of ")[0]
    bare_deed = event.startswith(f"{noun} of ") and is_action(noun.lower())
    return f"the {noun.lower()}{event.removeprefix(noun)}" if bare_deed else event


_BOTH = Pattern(r"\b(?:the two|both) (?:countries|nations|sides|states|peoples)\b")
_RELATIONS = frozenset("relations ties relationship partnership friendship alliance cooperation".split())


def _of_both(u: Understanding, sentence: Sentence, offset: int, event: str) -> str:
    """ "relations between the two countries", where the text before names two and no more: between Norway and Chile."""
    bare_ties = event.split()[-1] in _RELATIONS and not re.search(r"[A-Z]", event)
    if not bare_ties and not _BOTH.search(event):
        return event
    told = u.text[sentence.span.start : offset]
    nations = _nations(told)
    nations = nations if len(nations) == 2 else _nations(f"{u.title} {told}")
    if len(nations) != 2 and (pair := the_pair(u.aliases)) is not None:
        nations = list(pair)
    if len(nations) != 2:
        return "" if bare_ties else event
    both = " and ".join(nations)
    return f"{event} between {both}" if bare_ties else _BOTH.sub(both, event)


def _nations(text: str) -> list[str]:
    """The countries that a text names, by name or adjective."""
    found = (country(word) for word in re.findall(r"[A-Z][\w.]+", text))
    return list(dict.fromkeys(nation.name for nation in found if nation is not None))


def bare(event: str) -> bool:
    """Whether an event is named by one common word, which says nothing of whose it is: "independence"."""
    word = event.removeprefix("the ")
    return " " not in word and word.islower()


def of_its_owner(u: Understanding, sentence: Sentence, offset: int, event: str) -> str | None:
    """ "their centenary of independence" -> the independence of Uruguay; None where it is not certain whose it is.

    Args:
        u: the document.
        sentence: where the anniversary is told.
        offset: where its number begins.
        event: the common word it is of.
    """
    before = sentence.words[: sentence.word_at(offset)]
    if before and before[-1].lower in ("its", "their"):
        named = _owner_before(u, sentence, before[-1].start, before[-1].lower)
    else:
        named = holder_before(u, sentence, offset) or sole_subject(u, sentence, offset)
    return f"the {event.removeprefix('the ')} of {named}" if named else None


def holder_before(u: Understanding, sentence: Sentence, offset: int) -> str | None:
    """Whose anniversary it is, by a name with "'s" before its number: "the University of Elmsford's 50th"."""
    words = sentence.words
    mark = sentence.word_at(offset) - 1
    while mark > 0 and words[mark].tag == "JJ":
        mark -= 1
    if mark < 1 or words[mark].tag != "POS":
        return None
    end = words[mark - 1].end
    mention = next((m for m in u.mentions[sentence.index] if m.span.end == end and u.aliases.at(m)), None)
    start = sentence.word_at(mention.span.start) if mention else noun_phrase_start(words, mark - 1)
    if mention is not None:
        entity = u.aliases.at(mention)
    else:
        who = u.coreference.resolve(Span(words[start].start, end), sentence.index)
        entity = who.entities[0] if who is not None and len(who.entities) == 1 else None
    if entity is None or entity.kind is NameKind.PERSON:
        return None
    named = u.named(entity.name)
    if is_generic(named):
        return None
    article = mention is not None and start > 0 and words[start - 1].lower == "the" and not named.startswith("the ")
    return f"the {named}" if article else named


def holder_of_whose(u: Understanding, sentence: Sentence, offset: int) -> str | None:
    """What ", whose 24th anniversary" goes back to: the body or place named right before."""
    words = sentence.words
    whose = sentence.word_at(offset) - 1
    if whose < 2 or words[whose].lower != "whose":
        return None
    last = whose - 1 - (words[whose - 1].tag in (",", ":"))
    mention = next((m for m in u.mentions[sentence.index] if m.span.end == words[last].end), None)
    entity = u.aliases.at(mention) if mention is not None else None
    if entity is None or entity.kind is NameKind.PERSON or is_generic(entity.name):
        return None
    start = noun_phrase_start(words, last)
    small = all(w.is_name or w.lower == "the" or len(w.text) < _PARTICLE for w in words[start : last + 1])
    whole = text_of(u.text, words, start, last + 1)
    return whole if small and whole.endswith(entity.name) else u.named(entity.name)


def is_generic(name: str) -> bool:
    """Whether a name is only the noun of a sort: "the Act", "the University"; which one, the text tells elsewhere."""
    word = name.removeprefix("the ").lower()
    return " " not in word and bool(programme_sort(word) or is_organisation_head(word))


def sole_subject(u: Understanding, sentence: Sentence, offset: int) -> str | None:
    """The one body, place or work that is the subject of the clause at an offset."""
    clause = u.clause_at(sentence, offset)
    if clause is None or clause.subject is None:
        return None
    a, b = clause.subject
    who = u.coreference.resolve(Span(sentence.words[a].start, sentence.words[b - 1].end), sentence.index)
    if who is None or len(who.entities) != 1 or who.entities[0].kind is NameKind.PERSON:
        return None
    named = u.named(who.entities[0].name)
    return None if is_generic(named) else named


def _pair_before(u: Understanding, sentence: Sentence, offset: int) -> str | None:
    """The two whose "their" it is: the subject of the clause at an offset, where that names two."""
    clause = u.clause_at(sentence, offset)
    if clause is None or clause.subject is None:
        return None
    a, b = clause.subject
    named = subject_range(u, sentence, clause) or (a, b)
    who = u.coreference.resolve(Span(sentence.words[named[0]].start, sentence.words[named[1] - 1].end), sentence.index)
    return who.text if who is not None and len(who.entities) == 2 else None


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
    if own == "their" and len(nearest) == 2:
        return _pair_before(u, sentence, offset)
    if len(nearest) == 1:
        return u.named(nearest[0])
    if named or own not in ("his", "her", "its"):
        return None
    if own == "its":
        return sole_subject(u, sentence, offset)
    words = sentence.words[sentence.word_at(offset) :]
    word = next((w for w in words if w.lower == own), None)
    who = u.coreference.resolve(word.span, sentence.index) if word is not None else None
    return who.text if who is not None and len(who.entities) == 1 else None
