"""From a parsed tree to an article: blocks with roles, text, metadata, kind (issue 6)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape

from selectolax.lexbor import LexborHTMLParser

from monitor.model import Article, Block, BlockRole
from monitor.parse import jsonld, live, rescue, urls, who
from monitor.parse.choose import chances
from monitor.parse.features import Clues, squeezed
from monitor.parse.head import Head, read_head
from monitor.parse.hints import hint
from monitor.parse.kinds import kind_of
from monitor.parse.language import language_of
from monitor.parse.spaces import clean
from monitor.parse.titles import title_block, title_of
from monitor.parse.walk import STRIPPED, Raw, Walk, walk
from monitor.parse.when import dates_of
from monitor.parse.wording import no_article

__all__ = ["PARSER", "Seen", "look", "read"]

PARSER = "blocks-1"
"""Name and version of this reader; changes when its output does."""

_TAKEN = 0.5
_CELL = frozenset(("td", "th", "table", "tr", "caption"))


@dataclass(frozen=True, slots=True)
class Seen:
    """What one look at a tree gives: its head, its blocks, the clues between them and the headline."""

    head: Head
    walk: Walk
    clues: Clues
    title: str


def look(tree: LexborHTMLParser) -> Seen:
    """Read the head of `tree`, strip what is no text, walk the rest. The tree is spent afterwards."""
    head = read_head(tree)
    tree.strip_tags(STRIPPED, recursive=True)
    found = walk(tree)
    title = title_of(head, found)
    body = unescape(clean(jsonld.text_of(head.node.get("articleBody"))))
    clues = Clues(
        body=squeezed(body) if len(body) > 200 else "",
        description=squeezed(head.first(("og:description", "description"))),
        title=squeezed(title),
        headline=title_block(found, title),
    )
    return Seen(head, found, clues, title)


def read(tree: LexborHTMLParser, url: str, markup: str) -> Article:
    """The article in `tree`, which was parsed from `markup`. The tree is spent afterwards."""
    seen = look(tree)
    blocks = _blocks(seen)
    head = seen.head
    text = "\n".join(block.text for block in blocks if block.taken)
    blocks, basis = rescue.rescued(blocks, text, head.node, markup)
    published, modified = dates_of(head, seen.walk, url, title_block=seen.clues.headline, markup=markup)
    updates = live.updates_of(head.nodes)
    blocks = live.with_updates(blocks, updates)
    text = "\n".join(block.text for block in blocks if block.taken)
    language, language_basis = language_of(text or seen.title, head)
    return Article(
        url=url,
        canonical_url=_canonical(head, url),
        title=seen.title,
        text=text,
        kind=kind_of(seen.head, seen.walk, seen.title, text, updates=len(updates)),
        parser=PARSER + basis,
        authors=who.authors_of(head, seen.walk, seen.clues.headline),
        language=language,
        language_basis=language_basis,
        publisher=who.publisher_of(head),
        section=_section(head),
        blocks=tuple(blocks),
        published=published[0].when if published else None,
        published_basis=published[1] if published else None,
        published_offset=published[0].offset if published else None,
        modified=modified[0].when if modified else None,
        modified_basis=modified[1] if modified else None,
    )


def _section(head: Head) -> str | None:
    named = head.first(("article:section", "og:article:section", "section"))
    return named or jsonld.text_of(head.node.get("articleSection")) or None


def _canonical(head: Head, url: str) -> str:
    """The address the page calls its own, if it is on the same site; else the one it came from."""
    for claim in (head.links.get("canonical"), head.first(("og:url",))):
        link = urls.absolute(url, claim) if url else claim
        if link and urls.host(link) and (not url or urls.same_site(link, url)) and (not url or _specific(link, url)):
            return urls.normalise(link)
    return urls.normalise(url)


def _specific(link: str, url: str) -> bool:
    """Some sites call their front page the canonical address of everything."""
    return bool(re.sub(r"^https?://[^/]*/?", "", link)) or not re.sub(r"^https?://[^/]*/?", "", url)


def _blocks(seen: Seen) -> list[Block]:
    found: list[Block] = []
    printed: set[str] = set()
    for raw, chance in zip(seen.walk.blocks, chances(seen.walk, seen.clues), strict=True):
        reason = f"likely {chance:.2f}" if chance >= _TAKEN else f"unlikely {chance:.2f}"
        again = raw.text in printed and raw.words > 3
        title = len(raw.text) < 2 * len(seen.clues.title) + 9 and squeezed(raw.text) == seen.clues.title != ""
        told = no_article(raw.text, raw.words) if chance >= _TAKEN else None
        taken = chance >= _TAKEN and not (again or title or told)
        if chance >= _TAKEN:
            printed.add(raw.text)
            reason = "printed twice" if again else "the headline" if title else told or reason
        found.append(Block(_role(seen.walk, raw, taken, title), raw.text, taken, reason, round(chance, 3)))
    return found


def _role(found: Walk, raw: Raw, taken: bool, title: bool) -> BlockRole:
    box = found.boxes[raw.box]
    if title or raw.tag == "h1":
        return "headline"
    if raw.tag in ("figcaption", "figure", "caption") or (not taken and box.near & hint("caption")):
        return "caption"
    if not taken:
        return "dateline" if raw.words < 20 and box.near & hint("date") else "boilerplate"
    if raw.tag in ("li", "dt", "dd"):
        return "list"
    if raw.tag in _CELL:
        return "table"
    return "quote" if raw.tag == "blockquote" or found.boxes[max(box.parent, 0)].tag == "blockquote" else "body"
