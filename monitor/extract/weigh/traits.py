"""What of a text speaks for or against a measure of one number: named traits, the same when weights are made and used.

A trait is a short string. Words of the story enter by their tags (so that a new word in a lexicon is weighed like its
kin), other words by their beginnings; both by whether they stand in the number's clause or only in its sentence, and
how far away; the three words on either side also by their place. The sentences beside and the article count by their
tags alone, the headline by tags and words. Size of the number, what it counts, where its sentence stands, how many
numbers it has and the grammar's doubt are traits too; what the text's other numbers say is in others.py.

A word says something else of eight children than of twenty thousand: traits of some families weigh otherwise beside
numbers of another size (`at_size`; Daumé 2007) and are told apart from the others. Size, noun, share and doubt are
traits in pairs, too.

What stands for traits is up to who asks (`Seen`): when weights are made the traits themselves, when they are used what
they add up to, so that it need not be worked out for every number.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Generic, TypeVar

from monitor.extract.context import gate
from monitor.extract.context.senses import sense
from monitor.extract.count.candidates import Candidate
from monitor.extract.count.nouns import Counted
from monitor.extract.text.document import Document

__all__ = [
    "SCALES", "SIZES", "Seen", "Sentence", "about", "at_size", "beside", "headwords", "own", "place", "size",
    "traits", "within",
]  # fmt: skip

_NEAR = (1, 3, 6, 12)
_STEM = 6
_BESIDE = 2
_TOUCHING = 3
_COUNTED = 5
_REMEMBERED = 4_000
_FAR = 250

SCALES = {"P": 0.5, "Q": 0.3, "D": 0.6, "H": 0.5, "h": 0.3}
"""Traits of these families weigh less when weights are made: what stands beside the sentence is only a hint."""


def _places(step: str, where: str) -> list[str]:
    """The names of the places 0, 1, 2 ... tokens before (<) or behind (>), in the sentence (s) or in the clause (c)."""
    return [f"{where}{step}{sum(steps > near for near in _NEAR)}" for steps in range(_FAR)]


_BEFORE = {where: _places("<", where)[::-1] for where in "sc"}
_BEHIND = {where: _places(">", where) for where in "sc"}
_ANYWHERE = ""


T = TypeVar("T")
"""What stands for traits together."""
K = TypeVar("K")


class _Said(dict[str, frozenset[str]]):
    """The traits of what a token says, its tags and senses, by the place from which a number sees it.

    A place is c (in the number's clause) or s (only in its sentence), < or > (before or behind) and how far; or
    anywhere in the sentence. What it is asked for, it remembers.
    """

    def __init__(self, tags: frozenset[str], senses: tuple[str, ...]) -> None:
        self._said = (*[f"t {tag}" for tag in tags], *[f"m {sense}" for sense in senses])

    def __missing__(self, place: str) -> frozenset[str]:
        told = [f"{said} {where}" for said in self._said for where in (place[0], place)] if place else self._said
        self[place] = frozenset(told)
        return self[place]


class _Told(dict[K, T]):
    """What a key says, worked out once; when there are too many keys, they are forgotten."""

    def __init__(self, work: Callable[[K], T]) -> None:
        self._work = work

    def __missing__(self, key: K) -> T:
        if len(self) > _REMEMBERED:
            self.clear()
        self[key] = self._work(key)
        return self[key]


class _Tongue(Generic[T]):
    """The words of one language: the `stems` that say something, and what words say one, two, three steps `before`
    a number and `behind` it; behind these, what the second says when it begins as the first."""

    def __init__(self, code: str, told: Callable[[Iterable[str]], T], heard: Callable[[Iterable[str]], bool]) -> None:
        def stem(word: str) -> str:
            found = _stem(code, word)
            return found if found and heard(_stemmed(found)) else ""

        def touching(side: str, steps: int, new: bool) -> _Told[str, T]:
            return _Told(lambda word: told(_touching(code, side, steps, word, new)))

        steps = [(1, True), (2, True), (3, True), (2, False)]
        self.stems = _Told(stem)
        self.before = [touching("-", *step) for step in steps]
        self.behind = [touching("+", *step) for step in steps]


class Seen(Generic[T]):
    """What the words of all texts say, each worked out once.

    `told` gives what stands for traits together; `heard` whether one of some traits says anything. `inside`, `outside`
    and `anywhere` have the traits of a stem ("en ukrain") in the number's clause, elsewhere in its sentence, and in the
    sentence wherever; `alone` those of a number itself, `placed` those of the place of its sentence.
    """

    def __init__(self, told: Callable[[Iterable[str]], T], heard: Callable[[Iterable[str]], bool] = bool) -> None:
        self.inside, self.outside, self.anywhere = (_Told(_stem_at(where, told)) for where in _STEMMED)
        self.alone = _Told[tuple[str, str, bool, str | None, int | None], T](lambda key: told(_alone(key)))
        self.placed = _Told[tuple[bool, bool, int, int], T](lambda key: told(_placed(key)))
        self._tongues = _Told[str, _Tongue[T]](lambda code: _Tongue(code, told, heard))
        self._said = _Told[tuple[frozenset[str], tuple[str, ...]], _Said](lambda key: _Said(*key))

    def tongue(self, code: str) -> _Tongue[T]:
        """The words of a language."""
        return self._tongues[code]

    def sentence(self, doc: Document, number: int) -> Sentence:
        """What the words of sentence `number` of the text say."""
        a, b = doc.bounds[number]
        senses: dict[int, tuple[str, ...]] = {}
        for k, meant in _senses(doc, a, b):
            senses[k] = (*senses.get(k, ()), meant)
        said = [(k, self._said[tags, senses.get(a + k, ())]) for k, tags in enumerate(doc.tags[a:b]) if tags]
        return Sentence([*map(self.tongue(doc.language.code).stems.__getitem__, doc.words[a:b])], said)


_STEMMED = (" c", " s", "")


def _stemmed(stem: str) -> list[str]:
    """The traits of a stem, by where it may stand."""
    return [f"w {stem}{where}" for where in _STEMMED]


def _stem_at(where: str, told: Callable[[Iterable[str]], T]) -> Callable[[str], T]:
    """What a stem, if there is one, says where it stands."""
    return lambda stem: told((f"w {stem}{where}",) if stem else ())


@dataclass(slots=True)
class Sentence:
    """The stem of each token of a sentence, empty for one that says nothing, and which tokens have tags or senses."""

    stems: list[str]
    said: list[tuple[int, _Said]]


def _stem(code: str, word: str) -> str:
    """Language and beginning of a word; empty for a mark or digits."""
    return f"{code} {word[:_STEM]}" if word[0].isalnum() and not word[0].isdecimal() else ""


def about(doc: Document, head: Document) -> set[str]:
    """The traits of the whole article, by size: what it and its headline speak of, and how long it is."""
    found = {f"D {tag}" for tag in doc.said | head.said if not tag.startswith(("measure", "say"))}
    found.add(f"g {gate.relevance(head, doc)[0]}")
    found.add(f"D long {bisect_left(_LENGTHS, len(doc.words))}")
    found.update(f"H {tag}" for tag in head.said)
    return found


_LENGTHS = (40, 100, 200)
"""So many tokens have a fragment, a short report, a longer one; whole articles tell more numbers of other things."""


def headwords(doc: Document, head: Document) -> set[str]:
    """The traits of the headline's words."""
    return {
        f"h {doc.language.code} {word[:_STEM]}"
        for word, kind in zip(head.words, head.tokens.kinds, strict=True)
        if kind == "w" and len(word) > 3
    }


def place(doc: Document, number: int, seen: Seen[T]) -> T:
    """What the place of sentence `number` says, the same for all numbers in it."""
    last, live = len(doc.bounds) - 1, len(doc.live_in(*doc.bounds[number]))
    return seen.placed[number == 0, number == last, min(last + 1, _COUNTED), min(live, _COUNTED)]


def _placed(key: tuple[bool, bool, int, int]) -> tuple[str, ...]:
    """The traits of the place of a sentence: is it the first or last one, of how many, with how many numbers?"""
    first, last, sentences, numbers = key
    return f"f first {first}", f"f last {last}", f"f sentences {sentences}", f"f numbers {numbers}"


def beside(doc: Document, number: int) -> set[str]:
    """The traits of the sentences beside sentence `number`, by size: their tags."""
    found = set()
    for family, other in (("P", number - 1), ("Q", number + 1)):
        if 0 <= other < len(doc.bounds):
            found.update([f"{family} {q.tag}" for q in doc.cues_in(*doc.bounds[other])])
    return found


def within(doc: Document, number: int, sentence: Sentence, seen: Seen[T]) -> tuple[list[T], set[str]]:
    """What the words of sentence `number` say wherever in it they stand, and the traits by size of what they mean."""
    a, b = doc.bounds[number]
    stems = sentence.stems
    counting = [k - a for span in doc.spans_in(a, b) for k in range(span.i, min(span.j, b)) if stems[k - a]]
    if counting:
        stems = [*stems]
        for k in counting:
            stems[k] = ""
    said: set[str] = set()
    said.update(*[told[_ANYWHERE] for _, told in sentence.said])
    return [*map(seen.anywhere.__getitem__, {*stems})], said


def own(
    doc: Document, c: Candidate, what: Counted, doubt: str | None, sentence: Sentence, seen: Seen[T]
) -> tuple[list[T], set[str]]:
    """What candidate `c` in its sentence says alone, and the traits by size of the words that it sees, each at its
    place. `doubt`: why it may be no figure. The number's own words are no words.
    """
    i = c.i
    a, b = doc.sentence_of(i)
    first, last = doc.clauses[doc.clause[i]]
    j = min(c.j, b)
    ends = max(last, j)
    stems, words, tongue = sentence.stems, doc.words, seen.tongue(doc.language.code)
    places = _seen_from(i - a, j - a, first - a, last - a, b - a)
    said: set[str] = set()
    said.update(*[told[places[k]] for k, told in sentence.said])
    return [
        seen.alone[_fine(c), what.what, c.share, doubt, _which(doc, c, a, b)],
        *_touched(tongue.before, words[max(a, i - _TOUCHING) : i][::-1]),
        *_touched(tongue.behind, words[c.j : min(b, c.j + _TOUCHING)]),
        *map(seen.inside.__getitem__, {*stems[first - a : i - a], *stems[j - a : ends - a]}),
        *map(seen.outside.__getitem__, {*stems[: first - a], *stems[ends - a :]}),
    ], said


def _seen_from(i: int, j: int, first: int, last: int, size: int) -> list[str]:
    """The places of the tokens of a sentence of `size`, seen from a number i..j in its clause first..last."""
    here = _FAR - 1 - i
    ends = max(last, j) - j + 1
    return [
        *_BEFORE["s"][here : here + first],
        *_BEFORE["c"][here + first : -1],
        *[_BEHIND["c" if k < last else "s"][0] for k in range(i, j)],
        *_BEHIND["c"][1:ends],
        *_BEHIND["s"][ends : size - j + 1],
    ]


def _alone(key: tuple[str, str, bool, str | None, int | None]) -> tuple[str, ...]:
    """The traits of a number by its size, what it counts, whether it is a share, a doubt and its place."""
    size, what, share, doubt, place = key
    single = f"v {size}", f"n {what}", f"s {share}", f"x {doubt}"
    return *single, *map(" & ".join, combinations(single, 2)), f"f place {place}"


def traits(doc: Document, head: Document, c: Candidate, what: Counted, doubt: str | None) -> set[str]:
    """All traits of candidate `c`, some at its size, but those that the other numbers give it (others.py)."""
    number = doc.sentence[c.i]
    seen = Seen(set[str])
    sentence = seen.sentence(doc, number)
    parts = within(doc, number, sentence, seen), own(doc, c, what, doubt, sentence, seen)
    sized = about(doc, head).union(beside(doc, number), *[said for _, said in parts])
    stands = place(doc, number, seen)
    found = sized.union(headwords(doc, head), stands, *[told for telling, _ in parts for told in telling])
    return found | {at_size(trait, size(c)) for trait in sized}


def at_size(trait: str, size: str) -> str:
    """The trait beside numbers of a size alone."""
    return f"{trait} @{size}"


def _touched(by_step: list[_Told[str, T]], words: list[str]) -> Iterable[T]:
    """What the words right before (or behind) the number say, the nearest first, each at its place."""
    again = len(words) > 1 and words[0][:_STEM] == words[1][:_STEM]
    steps = [by_step[0], by_step[-1], by_step[2]] if again else by_step
    return map(dict.__getitem__, steps, words)


def _touching(code: str, side: str, steps: int, word: str, new: bool) -> tuple[str, ...]:
    """The traits of a word so many steps before (-) or behind (+) the number; a word right beside it, if it is `new`
    there, also without its place."""
    beside = f"{side} {code} {steps} {word[:_STEM]}"
    stem = _stem(code, word) if steps <= _BESIDE and new else ""
    return (beside, f"w {stem} {'<' if side == '-' else '>'}") if stem else (beside,)


def _which(doc: Document, c: Candidate, a: int, b: int) -> int | None:
    """Which of the numbers of the sentence this one is."""
    live = doc.live_in(a, b)
    return min(live.index(c.i), _COUNTED) if c.i in live else None


def size(c: Candidate) -> str:
    """Which group of sizes the number is of: "32" for one from 5 to 32."""
    return "range" if c.value is None else _GROUPS[bisect_left(_STEPS, c.value)]


_STEPS = (4, 32, 320, 3200, 10_000, 32_000, 100_000)
_GROUPS = (*map(str, _STEPS), "more")
SIZES = (*_GROUPS, "range")
"""All groups of sizes."""


def _fine(c: Candidate) -> str:
    return "range" if c.value is None else _NAMES[bisect_right(_SIZES, c.value)]


_SIZES = (1.5, 4, 10, 32, 100, 320, 1000, 3200, 10_000, 32_000, 100_000, 320_000, 1_000_000)
_NAMES = (*map(str, _SIZES), "more")


def _senses(doc: Document, a: int, b: int) -> Iterator[tuple[int, str]]:
    """What the verbs of tokens a..b-1 mean where they stand (came is returned or deported by its way), and where."""
    for cue in doc.cues_of("measure", a, b):
        if (said := sense(doc, cue)) is not None:
            yield cue.i, said
