"""What comes in: character sets, what is no page, runaway mark-up; never another exception than PageError (issue 6)."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.errors import PageError
from monitor.parse import as_json, parse
from monitor.parse.charset import decode

URL = "https://news.example.org/2025/10/10/a"
WORDS = "Дітей повернули додому, повідомила речниця"


def page(body: str) -> bytes:
    return f"<!DOCTYPE html><html><head><title>T</title></head><body>{body}</body></html>".encode()


@pytest.mark.parametrize(
    ("body", "header"),
    [
        (WORDS.encode(), None),
        (WORDS.encode(), "text/html; charset=windows-1251"),
        (WORDS.encode("cp1251"), "text/html; charset=windows-1251"),
        (b'<meta charset="windows-1251">' + WORDS.encode("cp1251"), None),
        (WORDS.encode("cp1251"), None),
        (WORDS.encode("koi8-u"), "text/html; charset=KOI8-U"),
        (b"\xff\xfe" + WORDS.encode("utf-16-le"), None),
        (b"\xef\xbb\xbf" + WORDS.encode(), "text/html; charset=latin1"),
        (WORDS.encode("cp1251"), "text/html; charset=zlib_codec"),
        (WORDS.encode() + b"\xff", None),
    ],
)
def test_charset(body: bytes, header: str | None) -> None:
    assert WORDS in decode(body, header)


@pytest.mark.parametrize(
    ("body", "header", "word"),
    [
        (b"", None, "empty"), (b" \n ", None, "empty"),
        (b"%PDF-1.7 ...", None, "PDF"), (b"\x89PNG\r\n\x1a\n", None, "image"),
        (b'{"a": [1]}', None, "JSON"), (b'[{"a": 1}]', None, "JSON"), (b"GIF89a", None, "image"),
        (b'<?xml version="1.0"?><rss version="2.0"></rss>', None, "XML"), (b"plain", "image/jpeg", "image"),
        (bytes(range(256)) * 20, None, "binary"), (b"<p>" + b"x " * 9_000_000, None, "too large"),
        (page("<p>a b c</p>" * 50_000), None, "blocks"),
    ],
)  # fmt: skip
def test_no_page(body: bytes, header: str | None, word: str) -> None:
    with pytest.raises(PageError, match=word) as caught:
        parse(body, url=URL, content_type=header)
    assert "\n" not in str(caught.value)


def test_a_hundred_thousand_attributes_are_trimmed() -> None:
    attributes = " ".join(f'a{n}="<"' for n in range(100_000))
    article = parse(page(f"<div {attributes}><p>{'Words of the article stand here. ' * 20}</p></div>"), url=URL)
    assert article.text.startswith("Words of the article")


@pytest.mark.parametrize("shut", ["</div>", ""])
def test_a_hundred_thousand_open_elements_leave_the_article_readable(shut: str) -> None:
    article = parse(
        page("<div>" * 100_000 + f"<p>{'Words of the article stand here. ' * 20}</p>" + shut * 100_000), url=URL
    )
    assert article.text.startswith("Words of the article")


def test_a_hundred_thousand_links_are_no_article() -> None:
    article = parse(page("".join(f'<a href="/{n}">link {n}</a> ' for n in range(100_000))), url=URL)
    assert (article.kind, article.text) == ("index", "")


def test_list_of_links_is_no_article() -> None:
    said = "what {} mothers of the port told the court on the third day of the trial and what they left out"
    links = "".join(f'<li><a href="/{n}">{said.format(n)}</a></li>' for n in range(30))
    article = parse(page(f"<ul>{links}</ul>"), url=URL)
    assert (article.kind, article.text) == ("index", "")


def test_numbers_stay_whole() -> None:
    text = (
        "So far 20,<b>000</b> children and <span>1</span>9<i>,546</i> names are on the list of the office in the city. "
    )
    article = parse(page(f"<article><h1>T</h1><p>{text * 4}</p><p>{text * 3}</p></article>"), url=URL)
    assert "20,000 children" in article.text
    assert "19,546 names" in article.text


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400) | st.text(alphabet='<>/="abdipv &;#-!hr1:{}[]', max_size=300).map(str.encode))
def test_any_bytes(body: bytes) -> None:
    try:
        row = as_json(parse(b"<html>" + body, url=URL), "f")
    except PageError as error:
        assert str(error)
    else:
        assert isinstance(row["text"], str)
        row["text"].encode("utf-8")


def test_canonical_of_another_site_is_ignored() -> None:
    head = '<link rel="canonical" href="{}">'
    ours = parse(page(head.format("https://www.example.org/b?utm_source=x")), url=URL)
    theirs = parse(page(head.format("https://other.example.com/b")), url=URL)
    assert ours.canonical_url == "https://www.example.org/b"
    assert theirs.canonical_url == URL
