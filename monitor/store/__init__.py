"""The database: the only place that knows sqlite-utils. `Store.open` is the way in; docs/data.md has the tables."""

from monitor.store.lease import Lease
from monitor.store.retention import Tidied
from monitor.store.rows import (
    Committed,
    CopyCandidate,
    DeliveryRow,
    DigestRow,
    Evidence,
    FeedRow,
    FeedSpec,
    Gap,
    HistoryItem,
    Judge,
    NeedsOf,
    PendingEntry,
    Poll,
    PollSaved,
    Rejudged,
    Routing,
    Row,
    Wording,
)
from monitor.store.store import Store

__all__ = [
    "Committed",
    "CopyCandidate",
    "DeliveryRow",
    "DigestRow",
    "Evidence",
    "FeedRow",
    "FeedSpec",
    "Gap",
    "HistoryItem",
    "Judge",
    "Lease",
    "NeedsOf",
    "PendingEntry",
    "Poll",
    "PollSaved",
    "Rejudged",
    "Routing",
    "Row",
    "Store",
    "Tidied",
    "Wording",
]
