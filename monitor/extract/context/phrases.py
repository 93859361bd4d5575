"""The phrases of a language that tell when, and the words that lead to them; both are data (``Language.times``)."""

from __future__ import annotations

from functools import cache

from monitor import languages
from monitor.extract.context.grains import DAYS_OF_YEAR
from monitor.extract.text.document import Document
from monitor.extract.text.shadow import shadow
from monitor.extract.text.small import ARTICLES, DASHES
from monitor.extract.text.tokens import tokenize

__all__ = ["LEAD", "ending", "lead_of", "names_years", "phrases", "tells_when"]

LEAD = 6
"""So many words before a time may tell whether it begins or ends there: "since the very beginning of"."""


@cache
def phrases(code: str) -> dict[str, list[tuple[list[str], str, int]]]:
    """The phrases of a language by their first word, the longest first: words, name and number of what they say."""
    table: dict[str, list[tuple[list[str], str, int]]] = {}
    for says, listing in languages.load(code).times.items():
        name, _, number = says.partition(" ")
        for phrase in listing.split(","):
            words = tokenize(shadow(phrase.strip())).words
            table.setdefault(words[0], []).append((words, name, int(number or 0)))
    for rows in table.values():
        rows.sort(key=lambda row: -len(row[0]))
    return table


def tells_when(doc: Document, a: int, k: int) -> bool:
    """Does a phrase that begins at token `a` or behind it, with `k` in it, tell when: "this week", "el mes pasado"?

    A bare unit ("двоє діб") and so many hours are how long something took.
    """
    table = phrases(doc.language.code)
    return any(
        len(words) > 1
        and name not in ("span", "hours")
        and doc.words[first : first + len(words)] == words
        and first + len(words) > k
        for first in range(a, k + 1)
        for words, name, _ in table.get(doc.words[first], ())
    )


def names_years(doc: Document, k: int) -> bool:
    """Is token `k` the word year: "року", "Jahren", "latach"?"""
    return any(row[1:] == ("span", DAYS_OF_YEAR) for row in phrases(doc.language.code).get(doc.word(k), ()))


def ending(doc: Document, k: int, last: int) -> list[tuple[list[str], str, int]]:
    """The phrases that begin at token `k` and end with token `last`."""
    rows = phrases(doc.language.code).get(doc.word(k), ())
    return [row for row in rows if len(row[0]) == last - k + 1 and doc.words[k : last + 1] == row[0]]


def lead_of(doc: Document, i: int) -> tuple[str, bool]:
    """The word that tells whether a time begins or ends at token `i`, and whether only an edge of it is told.

    "Since early March", "by the end of 2024": articles and stages stand between; empty where no such word does.
    """
    language, edge = doc.language, False
    known = language.sinces | language.untils | language.unto | language.ahead | language.range_between | DASHES
    for at in range(i - 1, max(i - 1 - LEAD, -1), -1):
        word, two = doc.word(at), f"{doc.word(at - 1)} {doc.word(at)}"
        if two in language.untils:
            return two, edge
        if word in known and (word not in ARTICLES or word in language.sinces):
            return word, edge
        if word in language.stages:
            edge = True
        elif word not in ARTICLES and word not in language.lately and word not in language.of:
            break
    return ("-" if doc.word(i - 1) == "-" else ""), edge
