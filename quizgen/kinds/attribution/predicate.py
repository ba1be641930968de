"""What a speaker did, as it follows "Who" in a question."""

from __future__ import annotations

import re
from itertools import pairwise

from quizgen.kinds.attribution.quotation import LONGEST, quotation_of
from quizgen.language.asking import tidy
from quizgen.language.inflection import base_form, verb_forms
from quizgen.language.lexicon import is_verb, tags_of
from quizgen.language.names import NameKind
from quizgen.language.pattern import Pattern
from quizgen.language.persons_said import own_pronoun
from quizgen.language.referent import Referent
from quizgen.language.said import VOICING, said_clause, with_names
from quizgen.language.speech import Manner, Speech
from quizgen.language.speech.names import Position, Rule
from quizgen.language.speech.nouns import names_thing_done
from quizgen.language.speech.verbs import GLAD, Frame, cue_verbs
from quizgen.language.standalone import pronoun
from quizgen.language.understanding import Understanding
from quizgen.model.document import Span

_SHORTEST_TURN = 8
"""Words of what is said in turn, at the least: "Yeah, I would" tells nothing."""
_TO_THOSE_PRESENT = Pattern(r"\b(?:thank you|thanks|welcome|your|yours|sir|madam|yeah|okay|folks)\b", re.IGNORECASE)
_DROPPED_ADVERBS = Pattern(
    r"\b(?:also|then|later|further|furthermore|additionally|again|finally|lastly|subsequently|warmly|today|therefore|thus"
    r"|accordingly|consequently|hence) ?",
    re.IGNORECASE,
)
_OWN = Pattern(r"^(?:his|her|its|their) (?:own )?(?!\w+['’]s\b|Majesty|Excellency|Highness|Holiness)", re.IGNORECASE)
_QUOTES = Pattern(r"[“”\"]")
_COUNTED = Pattern(
    r"(?:[a-z]+ )?(?:intention|hope|wish|desire|belief|view|opinion|conviction|plan|ambition|aim)\b"
    r"|(?:first|second|third|last|only|next|latest|main|largest) "
)
"""Nouns that cannot stand without an article: "expressed *the* hope"."""
_ADDRESSED = frozenset("assure remind inform notify convince persuade".split())
"""Verbs that must say whom."""
_BARE = frozenset("say claim admit insist believe think argue declare".split())
"""Verbs that need no "that"."""
_OF_PEOPLE = frozenset("he she his her him mr mr. mrs mrs. ms ms. who".split())
_EXPLETIVE = Pattern(
    r"it (?:(?:will|would|can|could|may|might|should|must) )?(?:(?:has|have|had) )?"
    r"(?:is|was|be|been|seems?|seemed|appears?|appeared|remains?|remained|takes?|took|follows?)\b(?! \w+(?:ing|ed)\b)"
)
"""An "it" that stands for no body: "it was too early to say"."""
_ADDING = frozenset(["told", "tells", "went on", "continued", "added", "adds"])
"""Verbs that say nothing more than "said" without the one before, or without whom."""
_AUXILIARY = frozenset(["is", "has", "does"])
_SEX = {"his": "M", "her": "F"}
_BEING = frozenset(["is", "are", "was", "were"])
_HELPING = frozenset("to will would can could may might must shall should do does did".split())
_AND_FOR = Pattern(r",? and for (?:(?! to ).)*$")
"""A second "for ... to ..." that has lost its verb."""
_DAY_LED = Pattern(r"\s+(?:on|in|late|early|last)\s*$")
_GOES_ON = Pattern(r"^(?:went|goes|gone) on to (\w+)")
_GLAD = Pattern(rf"^(?:am|is|are|was|were|['’]m) (?:[a-z]+ )?(?:{'|'.join(sorted(GLAD))}) to (\w+)")
""" "Was very pleased to announce": announced."""
_ORDERING = frozenset(
    "urge ask encourage implore exhort instruct order request invite advise direct assign task beg".split()
)
"""Verbs of which the person asked tells nothing without what is asked."""
_OF_THINGS = frozenset(
    "condemn praise welcome thank applaud commend hail discuss criticize criticise denounce congratulate".split()
)
"""Verbs that no "that" follows."""
_PARTICLES = frozenset("out up on for off back down upon".split())
"""What belongs to a verb before it: pointing *out*."""
_TAKES_OBJECT = frozenset(["how", "why", "whether", "what"])


def predicate_of(u: Understanding, speech: Speech, speaker: Referent | None = None) -> str | None:
    """What follows "Who" in the question; None where it would not stand alone.

    Args:
        u: the document.
        speech: the report.
        speaker: who speaks, where that is known.
    """
    cue = " ".join(_DROPPED_ADVERBS.sub("", speech.cue.of(u.text)).split())
    if speech.manner is Manner.DIRECT:
        quote = quotation_of(u, speech)
        if speech.rule is Rule.TRANSCRIPT and (len(quote.split()) < _SHORTEST_TURN or _TO_THOSE_PRESENT.search(quote)):
            return None
        carried = speech.rule is Rule.CARRIED_QUOTATION and speech.act != "write"  # he welcomed the plan. "..."
        return f"{'said' if carried else _telling(cue)}: “{quote}”" if quote else None
    own = own_pronoun(u, speech) if speech.manner is not Manner.ACT else ""
    said = said_clause(u, speech, LONGEST, of_itself=_is_body(u, speech, speaker), own=own)
    if said is None:
        return None
    said = _in_full(u, speech, said)
    said = _AND_FOR.sub("", said) if " to " in said.split(" and for ")[0] else said
    if (
        (speech.act in ("call on", "call upon") or speech.act.split()[0] in _ORDERING)
        and speech.manner is Manner.ACT
        and not re.search(r" to \w| that ", said)
    ):
        return None
    said = _QUOTES.sub("", said) if said.count("“") != said.count("”") or said.count('"') % 2 else said
    before = speech.cue.end <= speech.content.start
    joint = _joint(u, speech) if before else ""
    if speech.manner is Manner.ACT:
        owned = _OWN.match(said)
        theirs = owned is not None and owned[0].lower().split()[0] in _SEX and speech.act not in VOICING
        if theirs and owned is not None and not _is_own(speaker, owned[0].lower().split()[0]):
            return None
        if not theirs:
            said = _OWN.sub("the " if owned and _COUNTED.match(said, owned.end()) else "", said)
        if speech.act == "credit" and " with " not in said:
            return None
        clause = (
            speech.act not in _OF_THINGS and cue.split()[-1] not in _TAKES_OBJECT and _opens_clause(u, speech, said)
        )
        linked = "that " if clause else ""
        return (
            tidy(f"{_telling(cue)} {joint} {linked}{said}")
            if before and joint != ":" and (len(joint.split()) <= 2 or joint.startswith(("as ", "with ")))
            else None
        )
    if own and said.lower().startswith(f"{own} "):  # said he was glad
        return tidy(f"{_in_past(cue) if base_form(cue.lower()) in _BARE else 'said'} {own} {said.partition(' ')[2]}")
    if _EXPLETIVE.match(said):
        return None
    if said.startswith("it "):  # "that it" would point at another
        return tidy(f"{_telling(cue)} {said}") if before and joint in ("", "that") else None
    if before and joint in ("to", "for", "on", "upon"):
        return tidy(f"{_in_past(cue)} {joint} {said}")
    if speech.rule.startswith("urging"):
        return tidy(f"{_in_past(cue)} {joint} {said}") if before else None
    if said.startswith("to ") and speech.act in _ORDERING:  # of nobody it is told who has to do it
        return tidy(f"gave instructions {said}")
    if said.startswith("to "):
        return tidy(f"{_telling(cue)} {said}")
    *told, last = joint.split() or [""]
    if speech.rule is Rule.NOUN_THAT and told:
        return tidy(f"{_telling(cue)} {_OWN.sub('', ' '.join(told))} that {said}")
    whether = last if last in ("how", "why", "whether", "what") else "that"
    if base_form(cue.split()[-1].lower()) in _ADDRESSED:
        sentence = u.sentence_at(speech.cue.end)
        addressee = with_names(u, sentence, speech, Span(speech.cue.end, speech.content.start))
        addressee = re.sub(r"(?:^| )that$", "", " ".join(addressee.split()).rstrip(","))
        if not addressee:
            return tidy(f"said {whether} {said}")
        return None if not addressee or pronoun(addressee) else tidy(f"{_in_past(cue)} {addressee} {whether} {said}")
    telling = "said" if base_form(cue.lower()) == "express" else _telling(cue)  # no English "expressed that"
    return tidy(f"{telling} {whether} {said}")


def _is_own(speaker: Referent | None, pronoun: str) -> bool:
    """Whether "his" or "her" can be the speaker's."""
    return speaker is not None and all(e.sex in ("", _SEX[pronoun]) for e in speaker.entities)


def _frames(speech: Speech) -> frozenset[Frame]:
    """What may follow the verb of a report."""
    base, *particles = speech.act.split()
    verbs = (cue for cue in cue_verbs().get(base, ()) if cue.particles == tuple(particles))
    return frozenset().union(*(cue.frames for cue in verbs))


def _in_full(u: Understanding, speech: Speech, said: str) -> str:
    """What is said, with the first bare surname or given name in it in full: "that *Karl* Brandt will resign"."""
    here = u.mentions[u.sentence_at(speech.content.start).index]
    for mention, entity in u.aliases.within(speech.content, here):
        bare = entity.kind is NameKind.PERSON and mention.text in entity.name.split() and mention.whole == mention.span
        if bare and " " in entity.name and entity.name not in said:
            said = re.sub(rf"(?<![\w“\"])(?<!\w[.-] ){re.escape(mention.text)}\b(?![^“]*”)", entity.name, said, count=1)
    return said


def _joint(u: Understanding, speech: Speech) -> str:
    """What stands between the verb and what is said, less the day it was said: said *on Monday* that."""
    start, end = speech.cue.end, speech.content.start
    told = (d.span for d in u.dates_by_sentence.get(speech.sentence, ()) if start <= d.span.start and d.span.end <= end)
    day = next(told, None)
    lead = u.text[start : day.start] if day is not None else u.text[start:end]
    tail = u.text[day.end : end] if day is not None else ""
    return " ".join(f"{_DAY_LED.sub('', lead) if day else lead} {tail}".split())


def _is_body(u: Understanding, speech: Speech, speaker: Referent | None) -> bool:
    """Whether a body speaks, and nothing else is named before its words, so that "it" and "its" are its own."""
    if speaker is None or len(speaker.entities) != 1 or speaker.entities[0].kind is NameKind.PERSON:
        return False
    sentence = u.sentences[speech.sentence]
    if speaker.entities[0].kind is NameKind.OTHER and any(w.lower in _OF_PEOPLE for w in sentence.words):
        return False  # an unknown name may be a person's
    passed = speech.position is Position.APPOSITION and speech.manner is not Manner.ACT  # Nordol, a rival of X, said it
    start = speech.cue.start if passed else speech.speaker.end
    between = Span(start, max(start, speech.content.start))
    return not u.aliases.within(between, u.mentions[speech.sentence])


def _opens_clause(u: Understanding, speech: Speech, phrase: str) -> bool:
    """Whether the content is a clause of its own that lacks its "that": announced China will ..."""
    words = u.sentences[speech.sentence].words
    subjects = (c.subject for c in u.clauses[speech.sentence] if c.subject is not None)
    said = u.sentences[speech.sentence].words_in(speech.content)
    if any(words[s].start == speech.content.start and not names_thing_done(words[s:e]) for s, e in subjects):
        verbs = (b.text for a, b in pairwise(said) if b.is_finite and a.tag not in ("POS", "DT", "PRP$"))
        return any(f" {text} " in f"{phrase} " for text in verbs)
    verb = next((i for i, w in enumerate(said) if w.is_finite), 0)  # the pledge to defend Peru | is backed by
    plain = all(w.tag not in ("WDT", "WP", "WRB", "POS", ",", "MD") and w.lower != "that" for w in said[:verb])
    kept = f" {said[verb].text} " in phrase
    return plain and verb > 1 and kept and said[verb].lower in _BEING and Frame.THAT in _frames(speech)


def _telling(cue: str) -> str:
    """The verb for a question, in the past; one that says nothing without what was said before becomes "said"."""
    if not any(c.isalpha() for c in cue) or cue.lower().startswith(("according", "as ")):
        return "said"
    told = _in_past(cue)
    return "said" if told.lower() in _ADDING else told


def _in_past(cue: str) -> str:
    """A verb group in the simple past: "went on to say", "am calling on", "wrongly suggesting", "has proposed"."""
    if found := _GOES_ON.match(cue) or _GLAD.match(cue):
        return verb_forms(base_form(found[1])).past
    words = cue.split()
    if len(words) > 1 and words[0].lower() in ("am", "are", "is") and words[1].endswith("ing"):  # I am calling on
        return " ".join([verb_forms(base_form(words[1])).past, *words[2:]])
    at = len(words) - 1 - (len(words) > 1 and words[-1] in _PARTICLES)
    if words and words[at].endswith("ing") and base_form(words[at]) != words[at]:  # wrongly suggesting: suggested
        return " ".join([*words[:at], verb_forms(base_form(words[at])).past, *words[at + 1 :]])
    for i, word in enumerate(words):  # we strongly condemn, he says: strongly condemned, said; not: made clear
        if i and words[i - 1] == "it":
            break
        base = base_form(word)
        third = (
            all(w.endswith("ly") for w in words[:i])
            and word == verb_forms(base).third
            and word not in _AUXILIARY
            and is_verb(base)
        )
        if (
            (third or (is_verb(word) and base == word))
            and "RB" not in (tags_of(word) or ())
            and not word.endswith("ly")
            and not any(w in _HELPING for w in words)
        ):
            cue = " ".join([*words[:i], verb_forms(base).past, *words[i + 1 :]])
            break
    head, _, tail = cue.partition(" ")
    if head in ("had", "has", "have") and tail:  # had proposed: proposed
        past = tail.split()
        at = next((i for i, word in enumerate(past) if "RB" not in (tags_of(word) or ()) and word[-2:] != "ly"), 0)
        past[at] = verb_forms(base_form(past[at].lower())).past
        return " ".join(past)
    return cue
