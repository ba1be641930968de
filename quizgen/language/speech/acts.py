"""Rules for acts of speech: what is announced, condemned, promised; who is urged to do what."""

from __future__ import annotations

from collections.abc import Callable, Collection

from quizgen.language.speech import nouns
from quizgen.language.speech.clauses_said import clause
from quizgen.language.speech.extents import clause_end
from quizgen.language.speech.line import Line
from quizgen.language.speech.report import Found, Report

_OBJECTS = frozenset("DT NN NNS NNP PRP PRP$ JJ JJR JJS CD VBG WP $ WRB POS".split())
_CUTS = frozenset("while after before when as because although though but where who which whom since until".split())


def infinitive(report: Report, stops: Collection[int]) -> Found | None:
    """X pledged to ..."""
    line, i = report.line, report.last + 1
    if not (report.has("infinitive", "infinitive_attitude") and line.free(i + 1)):
        return None
    if line.words[i].lower != "to" or line.words[i + 1].tag not in ("VB", "RB", "VBP"):
        return None
    end = act_end(line, i + 1, stops)
    return None if end is None else clause(line, i, end, "infinitive")


def urging(report: Report, stops: Collection[int]) -> Found | None:
    """X urged Y to ..."""
    line, i = report.line, report.last + 1
    if not (report.has("urging") and line.free(i)):
        return None
    to = nouns.end_of(line.words, i)
    if to is None or not line.free(to + 1) or line.words[to].lower != "to" or line.words[to + 1].tag not in ("VB", "RB"):
        return None
    end = act_end(line, to + 1, stops)
    return None if end is None else clause(line, i, end, "urging")


def act_object(report: Report, stops: Collection[int]) -> Found | None:
    """X announced a plan; X thanked Y for ..."""
    line, i = report.line, report.last + 1
    if not (report.has("object") and i < len(line.words)):
        return None
    if line.free(i) and line.words[i].tag not in _OBJECTS:
        return None
    end = act_end(line, i, stops)
    return None if end is None or end <= i else clause(line, i, end, "object")


def act_end(line: Line, first: int, stops: Collection[int]) -> int | None:
    """Behind the object of an act: at the next clause, or where the sentence ends."""
    end = clause_end(line, first, stops)
    if end is None:
        return None
    for k in range(first + 1, end):
        if line.quoted[k] >= 0:
            continue
        word = line.words[k]
        if line.is_comma(k) or word.tag in (":",):
            following = line.words[k + 1] if k + 1 < end else word
            if following.tag in ("VBG", "IN", "WP", "WDT", "RB", "WRB", "CC", "DT", "PRP", "VBN") or following.lower in _CUTS:
                return k
        elif word.tag == "CC" and k + 1 < end and line.words[k + 1].is_finite:
            return k
    return end


ACT_RULES: tuple[Callable[[Report, Collection[int]], Found | None], ...] = (infinitive, urging, act_object)
