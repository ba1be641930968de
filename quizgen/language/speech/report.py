"""A verb of speech with its speaker, before it is known what is said; and what is said, once found."""

from __future__ import annotations

from typing import NamedTuple

from quizgen.language.speech.line import Line
from quizgen.language.speech.model import Manner
from quizgen.language.speech.names import Position, Rule
from quizgen.language.speech.speakers import Subject
from quizgen.language.speech.subordination import introduced
from quizgen.language.speech.verbs import Frame, VerbGroup
from quizgen.model.document import Span


class Report(NamedTuple):
    """A verb of speech and whose it is."""

    line: Line
    group: VerbGroup
    subject: Subject

    @property
    def first(self) -> int:
        """Index of the first word of speaker and verb; the verb's own where the speaker stands far off."""
        return min(self.subject.first, self.group.first) if self.is_whole else self.group.first

    @property
    def last(self) -> int:
        """Index of the last word of speaker and verb."""
        return max(self.subject.last, self.group.last) if self.subject.how is Position.INVERTED else self.group.last

    @property
    def is_whole(self) -> bool:
        """Whether speaker and verb make one clause of their own: ``Smith, the mayor, said``."""
        return self.subject.how in (Position.ADJACENT, Position.APPOSITION, Position.INVERTED)

    @property
    def introduced(self) -> str:
        """The conjunction that makes the report a subordinate clause (``when X said``), or ``""``."""
        return introduced(self.line, self.subject.first) if self.is_whole else ""

    @property
    def is_enclosed(self) -> bool:
        """Whether a comma ends the clause it stands in: ``When X said ..., Y left``; ``X, who said``."""
        relative = self.subject.how is Position.RELATIVE and self.line.is_comma(self.subject.first - 1)
        return relative or bool(self.introduced)

    def has(self, *frames: Frame) -> bool:
        """Whether the verb takes one of the complements named."""
        return not self.group.cue.frames.isdisjoint(frames)


class Found(NamedTuple):
    """What a report says."""

    parts: tuple[Span, ...]
    manner: Manner
    rule: Rule
    last: int = -1
    """Index of the last word of the report's sentence that belongs to it, or -1."""
