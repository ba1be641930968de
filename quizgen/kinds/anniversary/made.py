"""What was made or held to mark an anniversary."""

from __future__ import annotations

import re

from quizgen.language.asking import capitalised, inverted, predicate_end, text_of, verb_text
from quizgen.language.pattern import Pattern
from quizgen.language.predicate import relative_dates, standing_predicate
from quizgen.language.sentences import Sentence
from quizgen.language.standalone import owner, pointing, pronoun, stands
from quizgen.language.subject import subject_text
from quizgen.language.understanding import Understanding
from quizgen.model.document import Span

_TO_MARK = Pattern(r"\bto (?P<verb>celebrate|mark|commemorate|honou?r) (?:the )?$")
_OPENS = Pattern(
    r"(?:(?:[Ii]n|[Oo]n) [^,]{3,24}, )?"
    r"(?P<lead>(?:[Tt]o (?:mark|celebrate|commemorate|honou?r)|[Oo]n(?: the occasion of)?)) (?:the )?"
)
_MARKED = Pattern(r"\b(?:mark|celebrate|commemorate|observe|honou?r)(?:e?d)? (?:the )?$")
_LONGEST = 14


def made_to_mark(u: Understanding, sentence: Sentence, span: Span) -> str:
    """ "The tower was built to mark": what stands before the anniversary, where that can open a question; else empty.

    Args:
        u: the document.
        sentence: where the anniversary is told.
        span: its number and "anniversary".
    """
    found = _TO_MARK.search(u.text, sentence.span.start, span.start)
    clause = u.clause_at(sentence, found.start()) if found else None
    if found is None or clause is None or u.speech_about(span):
        return ""
    words, to = sentence.words, sentence.word_at(found.start())
    if clause.verb.end > to or words[clause.verb.finite].tag not in ("VBD", "VBZ", "VBP"):
        return ""
    subject = subject_text(u, sentence, clause)
    dated = relative_dates(u, sentence)
    whole = text_of(u.text, words, clause.verb.end, to, dated)
    rest = standing_predicate(u, sentence, clause, to, dated, _LONGEST)
    if subject is None or rest is None or len(rest) < len(whole) or "," in rest:
        return ""
    made = f"{capitalised(subject)} {verb_text(words, clause)} {rest} to {found['verb']}"
    return " ".join(made.split()) if stands(made) else ""


def marked_by(u: Understanding, sentence: Sentence, span: Span) -> str:
    """ "In 2020 the Elm Club marked its 40th anniversary": who marked it, with the verb; else empty.

    Arguments as for `made_to_mark`.
    """
    found = _MARKED.search(u.text, sentence.span.start, span.start)
    clause = u.clause_at(sentence, found.start()) if found else None
    if found is None or clause is None or u.speech_about(span) or clause.subject is None:
        return ""
    words = sentence.words
    will = words[clause.verb.finite].lower == "will" and clause.verb.main == clause.verb.finite + 1
    if words[clause.verb.main].start != found.start() or not (will or clause.verb.main == clause.verb.start):
        return ""
    subject = subject_text(u, sentence, clause)
    if subject is None or any(d.span.start == words[clause.subject[0]].start for d in u.dates):
        return ""
    told = f"{capitalised(subject)} {'was to ' if will else ''}{words[clause.verb.main].text}"
    return "" if pointing(told) or owner(told) or not re.search(r"[A-Z]", subject) else told


def done_on_it(u: Understanding, sentence: Sentence, span: Span) -> tuple[str, str]:
    """ "To mark the centenary of the Elm Club, Peru issued a stamp": "To mark" and "did Peru issue a stamp".

    Arguments as for `made_to_mark`; two empty strings where the sentence does not open so.
    """
    found = _OPENS.fullmatch(u.text, sentence.span.start, span.start)
    words = sentence.words
    after = sentence.word_at(span.end - 1) + 1
    clause = next((c for c in u.clauses[sentence.index] if c.subject and c.subject[0] > after), None)
    if found is None or clause is None or clause.subject is None or u.speech_about(span):
        return "", ""
    comma, finite = clause.subject[0] - 1, words[clause.verb.finite]
    if words[comma].text != "," or finite.tag != "VBD" or any(w.is_finite for w in words[after:comma]):
        return "", ""
    subject = subject_text(u, sentence, clause)
    end = predicate_end(words, clause)
    rest = standing_predicate(u, sentence, clause, end, relative_dates(u, sentence), _LONGEST)
    if subject is None or not rest:
        return "", ""
    asked = inverted(u.text, words, clause, subject, rest)
    return ("", "") if pointing(asked) or pronoun(asked) else (capitalised(found["lead"]), asked)


def meant_to_mark(u: Understanding, sentence: Sentence, span: Span) -> str:
    """ "the Elm Exhibition, a fair to mark": "The Elm Exhibition was to mark"; arguments as for `made_to_mark`."""
    found = _TO_MARK.search(u.text, sentence.span.start, span.start)
    if found is None or u.speech_about(span):
        return ""
    words, to = sentence.words, sentence.word_at(found.start())
    comma = next((i for i in range(to - 1, 0, -1) if words[i].text == ","), 0)
    if not comma or words[comma + 1].lower not in ("a", "an") or any(w.tag[:2] == "VB" for w in words[comma:to]):
        return ""
    end = words[comma - 1].end
    named = next((m for m in u.mentions[sentence.index] if m.span.end == end), None)
    name = text_of(u.text, words, _with_year(sentence, named.span.start), comma) if named else ""
    return f"The {name} was to {found['verb']}" if name else ""


def _with_year(sentence: Sentence, offset: int) -> int:
    """The index of the year before a name: "the | 1889 Exhibition"."""
    start = sentence.word_at(offset)
    return start - (start > 0 and sentence.words[start - 1].tag == "CD")
