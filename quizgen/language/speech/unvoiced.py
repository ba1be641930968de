"""Speech reported without a verb: ``according to X``, and the names of a transcript."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from quizgen.language.sentences import Sentence
from quizgen.language.speech import nouns
from quizgen.language.speech.extents import clause_end, has_main_clause, opening
from quizgen.language.speech.guards import is_vague
from quizgen.language.speech.line import Line
from quizgen.language.speech.model import Manner, Speech
from quizgen.language.speech.names import Rule
from quizgen.language.words import Word
from quizgen.model.document import Span

_LABEL_WORDS = 6
_PHRASE_WORDS = 14
_TITLES = frozenset(
    "mr. mr mrs. mrs ms. ms dr. dr president secretary senator chairman ambassador minister".split()
)


def according_to(line: Line) -> Iterator[Speech]:
    """According to X, ...; ..., according to X."""
    words = line.words
    for i in range(len(words) - 2):
        if words[i].lower == "according" and words[i + 1].lower == "to" and line.free(i):
            end = _phrase_end(line, i + 2)
            said = _said(line, i, end) if end else None
            if end and said:
                yield _speech(line, (i + 2, end), (i, i + 2), said)


def _phrase_end(line: Line, first: int) -> int | None:
    """Behind the speaker with all that describes it: a tally by the county, an aide who knows."""
    if nouns.end_of(line.words, first) is None:
        return None
    end = first
    while end < min(len(line.words), first + _PHRASE_WORDS) and line.words[end].tag not in (
        ",",
        ".",
        ":",
        "(",
        "WP",
        "CC",
    ):
        end += 1
    return end if end > first else None


def _said(line: Line, i: int, end: int) -> tuple[int, int] | None:
    """The words said: those before ``according to``, or behind the speaker where it opens the sentence."""
    first = opening(line)
    if i > first + 1:
        if line.words[i - 1].tag in ("IN", "CC", "DT"):
            return None  # X said that according to Y ...
        last = i - 1 if line.words[i - 1].tag == "," else i
        return (first, last) if has_main_clause(line, first, last) else None
    for k in range(end, len(line.words)):
        if line.is_comma(k) and has_main_clause(line, k + 1, min(k + 12, len(line.words))):
            stop = clause_end(line, k + 1, ())
            return None if stop is None else (k + 1, stop)
        if line.words[k].is_finite and line.free(k):
            return None
    return None


def _speech(line: Line, speaker: tuple[int, int], cue: tuple[int, int], said: tuple[int, int]) -> Speech:
    words = line.words
    content = _span(words[said[0] : said[1]])
    phrase = words[speaker[0] : speaker[1]]
    return Speech(
        speaker=_span(phrase),
        cue=_span(words[cue[0] : cue[1]]),
        content=content,
        parts=(content,),
        act="according to",
        manner=Manner.MIXED if any(q >= 0 for q in line.quoted[said[0] : said[1]]) else Manner.INDIRECT,
        sentence=line.index,
        rule=Rule.ACCORDING_TO,
        certain=True,
        pronoun=phrase[0].tag == "PRP",
        vague=is_vague(phrase),
    )


def _span(words: Sequence[Word]) -> Span:
    return Span(words[0].start, words[-1].end)


def transcript(sentences: Sequence[Sentence]) -> Iterator[Speech]:
    """MR. SMITH: ... - the paragraphs of a transcript that begin with a speaker's name."""
    opening = [s for i, s in enumerate(sentences) if i == 0 or s.paragraph != sentences[i - 1].paragraph]
    labels = {s.index: label for s in opening if (label := _label(s))}
    counts = Counter(
        tuple(w.text for w in sentence.words[:n]) for s, n in labels.items() if (sentence := sentences[s])
    )
    for index, n in labels.items():
        words = sentences[index].words
        known = counts[tuple(w.text for w in words[:n])] > 1 or words[0].lower in _TITLES
        if words[n + 1 :]:
            content = Span(words[n + 1].start, _paragraph_end(sentences, index))
            yield Speech(
                speaker=_span(words[:n]),
                cue=words[n].span,
                content=content,
                parts=(content,),
                act="say",
                manner=Manner.DIRECT,
                sentence=index,
                rule=Rule.TRANSCRIPT,
                certain=known and n > 0,
            )


def _label(sentence: Sentence) -> int:
    """The number of words of the name that a colon follows at the beginning, or 0."""
    for n, word in enumerate(sentence.words[: _LABEL_WORDS + 1]):
        if word.text == ":":
            return n
        if not (word.text[0].isupper() or word.text in ("(", ")", "-", ",")):
            return 0
    return 0


def _paragraph_end(sentences: Sequence[Sentence], index: int) -> int:
    last = index
    while last + 1 < len(sentences) and sentences[last + 1].paragraph == sentences[index].paragraph:
        last += 1
    return sentences[last].span.end
