"""Dates: an event and its day, month or year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from quizgen.kinds import Kind
from quizgen.language.asking import inverted, lowered_article, predicate_end, text_of
from quizgen.language.calendar import CalendarDate, DateMention, Role
from quizgen.language.clauses import Clause, ClauseKind
from quizgen.language.gazetteer import is_event_head
from quizgen.language.inflection import base_form
from quizgen.language.names import NameKind
from quizgen.language.nominal import event_clause, is_action, is_plural
from quizgen.language.once import once
from quizgen.language.phrases import noun_phrase_start
from quizgen.language.predicate import standing_predicate
from quizgen.language.sentences import Sentence
from quizgen.language.standalone import generic, name_the_pair, owner, pointing, pronoun
from quizgen.language.subject import subject_text
from quizgen.language.understanding import Understanding
from quizgen.language.words import Word
from quizgen.model.document import Span
from quizgen.model.fact import AnswerType, Dropped, Fact, Question

_BEFORE_DATE = frozenset(["in", "on", "at", "during", "early", "late", "this", "the", "of", "around"])
_INVERTING = frozenset(["only", "not", "never", "hardly", "scarcely", "rarely", "seldom", "nor", "neither", "little"])
"""First words after which the verb stands before its subject: "Only then did Norway join"."""
_CONDITIONS = frozenset(["if", "unless", "whether", "until", "than", "once", "lest"])
# Verbs whose object may itself be the dated event: "condemned the attack of 5 May".
_TELLING = frozenset(
    "announce condemn discuss recall remember mention note describe commemorate mark celebrate plan expect schedule "
    "postpone propose predict agree call blame cite report confirm welcome promise believe say tell think know".split()
)
_SAYING = frozenset(["say", "tell", "add", "note", "state", "remark", "declare", "explain", "claim"])
_INTRANSITIVE = frozenset(
    "die open close begin start end collapse retire resign marry arrive return fall explode burn erupt merge dissolve "
    "graduate emerge appear meet gather surrender sink land disband abdicate premiere debut crash vanish expire".split()
)
_CATENATIVE = frozenset(["manage", "begin", "start", "continue", "come", "go", "help", "return", "cease", "refuse"])
_LONGEST = 26
"""Words in a question, at the most, before its predicate is cut."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedEvent(Fact):
    """An event and when it was."""

    when: CalendarDate
    context: str | None = None
    asked: str
    """The event as the tail of a question: "was the treaty signed in Rome"."""
    derived: bool
    """Whether the date comes from outside its expression: "today"."""


def find(u: Understanding) -> Iterator[DatedEvent | Dropped]:
    """Yield the dated events of a document."""
    seen: set[tuple[str, str]] = set()
    for number, dates in sorted(u.dates_by_sentence.items()):
        sentence = u.sentences[number]
        if sentence.heading:
            continue
        for date in dates:
            found = _dated(u, sentence, date)
            if isinstance(found, DatedEvent):
                if (key := (found.asked, found.when.iso)) in seen:
                    continue
                seen.add(key)
            if found is not None:
                yield found


def _dated(u: Understanding, sentence: Sentence, date: DateMention) -> DatedEvent | Dropped | None:
    if date.value is None:
        return None
    if date.role in (Role.RANGE_START, Role.RANGE_END) and _in_brackets(u, date.span):
        return _lifespan(u, sentence, date)
    if date.approximate or date.role not in (Role.PLAIN, Role.NAME):
        return Dropped(rule="clause-date", guard=f"date-role-{date.role.value}".replace(" ", "-"), span=date.span)
    if u.is_quoted(date.span):
        return Dropped(rule="clause-date", guard="quoted", span=date.span)
    if found := _event_of_year(u, sentence, date) or _event_noun(u, sentence, date):
        return found
    return _clause_date(u, sentence, date)


def _in_brackets(u: Understanding, span: Span) -> bool:
    opened = u.text.rfind("(", max(0, span.start - 80), span.start)
    return opened >= 0 and ")" not in u.text[opened : span.start] and ")" in u.text[span.end : span.end + 60]


def _lifespan(u: Understanding, sentence: Sentence, date: DateMention) -> DatedEvent | Dropped | None:
    """ "Marie Curie (7 November 1867 - 4 July 1934)": born the one day, died the other."""
    opened = u.text.rfind("(", max(0, date.span.start - 120), date.span.start)
    closed = u.text.find(")", date.span.end)
    pair = [d for d in u.dates_by_sentence[sentence.index] if opened < d.span.start < closed and d.value]
    name = _before_brackets(u, sentence, opened)
    if len(pair) != 2 or not name or date.value is None:
        return Dropped(rule="lifespan", guard="no-certain-person", span=date.span)
    born = date is pair[0]
    first, last = pair[0].value, pair[1].value
    if first is None or last is None or not 0 < last.year - first.year < 125:
        return Dropped(rule="lifespan", guard="not-a-life", span=date.span)
    return DatedEvent(
        rule="lifespan", subject=f"{'birth' if born else 'death'} of {name}", when=date.value, derived=date.relative,
        asked=f"was {name} born" if born else f"did {name} die", evidence=(u.proof(date.span),), worth=1.3,
        guards=("person", "life-length"),
    )  # fmt: skip


def _before_brackets(u: Understanding, sentence: Sentence, opened: int) -> str:
    """Whose life the brackets at ``opened`` give: the article's own person, or the person named just before."""
    before = u.text[sentence.span.start : opened]
    title = re.sub(r"\s*\([^)]*\)$", "", u.title)
    if title and len(title.split()) <= 5 and title.split()[-1] in before and len(before) < 120 and sentence.index < 3:
        return title
    people = [
        e for m in u.mentions[sentence.index]
        if m.span.end <= opened and (e := u.aliases.at(m)) and e.kind is NameKind.PERSON and opened - m.span.end < 4
    ]  # fmt: skip
    return people[-1].name if people else ""


def _word_index(sentence: Sentence, offset: int) -> int:
    return sentence.word_at(offset)


def _event_of_year(u: Understanding, sentence: Sentence, date: DateMention) -> DatedEvent | None:
    """ "the Warsaw Uprising of 1944": a named event with its year."""
    i = _word_index(sentence, date.span.start)
    words = sentence.words
    if i < 2 or words[i - 1].lower != "of" or not words[i - 2].is_noun or not is_event_head(words[i - 2].lower):
        return None
    floor = max((k + 1 for k in range(i - 2) if words[k].lower == "of"), default=0)
    start = noun_phrase_start(words, i - 2, floor)
    phrase = text_of(u.text, words, start, i - 1)
    if not _stands(phrase) or not any(w.is_name for w in words[start : i - 1]) or date.value is None:
        return None
    if not any(w.is_name and w.lower != words[i - 2].lower for w in words[start : i - 1]) or _recurs(u, date, phrase):
        return None  # "the Games of 1916", and London Games held twice
    return _event(u, sentence, date, "event-of-year", phrase, f"did {_definite(phrase)} take place")


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


def _event_noun(u: Understanding, sentence: Sentence, date: DateMention) -> DatedEvent | None:
    """ "the opening of the railway today": an action named by a noun, with the day right behind it."""
    words = sentence.words
    i = _word_index(sentence, date.span.start)
    last = i - 1 - (words[i - 1].lower in ("on", "in"))
    if last < 2 or not (words[last].is_noun or words[last].tag == ")"):
        return None
    clause = u.clause_at(sentence, date.span.start)
    if clause is not None and clause.verb.end <= i and clause.verb.end > 0 and i > clause.verb.start:
        return None  # behind the verb a date may belong to it
    start = noun_phrase_start(words, last)
    phrase = name_the_pair(text_of(u.text, words, start, last + 1), u.aliases)
    head = next((w.lower for w in words[start:last] if w.tag in ("NN", "VBG", "NNS")), "")
    if not is_action(head) or " of " not in phrase or not _stands(phrase):
        return None
    return _event(u, sentence, date, "event-noun", phrase, event_clause(_lowered(phrase)))


def _lowered(phrase: str) -> str:
    return phrase[:1].lower() + phrase[1:] if phrase.startswith(("The ", "A ")) else phrase


def _stands(phrase: str) -> bool:
    return not (pointing(phrase) or pronoun(phrase) or owner(phrase))


def _event(
    u: Understanding,
    sentence: Sentence,
    date: DateMention,
    rule: str,
    subject: str,
    asked: str,
    worth: float = 1.0,
) -> DatedEvent | None:
    if date.value is None:
        return None
    worth *= {"day": 1.2, "month": 1.0, "year": 1.0}[date.value.granularity]
    return DatedEvent(
        rule=rule, subject=subject, when=date.value, asked=asked, derived=date.relative, worth=worth,
        evidence=(u.proof(date.span),), guards=("plain-date", "not-quoted", "own-clause"),
        context=u.title if u.title and (generic(asked) or not re.search(r"[A-Z]", asked)) else None,
    )  # fmt: skip


def _clause_date(u: Understanding, sentence: Sentence, date: DateMention) -> DatedEvent | Dropped | None:
    """ "The treaty was signed in Rome on 25 March 1957": the date of the clause it stands in."""

    def drop(guard: str) -> Dropped:
        return Dropped(rule="clause-date", guard=guard, span=date.span)

    words = sentence.words
    clause = _when_clause(u, sentence, date) or u.clause_at(sentence, date.span.start)
    if clause is None:
        return drop("no-clause")
    if guard := _clause_guard(sentence, clause):
        return drop(guard)
    first = _word_index(sentence, date.span.start)
    last = _word_index(sentence, date.span.end - 1) + 1
    if guard := _attachment_guard(words, clause, first, last):
        return drop(guard)
    subject = subject_text(u, sentence, clause)
    if subject is None:
        return drop("subject-not-certain")
    asked = _asked(u, sentence, clause, subject, first, last)
    if asked is None:
        return drop("predicate-points-outside")
    worth = {ClauseKind.MAIN: 1.0, ClauseKind.JOINED: 0.95}.get(clause.kind, 0.85)
    return _event(u, sentence, date, "clause-date", asked, asked, worth)


def _when_clause(u: Understanding, sentence: Sentence, date: DateMention) -> Clause | None:
    """The clause of "on 4 July 2012, when the experiments announced ...": its date stands before it."""
    after = _word_index(sentence, date.span.end - 1) + 1
    if after < len(sentence.words) and sentence.words[after].text == ",":
        after += 1
    return next((c for c in u.clauses[sentence.index] if c.start == after and c.opener == "when"), None)


def _clause_guard(sentence: Sentence, clause: Clause) -> str:
    """Why a clause tells of no past event; empty where it does."""
    words, verb = sentence.words, clause.verb
    finite = words[verb.finite]
    if sentence.words[-1].text == "?":
        return "question"
    if words[0].lower in _INVERTING:
        return "inversion"
    if finite.tag == "MD":
        return "modality"
    if any(w.lower in ("not", "never", "n't") or w.lower.endswith("n't") for w in words[verb.start : verb.end]):
        return "negation"
    if clause.opener in _CONDITIONS:
        return "conditional"
    if finite.tag not in ("VBD",) and not (finite.lower in ("has", "have") and verb.main > verb.finite):
        return "not-past"
    if clause.kind is ClauseKind.SUBORDINATE and clause.opener in (
        "that",
        "",
        "as",
        "because",
        "although",
        "though",
        "so",
    ):
        return "reported-or-subordinate"
    return ""


def _attachment_guard(words: tuple[Word, ...], clause: Clause, first: int, last: int) -> str:
    """Why the date may belong to something else than the clause's verb; empty where it does not."""
    fronted = clause.subject is not None and first < clause.verb.start and last == clause.subject[0]
    if first and words[first - 1].tag == "POS":
        return "date-as-modifier"
    if (
        not fronted
        and last < len(words)
        and words[last].tag in ("NN", "NNS", "NNP", "POS", "JJ")
        and words[last - 1].lower not in ("today", "yesterday")
    ):
        return "date-as-modifier"
    before = words[first - 1].lower if first else ""
    if before in (
        "of",
        "'s",
        "since",
        "until",
        "by",
        "before",
        "after",
        "from",
        "to",
        "and",
        "for",
        "than",
        "(",
        "through",
    ):
        return "date-of-a-noun"
    if first < clause.verb.start:
        inserted = clause.subject is not None and clause.subject[1] <= first
        return "date-of-an-insertion" if inserted and clause.kind is not ClauseKind.JOINED else ""
    between = words[clause.verb.end : first]
    main = base_form(words[clause.verb.main].lower)
    infinitive = any(a.tag == "TO" and b.tag == "VB" for a, b in pairwise(between))
    if infinitive and main not in _CATENATIVE and not any(w.lower in ("first", "last", "only") for w in between):
        return "infinitive-between"
    if any(b.tag == "VBG" and a.tag in ("IN", ",") and b.lower != "being" for a, b in pairwise(between)):
        return "participle-between"
    if any(
        w.tag == "VBN" and between[i + 1 : i + 2] and between[i + 1].lower in ("by", "in", "at", "on")
        for i, w in enumerate(between)
    ):
        return "participle-between"
    if main in _TELLING and any(is_event_head(w.lower) for w in between):
        return "event-as-object"
    if any(w.text == "(" for w in between) and not any(w.text == ")" for w in between):
        return "in-brackets"
    return ""


def _asked(u: Understanding, sentence: Sentence, clause: Clause, subject: str, first: int, last: int) -> str | None:
    """The clause as the tail of a question, without its date; None where it would point outside."""
    words = sentence.words
    start = first
    while start > 0 and words[start - 1].lower in _BEFORE_DATE and start - 1 >= clause.start:
        start -= 1
    end = predicate_end(words, clause, must_reach=min(last, clause.end))
    if end == clause.end:
        end = _with_what_is_said(u, sentence, clause)
    if end > clause.verb.end and words[end - 1].lower in ("and", "but", "or", ","):
        end -= 1
    if end < len(words) and words[end].tag in ("``", "''", '"'):
        return None
    if _other_date(u, sentence, clause, words[end - 1].end, words[first].start):
        return None
    room = _LONGEST - len(subject.split())
    rest = standing_predicate(u, sentence, clause, end, [(start, last)], room)
    if rest is None or (base_form(words[clause.verb.main].lower) in _SAYING and " that " not in f" {rest} "):
        return None
    if not rest and not clause.verb.passive and base_form(words[clause.verb.main].lower) not in _INTRANSITIVE:
        return None
    return _past(inverted(u.text, words, clause, subject, rest), words, clause, subject, rest)


def _with_what_is_said(u: Understanding, sentence: Sentence, clause: Clause) -> int:
    """Where a clause ends together with the "that" clause it takes: discovered that ..."""
    return next((c.end for c in u.clauses[sentence.index] if c.opener == "that" and c.start == clause.end), clause.end)


def _other_date(u: Understanding, sentence: Sentence, clause: Clause, end: int, own: int) -> bool:
    """Whether a second date stands in the same clause, so that it is not sure which is whose."""
    return any(
        d.span.start != own and d.span.start < end and d.role is not Role.NAME
        and u.clause_at(sentence, d.span.start) is clause
        for d in u.dates_by_sentence[sentence.index]
    )  # fmt: skip


def _past(asked: str, words: tuple[Word, ...], clause: Clause, subject: str, rest: str) -> str:
    """With a date the perfect becomes the past: "had Higgs predicted" -> "did Higgs predict"."""
    group = clause.verb
    if words[group.finite].lower not in ("had", "has", "have") or group.main == group.finite:
        return asked
    main = words[group.main]
    if main.lower == "been":
        return " ".join(f"was {subject} {rest}".split())
    if group.passive:
        return " ".join(f"{'were' if is_plural(subject) else 'was'} {subject} {main.text} {rest}".split())
    return " ".join(f"did {subject} {base_form(main.lower)} {rest}".split())


def ask(fact: DatedEvent, u: Understanding) -> Iterator[Question]:
    """Yield when it was."""
    opening = {"day": "On what date", "month": "In which month", "year": "In which year"}[fact.when.granularity]
    yield Question(
        aspect="when", text=f"{opening} {fact.asked}?", answer=fact.when.spoken, value=fact.when.iso,
        type=AnswerType.DATE, derived=fact.derived, context=fact.context,
    )  # fmt: skip


KIND = Kind(
    name="date",
    rules=("clause-date", "event-of-year", "event-noun", "lifespan"),
    find=find,
    ask=ask,
    worth=1.1,
)
