"""What of a text speaks for or against a measure of one number: named traits, the same when weights are made and used.

A trait is a short string. Words of the story enter by their tags (so that a new word in a lexicon is weighed like its
kin), other words by their beginnings; both by whether they stand in the number's clause or only in its sentence, and
how far away. The sentences beside, the headline and the article count by their tags alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Set

from monitor.extract import gate
from monitor.extract.candidates import Candidate
from monitor.extract.document import Document
from monitor.extract.nouns import Counted
from monitor.extract.ways import sense

__all__ = ["SCALES", "Seen", "Sentence", "about", "beside", "own", "traits"]

_NEAR = (1, 3, 6, 12)
_STEM = 6
_BESIDE = 2
_TOUCHING = 3
_COUNTED = 5
_REMEMBERED = 50_000
_FAR = 200

SCALES = {"P": 0.5, "Q": 0.3, "D": 0.6, "H": 0.5, "h": 0.3}
"""Traits of these families weigh less when weights are made: what stands beside the sentence is only a hint."""


def _places(step: str) -> list[tuple[str, str]]:
    """The names of the places 0, 1, 2 ... tokens before (<) or behind (>), in the sentence and in the clause."""
    far = [f"{step}{sum(steps > near for near in _NEAR)}" for steps in range(_FAR + 2)]
    return [(f"s{away}", f"c{away}") for away in far]


_BEFORE, _BEHIND = _places("<"), _places(">")


class _Word(dict[str, frozenset[str]]):
    """The traits of one token by the place from which a number sees it; what it is asked for, it remembers.

    A place is c (in the number's clause) or s (only in its sentence), < or > (before or behind) and how far.
    """

    def __init__(self, stem: str, tags: frozenset[str], senses: tuple[str, ...], known: Collection[str] | None) -> None:
        self._stem, self._known = stem, known
        self._said = [f"t {tag}" for tag in tags] + [f"m {said}" for said in senses]

    def said(self, place: str) -> set[str]:
        """The traits of its tags and senses alone."""
        return {f"{said} {where}" for said in self._said for where in (place[0], place)}

    def __missing__(self, place: str) -> frozenset[str]:
        found = self.said(place)
        if self._stem:
            found.add(f"w {self._stem} {place[0]}")
        self[place] = frozenset(found if self._known is None else (t for t in found if t in self._known))
        return self[place]


Sentence = list[tuple[int, _Word]]
"""The tokens of a sentence that have traits, with their positions."""


class Seen:
    """The words of all texts as numbers see them, each worked out once; of traits only those `known` (None: all)."""

    def __init__(self, known: Collection[str] | None = None) -> None:
        self._known = known
        # of "w en ukrain c" language and stem
        self._stems = (
            None if known is None else {trait[2:-2] for trait in known if trait[0] == "w" and trait[-2] == " "}
        )
        self._words: dict[tuple[str, frozenset[str], tuple[str, ...]], _Word] = {}

    def word(self, stem: str, tags: frozenset[str], senses: tuple[str, ...]) -> _Word | None:
        """The token with its language and `stem` (empty: a mark or number), None when it has no trait."""
        if self._stems is not None and stem not in self._stems:
            stem = ""
        if not (stem or tags or senses):
            return None
        key = stem, tags, senses
        found = self._words.get(key)
        if found is None:
            if len(self._words) >= _REMEMBERED:
                self._words.clear()
            found = self._words[key] = _Word(stem, tags, senses, self._known)
        return found

    def sentence(self, doc: Document, number: int) -> Sentence:
        """Sentence `number` of the text."""
        a, b = doc.bounds[number]
        senses: dict[int, tuple[str, ...]] = {}
        for k, said in _senses(doc, a, b):
            senses[k] = (*senses.get(k, ()), said)
        words = ((k, self.word(_stem(doc, k), doc.tags[k], senses.get(k, ()))) for k in range(a, b))
        return [(k, word) for k, word in words if word is not None]


def _stem(doc: Document, k: int) -> str:
    """Language and beginning of the word at `k`; empty for a mark or digits."""
    token = doc.tokens[k]
    return f"{doc.language.code} {token.text[:_STEM]}" if token.kind == "w" else ""


def about(doc: Document, head: Document) -> frozenset[str]:
    """The traits of the whole article, the same for all its numbers: what it speaks of, and its headline."""
    found = {f"D {tag}" for tag in doc.said | head.said if not tag.startswith(("measure", "say"))}
    found.add(f"g {gate.relevance(head, doc)[0]}")
    found.update(f"H {tag}" for tag in head.said)
    found.update(f"h {doc.language.code} {t.text[:_STEM]}" for t in head.tokens if t.kind == "w" and len(t.text) > 3)
    return frozenset(found)


def beside(doc: Document, number: int) -> set[str]:
    """The traits of sentence `number`, the same for all numbers in it: words, tags and senses, and neighbours' tags."""
    a, b = doc.bounds[number]
    found = {f"t {tag}" for tag in set().union(*doc.tags[a:b])}
    numbers = {k for span in doc.spans_in(a, b) for k in range(span.i, span.j)}
    found.update(f"w {stem}" for k in range(a, b) if (stem := _stem(doc, k)) and k not in numbers)
    found.update(f"m {said}" for _, said in _senses(doc, a, b))
    for family, other in (("P", number - 1), ("Q", number + 1)):
        if 0 <= other < len(doc.bounds):
            found.update(f"{family} {q.tag}" for q in doc.cues_in(*doc.bounds[other]))
    return found


def own(
    doc: Document, c: Candidate, what: Counted, previous: str | None, doubt: str | None, sentence: Sentence
) -> set[str]:
    """The traits of candidate `c` alone, in its `sentence` as `Seen` has it.

    `previous` is the measure of the figure before it in the text, `doubt` why the grammar would reject it.
    """
    found = {f"v {_size(c)}", f"n {what.what}", f"b {previous}", f"s {c.share}", f"x {doubt}"}
    a, b = doc.sentence_of(c.i)
    found.update(_neighbours(doc, c, a, b), _where(doc, c, a, b))
    return found.union(*_words(doc, c, sentence))


def traits(
    doc: Document, head: Document, c: Candidate, what: Counted, previous: str | None, doubt: str | None
) -> set[str]:
    """All traits of candidate `c`."""
    number = doc.sentence[c.i]
    alone = own(doc, c, what, previous, doubt, Seen().sentence(doc, number))
    return {*about(doc, head)} | beside(doc, number) | alone


def _neighbours(doc: Document, c: Candidate, a: int, b: int) -> Iterator[str]:
    """The words right before and behind the number, each with its place; words beside it also without."""
    code = doc.language.code
    for steps in range(1, _TOUCHING + 1):
        for side, way, k in (("-", "<", c.i - steps), ("+", ">", c.j - 1 + steps)):
            if a <= k < b:
                stem = doc.word(k)[:_STEM]
                yield f"{side} {code} {steps} {stem}"
                if steps <= _BESIDE and doc.tokens[k].kind == "w":
                    yield f"w {code} {stem} {way}"


def _where(doc: Document, c: Candidate, a: int, b: int) -> Iterator[str]:
    """Where the sentence stands in the text, how many numbers it has, and which of them this one is."""
    number, last = doc.sentence[c.i], len(doc.bounds) - 1
    yield f"f first {number == 0}"
    yield f"f last {number == last}"
    yield f"f sentences {min(last + 1, _COUNTED)}"
    live = doc.live_in(a, b)
    yield f"f numbers {min(len(live), _COUNTED)}"
    yield f"f place {min(live.index(c.i), _COUNTED) if c.i in live else None}"


def _size(c: Candidate) -> str:
    value = c.value if c.value is not None else c.low or 0
    return "range" if c.value is None else next((str(top) for top in _SIZES if value < top), "more")


_SIZES = (1.5, 4, 10, 32, 100, 320, 1000, 3200, 10_000, 32_000, 100_000, 320_000, 1_000_000)


def _words(doc: Document, c: Candidate, sentence: Sentence) -> Iterator[Set[str]]:
    """The traits of the tokens of the sentence, each at its place; the number's own words are no words."""
    i, j = c.i, c.j
    first, last = doc.clauses[doc.clause[i]]
    for k, word in sentence:
        if k < i:
            yield word[_BEFORE[i - k][k >= first]]
        elif k >= j:
            yield word[_BEHIND[k - j + 1][k < last]]
        else:
            yield word.said(_BEHIND[0][k < last])


def _senses(doc: Document, a: int, b: int) -> Iterator[tuple[int, str]]:
    """What the verbs of tokens a..b-1 mean where they stand (came is returned or deported by its way), and where."""
    for cue in doc.cues_of("measure", a, b):
        if (said := sense(doc, cue)) is not None:
            yield cue.i, said
