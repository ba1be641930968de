"""Events named by a noun of action, and the clause that says the same."""

from __future__ import annotations

import re
from functools import cache

from quizgen.language import data
from quizgen.language.gazetteer import is_event_head
from quizgen.language.inflection import verb_forms
from quizgen.language.lexicon import guess, tags_of
from quizgen.language.pattern import Pattern

_OF = Pattern(r"^(?:the |The )?(?P<noun>[\w-]+)(?: and (?P<second>[\w-]+))? of (?P<object>.+)$")
_COMPLEMENTS = {"accede": "to", "become independent": "from"}
"""What the preposition behind the doer belongs to the verb with: "the accession of Estonia *to* the treaty"."""
_PLACE = Pattern(r"((?:an?|the) [a-z][\w -]*?)( (?:at|in|on|to|from|into) .+)")
"""Where something was done to a thing that has no name: "a mast *on the roof*"."""
_JOINT_NAME = Pattern(r"[Tt]he (?:[A-Z][\w.&’'-]* )+and (?:[A-Z][\w.&’'-]* )+(?:[a-z]+[^s ]|[A-Z]\w+(?:y|ct|rd|on))$")
"""One thing whose name holds an "and": the Salt and Tar Company."""
_USE = frozenset(["operation", "use", "running", "service"])
"""What begins with the opening of a thing: the opening *and operation* of the railway."""
_OWNED = Pattern(r"^(?P<object>.+?)['’]s? (?P<noun>[\w-]+)$")


@cache
def _verbs() -> dict[str, tuple[str, str]]:
    table = {}
    for line in data.lines("nominalisations.txt"):
        manner, noun, verb = line.split(" ", 2)
        table[noun] = (manner, verb)
    return table


def is_action(noun: str) -> bool:
    """Whether ``noun`` (lower case) names an action by the verb it comes from."""
    return noun in _verbs()


def done(noun: str) -> str:
    """What is done to a thing in an action: passage -> passed; empty for what a thing does itself."""
    manner, verb = _verbs().get(noun, ("", ""))
    return verb_forms(verb).participle if manner == "P" and " " not in verb else ""


def happens(event: str) -> bool:
    """Whether a noun phrase names something that happened at a time, not a thing that lasts."""
    found = _OF.match(event) or _OWNED.match(event)
    if found and is_action(found["noun"].lower()):
        return True
    head = re.split(r" (?:of|on|in|at|between|against)\b", event, maxsplit=1)[0].split()[-1].lower()
    return is_event_head(head)


def event_clause(event: str) -> str:
    """An event as the tail of a question about its time.

    ``the founding of the party`` -> ``was the party founded``; an event whose noun comes from no known verb
    "takes place".
    """
    found = _OF.match(event) or _OWNED.match(event)
    verb = _verbs().get(found["noun"].lower()) if found else None
    second = found.groupdict().get("second") if found else None
    if found is None or verb is None or (second and second.lower() not in _USE):
        return f"did {event} take place"
    thing, (manner, base) = found["object"], verb
    if manner == "P":
        participle = "born" if base == "bear" else verb_forms(base).participle
        located = _PLACE.match(thing)
        thing, where = located.groups() if located else (thing, "")
        return f"{'were' if is_plural(thing) else 'was'} {thing} {participle}{where}"
    added = _COMPLEMENTS.get(base)
    doer, joint, complement = thing.partition(f" {added} ") if added else (thing, "", "")
    return f"did {doer} {base}{joint}{complement}"


def is_plural(phrase: str) -> bool:
    """Whether a noun phrase is plural, by its head: the noun before its first preposition."""
    if " and " in phrase.split(" between ")[0].split(" of ")[0]:
        return _JOINT_NAME.match(phrase) is None
    head = re.split(r" (?:of|between|with|for|in|on|to|from|at|by|that|which|who)\b", phrase, maxsplit=1)[0].split()[-1]
    if head[:1].isupper():
        if re.match(r"(?:the )?United (?:Nations|States)\b", phrase, re.IGNORECASE):
            return False
        listed = phrase[:4].lower() == "the " and (tags_of(head.lower()) or ("",))[0] == "NNS"
        return head in ("Games", "Olympics", "States", "Nations") or (listed and head != "Times")
    return (tags_of(head.lower()) or guess(head.lower()))[0] == "NNS"
