"""Anniversaries: the Nth anniversary of an event, an institution's own, and years named for a cause."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from quizgen.kinds import Kind
from quizgen.language.aliases import Entity
from quizgen.language.calendar import DateMention, Role
from quizgen.language.clauses import ClauseKind
from quizgen.language.gazetteer import MONTHS, country
from quizgen.language.lexicon import is_known
from quizgen.language.names import NameKind
from quizgen.language.nominal import event_clause, happens
from quizgen.language.once import once
from quizgen.language.ordinals import ordinal, ordinal_word, parse_ordinal
from quizgen.language.phrases import noun_phrase_end
from quizgen.language.sentences import Sentence
from quizgen.language.standalone import name_the_pair, owner, pointing, pronoun
from quizgen.language.understanding import Understanding
from quizgen.model.document import Span
from quizgen.model.fact import AnswerType, Dropped, Fact, Question

_NTH = re.compile(r"\b(?P<nth>\d{1,4}(?:st|nd|rd|th)|[a-z]+(?:-[a-z]+)?)\s+anniversary\b", re.IGNORECASE)
_CENTENARY = re.compile(
    r"\b(?P<nth>centenary|centennial|bicentenary|bicentennial|tercentenary|sesquicentennial)\b", re.I
)
_SIGN = re.compile(r"(?:anniver|cente)", re.IGNORECASE)
_AHEAD = re.compile(
    r"\b(?:ahead of|before|until|upcoming|approaching|forthcoming|eve of|nearly|almost|prepar\w+|will|next|towards?"
    r"|in advance|later|plan\w*|would|should|if)\b",
    re.IGNORECASE,
)
_MARKED_BEFORE = re.compile(
    r"(?:mark|celebrat|commemorat|observ)\w*\b[^.;]{0,130}$|\b(?:is|was)\b[^.;,]{0,70}$|\b[Oo]n (?:the|its|their|our) $"
)
_MARKED_AFTER = re.compile(r"[^.;]{0,120}\b(?:is|was|were) (?:being )?(?:marked|celebrated|commemorated|observed)\b")
_CONGRATULATES = re.compile(r"\bcongratulat", re.IGNORECASE)
_CHOICES = 12
"""Other events to choose distractors from, at the most."""
_GOES_ON = frozenset(["between", "with", "by", "in", "into", "on", "to", "for", "against", "at"])
_THEMES = ("Friendship", "Cooperation", "Tourism", "Culture", "Youth", "Science and Innovation", "Education")


@dataclass(frozen=True, slots=True, kw_only=True)
class Anniversary(Fact):
    """An anniversary that the document tells of."""

    number: int
    """How many years; 0 for a year named for a cause."""
    event: str
    """What it is the anniversary of, so that it stands alone; or the name of the year."""
    holder: str = ""
    """Whose own anniversary it is, where the text does not say what happened: "the University of Vienna"."""
    year: int | None = None
    """The year in which it fell, where certain."""
    well_wisher: str = ""
    """Who offered congratulations on it, where that is all that is told."""


def find(u: Understanding) -> Iterator[Anniversary | Dropped]:
    """Yield the anniversaries of a document."""
    for sentence in u.sentences:
        if sentence.heading:
            continue
        told = sentence.span.of(u.text)
        found = (*_NTH.finditer(told), *_CENTENARY.finditer(told)) if _SIGN.search(told) else ()
        for match in found:
            number = parse_ordinal(match["nth"])
            if number and number > 1:
                span = Span(sentence.span.start + match.start(), sentence.span.start + match.end())
                yield _nth(u, sentence, span, number)
        for mention in u.mentions[sentence.index]:
            if mention.text.startswith("Year of "):
                yield _named_year(u, sentence, mention.span)


def _nth(u: Understanding, sentence: Sentence, span: Span, number: int) -> Anniversary | Dropped:
    index = next(i for i, w in enumerate(sentence.words) if w.end >= span.end)
    following = sentence.words[index + 1].lower if index + 1 < len(sentence.words) else ""
    if following != "of":
        return _own(u, sentence, span, number)
    end = _event_end(sentence, index + 2)
    if end == index + 2:
        return Dropped(rule="nth-of", guard="no-event", span=span)
    place = Span(sentence.words[index + 2].start, sentence.words[end - 1].end)
    event = _standing_alone(u, sentence, place)
    if event is None:
        return Dropped(rule="nth-of", guard="event-points-outside", span=place)
    return _told(u, sentence, span, "nth-of", number, event)


def _event_end(sentence: Sentence, start: int) -> int:
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
    return end


def _standing_alone(u: Understanding, sentence: Sentence, place: Span) -> str | None:
    """The event's noun phrase with "its" and "the two countries" named; None where that is not certain."""
    event = name_the_pair(" ".join(place.of(u.text).split()), u.aliases)
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


def _own(u: Understanding, sentence: Sentence, span: Span, number: int) -> Anniversary | Dropped:
    """ "the University celebrated its 650th anniversary in 2015"."""
    subject = u.coreference.subject_of(sentence.index)
    before = u.text[max(0, span.start - 5) : span.start].lower()
    year = _year(u, sentence, span)
    clause = u.clause_at(sentence, span.start)
    if clause is None or clause.kind not in (ClauseKind.MAIN, ClauseKind.JOINED):
        return Dropped(rule="own", guard="not-of-the-main-subject", span=span)
    if subject is None or len(subject.entities) != 1 or not before.endswith(("its ", "his ", "her ", "their ")):
        return Dropped(rule="own", guard="no-certain-holder", span=span)
    if year is None:
        return Dropped(rule="own", guard="no-certain-year", span=span)
    holder = u.named(subject.text)
    return Anniversary(
        rule="own", subject=f"anniversary of {holder}", evidence=(u.proof(span),), number=number, event="",
        holder=holder,
        year=year, guards=("holder", "year"),
    )  # fmt: skip


def _told(
    u: Understanding, sentence: Sentence, span: Span, rule: str, number: int, event: str
) -> Anniversary | Dropped:
    lead = u.text[max(sentence.span.start, span.start - 60) : span.start]
    told = sentence.span.of(u.text)
    wisher = _well_wisher(u, span) if _CONGRATULATES.search(told) else ""
    ahead = _AHEAD.search(lead) is not None
    if ahead and not wisher:
        return Dropped(rule=rule, guard="ahead-of-it", span=span)
    year = None if wisher or ahead else _year(u, sentence, span)
    return Anniversary(
        rule=rule, subject=event, evidence=(u.proof(span),), number=number, event=event, year=year,
        well_wisher=wisher, worth=1.3, guards=("event", "not-ahead"),
    )  # fmt: skip


def _well_wisher(u: Understanding, span: Span) -> str:
    """Who congratulates, where one speaker certainly does."""
    for speech in u.speech_about(span):
        if speech.content.overlaps(span) or speech.cue.end <= span.start <= speech.content.end:
            referent = u.coreference.resolve(speech.speaker, speech.sentence)
            if referent and "congratulat" in Span(speech.cue.start, span.end).of(u.text):
                return referent.text
    subject = u.coreference.subject_of(u.sentence_at(span.start).index)
    return subject.text if subject else ""


def _year(u: Understanding, sentence: Sentence, span: Span) -> int | None:
    """The year an anniversary fell in: told with it, in the same clause, as a plain date."""
    if any(s.manner == "direct" and s.content.contains(span) for s in u.speech_about(span)):
        return None  # "this year" is the speaker's own, whenever that was
    lead, tail = u.text[sentence.span.start : span.start], u.text[span.end : sentence.span.end]
    if not (_MARKED_BEFORE.search(lead) or _MARKED_AFTER.match(tail)):
        return None
    dates = [
        d for d in u.dates_by_sentence.get(sentence.index, ())
        if d.value is not None and d.role in (Role.PLAIN, Role.NAME) and not d.approximate
    ]  # fmt: skip
    near = [d for d in dates if _same_clause(u, sentence, d, span)]
    years = {d.value.year for d in near if d.value is not None}
    return years.pop() if len(years) == 1 else None


def _same_clause(u: Understanding, sentence: Sentence, date: DateMention, span: Span) -> bool:
    clauses = [u.clause_at(sentence, place.start) for place in (date.span, span)]
    return clauses[0] is clauses[1]


def _named_year(u: Understanding, sentence: Sentence, span: Span) -> Anniversary | Dropped:
    """ "this year is the Year of China-Laos Friendship"."""
    year = _year(u, sentence, span)
    if year is None:
        return Dropped(rule="named-year", guard="no-certain-year", span=span)
    name = " ".join(span.of(u.text).split())
    return Anniversary(
        rule="named-year",
        subject=name,
        evidence=(u.proof(span),),
        number=0,
        event=name,
        year=year,
        guards=("year",),
    )


def ask(fact: Anniversary, u: Understanding) -> Iterator[Question]:
    """Yield which anniversary, of what, and the year of the event."""
    if fact.rule == "named-year":
        yield _ask_named_year(fact)
        return
    if fact.rule == "own":
        yield _which(fact, f"Which anniversary did {fact.holder} celebrate in {fact.year}?")
        return
    occasion = f"in {fact.year}" if fact.year else ""
    if fact.well_wisher:
        yield _which(fact, f"On which anniversary of {fact.event} did {fact.well_wisher} offer congratulations?")
        what = f"On the {ordinal(fact.number)} anniversary of what did {fact.well_wisher} offer congratulations?"
    else:
        yield _which(fact, f"Which anniversary of {fact.event} was marked {occasion}".rstrip() + "?")
        what = f"The {ordinal(fact.number)} anniversary of what was marked {occasion}".rstrip() + "?"
    yield Question(
        aspect="what", text=what, answer=fact.event,
        type=_type_of(fact.event, u), accept=_short_forms(fact.event),
        derived=not any(fact.event.lower() in " ".join(s.of(u.text).split()).lower() for s in fact.evidence),
        choices=_other_events(fact, u),
    )  # fmt: skip
    if fact.year and happens(fact.event):
        begun = fact.year - fact.number
        yield Question(
            aspect="year", text=f"In which year {event_clause(fact.event)}?", answer=str(begun), value=str(begun),
            type=AnswerType.DATE, derived=True, note=f"{fact.year} - {fact.number} = {begun}",
        )  # fmt: skip


def _type_of(event: str, u: Understanding) -> AnswerType:
    """What stands for what an anniversary is of: a body by bodies, a named thing by its like, all else by events."""
    name = event.removeprefix("the ")
    entity = None if happens(event) else next((e for e in u.aliases.entities if name in e.names), None)
    if entity is None:
        return AnswerType.EVENT
    return AnswerType.PROGRAMME if entity.sort else AnswerType.ORGANISATION


def _which(fact: Anniversary, text: str) -> Question:
    figure, word = ordinal(fact.number), ordinal_word(fact.number)
    accept = tuple(form for form in (figure, str(fact.number), word, f"the {word}" if word else "") if form)
    return Question(
        aspect="which",
        text=text,
        answer=f"the {figure}",
        value=str(fact.number),
        accept=accept,
        type=AnswerType.ORDINAL,
    )


def _short_forms(event: str) -> tuple[str, ...]:
    forms = [event.removeprefix("the ")]
    if " of " in event:
        forms.append(event.split(" of ", 1)[1].removeprefix("the "))
    return tuple(form for form in dict.fromkeys(forms) if form != event)


@once
def _events(u: Understanding) -> tuple[str, ...]:
    """What the document tells anniversaries of, the first of them."""
    events = (f.event for f in find(u) if isinstance(f, Anniversary) and f.event and f.number)
    return tuple(islice(dict.fromkeys(events), _CHOICES))


def _other_events(fact: Anniversary, u: Understanding) -> tuple[str, ...]:
    """Other anniversaries of the document first, then the same event of another body or country."""
    others = [event for event in _events(u) if event != fact.event]
    swaps: list[str] = []
    for entity in u.aliases.entities:
        form = next((f for f in (entity.acronym, entity.name) if f and _is_of(fact.event, f)), "")
        if form and entity.kind in (NameKind.ORGANISATION, NameKind.PLACE):
            swaps += [
                re.sub(rf"\b{re.escape(form)}(?![\w-])", (other.acronym or other.name).removeprefix("the "), fact.event)
                for other in u.aliases.entities
                if other.kind is entity.kind and _is_another(other, entity)
            ]
            break
    return tuple(dict.fromkeys([*others, *swaps]))


def _is_of(event: str, name: str) -> bool:
    return re.search(rf" of (?:the )?{re.escape(name)}(?![\w-])", event) is not None


def _is_another(other: Entity, one: Entity) -> bool:
    """Whether two bodies or places are of one sort, neither a part of the other, and both known by a proper name."""
    part = other.name in one.name or any(name in other.name for name in (one.name, one.acronym) if name)
    plain = all(is_known(word.lower()) for word in other.name.split())
    return not (part or plain) and bool(country(other.name)) == bool(country(one.name))


def _ask_named_year(fact: Anniversary) -> Question:
    cause = fact.event.removeprefix("Year of ")
    words = cause.split()
    others = [" ".join(["Year of", *words[:-1], theme]) for theme in _THEMES if theme != words[-1]]
    return Question(
        aspect="which", text=f"What was {fact.year} named or celebrated as?", answer=f"the {fact.event}",
        accept=(fact.event, cause), type=AnswerType.PHRASE, choices=tuple(f"the {name}" for name in others),
    )  # fmt: skip


KIND = Kind(name="anniversary", rules=("nth-of", "own", "named-year"), find=find, ask=ask, worth=1.2)
