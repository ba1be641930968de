"""Verdicts told of whom they are about: "Brandt was praised by Frey as the best miller of Norway"."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.kinds.attribution.fact import Attribution, accepted, answer_type, names
from quizgen.language.asking import text_of
from quizgen.language.clauses import Clause, ClauseKind
from quizgen.language.inflection import base_form, verb_forms
from quizgen.language.names import NameKind
from quizgen.language.referent import Referent
from quizgen.language.sentences import Sentence
from quizgen.language.speech import nouns
from quizgen.language.standalone import anaphoric, stands
from quizgen.language.subject import subject_text
from quizgen.language.understanding import Understanding
from quizgen.model.document import Span

_JUDGING = frozenset(
    "praise hail laud applaud commend criticise criticize condemn denounce describe dismiss ridicule".split()
)
"""Verbs by which somebody judges."""
_VERDICTS = frozenset(["as", "for"])
"""What the verdict opens with."""
_LONGEST = 18
_LEAST = 3


def judged(u: Understanding) -> Iterator[Attribution]:
    """Yield what somebody was praised or criticised for or as, asked for who did it.

    Args:
        u: the document.
    """
    for sentence in u.sentences:
        if sentence.heading:
            continue
        for clause in u.clauses[sentence.index]:
            if clause.verb.passive and base_form(clause.verb.said) in _JUDGING:
                found = _verdict(u, sentence, clause)
                if found is not None:
                    yield found


def _verdict(u: Understanding, sentence: Sentence, clause: Clause) -> Attribution | None:
    words, by = sentence.words, clause.verb.end
    plain = clause.kind in (ClauseKind.MAIN, ClauseKind.JOINED) and words[clause.verb.finite].tag in ("VBD", "VBZ")
    negated = any(w.lower in ("not", "never") for w in words[clause.verb.start : clause.verb.end])
    if not plain or negated or by >= len(words) or words[by].lower != "by" or u.is_quoted(words[by].span):
        return None
    end = nouns.end_of(words, by + 1)
    if end is None or end >= len(words) or words[end].lower not in _VERDICTS:
        return None
    who = u.coreference.resolve(Span(words[by + 1].start, words[end - 1].end), sentence.index)
    about = subject_text(u, sentence, clause)
    if who is None or about is None or not _is_sure(who):
        return None
    verdict = _told(u, sentence, end)
    predicate = f"{verb_forms(base_form(clause.verb.said)).past} {about} {verdict}"
    hangs = not verdict or not stands(predicate) or anaphoric(predicate)
    if hangs or any(names(predicate, name) for e in who.entities for name in (e.surname, e.name)):
        return None
    return Attribution(
        rule="judged", subject=predicate, evidence=(u.proof(words[by].span),), predicate=predicate, worth=0.9,
        speakers=tuple(e.name for e in who.entities), accept=accepted(who), type=answer_type(who),
        guards=("certain-speaker", "stands-alone", "not-own-speaker"),
    )  # fmt: skip


def _is_sure(who: Referent) -> bool:
    return len(who.entities) == 1 and who.entities[0].kind in (NameKind.PERSON, NameKind.ORGANISATION, NameKind.PLACE)


def _told(u: Understanding, sentence: Sentence, start: int) -> str:
    """The verdict up to the next comma or stop outside quotation marks; empty for one too short or too long."""
    words, end, quoted = sentence.words, start, False
    while end < len(words) and (quoted or words[end].text not in (",", ";", ".", ":")):
        quoted = quoted is not (words[end].tag in ("``", "''"))
        end += 1
    verdict = text_of(u.text, words, start, end)
    return verdict if _LEAST <= len(verdict.split()) <= _LONGEST else ""
