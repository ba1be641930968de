"""What someone said, reworded so that it can be asked about outside the document."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from quizgen.language.asking import tidy, trimmed
from quizgen.language.clauses import Clause
from quizgen.language.names import NameKind
from quizgen.language.once import once
from quizgen.language.predicate import cuts_list
from quizgen.language.sentences import Sentence
from quizgen.language.speech import Manner, Speech
from quizgen.language.speech.names import Rule
from quizgen.language.standalone import anaphors, name_the_pair, owner, pointing, pronoun, without_links
from quizgen.language.understanding import Understanding
from quizgen.language.words import Word
from quizgen.model.document import Span

_OUR = re.compile(
    r"\b(?:our|their|his|her|its) (?=\w+(?:, | and | \w+ )?(?:\w+ )?(?:to|for|of|in|on|with|that)\b)",
    re.IGNORECASE,
)
_PREPOSITIONS = frozenset("in of since until for by during from to the early late before after through and".split())
_ENUMERATION = re.compile(r":? \(?(?:i{1,3}|iv|vi{0,3}|[a-h]|\d)\) ")
"""Marks of a list that runs on in the sentence: "to: i) dismantle ..."."""
_JOINING = re.compile(r"^(?:But|And|Yet|So),? ")
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
_HANGING = re.compile(r",? (?:and|or|but)$")
_OPEN = frozenset(["VB", "VBP", "VBZ", "IN", "TO", "DT", "PRP$"])
"""Tags of words that cannot close a phrase: "action to ensure | that"."""
_CLAUSES = frozenset(
    [Rule.THAT_CLAUSE, Rule.BARE_CLAUSE, Rule.CLAUSE_BEFORE, Rule.CLAUSE_AROUND, Rule.ACCORDING_TO, Rule.CARRIED_CLAUSE]
)
"""Rules by which what is said is a whole clause."""
_BE = frozenset("is are was were be been being".split())
_TAKES_AS = frozenset("describe portray characterize characterise depict view regard define".split())
"""Verbs that say nothing of their object without "as"."""
_COUNTRY = re.compile(r"\b(?:his|her|our) (?:own )?(?:country|nation)(?=['’]s\b|[ ,.]|$)", re.IGNORECASE)
_OPENERS = frozenset("while although though if when since because whereas unless once after before until as".split())
"""What opens a clause that leans on another."""
_OURS = frozenset(["our", "my", "this", "these", "those"])
_AS = frozenset("long soon far much many well often little few".split())
"""What stands between the two words of "as soon as"."""
_CUT_BEFORE = frozenset(
    ["which", "who", "where", "when", "while", "as", "because", "including", "so", "although", "whose"]
)


def said_clause(u: Understanding, speech: Speech, longest: int, *, of_itself: bool = False) -> str | None:
    """The content of indirect speech as it can stand in a question, or None where it cannot.

    Args:
        u: the document.
        speech: the report.
        longest: how many words it may have; more are cut where a clause ends.
        of_itself: whether an "it" that opens the content, and "its", are the speaker, a body and no person.
    """
    sentence = u.sentences[speech.sentence]
    for cut in _cuts(u, sentence, speech):
        at = bisect_left(sentence.words, cut, key=lambda w: w.start)
        whole = cut == speech.content.end and speech.rule is Rule.THAT_CLAUSE
        if not whole and _cuts_list(sentence.words, at):
            continue
        if not whole and _loses_infinitive(u, speech, cut):
            continue
        if speech.act in _TAKES_AS and " as " not in u.text[speech.content.start : cut]:
            continue
        if speech.rule in _CLAUSES and (_loses_verb(sentence, speech, cut) or _loses_main(sentence, speech, cut)):
            break
        phrase = _without_pointers(u, sentence, Span(speech.content.start, cut), speech)
        if phrase is None or len(phrase.split()) > longest:
            continue
        bare = phrase.removeprefix("it ") if of_itself else phrase
        foreign = owner(bare) not in ("", "its") if of_itself else _foreign_owner(u, sentence, speech, phrase)
        if len(phrase.split()) >= 3 and not (
            pointing(bare) or pronoun(bare) or foreign or told_before(u, sentence, bare)
        ):
            return _lowered(u, sentence, speech, phrase)
    return None


def told_before(u: Understanding, sentence: Sentence, phrase: str) -> bool:
    """Whether "the venue" in a phrase is one that the text before has told of."""
    first, start = _first_places(u), sentence.span.start
    nouns = (anaphor.removeprefix("the ").lower() for anaphor in anaphors(f"{phrase} .", subjects=True))
    return any(first.get(noun, start) < start for noun in nouns)


@once
def _first_places(u: Understanding) -> dict[str, int]:
    """Where each word first stands in a document, in lower case; of one with hyphens also each part."""
    first: dict[str, int] = {}
    for pattern in (r"\w+", r"\w+(?:['’-]\w+)+"):
        for match in re.finditer(pattern, u.text):
            first.setdefault(match[0].lower(), match.start())
    return first


def _cuts_list(words: Sequence[Word], at: int) -> bool:
    """Whether a cut falls inside a list; an afterthought is no item of one."""
    if at >= len(words) or (at + 1 < len(words) and words[at + 1].lower in _ADJUNCTS):
        return False
    return cuts_list(words, at)


def _loses_verb(sentence: Sentence, speech: Speech, cut: int) -> bool:
    """Whether a clause has its verb only behind the cut."""
    words = [word for part in speech.parts for word in sentence.words_in(part)]
    return any(w.is_finite for w in words) and not any(w.is_finite for w in words if w.end <= cut)


def _loses_infinitive(u: Understanding, speech: Speech, cut: int) -> bool:
    """Whether "its determination" would stand without what is to be done, told behind a comma."""
    last = u.text[speech.content.start : cut].rstrip(" ,").rpartition(" ")[2].lower()
    return last in _WHAT_FOR and re.match(r",[^.;]*, to ", u.text[cut : cut + 300]) is not None


def _loses_main(sentence: Sentence, speech: Speech, cut: int) -> bool:
    """Whether "while prices rose, wages fell" would keep but its first clause."""
    words = [w for w in sentence.words_in(speech.content) if w.end <= cut]
    if not words or words[0].lower not in _OPENERS:
        return False
    comma = next((i for i, w in enumerate(words) if w.text == "," and any(v.is_finite for v in words[:i])), len(words))
    return not any(w.is_finite for w in words[comma:])


def _cuts(u: Understanding, sentence: Sentence, speech: Speech) -> list[int]:
    """Offsets at which the content may end, the latest first: its end, and before what only adds to it."""
    words = [w for w in sentence.words if speech.content.start <= w.start and w.end <= speech.content.end]
    clauses = {start for c in u.clauses[sentence.index] if (start := _opens_at(sentence, c)) is not None}
    cuts = {speech.content.end}
    comma = next((w for w in words if w.text == ","), None)  # what follows a second one may be of a list
    for before, word in pairwise(words):
        after_comma = before.text in (",", ";", "—", "–", ":")
        if word.lower == "as" and before.lower in _AS:
            continue  # left as soon | as the prayers were over
        if word.lower == "as" and speech.act in _TAKES_AS:
            continue
        adds = word.lower in _CUT_BEFORE and word.tag in ("WDT", "WP", "WRB", "IN", "WP$", "VBG", "RB")
        if adds and not after_comma and word.tag in ("WDT", "WP") and _is_definite(words, word):
            adds = False  # "the networks | which traffic them": which networks would be open
        adds = adds or (word.tag == "VBN" and _is_told_apart(words, before) and not _is_contact_clause(words, word))
        purpose = (
            word.tag == "TO"
            and before.is_noun
            and before.lower.removesuffix("s") not in _WHAT_FOR
            and _before_verb(words, word)
        )
        if before.tag in _OPEN or before.lower == "one" or _lacks_object(words, before):
            continue
        listed = before.text == "," and word.tag in ("DT", "NNP") and before is not comma
        opens = word.start in clauses and not listed and not _waits_for_verb(words, word)
        adds = adds or (after_comma and word.lower in _ADJUNCTS)
        if _shares_object(words, before, word):
            continue
        if adds or purpose or opens or (after_comma and word.tag in ("VBG", "VBN", "WDT", "IN")):
            cuts.add(before.start if after_comma or before.tag == "CC" else word.start)
    for i, word in enumerate(words[1:], 1):  # "persist | in our country", of which only its speaker knows
        if word.tag == "IN" and word.lower != "of" and any(w.lower in _OURS for w in words[i + 1 : i + 4]):
            cuts.add(word.start)
    for word, after in pairwise(words):  # a second thing thanked for: "the meeting | and the agreement"
        if speech.manner is not Manner.ACT or comma is not None or word.lower in ("between", "that"):
            break
        if word.tag == "CC" and after.tag in ("DT", "PRP$"):
            cuts.add(word.start)
    examples = next((b.start for b, w in pairwise(words) if b.text == "," and w.lower == "including"), None)
    latest = examples if examples is not None and examples > speech.content.start + 30 else speech.content.end
    return sorted((cut for cut in cuts if speech.content.start + 12 < cut <= latest), reverse=True)


def _shares_object(words: Sequence[Word], joint: Word, verb: Word) -> bool:
    """Whether verbs stand on both sides of an "and", so that both have the object behind: "ordered | and led it"."""
    at = next(i for i, w in enumerate(words) if w is (verb if verb.tag == "CC" else joint))
    if not 0 < at < len(words) - 1 or words[at].tag != "CC":
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
    if verb.tag != "VBN":
        return False
    at = next(i for i, w in enumerate(words) if w is verb)
    if at > 0 and words[at - 1].lower in _BE:
        return at + 1 < len(words) and words[at + 1].tag in ("IN", "TO", "RB")  # are guided | by the will of
    return at > 0 and words[at - 1].lower in ("has", "have", "had")


def _before_verb(words: Sequence[Word], to: Word) -> bool:
    """Whether a "to" is that of an infinitive."""
    at = next(i for i, w in enumerate(words) if w is to)
    return at + 1 < len(words) and words[at + 1].text.islower() and words[at + 1].tag in ("VB", "VBP", "RB")


def _is_told_apart(words: Sequence[Word], noun: Word) -> bool:
    """Whether a noun tells something without what follows it: no bare "approaches" that are "based on ..."."""
    if not noun.is_noun:
        return False
    at = next(i for i, w in enumerate(words) if w is noun)
    return noun.is_name or (at > 0 and words[at - 1].tag not in ("IN", "TO", "CC", "VBG", "VB", "VBD", "VBZ", ","))


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


def _without_pointers(u: Understanding, sentence: Sentence, place: Span, speech: Speech) -> str | None:
    """The phrase with relative dates, pairs and pronouns named where that is certain."""
    pieces: list[str] = []
    for part in speech.parts:
        start, end = part.start, min(part.end, place.end)
        if start < end:
            pieces.append(_replaced(u, sentence, Span(start, end)))
    last = max((min(part.end, place.end) for part in speech.parts if part.start < place.end), default=place.end)
    whole = last == speech.content.end or u.text[last : last + 1] in (",", ";", ".")
    phrase = tidy(" ".join(pieces)) if whole else trimmed(" ".join(pieces))
    phrase = name_the_pair(without_links(_own_country(u, speech, phrase)), u.aliases)
    phrase = _ENUMERATION.sub(" ", phrase)
    phrase = _HANGING.sub("", phrase)
    phrase = _JOINING.sub("", phrase) if speech.rule in _CLAUSES else phrase
    return _OUR.sub("the ", phrase) if phrase.lower().startswith("our ") else phrase


def _own_country(u: Understanding, speech: Speech, phrase: str) -> str:
    """ "His country" by its name, where the speaker is known to belong to one."""
    found = _COUNTRY.search(phrase)
    speaker = u.coreference.resolve(speech.speaker, speech.sentence) if found else None
    nations = {n for e in speaker.entities for n in e.countries} if speaker else set()
    return _COUNTRY.sub(nations.pop(), phrase) if len(nations) == 1 else phrase


def _replaced(u: Understanding, sentence: Sentence, part: Span) -> str:
    """The text of one part, its relative dates given in full and its object pronouns named."""
    swaps: list[tuple[Span, str]] = []
    for date in u.dates_by_sentence.get(sentence.index, ()):
        if date.relative and date.value is not None and part.contains(date.span):
            if u.text[date.span.end : date.span.end + 1] in ("'", "’"):
                continue
            lead = "on " if date.value.granularity == "day" else _lead_of(u.text[part.start : date.span.start])
            swaps.append((date.span, f"{lead}{date.value.spoken}"))
    for word in sentence.words_in(part):
        if (
            word.lower in ("him", "her")
            and word.tag == "PRP"
            and (who := u.coreference.resolve(word.span, sentence.index))
        ):
            swaps.append((word.span, who.text))
    text, at = "", part.start
    for span, replacement in sorted(swaps, key=lambda swap: swap[0]):
        text += u.text[at : span.start] + replacement
        at = span.end
    return text + u.text[at : part.end]


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
        speaker = u.coreference.resolve(speech.speaker, speech.sentence)
        return any(e.kind is NameKind.PERSON and speaker is not None and e not in speaker.entities for _, e in others)
    if any(phrase.startswith((f"{name}’", f"{name}'", f"the {name}’", f"the {name}'")) for name in named):
        return False  # Peru's determination to defend its waters
    outside = any(e.kind in (NameKind.PLACE, NameKind.ORGANISATION) and m.text not in named for m, e in others)
    return not named or (outside and own.lower() == "its")


def _lowered(u: Understanding, sentence: Sentence, speech: Speech, phrase: str) -> str:
    """With a small first letter, unless the first word is a name."""
    first: Word | None = next(
        (w for w in sentence.words if w.start >= speech.content.start and w.text[0].isalpha()), None
    )
    if first is None or first.is_name or not phrase.startswith(first.text) or first.text == "I":
        return phrase
    return phrase[:1].lower() + phrase[1:]
