"""Who says what: quotations, indirect speech and acts of speech, each with its speaker."""

from quizgen.language.speech.finding import find_speech
from quizgen.language.speech.model import Manner, Speech
from quizgen.language.speech.names import Guard, Position, Rule

__all__ = ["Guard", "Manner", "Position", "Rule", "Speech", "find_speech"]
