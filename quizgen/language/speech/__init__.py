"""Who says what: quotations, indirect speech and acts of speech, each with its speaker."""

from quizgen.language.speech.finding import find_speech
from quizgen.language.speech.model import Manner, Speech

__all__ = ["Manner", "Speech", "find_speech"]
