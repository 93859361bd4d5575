"""The day of publication where a page states it in an unusual place (issue 6)."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from monitor.parse import parse, publication_day
from monitor.parse.zones import named_offset

_TEXT = "<p>" + "The children came home on Friday evening, the ministry said in a statement. " * 4 + "</p>"
_LATE = '<meta property="article:published_time" content="2025-10-11T02:30:00Z">'


def _day(
    head: str, body: str, url: str = "https://outlet.example/news/home", served: date | None = None
) -> date | None:
    page = (
        f"<html lang=en><head><title>They are home</title>{head}</head><body><h1>They are home</h1>{body}{_TEXT}</body>"
    )
    return publication_day(parse(page.encode(), url=url, served=served))


def test_data_of_an_element() -> None:
    assert _day("", '<div data-reg-dt="2025.10.10 18:40"></div>') == date(2025, 10, 10)


def test_data_of_a_script_with_points() -> None:
    assert _day("", '<script>x={\\"deployDt\\":\\"2025.10.10 18:40\\"}</script>') == date(2025, 10, 10)


def test_data_of_an_element_that_differ_tell_nothing() -> None:
    teasers = '<div data-pub-date="2019-03-01"></div><div data-pub-date="2025-10-10"></div>'
    assert _day("", teasers) is None
    assert _day("", teasers.replace("2019-03-01", "2025-10-10")) == date(2025, 10, 10)


def test_data_of_a_script_go_before_those_of_elements() -> None:
    assert _day("", '<div data-pub-date="2019-03-01"></div><script>x={"pubDate":"2025-10-10"}</script>') == date(
        2025, 10, 10
    )


def test_version_of_a_wiki_page_is_as_old_as_the_version() -> None:
    head = '<script type="application/ld+json">{"@type":"Article","datePublished":"2005-07-26"}</script>'
    body = "<div>Revision as of 07:47, 28 March 2025</div><div>Latest revision as of 05:33, 7 April 2025</div>"
    address = "https://wiki.example/index.php?title=Home&diff=591343&oldid=588001"
    assert _day(head, body, address) == date(2025, 4, 7)
    assert _day(head, body) == date(2005, 7, 26)


@pytest.mark.parametrize(
    ("address", "wiki"),
    [
        ("https://outlet.example/news/home?diff=1", False),
        ("https://outlet.example/news/home?oldid=588001&from=mail", False),
        ("https://outlet.example/?subtitle=1&oldid=588001", False),
        ("https://outlet.example/wiki/Home?oldid=588001", True),
        ("https://outlet.example/w/index.php?oldid=588001", True),
        ("https://outlet.example/?title=Home&oldid=588001", True),
    ],
)
def test_a_version_needs_a_wiki(address: str, wiki: bool) -> None:
    stated = '<script type="application/ld+json">{"@type":"Article","datePublished":"2005-07-26"}</script>'
    made = '<meta name="generator" content="MediaWiki 1.43.0">'
    body = "<div>Revision as of 07:47, 28 March 2025</div>"
    assert _day(stated, body, address) == (date(2025, 3, 28) if wiki else date(2005, 7, 26))
    assert _day(stated + made, body, address) == date(2025, 3, 28)


def test_day_in_the_zone_that_the_data_of_the_page_name() -> None:
    named = '<script>site={"timezone":{"long":"America\\/New_York"}}</script>'
    assert _day(_LATE, named) == date(2025, 10, 10)
    assert _day(_LATE, "") == date(2025, 10, 11)


def test_a_printed_day_goes_before_a_zone() -> None:
    named = '<p>October 11, 2025</p><script>site={"timezone":"America/New_York"}</script>'
    assert _day(_LATE, named) == date(2025, 10, 11)


def test_several_zones_or_an_unknown_one_tell_nothing() -> None:
    when = datetime(2025, 7, 1, 21, 30, tzinfo=UTC)
    assert named_offset('"tz":"Europe/Kyiv"', when) == 180
    assert named_offset('"tz":"Europe/Kyiv","timezone":"America/New_York"', when) is None
    assert named_offset('"tz":"Europe/Nowhere"', when) is None
    assert named_offset('"tz":Europe/Kyiv', when) is None


@pytest.mark.parametrize(
    "data",
    [
        '{"timezone":"Europe/Kyiv"}',
        '{"timeZone" : "Europe\\/Kyiv"}',
        '{\\"time_zone\\":\\"Europe/Kyiv\\"}',
        '{"timezone":{"offset":3,"string":"Europe\\/Kyiv","abbr":"EEST"}}',
    ],
)
def test_a_zone_is_the_value_of_a_key_of_that_name(data: str) -> None:
    assert named_offset(data, datetime(2025, 7, 1, 21, 30, tzinfo=UTC)) == 180


@pytest.mark.parametrize(
    "data",
    [
        '["Europe/Kyiv"]',
        '{"weather":{"place":"Europe/Kyiv"}}',
        '{"timezone":{"offset":3},"place":"Europe/Kyiv"}',
        '{"timezone":"","place":"Europe/Kyiv"}',
    ],
)
def test_any_other_word_that_is_a_zone_tells_nothing(data: str) -> None:
    assert named_offset(data, datetime(2025, 7, 1, 21, 30, tzinfo=UTC)) is None


def test_a_zone_in_which_the_moment_is_beyond_all_years_tells_nothing() -> None:
    stated = '<script type="application/ld+json">{"@type":"Article","datePublished":"9999-12-31T23:30:00Z"}</script>'
    assert _day(stated, '<script>x={"timezone":"Asia/Tokyo"}</script>') == date(9999, 12, 31)


def test_a_post_is_of_the_moment_that_its_number_tells() -> None:
    printed = "<time>11:25 PM - 10 Jul 2020</time>"
    assert _day("", printed, "https://x.com/outlet/status/1281836879789404160") == date(2020, 7, 11)
    assert _day("", printed) == date(2020, 7, 10)


_SERVED = date(2025, 10, 10)
_PLANNED = '<meta property="article:published_time" content="2025-12-24T09:00:00+00:00">'


def test_no_page_is_of_a_day_after_it_was_served() -> None:
    assert _day(_PLANNED, "<p>10 October 2025</p>", served=_SERVED) == date(2025, 10, 10)
    assert _day(_PLANNED, "", served=_SERVED) is None
    assert _day(_PLANNED, "", served=date(2025, 12, 24)) == date(2025, 12, 24)
    assert _day(_PLANNED, "") == date(2025, 12, 24)


def test_nor_was_it_changed_after_that() -> None:
    changed = _PLANNED.replace("published", "modified")
    page = f"<html lang=en><head>{changed}</head><body><h1>They are home</h1>{_TEXT}</body>".encode()
    assert parse(page, url="https://outlet.example/a", served=_SERVED).modified is None
    assert parse(page, url="https://outlet.example/a").modified is not None


def test_a_morning_east_of_utc_is_no_day_after() -> None:
    ahead = _PLANNED.replace("2025-12-24T09:00:00+00:00", "2025-10-11T08:00:00")
    assert _day(ahead, "", served=_SERVED) == date(2025, 10, 11)


@pytest.mark.parametrize("year", [1, 9999])
def test_a_page_served_in_any_year_is_read(year: int) -> None:
    assert _day(_PLANNED, "", served=date(year, 12, 31)) == (date(2025, 12, 24) if year > 1 else None)
