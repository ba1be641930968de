"""Why a clause tells of no past event, and why a date may not be its verb's."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from quizgen.language.clauses import Clause, ClauseKind
from quizgen.language.gazetteer import MONTHS, WEEKDAYS, is_event_head
from quizgen.language.inflection import base_form
from quizgen.language.nominal import is_action
from quizgen.language.sentences import Sentence
from quizgen.language.words import Word

_INVERTING = frozenset(["only", "not", "never", "hardly", "scarcely", "rarely", "seldom", "nor", "neither", "little"])
"""First words after which the verb stands before its subject: "Only then did Norway join"."""
_CONDITIONS = frozenset(["if", "unless", "whether", "than", "once", "lest"])
_HEDGES = frozenset(
    "reputedly reportedly allegedly apparently supposedly possibly probably perhaps presumably seemingly maybe "
    "ostensibly purportedly appears appeared seems seemed".split()
)
"""What leaves open whether something was so."""
_HABITS = frozenset("regularly often usually frequently repeatedly routinely always sometimes occasionally".split())
_BOUNDS = frozenset(["until", "till", "since", "before", "after", "prior", "following", "despite", "unlike", "like"])
# Verbs whose object may itself be the dated event: "condemned the attack of 5 May".
_TELLING = frozenset(
    "announce condemn discuss recall remember mention note describe commemorate mark celebrate plan expect schedule "
    "postpone propose predict agree call blame cite report confirm welcome promise believe say tell think know thank "
    "praise applaud emphasize emphasise stress underscore congratulate urge highlight express appreciate "
    "outline".split()
)
_FEASTING = frozenset(["celebrate", "mark", "commemorate"])
_FEASTS = frozenset("jubilee anniversary centenary centennial bicentenary bicentennial birthday".split())
"""What has no other day than that on which it is celebrated."""
_LEADING = frozenset("led headed chaired co-chaired accompanied represented".split())
"""Participles that tell who was with somebody, and have no day of their own."""
_PLANNING = frozenset("plan expect schedule promise intend".split())
"""Verbs behind which a date may be that of what was planned."""
_DUE = frozenset("due dated effective expiring maturing starting beginning ending until till since".split())
"""Words in front of a date that make it tell of a thing."""
_RANKS = frozenset("first second third fourth fifth last only".split())
"""What an infinitive belongs to that tells no plan: became the *second* woman to cross the strait."""
_REPORTING = frozenset(["that", "", "as", "so"])
"""What opens a clause that may be but said to be so."""
_RECALLING = frozenset(["recall", "recalled", "recalling", "remember", "remembered", "remembering"])
"""Words of what nobody doubts: it is *recalled* that the mill burned in 1901."""
_CATENATIVE = frozenset(
    ["manage", "begin", "start", "grow", "continue", "come", "go", "help", "return", "cease", "refuse"]
)


def clause_guard(sentence: Sentence, clause: Clause) -> str:
    """Why a clause tells of no past event; empty where it does."""
    words, verb = sentence.words, clause.verb
    finite = words[verb.finite]
    if sentence.asks:
        return "question"
    if words[0].lower in _INVERTING:
        return "inversion"
    if finite.tag == "MD":
        return "modality"
    if any(w.lower in ("not", "never", "n't") or w.lower.endswith("n't") for w in words[verb.start : verb.end + 1]):
        return "negation"
    if any(w.lower in _HEDGES for w in (*words[verb.start : verb.end], *words[verb.end : verb.end + 1], words[0])):
        return "hedged"
    if any(w.lower in _HABITS for w in words[verb.start : verb.end]):
        return "more-than-once"
    if clause.opener in _CONDITIONS:
        return "conditional"
    if finite.tag not in ("VBD",) and not (finite.lower in ("has", "have") and verb.main > verb.finite):
        return "not-past"
    if clause.kind is ClauseKind.SUBORDINATE and clause.opener in _REPORTING and not _is_recalled(sentence, clause):
        return "reported-or-subordinate"
    return ""


def _is_recalled(sentence: Sentence, clause: Clause) -> bool:
    """Whether a "that" clause is only called to mind, and no claim."""
    at = clause.start - 1
    return clause.opener == "that" and at >= 0 and sentence.words[at].lower in _RECALLING


def _bounded(words: tuple[Word, ...], first: int) -> bool:
    """Whether the phrase in front that holds a date tells a bound: until the election of Ann Lee in 2003."""
    start = next((i + 1 for i in range(first - 1, -1, -1) if words[i].text in (",", ";", ":")), 0)
    return words[start].lower in _BOUNDS


def _told_then(words: tuple[Word, ...], clause: Clause, first: int) -> bool:
    """Whether a date in front of a clause is that of the verb before it: said on Friday | the union had won."""
    at = first - 1 - (words[first - 1].lower in ("on", "in")) if first else -1
    return clause.subject is not None and first < clause.subject[0] and at >= 0 and words[at].tag in ("VBD", "VBZ")


def _object_before(words: tuple[Word, ...], start: int) -> bool:
    """Whether a clause is what a noun before it is told by: a deadline | the union had set."""
    return start > 0 and words[start - 1].tag in ("NN", "NNS") and words[start - 1].text not in MONTHS


def without_adverbs(words: Sequence[Word]) -> list[Word]:
    """The words without the adverbs that may stand before a participle: ", *eventually* suppressing"."""
    return [w for w in words if w.tag != "RB"]


def _doubted(words: tuple[Word, ...], first: int) -> bool:
    """Whether only the time of something is not certain: was born in Lima, *probably* on | 6 May 1494."""
    at = first - 1 - (words[first - 1].lower in ("in", "on", "at")) if first else -1
    return at >= 0 and words[at].lower in _HEDGES


def _inserts(words: tuple[Word, ...], last: int) -> bool:
    """Whether behind a date a comma opens what explains the phrase it stands in: by Friday | , a deadline.

    What explains the date itself leaves it the clause's: on 29 July 1948, | the day the Games opened, ...
    """
    if words[last].text != "," or words[last + 1].tag not in ("DT", "NN", "NNS"):
        return False
    return words[last + 2].lower not in ("day", "night", "morning", "evening", "month", "year")


def _half_more(words: tuple[Word, ...], last: int) -> bool:
    """Whether an expression goes on to a length: the previous year | and a half."""
    return [w.lower for w in words[last : last + 3]] == ["and", "a", "half"]


def _told_in_front(words: tuple[Word, ...], clause: Clause, first: int) -> bool:
    """Whether a date in front of a subject is that of what is done there: Built in 1887 as a gate, | it."""
    start = next((i + 1 for i in range(first - 1, clause.start - 1, -1) if words[i].text == ","), clause.start)
    lead = words[start:first]
    verbs = any(
        w.tag in ("VBG", "VBN") or (w.tag == "TO" and a.tag == "VB") for w, a in pairwise([*lead, words[first]])
    )
    return verbs and clause.subject is not None and start < clause.subject[0]


def _apart(words: tuple[Word, ...], clause: Clause, first: int, last: int) -> bool:
    """Whether commas part a date at the end from what the object is told by: made a law, based on X, | on 3 May."""
    comma = first - 1 - (words[first - 1].lower in ("in", "on"))
    ends = last >= len(words) or words[last].tag == "." or words[last].text == ";"
    return ends and comma > clause.verb.end and words[comma].text == "," and clause.kind is ClauseKind.MAIN


def attachment_guard(words: tuple[Word, ...], clause: Clause, first: int, last: int) -> str:
    """Why the date may belong to something else than the clause's verb; empty where it does not."""
    fronted = clause.subject is not None and first < clause.verb.start and last == clause.subject[0]
    main = base_form(words[clause.verb.main].lower)
    if main == "look" and words[clause.verb.end].lower == "forward":
        return "date-of-a-plan"
    if main in _PLANNING and (first >= clause.verb.end or words[clause.verb.end].tag == "TO"):
        return "date-of-a-plan"
    if clause.subject is not None and _object_before(words, clause.subject[0]):
        return "object-before"
    if clause.kind is ClauseKind.JOINED and words[clause.verb.start - 1].text == ",":
        return "joined-by-comma"
    behind = [w.tag for w in words[clause.verb.end : clause.verb.end + 2]]
    if clause.kind is ClauseKind.JOINED and behind[:1] == ["NN"] and behind[1:] in (["NN"], ["NNP"]):
        return "participle-of-a-noun"  # and accused car thief Hugo Reis
    if first and (words[first - 1].tag == "POS" or (words[first - 1].lower == "the" and words[first].text in MONTHS)):
        return "date-as-modifier"  # the July 12, 2016, decision
    if words[last : last + 1] and words[last].tag == "POS":
        return "date-as-modifier"  # today's world
    as_what = words[last : last + 1] and words[last].lower == "as"
    if first == clause.verb.end and as_what and not clause.verb.passive:
        return "date-as-object"  # set Friday as the deadline
    if (
        not fronted
        and last < len(words)
        and words[last].tag in ("NN", "NNS", "NNP", "POS", "JJ")
        and words[last - 1].lower not in ("today", "yesterday")
        and words[last].lower not in ("thanks", "due")
    ):
        return "date-as-modifier"
    if _doubted(words, first):
        return "hedged"
    before = words[first - 1].lower if first else ""
    if clause.opener != "when" and _told_then(words, clause, first):
        return "date-of-the-telling"
    if _half_more(words, last):
        return "length-of-time"
    if before in _DUE or before in (
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
        "into",
        "past",
        "through",
    ):
        return "date-of-a-noun"
    if first < clause.verb.start:
        if _bounded(words, first):
            return "date-of-a-noun"
        if clause.subject is not None and last + 1 < clause.subject[0] and _inserts(words, last):
            return "date-of-an-insertion"
        if _told_in_front(words, clause, first):
            return "date-of-a-participle"
        inserted = clause.subject is not None and clause.subject[1] <= first
        apart = inserted and words[first - 1].lower == "on" and words[first - 2].text == ","
        if apart and last + (words[last].text == ",") == clause.verb.start:
            return ""  # the mayor, on Friday, opened; not: the talks, held on Friday, ended
        return "date-of-an-insertion" if inserted and clause.kind is not ClauseKind.JOINED else ""
    between = words[clause.verb.end : first]
    if _apart(words, clause, first, last):
        return ""
    infinitive = any(a.tag == "TO" and b.tag == "VB" for a, b in pairwise(between))
    alone = len(between) - 1 - (words[first - 1].tag == "IN")  # opened to *shipping* in 1869
    doing = [i for i, (a, b) in enumerate(pairwise(between), 1) if a.tag == "TO" and b.tag == "VBG"]
    if any(i < alone for i in doing):
        return "infinitive-between"  # looked forward to visiting Lima in May
    if any(a.text == "," and b.lower in ("including", "with") for a, b in pairwise(between)):
        return "date-of-an-insertion"
    if infinitive and main not in _CATENATIVE and not any(w.lower in _RANKS or w.tag == "JJS" for w in between):
        return "infinitive-between"
    acts = without_adverbs(between)
    if any(b.tag == "VBG" and a.tag in ("IN", ",") and b.lower != "being" for a, b in pairwise(acts)):
        return "participle-between"
    if any(w.tag in ("WP$", "WDT", "WP") for w in between):
        return "another-clause"
    if any(w.lower in ("since", "until", "till") for w in between):
        return "date-of-a-noun"
    spent = words[first].text in WEEKDAYS and last < len(words) and words[last].tag == "VBG"  # spent Friday fishing
    if first == clause.verb.end and last == first + 1 and (words[first].text in MONTHS or spent):
        return "date-as-object"
    if main != "have" and any(
        w.tag == "VBN"
        and w.lower not in _LEADING
        and (i + 1 == len(between) or between[i + 1].lower in ("by", "in", "at", "on", "with"))
        for i, w in enumerate(between)
    ):
        return "participle-between"
    told = main in _TELLING and any(is_event_head(w.lower) or is_action(w.lower) for w in between)
    if told and not (main in _FEASTING and any(w.lower in _FEASTS for w in between)):
        return "event-as-object"
    if any(w.text == "(" for w in between) and not any(w.text == ")" for w in between):
        return "in-brackets"
    return ""
