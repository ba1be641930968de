"""How far a run of capitals goes that is one name: "the Ministry of Trade and Industry", "Francis (Frank) McNamara"."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.language.gazetteer import (
    MONTHS,
    WEEKDAYS,
    country,
    given_name_sex,
    is_organisation_head,
    programme_sort,
    title_mark,
)
from quizgen.language.lexicon import tags_of
from quizgen.language.words import Word

_JOINS_TAIL = frozenset(["of", "for", "on", "against"])
PARTICLES = frozenset("de da dos del della der den van von di du la le bin ibn al el y zu ten es".split())
_EPITHETS = frozenset(["Great", "Elder", "Younger", "Conqueror", "Terrible", "Bold", "Wise", "Pious", "Magnificent"])
_BEFORE_MORE = frozenset(["(", "the", ","])
"""What a nickname, an epithet or a suffix opens with."""
_INITIAL_HEADS = frozenset(
    "battle treaty republic kingdom bank gulf year university house isle ministry department charter".split()
)
_SAYS = frozenset("said told added announced warned insisted tweeted".split())
"""What a person does and no month."""
_BETWEEN_PLACES = frozenset("canal railway railroad line tunnel turnpike".split())


def starts_name(words: Sequence[Word], i: int) -> bool:
    """Whether a name can begin with word ``i``: a day or month alone is none."""
    word = words[i]
    if not word.is_name or word.text in WEEKDAYS:
        return False
    if word.text in MONTHS and not _is_surname(words, i):
        return False
    return word.text != "A" and word.text[0].isalpha()


def _is_surname(words: Sequence[Word], i: int) -> bool:
    """Whether a month is somebody's surname: "Theresa *May*", "Mrs *May*", "*May* said"; not "the President, May 5"."""
    after = words[i + 1] if i + 1 < len(words) else None
    if after is not None and after.tag == "CD":
        return False
    before = words[i - 1] if i else None
    if before is not None and before.is_name:
        return bool(given_name_sex(before.text) or title_mark(before.lower))
    return after is not None and after.lower in _SAYS


def is_common_noun(word: Word) -> bool:
    """Whether a capitalised word is an ordinary English noun or adjective."""
    known = tags_of(word.lower)
    return known is not None and not known[0].startswith(("DT", "IN", "PRP")) and not given_name_sex(word.text)


def is_head(word: Word) -> bool:
    """Whether a word tells what programme or body a name is of: the Fund, the Committee."""
    return bool(programme_sort(word.lower)) or is_organisation_head(word.lower)


_TOLD_BY_YEAR = frozenset(["Proclamation", "Concordat", "Constitution", "Edict", "Compromise", "Ordinance", "Statute"])
"""Nouns that with a year are the name of one thing: the Proclamation of 1763."""


def run_end(words: Sequence[Word], start: int) -> int:
    """The index after the last word of the name that begins at ``start``."""
    end = _plain_end(words, start)
    headed = False  # a head-initial name: Joint Committee for ..., Organization of ...
    while end < len(words):
        last, joint = words[end - 1], words[end].lower
        if inserted := _nickname_or_suffix(words, end):
            end = _plain_end(words, inserted) if inserted < len(words) and starts_name(words, inserted) else inserted
            continue
        named = end - start > 1 or last.text in _TOLD_BY_YEAR
        if joint == "of" and named and programme_sort(last.lower) == "A" and _is_year(words, end + 1):
            return end + 2  # the Clean Air Act of 1963
        if words[end].text == "–" and (closed := _way_end(words, start, end)):
            return closed
        following = skip_the(words, end + 1)
        if following >= len(words) or not (starts_name(words, following) or joint == "to" or joint in PARTICLES):
            break
        if joint == "for" and title_mark(last.lower) and _is_owned(words, _plain_end(words, following)):
            break  # the Foreign Secretary | for the UK's help
        opens = is_head(last) or last.lower in _INITIAL_HEADS or bool(title_mark(last.lower))
        if (
            joint in _JOINS_TAIL
            and following - end <= 2
            and (
                opens
                or (joint == "of" and _of_name(words, start, end))
                or (headed and joint == "of" and is_common_noun(last) and not country(words[following].text))
                or (headed and joint == "for" and is_common_noun(last) and _names_those_served(words, following))
            )
        ):
            headed = True
        elif joint == "to" and opens and words[end + 1].is_name and _is_base_verb(words[end + 1]):
            following, headed = end + 1, True
        elif (
            (joint in ("and", "&") and following == end + 1 and _coordinates(words, start, end, following, headed))
            or (joint == "for" and following == end + 1 and _has_aim(words, start, end, following))
            or (joint == "with" and following == end + 1 and (headed or _closes_with_head(words, following)))
            or (words[end].tag == "POS" and following == end + 1 and is_common_noun(last) and not is_head(last))
            or (joint == "in" and programme_sort(last.lower) == "H" and following == end + 1)
        ):
            pass
        elif joint in PARTICLES and words[end].text.islower() and (after := _after_particles(words, end)):
            following = after
        else:
            break
        end = _plain_end(words, following)
        gerund = joint in _JOINS_TAIL and end - following == 1 and words[following].lower.endswith("ing")
        if (
            (joint == "to" or gerund)
            and end + 1 < len(words)
            and words[end].lower == "the"
            and starts_name(words, end + 1)
        ):
            end = _plain_end(words, end + 1)  # the Declaration on Mainstreaming | the Use of Reeds
    return end


def _names_those_served(words: Sequence[Word], start: int) -> bool:
    """Whether a name goes on behind "for": the Centre of Excellence for | *Canadian Veterans*."""
    end = _plain_end(words, start)
    return is_common_noun(words[end - 1]) and not country(words[end - 1].text)


def _way_end(words: Sequence[Word], start: int, dash: int) -> int:
    """The index after the second half of "the North Chile – South Peru Corridor", or 0 where there is none."""
    if start == 0 or words[start - 1].lower != "the" or dash + 1 >= len(words) or not starts_name(words, dash + 1):
        return 0
    end = _plain_end(words, dash + 1)
    return end if programme_sort(words[end - 1].lower) == "W" and not is_head(words[dash - 1]) else 0


def _nickname_or_suffix(words: Sequence[Word], i: int) -> int:
    """The index after "(Frank)" in Francis (Frank) McNamara, after ", Jr." or "the Elder"; 0 without one."""
    if words[i].text not in _BEFORE_MORE:
        return 0
    tail = [w.text for w in words[i : i + 4]]
    held = len(tail) == 4 and tail[0] == "(" and tail[2] == ")" and starts_name(words, i + 3)
    if held and (given_name_sex(tail[1]) or tail[3] in ("Bill", "Act")):  # the Fishing Waters (Amendment) Bill
        return i + 3
    if len(tail) > 1 and tail[0] == "the" and tail[1] in _EPITHETS:
        return i + 2
    return i + 2 if len(tail) > 1 and tail[0] == "," and tail[1].rstrip(".") in ("Jr", "Sr") else 0


def _after_particles(words: Sequence[Word], i: int) -> int:
    """The index of the surname after the particles at ``i`` (von der Leyen), or 0 where none follows."""
    while i < len(words) and words[i].lower in PARTICLES and words[i].text.islower():
        i += 1
    return i if i < len(words) and starts_name(words, i) else 0


def _plain_end(words: Sequence[Word], start: int) -> int:
    """The end of the run of capitalised words, with a number that belongs to them: Agenda 2030, Apollo 11."""
    end = start + 1
    while end < len(words) and starts_name(words, end):
        end += 1
    if (
        end < len(words)
        and words[end].tag == "CD"
        and words[end].text.isdigit()
        and len(words[end].text) <= 4
        and (end + 1 == len(words) or words[end + 1].tag not in ("NN", "NNS", "CD", "NNP", "POS"))
        and (len(words[end].text) < 4 or _takes_year(words, end))
    ):
        end += 1
    return end


def _is_year(words: Sequence[Word], i: int) -> bool:
    return i < len(words) and words[i].tag == "CD" and len(words[i].text) == 4 and words[i].text.isdigit()


def _is_owned(words: Sequence[Word], i: int) -> bool:
    """Whether a possessive mark stands at ``i``."""
    return i < len(words) and words[i].tag == "POS"


def _takes_year(words: Sequence[Word], i: int) -> bool:
    """Whether the year at ``i`` is part of the name before it: Agenda 2030, PACC 2030, ... 2030 (PACC)."""
    before = words[i - 1]
    return bool(
        programme_sort(before.lower) in ("P", "E")
        or before.text in ("Act", "Regulations", "Order")
        or before.text.isupper()
        or (i + 1 < len(words) and words[i + 1].text == "(")
    )


def skip_the(words: Sequence[Word], i: int) -> int:
    """The index behind an article at ``i``, or ``i``."""
    return i + 1 if i < len(words) and words[i].lower == "the" else i


def _of_name(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether the run before "of" is a common noun in capitals: Gulf of, Rights of, not Biden of."""
    return all(is_common_noun(w) for w in words[start:end]) and not title_mark(words[end - 1].lower)


def _is_base_verb(word: Word) -> bool:
    known = tags_of(word.lower)
    return known is not None and "VB" in known


def _closes_with_head(words: Sequence[Word], start: int) -> bool:
    end = _plain_end(words, start)
    return is_head(words[end - 1]) and end - start > 1


def _coordinates(words: Sequence[Word], start: int, end: int, following: int, headed: bool) -> bool:
    """Whether "and" stands inside one name: Belt and Road Initiative, Ministry of Trade and Industry."""
    after = _plain_end(words, following)
    if words[after - 1].text in ("Act", "Bill") and after - following > 1 and words[start - 1].lower == "the":
        return start > 0  # the Elm Bridge and Harbour Act
    if words[end - 1].lower in ("strategy", "policy") and end - start > 1 and after - following == 2:
        return is_common_noun(words[following]) and programme_sort(words[after - 1].lower) == "B"
    if title_mark(words[end - 1].lower) or is_head(words[end - 1]) or country(words[end - 1].text):
        return False
    titled = any(title_mark(w.lower) for w in words[following:after])
    if (words[end].text == "&" and not titled) or words[following].lower in (
        "company",
        "sons",
        "co",
        "partners",
    ):
        return True
    if titled:
        return False
    if headed:
        return is_common_noun(words[end - 1]) and is_common_noun(words[following]) and not is_head(words[after - 1])
    if words[after - 1].lower in _BETWEEN_PLACES and _is_pair_of_places(words, start, end, following, after):
        return True
    closes = is_head(words[after - 1]) and after - following > 1
    pair = end - start == 1 and after - following == 2
    if closes and pair and given_name_sex(words[start].text) and given_name_sex(words[following].text):
        return True  # Victoria and Albert Museum
    return closes and is_common_noun(words[end - 1]) and is_common_noun(words[following])


def _has_aim(words: Sequence[Word], start: int, end: int, following: int) -> bool:
    """Whether "for" stands inside a programme's name: the Bread for Schools Programme."""
    after = _plain_end(words, following)
    closes = after - following > 1 and programme_sort(words[after - 1].lower) == "P"
    plain = all(is_common_noun(w) and not title_mark(w.lower) and not is_head(w) for w in words[start:end])
    return closes and plain and start > 0 and words[start - 1].lower == "the"


def _is_pair_of_places(words: Sequence[Word], start: int, end: int, following: int, after: int) -> bool:
    """Whether two places share one thing: "the Kennet and Avon Canal"."""
    return end - start == 1 and after - following == 2 and start > 0 and words[start - 1].lower == "the"
