"""What a clause tells, as the tail of a question about its date."""

from __future__ import annotations

import re
from itertools import pairwise

from quizgen.kinds.date.content import content
from quizgen.kinds.date.lifespans import in_brackets
from quizgen.language.asking import inverted, predicate_end, text_of
from quizgen.language.calendar import DateMention, Role
from quizgen.language.clauses import Clause, ClauseKind
from quizgen.language.inflection import base_form
from quizgen.language.nominal import is_action, is_plural
from quizgen.language.pattern import Pattern
from quizgen.language.predicate import standing_predicate
from quizgen.language.sentences import Sentence
from quizgen.language.understanding import Understanding
from quizgen.language.words import Word
from quizgen.model.document import Span

_BEFORE_DATE = frozenset(["in", "on", "at", "during", "early", "late", "mid", "this", "the", "of", "around"])
_COUNTS = frozenset("two three four five six several".split())
_COUNTED = Pattern(r"\b(?:two|three|four|five|six|several)\b", re.IGNORECASE)
"""What a colon spells out."""
_LONGEST_LIST = 16
_SPELLS = frozenset(["years", "months", "weeks", "days"])
_TIMES = frozenset("day days week weeks month months year years decade decades season morning evening night".split())
_MARKS = frozenset(["``", "''", '"'])
_PAIRED = frozenset(["NN", "NNS", "NNP", "DT", "JJ", "IN"])
"""What the second of two things begins with."""
_FINDING = frozenset(["find", "rule", "announce", "declare", "decide", "discover", "prove"])
_SAYING = frozenset("say tell add note state remark declare explain claim urge".split())
_DECLARED = frozenset("war bankruptcy independence victory peace martial".split())
"""What is declared, and is an event by that."""
_BOTH = Pattern(r"\bboth (?:[a-z]+ )?(?:countries|nations|states|sides|parties|companies|bodies)\b", re.IGNORECASE)
"""Two that only the text before tells of."""
_ASIDE = Pattern(r", (?:their|its|his|her) [a-z]+ being .*$")
"""What was so at the same time: signed a treaty, *their example being followed by Peru*."""
_OPEN_BRACKET = Pattern(r" ?\([^()]*$")
"""A bracket of which only the beginning stands in the clause."""
_AROUND = frozenset("after before since until following upon with despite".split())
_JOINED_UP = frozenset("against at by for from in into on to under".split())
_ASKING = frozenset(["ask", "wonder", "inquire", "enquire"])
_ASKED = Pattern(r" (?:to|for|about|whether|if|why|how) ")
INTRANSITIVE = frozenset(
    "die open close begin start end collapse retire resign marry arrive return fall explode burn erupt merge dissolve "
    "graduate emerge appear meet gather surrender sink land disband abdicate premiere debut crash vanish expire "
    "last reign exist fail cease arise disappear".split()
)
"""Verbs that tell enough without an object, and that nobody does to anything."""
_ELSEWHERE = frozenset(["CC", "VBD", "VBZ", "VBN", "MD"])
"""What tells that behind the comma after a date another clause goes on."""
_OPENING = 40
_DASH = Pattern(r"\)?\s*(?:[–—-]|--)\s")
"""What parts the day of a dateline, among the first characters of a sentence, from what is told."""
_LEFT_OVER = frozenset(
    "even just only especially along that dated , shortly soon immediately long moments partly largely mostly".split()
)
"""Words that cannot end a question: they belonged to what is cut off."""
_NEEDS_OBJECT = frozenset("announce insist write argue warn deliver cite found".split())
"""Verbs that without an object behind them tell nothing."""
_OBJECTS = frozenset(["VBG", "TO", "NN", "NNS", "NNP", "DT", "PRP$", "JJ"])
"""What opens an object that is cut off with what follows it."""
_NOTHING_TOLD = Pattern(
    r"^(?:an?|the) (?:[a-z-]+ ){0,3}(?:statement|speech|interview|letter|report|meeting|conference|address|rally|"
    r"question|visit|call|announcement|remark|apology|project|programme|program|campaign|initiative|plan|scheme|study|"
    r"survey|event|ceremony|partnership|contract|treaty|memorandum|workshop|service|website|product|concert|"
    r"exhibition|tour|trip|job|deal|course|class|team|group|company|firm|business|shop|film|book|song|album|paper)s?$"
    r"|^(?:an?|the) (?:proposal|request|agreement|decision|motion)$"
    r"|^an? (?:report|letter|note|message)s? to (?:(?! that )[^,])*$"
)
"""What many do any day: gave a speech."""
_WORK = frozenset("work production fighting talks negotiations trading training voting digging tests".split())
"""What tells nothing without the thing it is done to."""
_NAMED = Pattern(r"[A-Z]")
_PART_OF_WHICH = Pattern(r", (?:[a-z]+ ){0,2}(?:half|most|some|many|all|none|one|two|three)$")
"""What is left of ", almost half of which ..."."""
_UNTOLD = Pattern(
    r"\b(?:what|one|someone|something|anyone|those)$|(?<!\bfor )(?<!\bof )\b\w+ (?:years|months|weeks|days)$"
    r"|\bunder (?:criticism|fire|attack|scrutiny|pressure|investigation)$"
    r"|\bmake sure\b(?!.*\b(?:is|are|was|were|can|could|will|would|has|have|had|gets?|do|does)\b)"
    r"|\bin line$|\b(?:the following|as much in)\b|\b(?:was|were|is|are|be|been|had|has|have|will|would|than)$",
    re.IGNORECASE,
)
"""What only the text around can tell."""
_LONGEST = 26
"""Words in a question, at the most, before its predicate is cut."""


def asked_of(u: Understanding, sentence: Sentence, clause: Clause, subject: str, first: int, last: int) -> str | None:
    """The clause as the tail of a question, without its date; None where it would point outside."""
    words = sentence.words
    start = first
    while start > 0 and words[start - 1].lower in _BEFORE_DATE and start - 1 >= clause.start:
        start -= 1
    pair = _of_a_pair(u, sentence, clause, first, last)
    begin, end = pair or (clause.verb.end, _predicate_end(u, sentence, clause, last))
    if end < len(words) and words[end].tag in _MARKS:
        end = _before_quoted(words, end)
        if end <= max(begin, last if last > begin else 0):
            return None
    own = Span(words[first].start, words[last - 1].end)
    if begin + 1 < end and words[begin].text == "," and words[begin + 1].tag == "VBG":
        end = begin  # a badge was made | , including a gate
    indefinite = words[begin].lower in ("a", "an", "the") if begin < len(words) else False
    if indefinite and _NOTHING_TOLD.match(text_of(u.text, words, begin, min(end, clause.end), [(start, last)])):
        end = _through_relatives(u, sentence, end)
    if pair is None and _other_date(u, sentence, clause, words[end - 1].end, own):
        return None
    if told := content(u, sentence, clause, first, last):
        return _past(inverted(u.text, words, clause, subject, told), words, clause, subject, told)
    room = _LONGEST - len(subject.split())
    if begin < start and end > last:
        last += _joins_up(words, start, last)
    rest = standing_predicate(u, sentence, clause, end, [(start, last)], room, begin)
    if rest is None and begin < start and last < end:  # gave a park to Lima in 1930 | on the terms that it should stay
        rest = standing_predicate(u, sentence, clause, start, (), room, begin)
    if rest is None or rest.split()[-1:] == ["dated"] or rest == "that" or rest.endswith("as far back"):
        return None
    rest = _spelled_out(u, sentence, end, _without_left_over(_OPEN_BRACKET.sub("", _ASIDE.sub("", rest))))
    rest = rest and re.sub(r"^the following (?=[a-z]+ (?:at|during|before)\b)", "a ", rest)
    if rest is None or _tells_nothing(words, clause, subject, rest):
        return None
    if rest.startswith("its ") and clause.opener == "who":
        return None  # who joined the museum and became its director
    if not rest and not clause.verb.passive and _cut_off(words, clause, (first, start)):
        return None
    asked = _past(inverted(u.text, words, clause, subject, rest), words, clause, subject, rest)
    return asked.replace(" go on to ", " ", 1)


def _through_relatives(u: Understanding, sentence: Sentence, end: int) -> int:
    """The end with the clauses that tell what "a report" was: a report to the king | that showed that salt was dear."""
    words = sentence.words
    for c in u.clauses[sentence.index]:
        if c.start == end and c.opener == "that" and words[c.start - 1].text != ",":
            end = c.end
    return end - (words[end - 1].lower in ("but", "and")) - (words[end - 2].text == ",")


def _joins_up(words: tuple[Word, ...], start: int, last: int) -> bool:
    """Whether a comma behind a date goes with it: reached the final in 1985 | , against Graz."""
    comma = last + 1 < len(words) and words[last].text == "," and words[start - 1].text != ","
    return comma and words[last + 1].lower in _JOINED_UP


def _before_quoted(words: tuple[Word, ...], end: int) -> int:
    """Where a predicate ends before the phrase whose words are quoted: won the prize | for "his discovery"; else 0."""
    at = end - 1
    while at and words[at].tag in ("DT", "PRP$", "JJ"):
        at -= 1
    return at if words[at].lower in ("for", "with", "in", "by") else 0


def _predicate_end(u: Understanding, sentence: Sentence, clause: Clause, last: int) -> int:
    """Where the predicate of a clause ends at the latest, whose date ends before ``last``."""
    words = sentence.words
    end = predicate_end(words, clause, must_reach=min(last, clause.end))
    comma = last < end and words[last].text == ","
    counted = last > clause.verb.main and words[last + 2].lower in _SPELLS if last + 2 < len(words) else False
    inside = last > clause.verb.start or counted  # Ana Reis, on 3 May 2019 | , opened the hall
    if comma and inside and last + 1 < end and (words[last + 1].tag in _ELSEWHERE or counted):
        end = last
    waits = words[clause.verb.end].tag in ("IN", "NNP") and not clause.verb.passive
    if comma and last > clause.verb.end and last + 1 < end and words[last + 1].tag == "DT" and not waits:
        end = last  # was rebuilt in 1958 | , a copy of the first
    if comma and last >= clause.verb.end and end > last + 1 and words[end - 1].tag[:2] == "VB":
        end = last  # on 3 May 1962, | the papers show
    if last + 1 < end and (_another_begins(words, last) or _dated_again(u, sentence, last, end)):
        end = last if last >= clause.verb.end else end
    if end == clause.end:
        end = _with_what_is_said(u, sentence, clause)
    end = _before_half_question(words, clause.verb.end, end)
    return end - (end > clause.verb.end and words[end - 1].lower in ("and", "but", "or", ","))


def _before_half_question(words: tuple[Word, ...], begin: int, end: int) -> int:
    """Where a predicate ends before a "how" that has lost its verb: met the mayor | to discuss how Lima | could."""
    if (
        end < len(words)
        and words[end].tag in ("WRB", "WP")
        and words[end - 1].tag == "VB"
        and words[end - 2].tag == "TO"
    ):
        return max(begin, end - 2)
    asks = next((i for i in range(end - 1, begin - 1, -1) if words[i].tag in ("WRB", "WP")), end)
    lost = end < len(words) and words[end].is_finite and not any(w.is_finite for w in words[asks:end])
    if asks == end or not lost or words[asks + 1].tag == "TO":
        return end
    return asks - 2 if asks - 2 >= begin and words[asks - 2].tag == "TO" else asks


def _dated_again(u: Understanding, sentence: Sentence, last: int, end: int) -> bool:
    """Whether behind the comma after a date another tells when something else was."""
    words = sentence.words
    behind = Span(words[last].start, words[end - 1].end)
    apart = words[last].text == "," and words[last + 1].tag == "IN"
    return apart and any(behind.contains(d.span) for d in u.dates_by_sentence[sentence.index])


def _another_begins(words: tuple[Word, ...], last: int) -> bool:
    """Whether "and" behind a date joins another clause: was printed in 1889 | and those poems display ..."""
    behind = words[last + 1 : last + 4]
    if words[last].lower == "and" and behind[0].tag == "IN":
        return True  # left school in 1948 | and from college
    return words[last].lower == "and" and behind[0].tag in ("DT", "PRP$") and not any(w.lower in _TIMES for w in behind)


def _of_a_pair(u: Understanding, sentence: Sentence, clause: Clause, first: int, last: int) -> tuple[int, int] | None:
    """The part of a predicate of two dates that belongs to one: became mayor in 1871 *and* judge in 1875."""
    words = sentence.words
    times: list[tuple[int, int]] = []
    for date in u.dates_by_sentence[sentence.index]:
        if u.clause_at(sentence, date.span.start) is clause:
            start, end = sentence.word_at(date.span.start), sentence.word_at(date.span.end - 1) + 1
            goes_on = date.role is Role.RANGE_END and times
            times = [*times[:-1], (times[-1][0], end)] if goes_on else [*times, (start, end)]
    if len(times) != 2 or times[0][0] <= clause.verb.end:
        return None
    joint, behind = times[0][1], times[1][1]
    opens = joint + (words[joint].text == ",")
    between = words[opens + 1 : times[1][0]]
    plain = len(between) > 1 and between[-1].lower in ("in", "on", "from") and between[0].tag in _PAIRED
    if not plain or words[opens].lower != "and" or any(w.tag[:1] in ("V", "W", "M") or w.text == "," for w in between):
        return None
    if behind < len(words) and words[behind].tag not in (".", ",", ":"):
        return None
    return (clause.verb.end, joint) if last == joint else (opens + 1, behind)


def _spelled_out(u: Understanding, sentence: Sentence, end: int, rest: str) -> str | None:
    """``rest`` with what a colon behind it spells out in place of "two laws"; None where that does not stand alone."""
    words = sentence.words
    if end >= len(words) or words[end].text != ":" or not _COUNTED.search(rest):
        return rest
    listed = _listed(u, sentence, end + 1)
    return listed if listed and rest.split()[0].lower() in _COUNTS else None


def _tells_nothing(words: tuple[Word, ...], clause: Clause, subject: str, rest: str) -> bool:
    """Whether a predicate lacks what was done, to whom or where, or tells what many do any day."""
    if _UNTOLD.search(rest) or (not rest and words[clause.verb.end : clause.end] and _goes_on(words, clause)):
        return True
    if rest.isdigit() or _BOTH.search(rest) or _BOTH.search(subject):
        return True
    if _NOTHING_TOLD.match(rest) or (clause.opener == "where" and not re.search("[A-Z]", f"{subject} {rest}")):
        return True
    if (is_action(subject.lower()) or subject.lower() in _WORK) and not _NAMED.search(rest):
        return True  # construction began
    if not rest and clause.kind is ClauseKind.RELATIVE and words[clause.start - 1].tag == "IN":
        return True  # the man with whom she met
    if rest.startswith(subject) or (not clause.verb.passive and _lacks_its_object(words, clause, rest)):
        return True
    verb = base_form(words[clause.verb.main].lower)
    if clause.verb.passive:
        return False
    if verb in _ASKING and not _ASKED.search(f" {rest} "):
        return True
    opening = rest.partition(" ")[0]
    stated = verb in ("state", "declare", "explain") and (
        opening in ("his", "her", "its", "a", "an") or opening[:1].isupper() or (opening == "the" and " of " in rest)
    )
    stated = stated or (verb == "declare" and opening in _DECLARED)
    return verb in _SAYING and " that " not in f" {rest} " and not stated


def _cut_off(words: tuple[Word, ...], clause: Clause, dated: tuple[int, int]) -> bool:
    """Whether a verb that stands alone in the question needs an object, or has lost it: began | taking calls."""
    behind = clause.verb.end
    needs = base_form(words[clause.verb.main].lower) not in INTRANSITIVE
    return needs or (behind not in dated and behind < len(words) and words[behind].tag in _OBJECTS)


def _listed(u: Understanding, sentence: Sentence, start: int) -> str:
    """What a colon tells by name, where it is short: two laws: | the Mill Act and the Harbour Act."""
    words = sentence.words[start:-1]
    short = 0 < len(words) <= _LONGEST_LIST and not any(w.is_finite or w.tag == ":" for w in words)
    return text_of(u.text, sentence.words, start, start + len(words)) if short and any(w.is_name for w in words) else ""


def _lacks_its_object(words: tuple[Word, ...], clause: Clause, rest: str) -> bool:
    """Whether a verb's object was cut off, or stands before it: announced | by letter."""
    opening = rest.partition(" ")[0]
    told = " that " in rest
    return (
        not told
        and base_form(words[clause.verb.main].lower) in _NEEDS_OBJECT
        and opening in ("by", "in", "at", "on", "via", "")
    )


def _goes_on(words: tuple[Word, ...], clause: Clause) -> bool:
    """Whether what the subject began stands behind the verb: began | airing the film."""
    return words[clause.verb.end].tag in ("VBG", "TO")


def _without_left_over(rest: str) -> str:
    words = _PART_OF_WHICH.sub("", rest).split()
    while words and words[-1].lower() in _LEFT_OVER:
        words.pop()
    return " ".join(words).rstrip(",")


def _with_what_is_said(u: Understanding, sentence: Sentence, clause: Clause) -> int:
    """Where a clause ends together with the "that" clause it takes: discovered that ..."""
    words, behind = sentence.words, clause.verb.end
    found = base_form(words[clause.verb.main].lower) in _FINDING
    for c in u.clauses[sentence.index]:
        if c.start == clause.end and (c.opener == "that" or (found and c.subject and c.subject[0] == behind)):
            return c.end
    return clause.end


def _other_date(u: Understanding, sentence: Sentence, clause: Clause, end: int, own: Span) -> bool:
    """Whether a second date stands in the same clause, so that it is not sure which is whose."""
    words, subject = sentence.words, clause.subject
    front = words[subject[0]].start if subject and words[0].tag in ("VBN", "VBD", "VBG") else 0  # Built in 1889, it
    return any(
        not own.contains(d.span) and front <= d.span.start < end and not _same_time(u, sentence, d, own)
        and not _of_something_else(sentence, clause, d.span, own)
        and d.role is not Role.NAME and not in_brackets(u, d.span)
        and not (d.span.start - sentence.span.start < _OPENING and _DASH.match(u.text, d.span.end))
        and u.clause_at(sentence, d.span.start) is clause
        for d in u.dates_by_sentence[sentence.index]
    )  # fmt: skip


def _same_time(u: Understanding, sentence: Sentence, other: DateMention, own: Span) -> bool:
    """Whether a time counted from now is told once more by its day: *100 years ago*, on 5 June 1924."""
    here = next((d.value for d in u.dates_by_sentence[sentence.index] if own.contains(d.span) and d.value), None)
    if here is None or other.value is None or not other.relative:
        return False
    apart = u.text[other.span.end : own.start].strip() in (",", ", on", ", in", "on", "in", "this month")
    return apart and other.value.contains(here)


def _of_something_else(sentence: Sentence, clause: Clause, other: Span, own: Span) -> bool:
    """Whether a second time is told of a noun: the 1944 prize, the art of the 1920s; or cannot be the verb's.

    The verb has a time in front already: "*In 1998* the council announced its plan to open a school *in 2001*".
    """
    words = sentence.words
    first, behind = sentence.word_at(other.start), sentence.word_at(other.end - 1) + 1
    before = words[first - 1].lower if first else ""
    lead = words[first - 2].lower if first > 1 and before == "the" else before
    opens = words[clause.start].lower in _AROUND and clause.subject is not None and first < clause.subject[0]
    if opens and own.start > words[clause.verb.main].start:
        return True  # After the war of 1899, Ana Reis left on 3 May 1903
    if lead == "of" or (before in ("the", "a", "'s", "’s") and behind < len(words) and words[behind].is_noun):
        return True
    at = first - 1 - (words[first - 1].lower in ("in", "on", "at", "the")) if first else 0
    in_front = clause.subject is not None and own.end <= words[clause.subject[0]].start and first > clause.verb.end
    between = words[clause.verb.end : first]
    planned = any(a.tag == "TO" and b.tag == "VB" for a, b in pairwise(between))
    deed = any(is_action(w.lower) for w in between)
    return in_front and (planned or deed) and words[at].tag not in ("CC", ",", ":")


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
