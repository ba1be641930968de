"""The names of what a report of speech is found by: rules, places of the speaker, guards."""

from enum import StrEnum


class Rule(StrEnum):
    """How the said is found."""

    QUOTATION_BEFORE = "quotation-before"
    QUOTATION_AFTER = "quotation-after"
    QUOTATION_AROUND = "quotation-around"
    QUOTATION_BELOW = "quotation-below"
    QUOTATION_INTRODUCED = "quotation-introduced"
    QUOTATION_IN_CLAUSE = "quotation-in-clause"
    THAT_CLAUSE = "that-clause"
    BARE_CLAUSE = "bare-clause"
    CLAUSE_BEFORE = "clause-before"
    CLAUSE_AROUND = "clause-around"
    INFINITIVE = "infinitive"
    URGING = "urging"
    NOUN_THAT = "noun-that"
    OBJECT = "object"
    ACCORDING_TO = "according-to"
    TRANSCRIPT = "transcript"
    CARRIED_QUOTATION = "carried-quotation"
    CARRIED_CLAUSE = "carried-clause"


class Position(StrEnum):
    """Where the speaker stands to the verb."""

    ADJACENT = "adjacent"
    APPOSITION = "apposition"
    """Parted from it by a description: Smith, the mayor, said."""
    INVERTED = "inverted"
    SHARED = "shared"
    """With an earlier verb: stressed A and announced B."""
    PARTICIPLE = "participle"
    """Of the main clause: ..., adding that; met to discuss."""
    ABSOLUTE = "absolute"
    """Right before a participle: with three of them saying."""
    RELATIVE = "relative"
    """who, which or that."""


class Guard(StrEnum):
    """What speaks against taking a report at its word."""

    NEGATED = "negated"
    MODAL = "modal"
    INFINITIVE = "infinitive"
    QUESTION = "question"
    QUESTION_CLAUSE = "question-clause"
    """It stands in a clause of how, what or who."""
    CONDITIONAL = "conditional"
    IMAGINED = "imagined"
    """Let's say."""
    HEARSAY = "hearsay"
    """Reportedly said."""
    FIRST_PERSON = "first-person"
    HEADING = "heading"
    VAGUE_SPEAKER = "vague-speaker"
    SPEAKER_MAY_BE_THING = "speaker-may-be-thing"
    """The crisis underscored."""
    REDUCED_RELATIVE = "reduced-relative"
    """The target it pledged to reach."""
    OBJECT_OF_ANOTHER_VERB = "object-of-another-verb"
    """Those who joined the party said."""
    NESTED = "nested"
    """It stands in what another one says."""
    CARRIED = "carried"
    """Its speaker stands in an earlier sentence."""
