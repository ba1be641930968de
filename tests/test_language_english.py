"""English or not: what is not makes no cards and says so."""

from __future__ import annotations

import pytest

from quizgen import generate
from quizgen.language.english import foreign_paragraphs, is_foreign
from quizgen.language.understanding import understand
from quizgen.model.document import Document

FOREIGN = [
    "Der Vertrag von Elmsfeld wurde am 14. Juni 1783 im Rathaus unterzeichnet, und die Stadt feierte drei Tage lang.",
    "Le traité de Rome a été signé le 25 mars 1957 dans la ville de Rome par six pays, et le pain est resté cher.",
    "El presidente Luis Romero anunció el 3 de mayo de 1999 la Iniciativa Azul para los puertos del norte del país.",
    "De stad Utrecht is in 1122 gesticht en had in 2010 meer dan driehonderdduizend inwoners, van wie er veel fietsen.",
    "Kongen åbnede broen den 3. maj 1999, og der var mange mennesker til stede, men ikke den gamle dronning.",
    "Договор был подписан в Москве 3 мая 1999 года, и президент сказал, что мост будет открыт в июне того же года.",
]
ENGLISH = [
    "The Treaty of Elmsford was signed in the town hall on 14 June 1783, and the town danced for three days.",
    "“Honestly, I don’t know Karl Maier, and I don’t believe I’ve ever met him,” the baker told the court.",
    "Other bakers used particularly blunt language to denounce what Minister Malcolm Harlow called bread.",
    "Die-hard fans of the city's old trams met in 1999 to found a museum, for which the mayor gave a shed.",
]


@pytest.mark.parametrize("text", FOREIGN)
def test_other_languages_are_seen(text: str) -> None:
    assert is_foreign(understand(Document(text=text)))


@pytest.mark.parametrize("text", ENGLISH)
def test_english_is_english(text: str) -> None:
    assert not is_foreign(understand(Document(text=text)))


def test_a_foreign_paragraph_makes_no_cards_while_those_beside_it_do() -> None:
    last = "Rosa Vidal opened the port of Lima on 4 May 1999."
    text = f"{ENGLISH[0]}\n\n{FOREIGN[0]} In 1790 Karl Huber opened the bridge of Linz.\n\n{last}\n"
    made = generate([Document(text=text)], deck_id="mixed", explain=True)
    assert foreign_paragraphs(understand(Document(text=text))) == {1}
    assert made.warnings == ()
    assert {"14 June 1783", "4 May 1999"} <= {card.answer for card in made.deck.cards}
    assert not [card for card in made.deck.cards if "Huber" in card.question + card.answer]
    assert any("not-english" in line for line in made.explanations)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (FOREIGN[0], "does not read as English"),
        ("Hello.", "hardly a text: 1 word"),
        ("12 34", "hardly a text: 0 words"),
    ],
)
def test_a_text_that_makes_no_cards_says_why(text: str, told: str) -> None:
    made = generate([Document(text=text, file="a.txt")], deck_id="none")
    assert made.deck.cards == ()
    [warning] = made.warnings
    assert warning.startswith("a.txt: ")
    assert told in warning
