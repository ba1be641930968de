"""What someone said, reworded so that it can be asked about outside the document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.language.antecedents import is_introduced, with_antecedents
from quizgen.language.asking import tidy, trimmed
from quizgen.language.cutting import cuts, loses_verb, spoils
from quizgen.language.halves import lacks_main
from quizgen.language.lexicon import tags_of
from quizgen.language.names import NameKind
from quizgen.language.pattern import Pattern
from quizgen.language.persons_said import named_pronouns, without_own
from quizgen.language.sentences import Sentence
from quizgen.language.speech import Manner, Speech
from quizgen.language.speech.names import Rule
from quizgen.language.standalone import anaphors, name_the_pair, owner, pointing, pronoun, without_links
from quizgen.language.understanding import Understanding
from quizgen.language.whole import stands_in
from quizgen.language.words import Word
from quizgen.model.document import Span

_OUR = Pattern(
    r"\b(?:our|their|his|her|its) "
    r"(?!(?:Majesty|Excellency|Highness|Holiness|on|in|of|for|to|with|about|at|that|and|from|by)\b)"
    r"(?=\w+(?:, | and | \w+ )?(?:\w+ )?(?:to|for|of|in|on|with|that)\b)",
    re.IGNORECASE,
)
_DAY = Pattern(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b(?!,? (?:\d|[A-Z]))(?!['’]s)")
"""A day of which only readers on that day know which."""
_ON_DAY = Pattern(rf",? on {_DAY.pattern}")
_HER = Pattern(r"\bher (?:on|in|of|for|to|with|about|at|from|by)\b|\bfollow suit\b")
"""A "her" that owns nothing: briefed her on the rescue."""
_PREPOSITIONS = frozenset("in of since until for by during from to the early late before after through and".split())
_ENUMERATION = Pattern(r":? \(?(?:i{1,3}|iv|vi{0,3}|[a-h]|\d)\) ")
"""Marks of a list that runs on in the sentence: "to: i) dismantle ..."."""
_JOINING = Pattern(r"^(?:But|And|Yet|So),? ")
_HANGING = Pattern(r",? (?:and|or|but)$")
_CLAUSES = frozenset(
    [Rule.THAT_CLAUSE, Rule.BARE_CLAUSE, Rule.CLAUSE_BEFORE, Rule.CLAUSE_AROUND, Rule.ACCORDING_TO, Rule.CARRIED_CLAUSE]
)
"""Rules by which what is said is a whole clause."""
_SEVERAL = Pattern(
    r"^[^,]*?(?:\b(?!this|his|its|us)[a-z]{2,}[^su\W]s|\b(?:people|children|women|men)|[A-Z]\w+ and [A-Z]\w+)\b"
)
"""Those whom a "their" behind them means: "that millers bring *their* corn"."""
_THINGS = Pattern(r"\b(?:it|its|itself|they|them|their|themselves)\b")
_BETTER = Pattern(r"\b(?:an?|the|better|brighter|new|greener|safer|fairer|of) $")
"""What stands before a "tomorrow" that is no day: "build *a better* tomorrow"."""
_VAGUELY = Pattern(r"(?:(?P<lead>\w+)\W+)?\b(?P<when>(?:early|late|mid) )$")
"""Words before a month: "will step down *early* next month"."""
_MAKES_IT = Pattern(
    r"(?P<verb>\b(?:ma[dk]es?|making|finds?|found|considers?|considered|thinks?|thought) )it(?= \w+ (?:to|that|for)\b)"
)
"""An "it" that stands for what follows: "the storms made *it* hard to sail"."""
_OF_ITS_OWN = Pattern(
    r"(?<=[a-z]) (?:with (?:all )?(?:its|their)|in all (?:its|their) (?:forms|aspects|dimensions|manifestations)) ?"
)
"""What is surely of the thing before it: "an illness *with its* pains", "poverty *in all its forms*"."""
_UNCLOSED = frozenset(
    "what which who whom whose how why whether a an the and or but that than as because including such between among "
    "their its his her our".split()
)
"""Words with which no phrase ends."""
_STRANDED = frozenset("of to in for with from by at into".split())
"""What ends only a phrase that asks for its object: "what the mills exist *for*"."""
_SAYS = frozenset("said says say told tells stated noted added".split())
_POINTS_OUT = Pattern(r"\b(?:point(?:s|ed|ing) out|saying|noting|adding|no matter)$")
_THATS = Pattern(
    r"(?:that|this|these|those)"
    r"(?:['’]s| (?:is|was|are|were|would|will|has|had|have|can|could|should|may|might|means))\b|other \w+s\b",
    re.IGNORECASE,
)
"""What opens a statement about the one before."""
_REFLEXIVE = Pattern(r"(?<=\w )(?:it|him|her|them)sel(?:f|ves)\b")
"""What can stand but for who does it, named in the same clause: "the islands feed *themselves*"."""
_OWN_WORDS = Pattern(r"\b(?:I|me|my|mine|we|our|ours)\b(?=[^“”\"]*[”\"])(?<!\w')")
"""What within quotation marks is surely the speaker."""
_OPENS_BOUND = Pattern(r"(?:it|its|they|their|this|that|these|those|he|she|there)\b", re.IGNORECASE)
_THAT_IT = Pattern(r"\b(?:that|did|does|do|was|were|has|had|is|are|will|would) (?:it|they)\b")
"""What no question may hold, whatever stands before it."""
_ONE = Pattern(
    r"(?:(?:the|a|an|every|each|no|his|her) )?(?:[A-Za-z-]+ ){1,4}?"
    r"(?:is|was|has|had|will|would|can|could|must|should|may|does|did)\b"
)
"""A statement that opens with one thing, of which it tells something."""
_TO_WHAT = Pattern(r"\bthe (?P<noun>[a-z]+) to (?P<next>[a-z]+)\b")
_POINTING_NOUNS = frozenset(
    "incident case matter affair crime crash accident tragedy attack victim victims suspect suspects defendant boy "
    "girl man woman child couple section site scene deal bill ruling verdict contest contests race "
    "document letter video photo statement interview hearing lawsuit investigation "
    "project plan decision proposal campaign scheme study finding findings discovery gift move measure measures "
    "programme program theory criticism funding announcement grant occasion timetable "
    "work painting novel poem song conviction trial charges allegations claims".split()
)
"""What "the" before it says to have been told of."""
_THINGS_OWNER = Pattern(r"\bthe ([a-z]+)['’]s\b")
""" "The project's aims", of a project told of before."""
_UNOWNED = frozenset("world nation country continent government people public sun earth state economy day year".split())
"""What has no need to be told of: the world's."""
_DASH = Pattern(r" [-–—] (?=[a-z])")
_DASHES = Pattern(r"(?: [-–] [a-z][^-–—]+ [-–] | ?— ?[a-z][^–—]+ ?— ?)(?=\w)")
"""What stands between two dashes, told by the way."""
_NOW = Pattern(r"\b(is|are|was|were|has|have|had) (?:now|currently|already)\b(?= [a-z])")
"""What a report can do without: "relations are now in good shape"."""
_WHOLE = 7
"""Words before a dash that say something without what it opens."""
_BRACKETS = Pattern(r" \([a-z][^()]* [^()]*\)")
"""What somebody adds in brackets, which is no acronym."""
VOICING = frozenset(["express", "state", "extend", "convey", "offer", "voice", "send", "record"])
"""Verbs whose object needs no owner and no article: "expressed gratitude"."""
_ARTICLED = Pattern(
    r"(?:own )?(?:[a-z-]+ ){0,2}?(?:commitment|support|opposition|intention|decision|plans?|readiness|willingness|offer"
    r"|determination|desire|view|belief|position|concerns?|appreciation|gratitude|hope|wish|call|proposal|promise|pledge"
    r"|vow|demand|interest|appeal|invitation|request|resolve|confidence|conviction|respect|admiration|solidarity"
    r"|condolences|congratulations|regret|sympathy|disappointment|satisfaction|need|resignation|candidacy)\b"
)
"""What somebody has that can stand with "the" in its place: "reiterated *the* opposition to ..."."""
_SPEAKERS_OWN = frozenset(["their", "his", "her", "its"])
"""What opens the object of an act is the speaker's: "reiterated *their* opposition to ..."."""
_PART_OF_DAY = Pattern(r" (?:night|morning|evening|afternoon)\b")
""" "Sunday *night*", which no date can be followed by."""
_SMALL_WORDS = frozenset(["EX", "DT", "IN", "PRP", "CC"])
"""Tags of words that are no name, though a quotation opens with them."""
_COUNTRY = Pattern(r"\b(?:his|her|our) (?:own )?(?:country|nation)(?=['’]s\b|[ ,.]|$)", re.IGNORECASE)


def said_clause(
    u: Understanding, speech: Speech, longest: int, *, of_itself: bool = False, own: str = ""
) -> str | None:
    """The content of indirect speech as it can stand in a question, or None where it cannot.

    Args:
        u: the document.
        speech: the report.
        longest: how many words it may have; more are cut where a clause ends.
        of_itself: whether an "it" that opens the content, and "its", are the speaker, a body and no person.
        own: the "he" or "she" that is the speaker, and may stay.
    """
    sentence = u.sentences[speech.sentence]
    for cut in cuts(u, sentence, speech):
        if speech.rule in _CLAUSES and loses_verb(sentence, speech, cut):
            break
        if spoils(u, sentence, speech, cut):
            continue
        phrase = _without_pointers(u, sentence, Span(speech.content.start, cut), speech)
        if phrase is None or len(phrase.split()) > longest or _ends_open(speech, phrase):
            continue
        if speech.rule in _CLAUSES and lacks_main(phrase):
            continue
        bare = phrase.removeprefix("it ") if of_itself and speech.manner is not Manner.ACT else phrase
        bare = _without_told(u, speech, without_own(bare, own))
        bare = _without_subject(u, sentence, speech, bare)
        bare = _OF_ITS_OWN.sub(" ", bare)
        bare = _MAKES_IT.sub(r"\g<verb>", bare)
        bare = _REFLEXIVE.sub("", bare) if speech.rule in _CLAUSES else bare
        itself = of_itself and owner(bare).lower() not in ("his", "her", "their")
        foreign = owner(bare) not in ("", "its") if itself else _foreign_owner(u, sentence, speech, bare)
        if len(phrase.split()) >= 3 and not (
            pointing(_OWN_WORDS.sub("", bare))
            or pronoun(bare)
            or _HER.search(bare)
            or foreign
            or told_before(u, sentence, bare)
        ):
            return _lowered(u, sentence, speech, phrase)
    return None


def _without_subject(u: Understanding, sentence: Sentence, speech: Speech, phrase: str) -> str:
    """A clause without the "he" or "she" who is the person it opens with: "that Ana Reis left when *she* was ill"."""
    first = next((m for m in u.mentions[sentence.index] if m.whole.start == speech.content.start), None)
    person = u.aliases.at(first) if first is not None and speech.rule in _CLAUSES else None
    if first is None or person is None or person.kind is not NameKind.PERSON or first.text not in phrase:
        return phrase
    end = phrase.index(first.text) + len(first.text)
    if phrase[end : end + 1] in ("'", "’"):
        return phrase  # Ana Reis's refusal
    return phrase[:end] + without_own(phrase[end:], {"M": "he", "F": "she"}.get(person.sex, ""))


def _ends_open(speech: Speech, phrase: str) -> bool:
    """Whether a phrase breaks off, or opens with what was said before: "that the draft of what", "that's why"."""
    last = phrase.rpartition(" ")[2].lower()
    stranded = last in _STRANDED and not re.search(r"\b(?:what|which|who|whom|that)\b", phrase)
    if last in _UNCLOSED or stranded or (speech.rule in _CLAUSES and last in _SAYS) or _POINTS_OUT.search(phrase):
        return True
    return _THATS.match(phrase) is not None


def _without_told(u: Understanding, speech: Speech, phrase: str) -> str:
    """A person's statement without the "it" and "they" that stand for what it has told before them."""
    speaker = u.speaker_of(speech)
    if speaker is None or any(e.kind is not NameKind.PERSON for e in speaker.entities) or _OPENS_BOUND.match(phrase):
        return phrase
    found = _THINGS.search(phrase)
    if found is None or speech.rule not in _CLAUSES or _THAT_IT.search(phrase):
        return phrase
    before = phrase[: found.start()]
    told = _SEVERAL.search(before) if found[0].startswith("th") else _ONE.match(before)
    return _THINGS.sub("", phrase) if told else phrase


def told_before(u: Understanding, sentence: Sentence, phrase: str) -> bool:
    """Whether "the venue" in a phrase is one that the text before has told of, or that always needs telling of."""
    first, start = u.tally.first_places, sentence.span.start
    if any(first.get(noun, start) < start and noun not in _UNOWNED for noun in _THINGS_OWNER.findall(phrase)):
        return True
    if is_introduced(u, sentence, phrase):
        return True
    if any(not _is_base(found["next"]) for found in _TO_WHAT.finditer(phrase) if found["noun"] in _POINTING_NOUNS):
        return True  # extend the scheme | to all schools
    for anaphor in anaphors(f"{phrase} .", subjects=True):
        noun = anaphor.removeprefix("the ").lower()
        before = phrase[: phrase.find(anaphor)]
        if first.get(noun, start) < start or (
            noun in _POINTING_NOUNS
            and not re.search(rf"\ban? (?:\w+ )?{noun}\b", before)
            and not re.match(r" (?:on|against|in|at|between|near) \w+ \w+", phrase[len(before) + len(anaphor) :])
        ):
            return True
    return False


def _is_base(word: str) -> bool:
    """Whether a word behind "to" makes an infinitive of it."""
    known = tags_of(word)
    return known is not None and "VB" in known


def _without_pointers(u: Understanding, sentence: Sentence, place: Span, speech: Speech) -> str | None:
    """The phrase with relative dates, pairs and pronouns named where that is certain."""
    pieces: list[str] = []
    for part in speech.parts:
        start, end = part.start, min(part.end, place.end)
        if start < end:
            pieces.append(with_names(u, sentence, speech, Span(start, end)))
    last = max((min(part.end, place.end) for part in speech.parts if part.start < place.end), default=place.end)
    whole = last == speech.content.end or u.text[last : last + 1] in (",", ";", ".")
    phrase = tidy(" ".join(pieces)) if whole else trimmed(" ".join(pieces))
    phrase = _NOW.sub(r"\1", name_the_pair(without_links(_own_country(u, speech, phrase)), u.aliases))
    phrase = with_antecedents(u, sentence, phrase)
    phrase = _DASHES.sub(" ", _BRACKETS.sub("", phrase))
    if (dash := _DASH.search(phrase)) and _DASH.search(u.text, last, sentence.span.end):
        phrase = phrase[: dash.start()]  # a cut within what two dashes enclose
        if len(phrase.split()) < _WHOLE:
            return None
    phrase = _ENUMERATION.sub(" ", _ON_DAY.sub("", phrase))
    if _DAY.search(phrase):
        return None
    phrase = _HANGING.sub("", phrase) if phrase.endswith(("and", "or", "but")) else phrase
    phrase = _JOINING.sub("", phrase) if speech.rule in _CLAUSES else phrase
    own = phrase.partition(" ")[0].lower()
    owned = own == "our" or (own in _SPEAKERS_OWN and speech.manner is Manner.ACT and speech.act not in VOICING)
    if own in ("his", "her") and owned and not _ARTICLED.match(phrase, len(own) + 1):
        return phrase  # defended *her* record
    return _OUR.sub("the ", phrase, count=0 if own == "our" else 1) if owned else phrase


def _own_country(u: Understanding, speech: Speech, phrase: str) -> str:
    """ "His country" by its name, where the speaker is known to belong to one."""
    found = _COUNTRY.search(phrase)
    speaker = u.speaker_of(speech) if found else None
    nations = {n for e in speaker.entities for n in e.countries} if speaker else set()
    return _COUNTRY.sub(nations.pop(), phrase) if len(nations) == 1 else phrase


def with_names(u: Understanding, sentence: Sentence, speech: Speech, part: Span) -> str:
    """The text of a part of a report, its relative dates given in full, its pronouns and bare offices named."""
    swaps: list[tuple[Span, str]] = []
    for date in u.dates_by_sentence.get(sentence.index, ()):
        if date.relative and date.value is not None and part.contains(date.span):
            if u.text[date.span.end : date.span.end + 1] in ("'", "’") or u.text[date.span.start - 1] == "-":
                continue  # April's; mid-April
            before = u.text[part.start : date.span.start]
            if _BETTER.search(before) and date.value.granularity == "day":
                continue
            lead = "on " if date.value.granularity == "day" else _lead_of(before)
            span = date.span
            vague = _VAGUELY.search(before)
            if vague and vague["lead"] not in _PREPOSITIONS:  # *in* early April 2022
                span, lead = Span(span.start - len(vague["when"]), span.end), f"in {vague['when']}"
            if swaps and swaps[-1][1] == f"{lead}{date.value.spoken}" and u.text[swaps[-1][0].end : span.start] == ", ":
                span = Span(swaps.pop()[0].start, span.end)  # yesterday, 25 September
            if lead == "on " and (behind := _PART_OF_DAY.match(u.text, span.end)):
                span = Span(span.start, behind.end())
            swaps.append((span, f"{lead}{date.value.spoken}"))
    for word in sentence.words_in(part):
        if (
            word.lower in ("him", "her")
            and word.tag == "PRP"
            and (who := u.coreference.resolve(word.span, sentence.index))
            and not any(stands_in(e.surname, u.text[part.start : word.start]) for e in who.entities)
        ):  # in "Reis's refusal to support him" it is not Reis
            swaps.append((word.span, who.text))
    swaps += _offices_named(u, sentence, part)
    swaps += named_pronouns(u, sentence, speech, part)
    text, at = "", part.start
    for span, replacement in sorted(swaps, key=lambda swap: swap[0]):
        text += u.text[at : span.start] + replacement
        at = span.end
    return text + u.text[at : part.end]


def _offices_named(u: Understanding, sentence: Sentence, part: Span) -> Iterator[tuple[Span, str]]:
    """ "Thanked the Prime Minister for ...": with the name, where it is certain who that is."""
    for mention in u.mentions[sentence.index]:
        place = Span(mention.span.start - len("the "), mention.span.end)
        if mention.kind is not NameKind.OFFICE or not part.contains(place) or " of " in mention.text:
            continue
        if u.text[place.start : mention.span.start].lower() != "the " or u.text[place.end : place.end + 4] == " of ":
            continue
        who = u.coreference.resolve(place, sentence.index)
        if who is not None and len(who.entities) == 1 and who.entities[0].kind is NameKind.PERSON:
            yield place, f"{mention.text} {who.entities[0].name}"


def _lead_of(before: str) -> str:
    """ "in " for a month or year that stands alone: "the election next November"."""
    return "in " if before[-2:-1].isalpha() and before.split()[-1].lower() not in _PREPOSITIONS else ""


def _foreign_owner(u: Understanding, sentence: Sentence, speech: Speech, phrase: str) -> bool:
    """Whether "its" or "their" may belong to something named only outside the phrase."""
    own = owner(phrase)
    if not own:
        return False
    before = phrase[: phrase.lower().find(own.lower())]
    named = {m.text for m in u.mentions[sentence.index] if m.text in before}
    others = u.aliases.within(Span(sentence.span.start, speech.content.start), u.mentions[sentence.index])
    if own.lower() in ("his", "her"):  # the speaker's, unless somebody else is named before
        speaker = u.speaker_of(speech)
        if speaker is not None and all(e.kind is not NameKind.PERSON for e in speaker.entities):
            here = u.aliases.within(speech.content, u.mentions[sentence.index])
            return not any(e.kind is NameKind.PERSON and m.text in before for m, e in here)
        return any(e.kind is NameKind.PERSON and speaker is not None and e not in speaker.entities for _, e in others)
    lead = phrase.removeprefix("the ")
    if own.lower() == "its" and any(lead.startswith((f"{name}’", f"{name}'", f"{name} ")) for name in named):
        return False  # Peru's determination to defend its waters
    speaker = u.speaker_of(speech) if own.lower() == "their" else None
    if speaker is not None and (len(speaker.entities) > 1 or _SEVERAL.search(before)):
        return False
    outside = any(e.kind in (NameKind.PLACE, NameKind.ORGANISATION) and m.text not in named for m, e in others)
    return not named or (outside and own.lower() == "its")


def _lowered(u: Understanding, sentence: Sentence, speech: Speech, phrase: str) -> str:
    """With a small first letter, unless the first word is a name."""
    first: Word | None = next(
        (w for w in sentence.words if w.start >= speech.content.start and w.text[0].isalpha()), None
    )
    if first is None or not phrase.startswith(first.text) or first.text == "I":
        return phrase
    if first.is_name and (tags_of(first.lower) or ("NNP",))[0] not in _SMALL_WORDS:
        return phrase
    return phrase[:1].lower() + phrase[1:]
