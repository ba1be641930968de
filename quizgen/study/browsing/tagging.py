"""Tags of many cards changed in their deck files, and put back as they were."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from quizgen.model.card import Card
from quizgen.model.deck import Deck
from quizgen.study.library.library import Library
from quizgen.study.library.stamp import Progress
from quizgen.study.many import Key
from quizgen.study.shelf import OpenDeck

Tags = tuple[str, ...]
TagsKept = Mapping[Key, tuple[Tags, Tags]]
"""Of some cards, the tags they had and those they were given."""


@dataclass(frozen=True, slots=True)
class Tagging:
    """What is to happen to tags."""

    add: Tags = ()
    remove: Tags = ()

    def __call__(self, tags: Tags) -> Tags:
        """A card's tags as they shall be."""
        kept = tuple(tag for tag in tags if tag not in self.remove)
        return kept + tuple(tag for tag in self.add if tag not in kept)


def read_tagging(typed: str) -> Tagging:
    """What was typed: tags with commas between them, each to be added, or after a ``-`` to be taken away."""
    words = [" ".join(word.split()) for word in typed.split(",")]
    removed = [word[1:].strip() for word in words if word.startswith("-")]
    added = [word for word in words if word and not word.startswith("-")]
    return Tagging(tuple(dict.fromkeys(added)), tuple(dict.fromkeys(filter(None, removed))))


@dataclass(frozen=True, slots=True)
class Retagged:
    """The tags that cards had, and have."""

    decks: dict[str, Deck] = field(default_factory=dict)
    """The decks as their files are now, by id."""
    tags: dict[Key, tuple[Tags, Tags]] = field(default_factory=dict)
    """Of each card that changed, before and after."""


def retag(
    library: Library,
    shelf: Mapping[str, OpenDeck],
    keys: Sequence[Key],
    tagging: Tagging | TagsKept,
    done: Retagged,
    progress: Progress,
) -> None:
    """Change the tags of cards in their deck files, file by file.

    Args:
        library: of the decks.
        shelf: the decks by id, with the files they came from.
        keys: deck and card ids.
        tagging: what is to happen; or, to put tags back, what cards had and have, where they still have it.
        done: is told what was done, also where a later file fails.
        progress: told of the share done; what it raises ends it, and leaves the file at hand as it was.

    Raises:
        DeckError: a file cannot be changed; it is as it was, those before it have changed.
    """
    by_deck: dict[str, set[str]] = {}
    for deck, card in keys:
        by_deck.setdefault(deck, set()).add(card)
    same: dict[Tags, Tags] = {}
    for place, (deck, cards) in enumerate(by_deck.items()):
        changed: dict[Key, tuple[Tags, Tags]] = {}

        def change(card: Card, deck: str = deck, changed: dict[Key, tuple[Tags, Tags]] = changed) -> Card:
            after = _after((deck, card.id), card.tags, tagging)
            if after == card.tags:
                return card
            changed[deck, card.id] = same.setdefault(card.tags, card.tags), same.setdefault(after, after)
            return replace(card, tags=after)

        def told(share: float, place: int = place) -> None:
            progress((place + share) / len(by_deck))

        done.decks[deck] = library.rewrite(shelf[deck].file, cards, change, told)
        done.tags.update(changed)


def _after(key: Key, tags: Tags, tagging: Tagging | TagsKept) -> Tags:
    if isinstance(tagging, Tagging):
        return tagging(tags)
    had, has = tagging.get(key, (tags, tags))
    return had if tags == has else tags
