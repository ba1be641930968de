"""Roles: who holds which office, at the time of the document or since a year it tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.kinds import Kind
from quizgen.language.asking import lowered_article, predicate_end, verb_text
from quizgen.language.calendar import CalendarDate
from quizgen.language.calendar import Role as DateRole
from quizgen.language.clauses import Clause, ClauseKind
from quizgen.language.doer import doer, proof_naming
from quizgen.language.entity import Entity, other_names
from quizgen.language.gazetteer import country, title_mark
from quizgen.language.inflection import base_form
from quizgen.language.names import Mention, NameKind
from quizgen.language.pattern import Pattern
from quizgen.language.predicate import standing_predicate
from quizgen.language.sentences import Sentence
from quizgen.language.standalone import owner
from quizgen.language.subject import subject_text
from quizgen.language.understanding import Understanding
from quizgen.model.document import Span
from quizgen.model.fact import AnswerType, Dropped, Fact, Question

_SOLE = (
    r"(?:[Pp]resident|(?:Prime|Foreign|Defen[cs]e|Finance|Health|Interior|Education) [Mm]inister|[Pp]rime minister|"
    r"[Ff]oreign minister|[Cc]hancellor|King|Queen|Emperor|[Mm]ayor|[Gg]overnor|Pope|[Ss]ecretary[- ][Gg]eneral|"
    r"[Dd]irector[- ][Gg]eneral|[Dd]irector|[Cc]hairman|[Cc]hairwoman|[Cc]hair|[Cc]hief [Ee]xecutive|[Hh]ead)"
)
"""Offices that one person holds at a time."""
_ALSO_SOLE = (
    r"(?:[Rr]ector|[Aa]rchbishop|[Bb]ishop|[Pp]rincipal|[Dd]ean|[Pp]rovost|[Vv]ice-[Cc]hancellor|[Ss]peaker|[Ll]eader|"
    r"[Ee]ditor|[Mm]anager|[Cc]ommissioner|[Aa]mbassador|[Cc]ommander|[Cc]aptain|[Ss]ecretary|[Cc]onductor)"
)
"""Offices that many hold at a time, of different bodies."""
_OF_THE_TEXT = Pattern(
    r"\bthe (?:team|club|company|firm|school|party|group|board|council|department|university|society|band|city|town"
    r"|region|country|institute|bank|newspaper|paper|union|association)(?=$| (?:in|on|for a)\b)"
)
"""Bodies that only the text before names: captain of *the team*."""
_OFFICE = Pattern(rf"{_SOLE}$")
_APPOSITION = Pattern(rf",\s+(?:the\s+)?(?P<office>(?:executive\s+)?{_SOLE})\s+of\s+(?:the\s+)?")
_OF = Pattern(r"\s+of\s+(?:the\s+)?")
_BEFORE = Pattern(r"\b(?:former|late|then|acting|ex-|future|incoming|outgoing|designate)\s*$", re.IGNORECASE)
_INSTALLED = frozenset("elected appointed named chosen crowned installed sworn reelected re-elected".split())
_APPOINTING = frozenset("appointed elected named chosen nominated selected hired".split())
_AS_OFFICE = Pattern(
    r"(?:as|to be|to become|to lead|to head) (?:its|their|the|a|an)\b|(?:as )?(?:its|the) (?:new|next|first)\b"
)
"""What opens the office somebody was appointed to, behind the name."""
_NEWLY = Pattern(r"\b(?:new|next|first|second|third|\d+(?:st|nd|rd|th))\b")
_NEW_OFFICE = Pattern(r"(?:as |to be )?(?:the|its) (?:new|next) ")
_ORDINAL = Pattern(r"\b(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b")
_PART = Pattern(r"\b(?:Department|Division|Section|Branch|Unit|Desk|Faculty|Secretariat|Centre|Center)$")
"""What closes the name of a part of a body, which says nothing of whose part it is."""
_LONGEST = 22


@dataclass(frozen=True, slots=True, kw_only=True)
class Role(Fact):
    """An office and who holds it."""

    asked: str
    """The whole question."""
    name: str
    accept: tuple[str, ...]


def find(u: Understanding) -> Iterator[Role | Dropped]:
    """Yield the offices that a document gives to people."""
    told: set[str] = set()
    for sentence in u.sentences:
        if sentence.heading:
            continue
        for clause in u.clauses[sentence.index]:
            if found := _installed(u, sentence, clause) or _appointed(u, sentence, clause):
                yield found
        for mention in u.mentions[sentence.index]:
            if mention.kind is NameKind.PERSON and (office := _office(u, sentence, mention)):
                entity = u.aliases.at(mention)
                if entity is None or " " not in entity.name or office in told:
                    continue
                told.add(office)
                yield _held(u, mention, entity, office)


def _office(u: Understanding, sentence: Sentence, mention: Mention) -> str:
    """The office that stands before or behind a name: "the Prime Minister of Slovenia"; empty without one."""
    if _BEFORE.search(u.text[max(0, mention.whole.start - 12) : mention.whole.start]):
        return ""
    if mention.title and _OFFICE.search(mention.title) and not _BEFORE.match(mention.title.split()[0]):
        adjective = u.text[mention.whole.start : mention.span.start].split(" ", 1)[0]
        nation = country(adjective)
        if nation is not None and adjective in nation.adjectives:
            return f"the {mention.title.removeprefix(adjective).strip()} of {nation.name}"
        of = _OF.match(u.text, mention.span.end)
        place = _named_at(u, sentence, of.end()) if of else None
        if of and place is not None:
            return f"the {mention.title} of {u.named(place.text)}"
    before = u.text[sentence.span.start : mention.whole.start].removesuffix(", ").rpartition(" ")[2]
    named_behind = u.text[: mention.whole.start].endswith(", ") and title_mark(before.lower().rpartition("-")[2]) == "O"
    found = None if named_behind else _APPOSITION.match(u.text, mention.span.end)  # to the Mayor, Ana Reis, Head of ...
    body = _named_at(u, sentence, found.end()) if found else None
    if found is None or body is None or u.text[body.span.end : body.span.end + 1] not in (",", ".", ";"):
        return ""
    return f"the {' '.join(found['office'].split())} of {u.named(body.text)}"


def _named_at(u: Understanding, sentence: Sentence, start: int) -> Mention | None:
    """The country or body whose name begins at an offset."""
    kinds = (NameKind.PLACE, NameKind.ORGANISATION)
    return next((m for m in u.mentions[sentence.index] if m.span.start == start and m.kind in kinds), None)


def _held(u: Understanding, mention: Mention, entity: Entity, office: str) -> Role | Dropped:
    if u.reference is None:
        return Dropped(rule="titled", guard="no-date", span=mention.span)
    if _PART.search(office):
        return Dropped(rule="titled", guard="part-of-a-body", span=mention.span)
    when = CalendarDate(u.reference.year, u.reference.month).spoken
    return Role(
        rule="titled", subject=office, evidence=(u.proof(mention.span),), asked=f"Who was {office} in {when}?",
        name=entity.name, accept=other_names(entity), guards=("sole-office", "dated-document"),
    )  # fmt: skip


def _installed(u: Understanding, sentence: Sentence, clause: Clause) -> Role | None:
    """ "Anna Roe was elected President of Peru in 1990": who was elected President of Peru in 1990?"""
    main = clause.verb.said
    if not ((clause.verb.passive and main in _INSTALLED) or main == "became") or sentence.asks:
        return None
    words = sentence.words
    lately = words[clause.verb.finite].lower == "has" and clause.verb.passive and u.reference is not None
    past = words[clause.verb.finite].tag == "VBD" or lately
    if clause.kind not in (ClauseKind.MAIN, ClauseKind.JOINED) or not past:
        return None
    span = Span(words[clause.verb.start].start, words[min(clause.end, len(words)) - 1].end)
    if u.is_quoted(span) or any(s.content.contains(span) for s in u.speech_about(span)):
        return None
    entity = doer(u, sentence, clause)
    if entity is None or entity.kind is not NameKind.PERSON:
        return None
    rest = standing_predicate(u, sentence, clause, predicate_end(words, clause), [], _LONGEST)
    if rest is None or not re.search(rf"\b(?:{_SOLE}|{_ALSO_SOLE})\b", rest) or not re.search(r" (?:of|to|for) ", rest):
        return None
    rest = _one_office(rest)
    if not re.search(r"\b\d{4}\b", rest) and (when := _fronted_date(u, sentence, clause)):
        office, term, years = rest.partition(" for a ")
        rest = f"{office} {when}{term}{years}"
    if _OF_THE_TEXT.search(rest):
        return None
    if len(re.findall(rf"\b{_SOLE}\b", rest)) > 1:
        rest = rest.partition(" and ")[0]
    if (
        not (_NEW_OFFICE.match(rest) or _ORDINAL.search(rest) or re.search(r"\b\d{4}\b", rest))
        or entity.surname in rest
    ):
        return None  # many have held it
    return Role(
        rule="installed", subject=rest, evidence=proof_naming(u, span, entity),
        asked=f"Who {f'was {main}' if lately else verb_text(words, clause)} {rest}?",
        name=entity.name, accept=other_names(entity), guards=("certain-subject", "told-apart"),
    )  # fmt: skip


def _appointed(u: Understanding, sentence: Sentence, clause: Clause) -> Role | None:
    """ "The Elm Museum has appointed Anna Roe as its next director": whom did it appoint as its next director?"""
    words, verb = sentence.words, clause.verb
    if verb.said not in _APPOINTING or verb.passive or sentence.asks or clause.subject is None:
        return None
    if clause.kind not in (ClauseKind.MAIN, ClauseKind.JOINED) or words[verb.finite].lower not in (verb.said, "has"):
        return None
    mention = next((m for m in u.mentions[sentence.index] if m.whole.start == words[verb.end].start), None)
    entity = u.aliases.at(mention) if mention is not None and mention.kind is NameKind.PERSON else None
    if mention is None or entity is None or " " not in entity.name:
        return None
    start = mention.last + 1
    end = predicate_end(words, clause, must_reach=start + 1)
    rest = standing_predicate(u, sentence, clause, end, [], _LONGEST, start=start)
    subject = subject_text(u, sentence, clause)
    if rest is None or subject is None or not _AS_OFFICE.match(rest) or entity.surname in f"{subject} {rest}":
        return None
    span = words[verb.main].span
    if u.is_quoted(span) or any(s.content.contains(span) for s in u.speech_about(span)) or owner(subject):
        return None
    named = any(word[0].isupper() for word in lowered_article(subject).split())
    if not named or not (_NEWLY.search(rest) or re.search(r"\b\d{4}\b", rest)):
        return None  # many have held it
    return Role(
        rule="appointed", subject=rest, evidence=(u.proof(span),), name=entity.name, accept=other_names(entity),
        asked=f"Whom did {lowered_article(subject)} {base_form(verb.said)} {rest}?",
        guards=("certain-body", "told-apart"),
    )  # fmt: skip


def _one_office(rest: str) -> str:
    """The first of two offices: "director of the Elm Institute | *and Distinguished Professor of Fishing*"."""
    first, _, second = rest.partition(" and ")
    return first if any(title_mark(word.lower()) for word in second.split()[:3]) else rest


def _fronted_date(u: Understanding, sentence: Sentence, clause: Clause) -> str:
    """ "in 1951", where that date stands with its preposition right before the subject; empty without one."""
    words = sentence.words
    if clause.subject is None or clause.subject[0] < 2:
        return ""
    last = clause.subject[0] - 1 - (words[clause.subject[0] - 1].text == ",")
    for date in u.dates_by_sentence.get(sentence.index, ()):
        joint = sentence.word_at(date.span.start) - 1
        before = sentence.word_at(date.span.end - 1) == last and joint >= 0 and words[joint].lower in ("in", "on")
        if before and date.value is not None and date.role is DateRole.PLAIN and not date.approximate:
            return f"{words[joint].lower} {date.value.spoken}"
    return ""


def ask(fact: Role, u: Understanding) -> Iterator[Question]:
    """Yield who holds the office."""
    yield Question(
        aspect="who", text=fact.asked, answer=fact.name, value=fact.name, accept=fact.accept, type=AnswerType.PERSON,
    )  # fmt: skip


KIND = Kind(name="role", rules=("titled", "installed", "appointed"), find=find, ask=ask, worth=0.65)
