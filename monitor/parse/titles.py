"""What an article is called, and which block prints that (issue 6)."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache
from html import unescape

from monitor.parse import jsonld
from monitor.parse.head import Head
from monitor.parse.headings import Heading
from monitor.parse.walk import Walk

__all__ = ["title_block", "title_of"]

_SEPARATORS = re.compile(r"\s+[|\u2013\u2014\u00b7•»«:/·-]+\s+|\s*[|»｜ㅣ]\s*|\s+[-–—]\s+")
_UNSPACED = re.compile(r"(?<=[^\x00-\u2fff])[-_]{1,2}[\u3040-\u9fff\uac00-\ud7a3]{2,8}$")
_PIECE = re.compile(r"\s*[|»｜ㅣ]\s*|\s+[-–—·•:/]+\s+|\s*[–—]\s+")
_MARKS = re.compile("[-|\u2013\u2014\u00b7•»«:/｜ㅣ]")
"""One of these is in whatever `_SEPARATORS` and `_PIECE` find."""
_TAGS = frozenset(("h1", "h2", "h3", "h4"))
_WORD = re.compile(r"[^\W_]+")
_LONGEST = 500
_PIECES = 6


def title_of(head: Head, found: Walk) -> str:
    """The headline: what the page's own h1, OpenGraph and JSON-LD agree on, without the outlet's name, and of that the
    part that the page prints as a heading where it prints no heading with all of it."""
    graph, linked = _claimed(head)
    if graph and _plain(graph) in (_plain(linked), _plain(_SEPARATORS.split(linked)[0])):
        return graph
    agreed = _as_printed(_agreed(head, found, graph, linked), head, found)
    return _before_the_name(agreed, graph or head.title, head, found)


def title_block(found: Walk, title: str) -> int:
    """Index of the block that prints the headline, -1 if none does."""
    plain = _plain(title)
    for heading in sorted(found.headings, key=lambda h: (h.apart, h.tag, h.at)):
        if plain in (_plain(heading.whole), _plain(heading.main)):
            return heading.at
    printed = next((i for i, raw in enumerate(found.blocks) if raw.words < 60 and _plain(raw.text) == plain), -1)
    return printed if printed >= 0 else next((h.at for h in found.headings if h.tag == "h1"), -1)


def _claimed(head: Head) -> tuple[str, str]:
    """What OpenGraph and JSON-LD call the article, without the outlet's name."""
    linked = unescape(jsonld.text_of(head.node.get("headline")))
    return _bare(head.first(("og:title",)), head), _bare(linked, head)


def _agreed(head: Head, found: Walk, graph: str, linked: str) -> str:
    """The h1 where a claim of the head speaks for it; else the claim that is printed as a heading, else the first."""
    main = _h1(found, head)
    claims = [t for t in (linked, graph, _bare(head.first(("twitter:title", "dc.title", "title")), head)) if t]
    tag = _bare(head.title, head)
    if main and any(_same(h, claim) for h in (main.whole, main.main) for claim in [*claims, tag]):
        plain = _plain(main.main)
        return next((c for c in claims if _words(c) >= 3 and plain.endswith(" " + _plain(c))), main.main)
    if claims:
        doubtful = not linked or (graph and _plain(linked) != _plain(graph))
        return _printed_claim(claims, found) or (_lonely(main, found, claims[0]) if doubtful else linked)
    return main.main if main and (not tag or _words(main.main) >= 3) else tag or (main.main if main else "")


def _printed_claim(claims: list[str], found: Walk) -> str:
    """The claim that the page prints as a heading, if need be in a breadcrumb; "" for none. Of several the one that
    most make; where as many make the other, the headline of a heading of two parts before the one with its kicker."""
    plain = [_plain(claim) for claim in claims]
    aside = {_plain(text) for h in found.headings if h.apart for text in (h.whole, h.main)}
    parted = {_plain(h.main) for h in found.headings if not h.apart and h.main != h.whole}
    for heads in (_heads(found), aside):
        if printed := [c for c, text in zip(claims, plain, strict=True) if text in heads]:
            return max(printed, key=lambda c: (plain.count(_plain(c)), _plain(c) in parted))
    return ""


def _lonely(main: Heading | None, found: Walk, claim: str) -> str:
    """The first h1 of a page whose head calls it something of which no heading prints a part."""
    usable = [h for h in found.headings if h.tag == "h1" and not h.apart and _plain(h.whole)]
    told = any(_words(text) >= 3 and f" {text} " in f" {_plain(claim)} " for text in _heads(found))
    return usable[0].main if main and usable and _words(usable[0].main) > 1 and not told else claim


def _heads(found: Walk) -> set[str]:
    plain = {_plain(raw.text) for raw in found.blocks if raw.tag in _TAGS}
    plain -= {_plain(h.whole) for h in found.headings if h.apart}
    return plain | {_plain(text) for h in found.headings if not h.apart for text in (h.whole, h.main)}


def _as_printed(title: str, head: Head, found: Walk) -> str:
    """`title`, or the piece of it between separators that is the longest heading of the page."""
    if not _MARKS.search(title):
        return title
    cuts = [(0, 0), *(m.span() for m in _PIECE.finditer(title)), (len(title), len(title))][: _PIECES + 2]
    if len(cuts) < 3:
        return title
    heads = _heads(found)
    if _plain(title) in heads:
        return title
    pieces = [title[a[1] : b[0]] for i, a in enumerate(cuts) for b in cuts[i + 1 :]]
    site = _plain(head.publisher)
    whole = [p for p in pieces if _words(p) >= 3 and _plain(p) in heads and _plain(p) != site]
    return max(whole, key=len, default=title).strip()


def _before_the_name(agreed: str, claim: str, head: Head, found: Walk) -> str:
    """The printed heading that stands in `claim` before `agreed`, where the page's h1 is its outlet's name."""
    behind = _plain(claim).endswith(" " + _plain(agreed)) or f" {_plain(agreed)} " in _plain(claim)
    printed = _as_printed(claim, head, found) if behind else claim
    return printed if printed != claim and _words(printed) > _words(agreed) else agreed


def _h1(found: Walk, head: Head) -> Heading | None:
    """The h1 that is most like what the head calls the page, if it has one that is not the outlet's name."""
    site = _plain(head.publisher)
    usable = [h for h in found.headings if h.tag == "h1" and not h.apart and _plain(h.whole) not in ("", site)]
    target = _plain(head.first(("og:title",)) or head.title)
    usable = [h for h in usable if len(h.whole) < 400]
    if len(usable) < 2:
        return usable[0] if usable else None
    same = next((h for h in usable if _plain(h.whole) == target), None)
    return same or max(usable, key=lambda h: _alike(_plain(h.whole), target))


def _bare(title: str, head: Head) -> str:
    """`title` without the outlet's name at its end or beginning."""
    address = head.links.get("canonical", "") or head.first(("og:url",))
    return _named_no_more(title[:_LONGEST], _plain(head.publisher[:_LONGEST]), address[:_LONGEST])


@lru_cache(maxsize=64)
def _named_no_more(title: str, site: str, address: str) -> str:
    """`title` without the name `site` of its outlet, or that of the host of its `address`, at its end or beginning. A
    head says most titles more than once."""
    title = title if title.isascii() else _UNSPACED.sub("", title)
    pieces = [m.span() for m in _SEPARATORS.finditer(title)][-_PIECES:] if _MARKS.search(title) else []
    for start, end in reversed(pieces):
        tail, front = _plain(title[end:]), title[:start].strip()
        if not front or not tail:
            continue
        h1_like = len(_WORD.findall(front)) >= 2
        if h1_like and (
            tail == site
            or (site and (tail in site or site in tail) and len(tail.split()) < 6)
            or _is_site(tail, address)
        ):
            return _named_no_more(front, site, address)
    if pieces and site and _plain(title[: pieces[0][0]]) == site:
        return title[pieces[0][1] :].strip()
    return title.strip()


def _is_site(tail: str, address: str) -> bool:
    """A short tail that is also the name of the host."""
    joined = tail.replace(" ", "")
    return (
        len(joined) > 2
        and len(tail.split()) < 5
        and joined in re.sub(r"[\W_]", "", address.lower().split("//")[-1].split("/")[0])
    )


def _plain(text: str) -> str:
    """The words of a title in lower case; one of many thousand characters is not kept."""
    return _folded(text) if len(text) <= _LONGEST else _folded.__wrapped__(text)


@lru_cache(maxsize=256)
def _folded(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


def _same(a: str, b: str) -> bool:
    return _alike(_plain(a), _plain(b), 0.6) > 0.6


def _alike(a: str, b: str, least: float = 0.0) -> float:
    """How like each other two titles are (0..1); 0 where they cannot be more than `least` alike."""
    if a == b:
        return 1.0
    if not a or not b:
        return 0.0
    if a in b or b in a:
        return 0.5 + 0.5 * min(len(a), len(b)) / max(len(a), len(b))
    a, b = a[:300], b[:300]
    if 2 * min(len(a), len(b)) <= least * (len(a) + len(b)):
        return 0.0
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() > least else 0.0


def _words(text: str) -> int:
    return len(_WORD.findall(text))
