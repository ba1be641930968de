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

_SECOND = """
CREATE VIEW answer AS
  SELECT id, deck, card, day, (instant / 60000 + offset_minutes) / 60 % 24 AS hour,
    CASE
      WHEN phase_before = 0 THEN 0
      WHEN phase_before <> 2 THEN 1
      WHEN due_day_before - day + elapsed_days >= 21 THEN 3
      ELSE 2
    END AS stage,
    grade, duration_ms
  FROM operation
  WHERE kind = 'review' AND NOT EXISTS (SELECT 1 FROM operation AS undo WHERE undo.target = operation.id);

CREATE TABLE hourly (
  day INTEGER NOT NULL,
  deck TEXT NOT NULL,
  hour INTEGER NOT NULL,
  stage INTEGER NOT NULL,
  grade INTEGER NOT NULL,
  answers INTEGER NOT NULL,
  duration_ms INTEGER NOT NULL,
  PRIMARY KEY (day, deck, hour, stage, grade)
) WITHOUT ROWID;
INSERT INTO hourly
  SELECT day, deck, hour, stage, grade, count(*), sum(duration_ms) FROM answer GROUP BY 1, 2, 3, 4, 5;

CREATE TABLE recall (
  deck TEXT NOT NULL,
  card TEXT NOT NULL,
  reviews INTEGER NOT NULL,
  recalled INTEGER NOT NULL,
  PRIMARY KEY (deck, card)
) WITHOUT ROWID;
INSERT INTO recall
  SELECT deck, card, count(*), sum(grade > 1) FROM answer WHERE stage >= 2 GROUP BY 1, 2;

DROP TABLE daily;
CREATE VIEW daily AS
  SELECT day, deck, sum(answers) AS answers, sum(answers * (stage = 0)) AS new,
    sum(answers * (stage >= 2)) AS reviews, sum(answers * (stage >= 2 AND grade > 1)) AS recalled,
    sum(duration_ms) AS duration_ms
  FROM hourly GROUP BY day, deck;

CREATE INDEX operation_adopted ON operation (instant, id) WHERE kind = 'adopt';
"""
"""Statistics: what an answer counts as is said by the view ``answer`` alone; its stage is new, learning, young
or mature (the card waited for 21 days or more), its hour the local clock's. ``hourly`` and ``recall`` are caches."""

_PRACTICE = """
CREATE TABLE quiz (
  id TEXT PRIMARY KEY,
  instant INTEGER NOT NULL,
  offset_minutes INTEGER NOT NULL,
  day INTEGER NOT NULL,
  origin TEXT NOT NULL,
  title TEXT NOT NULL,
  seed TEXT NOT NULL,
  asked INTEGER NOT NULL,
  correct INTEGER NOT NULL,
  points REAL NOT NULL,
  scored REAL NOT NULL,
  duration_ms INTEGER NOT NULL,
  limit_ms INTEGER
) WITHOUT ROWID;

CREATE TABLE practice (
  id TEXT PRIMARY KEY,
  quiz TEXT,
  place INTEGER,
  part INTEGER,
  exam_day INTEGER,
  instant INTEGER NOT NULL,
  day INTEGER NOT NULL,
  deck TEXT NOT NULL,
  card TEXT NOT NULL,
  mode TEXT NOT NULL,
  share REAL NOT NULL,
  given TEXT,
  question TEXT,
  answer TEXT,
  points REAL,
  duration_ms INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX practice_of_quiz ON practice (quiz, place) WHERE quiz IS NOT NULL;
CREATE INDEX practice_of_deck ON practice (deck, instant);
"""
"""Answers that leave the schedule alone: those of a quiz, a row a card, and those given while cramming for the
exam on a study day. Ids are unique across machines, so that these rows too can be merged."""

_WAYS = """
CREATE TABLE way (
  deck TEXT PRIMARY KEY,
  way TEXT NOT NULL
) WITHOUT ROWID;
"""
"""How each deck is asked, where the learner chose it; a taste of this machine, and no part of the log."""

_COVERING = """
DROP INDEX card_load;
DROP INDEX card_due;
CREATE INDEX card_due ON card (deck, due_day, last_day, stability, buried_day, phase, suspended)
  WHERE phase = 2 AND suspended = 0;
DROP INDEX card_learning;
CREATE INDEX card_learning ON card (deck, due_at, phase) WHERE phase IN (1, 3);
CREATE INDEX card_suspended ON card (deck, suspended) WHERE suspended = 1;
"""
"""Without the columns that the conditions name, the database would look every card up for them."""

_ASKED = """
ALTER TABLE card ADD COLUMN asked INTEGER NOT NULL DEFAULT 0;
ALTER TABLE card ADD COLUMN recalled INTEGER NOT NULL DEFAULT 0;
INSERT OR IGNORE INTO card (deck, card, phase, reviews, lapses, leech, suspended)
  SELECT deck, card, 0, 0, 0, 0, 0 FROM recall;
UPDATE card SET (asked, recalled) =
    (SELECT r.reviews, r.recalled FROM recall AS r WHERE r.deck = card.deck AND r.card = card.card)
  WHERE EXISTS (SELECT 1 FROM recall AS r WHERE r.deck = card.deck AND r.card = card.card);
DROP TABLE recall;
DROP INDEX operation_recent;
"""
"""Each answer has one table and one index less to write. What is undone is looked for from the end of the log, where
it stands."""

MIGRATIONS = (_FIRST, _SECOND, _PRACTICE, _WAYS, _COVERING, _ASKED)
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
