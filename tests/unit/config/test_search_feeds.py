"""Searches of the configuration become feeds whose address stays the same from poll to poll."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from monitor.config import Config, SearchFeed
from monitor.wiring import feed_specs


def spec(**given: object):
    (found,) = feed_specs(Config(search=(SearchFeed(enabled=True, **given),)))
    query = {name: values[0] for name, values in parse_qs(urlsplit(found.url).query).items()}
    return found, urlsplit(found.url).hostname, query


def test_google_news_by_language_edition_and_country() -> None:
    found, host, query = spec(kind="google_news", query="deported children", hl="en-GB", gl="GB", name="GN")
    assert (host, found.kind, found.name, found.language) == ("news.google.com", "google_news", "GN", None)
    assert query == {"q": "deported children", "hl": "en-GB", "gl": "GB", "ceid": "GB:en"}


def test_the_country_may_stand_in_the_edition() -> None:
    assert spec(kind="google_news", query="x", hl="en-GB")[2]["ceid"] == "GB:en"
    assert spec(kind="google_news", query="x", lang="uk")[2]["ceid"] == "UA:uk"


def test_gdelt_asks_for_the_last_day_in_the_language() -> None:
    found, host, query = spec(kind="gdelt", query='"deported children"', lang="uk", every="1h")
    assert (host, found.kind, found.language, found.every) == ("api.gdeltproject.org", "gdelt", "uk", 3600)
    assert query["query"] == '"deported children" sourcelang:ukrainian'
    assert query["timespan"] == "1d" and "startdatetime" not in query


def test_the_address_is_the_same_each_time() -> None:
    assert spec(kind="gdelt", query="x")[0] == spec(kind="gdelt", query="x")[0]


def test_a_search_that_is_off_is_no_feed() -> None:
    assert feed_specs(Config(search=(SearchFeed(kind="gdelt", query="x"),))) == ()
