"""What was understood of a document, as JSON for programs and as a report for people."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizgen.deckfile.text import printable
from quizgen.model.document import Span

if TYPE_CHECKING:
    from quizgen.language.calendar import DateMention
    from quizgen.language.speech import Speech
    from quizgen.language.understanding import Understanding

_LONGEST_SHOWN = 90
"""Characters of a quotation in the report."""


def as_json(understood: Understanding) -> str:
    """One JSON object on one line, in ASCII; offsets count characters of the document's text."""
    row = {
        "file": understood.document.file,
        "title": understood.title,
        "date": _day(understood),
        "sentences": [_place(sentence.span) | {"heading": sentence.heading} for sentence in understood.sentences],
        "names": [
            _place(mention.span) | {"kind": mention.kind.value}
            for sentence in understood.mentions
            for mention in sentence
        ],
        "aliases": [
            {"name": entity.name, "kind": entity.kind.value, "names": sorted(entity.names)}
            for entity in understood.aliases.entities
        ],
        "dates": [_date(date) for date in understood.dates],
        "speech": [_speech(understood, speech) for speech in understood.speech],
    }
    return json.dumps(row)


def as_report(understood: Understanding) -> str:
    """A report of several lines, in which nothing of the document can act on a terminal."""
    return "\n".join(_lines(understood))


def _lines(understood: Understanding) -> Iterator[str]:
    yield printable(understood.document.file)
    yield f"  title  {printable(understood.title) or 'not told'}"
    yield f"  date   {_day(understood) or 'not certain'}"
    yield from _section("names", _name_lines(understood))
    yield from _section("dates", _date_lines(understood))
    yield from _section("speech", _speech_lines(understood))


def _section(name: str, lines: Iterator[str]) -> Iterator[str]:
    found = list(lines)
    yield f"  {name}  {len(found) or 'none'}"
    yield from (f"    {line}" for line in found)


def _name_lines(understood: Understanding) -> Iterator[str]:
    for entity in understood.aliases.entities:
        others = sorted(entity.names.keys() - {entity.name})
        also = f", also {', '.join(others)}" if others else ""
        yield printable(f"{entity.kind.value}: {entity.name}{also}")


def _date_lines(understood: Understanding) -> Iterator[str]:
    for date in understood.dates:
        value = date.value.iso if date.value else "not certain"
        yield f"{_at(date.span)} {_quote(understood, date.span)} = {value} ({date.role.value})"


def _speech_lines(understood: Understanding) -> Iterator[str]:
    for speech in understood.speech:
        doubt = "" if speech.certain else f" (not certain: {', '.join(speech.guards) or speech.rule})"
        said = f"{_quote(understood, speech.cue)} {_quote(understood, *speech.parts)}"
        yield f"{_at(speech.content)} {printable(_speaker(understood, speech))}: {said}{doubt}"


def _day(understood: Understanding) -> str | None:
    return understood.reference.isoformat() if understood.reference else None


def _date(date: DateMention) -> dict[str, object]:
    value = date.value.iso if date.value else None
    return _place(date.span) | {
        "value": value,
        "role": date.role.value,
        "rule": date.rule,
        "basis": date.basis,
    }


def _speech(understood: Understanding, speech: Speech) -> dict[str, object]:
    return {
        "speaker": _place(speech.speaker) | {"name": _speaker(understood, speech)},
        "cue": _place(speech.cue) | {"act": speech.act},
        "content": _place(speech.content),
        "direct": speech.manner.value == "direct",
        "certain": speech.certain,
        "rule": speech.rule,
        "guards": list(speech.guards),
    }


def _speaker(understood: Understanding, speech: Speech) -> str:
    """Who speaks: by name where only one reading is possible, otherwise in the words that stand there."""
    referent = understood.speaker_of(speech)
    return referent.text if referent else _words(understood, speech.speaker)


def _words(understood: Understanding, span: Span) -> str:
    return " ".join(span.of(understood.text).split())


def _place(span: Span) -> dict[str, object]:
    return {"start": span.start, "end": span.end}


def _at(span: Span) -> str:
    return f"{span.start}-{span.end}"


def _quote(understood: Understanding, *parts: Span) -> str:
    words = " … ".join(_words(understood, part) for part in parts)
    short = words if len(words) <= _LONGEST_SHOWN else f"{words[: _LONGEST_SHOWN - 1]}…"
    return printable(f"“{short}”")
