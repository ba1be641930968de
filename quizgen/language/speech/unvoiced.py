"""Speech reported without a verb: ``according to X``, and the names of a transcript."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from quizgen.language.gazetteer import title_mark
from quizgen.language.sentences import Sentence
from quizgen.language.speech import nouns
from quizgen.language.speech.extents import clause_end, has_main_clause, opening
from quizgen.language.speech.guards import is_vague
from quizgen.language.speech.line import Line
from quizgen.language.speech.model import Manner, Speech
from quizgen.language.speech.names import Rule
from quizgen.language.speech.verbs import is_saying
from quizgen.language.words import Word
from quizgen.model.document import Span

_LABEL_WORDS = 6
_LONGEST_TAIL = 60
_PHRASE_WORDS = 14
_TITLES = frozenset("mr. mr mrs. mrs ms. ms dr. dr president secretary senator chairman ambassador minister".split())


def according_to(line: Line) -> Iterator[Speech]:
    """According to X, ...; ..., according to X; as stated by X, ..."""
    words = line.words
    for i, word in enumerate(words[:-2]):
        first = i + _length_of_cue(words, i) if word.lower in ("according", "as") and line.free(i) else i
        end = _phrase_end(line, first) if first > i else None
        said = _said(line, i, end) if end else None
        if end and said:
            yield _speech(line, (first, end), (i, first), said)


def _length_of_cue(words: Sequence[Word], i: int) -> int:
    """The words of "according to" or "as stated by" at ``i``; 0 where neither stands."""
    if words[i].lower == "according":
        return 2 if words[i + 1].lower == "to" else 0
    stated = words[i + 2].lower == "by" and is_saying(words[i + 1])
    return 3 if stated and (i == 0 or words[i - 1].tag == ",") else 0


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


def _said(line: Line, i: int, end: int) -> list[tuple[int, int]]:
    """The words said: those before ``according to``, or behind the speaker where it opens the sentence."""
    first = opening(line)
    if i <= first + 1:
        return _said_behind(line, end)
    if line.words[i - 1].tag in ("IN", "CC", "DT"):
        return []  # X said that according to Y ...
    between = line.words[i - 1].tag == "," and line.is_comma(end) and _is_parted(line, i - 2, end + 1)
    stop = clause_end(line, end + 1, ()) if between else None
    last = i - 1 if line.words[i - 1].tag == "," else i
    if stop is not None:
        return [(first, last), (end + 1, stop)]
    return [(first, last)] if has_main_clause(line, first, last) else []


def _is_parted(line: Line, before: int, after: int) -> bool:
    """Whether the clause is incomplete without what follows: the port is, according to X, the largest."""
    words = line.words
    if not after < len(words) < after + _LONGEST_TAIL:
        return False
    return words[before].is_finite or words[after].is_finite or words[after].tag in ("VB", "VBN")


def _said_behind(line: Line, end: int) -> list[tuple[int, int]]:
    for k in range(end, len(line.words)):
        if line.is_comma(k) and _closes_description(line, k):
            continue  # According to Ana Reis, | the mayor, ...
        if line.is_comma(k) and has_main_clause(line, k + 1, min(k + 12, len(line.words))):
            stop = clause_end(line, k + 1, ())
            return [] if stop is None else [(k + 1, stop)]
        if line.words[k].is_finite and line.free(k):
            break
    return []


def _closes_description(line: Line, k: int) -> bool:
    """Whether a description of the speaker, closed by a comma, follows the comma at ``k``, and then what is said."""
    words = line.words
    end = next((i for i in range(k + 1, min(k + _PHRASE_WORDS, len(words))) if line.is_comma(i)), 0)
    if not end or words[k + 1].tag not in ("DT", "NN", "NNP") or any(w.is_finite for w in words[k + 1 : end]):
        return False
    told = any(title_mark(w.lower) for w in words[k + 1 : end]) or _names_holder(words, k, end)
    return told and has_main_clause(line, end + 1, min(end + 12, len(words)))


def _names_holder(words: Sequence[Word], k: int, end: int) -> bool:
    """Whether the name of who holds the office before the comma at ``k`` is all that stands up to the next one."""
    named = all(w.tag == "NNP" for w in words[k + 1 : end])
    return named and any(title_mark(w.lower) == "O" for w in words[max(0, k - _LABEL_WORDS) : k])


def _speech(line: Line, speaker: tuple[int, int], cue: tuple[int, int], said: list[tuple[int, int]]) -> Speech:
    words = line.words
    parts = tuple(_span(words[first:end]) for first, end in said)
    quoted = any(q >= 0 for first, end in said for q in line.quoted[first:end])
    phrase = words[speaker[0] : speaker[1]]
    return Speech(
        speaker=_span(phrase),
        cue=_span(words[cue[0] : cue[1]]),
        content=Span(parts[0].start, parts[-1].end),
        parts=parts,
        act="according to",
        manner=Manner.MIXED if quoted else Manner.INDIRECT,
        sentence=line.number,
        rule=Rule.ACCORDING_TO,
        certain=True,
        pronoun=phrase[0].tag == "PRP",
        vague=is_vague(phrase),
    )


def _span(words: Sequence[Word]) -> Span:
    return Span(words[0].start, words[-1].end)


def transcript(text: str, sentences: Sequence[Sentence]) -> Iterator[Speech]:
    """MR. SMITH: ... - the paragraphs of a transcript that begin with a speaker's name."""
    opening = [s for i, s in enumerate(sentences) if i == 0 or s.paragraph != sentences[i - 1].paragraph]
    opening = [s for s in opening if ":" in s.span.of(text)]
    labels = {s.index: label for s in opening if (label := _label(s))}
    counts = Counter(tuple(w.text for w in sentence.words[:n]) for s, n in labels.items() if (sentence := sentences[s]))
    for index, n in labels.items():
        words = sentences[index].words
        known = counts[tuple(w.text for w in words[:n])] > 1 or any(w.lower in _TITLES for w in words[:n])
        if words[n + 1 :] and not sentences[index].heading:
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
            return (
                n
                if sum(w.tag == "(" for w in sentence.words[:n]) == sum(w.tag == ")" for w in sentence.words[:n])
                else 0
            )
        if not (word.text[0].isupper() or word.text in ("(", ")", "-", ",")):
            return 0
    return 0


def _paragraph_end(sentences: Sequence[Sentence], index: int) -> int:
    last = index
    while last + 1 < len(sentences) and sentences[last + 1].paragraph == sentences[index].paragraph:
        last += 1
    return sentences[last].span.end
