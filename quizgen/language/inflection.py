"""The forms of English verbs and nouns: from base to past, and back."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from quizgen.language import data
from quizgen.language.pattern import Pattern


class VerbForms(NamedTuple):
    """The five forms of a verb, in the order of their Penn tags VB, VBZ, VBD, VBN, VBG."""

    base: str
    third: str
    past: str
    participle: str
    gerund: str


IRREGULAR: dict[str, tuple[str, str]] = {
    base: (past, participle) for base, past, participle in (line.split() for line in data.lines("irregular_verbs.txt"))
}
_BASE_OF_IRREGULAR = {form: base for base, forms in IRREGULAR.items() for form in forms} | {
    "am": "be", "is": "be", "are": "be", "was": "be", "were": "be", "being": "be", "has": "have", "does": "do",
    "goes": "go", "dying": "die", "lying": "lie", "tying": "tie", "found": "find", "lay": "lay", "wound": "wound",
    "ground": "ground", "proven": "prove",
}  # fmt: skip
_ENDS_IN_CONSONANT_Y = Pattern(r"[^aeiou]y$")
# A last stressed syllable consonant-vowel-consonant doubles: stop, plan, refer, commit; not visit, open, cancel.
_DOUBLES = Pattern(r"^(?:[^aeiou]*[aeiou][bdgklmnprtv]|.*qu[aeiou][bdgklmnprtz])$")
# Stems behind which an unlisted verb lost its e: inaugurat-, nationalis-, revis-, premier-; not treat-, float-.
_LOST_E = Pattern(r"(?:[^aeo]at|[^aeo][iy][sz]|[iao]v|[lr]v|ur|ier|uc|[aeiourn]c|us|[aiou]g|dg|[bcdfgkptz]l|u|v)$")
_DOUBLES_AFTER_PREFIX = frozenset(
    "abet acquit admit allot annul commit compel confer concur control debar defer deter dispel emit enrol equip excel "
    "expel forget format incur infer inter occur omit outfit patrol permit prefer propel rebel rebut recap recur refer "
    "regret remit repel submit transfer transmit unplug upset".split()
)


def verb_forms(base: str) -> VerbForms:
    """All forms of the verb ``base``."""
    if base == "be":
        return VerbForms("be", "is", "was", "been", "being")
    stem = base + base[-1] if base in _DOUBLES_AFTER_PREFIX or _DOUBLES.match(base) else base
    if base in IRREGULAR:
        past, participle = IRREGULAR[base]
    elif base.endswith("e"):
        past = participle = base + "d"
    elif _ENDS_IN_CONSONANT_Y.search(base):
        past = participle = base[:-1] + "ied"
    elif base.endswith("ic"):
        past = participle = base + "ked"
    else:
        past = participle = stem + "ed"
    return VerbForms(base, third_person(base), past, participle, gerund(base, stem))


def third_person(base: str) -> str:
    """``announce`` -> ``announces``; the same rule makes the plural of a noun."""
    if base == "have":
        return "has"
    if _ENDS_IN_CONSONANT_Y.search(base):
        return base[:-1] + "ies"
    if base.endswith("iz"):
        return base + "zes"
    return base + ("es" if re.search(r"(?:s|x|z|ch|sh|[^aeiou]o)$", base) else "s")


def gerund(base: str, stem: str) -> str:
    """The -ing form of ``base``, whose consonant-doubled stem is ``stem``."""
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")) and base != "be":
        return base[:-1] + "ing"
    return base + "king" if base.endswith("ic") else stem + "ing"


@cache
def base_form(form: str) -> str:
    """The base of a verb form in lower case: ``established`` -> ``establish``, ``held`` -> ``hold``.

    A form that is not listed is undone by the regular rules, preferring a base the lexicon has as a verb.
    """
    if form in _BASE_OF_IRREGULAR:
        return _BASE_OF_IRREGULAR[form]
    for prefix in ("re-", "co-", "pre-", "re", "out", "over", "under"):
        if form.startswith(prefix) and form[len(prefix) :] in _BASE_OF_IRREGULAR and len(form) > len(prefix) + 3:
            return prefix + _BASE_OF_IRREGULAR[form[len(prefix) :]]
    from quizgen.language.lexicon import is_verb

    candidates = _undo(form)
    if not any(is_verb(c) for c in candidates):
        for prefix in ("over", "under", "out"):
            rest = form.removeprefix(prefix)
            if len(form) > len(rest) > 5 and is_verb(base_form(rest)):
                return prefix + base_form(rest)  # overstepped: as stepped
    unknown = _likeliest(candidates) if candidates else form
    known = [c for c in candidates if is_verb(c)]
    return next(
        (c for c in known if _BASE_OF_IRREGULAR.get(c, c) == c), known[0] if known else unknown
    )  # ranged: not rang


def _likeliest(candidates: list[str]) -> str:
    """Of the possible bases of a verb the lexicon does not list, the one its spelling speaks for."""
    stem = candidates[0]
    for base in candidates[1:]:
        if base == stem + "e" and _LOST_E.search(stem):
            return base
        if stem.endswith("i") and base == stem[:-1] + "y":
            return base
        if base + "k" == stem and len(base) > 4:
            return base
    return stem


def _undo(form: str) -> list[str]:
    """Possible bases of a regular form, the likelier first among those that inflect so."""
    for ending in ("ed", "ing", "es", "s"):
        stem = form[: -len(ending)]
        if not form.endswith(ending) or len(stem) < 2:
            continue
        found = [stem, stem + "e"]
        if ending != "s" and stem.endswith("i"):
            found.append(stem[:-1] + "y")
        if ending in ("ed", "ing") and len(stem) > 2 and stem[-1] == stem[-2]:
            found.insert(0, stem[:-1])
        if ending == "ing" and stem.endswith("y"):
            found.append(stem[:-1] + "ie")
        if ending in ("ed", "ing") and stem.endswith("ick"):
            found.append(stem[:-1])
        british = [stem[:-1]] if stem.endswith("ll") and ending in ("ed", "ing") and len(stem) > 5 else []
        return british + [base for base in found if form in verb_forms(base)[1:]]
    return []
