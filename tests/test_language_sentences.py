"""Sentences, headings and words, each in its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from language_tools import understood, words, wrong

from quizgen.generate import generate
from quizgen.language import sentences
from quizgen.language.sentences import split_sentences
from quizgen.model.document import Document

WHOLE = [
    "Dr. Ana Reis met Prof. J. R. Holt in St. Petersburg.",
    "The U.S. President spoke.",
    "It cost $3.5 million (about 2.1 percent).",
    "Apples, pears etc. were sold.",
    "No. 5 was the best of the wines.",
    "The mine, at No. 12 High St. in Leeds, closed on 3 Jan. 1968.",
    "“Stop!” he cried.",
    'He asked: "Who built the bridge?"',
    "The line is\nwrapped here, and goes on\nto the end.",
    wrong("Sales at Yahoo! Inc. rose in Jan. 2004.", reason="the mark in the name ends the sentence"),
]

SEVERAL = {
    "He left the U.S. The crowd cheered.": ["He left the U.S.", "The crowd cheered."],
    '"Stop!" he cried. "Why?" she asked. Nobody answered.': [
        '"Stop!" he cried.',
        '"Why?" she asked.',
        "Nobody answered.",
    ],
    "He said: “It is late. We must go.” Then he left.": [
        "He said: “It is late.",
        "We must go.”",
        "Then he left.",
    ],
    "World War I. It began in 1914.": ["World War I.", "It began in 1914."],
    "Wait... what? Yes! (He laughed.) Then he went.": [
        "Wait... what?",
        "Yes!",
        "(He laughed.)",
        "Then he went.",
    ],
    "It was 10 a.m. The wind was strong.": ["It was 10 a.m.", "The wind was strong."],
    "Aims:\n- plant oaks\n- save the bees. At once": ["Aims:", "plant oaks", "save the bees.", "At once"],
    "1. The dam broke.\n2. The town fled.": ["The dam broke.", "The town fled."],
}


@pytest.mark.parametrize("text", WHOLE)
def test_a_sentence_stays_whole(text: str) -> None:
    assert [sentence.span.of(text) for sentence in understood(text).sentences] == [text]


@pytest.mark.parametrize("text", SEVERAL)
def test_sentences_are_told_apart(text: str) -> None:
    assert [sentence.span.of(text) for sentence in understood(text).sentences] == SEVERAL[text]


def test_a_heading_is_no_sentence() -> None:
    text = "Opening of the Bridge\n\nThe bridge was opened. It is long.\n\nThe builders\n\nThey were from Leeds."
    sentences = understood(text).sentences
    assert [s.span.of(text) for s in sentences if s.heading] == ["Opening of the Bridge", "The builders"]
    assert [s.paragraph for s in sentences] == [0, 1, 1, 2, 3]
    assert [s.index for s in sentences] == [0, 1, 2, 3, 4]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Mr. O'Neill's R&D team", ["Mr.", "O'Neill", "'s", "R&D", "team"]),
        ("COVID-19 cost $3.5bn", ["COVID-19", "cost", "$3.5bn"]),
        ("a 60th China-Laos day", ["a", "60th", "China-Laos", "day"]),
        ("see https://a.example/b?c=d.", ["see", "https://a.example/b?c=d."]),
        ("they don't “know”…", ["they", "don't", "“", "know", "”", "…"]),
        ("12:30, 3/4 and 5.5%", ["12:30", ",", "3/4", "and", "5.5%"]),
    ],
)
def test_words(text: str, tokens: list[str]) -> None:
    found = words(text)
    assert [word.text for word in found] == tokens
    assert all(text[word.start : word.end] == word.text for word in found)
    assert all(word.lower == word.text.lower().replace("’", "'") for word in found)


@pytest.mark.parametrize("text", ["", " \n\t\n ", "…", "\ufeff", "-\n-\n-", '"""', "())((", "\x0c\x0c"])
def test_next_to_nothing_is_understood_as_next_to_nothing(text: str) -> None:
    u = understood(text)
    assert all(s.words for s in u.sentences)
    assert (list(u.dates), list(u.speech)) == ([], [])


def test_words_that_were_put_away_come_back_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Dr. Ada Hartley didn’t stay. “We left,” she said. The U.S. sent 4,000 lamps!\n\nThe mill burned. It rained."
    plain = split_sentences(text)
    monkeypatch.setattr(sentences, "_SHORT", 0)
    monkeypatch.setattr(sentences, "_AT_HAND", 2)
    put_away = split_sentences(text)
    assert [len(sentence) for sentence in put_away] == [len(sentence.words) for sentence in plain]
    for _ in range(2):
        assert [sentence.words for sentence in put_away] == [sentence.words for sentence in plain]
    assert put_away == plain


def test_a_long_text_gives_the_cards_that_it_would_give_with_all_words_at_hand(
    monkeypatch: pytest.MonkeyPatch, checkout: Path
) -> None:
    text = (checkout / "decks" / "sources" / "vienna.txt").read_text(encoding="utf-8")
    whole = generate([Document(text=text)], deck_id="vienna")
    monkeypatch.setattr(sentences, "_SHORT", 0)
    monkeypatch.setattr(sentences, "_AT_HAND", 5)
    assert generate([Document(text=text)], deck_id="vienna") == whole
