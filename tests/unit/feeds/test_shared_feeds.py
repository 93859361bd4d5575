"""The shared collection of real feeds, when it lies beside the project: fields equal to the reference's.

How fields are compared is written in the collection's expected.json ("normalisation") and SOURCES.md.
"""

from __future__ import annotations

import base64
import html
import json
import re
from collections.abc import Iterator
from datetime import datetime
from hashlib import blake2b
from pathlib import Path
from typing import Any

import pytest

from monitor import feeds
from monitor.model import Entry, FeedDocument

SHARED = Path(__file__).resolve().parents[4] / "shared" / "feeds"
pytestmark = pytest.mark.skipif(not SHARED.exists(), reason="the shared feeds are not here")
FLOORS = {"feedparser": 0.985, "news": 1.0, "blogs": 0.999, "feed-rs": 0.98, "miniflux": 1.0, "rbren": 0.98,
          "node-feedparser": 0.99, "transcribed": 1.0}  # fmt: skip
FAULTS_OF_THE_REFERENCE = {"blogs/dylanharris.org_feed-me.rss.xml"}
"""SOURCES.md: the reference reads nothing of this feed."""


def norm(text: str | None) -> str:
    text = html.unescape(html.unescape(re.sub(r"<[^>]*>", "", text or "")))
    return re.sub(r"[\s\u00a0\u200b]+", "", re.sub(r"<[^>]*>", "", text))


def address(text: str | None) -> str | None:
    return (text or "").strip().rstrip("/") or None


def instants(*values: float | None) -> set[int | None]:
    found = {int(value) for value in values if value is not None and value >= 0}
    return found or {None}


def epoch(when: datetime | None) -> float | None:
    return when.timestamp() if when else None


def read(record: dict[str, Any]) -> FeedDocument:
    try:
        return feeds.read((SHARED / record["file"]).read_bytes())
    except feeds.FeedError:
        return FeedDocument("")


def comparisons(record: dict[str, Any]) -> Iterator[bool]:
    document = read(record)
    yield norm(record["feed"]["title"]) == norm(document.title)
    yield address(record["feed"]["link"]) == address(document.link)
    yield record["n_entries"] == len(document.entries)
    for index, expected in enumerate(record["entries"]):
        entry = document.entries[index] if index < len(document.entries) else Entry(title="missing")
        yield (expected["title"] or "") == norm(entry.title)
        yield address(expected["link"]) == address(entry.link)
        yield address(expected["id"]) == address(entry.id)
        yield bool(
            instants(expected["published"], expected["updated"])
            & instants(epoch(entry.published), epoch(entry.updated))
        )
        yield same_body(expected["bodies"], entry)


def same_body(bodies: list[dict[str, Any]], entry: Entry) -> bool:
    texts = {norm(entry.summary), norm(entry.content)} - {""}
    hashes = {blake2b(text.encode("utf-8", "replace"), digest_size=8).hexdigest() for text in texts}
    return bool(hashes & {body["b2"] for body in bodies}) if bodies else not texts


@pytest.mark.parametrize("group", FLOORS)
def test_fields_equal_those_of_the_reference(group: str) -> None:
    records = json.loads((SHARED / "expected.json").read_text())["files"]
    results = [
        same
        for record in records
        if record["group"] == group and record["file"] not in FAULTS_OF_THE_REFERENCE
        for same in comparisons(record)
    ]
    assert sum(results) / len(results) >= FLOORS[group]


def value_at(row: dict[str, Any], path: str) -> Any:
    """The value at "entries.0.title"; "date" is published or updated, in seconds since 1970."""
    value: Any = row
    for key in path.split("."):
        if key == "date":
            when = value["published"] or value["updated"]
            return int(datetime.fromisoformat(when).timestamp()) if when else None
        value = value[int(key)] if isinstance(value, list) else value[key]
    return address(value) if isinstance(value, str) else value


def passes(row: dict[str, Any] | None, path: str, check: str, wanted: Any) -> bool:
    if row is None or check == "any":
        return check in ("any", "reject_or_empty", "short_or_reject")
    value = value_at(row, path)
    match check:
        case "eq":
            return bool(value == wanted)
        case "contains":
            return wanted in value
        case "not_contains":
            return wanted not in value
        case "text_eq":
            return norm(value) == norm(wanted)
        case "len_eq":
            return len(value) == wanted
        case "len_ge":
            return len(value) >= wanted
        case "in":
            return value in wanted
        case "short_or_reject":
            return len(value or "") < wanted
        case _:
            return not value


def edge_case(case: dict[str, Any]) -> bool:
    try:
        document = feeds.read(base64.b64decode(case["b64"]), url=case["url"], content_type=case["http_content_type"])
    except feeds.FeedError:
        row = None
    else:
        row = feeds.as_json(document, "f")
    return all(passes(row, *check) for check in case["checks"])


def test_edge_cases() -> None:
    cases = json.loads((SHARED / "edge.json").read_text())["cases"]
    assert [case["name"] for case in cases if not edge_case(case)] == []
