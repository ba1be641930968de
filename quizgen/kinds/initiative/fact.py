"""What an initiative is, and the question it makes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from quizgen.kinds.initiative.numbered import numbered_like
from quizgen.kinds.initiative.place import Place
from quizgen.kinds.initiative.topics import others_like
from quizgen.language.entity import Entity
from quizgen.language.gazetteer import country, given_name_sex, programme_sort, title_mark
from quizgen.language.inflection import base_form
from quizgen.language.names import NameKind
from quizgen.language.pattern import Pattern
from quizgen.language.standalone import pointing, pronoun
from quizgen.language.understanding import Understanding
from quizgen.model.document import Span
from quizgen.model.fact import Fact

MAKING = frozenset(
    "propose launch announce sign establish found create initiate introduce unveil build design organise organize set "
    "develop draft start begin open host convene endorse adopt champion spearhead inaugurate fund lead form".split()
)
"""Verbs of those who bring a programme about, in their base forms."""
LONGEST = 28
"""Words in a question, at the most."""
_LONGEST_QUESTION = 32
_UNDATED = Pattern(
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b(?!,? \d)"
    r"|\b(?:past|last|next|coming|previous) (?:few |several |\w+ )?(?:days|weeks|months|years|decades?|century)\b"
    r"|\b(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)\w*\.? \d{1,2}\b(?!.*\d{4})"
)
"""A day or a stretch of time that only the document's date would tell."""
_BROKEN = Pattern(r"[Tt]he (?:reason|way|moment|day|time|fact) [A-Z]")
"""A clause whose verb was taken for the question's."""
_LEFT_OPEN = Pattern(
    r"\b(?:what|who|how|why) [\w.]+\?$|\b(?:show|say|argu|claim|suggest|find|stat|not|reveal)ing\?$"
    r"|, [a-z]+ly(?: or [a-z]+ly)?\?$"
)
"""A clause that was cut before its verb or its object: "affords Peru what Chile", "employs, directly or indirectly"."""
_WITH_ARTICLE = frozenset(
    "report initiative cup plan act treaty agreement programme program convention protocol summit conference prize "
    "medal championship award project partnership framework strategy scheme campaign fund committee commission "
    "council".split()
)
"""What closes a name that stands with an article, be it left out where the text names several."""
_UNTOLD = Pattern(
    r"\bthe following\b|\bthe (?:two|three|four|five|six|seven|eight|nine|ten) [a-z]+s\b(?! of| that| who| which)"
    r"|\bthe (?:city|town|village|island|region)['’]s\b"
    r"|\b(?<!Which )the (?:agency|company|organi[sz]ation|programme|program|project|scheme|committee|commission|council"
    r"|university|museum|initiative|campaign|club|team|firm|group|act|treaty|agreement|board|charity|association|body)"
    r"(?=\?|,| (?:and|to|is|was|has|had|in|on|by|from|with|after|before|until|for [a-z]+ing|since|during|as|at)\b)"
)
"""Things that only the text before tells: "the two towns", "asks *the agency* to ..."."""
_INSTRUCTED = Pattern(r"(?<!was )(?<!were )(?<!been )(?<!are )(?<!is )(?<!be )\binstructed to\b")
"""What has lost its object, as some papers write."""
_TELLS_NOTHING = frozenset(
    "which what whom have been were with from into that this the and for its complete put operation operate launch "
    "open hold start begin announce sign establish found create publish year every speak meet take place mean make "
    "come under during through many other also be pass adopt approve "
    "wide broad support congress parliament senate government".split()
)
"""Words of a question that any other thing of its sort could be asked for with."""
_OF_EVERY_STATE = frozenset(
    "Congress Parliament Senate House Government Cabinet President Minister Prime State Council Commons Lords".split()
)
"""Names of what every state has: "passed by *Congress* with wide support" could be said of any act."""
_BARE_YEAR = Pattern(r"\b(?:in|since|until|from|to) \d{4}\b")
_SHORT = 2
_LEAST = 3
"""Words that tell something, with the noun that is asked for, of a question without a name."""
_TWICE = Pattern(r"\b([A-Z]\w+) ([A-Z]\w+)\b.*\b\2\b")


def _without_its_letters(asked: str, first: str) -> str:
    """A question that does not hold the letters a name begins with; empty where it cannot do without them.

    "Which memorandum did *NASA* Administrator Bill Holm sign?" tells too much where the answer begins with NASA.
    """
    if not re.fullmatch(r"[A-Z]{3,}", first) or first not in asked.split():
        return asked
    without = re.sub(rf" by (?:the )?{first}(?: [A-Z]\w+)*(?= (?:in|on|for|with|at|to|as|from)\b)", "", asked)
    if first not in without.split():
        return without
    before, _, after = asked.partition(f"{first} ")
    return f"{before}{after}" if title_mark(after.split(maxsplit=1)[0].lower()) and first not in after.split() else ""


def _vague(asked: str) -> bool:
    """Whether a question holds no name, no figure and next to nothing of what was done: "which was completed"."""
    words = asked.rstrip("?").split()
    years = len(_BARE_YEAR.findall(asked))
    named = any(word[0].isupper() and word.strip(",.") not in _OF_EVERY_STATE for word in words[1:])
    if named or sum(word[0].isdigit() for word in words) > years:
        return False
    tells = {base_form(word.lower().strip(",“”")) for word in words if len(word) > _SHORT} - _TELLS_NOTHING
    return len(tells) < _LEAST


def _named_twice(asked: str) -> bool:
    """Whether a question names a person, then the surname again: "did Tomas Rivas meet Rivas"."""
    return any(given_name_sex(found[1]) for found in _TWICE.finditer(asked))


@dataclass(frozen=True, slots=True, kw_only=True)
class Initiative(Fact):
    """A named programme and what is said of it."""

    name: str
    """With the article it takes in the text."""
    accept: tuple[str, ...]
    asked: str
    """The question, with "which initiative" where the name stood."""
    maker: str = ""
    """Who proposed, launched or signed it."""
    making: str = ""
    """What the maker did, in the past: "proposed"."""
    partners: str = ""
    """Others who did it too and are told by no name: "Peruvian officials"."""
    maker_kind: NameKind = NameKind.PERSON
    thin: bool = False
    """Whether the maker may have made others of its sort, so that only who made it is asked."""
    choices: tuple[str, ...] = ()
    """Names like it to choose from, where only what it is about tells it from others."""


def statement(u: Understanding, place: Place, rule: str, asked: str, worth: float, **more: object) -> Initiative | None:
    """The fact, unless the question would point outside, be too long, or hold the name's acronym."""
    entity = place.entity
    asked = _INSTRUCTED.sub("gave instructions to", " ".join(asked.split()))
    if pointing(asked) or pronoun(asked) or (entity.acronym and entity.acronym in asked):
        return None
    if (
        _UNDATED.search(asked)
        or _BROKEN.match(asked)
        or _LEFT_OPEN.search(asked)
        or _vague(asked)
        or _UNTOLD.search(asked)
        or _named_twice(asked)
        or len(asked.split()) > _LONGEST_QUESTION
    ):
        return None
    asked = _without_its_letters(asked, entity.name.split()[0])
    if not asked:
        return None
    name = u.named(entity.name)
    small = name[name.rfind(" ") + 1].islower()
    owned = place.start > 0 and place.words[place.start - 1].tag in ("POS", "PRP$")
    whole = place.end - place.start > 1 or " " not in name  # not "the University" of Holm University
    determined = whole and any(w.tag == "DT" for w in place.words[place.begin : place.start])
    article = small or owned or determined
    article = article or (not place.called and name.rpartition(" ")[2].lower() in _WITH_ARTICLE)
    if not name.startswith(("the ", "Operation ")) and article and not name.endswith(" Day"):
        name = f"the {name}"  # "a new Nuclear Group": the one that is asked about
    first = place.sentence.span.start
    author = (u.author.proof,) if u.author and u.author.name in asked else ()
    fact = Initiative(
        rule=rule, subject=f"{entity.name}: {asked}", evidence=(*author, u.proof(Span(first, first + 1))), name=name,
        asked=asked, worth=worth, guards=("whole-name", "stands-alone"),
        choices=numbered_like(entity.name) or others_like(entity.name, place.called),
        accept=tuple(dict.fromkeys(a for a in _other_names(entity) if a != name)),
    )  # fmt: skip
    return replace(fact, **more)  # type: ignore[arg-type]


def _other_names(entity: Entity) -> Iterator[str]:
    """What a programme is called too, less "the Canal", which any other canal is as well."""
    for name in (entity.name, entity.acronym, *entity.names):
        if name and not programme_sort(name.removeprefix("the ").lower()):
            yield name


def is_maker(u: Understanding, entity: Entity) -> bool:
    """Whether one can be asked for as who made it: a person told from the family, a body or a country."""
    if entity.kind is NameKind.PERSON and " " not in entity.name:
        return not any(p is not entity and p.surname == entity.name for p in u.aliases.people())
    return entity.kind in (NameKind.PERSON, NameKind.ORGANISATION) or country(entity.name) is not None
