"""Who says what: every rule, place of the speaker and guard by its examples, and what holds for any text."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from quizgen.language.sentences import split_sentences
from quizgen.language.speech import Guard, Position, Rule, Speech, find_speech

EXAMPLES: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("corpus").joinpath("speech.yaml").read_text(encoding="utf-8")
)


def speech_in(text: str) -> tuple[Speech, ...]:
    return find_speech(text, split_sentences(text))


def told(speech: Speech, text: str) -> list[str | None]:
    """A report as the examples write it."""
    place = str(speech.position) if speech.position else None
    doubt: list[str | None] = [] if speech.certain else ["?"]
    return [*doubt, str(speech.rule), place, speech.speaker.of(text), speech.content.of(text)]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["text"][:60])
def test_example(example: dict[str, Any]) -> None:
    text = example["text"]
    found = speech_in(text)
    if "says" in example:
        assert [told(speech, text) for speech in found] == example["says"]
    assert not {str(speech.rule) for speech in found} & set(example.get("not", ()))
    if "guards" in example:
        assert [str(guard) for guard in found[0].guards] == example["guards"]


def test_every_rule_has_examples_and_near_misses() -> None:
    found = [speech for example in EXAMPLES for speech in speech_in(example["text"])]
    assert {speech.rule for speech in found} == set(Rule)
    assert {speech.position for speech in found} >= set(Position)
    assert {guard for speech in found for guard in speech.guards} == set(Guard)
    assert {name for example in EXAMPLES for name in example.get("not", ())} == {str(rule) for rule in Rule}


def test_relative_speaker_comes_with_its_antecedent() -> None:
    text = "Ruiz, who said the river was low, is a hydrologist."
    (speech,) = speech_in(text)
    assert speech.pronoun
    assert speech.antecedent is not None
    assert speech.antecedent.of(text) == "Ruiz"


def test_interrupted_content_has_its_parts() -> None:
    text = '"It works," he said. "It works every time."'
    (speech,) = speech_in(text)
    assert [part.of(text) for part in speech.parts] == ["It works", "It works every time."]
    assert speech.cue.of(text) == "said"


PIECES = st.sampled_from(
    [
        *" \"“”'‘’,.:;?!-()\n",
        *(
            "\n\n",
            "''",
            " said",
            " Smith",
            " the mayor",
            " that",
            " who",
            " and",
            " to",
            " adding",
            " it was",
        ),
        *(" according to", " told", " she", " announced", " plans", " in Ohio", " Monday", " not"),
    ]
)


@given(st.lists(PIECES, max_size=60).map("".join))
def test_any_text_gives_spans_inside_it(text: str) -> None:
    for speech in speech_in(text):
        for span in (speech.speaker, speech.cue, speech.content, *speech.parts):
            assert 0 <= span.start < span.end <= len(text)
        assert all(speech.content.contains(part) for part in speech.parts)
        assert [*speech.parts] == sorted(speech.parts)


HOSTILE = {
    "quotation marks": '"',
    "opening marks": "“",
    "quoted words": ' "a ',
    "single marks": "‘A ",
    "one endless sentence": "he said that she said that they know ",
    "endless predicates": "Smith said it and announced it and ",
    "commas": "Smith, a man, ",
    "brackets": "said (",
    "open paragraphs": "“Foo bar.\n\n",
    "labels": "MR. SMITH: Hello.\n\n",
    "short reports": '"A b c," he said. ',
}


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_cost_grows_with_the_text(name: str) -> None:
    def seconds(chars: int) -> float:
        text = HOSTILE[name] * (chars // len(HOSTILE[name]))
        sentences = split_sentences(text)
        runs = []
        for _ in range(3):
            begin = time.process_time()
            find_speech(text, sentences)
            runs.append(time.process_time() - begin)
        return min(runs)

    seconds(2_000)
    assert seconds(80_000) < 12 * seconds(20_000) + 0.02  # four times the text; the square would be sixteen
