"""The predicate of a clause, cut so that it can stand in a question outside the document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quizgen.language.asking import text_of, without_source
from quizgen.language.clauses import Clause, ClauseKind
from quizgen.language.gazetteer import title_mark
from quizgen.language.lexicon import guess, tags_of
from quizgen.language.names import NameKind
from quizgen.language.pattern import Pattern
from quizgen.language.phrases import noun_phrase_start
from quizgen.language.sentences import Sentence
from quizgen.language.standalone import anaphoric, anaphors, name_the_pair, owner, pointing, pronoun, without_links
from quizgen.language.subject import long_offices, subject_range, their_own
from quizgen.language.understanding import Understanding
from quizgen.language.words import Word
from quizgen.model.document import Span

_ADDS = frozenset(["that", "which", "who", "when", "while", "because", "after", "before", "where", "as"])
_OF_WHAT = frozenset(
    "request plan effort attempt right decision bid agreement offer promise order ability proposal refusal permission "
    "vote pledge failure willingness invitation demand need chance".split()
)
"""Nouns that "to" tells what they are of: the request | to send help."""
_BEHIND = "in|on|at|with|from|by|as|and|or|but|during|after|before|into|over|under|through|because|when|while|to|for"
"""Words behind which a noun phrase is over."""
_TELLS_MORE = Pattern(r"\s(?:to|that|who|which|whose|where)\s")
_ASIDE_IN_BRACKETS = Pattern(r" \([a-z]+ [^()]*\)$")
_OF_WHICH = Pattern(r", an? [a-z]+$")
"""What is left of ", a feat which ..."."""
_THEN = Pattern(r"\bthe then (?=[A-Z])")
"""What only the time of the event calls so: the *then* Lima Airport."""
_SELF = Pattern(r" (?:itself|himself|herself|themselves)$")
_RANKS = frozenset(["first", "second", "third", "last", "only", "next", "most"])
_AIMS = frozenset([("with", "a", "view"), ("in", "an", "effort"), ("in", "an", "attempt"), ("in", "a", "bid")])
"""What opens a purpose, which a predicate can do without."""
_UNTOLD = Pattern(
    r"\bthe (?:matter|idea|case|dispute|incident|effect|issue|question|order|award)\b(?! of\b| that\b| for\b)"
)
"""What only the text before has told of, whatever follows it."""
_OWNING = Pattern(r"\bthe (?P<noun>[a-z]+)(?P<mark>['’])s\b")
_ASIDE = frozenset(["for", "with", "at", "after", "by", "despite", "during"])
"""Prepositions that with "his" and "her" only add to a predicate: was knighted by the queen | for his work."""


def standing_predicate(
    u: Understanding, sentence: Sentence, clause: Clause, end: int, without: Sequence[tuple[int, int]], room: int,
    start: int | None = None, then: str = "",
) -> str | None:  # fmt: skip
    """What follows the verb of ``clause``, as long as it can be and still stand alone; None where none does.

    Args:
        u: the document.
        sentence: where the clause stands.
        clause: whose predicate it is.
        end: index of the word it ends before at the latest.
        without: ranges of words to leave out, such as the answer.
        room: how many words it may have.
        start: index it begins at; behind the verb by default.
        then: what will follow it in the question.
    """
    if _lacks_object(sentence.words, clause):
        return None
    begin = clause.verb.end if start is None else start
    ranges = [*without, *long_offices(u, sentence)]
    for cut in _cuts(sentence.words, begin, end):
        if cut < end and sentence.words[cut].text == "," and sentence.words[cut + 1].lower in ("there", "here"):
            continue  # took her daughter, Ida, | there
        if (cut < end and cuts_list(sentence.words, cut)) or _opens_a_clause(sentence.words, begin, cut):
            continue
        if _waits_for_object(sentence.words, cut):
            continue
        rest = without_links(name_the_pair(text_of(u.text, sentence.words, begin, cut, ranges), u.aliases))
        rest = _THEN.sub("the ", _SELF.sub("", _ASIDE_IN_BRACKETS.sub("", rest)))
        behind = sentence.words[cut : cut + 1]
        which = bool(behind) and (behind[0].lower in ("which", "that") or behind[0].tag == "PRP")
        rest = _OF_WHICH.sub("", rest) if which else rest
        rest = with_topic(u, sentence, without_source(their_own(u, sentence, clause, rest)))
        rest = _with_it_named(u, sentence, clause, _with_him_named(u, sentence, begin, cut, rest))
        rest = _with_owner_named(u, sentence, clause, (begin, cut), rest)
        if len(rest.split()) <= room and _stands(u, sentence, clause, f"{rest} {then}".strip()):
            return rest
    return None


def goes_on(u: Understanding, sentence: Sentence, start: int, rest: str) -> bool:
    """Whether a phrase was cut before what tells its noun apart: "the biggest donor to the fund | *that backed him*".

    Args:
        u: the document.
        sentence: where the phrase stands.
        start: index of the word it begins at.
        rest: the phrase.
    """
    whole = u.text[sentence.words[start].start : sentence.span.end]
    return whole.startswith(rest) and _TELLS_MORE.match(whole, len(rest)) is not None


def with_topic(u: Understanding, sentence: Sentence, phrase: str) -> str:
    """A phrase with the name of what an article is about for "the canal", where it can be no other."""
    topic = u.aliases.topic
    if topic is None:
        return phrase
    for owned in _OWNING.finditer(phrase):
        meant = u.coreference.about.called(owned["noun"], sentence.index, sentence.span.end)
        if meant is not None and meant.entities:
            phrase = phrase.replace(owned[0], f"{u.named(meant.text)}{owned['mark']}s", 1)
    for anaphor in dict.fromkeys(anaphors(f"{phrase} .")):
        meant = u.coreference.about.called(anaphor.removeprefix("the "), sentence.index, sentence.span.end)
        if meant is not None:
            name = u.named(meant.text) if meant.entities else meant.text
            phrase = re.sub(rf"\b{anaphor}(?=$|[.,;] | (?:{_BEHIND})\b)", name, phrase)
    return phrase


def _with_him_named(u: Understanding, sentence: Sentence, begin: int, cut: int, rest: str) -> str:
    """A predicate with a name for its one "him" or "her", where it is certain who that is."""
    objects = [w for w in sentence.words[begin:cut] if w.lower in ("him", "her")]
    if len(objects) != 1 or objects[0].tag != "PRP":
        return rest
    who = u.coreference.resolve(objects[0].span, sentence.index)
    return rest if who is None else re.sub(rf"\b{objects[0].text}\b", who.text, rest)


def _with_it_named(u: Understanding, sentence: Sentence, clause: Clause, rest: str) -> str:
    """A predicate with a name for its "it", where the sentence is about the thing that the article is about."""
    topic, main = u.aliases.topic, u.coreference.subject_of(sentence.index)
    apart = clause.subject is not None and clause.subject != u.clauses[sentence.index][0].subject
    if topic is None or not apart or main is None or main.entities != (topic,) or topic.kind is NameKind.PERSON:
        return rest
    return re.sub(rf"\bit(?=$| (?:{_BEHIND})\b)", u.named(topic.name), rest, count=1)


def _with_owner_named(u: Understanding, sentence: Sentence, clause: Clause, place: tuple[int, int], rest: str) -> str:
    """A predicate of a thing with a name for its one "his" or "her": was dedicated to *Ana Reis's* memory."""
    owners = [w for w in sentence.words[slice(*place)] if w.tag == "PRP$"]
    subject = subject_range(u, sentence, clause)
    if len(owners) != 1 or owners[0].lower not in ("his", "her") or subject is None:
        return rest
    words = sentence.words
    place_of = Span(words[subject[0]].start, words[subject[1] - 1].end)
    people = any(m.kind is NameKind.PERSON and m.span.overlaps(place_of) for m in u.mentions[sentence.index])
    whose = u.coreference.resolve(place_of, sentence.index)
    people = people or (whose is not None and any(e.kind is NameKind.PERSON for e in whose.entities))
    if people or any(w.tag == "PRP" or title_mark(w.lower) for w in words[slice(*subject)]):
        return rest  # it may be the subject's
    who = u.coreference.resolve(owners[0].span, sentence.index)
    if who is None or len(who.entities) != 1 or any(name in rest for name in who.entities[0].names):
        return rest
    return re.sub(rf"\b{owners[0].text}\b", f"{who.text}'s", rest)


def relative_dates(u: Understanding, sentence: Sentence) -> list[tuple[int, int]]:
    """Where "yesterday" and "last week" stand alone in a sentence, as indexes of words; a question can do without."""
    return [
        (sentence.word_at(d.span.start), sentence.word_at(d.span.end - 1) + 1)
        for d in u.dates_by_sentence.get(sentence.index, ())
        if d.relative and u.text[: d.span.start].rsplit(maxsplit=1)[-1] not in ("in", "on", "of", "since", "until")
    ]


def _lacks_object(words: Sequence[Word], clause: Clause) -> bool:
    """Whether the object of a clause stands before it: "what the committee described as ..."."""
    if clause.subject is None or clause.opener not in ("what", "which", "whom", "who", "that"):
        return False
    governed = clause.start > 0 and words[clause.start - 1].tag in ("IN", "TO")
    return clause.opener == "what" or (clause.kind is ClauseKind.RELATIVE and not governed)


def _cuts(words: Sequence[Word], begin: int, end: int) -> Iterator[int]:
    """Where a predicate may end: at its end, or before what only adds to it, the longest first."""
    content = _opens_content(words, end)
    if not content:
        yield end
    for i in range(end - 1, begin, -1):
        if _opens_content(words, i):
            content = True
            continue
        if content and words[i].tag == "CC" and i + 1 < end and words[i + 1].tag[:2] == "VB":
            content = False
            yield i
        verb_before = words[i - 1].tag[:1] in "VJM" or i == begin
        verb_before = verb_before or words[i - 1].lower in _OF_WHAT
        purpose = words[i].tag == "TO" and not verb_before and i + 1 < end and words[i + 1].tag == "VB"
        if words[i].text != "," and _needs_telling(words, i):
            continue  # became the first runner | to hold; for the confidence | placed in him
        noun = i - 1 - (words[i - 1].tag == "IN" and words[i].lower == "which")
        common = words[noun].tag in ("NN", "NNS") or words[noun].text.isupper()
        if common and words[i].lower in ("that", "which", "who") and not _is_definite(words, noun):
            continue  # "countries that break the law" are not all countries
        adds = words[i].lower in _ADDS and words[i].tag != "DT"
        owned = words[i].lower in _ASIDE and i + 1 < end and words[i + 1].tag == "PRP$" and not verb_before
        aim = tuple(w.lower for w in words[i : i + 3])
        if purpose or words[i].text == "," or adds or owned or aim in _AIMS or aim[:2] == ("in", "order"):
            yield i


def _is_definite(words: Sequence[Word], noun: int) -> bool:
    """Whether a noun phrase says by a name which thing it is: the British government."""
    start = noun_phrase_start(words, noun)
    own = words[start + 1 : noun]
    return words[start].lower == "the" and any(w.is_name or (w.tag == "JJ" and w.text[0].isupper()) for w in own)


def _opens_content(words: Sequence[Word], i: int) -> bool:
    """Whether what is found out or known begins at ``i``: "find out quickly | where they can"."""
    opens = i < len(words) and words[i].tag == "WRB"
    return opens and words[i - 1].tag in ("RB", "RP") and any(w.tag == "VB" for w in words[max(0, i - 3) : i])


def _needs_telling(words: Sequence[Word], cut: int) -> bool:
    """Whether the noun phrase before a cut is a "first" of its sort, which only what follows tells."""
    start = noun_phrase_start(words, cut - 1)
    lead = words[start : cut - 1]
    return bool(lead) and lead[0].lower == "the" and any(w.lower in _RANKS or w.tag == "JJS" for w in lead)


def _stands(u: Understanding, sentence: Sentence, clause: Clause, rest: str) -> bool:
    if _UNTOLD.search(rest):
        return False
    if pointing(rest) or pronoun(rest) or rest.endswith((" that", " which")):
        return False
    if owner(rest) and not _owned_by_subject(u, sentence, clause, rest):
        return False
    return not (anaphoric(rest) or (rest.startswith("that ") and not _clause_taken(sentence.words, clause)))


def _opens_a_clause(words: Sequence[Word], begin: int, cut: int) -> bool:
    """Whether a cut leaves a "that" clause without its verb: "ruled that the boy, | who was six, should"."""
    opener = next((i for i in range(cut - 1, begin - 1, -1) if words[i].lower == "that" and words[i].tag == "IN"), None)
    return opener is not None and not any(_may_be_verb(w) for w in words[opener + 1 : cut])


def _waits_for_object(words: Sequence[Word], cut: int) -> bool:
    """Whether a verb would lose what it is done to: "a report that stated | that", "by cutting | , in Lima, wages"."""
    if cut < len(words) and words[cut].text == "," and words[cut - 1].tag == "VBG":
        return True
    goes_on = cut < len(words) and words[cut].tag not in (".", ",", ":")
    return goes_on and cut > 1 and words[cut - 1].is_finite and words[cut - 2].lower in ("that", "which", "who")


def _may_be_verb(word: Word) -> bool:
    return word.is_finite or word.tag == "VB" or "VBZ" in (tags_of(word.lower) or guess(word.lower))


def _clause_taken(words: Sequence[Word], clause: Clause) -> bool:
    """Whether "that" right behind the verb opens a clause the verb takes: found | that iron rusts."""
    return clause.verb.end == clause.end < len(words) and words[clause.end].tag == "IN"


def _describes(behind: Sequence[Word]) -> bool:
    """Whether a comma is followed by a description of what stands before it: ", a member of"; ", the first under"."""
    opening = [w.lower for w in behind]
    return bool(opening) and (
        opening[0] in ("a", "an") or opening in (["the", "first"], ["the", "last"], ["the", "only"])
    )


def cuts_list(words: Sequence[Word], cut: int) -> bool:
    """Whether a cut at a comma would leave a list without its last members: "A, B | , and C"."""
    if words[cut].text != "," or _describes(words[cut + 1 : cut + 3]):
        return False
    later = next((w for w in words[cut + 1 :] if w.text in (",", ";", ".") or w.lower in ("and", "or")), None)
    return (
        later is not None and later.lower in ("and", "or", ",") and words[cut + 1].tag not in ("IN", "WDT", "WP", "VBG")
    )


def _is_thing(u: Understanding, sentence: Sentence, place: tuple[int, int]) -> bool:
    """Whether a subject is a body or a place, which nothing is "his" or "her" of."""
    words = sentence.words
    who = u.coreference.resolve(Span(words[place[0]].start, words[place[1] - 1].end), sentence.index)
    if who is not None and who.entities:
        return all(e.kind is not NameKind.PERSON for e in who.entities)
    name = words[place[0]].text
    return place[1] - place[0] == 1 and words[place[0]].is_name and not _is_called(u, name)


def _is_called(u: Understanding, name: str) -> bool:
    """Whether somebody of the document has ``name``."""
    return any(name in person.name.split() for person in u.aliases.people())


def _owned_by_subject(u: Understanding, sentence: Sentence, clause: Clause, rest: str) -> bool:
    """Whether "his", "its" in a predicate can only be the subject's: nobody else of that sort is named before it."""
    place = subject_range(u, sentence, clause)
    if place is None or (owner(rest).lower() in ("his", "her") and _is_thing(u, sentence, place)):
        return False
    words = sentence.words[clause.verb.end : clause.end]
    owns = next((w.start for w in words if w.lower == owner(rest).lower()), sentence.span.end)
    span = Span(sentence.words[clause.verb.end - 1].end, owns)
    sorts = (NameKind.PERSON,) if owner(rest).lower() in ("his", "her") else (NameKind.ORGANISATION, NameKind.PROGRAMME)
    return not any(
        span.contains(m.span) and m.text in rest and (e := u.aliases.at(m)) is not None and e.kind in sorts
        for m in u.mentions[sentence.index]
    )
