"""Where what someone said may end, so that what is kept is whole."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from quizgen.language.asking import counted_act
from quizgen.language.clauses import Clause
from quizgen.language.inflection import base_form
from quizgen.language.lexicon import tags_of
from quizgen.language.predicate import cuts_list
from quizgen.language.sentences import Sentence
from quizgen.language.speech import Manner, Speech
from quizgen.language.speech.names import Rule
from quizgen.language.understanding import Understanding
from quizgen.language.words import Word

_WHAT_FOR = frozenset(
    "reason way chance right ability opportunity need time effort attempt determination readiness willingness "
    "commitment desire intention wish hope plan decision responsibility obligation duty capacity capability power "
    "agreement proposal call pledge promise resolve failure refusal reluctance tendency freedom permission request "
    "invitation order demand ambition aspiration eagerness preparedness potential mandate urge vow move bid "
    "drive".split()
)
"""Nouns that say little without the infinitive behind them."""
_ADJUNCTS = frozenset(["consistent", "subject", "due", "irrespective", "regardless"])
"""Adjectives that open an afterthought."""
_OPEN = frozenset(["VB", "VBP", "VBZ", "IN", "TO", "DT", "PRP$"])
"""Tags of words that cannot close a phrase: "action to ensure | that"."""
_CAUSING = frozenset(
    "encourage urge help allow enable cause force invite ask press push persuade convince require order lead want "
    "expect permit get compel motivate inspire train teach tell warn remind advise prompt drive work cooperate "
    "assign task direct request implore beg".split()
)
"""Verbs whose object does what an infinitive tells."""
_RANKS = frozenset(["first", "second", "third", "last", "only"])
_BEFORE_NOUNS = frozenset("DT POS PRP$ IN".split())
_WHOLE_PARTICIPLES = frozenset("made achieved shown taken done given reached".split())
"""What needs nothing behind it: welcomed the progress *made*."""
_SOON = 8
"""Words behind "and" among which the verb of what else is done stands."""
_LEAD = 4
"""Words before a noun among which its article stands."""
_BE = frozenset("is are was were be been being".split())
_TAKES_AS = frozenset("describe portray characterize characterise depict view regard define".split())
"""Verbs that say nothing of their object without "as"."""
_CHOOSING = frozenset(["suggest", "propose", "nominate", "name", "appoint"])
"""Verbs of which somebody may be the object, chosen "as" something."""
_HELD_AS = frozenset("role position post job work capacity appointment status term tenure nomination career".split())
"""What somebody has "as" something, and which says little without it."""
_OPENERS = frozenset("while although though if when since because whereas unless once after before until as".split())
"""What opens a clause that leans on another."""
_OURS = frozenset(["our", "my", "this", "these", "those"])
_AS = frozenset("long soon far much many well often little few".split())
"""What stands between the two words of "as soon as"."""
_CUT_BEFORE = frozenset(
    ["which", "who", "where", "when", "while", "as", "because", "including", "so", "although", "whose"]
)


def cuts(u: Understanding, sentence: Sentence, speech: Speech) -> list[int]:
    """Offsets at which the content may end, the latest first: its end, and before what only adds to it."""
    words = [w for w in sentence.words if speech.content.start <= w.start and w.end <= speech.content.end]
    clauses = {start for c in u.clauses[sentence.index] if (start := _opens_at(sentence, c)) is not None}
    ends = {speech.content.end}
    comma = next((w for w in words if w.text == ","), None)  # what follows a second one may be of a list
    for before, word in pairwise(words):
        after_comma = before.text in (",", ";", "—", "–", ":")
        if word.lower == "as" and before.lower in _AS:
            continue  # left as soon | as the prayers were over
        if word.lower == "as" and before.lower in _HELD_AS:
            continue  # her role | as the head of the board
        if word.lower == "than" or (word.lower == "as" and (speech.act in _TAKES_AS or speech.act in _CHOOSING)):
            continue
        adds = word.lower in _CUT_BEFORE and word.tag in ("WDT", "WP", "WRB", "IN", "WP$", "VBG", "RB")
        if adds and not after_comma and word.tag in ("WDT", "WP") and _is_definite(words, word):
            adds = False  # "the networks | which traffic them": which networks would be open
        adds = adds or (word.tag == "VBN" and _is_told_apart(words, before) and not _is_contact_clause(words, word))
        purpose = (
            word.tag == "TO"
            and before.is_noun
            and before.lower.removesuffix("s") not in _WHAT_FOR
            and not _is_of_doer(words, word)
            and not _is_made_to(words, word)
            and not _is_what_it_is(words, word)
            and _before_verb(words, word)
        )
        if before.tag in _OPEN or before.lower == "one" or _lacks_object(words, before):
            continue
        if word.lower == "that" and before.tag in ("RB", "VBD", "VBN", "VBZ"):
            continue  # has stated repeatedly | that
        if not after_comma and _is_bare(words, before):
            continue
        if (before.tag == "JJ" and word.tag == "IN") or (
            before.tag == "NNS" and word.lower in ("that", "which", "who")
        ):
            continue  # helpful | in this; principles | that would further them
        listed = before.text == "," and word.tag in ("DT", "NNP") and before is not comma
        opens = word.start in clauses and not listed and not _waits_for_verb(words, word)
        adds = adds or (after_comma and word.lower in (*_ADJUNCTS, "such"))
        adds = adds or (before.text == "," and word.lower == "and" and _acts_behind(words, word))
        if _shares_object(words, before, word) or (word.tag == "WDT" and _is_any(words, before)):
            continue
        if adds or purpose or opens or (after_comma and word.tag in ("VBG", "VBN", "WDT", "IN")):
            ends.add(before.start if after_comma or before.tag == "CC" else word.start)
    for i, word in enumerate(words[1:], 1):  # "persist | in our country", of which only its speaker knows
        if (
            words[i - 1].tag != "VBN"
            and word.tag == "IN"
            and word.lower != "of"
            and any(w.lower in _OURS for w in words[i + 1 : i + 4])
        ):
            ends.add(word.start)
    for word, after in pairwise(words):  # a second thing thanked for: "the meeting | and the agreement"
        if speech.manner is not Manner.ACT or comma is not None or word.lower in ("between", "that"):
            break
        if word.tag == "CC" and after.tag in ("DT", "PRP$"):
            ends.add(word.start)
    examples = next((b.start for b, w in pairwise(words) if b.text == "," and w.lower == "including"), None)
    latest = examples if examples is not None and examples > speech.content.start + 30 else speech.content.end
    return sorted((cut for cut in ends if speech.content.start + 12 < cut <= latest), reverse=True)


def spoils(u: Understanding, sentence: Sentence, speech: Speech, cut: int) -> bool:
    """Whether a cut leaves a list, a plan or a description without what makes it one.

    Args:
        u: the document.
        sentence: where the cut falls.
        speech: the report.
        cut: the offset at which its content would end.
    """
    if speech.act in _TAKES_AS and " as " not in u.text[speech.content.start : cut]:
        return True
    at = bisect_left(sentence.words, cut, key=lambda w: w.start)
    if _tells_half(u.text[speech.content.start : cut]) or (
        cut < speech.content.end and _loses_rank(sentence.words, at)
    ):
        return True
    if cut == speech.content.end and _ends_list_early(sentence.words, at):
        return True
    first = bisect_left(sentence.words, speech.content.start, key=lambda w: w.start)
    if _ends_in_participle(sentence.words, first, at, act=speech.manner is Manner.ACT):
        return True
    whole = speech.rule in (Rule.THAT_CLAUSE, Rule.CLAUSE_BEFORE) or _goes_on(sentence.words, at)
    if cut == speech.content.end and whole:
        return False
    return _cuts_list(sentence.words, at) or _loses_infinitive(u, speech, cut)


def _ends_in_participle(words: Sequence[Word], first: int, at: int, *, act: bool) -> bool:
    """Whether the last word is no verb but describes a noun: "the growth *observed* | when it met had gone"."""
    if act:
        after = words[at].tag if at < len(words) else "."
        return words[at - 1].tag == "VBN" and after == "IN" and words[at - 1].lower not in _WHOLE_PARTICIPLES
    last = words[at - 1]
    if last.tag not in ("VBD", "VBN") or "VBN" not in (tags_of(last.lower) or ("VBN",)):
        return False
    behind = itertools.takewhile(lambda w: w.text not in (".", ";"), words[at:])
    return not any(w.is_finite for w in words[first : at - 1]) and sum(w.is_finite for w in behind) > 1


def _tells_half(kept: str) -> bool:
    """Whether "not only" stands without its "but"."""
    return " not only " in f" {kept} " and not re.search(r"\bbut\b", kept)


def _loses_rank(words: Sequence[Word], at: int) -> bool:
    """Whether a verb would stand without what it is done as: "Reis previously worked | as a cook"."""
    if at >= len(words) or words[at].lower != "as":
        return False
    verb = next((i for i in range(at - 1, -1, -1) if words[i].tag[:2] in ("VB", "MD")), 0)
    return all(w.tag in ("RP", "RB") for w in words[verb + 1 : at])


def _ends_list_early(words: Sequence[Word], at: int) -> bool:
    """Whether the last thing of a list stands behind: "trade, culture, education | , and technical cooperation"."""
    if at + 2 >= len(words) or words[at].text != "," or words[at + 1].lower not in ("and", "or"):
        return False
    listed = sum(w.text == "," for w in words[max(0, at - 2 * _LEAD) : at]) > 0 and words[at - 1].is_noun
    return listed and not any(w.is_finite or w.tag in ("VBN", "VB") for w in words[at + 2 :])


def _goes_on(words: Sequence[Word], at: int) -> bool:
    """Whether behind a comma something else is done: "thanked Peru for its help | , and praised"; no list goes on."""
    if at + 2 >= len(words) or words[at].text != "," or words[at + 1].tag != "CC":
        return False
    behind = itertools.takewhile(lambda w: w.text != ",", words[at + 2 : at + 2 + _SOON])
    return any(w.is_finite for w in behind)


def loses_verb(sentence: Sentence, speech: Speech, cut: int) -> bool:
    """Whether a clause has its verb only behind the cut, or but that of a clause that leans on it."""
    words = [word for part in speech.parts for word in sentence.words_in(part)]
    if (
        words
        and not any(w.is_finite for w in words if w.end <= cut)
        and (any(w.is_finite for w in words) or not any(_may_be_verb(a, b) for a, b in pairwise(words)))
    ):
        return True
    return _loses_main(sentence, speech, cut)


def _may_be_verb(before: Word, word: Word) -> bool:
    """Whether a word is a verb in the infinitive, or could be one with a tense: "Peru *plants* trees"."""
    if word.tag == "VB":
        return True
    tags = tags_of(word.lower) or ()
    return before.tag not in _BEFORE_NOUNS and any(tag in tags for tag in ("VBZ", "VBP", "VBD"))


def _loses_main(sentence: Sentence, speech: Speech, cut: int) -> bool:
    """Whether "while prices rose, wages fell" would keep but its first clause."""
    words = [w for w in sentence.words_in(speech.content) if w.end <= cut]
    if not words or words[0].lower not in _OPENERS:
        return False
    first = next((i for i, w in enumerate(words) if w.text == ","), len(words))
    if not any(w.is_finite for w in words[:first]):
        return False  # as a country of the coast, Peru would
    comma = next((i for i, w in enumerate(words) if w.text == "," and any(v.is_finite for v in words[:i])), len(words))
    return not any(w.is_finite for w in words[comma:])


def _cuts_list(words: Sequence[Word], at: int) -> bool:
    """Whether a cut falls inside a list; an afterthought is no item of one."""
    if at >= len(words) or (at + 1 < len(words) and (words[at + 1].lower in _ADJUNCTS or words[at + 1].tag == "VBN")):
        return False
    return cuts_list(words, at)


def _loses_infinitive(u: Understanding, speech: Speech, cut: int) -> bool:
    """Whether "its determination" would stand without what is to be done, told behind a comma."""
    last = u.text[speech.content.start : cut].rstrip(" ,").rpartition(" ")[2].lower()
    return last in _WHAT_FOR and re.match(r",[^.;]*, to ", u.text[cut : cut + 300]) is not None


def _shares_object(words: Sequence[Word], joint: Word, verb: Word) -> bool:
    """Whether verbs stand on both sides of an "and", so that both have the object behind: "ordered | and led it"."""
    if verb.tag != "CC" and joint.tag != "CC":
        return False
    at = next(i for i, w in enumerate(words) if w is (verb if verb.tag == "CC" else joint))
    if not 0 < at < len(words) - 1:
        return False
    return words[at - 1].tag[:1] == "V" and words[at + 1].tag[:1] == "V"


def _waits_for_verb(words: Sequence[Word], at: Word) -> bool:
    """Whether "that" before a word still has no verb behind it: "that the boats and | the mainland can"."""
    waits = False
    for word in words:
        if word is at:
            return waits
        waits = (waits or word.lower == "that") and not word.is_finite
    return False


def _lacks_object(words: Sequence[Word], verb: Word) -> bool:
    """Whether a cut would fall behind "has built", before what was built, or "is built", before how."""
    if verb.tag not in ("VBN", "VBD"):
        return False
    at = next(i for i, w in enumerate(words) if w is verb)
    if at > 0 and words[at - 1].lower in _BE:
        return at + 1 < len(words) and words[at + 1].tag in ("IN", "TO", "RB")  # are guided | by the will of
    before = next((w for w in reversed(words[max(0, at - 3) : at]) if w.tag != "RB"), None)
    return before is not None and before.lower in ("has", "have", "had")


def _is_made_to(words: Sequence[Word], to: Word) -> bool:
    """Whether a verb before takes an object with an infinitive: "encouraging Peru | to vote"."""
    at = next(i for i, w in enumerate(words) if w is to)
    verb = next((w for w in reversed(words[max(0, at - 7) : at]) if w.tag[:2] == "VB"), None)
    return verb is not None and base_form(verb.lower) in _CAUSING


def _is_what_it_is(words: Sequence[Word], to: Word) -> bool:
    """Whether the infinitive alone tells what a thing is: "schools are a place | to learn"."""
    at = next(i for i, w in enumerate(words) if w is to)
    return at > 2 and words[at - 3].lower in _BE and words[at - 2].lower in ("a", "an", "the")


def _is_of_doer(words: Sequence[Word], to: Word) -> bool:
    """Whether those who do it stand before an infinitive that tells what: "the efforts of Peru | to plant trees"."""
    at = next(i for i, w in enumerate(words) if w is to)
    of = next((i for i in range(at - 1, max(0, at - _LEAD - 1), -1) if words[i].lower in ("of", "by")), 0)
    return of > 0 and words[of - 1].lower.removesuffix("s") in _WHAT_FOR


def _before_verb(words: Sequence[Word], to: Word) -> bool:
    """Whether a "to" is that of an infinitive."""
    at = next(i for i, w in enumerate(words) if w is to)
    return at + 1 < len(words) and words[at + 1].text.islower() and words[at + 1].tag in ("VB", "VBP", "RB")


def _is_told_apart(words: Sequence[Word], noun: Word) -> bool:
    """Whether a noun tells something without what follows it: no bare "approaches" that are "based on ..."."""
    if not noun.is_noun:
        return False
    at = next(i for i, w in enumerate(words) if w is noun)
    lead = words[max(0, at - _LEAD) : at]
    if noun.is_name or not lead:
        return noun.is_name
    article = next((i for i in range(len(lead) - 1, -1, -1) if lead[i].lower in ("the", "those")), -1)
    first = at - len(lead) + article
    behind = article >= 0 and first > 1 and words[first - 1].tag in ("IN", "TO") and words[first - 2].is_noun
    # the crimes | committed by: which they are; but the threat to the regime | posed by
    named = any(w.is_name for w in lead) or (article >= 0 and not behind)
    return not named and lead[-1].tag not in ("IN", "TO", "CC", "VBG", "VB", "VBD", "VBZ", ",")


def _acts_behind(words: Sequence[Word], joint: Word) -> bool:
    """Whether behind ", and" somebody else does something: declared war | , and fifty nations approved."""
    at = next(i for i, w in enumerate(words) if w is joint)
    return counted_act(words[at + 1 : at + 6])


def _is_bare(words: Sequence[Word], noun: Word) -> bool:
    """Whether "the" and one plain noun stand before a cut, which only what follows tells of: the help | given."""
    if not noun.is_noun:
        return False
    at = next(i for i, w in enumerate(words) if w is noun)
    ranked = any(w.lower in _RANKS or w.tag == "JJS" for w in words[max(0, at - _LEAD) : at])
    plain = at > 0 and words[at - 1].lower in ("the", "those") and noun.tag in ("NN", "NNS")
    return (plain and noun.text.islower()) or (ranked and noun.is_noun and not noun.is_name)


def _is_any(words: Sequence[Word], noun: Word) -> bool:
    """Whether a noun is one of many, of which a relative clause tells the kind: freed a gas | that kills."""
    if noun.tag != "NN":
        return False
    at = next(i for i, w in enumerate(words) if w is noun)
    article = next((w for w in reversed(words[max(0, at - _LEAD) : at]) if w.tag in ("DT", "PRP$", "IN")), None)
    return article is not None and article.lower in ("a", "an")


def _is_contact_clause(words: Sequence[Word], verb: Word) -> bool:
    """Whether "turned" has its subject before it: "the report the bureau turned over", not "a coalition | led by"."""
    at = next(i for i, w in enumerate(words) if w is verb)
    article = next((i for i in range(at - 1, max(0, at - 5), -1) if words[i].tag in ("DT", "PRP$")), 0)
    return article > 0 and words[article - 1].is_noun


def _is_definite(words: Sequence[Word], relative: Word) -> bool:
    """Whether the noun before a relative pronoun has "the", so that it is the clause that tells which is meant."""
    at = next(i for i, w in enumerate(words) if w is relative)
    return any(w.lower in ("the", "those", "that") for w in words[max(0, at - 4) : at])


def _opens_at(sentence: Sentence, clause: Clause) -> int | None:
    """The offset at which a clause can be cut off: its conjunction, or its subject; None in the midst of a phrase."""
    words = sentence.words
    at = clause.start if clause.opener or clause.subject is None else clause.subject[0]
    if at >= len(words) or (at and words[at - 1].tag in ("IN", "TO", "DT", "JJ", "PRP$")):
        return None
    return words[at].start
