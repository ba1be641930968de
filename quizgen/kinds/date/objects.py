"""Clauses whose object stands before them: "her husband, *Karl Brandt*, whom she had married in 1938"."""

from __future__ import annotations

from quizgen.language.asking import text_of
from quizgen.language.clauses import Clause
from quizgen.language.inflection import base_form
from quizgen.language.names import NameKind
from quizgen.language.sentences import Sentence
from quizgen.language.standalone import stands
from quizgen.language.subject import subject_text
from quizgen.language.understanding import Understanding

_LONGEST = 8
"""Words behind the verb, at the most."""


def to_whom(u: Understanding, sentence: Sentence, clause: Clause, dated: tuple[int, int]) -> str:
    """What somebody did to the person before ", whom", as the tail of a question; empty for other clauses.

    Args:
        u: the document.
        sentence: where the clause stands.
        clause: the relative clause.
        dated: where its date stands, as indexes of words, with its preposition.
    """
    words, comma = sentence.words, clause.start - 1
    if clause.opener != "whom" or clause.subject is None or comma < 1 or words[comma].text != ",":
        return ""
    person = next((m for m in u.mentions[sentence.index] if m.span.end == words[comma - 1].end), None)
    entity = u.aliases.at(person) if person is not None and person.kind is NameKind.PERSON else None
    subject = subject_text(u, sentence, clause)
    end = next((i for i in range(clause.verb.end, clause.end) if words[i].text == ","), clause.end)
    rest = text_of(u.text, words, clause.verb.end, end, [dated])
    if entity is None or subject is None or clause.verb.passive or not stands(rest) or len(rest.split()) > _LONGEST:
        return ""
    return f"did {subject} {base_form(clause.verb.said)} {entity.name} {rest}".strip()
