"""What an anniversary is."""

from __future__ import annotations

from dataclasses import dataclass

from quizgen.model.fact import Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class Anniversary(Fact):
    """An anniversary that the document tells of."""

    number: int
    """How many years; 0 for a year named for a cause."""
    event: str
    """What it is the anniversary of, so that it stands alone; or the name of the year."""
    holder: str = ""
    """Whose own anniversary it is, where the text does not say what happened: "the University of Vienna"."""
    year: int | None = None
    """The year in which it fell, where certain."""
    well_wisher: str = ""
    """Who offered congratulations on it, where that is all that is told."""
    made: str = ""
    """What was done to mark it, to open a question with: "The Elm Tower was built to mark"."""
    marking: str = ""
    """How it was marked, to open a question with, where its year is told too: "Ana Roe came to Lima to mark"."""
    marker: str = ""
    """Who marked it, with the verb, where its year is told too: "The Elm Club celebrated"."""
    done: tuple[str, str] = ("", "")
    """What was done on it: how a question opens, and its tail: "To mark", "did Peru issue a stamp"."""
    teller: str = ""
    """Who alone says that it is marked in its year."""
    span_of: str = ""
    """What the years are of, where years are counted: "in service", "as a university"; may be empty."""
    ahead: bool = False
    """Whether the text looks forward to it, in a year that it tells."""
    purpose: bool = False
    """Whether it is only told why something was done, "to celebrate" it: of that year the event may be a year off."""
