"""A page that is corrected: read twice over loopback, judged on a real database, asked about as a user asks."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest

from monitor.cli import run_command
from tests.doubles.farm import Farm, document

PAGE = """<html lang="{lang}"><head><title>Children</title>
<meta property="article:published_time" content="2025-12-0{day}T10:00:00Z"></head>
<body><article><h1>Children</h1>{paragraphs}</article></body></html>"""
RSS = """<rss version="2.0"><channel><title>T</title><link>{base}</link><item><guid>1</guid><title>T</title>
<link>{base}/{name}</link><pubDate>0{day} Dec 2025 10:00:00 GMT</pubDate></item></channel></rss>"""

LUBINETS = (
    "other",
    "en",
    3,
    "Eleven Ukrainian children have been returned from Russia, Dmytro Lubinets said on Friday.",
)
EIGHT = "{} children have been returned from Russia in an exchange arranged by Melania Trump, the White House said."
BUSES = "{} children have been returned from Russia to Ukraine in two buses, the ombudsman said."
CORRECTION = "Correction: an earlier version of this article said eight children had been returned."
GERMAN = "{} ukrainische Kinder sind nach Angaben von Lubinez aus Russland zurückgekehrt."


class Press:
    """Outlets on loopback with one article each, and one database that follows them."""

    def __init__(self, farm: Farm, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.farm, self.folder, self.capsys = farm, folder, capsys
        self.feeds: dict[str, str] = {}

    def prints(self, name: str, lang: str, day: int, *paragraphs: str) -> None:
        """The outlet's article, or its next version."""
        base, text = self.farm.url("").rstrip("/"), "".join(f"<p>{words}</p>" for words in paragraphs)
        page = PAGE.format(lang=lang, day=day, paragraphs=text).encode()
        self.farm.serve(f"/{name}", document(page, kind="text/html; charset=utf-8"))
        feed = RSS.format(base=base, name=name, day=day).encode()
        self.feeds[name] = self.farm.serve(f"/{name}.xml", document(feed))

    async def ask(self, *command: str) -> Any:
        """What a command prints, read as JSON."""
        settings = {
            "storage": {"database": str(self.folder / "m.sqlite")},
            "feeds": {"any": [{"name": name, "url": url} for name, url in self.feeds.items()]},
            "network": {"allow": ["127.0.0.0/8"], "host_gap": "0s", "contact": "tests@localhost"},
            "baseline": {"history": False, "silent": "3650d"},
            "alerts": {"first_wave": "0s", "channels": []},
        }
        path = self.folder / "config.yaml"
        path.write_text(json.dumps(settings), encoding="utf-8")
        self.capsys.readouterr()
        assert await asyncio.to_thread(run_command, [*command, "--config", str(path), "--json"]) == 0
        return json.loads(self.capsys.readouterr().out)

    async def flags(self) -> list[tuple[str, float]]:
        return [(flag["kind"], flag["value"]) for flag in reversed(await self.ask("flags"))]

    async def states(self, measure: str = "returned") -> dict[float, str]:
        return {row["value"]: row["state"] for row in await self.ask("series", measure)}


async def test_a_corrected_page_withdraws_its_own_number_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    async with Farm() as farm:
        press = Press(farm, tmp_path, capsys)
        press.prints(*LUBINETS)
        press.prints("daily", "en", 4, EIGHT.format("Eight"))
        await press.ask("catch-up")
        press.prints("daily", "en", 4, EIGHT.format("Seven"), CORRECTION)
        await press.ask("recheck")
        flags = await press.flags()
        told = (await press.ask("check", "8 children returned"))[0]
        other = (await press.ask("check", "11 children returned"))[0]
        again = await press.ask("judge", "--dry-run")
    assert sorted(flags) == [("correction", 7), ("new_figure", 8), ("new_figure", 11)]
    assert (told["match"], told["replaced_by"]["figure"]["value"]) == ("withdrawn", 7)
    assert (other["best"]["figure"]["value"], other["best"]["state"]) == (11, "current")
    assert again["changes"] == []


@pytest.mark.parametrize("notice", ["", "Korrektur: In einer früheren Fassung stand eine falsche Zahl."])
async def test_a_total_that_a_page_changes_is_no_conflict_with_itself(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], notice: str
) -> None:
    async with Farm() as farm:
        press = Press(farm, tmp_path, capsys)
        press.prints("zeitung", "de", 4, GERMAN.format("2.455"))
        await press.ask("catch-up")
        press.prints("zeitung", "de", 4, GERMAN.format("2.345"), *([notice] if notice else []))
        await press.ask("recheck")
        flags, states = await press.flags(), await press.states()
        told = (await press.ask("check", "2,455 children returned"))[0]
    assert flags == [("new_figure", 2455), ("correction", 2345)]
    assert states == {2455: "withdrawn", 2345: "current"}
    assert (told["match"], told["replaced_by"]["figure"]["value"]) == ("withdrawn", 2345)


async def test_the_news_of_a_live_page_are_no_corrections(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    live = '<script type="application/ld+json">{"@type": "LiveBlogPosting", "headline": "Children"}</script>'
    async with Farm() as farm:
        press = Press(farm, tmp_path, capsys)
        press.prints("ticker", "en", 4, BUSES.format("Eleven"), live)
        await press.ask("catch-up")
        press.prints("ticker", "en", 4, BUSES.format("Six"), live)
        await press.ask("recheck")
        flags, again = await press.flags(), await press.ask("judge", "--dry-run")
    assert flags == [("new_figure", 11), ("new_figure", 6)]
    assert again["changes"] == []
