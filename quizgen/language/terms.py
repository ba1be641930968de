"""Terms: common nouns a text teaches, told from ordinary words, and which may be taken for one another."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from quizgen.language import data
from quizgen.language.casing import is_name_within, is_small
from quizgen.language.lexicon import guess, tags_of
from quizgen.language.once import once
from quizgen.language.pattern import Pattern
from quizgen.language.understanding import Understanding
from quizgen.language.words import Word

_LEARNED = Pattern(r"(?:sis|tion|logy|ism|graphy|metry|lysis|nomy|gen|ase|ose|phyll|zyme)$")
"""Endings of learned words, which are no names even where no list knows them: photosynthesis."""
_PARTS = frozenset(["NN", "NNS", "JJ", "VBG", "VBN"])
_FIRST = _PARTS | {"NNP", "VB", "VBD", "VBP"}
"""What opens a term: at the head of a sentence also what was taken for a name or a verb."""
_CLOSED_OFF = frozenset(["IN", "VBD", "VBZ", "VBP", "MD", ",", ".", "CC", ":", ")", "TO", "WDT"])
"""What may follow a noun that stands alone."""
_ARTICLES = frozenset(["a", "an"])
_LONGEST = 4
_OFTEN = 3
"""Times an ordinary noun must stand alone in a text to be one of its terms."""
_ENOUGH = 3
"""Terms of a subject that show a text to be of it."""
_STEM = 6
"""Letters that show two words to be of one stem: mitochondrion, mitochondria."""
_KEPT = 40
"""Terms of a text that are looked through for choices."""


def is_learned(word: str) -> bool:
    """Whether a word in lower case looks like one of a science."""
    return _LEARNED.search(word) is not None and len(word) > 5


def bare_term(u: Understanding, words: Sequence[Word]) -> str:
    """A term without its article, in lower case; empty where the words are no short common noun phrase."""
    words = [w for w in words if w.tag not in ("``", "''", '"')]
    inner = words[1:] if words and words[0].lower in _ARTICLES else words
    if len(words) == 2 and words[0].lower == "the" and _is_rare(words[1]):
        inner = words[1:]  # the joule, of its sort
    if not 1 <= len(inner) <= _LONGEST or not _is_noun(inner[-1]):
        return ""
    if any(w.tag not in _PARTS for w in inner[1:]) or inner[0].tag not in _FIRST:
        return ""
    if any(c.isupper() for c in inner[0].text[1:]):
        return ""
    if inner[0].text[0].isupper() and is_name_within(u, inner[0].lower):
        return ""
    common = _is_common(words, inner) or is_small(u, inner[0].lower)
    return " ".join(w.lower for w in inner) if common else ""


def _is_noun(word: Word) -> bool:
    return word.tag in ("NN", "NNS", "VBG", "NNP") or "NN" in (tags_of(word.lower) or ())


def _is_rare(word: Word) -> bool:
    return word.text.islower() and word.text.isalpha() and (tags_of(word.lower) is None or is_learned(word.lower))


def _is_common(words: Sequence[Word], inner: Sequence[Word]) -> bool:
    """Whether the first word, which may open its sentence, is no name."""
    first, known = inner[0], tags_of(inner[0].lower)
    if first.text.islower() or words[0].lower in _ARTICLES or (len(inner) == 1 and is_learned(first.lower)):
        return True
    return known is not None and known[0] in (*_PARTS, "VBD", "VB")


class Term(NamedTuple):
    """A term of a text."""

    name: str
    at: int
    """The number of the sentence where it first stands."""
    plural: bool


def is_plural_term(name: str) -> bool:
    """Whether a term is a plural, by its last word."""
    last = name.rsplit(" ", 1)[-1]
    return (tags_of(last) or guess(last))[0] == "NNS"


@once
def terms_of(u: Understanding) -> tuple[Term, ...]:
    """The single nouns that a text uses as terms: learned ones, and those that often stand without an article."""
    first: dict[str, int] = {}
    times: Counter[str] = Counter()
    for sentence in u.sentences:
        words = sentence.words
        for i, word in enumerate(words):
            if sentence.heading or word.tag not in ("NN", "NNS") or not _stands_alone(words, i):
                continue
            first.setdefault(word.lower, sentence.index)
            times[word.lower] += 1 if word.text.islower() and tags_of(word.lower) else _OFTEN
    return tuple(Term(name, at, is_plural_term(name)) for name, at in first.items() if times[name] >= _OFTEN)


def _stands_alone(words: Sequence[Word], i: int) -> bool:
    """Whether the noun at ``i`` is a whole phrase: no article and nothing that goes with it stands about it."""
    word = words[i]
    if not word.text.isalpha() or len(word.text) < 4 or (word.tag == "NNS" and tags_of(word.lower)):
        return False
    if word.text[0].isupper() and not (i == 0 and tags_of(word.lower) is None and is_learned(word.lower)):
        return False
    before = words[i - 1] if i else None
    if before is not None and before.tag == "CC" and tags_of(word.lower) is None and not is_learned(word.lower):
        return False  # they approach and collide
    alone = (
        before is None or before.tag in ("IN", "VBD", "VBZ", "VBP", "VB", "CC", ",", "TO") or before.lower in _ARTICLES
    )
    return alone and (i + 1 >= len(words) or words[i + 1].tag in _CLOSED_OFF)


def alike(u: Understanding, name: str, sentence: int, defined: Sequence[str] = (), *, plural: bool) -> Iterator[str]:
    """What could be taken for a term, the best first: terms of the text, then of its subject.

    Args:
        u: the document.
        name: the term, in lower case.
        sentence: the number of the sentence that tells what it is.
        defined: other terms that the document defines, the nearest first.
        plural: whether the term is one.
    """
    found = (*_told(u, name, sentence, defined, plural), *_of_subject(u, name, plural), *defined)
    yield from (other for other in dict.fromkeys(found) if other[:_STEM] != name[:_STEM])


def _told(u: Understanding, name: str, sentence: int, defined: Sequence[str], plural: bool) -> Iterator[str]:
    """The terms of the text that are of the same make."""
    yield from (other for other in defined if is_plural_term(other) is plural)
    terms = terms_of(u)
    here = bisect_left(terms, sentence, key=lambda t: t.at)
    near = sorted(terms[max(0, here - _KEPT) : here + _KEPT], key=lambda t: abs(t.at - sentence))
    if " " not in name:
        yield from (t.name for t in near if t.plural is plural)


def _of_subject(u: Understanding, name: str, plural: bool) -> Iterator[str]:
    """Terms of the text's subject of the same make, those with the same last word first."""
    head = name.rsplit(" ", 1)[-1]
    own = (subject for subject, both in _listed().items() if name in both[1 if plural else 0])
    for subject in dict.fromkeys((*own, *_subjects(u))):
        listed = _listed()[subject][1 if plural else 0]
        turn = sum(map(ord, name)) % len(listed)
        turned = (*listed[turn:], *listed[:turn])
        yield from sorted(turned, key=lambda t: (t.rsplit(" ", 1)[-1] != head, (" " in t) is not (" " in name)))


@once
def _subjects(u: Understanding) -> tuple[str, ...]:
    """The subjects whose terms a text uses, the likeliest first; none where it uses hardly any."""
    nouns = u.tally.nouns
    found = {
        subject: len(nouns & {term.rsplit(" ", 1)[-1] for term in (*singular, *plural)}) + _is_named(subject, nouns)
        for subject, (singular, plural) in _listed().items()
    }
    return tuple(s for s, n in sorted(found.items(), key=lambda pair: -pair[1])[:1] if n >= _ENOUGH)


def _is_named(subject: str, nouns: Collection[str]) -> int:
    """2 where a text has a noun of the subject's name, "economists" of "economics"; else 0."""
    return 2 * any(noun.startswith(subject[:_STEM]) for noun in nouns)


@cache
def _listed() -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """The bundled terms by subject: singular ones and plural ones."""
    lines = [line.partition(": ") for line in data.lines("terms.txt")]
    names = list(dict.fromkeys(subject for subject, _, _ in lines))
    both = {name: [tuple(listed.split(", ")) for subject, _, listed in lines if subject == name] for name in names}
    return {name: (singular, plural) for name, (singular, plural) in both.items()}
