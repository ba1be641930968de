"""Who says "we" and "I" in a statement: its author, where the title or the opening names them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from quizgen.language.aliases import Aliases
from quizgen.language.entity import Entity
from quizgen.language.gazetteer import given_name_sex, title_mark
from quizgen.language.names import NameKind
from quizgen.language.pattern import Pattern
from quizgen.language.referent import listed
from quizgen.language.runs import PARTICLES
from quizgen.language.sentences import Sentence
from quizgen.language.titled import GENRE, Titled, titled
from quizgen.language.whole import stands_in
from quizgen.model.document import Span

_INTRODUCED = Pattern(
    rf"\b(?:text|transcript|version|excerpts?) of (?:an?|the|his|her|remarks?) ?(?i:(?:\w+ )?{GENRE})? ?"
    r"(?:as )?(?:given |delivered |made |prepared )?by (?P<who>[^.:]+?)"
    r"(?= (?:at|on|in|to|during|before)\b|[.:]|,? (?:delivered|given)\b)"
)
""" "Following is the text of an address by the Prime Minister, Mr Reis, at a dinner"."""
_WE = Pattern(r"We, (?P<who>the [^,;]{3,90}?)(?: \([A-Z]\w+\))?,")
_I = Pattern(r"\bI, (?P<who>[A-Z][A-Z. ]+[A-Z.]),? (?P<office>President|Governor|Mayor) of\b")
"""How a proclamation names its author."""
_SPOKEN = r"(?:speech|remarks|address|statement|message|lecture|testimony|sermon)"
_DELIVERED = Pattern(
    rf"^(?P<who>[A-Z][^;:“”\"]{{3,140}}?),? (?:has |had )?(?:delivered|gave|made|issued|released|read) "
    rf"(?:his|her|the following|these|this|the|an?) (?:[\w-]+ ){{0,3}}{_SPOKEN}\b"
)
"""The opening of a text that is a speech: "Governor Ana Reis delivered her speech at ..."."""
_FOLLOWING = Pattern(
    rf"^(?:The f|F)ollowing (?:\w+ )?(?:is|are) (?:\w+ ){{0,3}}(?:text|transcript|{_SPOKEN})\b.{{0,80}}?"
    r"\b(?:by|of|from) (?P<who>[A-Z][\w.’'-]*(?: (?:[A-Z][\w.’'-]*|of|the|for|de|van|von))*)"
)
_CLOSED = Pattern(
    r"\n(?:Yours (?:sincerely|faithfully|truly)|Sincerely(?: yours)?|(?:Best|Kind|Warm)(?:est)? (?:regards|wishes)"
    r"|Respectfully(?: yours)?),?\s*\n+(?P<who>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){1,3})\s*(?:\n|,|$)"
)
"""How a letter ends."""
_SIGNED = Pattern(
    r"\n[ \t]*\n[—–-]*\s?(?:(?:Dr|Prof|Mr|Mrs|Ms)\.? )?(?P<who>[A-Z][\w’'-]+(?: [A-Z][\w.’'-]*){1,3})"
    r"(?:,? *\n?[A-Z][^\n.!?]{3,80})?\s*$"
)
"""A name at the very end, with the office in a line below: who signs."""
_HEADINGS = 3
"""Headings at the beginning of a text, any of which may tell its author."""
_END = 400
"""Characters at the end of a text in which somebody signs."""
_FIRST_PERSON = Pattern(r"\b(?:I|[Mm]y|[Ww]e|[Oo]ur)\b")
_SPEAKS = 3
"""Sentences in the first person, outside quotation marks, by which a text shows itself to be a speech."""
_JOINT = Pattern(r"\bjoint\b", re.IGNORECASE)
_LISTED = Pattern(r", (?:the )?[A-Z]\w+(?: [A-Z]\w+)*,")
"""The next of several countries: "the ministers of Peru, *Chile,*"."""
_OPENING = 4
"""Sentences of the text within which "We, the ministers of ..." may stand."""


class Author(NamedTuple):
    """Whose statement a document is."""

    name: str
    """As an answer: "Kamala Harris", "the Leaders of the Group of Seven"."""
    entity: Entity | None
    """The person, where it is one."""
    proof: Span
    """What names them."""

    @property
    def many(self) -> bool:
        """Whether it is a group, which says "we" of itself."""
        return self.entity is None and (self.name.startswith("the ") or " and " in self.name)


def find_author(title: str, sentences: Sequence[Sentence], text: str, aliases: Aliases) -> Author | None:
    """The author of a statement, remarks or a message; None for a report and where nobody is named.

    Args:
        title: of the document.
        sentences: of the text, its headings included.
        text: the document's text.
        aliases: the people of the document.
    """
    for sentence in sentences[: _OPENING + 1]:
        if found := _WE.match(sentence.span.of(text)):
            start = sentence.span.start
            who = " ".join(found["who"].split())
            if _LISTED.match(sentence.span.of(text), found.end() - 1):
                who = re.sub(r" (?:of|from) (?:the )?[A-Z]\w+(?: [A-Z]\w+)*$", "", who)
            return Author(who, None, Span(start, start + found.end()))
    if (signed := _signed(text, sentences, aliases)) is not None:
        return signed
    if (introduced := _introduced(text, sentences, aliases)) is not None:
        return introduced
    if (spoken := _told_by_text(text, sentences, aliases)) is not None:
        return spoken
    for heading in itertools.takewhile(lambda s: s.heading, sentences[:_HEADINGS]):
        called = heading.span.of(text) if heading.index else title
        if (told := titled(called)) is not None:
            return _by_title(told, heading.span, aliases, joint=_JOINT.search(called) is not None)
    return None


def _by_title(told: Titled, heading: Span, aliases: Aliases, *, joint: bool) -> Author | None:
    """The author whom a title names: a person by the name the text has, several of them, an office, a group."""
    who = told.who
    if told.listed and (joint or _is_shared(told.listed, aliases)):
        names = _people_listed(told.listed)
        return Author(listed(names), None, heading) if len(names) > 1 else None
    if (person := _person(who, aliases)) is not None and " " in person.name:
        return Author(person.name, person, heading)
    if called := told.name or told.office:
        return Author(called, _somebody(called), heading)
    if " and " not in who and any(title_mark(word.lower()) for word in who.split()[:-1]):
        return Author(who, person, heading)
    plural = told.owned and who.split()[-1].endswith("s")
    return Author(f"the {who.removeprefix('the ')}", None, heading) if plural else None


def _somebody(called: str) -> Entity:
    """A person whom the text itself never names."""
    bare = called.removeprefix("the ")
    return Entity(called, NameKind.PERSON, names={called: 1, bare: 1})


def _is_shared(told: str, aliases: Aliases) -> bool:
    """Whether several people make a statement: "Joint Statement by Ana Reis, Hugo Brandt and Anna Frey"."""
    if _JOINT.search(told) or len(_people_listed(told)) > 1:
        return True
    named = sum(stands_in(p.name, told) for p in aliases.people() if p.kind is NameKind.PERSON and " " in p.name)
    return named > 1


def _people_listed(told: str) -> list[str]:
    """The people of a list with their offices, "the President of Peru Ana Reis, and Mayor Karl Holm"; else none."""
    names: list[str] = []
    for part in re.split(r",? and |, ", told):
        words = part.split()
        at = next((i for i, w in enumerate(words) if given_name_sex(w) and not title_mark(w.lower())), len(words))
        name = words[at : at + 4]
        if not 2 <= len(name) <= 3 + ("de" in name) or not all(w[:1].isupper() or w in PARTICLES for w in name):
            return []
        names.append(" ".join(name))
    return names


def _introduced(text: str, sentences: Sequence[Sentence], aliases: Aliases) -> Author | None:
    """The author of what follows "the text of an address by ..."."""
    for sentence in sentences[:_OPENING]:
        found = _INTRODUCED.search(text, sentence.span.start, sentence.span.end)
        if found is None or _is_shared(sentence.span.of(text), aliases):
            continue
        person = _person(found["who"].strip(" ,"), aliases)
        if person is not None:
            return Author(person.name, person, sentence.span)
    return None


def _told_by_text(text: str, sentences: Sequence[Sentence], aliases: Aliases) -> Author | None:
    """The person whose speech or letter a text is, by its opening or its end, where "I" or "we" speak in it."""
    closed = _signature(text)
    opening = [s.span for s in sentences[: _OPENING + 1] if not s.heading]
    told = ((span, m) for span in opening for p in (_DELIVERED, _FOLLOWING) if (m := p.match(span.of(text))))
    found = [(span, m["who"], span.end) for span, m in told]
    if closed is not None:
        found.append((Span(*closed.span("who")), closed["who"], 0))
    for proof, who, start in found:
        people = [e for e in aliases.people() if re.search(rf"\b{re.escape(e.name)}(?=$|[,.])", who)]
        if not people and start and (person := _person(" ".join(who.split()).rstrip("."), aliases)) is not None:
            people = [person]  # the speech of Secretary Reis
        if not people and not start:  # a signature that no sentence names
            people = [_somebody(" ".join(who.split()))]
        if len(people) == 1 and " " in people[0].name and _speaks(text, sentences, start):
            return Author(people[0].name, people[0], proof)
    return None


def _signature(text: str) -> re.Match[str] | None:
    """Who closes a letter with a greeting, or puts a name with a given name under a text; None where nobody does."""
    if "\n" not in text[-_END:]:
        return None
    signed = _SIGNED.search(text, max(0, len(text) - _END))
    if signed is not None and not given_name_sex(signed["who"].split()[0]):
        signed = None
    return _CLOSED.search(text) or signed


def _speaks(text: str, sentences: Sequence[Sentence], start: int) -> bool:
    """Whether a text goes on in the first person."""
    spoken = (s for s in sentences if s.span.start >= start and text[s.span.start] not in "“\"'‘")
    own = (s for s in spoken if _FIRST_PERSON.search(s.span.of(text)) and not re.search('[“"]', s.span.of(text)))
    return len(list(islice(own, _SPEAKS))) == _SPEAKS


def _signed(text: str, sentences: Sequence[Sentence], aliases: Aliases) -> Author | None:
    """The author of a proclamation, "I, ANA REIS, Governor of Ohio, do hereby proclaim ..."."""
    found = _I.search(text) if "I, " in text else None
    if found is None:
        return None
    name = " ".join(word.title() if len(word) > 2 or "." not in word else word for word in found["who"].split())
    sentence = next(s for s in sentences if s.span.end > found.start())
    person = _person(name, aliases)
    return Author(person.name if person else name, person, Span(found.start(), min(found.end(), sentence.span.end)))


def _person(who: str, aliases: Aliases) -> Entity | None:
    if " and " in who:
        return None  # two who speak in turn
    who = re.sub(r" of (?:the )?[A-Z][\w ]+$", "", who)  # Ambassador Ana Reis of Chile
    named = [e for e in aliases.people() if e.kind is NameKind.PERSON and re.search(rf"\b{re.escape(e.surname)}$", who)]
    return named[0] if len(named) == 1 else None
