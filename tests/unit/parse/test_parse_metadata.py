"""Which of several dates and titles on a page is the article's (issue 6)."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from monitor.model import Article
from monitor.parse import parse, publication_day

PROSE = "<p>" + "The commission heard on the third day how the children were listed and by whom. " * 5 + "</p>"


def read(inside: str, head: str = "", lang: str = "de") -> Article:
    page = f"<html lang={lang}><head>{head}</head><body>{inside}</body></html>"
    return parse(page.encode(), url="https://news.example.org/a.html")


@pytest.mark.parametrize(
    "inside",
    [
        f"<h1>Ein Titel hier</h1><p class=date>23.09.22</p>{PROSE}",
        f"<h1>Ein Titel hier</h1>{PROSE}<p>Am 15.12.2016 trifft sich der Vorstand zu Open Data</p>"
        "<div>Gespeichert von Redaktion am 23. September 2022 - 18:55</div>",
        f"<h1>Ein Titel hier</h1>{PROSE}<p>Zuletzt geändert: 1.10.2022 Erschienen am: 23.09.2022</p>",
        f"<h1>Ein Titel hier</h1>{PROSE.replace('<p>', '<p>23.9.2022 - ')}",
        f"<h1>Ein Titel hier</h1>{PROSE.replace('<p>', '<p>Pressemitteilung vom 23. September 2022 | Berlin - ')}",
        f"<h1>Ein Titel hier</h1><div class=related><time datetime=2022-09-23>gestern</time></div>{PROSE}",
    ],
    ids=["two digits", "submitted line", "label in a line", "dateline", "dateline in words", "only time element"],
)
def test_printed_day(inside: str) -> None:
    assert publication_day(read(inside)) == date(2022, 9, 23)


def test_date_within_a_paragraph_is_no_dateline() -> None:
    late = PROSE.replace("<p>", "<p>The law that the deputies debated was passed on 23 September 2022 in haste. ")
    assert publication_day(read(f"<h1>Some headline here</h1>{late}", lang="en")) is None


def test_day_in_the_zone_of_the_page() -> None:
    head = '<meta property="article:published_time" content="2025-03-02T00:30:00+02:00">'
    article = read(f"<h1>Some headline here</h1>{PROSE}", head)
    assert article.published == datetime(2025, 3, 1, 22, 30, tzinfo=UTC)
    assert publication_day(article) == date(2025, 3, 2)


@pytest.mark.parametrize(
    ("title", "want"),
    [
        ("Wer die Listen führte | Das Archiv und mehr", "Wer die Listen führte"),
        ("Nachrichten - Wer die Listen führte - Das Archiv", "Wer die Listen führte"),
        ("Listen: Wer die Listen führte", "Listen: Wer die Listen führte"),
    ],
    ids=["name behind", "name and section", "kicker stays"],
)
def test_title_as_the_page_prints_it(title: str, want: str) -> None:
    head = f'<title>{title}</title><meta property="og:title" content="{title}">'
    assert read(f"<h1>Das Archiv</h1><h2>Wer die Listen führte</h2>{PROSE}", head).title == want


STATED = '<script type="application/ld+json">{{"@type": "NewsArticle", "datePublished": "{}"}}</script>'
META = '<meta property="article:published_time" content="{}">'


@pytest.mark.parametrize(
    ("head", "line"),
    [
        (STATED.format("2022-09-20") + META.format("2022-09-23"), "23.09.2022"),
        (META.format("2022-09-20"), "23.09.2022"),
        (META.format("2022-09-20"), "<time datetime=2022-09-23>Freitag</time>"),
        (STATED.format("2022-09-23"), "20.09.2022"),
        (META.format("2022-09-23") + '<meta property="article:modified_time" content="2022-09-24">', "20.09.2022"),
        ('<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2022-09-23", }]</script>', ""),
        ('<script>var page = {"publishedDate": "2022-09-23T10:00:00Z"}</script>', ""),
        (STATED.format("2022-09-24T00:20:00Z"), '<script>var page = {"DateCreation": "2022-09-23"}</script>'),
        ("", '<script>printMoment("2022/09/23 01:43:09")</script>'),
    ],
    ids=[
        *("meta and line", "line alone", "time alone", "json-ld alone", "meta with change", "broken json", "data"),
        *("day in the data", "moment given to a script"),
    ],
)
def test_day_where_claims_differ(head: str, line: str) -> None:
    assert publication_day(read(f"<h1>Ein Titel hier</h1><p>{line}</p>{PROSE}", head)) == date(2022, 9, 23)


def test_zone_is_the_one_in_which_the_printed_time_is_right() -> None:
    article = read(f"<h1>Ein Titel hier</h1><p>24.09.2022, 01:15</p>{PROSE}", STATED.format("2022-09-23T23:15:09Z"))
    assert article.published_offset == 120
    assert publication_day(article) == date(2022, 9, 24)
