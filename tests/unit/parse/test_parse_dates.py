"""Dates as pages print them (issue 6)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.parse.dates import find_date, post_moment, read_stamp, url_date


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("2025-10-10T14:35:00+03:00", "2025-10-10T11:35"), ("20251010T113500Z", "2025-10-10T11:35"),
        ("2025-10-10", "2025-10-10T00:00"),
        ("Fri, 10 Oct 2025 11:35:00 GMT", "2025-10-10T11:35"), ("1760096100", "2025-10-10T11:35"),
        ("1760096100000", "2025-10-10T11:35"),
        ("10 жовтня 2025, 14:35", "2025-10-10T14:35"), ("10 октября 2025 г. в 14:35", "2025-10-10T14:35"),
        ("10.10.2025 14:35", "2025-10-10T14:35"),
        ("October 10, 2025 at 3:05 pm", "2025-10-10T15:05"), ("10 de octubre de 2025", "2025-10-10T00:00"),
        ("10. Oktober 2025", "2025-10-10T00:00"),
        ("0", None), ("1970-01-01T00:00:00Z", None), ("2025-13-40", None), ("", None), (None, None), ("nonsense", None),
    ],
)  # fmt: skip
def test_read(text: str | None, want: str | None) -> None:
    stamp = read_stamp(text)
    assert (stamp.when.strftime("%Y-%m-%dT%H:%M") if stamp else None) == want


def test_order_of_day_and_month() -> None:
    assert str(find_date("03/04/2025").when.date()) == "2025-04-03"
    assert str(find_date("03/04/2025", month_first=True).when.date()) == "2025-03-04"


@pytest.mark.parametrize(
    "url", ["https://a.example/2025/10/10/x", "https://a.example/x-20251010/", "https://a.example/2025/oct/10/x"]
)
def test_in_address(url: str) -> None:
    assert str(url_date(url).when.date()) == "2025-10-10"


@pytest.mark.parametrize(
    "address",
    [
        "https://x.com/outlet/status/1233161576649121792",
        "https://mobile.twitter.com/outlet/status/1233161576649121792/photo/1?s=20",
        "https://twitter.com/i/web/status/1233161576649121792",
        f"https://social.example/@outlet/{1_582_843_605_564 << 16}",
        f"https://truthsocial.com/@outlet.news/posts/{(1_582_843_605_000 << 16) + 77}",
        f"https://social.example/users/outlet/statuses/{1_582_843_605_000 << 16}",
    ],
)
def test_number_of_a_post_tells_its_moment(address: str) -> None:
    stamp = post_moment(address)
    assert stamp is not None
    assert stamp.when.isoformat() == "2020-02-27T22:46:45+00:00"
    assert stamp.clock


@pytest.mark.parametrize(
    "address",
    [
        "https://x.com/outlet",
        "https://x.com/outlet/status/20",
        "https://box.com/outlet/status/1233161576649121792",
        "https://outlet.example/status/1233161576649121792",
        "https://outlet.example/@desk/1234",
        "",
    ],
)
def test_any_other_address_tells_none(address: str) -> None:
    assert post_moment(address) is None


def test_year_of_two_digits_only_where_asked() -> None:
    assert find_date("23.09.22") is None
    assert str(find_date("23.09.22", short_year=True).when.date()) == "2022-09-23"
    assert find_date("Version 1.2.22.4", short_year=True) is None


def test_month_named_twice() -> None:
    assert str(find_date("الجمعة 24 نيسان / أبريل 2020").when.date()) == "2020-04-24"


@given(st.text(max_size=100))
def test_never_raises(text: str) -> None:
    read_stamp(text)
    find_date(text)
    url_date(text)
    post_moment(text)
