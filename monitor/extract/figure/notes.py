"""What sets a figure's series apart: the note of a part, a list, another side's framing (gold/SCHEME.md, section 2).

"210 places, of which 39 teach combat skills": 39 is no contradiction of 210. Which parts there are, and the words that
tell them, are data of the story (``subsets.yaml``).
"""

from __future__ import annotations

from collections.abc import Sequence

from monitor.extract.figure.directions import territory
from monitor.extract.text.document import Document
from monitor.extract.text.lexicon import Lexicon
from monitor.model import Figure
from monitor.stories import Story, Subset

__all__ = ["subset_of", "words_of"]

_SHARE = "share"
_KINDS = frozenset({"total", "estimate", _SHARE})
_CLOSE, _LEAD = 6, 5
_OF_THE = frozenset({"des", "der", "dei", "delle", "degli", "dos", "das"})


def subset_of(
    story: Story, words: Lexicon, doc: Document, i: int, figure: Figure, before: Sequence[Figure]
) -> Subset | None:
    """What part of its measure `figure`, of the number at token `i`, is; `before` are the figures told before it.

    `words` are the story's (`words_of`).
    """
    family = story.families.get(figure.source_id or "")
    whole = _of_more(doc, i, _amount(figure))
    some = _of_those(doc, i, f"measure.{figure.measure}")
    part = whole is not None or _part(figure, before)
    may_be = [s for s in story.subsets if figure.measure in s.measures and s.unit in ("", figure.unit)]
    if figure.kind not in _KINDS:
        may_be, whole, part = [s for s in may_be if s.leads or s.whole or s.follows], None, False
    part = part or some
    near = _nearest(doc, i, whole or i, words) if may_be else {}
    own = doc.has(*doc.clauses[doc.clause[i]], f"measure.{figure.measure}")
    told = [s for s in may_be if s.note in near and (part or (s.leads and _led(doc, i, near[s.note])))]
    told += [s for s in may_be if s.follows and s.note in near and _followed(doc, i, near[s.note], figure.measure)]
    told += [s for s in may_be if s.whole and s.note in near and not (own and _apart(doc, i, near[s.note]))]
    implied = (s for s in may_be if _is(s.family, family) or _is(s.rule, figure.rule))
    return min(told, key=lambda s: abs(near[s.note])) if told else next(implied, None)


def _apart(doc: Document, i: int, far: int) -> bool:
    """ "1,859 are back, thousands never returned": is what is `far` tokens behind the number said in a later clause?"""
    return far > 0 and doc.clause[i + far] > doc.clause[i]


def _led(doc: Document, i: int, far: int) -> bool:
    """Stands what is `far` tokens behind the number right before it, in its clause: "therapy for 250 children"?"""
    return -_LEAD <= far < 0 and doc.clauses[doc.clause[i]][0] <= i + far + 1


def _followed(doc: Document, i: int, far: int, measure: str) -> bool:
    """ "Six children returned from Russia visited Brussels": is what stands `far` tokens behind the number the verb of
    those whom a participle, an epithet or a relative clause describes by the measure? Commas set a clause apart on both
    sides: behind "six returned from Russia," goes on who says so."""
    own = [q for q in doc.cues_of("measure", i, i + far) if q.tag == f"measure.{measure}"] if far > 0 else []
    nouns = [k for k in range(i, i + far) if "child" in doc.tags[k]]
    if not own or not nouns:
        return False
    between = doc.words[max(own[-1].j, nouns[0] + 1) : i + far]
    joins = doc.language.links | doc.language.connectors | doc.language.conjunctions - doc.language.relatives
    apart = "," in doc.words[nouns[0] : own[-1].i]
    return len(between) <= _DESCRIBED and joins.isdisjoint(between) and between.count(",") <= apart


_DESCRIBED = 6
"""So few words go on describing them ("from Russia in May") before the verb."""


def _is(wanted: str, found: str | None) -> bool:
    return bool(wanted) and wanted == found


def _amount(figure: Figure) -> float:
    return figure.value if figure.value is not None else figure.high or 0


def _part(figure: Figure, told: Sequence[Figure]) -> bool:
    """Is it a share, or less than a figure of the measure that was told before?"""
    return figure.kind == _SHARE or any(
        (other.measure, other.unit) == (figure.measure, figure.unit)
        and other.kind in _KINDS
        and _amount(other) > _amount(figure)
        for other in told
    )


def _of_those(doc: Document, i: int, tag: str) -> bool:
    """ "Of the children returned, 80 ...", "twelve of the returned teenagers": some of those that no number
    counts, and of whom the word of the measure is said."""
    language, j = doc.language, next((s.j for s in doc.spans_in(i, i + 1)), i + 1)
    a, b = doc.sentence_of(i)
    opens = i - a <= _WHOLE and doc.word(a) in language.whole_ends | language.out_of
    if opens and not doc.spans_in(a, i):
        return doc.has(a, i, tag) and not doc.has(i, b, tag)
    of = doc.word(j) in language.of | _OF_THE | language.origins
    definite = doc.word(j + 1) in language.definites or doc.word(j) in _OF_THE | language.origins
    noun = next((k for k in range(j + 1, min(j + _LEAD, len(doc.tags))) if "child" in doc.tags[k]), j)
    told = doc.has(j, noun, tag) or doc.word(noun) in language.definites
    return of and definite and told and not doc.has(j + _LEAD, b, tag)


_WHOLE = 8
"""So long is what opens a sentence and says of whom its number are some."""


def _of_more(doc: Document, i: int, mine: float) -> int | None:
    """ "39 of the 210": where the larger number stands that is close behind, with an "of" between."""
    behind = next(iter(doc.live_in(i + 1, min(i + _CLOSE, len(doc.words)))), None)
    more = doc.spans_in(behind, behind + 1) if behind is not None else []
    if behind is None or not more or more[0].value <= mine:
        return None
    of = doc.language.of | doc.language.out_of | _OF_THE
    return behind if any(word in of for word in doc.words[i + 1 : behind]) else None


def _nearest(doc: Document, i: int, whole: int, words: Lexicon) -> dict[str, int]:
    """How far behind the number (or, below 0, before it) the nearest words of each note stand in what speaks of it, and
    of the `whole` it is part of."""
    a, b = territory(doc, i)[0], territory(doc, whole)[1]
    near: dict[str, int] = {}
    for cue in words.mark(doc.words[a:b]):
        near[cue.tag] = min(near.get(cue.tag, b), a + cue.i - i, key=abs)
    return near


def words_of(story: Story) -> Lexicon:
    """The words of all subsets of the story, each under its note."""
    return Lexicon((subset.note, pattern) for subset in story.subsets for pattern in subset.patterns)
