"""When the page's own blocks give too little: articleBody of JSON-LD, then the data a script would fill the page
with."""

from __future__ import annotations

import json
import re

from selectolax.lexbor import LexborHTMLParser

from monitor.model import Block
from monitor.parse import jsonld
from monitor.parse.spaces import clean, count_words

__all__ = ["rescued"]

_BODY_KEYS = re.compile(
    r'"(?:articleBody|bodyText|body|content|text|html|storyHTML'
    r'|articleHtml|contentHtml|bodyHtml)"\s*:\s*"((?:[^"\\]|\\.){300,})"'
)
_STEP = 2
_ENOUGH, _START = 40, 1000


def rescued(blocks: list[Block], text: str, node: jsonld.Node, markup: str) -> tuple[list[Block], str]:
    """Blocks to take instead and the suffix of the reader's name: when JSON-LD has over twice the text, or the page has
    next to none and a script holds paragraphs; the blocks as they are otherwise."""
    stated = jsonld.text_of(node.get("articleBody"))
    body = _plain(stated) if len(stated) > _STEP * len(text) else ""
    if len(body) > _STEP * len(text) and len(body) > 200 and "<" not in body[:20]:
        return _instead(blocks, body, "articleBody of JSON-LD, the page gives less than half"), "+json-ld"
    if count_words(text[:_START]) < _ENOUGH and count_words(text) < _ENOUGH and (body := _hydration(markup)):
        return _instead(blocks, body, "data for a script of the page"), "+data"
    return blocks, ""


def _instead(blocks: list[Block], body: str, reason: str) -> list[Block]:
    left = [Block(b.role, b.text, False, b.reason, b.score) for b in blocks]
    return left + [Block("body", line, True, reason, 1.0) for line in body.split("\n")]


def _plain(body: str) -> str:
    """Text of `body`, which may hold mark-up, one line a paragraph."""
    if "<" in body and re.search(r"</?(?:p|br|div|a|strong|em|h\d|li)\b", body):
        marked = re.sub(r"(?i)</?(?:p|div|h\d|li|ul|ol|blockquote|br)\b[^>]*>", "\n", body[:400_000])
        body = LexborHTMLParser(f"<pre>{marked}</pre>").text()
    elif "&" in body:
        body = LexborHTMLParser(f"<pre>{body[:400_000]}</pre>").text()
    return "\n".join(line for line in map(clean, re.split(r"[\r\n\u2028\u2029]+", body)) if line)


def _hydration(markup: str) -> str:
    """The longest string of prose under a telling key in the JSON of the page's scripts; "" for none."""
    best = ""
    for found in _BODY_KEYS.finditer(markup[:6_000_000]):
        if (
            len(found[1]) > len(best)
            and (text := _unescaped(found[1]))
            and text.count(" ") > 40
            and re.search(r"[.!?…»”]\s", text)
        ):
            best = text
    return _plain(best)


def _unescaped(text: str) -> str:
    try:
        return str(json.loads(f'"{text}"', strict=False)).encode("utf-8", "replace").decode("utf-8")
    except ValueError:
        return ""
