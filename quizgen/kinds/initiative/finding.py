"""Programmes in a document, with the best of what is said of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from quizgen.kinds.initiative.actions import by_action
from quizgen.kinds.initiative.appositions import before_name, beside_subject, described, part_of, with_participle
from quizgen.kinds.initiative.beginnings import brought_about, fragment, listed
from quizgen.kinds.initiative.bodies import acts
from quizgen.kinds.initiative.descriptions import aim, called_it, called_this, in_relative
from quizgen.kinds.initiative.fact import MAKING, Initiative
from quizgen.kinds.initiative.introduced import introduced
from quizgen.kinds.initiative.makers import made_by, made_in_relative, opened
from quizgen.kinds.initiative.modality import as_judged, as_said
from quizgen.kinds.initiative.naming import programmes
from quizgen.kinds.initiative.own_acts import own_act
from quizgen.kinds.initiative.own_making import contracted, own_making
from quizgen.kinds.initiative.place import Place
from quizgen.kinds.initiative.statements import after_infinitive, as_object, as_subject, of_subject
from quizgen.kinds.initiative.surroundings import as_well_as, done_by, fronted, in_place, laid_down, of_its, under_which
from quizgen.kinds.initiative.titles import Named
from quizgen.kinds.initiative.unnamed import makers_of_unnamed
from quizgen.language.clauses import Clause, ClauseKind
from quizgen.language.gazetteer import country, is_country_name
from quizgen.language.inflection import base_form
from quizgen.language.pattern import Pattern
from quizgen.language.sentences import Sentence
from quizgen.language.understanding import Understanding
from quizgen.language.words import Word
from quizgen.model.document import Span
from quizgen.model.fact import Dropped

_PER_NAME = 4
"""Facts about one programme, at the most: the best."""
_GENERIC = Pattern(
    r"(?:Joint |Bilateral |Strategic )?(?:Memorandum(?: of Understanding)?|MOU|Executive Order"
    r"|Act of (?:Parliament|Congress)|Statement|Declaration|Working Group|Agreement|Treaty|Summit|Conference"
    r"|Meeting|Session)s?|(?:(?:Summer|Winter) )?(?:Olympics|Games)"
    r"|(?:(?:Modern|Ancient|Summer|Winter) )?Olympic(?: Summer| Winter)? Games"
)
"""What is no name of one thing but the sort of many."""
_BODIES = frozenset("committee commission council alliance coalition forum dialogue task platform group".split())
"""Bodies that someone sets up for a purpose; of others only their founding is asked."""
_PURPOSES = frozenset(
    "aim seek consist comprise unite bring coordinate oversee monitor regulate promote protect represent govern "
    "administer advise run operate provide manage support fund help train teach publish maintain lead offer deliver "
    "fight tackle keep control collect check issue enforce investigate examine award lend give grant house hold own "
    "study preserve display exhibit employ serve supply produce defend represent connect sponsor invest insure".split()
)
"""Verbs that in the present tense tell what a body is for."""
_JOINED = frozenset(["joined", "left", "quit"])
_CLUBS = frozenset("union league organisation organization association community court bank".split())
"""Bodies of which a country or a club becomes a member, on a day that is asked along."""
_RULES = (
    own_making,
    made_by,
    made_in_relative,
    opened,
    as_subject,
    of_subject,
    in_relative,
    aim,
    listed,
    brought_about,
    by_action,
    as_object,
    after_infinitive,
    fronted,
    under_which,
    laid_down,
    done_by,
    as_well_as,
    part_of,
    beside_subject,
    in_place,
    of_its,
    own_act,
)
_DESCRIBED = (made_by, made_in_relative, in_relative, aim, listed, brought_about, by_action)
"""Rules that hold for bodies of every sort."""
Rule = Callable[[Understanding, Place], Initiative | None]
_OWNED = (
    own_making, made_by, made_in_relative, as_subject, in_relative, aim, brought_about, as_object, after_infinitive,
    under_which,
)  # fmt: skip
"""Rules for what is somebody's: "the ministry published its Fjord Plan"."""
_HONOURS = (as_object,)
"""What holds for prizes and medals: who was awarded or won them."""
_BESIDE = (in_relative, described, with_participle, before_name, introduced)
"""What stands beside the name and can be told in addition to what the clause says."""
_CERTAIN = (
    own_making, made_by, made_in_relative, opened, in_relative, aim, listed, described, with_participle, before_name,
    by_action, introduced, own_act,
)  # fmt: skip
"""Rules about the name alone, wherever in a clause it stands."""


def find(u: Understanding) -> Iterator[Initiative | Dropped]:
    """Yield what a document says of the programmes it names, the best for each name."""
    told: dict[str, list[Initiative]] = {}
    before: list[Place] = []
    for sentence in u.sentences:
        if sentence.heading:
            continue
        places: list[Place] = []
        for named in programmes(u, sentence):
            for found in _said_of(u, sentence, named, places):
                if isinstance(found, Dropped):
                    yield found
                else:
                    told.setdefault(named.entity.name, []).append(found)
        yield from makers_of_unnamed(u, sentence)
        if (before and (more := _said_of_this(u, sentence, before))) or (
            not places and (more := called_it(u, sentence))
        ):
            told.setdefault(more.name.removeprefix("the "), []).append(more)
        before = places
    for facts in told.values():
        yield from sorted(facts, key=lambda f: (-f.worth, f.evidence))[:_PER_NAME]


def _said_of(u: Understanding, sentence: Sentence, named: Named, places: list[Place]) -> Iterator[Initiative | Dropped]:
    """The best that is said of a programme where it is named, or why nothing is; adds that place to ``places``."""
    words = sentence.words
    span = Span(words[named.start].start, words[named.end - 1].end)
    place = _place(u, sentence, named)
    quoted = [s for s in u.speech_about(span) if s.manner == "direct" and s.content.contains(span)]
    if quoted and (place is None or not u.speaker_of(quoted[0])):
        guard = "quoted"
    elif place is None:
        alone = Place(sentence, fragment(sentence), *named)
        told = next((found for rule in (contracted, listed, *_BESIDE) if (found := rule(u, alone))), None)
        if told is not None:
            yield told
            return
        guard = "no-clause"
    else:
        places.append(place)
        guard = _guard(u, place)
    if guard or place is None:
        yield Dropped(rule="statement", guard=guard, span=span)
        return
    mere = _is_mere(place)
    rules = _DESCRIBED if mere else _rules_for(place)
    nothing, made = True, False
    for several in (rules, () if rules == _HONOURS else _BESIDE):
        for rule in several if not made else ():
            if found := rule(u, place):
                nothing = False
                made = made or found.rule == "made-by"
                certain = rule in _CERTAIN and not quoted
                yield as_judged(u, place, found) if certain else as_said(u, place, found)
                break
    if nothing:
        guard = "quoted" if quoted else "mere-body" if mere else "no-statement-that-stands-alone"
        yield Dropped(rule="statement", guard=guard, span=span)


def _rules_for(place: Place) -> Sequence[Rule]:
    """The rules that can hold for a programme of its sort, told as it is."""
    if place.entity.sort == "H":
        return _HONOURS
    if place.entity.sort == "B" and place.noun not in _BODIES:
        founded = base_form(place.words[place.begin - 1].lower) in MAKING
        more = (after_infinitive,) if founded else ()  # proposed to establish the institute
        return (own_making, made_by, made_in_relative, as_subject, as_object, *more, *_DESCRIBED)
    owned = place.start > 0 and place.words[place.start - 1].tag in ("POS", "PRP$")
    return _OWNED if owned else _RULES


def _place(u: Understanding, sentence: Sentence, named: Named) -> Place | None:
    """The clause that names a programme; of a title, the one whose verb stands behind it."""
    clause = u.clause_at(sentence, sentence.words[named.start].start)
    if named.noun:
        words = sentence.words
        own = next((c for c in u.clauses[sentence.index] if c.verb.start == named.end), None)
        start = named.start - (words[named.start - 1].tag == "DT" and named.start > 0)
        if start > 0 and words[start - 1].tag == "IN":
            own = None  # the first part of the scheme: not the scheme
        clause = own._replace(kind=ClauseKind.MAIN, start=start, subject=(start, named.end)) if own else clause
    return None if clause is None else Place(sentence, clause, *named)


def _guard(u: Understanding, place: Place) -> str:
    """Why nothing that a clause says of a programme can be asked; empty where it may be."""
    words, clause = place.words, place.clause
    if _disagrees(words, clause) or _changes_tense(u, place):
        return "agreement"
    if any(w.lower in ("if", "unless") for w in words):
        return "conditional"
    if (
        words[-1].text == "?"
        or any(w.lower in ("not", "never") for w in words[clause.verb.start : clause.verb.end])
        or (words[0].lower in ("nor", "neither"))
    ):
        return "negation-or-question"
    return "no-name" if _GENERIC.fullmatch(place.entity.name) else ""


def _changes_tense(u: Understanding, place: Place) -> bool:
    """Whether a past is joined to "would": "would hunt and *continued* patrols" has no second verb."""
    words, clause = place.words, place.clause
    if clause.kind is not ClauseKind.JOINED or clause.subject is None or words[clause.verb.finite].tag != "VBD":
        return False
    first = next(c for c in u.clauses[place.sentence.index] if c.subject == clause.subject)
    return words[first.verb.finite].tag == "MD"


def _is_mere(place: Place) -> bool:
    """Whether a body is only named, as something that does what such bodies do."""
    made = any(base_form(place.words[i].lower) in MAKING for i in (place.clause.verb.main, place.begin - 1))
    made = made or (place.noun in _CLUBS and place.words[place.clause.verb.main].lower in _JOINED)
    return place.entity.sort == "B" and place.noun not in _BODIES and not made and not _tells_what_for(place)


def _tells_what_for(place: Place) -> bool:
    """Whether a body is the subject of what tells what it is or does at all times: "trains", "is a society for"."""
    words, clause = place.words, place.clause
    if clause.subject is None or clause.subject[1] != place.end:
        return False
    if acts(place):
        return True
    if words[clause.verb.finite].tag != "VBZ" and words[clause.verb.finite].lower != "will":
        return False
    behind = words[clause.verb.end] if clause.verb.end < len(words) else None
    is_one = words[clause.verb.main].lower == "is" and behind is not None and behind.tag == "DT"
    return is_one or base_form(words[clause.verb.main].lower) in _PURPOSES


def _disagrees(words: Sequence[Word], clause: Clause) -> bool:
    """Whether a verb in the plural stands with "a coalition", or none with "British": its subject is another."""
    if clause.subject is not None and clause.subject[1] - clause.subject[0] == 1:
        only = words[clause.subject[0]].text
        if country(only) is not None and not is_country_name(only):
            return True  # invited British | firms to invest
    if clause.subject is None or words[clause.verb.finite].lower not in ("were", "are", "have"):
        return False
    a, b = clause.subject
    one = words[a].lower in ("a", "an") and words[b - 1].tag == "NN"
    return one and not any(w.lower in ("and", "of") for w in words[a:b])


def _said_of_this(u: Understanding, sentence: Sentence, before: Sequence[Place]) -> Initiative | None:
    """What is said of "this programme" right after the sentence that names it."""
    words = sentence.words
    if before[0].sentence.paragraph != sentence.paragraph or words[0].lower not in ("this", "the"):
        return None
    if words[-1].text == "?" or (words[0].lower == "the" and [p.noun for p in before] != [words[1].lower]):
        return None
    main = next((c for c in u.clauses[sentence.index] if c.kind is ClauseKind.MAIN and c.subject == (0, 2)), None)
    if main is None or words[main.verb.finite].tag == "MD" or words[1].tag != "NN":
        return None
    return called_this(u, Place(sentence, main, before[0].entity, 0, 2), before)
