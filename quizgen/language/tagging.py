"""Parts of speech: the lexicon's readings of a word, settled by its neighbours."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache

from quizgen.language.gazetteer import given_name_sex, is_called_by_word, is_country_name, title_mark
from quizgen.language.headings import is_of_a_name
from quizgen.language.lexicon import Tags, guess, tags_of
from quizgen.language.mending import mend
from quizgen.language.pattern import Pattern
from quizgen.language.waiting import (
    FINITE,
    NOUNISH,
    behind_date,
    closes_report,
    described_subject,
    fresh_name,
    head_waits,
    insertion_is_over,
    is_absolute,
    is_indefinite,
    is_last_chance,
    joins_dated,
    only_names,
    only_verb,
    open_clause,
    reduced,
    relative_is_over,
)

_PUNCTUATION = {
    ",": ",", ";": ":", ":": ":", "--": ":", "–": ":", "—": ":", "...": ":", "…": ":", ".": ".", "!": ".", "?": ".",
    "(": "(", "[": "(", ")": ")", "]": ")", '"': '"', "“": "``", "”": "''", "‘": "``", "’": "''", "'": "''",
    "''": '"', "``": "``",
    "&": "CC", "'s": "POS", "’s": "POS", "'S": "POS", "’S": "POS", "%": "NN", "$": "$",
}  # fmt: skip
_BE = frozenset("be am is are was were been being 's 're 'm isn't aren't wasn't weren't".split())
_HAVE = frozenset("have has had having 've haven't hasn't hadn't".split())
_ASKING = frozenset("do does did don't doesn't didn't shall may".split())
_OPENING = frozenset('"“‘([:;—–….!?') | {"''", "``"}
_CONTRACTS = frozenset("he she it that there who what where how let".split())
# A pronoun with its verb: I've, they'll, he'd.
_CONTRACTED = Pattern(r"(?:i|you|he|she|it|we|they|there|that|who)'(?:ve|re|ll|d|m)")
_DOES = frozenset(["said", "says", "will", "has", "plans"])
"""What a body does rather than a thing."""
_OBJECT_STARTS = frozenset(("DT", "PRP", "PRP$", "NNP", "CD", "WP", "WRB", "$", "``", "EX"))
_OBJECTS = frozenset(("NN", "NNS", "DT", "PRP$", "JJ"))
_CLAUSE = 40
"""Words of a clause looked through for its verb."""
_ARTICLES = frozenset(("the", "a", "an"))
_UNSURE = frozenset(("VB", "VBP", "PRP"))
"""Tags that stay in doubt though they are a word's only ones."""
_COMPASS = frozenset("North South East West Northern Southern Eastern Western Central Mount".split())
_AFTER_HEADS = frozenset(["of", "is", "was", "will", "can", "may", "would", "has", "must"])
"""What follows a noun, and never a past tense."""
_NAMING = frozenset("called named dubbed known nicknamed termed titled entitled".split())
_BEFORE_NOUN = frozenset(("DT", "PRP$", "POS", "JJ", "JJR", "JJS", "WP$", "CD"))


def tag_sentence(texts: Sequence[str], lowers: Sequence[str], names: Collection[str], *, title_case: bool) -> list[str]:
    """Return a Penn tag for each word of one sentence.

    Args:
        texts: the words as they stand.
        lowers: the same in lower case.
        names: words that stand capitalised within sentences elsewhere in the document.
        title_case: whether every word is capitalised (a heading), so that capitals tell nothing.
    """
    readings = [
        _small(text) if text.islower() and text.isalpha() else _readings(texts, lowers, i, names, title_case)
        for i, text in enumerate(texts)
    ]
    tags: list[str] = []
    for i, options in enumerate(readings):
        if len(options) > 1:
            tags.append(_settle(i, options, lowers, readings, tags))
        else:
            tags.append(_sole(i, options[0], lowers, tags) if options[0] in _UNSURE else options[0])
    for i, word in enumerate(lowers) if "that" in lowers else ():
        if word == "that" and i and tags[i] == "IN" and tags[i - 1] in ("VBD", "VBZ", "VBP", "VBN"):
            _give_verb(tags, readings, i + 1)
    mend(tags, lowers, readings)
    return tags


def _give_verb(tags: list[str], readings: Sequence[Tags], start: int) -> None:
    """Give a clause after "said that" its verb, where one was taken for a noun: the Earth *moves* around the Sun."""
    candidate = 0
    for i in range(start, min(len(tags), start + _CLAUSE)):
        if tags[i] in FINITE or tags[i] in ("VBN", ".", ":", ";"):
            break
        verbal = {"VBZ", "VB", "VBP"} & set(readings[i])
        if not candidate and i > start and verbal and tags[i - 1] in NOUNISH and tags[i] in ("NN", "NNS"):
            candidate = i
    else:
        i = len(tags)
    if candidate and (i == len(tags) or tags[i] in (".", ":", ";", "TO")):
        tags[candidate] = "VBZ" if "VBZ" in readings[candidate] else "VBP"


def _sole(i: int, tag: str, lowers: Sequence[str], tags: Sequence[str]) -> str:
    """The only tag listed for word ``i``, unless an article makes a noun of it: the launch, the mine."""
    if tag in ("VB", "VBP", "PRP") and i and (lowers[i - 1] in _ARTICLES or tags[-1] in ("PRP$", "POS")):
        return "NN"
    if tag == "VB" and tags[-2:] in (["DT", "JJ"], ["PRP$", "JJ"]):  # the valuable help
        return "NN"
    return "VBP" if tag == "VB" and (_after_plural(tags) or _after_pronoun(tags, lowers)) else tag


def _after_pronoun(tags: Sequence[str], lowers: Sequence[str]) -> bool:
    """Whether a base form is what "we", "they" or "I" do: We also *encourage*; not Do we *agree*?"""
    at = next((i for i in range(len(tags) - 1, -1, -1) if tags[i] != "RB"), -1)
    if at < 0 or tags[at] != "PRP" or lowers[at] not in ("i", "we", "they"):
        return False
    return at == 0 or not (tags[at - 1] == "MD" or lowers[at - 1] in _ASKING)


def _after_plural(tags: Sequence[str]) -> bool:
    """Whether a base form after ``tags`` is the finite verb of a plural subject: the leaders also *applaud*."""
    last = next((tag for tag in reversed(tags) if tag != "RB"), "")
    return last in ("NNS", "NNP", ")") and FINITE.isdisjoint(tags)


def _readings(texts: Sequence[str], lowers: Sequence[str], i: int, names: Collection[str], title_case: bool) -> Tags:
    """The possible tags of word ``i`` before its neighbours are asked."""
    text, lower = texts[i], lowers[i]
    if "'" in lower and _CONTRACTED.fullmatch(lower):
        return ("PRP",)
    if mark := _PUNCTUATION.get(text):
        if mark == "POS" and i and lowers[i - 1] in _CONTRACTS:
            return ("VBZ",)
        return ("POS",) if text in "'’" and _owns(lowers, i) else (mark,)
    first = text[0]
    if first.isdigit() or first in "$€£¥":
        return ("JJ",) if text[-1].isalpha() and text[-1] != "s" else ("CD",)
    if not first.isalpha():
        return ("SYM",)
    if not first.isupper():
        return _small(lower)
    if lower == "i":  # a pronoun, or a number: World War I
        return ("NNP",) if i > 0 and texts[i - 1][0].isupper() and texts[i - 1] != "I" else ("PRP",)
    known = tags_of(lower)
    if text.isupper() and len(text) > 1 and not title_case and not _shouts(texts):
        return ("NNP",)
    if title_case:
        return ("NNP",) if is_of_a_name(texts, lowers, i, known) else known or ("NNP",)
    opens = i == 0 or texts[i - 1] in _OPENING
    if not opens or known is None:
        return ("NNP",)
    following = texts[i + 1] if i + 1 < len(texts) else ""
    if (lower == "under" and following == "Secretary") or _opens_office(texts, lower, i):
        return ("NNP",)
    if lower == "lead" and (title_mark(following) or following.endswith("er")):  # Lead author Ana Reis
        return ("JJ",)
    if is_country_name(text) and known[0] == "NN":
        return ("NNP",)
    if lower == "may" and (tags_of(following) or guess(following))[0] == "VBD":  # May said; not May they stay
        return ("NNP",)
    if is_called_by_word(lower) and (following.endswith("ed") or following in _DOES):  # Apple announced
        return ("NNP",)
    if text in _COMPASS and following[:1].isupper():  # South Africa
        return ("NNP",)
    if text in names and known[0] not in ("DT", "IN", "PRP", "PRP$", "CC", "WRB", "RB", "TO", "MD"):
        return ("NNP",)
    if (
        (known[0] in ("NN", "NNS", "JJ") or given_name_sex(text))
        and following[:1].isupper()
        and following[1:2].islower()
    ):
        return ("NNP",)
    return known


def _opens_office(texts: Sequence[str], lower: str, i: int) -> bool:
    """Whether an office opens a sentence: "*Minister* of Health Ana Reis said"."""
    behind = [text for text in texts[i + 1 : i + 4] if text != "the"]
    return (
        behind[:1] in (["of"], ["for"]) and title_mark(lower) == "O" and behind[1:2] != [] and behind[1][:1].isupper()
    )


@cache
def _small(lower: str) -> Tags:
    """The possible tags of a word in small letters, which are the same in every sentence."""
    listed = tags_of(lower) or guess(lower)
    return ("VBD", "VBN") if listed == ("VBN",) and lower.endswith("ed") else listed


def _owns(lowers: Sequence[str], i: int) -> bool:
    """Whether the apostrophe at ``i`` marks possession after a plural or a name in -s: Laos' dream."""
    return 0 < i < len(lowers) - 1 and lowers[i - 1].endswith("s") and lowers[i + 1][:1].isalpha()


def _shouts(texts: Sequence[str]) -> bool:
    """Whether a sentence is set in capitals, which then tell nothing."""
    return sum(len(t) for t in texts if t.isupper()) * 2 > sum(map(len, texts))


def _settle(i: int, options: Tags, lowers: Sequence[str], readings: Sequence[Tags], tags: list[str]) -> str:
    """Choose among the ``options`` of word ``i`` by the tags before it and the readings after it."""
    word = lowers[i]
    before = tags[-1] if tags else ""
    after = readings[i + 1][0] if i + 1 < len(readings) else "."
    if word == "that":
        past = i + 1 < len(readings) and "VBD" in readings[i + 1]
        return _that(before, "VBD" if past else after, tags)
    if options == ("IN", "JJ"):  # following the talks, the following year
        return "JJ" if before in ("DT", "PRP$") else "IN"
    if word == "her":
        return "PRP$" if after in ("NN", "NNS", "JJ", "VBG", "VBN", "NNP", "CD", "JJS") else "PRP"
    if "VBD" in options or "VBN" in options:
        return _past(i, options, lowers, before, after, tags)
    if word in ("first", "last", "once") and i + 1 < len(readings) and {"VBN", "VBD"} & set(readings[i + 1]):
        return "RB"  # was first performed
    verb, other = _verb_or_other(options)
    if not verb:
        return "NN" if _stands_for_noun(options, before, after) else options[0]
    if verb == "VBG":
        return _gerund(options, other, before, after, lowers, tags)
    if before in _BEFORE_NOUN:
        return other if other[:1] in "NJ" else options[0]
    if verb == "VBZ":
        if before == "," and described_subject(tags) and after not in ("CC", ",", "."):
            return "VBZ"  # the institute, based in Bergen, *trains* engineers
        return _third(options, other, before, after)
    return _base(options, other, before, after, lowers, tags, i)


@cache
def _verb_or_other(options: Tags) -> tuple[str, str]:
    """The likeliest tag of a verb among those of a word, if there is one, and the likeliest other."""
    verb = next((t for t in options if t in ("VB", "VBP", "VBZ", "VBG")), "")
    return verb, next((t for t in options if t not in ("VB", "VBP", "VBZ", "VBG")), options[0])


def _stands_for_noun(options: Tags, before: str, after: str) -> bool:
    """Whether a word that is first an adjective ends its noun phrase: a terrorist *killed* them."""
    if options[0] != "JJ" or "NN" not in options or before not in ("DT", "JJ", "PRP$", "POS", "NNP"):
        return False
    return after in ("VBD", "VBZ", "MD", "VBN", "IN", "WDT", "WP")


def _that(before: str, after: str, tags: Sequence[str]) -> str:
    """Conjunction, determiner or relative pronoun."""
    if before in ("NN", "NNS", "NNP") and after in ("VBZ", "VBD", "VBP", "MD", "RB", "VBN/VBD"):
        return "WDT"
    if after in ("NN", "NNP") and (not tags or before in ("IN", "CC")):
        return "DT"
    return "IN"


def _last_verbal(tags: Sequence[str], lowers: Sequence[str]) -> str:
    """The word before, passing over adverbs."""
    i = len(tags) - 1
    while i >= 0 and tags[i] == "RB":
        i -= 1
    return lowers[i] if i >= 0 else ""


def _past(i: int, options: Tags, lowers: Sequence[str], before: str, after: str, tags: list[str]) -> str:
    """A form that may be a past tense, a participle, or (put, set, cut) a base."""
    helper = _last_verbal(tags, lowers)
    if helper in _HAVE or helper in _BE or helper in ("get", "gets", "got"):
        return "VBN" if "VBN" in options else options[0]
    if lowers[i] == "had":
        return "VBD"
    if "NN" in options and before == "NN" and i + 1 < len(lowers) and lowers[i + 1] in _AFTER_HEADS:
        return "NN"  # the opportunity cost of a walk is
    if "VB" in options and "VBD" not in options:
        if lowers[i - 1] in _ARTICLES or before in ("PRP$", "POS"):
            return "NN"
        if lowers[i - 1] in ("i", "you", "we", "they"):
            return "VBP"
    if "VB" in options and before == "CC" and _after_infinitive(tags):
        return "VB"  # is likely to win and put an end to it
    if "VB" in options and (before in ("TO", "MD") or (before == "PRP" and "VBD" not in options)):
        return "VB"
    if "JJ" in options and before in ("DT", "PRP$", "RB") and after in ("NN", "NNS", "JJ", "CC"):
        return "JJ"
    if "NN" in options and before in _BEFORE_NOUN:
        return "NN"
    if lowers[i] in ("named", "called") and before in ("NN", "NNS") and after == "NNP" and is_indefinite(tags, lowers):
        return "VBN"  # a boy named Humphrey
    if lowers[i] in _NAMING and only_names(tags, lowers[i + 1 :]):
        return "VBN"
    if "VBD" not in options:
        return "VBN" if "VBN" in options else options[0]
    if "VBN" not in options:
        return "VBD"
    if before == "DT" and helper in ("this", "that", "these", "those", "all", "both"):
        return "VBD" if after != "NN" else "VBN"
    if behind_date(lowers, tags) and after in _OBJECT_STARTS:
        if open_clause(tags, lowers):
            return "VBD"
        if at := reduced(tags, lowers):
            tags[at] = "VBN"
            return "VBD"
    if behind_date(lowers, tags) and is_last_chance(tags, lowers[i + 1 :]):
        return "VBD"
    if closes_report(tags, lowers) or (before == "CD" and joins_dated(lowers, tags)):
        return "VBD"
    behind = lowers[i + 1 : i + _CLAUSE]
    if before == "CD" and (head_waits(tags, behind) or (after in _OBJECTS and only_verb(tags, behind))):
        return "VBD"
    if before in ("DT", "PRP$", "POS", "JJ", "IN", "TO", "CD"):
        return "VBN"
    if before == "RB" and len(tags) > 1 and tags[-2] in ("DT", "PRP$"):
        return "VBN"
    if before == "PRP" or (before == "RB" and len(tags) > 1 and tags[-2] == "PRP"):
        return "VBD"
    if "by" in lowers[i + 1 : i + 2] or (after == "RP" and "by" in lowers[i + 2 : i + 3]):
        return "VBN"
    if i + 1 < len(lowers) and lowers[i + 1] == "that":
        return "VBD"
    if before == "," and relative_is_over(tags):
        return "VBD"
    if is_absolute(tags, lowers):
        return "VBN"
    if not tags or (before == "," and after in ("IN", "TO", "RP")):
        return "VBD" if insertion_is_over(tags, lowers[i + 1 :]) else "VBN"
    if open_clause(tags, lowers) or lowers[i] == "said" or fresh_name(tags):
        return "VBD"
    if before in ("CC", ",") and "VBD" in tags:
        return "VBD"
    return "VBD" if after in _OBJECT_STARTS and before not in ("NN", "NNS") else "VBN"


def _after_infinitive(tags: Sequence[str]) -> bool:
    """Whether the verb before is an infinitive."""
    verbs = [tag for tag in tags if tag[:1] == "V" or tag == "MD"]
    return verbs[-1:] == ["VB"]


def _gerund(options: Tags, other: str, before: str, after: str, lowers: Sequence[str], tags: Sequence[str]) -> str:
    if _last_verbal(tags, lowers) in _BE or (before == "IN" and after in _OBJECT_STARTS):
        return "VBG"
    if tags and lowers[len(tags) - 1] in ("before", "after", "while", "upon") and after in ("IN", "TO"):
        return "VBG"  # before enrolling at the college
    if before in _BEFORE_NOUN and other in ("NN", "JJ"):
        return other
    return "VBG" if after in _OBJECT_STARTS and after != "CD" else options[0]


def _third(options: Tags, other: str, before: str, after: str) -> str:
    """leaders / plans / marks: plural noun or third person."""
    if before in ("PRP", "WDT", "WP", "EX"):
        return "VBZ"
    if before in ("NN", "NNP", ")", "RB") and (after in _OBJECT_STARTS or after in ("TO", "RB")):
        return "VBZ"
    if before == "NN" and after == "IN" and options[0] == "VBZ":
        return "VBZ"
    return other if before in ("IN", "CC", "VBD", "VBZ", "VBN", "") else options[0]


def _base(
    options: Tags, other: str, before: str, after: str, lowers: Sequence[str], tags: Sequence[str], i: int
) -> str:
    """work / visit / open: base form of a verb, or a noun or adjective."""
    if before in ("TO", "MD") or (before == "RB" and len(tags) > 1 and tags[-2] in ("TO", "MD")):
        return "VB"
    if before == "PRP" and lowers[i - 1] in ("i", "you", "we", "they"):
        return "VBP"
    if lowers[i - 1 : i] and lowers[i - 1] in (
        "do",
        "did",
        "does",
        "don't",
        "didn't",
        "doesn't",
        "let",
        "help",
    ):
        return "VB"
    if before in ("WDT", "WP") or (lowers[i - 1] == "that" and len(tags) > 1 and tags[-2] == "NNS"):
        return "VBP"
    if before == "NNS" and (after in _OBJECT_STARTS or after == "TO"):
        return "VBP"
    if before == "CC" and "VB" in tags[-8:] and after in ("DT", "PRP$", "JJ", "NNS", "NN", "NNP"):
        return "VB"
    if options[0] == "VB" and _after_plural(tags):
        return "VBP"
    if options[0] in ("VB", "VBP"):
        return (
            other
            if before in ("IN", "VBZ", "VBD") and other[:1] in "NJ"
            else "VBP"
            if "VBP" in options or before == "NNS"
            else "VB"
        )
    return other
