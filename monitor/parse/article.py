"""From a parsed tree to an article: blocks with roles, text, metadata, kind (issue 6)."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date

from selectolax.lexbor import LexborHTMLParser

from monitor.model import Article, Block, BlockRole
from monitor.parse import jsonld, live, rescue, urls, who
from monitor.parse.choose import chances
from monitor.parse.features import Clues, squeezed
from monitor.parse.head import Head, read_head
from monitor.parse.hints import hint
from monitor.parse.kinds import kind_of
from monitor.parse.language import language_of
from monitor.parse.outlets import Ruled, ruled
from monitor.parse.reasons import reasons
from monitor.parse.titles import title_block, title_of
from monitor.parse.walk import Raw, Walk, walk
from monitor.parse.when import dates_of
from monitor.parse.wording import no_article

__all__ = ["PARSER", "Seen", "look", "read"]

PARSER = "blocks-5"
"""Name and version of this reader; changes when its output does."""

_TAKEN = 0.5
_TOOL, _CAPTION, _DATE = hint("tool"), hint("caption"), hint("date")
_REFRAIN, _LINE = 3, 40
_LONG, _LONGEST, _PROBES, _STRETCH = 200, 5, 10, 30
_OPENING = 20
_CELL = frozenset(("td", "th", "table", "tr", "caption"))


@dataclass(frozen=True, slots=True)
class Seen:
    """What one look at a tree gives: its head, its blocks, the clues between them and the headline."""

    head: Head
    walk: Walk
    clues: Clues
    title: str


def look(tree: LexborHTMLParser) -> Seen:
    """Read the head of `tree`, walk the rest. The tree is spent afterwards."""
    head = read_head(tree)
    found = walk(tree)
    title = title_of(head, found)
    description = head.first(("og:description", "description"))
    clues = Clues(
        description=squeezed(description),
        opening=description[:_OPENING],
        title=squeezed(title),
        headline=title_block(found, title),
    )
    return Seen(head, found, clues, title)


def read(
    tree: LexborHTMLParser, url: str, markup: str, *, explain: bool = False, served: date | None = None
) -> Article:
    """The article in `tree`, which was parsed from `markup` as served at `url` on the day `served`, with all its blocks
    or those of its text. The tree is spent afterwards."""
    seen = look(tree)
    rule = ruled(tree, url, served)
    blocks = _blocks(seen, _chances(seen, rule), explain=explain, by=rule.name if rule else "")
    head = seen.head
    text = "\n".join([block.text for block in blocks if block.taken])
    blocks, basis = rescue.rescued(blocks, text, head.node, markup)
    published, modified = dates_of(head, seen.walk, url, title_block=seen.clues.headline, markup=markup, served=served)
    updates = live.updates_of(head.nodes)
    if basis or updates:
        blocks = live.with_updates(blocks, updates)
        text = "\n".join([block.text for block in blocks if block.taken])
    language, language_basis = language_of(text or seen.title, head)
    return Article(
        url=url,
        canonical_url=_canonical(head, url),
        title=seen.title,
        text=text,
        kind=kind_of(seen.head, seen.walk, seen.title, text, updates=len(updates)),
        parser=PARSER + (f"+{rule.name}" if rule else "") + basis,
        authors=who.authors_of(head, seen.walk, seen.clues.headline),
        language=language,
        language_basis=language_basis,
        publisher=head.publisher or None,
        section=_section(head),
        blocks=tuple(blocks if explain else [block for block in blocks if block.taken]),
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
        if url and claim == url:
            break
        link = urls.absolute(url, claim) if url else claim
        if link and urls.host(link) and (not url or urls.same_site(link, url)) and (not url or _specific(link, url)):
            return urls.normalise(link)
    return urls.normalise(url)


def _specific(link: str, url: str) -> bool:
    """Some sites call their front page the canonical address of everything."""
    return bool(re.sub(r"^https?://[^/]*/?", "", link)) or not re.sub(r"^https?://[^/]*/?", "", url)


def _chances(seen: Seen, rule: Ruled | None) -> list[float]:
    if rule is None:
        return chances(seen.walk, seen.clues)
    return [float(raw.text in rule.texts) for raw in seen.walk.blocks]


def _blocks(seen: Seen, likely: list[float], *, explain: bool, by: str) -> list[Block]:
    """Blocks with role and reason, those of the text or all; `by` names the outlet's file if that chose them."""
    found: list[Block] = []
    scored = [(raw, chance, "") for raw, chance in zip(seen.walk.blocks, likely, strict=True) if chance >= _TAKEN]
    again = _again([raw for raw, _, _ in scored])
    if explain:
        scored = list(zip(seen.walk.blocks, likely, _reasons(seen, likely, by=by), strict=True))
    for raw, chance, why in scored:
        told, title = None, False
        if chance >= _TAKEN:
            title = _is_title(raw.text, seen.clues.title)
            told = _told(seen.walk, raw, title=title, again=id(raw) in again)
        taken = chance >= _TAKEN and told is None
        found.append(Block(_role(seen.walk, raw, taken, title), raw.text, taken, told or why, round(chance, 3)))
    return found


def _reasons(seen: Seen, likely: list[float], *, by: str) -> list[str]:
    """Why each block is as likely as it is."""
    if by:
        return [f"{'taken' if chance >= _TAKEN else 'left'} by outlets/{by}" for chance in likely]
    words = [f"{'likely' if chance >= _TAKEN else 'unlikely'} {chance:.2f}" for chance in likely]
    return [f"{word}: {why}" for word, why in zip(words, reasons(seen.walk, seen.clues), strict=True)]


def _is_title(text: str, title: str) -> bool:
    """Whether `text` has the letters and digits of the headline, which are `title`; mostly its first letter tells."""
    if title == "" or len(text) >= 2 * len(title) + 9 or (text[0].isalnum() and text[0].lower()[0] != title[0]):
        return False
    return squeezed(text) == title


def _told(found: Walk, raw: Raw, *, title: bool, again: bool) -> str | None:
    """Why a likely block stays out all the same, None if it is in."""
    if title or again:
        return "the headline" if title else "printed twice"
    if found.boxes[raw.box].far & _TOOL:
        return "in a tool that asks for consent"
    return no_article(raw.text, raw.words)


def _again(blocks: list[Raw]) -> set[int]:
    """Ids of the blocks that print what others print: a line once more, where no list or table repeats it again and
    again, and the whole text once more in one block."""
    texts = [raw.text for raw in blocks]
    twice = len(set(texts)) < len(texts)
    counts = Counter(texts) if twice else {}
    printed: set[str] = set()
    found: set[int] = set()
    for raw in blocks if twice else ():
        if raw.words > 3 and raw.text in printed and (counts[raw.text] < _REFRAIN or raw.words > _LINE):
            found.add(id(raw))
        printed.add(raw.text)
    longest = sorted((raw for raw in blocks if raw.words > _LONG), key=lambda raw: -raw.words)[:_LONGEST]
    return found | {id(raw) for raw in longest if _told_before(raw, blocks)}


def _told_before(long: Raw, blocks: list[Raw]) -> bool:
    """Four of five stretches of `long` stand in blocks of half its size."""
    others = " ".join(raw.text for raw in blocks if raw.words < long.words / 2)
    step = len(long.text) // _PROBES
    return sum(long.text[i * step : i * step + _STRETCH] in others for i in range(_PROBES)) >= 0.8 * _PROBES


def _role(found: Walk, raw: Raw, taken: bool, title: bool) -> BlockRole:
    box = found.boxes[raw.box]
    if title or raw.tag == "h1":
        return "headline"
    if raw.tag in ("figcaption", "figure", "caption") or (not taken and box.near & _CAPTION):
        return "caption"
    if not taken:
        return "dateline" if raw.words < 20 and box.near & _DATE else "boilerplate"
    if raw.tag in ("li", "dt", "dd"):
        return "list"
    if raw.tag in _CELL:
        return "table"
    return "quote" if raw.tag == "blockquote" or found.boxes[max(box.parent, 0)].tag == "blockquote" else "body"
