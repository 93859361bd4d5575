"""Outlets whose pages the general reader takes wrongly: one file each, found by its name (docs/adding.md).

A file names the hosts it speaks for and rules, each with the days on which pages looked so. Where no rule fits, or the
page has no element that the rule names, the general reader decides: a redesign costs the rule, never the article.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from selectolax.lexbor import LexborHTMLParser, LexborNode

from monitor import registry
from monitor.parse.urls import host
from monitor.parse.walk import walk

__all__ = ["Rule", "Ruled", "rule_for", "ruled"]


@dataclass(frozen=True, slots=True)
class Rule:
    """How pages of an outlet looked that were served from `since` on and before `until` (None: open).

    `body` is the CSS selector of what holds the text, the first element of a page that it finds; `without` selects what
    in there is none. Title, dates and authors are the general reader's.
    """

    body: str
    without: str = ""
    since: date | None = None
    until: date | None = None

    def covers(self, seen: date | None) -> bool:
        """Whether it speaks for a page served on the day `seen`; None is today."""
        if seen is None:
            return self.until is None
        return (self.since is None or self.since <= seen) and (self.until is None or seen < self.until)


@cache
def _outlets() -> dict[str, tuple[str, tuple[Rule, ...]]]:
    """Name of the file and its rules by host."""
    files = {name: registry.find(__name__, name) for name in registry.names(__name__)}
    return {host: (name, file.RULES) for name, file in files.items() for host in file.HOSTS}


def rule_for(url: str, seen: date | None) -> tuple[str, Rule] | None:
    """(name of the file, rule) for a page served at `url` on the day `seen`; None leaves it to the general reader."""
    known, address = _outlets(), url.lower()
    if not any(map(address.__contains__, known)):
        return None
    labels = host(url).split(".")
    found = next((known[name] for at in range(len(labels)) if (name := ".".join(labels[at:])) in known), None)
    rule = next((rule for rule in found[1] if rule.covers(seen)), None) if found else None
    return (found[0], rule) if found and rule else None


@dataclass(frozen=True, slots=True)
class Ruled:
    """What a rule takes of a page: the texts of its blocks, and the name of the file that says so."""

    name: str
    texts: frozenset[str]


def ruled(tree: LexborHTMLParser, url: str, seen: date | None) -> Ruled | None:
    """What the outlet's file takes of `tree`; None if there is none for this page or it finds no text."""
    found = rule_for(url, seen)
    body = tree.css_first(found[1].body) if found else None
    if found is None or body is None:
        return None
    part = LexborHTMLParser(body.html or "")
    for node in _outermost(part.css(found[1].without)) if found[1].without else ():
        node.decompose()
    texts = frozenset(raw.text for raw in walk(part).blocks)
    return Ruled(found[0], texts) if texts else None


def _outermost(nodes: list[LexborNode]) -> list[LexborNode]:
    """Those of `nodes` that are in no other one: what is taken out goes with all that is in it."""
    known = {node.mem_id for node in nodes}
    return [node for node in nodes if not any(up in known for up in _around(node))]


def _around(node: LexborNode) -> Iterator[int]:
    while (parent := node.parent) is not None:
        yield parent.mem_id
        node = parent
