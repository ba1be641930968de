"""Agreements that are told apart by what they are about only: "a memorandum of understanding on fishing rights"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.kinds.initiative.titles import Named
from quizgen.language.asking import text_of
from quizgen.language.entity import Entity
from quizgen.language.inflection import base_form
from quizgen.language.names import NameKind
from quizgen.language.once import once
from quizgen.language.pattern import Pattern
from quizgen.language.phrases import noun_phrase_end
from quizgen.language.sentences import Sentence
from quizgen.language.standalone import stands_alone
from quizgen.language.understanding import Understanding
from quizgen.language.words import Word

_SORTS = frozenset("memorandum agreement treaty convention protocol declaration pact mou".split())
_CONCLUDED = frozenset("sign conclude initial adopt exchange ratify".split())
_SAID_TO_BE = Pattern(r"\b(?:sign|conclu|initial|adopt|exchang|ratif)")
"""How the verbs begin; looked for first, as most sentences have none of them."""
_ABOUT_IT = Pattern(
    r"(?i:memorandum|agreement|treaty|convention|protocol|declaration|pact|mou|understanding)\W+(?:\w+\W+)?"
    r"(?:on|for|concerning|regarding)\b"
)
_STEMS = (
    "emorandum", "greement", "reaty", "onvention", "rotocol", "eclaration", "act ", "acts ", "MoU", "MOU",
    "nderstanding",
)  # fmt: skip
"""What one of those nouns holds, whatever it begins with: a word is found sooner than a pattern."""
_ABOUT = frozenset(["on", "for", "concerning", "regarding"])
_MOST = 12
"""Words of what an agreement is about."""
_TOPICS = (
    "trade and investment", "science and technology", "higher education", "climate change and energy",
    "public health", "tourism and culture", "customs and border controls", "the peaceful use of outer space",
    "fishing rights", "the transfer of prisoners",
)  # fmt: skip
"""What else such agreements are about, for wrong choices."""


def about(u: Understanding, sentence: Sentence) -> Iterator[Named]:
    """Yield the agreements that a sentence says were signed, by what they are about."""
    words = sentence.words
    told = _has_agreements(u) and _SAID_TO_BE.search(u.text, *sentence.span)
    for at, word in enumerate(words) if told else ():
        if word.lower not in _SORTS or not at or not _is_signed(words, at):
            continue
        behind = at + 1 + 2 * ([w.lower for w in words[at + 1 : at + 3]] == ["of", "understanding"])
        if behind + 2 < len(words) and words[behind].text == "(" and words[behind + 2].text == ")":
            behind += 3
        if behind + 1 < len(words) and words[behind + 1].is_name and words[at].text[:1].isupper():
            continue  # the Convention on Fishing Rights, which has a name
        end = _topic_end(words, behind)
        topic = text_of(u.text, words, behind, end)
        if end == behind or len(topic.split()) < 3 or len(topic.split()) > _MOST or not stands_alone(topic):
            continue
        first = at
        while first > 1 and words[first - 1].tag in ("NN", "JJ", "NNP") and words[first - 1].lower != "new":
            first -= 1
        last = behind - 3 * (words[behind - 1].text == ")")
        name = f"{text_of(u.text, words, first, last)} {topic}"
        noun = "memorandum of understanding" if last - at == 3 else word.lower
        yield Named(Entity(name, NameKind.PROGRAMME, "A", names={name: 1}), first, end, noun)


@once
def _has_agreements(u: Understanding) -> bool:
    return any(map(u.text.__contains__, _STEMS)) and _ABOUT_IT.search(u.text) is not None


def _is_signed(words: Sequence[Word], at: int) -> bool:
    """Whether a verb of concluding governs the noun at ``at``: "signed a", "have signed a new joint"."""
    i = at - 1
    while i > 0 and words[i].tag in ("DT", "JJ", "NN", "NNP", "CD"):
        i -= 1
    return words[i].tag[:2] == "VB" and base_form(words[i].lower) in _CONCLUDED and words[i + 1].tag == "DT"


def _topic_end(words: Sequence[Word], start: int) -> int:
    """Where "on legal and judicial cooperation in the field of fishing" is over; ``start`` where it is not there."""
    if start + 1 >= len(words) or words[start].lower not in _ABOUT:
        return start
    first = start + 1
    if [w.tag for w in words[first : first + 3]] == ["JJ", "CC", "JJ"]:
        first += 2  # legal and judicial cooperation
    end = noun_phrase_end(words, first)
    while end < len(words) - 1 and words[end].lower in ("of", "in", "between", "and"):
        after = noun_phrase_end(words, end + 1)
        if after == end + 1 or (words[end].lower == "in" and words[end + 1].lower != "the"):
            break
        end = after
    return start if end == first else end


def others_like(name: str, noun: str) -> tuple[str, ...]:
    """Agreements of the same sort about other things."""
    joint = next((j for j in (" on ", " for ", " concerning ", " regarding ") if j in name), "")
    if not joint or noun.split(" ")[0] not in _SORTS:
        return ()
    lead, _, topic = name.partition(joint)
    told = set(topic.split())
    turn = sum(map(ord, topic)) % len(_TOPICS)
    others = (*_TOPICS[turn:], *_TOPICS[:turn])
    return tuple(f"the {lead} on {other}" for other in others if not told & set(other.split()) - {"and", "of", "the"})
