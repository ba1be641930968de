"""Whether a clause, of which only the beginning is tagged, still waits for its verb."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from quizgen.language.gazetteer import MONTHS
from quizgen.language.lexicon import guess, tags_of
from quizgen.language.words import FINITE_TAGS

_FRONTED = frozenset("when after before while because although though since if once until as".split())
FINITE = FINITE_TAGS | {"TO"}
"""Tags of verbs with a tense, and of what comes before an infinitive."""
NOUNISH = frozenset(("NN", "NNS", "NNP", "PRP", "CD", ")", "''"))
"""Tags that a subject can end with."""


def is_indefinite(tags: Sequence[str], lowers: Sequence[str]) -> bool:
    """Whether the noun phrase that ends here opens with "a" or "an"."""
    i = len(tags) - 1
    while i > 0 and tags[i] in ("NN", "NNS", "JJ", "NNP"):
        i -= 1
    return lowers[i] in ("a", "an")


_REPORTS = frozenset("reported announced confirmed stated noted added claimed".split())


def behind_date(lowers: Sequence[str], tags: Sequence[str]) -> bool:
    """Whether the word after ``tags`` stands behind "in 1783" or "on 21 August 1911"."""
    i = len(tags) - 1
    if i < 2 or tags[i] != "CD" or len(lowers[i]) != 4:
        return False
    return tags[i - 1] == "IN" or lowers[i - 1].capitalize() in MONTHS


def joins_dated(lowers: Sequence[str], tags: Sequence[str]) -> bool:
    """Whether a date behind "and" parts a second verb from its subject: lived in Lima *and in 1869* | bought a mill."""
    i = len(tags) - 1
    while i > 0 and (tags[i] == "CD" or lowers[i].capitalize() in MONTHS):
        i -= 1
    opens = 1 < i < len(tags) - 1 and lowers[i] in ("in", "on") and tags[i - 1] == "CC"
    at = next((k for k in range(i, 0, -1) if tags[k] in FINITE or tags[k] == "VBN"), 0)
    return opens and at > 0 and tags[at] == "VBD" and lowers[at] not in ("was", "were")


def closes_report(tags: Sequence[str], lowers: Sequence[str]) -> bool:
    """Whether the last word tells who reports what stands before: the mill was sold, the Elmsford Post | *reported*."""
    at = len(tags)
    if at + 2 < len(lowers) or lowers[at] not in _REPORTS or not at or tags[-1] not in ("NN", "NNP", "NNS"):
        return False
    first = at - 1
    while first > 0 and tags[first] in ("NN", "NNP", "NNS", "JJ", "POS", "DT"):
        first -= 1
    return tags[first] == "," and not FINITE.isdisjoint(tags[:first])


def reduced(tags: Sequence[str], lowers: Sequence[str]) -> int:
    """Where a participle was taken for the verb that comes only now: "the treaty *signed* in 1995 | ended"; else 0."""
    at = next((i for i in range(len(tags) - 1, 0, -1) if tags[i] == "VBD"), 0)
    plain = all(tag in ("IN", "DT", "NNP", "NN", "JJ", "CD") for tag in tags[at + 1 :])
    if not at or not plain or tags[at + 1] != "IN" or tags[at - 1] not in ("NN", "NNS", "NNP", ")"):
        return 0
    return at if "VBN" in (tags_of(lowers[at]) or guess(lowers[at])) else 0


def only_names(tags: Sequence[str], behind: Sequence[str]) -> bool:
    """Whether a form of "call" only gives a further name: "The cup, often *called* the Bowl, is made of gold"."""
    i = len(tags) - 1
    while i > 0 and tags[i] == "RB":
        i -= 1
    told = not FINITE.isdisjoint(tags)
    return i > 0 and tags[i] == "," and tags[i - 1] in NOUNISH and not told and "," in behind


def insertion_is_over(tags: Sequence[str], behind: Sequence[str]) -> bool:
    """Whether the sentence must have its verb here: "Ann, a cook in Rome, *died* of ..."."""
    later = any(
        "VBD" in (tags_of(word) or ()) and before not in ("and", "but", "or")
        for before, word in pairwise(["", *behind])
    )
    return tags.count(",") >= 2 and FINITE.isdisjoint(tags) and not later


def is_last_chance(tags: Sequence[str], behind: Sequence[str]) -> bool:
    """Whether a sentence that opens with its subject has no other word that can be its verb."""
    if not tags or tags[0] == "IN" or not FINITE.isdisjoint(tags):
        return False
    return not any({"VBD", "VBZ", "VBP", "MD"} & set(tags_of(word) or guess(word)) for word in behind)


def only_verb(tags: Sequence[str], behind: Sequence[str]) -> bool:
    """Whether a sentence has no other verb: "The Fish Act of 1853 | *made* herring cheap"."""
    return FINITE.isdisjoint(tags) and not any(
        {"VBD", "VBZ", "VBP", "MD"} & set(tags_of(word) or ()) for word in behind
    )


def described_subject(tags: Sequence[str]) -> bool:
    """Whether a subject and its description are over: "The institute, based in Bergen, | *trains* engineers"."""
    first = tags.index(",") if "," in tags else 0
    opened = first + 1 < len(tags) and tags[first + 1] in ("VBN", "DT", "RB")
    told = tags.count(",") < 2 or not FINITE.isdisjoint(tags)
    return opened and first > 0 and tags[first - 1] in NOUNISH and not told


def is_absolute(tags: Sequence[str], lowers: Sequence[str]) -> bool:
    """Whether ", with" and a noun phrase stand before: "left it, with Ana Reis *appointed* its head"."""
    i = len(tags) - 1
    while i > 0 and tags[i] in ("NNP", "NN", "NNS", "DT", "JJ", "CD"):
        i -= 1
    return 0 < i < len(tags) - 1 and lowers[i] == "with" and tags[i - 1] == ","


def relative_is_over(tags: Sequence[str]) -> bool:
    """Whether a relative clause behind the subject ends here, whose verb comes now: "Ann, who sings, *met* Bob"."""
    opened = next((i for i in range(len(tags) - 2, 0, -1) if tags[i] == "," and tags[i + 1] in ("WP", "WDT")), 0)
    told = [tag in FINITE_TAGS for tag in tags]
    return opened > 0 and "," not in tags[opened + 1 : -1] and not any(told[:opened]) and sum(told[opened:]) == 1


def fresh_name(tags: Sequence[str]) -> bool:
    """Whether a name alone stands between the last comma and here, which makes it a subject: ..., Smith announced."""
    before = next((i for i in range(len(tags) - 1, -1, -1) if tags[i] != "NNP"), -1)
    return 0 <= before < len(tags) - 1 and tags[before] == ","


def open_clause(tags: Sequence[str], lowers: Sequence[str]) -> bool:
    """Whether the clause up to here has a subject and still waits for its finite verb."""
    nouns = False
    for i in range(len(tags) - 1, -1, -1):
        tag = tags[i]
        if nouns and tag == "IN" and lowers[i] == "that":
            return True
        if tag in ("VBD", "VBZ", "VBP", "MD"):
            return False
        if tag == "," and nouns and subordinate_is_over(tags[:i], lowers):
            return True
        if tag == "CC" and nouns and i > 0 and tags[i - 1] == ",":
            return True
        if tag in ("WDT", "WP", "WRB"):
            return True
        nouns = nouns or tag in NOUNISH
        if tag in (":", "``"):
            break
    return nouns


def head_waits(tags: Sequence[str], behind: Sequence[str]) -> bool:
    """Whether a noun told apart by a relative clause still has no verb: "Those who fled in 1922 *settled* there"."""
    pronoun = next((i for i, tag in enumerate(tags) if tag in ("WDT", "WP")), 0)
    if not pronoun or tags[pronoun - 1] not in ("NN", "NNS", "NNP", "DT") or not FINITE.isdisjoint(tags[:pronoun]):
        return False
    if "IN" in tags[:pronoun] or tags[pronoun + 1 :].count("VBD") != 1:
        return False
    return not any({"VBD", "VBZ", "MD"} & set(tags_of(word) or ()) for word in behind)


def subordinate_is_over(tags: Sequence[str], lowers: Sequence[str]) -> bool:
    """Whether the words before a comma are "When the war ended", behind which a main clause must come."""
    return lowers[0] in _FRONTED and sum(tag in ("VBD", "VBZ", "VBP", "MD") for tag in tags) == 1
