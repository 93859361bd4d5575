"""ria.ru: a reel of articles in one page, each in blocks of a kind; cards of other news stand among the paragraphs."""

from __future__ import annotations

from monitor.parse.outlets import Rule

HOSTS = ("ria.ru",)
RULES = (
    Rule(
        body="div.article__body",
        without=".article__block:not([data-type=text]):not([data-type=h2]):not([data-type=h3]):not([data-type=quote])",
    ),
)
