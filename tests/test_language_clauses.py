"""Clauses: which verb has which subject, and how far each reaches."""

from __future__ import annotations

import pytest
from language_tools import clauses, said, wrong

from quizgen.language.clauses import ClauseKind

CASES = [
    ("The club was founded in 1850 and grew.", "founded", ClauseKind.MAIN, "The club"),
    ("The club was founded in 1850 and grew quickly.", "grew", ClauseKind.JOINED, "The club"),
    ("The ship was planned in 1983 but was built in 1990.", "built", ClauseKind.JOINED, "The ship"),
    ("The mayor, who had studied in Prague, opened the clinic.", "opened", ClauseKind.MAIN, "The mayor"),
    ("The mayor, who had studied in Prague, opened the clinic.", "studied", ClauseKind.RELATIVE, None),
    ("The novel which Lucia wrote was banned.", "wrote", ClauseKind.RELATIVE, "Lucia"),
    ("The novel which Lucia wrote was banned.", "banned", ClauseKind.MAIN, "The novel"),
    ("Ada said that the novel which Lucia wrote was banned.", "banned", ClauseKind.SUBORDINATE, "the novel"),
    ("The ship that carried Anna to Chile sank.", "sank", ClauseKind.MAIN, "The ship"),
    ("She praised the men who built the ship that sank.", "sank", ClauseKind.RELATIVE, None),
    ("Animals that break down dead wood are called saprobes.", "called", ClauseKind.MAIN, "Animals"),
    ("A market in which there is one seller is called a monopoly.", "called", ClauseKind.MAIN, "A market"),
    ("A tax on imported goods is called a tariff.", "called", ClauseKind.MAIN, "A tax on imported goods"),
    ("The upkeep cost is the sum of all.", "is", ClauseKind.MAIN, "The upkeep cost"),
    ("Hugo left, and the mill, the house that he built, was sold.", "sold", ClauseKind.MAIN, "the mill"),
    ("The newly elected mayor left.", "left", ClauseKind.MAIN, "The newly elected mayor"),
    ("Those who fled the city in 1922 settled in Athens.", "settled", ClauseKind.MAIN, "Those"),
    ("When the war ended, the king returned.", "returned", ClauseKind.MAIN, "the king"),
    ("After the flood came in 1901, the owner sold the mill.", "sold", ClauseKind.MAIN, "the owner"),
    ("He said that the harbour would close.", "close", ClauseKind.SUBORDINATE, "the harbour"),
    ("When the war ended, the king returned.", "ended", ClauseKind.SUBORDINATE, "the war"),
    ("In 1962 the dam, built by Fiat, burst.", "burst", ClauseKind.MAIN, "the dam"),
    ("The treaty, signed in 1783, ended the war.", "ended", ClauseKind.MAIN, "The treaty"),
    ("The University of Vienna was founded.", "founded", ClauseKind.MAIN, "The University of Vienna"),
    ("In March 1989 Ada Byrne wrote a letter.", "wrote", ClauseKind.MAIN, "Ada Byrne"),
    ("The mill burned down in May, reported the Elmsford Post.", "reported", ClauseKind.MAIN, "the Elmsford Post"),
    ("The mill burned down in May, said local media.", "said", ClauseKind.MAIN, "local media"),
    ("The mayor, a farmer, reported the loss of Elmsford Mill.", "reported", ClauseKind.MAIN, "The mayor"),
    ("The cup, often simply called the Bowl, is made of gold.", "made", ClauseKind.MAIN, "The cup"),
    ("The quiz, called ‘How Old Are You’, takes an hour.", "takes", ClauseKind.MAIN, "The quiz"),
    ("Hugo, called to the mill, called his brother.", "called", ClauseKind.MAIN, "Hugo"),
    ("Norway and Chile signed the treaty.", "signed", ClauseKind.MAIN, "Norway and Chile"),
    ("The bridge has been completed.", "completed", ClauseKind.MAIN, "The bridge"),
    ("A spokesman for Hugo left.", "left", ClauseKind.MAIN, "A spokesman for Hugo"),
    ("About 40 people from Bremen died.", "died", ClauseKind.MAIN, "About 40 people from Bremen"),
    ("At the end of the day Hugo wrote a letter.", "wrote", ClauseKind.MAIN, "Hugo"),
    ("The tunnel, he added, was opened.", "opened", ClauseKind.MAIN, "The tunnel"),
    ("Last year, Hugo spoke in Lima, went home and slept.", "went", ClauseKind.JOINED, "Hugo"),
    ("On Monday, Peru, Chile and Cuba signed it.", "signed", ClauseKind.MAIN, "Peru , Chile and Cuba"),
    ("Hugo told the court that Anna had left Bremen in 1938.", "left", ClauseKind.SUBORDINATE, "Anna"),
    (
        "The landing of the Eagle in 1969 was seen.",
        "seen",
        ClauseKind.MAIN,
        "The landing of the Eagle in 1969",
    ),
    (
        "Workers at the Gdansk shipyard went on strike.",
        "went",
        ClauseKind.MAIN,
        "Workers at the Gdansk shipyard",
    ),
    (
        "A stamp for the anniversary was issued.",
        "issued",
        ClauseKind.MAIN,
        "A stamp for the anniversary",
    ),
    (
        "Hugo Brandt, Anna Frey and Karl Maier sang.",
        "sang",
        ClauseKind.MAIN,
        "Hugo Brandt , Anna Frey and Karl Maier",
    ),
    wrong(
        "Anna Frey sang and Karl Maier danced.",
        "danced",
        ClauseKind.MAIN,
        "Karl Maier",
        reason="taken for a participle",
    ),
]


@pytest.mark.parametrize(("text", "verb", "kind", "subject"), CASES)
def test_a_verb_has_its_subject(text: str, verb: str, kind: ClauseKind, subject: str | None) -> None:
    found = [
        (clause.kind, said(sentence, clause.subject))
        for sentence, clause in clauses(text)
        if sentence.words[clause.verb.main].text == verb
    ]
    assert found == [(kind, subject)]


@pytest.mark.parametrize(
    "text",
    [
        "Nobody in Mexico signed.",
        "No delegate from Norway signed.",
        "Fewer than 40 of the passengers from Bremen signed.",
        "Hardly anyone in Peru signed.",
        "Neither Peru nor Chile signed.",
        "All but Chile signed.",
        "The decision to join the League was signed.",
        "In Lima, Peru, Ada and Hugo signed.",
    ],
)
def test_what_is_not_surely_the_subject_is_none(text: str) -> None:
    assert [clause.subject for _, clause in clauses(text)] == [None]


@pytest.mark.parametrize(
    ("text", "passive"),
    [
        ("The club was founded.", True),
        ("The bridge has been completed.", True),
        ("The bridge has opened.", False),
        ("The bridge was long.", False),
        ("The bridge will be opened.", True),
    ],
)
def test_the_passive(text: str, passive: bool) -> None:
    assert [clause.verb.passive for _, clause in clauses(text)] == [passive]


@pytest.mark.parametrize(
    ("text", "opener"),
    [
        ("He said that it rained.", "that"),
        ("He left because it rained.", "because"),
        ("He met Ada, who sang.", "who"),
    ],
)
def test_the_word_that_opens_a_clause(text: str, opener: str) -> None:
    assert [clause.opener for _, clause in clauses(text)] == ["", opener]


def test_clauses_lie_in_their_sentence_with_their_verbs() -> None:
    text = "Ada, who sang, met Karl, and both left when it rained; the rest said that they had seen it."
    assert len(clauses(text)) > 4
    for sentence, clause in clauses(text):
        assert 0 <= clause.start <= clause.verb.start < clause.verb.end <= clause.end <= len(sentence.words)
        assert clause.verb.start <= clause.verb.finite <= clause.verb.main < clause.verb.end


@pytest.mark.parametrize("text", ["Heavy rain in Bergen.", "Yes!", "To be free.", "12 May 1962."])
def test_without_a_finite_verb_there_is_no_clause(text: str) -> None:
    assert clauses(text) == []
