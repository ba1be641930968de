"""Events named by nouns, with their dates right behind them."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.kinds.date.fact import DatedEvent, event
from quizgen.kinds.date.guards import clause_guard
from quizgen.language.asking import inverted, lowered_article, predicate_end, text_of
from quizgen.language.calendar import DateMention
from quizgen.language.gazetteer import MONTHS, is_event_head, title_mark
from quizgen.language.nominal import event_clause, is_action
from quizgen.language.once import once
from quizgen.language.phrases import noun_phrase_end, noun_phrase_start
from quizgen.language.predicate import standing_predicate, with_topic
from quizgen.language.sentences import Sentence
from quizgen.language.standalone import name_the_pair, stands, stands_alone
from quizgen.language.understanding import Understanding
from quizgen.language.words import Word

_REACH = 12
"""Words between a noun of action and the last noun before its date."""
_AROUND = frozenset("after following since before during until despite by to".split())
_LONGEST = 22
"""Words of a predicate in a question, at the most."""
_ONCE = frozenset(
    "battle siege fire flood earthquake eruption massacre uprising revolt rebellion mutiny plague famine explosion "
    "bombing invasion coup riot shipwreck sinking landing capture fall".split()
)
"""Nouns of what happens but once at a place, as far as a text goes."""
_TO_OFFICES = frozenset(["election", "appointment", "nomination", "re-election"])


def event_of_year(u: Understanding, sentence: Sentence, date: DateMention) -> DatedEvent | None:
    """ "the Warsaw Uprising of 1944": a named event with its year."""
    i = sentence.word_at(date.span.start)
    words = sentence.words
    if place := _named_event(words, i):
        phrase = text_of(u.text, words, *place)
        recurs = _recurs(u, date, phrase)
        return None if recurs else event(u, date, "event-of-year", phrase, event_clause(_definite(phrase)))
    if place := _single_event(u, sentence, i, date):
        phrase = lowered_article(text_of(u.text, words, *place))
        return event(u, date, "event-of-year", phrase, f"did {phrase} take place")
    if i < 2 or words[i - 1].lower != "of" or not words[i - 2].is_noun or not is_event_head(words[i - 2].lower):
        return None
    floor = max((k + 1 for k in range(i - 2) if words[k].lower == "of"), default=0)
    start = noun_phrase_start(words, i - 2, floor)
    phrase = text_of(u.text, words, start, i - 1)
    if not stands(phrase) or not any(w.is_name for w in words[start : i - 1]) or date.value is None:
        return None
    if not any(w.is_name and w.lower != words[i - 2].lower for w in words[start : i - 1]) or _recurs(u, date, phrase):
        return None  # "the Games of 1916", and London Games held twice
    return event(u, date, "event-of-year", phrase, f"did {_definite(phrase)} take place")


def _named_event(words: Sequence[Word], i: int) -> tuple[int, int] | None:
    """Where "Following *the Great Fire of Turku* in 1827" names an event; None where it names none."""
    if i < 3 or words[i - 1].lower != "in" or not words[i - 2].is_name:
        return None
    start = noun_phrase_start(words, i - 2)
    headed = any(w.is_name and is_event_head(w.lower) for w in words[start : i - 1])
    led = start > 0 and (words[start - 1].lower in _AROUND)
    return (start, i - 1) if headed and led and words[start].lower == "the" else None


def _single_event(u: Understanding, sentence: Sentence, i: int, date: DateMention) -> tuple[int, int] | None:
    """Where "*The battle at Tarn* in 1709 was won" names what does not come again; None where it names no such."""
    words = sentence.words
    clause = u.clause_at(sentence, date.span.start)
    if i < 4 or words[i - 1].lower != "in" or clause is None or clause.subject is None or not words[i - 2].is_name:
        return None
    start, end = clause.subject
    head = words[start + 1].lower
    at = words[start + 2].lower in ("of", "at", "in") and all(w.tag in ("NNP", "DT") for w in words[start + 3 : i - 1])
    named = words[start].lower == "the" and head in _ONCE and at
    return (start, i - 1) if named and end == sentence.word_at(date.span.end - 1) + 1 else None


def of_subject(u: Understanding, sentence: Sentence, date: DateMention) -> DatedEvent | None:
    """ "The plague of 1710 killed half of Elmsford": in which year did a plague kill half of Elmsford?"""
    words, i = sentence.words, sentence.word_at(date.span.start)
    clause = u.clause_at(sentence, date.span.start)
    if i < 3 or clause is None or clause.subject != (i - 3, i + 1) or words[clause.verb.finite].tag != "VBD":
        return None
    if (
        words[i - 3].lower != "the"
        or words[i - 1].lower != "of"
        or words[i - 2].tag != "NN"
        or clause_guard(sentence, clause)
    ):
        return None
    rest = standing_predicate(u, sentence, clause, predicate_end(words, clause), (), _LONGEST)
    if rest is None or not any(w[0].isupper() and w not in MONTHS for w in rest.split()):
        return None
    noun = words[i - 2].text
    subject = f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"
    asked = inverted(u.text, words, clause, subject, rest)
    return event(u, date, "of-subject", asked, asked, 0.8)


def _recurs(u: Understanding, date: DateMention, phrase: str) -> bool:
    """Whether the event is named again with another year."""
    named = phrase.removeprefix("The ").removeprefix("the ")
    known = _recurring(u)
    if named not in known:
        at = list(u.places(named))
        years = {
            d.value.year for a in at for d in u.dates_by_sentence.get(u.sentence_at(a).index, ()) if d.value is not None
        }
        known[named] = len(at) > 1 and len(years) > 1
    return known[named] and date.value is not None


@once
def _recurring(u: Understanding) -> dict[str, bool]:
    """Whether an event recurs, for those asked about so far."""
    return {}


def _definite(phrase: str) -> str:
    return lowered_article(phrase) if phrase.lower().startswith(("the ", "a ", "an ")) else f"the {phrase}"


def event_noun(u: Understanding, sentence: Sentence, date: DateMention) -> DatedEvent | None:
    """ "the opening of the railway today": an action named by a noun, with the day right behind it, or inside."""
    words = sentence.words
    i, behind = sentence.word_at(date.span.start), sentence.word_at(date.span.end - 1) + 1
    last = i - 1 - (words[i - 1].lower in ("on", "in"))
    if last < 1 or not (words[last].is_noun or words[last].tag == ")"):
        return None
    if behind < len(words) and words[behind].lower == "of":
        return _dated_inside(u, sentence, date, last, behind)
    clause = u.clause_at(sentence, date.span.start)
    if last < 2 or (clause is not None and clause.verb.end <= i and clause.verb.end > 0 and i > clause.verb.start):
        return None  # behind the verb a date may belong to it
    start = _action_start(words, last, noun_phrase_start(words, last))
    phrase = name_the_pair(text_of(u.text, words, start, last + 1), u.aliases)
    head = next((w.lower for w in words[start:last] if w.tag in ("NN", "VBG", "NNS")), "")
    if not is_action(head) or head not in phrase.partition(" of ")[0].lower().split():
        return None
    return _of_action(u, sentence, date, head, phrase)


def _dated_inside(u: Understanding, sentence: Sentence, date: DateMention, last: int, behind: int) -> DatedEvent | None:
    """ "the founding in 1942 of the Harbour Project"."""
    words = sentence.words
    start, head = noun_phrase_start(words, last), words[last].lower
    end = noun_phrase_end(words, behind + 1)
    if not is_action(head) or words[start].lower != "the" or end == behind + 1:
        return None
    phrase = f"{text_of(u.text, words, start, last + 1)} {text_of(u.text, words, behind, end)}"
    return _of_action(u, sentence, date, head, name_the_pair(phrase, u.aliases))


def _action_start(words: Sequence[Word], last: int, start: int) -> int:
    """Where "the addition of a mast *at the top of the tower*" begins, where nothing but nouns stands between."""
    for i in range(start - 1, max(0, start - _REACH), -1):
        if words[i].tag not in ("DT", "NN", "NNS", "NNP", "JJ", "IN", "VBG") or words[i].text == ",":
            break
        if is_action(words[i].lower) and words[i + 1].lower == "of" and words[i - 1].lower == "the":
            return i - 1
    return start


def _of_action(u: Understanding, sentence: Sentence, date: DateMention, head: str, phrase: str) -> DatedEvent | None:
    phrase = with_topic(u, sentence, phrase)
    if not stands_alone(phrase):
        return None
    if head in _TO_OFFICES and " as " not in phrase and not title_mark(phrase.partition(" of ")[2].split()[0].lower()):
        return None  # the election of Anna Roe: to what?
    return event(u, date, "event-noun", phrase, event_clause(_lowered(phrase)))


def _lowered(phrase: str) -> str:
    return phrase[:1].lower() + phrase[1:] if phrase.startswith(("The ", "A ")) else phrase
