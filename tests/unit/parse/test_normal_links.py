"""Links that need no work are known by their form; the long way must agree."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.parse import urls

PIECES = [
    *("a", "B9", "-", "_", "~", ".", "..", "/", "amp", "AMP", "m.", "mobile.", "mobil.", "www.", "xn--e1a", "news"),
    *(".html", "%41", "?a=1", "#x", ":80", "google.com", "example.org", "cdn.ampproject.org", "2025", " "),
]


@given(st.sampled_from(["http", "https", "HTTP"]), st.lists(st.sampled_from(PIECES), max_size=9))
def test_the_short_way_gives_what_the_long_way_gives(scheme: str, pieces: list[str]) -> None:
    url = f"{scheme}://{''.join(pieces)}"
    assert urls.normalise(url) == urls._normal_form(url)


@pytest.mark.parametrize("url", ["https://www.example.org/world/2025/oct/a-b.html", "http://outlet7.example/12/"])
def test_a_plain_link_takes_the_short_way(url: str) -> None:
    assert urls._NORMAL.fullmatch(url) and urls.normalise(url) == url
