"""Files for outlets that the general reader takes wrongly, each with a page in our own words (docs/adding.md)."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from monitor import registry
from monitor.parse import outlets, parse
from monitor.parse.outlets import Rule

HOME = Path(__file__).parents[2] / "pages" / "outlets"
NAMES = registry.names("monitor.parse.outlets")
PLAIN = "<p>" + "The commission heard on the third day how the children were listed and by whom. " * 5 + "</p>"


@pytest.mark.parametrize("name", NAMES)
def test_its_page_is_read_as_printed(name: str) -> None:
    page, want = HOME / f"{name}.html", json.loads((HOME / f"{name}.json").read_text("utf-8"))
    article = parse(page.read_bytes(), url=want["url"], served=date.fromisoformat(want["served"]))
    assert article.parser.endswith(f"+{name}")
    assert article.title == want["title"]
    assert article.text.split("\n") == want["text"]


@pytest.mark.parametrize("name", NAMES)
def test_it_is_needed(name: str) -> None:
    want = json.loads((HOME / f"{name}.json").read_text("utf-8"))
    general = parse((HOME / f"{name}.html").read_bytes(), url="https://news.example.org/a.html")
    assert general.text.split("\n") != want["text"], "the general reader reads it as well: take the file out"


def test_every_page_belongs_to_a_file() -> None:
    assert {page.stem for page in HOME.iterdir()} == set(NAMES)


def test_a_host_has_one_file() -> None:
    hosts = [host for name in NAMES for host in registry.find("monitor.parse.outlets", name).HOSTS]
    assert len(hosts) == len(set(hosts))


@pytest.mark.parametrize(
    ("served", "body"),
    [
        (date(2023, 12, 31), ".old"),
        (date(2024, 1, 1), ".new"),
        (None, ".new"),
        (date(2019, 12, 31), None),
    ],
    ids=["before the redesign", "after it", "today", "before both"],
)
def test_rules_have_dates(monkeypatch: pytest.MonkeyPatch, served: date | None, body: str | None) -> None:
    rules = (Rule(".new", since=date(2024, 1, 1)), Rule(".old", since=date(2020, 1, 1), until=date(2024, 1, 1)))
    monkeypatch.setattr(outlets, "_outlets", lambda: {"example.org": ("example", rules)})
    found = outlets.rule_for("https://www.example.org/a", served)
    assert (found[1].body if found else None) == body
    assert outlets.rule_for("https://badexample.org/a", served) is None


def test_without_its_element_the_general_reader_decides() -> None:
    article = parse(f"<html><body><h1>A headline</h1>{PLAIN}</body></html>".encode(), url="https://ria.ru/1.html")
    assert "+" not in article.parser
    assert article.text.startswith("The commission heard")


def test_what_is_left_out_may_stand_in_what_is_left_out() -> None:
    inner = (
        "<div class=article__block data-type=media><div class=article__block data-type=media>17 pictures</div></div>"
    )
    page = f'<html><body><div class="article__body">{inner}<div class=article__block data-type=text>{PLAIN}</div></div>'
    article = parse(page.encode(), url="https://ria.ru/1.html")
    assert article.parser.endswith("+ria_ru")
    assert "17" not in article.text
