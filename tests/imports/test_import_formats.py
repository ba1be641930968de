"""Files of other programs, written as those programs write them."""

from __future__ import annotations

import io
import zipfile

import pytest

from quizgen.errors import QuizgenError
from quizgen.imports import format_named, format_names
from quizgen.imports.shared.brought import Brought
from quizgen.imports.shared.text import opening, plain
from quizgen.model.card import Card


def read(form: str, text: str | bytes) -> Brought:
    return format_named(form).read(text.encode() if isinstance(text, str) else text)


def only(form: str, text: str) -> Card:
    result = read(form, text)
    assert not result.left
    (card,) = result.cards
    return card


GIFT_FORMS = {
    "choice": (
        "// a note\n::Capital::What is the capital of Norway? {\n=Oslo#Right!\n~Bergen#No\n~%-50%Hamar\n}",
        Card(id="", question="What is the capital of Norway?", answer="Oslo", distractors=("Bergen", "Hamar")),
    ),
    "several right": (
        "Who wrote it? {=Ana Reis =Reis ####She said so.}",
        Card(id="", question="Who wrote it?", answer="Ana Reis", accept=("Reis",), note="She said so."),
    ),
    "weights": (
        "What is 2 + 2? {~%100%4 ~%0%5}",
        Card(id="", question="What is 2 + 2?", answer="4", distractors=("5",)),
    ),
    "escapes": (
        r"Is 1 \= 1\? \{yes\} {=a\=b\:c ~d\~e}",
        Card(id="", question=r"Is 1 = 1\? {yes}", answer="a=b:c", distractors=("d~e",)),
    ),
    "truth": (
        "The Tay Bridge fell in 1879.{TRUE}",
        Card(id="", question="The Tay Bridge fell in 1879.", answer="True", distractors=("False",)),
    ),
    "missing word": (
        "Ana Reis costs {~lots of money =nothing} to hear.",
        Card(id="", question="Ana Reis costs ____ to hear.", answer="nothing", distractors=("lots of money",)),
    ),
    "number": ("When was it built? {#1889}", Card(id="", question="When was it built?", answer="1889")),
    "html": (
        "[html]<p>What is <b>a &lt; b</b>?</p>{=<i>less</i> ~more}",
        Card(id="", question="What is a < b?", answer="less", distractors=("more",)),
    ),
    "marks": (
        "// [id:mills/date-1] [tag:north]\nWhen? {=1889 ~1890}",
        Card(id="date-1", question="When?", answer="1889", distractors=("1890",), tags=("north",)),
    ),
}


@pytest.mark.parametrize("name", GIFT_FORMS)
def test_gift_as_moodle_documents_it(name: str) -> None:
    text, expected = GIFT_FORMS[name]
    found = only("gift", text)
    own = expected.id or found.id
    assert found == Card(**{field: getattr(expected, field) for field in Card.__slots__ if field != "id"}, id=own)


def test_gift_matching_is_a_card_for_each_pair() -> None:
    cards = read("gift", "Match the capitals. {\n=Norway -> Oslo\n=Chile -> Santiago\n}").cards
    assert [(c.question, c.answer, c.distractors) for c in cards] == [
        ("Norway", "Oslo", ("Santiago",)), ("Chile", "Santiago", ("Oslo",)),
    ]  # fmt: skip
    assert {c.context for c in cards} == {"Match the capitals."}


@pytest.mark.parametrize("text", ["Write about mills. {}", "Which two? {~%50%a ~%50%b ~c}", "Just a line."])
def test_gift_without_one_right_answer_is_told(text: str) -> None:
    result = read("gift", text)
    assert not result.cards
    assert len(result.left) == 1


def test_gift_takes_its_title_from_the_category() -> None:
    assert read("gift", "$CATEGORY: top/North//South/Mills\n\nWhen? {=1889}").title == "Mills"


AIKEN = "What is the capital\nof Norway?\nA) Bergen\nB) Oslo\nC. Hamar\nANSWER: B\n\nA lone line\n"


def test_aiken_with_brackets_and_stops() -> None:
    result = read("aiken", AIKEN)
    assert [(c.question, c.answer, c.distractors) for c in result.cards] == [
        ("What is the capital of Norway?", "Oslo", ("Bergen", "Hamar"))
    ]
    assert [left.question for left in result.left] == ["A lone line"]


MOODLE = """<?xml version="1.0" encoding="UTF-8"?>
<quiz>
  <question type="category"><category><text>$course$/top/Mills</text></category></question>
  <question type="multichoice">
    <name><text>Capital</text></name>
    <questiontext format="html"><text><![CDATA[<p>What is the <b>capital</b> of Norway?</p>]]></text></questiontext>
    <generalfeedback format="html"><text>It was Christiania.</text></generalfeedback>
    <idnumber>mills/c1</idnumber>
    <single>true</single>
    <answer fraction="100" format="html"><text>&lt;p&gt;Oslo&lt;/p&gt;</text></answer>
    <answer fraction="-33.33333" format="html"><text>Bergen</text></answer>
    <tags><tag><text>north</text></tag></tags>
  </question>
  <question type="shortanswer">
    <questiontext format="html"><text>What is 2 * 3?</text></questiontext>
    <answer fraction="100" format="moodle_auto_format"><text>2 \\* 3</text></answer>
    <answer fraction="100" format="moodle_auto_format"><text>6</text></answer>
  </question>
  <question type="truefalse">
    <questiontext format="html"><text>Oslo is in Chile.</text></questiontext>
    <answer fraction="0"><text>true</text></answer><answer fraction="100"><text>false</text></answer>
  </question>
  <question type="essay"><questiontext format="html"><text>Why?</text></questiontext></question>
</quiz>"""


def test_moodle_xml_of_several_types() -> None:
    result = read("moodle-xml", MOODLE)
    first, second, third = result.cards
    assert (first.id, first.question, first.answer) == ("c1", "What is the capital of Norway?", "Oslo")
    assert (first.distractors, first.note, first.tags) == (("Bergen",), "It was Christiania.", ("north",))
    assert (second.answer, second.accept) == ("2 * 3", ("6",))
    assert (third.answer, third.distractors) == ("False", ("True",))
    assert [(left.question, left.reason) for left in result.left] == [("Why?", "essay has no single right answer")]
    assert result.title == "Mills"


BROKEN = {
    "entities": ("moodle-xml", '<!DOCTYPE quiz [<!ENTITY a "aaaa">]><quiz>&a;</quiz>', "declares a document type"),
    "cut off": ("moodle-xml", "<quiz><question>", "broken at line 1"),
    "another tree": ("moodle-xml", "<rss/>", "no question bank"),
    "not a zip": ("anki", "PK\x03\x04 and nothing more", "no Anki package"),
    "no columns": ("csv", "name,age\nAna,7\n", "no columns named question and answer"),
    "not text": ("gift", b"\xff\xfe\xfa", "none of it"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_told(name: str) -> None:
    form, data, message = BROKEN[name]
    if name == "not text":
        data = b"What? {=\xe9}"
    with pytest.raises(QuizgenError, match=message):
        read(form, data)


def packed(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files.items():
            archive.writestr(name.replace("_", ".", 1), data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("collection_anki21b", b"no zstd", "damaged"),
        ("media_txt", b"", "no collection"),
        ("collection_anki2", b"no database", "damaged"),
    ],
)
def test_a_package_that_cannot_be_read_is_told(name: str, data: bytes, message: str) -> None:
    with pytest.raises(QuizgenError, match=message):
        read("anki", packed(**{name: data}))


def test_quizlet_and_plain_text() -> None:
    result = read(
        "quizlet", "#separator:tab\nWhen was it built?\t1889\nno tab here\n\n<b>Who?</b>\tAna &amp; Bo\ttag\n"
    )
    assert [(c.question, c.answer) for c in result.cards] == [("When was it built?", "1889"), ("Who?", "Ana & Bo")]
    assert len(result.left) == 1


@pytest.mark.parametrize("head", ["Question;Answer", "front;back", "Term;Definition"])
def test_a_table_of_someone_else(head: str) -> None:
    (card,) = read("csv", f"{head}\n'=1+1;2\n").cards
    assert (card.question, card.answer) == ("=1+1", "2")


ENCODINGS = ["utf-8", "utf-8-sig", "utf-16"]
TABLES = {
    "comma": 'question,answer\r\n"What is ""it"", 漢?","a, b"\r\n',
    "semicolon": 'Question;Answer;Tags\n"What is ""it"", 漢?";"a, b";x\n',
    "tab": 'question\tanswer\r\nWhat is "it", 漢?\ta, b\r\n',
    "told": 'sep=;\r\nFront;Back;question;answer\r\n;;"What is ""it"", 漢?";a, b\r\n',
}


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("table", TABLES)
def test_a_table_as_spreadsheets_save_it(table: str, encoding: str) -> None:
    data = TABLES[table].encode(encoding)
    known = [name for name in format_names() if format_named(name).signs(opening(data))]
    assert known[0] == "csv"
    (card,) = read("csv", data).cards
    assert (card.question, card.answer) == ('What is "it", 漢?', "a, b")


def test_a_table_in_an_old_encoding_is_told() -> None:
    with pytest.raises(QuizgenError, match="no text in UTF-8"):
        read("csv", "question,answer\nWas heißt das?,x\n".encode("cp1252"))


def test_html_says_its_words_alone() -> None:
    markup = "<style>p{}</style><p>One<br>two</p><script>alert(1)</script><img src=x onerror=alert(1)>[sound:a.mp3]"
    assert plain(markup) == "One\ntwo"


def test_two_questions_with_one_id_both_come_in() -> None:
    result = read("csv", "id,question,answer\na,One?,1\na,Two?,2\n")
    assert len({card.id for card in result.cards}) == 2


def test_every_format_knows_its_own_signs() -> None:
    samples = {
        "gift": "::a::b{=c}",
        "aiken": AIKEN,
        "moodle-xml": MOODLE,
        "csv": "question,answer\n",
        "quizlet": "a\tb\n",
    }
    for name, text in samples.items():
        known = [n for n in format_names() if format_named(n).signs(text.encode())]
        assert known[0] == name, name


def test_pictures_and_sounds_that_stay_behind_are_counted() -> None:
    bank = """<quiz><question type="shortanswer"><questiontext format="html"><text>{}</text></questiontext>
      <answer fraction="100"><text>The Aire</text></answer></question></quiz>"""
    shown = read("moodle-xml", bank.format("Which river?&lt;IMG src='a.png'&gt;").encode())
    assert (shown.without_media, shown.cards[0].question) == (1, "Which river?")
    assert read("moodle-xml", bank.format("Which river?").encode()).without_media == 0
