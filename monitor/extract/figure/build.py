"""A bound number becomes a figure: kind, qualifier, way, scope, period, speaker, quote."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from monitor.extract.context.grains import DAY, WEEK
from monitor.extract.context.times import times
from monitor.extract.context.ways import joined
from monitor.extract.count.candidates import Candidate
from monitor.extract.count.changes import amounts
from monitor.extract.figure.asides import aside
from monitor.extract.figure.directions import direction_of, led_away, scope_of, territory
from monitor.extract.figure.groups import group_of
from monitor.extract.figure.kinds import decreed, in_one_day, kind_of, new_group, of_an_attack, since
from monitor.extract.figure.notes import subset_of
from monitor.extract.figure.periods import period_of
from monitor.extract.figure.reading import Reading
from monitor.extract.figure.usual_ways import usual_way
from monitor.extract.measure.bound import CORRECTED, OTHERWISE, RESTATED, Bound
from monitor.extract.speaker.relays import innermost, relay_of
from monitor.extract.speaker.speakers import gapped
from monitor.extract.text.document import Document
from monitor.model import Figure
from monitor.stories import Speaker

__all__ = ["Draft", "build", "draft"]

_COUNTED = 100
"""So many are what somebody counts, not who stands on a list."""
_FEW = 20
"""So many are a group that came on a day or in a week."""
_HURT = frozenset({"killed", "injured"})
_PARTS = 5
"""So near a number words say of which group it is a part."""
_TRUST = 2.0
"""How much likelier the grammar's own kind is held to be than the weights say; a natural logarithm."""


@dataclass(slots=True)
class Draft:
    """What of a figure tells whether the text told it before: a text says many numbers twice, and needs the rest of
    the fields once.
    """

    candidate: Candidate
    bound: Bound
    source_id: str | None
    kind: str
    scope: str
    direction: str | None = None

    @property
    def measure(self) -> str:
        """What is counted."""
        return self.bound.measure

    @property
    def rule(self) -> str:
        """The rule that bound the measure."""
        return self.bound.rule


def _hit_today(bound: Bound, kind: str, value: float) -> bool:
    """The victims of one attack: who speaks only in the next sentence of a digest speaks of something else."""
    return bound.measure in _HURT and kind == "batch" and value < _ATTACK


_ATTACK = 40


def draft(reading: Reading, c: Candidate, bound: Bound) -> Draft:
    """Who says the number, and its kind, scope and direction (gold/SCHEME.md, section 1)."""
    doc, head = reading.doc, reading.head
    value = c.value if c.value is not None else c.low or 0
    source_id = gapped(doc, c.i) if value >= _COUNTED else None
    source_id = source_id or reading.voices.speaker(c.i, bound.measure, value, reading.tools.speaking)
    source_id = innermost(doc, c.i, source_id, reading.holder)
    source = reading.story.speakers[source_id] if source_id else None
    kind = _kind(reading, c, bound, source)
    if source_id and _hit_today(bound, kind, value) and not reading.voices.named_by(source_id, doc.sentence_of(c.i)[1]):
        source_id = source = None
    scope = scope_of(doc, c.i, source, bound.measure, kind, head)
    scope = _scope_before(reading, c, bound) if scope == "all" else scope
    scope = group_of(reading, c, bound.measure, kind, scope)
    found = Draft(c, bound, source_id, kind, scope)
    found.direction = direction_of(doc, c.i, bound, source, c.value == 1, kind, value, _way_before(reading, c), head)
    found.direction = usual_way(doc, head, c.i, found, reading.tools.ways)
    if bound.rule == OTHERWISE:
        found.direction = reading.way
    return found


def _way_before(reading: Reading, c: Candidate) -> str | None:
    """The way of the returns told right before, or of those taken: "Of 16,221 taken, 308 made the journey back"."""
    last = reading.figures[-1] if reading.figures else None
    doc = reading.doc
    first = doc.tokens.starts[doc.bounds[max(0, doc.sentence[c.i] - 1)][0]]
    if reading.way is not None and last is not None and last.start >= first:
        return reading.way
    if last is not None and last.measure == "deported" and last.start >= first:
        return last.direction
    return reading.way or ("ua>ru" if led_away(doc, c.i) else None)


def _scope_before(reading: Reading, c: Candidate, bound: Bound) -> str:
    """ "Qatar had helped return 83. That figure now stands at 131.": the scope of the number that is pointed at."""
    doc, last = reading.doc, reading.figures[-1] if reading.figures else None
    a, b = doc.sentence_of(c.i)
    if last is not None and _hurt_beside(reading, c, last, bound) and doc.tokens.starts[a] <= last.start:
        return last.scope
    pointed = doc.has(a, c.i, "that_count") and doc.sentence[c.i] > 0 and not doc.has(a, b, "place.ua")
    return last.scope if pointed and last is not None and last.measure == bound.measure else "all"


def _hurt_beside(reading: Reading, c: Candidate, last: Figure, bound: Bound) -> bool:
    """ "61 children were killed in Kharkiv region and 221 wounded": both are the region's, where no land is told."""
    doc = reading.doc
    clause = doc.clauses[doc.clause[c.i]]
    beside = {last.measure, bound.measure} == _HURT and last.kind == "total" and last.scope in reading.story.regions
    return beside and not any(doc.has(*clause, tag) for tag in ("nationwide", "country", "place.ua"))


def build(reading: Reading, told: Draft) -> Figure:
    """The figure with all its fields (gold/SCHEME.md, section 1)."""
    doc, c, bound, source_id = reading.doc, told.candidate, told.bound, told.source_id
    start, end = _quote(doc, c)
    fields: dict[str, Any] = {
        "measure": bound.measure, "unit": bound.unit, "kind": told.kind, "qualifier": reading.tools.hedges.read(doc, c)
    }  # fmt: skip
    if not c.derived:
        a, b = doc.tokens.starts[c.i], doc.tokens.ends[min(c.j, len(doc.words)) - 1]
        if not c.share and c.value is not None:
            b = c.spans[-1].end
        fields |= {"num": doc.text[a:b], "num_start": a, "num_end": b}
    figure = Figure(
        value=c.value,
        low=c.low,
        high=c.high,
        quote=doc.text[start:end],
        start=start,
        end=end,
        derived=c.derived,
        parts=c.parts,
        direction=told.direction,
        scope=told.scope,
        period=period_of(doc, c.i, told.kind, bound, reading.published),
        source_id=source_id,
        source=reading.story.speakers[source_id].name if source_id else None,
        via=relay_of(doc, c.i, source_id, reading.story, reading.holder),
        rule=bound.rule,
        extraction_confidence=bound.confidence,
        **fields,
    )
    note = aside(doc, c.i, bound, figure, reading.figures)
    if note is not None:
        return replace(figure, note=note, optional=True, period=None)
    part = subset_of(reading.story, reading.tools.parts, doc, c.i, figure, reading.figures)
    return replace(figure, note=part.note, optional=part.optional) if part else figure


def _kind(reading: Reading, c: Candidate, bound: Bound, source: Speaker | None) -> str:
    """The grammar's kind, weighed; "three the other way" has the kind of the returns told right before."""
    doc = reading.doc
    kind = kind_of(doc, c, bound, source)
    if bound.rule in (CORRECTED, RESTATED) and kind == "total" and _after_group(doc, c):
        return "batch"
    if bound.measure == "sanctions" and (last := _listed_with(reading, c)):
        return last.kind
    if bound.measure == "returned" and (_not_so_many(doc, c) or _handed_over(doc, c)):
        return "batch"
    if bound.measure == "returned" and kind == "batch" and reading.taken and not doc.language.implied_ways:
        kind = "total"
    living = doc.has(*doc.clauses[doc.clause[c.i]], "measure.living")
    if bound.measure == "placed_in_family" and kind == "total" and not living and _of_days(reading, c):
        return "batch"
    if "kind" in reading.hints and not _told(reading, c, bound, kind):
        kind = reading.hints.kind(reading.hinted, bound.measure, kind, _TRUST)
    batch = bound.measure == "returned" and kind == "batch"
    return reading.kind if batch and reading.kind and doc.has(*territory(doc, c.i), "opposite") else kind


def _listed_with(reading: Reading, c: Candidate) -> Figure | None:
    """ "127 people and 31 organisations are now listed": who was told right before, joined by "and", is so many too."""
    doc, last = reading.doc, reading.figures[-1] if reading.figures else None
    before = doc.spans_in(doc.sentence_of(c.i)[0], c.i)
    joined_to = bool(before) and doc.word(c.i - 1) in doc.language.links and c.i - before[-1].j <= _PAIRED
    joined_to = joined_to and doc.word(c.i - 2) != "," and not doc.has(c.j, c.j + 1, "more")
    same = last is not None and last.measure == "sanctions" and last.kind in ("batch", "total") and joined_to
    return last if same and last is not None and last.num_start == doc.tokens.starts[before[-1].i] else None


_PAIRED = 3
"""So few words stand between two who are put on a list together."""


def _told(reading: Reading, c: Candidate, bound: Bound, kind: str) -> bool:
    """Do words tell the kind outright, so that nothing outweighs them?"""
    doc = reading.doc
    if kind in ("share", "increment", "estimate") or c.spans[0].form == "ordinal":
        return True
    if kind == "total":
        return bound.measure == "returned" and since(doc, c.i)
    hurt = bound.measure in _HURT and of_an_attack(doc, c.i, c.value or 0)
    listed = bound.measure == "sanctions" and decreed(doc, c)
    return hurt or listed or in_one_day(doc, c.i) or new_group(doc, c.i) or _of_days(reading, c)


def _not_so_many(doc: Document, c: Candidate) -> bool:
    """ "The children were six, not seven" in a notice of correction."""
    behind = doc.spans_in(c.j, min(c.j + _PARTS, doc.sentence_of(c.i)[1]))
    few = bool(behind) and (c.value or 0) <= _FEW and not since(doc, c.i)
    return few and doc.word(behind[0].i - 1) in doc.language.denials and doc.has(0, len(doc.words), "erratum")


def _handed_over(doc: Document, c: Candidate) -> bool:
    """ "She had announced seven in December and eight in October": groups of the First Lady's channel, each by its
    month."""
    a, b = doc.sentence_of(c.i)
    dated = doc.among(*doc.clauses[doc.clause[c.i]], doc.language.months.keys())
    counted = any(doc.word(cue.i) not in doc.language.already for cue in doc.cues_of("total", a, b))
    counted = counted or doc.has(a, b, "reject.duration") or since(doc, c.i) or amounts(doc, c.i)
    return (c.value or 0) <= _FEW and dated and doc.has(a, b, "scope.mt") and not counted


def _after_group(doc: Document, c: Candidate) -> bool:
    """ "We reported that twelve had come home. In fact it was eleven.": a group, as what it sets right was, where the
    sentence before tells no total."""
    a, _ = doc.sentence_of(c.i)
    few = (c.value or 0) <= _FEW and not doc.among(a, c.i, doc.language.months.keys())
    before = doc.bounds[max(0, doc.sentence[c.i] - 1)]
    return few and not any(doc.has(*before, tag) for tag in ("total", "reject.duration"))


def _of_days(reading: Reading, c: Candidate) -> bool:
    """ "Only this week, five", "eight on Friday": are the days of a few told in their clause?"""
    if reading.published is None or (c.value or 0) > _FEW:
        return False
    doc = reading.doc
    own = joined(doc, c.i)
    near = [time for time in times(doc, reading.published) if doc.clause[time.i] in own]
    return len(near) == 1 and near[0].grain in (DAY, WEEK) and not near[0].edge


def _quote(doc: Document, c: Candidate) -> tuple[int, int]:
    """The clause of the number; its sentence when the clause is only the number."""
    a, b = doc.sentence_of(c.i)
    opens, ends = doc.clauses[doc.clause[c.i]][0], min(doc.clauses[doc.clause[c.j - 1]][1], b)
    first, last = (opens, ends - 1) if ends - opens - (c.j - c.i) >= 3 else (a, b - 1)
    while last > first and doc.tokens.kinds[last] == "p" and doc.words[last] in ".,;:\n–(":
        last -= 1
    return doc.tokens.starts[min(first, c.i)], doc.tokens.ends[max(last, c.j - 1)]
