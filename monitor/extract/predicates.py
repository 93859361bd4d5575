"""The word that says of counted children, right behind their noun, what became of them: "1,187 children are home".

Such a sentence says it, however unusual its number is.
"""

from __future__ import annotations

from monitor.extract.candidates import Candidate
from monitor.extract.document import Document
from monitor.extract.lexicon import Cue
from monitor.extract.nouns import Counted
from monitor.extract.ways import sense, ways

__all__ = ["says_it_of"]

_NOUN, _VERB = 2, 3
"""So many words at most stand between a number and its noun, and between the noun and the verb."""


def says_it_of(doc: Document, c: Candidate, what: Counted, cue: Cue) -> bool:
    """Does the word say it of the children whom the number counts, the only ones in its clause, and no other word there
    says anything else? Right behind its noun a participle only describes it where adjectives stand there ("niños
    traídos"), and who comes to Russia does not come home."""
    a, b = doc.clauses[doc.clause[c.i]]
    noun = what.what == "child" and not c.share and 0 <= what.at - c.j <= _NOUN and _words(doc, c.j, what.at)
    gap = cue.i - what.at - 1
    if not noun or doc.clause[cue.i] != doc.clause[c.i] or not (not doc.language.adjectives_first) <= gap <= _VERB:
        return False
    if cue.tag == "measure.returned" and "ru" in ways(doc, cue.i, b).ends:
        return False
    told = {sense(doc, q) for q in doc.cues_of("measure", a, b)}
    return len(doc.live_in(a, b)) <= 1 and told <= {sense(doc, cue), None}


def _words(doc: Document, a: int, b: int) -> bool:
    """Are tokens a..b-1 words alone?"""
    return all(doc.tokens.kinds[k] == "w" for k in range(a, b))
