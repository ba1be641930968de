"""Works with their years in brackets: "his novels include The Mill (1901) and Salt (1907)"."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.kinds.date.fact import DatedEvent
from quizgen.language.calendar import DateMention
from quizgen.language.names import NameKind
from quizgen.language.pattern import Pattern
from quizgen.language.sentences import Sentence
from quizgen.language.understanding import Understanding

_NOUN = (
    r"(?:(?:work|book|textbook|monograph|ballet|novel|novella|poem|play|essay|collection|album|song|single|film|movie|memoir|treatise|opera)s?"
    r"|story|stories|publications)"
)
_LISTED = Pattern(
    rf"\b{_NOUN}\b(?: (?:of|on|by|for|about|with) [^,;:.()]{{2,40}})?"
    r"(?:,? (?:include|included|including|such as|are|were|like)|[:,])? "
)
_WORK = Pattern(r"(?:,? and |, |; )?(?P<title>[“\"‘]?[A-Z0-9][^()\n;]{1,80}?)[”\"’]?,? \((?P<year>1[4-9]\d\d|20\d\d)\)")
_OWN_WORK = Pattern(r"['’]s (?P<title>[“\"‘]?[A-Z][^()\n;,]* [^()\n;,]{1,60}?)[”\"’]? \((?P<year>1[4-9]\d\d|20\d\d)\)")
_QUOTES = '“”"‘’'
_SMALL = frozenset(
    "a an and as at by de del der des du for from in into la le les of on or the to und von with".split()
)


def work(u: Understanding, sentence: Sentence, date: DateMention) -> DatedEvent | None:
    """In which year a work appeared, by the bracket behind its title in a list that says what it lists."""
    title = next((t for t, at in _titles(u, sentence) if at == date.span.start), None)
    author = _author(u, sentence) if title else ""
    if title is None and (owned := _owned(u, sentence, date)):
        title, author = owned
    if title is None or date.value is None or u.is_quoted(date.span):
        return None
    named = f"{title} by {author}" if author else title
    return DatedEvent(
        rule="work", subject=title, when=date.value, asked=f"did {named} appear", derived=False, worth=0.8,
        evidence=(u.proof(date.span),), guards=("called-a-work", "title-alone"),
        context=None if author else u.title or None,
    )  # fmt: skip


def _owned(u: Understanding, sentence: Sentence, date: DateMention) -> tuple[str, str] | None:
    """A title with its author, who stands right before it: "*Ana Reis's* The Salt Road (1949)"."""
    people = [m for m in u.mentions[sentence.index] if m.kind is NameKind.PERSON and m.span.end < date.span.start]
    entity = u.aliases.at(people[-1]) if people else None
    found = _OWN_WORK.match(u.text, people[-1].span.end, sentence.span.end) if entity is not None else None
    if entity is None or found is None or found.start("year") != date.span.start or not _is_title(found["title"]):
        return None
    return found["title"].strip(_QUOTES), entity.name


def _author(u: Understanding, sentence: Sentence) -> str:
    """Whose works a sentence lists: the person an article is about, where nobody else is named in it."""
    topic = u.aliases.topic
    people = [e for m in u.mentions[sentence.index] if (e := u.aliases.at(m)) and e.kind is NameKind.PERSON]
    own = any(w.lower in ("his", "her", "he", "she") for w in sentence.words)
    if own and people and all(e is people[0] for e in people):
        return people[0].name
    if topic is None or topic.kind is not NameKind.PERSON:
        return ""
    return topic.name if (topic in people or own) and all(e is topic for e in people) else ""


def _titles(u: Understanding, sentence: Sentence) -> Iterator[tuple[str, int]]:
    """The works that a sentence lists, each with the offset of its year."""
    for listed in _LISTED.finditer(u.text, sentence.span.start, sentence.span.end):
        at = listed.end()
        while (found := _WORK.match(u.text, at, sentence.span.end)) is not None and _is_title(found["title"]):
            yield found["title"].strip(_QUOTES), found.start("year")
            at = found.end()


def _is_title(words: str) -> bool:
    """Whether every weighty word has a capital, as in the title of one work."""
    return "," not in words and all(
        w[0].isupper() or not w[0].isalpha() or w in _SMALL for w in words.strip(_QUOTES).split()
    )
