"""Who discovered, invented, wrote, designed or founded something."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quizgen.kinds.person.fact import Told
from quizgen.language.asking import predicate_end, text_of
from quizgen.language.clauses import Clause, ClauseKind
from quizgen.language.doer import doers, proof_naming
from quizgen.language.entity import Entity
from quizgen.language.gazetteer import MONTHS
from quizgen.language.inflection import base_form, verb_forms
from quizgen.language.names import Mention, NameKind
from quizgen.language.pattern import Pattern
from quizgen.language.phrases import noun_phrase_end
from quizgen.language.predicate import standing_predicate
from quizgen.language.sentences import Sentence
from quizgen.language.subject import subject_text
from quizgen.language.understanding import Understanding
from quizgen.language.whole import stands_in
from quizgen.language.words import Word
from quizgen.model.document import Span
from quizgen.model.fact import Dropped

_DEEDS = frozenset(
    "discover invent write author compose paint sculpt design build found establish create develop coin formulate "
    "translate patent pioneer isolate compile illustrate defeat assassinate overthrow conquer succeed formulate "
    "commission devise codify engineer".split()
)
"""Verbs of what one person did, and one alone."""
_TO_PEOPLE = frozenset(["defeated", "assassinated", "overthrew", "succeeded", "discovered"])
_MADE = frozenset(
    "vaccine theory method system technique model test machine process language drug treatment law concept alphabet "
    "engine device program programme theorem formula instrument scale code script".split()
)
"""What is developed as a deed: a vaccine, not a rash."""
_HEDGES = frozenset("reputedly reportedly allegedly apparently supposedly possibly probably perhaps never not".split())
_MANY = frozenset("several many some various other numerous more few two three four five six seven eight nine".split())
_WORD_COINED = Pattern(r"the (?P<sort>term|phrase|word|name|expression|slogan) [“\"](?P<word>[^“”\"]{2,80})[”\"]")
_OF_THE_TEXT = frozenset(
    "device machine system method process technique product tool game term name word design concept idea sport dish "
    "drink material instrument weapon engine model test version thing story trick rule form formula recipe".split()
)
"""What is invented and told of before by another name."""
_LONGEST = 20


def deeds(u: Understanding) -> Iterator[Told | Dropped]:
    """Yield the deeds a document tells of persons."""
    for sentence in u.sentences:
        if sentence.heading or sentence.asks:
            continue
        for clause in u.clauses[sentence.index]:
            if base_form(clause.verb.said) in _DEEDS and (found := _deed(u, sentence, clause)):
                yield found


def _deed(u: Understanding, sentence: Sentence, clause: Clause) -> Told | Dropped | None:
    words, verb = sentence.words, clause.verb
    rule = "done-by" if verb.passive else "did"
    span = words[verb.main].span
    if guard := _guard(u, sentence, clause):
        return Dropped(rule=rule, guard=guard, span=span)
    return _done_by(u, sentence, clause) if verb.passive else _did(u, sentence, clause)


def _guard(u: Understanding, sentence: Sentence, clause: Clause) -> str:
    """Why a clause tells of no certain deed; empty where it does."""
    words, verb = sentence.words, clause.verb
    span = Span(words[verb.start].start, words[verb.end - 1].end)
    perfect = verb.main > verb.finite and not verb.passive and verb.said != "coined"
    if words[verb.finite].tag != "VBD" or perfect:
        return "not-past"
    if any(w.lower in _HEDGES for w in (*words[verb.start : verb.end], words[0])):
        return "hedged"
    if clause.subject and any(w.lower in ("with", "others") for w in words[clause.subject[1] : verb.start]):
        return "with-others"
    if clause.kind is ClauseKind.SUBORDINATE and clause.opener not in ("when", "after", "because", "as"):
        return "reported-or-subordinate"
    if u.is_quoted(span) or any(s.content.contains(span) for s in u.speech_about(span)):
        return "reported"
    return ""


def _did(u: Understanding, sentence: Sentence, clause: Clause) -> Told | Dropped:
    """ "Anna Roe designed the Harbour Bridge": who designed the Harbour Bridge?"""
    words, verb = sentence.words, clause.verb
    span = words[verb.main].span
    people = doers(u, sentence, clause)
    if not people or any(p.kind is not NameKind.PERSON for p in people):
        return Dropped(rule="did", guard="nobody-certain", span=span)
    if coined := _coined(u, sentence, clause):
        return _of(u, "did", span, people, f"Who coined {coined}?")
    told = next((c for c in u.clauses[sentence.index] if c.opener == "that" and c.start == verb.end), None)
    end = told.end if told else noun_phrase_end(words, verb.end)
    if end == verb.end or words[verb.end].tag in ("PRP", "PRP$"):
        return Dropped(rule="did", guard="object-not-certain", span=span)
    if _is_somebody(u, sentence, verb.end, end) and words[verb.main].lower not in _TO_PEOPLE:
        return Dropped(rule="did", guard="done-to-somebody", span=span)
    stop = max(end, _stop(words, clause, end))
    rest = standing_predicate(u, sentence, clause, stop, (), _LONGEST)
    if rest is None or rest == "that" or not (told or _is_one(words[verb.end : end], rest, words[verb.main])):
        return Dropped(rule="did", guard="done-by-many", span=span)
    return _of(u, "did", span, people, f"Who {words[verb.main].lower} {rest}?")


def _coined(u: Understanding, sentence: Sentence, clause: Clause) -> str:
    """The word or phrase in quotation marks that somebody coined; empty for other deeds."""
    if clause.verb.said != "coined":
        return ""
    found = _WORD_COINED.match(u.text, sentence.words[clause.verb.end].start, sentence.span.end)
    return f"the {found['sort']} “{found['word'].rstrip('.,')}”" if found else ""


def _is_somebody(u: Understanding, sentence: Sentence, start: int, end: int) -> bool:
    """Whether an object is a person: Kennedy wrote | Linick."""
    words = sentence.words
    return any(
        m.kind is NameKind.PERSON or ((e := u.aliases.at(m)) is not None and e.kind is NameKind.PERSON)
        for m in u.mentions[sentence.index]
        if words[start].start <= m.span.start < words[end - 1].end and m.span.end == words[end - 1].end
    )


def _stop(words: Sequence[Word], clause: Clause, end: int) -> int:
    """Where the predicate ends: founded a firm | , a maker of locks; ", who founded it, | left"."""
    stop = predicate_end(words, clause, must_reach=end)
    inserted = clause.kind is ClauseKind.RELATIVE
    return next(
        (i for i in range(end, stop - 1) if words[i].text == "," and (inserted or words[i + 1].tag != "IN")), stop
    )


def _done_by(u: Understanding, sentence: Sentence, clause: Clause) -> Told | Dropped | None:
    """ "The Harbour Bridge was designed by Anna Roe": who designed the Harbour Bridge?"""
    words, verb = sentence.words, clause.verb
    span = words[verb.main].span
    by = next((i for i in range(verb.end, min(clause.end, verb.end + 10)) if words[i].lower == "by"), 0)
    if not by or by + 1 >= len(words):
        return None
    people, behind = _people_at(u, sentence, by + 1)
    thing = subject_text(u, sentence, clause)
    if thing is None and clause.subject and verb.said == "invented" and _is_invention(words[slice(*clause.subject)]):
        thing = text_of(u.text, words, *clause.subject)
        thing = thing[:1].lower() + thing[1:]
    if not people or thing is None or clause.subject is None:
        return Dropped(rule="done-by", guard="nobody-certain", span=span)
    between = text_of(u.text, words, verb.end, by)
    if (between and not _is_time_or_place(words[verb.end])) or not _is_one(
        words[slice(*clause.subject)], f"{thing} {between}", words[verb.main]
    ):
        return Dropped(rule="done-by", guard="done-by-many", span=span)
    when = text_of(u.text, words, behind, _date_end(u, sentence, behind))
    past = verb_forms(base_form(words[verb.main].lower)).past
    return _of(u, "done-by", span, people, " ".join(f"Who {past} {thing} {between} {when}".split()) + "?")


def _is_invention(thing: Sequence[Word]) -> bool:
    """Whether "the telephone" is what everybody knows, and not what the text told of before: "the device"."""
    plain = len(thing) in (2, 3) and thing[0].lower == "the" and all(w.tag in ("NN", "JJ") for w in thing[1:])
    return plain and thing[-1].lower not in _OF_THE_TEXT


def _is_time_or_place(word: Word) -> bool:
    return word.lower in ("in", "on", "at")


def _date_end(u: Understanding, sentence: Sentence, start: int) -> int:
    """Behind a date that stands at ``start`` with its preposition; ``start`` itself without one."""
    words = sentence.words
    first = start + (start < len(words) and words[start].lower in ("in", "on"))
    for date in u.dates_by_sentence.get(sentence.index, ()):
        if first < len(words) and date.span.start == words[first].start:
            return sentence.word_at(date.span.end - 1) + 1
    return start


def _people_at(u: Understanding, sentence: Sentence, start: int) -> tuple[tuple[Entity, ...], int]:
    """The persons named at ``start`` and the index behind them; none where somebody unknown is among them."""
    words, people = sentence.words, []
    at = start + (words[start].lower == "the")
    while (mention := _person_at(u, sentence, at)) is not None:
        entity = u.aliases.at(mention)
        if entity is None or entity.kind is not NameKind.PERSON:
            return (), start
        people.append(entity)
        at = mention.last + 1
        if at + 1 >= len(words) or words[at].lower != "and":
            break
        at += 1
    else:
        return (), start
    taken = at < len(words) and (words[at].tag in ("POS", "NN", "NNS") or words[at].lower in ("and", "or", "as"))
    return ((), start) if taken else (tuple(people), at)


def _person_at(u: Understanding, sentence: Sentence, i: int) -> Mention | None:
    """The person whose name begins at ``i``, with titles or a calling in front: the engineer Anna Roe."""
    words = sentence.words
    for at in range(i, min(i + 5, len(words))):
        found = next((m for m in u.mentions[sentence.index] if words[at].start in (m.whole.start, m.span.start)), None)
        if found is not None and found.kind in (NameKind.PERSON, NameKind.OTHER):
            return found
        if words[at].tag not in ("NN", "JJ", "NNP") and found is None:
            return None
    return None


def _is_one(thing: Sequence[Word], told: str, verb: Word) -> bool:
    """Whether a thing is one of which there is no second: it has a name, or "the" and of what it is, or a year."""
    if thing[0].lower in _MANY or any(w.tag == "CD" for w in thing[:1]):
        return False
    if verb.lower == "developed" and not any(w.lower in _MADE for w in thing):
        return False
    if verb.lower == "invented" and len(thing) == 2 and thing[1].lower in _OF_THE_TEXT:
        return False  # the device: which one, only the text tells
    if verb.lower == "painted" and " as " in told:
        return False
    if verb.lower == "succeeded" and not re.search(r" as .*(?: of | for |[A-Z])", told):
        return False  # as chairman: of which firm, only the text tells
    if any(w.tag == "NNP" and w.text not in MONTHS for w in thing):
        return True
    if thing[0].lower == "the" and re.search(r" (?:of|for|against|that|which|in) ", told) and len(told.split()) >= 4:
        return True
    if len(thing) == 1 and thing[0].tag == "NN":
        return True  # penicillin
    if thing[0].lower == "the" and (verb.lower in ("invented", "discovered") or thing[1].lower == "first"):
        return True
    return re.search(r"\b\d{4}\b", told) is not None and re.search(r"[A-Z]| (?:of|for|against) ", told) is not None


def _of(u: Understanding, rule: str, span: Span, people: Sequence[Entity], asked: str) -> Told | Dropped:
    if any(stands_in(p.surname, asked) for p in people):
        return Dropped(rule=rule, guard="names-its-answer", span=span)
    evidence = {proof for person in people for proof in proof_naming(u, span, person)}
    return Told(
        rule=rule, subject=asked, evidence=tuple(sorted(evidence)), asked=asked, people=tuple(people),
        guards=("certain-person", "one-thing", "not-reported"),
    )  # fmt: skip
