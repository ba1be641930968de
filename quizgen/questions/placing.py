"""Under which occasion each card stands: the fullest that gives no answer away."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from quizgen.language.entity import Entity
from quizgen.language.gazetteer import country, given_name_sex
from quizgen.language.lexicon import is_known
from quizgen.language.names import NameKind
from quizgen.language.occasion import occasions, quoted_title, source_of
from quizgen.language.pattern import Pattern
from quizgen.language.understanding import Understanding
from quizgen.language.whole import stands_in
from quizgen.questions.famous import surname
from quizgen.questions.made import Made, Refused, turned_down
from quizgen.questions.normal import holds, normal

_SETTLED = frozenset(["date", "role", "anniversary"])
"""Kinds whose questions tell when, or ask for it; the month of the document would tell it as well."""
_NAME = Pattern(r"(?:[A-Z][\w.'’-]+ (?:of (?:the )?)?)+[A-Z][\w'’-]+")
"""A name of several words."""
_WORD = Pattern(r"[^\W\d_]+")
_COUNTING = Pattern(r"“.*(?:\d|anniversar|years|centen|jubilee).*”", re.IGNORECASE)
"""A title that counts the years of an anniversary: "CERN celebrates seventy years"."""
_BARE = Pattern(
    r"From an? (?:report|(?:joint )?statement|proclamation|message|speech|letter|interview|fact sheet)"
    r"(?: on an? (?:virtual meeting|phone call|visit|meeting|conversation))?(?:, [A-Z][a-z]+ \d{4})?"
)
_SMALL = 3
"""Letters of a word that tells nothing of a name."""
_LINKS = frozenset(["with", "from", "into", "over", "under", "between", "against", "report", "meeting", "statement"])
"""Words that single out no name."""
_TITLES = (
    r"President|Prime|Foreign|Vice|Senator|Sen\.|Secretary|Minister|Mayor|Governor|Gov\.|Chancellor|Dr\.|Mr\.|Ms\.|Sir"
)
"""What stands before a name in a title."""
_LEFT = 4
"""Words of a title without the answer, at the least."""
_LISTED = Pattern(r", …|…,| and …|… and ")
"""The place of an answer that a title names with others, which tells which of them it is not."""
_LONGEST = 160
"""Characters of such a title, at the most."""
_PART = 0.6
"""The part of the words of a title that must be left."""


def with_occasions(u: Understanding, made: Sequence[Made], refused: list[Refused]) -> list[Made]:
    """Each card under the fullest occasion that gives no answer away; who met is not asked where it tells that."""
    fullest = next(iter(occasions(u)), "") if u.aliases.topic is None else ""
    told = [
        m for m in made if m.card.kind == "attribution" and " and " in m.card.answer and holds(fullest, m.card.answer)
    ]
    refused += [turned_down(m, "told-by-the-occasion") for m in told]
    made = [m for m in made if m not in told]
    answers = {answer for m in made if not holds(u.title, answer := m.card.answer.removeprefix("the "))}
    tellable = dict.fromkeys(occasion for m in made for occasion in (*m.occasions, *occasions(u), *source_of(u)))
    quiet = {occasion for occasion in tellable if not any(holds(occasion, answer) for answer in answers)}
    context = [_context(u, m, quiet, answers) for m in made]
    placed = [
        m if c == m.card.context else m._replace(card=replace(m.card, context=c))
        for m, c in zip(made, context, strict=True)
    ]
    loose = [m for m in placed if _is_bare(m.card.context) and (m.bound or _could_be_anybodys(m))]
    refused += [turned_down(m, "no-occasion") for m in loose]
    return [m for m in placed if m not in loose]


def _context(u: Understanding, made: Made, quiet: Collection[str], answers: Collection[str]) -> str | None:
    """The fullest of the occasions that give no answer away; in place of a bare one the title without the answer."""
    told = (o for o in _settings(u, made) if o in quiet and not _singles_out(o, made, u))
    found = made.card.context or next(told, None)
    said = u.aliases.topic is None and made.card.kind == "attribution"
    bare = _is_bare(found) and (found is not None or said)
    return _without_answer(u, made, answers) or found if bare else found


def _without_answer(u: Understanding, made: Made, answers: Collection[str]) -> str:
    """The title without what it tells of the answer: "From “… opens the ferry”"; empty where too little is left.

    Args:
        u: the document.
        made: the card.
        answers: of all cards; where one of them is the month, none is told.
    """
    quoted = quoted_title(u)
    titles = [o for o in (*occasions(u), *source_of(u)) if f"“{quoted}”" in o]
    if made.card.kind in _SETTLED or not titles or (" and " in made.card.answer and made.card.kind == "attribution"):
        return ""
    cut = _without_words(_without_name(quoted, made, u), _telling(made))
    words, left = (sum(word[:1].isalpha() for word in text.split()) for text in (quoted, cut))
    told = [title.replace(quoted, cut) for title in titles]
    enough = left >= max(_LEFT, _PART * words) and cut != quoted and len(cut) <= _LONGEST
    listed = _LISTED.search(cut) and any(stands_in(surname(one), normal(cut)) for one in made.card.distractors)
    if not enough or listed or _singles_out(told[0], made, u):
        return ""
    return next((one for one in told if not any(holds(one, answer) for answer in answers)), "")


def _without_name(title: str, made: Made, u: Understanding) -> str:
    """A title without the answer's name, its office and given name before it, and its possessive."""
    names = sorted({made.card.answer.removeprefix("the "), *made.card.accept}, key=len, reverse=True)
    named = next((name for name in names if name[:1].isupper() and stands_in(name, title)), "")
    longer = (e.name for e in u.aliases.entities if e.name != made.card.answer and e.name in title)
    if not named or any(name != named and stands_in(named, name) for name in longer):
        return title  # part of a longer name
    given = "|".join(map(re.escape, _given_before(named, title))) or "(?!)"
    return re.sub(rf"(?:(?:{_TITLES}|{given}) )*\b{re.escape(named)}\b(?:['’]s?(?!\w))?", "…", title)


def _without_words(title: str, words: Collection[str]) -> str:
    """A title without such of some words as no dictionary has; for those side by side there is one mark."""
    names = {word for word in words if not is_known(word)}
    marked = re.sub(r"[^\W_]+", lambda found: "…" if normal(found[0]) in names else found[0], title)
    return re.sub(r"…(?:(?:,? (?:and|&|of|the|for|in))*,? …)+|^…,", "…", marked)


def _given_before(name: str, title: str) -> list[str]:
    """Given names that stand before a name in a title: "Rush" before a mere "Limbaugh"."""
    before = re.findall(rf"([A-Z][\w.-]+) (?={re.escape(name)}\b)", title)
    return [word for word in before if given_name_sex(word)]


def _could_be_anybodys(made: Made) -> bool:
    """Whether nothing in a question who said something, which has a mere month, tells what it was about.

    No name, no number and none of the speaker's own words.
    """
    asked = made.card.question.partition(" ")[2]
    dated = made.card.kind == "attribution" and made.card.context is not None and ", " in made.card.context
    return dated and "“" not in asked and " and " not in made.card.answer and _NAMING.search(asked) is None


_NAMING = Pattern(r"\d|(?<![“.?!] )(?<!“)\b(?!I\b)[A-Z]")
"""A number, or a name within what was said."""


def _is_bare(context: str | None) -> bool:
    """Whether a context tells nothing but what sort of text it is of, and when that was."""
    return context is None or _BARE.fullmatch(context) is not None


def _singles_out(occasion: str, made: Made, u: Understanding) -> bool:
    """Whether an occasion calls the answer by a name of its, or by a word that none of the wrong choices has."""
    card = made.card
    nation = any(country(word) for word in re.split(r"[ -]", card.answer))
    if any(holds(occasion, form) for form in (card.answer, *card.accept) if nation or not country(form)):
        return True
    if card.kind == "anniversary" and (
        _names(occasion, made, u) if made.aspect == "what" else _COUNTING.search(occasion)
    ):
        return True
    return not _telling(made).isdisjoint(normal(occasion).split())


def _telling(made: Made) -> set[str]:
    """The words of an answer that none of the wrong choices has."""
    others = {word for choice in made.card.distractors for word in normal(choice).split()}
    return {word for word in normal(made.card.answer).split() if len(word) > _SMALL} - others - _LINKS


def _names(occasion: str, made: Made, u: Understanding) -> bool:
    """Whether an occasion names a body or programme that the proof of a fact names as well: it may be what is asked."""
    things = (e for e in u.aliases.entities if e.kind in (NameKind.ORGANISATION, NameKind.PROGRAMME))
    named = (e for e in things if any(e.is_named_in(span) for span in made.fact.evidence))
    return any(stands_in(name, occasion) for entity in named for name in entity.names)


def _settings(u: Understanding, made: Made) -> tuple[str, ...]:
    """What a card may stand under: its occasion; of an article its title, where the question names nothing of it."""
    topic, asked = u.aliases.topic, made.card.question
    if topic is not None:
        return () if any(holds(asked, name) for name in _whole_names(topic)) else occasions(u)
    if made.occasions or made.kind.name not in _SETTLED:
        return (*(made.occasions or occasions(u)), *source_of(u))  # where the month is what another card asks for
    told = _tells_country(asked) if made.kind.name == "role" else _tells_where(asked)
    return () if told else source_of(u)


def _whole_names(topic: Entity) -> list[str]:
    """The names of what an article is about that tell it by themselves: "the Bridge" and a mere surname do not."""
    names = [name.removeprefix("the ") for name in dict.fromkeys((topic.name, *topic.names))]
    return [name for name in names if " " in name] or names


def _tells_where(asked: str) -> bool:
    """Whether a question names something that there is once: a country, or what has a name of several words."""
    return _NAME.search(asked.partition(" ")[2]) is not None or _tells_country(asked)


def _tells_country(asked: str) -> bool:
    return "Republic of" in asked or any(map(country, _WORD.findall(asked)))
