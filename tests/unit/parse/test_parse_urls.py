"""Which addresses are one page (issue 6)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.parse.urls import absolute, normalise, same_site


@pytest.mark.parametrize(
    ("raw", "want"),
    [
        ("HTTP://News.Example.ORG:80/a/./b/../c?utm_source=x&id=7#top", "http://news.example.org/a/c?id=7"),
        ("https://example.org:443", "https://example.org/"),
        ("https://example.org:8443/a", "https://example.org:8443/a"),
        ("https://example.org/a?fbclid=1&gclid=2&yclid=3&at_medium=4&xtor=RSS-1", "https://example.org/a"),
        ("https://example.org/a?p=%D1%82&b=2", "https://example.org/a?p=%D1%82&b=2"),
        ("https://example.org/%7euser/новина", "https://example.org/~user/%D0%BD%D0%BE%D0%B2%D0%B8%D0%BD%D0%B0"),
        ("https://m.example.org/a", "https://www.example.org/a"),
        ("https://amp.example.org/a", "https://www.example.org/a"),
        ("https://example.org/a/amp/", "https://example.org/a"),
        ("https://example.org/amp/a", "https://example.org/a"),
        ("https://example.org/a.amp.html", "https://example.org/a.html"),
        ("https://example.org/a?amp=1", "https://example.org/a"),
        ("https://example.org/camp", "https://example.org/camp"),
        ("https://www-example-org.cdn.ampproject.org/c/s/www.example.org/a", "https://www.example.org/a"),
        ("https://www.google.com/amp/s/www.example.org/a", "https://www.example.org/a"),
        ("http://127.0.0.1:8080/a/", "http://127.0.0.1:8080/a/"),
        ("http://[::1", "http://[::1"),
        ("mailto:a@example.org", "mailto:a@example.org"),
    ],
)
def test_normal_form(raw: str, want: str) -> None:
    assert normalise(raw) == want


@given(st.text(max_size=80) | st.from_regex(r"https?://[a-zё.]{1,12}(:\d{1,5})?/[^\s]{0,30}", fullmatch=True))
def test_normal_form_is_stable_and_never_raises(raw: str) -> None:
    once = normalise(raw)
    assert normalise(once) == once


def test_same_site() -> None:
    assert same_site("https://www.example.co.uk/a", "http://news.example.co.uk/")
    assert not same_site("https://a.co.uk/", "https://b.co.uk/")
    assert not same_site("https://a.in.ua/", "https://b.in.ua/")
    assert same_site("http://127.0.0.1:1/", "http://127.0.0.1:2/")
    assert not same_site("nonsense", "nonsense")


def test_absolute() -> None:
    assert absolute("https://example.org/a/b", "../c") == "https://example.org/c"
    assert absolute("https://example.org/a", "http://[::1") is None
    assert absolute("https://example.org/a", "javascript:void(0)") is None
