"""The anniversaries of a document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quizgen.kinds.anniversary.commemorated import in_heading, years_of
from quizgen.kinds.anniversary.counted import counted
from quizgen.kinds.anniversary.event import (
    bare,
    event_end,
    holder_before,
    holder_of_whose,
    is_generic,
    of_its_owner,
    standing_alone,
)  # fmt: skip
from quizgen.kinds.anniversary.fact import Anniversary
from quizgen.kinds.anniversary.made import done_on_it, made_to_mark, marked_by, meant_to_mark
from quizgen.kinds.anniversary.year import year_marked, year_told
from quizgen.language.calendar.vocabulary import NUMBER, count
from quizgen.language.clauses import ClauseKind
from quizgen.language.names import NameKind
from quizgen.language.ordinals import parse_ordinal
from quizgen.language.pattern import Pattern
from quizgen.language.sentences import Sentence
from quizgen.language.subject import subject_range
from quizgen.language.understanding import Understanding
from quizgen.model.document import Span
from quizgen.model.fact import Dropped

_OF_ITS = r"(?:founding|foundation|establishment|independence)"
"""What an anniversary is of, told before it: "the 49th *founding* anniversary of the Nordic Union"."""
_NTH = Pattern(
    rf"\b(?P<nth>\d{{1,4}}(?:st|nd|rd|th)|[a-z]+(?:-[a-z]+)?)\s+(?:{_OF_ITS}\s+)?anniversary\b", re.IGNORECASE
)
_ITS = Pattern(rf"\b({_OF_ITS})\s+anniversary$", re.IGNORECASE)
_AT_A_PLACE = Pattern(r" (?:in|at) (?=[A-Z])")
_FESTIVE = frozenset("celebration commemoration ceremony event concert festivity exhibition conference year".split())
_SINCE = Pattern(
    r"\b(?:mark(?:s|ed|ing)?|celebrat(?:es?|ed|ing)|commemorat(?:es?|ed|ing)) "
    rf"(?:the )?(?P<n>{NUMBER}) years since (?=\w)"
)
_CENTENARY = Pattern(r"\b(?P<nth>centenary|centennial|bicentenary|bicentennial|tercentenary|sesquicentennial)\b", re.I)
_AHEAD = Pattern(
    r"\b(?:expected to|due to|set to|scheduled|"
    r"ahead of|around|before|until|upcoming|approaching|forthcoming|eve of|nearly|almost|prepar\w+|will|next|towards?"
    r"|in advance|later|plan\w*|would|should|if)\b",
    re.IGNORECASE,
)
_TO_COME = Pattern(
    r"^(?!.*\b(?:nearly|almost|ahead of|before|until|if|would|should|prepar\w+|plan\w*|later)\b)"
    r".*\b(?:will|next year (?:marks|is|sees))\b",
    re.IGNORECASE | re.DOTALL,
)
"""What will be marked, of which the year is told."""
_WILL_BE = Pattern(
    r"[^.;,]{0,120}\bwill (?:be (?:marked|celebrated|commemorated|observed)|mark|celebrate|commemorate|observe)\b"
)
_NEARS = Pattern(r"[^.;,]{0,120}\b(?:nears|approaches|draws near|looms|is near(?:ing)?|is coming)\b")
_BEFORE = 60
"""Characters before an anniversary that tell whether it is still to come, and what was done for it."""
_PURPOSE = Pattern(r"\b(?:[Tt]o (?:celebrate|mark|commemorate)|for) [^,;]*$")
_NAME = Pattern(r"\b[A-Z]\w+")
_NOTING = Pattern(r"(?:Noting|Recalling|Stressing|Pointing out|Emphasi[sz]ing|Observing|Saying) that [^,;.]*$")
_CONGRATULATES = Pattern(r"\bcongratulat", re.IGNORECASE)


def find(u: Understanding) -> Iterator[Anniversary | Dropped]:
    """Yield the anniversaries of a document."""
    yield from in_heading(u)
    for sentence in u.sentences:
        yield from years_of(u, sentence)
        if sentence.heading:
            yield from _in_title(u, sentence)
            continue
        yield from counted(u, sentence)
        yield from _since(u, sentence)
        told = sentence.span.of(u.text)
        lower = told.lower()
        found = (*_NTH.finditer(told), *_CENTENARY.finditer(told)) if "anniver" in lower or "cente" in lower else ()
        for match in found:
            number = parse_ordinal(match["nth"])
            if number and number > 1:
                span = Span(sentence.span.start + match.start(), sentence.span.start + match.end())
                yield _nth(u, sentence, span, number)
        for mention in u.mentions[sentence.index]:
            if mention.text.startswith("Year of "):
                yield _named_year(u, sentence, mention.span)


def _in_title(u: Understanding, heading: Sentence) -> Iterator[Anniversary | Dropped]:
    """ "Statement on the 75th Anniversary of the Nordic Union", where the text below does not say it again."""
    for match in _NTH.finditer(heading.span.of(u.text)):
        number = parse_ordinal(match["nth"])
        again = any(m["nth"].lower() == match["nth"].lower() for m in _NTH.finditer(u.text[heading.span.end :]))
        if number and number > 1 and not again:
            span = Span(heading.span.start + match.start(), heading.span.start + match.end())
            found = _nth(u, heading, span, number)
            if isinstance(found, Anniversary) and re.search(r"[A-Z]", found.event) and not found.well_wisher:
                yield found


def _nth(u: Understanding, sentence: Sentence, span: Span, number: int) -> Anniversary | Dropped:
    index = next(i for i, w in enumerate(sentence.words) if w.end >= span.end)
    following = [w.lower for w in sentence.words[index + 1 : index + 3]]
    if following[1:] == ["of"] and following[0].removesuffix("s") in _FESTIVE:
        index += 1  # the 20th anniversary celebrations | of
    elif following[:1] != ["of"]:
        festive = following[:1] and following[0].removesuffix("s") in _FESTIVE
        return (_of_topic(u, sentence, span, number) if festive else None) or _own(u, sentence, span, number)
    return _of(u, sentence, span, "nth-of", number, index + 2)


def _of_topic(u: Understanding, sentence: Sentence, span: Span, number: int) -> Anniversary | None:
    """ "In 1987, as part of *the 50th anniversary celebration*": that of the thing an article is about."""
    topic = u.aliases.topic
    bare = u.text[max(0, span.start - 4) : span.start].lower() == "the " and u.text[span.end : span.end + 1] == " "
    if topic is None or topic.kind in (NameKind.PERSON, NameKind.PLACE) or not bare:
        return None
    told = _told(u, sentence, span, "owned", number, u.named(topic.name))
    if isinstance(told, Dropped) or told.year is None:
        year = year_told(u, sentence, span)
        return None if year is None or isinstance(told, Dropped) else replace(told, year=year)
    return told


def _since(u: Understanding, sentence: Sentence) -> Iterator[Anniversary | Dropped]:
    """ "Today marks 30 years since the fall of the wall": its 30th anniversary."""
    told = sentence.span.of(u.text)
    for match in _SINCE.finditer(told) if " since " in told else ():
        number = count(match["n"])
        span = Span(sentence.span.start + match.start("n"), sentence.span.start + match.end())
        if number is not None and number > 1:
            yield _of(u, sentence, span, "since", number, sentence.word_at(span.end))


def _of(u: Understanding, sentence: Sentence, span: Span, rule: str, number: int, start: int) -> Anniversary | Dropped:
    """The anniversary of the event whose words begin at ``start``."""
    end = event_end(sentence, start)
    if end == start:
        return Dropped(rule=rule, guard="no-event", span=span)
    place = Span(sentence.words[start].start, sentence.words[end - 1].end)
    event = standing_alone(u, sentence, place)
    if event is not None and bare(event):
        event = of_its_owner(u, sentence, span.start, event)
    if event is None:
        return Dropped(rule=rule, guard="event-points-outside", span=place)
    if (its := _ITS.search(span.of(u.text))) is not None:
        event = f"the {its[1].lower()} of {_AT_A_PLACE.split(event)[0]}"  # where it was marked
    return _told(u, sentence, span, rule, number, event)


def _own(u: Understanding, sentence: Sentence, span: Span, number: int) -> Anniversary | Dropped:
    """ "the University celebrated its 650th anniversary in 2015", "the University's 650th anniversary"."""
    if named := holder_before(u, sentence, span.start) or holder_of_whose(u, sentence, span.start):
        return _told(u, sentence, span, "owned", number, named)
    subject = u.coreference.subject_of(sentence.index)
    before = u.text[max(0, span.start - 6) : span.start].lower()
    year = year_marked(u, sentence, span)
    clause = u.clause_at(sentence, span.start)
    if clause is not None and clause.kind is ClauseKind.RELATIVE and year and before.endswith("its "):
        return _of_antecedent(u, sentence, span, number, year)
    if clause is None or clause.kind not in (ClauseKind.MAIN, ClauseKind.JOINED):
        return Dropped(rule="own", guard="not-of-the-main-subject", span=span)
    if subject is None or len(subject.entities) != 1 or not before.endswith(("its ", "his ", "her ", "their ")):
        return Dropped(rule="own", guard="no-certain-holder", span=span)
    if year is None:
        return Dropped(rule="own", guard="no-certain-year", span=span)
    ahead = _AHEAD.search(_lead(u, sentence, span)) is not None
    return _held(u, span, number, year, u.named(subject.text), ahead=ahead)


def _of_antecedent(u: Understanding, sentence: Sentence, span: Span, number: int, year: int) -> Anniversary | Dropped:
    """ "the University, which celebrates its 60th anniversary this year"."""
    clause = u.clause_at(sentence, span.start)
    place = subject_range(u, sentence, clause) if clause is not None else None
    words = sentence.words
    who = place and u.coreference.resolve(Span(words[place[0]].start, words[place[1] - 1].end), sentence.index)
    if not who or len(who.entities) != 1 or who.entities[0].kind is NameKind.PERSON:
        return Dropped(rule="own", guard="not-of-the-main-subject", span=span)
    return _held(u, span, number, year, u.named(who.text))


def _held(
    u: Understanding, span: Span, number: int, year: int, holder: str, *, ahead: bool = False
) -> Anniversary | Dropped:
    """The anniversary of a holder, where that is a name."""
    if is_generic(holder):
        return Dropped("own", "no-certain-holder", span)
    return Anniversary(
        rule="own", subject=f"anniversary of {holder}", evidence=(u.proof(span),), number=number, event="",
        holder=holder, year=year, guards=("holder", "year"), ahead=ahead,
    )  # fmt: skip


def _lead(u: Understanding, sentence: Sentence, span: Span) -> str:
    """What its sentence tells right before an anniversary."""
    return u.text[max(sentence.span.start, span.start - _BEFORE) : span.start]


def _told(
    u: Understanding, sentence: Sentence, span: Span, rule: str, number: int, event: str
) -> Anniversary | Dropped:
    lead = _lead(u, sentence, span)
    told = sentence.span.of(u.text)
    wisher = _well_wisher(u, span) if _CONGRATULATES.search(told) else ""
    behind = u.text[span.end : sentence.span.end]
    ahead = _AHEAD.search(lead) is not None or _WILL_BE.match(behind) is not None or _NEARS.match(behind) is not None
    meant = "" if wisher else meant_to_mark(u, sentence, span)
    year = None if wisher or meant else year_marked(u, sentence, span)
    if year is not None and u.reference is not None and 0 <= u.reference.year - year - number <= 1 and number > 1:
        year = None  # the 60th anniversary of the founding of the Board in 1964: told of the founding
    if year is None and not wisher and not meant:
        year = _year_counted(u, span, number)
    to_come = ahead and year is not None and _TO_COME.search(f"{lead}{behind}") is not None
    if ahead and not wisher and not to_come:
        return Dropped(rule=rule, guard="ahead-of-it", span=span)
    marking = "" if wisher or meant else made_to_mark(u, sentence, span)
    done = done_on_it(u, sentence, span)
    if _shares_a_name(event, done[1]):
        done = ("", "")
    if _shares_a_name(event, marking) and year:
        marking = ""
    marker = marked_by(u, sentence, span) if year and not marking else ""
    if marker and event.removeprefix("the ").endswith(marker.removeprefix("The ").rpartition(" ")[0]):
        marker = ""  # the Elm Club marked the 40th anniversary of its own opening
    made = meant or ("" if year else marking)
    if not (wisher or year or made or u.reference):
        return Dropped(rule=rule, guard="no-year-or-occasion", span=span)
    return Anniversary(
        rule="made-for" if made else rule, subject=event, evidence=(u.proof(span),), number=number, event=event,
        year=year, well_wisher=wisher, worth=1.3, guards=("event", "not-ahead"), made=made, ahead=to_come,
        marking=marking if year else "", marker=marker, done=done,
        teller=_teller(u, span) if year else "",
        purpose=_PURPOSE.search(lead) is not None and not _on_a_day(u, sentence),
    )  # fmt: skip


def _year_counted(u: Understanding, span: Span, number: int) -> int | None:
    """The year of a dated report, where it tells of the year so many years before: told on the day of 1960 in 2020."""
    if u.reference is None or u.is_quoted(span):
        return None
    begun = u.reference.year - number
    told = any(d.value is not None and d.value.year == begun and not d.relative for d in u.dates)
    return u.reference.year if told else None


def _shares_a_name(event: str, asked: str) -> bool:
    """Whether a question would hold a name of what it asks for."""
    return not set(_NAME.findall(event)).isdisjoint(_NAME.findall(asked[1:]))


def _teller(u: Understanding, span: Span) -> str:
    """The one who says that an anniversary is marked; empty where the text itself tells it."""
    sentence = u.sentence_at(span.start)
    noting = _NOTING.match(u.text, sentence.span.start, span.start)
    if noting is not None and (who := u.coreference.subject_of(sentence.index)) is not None:
        return who.text if len(who.entities) == 1 else ""
    tellers = {who.text for s in u.speech_about(span) if s.content.contains(span) and (who := u.speaker_of(s))}
    return tellers.pop() if len(tellers) == 1 else ""


def _on_a_day(u: Understanding, sentence: Sentence) -> bool:
    return any(d.value and d.value.granularity == "day" for d in u.dates_by_sentence.get(sentence.index, ()))


def _well_wisher(u: Understanding, span: Span) -> str:
    """Who congratulates, where one speaker certainly does."""
    for speech in u.speech_about(span):
        if speech.content.overlaps(span) or speech.cue.end <= span.start <= speech.content.end:
            referent = u.speaker_of(speech)
            if referent and "congratulat" in Span(speech.cue.start, span.end).of(u.text):
                return referent.text
    subject = u.coreference.subject_of(u.sentence_at(span.start).index)
    return subject.text if subject else ""


def _named_year(u: Understanding, sentence: Sentence, span: Span) -> Anniversary | Dropped:
    """ "this year is the Year of China-Laos Friendship"."""
    year = year_marked(u, sentence, span)
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
