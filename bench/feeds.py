"""Speed of reading feeds beside feedparser, both on the same bytes in the same run.

    .venv/bin/python bench/feeds.py [--repeat 7]

Prints milliseconds of CPU a document (best of the repeats) and the ratio. Files of ../shared/feeds are used when they
are there; the others are built here, in our own words. The recovery path is measured on the same documents broken in
one place (a bare ``<`` and an unclosed element).
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import feedparser

from monitor import feeds

_SHARED = Path(__file__).resolve().parents[2] / "shared" / "feeds" / "news"
_FILES = {
    "BBC (file)": "feeds.bbci.co.uk_news_world_rss.xml.xml",
    "El Pais (file)": "feeds.elpais.com_mrss-s_pages_ep_site_english.elpais.com_portada.xml",
    "DW (file)": "rss.dw.com_rdf_rss-en-all.xml",
    "NYT (file)": "rss.nytimes.com_services_xml_rss_nyt_World.xml.xml",
}
_SENTENCE = "The ministry said that eight children had returned home &amp; met their families on Friday. "


def main() -> None:
    """Measure each document and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeat", type=int, default=7, help="runs of each, the best counts (default 7)")
    repeat = parser.parse_args().repeat
    print(f"{'document':<34}{'kB':>7}{'entries':>9}{'monitor ms':>12}{'feedparser ms':>15}{'ratio':>8}")
    for name, body in documents():
        count = len(feeds.read(body).entries)
        ours, peer = best(body, repeat)
        print(f"{name:<34}{len(body) / 1000:>7.0f}{count:>9}{ours:>12.2f}{peer:>15.1f}{peer / ours:>8.1f}")


def best(body: bytes, repeat: int) -> tuple[float, float]:
    """The shortest CPU time of `repeat` rounds for ours and for the peer, in milliseconds; they take turns."""
    rounds = [(min(_timed(feeds.read, body) for _ in range(5)), _timed(feedparser.parse, body)) for _ in range(repeat)]
    return min(ours for ours, _ in rounds), min(peer for _, peer in rounds)


def _timed(work: Callable[[bytes], object], body: bytes) -> float:
    start = time.process_time()
    work(body)
    return (time.process_time() - start) * 1000


def documents() -> Iterator[tuple[str, bytes]]:
    """Every document whole, then broken."""
    whole = [
        *_saved(),
        ("Guardian-size (made)", _rss(45, 12)),
        ("500 entries (made)", _rss(500, 3)),
        ("Atom, 100 (made)", _atom(100)),
    ]
    yield from whole
    for name, body in whole:
        yield f"{name}, broken", broken(body)


def _saved() -> Iterator[tuple[str, bytes]]:
    for name, file in _FILES.items():
        if (_SHARED / file).exists():
            yield name, (_SHARED / file).read_bytes()


def broken(body: bytes) -> bytes:
    """The same feed, no longer well-formed: a bare ``<`` and a lost end tag in its first title."""
    at = body.index(b"</title>", body.index(b"<title", max(body.find(b"<item"), body.find(b"<entry"))))
    return body[:at] + b" < 18 <b>years" + body[at:]


def _rss(entries: int, sentences: int) -> bytes:
    items = "".join(
        f"<item><title>Children returned: report {n}</title><link>https://example.org/world/2025/oct/{n}</link>"
        f'<description>&lt;p&gt;{_SENTENCE * sentences}&lt;/p&gt; &lt;a href="https://example.org/{n}"&gt;Continue'
        '&lt;/a&gt;</description><category domain="https://example.org/world">World</category>'
        f"<category>Ukraine</category><pubDate>Fri, 10 Oct 2025 12:{n % 60:02}:00 GMT</pubDate>"
        f'<guid isPermaLink="false">https://example.org/{n}</guid>'
        f'<media:content width="140" url="https://example.org/{n}.jpg"><media:credit>A photographer</media:credit>'
        "</media:content><dc:creator>A reporter</dc:creator><dc:date>2025-10-10T12:00:00Z</dc:date></item>"
        for n in range(entries)
    )
    head = (
        '<?xml version="1.0" encoding="UTF-8"?><rss xmlns:media="http://search.yahoo.com/mrss/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" version="2.0"><channel><title>World</title>'
        "<link>https://example.org/world</link><description>News</description><language>en-gb</language>"
    )
    return f"{head}{items}</channel></rss>".encode()


def _atom(entries: int) -> bytes:
    items = "".join(
        f'<entry><id>tag:example.org,2025:{n}</id><title type="html">Report {n}</title><link rel="alternate" '
        f'href="https://example.org/{n}"/><updated>2025-10-10T12:00:00Z</updated>'
        "<author><name>A reporter</name></author>"
        f'<content type="html">&lt;p&gt;{_SENTENCE * 8}&lt;/p&gt;</content></entry>'
        for n in range(entries)
    )
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Atom</title><id>urn:x</id>{items}</feed>'.encode()


if __name__ == "__main__":
    main()
