"""OPML, autodiscovery, and the search feeds."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor import feeds
from monitor.feeds import gdelt, google_news
from monitor.model import Entry, FeedDocument

NAMES = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=20)


@given(st.lists(st.tuples(NAMES, st.integers(0, 10**6), NAMES), max_size=5, unique_by=lambda row: row[1]))
def test_opml_comes_back_as_it_went(rows: list[tuple[str, int, str]]) -> None:
    listed = [(name, f"https://ex.com/{number}", group) for name, number, group in rows]
    assert sorted(feeds.opml_read(feeds.opml_write(listed))[0]) == sorted(listed)


def test_opml_groups_nest_and_doubles_go() -> None:
    body = b"""<opml><body><outline text="News"><outline text="UK"><outline text="A" xmlUrl="https://ex.com/a"/></outline>
    </outline><outline title="B" xmlurl="https://ex.com/b"/><outline text="A2" xmlUrl="https://ex.com/a"/></body></opml>"""
    listed, left_out = feeds.opml_read(body)
    assert listed == (("A", "https://ex.com/a", "News/UK"), ("B", "https://ex.com/b", ""))
    assert left_out == ("A2: the same address as A (https://ex.com/a)",)


def test_what_is_no_feed_on_the_web_is_told() -> None:
    body = b"""<opml><body><outline text="Old" type="rss" xmlUrl="ftp://ex.com/a"/><outline type="rss" text="Bare"/>
    <outline text="Folder"/><outline text="B" xmlUrl="https://ex.com/b"/></body></opml>"""
    listed, left_out = feeds.opml_read(body)
    assert listed == (("B", "https://ex.com/b", ""),)
    assert left_out == (
        "Old: ftp://ex.com/a is no address on the web",
        "Bare: nothing is no address on the web",
    )


def test_what_is_no_opml_is_refused() -> None:
    with pytest.raises(feeds.FeedError, match="not an OPML"):
        feeds.opml_read(b"<rss/>")


def test_feeds_of_a_page() -> None:
    page = b"""<html><head><base href="/en/"><link rel="alternate" type="application/rss+xml" title="All &amp; more"
    href="rss.xml">
    <link rel="alternate" hreflang="es" href="/es/"><link rel='alternate' type=application/atom+xml href='https://ex.com/atom'>
    </head><body><a href="/feed/">RSS</a><a href="/feeding-time">no</a></body></html>"""
    assert feeds.discover(page, "https://ex.com/") == (
        ("https://ex.com/en/rss.xml", "All & more", "application/rss+xml"),
        ("https://ex.com/atom", "", "application/atom+xml"),
        ("https://ex.com/feed/", "", ""),
    )


def test_google_news_query() -> None:
    parts = urlsplit(google_news.query_url("діти", language="uk", since=date(2025, 1, 1)))
    query = parse_qs(parts.query)
    assert (parts.hostname, query["q"], query["ceid"]) == ("news.google.com", ["діти after:2025-01-01"], ["UA:uk"])


def test_google_news_links() -> None:
    old = "https://news.google.com/rss/articles/CBMiFWh0dHBzOi8vZXguY29tL2E_Yj0xMtIBAA?oc=5"
    assert google_news.decode_link(old) == "https://ex.com/a?b=12"
    assert google_news.decode_link("https://news.google.com/rss/articles/CBMiX?oc=5") is None
    assert google_news.decode_link("https://ex.com/a") is None


def test_google_news_entries_lead_to_the_publisher() -> None:
    item = (
        "<item><title>Eight home - Paper</title><guid>1</guid><link>https://news.google.com/rss/articles/"
        'CBMiFWh0dHBzOi8vZXguY29tL2E_Yj0xMtIBAA</link><source url="https://ex.com">Paper</source></item>'
    )
    body = f"<rss><channel>{item}</channel></rss>".encode()
    (entry,) = feeds.read(body, url="https://news.google.com/rss/search?q=x").entries
    assert (entry.title, entry.link, entry.id) == ("Eight home", "https://ex.com/a?b=12", "1")


def found_at_google(*entries: Entry) -> FeedDocument:
    return FeedDocument("rss20", entries=entries)


def test_links_that_cannot_be_decoded_are_led_to_what_the_publisher_lists_under_that_title() -> None:
    entry = Entry(title="Eight home", link="https://news.google.com/rss/articles/x", publisher_url="https://ex.com")
    known = Entry(title="Eight HOME!", link="https://www.ex.com/real")
    other = Entry(title="Other", link="https://ex.com/other")
    elsewhere = Entry(title="Eight home", link="https://copy.example/1")
    assert google_news.publishers([entry, known]) == {"ex.com"}
    document = google_news.resolved(found_at_google(entry, other), [known, other, elsewhere])
    assert [found.link for found in document.entries] == [known.link, other.link]
    assert document.repairs == ("1 links led to their publishers",)
    twice = google_news.resolved(found_at_google(entry), [known, Entry(title="Eight home", link="https://ex.com/2")])
    assert twice.entries == (entry,) and twice.repairs == ()


def test_gdelt_reads_its_list_and_tells_its_errors() -> None:
    body = b"""{"articles": [{"url": "https://ex.com/a", "title": "Eight home , says Kyiv",
    "seendate": "20251010T120000Z",
    "domain": "ex.com",
    "language": "Ukrainian"}]}"""
    (entry,) = feeds.read(body).entries
    assert (entry.link, entry.title, entry.language) == ("https://ex.com/a", "Eight home, says Kyiv", "uk")
    assert (entry.published, entry.updated) == (None, datetime(2025, 10, 10, 12, tzinfo=UTC))
    assert feeds.read(b"{}", url=gdelt.query_url("x", entry.updated, entry.updated)).entries == ()
    with pytest.raises(feeds.FeedError, match="one every 5 seconds"):
        feeds.read(b"Please limit requests to one every 5 seconds.", content_type="text/html")


def test_gdelt_halves_a_full_window() -> None:
    start = datetime(2025, 10, 10, tzinfo=UTC)
    end = start + timedelta(hours=2)
    middle = start + timedelta(hours=1)
    assert gdelt.narrower(250, start, end) == ((start, middle), (middle, end))
    assert gdelt.narrower(249, start, end) == ()
    assert gdelt.narrower(250, start, start + timedelta(minutes=15)) == ()
