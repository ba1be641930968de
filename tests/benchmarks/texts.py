"""Texts to measure the generator with: news of any length in which nothing repeats, and texts that mean it harm."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

_FIRST = (
    "Ada Boris Clara Dmitri Elena Farid Greta Hugo Ines Jonas Karin Lukas Maria Nadia Oskar Petra Rosa Sven".split()
)
_LAST = "Hartley Colton Vidal Maier Bramley Frey Lindqvist Okafor Tanaka Romero Haas Novak Berg Silva Kowalski".split()
_PLACE = "Sheffield Graz Lima Utrecht Oslo Turin Quito Nairobi Kyoto Porto Riga Dakar Leeds Bergen Gdansk".split()
_OFFICE = ("President", "Minister", "Mayor", "Governor", "Secretary", "Ambassador")
_THING = ("Bridge", "Railway", "Initiative", "Agreement", "Museum", "Summit", "Programme", "Treaty")
_MONTHS = "January February March April May June July August September October November December".split()
_FILLERS = (
    "Nobody in {place} was surprised, since the {plain} had been late for weeks and the {plain} had no roof.",
    "Some of the {plain}s were sold, others were given away, and what was left lay in the rain until spring.",
    "It is not easy to say what the {plain} will be good for once the {plain} has gone, but many want to keep it.",
    "There was soup for everyone, and the {plain} played until the lights of {place} went out one after another.",
    "For all its beauty the {plain} in {other} is hard to heat, and few of those who work there would live in it.",
    "Whether {who} will stay is anybody's guess; the {plain} needs somebody who can read a map and a balance sheet.",
)
_PLAIN = "bakery choir harbour garden library ferry orchard market tower cellar workshop theatre".split()
_SENTENCES = (
    "On {day} {month} {year}, {office} {who} opened the {name} {thing} in {place}.",
    "{office} {who} said that the {name} {thing} would create {count} jobs in {place} by {year}.",
    "“We will never forget the people of {place},” {who} told the council, and left for {other}.",
    "The two sides marked the {nth}th anniversary of the {name} {thing}, which was signed in {place} in {year}.",
    "{who}, who was born in {place} in {year}, has led the {name} {thing} since {month}.",
    "According to {other} officials, the {name} {thing} ({letters}) cost {count} million dollars.",
    "It was not clear when the talks in {place} would go on, but he thanked {who} for the {thing} all the same.",
    "{who} proposed the {name} {thing} at a meeting with {office} {other_who} last {month}.",
)


def news(size: int, seed: int = 1) -> str:
    """Paragraphs of made-up news, of so many characters."""
    return "\n\n".join(_paragraphs(size, random.Random(seed)))[:size]


def _paragraphs(size: int, draw: random.Random) -> Iterator[str]:
    while size > 0:
        paragraph = " ".join(_sentence(draw, draw.choice(_SENTENCES if i == 0 else _FILLERS)) for i in range(3))
        yield paragraph
        size -= len(paragraph)


def _sentence(draw: random.Random, pattern: str) -> str:
    made_up = draw.choice("AEIOU") + draw.choice("bdfgklmnprstv")
    return pattern.format(
        day=draw.randint(1, 28), month=draw.choice(_MONTHS), year=draw.randint(1850, 2024), nth=draw.randint(4, 20),
        office=draw.choice(_OFFICE), who=_person(draw), other_who=_person(draw), name=made_up + draw.choice(_PLACE)[1:],
        thing=draw.choice(_THING), place=draw.choice(_PLACE), other=draw.choice(_PLACE), plain=draw.choice(_PLAIN),
        count=draw.randint(2, 9000), letters="".join(draw.choices("ABCDEFGH", k=3)),
    )  # fmt: skip


def _person(draw: random.Random) -> str:
    return f"{draw.choice(_FIRST)} {draw.choice(_LAST)}"


def _joined(parts: Iterator[str], size: int) -> str:
    """Parts up to so many characters; they never end."""
    found: list[str] = []
    while size > 0:
        found.append(next(parts))
        size -= len(found[-1])
    return "".join(found)


def _names(draw: random.Random) -> Iterator[str]:
    while True:
        yield "".join(draw.choices("aeioubcdfgklmnprst", k=6)).capitalize() + " "


def _dates(draw: random.Random) -> Iterator[str]:
    while True:
        yield f"{draw.randint(1, 28)} {draw.choice(_MONTHS)} {draw.randint(1800, 2100)}, "


def _lines(draw: random.Random) -> Iterator[str]:
    while True:
        yield f"{_person(draw).upper()}: We opened it in {draw.randint(1900, 2020)}.\n"


def _drawn(parts: Callable[[random.Random], Iterator[str]]) -> Callable[[int], str]:
    return lambda size: _joined(parts(random.Random(7)), size)


HOSTILE: dict[str, Callable[[int], str]] = {
    "one endless sentence": lambda size: news(size).replace(". ", ", and ").replace(".", ",").replace("\n\n", " "),
    "one endless paragraph": lambda size: news(size).replace("\n\n", " "),
    "quotation marks": lambda size: '"' * size,
    "opening quotation marks": lambda size: ("“ " * size)[:size],
    "quoted words": lambda size: ("“yes” she said, " * size)[:size],
    "nested brackets": lambda size: "(" * (size // 2) + ")" * (size // 2),
    "brackets in a sentence": lambda size: ("The (old [new " * size)[:size],
    "no space": lambda size: "a" * size,
    "no space, in capitals": lambda size: ("Ab" * size)[:size],
    "a digit without end": lambda size: "1" * size,
    "capitalised words": _drawn(_names),
    "dates": _drawn(_dates),
    "lines that name a speaker": _drawn(_lines),
    "blank lines": lambda size: "\n" * size + "The mill was opened in 1887.",
    "stops": lambda size: (". " * size)[:size],
    "commas": lambda size: (", " * size)[:size],
    "hyphens": lambda size: ("co-" * size)[:size],
    "letters with stops": lambda size: ("U.S." * size)[:size],
    "said that": lambda size: ("Ada Hartley said that " * size)[:size],
    "of": lambda size: ("the Minister of " * size)[:size],
}
"""Texts of so many characters that a careless pattern or loop would take quadratic time over."""
