"""Whether a bound number is a figure of its own: not told before, not a part, said of children."""

from __future__ import annotations

from monitor.extract.context.ways import joined, ways
from monitor.extract.count.candidates import Candidate
from monitor.extract.count.nouns import Counted
from monitor.extract.figure.build import Draft, build, draft
from monitor.extract.figure.directions import led_away
from monitor.extract.figure.reading import Reading
from monitor.extract.figure.settle import settle
from monitor.extract.measure.bound import Bound
from monitor.extract.measure.evidence import other_places
from monitor.extract.reject.cases import ATTACKED
from monitor.extract.text.document import Document
from monitor.extract.text.lexicon import Cue
from monitor.model import Figure

__all__ = ["keep"]

_LOST = frozenset({"deported", "located", "identified", "held", "other", "missing"})
_GROUP = 500
_LEAD, _ONES, _FEW = 3, 4, 20
_MILLION = 1_000_000
"""More children than were ever taken: those who live under occupation."""


def keep(reading: Reading, c: Candidate, what: Counted, doubt: str | None) -> tuple[int | None, str | None]:
    """The place of the number's figure among those of the text, or the reason for which it is none.

    `doubt` is the reason for which the grammar rejects the number, if the weights may overrule it.
    """
    bound, why = settle(reading, c, what, doubt)
    if bound is None:
        return None, why
    if reading.doc.language.implied_ways and (c.value or 0) >= _MILLION and bound.measure in ("returned", "missing"):
        bound = Bound("at_risk", bound.unit, "under occupation", None, 0.5)
    why = _refused(reading, c, what, bound)
    if why is not None:
        return None, why
    told = draft(reading, c, bound)
    twin = _twin(reading, told)
    if twin is not None:
        return twin, None
    _remember(reading, c, bound, build(reading, told))
    return len(reading.figures) - 1, None


def _refused(reading: Reading, c: Candidate, what: Counted, bound: Bound) -> str | None:
    """Why a bound number is told for the second time, as a part, or of others than children."""
    doc = reading.doc
    if _again(doc, c, what, reading.batches):
        return "the same again"
    if bound.cue is not None and _of_none(doc, c, what, bound.cue):
        return "denied"
    if c.value == 1 and not _single(reading, c, what, bound):
        return "article"
    if reading.figures and reading.figures[-1].measure == bound.measure and _split(doc, reading, c, what):
        return "part of a batch"
    if bound.measure == "facilities" and other_places(doc, reading.head, c):
        return "counts nothing of the story"
    if bound.measure in ("killed", "injured") and what.what == "none" and _of_anybody(reading, c, bound):
        return "not said of children"
    return "part of a batch" if bound.measure == "returned" and _subset(doc, c, reading.batch) else None


def _of_none(doc: Document, c: Candidate, what: Counted, cue: Cue) -> bool:
    """ "None of the 53 children was deported": the verb behind them is said of nobody, but a participle beside them."""
    verb = cue.i > what.at + 1 or (cue.i == what.at + 1 and cue.j - cue.i > 1)
    none = doc.under(c.i - 1, c.i, "none_of")
    return what.what == "child" and none and verb and doc.clause[cue.i] == doc.clause[c.i]


def _single(reading: Reading, c: Candidate, what: Counted, bound: Bound) -> bool:
    """Is one, which is often but an article, a count of its own: one who went another way, was lost, or listed?"""
    doc = reading.doc
    alone = what.what == "child" or (reading.previous is not None and not doc.has(c.j, c.j + 1, "place"))
    other_way = bound.measure == "returned" and alone and _other_way(doc, c)
    return other_way or _lost(bound, what) or _one_more_punished(doc, c, bound)


def _one_more_punished(doc: Document, c: Candidate, bound: Bound) -> bool:
    """ "Sanctioned five officials and one foundation": the last of a list of counts."""
    last = doc.word(c.i - 1) in doc.language.links and not doc.spans_in(c.j, c.j + 1)
    return bound.measure == "sanctions" and last and bool(doc.live_in(doc.sentence_of(c.i)[0], c.i))


def _lost(bound: Bound, what: Counted) -> bool:
    """ "One child died", "ранено одного хлопця": a loss is told of a single child as of many."""
    return what.what == "child" and bound.measure in ("killed", "injured") and bound.rule == "cue"


def _twin(reading: Reading, told: Draft) -> int | None:
    """Where the same figure was told before; a way that is not told is any, as that of six boys and three girls."""
    twins = reading.known.setdefault((told.candidate.value, told.candidate.low, told.measure, told.kind), {})
    unsaid = None if told.direction else next(iter(twins.values()), None)
    split = next(iter(twins.values()), None) if told.candidate.derived else None
    found = twins.get(told.direction, twins.get(None, unsaid if split is None else split))
    if found is None:
        twins[told.direction] = len(reading.figures)
    return found


def _remember(reading: Reading, c: Candidate, bound: Bound, figure: Figure) -> None:
    """What the next numbers of the text refer to."""
    reading.previous = bound
    reading.taken = figure.measure in _LOST and (figure.value or _GROUP) < _GROUP
    home = figure.measure == "returned"
    reading.way, reading.kind = (figure.direction, figure.kind) if home else (None, None)
    reading.told = reading.doc.sentence[c.i] if figure.kind == "batch" else reading.told
    if figure.kind == "batch" and home and figure.value:
        reading.batch = figure.value
        reading.batches.add(figure.value)
    reading.figures.append(figure)


def _split(doc: Document, reading: Reading, c: Candidate, what: Counted) -> bool:
    """Boys, girls, siblings of the batch just told: smaller, same or next sentence, no way of their own, not more.

    A verb of the story, or a month ("two came home on May 2"), tells a batch of its own; in a list only the month does.
    """
    listed = doc.sentence[c.i] == reading.told and _behind_colon(doc, c)
    clause = doc.clauses[doc.clause[c.i]]
    told = (doc.under(*clause, "measure") and not listed) or _on_another_day(doc, c)
    told = told or (doc.language.implied_ways and doc.has(*doc.sentence_of(c.i), "restates"))
    if told or c.share or c.value is None or not c.value < reading.batch:
        return False
    lived = doc.among(*doc.sentence_of(c.i), doc.language.lived)
    near = doc.sentence[c.i] - reading.told in (0, 1) and what.what in ("child", "none")
    own = {doc.clause[c.i]} if listed else joined(doc, c.i)
    around = [k for k in range(*doc.sentence_of(c.i)) if doc.clause[k] in own]
    around += _item(doc, c) if listed and not lived else ()
    ways = any(t.startswith(("place.", "opposite")) for k in around for t in doc.tags[k])
    added = doc.has(max(0, c.i - 2), c.j + 1, "more") or any(
        doc.has(*doc.sentence_of(c.i), t) for t in ("total", "earlier")
    )
    return near and not ways and not added


def _item(doc: Document, c: Candidate) -> range:
    """ "30 — з ТОТ, 14 — з Росії": the tokens of the number's item in a list, up to a comma or semicolon."""
    end = doc.sentence_of(c.i)[1]
    return range(c.j, next((k for k in range(c.j, end) if doc.words[k] in (",", ";", "\n")), end))


def _on_another_day(doc: Document, c: Candidate) -> bool:
    """ "Three on Tuesday, five on Wednesday", "у середу – двох": a day or month told of this number alone."""
    a, b = doc.clauses[doc.clause[c.i]]
    before = doc.live_in(doc.sentence_of(c.i)[0], c.i)
    return doc.among(max(a - _LEAD, before[-1] + 1) if before else a, b, doc.language.calendar)


def _behind_colon(doc: Document, c: Candidate) -> bool:
    """ "Five are free: four came with their mother, the fifth alone": behind a colon stands who they are."""
    first = doc.sentence_of(c.i)[0]
    colon = next((k for k in range(c.i - 1, first, -1) if doc.words[k] == ":"), first)
    return bool(doc.live_in(first, colon))


def _other_way(doc: Document, c: Candidate) -> bool:
    """A single child is told beside a group because it went another way; one *of them* is only a part."""
    clauses = joined(doc, c.i)
    own = [k for k in range(*doc.sentence_of(c.i)) if doc.clause[k] in clauses]
    a, b = own[0], own[-1] + 1
    way = ways(doc, a, b)
    taken = led_away(doc, c.i) and doc.under(*doc.bounds[doc.sentence[c.i] - 1], "measure.deported")
    away = "ru" in (way.ends | way.named) - way.origins or (doc.has(a, b, "opposite") and not taken)
    of_them = ("partitive" in doc.tags[k] and not _ELSE & doc.tags[k] for k in range(a, min(c.j + 3, b)))
    return away and not any(of_them)


_ELSE = frozenset({"more", "opposite"})


def _subset(doc: Document, c: Candidate, batch: float) -> bool:
    """ "Nine children, among them two sisters": no figure beside its batch."""
    return bool(c.value and c.value < batch and doc.under(max(0, c.i - 2), c.i, "including"))


def _again(doc: Document, c: Candidate, what: Counted, batches: set[float]) -> bool:
    """ "One of the eight", "the seven had lived ...": the batch just told, pointed at, is no second figure."""
    if what.what != "none" or c.share:
        return False
    all_of_them = bool(batches) and (c.value or _GROUP) < _FEW and doc.word(c.i - 1) in doc.language.every
    return all_of_them or (c.value in batches and doc.word(c.i - 1) in doc.language.definites)


def _one_child(doc: Document, c: Candidate) -> bool:
    """ "A boy of 12 was among 16 wounded": the only children of the sentence and the one before are single."""
    number = doc.sentence[c.i]
    a, b = doc.bounds[max(0, number - 1)][0], doc.bounds[number][1]
    young = [k for k in range(a, b) if "child" in doc.tags[k]]
    return bool(young) and all(_single_one(doc, k) for k in young)


def _single_one(doc: Document, k: int) -> bool:
    """Does an article stand before the child at token `k`, and no number between: "a total of 738 children"?"""
    first = max(k - _ONES, doc.sentence_of(k)[0])
    articles = [n for n in range(first, k) if doc.words[n] in doc.language.articles - {"one"}]
    return bool(articles) and all(span.form == "article" for span in doc.spans_in(articles[-1], k))


def _of_all(doc: Document, c: Candidate) -> bool:
    """ "Серед вісімнадцяти загиблих – дев'ятеро дітей": the whole that children are told to be a part of."""
    return doc.word(c.i - 1) in doc.language.wholes and doc.has(c.j, doc.sentence_of(c.i)[1], "child")


def _of_anybody(reading: Reading, c: Candidate, bound: Bound) -> bool:
    """Are the victims that a bare number counts people of any age?"""
    doc = reading.doc
    if _with_children(doc, c) or _toll(reading, c):
        return True
    return bound.rule == "cue" and (_of_adults(doc, c) or _one_child(doc, c) or _of_all(doc, c))


def _toll(reading: Reading, c: Candidate) -> bool:
    """ "Three children died. The number of dead rose to 26", "погибли трое детей, всего жертв – 14": behind the
    children of an attack all its victims."""
    doc, last = reading.doc, reading.figures[-1] if reading.figures else None
    if last is None or last.kind != "batch" or last.measure not in ("killed", "injured"):
        return False
    sentence = doc.sentence_of(c.i)
    cue = next((q for q in reversed(doc.cues_of("measure", sentence[0], c.i)) if q.tag in ATTACKED), None)
    if cue is None:
        return False
    a, b = doc.clauses[doc.clause[cue.i]][0], sentence[1]
    counts = any(doc.has(a, c.i, tag) for tag in ("holds", "total"))
    more = (c.value or 0) > (last.value or 0)
    return more and counts and not doc.has(a, b, "child")


def _with_children(doc: Document, c: Candidate) -> bool:
    """ "Another 90 were wounded, 13 of them children": the whole of whom children are told to be a part."""
    b = doc.sentence_of(c.i)[1]
    part = next((span for span in doc.spans_in(c.j, b) if span.value < (c.value or 0)), None)
    if part is None or doc.has(c.i, part.i, "child"):
        return False
    some = doc.has(part.i - 1, min(part.j + 2, b), "partitive") or doc.under(max(part.i - 3, c.j), part.i, "including")
    return some and doc.has(part.j, min(part.j + 4, b), "child")


def _of_adults(doc: Document, c: Candidate) -> bool:
    a, b = doc.sentence_of(c.i)
    return doc.has(a, b, "unit.people") and not doc.has(a, b, "child")
