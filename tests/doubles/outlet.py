"""An outlet that publishes at an even pace and offers its past in one of the ways that real ones do."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

from tests.doubles.farm import Farm, Manner, Seen, Write, head

__all__ = ["START", "Outlet"]

START = datetime(2025, 10, 1, tzinfo=UTC)
WINDOW = 20


@dataclass
class Outlet:
    """Item n is published `every` * n after START. `offers`: wordpress, archives, sitemaps, packed or nothing.

    `now` is the outlet's clock; `trouble` addresses answer 503 once.
    """

    farm: Farm
    offers: str
    every: timedelta = timedelta(minutes=36)
    now: datetime = START
    trouble: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        for path in ("/feed/", "/archive", "/robots.txt", "/sitemap-index.xml", "/day.xml"):
            self.farm.serve(path, self._manner(path))

    @property
    def feed(self) -> str:
        """Its feed's address."""
        return self.farm.url("/feed/" if self.offers == "wordpress" else "/archive")

    def published(self, since: datetime, until: datetime) -> set[str]:
        """Links of what came out after `since` and until `until`."""
        return {self.link(n) for n in range(self.newest() + 1) if since < self.time(n) <= until}

    def newest(self) -> int:
        """Number of the newest item."""
        return (self.now - START) // self.every

    def time(self, number: int) -> datetime:
        """When an item came out."""
        return START + number * self.every

    def link(self, number: int) -> str:
        """An item's article."""
        return self.farm.url(f"/article/{number}")

    def _manner(self, path: str) -> Manner:
        async def manner(seen: Seen, out: Write) -> None:
            if seen.path in self.trouble:
                self.trouble.remove(seen.path)
                out.write(head(503, {}, 0))
                return
            asked = {name: values[0] for name, values in parse_qs(urlsplit(seen.path).query).items()}
            body = self._body(path, asked)
            kind = "text/plain" if path == "/robots.txt" else "application/xml"
            out.write(head(404, {}, 0) if body is None else head(200, {"Content-Type": kind}, len(body)) + body)

        return manner

    def _body(self, path: str, asked: dict[str, str]) -> bytes | None:
        if path == "/robots.txt":
            named = f"Sitemap: {self.farm.url('/sitemap-index.xml')}\n" if self.offers == "sitemaps" else ""
            return f"User-agent: *\nAllow: /\n{named}".encode()
        if path == "/sitemap-index.xml":
            return self._index() if self.offers == "sitemaps" else None
        if path == "/day.xml":
            return self._day(int(asked["n"])) if self.offers == "sitemaps" else None
        if path == "/archive" and self.offers == "archives" and "n" in asked:
            return self._rss(range(int(asked["n"]) * WINDOW, (int(asked["n"]) + 1) * WINDOW), int(asked["n"]))
        page = int(asked.get("paged", "1")) if self.offers == "wordpress" else 1
        top = self.newest() - WINDOW * (page - 1)
        return self._rss(range(max(0, top - WINDOW + 1), top + 1), self.newest() // WINDOW) if top >= 0 else None

    def _rss(self, numbers: range, archive: int) -> bytes:
        items = "".join(
            f"<item><title>Item {n}</title><link>{self.link(n)}</link><guid isPermaLink='false'>id-{n}</guid>"
            f"<pubDate>{self.time(n):%a, %d %b %Y %H:%M:%S} GMT</pubDate></item>"
            for n in reversed(numbers)
        )
        back = f'<a:link rel="prev-archive" href="{self.farm.url("/archive")}?n={archive - 1}"/>' if archive else ""
        past = back if self.offers == "archives" else ""
        return (
            f'<rss version="2.0" xmlns:a="http://www.w3.org/2005/Atom"><channel>{past}{items}</channel></rss>'.encode()
        )

    def _index(self) -> bytes:
        days = (self.now - START).days + 1
        children = "".join(
            f"<sitemap><loc>{self.farm.url('/day.xml')}?n={n}</loc>"
            f"<lastmod>{START + timedelta(days=n, hours=23, minutes=59):%Y-%m-%dT%H:%M:%SZ}</lastmod></sitemap>"
            for n in range(days)
        )
        return f'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{children}</sitemapindex>'.encode()

    def _day(self, day: int) -> bytes:
        numbers = [n for n in range(self.newest() + 1) if (self.time(n) - START).days == day]
        rows = "".join(
            f"<url><loc>{self.link(n)}</loc><lastmod>{self.time(n):%Y-%m-%dT%H:%M:%SZ}</lastmod></url>" for n in numbers
        )
        return f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{rows}</urlset>'.encode()
