"""Who says the number: the nearest speaker of the sentence, else of those before, the headline, the next."""

from __future__ import annotations

from monitor.extract.document import Document

__all__ = ["speaker_of"]

_CLAUSE = 8


def _speakers(doc: Document, a: int, b: int) -> list[tuple[int, str]]:
    return [(c.i, c.tag[8:]) for c in doc.cues_in(a, b) if c.tag.startswith("speaker.")]


def speaker_of(head: Document, doc: Document, i: int) -> str | None:
    """Id of the speaker of the number at token `i`: own sentence, two before, headline, the next, any before."""
    number = doc.sentence[i]
    own = _speakers(doc, *doc.bounds[number])
    if own:
        return min(own, key=lambda s: (abs(s[0] - i) + _CLAUSE * abs(doc.clause[s[0]] - doc.clause[i]), s[0]))[1]
    first = doc.bounds[max(0, number - 2)][0]
    start = doc.bounds[number][0]
    for found in (_speakers(doc, first, start)[-1:], _speakers(head, 0, len(head.tokens)), _next(doc, number)):
        if found:
            return found[0][1]
    return None


def _next(doc: Document, number: int) -> list[tuple[int, str]]:
    return _speakers(doc, *doc.bounds[number + 1]) if number + 1 < len(doc.bounds) else []
