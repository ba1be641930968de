"""Programmes in a document, with the best of what is said of each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quizgen.kinds.initiative.beginnings import brought_about, fragment, listed, opens
from quizgen.kinds.initiative.descriptions import aim, called_this, in_relative
from quizgen.kinds.initiative.fact import MAKING, Initiative
from quizgen.kinds.initiative.makers import made_by, made_in_relative, opened
from quizgen.kinds.initiative.modality import as_said
from quizgen.kinds.initiative.place import Place
from quizgen.kinds.initiative.statements import after_infinitive, as_object, as_subject, of_subject
from quizgen.kinds.initiative.surroundings import as_well_as, done_by, fronted, in_place, laid_down, of_its, under_which
from quizgen.language.aliases import Entity
from quizgen.language.clauses import Clause, ClauseKind
from quizgen.language.gazetteer import programme_sort
from quizgen.language.inflection import base_form
from quizgen.language.lexicon import is_known
from quizgen.language.names import Mention
from quizgen.language.sentences import Sentence
from quizgen.language.understanding import Understanding
from quizgen.language.words import Word
from quizgen.model.document import Span
from quizgen.model.fact import Dropped

_PER_NAME = 2
"""Facts about one programme, at the most: the best."""
_SORTS = ("P", "A", "B", "W", "E")
_GENERIC = re.compile(
    r"(?:Joint |Bilateral |Strategic )?(?:Memorandum(?: of Understanding)?|MOU|Executive Order"
    r"|Act of (?:Parliament|Congress)|Statement|Declaration|Working Group|Agreement|Treaty|Summit|Conference"
    r"|Meeting|Session)s?"
)
"""What is no name of one thing but the sort of many."""
_BODIES = frozenset("committee commission council alliance coalition forum dialogue task platform group".split())
"""Bodies that someone sets up for a purpose; of others only their founding is asked."""
_RULES = (
    made_by,
    made_in_relative,
    opened,
    as_subject,
    of_subject,
    in_relative,
    aim,
    listed,
    brought_about,
    as_object,
    after_infinitive,
    fronted,
    under_which,
    laid_down,
    done_by,
    as_well_as,
    in_place,
    of_its,
)
_DESCRIBED = (made_by, made_in_relative, in_relative, aim, listed, brought_about)
"""Rules that hold for bodies of every sort."""
_CERTAIN = (made_by, made_in_relative, opened, in_relative, aim, listed)
"""Rules about the name alone, wherever in a clause it stands."""


def find(u: Understanding) -> Iterator[Initiative | Dropped]:
    """Yield what a document says of the programmes it names, the best for each name."""
    told: dict[str, list[Initiative]] = {}
    before: list[Place] = []
    for sentence in u.sentences:
        if sentence.heading:
            continue
        places: list[Place] = []
        for mention in u.mentions[sentence.index]:
            entity = _programme(u, mention, sentence)
            if entity is None:
                continue
            found = _said_of(u, sentence, mention, entity, places)
            if isinstance(found, Dropped):
                yield found
            else:
                told.setdefault(entity.name, []).append(found)
        if before and (more := _said_of_this(u, sentence, before)):
            told.setdefault(more.name.removeprefix("the "), []).append(more)
        before = places
    for facts in told.values():
        yield from sorted(facts, key=lambda f: (-f.worth, f.evidence))[:_PER_NAME]


def _programme(u: Understanding, mention: Mention, sentence: Sentence) -> Entity | None:
    """The programme a mention names by its whole name; None for other things, and for parts of longer names."""
    entity = u.aliases.at(mention)
    if entity is None or entity.name.startswith("Year of "):
        return None
    words = sentence.words
    i, j = _range(sentence, mention.span)
    before = words[i - 1].tag if i else ""
    if before in (")", "NNP", "POS", "PRP$") or (j < len(words) and words[j].tag in ("NNP", "POS")):
        return None
    if i > 1 and words[i - 1].lower in ("of", "for", "to", "on") and words[i - 2].is_name:
        return None  # Freedom of Access to | Fishing Waters Act
    if entity.name.endswith("Limited Partnership") or (before != "DT" and re.fullmatch(r"\w+ Group", entity.name)):
        return None  # a company
    name = entity.name.split()
    plain = len(name) == 2 and all(is_known(w.lower()) for w in name)
    if len(name) < 2 or (plain and not _new_in_list(u, sentence, i)):
        return None  # Summer Games, Central Committee: of which there are many
    return entity if entity.sort in _SORTS else _with_small_head(sentence, entity, j)


def _new_in_list(u: Understanding, sentence: Sentence, i: int) -> bool:
    """Whether an item of a list opens with "a new" before the name at word ``i``, whose title then is its own."""
    return [w.lower for w in sentence.words[:i]] == ["a", "new"] and opens(u.text[: sentence.span.start].rstrip()[-1:])


def _with_small_head(sentence: Sentence, entity: Entity, end: int) -> Entity | None:
    """ "the Northern Security Support (NSS) *mission*": a name whose noun is not written large."""
    words, end = sentence.words, _after_acronym(sentence, end)
    head = words[end].lower if end < len(words) else ""
    if not entity.acronym or programme_sort(head) not in ("P", "W") or words[end].tag != "NN":
        return None
    name = f"{entity.name} {head}"
    return replace(entity, name=name, sort=programme_sort(head), names={**entity.names, name: 1})


def _range(sentence: Sentence, span: Span) -> tuple[int, int]:
    return sentence.word_at(span.start), sentence.word_at(span.end - 1) + 1


def _said_of(
    u: Understanding, sentence: Sentence, mention: Mention, entity: Entity, places: list[Place]
) -> Initiative | Dropped:
    """The best that is said of a programme where it is named; adds that place to ``places``."""

    def drop(guard: str) -> Dropped:
        return Dropped(rule="statement", guard=guard, span=mention.span)

    if any(s.manner == "direct" and s.content.contains(mention.span) for s in u.speech_about(mention.span)):
        return drop("quoted")
    start, end = _range(sentence, mention.span)
    clause = u.clause_at(sentence, mention.span.start)
    if clause is None and (
        item := listed(u, Place(sentence, fragment(sentence), entity, start, _behind(sentence, entity, end)))
    ):
        return item
    if clause is None:
        return drop("no-clause")
    place = Place(sentence, clause, entity, start, _behind(sentence, entity, end))
    places.append(place)
    if _disagrees(sentence.words, clause):
        return drop("agreement")
    if any(w.lower in ("if", "unless") for w in sentence.words):
        return drop("conditional")
    if sentence.words[-1].text == "?" or any(
        w.lower in ("not", "never") for w in sentence.words[clause.verb.start : clause.verb.end]
    ):
        return drop("negation-or-question")
    made = base_form(sentence.words[clause.verb.main].lower) in MAKING
    if _GENERIC.fullmatch(entity.name):
        return drop("no-name")
    mere = entity.sort == "B" and place.noun not in _BODIES and not made
    for rule in _DESCRIBED if mere else _RULES:
        if found := rule(u, place):
            return found if rule in _CERTAIN else as_said(u, place, found)
    return drop("mere-body" if mere else "no-statement-that-stands-alone")


def _disagrees(words: Sequence[Word], clause: Clause) -> bool:
    """Whether a verb in the plural stands with "a coalition": its subject is another."""
    if clause.subject is None or words[clause.verb.finite].lower not in ("were", "are", "have"):
        return False
    a, b = clause.subject
    one = words[a].lower in ("a", "an") and words[b - 1].tag == "NN"
    return one and not any(w.lower in ("and", "of") for w in words[a:b])


def _behind(sentence: Sentence, entity: Entity, end: int) -> int:
    """The index after the name with its acronym and a small noun that only repeats its sort: "Ports Plan scheme"."""
    end = _after_acronym(sentence, end)
    word = sentence.words[end] if end < len(sentence.words) else None
    small = word is not None and word.tag == "NN" and programme_sort(word.lower) in ("P", "W", "B")
    return end + small


def _after_acronym(sentence: Sentence, end: int) -> int:
    words = sentence.words
    if end + 2 >= len(words) or words[end].text != "(":
        return end
    return next((i + 1 for i in range(end, min(end + 5, len(words))) if words[i].text == ")"), end)


def _said_of_this(u: Understanding, sentence: Sentence, before: Sequence[Place]) -> Initiative | None:
    """What is said of "this programme" right after the sentence that names it."""
    words = sentence.words
    if before[0].sentence.paragraph != sentence.paragraph or words[0].lower != "this" or words[-1].text == "?":
        return None
    main = next((c for c in u.clauses[sentence.index] if c.kind is ClauseKind.MAIN and c.subject == (0, 2)), None)
    if main is None or words[main.verb.finite].tag == "MD" or words[1].tag != "NN":
        return None
    return called_this(u, Place(sentence, main, before[0].entity, 0, 2), before)
