"""Who wrote an article and what it is called: authors, title, publisher (issue 6)."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from html import unescape

from monitor.parse import jsonld
from monitor.parse.head import Head
from monitor.parse.hints import hint
from monitor.parse.walk import Walk

__all__ = ["authors_of", "publisher_of", "title_block", "title_of"]

_SEPARATORS = re.compile(r"\s+[|\u2013\u2014\u00b7•»«:/·-]+\s+|\s*[|»｜ㅣ]\s*|\s+[-–—]\s+")
_PIECE = re.compile(r"\s*[|»｜ㅣ]\s*|\s+[-–—·•:/]+\s+|\s*[–—]\s+")
_HEADINGS = frozenset(("h1", "h2", "h3", "h4"))
_WORD = re.compile(r"[^\W_]+")
_BY = re.compile(
    r"^\W*(?:(?:written |posted |story |text |reported |words |article )?by|von|par|por|di|door|av|af|autorzy"
    r"|autore?n?|autor(?:in|a|es|ka|ka textu)?|author|текст|автор[ыи]?|"
    r"redacción|od|фото)\s*[:：]?\s+(?=\S)",
    re.I,
)
_SPLIT = re.compile(r"\s*(?:[,;|/•·]|\s(?:and|und|y|et|e|i|og|och|en|та|и|і|&|with|mit|con|avec)\s)\s*")
_NO_NAME = re.compile(
    r"https?:|www\.|@|\d{2,}|^\W*$|\.(?:com|org|net|html?)\b|minutes?\b|updated|published|photo|subscribe"
    r"|^(?:by|admin|null|undefined|none|n/a|unknown|anonymous)$",
    re.I,
)
_BYLINES = hint("author")
_LONGEST = 500
_PIECES = 6


def title_of(head: Head, found: Walk) -> str:
    """The headline: what the page's own h1, OpenGraph and JSON-LD agree on, without the outlet's name, and of that the
    part that the page prints as a heading where it prints no heading with all of it."""
    graph, linked = _claimed(head)
    if graph and _plain(graph) == _plain(linked):
        return graph
    agreed = _as_printed(_agreed(head, found, graph, linked), head, found)
    return _before_the_name(agreed, graph or head.title, head, found)


def _before_the_name(agreed: str, claim: str, head: Head, found: Walk) -> str:
    """The printed heading that stands in `claim` before `agreed`, where the page's h1 is its outlet's name."""
    behind = _plain(claim).endswith(" " + _plain(agreed)) or f" {_plain(agreed)} " in _plain(claim)
    printed = _as_printed(claim, head, found) if behind else claim
    return printed if printed != claim and _words(printed) > _words(agreed) else agreed


def _claimed(head: Head) -> tuple[str, str]:
    """What OpenGraph and JSON-LD call the article, without the outlet's name."""
    linked = unescape(jsonld.text_of(head.node.get("headline")))
    return _bare(head.first(("og:title",)), head), _bare(linked, head)


def _as_printed(title: str, head: Head, found: Walk) -> str:
    """`title`, or the piece of it between separators that is the longest heading of the page."""
    cuts = [(0, 0), *(m.span() for m in _PIECE.finditer(title)), (len(title), len(title))][: _PIECES + 2]
    if len(cuts) < 3:
        return title
    heads = {_plain(raw.text) for raw in found.blocks if raw.tag in _HEADINGS} | {_plain(text) for _, text in found.h1}
    if _plain(title) in heads:
        return title
    pieces = [title[a[1] : b[0]] for i, a in enumerate(cuts) for b in cuts[i + 1 :]]
    site = _plain(publisher_of(head) or "")
    whole = [p for p in pieces if _words(p) >= 3 and _plain(p) in heads and _plain(p) != site]
    return max(whole, key=len, default=title).strip()


def _agreed(head: Head, found: Walk, graph: str, linked: str) -> str:
    """The h1 where a claim of the head speaks for it, else the first claim."""
    h1 = _h1(found, head)
    claims = [t for t in (linked, graph, _bare(head.first(("twitter:title", "dc.title", "title")), head)) if t]
    tag = _bare(head.title, head)
    if h1 and any(_same(h1, claim) for claim in [*claims, tag]):
        return next((c for c in claims if _words(c) >= 3 and _plain(h1).endswith(" " + _plain(c))), h1)
    if claims:
        return claims[0]
    return h1 if h1 and (not tag or _words(h1) >= 3) else tag or h1


def _words(text: str) -> int:
    return len(_WORD.findall(text))


def title_block(found: Walk, title: str) -> int:
    """Index of the block that prints the headline, -1 if none does."""
    plain = _plain(title)
    at = next((i for i, raw in enumerate(found.blocks) if raw.tag == "h1" and _plain(raw.text) == plain), -1)
    if at < 0:
        at = next((i for i, raw in enumerate(found.blocks) if raw.words < 60 and _plain(raw.text) == plain), -1)
    return at if at >= 0 else (found.h1[0][0] if found.h1 else -1)


def publisher_of(head: Head) -> str | None:
    """The outlet's name as it states it."""
    named = next((n for n, _ in jsonld.names(head.node.get("publisher"))), "")
    if not named:
        orgs = [n for n in head.nodes if {"NewsMediaOrganization", "Organization", "WebSite"} & set(jsonld.types(n))]
        named = next((t for n in orgs if (t := jsonld.text_of(n.get("name")))), "")
    return (
        head.first(("og:site_name",))
        or named
        or head.first(("application-name", "dc.publisher", "publisher", "copyright"))
        or None
    )


def authors_of(head: Head, found: Walk, at: int) -> tuple[str, ...]:
    """People (or, where it says so, a desk) in the order printed, without addresses, roles and the outlet's own
    name."""
    given = jsonld.names(head.node.get("author")) or jsonld.names(head.node.get("creator"))
    names = _unique([n for name, _ in given for n in _split(name)])
    people = [n for name, kind in given if kind != "Organization" for n in _split(name)]
    if people and (at < 0 or any(map(_looks_name, people)) or not _byline(found, at)):
        return _unique(people) if len(_unique(people)) == len(names) else names
    metas = [
        v
        for key in (
            "author",
            "article:author",
            "parsely-author",
            "dc.creator",
            "sailthru.author",
            "byl",
            "citation_author",
            "dcterms.creator",
        )
        for v in head.meta.get(key, ())[:8]
    ]
    meta = _unique([n for v in metas[:8] for n in _split(v)])
    site = _plain(publisher_of(head) or "")
    if meta and not all(_plain(n) == site or not _looks_name(n) for n in meta):
        return tuple(n for n in meta if _plain(n) != site)
    marked = _unique([n for line in head.bylines[:1] for n in _split(line)])
    return marked or _byline(found, at) or names or meta


def _byline(found: Walk, at: int) -> tuple[str, ...]:
    """Names in elements called author or byline, near the headline first."""
    order = sorted(range(len(found.blocks)), key=lambda i: abs(i - at - 3)) if at >= 0 else range(len(found.blocks))
    for index in list(order)[:60]:
        raw = found.blocks[index]
        box = found.boxes[raw.box]
        marked = (box.near | found.boxes[max(box.parent, 0)].near) & _BYLINES
        if (
            raw.words <= 14
            and (marked or _BY.match(raw.text))
            and (names := _unique(_split(raw.text)))
            and all(_looks_name(n) for n in names)
        ):
            return names
    return ()


def _looks_name(name: str) -> bool:
    words = name.split()
    return 2 <= len(words) <= 4 and all(
        w[0].isupper() or w.lower() in ("de", "van", "von", "der", "la", "el", "di", "da", "del", "bin", "al")
        for w in words
    )


def _split(text: str) -> list[str]:
    text = _BY.sub("", re.sub(r"https?://\S*|\S+@\S+|\([^)]*\)|<[^>]*>", " ", text).strip())
    text = text.replace(" 기자", "")
    parts = [p.strip(" .\u00a0:–-") for p in _SPLIT.split(text)] if len(text) < 200 else []
    return [re.sub(r"\s+", " ", p) for p in parts if p and len(p) < 60 and not _NO_NAME.search(p)]


def _unique(names: list[str]) -> tuple[str, ...]:
    seen: dict[str, str] = {}
    for name in names:
        seen.setdefault(_plain(name), name)
    return tuple(seen.values())


def _h1(found: Walk, head: Head) -> str:
    """The h1 that is most like what the head calls the page; the first one that is not the outlet's name otherwise."""
    site = _plain(publisher_of(head) or "")
    texts = [text for _, text in found.h1]
    texts = [t for t in texts if _plain(t) and _plain(t) != site and len(t) < 400]
    target = _plain(head.first(("og:title",)) or head.title)
    return max(texts, key=lambda t: _alike(_plain(t), target), default="")


def _bare(title: str, head: Head) -> str:
    """`title` without the outlet's name at its end or beginning."""
    title = title[:_LONGEST]
    site = _plain(publisher_of(head) or "")
    pieces = [m.span() for m in _SEPARATORS.finditer(title)][-_PIECES:]
    for start, end in reversed(pieces):
        tail, front = _plain(title[end:]), title[:start].strip()
        if not front or not tail:
            continue
        h1_like = len(_WORD.findall(front)) >= 2
        if h1_like and (
            tail == site or (site and (tail in site or site in tail) and len(tail.split()) < 6) or _is_site(tail, head)
        ):
            return _bare(front, head)
    if pieces and site and _plain(title[: pieces[0][0]]) == site:
        return title[pieces[0][1] :].strip()
    return title.strip()


def _is_site(tail: str, head: Head) -> bool:
    """A short tail that is also the name of the host."""
    host = head.links.get("canonical", "") or head.first(("og:url",))
    joined = tail.replace(" ", "")
    return (
        len(joined) > 2
        and len(tail.split()) < 5
        and joined in re.sub(r"[\W_]", "", host.lower().split("//")[-1].split("/")[0])
    )


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


def _same(a: str, b: str) -> bool:
    return _alike(_plain(a), _plain(b)) > 0.6


def _alike(a: str, b: str) -> float:
    if a == b:
        return 1.0
    if not a or not b:
        return 0.0
    if a in b or b in a:
        return 0.5 + 0.5 * min(len(a), len(b)) / max(len(a), len(b))
    return SequenceMatcher(None, a[:300], b[:300], autojunk=False).ratio()
