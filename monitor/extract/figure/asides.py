"""What a text tells aside of its news: what is planned, what a count was before, a place's part of it.

Source: SCHEME, fine points 3 and 7.
"""

from __future__ import annotations

from collections.abc import Sequence

from monitor.extract.figure.directions import territory
from monitor.extract.measure.bound import Bound
from monitor.extract.text.document import Document
from monitor.model import Figure

__all__ = ["aside"]

_ISSUED = frozenset({"sanctions", "warrants"})
_ACTS = frozenset({"returned", "placed_in_family", "sanctions", "warrants", "other", "held", "located"})
"""Measures of what somebody may plan; of those who were taken a text tells that they must come home."""


def aside(doc: Document, i: int, bound: Bound, figure: Figure, before: Sequence[Figure]) -> str | None:
    """The note of `figure`, the number at token `i`, if it is no news: ``planned``, ``previous value``, ``part of 9``.

    `before` are the figures that the text told before it.
    """
    comparable = before and bound.measure not in _ISSUED and _comparable(before[-1], figure)
    if comparable and (_previous(doc, i) or _then(doc, i, figure, before[-1])):
        return "previous value"
    if bound.measure in _ACTS and (_planned(doc, i, bound) or _concerns_what_comes(doc, i)):
        return "planned"
    if _intended(doc, bound):
        return "planned"
    if figure.measure == "injured" and figure.kind == "batch" and _of_the_hurt(doc, i, figure, before):
        return "part of the injured"
    whole = (
        _whole(doc, i, figure, before)
        or _from_a_region(doc, i, figure, before)
        or _listed(doc, i, figure, before)
        or _member_of(doc, i, figure, before)
    )
    return f"part of {whole:g}" if whole else None


def _of_the_hurt(doc: Document, i: int, figure: Figure, before: Sequence[Figure]) -> bool:
    """ "Seven children remain in hospital, two in serious condition": who is still there, or worse off than those told
    before, is one of those who were hurt."""
    clause = doc.clauses[doc.clause[i]]
    more = any(known.measure == "injured" and (known.value or 0) >= (figure.value or 0) for known in before)
    last = min(clause[1] + _STATE, doc.sentence_of(i)[1])
    return doc.has(*clause, "still_treated") or (more and doc.has(i, last, "grave"))


_STATE = 4
"""So far behind its dash may stand how those counted are: "двоє – у важкому стані"."""


def _whole(doc: Document, i: int, part: Figure, before: Sequence[Figure]) -> float | None:
    """ "215 children, including 61 from Zaporizhzhia and 40 from Donetsk": the larger number of which it is a part.

    Only a part that a place alone sets apart: one with a time, a channel or a helper of its own stands for itself.
    """
    placed = any(doc.has(i, territory(doc, i)[1], tag) for tag in ("region", "place"))
    if not placed or part.measure != "returned" or part.period is not None or part.value is None:
        return None
    if part.kind in ("share", "increment"):
        return None
    start, _ = doc.sentence_of(i)
    regional = doc.has(i, territory(doc, i)[1], f"region_of.{part.scope}")
    cues = doc.cues_of("including", start, i)
    told = doc.tokens.starts[cues[0].i] if cues else 0
    for whole in reversed(before):
        if not doc.tokens.starts[start] <= (whole.num_start or 0) < told:
            continue
        same = (whole.measure, whole.unit) == (part.measure, part.unit) and (
            regional or part.scope in ("all", whole.scope)
        )
        same = same and not (part.direction or "").endswith(">ru")
        if same and whole.value is not None and whole.value > part.value and not whole.optional:
            return whole.value
    return None


def _from_a_region(doc: Document, i: int, part: Figure, before: Sequence[Figure]) -> float | None:
    """ "1,120 kids. About 640 of them are from Donetsk region.": some of those told right before, set apart by where
    they are from alone."""
    whole = before[-1] if before else None
    a, b = doc.sentence_of(i)
    j = next((s.j for s in doc.spans_in(i, i + 1)), i + 1)
    if whole is None or whole.optional or part.value is None or not part.value < (whole.value or 0):
        return None
    some = doc.has(j, j + 2, "partitive") and not doc.under(a, b, "measure") and part.unit == whole.unit
    placed = any(doc.has(j, b, tag) for tag in _HOME)
    return whole.value if some and placed else None


def _listed(doc: Document, i: int, part: Figure, before: Sequence[Figure]) -> float | None:
    """ "Fourteen came home: nine from Kherson region, three from Luhansk and two from Donetsk": the whole that the
    numbers of regions behind the colon add up to; those of ways or months stand for themselves."""
    a, b = doc.sentence_of(i)
    if not any(doc.has(i, territory(doc, i)[1], tag) for tag in _HOME):
        return None
    colon = next((k for k in range(i - 1, a, -1) if doc.words[k] == ":"), None)
    if colon is None or part.value is None:
        return None
    told = sum(span.value for k in doc.live_in(colon, b) for span in doc.spans_in(k, k + 1))
    first, last = doc.tokens.starts[a], doc.tokens.starts[colon]
    wholes = (
        w for w in before if first <= (w.num_start or 0) < last and (w.measure, w.unit) == (part.measure, part.unit)
    )
    alike = (w for w in wholes if part.period in (None, w.period) and not w.optional)
    return next((w.value for w in alike if w.value == told > part.value), None)


def _member_of(doc: Document, i: int, part: Figure, before: Sequence[Figure]) -> float | None:
    """ "Nine children were brought back. Two came from Mariupol.", "drei der Kinder", "three of eight": some of the
    group that the text told of last, set apart by a place or as some of them."""
    whole = before[-1] if before else None
    while whole is not None and whole.note is not None and whole.note.startswith("part of "):
        before = before[:-1]
        whole = before[-1] if before else None
    if whole is None or part.kind != "batch" or whole.kind != "batch" or part.value is None or whole.value is None:
        return None
    if (whole.measure, whole.unit) != (part.measure, part.unit) or not part.value < whole.value or whole.optional:
        return None
    some = _some_of_them(doc, i)
    if not some and not _from_somewhere(doc, i):
        return None
    apart = part.period is not None and part.period != whole.period
    return None if apart or _apart_by(doc, i) else whole.value


def _some_of_them(doc: Document, i: int) -> bool:
    """ "Drei der Kinder", "tres de los menores", "three of eight", "two of them are sisters", "two sisters"."""
    j = next((s.j for s in doc.spans_in(i, i + 1)), i + 1)
    told = doc.has(*doc.clauses[doc.clause[i]], "measure")
    if doc.has(j, j + 2, "partitive") or (doc.has(j, j + 2, "sibling") and not told):
        return True
    k = j + (doc.word(j) in doc.language.of | doc.language.origins)
    led = k > j or doc.word(j) in doc.language.definites
    k += doc.word(k) in doc.language.definites
    counted = bool(doc.spans_in(k, k + 1)) or (k < len(doc.tags) and "child" in doc.tags[k])
    return led and counted


def _from_somewhere(doc: Document, i: int) -> bool:
    """ "Two came from Mariupol", "Двоє – з Маріуполя": a bare number and where they are from, in a sentence without
    children."""
    a, b = doc.sentence_of(i)
    if doc.has(a, b, "child") or not doc.sentence[i]:
        return False
    placed = [k for k in range(i, b) if any(t.startswith("place.") or t in _HOME for t in doc.tags[k])]
    return any(
        not {doc.word(k - 1), doc.word(k - 2)}.isdisjoint(doc.language.origins | doc.language.of) for k in placed
    )


_HOME = frozenset({"region", "province", "own_region"})


def _apart_by(doc: Document, i: int) -> bool:
    """Is another group told: another speaker's, one more, or one that came another way?"""
    a, b = doc.sentence_of(i)
    return any(doc.has(a, b, tag) for tag in ("more", "speaker", "scope", "opposite"))


def _previous(doc: Document, i: int) -> bool:
    """ "1,859, up from 1,829": behind a word for what a count was before, and behind the count itself."""
    before = {" ".join(doc.words[i - size : i]) for size in (1, 2, 3) if i >= size}
    return not before.isdisjoint(doc.language.formers) and bool(doc.live_in(doc.sentence_of(i)[0], i))


def _then(doc: Document, i: int, figure: Figure, last: Figure) -> bool:
    """ "1,819 are home. A year ago it was 1,022.", "The previous number was 1,605": a bare count of a time before, that
    no verb of its own tells; or a smaller one that a past month alone dates."""
    a, b = doc.sentence_of(i)
    clause = doc.clauses[doc.clause[i]]
    opening = " ".join(doc.words[max(a, clause[0] - 1) : i]) + " "
    old = any(f"{phrase} " in opening for phrase in doc.language.past)
    months = any(doc.word(k) in doc.language.months for k in range(a, i))
    smaller = (figure.value or 0) < (last.value or 0) and last.kind == "total"
    told = doc.has(*clause, "measure") or (doc.has(a, b, "child") and not months)
    return smaller and (old or (months and doc.under(max(a, i - 3), i, "holds"))) and not told


def _comparable(now: Figure, then: Figure) -> bool:
    """Are both of one measure, and neither less than half nor more than twice the other?"""
    if now.measure != then.measure or now.value is None or then.value is None:
        return False
    return then.value / 2 <= now.value <= 2 * then.value


def _planned(doc: Document, i: int, bound: Bound) -> bool:
    """Is what the number counts still to come: "20 are due home", "вернутся 20", "next week"?

    The plan must be told up to the verb that says the measure; a time to come, anywhere in its clause.
    """
    clauses = {doc.clause[i]}
    if bound.cue is not None and not doc.has(*doc.clauses[doc.clause[i]], f"measure.{bound.measure}"):
        clauses.add(doc.clause[bound.cue.i])
    before = doc.clause[max(0, doc.clauses[doc.clause[i]][0] - 1)]
    if bound.measure == "sanctions" and not doc.has(*doc.clauses[doc.clause[i]], "measure.sanctions"):
        clauses |= {before} if doc.has(*doc.clauses[before], "measure.sanctions") else set()
    for a, b in (doc.clauses[clause] for clause in clauses):
        if doc.has(a, b, "hearsay"):
            continue
        last = b if bound.cue is None or not a <= bound.cue.i < b else bound.cue.j
        if doc.has(a, b, "coming") or doc.has(a, last, "planned") or _opens_with_plan(doc, a):
            return True
    return False


def _concerns_what_comes(doc: Document, i: int) -> bool:
    """ "The next handover could take place in November. It involves seven children.": a sentence that only says whom
    the one before is about, which is still to come."""
    number, (a, b) = doc.sentence[i], doc.sentence_of(i)
    if not number or not doc.has(a, min(a + _PLAN, b), "concerns"):
        return False
    before = doc.bounds[number - 1]
    return doc.has(*before, "coming") and any(doc.has(*before, tag) for tag in _HANDOVERS)


_HANDOVERS = ("measure.returned", "measure.given", "measure.moved", "swap", "handover")


def _opens_with_plan(doc: Document, a: int) -> bool:
    """ "Планується, що в березні ...", "В планах – ще 20": a clause of two words before the one that begins at `a`."""
    if not a or doc.sentence[a] != doc.sentence[a - 1]:
        return False
    first, last = doc.clauses[doc.clause[a - 1]]
    return last - first <= _PLAN and doc.has(first, last, "planned")


_PLAN = 3


def _intended(doc: Document, bound: Bound) -> bool:
    """ "Планують вивезти 1500", "готують до вивезення": a taking that is only meant, where forms tell it."""
    cue, endings = bound.cue, doc.language.infinitives
    if bound.measure != "deported" or cue is None or not endings or cue.tag == "measure.returned":
        return False
    meant = doc.word(cue.i).endswith(endings) or doc.word(cue.i - 1) in doc.language.towards
    return meant and doc.has(max(doc.clauses[doc.clause[cue.i]][0], cue.i - _MEANT), cue.i, "planned")


_MEANT = 6
