"""Who launched what has no name: "The Harbour Office launched a campaign to teach children to swim"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.kinds.initiative.fact import Initiative, is_maker
from quizgen.language.asking import predicate_end, text_of
from quizgen.language.clauses import Clause, ClauseKind
from quizgen.language.entity import Entity
from quizgen.language.gazetteer import programme_sort
from quizgen.language.inflection import base_form
from quizgen.language.names import NameKind
from quizgen.language.phrases import noun_phrase_end
from quizgen.language.predicate import relative_dates, standing_predicate
from quizgen.language.sentences import Sentence
from quizgen.language.standalone import stands_alone
from quizgen.language.understanding import Understanding
from quizgen.language.whole import stands_in
from quizgen.language.words import Word
from quizgen.model.document import Span

_LAUNCHED = frozenset("launch unveil open establish found create introduce inaugurate publish commission".split())
_WORTHY = frozenset("quiz petition report exhibition service website guide consultation museum school centre".split())
_LEAST, _MOST = 6, 20
"""Words of what was launched, so that it can be no other."""


def makers_of_unnamed(u: Understanding, sentence: Sentence) -> Iterator[Initiative]:
    """Yield who launched or opened what a sentence describes without naming it."""
    words = sentence.words
    for clause in u.clauses[sentence.index]:
        verb = clause.verb
        if words[verb.main].lower.endswith("ed") and base_form(words[verb.main].lower) in _LAUNCHED:
            found = _passive(u, sentence, clause) if verb.passive else _active(u, sentence, clause)
            if found is not None:
                yield found


def _active(u: Understanding, sentence: Sentence, clause: Clause) -> Initiative | None:
    """ "The Harbour Office has launched a campaign to teach children to swim"."""
    words, verb = sentence.words, clause.verb
    if clause.subject is None or clause.kind not in (ClauseKind.MAIN, ClauseKind.JOINED):
        return None
    if not (words[verb.finite].tag == "VBD" or words[verb.finite].lower in ("has", "have")):
        return None
    end = noun_phrase_end(words, verb.end)
    if end == verb.end or not _is_unnamed(words, verb.end, end):
        return None
    stop = predicate_end(words, clause, must_reach=end)
    stop = next((i for i in range(end, stop) if words[i].text == ","), stop)
    rest = standing_predicate(u, sentence, clause, stop, relative_dates(u, sentence), _MOST)
    found = _of(u, sentence, clause.subject, clause, rest)
    return None if found is None or programme_sort(found.maker.split()[-1].lower()) else found


def _passive(u: Understanding, sentence: Sentence, clause: Clause) -> Initiative | None:
    """ "New campaign teaching children to swim was launched by the Harbour Office"."""
    words, verb = sentence.words, clause.verb
    first = u.clauses[sentence.index][0] is clause and not any(w.text == "," for w in words[: verb.start])
    if not first or words[verb.finite].lower not in ("was", "were") or words[verb.end].lower != "by":
        return None
    end = noun_phrase_end(words, verb.end + 1)
    end -= words[end - 1].lower in ("today", "yesterday")
    head = next((i for i, w in enumerate(words) if w.tag not in ("DT", "JJ", "NN")), 0)
    if clause.start or end == verb.end + 1 or not _is_unnamed(words, 0, head):
        return None
    told = text_of(u.text, words, 0, verb.start)
    lead = told[:1].lower() + told[1:] if not words[0].is_name else told
    thing = lead if words[0].tag == "DT" else f"the {lead}"
    return _of(u, sentence, (verb.end + 1, end), clause, thing)


def _is_unnamed(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether a noun phrase is of a sort of programme and holds no name."""
    noun = words[end - 1]
    fits = programme_sort(noun.lower) in ("P", "A", "W") or noun.lower in _WORTHY
    return fits and noun.tag == "NN" and not any(w.tag in ("NNP", "PRP$", "POS") for w in words[start + 1 : end])


def _of(
    u: Understanding, sentence: Sentence, who: tuple[int, int], clause: Clause, thing: str | None
) -> Initiative | None:
    words = sentence.words
    if thing is None or not _LEAST <= len(thing.split()) <= _MOST or not stands_alone(thing):
        return None
    span = Span(words[who[0]].start, words[who[1] - 1].end)
    if any(w.lower in ("not", "never") for w in words[clause.verb.start : clause.verb.end]) or u.is_quoted(span):
        return None
    maker = _maker(u, sentence, span)
    if maker is None or u.speech_about(span) or any(stands_in(n, thing) for n in (maker.name, maker.surname)):
        return None
    made = words[clause.verb.main].lower
    return Initiative(
        rule="unnamed", subject=f"{made} {thing}", evidence=(u.proof(span),), name="", accept=(), asked="",
        maker=maker.name, making=made, partners=thing, maker_kind=maker.kind, worth=1.1,
        guards=("certain-maker", "stands-alone"),
    )  # fmt: skip


def _maker(u: Understanding, sentence: Sentence, span: Span) -> Entity | None:
    who = u.coreference.resolve(span, sentence.index)
    if who is None or len(who.entities) != 1:
        return None
    entity = who.entities[0]
    return entity if is_maker(u, entity) and entity.kind is not NameKind.PERSON else None
