-- Captures whose bytes were removed by retention (docs/data.md): the row stays, with its hash.

ALTER TABLE capture ADD COLUMN dropped_at TEXT;
CREATE INDEX version_capture ON version (capture_id);
CREATE INDEX entry_capture ON entry (capture_id) WHERE capture_id IS NOT NULL;
