"""The bundled newsroom over real HTTP on loopback: what it serves, what a second pass finds changed."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

import httpx
import pytest

from monitor.demo import Newsroom

Pages = dict[str, str]


@pytest.fixture(scope="module")
def room() -> Iterator[Newsroom]:
    with Newsroom() as newsroom:
        yield newsroom


@pytest.fixture(scope="module")
def client(room: Newsroom) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=room.base_url, trust_env=False, timeout=5) as opened:
        yield opened


def feed_of(room: Newsroom, ending: str) -> str:
    return next(feed.url for feed in room.feeds if feed.url.endswith(ending))


def listed(client: httpx.Client, url: str) -> list[str]:
    answer = client.get(url)
    if "json" in answer.headers["content-type"]:
        return [item["url"] for item in answer.json()["items"]]
    names = {"link", "loc", "{http://purl.org/rss/1.0/}link", "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"}
    root = ElementTree.fromstring(answer.content)
    links = [node.text or node.get("href", "") for node in root.iter() if node.tag in names]
    links += [node.get("href", "") for node in root.iter("{http://www.w3.org/2005/Atom}link")]
    return [link.partition("?")[0] for link in links if not link.endswith("/")]


def all_pages(room: Newsroom, client: httpx.Client) -> Pages:
    return {link: client.get(link).text for feed in room.feeds for link in listed(client, feed.url)}


def slug(link: str) -> str:
    return link.rpartition("/")[2]


def test_six_outlets_four_languages_one_feed_each(room: Newsroom) -> None:
    assert len(room.feeds) == 6
    assert {feed.language for feed in room.feeds} == {"en", "es", "uk", "ru"}
    assert all(feed.url.startswith("http://127.0.0.1:") for feed in room.feeds)
    assert len({feed.name for feed in room.feeds}) == 6


def test_every_listed_article_is_served_as_utf8_html(room: Newsroom, client: httpx.Client) -> None:
    links = [link for feed in room.feeds for link in listed(client, feed.url)]
    assert len(links) == len(set(links)) == 45
    for link in links:
        answer = client.get(link)
        assert answer.status_code == 200
        assert answer.headers["content-type"] == "text/html; charset=utf-8"
        assert f'rel="canonical" href="{link}"' in answer.text


def test_the_kinds_of_feed(room: Newsroom, client: httpx.Client) -> None:
    roots = {
        ending: ElementTree.fromstring(client.get(feed_of(room, ending)).content).tag
        for ending in ("rss.xml", "/feed", "atom.xml", "index.rdf", "news-sitemap.xml")
    }
    assert roots == {
        "rss.xml": "rss",
        "/feed": "rss",
        "atom.xml": "{http://www.w3.org/2005/Atom}feed",
        "index.rdf": "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}RDF",
        "news-sitemap.xml": "{http://www.sitemaps.org/schemas/sitemap/0.9}urlset",
    }
    assert client.get(feed_of(room, "feed.json")).json()["version"].endswith("/1.1")


def test_pages_surround_the_article_with_what_is_not_it(client: httpx.Client) -> None:
    page = client.get("lantern/2025-10-10-eight-lantern").text
    assert "Join 40,000 readers" in page
    assert "Read also" in page
    assert "<figcaption>" in page
    assert "<nav>" in page
    opening = page.index("ld+json") + len('ld+json">')
    linked: dict[str, Any] = json.loads(page[opening : page.index("</script>", opening)])
    assert linked["datePublished"] == "2025-10-10T16:05:00+00:00"


def test_graph_of_linked_data_is_json(client: httpx.Client) -> None:
    page = client.get("cuaderno/2025-10-10-eight-cuaderno").text
    opening = page.index("ld+json") + len('ld+json">')
    graph = json.loads(page[opening : page.index("</script>", opening)])["@graph"]
    assert [node["@type"] for node in graph] == ["WebSite", "NewsArticle"]


@pytest.mark.parametrize("ending", ["rss.xml", "atom.xml", "/feed", "news-sitemap.xml", "feed.json"])
def test_a_known_tag_is_answered_304_without_body(room: Newsroom, client: httpx.Client, ending: str) -> None:
    url = feed_of(room, ending)
    tag = client.get(url).headers["etag"]
    answer = client.get(url, headers={"If-None-Match": f'"other", {tag}'})
    assert (answer.status_code, answer.content) == (304, b"")
    assert answer.headers["etag"] == tag
    assert client.get(url, headers={"If-None-Match": '"other"'}).status_code == 200


def test_a_known_date_is_answered_304_where_dates_are_given(room: Newsroom, client: httpx.Client) -> None:
    url = feed_of(room, "index.rdf")
    first = client.get(url)
    assert "etag" not in first.headers
    known = {"If-Modified-Since": first.headers["last-modified"]}
    assert client.get(url, headers=known).status_code == 304
    assert client.get(url, headers={"If-Modified-Since": "Mon, 01 Jan 2024 00:00:00 GMT"}).status_code == 200
    assert client.get(url, headers={"If-Modified-Since": "yesterday"}).status_code == 200


def test_a_tag_outweighs_a_date(room: Newsroom, client: httpx.Client) -> None:
    url = feed_of(room, "rss.xml")
    headers = {"If-None-Match": '"old"', "If-Modified-Since": client.get(url).headers["last-modified"]}
    assert client.get(url, headers=headers).status_code == 200


@pytest.mark.parametrize(
    ("accept", "zipped"), [("gzip, br", True), ("identity", False), ("gzip;q=0", False), ("gzip;q=0.5", True)]
)
def test_gzip_only_when_asked(client: httpx.Client, accept: str, zipped: bool) -> None:
    with client.stream("GET", "robots.txt", headers={"Accept-Encoding": accept}) as answer:
        raw = b"".join(answer.iter_raw())
    assert (answer.headers.get("content-encoding") == "gzip") is zipped
    assert (gzip.decompress(raw) if zipped else raw).startswith(b"User-agent: *")


def test_head_has_headers_only_and_the_unknown_is_404(client: httpx.Client) -> None:
    answer = client.head("lantern/rss.xml")
    assert (answer.status_code, answer.content) == (200, b"")
    assert int(answer.headers["content-length"]) > 0
    assert client.get("lantern/nothing").status_code == 404


def test_robots_names_the_sitemap(room: Newsroom, client: httpx.Client) -> None:
    assert f"Sitemap: {feed_of(room, 'news-sitemap.xml')}" in client.get("robots.txt").text


def test_advance_brings_later_articles_and_a_silent_edit() -> None:
    with Newsroom() as room, httpx.Client(trust_env=False, timeout=5) as client:
        before = all_pages(room, client)
        assert room.advance() == room.last_stage == 2
        after = all_pages(room, client)
    later = {slug(link) for link in after.keys() - before.keys()}
    assert later == {"2026-03-02-2016", "2026-03-10-un", "2026-03-11-un-es"}
    edited = [link for link in before if before[link] != after[link] and slug(link) == "2025-12-04-stale"]
    assert [after[link] for link in edited] == [before[link].replace("1.300", "1.859") for link in edited] != []


def test_two_newsrooms_live_side_by_side(room: Newsroom) -> None:
    with Newsroom(stage=2) as other:
        assert other.base_url != room.base_url
        assert httpx.get(f"{other.base_url}kalyna/2026-03-02-2016", trust_env=False).status_code == 200
        assert httpx.get(f"{room.base_url}kalyna/2026-03-02-2016", trust_env=False).status_code == 404


def test_nothing_is_printed(client: httpx.Client, capfd: pytest.CaptureFixture[str]) -> None:
    client.get("lantern/rss.xml")
    client.get("lantern/nothing")
    assert capfd.readouterr() == ("", "")
