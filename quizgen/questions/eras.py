"""The time that a question asks of, and whether somebody can have lived then."""

from __future__ import annotations

from quizgen.language.once import once
from quizgen.language.pattern import Pattern
from quizgen.language.understanding import Understanding
from quizgen.model.fact import Question
from quizgen.questions.famous import lifetime

_YEAR = Pattern(r"\b(1[0-9]\d\d|20\d\d)\b")
_SAID = Pattern(r" that |[“\":]")
"""Where a question begins to tell what was said, which may be of another time."""
_OPENING = Pattern(r"(?:In|On|By|During|Since)\b[^,]{0,30}?\b(1[0-9]\d\d|20\d\d)\b")
"""A time that a sentence opens with."""
_GENERATION = 30
_NOW = 2015
"""The year of texts that name none."""
_OF_PARENTS = Pattern(r"Who (?:was|is) .+['’]s (?:\w+ )?(?:father|mother)\?")


def year_asked(question: Question, u: Understanding) -> int | None:
    """The year that a question asks of: the one it names, that of its proof, the answer's own time, the document's."""
    if u.reference is not None and u.author is not None and u.author.name == question.answer:
        return u.reference.year  # of whatever year the author speaks
    year = _told(question, u) or _NOW  # what tells no time is of today
    life = lifetime(question.answer)
    if life is not None and not life[0] <= year <= life[1]:
        year = min(max(year, life[0]), life[1])
    return year


def _told(question: Question, u: Understanding) -> int | None:
    asked = _SAID.split(question.text)[0]
    if found := _YEAR.search(asked):
        return int(found[1])
    proofs = [u.sentence_at(span.start).span.of(u.text) for span in question.evidence]
    if opened := next((found for proof in proofs if (found := _OPENING.match(proof))), None):
        return int(opened[1])
    if u.reference is not None:
        return u.reference.year
    if told := next((found for proof in proofs if (found := _YEAR.search(proof))), None):
        return int(told[1])
    year = year_of(u)
    return year - _GENERATION if year is not None and _OF_PARENTS.match(question.text) else year


@once
def year_of(u: Understanding) -> int | None:
    """The time a document tells of: its own year, else the middle one of those it names."""
    if u.reference is not None:
        return u.reference.year
    years = sorted(date.value.year for date in u.dates if date.value is not None)
    return (years[(len(years) - 1) // 2] + years[len(years) // 2]) // 2 if years else None
