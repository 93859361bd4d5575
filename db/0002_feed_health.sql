-- What was missed and is being filled, addresses that feeds moved from, and alarms about feeds (docs/fetching.md).

ALTER TABLE gap ADD COLUMN progress TEXT NOT NULL DEFAULT '';    -- JSON: what is still to be asked (monitor/gaps.py)
ALTER TABLE gap ADD COLUMN found INTEGER NOT NULL DEFAULT 0;     -- entries filled in
ALTER TABLE gap ADD COLUMN next_try TEXT;                        -- open: not before; NULL: at once

CREATE TABLE feed_move (                       -- permanent redirects that were adopted
  id INTEGER PRIMARY KEY,
  feed_id INTEGER NOT NULL REFERENCES feed (id),
  at TEXT NOT NULL,
  from_url TEXT NOT NULL,
  to_url TEXT NOT NULL
) STRICT;
CREATE INDEX feed_move_feed ON feed_move (feed_id, id);

CREATE TABLE feed_alarm (                      -- the flags of kind `feed`: one per trouble, told once
  id INTEGER PRIMARY KEY,
  feed_id INTEGER NOT NULL REFERENCES feed (id),
  alarm TEXT NOT NULL,                         -- silent, or the outcome that keeps coming
  since TEXT NOT NULL,                         -- the last new entry, or the last success
  opened_at TEXT NOT NULL,
  ended_at TEXT
) STRICT;
CREATE UNIQUE INDEX feed_alarm_open ON feed_alarm (feed_id) WHERE ended_at IS NULL;

CREATE TABLE feed_notice (                     -- the outbox of alarms
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,                    -- alarm and channel; receivers tell a repeat by it
  alarm_id INTEGER NOT NULL REFERENCES feed_alarm (id),
  channel TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('queued', 'sent')),
  attempts INTEGER NOT NULL DEFAULT 0,
  due TEXT NOT NULL,
  sent_at TEXT,
  last_error TEXT
) STRICT;
CREATE INDEX feed_notice_due ON feed_notice (state, due);
