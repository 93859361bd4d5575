"""What a number measures where no word of its sentence says it: by a question, a tally, the figure before, a way."""

from __future__ import annotations

from monitor.extract.context.senses import sense
from monitor.extract.count.candidates import Candidate
from monitor.extract.count.nouns import Counted
from monitor.extract.count.wholes import REGISTER
from monitor.extract.measure.bound import (
    ANSWERED,
    CAME_TO,
    CLAIMED,
    CORRECTED,
    GO_ON,
    KNOWN,
    OTHERWISE,
    RESTATED,
    Bound,
    meant,
)
from monitor.extract.measure.nearest import FOUND, NOTHING, RECEIVED, then_home
from monitor.extract.text.document import Document
from monitor.extract.text.lexicon import Cue

__all__ = ["answered", "elliptic", "partitive", "without_word"]

_QUESTIONS = 4
_LINES = 2
_SHORT = 9
_TALLIED = 40
"""A bare count of returns is no smaller."""
_CLAIMED = 600_000
"""So many only Moscow says, of those it took in."""
_MILLION = 1_000_000
"""More children than were ever said to be taken by name: those who live under occupation."""


def without_word(doc: Document, c: Candidate, what: Counted, previous: Bound | None, unit: str) -> Bound | None:
    """What a question, a tally, the register's size, the figure before or a way says where no word is near."""
    asked = _asked(doc, c)
    if asked is not None:
        return Bound(meant(doc, asked), unit, "question", asked, 0.6)
    if _tally(doc, c, what, previous):
        return Bound("returned", unit, "tally", None, 0.5)
    large = what.what == "child" and not c.share and (c.value or 0) >= (REGISTER if doc.told else KNOWN)
    totalled = doc.has(*doc.sentence_of(c.i), "total")
    taken = "at_risk" if (c.value or 0) >= _MILLION else "deported"
    if large and totalled:
        return Bound(taken, unit, "the register's total", None, 0.5)
    restated = _restated(doc, c)
    if restated is not None:
        notice = doc.has(0, c.i, "erratum") or doc.has(0, c.i, "superseded")
        return Bound(meant(doc, restated), unit, CORRECTED if notice else RESTATED, restated, 0.6)
    if previous is not None and _otherwise(doc, c, what, previous):
        return Bound(previous.measure, unit, OTHERWISE, None, 0.6)
    if previous is not None and previous.measure in GO_ON and what.what == "none" and elliptic(doc, c):
        told = "deported" if (c.value or 0) >= REGISTER else previous.measure
        return Bound(told, unit, CAME_TO if _came_to(doc, c) else "ellipsis", None, 0.5)
    if _moscows(doc, c, what):
        return Bound("deported", unit, CLAIMED, None, 0.5)
    if _bare(doc, c, what):
        return Bound(taken, unit, "large bare number", None, 0.5)
    way = _by_way(doc, c, what, previous)
    if way:
        return Bound(way, unit, "way", None, 0.5)
    goes_on = c.share or c.value is None or partitive(doc, c) or (what.what == "child" and totalled)
    if previous is not None and previous.measure == "facilities" and goes_on and not c.share:
        unit = "facilities"
    if previous is not None and previous.measure not in ("sanctions", "warrants") and goes_on:
        return Bound(previous.measure, unit, "previous figure", None, 0.5)
    return None


def answered(doc: Document, c: Candidate, what: Counted, unit: str) -> Bound | None:
    """ "How many were placed with families? We have documented 420.": in a short answer whose verb only counts, the
    measure of the question right before."""
    a, b = doc.sentence_of(c.i)
    asked = _asked(doc, c) if what.what == "none" and b - a <= _SHORT and doc.sentence[c.i] else None
    own = doc.cues_of("measure", a, b)
    if asked is None or not own or not _question(doc, doc.sentence[c.i] - 1):
        return None
    counts = all(_COUNTING & doc.tags[cue.i] for cue in own)
    return Bound(meant(doc, asked), unit, ANSWERED, asked, 0.6) if counts else None


_COUNTING = frozenset({"say", "total"})


def _otherwise(doc: Document, c: Candidate, what: Counted, previous: Bound) -> bool:
    """ "Last week 16 children came back. Moscow says there were 14.": a short sentence in which the other side counts
    those of the sentence before."""
    a, b = doc.sentence_of(c.i)
    if previous.measure != "returned" or c.share or what.what not in ("child", "none") or b - a > _SHORT:
        return False
    said = doc.under(a, c.i, "say") or doc.under(a, c.i, "holds")
    other = doc.under(a, c.i, "side") and not doc.under(a, b, "measure") and not doc.has(c.i, c.j + 2, "more")
    before = doc.bounds[doc.sentence[c.i] - 1] if doc.sentence[c.i] else (0, 0)
    told = [span.value for k in doc.live_in(*before) for span in doc.spans_in(k, k + 1)]
    alike = bool(told) and told[-1] <= _ALIKE * (c.value or 0) <= _ALIKE * _ALIKE * told[-1]
    return said and other and alike and doc.has(*before, "measure.returned") and len(doc.live_in(a, b)) == 1


_ALIKE = 3
"""Two counts of one group differ by less than so many times."""


def _by_way(doc: Document, c: Candidate, what: Counted, previous: Bound | None) -> str:
    """No verb of the story: "14 pupils rolled into Sumy region" is a return; "two to Russia", "two – from Mariupol" go
    on with one."""
    if what.what not in ("child", "none") or c.share:
        return ""
    went_on = previous is not None and previous.measure == "returned"
    if went_on and what.what == "none" and _hails(doc, c):
        return "returned"
    if not doc.language.inside:
        return ""
    clause = [k for k in range(c.j, doc.sentence_of(c.i)[1]) if doc.clause[k] == doc.clause[c.j - 1]]
    if _led(doc, clause, "place.ua") and (went_on or what.what == "child"):
        return "returned"
    return "returned" if _led(doc, clause, "place.ru") and went_on and what.what == "none" else ""


def _hails(doc: Document, c: Candidate) -> bool:
    """ "Двоє – з Маріуполя.": a number that opens its sentence, from where those were, and nothing else."""
    a, b = doc.sentence_of(c.i)
    where = c.j + (doc.word(c.j) == "–")
    opens = c.i == a and doc.word(where) in doc.language.origins and b - where <= _FROM
    return opens and any(doc.has(where + 1, b, tag) for tag in ("place.ua", "place.tot", "place.town", "region"))


_FROM = 5
"""So long is "from Kherson region" at most, with the mark that ends the sentence."""


def _led(doc: Document, clause: list[int], place: str) -> bool:
    """Does a preposition of a way's end, and not of a stay, stand right before `place`, or its article?"""
    ends = doc.language.towards - doc.language.inside
    return any(place in doc.tags[k] and {doc.word(k - 1), doc.word(k - 2)} & ends for k in clause)


def _moscows(doc: Document, c: Candidate, what: Counted) -> bool:
    """ "Russian officials spoke of 744,000": so many that only Moscow says it took in, in a text about children."""
    said = doc.has(doc.clauses[doc.clause[c.i]][0], c.i, "side.moscow") and doc.under(max(0, c.i - 2), c.i, "say")
    children = what.what == "none" and "child" in doc.said
    return said and children and not c.share and _CLAIMED <= (c.value or 0) < _MILLION


def _bare(doc: Document, c: Candidate, what: Counted) -> bool:
    """ "The answer is nearer 35,000": without a noun or verb, so large a number is that of those who were taken."""
    return what.what == "none" and not c.share and (c.value or 0) >= KNOWN and doc.told


def _asked(doc: Document, c: Candidate) -> Cue | None:
    """ "How many have come back? 1,859": the measure of the questions before, the nearest that says one."""
    number = doc.sentence[c.i]
    questions = [n for n in range(number - 1, max(-1, number - 2 * _QUESTIONS), -1) if _question(doc, n)]
    if not questions or questions[0] < number - _LINES:
        return None
    a, b = doc.bounds[number]
    asked = [cue for n in questions[: _QUESTIONS if b - a < _SHORT else 1] for cue in doc.cues_in(*doc.bounds[n])]
    said = [cue for cue in asked if cue.tag.startswith("measure.") and cue.tag != RECEIVED and sense(doc, cue)]
    told = [cue for cue in said if not (cue.tag in FOUND and then_home(doc, cue))]
    verbs = (cue for cue in told if cue.j >= len(doc.tags) or "child" not in doc.tags[cue.j])
    return next(verbs, told[0] if told else None)


def _restated(doc: Document, c: Candidate) -> Cue | None:
    """ "It was two": a short sentence that only sets a number right has the measure of the sentence before."""
    a, b = doc.sentence_of(c.i)
    if not a or (b - a > _SHORT and not doc.has(0, a, "erratum")) or not doc.has(a, b, "restates"):
        return None
    number = doc.sentence[c.i]
    first = max(0, number - (2 if doc.has(0, a, "erratum") else 1))
    near = [n for n in range(number - 1, first - 1, -1) if n == first or doc.spans_in(*doc.bounds[n])]
    told = [cue for n in near for cue in doc.cues_in(*doc.bounds[n])]
    return next((q for q in told if q.tag.startswith("measure.") and q.tag != NOTHING and sense(doc, q)), None)


def _question(doc: Document, n: int) -> bool:
    _, b = doc.bounds[n]
    return "?" in (doc.word(b - 1), doc.word(b - 2))


def elliptic(doc: Document, c: Candidate) -> bool:
    """ "In December seven; in October, eight", "the total is 1,859", "im März war das Gremium auf 1.205 gekommen": a
    bare number beside a month or word of totals."""
    paired = doc.word(c.j) in doc.language.links and bool(doc.spans_in(c.j + 1, c.j + 2))
    ends = (
        paired or _came_to(doc, c) or c.j >= len(doc.words) or doc.tokens.kinds[c.j] == "p" or "total" in doc.tags[c.j]
    )
    if not ends:
        return False
    a, b = doc.sentence_of(c.i)
    if _question(doc, doc.sentence[c.i]):
        return False
    if doc.has(a, b, "total") or doc.among(a, b, doc.language.months.keys()):
        return True
    if c.j + 1 >= b and doc.has(max(a, c.i - 3), c.i, "say"):
        return True
    named = doc.has(a, c.i, "place") or doc.has(a, c.i, "speaker")
    return doc.word(c.i - 1) == ":" and c.j + 1 >= b and named


def _came_to(doc: Document, c: Candidate) -> bool:
    """ "War auf 1.205 gekommen": words round the number that only count."""
    return doc.has(c.i - 1, c.i, NOTHING) and c.j < len(doc.tags) and NOTHING in doc.tags[c.j]


def _tally(doc: Document, c: Candidate, what: Counted, previous: Bound | None) -> bool:
    """ "The government had 1,598", "the region counted 214": a bare count in a text that told of returns before."""
    if what.what != "none" or c.share or (c.value or 0) < _TALLIED or (previous and previous.measure != "returned"):
        return False
    told = previous is not None or any(cue.tag == "measure.returned" for cue in doc.cues_in(0, c.i))
    return told and doc.under(max(0, c.i - 3), c.i, "holds")


def partitive(doc: Document, c: Candidate) -> bool:
    """``of them``, ``із них``, ``the other five``: the number speaks of the figure before."""
    near = [k for k in (c.i - 2, c.i - 1) if k >= 0]
    near += [k for k in (c.j, c.j + 1) if k < len(doc.words) and doc.clause[k] == doc.clause[c.j - 1]]
    return any(doc.has(k, k + 1, "partitive") for k in near)
