"""Parts of speech where a word could be more than one."""

from __future__ import annotations

import pytest
from language_tools import words

CASES = [
    ("Visitors may enter the vault.", "may", "MD"),
    ("Visitors entered the vault in May.", "May", "NNP"),
    ("The law was passed by the Senate.", "passed", "VBN"),
    ("She passed the exam.", "passed", "VBD"),
    ("He has been elected.", "elected", "VBN"),
    ("This year marks the anniversary.", "marks", "VBZ"),
    ("The marks of the cup are old.", "marks", "NNS"),
    ("The opening of the bridge was late.", "opening", "NN"),
    ("The opening of the bridge halved the journey.", "halved", "VBD"),
    ("The bridge on the river ended the quarrel.", "ended", "VBD"),
    ("The first man to walk on the Moon spoke.", "walk", "VB"),
    ("The plan proposed by Norway failed.", "proposed", "VBN"),
    ("The plan, proposed by Norway, failed.", "failed", "VBD"),
    ("Will Smith will sing.", "Will", "NNP"),
    ("Will Smith will sing.", "will", "MD"),
    ("The President's plan failed.", "'s", "POS"),
    ("Thousands died.", "Thousands", "NNS"),
    ("He said that the mayor that he knew had left.", "said", "VBD"),
    ("Peter signed and sealed the letter.", "sealed", "VBD"),
    ("The mine closed in 1968.", "mine", "NN"),
    ("Countries will cut emissions.", "cut", "VB"),
    ("The cut was deep.", "cut", "NN"),
    ("In Norway the Fish Act of 1853 made herring cheap.", "made", "VBD"),
    ("The cup, often simply called the Bowl, is old.", "called", "VBN"),
    ("Ada, his wife, called the doctor.", "called", "VBD"),
    ("The school, based in Bergen, trains pilots.", "trains", "VBZ"),
    ("Boats, planes, trains and cars were sold.", "trains", "NNS"),
    ("The signing of the treaty in 1783 ended the war.", "ended", "VBD"),
    ("The launch of the ship in May was late.", "launch", "NN"),
    ("They run the laboratory.", "run", "VBP"),
    ("Galileo maintained that the Earth moves around the Sun.", "moves", "VBZ"),
    ("Galileo maintained that the moves of the Earth are slow.", "moves", "NNS"),
    ("A terrorist killed the guard.", "terrorist", "NN"),
    ("The terrorist group killed the guard.", "terrorist", "JJ"),
    ("The treaty signed in 1995 ended the war.", "signed", "VBN"),
    ("We encourage all ports to join.", "encourage", "VBP"),
    ("We strongly condemn the raid.", "condemn", "VBP"),
    ("Do we encourage them?", "encourage", "VB"),
    ("The run was long.", "run", "NN"),
]


@pytest.mark.parametrize(("text", "word", "tag"), CASES)
def test_a_word_is_read_by_its_neighbours(text: str, word: str, tag: str) -> None:
    assert [w.tag for w in words(text) if w.text == word] == [tag]


def test_punctuation_is_told_from_words() -> None:
    marked = {w.text: w.tag for w in words("“Yes” (he said), and went: 12 oaks!")}
    assert (marked[","], marked["("], marked[")"], marked["12"]) == (",", "(", ")", "CD")
    assert all(marked[mark] not in ("NN", "NNP") for mark in "“”!:")


def test_a_capital_makes_no_name_at_the_beginning_of_a_sentence_alone() -> None:
    tags = {w.text: w.tag for w in words("Farmers met. Bremen met too. In Bremen farmers ate.")}
    assert (tags["Farmers"], tags["Bremen"]) == ("NNS", "NNP")
