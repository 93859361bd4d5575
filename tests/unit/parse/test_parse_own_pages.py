"""Thirty pages in our own words, in the mark-up manners of Ukrainian and Russian outlets (issue 6)."""

from __future__ import annotations

import json
import re
from datetime import datetime
from pathlib import Path

import pytest

from monitor.parse import parse

PAGES = sorted((Path(__file__).parents[2] / "pages").glob("*.html"))
NUMBER = re.compile(r"\d[\d.,]*\d|\d")


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.stem)
def test_own_page(page: Path) -> None:
    want = json.loads(page.with_suffix(".json").read_text("utf-8"))
    article = parse(page.read_bytes(), url=f"https://news.example.org/{page.stem}.html", content_type="text/html")
    assert article.kind == want["kind"]
    if "with" not in want:
        return
    assert article.language == want["language"]
    assert article.title == want["title"]
    for sentence in want["with"]:
        assert sentence in article.text
    for sentence in want["without"]:
        assert sentence not in article.text
    assert set(NUMBER.findall(article.text)) == set(NUMBER.findall(" ".join(want["with"])))
    assert article.published == datetime.fromisoformat(want["published"])
    assert list(article.authors) == want.get("authors", list(article.authors))


def test_there_are_thirty() -> None:
    assert len(PAGES) >= 30
