-- How long the log is and how it ends, so that a cut end is told (docs/data.md).

CREATE TABLE log_head (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  lines INTEGER NOT NULL,
  hash TEXT NOT NULL                             -- of the last line
) STRICT;
INSERT INTO log_head (id, lines, hash)
  SELECT 1, count(*), coalesce((SELECT hash FROM event_log ORDER BY id DESC LIMIT 1), '') FROM event_log;
