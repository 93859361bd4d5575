"""ukrinform.ua: the text without a paragraph of its own for the lead, and boxes of other news between paragraphs."""

from __future__ import annotations

from monitor.parse.outlets import Rule

HOSTS = ("ukrinform.ua", "ukrinform.net", "ukrinform.ru")
RULES = (Rule(body="div.newsText", without="section.read, aside, .newsDate, figure"),)
