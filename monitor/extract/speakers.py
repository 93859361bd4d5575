"""Who says the number: the nearest speaker of the sentence, else of those before, the headline, the next."""

from __future__ import annotations

from bisect import bisect_right

from monitor.extract.document import Document
from monitor.extract.lexicon import Cue

__all__ = ["speaker_of"]

_CLAUSE = 8
_TAKEN = 40
_DAYS = 32
_PLACE_OR_POWER = "speaker.russian_authorities"


def _speakers(doc: Document, a: int, b: int) -> list[tuple[int, str]]:
    return [(c.i, c.tag[8:]) for c in doc.cues_in(a, b) if c.tag.startswith("speaker.") and not _place(doc, c)]


def _place(doc: Document, cue: Cue) -> bool:
    """ "in Moskau", "de Moscú": a place behind a preposition says nothing."""
    prepositions = doc.language.towards | doc.language.before_years
    return cue.tag == _PLACE_OR_POWER and doc.word(cue.i - 1) in prepositions and "place.ru" in doc.tags[cue.i]


def _own_number(doc: Document, i: int, k: int) -> bool:
    """ "Kyiv counts 19,546 and Yale 35,000": the speaker at `k`, behind the number at `i`, has a number of its own."""
    near = doc.spans[bisect_right(doc.spans, k, key=lambda s: s.i) :][:1] if k > i else []
    return any(doc.clause[s.i] == doc.clause[k] and s.value >= _DAYS and not s.round for s in near)


def _far(doc: Document, i: int, k: int) -> int:
    """Tokens from the number at `i` to the speaker at `k`, more for clauses between and a number of its own."""
    return abs(k - i) + _CLAUSE * abs(doc.clause[k] - doc.clause[i]) + _TAKEN * _own_number(doc, i, k)


def speaker_of(head: Document, doc: Document, i: int) -> str | None:
    """Id of the speaker of the number at token `i`: own sentence, two before, headline, the next, any before."""
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
    return _speakers(doc, *doc.bounds[number + 1]) if number + 1 < len(doc.bounds) else []
