"""Who else "he" may be than the one person named before it in a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.language.aliases import Aliases
from quizgen.language.entity import Entity
from quizgen.language.names import Mention, NameKind
from quizgen.language.pattern import Pattern
from quizgen.language.sentences import Sentence
from quizgen.language.words import Word

_KIN = Pattern(r"['’]s (?:[a-z-]+ ){1,3}")
"""What stands between somebody and the name of his "elder brother"."""
_SEXES = ({"he", "his", "him"}, {"she", "her"})


def has_rival(
    text: str, sentence: Sentence, mentions: Sequence[Mention], aliases: Aliases, person: Entity, word: Word
) -> bool:
    """Whether a pronoun may mean another than the person named before it.

    Args:
        text: of the document.
        sentence: with the pronoun.
        mentions: its names.
        aliases: who they are of.
        person: the only one of that sex named before the pronoun.
        word: the pronoun.
    """
    before = [m for m in mentions if m.span.end <= word.start]
    own = [m.span for m in before if aliases.at(m) is person]
    return _beside_kin(text, before, [s.end for s in own]) or _behind_pronoun(
        sentence, own[0].start if own else 0, word
    )


def _beside_kin(text: str, before: Sequence[Mention], owners: Sequence[int]) -> bool:
    """Whether somebody is told by whose kin he is: "Karl's brother *Martin* led it till his"."""
    others = [m.span.start for m in before if m.kind is NameKind.OTHER]
    return any(_KIN.fullmatch(text, end, start) for end in owners for start in others if end < start)


def _behind_pronoun(sentence: Sentence, named: int, word: Word) -> bool:
    """Whether the same pronoun stands before the name: "when *he* was deposed by Earl Holm, he fled"."""
    same = next((sex for sex in _SEXES if word.lower in sex), set[str]())
    return any(w.lower in same and w.tag == "PRP" and w.start < named for w in sentence.words)
