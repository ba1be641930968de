"""Quotations that no verb of speech leads over to: "She made the following statement: ..."."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.language.inflection import base_form
from quizgen.language.speech import nouns, speakers
from quizgen.language.speech.guards import is_vague
from quizgen.language.speech.line import Line
from quizgen.language.speech.model import Manner, Speech
from quizgen.language.speech.names import Position, Rule
from quizgen.language.speech.quoted import Quotations
from quizgen.language.speech.verbs import group_start
from quizgen.language.words import Word
from quizgen.model.document import Span

_WORDS = frozenset(
    "statement statements remark remarks report speech message words comment comments letter address description "
    "reply response answer declaration announcement observation warning account note verdict transcript "
    "assessment explanation testimony".split()
)
"""What is quoted, as the words before it call it."""
_GIVING = frozenset(
    "make deliver issue give release write send read offer provide publish post submit record leave add".split()
)
"""Verbs of which such words are the object."""
_ANSWERING = frozenset("respond reply answer react retort counter comment remark write joke quip recall object".split())
"""Verbs of which a quotation may stand some words behind."""
_FAR = 24
"""Words before a quotation among which it is called so."""
_OWNERS = frozenset(["by", "of", "from"])
_OF_SPEAKER = frozenset("statement statements remark remarks speech message words address testimony comments".split())
"""What is said to be "of" its speaker; a report or description is of its object."""


def introduced(lines: Sequence[Line], quoted: Quotations, found: Sequence[Speech]) -> Iterator[Speech]:
    """The quotations that a sentence introduces which tells whose words they are, without a verb of speech.

    Args:
        lines: the sentences of the document.
        quoted: its quotations.
        found: the reports that are found already, which keep what they quote.
    """
    taken = {part.start for speech in found for part in speech.parts}
    for line in lines:
        at = _quotation_behind(line, lines)
        if at is None or line.sentence.heading:
            continue
        number, stop = at
        parts = tuple(quoted.with_continuation(number))
        speaker = _speaker(line, stop)
        if speaker is None or parts[0].start in taken:
            continue
        phrase = line.words[speaker[0] : speaker[1]]
        yield Speech(
            speaker=Span(phrase[0].start, phrase[-1].end), cue=line.words[stop].span, parts=parts, act="say",
            content=Span(parts[0].start, parts[-1].end), manner=Manner.DIRECT, sentence=line.number,
            rule=Rule.QUOTATION_INTRODUCED, certain=True, pronoun=phrase[0].tag == "PRP", vague=is_vague(phrase),
        )  # fmt: skip


def _quotation_behind(line: Line, lines: Sequence[Line]) -> tuple[int, int] | None:
    """The number of the quotation that a sentence leads over to, and the index of its colon or stop."""
    following = lines[line.number + 1] if line.number + 1 < len(lines) else None
    below = following is not None and following.quoted[:1] != () and following.quoted[0] >= 0
    within = max(line.quoted, default=-1) >= 0
    if not (below or within):
        return None
    words = line.words
    for i in range(1, len(words) - 1 if within else 0):
        if words[i].text == ":" and line.free(i) and line.quoted[i + 1] >= 0:
            return line.quoted[i + 1], i
    last = len(words) - 1
    if following is None or not (below and line.free(last) and following.is_mark(0)):
        return None
    told = words[last].text == ":" or (words[last].text == "." and any(w.lower == "following" for w in words))
    return (following.quoted[0], last) if told else None


def _speaker(line: Line, stop: int) -> tuple[int, int] | None:
    """The first word of who speaks and the one behind the last: "the statement *of Ana Reis*", "*She* made"."""
    words = line.words
    called = next((i for i in range(stop - 1, max(-1, stop - _FAR), -1) if words[i].lower in _WORDS), None)
    if called is None or any(not line.free(i) for i in range(called, stop)):
        return _answering(line, stop)
    verb = next((i for i in range(called - 1, -1, -1) if words[i].tag[:2] == "VB"), None)
    if verb is not None and _gives(words, verb):
        subject = speakers.before(line, group_start(words, verb))
        return None if subject is None or subject.antecedent else (subject.first, subject.last + 1)
    owners = [i for i in range(called, stop) if words[i].lower in _OWNERS]
    for i in sorted(owners, key=lambda i: words[i].lower != "by"):
        end = nouns.end_of(words, i + 1)
        of_speaker = words[i].lower != "of" or words[called].lower in _OF_SPEAKER
        if end is not None and of_speaker and any(w.tag in ("NNP", "PRP") for w in words[i + 1 : end]):
            return i + 1, end
    return _answering(line, stop)


def _answering(line: Line, stop: int) -> tuple[int, int] | None:
    """Who answers, in "Reis answered the critics by pointing at the harbour: ..."; None for any other sentence."""
    words = line.words
    verb = next((i for i in range(stop) if words[i].is_finite and line.free(i)), None)
    if verb is None or words[verb].tag != "VBD" or base_form(words[verb].lower) not in _ANSWERING:
        return None
    subject = speakers.before(line, group_start(words, verb))
    if subject is None or subject.how not in (Position.ADJACENT, Position.APPOSITION):
        return None
    return subject.first, subject.last + 1


def _gives(words: Sequence[Word], verb: int) -> bool:
    """Whether a verb, in the active voice and with a tense, has the words that follow for its object."""
    first = group_start(words, verb)
    group = words[first : verb + 1]
    passive = words[verb].tag == "VBN" and any(base_form(w.lower) == "be" for w in group[:-1])
    finite = words[verb].tag in ("VBD", "VBZ", "VBP") or any(w.is_finite for w in group)
    return finite and not passive and base_form(words[verb].lower) in _GIVING
