-- Captured bytes that killed the process that read them, so that no parser of the same version tries for ever.

CREATE TABLE unreadable (
  sha256 TEXT NOT NULL,
  parser TEXT NOT NULL,
  times INTEGER NOT NULL,
  reason TEXT NOT NULL,
  last_at TEXT NOT NULL,
  PRIMARY KEY (sha256, parser)
) STRICT, WITHOUT ROWID;
