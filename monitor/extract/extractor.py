"""The pipeline from text to figures, on one screen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, partial
from typing import Any

from monitor import languages
from monitor.extract.context import gate
from monitor.extract.count.candidates import Candidate, compose
from monitor.extract.count.nouns import Counted, counted
from monitor.extract.count.parts import mark_parts
from monitor.extract.count.qualifiers import Hedges
from monitor.extract.count.sums import with_kind_of_whole
from monitor.extract.figure.keep import keep
from monitor.extract.figure.notes import words_of
from monitor.extract.figure.reading import Reading, Tools
from monitor.extract.reject.reasons import DOUBTS, reason
from monitor.extract.reject.spread import spread
from monitor.extract.speaker.attribution import Speaking, Voices, speaking
from monitor.extract.text.document import Document, prepare
from monitor.extract.text.guess import guess
from monitor.extract.text.lexicon import Lexicon, Patterns
from monitor.extract.text.shadow import shadow
from monitor.extract.weigh.weights import Hints, Weights
from monitor.languages import Language
from monitor.model import Extraction, Number
from monitor.stories import Story, is_cyrillic

__all__ = ["LONGEST", "Extractor", "Sifted", "sifted"]

LONGEST = 300_000
"""So many characters of a text are read; more cost 120 bytes of memory each, and no article has them (issue 7)."""


_FIRST, _LAST = 1900, 2200
_LIKELY = 0.8
"""A text in which no number is likelier than this to be a figure has none (cross-validated, lowered for recall)."""
_NUMBERS = 30
"""A text with so many times the numbers that may be figures at most is a table, and its first ones show that."""
_UNSURE = "nothing of the story is sure"


class Extractor:
    """Reads the figures of `story`, with its weights or with other `tables` of weights (Story.weights).

    Languages and lexicons are compiled at first use and kept.
    """

    def __init__(self, story: Story, tables: Mapping[str, Mapping[str, Any]] | None = None) -> None:
        self.story = story
        self._given = tables
        self._tools: dict[str, Tools] = {}
        self._named: dict[bool, Patterns] = {}

    @cached_property
    def _languages(self) -> tuple[Language, ...]:
        known = languages.codes()
        codes = [c for c in ("en", *known) if c in self._codes]
        return tuple(languages.load(c) for c in dict.fromkeys(codes))

    @cached_property
    def _codes(self) -> frozenset[str]:
        return frozenset(languages.codes()) & frozenset(self.story.languages())

    def _for(self, code: str) -> Tools:
        if code not in self._tools:
            language = languages.load(code)
            lexicon, hedges = self._lexicon(code), Hedges(language)
            self._tools[code] = Tools(language, lexicon, hedges, self._weights, self._ways, self._speaking, self._parts)
        return self._tools[code]

    def _lexicon(self, code: str) -> Lexicon:
        """The words of a language, and the names, of which those with Cyrillic letters only beside words with such."""
        words = self.story.lexicon(code)
        alphabets = (False, True) if any(is_cyrillic(pattern) for _, pattern in words) else (False,)
        return Lexicon(words, *map(self._names, alphabets))

    def _names(self, cyrillic: bool) -> Patterns:
        if cyrillic not in self._named:
            self._named[cyrillic] = Patterns(self.story.names(cyrillic=cyrillic))
        return self._named[cyrillic]

    @cached_property
    def _tables(self) -> Mapping[str, Mapping[str, Any]]:
        return self.story.weights() if self._given is None else self._given

    @cached_property
    def _weights(self) -> Weights:
        return self._only("measure", "kind")

    @cached_property
    def _ways(self) -> Weights:
        return self._only("direction")

    def _only(self, *names: str) -> Weights:
        return Weights({name: self._tables[name] for name in names if name in self._tables})

    @cached_property
    def _parts(self) -> Lexicon:
        return words_of(self.story)

    @cached_property
    def _speaking(self) -> Speaking | None:
        return speaking(self._tables["speaker"]) if "speaker" in self._tables else None

    def prepared(self, text: str, headline: str, language: str | None) -> tuple[Document, Document]:
        """Text and headline, marked with the words of their language."""
        tools = self._for(self._code(language, f"{headline}\n{text}"))
        return prepare(text, tools.language, tools.lexicon), prepare(headline, tools.language, tools.lexicon)

    def _code(self, language: str | None, text: str) -> str:
        code = (language or "").lower().replace("_", "-").split("-")[0]
        return code if code in self._codes else guess(shadow(text), self._languages)

    def extract(
        self,
        text: str,
        *,
        language: str | None,
        published: date | None,
        headline: str = "",
        publisher: str = "",
        ours: bool = False,
        most: int | None = None,
    ) -> Extraction:
        """All figures of `text`, every number with its figure or its reason, and whether the article is relevant.

        A day of publication before 1900 or behind 2200 is a mistake and counts as unknown. Of a text beyond LONGEST
        characters only the beginning is read, to the end of a block. With `ours` the text is known to be of the story
        (a claim to check): then what the grammar binds is a figure however unlikely. Behind more than `most` figures
        no other is read: a table is none of ours.
        """
        if published is not None and not _FIRST <= published.year <= _LAST:
            published = None
        if len(text) > LONGEST:
            text = text[: max(text.rfind("\n", 0, LONGEST), 0) or LONGEST]
        doc, head = self.prepared(text, headline, language)
        tools = self._for(doc.language.code)
        hints, holder = Hints(tools.weights, doc, head), partial(self.story.holder, day=published)
        reading = Reading(doc, head, self.story, tools, published, hints, Voices(head, doc, holder), holder)
        reading.asked, reading.sure = ours, float(ours)
        numbers = _read(reading, most)
        figures = mark_parts(doc, with_kind_of_whole(reading.figures))
        relevant, reasons = gate.relevant(reading.head, reading.doc, told=bool(figures))
        return Extraction(tools.language.code, relevant, reasons, tuple(figures), tuple(numbers))


@dataclass(slots=True)
class Sifted:
    """A number of the text, what it counts, and the reason for which it is no figure (None: it may be one)."""

    candidate: Candidate
    what: Counted
    reason: str | None

    @property
    def open(self) -> bool:
        """May it be a figure: not rejected, or only in a doubt that the weights may overrule?"""
        return self.reason is None or self.reason in DOUBTS


def sifted(head: Document, doc: Document) -> list[Sifted]:
    """All numbers of the text, in order; marks those that may be figures in `doc`."""
    candidates = compose(doc)
    whats = [counted(doc, c) for c in candidates]
    reasons = [reason(doc, c, w) for c, w in zip(candidates, whats, strict=True)]
    reasons = spread(head, doc, candidates, whats, reasons)
    doc.live = [c.i for c, why in zip(candidates, reasons, strict=True) if why is None]
    other = "another story" if gate.foreign(head, doc) else None
    return [Sifted(c, w, why or other) for c, w, why in zip(candidates, whats, reasons, strict=True)]


def _theirs(doc: Document) -> bool:
    """Does it tell of returns or of taking, or name the other side's land?"""
    return doc.told or not doc.lands.isdisjoint(_THEIRS)


_THEIRS = frozenset({"ru", "tot", "by"})


def _in_headline(reading: Reading) -> bool:
    """Does the headline count children, more than one, with the number of a figure, and tell of returns, of taking or
    of the other side's land: "Four siblings reach Ukraine through Belarus"?"""
    head = reading.head
    counted = {span.value for span in head.spans if head.has(span.j, span.j + 2, "child")}
    return (
        head.ours
        and _theirs(head)
        and any((figure.value or 0) > 1 and figure.value in counted for figure in reading.figures)
    )


def _read(reading: Reading, most: int | None) -> list[Number]:
    """Fills the reading's figures; gives every number of the text with its figure or its reason.

    Where not one number is likely to be a figure, none is: another story that shares some words with this one.
    """
    numbers: list[Number] = []
    rows = sifted(reading.head, reading.doc)
    rows = rows if most is None else rows[: _NUMBERS * most]
    totals = iter(reading.hints.totals([(r.candidate, r.what, r.reason) for r in rows if r.open]))
    for row in rows:
        index, why = None, row.reason
        if most is not None and len(reading.figures) > most:
            break
        if row.open:
            reading.hinted = next(totals)
            index, why = keep(reading, row.candidate, row.what, why)
        for span in row.candidate.spans:
            numbers.append(Number(span.start, span.end, span.value, index, why))
    corrects = _theirs(reading.doc) and reading.doc.has(0, len(reading.doc.words), "erratum")
    sure = reading.sure >= _LIKELY or corrects or _in_headline(reading)
    if "measure" in reading.hints and reading.figures and not sure:
        reading.figures.clear()
        return [n if n.figure is None else replace(n, figure=None, reason=_UNSURE) for n in numbers]
    return numbers
