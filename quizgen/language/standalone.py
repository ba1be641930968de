"""Whether a phrase can stand outside its document, and how to mend it where it cannot."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from quizgen.language.aliases import Aliases
from quizgen.language.entity import Entity
from quizgen.language.gazetteer import country
from quizgen.language.lexicon import guess, tags_of
from quizgen.language.names import NameKind
from quizgen.language.pattern import Pattern
from quizgen.language.phrases import ROUGHLY
from quizgen.language.words import Word

# What points out of the phrase: at the speaker, the listener, the day of writing, the text around it.
_POINTING = Pattern(
    r"\b(?:I|me|my|(?<!a )(?<!the )mine(?! [a-z])|we|us|our|ours|ourselves|you|your|yours"
    r"|today|yesterday|tomorrow|tonight|now|here|ago|currently|recently"
    r"|(?:this|last|next|coming|past|previous|following) (?:year|month|weekend|week|morning|afternoon|evening|time"
    r"|century|decade|day|summer|winter|spring|autumn)s?"
    r"|(?:the|these|those|both) (?:two |three |four )?(?:sides|countries|parties|leaders|peoples|nations|presidents"
    r"|ministers)(?! (?:of|for) (?:the )?(?:(?-i:[a-z]+) (?-i:states|countries) of (?:the )?)?(?-i:[A-Z]))"
    r"|the (?:former|latter|above|same|other|others)|aforementioned|above-mentioned|respectively|such (?!as\b)"
    r"|(?:this|these|those)(?! (?:who|of|in|with|that|whose|from|responsible|affected|involved|living)\b)"
    r"|(?<!the )then|later|earlier"
    r"|there(?! (?:is|are|was|were|will|had|has|have)\b))\b",
    re.IGNORECASE,
)
_POINTERS = frozenset(
    "i me my mine we us our ours ourselves you your yours today yesterday tomorrow tonight now here ago currently "
    "recently this last next coming past previous following these those both sides countries parties leaders peoples "
    "nations presidents ministers former latter above same other others aforementioned respectively such then later "
    "earlier there".split()
)
"""Words of which what points out of a phrase has one at least; looked for first, as most phrases have none."""
_WORD, _TOKEN = Pattern(r"\w+"), Pattern(r"[\w'’-]+|[^\w\s]")
_LINK_WORDS = frozenset("also too however therefore thus meanwhile moreover furthermore addition well here".split())
"""Words of which what ties a phrase to the text has one at least."""
_LINKS = Pattern(
    r",? ?\b(?:also|(?:(?<=, )too|too(?=$|,))|however|therefore|thus|meanwhile|moreover|furthermore|in addition"
    r"|as well(?! as)|here)\b,?(?= |$)",
    re.IGNORECASE,
)
_REGNAL = Pattern(r"[A-Z]\w+ $")
_ENDS_PHRASE = frozenset(
    "in on at with from by as and or but during after before into over under through because when while".split()
)
_FINITE = frozenset("did does was is were are has had have will would can could should must may might".split())
_ON_SOMETHING = frozenset(
    "agreement treaty convention law bill act resolution ban tax report declaration protocol memorandum referendum "
    "campaign war vote conference summit".split()
)
"""Nouns that are told by what they are on, against or for."""
_GENERIC = frozenset(
    "organisation organization city country university company club team party institute museum".split()
)
OF_ARTICLE = frozenset(
    "project construction bridge building structure line railway station school newspaper church band show series film "
    "book ship vessel conflict war battle treaty agreement election campaign association society library hospital "
    "airport port stadium ground town village district settlement colony kingdom republic canal road tunnel tower dam "
    "palace castle festival tournament competition league bank firm factory brand product organisation organization "
    "city country university company club team party institute museum".split()
)
"""Nouns of what the title of an article about a thing makes clear."""
_UNIQUE = frozenset(
    "world public sun moon earth sea sky king queen pope government state law economy people poor rich war peace army "
    "navy press internet environment weather future past present law telephone piano violin marathon "
    "coronavirus pandemic planet climate "
    "media universe mile arts sciences humanities".split()
)
_PRONOUNS = frozenset("he she it they him them himself herself itself themselves hers theirs her".split())
_PRONOUN = Pattern(
    r"\b(?:he|she|it|they|him|them|himself|herself|itself|themselves|hers|theirs"
    r"|her(?=$|[.;?]))\b",
    re.IGNORECASE,
)
_OWNERS = frozenset(["his", "her", "its", "their"])
_OWNER = Pattern(r"\b(?:his|her|its|their)\b", re.IGNORECASE)
_PARTY = Pattern(r"^(?!.*Committee).*\bParty\b")
_PARTIES = Pattern(r"\b(?:the two|both) parties\b", re.IGNORECASE)
_PAIRING = ("two", "both", "our")
"""Words of which what names a pair has one."""
_PAIR = Pattern(
    r"\b(?:(?:the|our) two|both|our) (?:sides|countries|nations|neighbours|neighbors|states|governments|peoples)\b",
    re.IGNORECASE,
)

_SIDE_BY_SIDE = Pattern(r"\b((?:the )?[A-Z][\w.]+(?: [A-Z][\w.]+)?) and ((?:the )?[A-Z][\w.]+(?: [A-Z][\w.]+)?)")


_THAT_THING = Pattern(r"\b(?:in|of|for|with|on|from|by|about|under) that [a-z]+(?! [a-z]+(?:s|ed)\b)")
""" "The return of *that bridge*"; not "a sign of that men err"."""


@lru_cache(maxsize=256)
def _words(phrase: str) -> frozenset[str]:
    """The words of a phrase in lower case, which are asked for again and again."""
    return frozenset(_WORD.findall(phrase.lower()))


def pointing(phrase: str) -> str:
    """The first word in ``phrase`` that points out of it; empty where none does."""
    if " that " in phrase and (found := _THAT_THING.search(phrase)):
        return found.group()
    if _POINTERS.isdisjoint(_words(phrase)):
        return ""
    for found in _POINTING.finditer(phrase):
        if found.group() in ("i", "US") or (found.group() == "I" and _REGNAL.search(phrase[: found.start()])):
            continue
        return found.group()
    return ""


def without_links(phrase: str) -> str:
    """``phrase`` without words that only tie it to the text before: also, however, therefore."""
    tied = not _LINK_WORDS.isdisjoint(_words(phrase))
    return " ".join((_LINKS.sub("", phrase) if tied else phrase).split())


def anaphoric(phrase: str) -> str:
    """A bare "the machine" in ``phrase``, which only the text before can tell; empty where there is none."""
    return next(anaphors(phrase), "")


def anaphors(phrase: str, *, subjects: bool = False, titled: bool = True) -> Iterator[str]:
    """Every bare "the machine" in ``phrase``.

    Args:
        phrase: what is to stand outside its document.
        subjects: whether also where a verb follows: "the machine was".
        titled: whether a title makes clear what "the city" and the like are.
    """
    if "the" not in phrase.lower():
        return
    words = _TOKEN.findall(phrase)
    for i, word in enumerate(words[:-1]):
        noun = words[i + 1]
        if word.lower() != "the" or not noun[:1].islower() or noun in _UNIQUE or (titled and noun in _GENERIC):
            continue
        after = words[i + 2] if i + 2 < len(words) else ""
        if after in ("and", "or") and words[i + 4 : i + 5] == ["of"]:
            continue  # the use or threat of force
        if noun in _ON_SOMETHING and after in ("on", "against", "for") and words[i + 3 : i + 4]:
            continue  # the treaty on salt
        nominal = (tags_of(noun) or guess(noun))[0] not in ("JJ", "JJS", "CD", "RB")
        over = not after[:1].isalpha() or after in _ENDS_PHRASE or (after == "to" and noun in OF_ARTICLE)
        if nominal and (over or (subjects and after in _FINITE)):
            yield f"the {noun}"


def untitled(phrase: str) -> str:
    """A bare "the city" in ``phrase``, which needs a title that makes it clear; empty where there is none."""
    return next((a for a in anaphors(f"{phrase} .", titled=False) if a.removeprefix("the ") in _GENERIC), "")


def generic(phrase: str) -> bool:
    """Whether ``phrase`` says "the city" or "the organisation", which a title makes clear."""
    return any(f"the {noun}" in phrase for noun in OF_ARTICLE)


def pronoun(phrase: str) -> str:
    """The first personal pronoun in ``phrase``; empty where there is none."""
    if _PRONOUNS.isdisjoint(_words(phrase)):
        return ""
    return next((found.group() for found in _PRONOUN.finditer(phrase) if found.group() != "IT"), "")


def owner(phrase: str) -> str:
    """The first possessive pronoun of the third person in ``phrase``; empty where there is none."""
    found = None if _OWNERS.isdisjoint(_words(phrase)) else _OWNER.search(phrase)
    return found.group() if found else ""


def stands(phrase: str) -> bool:
    """Whether nothing in ``phrase`` points out of it: no "now", no "she" and nothing that is "theirs"."""
    return not (pointing(phrase) or pronoun(phrase) or owner(phrase))


def stands_alone(phrase: str) -> bool:
    """Whether ``phrase`` needs nothing around it: it `stands`, and tells of no bare "the machine", not even last."""
    return stands(phrase) and not anaphoric(f"{phrase} .")


def is_named(words: Sequence[Word]) -> bool:
    """Whether a noun phrase names something by itself: by a name, or as one of its sort ("a winter sports week")."""
    if any(w.tag in ("NNP", "``") for w in words):
        return True
    first = next((w for w in words if w.lower not in ROUGHLY), words[0])
    if [w.lower for w in words[:1]] == ["the"] and len(words) > 3 and words[1].lower in _ON_SOMETHING:
        return words[2].lower in ("on", "against", "for")
    if first.tag == "NN" and words[-1].tag == "NNS" and len(words) > 1:
        return True  # bronze guns
    return (
        first.lower in ("a", "an")
        or (first.tag in ("NNS", "JJ", "CD") and first.lower not in ("other", "such"))
        or (first.lower == "all" and words[-1].tag == "NNS" and len(words) > 2)
    )


def the_pair(aliases: Aliases) -> tuple[str, str] | None:
    """The two countries a document of two sides is about; None where there may be a third."""
    if aliases.two is not None:
        nations = [next(iter(e.countries)) for e in aliases.two if len(e.countries) == 1]
        if len(set(nations)) == 2:
            return nations[0], nations[1]
    counted: list[tuple[int, Entity]] = sorted(
        ((len(e.mentions), e) for e in aliases.entities if e.kind is NameKind.PLACE and country(e.name)),
        key=lambda pair: (-pair[0], pair[1].name),
    )
    if len(counted) < 2 or counted[1][0] < 3:
        return None
    if len(counted) > 2 and counted[2][0] * 3 > counted[1][0]:
        return None
    first, second = sorted((counted[0][1], counted[1][1]), key=lambda e: e.mentions[0].span)
    return first.name, second.name


def the_parties(aliases: Aliases) -> tuple[str, str] | None:
    """The two political parties a document names; None where they are not just two."""
    parties = [e for e in aliases.entities if e.kind is NameKind.ORGANISATION and _PARTY.search(e.name)]
    if len(parties) != 2:
        return None
    first, second = (e.acronym or e.name for e in sorted(parties, key=lambda e: e.mentions[0].span))
    return f"the {first}", f"the {second}"


def _pair_in(phrase: str) -> tuple[str, str] | None:
    """The two countries that a phrase names side by side; None where there are none, or more."""
    pairs = {
        (found[1], found[2]) for found in _SIDE_BY_SIDE.finditer(phrase) if country(found[1]) and country(found[2])
    }
    return pairs.pop() if len(pairs) == 1 else None


def name_the_pair(phrase: str, aliases: Aliases) -> str:
    """``phrase`` with "the two countries" and the like named, where it is certain which they are."""
    told = phrase.lower()
    if "parties" in told and _PARTIES.search(phrase) and (parties := the_parties(aliases)):
        phrase = _PARTIES.sub(" and ".join(parties), phrase)
    if not any(map(told.__contains__, _PAIRING)) or (meant := _PAIR.search(phrase)) is None:
        return phrase
    if (pair := the_pair(aliases) or _pair_in(phrase[: meant.start()])) is None:
        return phrase
    both = " and ".join(pair)

    def named(match: re.Match[str]) -> str:
        noun = match.group().lower().rsplit(" ", 1)[-1]
        return f"the {noun} of {both}" if noun in ("peoples", "governments", "leaders") else both

    return re.sub(rf"({re.escape(both)}['’])(?!s)", r"\1s", _PAIR.sub(named, phrase))
