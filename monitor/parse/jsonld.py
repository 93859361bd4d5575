"""What a page says of itself in JSON-LD (schema.org): the object of the article, however it is nested or broken."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

__all__ = ["Node", "article_of", "names", "nodes", "text_of", "types"]

Node = dict[str, Any]

_ARTICLES = ("NewsArticle", "ReportageNewsArticle", "LiveBlogPosting", "AnalysisNewsArticle", "OpinionNewsArticle",
"BackgroundNewsArticle",
             "ReviewNewsArticle", "Article", "BlogPosting", "TechArticle", "ScholarlyArticle", "Report",
             "SocialMediaPosting", "Review",
             "Recipe", "MedicalWebPage", "VideoObject", "WebPage")  # fmt: skip
_RANK = {name: rank for rank, name in enumerate(_ARTICLES)}
_CONTROL = re.compile(r"[\x00-\x1f]+")
_COMMA = re.compile(r",\s*([}\]])")
_WRAP = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/"
    r"|\]\]>)\s*;?\s*$"
)
_OPEN, _CLOSED = ("{", "["), ("}", "]")
_PAIR = re.compile(r'"(@type|headline|date(?:Published|Modified|Created))"\s*:\s*"([^"\\]{1,400})"')
_READER = json.JSONDecoder(strict=False)
"""Made once: `json.loads` makes one for each script."""
_MAX_SALVAGE = 200_000
_MAX_NODES = 3000


def nodes(scripts: list[str]) -> list[Node]:
    """Every object in the JSON-LD `scripts` of a page, outer before inner. Broken JSON is mended a little or left
    out."""
    found: list[Node] = []
    for script in scripts:
        found += _flat(_load(script))
    return found


def article_of(found: list[Node]) -> Node:
    """The object that speaks of the article: the most special type wins, and of two alike the fuller one; {} for
    none."""
    ranked = [(min(_RANK.get(t, 99) for t in types(n)), -len(n), i) for i, n in enumerate(found) if types(n)]
    best = min((r for r in ranked if r[0] < 99), default=None)
    return found[best[2]] if best else {}


def types(node: Node) -> tuple[str, ...]:
    """Its types, without the address of the vocabulary."""
    kind = node.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    return tuple(k.rsplit("/", 1)[-1] for k in kinds if isinstance(k, str))


def text_of(value: Any) -> str:
    """`value` as one string: itself, its @value, or the first of a list."""
    if isinstance(value, list):
        return next((t for v in value if (t := text_of(v))), "")
    if isinstance(value, dict):
        return text_of(value.get("@value") or value.get("name") or "")
    return value.strip() if isinstance(value, str) else str(value) if isinstance(value, int) and value > 1 else ""


def names(value: Any) -> list[tuple[str, str]]:
    """(name, type) of each person or organisation in `value`, which may be a string, an object or a list of them."""
    if isinstance(value, list):
        return [pair for v in value[:30] for pair in names(v)]
    if isinstance(value, dict):
        kind = next(iter(types(value)), "")
        inner = value.get("name")
        return [(name, kind) for name, _ in names(inner)] if inner else []
    return [(value.strip(), "")] if isinstance(value, str) and value.strip() else []


def _load(script: str) -> Any:
    script = script.strip()
    if script[:1] not in _OPEN or script[-1:] not in _CLOSED:
        script = _WRAP.sub("", _WRAP.sub("", script)).strip().rstrip(";")
    for mend in (lambda s: s, lambda s: _COMMA.sub(r"\1", _CONTROL.sub(" ", s))):
        try:
            return _READER.decode(mend(script))
        except (ValueError, RecursionError):
            continue
    return _several(script)


def _several(script: str) -> Any:
    """Objects written one after the other, as some templates do."""
    try:
        return _READER.decode("[" + re.sub(r"}\s*,?\s*{", "},{", _CONTROL.sub(" ", script)) + "]")
    except (ValueError, RecursionError):
        return _salvaged(script)


def _salvaged(script: str) -> Node:
    """What can still be read of an object that is no JSON: its type, headline and dates."""
    found: Node = {}
    for pair in _PAIR.finditer(script[:_MAX_SALVAGE]):
        found.setdefault(pair[1], _CONTROL.sub(" ", pair[2]))
    return found if "@type" in found else {}


def _flat(data: Any) -> Iterator[Node]:
    queue = [data]
    for index in range(_MAX_NODES):
        if index >= len(queue):
            return
        item = queue[index]
        if isinstance(item, list):
            queue.extend(item[:200])
        elif isinstance(item, dict):
            yield item
            queue.extend(
                item[key]
                for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "hasPart")
                if key in item
            )
