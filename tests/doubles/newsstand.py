"""Many small outlets on loopback whose news goes on with a simulated clock, in a process of its own.

``python -m tests.doubles.newsstand`` prints its port and serves until its standard input ends. Paths: ``/now/7`` moves
on to hour 7, ``/3/feed.xml`` is the feed of outlet 3, ``/3/7.html`` its article of hour 7. Each outlet prints an
article every `EVERY` hours, and did so before the beginning; every fourth says how many children came back.
"""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

from tests.doubles.farm import Farm, Manner, Seen, document, status

__all__ = ["EVERY", "START", "newsstand"]

START = datetime(2025, 10, 10, tzinfo=UTC)
EVERY = 8
"""Hours between two articles of one outlet."""

_LISTED = 10


@contextmanager
def newsstand() -> Iterator[int]:
    """Runs it in a child process; gives the port, the same on every address of loopback."""
    command = [sys.executable, "-m", "tests.doubles.newsstand"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdin and child.stdout
        try:
            yield int(child.stdout.readline())
        finally:
            child.stdin.close()


class _Stand(dict[str, Manner]):
    """Manners made when they are asked for."""

    hour = 0

    def get(self, path: str, default: Manner | None = None) -> Manner:  # type: ignore[override]
        match path.strip("/").split("/"):
            case ["now", hour]:
                self.hour = int(hour)
                return document(b"")
            case [outlet, "feed.xml"]:
                return self._feed(int(outlet))
            case [outlet, page] if page.endswith(".html"):
                return _article(int(outlet), int(page.removesuffix(".html")))
        return status(404)

    def _feed(self, outlet: int) -> Manner:
        hours = [hour for hour in range(-3 * EVERY, self.hour + 1) if hour % EVERY == outlet % EVERY][-_LISTED:]
        items = "".join(
            f"<item><title>{_headline(outlet, hour)}</title><link>/{outlet}/{hour}.html</link>"
            f"<pubDate>{START + timedelta(hours=hour):%a, %d %b %Y %H:%M:%S} GMT</pubDate></item>"
            for hour in reversed(hours)
        )
        text = f'<?xml version="1.0"?><rss version="2.0"><channel><title>Outlet {outlet}</title>{items}</channel></rss>'
        return document(text.encode(), etag=f'"{outlet}-{hours[-1]}"')


class _Forgotten(list[Seen]):
    """A list that stays empty: requests of days are not remembered."""

    def append(self, item: Seen) -> None:
        return None


def _headline(outlet: int, hour: int) -> str:
    if (outlet + hour) % 4:
        return f"Outlet {outlet} on the weather of hour {hour}"
    return f"Outlet {outlet}: {outlet % 90 + 10} children returned to Ukraine by hour {hour}"


def _article(outlet: int, hour: int) -> Manner:
    said = f"Ukraine has returned {outlet % 90 + 10} children from Russia, outlet {outlet} was told in hour {hour}."
    news = said if (outlet + hour) % 4 == 0 else f"It was raining on outlet {outlet} in hour {hour}, people said."
    text = "".join(f"<p>{news} Line {n} of it is about the same thing and has a few more words.</p>" for n in range(8))
    page = (
        f'<!doctype html><html lang="en"><head><title>{_headline(outlet, hour)}</title></head><body><article>'
        f"<h1>{_headline(outlet, hour)}</h1>{text}</article></body></html>"
    )
    return document(page.encode(), etag=f'"{outlet}.{hour}"', kind="text/html; charset=utf-8")


async def _serve() -> None:
    async with Farm(host="0.0.0.0", manners=_Stand(), seen=_Forgotten()) as farm:
        print(farm.port, flush=True)
        await asyncio.to_thread(sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(_serve())
