"""What hedges a number: "nearly", "at least", "понад", "-plus"."""

from __future__ import annotations

from monitor.extract.count.candidates import Candidate
from monitor.extract.count.changes import changed
from monitor.extract.count.nouns import about
from monitor.extract.text.document import Document
from monitor.extract.text.shadow import shadow
from monitor.extract.text.tokens import tokenize
from monitor.languages import Language

__all__ = ["Hedges"]

Phrase = tuple[str, ...]


def _phrases(listing: tuple[tuple[str, str], ...]) -> list[tuple[Phrase, str]]:
    split = [(tuple(tokenize(shadow(p)).words), q) for p, q in listing]
    return sorted(split, key=lambda x: -len(x[0]))


def _by_word(phrases: list[tuple[Phrase, str]], place: int) -> dict[str, list[tuple[Phrase, str]]]:
    """The phrases by their first (0) or last (-1) word."""
    table: dict[str, list[tuple[Phrase, str]]] = {}
    for phrase, qualifier in phrases:
        table.setdefault(phrase[place], []).append((phrase, qualifier))
    return table


def _inverted(doc: Document, c: Candidate) -> bool:
    """ "Дітей двадцять", "человек сорок детей": a number word behind its noun, or behind one of heads; a collective
    there is a predicate ("підлітків троє")."""
    words = doc.language.inverted and c.spans[0].form == "words"
    if words and (about(doc, c.i) or doc.word(c.i - 1) in doc.language.heads):
        return True
    if doc.language.collectives and doc.word(c.i).endswith(doc.language.collectives):
        return False
    return words and c.i > 0 and "child" in doc.tags[c.i - 1] and not doc.has(c.j, c.j + 2, "child")


def _leads_on(doc: Document, i: int) -> bool:
    """ "Evidence about 314 children", "handed over 339 names", "wir sprechen über 20.000": no hedge, a preposition."""
    stems = doc.language.leads_on.get(doc.word(i - 1), ())
    return bool(stems) and any(doc.word(k).startswith(stems) for k in (i - 2, i - 3) if k >= 0)


def _led_to(doc: Document, c: Candidate) -> bool:
    """ "Доправили до тринадцяти закладів": the preposition of where a way ends, no bound."""
    way = ("measure.carried", "measure.fetched", "measure.moved", "measure.deported")
    noun = c.j + (c.j < len(doc.tags) and not doc.tags[c.j])
    place = doc.language.implied_ways and doc.has(noun, noun + 1, "unit.facilities")
    return place and any(doc.has(doc.sentence_of(c.i)[0], c.i, tag) for tag in way)


def _multiple(doc: Document, c: Candidate) -> bool:
    """ "Півтори сотні", "пів тисячі": a half in words multiplies a round number."""
    value = doc.language.words.get(doc.word(c.i), 0)
    return doc.language.inverted and value != int(value)


def _scale_first(doc: Document, c: Candidate) -> bool:
    """ "Тисяч двадцять", "сотни полторы": a scale before what multiplies it."""
    scale, several = doc.language.scales.get(doc.word(c.i), 0), c.spans[0].j > c.i + 1
    return several and doc.word(c.i) in doc.language.vague and (c.value or 0) >= scale * _HALF_MORE


_HALF_MORE = 1.5
"""The least that multiplies a scale behind which it stands: "сотни полторы"."""


class Hedges:
    """The hedges of one language, ready to look up."""

    def __init__(self, language: Language) -> None:
        self._before = _by_word(_phrases(language.hedges()), -1)
        self._after = _by_word(_phrases(language.hedges_after()), 0)

    def before(self, doc: Document, i: int) -> str:
        """The qualifier of the hedge that ends at token `i`; "exact" when there is none."""
        for back in (i, i - 1):
            for phrase, qualifier in self._before.get(doc.word(back - 1), ()):
                a = back - len(phrase)
                if a >= 0 and (len(phrase) == 1 or doc.words[a:back] == [*phrase]):
                    return qualifier
            if doc.word(back - 1) not in doc.language.fillers:
                break
        return "exact"

    def after(self, doc: Document, j: int) -> str:
        """The qualifier of the hedge that begins at token `j`, or behind a comma there; "exact" when there is none."""
        j += doc.word(j) == "," and doc.word(j + 1) in self._after
        for phrase, qualifier in self._after.get(doc.word(j), ()):
            if doc.words[j : j + len(phrase)] == [*phrase]:
                return qualifier
        return "exact"

    def _inside(self, doc: Document, c: Candidate) -> str:
        """ "Три с лишним тысячи": a hedge between the number and its scale."""
        told = (self.after(doc, k) for k in range(c.i + 1, c.j - 1))
        return next((q for q in told if q != "exact"), "exact")

    def read(self, doc: Document, c: Candidate) -> str:
        """The qualifier of the candidate."""
        if c.value is None:
            return "range"
        if doc.word(c.i - 1) in doc.language.range_to and changed(doc, c.i):
            return "exact"
        qualifier = self.before(doc, c.i)
        if qualifier == "at_most" and _led_to(doc, c):
            return "exact"
        if qualifier != "exact" and _leads_on(doc, c.i):
            return "exact"
        qualifier = qualifier if qualifier != "exact" else self.after(doc, c.j)
        qualifier = qualifier if qualifier != "exact" else self._inside(doc, c)
        rough = qualifier == "exact" and (_inverted(doc, c) or _multiple(doc, c) or _scale_first(doc, c))
        return "approx" if rough else qualifier
