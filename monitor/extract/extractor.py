"""The pipeline from text to figures, on one screen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from monitor import languages
from monitor.extract import gate
from monitor.extract.candidates import Candidate, compose
from monitor.extract.defaults import usual
from monitor.extract.directions import direction_of, joined, scope_of, territory
from monitor.extract.document import Document, prepare
from monitor.extract.evidence import of_others, other_places
from monitor.extract.guess import guess
from monitor.extract.kinds import kind_of
from monitor.extract.lexicon import Lexicon
from monitor.extract.measures import Bound, bind, elliptic
from monitor.extract.nouns import Counted, counted
from monitor.extract.parts import mark_parts
from monitor.extract.periods import period_of
from monitor.extract.qualifiers import Hedges
from monitor.extract.reject import reason
from monitor.extract.shadow import shadow
from monitor.extract.speakers import speaker_of
from monitor.extract.spread import spread
from monitor.extract.traits import own
from monitor.extract.ways import sense, ways
from monitor.extract.weights import NONE, Hints, Weights, weighed
from monitor.languages import Language
from monitor.model import Extraction, Figure, Number
from monitor.stories import Story

__all__ = ["LONGEST", "Extractor", "Sifted", "sifted"]

_MANY = 20_000

LONGEST = 300_000
"""So many characters of a text are read; more cost 120 bytes of memory each, and no article has them (issue 7)."""

_TRUST, _TRUST_CUE, _TRUST_KIND = 1.0, 1.5, 2.0
"""How much likelier the grammar's own measure, one by a near word, and kind are held to be than the weights say."""

_SURE = 0.9


@dataclass(frozen=True)
class _Tools:
    """What reading one language takes, compiled once."""

    language: Language
    lexicon: Lexicon
    hedges: Hedges
    weights: Mapping[str, Weights]


_LOST = frozenset({"deported", "located", "identified", "held"})
_GROUP = 500


@dataclass
class _Reading:
    """The state of one pass over one text."""

    doc: Document
    head: Document
    published: date | None
    hints: Hints
    traits: set[str] = field(default_factory=set)
    previous: Bound | None = None
    batch: float = 0
    batches: set[float] = field(default_factory=set)
    told: int = -9
    way: str | None = None
    kind: str | None = None
    taken: bool = False
    """Was the figure before a group that was taken, of whom some came back since?"""
    known: dict[tuple[object, ...], dict[str | None, int]] = field(default_factory=dict)


class Extractor:
    """Reads the figures of `story`. Languages and lexicons are compiled at first use and kept."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self._tools: dict[str, _Tools] = {}

    @cached_property
    def _languages(self) -> tuple[Language, ...]:
        known = languages.codes()
        codes = [c for c in ("en", *known) if c in self._codes]
        return tuple(languages.load(c) for c in dict.fromkeys(codes))

    @cached_property
    def _codes(self) -> frozenset[str]:
        return frozenset(languages.codes()) & frozenset(self.story.languages())

    def _for(self, code: str) -> _Tools:
        if code not in self._tools:
            language = languages.load(code)
            lexicon, hedges = Lexicon(self.story.lexicon(code)), Hedges(language)
            self._tools[code] = _Tools(language, lexicon, hedges, self._weights)
        return self._tools[code]

    @cached_property
    def _weights(self) -> dict[str, Weights]:
        tables = {name: self.story.weights(name) for name in ("measure", "kind")}
        return {name: Weights(table) for name, table in tables.items() if table}

    def prepared(self, text: str, headline: str, language: str | None) -> tuple[Document, Document]:
        """Text and headline, marked with the words of their language."""
        tools = self._for(self._code(language, f"{headline}\n{text}"))
        return prepare(text, tools.language, tools.lexicon), prepare(headline, tools.language, tools.lexicon)

    def _code(self, language: str | None, text: str) -> str:
        code = (language or "").lower().replace("_", "-").split("-")[0]
        return code if code in self._codes else guess(shadow(text), self._languages)

    def extract(
        self, text: str, *, language: str | None, published: date | None, headline: str = "", publisher: str = ""
    ) -> Extraction:
        """All figures of `text`, every number with its figure or its reason, and whether the article is relevant.

        Of a text beyond LONGEST characters only the beginning is read, to the end of a block.
        """
        if len(text) > LONGEST:
            text = text[: max(text.rfind("\n", 0, LONGEST), 0) or LONGEST]
        doc, head = self.prepared(text, headline, language)
        tools = self._for(doc.language.code)
        reading = _Reading(doc, head, published, Hints(tools.weights, doc, head))
        figures, numbers = _read(reading, tools, self.story)
        figures = mark_parts(reading.doc, figures)
        relevant, reasons = gate.relevance(reading.head, reading.doc)
        return Extraction(tools.language.code, relevant, reasons, tuple(figures), tuple(numbers))


@dataclass(frozen=True, slots=True)
class Sifted:
    """A number of the text, what it counts, and the reason for which it is no figure (None: it may be one)."""

    candidate: Candidate
    what: Counted
    reason: str | None


def sifted(head: Document, doc: Document) -> list[Sifted]:
    """All numbers of the text, in order; marks those that may be figures in `doc`."""
    candidates = compose(doc)
    whats = [counted(doc, c) for c in candidates]
    reasons = [reason(doc, c, w) for c, w in zip(candidates, whats, strict=True)]
    reasons = spread(head, doc, candidates, whats, reasons)
    found = [Sifted(*row) for row in zip(candidates, whats, reasons, strict=True)]
    doc.live = [row.candidate.i for row in found if row.reason is None]
    return found


def _read(reading: _Reading, tools: _Tools, story: Story) -> tuple[list[Figure], list[Number]]:
    figures: list[Figure] = []
    numbers: list[Number] = []
    other = gate.foreign(reading.head, reading.doc)
    for row in sifted(reading.head, reading.doc):
        why = "another story" if other else row.reason
        index: int | None = None
        if why is None:
            index, why = _keep(reading, tools, story, row.candidate, row.what, figures)
        for span in row.candidate.spans:
            numbers.append(Number(span.start, span.end, span.value, index, why))
    return figures, numbers


def _context(reading: _Reading, c: Candidate, what: Counted) -> bool:
    """Does the number belong to the story: its noun, children near it or in the headline, a plain cue beside it?"""
    if what.what != "none" or reading.previous is not None:
        return True
    doc = reading.doc
    if _among_ours(reading, c):
        return True
    if doc.sentence[c.i] and doc.word(doc.sentence_of(c.i)[0] - 1) == "?":
        return True
    first = doc.bounds[max(0, doc.sentence[c.i] - 2)][0]
    a, b = doc.sentence_of(c.i)
    if doc.word(c.i - 1) == ":" and any(t.startswith("measure.") for t in doc.tags[c.i - 2]):
        return True
    if doc.has(first, b, "child") or any(q.tag == "child" for q in reading.head.cues):
        return True
    head = {q.tag for q in reading.head.cues}
    if "measure.returned" in head and "reject.soldiers" not in head and elliptic(doc, c):
        return True
    if doc.has(a, b, "unit.warrants"):
        return True
    if (c.value or 0) >= _MANY and doc.has(a, b, "estimate") and doc.has(a, b, "speaker"):
        return True
    ours = ("placed_in_family", "carried", "missing") if doc.language.implied_ways and doc.ours else ()
    told = ("deported", "identified", "returned", "facilities", *ours)
    return any(doc.has(a, b, f"measure.{m}") for m in told)


_REGISTER = 15_000


def _among_ours(reading: _Reading, c: Candidate) -> bool:
    """A bare number in a text of the story that speaks of children, in a sentence of no attack and no court."""
    doc, head = reading.doc, reading.head
    tags = doc.said | head.said
    if (c.value or 0) >= _REGISTER and "measure.carried" in tags:
        return doc.language.implied_ways
    young = "child" in tags
    apart = any(doc.has(*doc.sentence_of(c.i), f"measure.{m}") for m in ("killed", "injured", "other"))
    return doc.language.implied_ways and young and not apart and (doc.ours or head.ours)


_MILLION = 1_000_000
"""More children than were ever taken: those who live under occupation."""


def _keep(
    reading: _Reading, tools: _Tools, story: Story, c: Candidate, what: Counted, figures: list[Figure]
) -> tuple[int | None, str | None]:
    doc = reading.doc
    previous = reading.previous.measure if reading.previous else None
    reading.traits = own(doc, c, what, previous) if "measure" in reading.hints else set()
    bound, why = _ruled(reading, story, c, what, figures)
    if "measure" in reading.hints:
        bound = _weighed(reading, c, what, bound)
    if bound is None:
        return None, why or "says nothing of the story"
    if _again(doc, c, what, reading.batches):
        return None, "the same again"
    if doc.language.implied_ways and (c.value or 0) >= _MILLION and bound.measure in ("returned", "missing"):
        bound = Bound("at_risk", bound.unit, "under occupation", None, 0.5)
    alone = what.what == "child" or (reading.previous is not None and not doc.has(c.j, c.j + 1, "place"))
    if c.value == 1 and not (bound.measure == "returned" and alone and _other_way(doc, c)):
        return None, "article"
    if figures and figures[-1].measure == bound.measure and _split(doc, reading, c, what):
        return None, "part of a batch"
    if bound.measure == "facilities" and other_places(doc, reading.head, c):
        return None, "counts nothing of the story"
    hurt = bound.measure in ("killed", "injured") and what.what == "none"
    if hurt and bound.rule == "cue" and (_of_adults(doc, c) or _one_child(doc, c) or _of_all(doc, c)):
        return None, "not said of children"
    if bound.measure == "returned" and _subset(doc, c, reading.batch):
        return None, "part of a batch"
    figure = _figure(reading, tools, story, c, bound)
    twins = reading.known.setdefault((figure.value, figure.low, figure.measure, figure.kind), {})
    twin = twins.get(
        figure.direction, twins.get(None, next(iter(twins.values()), None) if not figure.direction else None)
    )
    if twin is not None:
        return twin, None
    twins[figure.direction] = len(figures)
    reading.previous = bound
    reading.taken = figure.measure in _LOST and (figure.value or _GROUP) < _GROUP
    home = figure.measure == "returned"
    reading.way, reading.kind = (figure.direction, figure.kind) if home else (None, None)
    reading.told = doc.sentence[c.i] if figure.kind == "batch" else reading.told
    if figure.kind == "batch" and figure.measure == "returned" and figure.value:
        reading.batch = figure.value
        reading.batches.add(figure.value)
    figures.append(figure)
    return len(figures) - 1, None


def _usual(reading: _Reading, story: Story, c: Candidate, what: Counted) -> Bound | None:
    if not reading.doc.language.implied_ways:
        return None
    source = story.speakers.get(speaker_of(reading.head, reading.doc, c.i) or "")
    return usual(reading.doc, reading.head, c, what, reading.previous, reading.batch, source)


def _ruled(
    reading: _Reading, story: Story, c: Candidate, what: Counted, figures: list[Figure]
) -> tuple[Bound | None, str | None]:
    """What the grammar binds the number to, or why it binds it to nothing."""
    if not _context(reading, c, what):
        return None, "counts nothing of the story"
    bound = bind(reading.doc, c, what, reading.previous)
    if bound is None or bound.measure in ("other", "facilities"):
        bound = _sanctioned(reading, c, what) or bound or _from_headline(reading, c, what)
    bound = bound or _usual(reading, story, c, what)
    if bound is None:
        return None, "no measure"
    if of_others(reading.doc, reading.head, c, bound):
        return None, "counts nothing of the story"
    return _part_of_batch(reading, c, bound, figures) or bound, None


def _part_of_batch(reading: _Reading, c: Candidate, bound: Bound, figures: list[Figure]) -> Bound | None:
    """ "Eight came home; three of them had been taken to Russia": fewer than the batch just told are a part of it."""
    taken = bound.measure in ("deported", "held")
    part = taken and not c.share and c.value is not None and c.value < reading.batch
    part = part or (bound.measure == "deported" and _of_returned(reading.doc, c, figures))
    return Bound("returned", bound.unit, "part of a batch", bound.cue, 0.5) if part else None


def _weighed(reading: _Reading, c: Candidate, what: Counted, ruled: Bound | None) -> Bound | None:
    """The likeliest measure by all that stands round the number, where the rule's own is unlikely."""
    measure, chance = weighed(
        reading.hints.chances("measure", reading.doc.sentence[c.i], reading.traits),
        ruled.measure if ruled else NONE,
        _trust(ruled),
    )
    if ruled is not None and measure == ruled.measure:
        return ruled
    return None if measure == NONE else Bound(measure, _unit(c, what, measure), "weighed", None, round(chance, 2))


def _trust(ruled: Bound | None) -> float:
    return _TRUST_CUE if ruled is not None and ruled.confidence >= _SURE else _TRUST


_UNITS = {"facilities": "facilities", "warrants": "warrants", "sanctions": "people"}


def _unit(c: Candidate, what: Counted, measure: str) -> str:
    if c.share:
        return "percent"
    return what.what[5:] if what.what.startswith("unit.") else _UNITS.get(measure, "children")


def _split(doc: Document, reading: _Reading, c: Candidate, what: Counted) -> bool:
    """Boys, girls, siblings of the batch just told: smaller, same or next sentence, no way of their own, not more."""
    splits = doc.language.folded_splits or (doc.language.bare_splits and not _own_verb(doc, c))
    if not splits or c.share or c.value is None or not c.value < reading.batch:
        return False
    near = doc.sentence[c.i] - reading.told in (0, 1) and what.what in ("child", "none")
    own = joined(doc, c.i)
    clause = [k for k in range(*doc.sentence_of(c.i)) if doc.clause[k] in own]
    ways = any(t.startswith(("place.", "opposite")) for k in clause for t in doc.tags[k])
    added = doc.has(max(0, c.i - 2), c.j, "more") or any(
        doc.has(*doc.sentence_of(c.i), t) for t in ("total", "earlier")
    )
    return near and not ways and not added


def _own_verb(doc: Document, c: Candidate) -> bool:
    """Has the clause of the number a verb of the story, or a month: "two came home on May 2"?"""
    own = [k for k in range(*doc.sentence_of(c.i)) if doc.clause[k] == doc.clause[c.i]]
    verb = any(t.startswith("measure.") for k in own for t in doc.tags[k])
    return verb or any(doc.word(k) in doc.language.months for k in own)


def _of_returned(doc: Document, c: Candidate, figures: list[Figure]) -> bool:
    """ "1,200 came back; 300 of them had been deported": a part of those returned."""
    last = figures[-1] if figures else None
    whole = last.value if last is not None and last.measure == "returned" else None
    return whole is not None and not c.share and (c.value or whole) < whole and doc.has(c.i - 1, c.j + 2, "partitive")


_PENALISED = {"unit.people": "people", "unit.organisations": "organisations", "unit.facilities": "organisations"}


def _sanctioned(reading: _Reading, c: Candidate, what: Counted) -> Bound | None:
    """People or bodies under a headline of sanctions, or told right after others who were put on that list."""
    unit = _PENALISED.get(what.what)
    after = reading.previous is not None and reading.previous.measure == "sanctions"
    penalties = any(q.tag == "measure.sanctions" for q in reading.head.cues)
    if unit is None or c.share or not (after or (penalties and what.what != "unit.facilities")):
        return None
    return Bound("sanctions", unit, "sanctions", None, 0.5)


def _from_headline(reading: _Reading, c: Candidate, what: Counted) -> Bound | None:
    """A number of children in a sentence without a verb of the story takes the measure of the headline."""
    first = reading.previous is None and not any(q.tag == "elsewhere" for q in reading.head.cues)
    cues = [q for q in reading.head.cues if q.tag.startswith("measure.")]
    said = next((s for s in (sense(reading.head, q) for q in cues) if s), None)
    counted = what.what == "child" or (what.what == "none" and _bare_count(reading.doc, c))
    if not (first and counted and said) or said == "sanctions" or cues[0].tag == "measure.carried":
        return None
    return Bound(said, "percent" if c.share else "children", "headline", None, 0.5)


def _bare_count(doc: Document, c: Candidate) -> bool:
    """ "The region counted 214", "there were 19": right behind a word that holds counts, or an ellipsis."""
    holds = not c.share and any("holds" in doc.tags[k] for k in range(max(0, c.i - 3), c.i))
    return holds or elliptic(doc, c)


def _other_way(doc: Document, c: Candidate) -> bool:
    """A single child is told beside a group because it went another way; one *of them* is only a part."""
    own = [k for k in range(*doc.sentence_of(c.i)) if doc.clause[k] in joined(doc, c.i)]
    a, b = own[0], own[-1] + 1
    way = ways(doc, a, b)
    away = "ru" in (way.ends | way.named) - way.origins or doc.has(a, b, "opposite")
    return away and not doc.has(a, min(c.j + 3, b), "partitive")


def _subset(doc: Document, c: Candidate, batch: float) -> bool:
    """ "Nine children, among them two sisters": no figure beside its batch."""
    return bool(c.value and c.value < batch and any("including" in doc.tags[k] for k in range(max(0, c.i - 2), c.i)))


def _again(doc: Document, c: Candidate, what: Counted, batches: set[float]) -> bool:
    """ "One of the eight", "the seven had lived ...": the batch just told, pointed at, is no second figure."""
    same = not c.share and c.value in batches and what.what == "none"
    return same and doc.word(c.i - 1) in doc.language.definites


def _one_child(doc: Document, c: Candidate) -> bool:
    """ "A boy of 12 was among 16 wounded": the only children of the sentence and the one before are single."""
    number = doc.sentence[c.i]
    a, b = doc.bounds[max(0, number - 1)][0], doc.bounds[number][1]
    young = [k for k in range(a, b) if "child" in doc.tags[k]]
    single = doc.language.articles - {"one"}
    return bool(young) and bool(single) and all({doc.word(k - n) for n in (1, 2, 3, 4)} & single for k in young)


def _of_all(doc: Document, c: Candidate) -> bool:
    """ "Серед вісімнадцяти загиблих – дев'ятеро дітей": the whole that children are told to be a part of."""
    return doc.word(c.i - 1) in doc.language.wholes and doc.has(c.j, doc.sentence_of(c.i)[1], "child")


def _of_adults(doc: Document, c: Candidate) -> bool:
    a, b = doc.sentence_of(c.i)
    return doc.has(a, b, "unit.people") and not doc.has(a, b, "child")


def _figure(reading: _Reading, tools: _Tools, story: Story, c: Candidate, bound: Bound) -> Figure:
    doc = reading.doc
    source_id = speaker_of(reading.head, doc, c.i)
    source = story.speakers[source_id] if source_id else None
    kind = kind_of(doc, c, bound, source)
    if bound.measure == "returned" and kind == "batch" and reading.taken and not doc.language.implied_ways:
        kind = "total"
    if "kind" in reading.hints and kind not in ("share", "increment"):
        kind = weighed(
            reading.hints.chances("kind", doc.sentence[c.i], reading.traits | {f"k {bound.measure}"}), kind, _TRUST_KIND
        )[0]
    if bound.measure == "returned" and kind == "batch" and doc.has(*territory(doc, c.i), "opposite"):
        kind = reading.kind or kind
    start, end = _quote(doc, c)
    a, b = doc.tokens[c.i].start, doc.tokens[min(c.j, len(doc.tokens)) - 1].end
    if not c.share and c.value is not None:
        b = c.spans[-1].end
    fields: dict[str, Any] = {
        "measure": bound.measure,
        "unit": bound.unit,
        "kind": kind,
        "qualifier": tools.hedges.read(doc, c),
        "direction": direction_of(
            doc, c.i, bound, source, single=c.value == 1, kind=kind, before=reading.way, head=reading.head
        ),
        "scope": scope_of(doc, c.i, source, bound.measure),
        "period": period_of(doc, c.i, kind, reading.published),
        "source_id": source_id,
        "source": source.name if source else None,
        "rule": bound.rule,
        "extraction_confidence": bound.confidence,
    }
    span: dict[str, Any] = {} if c.derived else {"num": doc.text[a:b], "num_start": a, "num_end": b}
    return Figure(
        value=c.value,
        low=c.low,
        high=c.high,
        quote=doc.text[start:end],
        start=start,
        end=end,
        derived=c.derived,
        parts=c.parts,
        **fields,
        **span,
    )


def _quote(doc: Document, c: Candidate) -> tuple[int, int]:
    """The clause of the number; its sentence when the clause is only the number."""
    a, b = doc.sentence_of(c.i)
    same = [k for k in range(a, b) if doc.clause[c.i] <= doc.clause[k] <= doc.clause[c.j - 1]]
    first, last = (same[0], same[-1]) if len(same) - (c.j - c.i) >= 3 else (a, b - 1)
    while last > first and doc.tokens[last].kind == "p" and doc.tokens[last].text in ".,;:\n–(":
        last -= 1
    return doc.tokens[min(first, c.i)].start, doc.tokens[max(last, c.j - 1)].end
