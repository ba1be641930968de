"""The counted and the measured in a document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizgen.kinds.quantity.amount import Amount, amount_at, others
from quizgen.kinds.quantity.guards import amount_guard, is_of_one_day
from quizgen.language.asking import inverted, predicate_end, text_of, verb_text
from quizgen.language.clauses import Clause, ClauseKind
from quizgen.language.inflection import base_form
from quizgen.language.lexicon import guess, tags_of
from quizgen.language.pattern import Pattern
from quizgen.language.predicate import standing_predicate
from quizgen.language.sentences import Sentence
from quizgen.language.standalone import anaphoric, owner, pointing, pronoun
from quizgen.language.subject import subject_text
from quizgen.language.understanding import Understanding
from quizgen.language.words import Word
from quizgen.model.document import Span
from quizgen.model.fact import Dropped, Fact

_LONGEST = 24
_TELLING = 14
"""Words of a question without a name from which it tells of what was."""
_LEAST = 3
"""Counts below are too easily guessed."""
_TIMES = frozenset(
    "year month week day hour minute second decade century percent time age o'clock degree point side other cent "
    "dollar pound euro yen share".split()
)
"""What is counted here belongs to a date, or is only a share or a price of something else."""
_EMPTY = frozenset("way thing reason kind type sort option question step factor aspect occasion case example".split())
"""What is counted here tells nothing."""
_FLEETING = Pattern(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:last|this|next) \w+ year|so far|to date|already|still)\b"
)
"""What makes a count true of one day only."""
_OF_WHICH = Pattern(
    r"\bthe (?:state|city|country|company|club|team|group|party|school|university|church|village|town|firm)['’]s\b"
)
"""What belongs to something that only the text before names."""
_TOLLS = {
    "died": "died", "have died": "died", "were killed": "were killed", "have been killed": "were killed",
    "were injured": "were injured", "have been injured": "were injured",
}  # fmt: skip
"""What befalls people, in the past of a question."""
_UPON = frozenset(["after", "when", "as"])
_VICTIMS = frozenset("people persons passengers workers miners soldiers children students men women residents".split())
_NO_REST = ("and ", "or ", "as well", "of ", "including ", "more than ", "less than ", "fewer than ", "worth ")
"""What still belongs to the amount behind it."""
_FURTHER = frozenset("other more additional further others fewer".split())
"""What is counted beside something else."""
_MEASURES = {"long": "long", "high": "high", "tall": "tall", "wide": "wide", "deep": "deep"}
_SIZED = frozenset("investment package loan grant fund contract deal budget donation gift programme program".split())
"""What is told by its sum."""
_UNITS = frozenset(
    "metre metres meter meters kilometre kilometres kilometer kilometers km m mile miles foot feet ft".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity(Fact):
    """So many or so much of something."""

    asked: str
    """The whole question."""
    answer: str
    number: str
    """The amount for machines."""
    choices: tuple[str, ...]


def find(u: Understanding) -> Iterator[Quantity | Dropped]:
    """Yield the amounts of which a document tells what they count."""
    for sentence in u.sentences:
        if sentence.heading or sentence.asks or not sentence.counts:
            continue
        for i, word in enumerate(sentence.words):
            if word.tag == "CD" and (amount := amount_at(sentence.words, i)) and not _is_dated(u, sentence, amount):
                found = _quantity(u, sentence, amount)
                if found is not None:
                    yield found


def _is_dated(u: Understanding, sentence: Sentence, amount: Amount) -> bool:
    """Whether the number is part of a date or of a name."""
    words = sentence.words
    span = Span(words[amount.start].start, words[amount.end - 1].end)
    if any(d.span.overlaps(span) for d in u.dates_by_sentence.get(sentence.index, ())):
        return True
    return any(m.span.overlaps(span) for m in u.mentions[sentence.index])


def _quantity(u: Understanding, sentence: Sentence, amount: Amount) -> Quantity | Dropped | None:
    words = sentence.words
    span = Span(words[amount.start].start, words[amount.end - 1].end)
    clause = u.clause_at(sentence, span.start)
    if clause is None or amount.value < _LEAST or amount.end >= len(words):
        return None
    if guard := amount_guard(u, sentence, clause, amount):
        return Dropped(rule="counted", guard=guard, span=span)
    for rule in (_toll, _sum, _sized_object, _measure, _counted_subject, _counted_object):
        if found := rule(u, sentence, clause, amount):
            return found
    return Dropped(rule="counted", guard="nothing-that-stands-alone", span=span)


def _fact(u: Understanding, sentence: Sentence, rule: str, asked: str, answer: str, amount: Amount) -> Quantity | None:
    asked = " ".join(asked.split())
    if (
        pointing(asked)
        or pronoun(asked)
        or _FLEETING.search(asked)
        or _OF_WHICH.search(asked)
        or _lacks_noun(asked)
        or len(asked.split()) > _LONGEST + 4
    ):
        return None
    first = sentence.span.start
    answer, small = answer[:1].lower() + answer[1:], amount._replace(figures=amount.figures.lower())
    return Quantity(
        rule=rule, subject=asked, evidence=(u.proof(Span(first, first + 1)),), asked=asked, answer=answer,
        number=f"{amount.value:g}" if amount.value < 10**6 else str(int(amount.value)),
        choices=tuple(others(small, answer)), guards=("own-clause", "stands-alone", "not-a-date"),
    )  # fmt: skip


def _lacks_noun(asked: str) -> bool:
    """Whether the question breaks off before a noun that stands in quotation marks: "took part in a nationwide?"."""
    *_, article, last = asked.rstrip("?").split()
    return article.lower() in ("a", "an", "the") and (tags_of(last) or guess(last))[0] == "JJ"


def _counted_end(sentence: Sentence, amount: Amount) -> int | None:
    """The index behind the plural noun that is counted; None for what is not counted, or told by "of the"."""
    words, i = sentence.words, amount.end
    while i < len(words) and words[i].tag in ("JJ", "NN", "NNP", "VBN", "VBG") and i - amount.end < 4:
        i += 1
    if (
        words[amount.end].lower in _FURTHER
        or i >= len(words)
        or words[i].tag != "NNS"
        or base_form(words[i].lower) in _TIMES
        or words[i].lower in _UNITS
    ):
        return None
    noun = words[i].lower
    if noun.removesuffix("s") in _TIMES | _EMPTY or (i + 1 < len(words) and words[i + 1].tag in ("POS", "NNS", "NN")):
        return None
    return i + 1


def _toll(u: Understanding, sentence: Sentence, clause: Clause, amount: Amount) -> Quantity | None:
    """ "Ten people have died after a ferry sank off Lima": how many people died after a ferry sank off Lima?"""
    words, end, verb = sentence.words, amount.end, _verbs(sentence, clause)
    if verb not in _TOLLS or clause.verb.start != end + 1 or amount.start not in (0, clause.start):
        return None
    counted, start = words[end].lower, clause.verb.end
    if counted not in _VICTIMS or start >= len(words) or words[start].lower not in _UPON:
        return None
    stop = next((i for i in range(start, len(words)) if words[i].tag in (",", ".", ":")), len(words))
    told = text_of(u.text, words, start, stop)
    happened = [w for w in words[start:stop] if w.tag in ("VBD", "VBN")]
    if len(happened) != 1 or pronoun(told) or anaphoric(f"{told} .") or not re.search("[A-Z]", told):
        return None
    asked = f"How many {counted} {_TOLLS[verb]} {told}?"
    return _fact(u, sentence, "toll", asked, text_of(u.text, words, amount.start, amount.end), amount)


def _verbs(sentence: Sentence, clause: Clause) -> str:
    """The verb group of a clause in lower case."""
    return " ".join(w.lower for w in sentence.words[clause.verb.start : clause.verb.end])


def _counted_subject(u: Understanding, sentence: Sentence, clause: Clause, amount: Amount) -> Quantity | None:
    """ "104 men completed the voyage": how many men completed the voyage?"""
    words, end = sentence.words, _counted_end(sentence, amount)
    if end is None or clause.subject is None or clause.kind is not ClauseKind.MAIN:
        return None
    if not (clause.subject[0] >= amount.start and end <= clause.subject[1]) or clause.subject[0] > amount.end:
        return None
    if is_of_one_day(u, sentence, clause) or clause.subject[0] > 0:
        return None  # in Kentucky, | 55 delegates
    rest = standing_predicate(u, sentence, clause, predicate_end(words, clause), [], _LONGEST)
    counted = text_of(u.text, words, amount.end, clause.subject[1])
    if (
        rest is None
        or words[clause.verb.end].text == ","
        or anaphoric(f"{rest} .")
        or owner(counted)
        or len(rest.split()) < 2
    ):
        return None
    asked = f"How many {counted} {verb_text(words, clause)} {rest}?"
    return _fact(u, sentence, "counted-subject", asked, text_of(u.text, words, amount.start, amount.end), amount)


def _counted_object(u: Understanding, sentence: Sentence, clause: Clause, amount: Amount) -> Quantity | None:
    """ "The university has 94,000 students": how many students does the university have?"""
    words, end = sentence.words, _counted_end(sentence, amount)
    if end is None or amount.start != clause.verb.end or clause.verb.passive:
        return None
    if words[clause.verb.main].lower in ("was", "were", "is", "are", "became"):
        return None
    subject = subject_text(u, sentence, clause)
    if subject is None or is_of_one_day(u, sentence, clause) or (end < len(words) and words[end].is_finite):
        return None
    stop = max(predicate_end(words, clause, must_reach=end), end)
    if end < len(words) and words[end].text == ",":
        stop = end  # has a hundred members | , two from each state
    rest = standing_predicate(u, sentence, clause, stop, [(amount.start, end)], _LONGEST - len(subject.split()))
    if rest is None or rest.startswith(_NO_REST) or anaphoric(f"{rest} ."):
        return None
    counted = text_of(u.text, words, amount.end, end)
    told = inverted(u.text, words, clause, subject, rest)
    if u.reference and words[clause.verb.finite].lower in ("has", "have") and clause.verb.main > clause.verb.finite:
        told = f"did {subject} {base_form(words[clause.verb.main].lower)} {rest}".rstrip()  # by the day of the text
    asked = f"How many {counted} {told}?"
    if words[clause.verb.finite].tag == "VBD" and not re.search(r"[A-Z]", asked[1:]) and len(asked.split()) < _TELLING:
        return None  # how many workers did officials send?
    return _fact(u, sentence, "counted-object", asked, text_of(u.text, words, amount.start, amount.end), amount)


def _sum(u: Understanding, sentence: Sentence, clause: Clause, amount: Amount) -> Quantity | None:
    """ "The bank lent $175 million to Peru": how much did the bank lend to Peru?"""
    words = sentence.words
    if not any(w.text[0] in "$€£¥" for w in words[amount.start : amount.end]) or amount.start != clause.verb.end:
        return None
    if _is_rate(words, amount) or words[clause.verb.main].lower in ("is", "are", "was", "were"):
        return None
    subject = subject_text(u, sentence, clause)
    if subject is None or clause.verb.passive or is_of_one_day(u, sentence, clause):
        return None
    end, lead = amount.end, "How much"
    if words[end].lower == "in" and end + 1 < len(words) and words[end + 1].tag in ("NN", "JJ", "NNS", "VBG"):
        last = end + 1
        while last < len(words) and words[last].tag in ("JJ", "NN", "NNS", "VBG"):
            last += 1
        if words[last - 1].tag == "NNS":
            return None
        lead, end = f"How much {text_of(u.text, words, end + 1, last)}", last
    stop = max(predicate_end(words, clause, must_reach=end), end)
    stop = end if words[end].text == "," else stop
    rest = standing_predicate(u, sentence, clause, stop, [(amount.start, end)], _LONGEST - len(subject.split()))
    if rest is None or rest.startswith(_NO_REST) or len(rest.split()) + len(lead.split()) < 4:
        return None
    asked = f"{lead} {inverted(u.text, words, clause, subject, rest)}?"
    return _fact(u, sentence, "sum", asked, text_of(u.text, words, amount.start, amount.end), amount)


def _is_rate(words: Sequence[Word], amount: Amount) -> bool:
    """Whether a sum is so much apiece, or the lower end of a range: "$125 a share", "$500 to $2,000"."""
    after = words[amount.end : amount.end + 2]
    ranged = (
        len(after) == 2 and after[0].lower in ("to", "-", "–") and (after[1].tag == "CD" or after[1].text in "$€£¥")
    )
    return ranged or (bool(after) and after[0].lower in ("a", "an", "per", "each", "apiece"))


def _sized_object(u: Understanding, sentence: Sentence, clause: Clause, amount: Amount) -> Quantity | None:
    """ "Orion announced a $4 billion investment in steel": how large an investment in steel did Orion announce?"""
    words, verb = sentence.words, clause.verb
    head = amount.end
    while head < len(words) and words[head].tag in ("JJ", "NN", "VBN", "VBG") and words[head].lower not in _SIZED:
        head += 1
    if head >= len(words) or words[head].lower not in _SIZED or verb.passive or words[verb.finite].tag != "VBD":
        return None
    article = amount.start - 1 - (words[amount.start - 1].lower == "new")
    priced = any(w.text[0] in "$€£¥" for w in words[amount.start : amount.end])
    if not priced or article != verb.end or words[article].lower not in ("a", "an"):
        return None
    subject = subject_text(u, sentence, clause)
    if subject is None:
        return None
    noun = text_of(u.text, words, amount.end, head + 1)
    stop = max(predicate_end(words, clause, must_reach=head + 1), head + 1)
    room = _LONGEST - len(subject.split()) - len(noun.split()) - 4
    rest = standing_predicate(u, sentence, clause, stop, [], room, start=head + 1)
    if rest is None or words[head + 1].tag not in ("IN", "TO") or rest.startswith("over the"):
        return None
    told = inverted(u.text, words, clause, subject, "")
    asked = f"How large {_a(noun)} {noun} {rest} {told}?"
    return _fact(u, sentence, "sized-object", asked, text_of(u.text, words, amount.start, amount.end), amount)


def _a(noun: str) -> str:
    return "an" if noun[0].lower() in "aeiou" else "a"


def _measure(u: Understanding, sentence: Sentence, clause: Clause, amount: Amount) -> Quantity | None:
    """ "The railway is 1,035 kilometres long": how long is the railway?"""
    words, end = sentence.words, amount.end
    if words[clause.verb.main].lower not in ("is", "was") or amount.start != clause.verb.end or end + 1 >= len(words):
        return None
    if words[end].lower not in _UNITS or words[end + 1].lower not in _MEASURES:
        return None
    subject = subject_text(u, sentence, clause)
    if subject is None:
        return None
    answer = text_of(u.text, words, amount.start, end + 1)
    asked = f"How {words[end + 1].lower} {words[clause.verb.main].lower} {subject}?"
    return _fact(u, sentence, "measure", asked, answer, amount)
