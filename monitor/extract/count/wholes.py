"""Wholes and their parts: "1,243 of the 19,546 deported children returned", of each of which another word tells."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from monitor.extract.context.senses import TAKING, sense
from monitor.extract.count.candidates import Candidate
from monitor.extract.count.nouns import Counted
from monitor.extract.text.document import Document
from monitor.extract.text.lexicon import Cue
from monitor.extract.text.numbers import Span

__all__ = [
    "REGISTER", "all_taken", "behind_aside", "behind_part", "behind_whole", "came_back", "child_behind", "its_whole",
    "sets_whole", "taken_whole", "told_of_part", "told_of_taken", "whole_of_one", "whole_of_relative",
    "whole_of_returned",
]  # fmt: skip

_ASIDE = 16
"""So many tokens an aside between commas may have."""
REGISTER = 5000
"""So many children are those of the register, or of all who were taken."""
_OPENS, _AFTER = 4, 6
"""So far from the beginning of its clause a whole may stand, and so far behind the part what became of it."""
_JOINED = 4
"""So many tokens at most stand between a part and its whole, or a whole and its noun."""
_WHENCE = ("institution", "unit.facilities", "region", "province", "own_region")


def all_taken(doc: Document, c: Candidate) -> bool:
    """ "Із майже 20 тисяч вивезених удома одиниці": the many taken whom a part is set against."""
    taken = any({"measure.deported", "measure.carried"} & doc.tags[k] for k in range(c.j, min(c.j + 2, len(doc.tags))))
    before = range(max(doc.sentence_of(c.i)[0], c.i - 3), c.i)
    return taken and (c.value or 0) >= REGISTER and any(doc.word(k) in doc.language.wholes for k in before)


def its_whole(doc: Document, c: Candidate, least: float = REGISTER) -> Candidate | None:
    """ "1,243 of the 19,546 deported children returned": the larger number behind, `least` or more, whose verb
    is that of the part."""
    k = bisect_right(doc.numbers, c.i)
    after = doc.spans[k] if k < len(doc.spans) else None
    if after is None or after.value < max(least, c.value or 0) or after.i - c.j > _JOINED:
        return None
    joined = _joining(doc, c.j, after.i) in doc.language.wholes
    return Candidate((after,), after.i, after.j, after.value) if joined else None


def _joining(doc: Document, a: int, b: int) -> str:
    """The words between part and whole, without the noun or participle of the part: "1,850 rescued of 19,500"."""
    while a < b and any(t == "child" or t.startswith("measure.") for t in doc.tags[a]):
        a += 1
    return " ".join(doc.word(k) for k in range(a, b))


def came_back(doc: Document, whole: Candidate) -> tuple[int, Cue] | None:
    """Of a part of all who were taken the sentence tells the return: "400 of the 20,000 seized have been returned"."""
    _, b = doc.sentence_of(whole.i)
    return next(((cue.i - whole.j, cue) for cue in doc.cues_in(whole.j, b) if cue.tag == "measure.returned"), None)


def behind_part(doc: Document, c: Candidate, least: float = REGISTER) -> bool:
    """Is the number, `least` or more, the whole of a part told right before it?"""
    k = bisect_left(doc.numbers, c.i) - 1
    before = doc.spans[k] if k >= 0 else None
    if before is None or (c.value or 0) < max(least, before.value) or c.i - before.j > _JOINED:
        return False
    return _joining(doc, before.j, c.i) in doc.language.wholes


def taken_whole(doc: Document, c: Candidate, what: Counted) -> bool:
    """ "Twelve of the 36 deported children are home": those whom a participle calls taken are the whole of a part."""
    if what.what != "child" or c.share or _taken(doc, c.j, what.at) is None:
        return False
    if doc.among(c.j, what.at, doc.language.whole_ends):
        return False
    opens = c.i - doc.clauses[doc.clause[c.i]][0] <= _OPENS and behind_whole(doc, c.i)
    later = opens and any(s.value < (c.value or 0) for s in doc.spans_in(c.j, doc.sentence_of(c.i)[1]))
    return not _told_before(doc, c) and (later or behind_part(doc, c, 0))


def _told_before(doc: Document, c: Candidate) -> bool:
    return c.value is not None and doc.first_told.get(c.value, c.i) < c.i


def whole_of_relative(doc: Document, c: Candidate, what: Counted) -> bool:
    """ "58 children of the Kherson home, of whom only nine were returned": no verb tells of the whole, and the part
    came back: the whole had been taken."""
    a, b = doc.sentence_of(c.i)
    later = doc.spans_in(what.at + 1, b)
    if what.what != "child" or what.at < c.j or c.share or not later or later[0].value >= (c.value or 0):
        return False
    part = later[0]
    apart = doc.has(what.at, part.i, "partitive") and not doc.cues_of("measure", a, part.i)
    back = [q for q in doc.cues_of("measure", part.j, min(part.j + _AFTER, b)) if sense(doc, q) == "returned"]
    placed = any(doc.has(a, part.i, tag) for tag in _WHENCE)
    return apart and bool(back) and placed and not _told_before(doc, c)


def _taken(doc: Document, j: int, at: int) -> Cue | None:
    """The participle of taking that belongs to the noun at `at`, behind token `j`: before or behind the noun."""
    end = min(max(at, j) + 2, doc.sentence_of(j - 1)[1])
    taken = (q for q in doc.cues_of("measure", j, end) if q.tag in TAKING and sense(doc, q) == "deported")
    return next((q for q in taken if q.i != at or doc.has(at + 1, end, "child")), None)


def told_of_taken(doc: Document, c: Candidate) -> Cue | None:
    """ "Seven of the 20 deported children died": the word behind the whole, which those who were taken are."""
    whole = its_whole(doc, c, 0)
    j = whole.j if whole else c.j
    at = child_behind(doc, j)
    if not at or not (whole or _joining(doc, j, at) in {*doc.language.wholes} - doc.language.of):
        return None
    taken = _taken(doc, j, at)
    behind = max(taken.j, at + 1) if taken else at
    told = (q for q in doc.cues_of("measure", behind, doc.clauses[doc.clause[at]][1]) if sense(doc, q))
    return next(told, None) if taken else None


def behind_aside(doc: Document, c: Candidate, what: Counted) -> Cue | None:
    """ "Two children, returned from Crimea, were killed": the death behind commas that tell whence they had come."""
    _, b = doc.sentence_of(c.i)
    if what.what != "child" or what.at < c.j or doc.word(what.at + 1) != ",":
        return None
    end = next((k for k in range(what.at + 2, min(what.at + _ASIDE, b)) if doc.words[k] == ","), None)
    if end is None or not doc.cues_of("measure", what.at + 2, end) or doc.spans_in(what.at, end):
        return None
    told = doc.cues_of("measure", end, min(end + _AFTER, b))
    return next((q for q in told if q.tag in ("measure.killed", "measure.injured")), None)


def child_behind(doc: Document, j: int) -> int:
    """Where the noun for children stands right behind token `j`; 0 where none does."""
    return next((k for k in range(j, min(j + _JOINED, len(doc.tags))) if "child" in doc.tags[k]), 0)


def sets_whole(doc: Document, c: Candidate, cue: Cue) -> bool:
    """ "Of the 19,546 on the register, 1,898 returned": the verb says it of the smaller number behind."""
    value = c.value or 0
    if value < REGISTER or not behind_whole(doc, c.i):
        return False
    _, b = doc.sentence_of(c.i)
    after = doc.spans_in(c.i + 1, b)[:3]
    return any(s.value < value and s.form in ("digits", "words") and s.i < cue.i + 6 for s in after)


def whole_of_returned(doc: Document, c: Candidate, what: Counted) -> bool:
    """ "Of the 46 children of the home, seven are back": children of one place that a clause opens with, without a verb
    of their own and not told before, had been taken where some came back."""
    opens = doc.clauses[doc.clause[c.i]][0]
    if what.what != "child" or c.share or c.i - opens > _OPENS or not behind_whole(doc, c.i):
        return False
    _, b = doc.sentence_of(c.i)
    parts = doc.spans_in(what.at + 1, b)
    part = parts[0] if parts else None
    if part is None or part.value >= (c.value or 0) or doc.word(part.j) in doc.language.months:
        return False
    if len(parts) > 1 and sum(s.value for s in parts) == c.value:
        return False
    kept = any(doc.has(what.at + 1, part.i, tag) for tag in _WHENCE)
    if not kept or (c.value or 0) >= REGISTER or _told_before(doc, c):
        return False
    if any(doc.has(what.at, part.i, tag) for tag in ("evacuation", "place.third", "foreign")):
        return False
    cues = [q for q in doc.cues_of("measure", c.i, min(part.j + _AFTER, b)) if q.tag != "measure.nothing"]
    told = any(doc.has(part.j, min(part.j + 2, b), tag) for tag in ("child", "kin", "unit", "reject"))
    return (
        bool(cues)
        and not told
        and all(q.i > what.at and _said_of(doc, q, part) and sense(doc, q) in _OF_SOME for q in cues)
    )


_OF_SOME = ("returned", "located")
"""What became of a part, where the whole was taken."""


def whole_of_one(doc: Document, c: Candidate, what: Counted) -> bool:
    """ "The girl, one of 46 children of the Kherson home, is back": the group between commas had been taken, she alone
    came back."""
    a, b = doc.clauses[doc.clause[c.i]]
    k = bisect_left(doc.numbers, c.i) - 1
    one = doc.spans[k] if k >= 0 else None
    if what.what != "child" or c.share or one is None or one.value != 1 or not behind_part(doc, c, 0):
        return False
    apart = doc.word(b) == "," or doc.word(b - 1) == ","
    back = [q for q in doc.cues_of("measure", b, doc.sentence_of(c.i)[1]) if sense(doc, q) == "returned"]
    placed = any(doc.has(a, b, tag) for tag in (*_WHENCE, "place"))
    own = [q for q in doc.cues_of("measure", a, b) if not {"institution", "unit.facilities"} & doc.tags[q.i]]
    return apart and bool(back) and placed and not own


def _said_of(doc: Document, cue: Cue, part: Span) -> bool:
    """Stands the word right before the number, but for a hedge, or behind it?"""
    return cue.i >= part.j or cue.j == part.i or (cue.j + 1 == part.i and doc.tokens.kinds[cue.j] == "w")


def told_of_part(doc: Document, c: Candidate, cue: Cue) -> bool:
    """ "Of the 48 babies the soldiers took, only nine are home": the verb is that of the smaller number behind."""
    if not behind_whole(doc, c.i):
        return False
    after = doc.spans_in(c.j, cue.j + 3)
    return bool(after) and after[-1].value < (c.value or 0) and doc.word(after[-1].i - 1) not in doc.language.months


def behind_whole(doc: Document, i: int) -> bool:
    """Stands a phrase before token `i` that sets a whole before its part: "of the 19,546", but no "más de 250"?"""
    hedge = f"{doc.word(i - 2)} {doc.word(i - 1)}" in doc.language.hedge_phrases
    if hedge or doc.word(i - 1) not in doc.language.whole_ends:
        return False
    return any(doc.words[max(0, i - len(phrase)) : i] == phrase for phrase in doc.language.whole_phrases)
