"""The nouns of monitor, as immutable values without behaviour. Stages talk through these values only.

Times are aware datetimes in UTC, days are `datetime.date`, texts are Unicode `str`; offsets are code points.
The words are those of the table in docs/design.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal, NamedTuple

__all__ = [
    "Answer",
    "Article",
    "Block",
    "Copy",
    "Entry",
    "Extraction",
    "Fact",
    "FeedDocument",
    "FeedHints",
    "FeedState",
    "Figure",
    "FlagDraft",
    "Judgement",
    "Kind",
    "Ledger",
    "Measure",
    "Number",
    "Occasion",
    "Outcome",
    "Period",
    "Qualifier",
    "Unit",
    "Validators",
    "Verdict",
    "VerdictKind",
]

# ---------------------------------------------------------------- acquisition

Outcome = Literal[
    "ok", "not_modified", "challenge", "consent", "login", "not_a_feed", "not_found", "gone", "limited", "down",
    "refused", "too_large", "too_slow", "robots", "broken",
]  # fmt: skip
"""How one exchange with a server ended, in one word (docs/fetching.md has the sentence for each)."""


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server gave us to ask "has it changed?", verbatim (RFC 9110, 8.8)."""

    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """One exchange with a server, ended well or badly. The fetcher never raises for what a server or network does.

    `body` is inflated (content codings undone) and capped; `headers` are as received, in order, names in lower case.
    `redirects` lists (status, url it pointed to) of every hop. `detail` is the plain sentence for a person.
    `retry_after` is seconds to wait, as the server asked.
    """

    url: str
    final_url: str
    outcome: Outcome
    detail: str
    fetched_at: datetime
    status: int | None = None
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    redirects: tuple[tuple[int, str], ...] = ()
    validators: Validators = Validators()
    retry_after: float | None = None
    elapsed: float = 0.0


class Entry(NamedTuple):
    """One item of a feed: a pointer to an article. Texts carry no markup; `link` is absolute or None.

    `publisher` and `publisher_url` are whom an aggregator's entry names as its origin (RSS `source`, news sitemaps).
    A named tuple because polls make thousands: a frozen dataclass takes five times as long to build.
    """

    title: str = ""
    link: str | None = None
    id: str | None = None
    published: datetime | None = None
    updated: datetime | None = None
    summary: str = ""
    content: str = ""
    authors: tuple[str, ...] = ()
    language: str | None = None
    publisher: str | None = None
    publisher_url: str | None = None


@dataclass(frozen=True, slots=True)
class FeedHints:
    """What a feed says about when to look again and where more of it lies.

    `ttl` in minutes (RSS 2.0), `update_seconds` from sy:updatePeriod/updateFrequency, skip lists as RSS 2.0 defines
    them (hours 0-23 GMT, days "Monday"...). `archives` are RFC 5005 prev-archive links, `children` the sitemaps that a
    sitemap index lists, as (url, lastmod). `hub` is a WebSub hub.
    """

    ttl: int | None = None
    update_seconds: float | None = None
    skip_hours: tuple[int, ...] = ()
    skip_days: tuple[str, ...] = ()
    archives: tuple[str, ...] = ()
    children: tuple[tuple[str, datetime | None], ...] = ()
    hub: str | None = None
    complete: bool = False


@dataclass(frozen=True, slots=True)
class FeedDocument:
    """What the bytes of a feed say. `repairs` names everything that had to be mended to read it."""

    format: str
    title: str = ""
    link: str | None = None
    language: str | None = None
    repairs: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = ()
    hints: FeedHints = FeedHints()


@dataclass(frozen=True, slots=True)
class FeedState:
    """All that scheduling needs to know of a feed; lives in the feed's row and is replaced after each poll.

    `interval` in seconds. `failures` counts failed polls in a row. `not_before` is a Retry-After that still holds.
    `moved_to`/`moved_since`/`moved_polls` follow a permanent redirect until it is adopted. `full_at` is when the feed
    was last fetched without validators; `trusted` is False once a body changed under the same validator.
    `rhythm` is the median gap between new entries, in seconds. `skip_hours` and `skip_days` are the feed's last word on
    when it must not be asked (a 304 does not repeat them).
    """

    url: str
    due: datetime
    interval: float = 900.0
    failures: int = 0
    validators: Validators = Validators()
    trusted: bool = True
    body_sha256: str | None = None
    full_at: datetime | None = None
    not_before: datetime | None = None
    last_poll: datetime | None = None
    last_success: datetime | None = None
    last_new: datetime | None = None
    last_outcome: Outcome | None = None
    rhythm: float | None = None
    moved_to: str | None = None
    moved_since: datetime | None = None
    moved_polls: int = 0
    gone_since: datetime | None = None
    skip_hours: tuple[int, ...] = ()
    skip_days: tuple[str, ...] = ()


# ---------------------------------------------------------------- articles

BlockRole = Literal["body", "list", "table", "quote", "live", "caption", "dateline", "headline", "boilerplate"]


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a page's text with its role and, for `--explain`, why it was taken or left.

    `time` is the time of a live update, where the page gives one.
    """

    role: BlockRole
    text: str
    taken: bool
    reason: str = ""
    score: float = 0.0
    time: datetime | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One article as its page prints it. `text` has one newline between paragraphs.

    `kind` is article, live, index, gallery, paywalled, consent, missing or other. Each `*_basis` says where the value
    was found: json-ld, meta, time, url, text, feed, declared, guessed. `published_offset` is the zone that the page
    states, in minutes east of UTC; the day of publication is the day there. `blocks` are those of the text, or
    all of the page for who asked why.
    """

    url: str
    canonical_url: str
    title: str
    text: str
    kind: str
    parser: str
    authors: tuple[str, ...] = ()
    published: datetime | None = None
    published_basis: str | None = None
    published_offset: int | None = None
    modified: datetime | None = None
    modified_basis: str | None = None
    language: str | None = None
    language_basis: str | None = None
    publisher: str | None = None
    section: str | None = None
    blocks: tuple[Block, ...] = ()


# ---------------------------------------------------------------- figures

Qualifier = Literal["exact", "approx", "at_least", "at_most", "more_than", "fewer_than", "range"]
Unit = Literal["children", "people", "families", "facilities", "organisations", "warrants", "cases", "percent"]
Measure = Literal[
    "returned", "deported", "identified", "located", "missing", "held", "placed_in_family", "killed", "injured",
    "at_risk", "facilities", "warrants", "sanctions", "other",
]  # fmt: skip
Kind = Literal["batch", "total", "increment", "estimate", "share"]


@dataclass(frozen=True, slots=True)
class Period:
    """A span of days, both included; None is open. "Since the invasion" is Period(2022-02-24, None)."""

    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """One number about the story at one place of one text; gold/SCHEME.md, section 1, defines every field.

    `value` is set, or `low` and `high` (qualifier "range"). `quote` is ``text[start:end]``; `num` is
    ``text[num_start:num_end]``, None when `derived`. `direction` joins ru, tot, ua, by, third with ``>``. `source` is
    who says it as printed or as named in the story's speakers, `source_id` the speaker's id, `via` who relayed it.
    `extraction_confidence` (0..1) speaks about us; `rule` names the rule that bound the measure.
    """

    value: float | None
    measure: Measure
    kind: Kind
    quote: str
    start: int
    end: int
    low: float | None = None
    high: float | None = None
    qualifier: Qualifier = "exact"
    unit: Unit = "children"
    period: Period | None = None
    place: str | None = None
    direction: str | None = None
    scope: str = "all"
    source: str | None = None
    source_id: str | None = None
    via: str | None = None
    num: str | None = None
    num_start: int | None = None
    num_end: int | None = None
    optional: bool = False
    derived: bool = False
    parts: str | None = None
    note: str | None = None
    extraction_confidence: float = 0.5
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text and what became of it: index of its figure, or the named reason for its rejection."""

    start: int
    end: int
    value: float | None
    figure: int | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """What the extractor read in one text. `reasons` explain `relevant`; `numbers` has every number of the text."""

    language: str
    relevant: bool
    reasons: tuple[str, ...]
    figures: tuple[Figure, ...]
    numbers: tuple[Number, ...] = ()


# ---------------------------------------------------------------- judgement

VerdictKind = Literal["new_figure", "updated_total", "conflict", "correction", "corroboration", "restatement"]


@dataclass(frozen=True, slots=True)
class Occasion:
    """The article version whose figures are judged, as far as judging needs it.

    `id` names the article (its URL or a gold id); `published` is the day that counts for order. `baseline` fills the
    ledger without raising flags. `copy_of` is the article it repeats nearly word for word. `figure_ids` names the
    figures, in their order (facts are "id/figure id"); empty means f1, f2 ... They must differ between two versions
    of one article. The news of a `rolling` page go by: what it no longer prints was not wrong.
    """

    id: str
    published: date
    publisher: str = ""
    headline: str = ""
    text: str = ""
    language: str = ""
    baseline: bool = False
    copy_of: str | None = None
    figure_ids: tuple[str, ...] = ()
    rolling: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """One distinct number of a series, or one event, as the ledger knows it: the observation, at its first sight.

    `id` is "occasion/figure" and `occasion` its first half; `family` is the claimant family of its source (None:
    unattributed so far). `sources` are the distinct speakers who said this number, in order of appearance; copies
    and further outlets add none. `publishers` are all who printed it, in alphabetical order. `last_seen` is the
    publication day of the latest article that printed it. `scopes` are the operations that later reports of an event
    name, besides its figure's own.
    """

    id: str
    figure: Figure
    published: date
    family: str | None = None
    publisher: str = ""
    last_seen: date | None = None
    state: Literal["provisional", "current", "superseded", "withdrawn", "rejected"] = "current"
    occasion: str = ""
    sources: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    scopes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ledger:
    """The part of all that was said before which can touch the figures at hand.

    `series` maps a series key to its distinct values, oldest first; `events` holds the batches of the measures at
    hand within the window of days that rules E0-E5 look at.
    """

    series: Mapping[str, tuple[Fact, ...]] = field(default_factory=dict)
    events: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What figure number `figure` (index) of an occasion is against all before it. None kind: optional, not judged.

    `rule` is T1..T8, E0..E5 of gold/SCHEME.md or a rule of ours (docs/rules.md); `against` are ids of facts.
    `review` asks for a person; `note` refines (late_report, repeats_superseded, rounds ...).
    """

    figure: int
    kind: VerdictKind | None
    rule: str
    against: tuple[str, ...] = ()
    review: bool = False
    note: str | None = None


@dataclass(frozen=True, slots=True)
class FlagDraft:
    """A judged novelty that a person should see. `key` is the same however often and wherever it is judged."""

    key: str
    kind: VerdictKind
    figure: int
    rule: str
    review: bool = False


@dataclass(frozen=True, slots=True)
class Judgement:
    """All verdicts of one occasion, the flags they raise, and the facts to write into the ledger.

    `facts` are new or replace the known fact of the same id (a later `last_seen`, a new `state`).
    """

    verdicts: tuple[Verdict, ...]
    flags: tuple[FlagDraft, ...]
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Copy:
    """A stored text that a new one repeats: its version id and how much of it (0..1)."""

    version: int
    likeness: float
