"""What a report of speech is: who says what."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from quizgen.language.speech.names import Guard, Position, Rule
from quizgen.model.document import Span


class Manner(StrEnum):
    """How the said is given."""

    DIRECT = "direct"
    """In quotation marks, word for word."""
    MIXED = "mixed"
    """As a clause with words of it in quotation marks."""
    INDIRECT = "indirect"
    """As a clause: that ..., a bare clause, or an infinitive."""
    ACT = "act"
    """As the object of what was done by speaking: announced a plan, thanked Peru for its support."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """One report of speech."""

    speaker: Span
    """The speaker's noun phrase as it stands: ``President Xi Jinping``, ``the company``, ``He``, ``who``."""
    cue: Span
    """The verb group: ``also pointed out``; or ``according to``; or a transcript's colon."""
    content: Span
    """What is said, without quotation marks or ``that``; from the first to the last of ``parts``."""
    parts: tuple[Span, ...]
    """The content without what interrupts it (``he said``) in order."""
    act: str
    """The base form of the cue: ``point out``, ``thank``, ``announce``."""
    manner: Manner
    sentence: int
    """The number of the sentence the cue stands in."""
    rule: Rule
    """The name of the rule that found the content."""
    position: Position | None = None
    """Where the speaker stands to the verb; None for what is said without one."""
    certain: bool
    """Whether speaker and content are certain by the text."""
    guards: tuple[Guard, ...] = ()
    """What speaks against a card."""
    antecedent: Span | None = None
    """For ``who``, ``which`` and ``that``: the noun phrase before it."""
    pronoun: bool = False
    """Whether the speaker is a pronoun that someone must resolve."""
    vague: bool = False
    """Whether the speaker is nobody in particular: ``officials``, ``some``, ``critics``."""
    attitude: bool = False
    """Whether it is a thought or wish rather than an utterance: believes, wants, plans."""
    carried: bool = False
    """Whether the speaker is carried on from an earlier sentence."""
