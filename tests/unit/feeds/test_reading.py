"""Reading whole feeds: our own samples, odd forms, and what is no feed."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from monitor import feeds
from monitor.model import Entry, FeedDocument

SAMPLES = Path(__file__).resolve().parents[2] / "feeds"


def rss(items: str, head: str = "", root: str = "") -> bytes:
    return f'<rss version="2.0" {root}><channel><title>T</title>{head}{items}</channel></rss>'.encode()


def one(items: str, url: str | None = None, root: str = "") -> Entry:
    (entry,) = feeds.read(rss(items, root=root), url=url).entries
    return entry


def test_broken_rss_keeps_every_entry_and_names_its_repairs() -> None:
    document = feeds.read((SAMPLES / "broken.rss").read_bytes(), url="https://example.org/rss")
    assert [entry.title for entry in document.entries] == ["Дев’ять дітей удома", "Under < 18 & home", "Third"]
    assert [entry.link for entry in document.entries] == [f"https://example.org/{x}" for x in "abc"]
    assert document.entries[0].published == datetime(2025, 10, 10, 9, tzinfo=UTC)
    assert document.entries[0].summary == "Один\nдва три"
    assert document.entries[1].authors == ("A reporter",)
    assert document.title == "Вісті & новини"
    assert "not well-formed" in document.repairs
    assert "text before the feed cut off" in document.repairs


def test_atom_with_base_archives_and_xhtml() -> None:
    document = feeds.read((SAMPLES / "atom.xml").read_bytes())
    first = document.entries[0]
    assert (document.format, document.title, document.language) == ("atom10", "News & notes", "en")
    assert document.link == "https://example.org/blog/"
    assert document.hints.archives == ("https://example.org/blog/archive/1.atom",)
    assert document.hints.hub == "https://hub.example.org/"
    assert (first.link, first.title) == ("https://example.org/blog/a.html", "A & B")
    assert first.content == "Eight children\ncame home"
    assert (first.updated, first.authors) == (datetime(2025, 10, 10, 9, tzinfo=UTC), ("A reporter",))
    assert document.repairs == ()


def test_news_sitemap() -> None:
    document = feeds.read((SAMPLES / "sitemap.xml").read_bytes())
    first, second = document.entries
    assert (document.format, document.title, first.title, first.publisher) == (
        "sitemap",
        "Example",
        "Eight home",
        "Example",
    )
    assert first.published == datetime(2025, 10, 10, tzinfo=UTC)
    assert second.link == "https://example.org/b"


def test_sitemap_index_gives_children_and_shows_them_in_json() -> None:
    body = (
        b"<sitemapindex><sitemap><loc>https://ex.com/s1.xml</loc><lastmod>2025-10-10</lastmod></sitemap></sitemapindex>"
    )
    document = feeds.read(body)
    assert document.entries == ()
    assert document.hints.children == (("https://ex.com/s1.xml", datetime(2025, 10, 10, tzinfo=UTC)),)
    assert feeds.as_json(document, "f")["entries"][0]["link"] == "https://ex.com/s1.xml"


def test_json_feed_and_its_broken_twin() -> None:
    body = b"""{"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": [
        {"id": 1, "url": "/a", "title": "A &amp; B", "content_html": "<p>x</p>", "authors": [{"name": "N"}]},
        {"id": "2", "content_text": "plain", "date_published": "2025-10-10T12:00:00+02:00"}]}"""
    document = feeds.read(body, url="https://ex.com/feed.json")
    assert [(e.id, e.link, e.title) for e in document.entries] == [("1", "https://ex.com/a", "A & B"), ("2", None, "")]
    assert document.entries[0].authors == ("N",)
    cut = feeds.read(body.replace(b'"title": "A', b'"title: "A'), url="https://ex.com/feed.json")
    assert [e.id for e in cut.entries] == ["1", "2"]
    assert cut.repairs


@pytest.mark.parametrize(
    ("item", "field", "value"),
    [
        ("<item><guid>https://ex.com/a</guid></item>", "link", "https://ex.com/a"),
        ('<item><guid isPermaLink="false">https://ex.com/a</guid></item>', "link", None),
        ("<item><link>\n https://ex.com/a?x=1&amp;y=2\n</link></item>", "link", "https://ex.com/a?x=1&y=2"),
        ("<item><link/>https://ex.com/a</item>", "link", "https://ex.com/a"),
        ("<item><link>//cdn.ex.com/a</link></item>", "link", "https://cdn.ex.com/a"),
        ("<item><title>Ukraine&amp;#8217;s &amp;amp; kids</title></item>", "title", "Ukraine’s & kids"),
        ("<item><title><![CDATA[Kids <b>home</b> &amp; safe]]></title></item>", "title", "Kids home & safe"),
        ("<item><title>1 &lt; 2</title></item>", "title", "1 < 2"),
        ("<item><title>Kids&#146; home</title></item>", "title", "Kids’ home"),
        ("<item><description>&amp;lt;p&amp;gt;x&amp;lt;/p&amp;gt;</description></item>", "summary", "x"),
        (
            "<item><description>&lt;p&gt;a&lt;script&gt;b&lt;/script&gt;&lt;/p&gt;c</description></item>",
            "summary",
            "a\nc",
        ),
        ("<item><image><title>Img</title><link>https://img/</link></image><title>Real</title></item>", "title", "Real"),
        ("<item><author>a@ex.com (A Reporter)</author></item>", "authors", ("A Reporter",)),
        ('<item><source url="https://ex.com">Paper</source></item>', "publisher", "Paper"),
        ("<item><pubDate>nonsense</pubDate></item>", "published", None),
    ],
)
def test_fields_of_an_rss_item(item: str, field: str, value: object) -> None:
    assert getattr(one(item, "https://ex.com/rss/feed.xml"), field) == value


def test_captions_are_not_bodies() -> None:
    media = 'xmlns:media="http://search.yahoo.com/mrss/"'
    caption = '<item><media:content url="x"><media:description>Caption</media:description></media:content></item>'
    assert one(caption, root=media).summary == ""
    group = "<item><media:group><media:description>What is seen</media:description></media:group></item>"
    assert one(group, root=media).summary == "What is seen"


def test_hints_of_rss() -> None:
    head = (
        "<ttl>60</ttl><skipHours><hour>24</hour><hour>3</hour></skipHours><skipDays><day>sunday</day></skipDays>"
        "<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>"
    )
    hints = feeds.read(rss("", head, 'xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"')).hints
    assert (hints.ttl, hints.update_seconds, hints.skip_hours, hints.skip_days) == (60, 1800.0, (0, 3), ("Sunday",))


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (b"", "empty"),
        (b"  \n", "empty"),
        (b"<!doctype html><title>Consent</title><p>x", 'HTML page titled "Consent"'),
        (b'{"error": "forbidden"}', "JSON, but not a feed"),
        (b"<svg/>", "not a feed"),
        (b"Your query was too short.", "Your query was too short"),
    ],
)
def test_what_is_no_feed_is_told_in_one_line(body: bytes, says: str) -> None:
    with pytest.raises(feeds.FeedError) as caught:
        feeds.read(body, url="https://ex.com/feed")
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)
    assert str(caught.value).startswith("https://ex.com/feed: ")


def test_entities_are_never_expanded_in_steps_or_from_outside() -> None:
    bomb = '<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/hostname">]>'
    document = feeds.read(bomb.encode() + rss("<item><title>x&b;&c;&a;y</title></item>"))
    assert document.entries[0].title == "x&b;&c;aaaaaaaaaay"
    assert "entity declarations refused" in document.repairs


def test_deep_nesting_is_survived() -> None:
    deep = "<item><description>" + "<b>" * 20_000 + "x" + "</b>" * 20_000 + "</description></item>"
    assert one(deep).summary == "x"
    assert len(feeds.read(rss("<item><title>a</title>" + "<b>" * 20_000)).entries) == 1


@pytest.mark.parametrize(
    "text", ["<a " * 20_000, "<!--" * 20_000, "&lt;a x=' " * 20_000, "<![CDATA[" * 20_000, "&" * 20_000]
)
def test_hostile_text_is_read(text: str) -> None:
    assert len(feeds.read(rss(f"<item><title>a</title><description>{text}")).entries) == 1


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (
            '<?xml version="1.0" encoding="windows-1251"?><rss><channel><title>Дети</title></channel></rss>'.encode(
                "cp1251"
            ),
            None,
        ),
        ("<rss><channel><title>Дети</title></channel></rss>".encode("cp1251"), "text/xml; charset=windows-1251"),
        ("<rss><channel><title>Дети вернулись домой</title></channel></rss>".encode("cp1251"), None),
        ("<rss><channel><title>Дети вернулись домой</title></channel></rss>".encode("koi8-r"), None),
        ('<?xml version="1.0" encoding="utf-16"?><rss><channel><title>Дети</title></channel></rss>'.encode(), None),
        ("<rss><channel><title>Дети</title></channel></rss>".encode("utf-16"), None),
        ("<rss><channel><title>Дети</title></channel></rss>".encode("utf-16-le"), None),
        ("<rss><channel><title>Дети</title></channel></rss>".encode(), "text/xml; charset=iso-8859-1"),
        ("<rss><channel><title>Дети</title></channel></rss>".encode(), "text/xml; charset=zlib_codec"),
    ],
)
def test_encodings(body: bytes, content_type: str | None) -> None:
    assert feeds.read(body, content_type=content_type).title.startswith("Дети")


def test_one_bad_byte_costs_one_character() -> None:
    title = "Дети вернулись".encode()
    document = feeds.read(b"<rss><channel><title>" + title + b"\xd0 X</title></channel></rss>")
    assert document.title == "Дети вернулись\ufffd X"
    assert document.repairs == ("bad bytes replaced (utf-8)",)
    mixed = feeds.read(b"<rss><channel><title>" + title + b" Espa\xf1a</title></channel></rss>")
    assert mixed.title.endswith("España")


def test_identity_is_id_then_link_then_title_and_date() -> None:
    when = datetime(2025, 10, 10, tzinfo=UTC)
    assert feeds.identity(Entry(id="g", link="l")) == "g"
    assert feeds.identity(Entry(link="l")) == "l"
    assert feeds.identity(Entry(title="t", published=when)) == feeds.identity(Entry(title="t", published=when))
    assert feeds.identity(Entry(title="t", published=when)) != feeds.identity(Entry(title="t"))
    assert feeds.identity(Entry(summary="a")) != feeds.identity(Entry(summary="b"))


def test_json_form_has_the_fields_of_the_contract() -> None:
    row = feeds.as_json(FeedDocument("rss20", entries=(Entry(title="t"),)), "f.xml")
    assert set(row) == {"file", "format", "title", "link", "language", "repairs", "entries"}
    contract = {"title", "link", "id", "published", "updated", "summary", "content", "authors", "language"}
    assert contract <= set(row["entries"][0])
