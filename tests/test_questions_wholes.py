"""Bodies told by the head of their names, told in full where the document knows but one."""

from __future__ import annotations

from language_tools import understood

from quizgen.questions.wholes import in_full

TEXT = "Chile left the Northern Fish Forum in 1950. Chile came back to the Forum in 1960."


def test_the_only_body_of_that_sort_is_told_in_full() -> None:
    asked = in_full("In which year did Chile come back to the Forum?", "1960", understood(TEXT))
    assert asked == "In which year did Chile come back to the Northern Fish Forum?"


def test_what_is_asked_for_is_not_told() -> None:
    asked = "Which forum did Chile call the Forum?"
    assert in_full(asked, "the Northern Fish Forum", understood(TEXT)) == asked


def test_of_two_neither_is_told() -> None:
    two = understood(f"{TEXT} Peru left the Southern Cod Forum.")
    asked = "In which year did Chile come back to the Forum?"
    assert in_full(asked, "1960", two) == asked


def test_what_was_said_stays_as_it_was() -> None:
    asked = "Who said: “We left the Forum”?"
    assert in_full(asked, "Ana Reis", understood(TEXT)) == asked
