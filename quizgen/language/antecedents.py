"""What "the University", "the plant" and "the campaign" are: the one thing of that sort that a document has told of."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from quizgen.language.entity import Entity
from quizgen.language.gazetteer import is_organisation_head, programme_sort, title_mark
from quizgen.language.names import NameKind
from quizgen.language.once import once
from quizgen.language.ordinals import parse_ordinal
from quizgen.language.pattern import Pattern
from quizgen.language.sentences import Sentence
from quizgen.language.standalone import stands
from quizgen.language.understanding import Understanding
from quizgen.language.words import Word

_SHORT = Pattern(r"\b[Tt]he (?P<head>[A-Z][a-z]+)(?P<owns>['’]s)?(?! (?:of|for|on|to) (?:the )?[A-Z])(?! [A-Z]|-)\b")
"""A name cut to its head: "the University", "the Fund's"; not "the University of Graz"."""
_PLAIN = Pattern(r"\bthe (?P<noun>[a-z]{3,})(?P<owns>['’]s)?(?=$|[,.;:’”\"]| (?P<next>[\w-]+))")
_GOES_ON = frozenset(
    "in on at with from by as and or but during after before into over under through because when while was is "
    "were are has had have will would can could should must may might for to that if so".split()
)
"""Words behind a bare noun; any other makes a compound of it: "the plant | manager"."""
_BODY = frozenset("company firm organisation organization institution corporation".split())
"""What the one body that a text is about is called, whatever its name."""
_NAMED = (NameKind.ORGANISATION, NameKind.PROGRAMME, NameKind.OTHER, NameKind.PLACE)
_BODIES = (NameKind.ORGANISATION, NameKind.OTHER)
_LINKS = frozenset("of in for against on at between from with".split())
_MODIFIES = frozenset("NN NNP JJ CD VBN VBG HYPH POS".split())
_LONGEST = 9
"""Words of a description, at the most."""
_EMPTY = frozenset(
    "new other same different further similar second third large small special good great first last own major key "
    "similar certain number lot series variety range part kind sort".split()
)
"""Words that do not tell one thing of a sort from another."""


def with_antecedents(u: Understanding, sentence: Sentence, phrase: str) -> str:
    """``phrase`` with what it calls "the University" or "the plant" told in full, where that can be but one.

    Args:
        u: the document.
        sentence: where the phrase stands.
        phrase: some words of it.
    """
    phrase = _each(_SHORT, phrase, lambda found: _in_full(u, sentence, found["head"], phrase))
    if "the " not in phrase:
        return phrase
    return _each(_PLAIN, phrase, lambda found: _told_of(u, sentence, found, phrase))


def is_introduced(u: Understanding, sentence: Sentence, phrase: str) -> bool:
    """Whether a phrase has a bare "the planet" that an earlier sentence has told of as "a planet"."""
    for found in _PLAIN.finditer(phrase):
        told = _introduced(u).get(found["noun"], [])
        bare = found["owns"] or not found["next"] or found["next"].lower() in _GOES_ON
        if bare and told and told[0][0] < sentence.index and not re.match(r" of \w", phrase[found.end(1) :]):
            return True
    return False


def _each(pattern: Pattern, phrase: str, name_of: Callable[[re.Match[str]], str | None]) -> str:
    """``phrase`` with what a pattern finds named; nothing is named twice."""
    pieces: list[str] = []
    at, told = 0, set[str]()
    for found in pattern.finditer(phrase):
        name = name_of(found)
        if name is None or name in told:
            continue
        told.add(name)
        pieces += [phrase[at : found.start()], name]
        at = found.end(1)
    return "".join((*pieces, phrase[at:]))


def _in_full(u: Understanding, sentence: Sentence, head: str, phrase: str) -> str | None:
    """The name of the one body whose head is ``head``."""
    known = [e for e in _by_head(u).get(head.lower(), ()) if e.name != head]
    if len(known) != 1 or not _is_told(u, known[0], sentence) or known[0].name in phrase:
        return None
    return _with_article(u, known[0].name)


def _told_of(u: Understanding, sentence: Sentence, found: re.Match[str], phrase: str) -> str | None:
    noun, following = found["noun"], found["next"] or ""
    if title_mark(noun) or (following and not found["owns"] and following.lower() not in _GOES_ON):
        return None
    named = thing_named(u, sentence, noun)
    if named is not None:
        return None if named.name in phrase else _with_article(u, named.name)
    return _described(u, sentence, noun, phrase)


def thing_named(u: Understanding, sentence: Sentence, noun: str) -> Entity | None:
    """The one thing whose name tells that it is a ``noun``, if no other is spoken of; or the body a text is about."""
    topic = u.coreference.about.called(noun, sentence.index, sentence.span.end)
    if topic is not None:
        return topic.entities[0] if topic.entities else None
    main = _main_body(u) if noun in _BODY else None
    if main is not None:
        return main if main.mentions[0].span.start < sentence.span.start and _is_alone(u, main, sentence) else None
    known = _by_head(u).get(noun, [])
    alone = len(known) == 1 and not _introduced(u).get(noun) and noun not in _plurals(u)
    return known[0] if alone and _is_told(u, known[0], sentence) else None


def _is_told(u: Understanding, entity: Entity, sentence: Sentence) -> bool:
    """Whether a thing has been named by its full name before a sentence."""
    return any(m.text == entity.name and m.span.start < sentence.span.start for m in entity.mentions)


def _with_article(u: Understanding, name: str) -> str:
    named = u.named(name)
    return named if named.startswith("the ") or not _takes_article(name) else f"the {named}"


def _takes_article(name: str) -> bool:
    """Whether a name is one of common words with "of": the University of Graz."""
    return " of " in name


@once
def _by_head(u: Understanding) -> dict[str, list[Entity]]:
    """The named things by the noun that tells what they are, in lower case."""
    found: defaultdict[str, list[Entity]] = defaultdict(list)
    for entity in u.aliases.entities:
        words = entity.name.split()
        if len(words) < 2 or entity.kind not in _NAMED or parse_ordinal(words[0]) is not None:
            continue
        opening = next((w for w, after in pairwise(words) if after in ("of", "for")), "")
        head = (opening or words[-1]).lower()
        if is_organisation_head(head) or programme_sort(head) or entity.kind is not NameKind.PLACE:
            found[head].append(entity)
    return dict(found)


@once
def _main_body(u: Understanding) -> Entity | None:
    """The body that a text is about: the first it names, and more often than any other."""
    bodies = [e for e in u.aliases.entities if e.kind in _BODIES and e.mentions]
    if not bodies:
        return None
    first, *others = sorted(bodies, key=lambda e: e.mentions[0].span)
    often = len(first.mentions)
    return first if often > 1 and all(len(e.mentions) < often for e in others) else None


def _is_alone(u: Understanding, main: Entity, sentence: Sentence) -> bool:
    """Whether no other body is named in the sentence and the one before."""
    near = (
        u.aliases.at(m)
        for s in u.sentences[max(0, sentence.index - 1) : sentence.index + 1]
        for m in u.mentions[s.index]
    )
    return not any(e is not None and e is not main and e.kind in _BODIES for e in near)


@once
def _plurals(u: Understanding) -> frozenset[str]:
    """The nouns of which a document speaks in the plural, in the singular."""
    return frozenset(word[:-1] for word in u.tally.first_places if word.endswith("s"))


def _described(u: Understanding, sentence: Sentence, noun: str, phrase: str) -> str | None:
    """The one "nationwide campaign against measles" that a document has told of before, with "the"."""
    told = _introduced(u).get(noun, [])
    if len(told) != 1 or noun in _plurals(u) or _by_head(u).get(noun):
        return None
    number, description = told[0]
    if number >= sentence.index or sentence.paragraph - u.sentences[number].paragraph > 2:
        return None
    if u.tally.first_places.get(noun, 0) < u.sentences[number].span.start or _is_another_told(
        u, number, sentence, noun
    ):
        return None
    rest = description.removesuffix(noun).strip()
    return f"the {description}" if rest and rest not in phrase else None


def _is_another_told(u: Understanding, first: int, sentence: Sentence, noun: str) -> bool:
    """Whether a second thing of the sort is told of between two sentences: "the Norwegian campaign"."""
    for between in u.sentences[first : sentence.index]:
        for before, word in pairwise(between.words):
            if word.lower == noun and before.lower not in ("the", "this", "that") and between.index != first:
                return True
    return False


@once
def _introduced(u: Understanding) -> dict[str, list[tuple[int, str]]]:
    """What "a" or "an" tells of for the first time: by its noun, the number of the sentence, and its description."""
    found: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for sentence in u.sentences:
        for noun, description in _new_things(u, sentence):
            found[noun].append((sentence.index, description))
    return dict(found)


def _new_things(u: Understanding, sentence: Sentence) -> Iterator[tuple[str, str]]:
    words = sentence.words
    for i, word in enumerate(words[:-1]):
        if word.lower not in ("a", "an"):
            continue
        end = i + 1
        while end < len(words) and words[end].tag in _MODIFIES and end - i <= _LONGEST:
            end += 1
        if end > i + 1 and words[end - 1].tag == "NN":
            yield words[end - 1].lower, _description(u, words, i + 1, end)


def _description(u: Understanding, words: Sequence[Word], start: int, end: int) -> str:
    """The words that tell a thing from others of its sort; only its noun where they tell too little."""
    noun = words[end - 1].text
    last = end
    if end < len(words) and words[end].lower in _LINKS:
        last = _end_of_link(words, end)
    whole = " ".join(u.text[words[start].start : words[last - 1].end].split())
    lead = [w for w in words[start : end - 1] if w.lower not in _EMPTY]
    tells = any(w.is_noun for w in lead) or any(w.is_noun for w in words[end:last])
    return whole if tells and stands(whole) and len(whole.split()) <= _LONGEST else noun


def _end_of_link(words: Sequence[Word], link: int) -> int:
    """Behind the noun phrase that "of" or "against" at ``link`` governs; the link itself where it governs none."""
    i = link + 1
    if i < len(words) and words[i].tag == "DT":
        i += 1
    end = link
    while i < len(words) and words[i].tag in _MODIFIES | {"NNS"}:
        i += 1
        if words[i - 1].is_noun:
            end = i
    return end
