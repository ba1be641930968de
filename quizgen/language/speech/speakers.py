"""Whose verb it is: the subject of a verb group, before it or after it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quizgen.language.gazetteer import given_name_sex, title_mark
from quizgen.language.pattern import Pattern
from quizgen.language.speech import nouns
from quizgen.language.speech.line import Line
from quizgen.language.speech.names import Position
from quizgen.language.speech.subordination import (
    SUBORDINATORS,
    begins_clause,
    governs,
    introduced,
    words_of_time,
)
from quizgen.language.speech.verbs import Form, Frame, VerbGroup, group_start
from quizgen.language.words import Word

_RELATIVES = frozenset(("who", "which", "that"))
_APPOSED = frozenset("DT NN NNP NNS CD JJ PRP$ VBG VBN IN RB WP WDT WP$ WRB JJS TO".split())
_SPANS = frozenset("week month year morning afternoon evening night spring summer fall winter weekend".split())
# What begins a clause that is itself said, thought or asked.
_COMPLEMENTS = frozenset("that whether if what how why who where".split())
_NO_SUBJECTS = frozenset("there me him them us".split())
_PARTY = frozenset("republican democrat independent liberal conservative labour green".split())
"""What members of a parliament are: "Ana Reis, *Democrat* of Ohio"."""
_LETTERS = Pattern(r"(?:[A-Z]\.){2,}")
"""Honours behind a name."""
_NAME = 2
"""Words of somebody's name, at the least."""
_OFFICE = 28
"""Words of an office behind a name, at the most."""
_SOON = 5
"""Words from the comma among which the office stands."""
_REACH = 60
_ENDS_INVERTED = frozenset((",", ".", ":", ";", '"', "''", "``", "(", "WP", "CC", "IN", "TO"))


class Subject(NamedTuple):
    """The noun phrase a verb of speech belongs to, by the indices of its first and last word."""

    first: int
    last: int
    how: Position
    antecedent: tuple[int, int] | None = None
    through: int = -1
    """For a shared subject, the index of the verb it is shared with."""


def inverted(line: Line, group: VerbGroup) -> Subject | None:
    """The subject behind the verb: ``"..." said Smith, the mayor``; it must follow on what is said."""
    if not group.cue.frames & {Frame.BARE, Frame.THAT, Frame.QUOTE}:
        return None
    before, first = group.first - 1, group.last + 1
    if group.form is not Form.FINITE or group.first != group.verb or Frame.ADDRESSED in group.cue.frames - {Frame.BARE}:
        return None
    behind_quote = before >= 0 and line.quoted[before] >= 0
    if Frame.ASKED in group.cue.frames and not behind_quote:
        return None
    if not (behind_quote or before < 0 or line.words[before].tag == ",") or not line.free(first):
        return None
    if not behind_quote and group.cue.frames & {Frame.OBJECT, Frame.OBJECT_WEAK}:
        return None
    if words_of_time(line, first) or (not behind_quote and line.words[first].tag not in ("NNP", "DT")):
        return None
    end = nouns.end_of(line.words, first)
    if end is None or line.words[first].tag in ("IN", "WDT"):
        return None
    stop = line.words[end] if end < len(line.words) else None
    if stop is not None and stop.tag not in _ENDS_INVERTED:
        return None
    if stop is not None and stop.tag in ("IN", "TO", "CC") and not behind_quote:
        return None
    if stop is not None and stop.tag == "IN" and line.words[first].tag == "PRP":
        return None
    return Subject(first, end - 1, Position.INVERTED)


def before(line: Line, first: int, depth: int = 0) -> Subject | None:
    """The subject of the finite verb group that begins with word ``first``."""
    j = _skip_adverbials(line, first - 1)
    if not line.free(j) or depth > 3:
        return None
    word = line.words[j]
    if word.tag == "CC":
        return _shared(line, j, first, depth)
    if word.lower in _RELATIVES and word.tag in ("WP", "WDT", "IN"):
        return _relative(line, j)
    if line.is_comma(j):
        if line.free(j - 1) and line.words[j - 1].lower in _RELATIVES:
            return None
        return _behind_insertion(line, j) or _listed(line, j, first, depth)
    return _adjacent(line, j)


def _skip_adverbials(line: Line, j: int) -> int:
    """Pass over adverbs, ``himself`` and ``on Monday`` back to the subject."""
    words = line.words
    while j > 0:
        if words[j].tag == "RB" or words[j].lower.endswith(("self", "selves")):
            j -= 1
        elif words[j].lower in nouns.DAYS and words[j - 1].lower in ("on", "late", "early"):
            j -= 2
        elif _stands_behind_subject(words[j], words[j - 1]):
            j -= 1
        elif words[j].lower in _SPANS and words_of_time(line, j - 1):
            j -= 2
        else:
            break
    return j


def _stands_behind_subject(word: Word, before: Word) -> bool:
    """Whether a word belongs to the subject before it only loosely: Smith Monday said; they all said."""
    if word.lower in nouns.DAYS:
        return before.tag in ("NNP", "NN", "NNS", "PRP", ")")
    return word.lower in ("all", "both", "each") and (before.is_noun or before.tag == "PRP")


def _adjacent(line: Line, j: int) -> Subject | None:
    start = nouns.start_of(line.words, j)
    if start is None or any(line.quoted[i] >= 0 for i in range(start, j + 1)):
        return None
    if start > 0 and governs(line.words[start - 1]):
        return None
    if line.words[j].lower in _NO_SUBJECTS:
        return None
    if (named := _before_office(line, j)) is not None:
        return named
    return Subject(_with_description(line, start), j, Position.ADJACENT)


def _before_office(line: Line, last: int) -> Subject | None:
    """The name before an office that no comma closes: "Ana Paz, | head of the Mill Board of Peru said"."""
    words = line.words
    comma = next((i for i in range(last, max(1, last - _OFFICE), -1) if words[i].tag == ","), None)
    if comma is None or not line.is_comma(comma) or not line.free(comma - 1):
        return None
    phrase = words[comma + 1 : last + 1]
    held = any(title_mark(w.lower.rpartition("-")[2]) == "O" for w in phrase[:_SOON])
    if not held or any(w.is_finite or w.tag in ("PRP", "WP", "WDT") for w in phrase):
        return None
    if any(given_name_sex(w.text) for w in phrase) or _goes_on_behind(line, last):
        return None  # Ana Paz, Mayor Karl Brandt said; the Mill Board, the mayor said, will
    name = nouns.start_of(words, comma - 1)
    if (
        name is None
        or comma - name < _NAME
        or not begins_clause(line, name)
        or words[name - 1 if name else 0].tag == "CC"
    ):
        return None
    quoted = name > 0 and line.quoted[name - 1] >= 0
    if any(w.tag == "CC" for w in phrase) and not quoted:
        return None  # Ana Paz, head of the Board and of ...: whose that is, only a quotation before it tells
    return Subject(name, comma - 1, Position.APPOSITION) if all(w.is_name for w in words[name:comma]) else None


def _goes_on_behind(line: Line, last: int) -> bool:
    """Whether a comma right behind the verb gives the clause back to what stood before: "X, the mayor said, will"."""
    return any(line.is_comma(i) and line.free(i + 1) for i in range(last + 2, min(last + 4, len(line.words) - 1)))


def _with_description(line: Line, start: int) -> int:
    """The start of ``another friend, Mary Smith,`` for that of ``Mary Smith``."""
    words = line.words
    if not (
        start > 2 and line.is_comma(start - 1) and line.free(start - 2) and words[start].tag in ("NNP", "JJ", "CD")
    ):
        return start
    further = nouns.start_of(words, start - 2)
    if words[start - 2].tag == "JJ" and words[start - 3].tag == "DT":  # the tall, grey diplomat
        return start if words[start].tag == "NNP" else start - 3
    if further is None or words[further].tag not in ("DT", "PRP$") or words[start - 2].tag not in ("NN", "NNS"):
        return start
    return further if further > 0 and line.quoted[further - 1] >= 0 else start


def _relative(line: Line, j: int) -> Subject | None:
    """who, which or that: the subject is the pronoun, its antecedent the noun phrase before it."""
    last = j - 2 if line.is_comma(j - 1) else j - 1
    start = nouns.start_of(line.words, last) if line.free(last) else None
    if start is None:
        return None
    return Subject(j, j, Position.RELATIVE, (start, last))


def _behind_insertion(line: Line, j: int) -> Subject | None:
    """The subject before ``, a leader of the party,`` or ``, who ...,`` that ends with the comma at ``j``."""
    words = line.words
    i = j - 1
    while i > max(0, j - _REACH):
        if line.is_comma(i) and words[i].text == words[j].text and line.free(i - 1):
            opener = words[i + 1]
            start = nouns.start_of(words, i - 1)
            follows = start is not None and opener.tag in _APPOSED and begins_clause(line, start)
            if start is not None and follows and _is_insertion(line, i + 1, j):
                return _first_of_insertions(line, start, i - 1)
        i -= 1
    return None


def _is_insertion(line: Line, first: int, end: int) -> bool:
    """Whether the words between two commas describe what stands before them rather than make a clause."""
    opener = line.words[first]
    if opener.tag in ("WP", "WDT", "WP$", "WRB") or opener.lower in SUBORDINATORS - {
        "but",
        "and",
        "or",
        "so",
    }:
        return True
    return not any(w.is_finite and w.lower not in ("'s",) for w in _outside_relatives(line, first, end))


def _outside_relatives(line: Line, first: int, end: int) -> Iterator[Word]:
    inside = False
    for i in range(first, end):
        if line.words[i].tag in ("WP", "WDT", "WP$"):
            inside = True
        if not inside and line.quoted[i] < 0:
            yield line.words[i]


def _first_of_insertions(line: Line, start: int, last: int) -> Subject:
    """Where the phrase found is itself put in after a name (Smith, a professor at X, Ohio,), that name."""
    words = line.words
    while start > 1 and line.is_comma(start - 1) and _describes(words, start, last) and line.free(start - 2):
        further = nouns.start_of(words, start - 2)
        if further is None or words[start - 2].tag not in ("NNP", ")") or not begins_clause(line, further):
            break
        start, last = further, start - 2
    return Subject(_with_office(line, start, last), last, Position.APPOSITION)


def _describes(words: Sequence[Word], start: int, last: int) -> bool:
    """Whether a phrase between commas describes the name before it: "a professor", "62", "Q.C."."""
    if words[start].lower in _PARTY and words[start + 1].lower in ("of", "from"):
        return True
    return words[start].tag in ("DT", "CD", "PRP$") or (
        start == last and _LETTERS.fullmatch(words[start].text) is not None
    )


def _with_office(line: Line, start: int, last: int) -> int:
    """The start of ``the mayor of Peru, Ana Paz, and her guest`` for that of ``Ana Paz, and her guest``."""
    words = line.words
    together = any(w.tag == "CC" for w in words[start:last])
    if not (together and words[start].tag == "NNP" and line.is_comma(start - 1) and line.free(start - 2)):
        return start
    office = nouns.start_of(words, start - 2)
    fits = office is not None and words[office].tag == "DT" and begins_clause(line, office)
    return office if office is not None and fits else start


def previous_finite(line: Line, i: int) -> int | None:
    """The nearest finite verb before word ``i`` outside quotations."""
    for k in range(i - 1, max(-1, i - _REACH), -1):
        if line.quoted[k] < 0 and line.words[k].is_finite:
            return k
    return None


def _of_one_tense(earlier: Word, later: Word) -> bool:
    """Whether two verbs can share a subject: said A and announced B, not said Y should A and announced B."""
    if later.tag not in ("VBD", "VBZ") or earlier.lower in ("has", "have", "had"):
        return True
    return earlier.tag == later.tag


def _shared(line: Line, j: int, first: int, depth: int) -> Subject | None:
    """The subject of ``announced``, word ``first``, in ``stressed A and announced B``."""
    verb = previous_finite(line, j)
    while verb is not None:
        subject = before(line, group_start(line.words, verb), depth + 1)
        if subject is None or subject.how is Position.RELATIVE:
            return None
        if nouns.names_thing_done(line.words[subject.first : subject.last + 1]):  # the care Norway had taken
            verb = previous_finite(line, verb)
            continue
        of_complement = introduced(line, subject.first) in _COMPLEMENTS
        if not of_complement and _of_one_tense(line.words[verb], line.words[first]):
            return Subject(subject.first, subject.last, Position.SHARED, subject.antecedent, verb)
        verb = previous_finite(line, verb)
    return None


def _listed(line: Line, j: int, first: int, depth: int) -> Subject | None:
    """The subject of ``announced`` in ``stressed A, announced B, and ...``; the list must have an end."""
    words = line.words
    if not any(words[k].tag == "CC" and words[k + 1].is_finite for k in range(j, min(j + _REACH, len(words) - 1))):
        return None
    return _shared(line, j, first, depth)


def of_participle(line: Line, group: VerbGroup, earlier: Sequence[Subject]) -> Subject | None:
    """The subject of ``adding`` in ``Smith said ..., adding that``; of ``to discuss`` in ``met to discuss``.

    Args:
        line: the sentence.
        group: the verb group, without a tense.
        earlier: the subjects of the verbs of speech before it in the sentence that stand with their verb.
    """
    j = group.first - 1
    if group.form is Form.PARTICIPLE and line.free(j) and line.words[j].tag in ("NNS", "NNP", "CD", "PRP"):
        return _absolute(line, j)
    if line.words[j].tag == "IN" and line.words[j].lower not in ("by", "while", "when", "after", "before"):
        return None  # without saying, from saying
    if earlier:
        return Subject(earlier[-1].first, earlier[-1].last, Position.PARTICIPLE)
    verb = previous_finite(line, group.first)
    while verb is not None:
        subject = before(line, group_start(line.words, verb))
        if subject is not None and subject.how is not Position.RELATIVE and not introduced(line, subject.first):
            return Subject(subject.first, subject.last, Position.PARTICIPLE, None, verb)
        verb = previous_finite(line, verb)
    return None


def _absolute(line: Line, j: int) -> Subject | None:
    """The subject right before a participle: with three of them saying."""
    start = nouns.start_of(line.words, j)
    return None if start is None or not line.free(start) else Subject(start, j, Position.ABSOLUTE)
