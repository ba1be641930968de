"""What is understood of a document, gathered once for every kind of fact."""

from __future__ import annotations

import datetime as dt
from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from quizgen.language.aliases import Aliases, build_aliases
from quizgen.language.author import Author, find_author
from quizgen.language.calendar import DateMention, find_dates
from quizgen.language.calendar.reference import document_date
from quizgen.language.calendar.scanner import scan
from quizgen.language.clauses import Clause, find_clauses
from quizgen.language.coreference import Coreference
from quizgen.language.fuller import fuller_names
from quizgen.language.meeting import who_meet
from quizgen.language.names import Mention, find_names, word_ranges
from quizgen.language.pattern import Pattern
from quizgen.language.protagonist import protagonist, sex_told, with_protagonist
from quizgen.language.referent import Referent
from quizgen.language.sentences import Sentence, sentences_of
from quizgen.language.speech import Speech, find_speech
from quizgen.language.tally import Tally
from quizgen.language.topic import find_topic, shared_name
from quizgen.language.turns import Turns
from quizgen.language.whole import stands_at
from quizgen.model.characters import ILLEGAL
from quizgen.model.document import Document, Span

_LONGEST_PROOF = 600
_DAYS = frozenset("today yesterday monday tuesday wednesday thursday friday saturday sunday".split())
_CAPITALISED = Pattern(r"\b[^\W_a-z]\w*")


@dataclass(frozen=True, eq=False)
class Understanding:
    """A document with all that the English toolkit finds in it; every place is an offset in its text."""

    document: Document
    title: str
    """Of the document; empty where neither it nor its caller gives one."""
    reference: dt.date | None
    """The document's own date, where certain: relative dates are counted from it."""
    sentences: tuple[Sentence, ...]
    mentions: tuple[tuple[Mention, ...], ...]
    """The names in each sentence."""
    aliases: Aliases
    dates: tuple[DateMention, ...]
    clauses: tuple[tuple[Clause, ...], ...]
    """The finite clauses of each sentence; none for a heading."""
    tally: Tally
    """What words it has."""

    @cached_property
    def text(self) -> str:
        """The document's text."""
        return self.document.text

    @cached_property
    def worked_out(self) -> dict[object, object]:
        """What else was worked out from it, once for all that ask, by what worked it out."""
        return {}

    @cached_property
    def speech(self) -> tuple[Speech, ...]:
        """The reports of speech."""
        return find_speech(self.text, self.sentences)

    @cached_property
    def coreference(self) -> Coreference:
        """What pronouns and descriptions stand for."""
        return Coreference(self.text, self.sentences, self.mentions, self.clauses, self.aliases)

    @cached_property
    def author(self) -> Author | None:
        """Who says "we" and "I" in it."""
        return find_author(self.title, self.sentences, self.text, self.aliases)

    @cached_property
    def _starts(self) -> list[int]:
        return [s.span.start for s in self.sentences]

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence that holds the character at ``offset``."""
        return self.sentences[max(0, bisect_right(self._starts, offset) - 1)]

    def sentences_in(self, span: Span) -> Sequence[Sentence]:
        """The sentences that hold a part of ``span``, in order."""
        return self.sentences[self.sentence_at(span.start).index : bisect_left(self._starts, span.end)]

    def clause_at(self, sentence: Sentence, offset: int) -> Clause | None:
        """The innermost finite clause that holds the character at ``offset``."""
        index = sentence.word_at(offset)
        holding = [c for c in self.clauses[sentence.index] if c.start <= index < c.end]
        return max(holding, key=lambda c: (c.start, c.verb.start), default=None)

    @cached_property
    def dates_by_sentence(self) -> dict[int, list[DateMention]]:
        """The calendar expressions by the number of their sentence; none that runs across its end."""
        found: dict[int, list[DateMention]] = {}
        for date in self.dates:
            sentence = self.sentence_at(date.span.start)
            if sentence.span.contains(date.span):
                found.setdefault(sentence.index, []).append(date)
        return found

    def proof(self, span: Span) -> Span:
        """What to cite for a fact at ``span``: its sentence, or its surroundings where the sentence is very long."""
        sentence = self.sentence_at(span.start).span
        if sentence.end - sentence.start <= _LONGEST_PROOF:
            return sentence
        start, end = (
            max(sentence.start, span.start - _LONGEST_PROOF // 3),
            min(sentence.end, span.end + _LONGEST_PROOF // 3),
        )
        while start > sentence.start and not self.text[start - 1].isspace():
            start -= 1
        while end < sentence.end and not self.text[end].isspace():
            end += 1
        return Span(start, end)

    def named(self, name: str) -> str:
        """A name as it stands inside a sentence, with the article the document gives it: "the CPC"."""
        if name not in self._named:
            self._named[name] = self._with_article(self._fuller.get(name, name))
        return self._named[name]

    @cached_property
    def _named(self) -> dict[str, str]:
        return {}

    @cached_property
    def _fuller(self) -> dict[str, str]:
        return fuller_names(self.aliases.entities, self.text)

    def _with_article(self, name: str) -> str:
        if name.startswith(("the ", "The ")):
            return f"the {name[4:]}"
        at = next((at for at in self.places(name) if not self._qualifies(at, name)), 0)
        return f"the {name}" if self.text[max(0, at - 4) : at] in ("the ", "The ") else name

    def _qualifies(self, at: int, name: str) -> bool:
        """Whether a name says nothing of its article: in a heading, or before what it qualifies, "the Oneida board"."""
        sentence, end = self.sentence_at(at), at + len(name)
        behind = sentence.word_at(end - 1) + 1
        after = sentence.words[behind] if behind < len(sentence.words) else None
        noun = (
            after is not None and after.tag in ("NN", "NNS", "NNP", "POS", "VBG", "HYPH") and after.lower not in _DAYS
        )
        return sentence.heading or noun or self.text[end : end + 1] in ("-", "/")

    def places(self, name: str) -> Iterator[int]:
        """Where a name stands in the text in whole words, by the place of the rarest of them."""
        words = [m for m in _CAPITALISED.finditer(name) if m[0] in self._capitalised]
        if not words:
            return
        rarest = min(words, key=lambda m: len(self._capitalised[m[0]]))
        for place in self._capitalised[rarest[0]]:
            if place >= rarest.start() and stands_at(name, self.text, place - rarest.start()):
                yield place - rarest.start()

    @cached_property
    def _capitalised(self) -> dict[str, array[int]]:
        """Where each word with a capital or a figure begins."""
        found: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
        for match in _CAPITALISED.finditer(self.text):
            found[match[0]].append(match.start())
        return found

    def is_quoted(self, span: Span) -> bool:
        """Whether a place lies within words that someone is quoted with."""
        quoting = (s for s in self.speech_about(span) if s.manner in ("direct", "mixed"))
        return any(part.overlaps(span) for s in quoting for part in s.parts)

    def speech_about(self, span: Span) -> Sequence[Speech]:
        """The reports of speech that reach into the sentence of ``span``, in order."""
        return self._speech_by_sentence.get(self.sentence_at(span.start).index, ())

    def speaker_of(self, speech: Speech) -> Referent | None:
        """Whom the speaker of a report stands for, who may be named a sentence before what is said."""
        if speech.cue in self._turns:
            return self._turns[speech.cue]
        return self.coreference.resolve(speech.speaker, self.sentence_at(speech.speaker.start).index)

    @cached_property
    def _turns(self) -> dict[Span, Referent | None]:
        turns = Turns(self.text, self.sentences, self.mentions, self.aliases, self.coreference)
        return turns.speakers(self.speech)

    @cached_property
    def _speech_by_sentence(self) -> dict[int, list[Speech]]:
        found: dict[int, list[Speech]] = {}
        for speech in self.speech:
            first = self.sentence_at(min(speech.cue.start, speech.content.start)).index
            last = self.sentence_at(max(speech.cue.end, speech.content.end)).index
            for number in range(first, last + 1):
                found.setdefault(number, []).append(speech)
        return found


def understand(document: Document) -> Understanding:
    """Read a document's language.

    Args:
        document: with its date where the caller knows it; else a dateline or an opening absolute date is taken.
    """
    text = document.text
    sentences, mentions, clauses, tally = _read(text)
    expressions = tuple(scan(text))
    reference = document.date
    if reference is None and (found := document_date(text, expressions)) is not None:
        reference = found[0]
    title = " ".join(ILLEGAL.sub(" ", document.title or _title(sentences, text)).split())
    sex = sex_told(text)
    mentions = with_protagonist(sex, text, sentences, mentions)
    aliases = build_aliases(text, sentences, mentions)
    aliases.together = who_meet(sentences, mentions, aliases)
    if (found_topic := find_topic(title, text, sentences, mentions, aliases)) is not None:
        aliases.topic, aliases.topic_nouns = found_topic
        if (shared := shared_name(title, text, aliases)) is not None:
            aliases.share(shared)
    elif aliases.together is None:
        aliases.hero = protagonist(sex, sentences, aliases)
    return Understanding(
        document=document,
        title=title,
        reference=reference,
        sentences=sentences,
        mentions=mentions,
        aliases=aliases,
        dates=find_dates(text, reference=reference, sentences=sentences, expressions=expressions),
        clauses=clauses,
        tally=tally,
    )


def _read(
    text: str,
) -> tuple[tuple[Sentence, ...], tuple[tuple[Mention, ...], ...], tuple[tuple[Clause, ...], ...], Tally]:
    """The sentences, each with its names and clauses, and their words counted: all while its words are at hand."""
    sentences: list[Sentence] = []
    mentions: list[tuple[Mention, ...]] = []
    clauses: list[tuple[Clause, ...]] = []
    tally = Tally()
    for sentence in sentences_of(text):
        named = tuple(find_names(text, sentence))
        sentences.append(sentence)
        mentions.append(named)
        clauses.append(() if sentence.heading else find_clauses(sentence.words, word_ranges(named)))
        tally.add(sentence)
    return tuple(sentences), tuple(mentions), tuple(clauses), tally


def _title(sentences: Sequence[Sentence], text: str) -> str:
    """The first line, where it reads as a heading."""
    if sentences and sentences[0].heading:
        return sentences[0].span.of(text)
    return ""
