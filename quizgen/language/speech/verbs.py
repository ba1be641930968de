"""Verbs of speech, and the verb groups of a sentence they head."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from quizgen.language import data
from quizgen.language.inflection import verb_forms
from quizgen.language.words import Word


class Frame(StrEnum):
    """What may follow a verb of speech; the names stand in speech_verbs.txt."""

    BARE = "bare"
    """that ..., a bare clause, or a quotation."""
    THAT = "that"
    QUOTE = "quote"
    ADDRESSED = "addressed"
    """Someone, and then a clause or a quotation."""
    ASKED = "asked"
    """Someone, and then a quotation."""
    OBJECT = "object"
    OBJECT_WEAK = "object_weak"
    """An object, but the verb as often tells of a deed."""
    WORDS = "words"
    """Thanks, condolences and the like."""
    INFINITIVE = "infinitive"
    INFINITIVE_ATTITUDE = "infinitive_attitude"
    URGING = "urging"
    """Someone, and then an infinitive."""
    URGING_WEAK = "urging_weak"
    ATTITUDE = "attitude"
    """It tells a thought or wish rather than an utterance."""


class Form(StrEnum):
    """Whether a verb group has a tense."""

    FINITE = "finite"
    PARTICIPLE = "participle"
    INFINITIVE = "infinitive"


VERB_TAGS = frozenset(("VB", "VBD", "VBZ", "VBP", "VBG", "VBN"))
_BE = frozenset("be am is are was were been being isn't aren't wasn't weren't 's 're 'm".split())
_HAVE = frozenset("have has had having haven't hasn't hadn't".split())
_DO = frozenset("do does did don't doesn't didn't".split())
_NOT = frozenset(
    "not never n't don't doesn't didn't isn't aren't wasn't weren't haven't hasn't hadn't won't can't".split()
)
_MODALS = frozenset("can could may might must shall will would should cannot can't couldn't won't wouldn't".split())
# What may stand before an infinitive and still report that it was said.
_DID = frozenset(
    "went goes go gone going continued continues began begins used came comes proceeded took turned".split()
)
GLAD = frozenset("pleased happy delighted glad proud honoured honored privileged thrilled".split())
"""What somebody "is" to say something, and says it."""
# Words that are cues whatever the tagger makes of them.
_SURE = frozenset("said says".split())
_GROUP_LENGTH = 8
_NAME_LENGTH = 5
_GOVERNING = frozenset("to for of from about against into than toward towards".split())
"""Prepositions whose -ing form is done by whoever it fits, or not done at all."""


class CueVerb(NamedTuple):
    """A verb of speech with its particles: ``point out``."""

    base: str
    particles: tuple[str, ...]
    frames: frozenset[Frame]

    @property
    def act(self) -> str:
        """The base form with its particles."""
        return " ".join((self.base, *self.particles))


class VerbGroup(NamedTuple):
    """A verb of speech in a sentence with its auxiliaries, adverbs and particles."""

    first: int
    """Index of its first word in the sentence."""
    verb: int
    """Index of the verb of speech itself."""
    last: int
    """Index of its last word (a particle, or the verb)."""
    cue: CueVerb
    form: Form
    negated: bool
    modal: bool
    passive: bool


@cache
def cue_verbs() -> dict[str, tuple[CueVerb, ...]]:
    """The verbs of speech by each of their forms, those with the most particles first."""
    frames: dict[str, set[Frame]] = {}
    for line in data.lines("speech_verbs.txt"):
        frame, *verbs = line.split()
        for verb in verbs:
            frames.setdefault(verb, set()).add(Frame(frame))
    table: dict[str, list[CueVerb]] = {}
    for verb, names in frames.items():
        base, *particles = verb.split("_")
        cue = CueVerb(base, tuple(particles), frozenset(names))
        for form in set(verb_forms(base)):
            table.setdefault(form, []).append(cue)
    return {form: tuple(sorted(cues, key=lambda c: (-len(c.particles), c.act))) for form, cues in table.items()}


def is_saying(word: Word) -> bool:
    """Whether a word is a form of a verb that a clause or quotation can follow."""
    return any(
        cue.frames & {Frame.BARE, Frame.THAT, Frame.QUOTE, Frame.ADDRESSED} for cue in cue_verbs().get(word.lower, ())
    )


def find_group(words: Sequence[Word], i: int) -> VerbGroup | None:
    """The verb group whose verb of speech is word ``i``, or None where it is no such verb."""
    cues = cue_verbs().get(words[i].lower)
    if cues is None or not (words[i].tag in VERB_TAGS or words[i].lower in _SURE or _is_verb_after_all(words, i)):
        return None
    if _is_alleged(words, i):
        return None
    for cue in cues:
        end = i + 1 + len(cue.particles)
        if tuple(w.lower for w in words[i + 1 : end]) == cue.particles and not _before_infinitive(words, end, cue):
            return _group(words, i, end - 1, cue)
    return None


def _is_alleged(words: Sequence[Word], i: int) -> bool:
    """Whether "alleged" describes what follows: "failures and alleged fraudulent schemes"."""
    behind = i + 1 < len(words) and words[i + 1].tag in ("JJ", "NN", "NNS", "VBN")
    return words[i].lower == "alleged" and behind and i > 0 and words[i - 1].tag in ("CC", "DT", "IN", ",", "PRP$")


def _before_infinitive(words: Sequence[Word], end: int, cue: CueVerb) -> bool:
    """Whether the particle ``to`` belongs to a verb instead: commit to help, against commit to the plan."""
    return cue.particles[-1:] == ("to",) and end < len(words) and words[end].tag == "VB"


def _is_verb_after_all(words: Sequence[Word], i: int) -> bool:
    """Whether what could be a noun is a verb by its neighbours: ``The treaty states that``."""
    if _closes_quotation(words, i):
        return True
    if words[i].tag != "NNS" or i == 0 or i + 2 >= len(words):
        return _is_participle(words, i)
    clause = words[i + 1].lower == "that" and not words[i + 2].is_finite and words[i + 2].tag not in VERB_TAGS
    return clause and words[i - 1].tag in ("NN", "NNP")


def _closes_quotation(words: Sequence[Word], i: int) -> bool:
    """Whether a name parts a quotation from what could be a noun, or follows it: "...," Smith notes; "...," notes Ida.

    The mark that closes a quotation must stand before.
    """
    after = i + 1 + (words[i + 1 : i + 2] != () and words[i + 1].lower == "out")  # points out
    if words[i].tag == "NNS" and i > 1 and _is_closing(words[i - 1]):
        return after < len(words) and words[after].tag in ("NNP", "PRP", "DT")
    ends = after >= len(words) or words[after].tag in (".", ",")
    if words[i].tag != "NNS" or i < 2 or not ends or words[i - 1].tag not in ("NNP", "PRP"):
        return False
    first = i - 1
    while first > 0 and i - first < _NAME_LENGTH and words[first - 1].tag == "NNP":
        first -= 1
    return _is_closing(words[first - 1])


def _is_closing(word: Word) -> bool:
    return word.tag in ("''", '"') or word.text in ("”", "’")


def _is_participle(words: Sequence[Word], i: int) -> bool:
    """Whether an -ing form that could be a noun is none: ``..., warning that``."""
    return (
        words[i].lower.endswith("ing")
        and i > 0
        and words[i - 1].tag == ","
        and words[i + 1 : i + 2] != ()
        and (words[i + 1].lower in ("that", "of", "against", "for"))
    )


def _group(words: Sequence[Word], verb: int, last: int, cue: CueVerb) -> VerbGroup | None:
    first = group_start(words, verb)
    while first < verb and words[first].tag == "RB" and words[first].lower not in _NOT:
        if first > 0 and words[first - 1].tag in ("PRP", "NNP", "NN", "NNS", ")"):
            break
        first += 1
    within = [w.lower for w in words[first:verb]]
    tag = words[verb].tag
    passive = tag in ("VBN", "VBD") and _last_auxiliary(within) in _BE
    bare = not within and tag == "VB" and verb > 0 and words[verb - 1].tag == "CC"  # would grind and praise
    if bare or (within and (within[0] == "to" or within[0] in GLAD)):
        form = Form.INFINITIVE
    elif within and any(w in _BE or w in _HAVE or w in _DO or w in _MODALS or w in _DID for w in within):
        form = Form.PARTICIPLE if within[0] in ("having", "being") else Form.FINITE
    elif tag == "VBG" or (tag == "NN" and words[verb].lower.endswith("ing")):
        form = Form.PARTICIPLE
    else:
        form = Form.FINITE
    if form is Form.PARTICIPLE and words[verb - 1].tag in ("DT", "JJ", "PRP$", "POS") and verb:
        return None  # new thinking
    if form is Form.PARTICIPLE and first and words[first - 1].lower in _GOVERNING:
        return None  # committed to supporting; thanked Peru for calling
    negated = any(w in _NOT for w in within)
    modal = any(w in _MODALS for w in within)
    return VerbGroup(first, verb, last, cue, form, negated, modal, passive)


def group_start(words: Sequence[Word], verb: int) -> int:
    """Index of the first word of the verb group (auxiliaries and adverbs) that word ``verb`` stands in."""
    first = verb
    while first > 0 and verb - first < _GROUP_LENGTH and _belongs(words, first - 1, first):
        first -= 1
    return first


def _belongs(words: Sequence[Word], i: int, after: int) -> bool:
    """Whether word ``i`` is an auxiliary or adverb of the group that begins at ``after``."""
    word = words[i]
    if word.is_name:
        return False  # Theresa May said
    if word.lower in _BE or word.lower in _HAVE or word.lower in _DO or word.lower in _MODALS:
        return not (word.lower in ("'s",) and word.tag == "POS")
    if word.lower == "today":  # has today proposed
        return i > 0 and words[i - 1].lower in _HAVE | _BE
    if word.lower == "to":
        return words[after].tag in ("VB", "VBP", "RB") or words[after].lower == "go"
    if word.lower in GLAD and words[after].lower == "to":  # is pleased to announce
        return True
    if word.lower in _DID:
        return words[after].lower in ("to", "on")
    return word.tag == "RB" or (word.lower == "on" and words[i - 1].lower in ("went", "go", "goes", "gone"))


def _last_auxiliary(lowers: Sequence[str]) -> str:
    return next((w for w in reversed(lowers) if w in _BE or w in _HAVE or w in _DO or w in _MODALS), "")
