"""Who or what is named in a document, with all its names and mentions."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from quizgen.language.gazetteer import given_name_sex, is_organisation_head, programme_sort
from quizgen.language.names import Mention, NameKind
from quizgen.language.ordinals import parse_ordinal
from quizgen.language.pattern import Pattern
from quizgen.model.document import Span

_SUFFIX = Pattern(r",? (?:Jr|Sr)\.?$")

# titles that tell a sex
MEN = frozenset(
    "mr mr. sir lord king prince father pope baron count duke chairman spokesman congressman emperor".split()
)
WOMEN = frozenset(
    "mrs mrs. ms ms. miss madam mme dame lady queen princess baroness duchess chairwoman spokeswoman "
    "congresswoman empress".split()
)

_OF_NATIONS = frozenset(
    "government administration parliament senate congress cabinet army navy force forces police republic kingdom union "
    "state crown court department ministry church".split()
)
"""Bodies of which every country has its own, so that "the Government" need not be the one that was named."""


@dataclass(slots=True)
class Entity:
    """A person, organisation, country or programme of the document."""

    name: str
    """Its fullest name."""
    kind: NameKind
    sort: str = ""
    """For what could be a programme: P, A, B, W or E."""
    acronym: str = ""
    """As the text defines it: "Communist Party of China (CPC)"."""
    titles: set[str] = field(default_factory=set)
    """Offices and titles that stand before the name."""
    countries: set[str] = field(default_factory=set)
    """Countries the text says a person or body belongs to."""
    names: dict[str, int] = field(default_factory=dict)
    """Every name it goes by, with how often."""
    mentions: list[Mention] = field(default_factory=list)

    @property
    def surname(self) -> str:
        """The family name with its particles: "von der Leyen"; of a thing, the last word of its name."""
        return family_name(self.name) if self.kind is NameKind.PERSON else " ".join(name_words(self.name)[-1:])

    @property
    def sex(self) -> str:
        """``M``, ``F`` or empty, by title or given name."""
        titles = {word.lower() for title in self.titles for word in title.split()}
        if titles & MEN or titles & WOMEN:
            return "M" if titles & MEN else "F"
        given = (given_name_sex(name.split()[0]) for name in (self.name, *self.names))
        return next((sex for sex in given if sex in ("M", "F")), "")

    def is_named_in(self, span: Span) -> bool:
        """Whether one of its mentions stands inside ``span``."""
        first = bisect_left(self.mentions, span.start, key=lambda m: m.span.start)
        return any(span.contains(m.span) for m in self.mentions[first : first + 1])

    def last_before(self, offset: int) -> Mention:
        """Its last mention that ends before ``offset``; its very last where none does."""
        return self.mentions[bisect_right(self.mentions, offset, key=lambda m: m.span.end) - 1]


def other_names(entity: Entity) -> tuple[str, ...]:
    """What else an entity goes by: other names, the surname where it stands last, titles with the name, an acronym."""
    bare = "" if entity.kind is NameKind.PERSON else head_of(entity)  # the University, of any
    names = [name for name in entity.names if name not in (entity.name, bare)]
    titled = [f"{title} {entity.name}" for title in sorted(entity.titles)]
    western = entity.kind is NameKind.PERSON and given_name_sex(entity.name.split()[0])
    surname = [entity.surname] if western else []
    return tuple(dict.fromkeys([*names, *surname, *titled, *([entity.acronym] if entity.acronym else [])]))


def head_of(thing: Entity) -> str:
    """The noun that a body or programme is called by for short, the *Council* of Mills; else its whole name."""
    words = name_words(thing.name)
    if parse_ordinal(words[0]) is not None:
        return thing.name  # the Third Council meeting
    opening = next((word for word, after in pairwise(words) if after in ("of", "for", "on")), "")
    if not opening:
        return words[-1]
    lower = opening.lower()
    known = (is_organisation_head(lower) or programme_sort(lower)) and lower not in _OF_NATIONS
    return opening if known else thing.name


def family_name(name: str) -> str:
    """The surname with its particles in the full name of a person: "von der Leyen"."""
    words = name_words(name)
    first = next((i for i, word in enumerate(words[1:], 1) if word.islower()), len(words) - 1)
    return " ".join(words[first:])


@lru_cache(maxsize=4096)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name without "Jr."."""
    return tuple(_SUFFIX.sub("", name).split())
