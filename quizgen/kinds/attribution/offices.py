"""Bodies called by whose they are: "Moon's office", "the Swedish government"."""

from __future__ import annotations

from quizgen.language.entity import Entity
from quizgen.language.gazetteer import country
from quizgen.language.names import NameKind
from quizgen.language.pattern import Pattern
from quizgen.language.referent import Referent
from quizgen.language.speech import Speech
from quizgen.language.understanding import Understanding
from quizgen.model.document import Span

_OWNED = Pattern(
    r"(?P<owner>[^’']+)['’]s (?:own )?(?P<body>(?:press |private |presidential |transition |legal |campaign )?"
    r"(?:office|team|campaign|administration|cabinet|secretariat|estate|family|foundation))"
)
"""A body in a few words behind its owner; of a lawyer or a wife it would be a person who is asked."""
_NATIONAL = Pattern(
    r"[Tt]he (?P<nation>[A-Z][\w-]+(?: [A-Z][\w-]+)?) (?P<body>government|parliament|cabinet|embassy"
    r"|[Ff]oreign [Mm]inistry|[Dd]efen[cs]e [Mm]inistry|[Ff]inance [Mm]inistry|[Ii]nterior [Mm]inistry"
    r"|army|navy|military|central bank|presidency|opposition)"
)
"""A body of which every country has one."""
_OTHERS = ("French", "German", "Japanese", "Brazilian", "Canadian", "Indian", "Australian", "Egyptian", "Polish")
"""Whose bodies are wrong choices where a document names too few countries."""
_CHOICES = 6
"""Wrong choices to offer."""

_RANKS = (
    "Queen|King|Prime Minister|Governor-General|Speaker|Chief Justice|Lord Chancellor",
    "Pope|Archbishop of Canterbury|Dalai Lama|Ecumenical Patriarch",
    "President|Prime Minister|Speaker|Chief Justice|Foreign Minister|Finance Minister",
    "Governor-General|Prime Minister|Speaker|Chief Justice|Foreign Minister",
    "Premier|Governor|Speaker|Treasurer|Attorney-General",
    "Chancellor|President|Speaker|Foreign Minister|Finance Minister",
    "Ambassador|Commissioner|Special Envoy|High Representative|Trade Counsellor",
    "High Commissioner|Special Envoy|Secretary-General|Special Rapporteur",
    "Secretary-General|Director-General|Executive Secretary|Special Envoy|General Counsel",
    "Director-General|Secretary-General|Chairperson|Chief Economist",
    "Governor|Lieutenant Governor|Speaker|Attorney General|Chief Justice",
    "Chairman|Secretary-General|Director|Treasurer|Vice-Chairman",
    "Chairperson|Secretary-General|Director|Treasurer|Deputy Chairperson",
    "Minister|Deputy Minister|Permanent Secretary|Chief Adviser|Spokesperson",
    "Secretary|Deputy Secretary|Chief Adviser|Spokesperson",
    "Director|Deputy Director|Chairperson|Secretary|Treasurer",
    "Mayor|Deputy Mayor|Council Leader|Chief Constable|Town Clerk",
)
"""Offices that are held beside the first of each row."""

_MET = Pattern(
    r"(?P<lead>the (?:[A-Z]\w+ )?(?:Ministers|Leaders|Presidents|Governors|Heads of [\w /]+?)(?: for .+?)?) of .+"
)
_UNIONS = ("the African Union", "the European Union", "the Arab League", "the Group of Twenty", "the Nordic Council")
"""Of whom ministers and leaders meet as well as those of "the Group of Mills and Peru"."""


def owned_body(u: Understanding, speech: Speech) -> Referent | None:
    """The office or team that speaks, named in full by the person it belongs to; None for any other speaker.

    Args:
        u: the document.
        speech: the report.
    """
    found = _OWNED.fullmatch(speech.speaker.of(u.text))
    if found is None:
        return None
    place = Span(speech.speaker.start, speech.speaker.start + found.end("owner"))
    who = u.coreference.resolve(place, u.sentence_at(place.start).index)
    if who is None or len(who.entities) != 1 or who.entities[0].kind is not NameKind.PERSON:
        return None
    owner, body = who.entities[0], found["body"]
    names = {f"{name}'s {body}": 1 for name in (owner.name, owner.surname, *owner.names)}
    entity = Entity(f"{owner.name}'s {body}", NameKind.ORGANISATION, names=names, mentions=owner.mentions)
    return Referent(entity.name, (entity,), indirect=True)


def national_body(called: str) -> Referent | None:
    """The body of a country that is called so: "the Swedish government"; None for any other.

    Args:
        called: the speaker, as the text has it.
    """
    found = _NATIONAL.fullmatch(called)
    nation = country(found["nation"]) if found else None
    if found is None or nation is None:
        return None
    name = f"the {found['nation']} {found['body']}"
    entity = Entity(
        name, NameKind.ORGANISATION, names={name: 1, f"{found['nation']} {found['body']}": 1, nation.name: 1}
    )
    return Referent(name, (entity,))


def like(answer: str, u: Understanding) -> tuple[str, ...]:
    """The same bodies of the other people or countries of a document, other offices; none for any other answer."""
    if found := _NATIONAL.fullmatch(answer):
        named = (country(e.name) for e in u.aliases.entities if e.kind is NameKind.PLACE)
        adjectives = [n.adjectives[0] for n in named if n is not None and n.adjectives[0]]
        own = country(found["nation"])
        adjectives = [a for a in dict.fromkeys([*adjectives, *_OTHERS]) if country(a) is not own]
        return tuple(f"the {adjective} {found['body']}" for adjective in adjectives[:_CHOICES])
    if " and " in answer and (met := _MET.fullmatch(answer)):
        return tuple(f"{met['lead']} of {other}" for other in _UNIONS if other not in answer)
    if answer.startswith("the ") and (beside := _beside(answer)):
        return beside
    owner, mark, body = answer.partition("'s ")
    if not mark or body[:1].isupper():
        return ()
    others = (person for person in u.aliases.people() if person.name != owner and " " in person.name)
    return tuple(f"{person.name}'s {body}" for person in sorted(others, key=lambda p: not p.titles))


def _beside(office: str) -> tuple[str, ...]:
    """The other offices of the same body: "the Herring Ambassador" and "the Herring Commissioner"."""
    lead, of, body = office.partition(" of ") if " of " in office else office.partition(" for ")
    rows = (row.split("|") for row in _RANKS)
    held = max((row for row in rows if lead.endswith(f" {row[0]}")), key=lambda row: len(row[0]), default=None)
    if held is None:
        return ()
    before = lead.removesuffix(held[0])
    return tuple(f"{before}{other}{of}{body}" for other in held[1:])
