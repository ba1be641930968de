"""Why a clause is too vague for a date card: who did it, whether it was once, whether it has been at all."""

from __future__ import annotations

from bisect import bisect_left

from quizgen.kinds.date.inserted import before_the_verb
from quizgen.kinds.date.pronouns import as_before_when
from quizgen.kinds.date.trivial import is_trivial
from quizgen.language.calendar import DateMention, Role
from quizgen.language.clauses import Clause
from quizgen.language.gazetteer import MONTHS
from quizgen.language.inflection import base_form
from quizgen.language.pattern import Pattern
from quizgen.language.phrases import ROUGHLY
from quizgen.language.sentences import Sentence
from quizgen.language.understanding import Understanding
from quizgen.language.words import Word

_MORE = frozenset("second third fourth further new replacement larger smaller similar".split())
_BE = frozenset(["was", "were", "been", "be"])
_ONCE = frozenset("first last born host winner champion elected dead".split())
"""Words of a state that was so at one time alone."""
_FEELINGS = frozenset(
    "shocked surprised delighted pleased disappointed worried concerned alarmed angered upset".split()
)
_MARKETS = frozenset(
    "shares share stock stocks index prices bonds futures dollar yen crude revenue earnings volume points "
    "composite".split()
)
_MOVES = frozenset(
    "rise fall close climb drop slip gain lose jump surge tumble plunge ease edge quote leap sink".split()
)
_YEAR = Pattern(r"\b[12]\d{3}\b")
_GROWING = frozenset("grow rise increase fall become reach expand change double triple be remain develop".split())
"""Verbs of what has come about up to today."""
_DASHES = frozenset(["_", "―", "—", "–", "--", "-"])


def vague_guard(u: Understanding, sentence: Sentence, clause: Clause, date: DateMention) -> str:
    """Why a clause tells of no one event that its date is asked for; empty where it does."""
    words = sentence.words
    if (
        date.relative
        and date.value is not None
        and u.reference is not None
        and date.value.iso > u.reference.isoformat()
    ):
        return "not-yet"
    if date.relative and date.value is not None and u.reference is not None and date.value.iso == str(u.reference.year):
        return "own-year"  # this year
    if _from_afar(u, sentence, date):
        return "year-not-certain"
    if sentence.span.of(u.text).startswith("According to "):
        return "hearsay"
    if words[clause.verb.finite].lower in ("has", "have"):
        so_far = words[0].lower == "so" or any(w.lower == "already" for w in words[clause.verb.start : clause.verb.end])
        grown = date.span.of(u.text).lower() == "today" and base_form(words[clause.verb.main].lower) in _GROWING
        if so_far or grown or not _holds_today(u, date):
            return "perfect"
    if base_form(words[clause.verb.main].lower) in _MOVES and any(w.lower in _MARKETS or w.text == "$" for w in words):
        return "passing"  # what shares did on a day
    if is_trivial(words, clause, date, u.dates_by_sentence[sentence.index]):
        return "trivial"
    if clause.subject is None:
        return "state" if date.role is not Role.RANGE_START and _is_state(words, clause, date) else ""
    subject = words[clause.subject[0] : clause.subject[1]]
    if [w.lower for w in subject[:2]] in (["the", "last"], ["the", "latest"]) and u.reference is not None:
        return "own-time"  # the last visit took place in 2016
    if any(
        subject[0].start <= d.span.start < subject[-1].end
        for d in u.dates_by_sentence[sentence.index]
        if (d.relative or d is date) and not before_the_verb(u, sentence, clause, d)
    ):
        return "date-in-the-subject"
    if (subject[0].tag == "IN" and subject[0].lower not in ROUGHLY) or _date_before(words, clause.subject[0]):
        return "subject-not-certain"
    if any(w.text in _DASHES for w in subject):
        return "dateline"
    known = u.coreference.resolve(subject[0].span, sentence.index) if subject[0].lower == "it" else None
    if subject[0].lower == "it" and known is None and _something_before(words, clause.subject[0]):
        told = as_before_when(u, sentence, clause) if clause.opener == "when" else None
        return "" if told is not None and not _is_state(words, clause, date) else "subject-not-certain"
    if _one_more(subject):
        return "subject-unnamed"
    if _bare(subject) and (
        date.relative or not any(w.is_name and w.text not in MONTHS for w in words[clause.verb.end : clause.end])
    ):
        return "subject-unnamed"
    return "state" if date.role is not Role.RANGE_START and _is_state(words, clause, date) else ""


def _holds_today(u: Understanding, date: DateMention) -> bool:
    """Whether a time holds the day of writing; of no other does the perfect tell: has won the cup this year."""
    return u.reference is not None and date.value is not None and u.reference.isoformat().startswith(date.value.iso)


def _date_before(words: tuple[Word, ...], subject: int) -> bool:
    """Whether a date stands between a subject and its article: your 23 October | letter."""
    i = subject
    while i > 0 and (words[i - 1].tag == "CD" or words[i - 1].text in MONTHS):
        i -= 1
    return 0 < i < subject and words[i - 1].tag in ("DT", "PRP$", "POS")


def _from_afar(u: Understanding, sentence: Sentence, date: DateMention) -> bool:
    """Whether in a text of a known day the year comes from another paragraph's story: it may be the text's own."""
    if u.reference is None or date.value is None or not (date.basis or "").startswith("narrative"):
        return False
    start = u.sentences[bisect_left(u.sentences, sentence.paragraph, key=lambda s: s.paragraph)].span.start
    return not _YEAR.search(u.text, start, date.span.start)


def _something_before(words: tuple[Word, ...], subject: int) -> bool:
    """Whether the sentence names something before its "it" that this may be."""
    return any(w.is_noun and w.tag != "CD" for w in words[:subject])


def _bare(subject: tuple[Word, ...]) -> bool:
    """Whether a subject names nobody: protesters, gruff senator."""
    if subject[0].tag == "NN" and subject[0].text.islower() and len(subject) > 1 and subject[1].lower == "of":
        return True  # its article stands before a date: the 13 March | death of
    if any(w.is_name for w in subject):
        return False
    alone = len(subject) == 1 and (
        subject[0].tag in ("NNS", "CD") or (subject[0].tag == "NN" and subject[0].text.islower())
    )
    return alone or subject[0].lower in ("a", "an") or (subject[0].tag == "JJ" and subject[-1].tag == "NN")


def _one_more(subject: tuple[Word, ...]) -> bool:
    """Whether a subject is counted with others of its owner, whom it does not name: a second mill, a new badge."""
    counted = len(subject) > 1 and (subject[0].lower == "another" or subject[1].lower in _MORE)
    return counted and subject[0].lower in ("a", "another") and not any(w.is_name for w in subject)


def _is_state(words: tuple[Word, ...], clause: Clause, date: DateMention) -> bool:
    """Whether a clause tells how something was, which it may have been at other times too."""
    rest = words[clause.verb.end : clause.end]
    main = words[clause.verb.main].lower
    if main in _FEELINGS or (words[clause.verb.main].tag == "VBG" and words[clause.verb.finite].lower in _BE):
        return True  # was shocked, was talking
    if clause.verb.passive or any(w.lower in _ONCE for w in rest):
        return False
    return main in _BE or (main == "had" and date.relative)
