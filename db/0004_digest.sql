-- Digests: deliveries that wait for one message a day and channel (docs/operation.md); word of channels that are dead.

ALTER TABLE delivery ADD COLUMN digest TEXT;     -- the day whose digest it belongs to; null: a message of its own

CREATE TABLE channel_notice (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,                      -- dead channel, told channel and day; receivers tell a repeat by it
  about TEXT NOT NULL,                           -- the channel that is dead
  channel TEXT NOT NULL,                         -- the channel that tells it
  since TEXT NOT NULL,
  detail TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('queued', 'sent')),
  attempts INTEGER NOT NULL DEFAULT 0,
  due TEXT NOT NULL,
  sent_at TEXT,
  last_error TEXT
) STRICT;
CREATE INDEX channel_notice_due ON channel_notice (state, due);
