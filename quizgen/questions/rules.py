"""The rules of a good item that a program can check; a card that breaks one is dropped, with the rule's name."""

from __future__ import annotations

import re
from collections.abc import Callable
from operator import eq

from quizgen.language.gazetteer import country
from quizgen.language.halves import breaks_off
from quizgen.language.pattern import Pattern
from quizgen.model.card import Card
from quizgen.model.characters import ILLEGAL
from quizgen.questions.famous import lifetime, sex_by_name
from quizgen.questions.normal import holds, normal
from quizgen.questions.programmes import gives_away
from quizgen.questions.wholes import QUOTED, cut_heads, is_told_whole

LONGEST_QUESTION = 240
"""Characters."""
LONGEST_ANSWER = 90
"""Characters."""
_SMALL = 3
"""Letters of a word that tells nothing of a name: of, for, the."""
_POINTS = Pattern(
    r"(?<![A-Z][a-z] )(?<!\w )\bI\b|\b(?:did|was|do|have|had|that|when|if|what|how|as|because|while) I(?= [a-z])"
    r"|\b(?:me|my|we|our|ours|us|you|your|today|yesterday|tomorrow|tonight|"
    r"(?:this|last|next) (?:year|month|weekend|week|morning|afternoon|evening|time)|"
    r"(?:the (?:two|both)|both) (?:sides|countries|parties|leaders|peoples|nations)|the (?:former|latter)"
    r"|aforementioned)\b"
)
_OPENING_PRONOUN = Pattern(
    r"\b(?:that|did|does|do|was|were|has|had|is|are|will|would) (?:he|she|it|they|this|these|those)\b",
    re.IGNORECASE,
)
_POINTERS = frozenset(
    "i me my we our ours us you your today yesterday tomorrow tonight this last next sides countries parties leaders "
    "peoples nations former latter aforementioned he she it they these those".split()
)
"""Words of which a question that points outside has one at least; looked for first, as most have none."""
_WORD = Pattern(r"\w+")
_LOOSE = Pattern(r"[\s,;:.(][\s,.;:?]")
"""Two marks of which one may be out of place; looked for first, as most questions have none."""
_TYPOGRAPHY = Pattern(r"\s[,.;:?]|\s{2,}|[,;:]\?|(?<!\b[A-Z])(?<!etc)\.\?|\(\s")
_TWICE = Pattern(r"\b(\w+) \1\b(?<!had had)(?<!that that)")

_OPENED_TWICE = Pattern(r"(?:^|\s)\"\w[^\"]*\s\"\w")
"""A quotation that begins within another: the first has lost its end."""


def broken_rule(card: Card) -> str:
    """The name of the first rule that ``card`` breaks; empty where it keeps them all."""
    return next((name for name, breaks in _RULES.items() if breaks(card)), "")


def _not_a_question(card: Card) -> bool:
    return not card.question.endswith(("?", "?”"))


def _too_long(card: Card) -> bool:
    return len(card.question) > LONGEST_QUESTION or len(card.answer) > LONGEST_ANSWER or not card.answer.strip()


def _gives_its_answer_away(card: Card) -> bool:
    if holds(card.question, card.answer) or (card.context and holds(card.context, card.answer)):
        return True
    if card.kind == "initiative" and (_told_in_parts(card) or _told_by_a_word(card)):
        return True
    names = re.findall(r"[A-Z][\w'’-]+", card.answer)
    asks_who = card.question.startswith(("Who", "Which")) and card.kind == "attribution"
    return asks_who and bool(names) and holds(card.question, names[-1])


def _told_in_parts(card: Card) -> bool:
    """Whether a question holds all of a name but the noun it asks for, or a country by another of its names."""
    asked = set(normal(card.question).split())
    words = normal(card.answer).split()
    which = re.search(r"\b[Ww]hich (\w+)", card.question)
    weighty = [w for w in words if len(w) > _SMALL and not (which and w == which[1])]
    if which and which[1] in words and asked.issuperset(weighty or words):
        return True
    nation = country(card.answer)
    told = card.question.split()  # the U.S.-Peru Treaty names another as well
    return nation is not None and any(country(word.strip(",?")) is nation for word in told)


def _told_by_a_word(card: Card) -> bool:
    """Whether a question which programme it is holds a word of its name that none of the choices has."""
    return not card.question.startswith("Who ") and gives_away(card.question, card.answer, card.distractors)


def _of_another_sex(card: Card) -> bool:
    """Whether a question says "she" of somebody whose given name is a man's, or "he" of a woman's."""
    asked = _OF_ANSWER.match(card.question)
    if asked is None or " " not in card.answer or " and " in card.answer:
        return False
    sex = sex_by_name(card.answer)
    return sex in ("M", "F") and sex != {"he": "M", "she": "F"}[asked["pronoun"]]


def _of_another_age(card: Card) -> bool:
    """Whether an office is asked for at a time when somebody whom the lists know did not live: King George III."""
    asked = _AT.search(card.question) if card.kind == "role" else None
    life = lifetime(card.answer) if asked else None
    return asked is not None and life is not None and not life[0] <= int(asked[1]) <= life[1]


_AT = Pattern(r" in [A-Z][a-z]+ (\d{4})\?$")
_OF_ANSWER = Pattern(r"Who \w+ (?:that )?(?P<pronoun>he|she)\b")


def _points_outside(card: Card) -> bool:
    if _POINTERS.isdisjoint(_WORD.findall(card.question.lower())):
        return False
    bare = QUOTED.sub(" ", card.question)
    return bool(_POINTS.search(bare) or _OPENING_PRONOUN.search(bare))


_COUNTED = Pattern(
    r"\bthe (?:two|three|four|five|six|seven|eight|nine|ten) (?:(?!are |were |have |had |will )[a-z-]+ )?[a-z]+s\b"
    r"(?! (?:of|that|who|which|in|from|with|to|between|on|at)\b)"
)
""" "The three brewers", which only the text can tell; not "the three branches of government"."""


def _tells_no_whole(card: Card) -> bool:
    """Whether a question tells of some by their number alone, or of a body by the head of a name not told in full."""
    if "the " not in card.question:
        return False
    bare = QUOTED.sub(" ", card.question)
    if _COUNTED.search(bare):
        return True
    return any(not is_told_whole(head, f"{card.context or ''} {bare}") for head in cut_heads(bare))


def _untidy(card: Card) -> bool:
    question = card.question
    pairs = (("(", ")"), ("“", "”"), ("[", "]"))
    unbalanced = question.count('"') % 2 or any(question.count(a) != question.count(b) for a, b in pairs)
    if unbalanced or (_LOOSE.search(question) and _TYPOGRAPHY.search(question)):
        return True
    words = _WORD.findall(question)
    repeats = any(map(eq, words, words[1:])) and _TWICE.search(question)
    return bool(repeats or ('"' in question and _OPENED_TWICE.search(question)))


def _of_a_number_alone(card: Card) -> bool:
    """Whether an answer is one of a series and nothing tells which series: the Thirteenth Council."""
    return card.kind in ("initiative", "attribution") and _NUMBERED.fullmatch(card.answer) is not None


_NUMBERED = Pattern(
    r"(?:the )?(?:\d+(?:st|nd|rd|th)|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Eleventh|Twelfth"
    r"|\w+(?:teenth|tieth)) (?:Council|Meeting|Session|Committee|Conference|Congress|Summit|Assembly|Commission)"
)


def _breaks_off(card: Card) -> bool:
    return breaks_off(card.question)


def _too_few_choices(card: Card) -> bool:
    return len(card.distractors) < 2


def _choices_repeat(card: Card) -> bool:
    keys = [normal(d) for d in card.distractors]
    return len(set(keys)) < len(keys) or not {normal(a) for a in (card.answer, *card.accept)}.isdisjoint(keys)


def _control_character(card: Card) -> bool:
    """A deck cannot hold it; texts taken from PDF files have form feeds between their pages."""
    own = (card.question, card.answer, card.context or "", card.value or "")
    return ILLEGAL.search(" ".join((*own, *(e.quote for e in card.evidence)))) is not None


_RULES: dict[str, Callable[[Card], bool]] = {
    "control-character": _control_character,
    "not-a-question": _not_a_question,
    "too-long": _too_long,
    "gives-its-answer-away": _gives_its_answer_away,
    "of-another-sex": _of_another_sex,
    "of-another-age": _of_another_age,
    "points-outside": _points_outside,
    "tells-no-whole": _tells_no_whole,
    "untidy": _untidy,
    "breaks-off": _breaks_off,
    "of-a-number-alone": _of_a_number_alone,
    "too-few-choices": _too_few_choices,
    "choices-repeat": _choices_repeat,
}
