"""Initiatives: named programmes, agreements, bodies and works, with something said of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quizgen.kinds import Kind
from quizgen.language.aliases import Entity
from quizgen.language.asking import capitalised, inverted, predicate_end, text_of, verb_text
from quizgen.language.calendar import DateMention, Role
from quizgen.language.clauses import Clause, ClauseKind
from quizgen.language.gazetteer import programme_sort
from quizgen.language.lexicon import is_known
from quizgen.language.inflection import base_form, verb_forms
from quizgen.language.names import Mention, NameKind
from quizgen.language.nominal import event_clause, is_action, is_plural
from quizgen.language.phrases import noun_phrase_end, noun_phrase_start
from quizgen.language.predicate import standing_predicate
from quizgen.language.sentences import Sentence
from quizgen.language.standalone import pointing, pronoun
from quizgen.language.subject import subject_text
from quizgen.language.understanding import Understanding
from quizgen.language.words import Word
from quizgen.model.document import Span
from quizgen.model.fact import AnswerType, Dropped, Fact, Question

_MAKING = frozenset(
    "propose launch announce sign establish found create initiate introduce unveil build design organise organize set "
    "develop draft start begin open host convene endorse adopt champion spearhead inaugurate fund lead form".split()
)
_LONGEST = 26
_PER_NAME = 2
"""Facts about one programme, at the most: the best."""
_BODIES = frozenset(["committee", "commission", "council", "alliance", "coalition", "forum", "dialogue", "task", "platform", "group"])
"""Bodies that someone sets up for a purpose; of others only their founding is asked."""
_PREPOSITIONS = frozenset(["of", "under", "in", "at", "through", "with", "on", "for", "by", "to", "behind", "within", "from"])
_DETERMINERS = frozenset(["the", "a", "an", "its", "their", "his", "her", "our", "this", "new"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Initiative(Fact):
    """A named programme and what is said of it."""

    name: str
    """With the article it takes in the text."""
    accept: tuple[str, ...]
    asked: str
    """The question, with "which initiative" where the name stood."""
    maker: str = ""
    """Who proposed, launched or signed it."""
    making: str = ""
    """What the maker did, in the past: "proposed"."""
    maker_kind: NameKind = NameKind.PERSON


def find(u: Understanding) -> Iterator[Initiative | Dropped]:
    """Yield what a document says of the programmes it names, the best for each name."""
    told: dict[str, list[Initiative]] = {}
    for sentence in u.sentences:
        if sentence.heading:
            continue
        for mention in u.mentions[sentence.index]:
            entity = u.aliases.at(mention)
            if entity is None or not _is_programme(u, entity, mention, sentence):
                continue
            found = _said_of(u, sentence, mention, entity)
            if isinstance(found, Dropped):
                yield found
            else:
                told.setdefault(entity.name, []).append(found)
    for facts in told.values():
        yield from sorted(facts, key=lambda f: (-f.worth, f.evidence))[:_PER_NAME]


def _is_programme(u: Understanding, entity: Entity, mention: Mention, sentence: Sentence) -> bool:
    """Whether a name is a whole name of a programme, and no part of a longer one."""
    if entity.sort not in ("P", "A", "B", "W", "E") or len(entity.name.split()) < 2:
        return False
    if len(entity.name.split()) == 2 and all(is_known(w.lower()) for w in entity.name.split()):
        return False  # Summer Games, Central Committee: of which there are many
    i, j = _range(sentence, mention.span)
    words = sentence.words
    before = words[i - 1] if i else None
    return not (before is not None and before.tag in (")", "NNP", "POS", "PRP$")) and not (j < len(words) and words[j].tag == "NNP")


def _range(sentence: Sentence, span: Span) -> tuple[int, int]:
    words = sentence.words
    start = next(i for i, w in enumerate(words) if w.end > span.start)
    end = next((i for i, w in enumerate(words) if w.start >= span.end), len(words))
    return start, end


def _said_of(u: Understanding, sentence: Sentence, mention: Mention, entity: Entity) -> Initiative | Dropped:
    def drop(guard: str) -> Dropped:
        return Dropped(rule="statement", guard=guard, span=mention.span)

    if any(s.manner == "direct" and s.content.contains(mention.span) for s in u.speech):
        return drop("quoted")
    start, end = _range(sentence, mention.span)
    clause = u.clause_at(sentence, mention.span.start)
    if found := _made_by(u, sentence, entity, end) or _made_in_relative(u, sentence, entity, end):
        return found
    if clause is None:
        return drop("no-clause")
    if sentence.words[-1].text == "?" or any(w.lower in ("not", "never") for w in sentence.words[clause.verb.start : clause.verb.end]):
        return drop("negation-or-question")
    end = _after_acronym(sentence, end)
    made = base_form(sentence.words[clause.verb.main].lower) in _MAKING
    if entity.sort == "B" and _noun(entity) not in _BODIES and not made:
        return drop("mere-body")
    for rule in (_opened, _as_subject, _of_subject, _as_object, _after_infinitive, _fronted, _in_place):
        if found := rule(u, sentence, clause, entity, start, end):
            return _as_said(u, sentence, clause, mention, found)
    return drop("no-statement-that-stands-alone")


def _after_acronym(sentence: Sentence, end: int) -> int:
    words = sentence.words
    closed = end + 2 < len(words) and words[end].text == "(" and next((i for i in range(end, min(end + 5, len(words))) if words[i].text == ")"), 0)
    return closed + 1 if closed else end


def _noun(entity: Entity) -> str:
    """What sort of thing it is, by the noun of its name: initiative, railway, committee."""
    words = entity.name.split()
    for word, following in zip(words, words[1:], strict=False):
        if following in ("of", "for", "on", "to", "against") and programme_sort(word.lower()):
            return word.lower()
    return next((w for w in reversed(words) if programme_sort(w.lower())), words[-1]).lower()


def _fact(
    u: Understanding, sentence: Sentence, entity: Entity, rule: str, asked: str, worth: float, **more: object
) -> Initiative | None:
    """The fact, unless the question would point outside or hold the name's acronym."""
    if pointing(asked) or pronoun(asked) or (entity.acronym and entity.acronym in asked):
        return None
    name = u.named(entity.name)
    fact = Initiative(
        rule=rule, subject=f"{entity.name}: {asked}", evidence=(sentence.span,), name=name, asked=asked, worth=worth,
        accept=tuple(dict.fromkeys(a for a in (entity.name, entity.acronym, *entity.names) if a and a != name)),
        guards=("whole-name", "stands-alone"),
    )  # fmt: skip
    return replace(fact, evidence=(u.proof(Span(sentence.span.start, sentence.span.start + 1)),), **more)  # type: ignore[arg-type]


def _made_by(u: Understanding, sentence: Sentence, entity: Entity, end: int) -> Initiative | None:
    """ "the Belt and Road Initiative proposed by President Xi Jinping"."""
    words = sentence.words
    at = end + (end < len(words) and words[end].text == ",")
    if at + 2 >= len(words) or words[at].tag not in ("VBN", "VBD") or words[at + 1].lower != "by":
        return None
    last = noun_phrase_end(words, at + 2)
    return _with_maker(u, sentence, entity, Span(words[at + 2].start, words[max(at + 2, last - 1)].end), words[at].lower)


def _made_in_relative(u: Understanding, sentence: Sentence, entity: Entity, end: int) -> Initiative | None:
    """ "the Belt and Road Initiative, which Xi Jinping had proposed"."""
    words = sentence.words
    at = end + (end < len(words) and words[end].text == ",")
    clause = next((c for c in u.clauses[sentence.index] if c.start == at and c.kind is ClauseKind.RELATIVE), None)
    if clause is None or clause.subject is None or clause.opener not in ("which", "that"):
        return None
    a, b = clause.subject
    return _with_maker(u, sentence, entity, Span(words[a].start, words[b - 1].end), words[clause.verb.main].lower)


def _with_maker(u: Understanding, sentence: Sentence, entity: Entity, who: Span, verb: str) -> Initiative | None:
    base = base_form(verb)
    referent = u.coreference.resolve(who, sentence.index)
    if base not in _MAKING or referent is None or len(referent.entities) != 1:
        return None
    return _fact(
        u, sentence, entity, "made-by", f"Which {_noun(entity)} did {u.named(referent.text)} {base}?", 1.4,
        maker=referent.text, making=verb_forms(base).past, maker_kind=referent.entities[0].kind,
    )  # fmt: skip


def _as_subject(
    u: Understanding, sentence: Sentence, clause: Clause, entity: Entity, start: int, end: int
) -> Initiative | None:
    """ "the Laos-China Railway has been completed": which railway has been completed?"""
    if clause.subject is None or not clause.subject[0] <= start < clause.subject[1] or clause.subject[1] > end:
        return None
    if start - clause.subject[0] > 1 or clause.kind is ClauseKind.RELATIVE:
        return None
    rest = standing_predicate(u, sentence, clause, predicate_end(sentence.words, clause), [], _LONGEST)
    verb = verb_text(sentence.words, clause)
    if rest is None or len(f"{verb} {rest}".split()) < 3:
        return None
    return _fact(u, sentence, entity, "as-subject", f"Which {_noun(entity)} {verb} {rest}".rstrip() + "?", 1.0)


def _of_subject(
    u: Understanding, sentence: Sentence, clause: Clause, entity: Entity, start: int, end: int
) -> Initiative | None:
    """ "The opening of the Railway brings Laos close to ...": the opening of which railway brings ...?"""
    words = sentence.words
    if clause.subject is None or clause.kind is ClauseKind.RELATIVE or not clause.subject[0] < start < clause.subject[1]:
        return None
    begin = _noun_phrase_floor(sentence, start)
    if words[begin - 1].lower != "of" or end < clause.subject[1]:
        return None
    rest = standing_predicate(u, sentence, clause, predicate_end(words, clause), [], _LONGEST)
    if rest is None:
        return None
    lead = text_of(u.text, words, clause.subject[0], begin - 1)
    asked = f"{capitalised(lead)} of which {_noun(entity)} {verb_text(words, clause)} {rest}".rstrip() + "?"
    return _fact(u, sentence, entity, "of-subject", asked, 0.9)


def _opened(
    u: Understanding, sentence: Sentence, clause: Clause, entity: Entity, start: int, end: int
) -> Initiative | None:
    """ "the opening of the Railway today": which railway was opened on that day?"""
    words = sentence.words
    begin = _noun_phrase_floor(sentence, start)
    date = next((d for d in u.dates_by_sentence.get(sentence.index, ()) if _follows(words, end, d)), None)
    head = noun_phrase_start(words, end - 1)
    noun = next((w.lower for w in words[head:begin] if w.tag in ("NN", "VBG")), "")
    if date is None or date.value is None or not is_action(noun) or words[begin - 1].lower != "of":
        return None
    joint = "on" if date.value.granularity == "day" else "in"
    asked = f"Which {event_clause(f'the {noun} of {_noun(entity)}').replace('was ', '', 1)}"
    verb = asked.removeprefix(f"Which {_noun(entity)} ")
    return _fact(u, sentence, entity, "opened", f"Which {_noun(entity)} was {verb} {joint} {date.value.spoken}?", 1.2)


def _follows(words: Sequence[Word], end: int, date: DateMention) -> bool:
    after = words[end : end + 2]
    return any(w.start <= date.span.start < w.end or w.start == date.span.start for w in after) and date.role is Role.PLAIN


def _noun_phrase_floor(sentence: Sentence, start: int) -> int:
    """The index of the determiner or adjective the name's noun phrase begins with."""
    words = sentence.words
    i = start
    while i > 0 and (words[i - 1].tag in ("DT", "PRP$", "JJ", "CD", "JJS") or words[i - 1].lower in _DETERMINERS):
        i -= 1
    return i


def _as_object(
    u: Understanding, sentence: Sentence, clause: Clause, entity: Entity, start: int, end: int
) -> Initiative | None:
    """ "the United States launched the Plan": which plan did the United States launch?"""
    begin = _noun_phrase_floor(sentence, start)
    if begin != clause.verb.end:
        return None
    subject = subject_text(u, sentence, clause)
    if subject is None:
        return None
    stop = predicate_end(sentence.words, clause, must_reach=end)
    rest = standing_predicate(u, sentence, clause, max(stop, end), [(begin, end)], _LONGEST - len(subject.split()))
    if rest is None:
        return None
    rest = f"{rest} {_fronted_date(u, sentence, clause)}".strip()
    asked = f"Which {_noun(entity)} {inverted(u.text, sentence.words, clause, subject, rest)}?"
    making = base_form(sentence.words[clause.verb.main].lower) in _MAKING
    return _fact(u, sentence, entity, "as-object", asked, 1.3 if making else 1.1)


def _fronted_date(u: Understanding, sentence: Sentence, clause: Clause) -> str:
    """The date a clause opens with, to be asked along: "in 1967"."""
    if clause.subject is None:
        return ""
    before = sentence.words[clause.subject[0]].start
    date = next((d for d in u.dates_by_sentence.get(sentence.index, ()) if d.span.end <= before and d.value), None)
    if date is None or date.value is None or date.role is not Role.PLAIN or u.clause_at(sentence, date.span.start) is not clause:
        return ""
    return f"{'on' if date.value.granularity == 'day' else 'in'} {date.value.spoken}"


def _after_infinitive(
    u: Understanding, sentence: Sentence, clause: Clause, entity: Entity, start: int, end: int
) -> Initiative | None:
    """ "China is willing to ..., implement the Initiative": which initiative is China willing to ... implement?"""
    words = sentence.words
    begin = _noun_phrase_floor(sentence, start)
    if begin <= clause.verb.end or words[begin - 1].tag != "VB":
        return None
    verb = begin - 1
    to = next((i for i in range(verb, clause.verb.end - 1, -1) if words[i].tag == "TO"), None)
    subject = subject_text(u, sentence, clause)
    if to is None or subject is None:
        return None
    lead = text_of(u.text, words, clause.verb.end, to + 1)
    stop = predicate_end(words, clause, must_reach=end)
    tail = standing_predicate(u, sentence, clause, max(stop, end), [], 8, start=end) or ""
    if tail.startswith(("and ", "or ")) or "," in tail:
        tail = ""
    rest = f"{lead} to {words[verb].text} {tail}"
    asked = f"Which {_noun(entity)} {inverted(u.text, words, clause, subject, rest.strip())}?"
    return _fact(u, sentence, entity, "after-infinitive", asked, 1.1) if len(asked.split()) <= _LONGEST else None


def _fronted(
    u: Understanding, sentence: Sentence, clause: Clause, entity: Entity, start: int, end: int
) -> Initiative | None:
    """ "Thanks to the Initiative, the railway has been completed": thanks to which initiative has ...?"""
    words = sentence.words
    begin = _noun_phrase_floor(sentence, start)
    if clause.subject is None or begin == 0 or end > clause.subject[0] or words[begin - 1].tag not in ("IN", "TO"):
        return None
    if begin > 4 or words[end].text != "," or end + 1 != clause.subject[0]:
        return None
    subject = subject_text(u, sentence, clause)
    if subject is None:
        return None
    rest = standing_predicate(u, sentence, clause, predicate_end(words, clause), [], _LONGEST - len(subject.split()))
    if rest is None:
        return None
    lead = capitalised(text_of(u.text, words, 0, begin - 1) + " " + words[begin - 1].text).strip()
    asked = f"{lead} which {_noun(entity)} {inverted(u.text, words, clause, subject, rest)}?"
    return _fact(u, sentence, entity, "fronted", asked, 1.0)


def _in_place(
    u: Understanding, sentence: Sentence, clause: Clause, entity: Entity, start: int, end: int
) -> Initiative | None:
    """ "They discussed progress under the Plan": ... discussed progress under which plan?"""
    words = sentence.words
    begin = _noun_phrase_floor(sentence, start)
    if begin <= clause.verb.end or not (words[begin - 1].lower in _PREPOSITIONS or words[begin - 1].tag in ("VBG", "RP")):
        return None
    subject = subject_text(u, sentence, clause)
    if subject is None:
        return None
    lead = standing_predicate(u, sentence, clause, begin, [], _LONGEST - len(subject.split()) - 2)
    if lead is None or not text_of(u.text, words, clause.verb.end, begin).startswith(lead):
        return None
    full = " ".join(f"{lead} {words[begin - 1].text}".split()) if not lead.endswith(words[begin - 1].text) else lead
    if len(full.split()) < len(text_of(u.text, words, clause.verb.end, begin).split()):
        return None
    asked = f"{capitalised(subject)} {verb_text(words, clause)} {full} which {_noun(entity)}?"
    return _fact(u, sentence, entity, "in-place", asked, 0.8)


def _as_said(
    u: Understanding, sentence: Sentence, clause: Clause, mention: Mention, fact: Initiative
) -> Initiative | Dropped:
    """What is planned or claimed is asked as its speaker's; what ought to be, as what was called for."""
    words = sentence.words
    modal = words[clause.verb.finite].lower if words[clause.verb.finite].tag == "MD" else ""
    verb = words[clause.verb.finite].span
    speech = next((s for s in u.speech if s.content.contains(mention.span) and s.content.contains(verb) and not s.vague), None)
    speaker = u.coreference.resolve(speech.speaker, speech.sentence) if speech is not None else None
    if speaker is not None and speaker.entities:
        if speaker.text in fact.asked:
            return fact
        tail = fact.asked if not fact.asked.startswith("Which") else f"which{fact.asked[5:]}"
        return replace(fact, asked=f"According to {u.named(speaker.text)}, {tail}")
    if modal in ("should", "must"):
        return replace(fact, asked=_called_for(fact.asked, modal))
    if modal and fact.rule != "as-object":
        return Dropped(rule=fact.rule, guard="modality", span=mention.span)
    return fact


def _called_for(asked: str, modal: str) -> str:
    """ "China and Laos should use which committee?" -> "China and Laos were called on to use ..."."""
    lead, _, tail = asked.partition(f" {modal} ")
    if " which " in f" {lead.lower()} ":  # the question word stands in front: nothing is stated
        return asked
    return f"{lead} {'were' if is_plural(lead) else 'was'} called on to {tail}"


def ask(fact: Initiative, u: Understanding) -> Iterator[Question]:
    """Yield which programme it is, and who made it."""
    yield Question(
        aspect="which", text=fact.asked, answer=fact.name, value=fact.name.removeprefix("the "), accept=fact.accept,
        type=AnswerType.PROGRAMME,
    )  # fmt: skip
    if fact.maker:
        people = fact.maker_kind is NameKind.PERSON
        yield Question(
            aspect="who", text=f"Who {fact.making} {fact.name}?", answer=fact.maker if people else u.named(fact.maker),
            value=fact.maker, type=AnswerType.PERSON if people else AnswerType.ORGANISATION,
            accept=tuple(n for e in u.aliases.entities if e.name == fact.maker for n in e.names if n != fact.maker),
        )  # fmt: skip


KIND = Kind(
    name="initiative",
    rules=("made-by", "opened", "as-subject", "of-subject", "as-object", "after-infinitive", "fronted", "in-place"),
    find=find,
    ask=ask,
)
