"""How it goes, in a few numbers that are cheap to read: what monitor/health tells."""

from __future__ import annotations

from datetime import datetime

from monitor.store.codec import when
from monitor.store.connection import Connection
from monitor.store.evidence import try_folder
from monitor.store.outbox import DEAD
from monitor.store.rows import Row

__all__ = ["Pulse"]

_PULSE = """
SELECT (SELECT count(*) FROM feed WHERE enabled) AS feeds,
  (SELECT count(*) FROM feed WHERE enabled AND state ->> '$.failures' > 0) AS feeds_failing,
  (SELECT count(*) FROM feed_alarm WHERE ended_at IS NULL) AS feed_alarms,
  (SELECT min(due) FROM feed WHERE enabled) AS feed_due,
  (SELECT count(*) FROM flag WHERE state = 'open') AS flags_open,
  (SELECT count(*) FROM delivery WHERE state = 'queued') AS messages_waiting,
  (SELECT min(due) FROM delivery WHERE state = 'queued') AS message_due,
  (SELECT count(DISTINCT channel) FROM delivery WHERE state = 'queued' AND attempts >= ?) AS channels_dead,
  (SELECT page_count * page_size FROM pragma_page_count, pragma_page_size) AS database_bytes
"""

_LAGS = ("feed", "message")


class Pulse(Connection):
    """The part of the store that a watcher asks."""

    def try_writing(self) -> None:
        """Write a little to database and captures, changing nothing. StoreError as any write would."""
        with self.writing():
            self._run("UPDATE log_head SET lines = lines")
        try_folder(self.captures)

    def pulse(self, now: datetime) -> Row:
        """Feeds, trouble with them, open flags, the outbox, the size of the file; and how late the latest are."""
        row = dict(self._rows(_PULSE, (DEAD,))[0])
        lags = {name: max(0.0, (now - (when(row.pop(f"{name}_due")) or now)).total_seconds()) for name in _LAGS}
        return row | {f"{name}_lag_seconds": seconds for name, seconds in lags.items()}
