"""Who "he", "the President" or "the Lao leader" is; nobody, where more than one reading is possible."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from quizgen.language.about import About, may_be
from quizgen.language.aliases import Aliases
from quizgen.language.clauses import Clause, ClauseKind
from quizgen.language.entity import Entity
from quizgen.language.gazetteer import country, title_mark
from quizgen.language.lexicon import is_known
from quizgen.language.lives import is_called_after
from quizgen.language.names import Mention, NameKind
from quizgen.language.offices import holders
from quizgen.language.parties import parties_called
from quizgen.language.pattern import Pattern
from quizgen.language.referent import Referent, distinct, group_of
from quizgen.language.rivals import has_rival
from quizgen.language.sentences import Sentence
from quizgen.language.words import Word
from quizgen.model.document import Span

_PRONOUN_SEX = {"he": "M", "she": "F", "him": "M", "her": "F"}
_OWNER_SEX = {"his": "M", "her": "F"}
_OBJECTS = frozenset(["him", "her"])
_LEADERS = frozenset(["leader", "president", "premier", "minister", "chancellor", "king", "queen", "chairman", "side"])
_PEOPLE = ("ers", "ors", "ists", "ians", "ants", "men", "women", "ees", "als", "people", "children")
_PLURAL_TAIL = Pattern(r" (?:[a-z]+ )*[a-z]{3,}s?$")
_HEADED_BY_ANOTHER = Pattern(r"\s+(?!of\b|in\b|from\b|and\b|at\b|for\b|with\b|on\b|to\b)[a-z-]+\s+(?:[a-z-]+\s+)?[A-Z]")
"""The tail of "former Hugo Brandt speechwriter Noam Neusner", whose head is none of the known."""
_JOINS = Pattern(r",\s+(?:the\s+)?")
_LAST_JOIN = Pattern(r",?\s+(?:and|&)\s+(?:the\s+)?")
"""What stands between the names of several bodies."""
_LINKING = frozenset(["of", "for", "with", "by", "at", "from", "to", "in", "on", "about", "that", "who"])
_GOES_ON = frozenset(["also", "further", "furthermore", "additionally", "moreover", "continued", "again"])
_ARTICLES = frozenset(["the", "a", "an", "this", "that", "both"])


class Coreference:
    """The subjects of a document's clauses, resolved from its beginning to its end."""

    def __init__(
        self,
        text: str,
        sentences: Sequence[Sentence],
        mentions: Sequence[Sequence[Mention]],
        clauses: Sequence[Sequence[Clause]],
        aliases: Aliases,
    ) -> None:
        self._text = text
        self._sentences = sentences
        self._mentions = mentions
        self._clauses = clauses
        self._aliases = aliases
        self._together = aliases.together
        self._subjects: dict[int, Referent | None] = {}
        self.about = About(mentions, aliases, self._subjects)
        """What an article is about, by the nouns it is called by."""
        for sentence in sentences:
            self._subjects[sentence.index] = self._main_subject(sentence)

    def subject_of(self, sentence: int) -> Referent | None:
        """What the main subject of a sentence stands for."""
        return self._subjects.get(sentence)

    def resolve(self, span: Span, sentence: int) -> Referent | None:
        """What the noun phrase at ``span`` in the given sentence stands for, where only one reading is possible."""
        words = self._sentences[sentence].words_in(span)
        if not words:
            return None
        if len(words) == 1 and words[0].tag == "PRP":
            return self._pronoun(words[0], sentence)
        if len(words) == 1 and words[0].tag == "PRP$":
            sex = _OWNER_SEX.get(words[0].lower)
            return self._he(words[0], sentence, sex) if sex else None
        named = self._aliases.within(span, self._mentions[sentence])
        people = [e for _, e in named if e.kind is NameKind.PERSON]
        if people and any(w.tag == "PRP" for w in words):
            return self._with_pronoun(words, sentence, people)
        if people and self._is_headed_by_people(span, named):
            if (head := self._adviser(words, span, sentence, named)) is not None:
                return Referent(head.name, (head,))
            return group_of(people) if self._all_known(words, span, sentence, named) else None
        if (behind := self._named_behind(span, sentence)) is not None:
            return Referent(behind.name, (behind,))
        if described := self._both(words) or self._described(words, sentence):
            return described
        if group := self._coordinated(words, span, sentence, named):
            return group
        for mention, entity in named:
            if mention.span.end == words[-1].end and mention.whole.start <= words[min(1, len(words) - 1)].start:
                return Referent(entity.name, (entity,))
        return None

    def _named_behind(self, span: Span, sentence: int) -> Entity | None:
        """Who holds the office at ``span``, named between commas: "The Prime Minister, Mr Karl Brandt, announced"."""
        mentions = self._mentions[sentence]
        held = any(m.kind is NameKind.OFFICE and m.span.end == span.end for m in mentions)
        if not held and not is_called_after(self._text, span):
            return None
        behind = next((m for m in mentions if m.kind is NameKind.PERSON and m.whole.start == span.end + 2), None)
        if behind is None or self._text[span.end : span.end + 2] != ", " or self._text[behind.span.end] not in ",.":
            return None
        return self._aliases.at(behind)

    def _with_pronoun(self, words: Sequence[Word], sentence: int, people: Sequence[Entity]) -> Referent | None:
        """ "She and Karl Brandt": both, where it is certain who she is."""
        she = self._pronoun(words[0], sentence) if len(words) > 2 and words[1].lower == "and" else None
        if she is None or any(w.tag == "PRP" for w in words[1:]) or any(e in people for e in she.entities):
            return None
        return group_of([*she.entities, *people])._replace(indirect=True)

    def _both(self, words: Sequence[Word]) -> Referent | None:
        """ "The two leaders", "both sides", in the report of a meeting."""
        called = parties_called(" ".join(w.lower for w in words), self._aliases)
        return group_of(called)._replace(indirect=True) if called else None

    def _they(self, sentence: int) -> Referent | None:
        """ "They", where the sentence before is about one or both of the two who meet, and about nobody else."""
        before = self._subjects.get(sentence - 1) if sentence else None
        if self._together is None or before is None or not before.entities:
            return None
        if self._sentences[sentence - 1].paragraph != self._sentences[sentence].paragraph:
            return None
        others = [m for m in self._mentions[sentence - 1] if m.kind is NameKind.PERSON]
        named = [*before.entities, *(e for m in others if (e := self._aliases.at(m)))]
        plural = any(w.tag == "NNS" and w.lower.endswith(_PEOPLE) for w in self._sentences[sentence - 1].words)
        if plural or any(e not in self._together for e in named):
            return None
        return group_of(self._together)._replace(indirect=True)

    def _coordinated(
        self, words: Sequence[Word], span: Span, sentence: int, named: Sequence[tuple[Mention, Entity]]
    ) -> Referent | None:
        """ "The United States and CARICOM": countries and bodies that "and" joins, each of them known."""
        bodies = [e for _, e in named if e.kind in (NameKind.PLACE, NameKind.ORGANISATION)]
        if len(named) < 2 or len(distinct(bodies)) != len(named) or named[-1][0].span.end != span.end:
            return None
        between = [self._text[a.span.end : b.span.start] for (a, _), (b, _) in itertools.pairwise(named)]
        told = self._text[span.start : named[0][0].span.start].strip().lower() in ("", "the", "both")
        listed = all(_JOINS.fullmatch(text) for text in between[:-1]) and _LAST_JOIN.fullmatch(between[-1])
        return group_of(bodies) if told and listed else None

    def _is_headed_by_people(self, span: Span, named: Sequence[tuple[Mention, Entity]]) -> bool:
        """Whether the people named are the phrase itself, rather than of-phrases or owners in it."""
        first = next(m for m, e in named if e.kind is NameKind.PERSON)
        lead = self._text[span.start : first.whole.start]
        sentence = next(iter(named))[0].sentence
        for office in (m for m in self._mentions[sentence] if m.kind is NameKind.OFFICE):
            if (
                span.start <= office.span.start and office.span.end <= first.whole.start
            ):  # the Minister for Trade, Ana Reis
                lead = lead.replace(self._text[office.span.start : office.span.end], "")
        tail = self._text[max(m.span.end for m, e in named if e.kind is NameKind.PERSON) : span.end]
        if _PLURAL_TAIL.match(tail):
            return False  # Sanders advisers
        between = self._text[first.span.end : max(first.span.end, span.end - len(tail))]
        if between.startswith(("'", "’")) and not _LINKING.isdisjoint(between.split(" ")[1:-1]):
            return False  # Brandt's letter to Frey
        if _HEADED_BY_ANOTHER.match(tail) or tail.lstrip().startswith(("'", "’")):
            return False
        return _LINKING.isdisjoint(lead.split(" "))

    def _adviser(
        self, words: Sequence[Word], span: Span, sentence: int, named: Sequence[tuple[Mention, Entity]]
    ) -> Entity | None:
        """The last of several people whom nothing joins: "Reis campaign manager *Karl Maier*" is one man."""
        people = [(m, e) for m, e in named if e.kind is NameKind.PERSON]
        if len(people) < 2 or any(w.lower in ("and", "&", ",") for w in words):
            return None
        mention, entity = people[-1]
        return entity if mention.span.end == span.end else None

    def _all_known(
        self, words: Sequence[Word], span: Span, sentence: int, named: Sequence[tuple[Mention, Entity]]
    ) -> bool:
        """Whether each of those that "and" joins is a known person, or an office of one who follows."""
        mentions = [m for m in self._mentions[sentence] if span.contains(m.span)]
        known = [Span(max(span.start, m.whole.start), m.whole.end) for m, e in named if e.kind is NameKind.PERSON]
        known += [m.span for m in mentions if m.kind is NameKind.OFFICE]
        joints = [
            w for w in words if w.lower in ("and", "&", ",") and not any(m.whole.contains(w.span) for m in mentions)
        ]
        edges = [span.start, *(w.start for w in joints), span.end]
        parts = [(a, b) for a, b in itertools.pairwise(edges) if any(c.isalpha() for c in self._text[a:b][3:])]
        single = sum(e.kind is NameKind.PERSON for _, e in named) == 1
        if len(parts) == 2 and single and self._is_half_an_office(*parts[0]):
            return True
        return all(any(a <= k.start and k.end <= b for k in known) for a, b in parts)

    def _is_half_an_office(self, start: int, end: int) -> bool:
        """Whether capitals of plain words stand before "and": "*Trade* and Industry Minister Ana Reis"."""
        words = [w for w in self._text[start:end].split() if w.lower() != "the"]
        return bool(words) and all(w[:1].isupper() and not w.isupper() and is_known(w.lower()) for w in words)

    def _main_subject(self, sentence: Sentence) -> Referent | None:
        for clause in self._clauses[sentence.index]:
            if clause.kind is ClauseKind.MAIN and clause.subject is not None:
                start, end = clause.subject
                span = Span(sentence.words[start].start, sentence.words[end - 1].end)
                return self.resolve(span, sentence.index)
        return None

    def _pronoun(self, word: Word, sentence: int) -> Referent | None:
        if word.lower == "they":
            return self._they(sentence)
        if word.lower == "it":
            return self._it(sentence)
        sex = _PRONOUN_SEX.get(word.lower)
        if sex is None:
            return None
        if word.lower in _OBJECTS:  # the subject's own object would be "himself"
            here = self._people_before(word.start, sentence, sex)
            here = [p for p in here if not self._is_subject(p, sentence)]
            if not here:
                topic = self.about.person(sex, sentence, word.start)
                subject = self._subjects.get(sentence)
                return None if subject is not None and topic and topic.entities[0] in subject.entities else topic
            return Referent(here[0].name, (here[0],), indirect=True) if len(here) == 1 else None
        return self._he(word, sentence, sex)

    def _it(self, sentence: int) -> Referent | None:
        """The thing an article is about, where the sentence before is about it too."""
        topic, before = self._aliases.topic, self._subjects.get(sentence - 1) if sentence else None
        if topic is None or topic.kind is NameKind.PERSON or before is None or before.entities != (topic,):
            return None
        return Referent(topic.name, (topic,), indirect=True)

    def _he(self, word: Word, sentence: int, sex: str) -> Referent | None:
        """The one person of that sex whom a pronoun that is no object can mean."""
        here = [] if self._speaks(word, sentence) else self._people_before(word.start, sentence, sex)
        if here and not self._only_in_opening(here, word, sentence):
            told = self._sentences[sentence], self._mentions[sentence]
            certain = len(here) == 1 and not has_rival(self._text, *told, self._aliases, here[0], word)
            return Referent(here[0].name, (here[0],), indirect=True) if certain else None
        if self.is_unknown_before(word, sentence):
            return None
        previous = next((i for i in range(sentence - 1, -1, -1) if not self._sentences[i].heading), None)
        if previous is None:
            return None
        subject = self._subjects.get(previous)
        people = self._people_in(previous, sex)
        if subject and len(subject.entities) == 1 and may_be(subject.entities[0], sex):
            goes_on = any(w.lower in _GOES_ON for w in self._sentences[sentence].words[:5])
            rivals = [
                p
                for p in people
                if p is not subject.entities[0]
                and (
                    self._is_subject(p, previous)
                    or (p.sex == sex and not goes_on and not _dwarfs(subject.entities[0], p))
                )
            ]
            return None if rivals else Referent(subject.entities[0].name, subject.entities, indirect=True)
        of_other = subject is not None and all(
            e.kind is NameKind.PERSON and e.sex not in ("", sex) for e in subject.entities
        )
        if len(people) == 1 and (of_other or (subject is None and not self._is_pronoun(previous))):
            return Referent(people[0].name, (people[0],), indirect=True)
        return None if people else self._topic_of(word, sentence, sex)

    def _topic_of(self, word: Word, sentence: int, sex: str) -> Referent | None:
        """Whom an article is about, where the sentences just before name nobody else.

        A subject is told by what stands before it; what opens "In his youth, Karl Brandt ..." may be told behind.
        """
        at = self._sentences[sentence].word_at(word.start)
        subjects = (c.subject for c in self._clauses[sentence] if c.kind is ClauseKind.MAIN and c.subject)
        opens = any(start <= at < end for start, end in subjects)
        return self.about.person(sex, sentence, word.end if opens else self._sentences[sentence].span.end)

    def is_unknown_before(self, word: Word, sentence: int) -> bool:
        """Whether the subject before a pronoun is a name that may be a person's: "Elian hid until he was found"."""
        words = self._sentences[sentence].words
        at = self._sentences[sentence].word_at(word.start)
        quoted = any(w.tag in ("''", '"') for w in words[:at])  # a name in a quotation, and who said it
        if quoted or (words[0].tag == "VBG" and words[at - 1].text == ","):  # Invoking Holm's theory, he
            return False
        unknown = [
            m.span
            for m in self._mentions[sentence]
            if m.kind is NameKind.OTHER and m.span.end <= word.start and not is_known(m.text.lower())
        ]
        if any(self._text[s.end : s.end + 2] in ("'s", "’s") for s in unknown):
            return True  # Elian's kin have cared for him since he was found
        subjects = [c.subject for c in self._clauses[sentence] if c.subject is not None]
        return any(
            words[start].start <= s.start and s.end == words[end - 1].end for s in unknown for start, end in subjects
        )

    def _is_pronoun(self, sentence: int) -> bool:
        """Whether the main subject of a sentence is a "he" of whom nothing is certain."""
        main = next((c for c in self._clauses[sentence] if c.kind is ClauseKind.MAIN and c.subject), None)
        return main is not None and self._sentences[sentence].words[(main.subject or (0, 0))[0]].lower in _PRONOUN_SEX

    def _speaks(self, word: Word, sentence: int) -> bool:
        """Whether a pronoun stands right behind a quotation, whose speaker is nobody it names: "... Reis," he added."""
        words = self._sentences[sentence].words
        at = self._sentences[sentence].word_at(word.start)
        return at > 0 and words[at - 1].tag in ("''", '"')

    def _only_in_opening(self, people: Sequence[Entity], word: Word, sentence: int) -> bool:
        """Whether all stand in the phrase that opens "In a letter to Karl Brandt, he ...", whose subject is another."""
        words = self._sentences[sentence].words
        at = self._sentences[sentence].word_at(word.start)
        if words[0].tag not in ("IN", "VBG") or words[at - 1].text != "," or any(w.is_finite for w in words[:at]):
            return False
        before = [m for m in self._mentions[sentence] if m.span.end <= word.start and self._aliases.at(m) in people]
        owned = any(self._text[m.span.end : m.span.end + 1] in ("'", "’") for m in before)
        return words[0].tag == "VBG" or not owned  # Leaving Brandt's mill, he

    def _people_in(self, sentence: int, sex: str) -> list[Entity]:
        found = (self._aliases.at(m) for m in self._mentions[sentence])
        return distinct([e for e in found if e and may_be(e, sex)])

    def _people_before(self, offset: int, sentence: int, sex: str) -> list[Entity]:
        found = (self._aliases.at(m) for m in self._mentions[sentence] if m.span.end <= offset)
        return distinct([e for e in found if e and may_be(e, sex)])

    def _is_subject(self, person: Entity, sentence: int) -> bool:
        words = self._sentences[sentence].words
        spans = [
            Span(words[c.subject[0]].start, words[c.subject[1] - 1].end) for c in self._clauses[sentence] if c.subject
        ]
        here = (m.span for m in self._mentions[sentence] if self._aliases.at(m) is person)
        return any(s.contains(span) for span in here for s in spans)

    def _described(self, words: Sequence[Word], sentence: int) -> Referent | None:
        """ "the Lao leader", "the Vice President": the one person of that country, or with that title."""
        if len(words) > 2 and words[1].tag == "POS" and country(words[0].text):
            return self._described([words[0]._replace(text="the"), *words[:1], *words[2:]], sentence)  # Peru's minister
        if words[0].lower not in _ARTICLES:
            return None
        inner = words[1:]
        nation = country(inner[0].text) if inner else None
        if nation and len(inner) >= 2:
            if inner[-1].lower not in _LEADERS:
                return None
            if inner[-1].lower == "side":
                return Referent(nation.name, indirect=True)
            fitting = [p for p in self._aliases.people() if nation.name in p.countries]
            if len(inner) == 2 and title_mark(inner[-1].lower) and len(fitting) > 1:
                fitting = [p for p in fitting if any(inner[-1].lower in t.lower() for t in p.titles)]
            return Referent(fitting[0].name, (fitting[0],), indirect=True) if len(fitting) == 1 else None
        alone = inner[0] if len(inner) == 1 else None
        about = self.about.called(alone.lower, sentence, alone.start) if alone is not None else None
        if (held := self._of_country(inner) or about) is not None:
            return held
        of = next((i for i, w in enumerate(inner) if w.lower == "of" and i), len(inner))  # the Chairperson of the Union
        shouted = all(w.text.isupper() for w in inner[:of])
        inner = [w for w in inner[:of] if shouted or not w.text.isupper()]  # the UN Secretary-General
        called = " ".join(w.lower for w in inner)
        if not inner or not title_mark(inner[-1].lower):
            return None
        fitting = [p for p in self._aliases.people() if any(t.lower() == called for t in p.titles)]
        fitting = fitting or holders(self._aliases.people(), called)
        if len(fitting) == 1 and self._another_holds(called, fitting[0], sentence):
            return None
        return Referent(fitting[0].name, (fitting[0],), indirect=True) if len(fitting) == 1 else None

    def _of_country(self, inner: Sequence[Word]) -> Referent | None:
        """ "The Foreign Minister of Peru": the one person of that country with the title."""
        of = next((i for i, w in enumerate(inner) if w.lower == "of"), 0)
        bare = [w.text for w in inner[of + 1 :] if w.lower != "the"]
        nation = country(" ".join(bare)) or country(bare[-1]) if of and bare else None
        if nation is None or not title_mark(inner[of - 1].lower):
            return None
        called = " ".join(w.lower for w in inner[:of])
        people = (p for p in self._aliases.people() if nation.name in p.countries)
        fitting = [p for p in people if any(t.lower() == called for t in p.titles)]
        return Referent(fitting[0].name, (fitting[0],), indirect=True) if len(fitting) == 1 else None

    def _another_holds(self, title: str, person: Entity, sentence: int) -> bool:
        """Whether the same office of another country is spoken of just before: "the President of Chile"."""
        for mention in (m for s in range(max(0, sentence - 2), sentence + 1) for m in self._mentions[s]):
            if mention.kind is not NameKind.OFFICE:
                continue
            head, _, of = mention.text.partition(" of ")
            after = self._text[mention.span.end :].lstrip().split(maxsplit=3)[:3]
            if not of and after[:1] == ["of"]:
                of = after[1] if after[1:2] != ["the"] else after[-1]
            nation = country(of.rstrip(".,;"))
            if head.lower() == title and nation and nation.name not in person.countries:
                return True
        return False


def _dwarfs(topic: Entity, other: Entity) -> bool:
    """Whether a text is about one person, and another is only named by the way."""
    return len(topic.mentions) >= 3 * len(other.mentions)
