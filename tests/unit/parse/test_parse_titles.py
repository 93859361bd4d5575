"""What an article is called: printed headline, kicker, outlet's name (issue 6)."""

from __future__ import annotations

import pytest

from monitor.parse import parse

PROSE = "<p>" + "The commission heard on the third day how the children were listed and by whom. " * 5 + "</p>"
LINKED = '<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{}"}}</script>'


def title(inside: str, head: str = "") -> str:
    page = f"<html lang=en><head>{head}</head><body>{inside}{PROSE}</body></html>"
    return parse(page.encode(), url="https://news.example.org/a.html").title


@pytest.mark.parametrize(
    ("inside", "head"),
    [
        ("<h1><span class=top>The lists</span><span class=off> - </span><span>Who kept them and why</span></h1>", ""),
        ("<h1><a href=/a.html><small>The lists</small> Who kept them and why</a></h1>", ""),
        ("<h1>Who kept them and why<span class=subtitle>A third day in court</span></h1>", ""),
        (
            "<div class=breadcrumb><h1>Lists: why they were kept</h1></div><h2>Who kept them and why</h2>",
            '<meta property="og:title" content="Who kept them and why">' + LINKED.format("Lists: why they were kept"),
        ),
        (
            '<h1><a href="/">The Paper</a></h1><h2>Who kept them and why</h2>',
            "<title>Home : Who kept them and why : The Paper</title>",
        ),
        ("<h1>Who kept them and why</h1>", '<meta property="og:title" content="Lists">'),
        (
            "<h1>Who kept them and why</h1><p>A third day in court.</p><h1>More from the court</h1>",
            '<meta property="og:title" content="Lists">' + LINKED.format("A day in the city of the archive"),
        ),
        (
            "",
            '<meta property="og:title" content="Who kept them and why">' + LINKED.format("Who kept them and why | Law"),
        ),
    ],
    ids=[
        "kicker",
        "kicker in a link",
        "second line",
        "breadcrumb",
        "name of the site",
        "the only h1",
        "the first h1",
        "section behind",
    ],
)
def test_headline_as_printed(inside: str, head: str) -> None:
    assert title(inside, head) == "Who kept them and why"


def test_kicker_stays_where_the_head_says_so() -> None:
    claim = "The lists: who kept them"
    head = f'<meta property="og:title" content="{claim}">' + LINKED.format(claim)
    assert title("<h1><span>The lists</span>: <span>who kept them</span></h1>", head) == claim


PARTS = "<h2><span>In court</span><span>Who kept them and why</span></h2>"
BARE, KICKED = "Who kept them and why", "In court: Who kept them and why"


def test_as_many_claims_with_the_kicker_as_without_it() -> None:
    assert title(PARTS, f'<meta property="og:title" content="{BARE}">' + LINKED.format(KICKED)) == BARE


def test_most_claims_have_the_kicker() -> None:
    head = f'<meta property="og:title" content="{BARE}"><meta name="title" content="{KICKED}">' + LINKED.format(KICKED)
    assert title(PARTS, head) == KICKED


def test_name_behind_an_unspaced_dash() -> None:
    assert title("", "<title>列表上的孩子们回家了-新华网</title>") == "列表上的孩子们回家了"


def test_a_long_headline_is_whole() -> None:
    long = "Who kept the lists of the children and why nobody asked " * 7
    assert title(f"<h1>{long}</h1>") == long.strip()
