"""The subject of a clause, named so that it stands alone."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from quizgen.language.asking import lowered_article, text_of
from quizgen.language.author import Author
from quizgen.language.casing import opens_small
from quizgen.language.clauses import Clause, ClauseKind
from quizgen.language.described import before_letters, before_office, is_partner, name_behind, person_behind
from quizgen.language.gazetteer import MONTHS, PERIODS, WEEKDAYS, title_mark
from quizgen.language.lexicon import tags_of
from quizgen.language.names import NameKind
from quizgen.language.pattern import Pattern
from quizgen.language.relative import antecedent
from quizgen.language.sentences import Sentence
from quizgen.language.standalone import is_named, name_the_pair, owner, pointing, stands
from quizgen.language.understanding import Understanding
from quizgen.language.words import Word
from quizgen.model.document import Span

_LINKING = frozenset("of for with by from to at in on about near".split())
_COMPARED = Pattern(r"^(?P<article>[Tt]he) (?:(?:much|even|far|still) )?(?P<word>[a-z]+er) (?=[A-Z])")
_WHEN = Pattern(rf"(?<=\w) (?:on|in|last|this|early|late) (?:{'|'.join(sorted(MONTHS | WEEKDAYS))})$")
"""The day of an event behind its subject: "the council *on Friday* condemned ..."."""
_OTHER = Pattern(r"(?<=\w)(['’]s) other\b")
"""What only somebody told of before is told apart from: Anna Roe's *other* son."""
_OUR = Pattern(r"\bour\b")
_MANY = 12
"""Words of a subject that may tell more of those it names than who they are."""
_HONOURS = frozenset(["Majesty", "Excellency", "Highness", "Holiness"])
_OFFICES = frozenset(["ministers", "leaders", "presidents", "heads", "representatives", "ambassadors", "governors"])
"""Who meet as a body that their office names: the *Ministers* for Trade of the Salt League."""
_HONORIFICS = frozenset(["mr.", "mrs.", "ms.", "mr", "mrs", "ms"])
_DAYS = frozenset(["today", "yesterday", *map(str.lower, MONTHS | WEEKDAYS)])
_YEAR = Pattern(r"1[0-9]{3}|20[0-9]{2}")
_TITLE = 7
"""Words of a title, at the most."""
_LONG = 6
"""Words in a subject above which a person is called by title and name."""


def subject_range(u: Understanding, sentence: Sentence, clause: Clause) -> tuple[int, int] | None:
    """Where a clause's subject stands, as indexes of words; for ", who ..." what the pronoun refers back to."""
    if clause.subject is not None:
        before = before_office(u, sentence, clause.subject[0]) or before_letters(u, sentence, clause.subject)
        return before or _without_day(sentence.words, *clause.subject)
    return antecedent(u, sentence, clause)


def _without_day(words: Sequence[Word], start: int, end: int) -> tuple[int, int]:
    """A subject without the time before the verb: the minister | *today* opened; Tarn Bank | *in 2018* bought."""
    if end - start > 2 and words[end - 2].lower in ("last", "this") and words[end - 1].lower in PERIODS:
        return start, end - 2
    last = end
    while last - 1 > start and (words[last - 1].lower in _DAYS or words[last - 1].tag == "CD"):
        last -= 1
    if last < end and words[last - 1].lower in ("on", "last"):
        last -= 1
    year = last < end and _YEAR.fullmatch(words[end - 1].text) is not None
    last -= last > start and words[last - 1].lower == "in" and (year or words[end - 1].text in MONTHS)
    told = any(w.lower in _DAYS for w in words[last:end]) or (year and words[last].lower == "in")
    dated = told and last > start and words[last - 1].tag not in ("IN", "DT")
    return (start, last) if dated else (start, end)


def subject_text(u: Understanding, sentence: Sentence, clause: Clause) -> str | None:
    """How to name the subject of ``clause`` outside the document; None where it is not certain who or what it is."""
    named = _subject_text(u, sentence, clause)
    return None if named is None else _OTHER.sub(r"\1", _WHEN.sub("", named))


def _subject_text(u: Understanding, sentence: Sentence, clause: Clause) -> str | None:
    place = subject_range(u, sentence, clause)
    if place is None or place[0] >= place[1]:
        return None
    if (
        is_partner(sentence.words, place[0])
        or _ends_a_list(sentence, place[0])
        or _ends_a_pair(sentence.words, *place)
        or _is_cut(sentence.words, clause, *place)
    ):
        return None
    words = sentence.words[place[0] : place[1]]
    of_one = any(w.tag in ("PRP$", "POS") for w in words) and not words[-1].is_name
    office = of_one or any(title_mark(w.lower) for w in words[1:])
    if office and (person := person_behind(u, sentence, place[1])):
        return person
    general = words[0].lower in ("a", "an") or (words[0].lower == "the" and not any(w.is_name for w in words))
    if general and (name := name_behind(u, sentence, clause, place[1])):
        return name
    span = Span(words[0].start, words[-1].end)
    if len(words) == 1 and words[0].lower == "it":
        if (thing := _thing_in_front(u, sentence, clause) or _thing_before(u, sentence)) is not None:
            return thing
        topic = u.coreference.resolve(span, sentence.index)
        return u.named(topic.text) if topic is not None and not _is_expletive(sentence, clause) else None
    if author := author_of(u, words[0]):
        return author.name
    referent = u.coreference.resolve(span, sentence.index)
    phrase = " ".join(span.of(u.text).split())
    if any(w.lower == "between" for w in words):
        referent = None  # the competition between two is neither of them
    beside = any(w.tag == "CC" and after.tag == "PRP$" for w, after in itertools.pairwise(words))
    if beside and (referent is None or len(referent.entities) == 1):
        return None  # Lund and his partner Karl Brandt
    people = referent is not None and all(e.kind is NameKind.PERSON for e in referent.entities)
    together = referent is not None and len(referent.entities) > 1 and people
    if referent is not None and (referent.indirect or words[0].tag == "PRP" or together):
        if referent.entities and len(words) >= _MANY and not _only_named(words):
            return None
        single = len(referent.entities) == 1 and referent.entities[0].kind is not NameKind.PERSON
        return u.named(referent.text) if single else referent.text
    if len(words) == 1 and words[0].lower == "they":
        return _thing_before(u, sentence, plural=True)
    if words[0].tag in ("PRP", "EX"):
        return None
    several = len(words) > _LONG and words[1].lower in _OFFICES and words[2].tag == "IN"
    if (
        referent is None
        and not several
        and any(m.kind is NameKind.OFFICE and m.span.end == span.end for m in u.mentions[sentence.index])
    ):
        return None
    if len(words) > _LONG and (called := _title_and_name(u, sentence, span)):
        return called
    if referent is not None and len(referent.entities) == 1 and phrase in referent.entities[0].names:
        return u.named(referent.text)  # a surname alone becomes the full name
    if any(w.tag == "CC" for w in words) and any(
        w.tag == "PRP$" and after.text not in _HONOURS for w, after in itertools.pairwise(words[1:])
    ):
        return None  # Anna Frey and her husband: whose, is told by the phrase itself
    thing = _with_thing_owner(u, sentence, words, phrase)
    owned = _with_owner(u, sentence, words, thing)
    named_owner = (owned != thing and words[0].tag == "PRP$") or thing != phrase
    phrase = name_the_pair(owned, u.aliases)
    if not stands(phrase):
        return None if any(w.tag == "CC" for w in words) else _person_in(u, sentence, span)
    paired = phrase != " ".join(span.of(u.text).split())
    bare = len(words) == 1 and words[0].tag == "NN"
    if not (is_named(words) or paired or bare or (words[0].lower == "the" and len(words) >= 5 and " of " in phrase)):
        return None
    phrase = _COMPARED.sub(_not_compared, phrase)
    if words[0].tag == "PRP$" and (title := _title_behind(sentence, clause, place[1])):
        phrase = f"{phrase} {title}"
    if re.fullmatch(r"[Tt]he [A-Z]\w+", phrase) and len(words) == 3:
        return None  # the younger Karl
    kept = named_owner or not opens_small(u, sentence, place[0])
    return lowered_article(phrase) if kept else phrase[:1].lower() + phrase[1:]


def _title_behind(sentence: Sentence, clause: Clause, comma: int) -> str:
    """The title of a work behind what it is: "Her memoir, *Against the Wind*, came out"; empty without one."""
    words, end = sentence.words, clause.verb.start - 1
    inner = words[comma + 1 : end]
    if comma >= end or words[comma].text != "," or words[end].text != "," or not 0 < len(inner) <= _TITLE:
        return ""
    large = [w for w in inner if w.text[0].isupper()]
    titled = inner[0] in large and inner[-1] in large and all(w in large or len(w.text) < _LONG for w in inner)
    return " ".join(w.text for w in inner) if titled else ""


def _is_cut(words: Sequence[Word], clause: Clause, start: int, end: int) -> bool:
    """Whether a subject's beginning was left out: the old | *Chilean view*; she and her men, | *sons and wives*."""
    if start and clause.kind is ClauseKind.RELATIVE and words[start - 1].tag in ("NN", "JJ"):
        return True
    if any(w.lower in _HONORIFICS and words[i].tag == "NN" for i, w in enumerate(words[start + 1 : end], start)):
        return True  # a bill Mr. Lund tried to pass
    if start and words[start - 1].text == ")" and not title_mark(words[start].lower):
        return True  # grey (young) | wolves
    small = words[start].tag in ("NN", "NNS") and words[start].text.islower() and words[start - 1].text == ","
    if clause.kind is ClauseKind.RELATIVE and start and small:
        return True  # Harbour, | morning light (1872), which was shown
    if clause.start == 0 and start > 1 and words[start - 1].text == "," and _is_first_half(words[: start - 1]):
        return True  # Harbour, | Morning was painted
    if _ends_an_address(words, clause, start):
        return True
    if start < 2 or words[start - 1].text != "," or not any(w.lower == "and" for w in words[start:end]):
        return False
    first = next((i + 1 for i in range(start - 2, -1, -1) if words[i].text == ","), 0)
    before = words[first : start - 1]
    listed = any(w.lower == "and" for w in before) and before[0].tag in ("PRP", "NNS", "NNP", "DT", "JJ")
    return listed and not any(w.is_finite for w in before)


def _is_first_half(words: Sequence[Word]) -> bool:
    """Whether the words before a comma may be one name with those behind it: a title, a town with its country."""
    named = all(w.tag in ("NNP", "NN", "NNS", "JJ") for w in words) and words[0].tag != "JJ"
    return named and not any(title_mark(w.lower) or w.lower in _DAYS for w in words)


def _ends_an_address(words: Sequence[Word], clause: Clause, start: int) -> bool:
    """Whether a subject only tells where those before it are: "Ana Reis of the School of Law, | *Graz University*"."""
    if start < 3 or words[start - 1].text != ",":
        return False
    first = next((i + 1 for i in range(start - 2, clause.start - 1, -1) if words[i].text == ","), clause.start)
    before = words[first : start - 1]
    named = before and before[0].tag in ("NNP", "NNS", "JJ") and before[-1].is_name and not before[0].text.islower()
    return bool(named) and any(w.tag == "IN" for w in before) and not any(w.is_finite for w in before)


def _ends_a_list(sentence: Sentence, start: int) -> bool:
    """Whether a subject is but the last of several: "Chile, Peru, and *Japan* met"."""
    before = sentence.words[:start]
    if len(before) < 2 or before[-1].lower not in ("and", "or"):
        return False
    return (before[-2].text == "," or before[-2].is_noun or before[-2].tag == "JJ") and not any(
        w.is_finite for w in before
    )


def _ends_a_pair(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether a subject is but the second of two things told of before: a deal between Peru and | *Chile* was signed.

    Or a name cut at its comma: the Graz, | *Lima and Bergen Railway Company*.
    """
    if start < 2:
        return False
    if words[start - 1].lower == "and":
        between = next((i for i in range(start - 2, -1, -1) if words[i].lower == "between"), start)
        return all(w.lower != "and" and not w.is_finite for w in words[between + 1 : start - 1]) and between < start
    first = start - 2
    while words[start - 1].text == "," and first > 0 and words[first].tag == "NNP":
        first -= 1
    named = first < start - 2 and words[first].lower == "the" and words[start].is_name
    return named and any(w.text == "," for w in words[start:end])


def _only_named(words: Sequence[Word]) -> bool:
    """Whether a phrase names people with their offices and tells nothing more of them."""
    named = [w for w in words if w.text not in ("His", "Her", "Their")]  # His Majesty
    return all(w.tag in ("NNP", "NN", "NNS", "DT", "IN", "CC", "(", ")", "POS", ",") for w in named)


def _with_thing_owner(u: Understanding, sentence: Sentence, words: Sequence[Word], phrase: str) -> str:
    """ "The observatory's library" as "the Kitt Observatory's library", where it is certain which one is meant."""
    if len(words) < 4 or words[0].lower != "the" or words[2].tag != "POS":
        return phrase
    meant = u.coreference.about.called(words[1].lower, sentence.index, words[0].start)
    if meant is None or not meant.entities:
        return phrase
    return f"{u.named(meant.text)}{u.text[words[2].start : words[-1].end]}"


def _with_owner(u: Understanding, sentence: Sentence, words: Sequence[Word], phrase: str) -> str:
    """ "His first volume" as "Yeats's first volume", where it is certain whose it is."""
    owners = [word for word in words if word.tag == "PRP$"]
    who = u.coreference.resolve(owners[0].span, sentence.index) if len(owners) == 1 else None
    if who is None:
        return phrase
    start = owners[0].start - words[0].start
    tail = u.text[owners[0].end : words[-1].end]
    return " ".join(f"{u.text[words[0].start : words[0].start + start]}{who.text}'s{tail}".split())


def author_of(u: Understanding, word: Word) -> Author | None:
    """The author of the document whom "I" or, of a group, "we" stands for; None for other words, and in quotations."""
    if word.text not in ("I", "We", "we") or u.author is None or u.author.many is (word.text == "I"):
        return None
    return None if u.is_quoted(word.span) else u.author


def their_own(u: Understanding, sentence: Sentence, clause: Clause, phrase: str) -> str:
    """``phrase`` of a predicate with "their" for the "our" of a document's authors, where they are its subject."""
    if clause.subject is None or author_of(u, sentence.words[clause.subject[0]]) is None:
        return phrase
    return _OUR.sub("their", phrase)


def _not_compared(match: re.Match[str]) -> str:
    """ "the larger Hall" without what compares it to another; "the engineer Brandt" as it is."""
    return f"{match['article']} " if "JJR" in (tags_of(match["word"]) or ()) else match[0]


def _title_and_name(u: Understanding, sentence: Sentence, span: Span) -> str:
    """ "President Xi Jinping" out of a long string of his offices."""
    return next(
        (
            m.text if _is_half(u.text[span.start : m.whole.start]) else " ".join(m.whole.of(u.text).split())
            for m in u.mentions[sentence.index]
            if m.kind is NameKind.PERSON
            and m.span.end == span.end
            and not _belongs_to(u.text[span.start : m.whole.start])
        ),
        "",
    )


def _is_half(lead: str) -> bool:
    """Whether a title goes on from what stands before it: Trade and | Industry Commissioner Ida Lund."""
    words = lead.split()
    return len(words) > 1 and words[-1] == "and" and not any(title_mark(w.lower()) for w in words)


def _belongs_to(lead: str) -> bool:
    """Whether what stands before a name makes it the end of an of-phrase: "the mother of the composer | Emil Lund"."""
    words = lead.split()
    last = max((i for i, w in enumerate(words) if w in _LINKING), default=-1)
    if last < 0 or "and" in words[last:]:
        return False
    return all(w.islower() for w in words[last:])


def long_offices(u: Understanding, sentence: Sentence) -> list[tuple[int, int]]:
    """Where an office stands before "and" and the shorter title of the same person, as indexes of words.

    "General Secretary of the Party *and* President Choummaly": without the range "President Choummaly" is left.
    """
    words = sentence.words
    index = {w.start: i for i, w in enumerate(words)}
    ranges = []
    offices = [m for m in u.mentions[sentence.index] if m.kind is NameKind.OFFICE]
    for mention in u.mentions[sentence.index]:
        at = index.get(mention.whole.start, 0)
        if mention.kind is not NameKind.PERSON or not mention.title or at < 2 or words[at - 1].lower != "and":
            continue
        before = [o for o in offices if o.span.end <= mention.whole.start]
        start = index[before[-1].span.start] if before else 0
        bare = start > 0 and words[start - 1].lower not in ("the", "a")
        if bare and "," not in (w.text for w in words[start:at]):
            ranges.append((start, at))
    return ranges


def _person_in(u: Understanding, sentence: Sentence, span: Span) -> str | None:
    """The person a phrase like "his son Joseph II" closes with."""
    for mention in u.mentions[sentence.index]:
        if (
            mention.kind is NameKind.PERSON
            and mention.span.end == span.end
            and span.start <= mention.whole.start
            and not _belongs_to(u.text[span.start : mention.whole.start])
        ):
            entity = u.aliases.at(mention)
            return entity.name if entity else None
    return None


def _is_expletive(sentence: Sentence, clause: Clause) -> bool:
    """Whether "it" stands for nothing: "it was clear that", "it took years"."""
    words, verb = sentence.words, clause.verb
    behind = words[verb.end].tag if verb.end < len(words) else ""
    return words[verb.main].lower in ("is", "was", "took", "seemed") and behind in ("JJ", "CD", "IN", "DT", "NNS")


def _thing_in_front(u: Understanding, sentence: Sentence, clause: Clause) -> str | None:
    """What the "it" of a second main clause is: "A poster called “Tar” was sent round, and *it* was printed"."""
    words, at = sentence.words, clause.subject[0] if clause.subject else 0
    before = [c for c in u.clauses[sentence.index] if c.verb.end < at and c.subject]
    if len(before) != 1 or words[at - 1].lower not in ("and", "but") or before[0].kind is not ClauseKind.MAIN:
        return None
    first, end = before[0].subject or (0, 0)
    phrase = text_of(u.text, words, first, end)
    told = words[first].lower in ("a", "an") and any(w.is_name or w.tag == "``" for w in words[first:end])
    others = any(w.tag == "NN" and w.lower != "it" for w in words[before[0].verb.end : at])
    if not told or others or words[end - 1].tag == "NNS" or owner(phrase) or pointing(phrase):
        return None
    return f"the {phrase.partition(' ')[2]}"


def _thing_before(u: Understanding, sentence: Sentence, *, plural: bool = False) -> str | None:
    """What "it" or "they" is: the subject of the sentence before, where that is one thing and stands alone."""
    if sentence.index == 0 or u.sentences[sentence.index - 1].paragraph != sentence.paragraph:
        return None
    before = u.sentences[sentence.index - 1]
    subjects = {c.subject for c in u.clauses[before.index] if c.kind is not ClauseKind.RELATIVE}
    if len(subjects) != 1 or (place := subjects.pop()) is None:
        return None
    words = before.words[place[0] : place[1]]
    last = words[-1]
    referent = u.coreference.resolve(Span(words[0].start, last.end), before.index)
    if referent and any(e.kind is NameKind.PERSON for e in referent.entities):
        return None
    if not plural and referent and len(referent.entities) == 1 and referent.indirect and words[0].tag == "DT":
        return u.named(referent.text)  # the bank, which is the Tarn Bank
    phrase = text_of(u.text, before.words, *place)
    if plural and any(w.tag == "NNS" for w in (*before.words[: place[0]], *before.words[place[1] :])):
        return None  # they may be those
    if (last.tag == "NNS") is not plural or last.tag == "PRP" or owner(phrase) or pointing(phrase):
        return None
    if not is_named(words) and not (len(words) == 1 and last.tag == "NN"):  # Acetylene is a gas. It was
        return None
    if referent and len(referent.entities) == 1 and phrase.removeprefix("The ") in referent.entities[0].names:
        return u.named(referent.entities[0].name)
    phrase = _COMPARED.sub(_not_compared, phrase)
    kept = not opens_small(u, before, place[0])
    return lowered_article(phrase) if kept else phrase[:1].lower() + phrase[1:]
