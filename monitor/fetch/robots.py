"""robots.txt of each origin, read through the same guarded path, cached a day (RFC 9309).

A file that does not exist (4xx) allows everything. One that cannot be read (5xx, no connection, 429) closes the origin
for ten minutes and is asked again; a copy read before goes on to hold meanwhile. After 30 days unreadable it no longer
binds (RFC 9309, 2.3.1.4).
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from protego import Protego

from monitor.fetch.urls import origin_of
from monitor.model import Answer, Outcome

__all__ = ["Robots", "RobotsFile", "read"]

_KEEP = 86_400.0
_RETRY = 600.0
_GIVE_UP = 30 * 86_400.0
_MOST = 1_000
_LONGEST = 512_000
_SLOWEST = 60.0
_REFUSING = ("not_found", "gone", "refused", "login", "challenge")


@dataclass(frozen=True, slots=True)
class RobotsFile:
    """What we know of one origin: rules (None: everything is allowed), until when, and since when it is unreadable."""

    rules: Protego | None
    until: float
    unreadable_since: float | None = None
    reason: str = ""
    outcome: Outcome = "robots"

    @property
    def closed(self) -> bool:
        """True while nothing of the origin may be read because its robots.txt is unreadable and no copy is known."""
        return self.unreadable_since is not None and self.rules is None


def read(answer: Answer, now: float, before: RobotsFile | None) -> RobotsFile:
    """What `answer` to a request for robots.txt means at `now` (seconds), given what was known `before`."""
    if answer.outcome == "ok":
        return RobotsFile(Protego.parse(answer.body[:_LONGEST].decode("utf-8", "replace")), now + _KEEP)
    empty = answer.status is not None and 200 <= answer.status < 300
    if empty or (answer.status is not None and 400 <= answer.status < 500 and answer.outcome in _REFUSING):
        return RobotsFile(None, now + _KEEP)
    since = before.unreadable_since if before and before.unreadable_since is not None else now
    if now - since > _GIVE_UP:
        return RobotsFile(None, now + _KEEP)
    outcome = answer.outcome if answer.status is None else "robots"
    return RobotsFile(before.rules if before else None, now + _RETRY, since, answer.detail, outcome)


class Robots:
    """The cache. `token` is our name in robots.txt files, `monotonic` gives seconds."""

    def __init__(self, token: str, monotonic: Callable[[], float]) -> None:
        self._token = token
        self._monotonic = monotonic
        self._known: OrderedDict[str, RobotsFile] = OrderedDict()

    async def refusal(self, url: str, fetch: Callable[[str], Awaitable[Answer]]) -> tuple[Outcome, str] | None:
        """Why `url` may not be read, as outcome and sentence, or None. `fetch` reads robots.txt when unknown."""
        origin = origin_of(url)
        known = self._known.get(origin)
        if known is None or known.until <= self._monotonic():
            known = read(await fetch(f"{origin}/robots.txt"), self._monotonic(), known)
            self._keep(origin, known)
        if known.closed:
            return known.outcome, f"its pages have to wait, since its robots.txt cannot be read: {known.reason}"
        if known.rules is not None and not known.rules.can_fetch(url, self._token):
            return "robots", "its robots.txt asks programs not to read this page; the feed's own text is all there is"
        return None

    def delay(self, url: str) -> float:
        """Seconds between two requests that the origin's robots.txt asks of us; at most a minute is granted."""
        known = self._known.get(origin_of(url))
        asked = known.rules.crawl_delay(self._token) if known and known.rules else None
        return min(max(asked or 0.0, 0.0), _SLOWEST)

    def _keep(self, origin: str, known: RobotsFile) -> None:
        self._known[origin] = known
        self._known.move_to_end(origin)
        while len(self._known) > _MOST:
            self._known.popitem(last=False)
