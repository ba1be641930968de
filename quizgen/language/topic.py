"""What an article is about: whom or what its first sentence says what it is."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from quizgen.language.aliases import Aliases
from quizgen.language.entity import Entity
from quizgen.language.names import Mention, NameKind
from quizgen.language.pattern import Pattern
from quizgen.language.sentences import Sentence

_IS = Pattern(r"(?:,[^.;]{1,160}?,)? (?:is|was|are|were) (?:an?|the|one)\b")
_BORN = Pattern(r"(?:,[^.;()]{1,80}?,)? ?\((?:born|b\.) ")
_LIKE = {
    "railway": ("company", "line"), "university": ("college", "institution"), "college": ("school", "university"),
    "club": ("team", "side"), "treaty": ("agreement",), "agreement": ("treaty",), "city": ("town", "municipality"),
    "f.c.": ("club", "team", "side"), "bridge": ("structure",), "tower": ("structure", "building"),
    "war": ("conflict",), "cup": ("tournament", "competition"), "railroad": ("railway", "line"),
    "corporation": ("company", "firm"), "inc.": ("company", "firm"), "company": ("firm",), "museum": ("institution",),
    "organization": ("organisation", "body"), "society": ("association",), "bank": ("institution",),
} | dict.fromkeys(
    "ltd. ltd plc limited llc gmbh corp. co. manufacturer maker producer retailer airline brewery publisher "
    "conglomerate developer".split(),
    ("company", "firm"),
)  # fmt: skip
"""What else a thing is called, by the noun of its name, or by what it is said to be."""
_BRACKETS = Pattern(r"\s*\([^()]*(?:\([^()]*\)[^()]*)*\)")
_LONGEST_TITLE = 6
"""Words of a title that may be a mere name."""
_EARLY = 3
"""Words before the name: "The", "A young"."""


def find_topic(
    title: str, text: str, sentences: Sequence[Sentence], mentions: Sequence[Sequence[Mention]], aliases: Aliases
) -> tuple[Entity, frozenset[str]] | None:
    """Whom or what an article is about, and the nouns it is called by; None where neither title nor opening says.

    Args:
        title: of the document; a name alone tells its topic.
        text: the document's text.
        sentences: its sentences; headings are passed over.
        mentions: the names in each.
        aliases: the entities.
    """
    opening = _defined(text, sentences, mentions, aliases)
    named = _titled(re.sub(r"\s*\([^)]*\)$", "", title), text, aliases)
    if named is None or (opening is not None and opening[0] is named):
        return opening
    if named.kind is NameKind.PERSON and opening is not None and _bears_name(opening[0], title):
        return opening
    nouns = frozenset(_last_nouns(title))
    if opening is not None and opening[0].name.endswith(named.name):  # Bauhaus, and its first sentence's full name
        nouns |= opening[1]
    return named, nouns


def _bears_name(thing: Entity, title: str) -> bool:
    """Whether the text opens with a body that is called as its title: "Heinz", of the firm and not of the man."""
    return thing.kind is not NameKind.PERSON and " " not in title and title in thing.name.split()


def shared_name(title: str, text: str, aliases: Aliases) -> str | None:
    """The surname by which a body goes that an article is about, as its founder does; None where there is none."""
    topic = aliases.topic
    if topic is None or topic.kind is NameKind.PERSON:
        return None
    surnames = {p.surname for p in aliases.people()}
    words = [w for w in topic.name.split() if w in surnames]
    firm = words[:1] if topic.kind is NameKind.ORGANISATION and topic.name.split()[0] in words[:1] else []
    called = (w for w in words if w in (title, topic.name, *firm) or re.search(rf"\bknown as {re.escape(w)}\b", text))
    return next(called, None)


def _titled(title: str, text: str, aliases: Aliases) -> Entity | None:
    """The entity that a title names, and nothing else."""
    words = title.split()
    if not words or len(words) > _LONGEST_TITLE:
        return None
    whole = [e for e in aliases.known_as(title) if title in e.names]
    for entity in whole:
        if entity.kind is NameKind.OTHER and re.search(rf"\b{re.escape(words[-1])}(?: \([^)]*\))? was born\b", text):
            aliases.make_person(entity)
    family = [e for e in aliases.people() if e.surname == words[-1] and e.name.split()[0][0] == words[0][0]]
    found = whole or (family if len(words) > 1 else [])
    if len(found) != 1:
        return None
    if found[0].kind is NameKind.PERSON and len(words) > 1 and not title.isupper():
        aliases.call(found[0], title)  # as the article is called, so are its cards
    return found[0]


def _defined(
    text: str, sentences: Sequence[Sentence], mentions: Sequence[Sequence[Mention]], aliases: Aliases
) -> tuple[Entity, frozenset[str]] | None:
    """Whom or what the first sentence defines: "Graz (...) is a city"."""
    first = next((s for s in sentences if not s.heading), None)
    if first is None or not mentions[first.index]:
        return None
    name = mentions[first.index][0]
    if first.word_at(name.whole.start) > _EARLY:
        return None
    end = name.span.end
    while bracket := _BRACKETS.match(text, end):
        end = bracket.end()
    found = _IS.match(text, end) or _BORN.match(text, name.span.end)
    entity = aliases.at(name)
    if found is None or entity is None:
        return None
    called = _called(first, found.end())
    return entity, frozenset(
        [*_last_nouns(name.text), *called, *(like for noun in called for like in _LIKE.get(noun, ()))]
    )


def _last_nouns(name: str) -> list[str]:
    """What a named thing is: the last word of its name, or the one before "of"."""
    words = name.lower().split()
    if len(words) < 2:
        return []
    noun = words[words.index("of") - 1] if "of" in words[1:] else words[-1]
    return [noun, *_LIKE.get(noun, ())]


def _called(sentence: Sentence, offset: int) -> list[str]:
    """The nouns at the end of "an American web *portal* and online service *provider* based in ..."."""
    words = [w for w in sentence.words if w.start >= offset]
    found = []
    for word, after in itertools.pairwise(words):
        if word.tag in ("NN", "NNS") and after.tag not in ("NN", "NNS", "NNP", "POS"):
            found.append(word.lower)
        if word.tag in ("IN", "WDT", "WP", "VBN", "VBG", ",") or word.is_finite:
            break
    return found
