"""What is left when a sentence was cut in its midst: a question or a clause that lacks its other half."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.language.lexicon import guess, tags_of
from quizgen.language.pattern import Pattern
from quizgen.language.tagging import tag_sentence
from quizgen.language.words import FINITE_TAGS, tokens_in

_OPEN_ENDS = frozenset(
    "and or but nor while whereas because although though if unless than the a an every another their its his having "
    "ensuring making allowing enabling letting saying giving meaning including becoming being".split()
)
"""Words with which no question ends, "being" but in "come into being"."""
_LACK_OBJECTS = frozenset(
    "want wants wanted need needs needed made makes gave gives took told tells asked said".split()
)
"""A verb that says nothing without its object."""
_HOW = Pattern(r"\bhow [^,]* best\?$")
_URGING = (" upon ", "persuade", "compel", "oblige", "urge")
_LACKS_DEED = Pattern(
    r"\b(?:call(?:ed)? upon|persuaded?|compel(?:led)?|obliged?|urged?) (?:the |[A-Z])"
    r"(?!.* (?:to|that|into) )[^,“”]*\?$"
)
"""Somebody who is urged, and nobody is told to what."""
_LACKS_AIM = Pattern(
    r"\b(?:I|[Ww]e|he|she|they) (?:intend|plan|hope|aim)(?:s|ed|ned)?(?=[,”?])(?!.* (?:to|that|for|on) )"
)
"""Somebody who intends, and nobody is told what: "I intend, in coming years"."""
_LISTED_QUALITY = Pattern(r"\b(?:an?|another|every|each)(?P<first>(?: [\w-]+)*), (?P<last>[\w-]+(?: [\w-]+)*)\?$")
""" "Another, potentially more serious": qualities of something that is gone."""
_ASIDES = Pattern(r", (?:which|who|whom|whose|where) [^,]*(?:,|$)")
_NEEDS_MAIN = frozenset("if when while because although though unless with despite given whereas".split())
"""What opens a half that another has to follow."""
_INNER = Pattern(r"\bthat (?=(?:if|when|while|because|although|though|unless) )")
_THAT_THING = Pattern(
    r"\b(?:notion|idea|claim|fact|belief|hope|view|argument|theory|suggestion|fear|report|promise)s? that "
)
_HELPING = frozenset("is are was were has have had will would can could may might must shall should".split())


def breaks_off(question: str) -> bool:
    """Whether a question ends where something has to follow: "... spoke at the church while?"."""
    last = question.rstrip('?”"').rpartition(" ")[2]
    if last in _OPEN_ENDS and not question.endswith("into being?"):
        return True
    before = question.rpartition(" ")[0].rpartition(" ")[2]
    noun = last == "needs" and bool({"JJ", "NN", "IN", "PRP$"} & set(tags_of(before) or ()))  # human needs
    if question.startswith("Who ") and last in _LACK_OBJECTS and not noun and "”" not in question[-2:]:
        return True
    if " that " in question and (told := _THAT_THING.search(question)) and not _has_verb(question[told.end() :]):
        return True  # the notion that an online video?
    if last == "best" and _HOW.search(question):
        return True  # to discuss how the Board best | could help
    if any(map(question.__contains__, _URGING)) and _LACKS_DEED.search(question):
        return True
    if _LACKS_AIM.search(question):
        return True
    found = _LISTED_QUALITY.search(question) if ", " in question else None
    return found is not None and not any(_may_be_noun(w) for part in found.groups() for w in part.split())


def lacks_main(clause: str) -> bool:
    """Whether a clause is but half of one: without subject or verb, or only the part that leans on another.

    Args:
        clause: what somebody is to have said, without "that".
    """
    inner = _INNER.split(clause)
    if len(inner) > 1 and _leans(inner[-1]):
        return True
    if clause.partition(" ")[0] in _HELPING or _leans(clause):
        return True
    bare = _ASIDES.sub(" ", clause)
    if clause.partition(" ")[0].endswith("ing") and not _has_verb(bare, surely=True):
        return True  # that using the tax code
    return bare != clause and not _has_verb(bare)


def _leans(clause: str) -> bool:
    """Whether a clause opens with "if" or "with", and no other with a verb follows its comma."""
    if clause.partition(" ")[0].lower() not in _NEEDS_MAIN:
        return False
    return not any(_has_verb(part) for part in clause.split(", ")[1:])


def _has_verb(part: str, *, surely: bool = False) -> bool:
    """Whether a word of a part is, or else can be, a finite verb."""
    texts = tokens_in(part, 0, len(part))
    lowers = [text.lower() for text in texts]
    tags: Sequence[str] = tag_sentence(texts, lowers, (), title_case=False)
    return any(
        tag in FINITE_TAGS
        or (not surely and tag in ("VBN", "VB", "NN", "NNS") and not FINITE_TAGS.isdisjoint(tags_of(low) or guess(low)))
        for tag, low in zip(tags, lowers, strict=True)
    )


def _may_be_noun(word: str) -> bool:
    if word in ("more", "most", "less", "far", "even"):
        return False
    return not word.islower() or any(tag.startswith(("NN", "CD", "PRP")) for tag in tags_of(word) or guess(word))
