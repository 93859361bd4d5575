"""What the store takes and gives besides the nouns of `monitor.model`: frozen rows. Times are aware UTC datetimes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, TypeAlias

from monitor.model import Answer, FeedDocument, FeedState, Figure, Judgement, Ledger, Occasion, Validators

if TYPE_CHECKING:
    from monitor.judge import Needs

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
    "NeedsOf",
    "PendingEntry",
    "Poll",
    "PollSaved",
    "Rejudged",
    "Routing",
    "Row",
    "Wording",
]

Row = Mapping[str, Any]
"""One line of a list for people: plain values (str, int, float, None, ISO 8601 times), ready for JSON."""

Judge = Callable[[Occasion, Sequence[Figure], Ledger], Judgement]
NeedsOf: TypeAlias = "Callable[[Sequence[Figure], Occasion], Needs]"


@dataclass(frozen=True, slots=True)
class FeedSpec:
    """One feed as the configuration lists it. `every` is the wished interval in seconds, None for the default."""

    url: str
    name: str
    kind: str = "auto"
    language: str | None = None
    publisher: str | None = None
    every: float | None = None
    enabled: bool = True


@dataclass(frozen=True, slots=True)
class FeedRow:
    """A feed in the database. `state` is active or paused; `url` is the configured one (its identity).

    `last` is the state that its last poll left.
    """

    id: int
    url: str
    name: str
    kind: str
    language: str | None
    publisher: str
    every: float | None
    state: str
    due: datetime
    last: FeedState


@dataclass(frozen=True, slots=True)
class Poll:
    """One poll to be kept. `before` is the state that it began with.

    `decide` gives the state after it, from the number of new entries and whether any was known before. `offers`
    gives where a gap that opens now begins to be filled (`monitor.gaps`).
    """

    feed_id: int
    answer: Answer
    document: FeedDocument | None
    before: FeedState
    decide: Callable[[int, bool], FeedState]
    at: datetime
    offers: Callable[[], str] = str


@dataclass(frozen=True, slots=True)
class PollSaved:
    """What a poll brought: `new` entries, `changed` ones, whether it shared any with those known before.

    `overlap` is True for a first poll and for one without entries. `gap` is the row opened when there was none.
    """

    new: int = 0
    changed: int = 0
    overlap: bool = True
    gap: int | None = None


@dataclass(frozen=True, slots=True)
class PendingEntry:
    """An entry whose page is to be fetched, or (with `capture_id`) captured and to be read.

    `reread` is True when an article of this link is stored already: fetch it with `validators`, conditionally.
    """

    id: int
    feed_id: int
    feed: str
    publisher: str
    language: str | None
    link: str
    title: str
    summary: str
    published: datetime | None
    first_seen: datetime
    attempts: int = 0
    capture_id: int | None = None
    reread: bool = False
    reads: int = 0
    validators: Validators = field(default_factory=Validators)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A capture without its body. `sha256` names the body's file; `bytes` is its size inflated.

    `dropped_at` is when retention removed the bytes, None while they are there.
    """

    id: int
    url: str
    final_url: str
    captured_at: datetime
    status: int | None
    headers: tuple[tuple[str, str], ...]
    sha256: str
    bytes: int
    dropped_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Wording:
    """How a text is found again nearly word for word: `signature` as the caller packs it, `bands` to look up by."""

    signature: bytes = b""
    bands: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CopyCandidate:
    """A stored version that shares a band: compare `signature` to know how alike it is."""

    version_id: int
    article_id: int
    url: str
    publisher: str
    signature: bytes
    published: datetime | None


@dataclass(frozen=True, slots=True)
class Committed:
    """What one article left in the database. `flags` are the numbers of the flags it raised (not merely joined)."""

    article_id: int
    version_id: int
    new_article: bool
    new_version: bool
    figures: int = 0
    flags: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Rejudged:
    """What judging again brought: figures judged, a row per changed verdict, and the flags it opened."""

    figures: int
    changes: tuple[Row, ...]
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DeliveryRow:
    """A flag on its way through a channel. `key` is the same at every attempt; `detail` as `Store.flag_detail`."""

    id: int
    key: str
    flag_id: int
    channel: str
    attempts: int
    queued_at: datetime
    detail: Row


@dataclass(frozen=True, slots=True)
class DigestRow:
    """The digest of one day on its way through a channel; `flags` as `Store.flag_detail`."""

    key: str
    channel: str
    day: str
    delivery_ids: tuple[int, ...]
    attempts: int
    flags: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Routing:
    """Which kinds of flag are sent at once (None: all); the others wait for the digest of `day` at `at`, if any."""

    page: frozenset[str] | None = None
    day: str = ""
    at: datetime | None = None

    def pages(self, kind: str) -> bool:
        """Whether a flag of this kind is a message of its own."""
        return self.page is None or kind in self.page


@dataclass(frozen=True, slots=True)
class Gap:
    """Entries of a feed that were missed between two polls; closed when filled or given up, with a `note`.

    `progress` is what `monitor.gaps` keeps to go on with, `found` the number of entries filled in so far.
    """

    id: int
    feed_id: int
    feed: str
    since: datetime
    until: datetime
    state: str
    note: str | None = None
    progress: str = ""
    found: int = 0


@dataclass(frozen=True, slots=True)
class HistoryItem:
    """One announced figure of the story's shipped history: what, when, by whom printed, and where."""

    id: str
    figure: Figure
    published: date
    publisher: str
    url: str
    family: str | None = None
    note: str | None = None
