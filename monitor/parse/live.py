"""Live blogs: their updates, each with its time (schema.org LiveBlogPosting)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from html import unescape

from monitor.model import Block
from monitor.parse import jsonld
from monitor.parse.dates import read_stamp
from monitor.parse.features import squeezed
from monitor.parse.spaces import clean

__all__ = ["Update", "updates_of", "with_updates"]


@dataclass(frozen=True, slots=True)
class Update:
    """One entry of a live blog."""

    when: datetime | None
    headline: str
    text: str


def updates_of(nodes: list[jsonld.Node]) -> list[Update]:
    """Updates that JSON-LD lists, newest or oldest first as printed."""
    listed: object = next((n["liveBlogUpdate"] for n in nodes if n.get("liveBlogUpdate")), [])
    found = [
        _update(item) for item in (listed if isinstance(listed, list) else [listed])[:1000] if isinstance(item, dict)
    ]
    return [update for update in found if update.text or update.headline]


def _update(item: jsonld.Node) -> Update:
    stamp = read_stamp(jsonld.text_of(item.get("datePublished") or item.get("dateModified")))
    return Update(
        stamp.when if stamp else None,
        _words(item.get("headline")),
        _words(item.get("articleBody")),
    )


def _words(value: object) -> str:
    return clean(re.sub(r"<[^<>]{1,300}>", " ", unescape(jsonld.text_of(value))))


def with_updates(blocks: list[Block], updates: list[Update]) -> list[Block]:
    """`blocks` with role "live" and the time of their update; updates the page does not print are added at the end."""
    if not updates:
        return blocks
    wordings = [(squeezed(u.text), squeezed(u.headline), u) for u in updates]
    taken = [b for b in blocks if b.taken]
    done = [_timed(b, wordings) if b.taken else b for b in blocks]
    printed = squeezed("".join(b.text for b in taken))
    return done + [Block("live", u.text, True, "an update that only JSON-LD has", 1.0, u.when)
                   for text, _, u in wordings if text and text[:60] not in printed]  # fmt: skip


def _timed(block: Block, wordings: list[tuple[str, str, Update]]) -> Block:
    mine = squeezed(block.text)[:80]
    update = next((u for text, headline, u in wordings if mine and (mine in text or mine == headline[:80])), None)
    return Block("live", block.text, True, block.reason, block.score, update.when) if update else block
