"""Whatever the bytes are: a document or FeedError; one broken byte loses no entry."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor import feeds

RSS = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "<channel>"
    "<title>Вісті</title><link>https://ex.com/</link><!-- c --><item><title><![CDATA[Дев’ять]]></title><link>https://ex.com/1</link>"
    '<guid isPermaLink="false">g1</guid><description><![CDATA[<p>x & y</p>]]></description></item>\n<item>'
    "<title><![CDATA[Two]]>"
    "</title><link>https://ex.com/2</link></item><item><title>Three</title><dc:date>2025-10-10</dc:date></item></channel></rss>"
).encode()
ATOM = (
    b'<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><title>A</title><link href="https://ex.com/1"/><id>1</id>'
    b'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Hi</p></div></content></entry><entry><id>2</id></entry>'
    b"<entry><title>C</title></entry></feed>"
)
JSON = (
    b'{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": 1, "title": "J", "author": {"name": "x"}}, '
    b'{"id": "2", "content_text": "y"}, {"id": "3", "url": "https://ex.com/3"}]}'
)
SITEMAP = (
    b'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://ex.com/a</loc></url>'
    b"<url><loc>https://ex.com/b</loc></url><url><loc>https://ex.com/c</loc></url></urlset>"
)


@pytest.mark.parametrize("body", [RSS, ATOM, JSON, SITEMAP], ids=["rss", "atom", "json", "sitemap"])
@given(data=st.data())
@settings(max_examples=300, deadline=None)
def test_one_broken_byte_loses_no_entry(body: bytes, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(body) - 1))
    byte = data.draw(st.sampled_from(b'X<>/"&!?]-=\x00\xff '))
    assert len(feeds.read(body[:at] + bytes([byte]) + body[at + 1 :]).entries) >= 3


@given(st.one_of(st.binary(max_size=300), st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace"))))
@settings(max_examples=300, deadline=None)
def test_any_bytes(body: bytes) -> None:
    try:
        document = feeds.read(body, url="https://ex.com/")
    except feeds.FeedError as error:
        assert "\n" not in str(error)
    else:
        feeds.as_json(document, "f")


PIECES = st.sampled_from(
    [
        "<rss>",
        "<channel>",
        "<item>",
        "</item>",
        "<entry>",
        "</entry>",
        "<title>",
        "</title>",
        "<![CDATA[",
        "]]>",
        "<!--",
        "-->",
        "&nbsp;",
        "&",
        "<",
        ">",
        "<a href='",
        '"',
        "text",
        "</channel>",
        "<?x",
        "<feed xmlns='",
        "<link/>",
        "<media:group>",
        "\x00",
    ]
)


@given(st.lists(PIECES, max_size=40))
@settings(max_examples=300, deadline=None)
def test_any_heap_of_tags(pieces: list[str]) -> None:
    try:
        document = feeds.read(("<rss>" + "".join(pieces)).encode())
    except feeds.FeedError:
        return
    assert all(feeds.identity(entry) for entry in document.entries)


@pytest.mark.parametrize("cut", range(60, len(RSS), 40))
def test_a_cut_feed_keeps_what_began(cut: int) -> None:
    began = RSS[:cut].count(b"<item>")
    assert len(feeds.read(RSS[:cut]).entries) == began
