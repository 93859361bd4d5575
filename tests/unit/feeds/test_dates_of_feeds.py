"""Dates: every form to the right instant, or to None."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.feeds import parse_date

NOON = datetime(2025, 10, 10, 12, tzinfo=UTC)
DAY = datetime(2025, 10, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("Fri, 10 Oct 2025 12:00:00 GMT", 0),
        ("Fri, 10 Oct 2025 12:00:00 +0300", -3),
        ("Fri, 10 Oct 2025 12:00:00 EEST", -3),
        ("Fri, 10 Oct 2025 12:00:00 CEST", -2),
        ("Fri, 10 Oct 2025 12:00:00 BST", -1),
        ("Fri, 10 Oct 2025 12:00:00 PDT", 7),
        ("Fri, 10 Oct 2025 12:00:00 MSK", -3),
        ("Fri, 10 Oct 2025 12:00:00 ET", 4),
        ("Fri, 10 Oct 2025 12:00 +0300", -3),
        ("Fri Oct 10 2025 12:00:00 GMT+0300 (Eastern European Summer Time)", -3),
        ("Fri Oct 10 12:00:00 2025", 0),
        ("Fri Oct 10 12:00:00 EDT 2025", 4),
        ("Friday, 10 October 2025 - 12:00", 0),
        ("Oct 10, 2025 12:00 PM", 0),
        ("10-Oct-2025 12:00", 0),
        ("10.10.2025 12:00:00", 0),
        ("12:00 10.10.2025", 0),
        ("2025/10/10 12:00", 0),
        ("2025-10-10T12:00:00Z", 0),
        ("2025-10-10T12:00:00.123456+0300", -3),
        ("2025-10-10 12:00:00", 0),
        ("20251010T120000Z", 0),
        ("20251010120000", 0),
        ("1760097600", 0),
        ("1760097600000", 0),
        ("2025年10月10日 12時00分", 0),
        ("10 жовтня 2025 р., 12:00", 0),
        ("Пятница, 10 октября 2025 12:00:00 +0300", -3),
        ("10 окт. 2025, 12:00 МСК", -3),
        ("ven., 10 oct. 2025 12:00:00 +0200", -2),
        ("Vendredi 10 octobre 2025 à 12h00", 0),
        ("viernes, 10 de octubre de 2025 12:00", 0),
        ("Freitag, 10. Oktober 2025, 12:00 Uhr", 0),
        ("pt., 10 paź 2025 12:00:00 +0200", -2),
        ("10/10/2025 12:00", 0),
        ("Mon, 10 Oct 2025 12:00:00 GMT", 0),
        ("Fri, 10 Oct 25 12:00:00 GMT", 0),
    ],
)
def test_instants(text: str, hours: int) -> None:
    assert parse_date(text) == NOON + timedelta(hours=hours)


@pytest.mark.parametrize(
    "text",
    [
        "2025-10-10",
        "20251010",
        "10 Oct 2025",
        "October 10th, 2025",
        "10.10.2025",
        "2025-W41-5",
        "2025-283",
        "10/10/2025",
    ],
)
def test_days(text: str) -> None:
    assert parse_date(text) == DAY


@pytest.mark.parametrize(
    "text",
    [
        None,
        "",
        "not a date",
        "tomorrow",
        "12:00",
        "0000-00-00 00:00:00",
        "Mon, 01 Jan 0001 00:00:00 +0000",
        "Mon, 01 Jan 0001 00:00:00 +0200",
        "0001-01-01T00:00:00+02:00",
        "9999-12-31T23:59:59-05:00",
        "9999-12-31",
        "Fri, 32 Oct 2025 12:00:00 GMT",
        "Fri, 10 Oct 2025 25:00:00 GMT",
        "2025-02-30",
        "Fri, 10 Oct 2025 12:00:00 XYZ",
        "Fri, 10 Oct 2025 12:00:00 IST",
        "Fri, 10 Oct 2025 12:00:00 +9900",
        "10/11/2025",
        "5 minutes ago",
    ],
)
def test_what_is_uncertain_is_none(text: str | None) -> None:
    assert parse_date(text) is None


def test_the_default_zone_counts_where_none_is_named() -> None:
    kyiv = timezone(timedelta(hours=3))
    assert parse_date("2025-10-10 12:00", default_zone=kyiv) == NOON - timedelta(hours=3)
    assert parse_date("2025-10-10 12:00 GMT", default_zone=kyiv) == NOON


def test_midnight_of_24_and_leap_seconds() -> None:
    assert parse_date("Fri, 31 Oct 2025 24:00:00 GMT") == datetime(2025, 11, 1, tzinfo=UTC)
    assert parse_date("2016-12-31T23:59:60Z") == datetime(2017, 1, 1, tzinfo=UTC)


@given(st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1)), st.integers(-13 * 60, 13 * 60))
def test_what_is_written_is_read(when: datetime, east: int) -> None:
    moment = when.replace(microsecond=0, tzinfo=timezone(timedelta(minutes=east)))
    assert parse_date(moment.isoformat()) == moment
    assert parse_date(moment.strftime("%a, %d %b %Y %H:%M:%S %z")) == moment


@given(st.text(max_size=130))
def test_any_text_is_a_date_or_none(text: str) -> None:
    found = parse_date(text)
    assert found is None or (found.tzinfo is UTC and 1970 <= found.year < 2100)


@pytest.mark.parametrize("text", ["2025-10-10T12", "2025-10-10T12Z", "2025-10-10T15+03", "2025-10-10T15+03:00"])
def test_an_hour_alone_is_a_time(text: str) -> None:
    assert parse_date(text) == NOON


@pytest.mark.parametrize(
    ("text", "month"), [("10 listopada 2025", 11), ("10. listopadu 2025", 11), ("10. listopada 2025", None),
                        ("pe 10. lokakuuta 2025", 10)],
)  # fmt: skip
def test_names_that_are_other_months_in_another_language_are_no_guess(text: str, month: int | None) -> None:
    found = parse_date(text)
    assert (found.month if found else None) == month


@pytest.mark.parametrize("zone", ["+0530", "-0330", "+14:00", "-0000", "Z", "UTC"])
def test_usual_forms_agree_about_a_zone(zone: str) -> None:
    assert parse_date(f"Fri, 10 Oct 2025 12:00:00 {zone}") == parse_date(f"2025-10-10T12:00:00{zone}")
    assert parse_date(f"2025-10-10T12:00:00.999{zone}") == parse_date(f"2025-10-10T12:00:00{zone}")


@pytest.mark.parametrize("zone", ["+1500", "-2400", "+0375"])
def test_there_are_no_such_zones(zone: str) -> None:
    assert parse_date(f"Fri, 10 Oct 2025 12:00:00 {zone}") is None
    assert parse_date(f"2025-10-10T12:00:00{zone}") is None
