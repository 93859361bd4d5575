-- The first schema. Words as in docs/data.md; times are ISO 8601 in UTC, days are YYYY-MM-DD, JSON is in TEXT columns.

-- Acquisition ---------------------------------------------------------------------------------------------------------

CREATE TABLE feed (
  id INTEGER PRIMARY KEY,
  url TEXT NOT NULL UNIQUE,                    -- as configured: the feed's identity
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  language TEXT,
  publisher TEXT NOT NULL,
  every REAL,                                  -- wished interval in seconds
  enabled INTEGER NOT NULL CHECK (enabled IN (0, 1)),
  state TEXT NOT NULL,                         -- JSON of the whole FeedState
  due TEXT NOT NULL,                           -- the schedule: when to poll next
  title TEXT,
  format TEXT,
  added_at TEXT NOT NULL
) STRICT;
CREATE INDEX feed_due ON feed (enabled, due);

CREATE TABLE poll (
  id INTEGER PRIMARY KEY,
  feed_id INTEGER NOT NULL REFERENCES feed (id),
  at TEXT NOT NULL,
  outcome TEXT NOT NULL,
  detail TEXT NOT NULL,
  status INTEGER,
  final_url TEXT NOT NULL,
  elapsed REAL NOT NULL,
  bytes INTEGER NOT NULL,
  format TEXT,
  repairs TEXT NOT NULL,                       -- JSON list: what had to be mended to read it
  entries INTEGER NOT NULL,
  fresh INTEGER NOT NULL,                      -- entries not seen before
  changed INTEGER NOT NULL,
  overlap INTEGER NOT NULL CHECK (overlap IN (0, 1))
) STRICT;
CREATE INDEX poll_feed ON poll (feed_id, id);

CREATE TABLE gap (
  id INTEGER PRIMARY KEY,
  feed_id INTEGER NOT NULL REFERENCES feed (id),
  since TEXT NOT NULL,
  until TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'filled', 'given_up')),
  note TEXT,
  closed_at TEXT
) STRICT;
CREATE INDEX gap_state ON gap (state, feed_id);

CREATE TABLE capture (
  id INTEGER PRIMARY KEY,
  url TEXT NOT NULL,
  final_url TEXT NOT NULL,
  captured_at TEXT NOT NULL,
  status INTEGER,
  headers TEXT NOT NULL,                       -- JSON list of [name, value], in order
  sha256 TEXT NOT NULL,                        -- names the file of the body
  bytes INTEGER NOT NULL
) STRICT;
CREATE INDEX capture_sha256 ON capture (sha256);
CREATE INDEX capture_url ON capture (url);
CREATE INDEX capture_time ON capture (captured_at);

CREATE TABLE article (
  id INTEGER PRIMARY KEY,
  url TEXT NOT NULL UNIQUE,                    -- canonical: the article's identity
  publisher TEXT NOT NULL,
  title TEXT NOT NULL,
  kind TEXT NOT NULL,
  language TEXT,
  published TEXT,
  published_basis TEXT,
  first_seen TEXT NOT NULL,
  last_read TEXT NOT NULL
) STRICT;
CREATE INDEX article_published ON article (published);

CREATE TABLE entry (
  id INTEGER PRIMARY KEY,
  feed_id INTEGER NOT NULL REFERENCES feed (id),
  identity TEXT NOT NULL,
  link TEXT NOT NULL,
  link_key TEXT NOT NULL,
  title TEXT NOT NULL,
  summary TEXT NOT NULL,
  language TEXT,
  published TEXT,
  first_seen TEXT NOT NULL,
  last_seen TEXT NOT NULL,
  digest TEXT NOT NULL,                        -- of title, summary and update time: tells an edited entry
  same_as INTEGER REFERENCES entry (id),       -- the entry that carries the work for this link
  state TEXT NOT NULL CHECK (state IN ('new', 'captured', 'done', 'failed', 'skipped', 'joined')),
  when_sort TEXT NOT NULL,                     -- published, else first seen
  attempts INTEGER NOT NULL DEFAULT 0,
  next_try TEXT,                               -- new and failed: not before; NULL when failed: never by itself
  next_read TEXT,                              -- done and skipped: read again
  reads INTEGER NOT NULL DEFAULT 0,
  reason TEXT,
  capture_id INTEGER REFERENCES capture (id),
  article_id INTEGER REFERENCES article (id),
  UNIQUE (feed_id, identity)
) STRICT;
CREATE INDEX entry_link ON entry (link_key, same_as);
CREATE INDEX entry_same ON entry (same_as) WHERE same_as IS NOT NULL;
CREATE INDEX entry_article ON entry (article_id);
CREATE INDEX entry_waiting ON entry (state, next_try);
CREATE INDEX entry_reread ON entry (next_read) WHERE next_read IS NOT NULL;

CREATE TABLE version (
  id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES article (id),
  number INTEGER NOT NULL,
  capture_id INTEGER NOT NULL REFERENCES capture (id),
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  text_sha256 TEXT NOT NULL,
  language TEXT,
  parser TEXT NOT NULL,
  relevant INTEGER NOT NULL CHECK (relevant IN (0, 1)),
  created_at TEXT NOT NULL,
  signature BLOB,                              -- for finding near-copies
  copy_of INTEGER REFERENCES version (id),
  details TEXT NOT NULL,                       -- JSON: authors, dates with their basis, section, reasons
  UNIQUE (article_id, number),
  UNIQUE (article_id, text_sha256)
) STRICT;

CREATE TABLE band (
  band TEXT NOT NULL,
  version_id INTEGER NOT NULL REFERENCES version (id),
  PRIMARY KEY (band, version_id)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE article_fts USING fts5 (
  title, text, content = 'version', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER version_added AFTER INSERT ON version BEGIN
  INSERT INTO article_fts (rowid, title, text) VALUES (new.id, new.title, new.text);
END;
CREATE TRIGGER version_removed AFTER DELETE ON version BEGIN
  INSERT INTO article_fts (article_fts, rowid, title, text) VALUES ('delete', old.id, old.title, old.text);
END;

-- Extraction: the working copy of a text; reading again adds, never edits ---------------------------------------------

CREATE TABLE figure (
  id INTEGER PRIMARY KEY,
  version_id INTEGER NOT NULL REFERENCES version (id),
  extractor TEXT NOT NULL,
  key TEXT NOT NULL,                           -- span, measure and value in one word
  place INTEGER NOT NULL,                      -- index within the version's extraction
  measure TEXT NOT NULL,
  kind TEXT NOT NULL,
  value REAL,
  low REAL,
  high REAL,
  qualifier TEXT NOT NULL,
  unit TEXT NOT NULL,
  direction TEXT,
  scope TEXT NOT NULL,
  source TEXT,
  source_id TEXT,
  quote TEXT NOT NULL,
  start_char INTEGER NOT NULL,
  end_char INTEGER NOT NULL,
  confidence REAL NOT NULL,
  optional INTEGER NOT NULL CHECK (optional IN (0, 1)),
  published TEXT NOT NULL,                     -- the article's day, which counts for order
  fact TEXT,                                   -- the fact that it made, or repeats
  data TEXT NOT NULL,                          -- JSON of the whole Figure
  UNIQUE (version_id, extractor, key)
) STRICT;
CREATE INDEX figure_published ON figure (published);
CREATE INDEX figure_measure ON figure (measure, published);
CREATE INDEX figure_value ON figure (value, published);
CREATE INDEX figure_fact ON figure (fact) WHERE fact IS NOT NULL;

-- Judgement: what is known, and what each figure is against it --------------------------------------------------------

CREATE TABLE series (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  measure TEXT NOT NULL,
  unit TEXT NOT NULL,
  scope TEXT NOT NULL,
  direction TEXT
) STRICT;
CREATE INDEX series_measure ON series (measure);

CREATE TABLE observation (
  id INTEGER PRIMARY KEY,
  fact TEXT NOT NULL UNIQUE,                   -- "occasion/figure"
  series_id INTEGER REFERENCES series (id),    -- NULL for a batch, which is an event
  measure TEXT NOT NULL,
  published TEXT NOT NULL,
  last_seen TEXT NOT NULL,
  event_first TEXT NOT NULL,                   -- days of the event that it speaks of (judge.event_days)
  event_last TEXT NOT NULL,
  family TEXT,
  publisher TEXT NOT NULL,
  value REAL,
  low REAL,
  high REAL,
  state TEXT NOT NULL CHECK (state IN ('provisional', 'current', 'superseded', 'withdrawn', 'rejected')),
  history INTEGER NOT NULL CHECK (history IN (0, 1)),
  url TEXT,                                    -- where the shipped history found it
  note TEXT,
  recorded_at TEXT NOT NULL,
  data TEXT NOT NULL                           -- JSON of the whole Fact
) STRICT;
CREATE INDEX observation_series ON observation (series_id, published, id);
CREATE INDEX observation_event ON observation (measure, event_last) WHERE series_id IS NULL;
CREATE INDEX observation_measure ON observation (measure, published);

CREATE TABLE verdict (
  id INTEGER PRIMARY KEY,
  figure_id INTEGER NOT NULL REFERENCES figure (id),
  kind TEXT CHECK (kind IN ('new_figure', 'updated_total', 'conflict', 'correction', 'corroboration', 'restatement')),
  rule TEXT NOT NULL,
  against TEXT NOT NULL,                       -- JSON list of facts
  review INTEGER NOT NULL CHECK (review IN (0, 1)),
  note TEXT,
  judged_at TEXT NOT NULL
) STRICT;
CREATE INDEX verdict_figure ON verdict (figure_id, id);

CREATE TABLE flag (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,                    -- the same however often and wherever it is judged
  kind TEXT NOT NULL,
  rule TEXT NOT NULL,
  review INTEGER NOT NULL CHECK (review IN (0, 1)),
  figure_id INTEGER NOT NULL REFERENCES figure (id),
  fact TEXT,                                   -- what it says, in the ledger
  was TEXT,                                    -- the fact that it replaces or contradicts
  state TEXT NOT NULL CHECK (state IN ('open', 'acknowledged', 'snoozed', 'dismissed')),
  opened_at TEXT NOT NULL,
  snoozed_until TEXT
) STRICT;
CREATE INDEX flag_opened ON flag (opened_at);
CREATE INDEX flag_figure ON flag (figure_id);
CREATE INDEX flag_fact ON flag (fact);

CREATE TABLE mention (                         -- who else printed what a flag says
  flag_id INTEGER NOT NULL REFERENCES flag (id),
  figure_id INTEGER NOT NULL REFERENCES figure (id),
  publisher TEXT NOT NULL,
  copy INTEGER NOT NULL CHECK (copy IN (0, 1)),
  PRIMARY KEY (flag_id, figure_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX mention_figure ON mention (figure_id);

CREATE TABLE delivery (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,                    -- flag and channel; receivers tell a repeat by it
  flag_id INTEGER NOT NULL REFERENCES flag (id),
  channel TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('queued', 'sent', 'failed')),
  attempts INTEGER NOT NULL DEFAULT 0,
  queued_at TEXT NOT NULL,
  due TEXT NOT NULL,
  claimed_until TEXT,
  sent_at TEXT,
  last_error TEXT
) STRICT;
CREATE INDEX delivery_due ON delivery (state, due);
CREATE INDEX delivery_flag ON delivery (flag_id);

CREATE TABLE event_log (                       -- judgements and human decisions; each line seals the one before
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  data TEXT NOT NULL,
  prev_hash TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE
) STRICT;
CREATE INDEX event_subject ON event_log (subject);
CREATE TRIGGER event_log_kept BEFORE DELETE ON event_log BEGIN
  SELECT RAISE (ABORT, 'event_log is append-only');
END;
CREATE TRIGGER event_log_sealed BEFORE UPDATE ON event_log BEGIN
  SELECT RAISE (ABORT, 'event_log is append-only');
END;
CREATE TRIGGER verdict_kept BEFORE DELETE ON verdict BEGIN
  SELECT RAISE (ABORT, 'verdict is append-only');
END;
CREATE TRIGGER verdict_sealed BEFORE UPDATE ON verdict BEGIN
  SELECT RAISE (ABORT, 'verdict is append-only');
END;

CREATE TABLE history (
  story TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  loaded_at TEXT NOT NULL,
  facts INTEGER NOT NULL,
  PRIMARY KEY (story, sha256)
) STRICT, WITHOUT ROWID;

CREATE TABLE lease (
  name TEXT PRIMARY KEY,
  pid INTEGER NOT NULL,
  taken_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Views that stay as they are, whatever becomes of the tables ---------------------------------------------------------

CREATE VIEW v_article AS SELECT url, title FROM article;
CREATE VIEW v_figure AS
  SELECT a.url AS url, coalesce(f.value, f.high) AS value
  FROM figure f JOIN version v ON v.id = f.version_id JOIN article a ON a.id = v.article_id
  GROUP BY a.id, f.measure, f.kind, f.direction, f.scope, f.value, f.low, f.high;
CREATE VIEW v_flag AS
  SELECT a.url AS url, coalesce(f.value, f.high) AS value
  FROM flag g JOIN figure f ON f.id = g.figure_id JOIN version v ON v.id = f.version_id JOIN article a ON a.id = v.article_id;
