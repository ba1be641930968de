"""The tables of the progress file: the log, and the caches that ``rebuild`` remakes from it."""

from __future__ import annotations

APPLICATION_ID = 0x71756967
"""Marks a SQLite file as quizgen's: "quig"."""

_FIRST = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE operation (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  deck TEXT NOT NULL,
  card TEXT NOT NULL,
  instant INTEGER NOT NULL,
  offset_minutes INTEGER NOT NULL,
  day INTEGER NOT NULL,
  origin TEXT NOT NULL,
  target TEXT,
  text TEXT,
  grade INTEGER,
  mode TEXT,
  duration_ms INTEGER,
  typed TEXT,
  answer_hash TEXT,
  leech INTEGER,
  elapsed_days INTEGER,
  interval_s INTEGER,
  parameters TEXT,
  scheduler TEXT,
  phase_before INTEGER,
  phase_after INTEGER,
  step_after INTEGER,
  stability_before REAL,
  stability_after REAL,
  difficulty_before REAL,
  difficulty_after REAL,
  due_day_before INTEGER,
  due_day_after INTEGER,
  due_at_before INTEGER,
  due_at_after INTEGER
);
CREATE INDEX operation_of_card ON operation (deck, card, instant, id);
CREATE INDEX operation_recent ON operation (deck, seq);
CREATE INDEX operation_target ON operation (target) WHERE target IS NOT NULL;
CREATE TRIGGER operation_never_changes BEFORE UPDATE ON operation
  BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER operation_never_goes BEFORE DELETE ON operation
  BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

CREATE TABLE card (
  deck TEXT NOT NULL,
  card TEXT NOT NULL,
  phase INTEGER NOT NULL,
  step INTEGER,
  stability REAL,
  difficulty REAL,
  last_day INTEGER,
  due_day INTEGER,
  due_at INTEGER,
  reviews INTEGER NOT NULL,
  lapses INTEGER NOT NULL,
  leech INTEGER NOT NULL,
  suspended INTEGER NOT NULL,
  buried_day INTEGER,
  flag TEXT,
  answer_hash TEXT,
  PRIMARY KEY (deck, card)
) WITHOUT ROWID;
CREATE INDEX card_due ON card (deck, due_day, last_day, stability, buried_day)
  WHERE phase = 2 AND suspended = 0;
CREATE INDEX card_learning ON card (deck, due_at) WHERE phase IN (1, 3);
CREATE INDEX card_seen ON card (deck, last_day);
CREATE INDEX card_load ON card (due_day) WHERE phase = 2 AND suspended = 0;

CREATE TABLE daily (
  day INTEGER NOT NULL,
  deck TEXT NOT NULL,
  answers INTEGER NOT NULL,
  new INTEGER NOT NULL,
  reviews INTEGER NOT NULL,
  recalled INTEGER NOT NULL,
  duration_ms INTEGER NOT NULL,
  PRIMARY KEY (day, deck)
) WITHOUT ROWID;
"""

MIGRATIONS = (_FIRST,)
"""What leads from one schema version to the next; the file's ``user_version`` counts those done."""

SCRATCH = """
CREATE TEMP TABLE member (
  position INTEGER PRIMARY KEY,
  deck TEXT NOT NULL,
  card TEXT NOT NULL,
  fact TEXT,
  UNIQUE (deck, card)
);
CREATE INDEX temp.member_fact ON member (deck, fact) WHERE fact IS NOT NULL;
"""
"""The cards of the open decks that may be shown, in order; a position's higher half is the deck's. It lives
in memory, since two programs may have two versions of one deck open at once."""
