"""Names made up as wrong choices: a programme's own name about something else, or with another number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from quizgen.language.gazetteer import country, programme_sort
from quizgen.language.lexicon import is_known, tags_of
from quizgen.language.ordinals import ordinal
from quizgen.language.pattern import Pattern
from quizgen.questions import pools
from quizgen.questions.normal import normal
from quizgen.questions.order import in_order

_SCOPE = frozenset(
    "global international national world united nations union joint federal royal european african asian american "
    "nordic baltic caribbean pacific atlantic andean mediterranean arctic central eastern western northern southern "
    "inter-american pan-african pan-american transatlantic trans-pacific indo-pacific bilateral common high-level new "
    "general permanent".split()
)
"""What opens a name and tells whose or how wide a thing is, not what it is about."""
_ORDINALS = "First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth Eleventh Twelfth".split()
_BEHIND = Pattern(r"(?P<lead>.+? for Cooperation|.+?) (?P<joint>on|for|to|[Cc]oncerning|[Rr]egarding) (?P<topic>.+)")
_YEAR = Pattern(r"\b(1[5-9]\d\d|20\d\d)$")
_DATED = Pattern(r"\b(?:1[5-9]\d\d|20\d\d)\b")
_COUNTED = Pattern(r"\b(?!Resolution|Agenda)([A-Z][a-z]+) (\d{1,3})\b(?! \d)")
"""One of a series: Apollo 11."""
_COUNTS = frozenset(["mission", "flight", "launch", "spacecraft"])
_RESOLUTION = Pattern(r"(.*\bResolution )(\d{2,4})")
_NTH = Pattern(r"\b(\d+)(?:st|nd|rd|th)\b")
_SMALL = frozenset(["and", "of", "the", "for", "in", "to", "&"])
_USES = (
    "Cooperation", "Development", "Training", "Reform", "Support", "Protection", "Modernization", "Investment",
    "Safety", "Planning", "Education",
)  # fmt: skip
"""What a programme can be for, beside the thing it is about."""
_MANNERS = ("Technical", "Economic", "Legal", "Regional", "Digital", "Social", "Environmental")
_DEEDS = ("Combat", "Monitor", "Prevent", "Reduce", "Counter", "Manage")
_STEM = 5
"""Letters by which words are taken for forms of one."""


def about_others(name: str, fields: Sequence[str], seed: str, told: str, hold: Sequence[str] = ()) -> Iterator[str]:
    """Yield names like ``name`` of things about something else in its fields.

    Args:
        name: of a programme, with its article: "the Harbour Safety Fund".
        fields: what it is about, the likeliest first.
        seed: the question, which settles the order.
        told: a text whose words no new topic may hold, as it could then be right too.
        hold: words of it that all choices must hold.
    """
    split = _parted(name)
    if split is None:
        return
    lead, topic, tail, aim = split
    held = {_stem(word) for word in normal(" ".join(hold)).split()}
    taken = {_stem(word) for word in normal(f"{told} {topic}").split() if word not in _SMALL} - held
    length = len(topic.split())
    for field in fields:
        listed = pools.by_field("topics.txt").get(f"{field} to" if aim else field, ())
        fitting = [other for other in listed if taken.isdisjoint(map(_stem, normal(other).split()))]
        for other in sorted(in_order(seed, fitting), key=lambda other: abs(len(other.split()) - length) > 1):
            yield " ".join(
                filter(None, (lead, other if any(w[0].isupper() for w in topic.split()) else other.lower(), tail))
            )


def of_other_use(name: str, seed: str, hold: Sequence[str]) -> Iterator[str]:
    """Yield names like "the Peru-Chile Harbour *Safety* Fund" where a question holds most words of the name.

    Args:
        name: of a programme.
        seed: the question, which settles the order.
        hold: words of the name that all choices must hold.
    """
    split = _parted(name)
    if split is None or not hold:
        return
    lead, topic, tail, aim = split
    words = topic.split()
    free = [i for i, word in enumerate(words) if word not in hold and _can_change(words, i)]
    if not free or len(free) == len(words):
        return
    at = 0 if aim and free[0] == 0 else free[-1]
    describes = (tags_of(words[at].lower()) or ("",))[0] == "JJ"
    others = _DEEDS if aim and at == 0 else _MANNERS if describes else _USES
    own = {_stem(normal(word)) for word in words}
    for other in in_order(seed, (other for other in others if _stem(other.lower()) not in own)):
        yield " ".join(filter(None, (lead, *words[:at], other, *words[at + 1 :], tail)))


def _can_change(words: Sequence[str], i: int) -> bool:
    """Whether another word can stand at ``i``: a word that closes a topic or one half of it, or describes."""
    if words[i].lower() in _SMALL:
        return False
    closes = i + 1 == len(words) or words[i + 1].lower() in _SMALL
    return closes or i == 0 or (tags_of(words[i].lower()) or ("",))[0] == "JJ"


def coinable(name: str) -> bool:
    """Whether names about other things can be made up of a programme's name."""
    return _parted(name) is not None


def _stem(word: str) -> str:
    return word[:_STEM]


def other_numbers(name: str, seed: str) -> Iterator[str]:
    """Yield names like ``name`` with another ordinal or number: "the Third Harbour Summit", "Council Resolution 312".

    Args:
        name: of a programme.
        seed: the question, which settles the order.
    """
    if found := next((word for word in name.split() if word in _ORDINALS), None):
        at = _ORDINALS.index(found)
        near = [_ORDINALS[i] for i in (at - 2, at - 1, at + 1, at + 2) if 0 <= i < len(_ORDINALS)]
        yield from (name.replace(found, other, 1) for other in in_order(seed, near))
    elif nth := _NTH.search(name):
        number = int(nth[1])
        near = [ordinal(n) for n in (number - 2, number - 1, number + 1, number + 2) if n > 0]
        yield from (_NTH.sub(other, name, count=1) for other in in_order(seed, near))
    elif (counted := _COUNTED.search(name)) and name.split()[-1].lower() in _COUNTS:
        number = int(counted[2])
        near = [str(number + step) for step in (-3, -2, 1, 2, 4) if number + step > 0]
        yield from (f"{name[: counted.start(2)]}{n}{name[counted.end(2) :]}" for n in in_order(seed, near))
    elif resolution := _RESOLUTION.fullmatch(name):
        number = int(resolution[2])
        near = [str(number + step) for step in (-23, -14, -7, -3, 4, 9, 16, 27) if number + step > 0]
        yield from (f"{resolution[1]}{other}" for other in in_order(seed, near))


def other_years(name: str, seed: str, told: str) -> Iterator[str]:
    """Yield names like ``name``, "the Ports Act of 1911", with another year than those of a text.

    Args:
        name: of a programme.
        seed: the question, which settles the order.
        told: a text that holds no year of a choice.
    """
    if (year := _YEAR.search(name)) and not _DATED.search(seed):
        near = [str(int(year[1]) + step) for step in (-18, -11, -7, -4, 3, 6, 9, 14)]
        yield from (f"{name[: year.start()]}{other}" for other in in_order(seed, near) if other not in told)


@cache
def _parted(name: str) -> tuple[str, str, str, bool] | None:
    """What stands before the topic of a name, the topic, what stands behind it, and whether it is an aim."""
    if (found := _BEHIND.fullmatch(name)) and programme_sort(
        found["lead"].removesuffix(" for Cooperation").removesuffix(" of Understanding").split()[-1].lower()
    ):
        return _of_topic(f"{found['lead']} {found['joint']}", found["topic"].split(), "", found["joint"] == "to")
    words = name.split()
    if words[-3:] == ["Memorandum", "of", "Understanding"]:
        words[-3:] = ["Memorandum of Understanding"]
    head = next((i for i in range(len(words) - 1, 0, -1) if programme_sort(words[i].split()[0].lower())), 0)
    while head > 1 and words[head - 1].startswith("("):  # the Ports | (Amendment) Bill
        head -= 1
    first = 0
    while first < head and (words[first] == "the" or _tells_whose(words[first])):
        first += 1
    last = next(i for i in range(head, len(words)) if not words[i].startswith("("))
    if not head or first == head or (last + 1 < len(words) and words[last + 1] != "of"):
        return None
    behind = words[last + 2 :]
    if behind and not (len(behind) == 1 and behind[0].isdigit()):
        return None
    return _of_topic(" ".join(words[:first]), words[first:head], " ".join(words[head:]), aim=False)


def _of_topic(lead: str, topic: Sequence[str], tail: str, aim: bool) -> tuple[str, str, str, bool] | None:
    """The parts, where all words of a topic are ordinary ones: no place, no person, no coined name."""
    while topic and topic[0] != "the" and _tells_whose(topic[0]):
        lead, topic = f"{lead} {topic[0]}".strip(), topic[1:]
    if programme_sort(topic[-1].lower()) == "W" if topic else True:
        return None  # the Belt and *Road* Initiative
    plain = all(is_known(word.lower().removesuffix("’s").removesuffix("'s").strip(",")) for word in topic)
    parts = (part for word in topic for part in re.split("[-–]", word))
    if not topic or not plain or any(country(part) for part in parts):
        return None
    return lead, " ".join(topic), tail, aim


def _tells_whose(word: str) -> bool:
    """Whether a word of a name is a country, a region, a body or a scope: "U.S.-Peru", "ASEAN", "Global"."""
    plain = word.removesuffix("’s").removesuffix("'s")
    capitals = re.sub(r"[^\w]", "", plain)
    joined = any(country(part) for part in re.split("[-–]", plain))
    return joined or plain.lower() in _SCOPE or (capitals.isupper() and len(capitals) > 1) or word in _ORDINALS
