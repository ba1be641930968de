"""What `quizgen check` finds, says and mends."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from study_tools import counted

from quizgen.cli.check import command
from quizgen.deckfile import load_deck
from quizgen.deckfile.fix import with_ids
from quizgen.deckfile.load import read_located
from quizgen.errors import DeckError
from quizgen.model.review import Kind
from quizgen.study.days import Moment
from quizgen.study.store import Store

HEAD = "quizgen: 1\nid: {}\ntitle: t\n"
TEXT = "The bridge was opened in 1932.\r\nIt holds.\n"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def check(*arguments: str) -> Result:
    return CliRunner().invoke(command, list(arguments), catch_exceptions=False)


def write(name: str, text: str) -> None:
    Path(name).write_bytes(text.encode())


def test_nothing_to_mend() -> None:
    write("a.yaml", HEAD.format("a") + "cards: [{id: x, question: q, answer: a, distractors: [b, c]}]\n")
    result = check("a.yaml")
    assert (result.exit_code, result.stdout) == (0, "a.yaml: 1 card, no problems\n")


def test_findings_and_notes_in_the_order_of_the_cards() -> None:
    write(
        "a.yaml",
        HEAD.format("a")
        + "cards:\n"
        + "- question: What is it?\n  answer: Ann\n  accept: [Anna]\n  distractors: [ann, ANNA, Bob, bob]\n"
        + "- {id: x, question: 'what is  IT?', answer: a}\n"
        + "- {id: y, context: c, question: What is it?, answer: a}\n"
        + "- {id: z, question: What is it?, answer: a, retired: true}\n",
    )
    result = check("a.yaml")
    assert result.exit_code == 1
    assert result.stdout == (
        'a.yaml:5:3: the distractor "ann" is a right answer\n  Delete it.\n'
        'a.yaml:5:3: the distractor "ANNA" is a right answer\n  Delete it.\n'
        'a.yaml:5:3: the distractor "bob" stands there twice\n  Delete one of the two.\n'
        "a.yaml:9:3: this card asks the same as the one in line 5\n"
        "  Delete one, or tell them apart by a context.\n"
        "a.yaml: 4 cards, 4 problems\n"
        "  note: 3 of 4 cards have too few distractors to be asked as multiple choice\n"
        "  note: 1 of 4 cards have no id yet: --fix writes one, "
        "so that progress outlives a change of the question\n"
    )


def test_errors_do_not_stop_the_check_of_other_files() -> None:
    write("a.yaml", "quizgen: 2\n")
    write("b.yaml", HEAD.format("b"))
    result = check("a.yaml", "none.yaml", "b.yaml")
    assert result.exit_code == 2
    assert result.stdout == "b.yaml: 0 cards, no problems\n"
    assert result.stderr == (
        'a.yaml:1:10: the deck has format "2", made by a newer quizgen\n  Update quizgen.\n'
        "none.yaml: there is no such file\n  Check its name and folder.\n"
    )


def test_two_decks_with_one_id() -> None:
    write("a.yaml", HEAD.format("same"))
    write("b.yaml", HEAD.format("same"))
    result = check("a.yaml", "b.yaml", "a.yaml")
    assert result.exit_code == 2
    assert result.stderr == (
        'b.yaml: two decks have the id "same": a.yaml and b.yaml\n  Change the id of one of them.\n'
    )


def _proved(start: int, quote: str, digest: str, more: str = "") -> str:
    return (
        f"{HEAD.format('a')}source: {{file: sources/a.txt, sha256: {digest}}}\ncards:\n"
        f"- {{id: x, question: q, answer: a, distractors: [b, c], evidence: "
        f"{{start: {start}, end: {start + len(quote)}, quote: {quote}{more}}}}}\n"
    )


_DIGEST = hashlib.sha256(TEXT.encode()).hexdigest()


@pytest.mark.parametrize(
    ("deck", "told"),
    [
        (_proved(31, "It", _DIGEST), "a.yaml: 1 card, no problems\n"),
        (
            _proved(32, "It", _DIGEST),
            'a.yaml:6:3: the quote "It" does not stand in "sources/a.txt" at 32\n'
            "  Quote exactly the source's text from start to end.\na.yaml: 1 card, 1 problem\n",
        ),
        (
            _proved(31, "It", "0" * 64),
            'a.yaml: the source "sources/a.txt" has changed since\n  Generate the deck anew.\n'
            "a.yaml: 1 card, 1 problem\n",
        ),
        (
            _proved(31, "It", _DIGEST, ", source: b.txt"),
            "a.yaml:6:3: the evidence names no source of the deck\n  Give it a source: sources/a.txt\n"
            "a.yaml: 1 card, 1 problem\n",
        ),
        (
            _proved(31, "It", _DIGEST).replace("sources/a", "sources/none"),
            "a.yaml: 1 card, no problems\n"
            '  note: the source "sources/none.txt" is not there, so its quotes were not checked\n',
        ),
    ],
)
def test_quotes_are_looked_up_in_the_source(deck: str, told: str) -> None:
    Path("sources").mkdir()
    Path("sources/a.txt").write_bytes(TEXT.encode())
    write("a.yaml", deck)
    assert check("a.yaml").stdout == told


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_fix_keeps_comments_and_adds_nothing_but_ids(newline: str, mark: str) -> None:
    before = """\
title: t # a title
quizgen: 1
id: a
cards:
# the first
- answer: a
  question: "q # no comment \U0001f600"
- {question: r, answer: b}
-
  id: given
  question: s
  answer: c
-   question: t
    answer: d
"""
    write("a.yaml", mark + before.replace("\n", newline))
    ids = [card.id for card in load_deck("a.yaml").cards]
    result = check("a.yaml", "--fix")
    assert result.stdout.startswith("a.yaml: 3 cards given an id\na.yaml: 4 cards, no problems\n")
    expected = (
        before.replace("- answer: a", f"- id: {ids[0]}\n  answer: a")
        .replace("{question", f"{{id: {ids[1]}, question")
        .replace("-   question: t", f"-   id: {ids[3]}\n    question: t")
    )
    assert Path("a.yaml").read_bytes().decode() == mark + expected.replace("\n", newline)
    assert check("a.yaml", "--fix").stdout.startswith("a.yaml: 4 cards, no problems\n")


@pytest.mark.parametrize("note", ["note: | # here\n    text", "note: text # here", "note: text\n# here"])
def test_fix_leaves_the_order_of_a_file_with_comments(note: str) -> None:
    text = f"{HEAD.format('a')}cards:\n- answer: a\n  question: q\n  id: x\n  {note}\n"
    write("a.yaml", text)
    assert check("a.yaml", "--fix").exit_code == 0
    assert Path("a.yaml").read_text() == text


def test_fix_puts_a_file_without_comments_in_order() -> None:
    write("a.yaml", "id: a\nquizgen: 1\ntitle: '#1'\ncards: [{answer: No, question: q, id: x}]\n")
    assert check("a.yaml", "--fix").stdout.startswith("a.yaml: put in order\n")
    assert Path("a.yaml").read_text() == (
        'quizgen: 1\nid: a\ntitle: "#1"\nlanguage: en\ncards:\n\n- id: x\n  question: q\n  answer: "No"\n'
    )


def test_fix_writes_json_as_json() -> None:
    write("a.json", '{"quizgen": 1, "id": "a", "title": "t", "cards": [{"question": "q", "answer": "a"}]}')
    card = load_deck("a.json").cards[0]
    assert check("a.json", "--fix").stdout.startswith("a.json: 1 card given an id\n")
    assert load_deck("a.json").cards == (card,)
    assert f'\n{{"id": "{card.id}", "question": "q", "answer": "a"}}\n' in Path("a.json").read_text()


def test_fix_refuses_an_edit_that_would_make_another_deck() -> None:
    loaded = read_located(f"{HEAD.format('a')}cards:\n- question: q\n  answer: a\n".encode(), "a.yaml")
    with pytest.raises(DeckError) as error:
        with_ids(f"{HEAD.format('a')}cards:\n- question: q\n  answer: b\n".encode(), loaded)
    assert error.value.message == "the ids cannot be written without losing comments"


def test_flags_are_listed_where_the_cards_stand(tmp_path: Path) -> None:
    write("rivers.yaml", "quizgen: 1\nid: rivers\ntitle: Rivers\ncards:\n- id: a\n  question: q\n  answer: b\n")
    quiet = check("rivers.yaml", "--flags", "--data-dir", "data")
    assert (quiet.exit_code, "flagged" in quiet.output) == (0, False)
    assert not (tmp_path / "data").exists()
    (tmp_path / "data").mkdir()
    with Store.open(tmp_path / "data" / "progress.sqlite3", counted()) as store:
        store.write(Kind.FLAG, "rivers", "a", Moment(0, 0, 0), text="wrong\x1b[2J year")
    told = check("rivers.yaml", "--flags", "--data-dir", "data")
    assert told.exit_code == 1
    assert 'rivers.yaml:5:3: flagged: wrong\\u001b[2J year: "q"\n' in told.output


def test_every_wrong_card_is_told_not_the_first_alone() -> None:
    cards = (
        "- question: A\n  answer: [x, {y: z}]\n- {question: B, answer: ok}\n- question: C\n  anwser: that\n- 7\n"
        "- [a, [b]]\n- question: D\n- {id: x, question: E, answer: e}\n- {id: x, question: F, answer: f}\n"
        "- question: G\n  answer: g\n  evidence: [{start: a, end: 2, quote: q}]\n"
    )
    write("a.yaml", HEAD.format("a") + "cards:\n" + cards)
    result = check("a.yaml")
    assert result.exit_code == 2
    places = [line.split(":")[1:3] for line in result.stderr.splitlines() if line.startswith("a.yaml:")]
    assert [tuple(map(int, place)) for place in places] == [
        (6, 11), (9, 3), (10, 3), (11, 3), (12, 3), (14, 3), (17, 22)
    ]  # fmt: skip
    assert 'a card has no key "anwser"' in result.stderr


def test_wrong_cards_of_json_are_told_and_many_are_counted() -> None:
    wrong = ", ".join(['{"question": "q", "answer": ["a"]}', '{"question": "q"}'] * 30)
    write("a.json", f'{{"quizgen": 1, "id": "a", "title": "t", "cards": [{wrong}]}}')
    result = check("a.json")
    assert result.stderr.count("a card has no answer") == 25
    assert result.stderr.count("answer must be text, not a list") == 25
    assert "a.json: and 10 more\n" in result.stderr


def test_what_ends_the_reading_is_told_after_the_cards() -> None:
    write("a.yaml", HEAD.format("a") + 'cards:\n- question: A\n- question: "B\n')
    told = check("a.yaml").stderr
    assert told.index("a card has no answer") < told.index("A closing quote is missing.")
