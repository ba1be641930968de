"""``quizgen generate --merge``: a deck renewed in its file, what is said of it, and what learners keep."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from study_tools import Clock, sit_down

from quizgen.cli import quizgen
from quizgen.deckfile import load_deck
from quizgen.deckfile.record import KEY
from quizgen.study.schedule import Grade
from quizgen.study.store import Store

NOTE = """Opening of the Bramley Bridge

On 4 May 1887, Queen Victoria opened the Bramley Bridge in Sheffield.
The Bramley Tunnel was opened on 9 June 1891.
"""
MORE = "The Colton Mill was opened on 3 July 1902.\n"
BRIDGE = "On what date did Queen Victoria open the Bramley Bridge in Sheffield?"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with a document and its deck."""
    monkeypatch.chdir(tmp_path)
    tell(NOTE)
    assert run("note.txt").exit_code == 0
    return tmp_path


def run(*arguments: str) -> Result:
    done = CliRunner().invoke(quizgen, ["generate", *arguments])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


def tell(text: str, name: str = "note.txt") -> None:
    Path(name).write_text(text, encoding="utf-8")


def edit(old: str, new: str) -> None:
    """An edit of the deck in an editor."""
    file = Path("note.yaml")
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_bytes(text.replace(old, new).encode())


def questions(name: str = "note.yaml", *, live: bool = True) -> list[str]:
    return [card.question for card in load_deck(name).cards if not (live and card.retired)]


def test_the_message_that_a_deck_is_there_names_the_way() -> None:
    assert "renew it with --merge" in run("note.txt").stderr


def test_nothing_changes_for_the_same_document() -> None:
    edit("cards:", "cards: # mine")
    before = Path("note.yaml").read_bytes()
    done = run("note.txt", "--merge")
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == f"note.yaml: {len(questions())} unchanged\n"
    assert Path("note.yaml").read_bytes() == before


def test_new_cards_come_in_where_the_document_tells_them() -> None:
    before = questions()
    tell(NOTE.replace("The Bramley", f"{MORE}The Bramley"))
    done = run("note.txt", "--merge")
    assert "added: On what date was the Colton Mill opened? 3 July 1902\n" in done.stdout
    tunnel = next(place for place, question in enumerate(before) if "tunnel" in question.lower())
    added = [question for question in questions() if question not in before]
    assert questions() == [*before[:tunnel], *added, *before[tunnel:]]
    text = Path("note.txt").read_text(encoding="utf-8")
    assert all(text[p.start : p.end] == p.quote for card in load_deck("note.yaml").cards for p in card.evidence)


def test_an_edited_card_stays_as_edited_and_a_correction_is_told() -> None:
    edit(
        f"question: {BRIDGE}\n  answer: 4 May 1887",
        "question: When did the bridge open?  # shorter\n  answer: In May 1887",
    )
    tell(NOTE.replace("4 May 1887", "5 May 1887"))
    done = run("note.txt", "--merge")
    assert "kept as edited: When did the bridge open? In May 1887 (the document tells: 5 May 1887)\n" in done.stdout
    assert "When did the bridge open?  # shorter" in Path("note.yaml").read_text(encoding="utf-8")
    assert run("note.txt", "--merge", "--dry-run").exit_code == 0


def test_a_deleted_card_stays_away_unless_the_record_goes_too() -> None:
    cards = Path("note.yaml").read_text(encoding="utf-8").split("\n\n- ")
    kept = [card for card in cards if BRIDGE not in card]
    assert len(kept) == len(cards) - 1
    Path("note.yaml").write_bytes("\n\n- ".join(kept).encode())
    assert f"left out: {BRIDGE}" in run("note.txt", "--merge").stdout
    assert BRIDGE not in questions()
    lines = Path("note.yaml").read_bytes().splitlines(keepends=True)
    start = next(place for place, line in enumerate(lines) if line.startswith(KEY.encode()))
    Path("note.yaml").write_bytes(b"".join([*lines[:start], *lines[lines.index(b"cards:\n") :]]))
    assert f"added: {BRIDGE}" in run("note.txt", "--merge").stdout
    assert BRIDGE in questions()


def test_a_card_whose_fact_is_gone_is_retired_and_comes_back_with_it() -> None:
    first = load_deck("note.yaml").cards
    tell(NOTE.replace("On 4 May 1887, ", ""))
    done = run("note.txt", "--merge")
    assert f"retired: {BRIDGE} 4 May 1887\n" in done.stdout
    assert BRIDGE not in questions()
    assert BRIDGE in questions(live=False)
    tell(NOTE)
    assert f"changed: {BRIDGE}" in run("note.txt", "--merge").stdout
    assert sorted(questions()) == sorted(card.question for card in first)
    assert all(card in load_deck("note.yaml").cards for card in first)


def test_an_edited_card_whose_fact_is_gone_is_told_and_kept() -> None:
    edit(BRIDGE, "When did the bridge open?")
    tell(NOTE.replace("On 4 May 1887, ", ""))
    assert "no longer found: When did the bridge open? 4 May 1887\n" in run("note.txt", "--merge").stdout
    assert "When did the bridge open?" in questions()


def test_a_dry_run_tells_the_same_and_writes_nothing() -> None:
    before = Path("note.yaml").read_bytes()
    tell(NOTE + MORE)
    dry = run("note.txt", "--merge", "--dry-run")
    assert Path("note.yaml").read_bytes() == before
    real = run("note.txt", "--merge")
    assert dry.stdout == real.stdout
    assert dry.stderr == real.stderr.replace("\n", "; nothing written\n")


def test_a_second_document_joins_the_deck_and_leaves_the_first_alone() -> None:
    before = questions()
    tell(MORE, "more.txt")
    done = run("more.txt", "-o", "note.yaml", "--merge")
    assert "retired" not in done.stdout + done.stderr
    deck = load_deck("note.yaml")
    assert [source.file for source in deck.sources] == ["note.txt", "more.txt"]
    assert questions()[: len(before)] == before
    assert {place.source for card in deck.cards for place in card.evidence} == {"note.txt", "more.txt"}
    assert CliRunner().invoke(quizgen, ["check", "note.yaml"]).exit_code == 0
    file = Path("note.yaml").read_bytes()
    run("note.txt", "more.txt", "-o", "note.yaml", "--merge")
    assert Path("note.yaml").read_bytes() == file


def test_cards_of_kinds_that_were_not_asked_for_are_left_alone() -> None:
    before = Path("note.yaml").read_bytes()
    assert run("note.txt", "--merge", "--kinds", "quantity").exit_code == 0
    assert Path("note.yaml").read_bytes() == before


def test_max_bounds_what_comes_in_not_what_is_there() -> None:
    before = questions()
    assert run("note.txt", "-o", "few.yaml", "--max", "2").exit_code == 0
    few = questions("few.yaml")
    run("note.txt", "-o", "few.yaml", "--merge", "--max", "1")
    assert questions("few.yaml") == few
    run("note.txt", "-o", "few.yaml", "--merge")
    assert questions("few.yaml") == before


def test_a_date_that_was_given_is_remembered(folder: Path) -> None:
    tell("The Bramley Lock was opened today by Ada Hartley.\n", "lock.txt")
    run("lock.txt", "--date", "1893-08-07")
    before = Path("lock.yaml").read_bytes()
    assert b"1893-08-07" in before
    run("lock.txt", "--merge")
    assert Path("lock.yaml").read_bytes() == before
    tell("The Bramley Lock was opened today by Ada Hartley. Nobody was there.\n", "lock.txt")
    assert "retired" not in run("lock.txt", "--merge").stderr
    assert load_deck("lock.yaml").sources[0].date == "1893-08-07"


def test_a_deck_in_json_is_renewed_in_json() -> None:
    run("note.txt", "-o", "note.json")
    tell(NOTE + MORE)
    assert "1 added" in run("note.txt", "-o", "note.json", "--merge").stderr
    run("note.txt", "-o", "again.json", "--id", "note")
    assert Path("note.json").read_bytes() == Path("again.json").read_bytes()


def test_a_deck_made_by_hand_takes_cards_in() -> None:
    Path("mine.yaml").write_text(
        "quizgen: 1  # mine\nid: mine\ntitle: Mine\n\ncards:\n- question: Who?   # own\n  answer: Ada\n",
        encoding="utf-8",
    )
    assert run("note.txt", "-o", "mine.yaml", "--merge").exit_code == 0
    deck = load_deck("mine.yaml")
    assert [card.question for card in deck.cards] == ["Who?", *questions()]
    assert (deck.title, [source.file for source in deck.sources]) == ("Mine", ["note.txt"])
    text = Path("mine.yaml").read_text(encoding="utf-8")
    assert "quizgen: 1  # mine\nid: mine\n" in text
    assert "Who?   # own\n" in text


def test_where_there_is_no_deck_one_is_made() -> None:
    Path("note.yaml").unlink()
    assert run("note.txt", "--merge", "--dry-run").exit_code == 0
    assert not Path("note.yaml").exists()
    assert run("note.txt", "--merge").exit_code == 0
    assert questions()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--merge", "--force"], "exclude each other"),
        (["--dry-run"], "needs --merge"),
        (["--merge", "--id", "other"], "keeps its id"),
        (["--merge", "--title", "Other"], "keeps its id"),
    ],
)
def test_what_does_not_go_together_is_told(arguments: list[str], message: str) -> None:
    before = Path("note.yaml").read_bytes()
    done = run("note.txt", *arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert message in done.stderr
    assert Path("note.yaml").read_bytes() == before


def test_a_deck_whose_comments_would_be_lost_is_refused() -> None:
    text = "{quizgen: 1, id: note, title: t, # mine\ncards: [{question: q, answer: a}]}\n"
    Path("note.yaml").write_text(text, encoding="utf-8")
    done = run("note.txt", "--merge")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "without losing its comments" in done.stderr
    assert Path("note.yaml").read_text(encoding="utf-8") == text


def test_what_is_no_deck_is_refused() -> None:
    Path("note.yaml").write_text("mine", encoding="utf-8")
    assert run("note.txt", "--merge").exit_code == 2
    assert Path("note.yaml").read_text(encoding="utf-8") == "mine"


def test_what_was_learned_stays_learned(folder: Path) -> None:
    clock = Clock()
    with Store.open(folder / "progress.sqlite") as store:
        before = load_deck("note.yaml")
        session = sit_down(store, before, clock, new_per_day=99)
        for _ in range(3):
            session.answer(Grade.EASY)
        learned = {card.id: store.state("note", card.id) for card in before.cards}
        edit(BRIDGE, "When did the bridge open?")
        tell(MORE + NOTE.replace("The Bramley Tunnel was opened on 9 June 1891.", ""))
        done = run("note.txt", "--merge")
        assert "retired" in done.stderr
        assert "added" in done.stderr
        sit_down(store, load_deck("note.yaml"), clock, new_per_day=99)
        assert {card.id: store.state("note", card.id) for card in before.cards} == learned
        assert any(state.reviews for state in learned.values())
