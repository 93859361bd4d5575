"""What of a text speaks for or against a measure of one number: named traits, the same when weights are made and used.

A trait is a short string. Words of the story enter by their tags (so that a new word in a lexicon is weighed like its
kin), other words by their beginnings; both by whether they stand in the number's clause or only in its sentence, and
how far away; the three words on either side also by their place. The sentences beside and the article count by their
tags alone, the headline by tags and words. Size of the number, what it counts, where its sentence stands, how many
numbers it has and the grammar's doubt are traits too; what the text's other numbers say is in others.py.

A word says something else of eight children than of twenty thousand: traits of most families weigh otherwise beside
numbers of another size (`at_size`; Daumé 2007), and size, noun, share and doubt are traits in pairs, too.

What stands for a trait is up to who asks (`Seen`): when weights are made the trait itself, when they are used what it
weighs beside numbers of a size, so that it need not be looked up for every number.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Iterable, Iterator, Set
from itertools import chain, combinations, repeat
from typing import Generic, TypeVar

from monitor.extract import gate
from monitor.extract.candidates import Candidate
from monitor.extract.document import Document
from monitor.extract.nouns import Counted
from monitor.extract.ways import sense

__all__ = [
    "SCALES", "Seen", "Sentence", "Token", "about", "at_size", "beside", "own", "size", "stems", "tokens", "traits",
    "within",
]  # fmt: skip

_NEAR = (1, 3, 6, 12)
_STEM = 6
_BESIDE = 2
_TOUCHING = 3
_COUNTED = 5
_REMEMBERED = 3_000
_FAR = 250

SCALES = {"P": 0.5, "Q": 0.3, "D": 0.6, "H": 0.5, "h": 0.3}
"""Traits of these families weigh less when weights are made: what stands beside the sentence is only a hint."""
_BY_SIZE = frozenset("tmgDHPQ")
"""Traits of these families weigh otherwise beside numbers of another size."""


def _places(step: str, where: str) -> list[str]:
    """The names of the places 0, 1, 2 ... tokens before (<) or behind (>), in the sentence (s) or in the clause (c)."""
    return [f"{where}{step}{sum(steps > near for near in _NEAR)}" for steps in range(_FAR)]


_BEFORE = {where: _places("<", where)[::-1] for where in "sc"}
_BEHIND = {where: _places(">", where) for where in "sc"}
_ANYWHERE = ""


T = TypeVar("T")
"""What stands for a trait."""
K = TypeVar("K", bound=Hashable)


class _Said(dict[str, frozenset[T]]):
    """The traits of what a token says, its tags and senses, by the place from which a number sees it.

    A place is c (in the number's clause) or s (only in its sentence), < or > (before or behind) and how far; or
    anywhere in the sentence. What it is asked for, it remembers.
    """

    def __init__(self, said: Iterable[str], named: Callable[[Iterable[str]], set[T]]) -> None:
        self._said, self._named = tuple(said), named

    def __missing__(self, place: str) -> frozenset[T]:
        told = [f"{said} {where}" for said in self._said for where in (place[0], place)] if place else self._said
        self[place] = frozenset(self._named(told))
        return self[place]

    @property
    def bare(self) -> _Said[T]:
        """The traits of the tags and senses alone, as if the token were a part of a number."""
        return self


class _Word(_Said[T]):
    """The traits of a token that is a word of its own as well, with a `stem`; what it says it has from others."""

    def __init__(self, stem: str, said: _Said[T], named: Callable[[Iterable[str]], set[T]]) -> None:
        self._stems = {where: frozenset(named((f"w {stem} {where}".rstrip(),))) for where in (_ANYWHERE, *"cs")}
        self._bare = said

    def __missing__(self, place: str) -> frozenset[T]:
        self[place] = self._bare[place] | self._stems[place[:1]]
        return self[place]

    @property
    def bare(self) -> _Said[T]:
        return self._bare


Token = tuple[str, str, frozenset[str], tuple[str, ...]]
"""A token: its language, the word, its tags and its senses."""
Sentence = list[_Said[T]]
"""The tokens of a sentence."""


class _Words(dict[Token, _Said[T]]):
    """The words of all texts by their tokens; `stems` are those that say something, if known."""

    def __init__(self, named: Callable[[Iterable[str]], set[T]], stems: Set[str] | None) -> None:
        self._named, self._stems = named, stems
        self._said: dict[tuple[frozenset[str], tuple[str, ...]], _Said[T]] = {}

    def __missing__(self, key: Token) -> _Said[T]:
        code, word, tags, senses = key
        said = self._said.get((tags, senses))
        if said is None:
            told = chain([f"t {tag}" for tag in tags], [f"m {sense}" for sense in senses])
            said = self._said[tags, senses] = _Said(told, self._named)
        stem = _stem(code, word)
        own = stem and (self._stems is None or stem in self._stems)
        self[key] = _Word(stem, said, self._named) if own else said
        return self[key]


class _Told(dict[K, tuple[T, ...]]):
    """What stands for the traits that a key has, worked out once."""

    def __init__(self, traits: Callable[[K], Iterable[str]], name: Callable[[str], T]) -> None:
        self._traits, self._name = traits, name

    def __missing__(self, key: K) -> tuple[T, ...]:
        self[key] = tuple(filter(None, map(self._name, self._traits(key))))
        return self[key]


class Seen(Generic[T]):
    """The words of all texts as numbers of one size see them, each worked out once.

    `name` gives what stands for a trait, something false for one that says nothing; `stems` are all that say something
    ("en ukrain"), if known. `touching` has the traits of a word so many steps before (-) or behind (+) a number:
    (language, side, steps, word); `alone` those of a number itself.
    """

    def __init__(self, name: Callable[[str], T], stems: Set[str] | None = None) -> None:
        self.name = name
        self.touching = _Told(_touching, name)
        self.alone = _Told(_alone, name)
        self._words = _Words(self.named, stems)

    def named(self, traits: Iterable[str]) -> set[T]:
        """What stands for the traits."""
        return set(filter(None, map(self.name, traits)))

    def words(self, tokens: Iterable[Token]) -> Sentence[T]:
        """What a sentence of these tokens says."""
        for known in (self._words, self.touching, self.alone):
            if len(known) > _REMEMBERED:
                known.clear()
        return [*map(self._words.__getitem__, tokens)]


def tokens(doc: Document, number: int) -> list[Token]:
    """The tokens of sentence `number` of the text, with their tags and senses."""
    a, b = doc.bounds[number]
    senses: list[tuple[str, ...]] = [()] * (b - a)
    for k, said in _senses(doc, a, b):
        senses[k - a] += (said,)
    return [*zip(repeat(doc.language.code), doc.words[a:b], doc.tags[a:b], senses, strict=False)]


def stems(traits: Iterable[str]) -> frozenset[str]:
    """Language and stem of each trait "w en ukrain" or "w en ukrain c"."""
    return frozenset([" ".join(trait.split(" ", 3)[1:3]) for trait in traits if trait[0] == "w"])


def _stem(code: str, word: str) -> str:
    """Language and beginning of a word; empty for a mark or digits."""
    return f"{code} {word[:_STEM]}" if word[0].isalnum() and not word[0].isdecimal() else ""


def about(doc: Document, head: Document) -> set[str]:
    """The traits of the whole article, the same for all its numbers: what it speaks of, and its headline."""
    found = {f"D {tag}" for tag in doc.said | head.said if not tag.startswith(("measure", "say"))}
    found.add(f"g {gate.relevance(head, doc)[0]}")
    found.update(f"H {tag}" for tag in head.said)
    found.update(f"h {doc.language.code} {t.text[:_STEM]}" for t in head.tokens if t.kind == "w" and len(t.text) > 3)
    return found


def beside(doc: Document, number: int) -> set[str]:
    """The traits of where sentence `number` stands, the same for all numbers in it: its place, its neighbours' tags."""
    a, b = doc.bounds[number]
    last, live = len(doc.bounds) - 1, len(doc.live_in(a, b))
    found = {f"f first {number == 0}", f"f last {number == last}"}
    found.update((f"f sentences {min(last + 1, _COUNTED)}", f"f numbers {min(live, _COUNTED)}"))
    for family, other in (("P", number - 1), ("Q", number + 1)):
        if 0 <= other < len(doc.bounds):
            found.update([f"{family} {q.tag}" for q in doc.cues_in(*doc.bounds[other])])
    return found


def within(doc: Document, number: int, sentence: Sentence[T]) -> set[T]:
    """The traits of the words, tags and senses of sentence `number`, wherever in it they stand."""
    a, b = doc.bounds[number]
    words = [*sentence]
    for span in doc.spans_in(a, b):
        words[span.i - a : span.j - a] = [word.bare for word in words[span.i - a : span.j - a]]
    return set[T]().union(*[word[_ANYWHERE] for word in words])


def own(doc: Document, c: Candidate, what: Counted, doubt: str | None, words: Sentence[T], seen: Seen[T]) -> set[T]:
    """The traits of candidate `c` alone, in its sentence of `words` as `Seen` has it; `doubt`: why it may be none."""
    a, b = doc.sentence_of(c.i)
    known = seen.alone[_fine(c), what.what, c.share, doubt, _which(doc, c, a, b)]
    return set(known).union(*_neighbours(doc, c, seen), *_words(doc, c, words))


def _alone(key: tuple[str, str, bool, str | None, int | None]) -> tuple[str, ...]:
    """The traits of a number by its size, what it counts, whether it is a share, a doubt and its place."""
    size, what, share, doubt, place = key
    single = f"v {size}", f"n {what}", f"s {share}", f"x {doubt}"
    return *single, *map(" & ".join, combinations(single, 2)), f"f place {place}"


def traits(doc: Document, head: Document, c: Candidate, what: Counted, doubt: str | None) -> set[str]:
    """All traits of candidate `c`, some at its size, but those that the other numbers give it (others.py)."""
    number = doc.sentence[c.i]
    seen = Seen(str)
    words = seen.words(tokens(doc, number))
    found = about(doc, head) | beside(doc, number) | within(doc, number, words) | own(doc, c, what, doubt, words, seen)
    return found | {at_size(trait, size(c)) for trait in found if trait[0] in _BY_SIZE}


def at_size(trait: str, size: str) -> str:
    """The trait beside numbers of a size alone."""
    return f"{trait} @{size}"


def _neighbours(doc: Document, c: Candidate, seen: Seen[T]) -> Iterator[tuple[T, ...]]:
    """The words right before and behind the number, each with its place; words beside it also without."""
    code, words, (a, b) = doc.language.code, doc.words, doc.sentence_of(c.i)
    for steps, k in enumerate(range(c.i - 1, max(a, c.i - _TOUCHING) - 1, -1), 1):
        yield seen.touching[code, "-", steps, words[k][:_STEM]]
    for steps, k in enumerate(range(c.j, min(b, c.j + _TOUCHING)), 1):
        yield seen.touching[code, "+", steps, words[k][:_STEM]]


def _touching(key: tuple[str, str, int, str]) -> tuple[str, ...]:
    """The traits of a word, told by its beginning, so many steps before (-) or behind (+) the number."""
    code, side, steps, word = key
    beside = f"{side} {code} {steps} {word}"
    stem = _stem(code, word) if steps <= _BESIDE else ""
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


def _fine(c: Candidate) -> str:
    return "range" if c.value is None else _NAMES[bisect_right(_SIZES, c.value)]


_SIZES = (1.5, 4, 10, 32, 100, 320, 1000, 3200, 10_000, 32_000, 100_000, 320_000, 1_000_000)
_NAMES = (*map(str, _SIZES), "more")


def _words(doc: Document, c: Candidate, sentence: Sentence[T]) -> Iterator[frozenset[T]]:
    """The traits of the tokens of the sentence, each at its place; the number's own words are no words."""
    a, b = doc.sentence_of(c.i)
    i, j = c.i, min(c.j, b)
    first, last = doc.clauses[doc.clause[i]]
    seen = [*sentence[: i - a], *[word.bare for word in sentence[i - a : j - a]], *sentence[j - a :]]
    places = [
        *_BEFORE["s"][_FAR - 1 - i + a : _FAR - 1 - i + first],
        *_BEFORE["c"][_FAR - 1 - i + first : -1],
        *[_BEHIND["c" if k < last else "s"][0] for k in range(i, j)],
        *_BEHIND["c"][1 : max(last, j) - j + 1],
        *_BEHIND["s"][max(last, j) - j + 1 : b - j + 1],
    ]
    return map(dict.__getitem__, seen, places)


def _senses(doc: Document, a: int, b: int) -> Iterator[tuple[int, str]]:
    """What the verbs of tokens a..b-1 mean where they stand (came is returned or deported by its way), and where."""
    for cue in doc.cues_of("measure", a, b):
        if (said := sense(doc, cue)) is not None:
            yield cue.i, said
