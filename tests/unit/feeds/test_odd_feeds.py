"""Feeds as they come in the wild: encodings, spoilt structure, links, Atom's and JSON's corners; one line a case."""

from __future__ import annotations

import codecs
import json

import pytest

from monitor import feeds
from monitor.model import Entry, FeedDocument

HERE = "https://example.org/news/feed.xml"
UKRAINIAN, RUSSIAN = "Діти повернуто", "Дети вернулись"


def rss(items: str, prolog: str = "", root: str = "") -> str:
    return f"{prolog}<rss version='2.0' {root}><channel><title>F</title>{items}</channel></rss>"


def item(title: str) -> str:
    return f"<item><title>{title}</title><link>https://example.org/a</link></item>"


def read(text: str | bytes, content_type: str | None = None) -> FeedDocument:
    return feeds.read(text if isinstance(text, bytes) else text.encode(), url=HERE, content_type=content_type)


def first(text: str | bytes, content_type: str | None = None) -> Entry:
    return read(text, content_type).entries[0]


@pytest.mark.parametrize(
    ("label", "title"),
    [
        ("windows-1251", RUSSIAN), ("koi8-u", UKRAINIAN), ("koi8-r", RUSSIAN), ("iso-8859-5", RUSSIAN),
        ("ibm866", RUSSIAN), ("x-mac-cyrillic", RUSSIAN), ("iso-8859-2", "Dzieci wróciły żółć"),
        ("windows-1250", "Děti žluťoučký"), ("iso-8859-15", "Le prix 8 € œuvre"), ("iso-8859-9", "çocuklar İstanbul"),
        ("windows-1253", "Παιδιά"), ("windows-1255", "ילדים"), ("windows-1256", "أطفال"), ("shift_jis", "子供たち"),
        ("euc-jp", "子供たち"), ("iso-2022-jp", "子供たち"), ("gb2312", "孩子们回家"), ("big5", "孩子們回家"),
        ("euc-kr", "아이들 귀환"), ("tis-620", "เด็ก"),
    ],
)  # fmt: skip
def test_a_declared_encoding_is_read_from_the_prolog_and_from_the_header(label: str, title: str) -> None:
    codec = codecs.lookup({"x-mac-cyrillic": "mac_cyrillic"}.get(label, label)).name
    assert first(rss(item(title), f"<?xml version='1.0' encoding='{label}'?>").encode(codec)).title == title
    assert first(rss(item(title)).encode(codec), f"application/rss+xml; charset={label}").title == title


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig"])
def test_wide_encodings_show_themselves(codec: str) -> None:
    assert first(rss(item(UKRAINIAN), "<?xml version='1.0'?>").encode(codec)).title == UKRAINIAN


@pytest.mark.parametrize("declared", ["windows-1251", "iso-8859-1", "utf-16", "no-such-encoding"])
def test_well_formed_utf_8_stays_that_whatever_its_prolog_says(declared: str) -> None:
    document = read(rss(item(UKRAINIAN), f"<?xml version='1.0' encoding='{declared}'?>"))
    assert document.entries[0].title == UKRAINIAN
    assert "not well-formed" not in document.repairs


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("<![CDATA[Kids &amp; parents]]>", "Kids & parents"), ("<![CDATA[A]]> and <![CDATA[B]]>", "A and B"),
        ("<![CDATA[A ]]]]><![CDATA[> B]]>", "A ]]> B"), ("Kids <b>home</b> now", "Kids home now"),
        ("&lt;script&gt;alert(1)&lt;/script&gt;Home", "Home"), ("5 &lt; 6 and 7 &gt; 2", "5 < 6 and 7 > 2"),
        ("&#147;8&#148; &#8217;", "“8” ’"), ("&#x2019; &#128512;", "’ 😀"), ("AT&T &copy; 2025", "AT&T © 2025"),
        ("  a \n\t b  ", "a b"),
    ],
)  # fmt: skip
def test_titles(written: str, title: str) -> None:
    assert first(rss(item(written))).title == title


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (rss(item("A")).replace("</channel></rss>", ""), ["A"]),
        (rss(item("A")) + rss(item("B")), ["A", "B"]),
        (rss(item("A")) + "<script>alert(1)</script>", ["A"]),
        (f"<pre>{rss(item('A'))}</pre>", ["A"]),
        (f"<html><body>{rss(item('A'))}</body></html>", ["A"]),
        (f"<!-- <html> -->{rss(item('A'))}", ["A"]),
        (rss("<item><Title>A</title></item><ITEM><TITLE>B</TITLE></ITEM>"), ["A", "B"]),
        (rss('<item><title a="1" a="2">A</title></item>'), ["A"]),
        (rss("") .replace("</channel>", f"</channel><channel>{item('B')}</channel>"), ["B"]),
    ],
)  # fmt: skip
def test_spoilt_structure(text: str, titles: list[str]) -> None:
    assert [entry.title for entry in read(text).entries] == titles


@pytest.mark.parametrize(
    ("written", "link"),
    [
        ("../a.html", "https://example.org/a.html"), ("?id=5", f"{HERE}?id=5"), ("//cdn.example/a", "https://cdn.example/a"),
        ("https://example.org/a?x=1&y=2&amp;z=3", "https://example.org/a?x=1&y=2&z=3"),
        ("www.example.org/a", "https://www.example.org/a"), ("javascript:alert(1)", None), ("data:text/html,x", None),
    ],
)  # fmt: skip
def test_links(written: str, link: str | None) -> None:
    assert first(rss(f"<item><title>T</title><link>{written}</link></item>")).link == link


def atom(entry: str, inside: str = "") -> str:
    return f"<feed xmlns='http://www.w3.org/2005/Atom'><title>F</title>{inside}<entry>{entry}</entry></feed>"


def test_atom_links_are_seen_from_every_base_around_them() -> None:
    nested = "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://example.org/blog/'><entry xml:base='2025/'>"
    assert first(f"{nested}<link href='a.html' xml:base='10/'/></entry></feed>").link == (
        "https://example.org/blog/2025/10/a.html"
    )


def test_an_atom_entry_without_author_is_by_the_author_of_its_feed() -> None:
    whole = "<author><name>The paper</name></author>"
    assert first(atom("<title>T</title>", whole)).authors == ("The paper",)
    assert first(atom("<author><name>A</name></author>", whole)).authors == ("A",)
    assert first(atom(f"<source>{whole.replace('The paper', 'An agency')}</source>", whole)).authors == ("An agency",)


def test_atom_texts_of_every_type() -> None:
    assert first(atom("<title type='text'>a &lt;b&gt; c</title>")).title == "a <b> c"
    assert first(atom("<title type='html'>a &lt;b&gt;c&lt;/b&gt;</title>")).title == "a c"
    assert first(atom("<content type='application/octet-stream'>SGVsbG8=</content>")).content == "Hello"


def test_json_feeds_of_both_versions_and_damaged_ones() -> None:
    def made(**entry: object) -> str:
        return json.dumps({"version": "https://jsonfeed.org/version/1", "title": "F", "items": [entry]})

    assert first(made(id=5, url="/a", author={"name": "A"})).authors == ("A",)
    assert (first(made(id=5, url="/a")).id, first(made(id=5, url="/a")).link) == ("5", "https://example.org/a")
    assert first(made(id="1", external_url="https://other.example/a")).link == "https://other.example/a"
    assert [entry.title for entry in read(made(id="1", title="T")[:-2] + ",]}").entries] == ["T"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("<opml version='2.0'><body/></opml>", "import"), ("[1, 2]", "JSON"),
        ("<!doctype html><title>x</title>", "page"),
        ("<svg xmlns='http://www.w3.org/2000/svg'/>", "not a feed"), ("Service Unavailable", "Service Unavailable"),
    ],
)  # fmt: skip
def test_what_is_no_feed_is_told_in_one_line(text: str, says: str) -> None:
    with pytest.raises(feeds.FeedError, match=says) as told:
        read(text)
    assert "\n" not in str(told.value)
