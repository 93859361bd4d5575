"""Mistakes that no single key shows: the same feed, name or channel listed twice. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from monitor.config.places import Keys

__all__ = ["duplicates"]


def duplicates(data: Any) -> list[tuple[Keys, str]]:
    """One (path, sentence) for every feed address, feed name and channel name that stands twice."""
    feeds = list(_feeds(data))
    found = _twice(feeds, "url", "the same address as {}; keep one")
    found += _twice(feeds, "name", "the same name as {}; give each its own")
    return found + _twice(list(_channels(data)), "name", "the same name as {}; give each its own")


def _twice(items: list[tuple[Keys, dict[str, Any]]], key: str, text: str) -> list[tuple[Keys, str]]:
    first: dict[str, str] = {}
    found: list[tuple[Keys, str]] = []
    for keys, item in items:
        value = item.get(key)
        if not isinstance(value, str):
            continue
        if value.strip() in first:
            found.append(((*keys, key), text.format(first[value.strip()])))
        else:
            first[value.strip()] = _called(keys)
    return found


def _called(keys: Keys) -> str:
    return "".join(f"[{key + 1}]" if isinstance(key, int) else f".{key}" for key in keys).lstrip(".")


def _feeds(data: Any) -> Iterator[tuple[Keys, dict[str, Any]]]:
    groups = data.get("feeds") if isinstance(data, dict) else None
    for language, feeds in (groups if isinstance(groups, dict) else {}).items():
        for place, feed in enumerate(feeds if isinstance(feeds, list) else []):
            if isinstance(feed, dict):
                yield ("feeds", language, place), feed


def _channels(data: Any) -> Iterator[tuple[Keys, dict[str, Any]]]:
    alerts = data.get("alerts") if isinstance(data, dict) else None
    channels = alerts.get("channels") if isinstance(alerts, dict) else None
    for place, channel in enumerate(channels if isinstance(channels, list) else []):
        if isinstance(channel, dict):
            yield ("alerts", "channels", place), {"name": channel.get("kind"), **channel}
