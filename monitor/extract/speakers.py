"""Who says the number: the nearest speaker of the sentence, else of those before, the headline, the next."""

from __future__ import annotations

from bisect import bisect_right
from itertools import zip_longest

from monitor.extract.document import Document
from monitor.extract.lexicon import Cue

__all__ = ["speaker_of"]

_CLAUSE = 8
_TAKEN = 40
_DAYS = 32
_SAYS = 10
_NEXT = 3
_PLACES = ("place.", "scope.qatar")


def _speakers(doc: Document, a: int, b: int) -> list[tuple[int, str]]:
    cues = [c for c in doc.cues_in(a, b) if c.tag.startswith("speaker.") and not _place(doc, c)]
    return [(c.i, c.tag[8:]) for c, after in zip_longest(cues, cues[1:]) if not _title(doc, c, after)]


def _place(doc: Document, cue: Cue) -> bool:
    """ "in Moskau", "across Russia", "Qatari mediation": behind a preposition, or an epithet, it says nothing."""
    tags = doc.tags[cue.i]
    if not any(t.startswith(_PLACES) for t in tags):
        return False
    prepositions = (doc.language.towards | doc.language.before_years) - doc.language.authors
    if "epithet" in doc.tags[cue.i]:
        return not any("say" in doc.tags[k] for k in range(cue.j, min(cue.j + 3, len(doc.tags))))
    before = cue.i - 1
    occupied = before >= 0 and "place.tot" in doc.tags[before]
    return occupied or doc.word(before) in prepositions


def _title(doc: Document, cue: Cue, after: Cue | None) -> bool:
    """ "First Lady Olena Zelenska": an office right before the name of who holds it."""
    if after is None or after.i - cue.j > 2 or after.tag == cue.tag:
        return False
    return all(doc.word(k) == "," or doc.text[doc.tokens[k].start].isupper() for k in range(cue.j, after.i))


def _own_number(doc: Document, i: int, k: int) -> bool:
    """ "Kyiv counts 19,546 and Yale 35,000": the speaker at `k`, behind the number at `i`, has a number of its own."""
    near = doc.spans[bisect_right(doc.spans, k, key=lambda s: s.i) :][:1] if k > i else []
    return any(doc.clause[s.i] == doc.clause[k] and s.value >= _DAYS and not s.round for s in near)


def _far(doc: Document, i: int, k: int) -> int:
    """Tokens from the number at `i` to the speaker at `k`, more for clauses between and a number of its own."""
    said = any("say" in doc.tags[n] for n in range(max(0, k - 2), min(k + 4, len(doc.tags))))
    taken = _TAKEN * _own_number(doc, i, k) - _SAYS * said
    return abs(k - i) + _CLAUSE * abs(doc.clause[k] - doc.clause[i]) + taken


def speaker_of(head: Document, doc: Document, i: int) -> str | None:
    """Id of the speaker of the number at token `i`: own sentence, two before, headline, the next three."""
    number = doc.sentence[i]
    own = _speakers(doc, *doc.bounds[number])
    if own:
        return min(own, key=lambda s: (_far(doc, i, s[0]), s[0]))[1]
    first = doc.bounds[max(0, number - 2)][0]
    start = doc.bounds[number][0]
    for found in (_speakers(doc, first, start)[-1:], _speakers(head, 0, len(head.tokens)), _next(doc, number)):
        if found:
            return found[0][1]
    return None


def _next(doc: Document, number: int) -> list[tuple[int, str]]:
    after = doc.bounds[number + 1 : number + 1 + _NEXT]
    return _speakers(doc, after[0][0], after[-1][1]) if after else []
