"""``quizgen import``: what is said, written and refused."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from classroom import MILLS
from click.testing import CliRunner, Result

from quizgen.cli import quizgen
from quizgen.deckfile import load_deck, save_deck


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(quizgen, ["import", *arguments])


def test_a_bank_becomes_a_deck_with_what_is_left_out_told() -> None:
    Path("my-bank.gift").write_text("When? {=1887 ~1890}\n\nWhy? {}\n", encoding="utf-8")
    done = run("my-bank.gift")
    assert done.exit_code == 0, done.output
    assert "1 card written to my-bank.yaml" in done.stderr
    assert "Why?" in done.stderr
    deck = load_deck("my-bank.yaml")
    assert (deck.id, deck.title, deck.cards[0].answer) == ("my-bank", "My bank", "1887")


def test_what_stands_there_is_replaced_only_with_force() -> None:
    Path("a.csv").write_text("question,answer\nWhen?,1887\n", encoding="utf-8")
    Path("a.yaml").write_text("mine", encoding="utf-8")
    assert run("a.csv").exit_code == 2
    assert Path("a.yaml").read_text(encoding="utf-8") == "mine"
    assert run("a.csv", "--force").exit_code == 0


def test_the_contents_tell_the_format() -> None:
    Path("export.txt").write_text("What?\nA. this\nB. that\nANSWER: A\n", encoding="utf-8")
    assert run("export.txt").exit_code == 0
    assert load_deck("export.yaml").cards[0].distractors == ("that",)


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.txt", "just prose", "cannot be told"),
        ("a.gift", "just prose", "no question was found"),
        ("missing.csv", None, "cannot be read"),
    ],
)
def test_a_file_without_questions_is_an_error(name: str, text: str | None, message: str) -> None:
    if text is not None:
        Path(name).write_text(text, encoding="utf-8")
    done = run(name)
    assert done.exit_code == 2
    assert message in done.stderr
    assert not list(Path().glob("*.yaml"))


@pytest.mark.parametrize("form", ["anki", "csv", "gift", "moodle-xml", "quizlet"])
def test_our_own_files_come_back(form: str) -> None:
    save_deck(MILLS, "mills.yaml")
    file = {"anki": "m.apkg", "csv": "m.csv", "gift": "m.gift", "moodle-xml": "m.xml", "quizlet": "m.tsv"}[form]
    assert CliRunner().invoke(quizgen, ["export", "mills.yaml", "-o", file]).exit_code == 0
    done = run(file, "-o", "back.yaml")
    assert done.exit_code == 0, done.output
    cards = load_deck("back.yaml").cards
    answers = {card.answer for card in MILLS.cards}
    assert cards
    assert {card.answer for card in cards} <= answers
    if form == "csv":
        assert {card.id for card in cards} <= {card.id for card in MILLS.cards}


def test_a_package_that_anki_wrote(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    anki = pytest.importorskip("anki.collection", reason="the anki package is not installed")
    collection = anki.Collection(str(tmp_path / "collection.anki2"))
    for model, fields in (
        ("Basic", ("Wann?<img src='mill.jpg'>", "<b>1887</b> &amp; später[sound:mill.mp3]")),
        ("Cloze", ("It {{c1::burned}} in 1911", "")),
    ):
        note = collection.new_note(collection.models.by_name(model))
        note.fields[: len(fields)] = fields
        note.tags = ["mills"]
        collection.add_note(note, collection.decks.id("Mills"))
    options = anki.ExportAnkiPackageOptions(with_scheduling=False, with_media=False, legacy=True)
    collection.export_anki_package(out_path=str(tmp_path / "a.apkg"), options=options, limit=None)
    newest_form = anki.ExportAnkiPackageOptions(with_scheduling=False, with_media=False, legacy=False)
    collection.export_anki_package(out_path=str(tmp_path / "new.apkg"), options=newest_form, limit=None)
    collection.close()
    done = run("a.apkg")
    assert done.exit_code == 0
    assert "taken over without pictures and sounds: 1 card\n" in done.stderr
    deck = load_deck("a.yaml")
    assert [(c.question, c.answer) for c in deck.cards] == [("Wann?", "1887 & später"), ("It ____ in 1911", "burned")]
    assert deck.title == "Mills"
    assert deck.cards[0].tags == ("mills",)
    assert run("new.apkg").exit_code == 0
    newest = load_deck("new.yaml")
    assert (newest.title, newest.cards) == (deck.title, deck.cards)
    for module in ("compression.zstd", "backports.zstd"):
        monkeypatch.setitem(sys.modules, module, None)
    refused = run("new.apkg", "--force")
    assert refused.exit_code == 2
    assert "pip install 'quizgen[anki]'" in refused.stderr
    assert "Support older Anki versions" in refused.stderr.replace("support", "Support")
