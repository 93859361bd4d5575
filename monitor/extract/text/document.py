"""One text made ready: shadow, tokens, sentences, clauses, cues and number spans, looked up by position."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Set
from dataclasses import dataclass, field
from functools import cache, wraps
from itertools import count
from operator import attrgetter
from typing import Any, Generic, TypeVar, TypeVarTuple

from monitor.extract.text import numbers
from monitor.extract.text.lexicon import Cue, Lexicon
from monitor.extract.text.numbers import Span
from monitor.extract.text.shadow import shadow
from monitor.extract.text.tokens import Tokens, clauses, per_token, sentences, tokenize
from monitor.languages import Language

__all__ = ["Document", "prepare", "remembered"]

Ts = TypeVarTuple("Ts")
R = TypeVar("R")


class _Once(Generic[R]):
    """A property worked out at its first use, as `functools.cached_property`, whose lock costs more than most do."""

    def __init__(self, work: Callable[[Any], R]) -> None:
        self._work, self._name = work, work.__name__

    def __get__(self, doc: Document, _: type) -> R:
        found = doc.__dict__[self._name] = self._work(doc)
        return found


@dataclass
class Document:
    """A prepared text. `tags[k]` are the tags of the cues that cover token k."""

    text: str
    shadow: str
    language: Language
    tokens: Tokens
    sentence: list[int]
    clause: list[int]
    cues: list[Cue]
    spans: list[Span]
    tags: list[frozenset[str]] = field(default_factory=list)
    bounds: list[tuple[int, int]] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    clauses: list[tuple[int, int]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    results: defaultdict[object, dict[tuple[object, ...], Any]] = field(default_factory=lambda: defaultdict(dict))
    """What was found out about the text so far, by question (`remembered`) and its arguments."""
    live: list[int] = field(default_factory=list)
    """Where the numbers begin that may be figures, known once the others are rejected."""
    sentence_of: Callable[[int], tuple[int, int]] = field(init=False)
    """Token range of the sentence of a token."""
    word: Callable[[int], str] = field(init=False)
    """Text of a token, empty outside."""
    _by_tag: dict[str, list[Cue]] = field(init=False)
    _families: dict[str, list[Cue]] = field(init=False)
    _begun: dict[str, list[int]] = field(init=False)

    def __post_init__(self) -> None:
        self.sentence_of = per_token(self.bounds, self.bounds).__getitem__
        self.word = _Words(enumerate(self.words)).__getitem__
        self._by_tag, self._families, self._begun = _indexed(self.cues)

    @_Once
    def places(self) -> bool:
        """Does the text name a place of the story, or returning and deporting outright?"""
        return "story" in self._by_tag or self.told or any(tag.startswith("place.") for tag in self._by_tag)

    @_Once
    def ours(self) -> bool:
        """Is it this story's land and doing: taking, occupied or Russian places, or a word of the story?"""
        tags = ("story", "measure.deported", "agent.taker", "side.moscow", "opposite")
        theirs = ("place.ru", "place.tot", "place.by", "place.town")
        told = [cue for tag in (*tags, *theirs) for cue in self._by_tag.get(tag, ())]
        return any(_OF_ANY.isdisjoint(self.tags[cue.i]) for cue in told)

    @_Once
    def about(self) -> bool:
        """Is it about Ukraine's children: occupied land, a taking, or a word of the story?"""
        tags = ("story", "measure.deported", "agent.taker", "opposite", "place.tot", "place.town", "place.by")
        return any("elsewhere" not in self.tags[cue.i] for tag in tags for cue in self._by_tag.get(tag, ()))

    @_Once
    def told(self) -> bool:
        """Does the text speak of returning or deporting?"""
        return "measure.returned" in self._by_tag or "measure.deported" in self._by_tag

    def cues_in(self, a: int, b: int) -> list[Cue]:
        """The cues that begin in tokens a..b-1."""
        return self.cues[bisect_left(self.starts, a) : bisect_left(self.starts, b)]

    def cues_of(self, family: str, a: int, b: int) -> list[Cue]:
        """The cues of a family (those of ``measure``: measure.returned ...) that begin in tokens a..b-1."""
        starts = self._begun.get(family)
        return self._families[family][bisect_left(starts, a) : bisect_left(starts, b)] if starts else []

    def spans_in(self, a: int, b: int) -> list[Span]:
        """The numbers that begin in tokens a..b-1."""
        return self.spans[bisect_left(self.numbers, a) : bisect_left(self.numbers, b)]

    def live_in(self, a: int, b: int) -> list[int]:
        """The numbers of tokens a..b-1 that may be figures."""
        return self.live[bisect_left(self.live, a) : bisect_left(self.live, b)]

    @_Once
    def numbers(self) -> list[int]:
        """Where the spans begin."""
        return [span.i for span in self.spans]

    @_Once
    def opens(self) -> list[int]:
        """Where in the text each sentence begins."""
        return [self.tokens.starts[a] for a, _ in self.bounds]

    @_Once
    def marks(self) -> list[int]:
        """Where quotation marks and ends of lines stand."""
        return [k for k, word in enumerate(self.words) if word in ('"', "\n")]

    @_Once
    def first_told(self) -> dict[float, int]:
        """Where each value stands first."""
        return {span.value: span.i for span in reversed(self.spans)}

    @_Once
    def years(self) -> frozenset[int]:
        """The tokens of four digits that may be a year, 1000 to 2999."""
        digits = [k for span in self.spans for k in range(span.i, span.j) if self.words[k].startswith(("1", "2"))]
        years = [k for k in digits if len(self.words[k]) == 4 and self.words[k].isascii() and self.words[k].isdigit()]
        return frozenset(years)

    @_Once
    def said(self) -> frozenset[str]:
        """The tags of all cues of the text."""
        return frozenset(self._by_tag)

    @_Once
    def lands(self) -> frozenset[str]:
        """Every place (ru, tot, ua ...) that the text names."""
        return frozenset(tag[6:] for tag in self._by_tag if tag.startswith("place."))

    def has(self, a: int, b: int, tag: str) -> bool:
        """Does a cue `tag` (or one below it: ``tag.``) begin in tokens a..b-1?"""
        places = self._begun.get(tag)
        if places is None:
            return False
        k = bisect_left(places, a)
        return k < len(places) and places[k] < b

    def under(self, a: int, b: int, tag: str) -> bool:
        """Is one of tokens a..b-1 covered by a cue `tag` (or one below it)?"""
        places = self._covered.get(tag)
        if places is None:
            return False
        k = bisect_left(places, a)
        return k < len(places) and places[k] < b

    def covered_in(self, a: int, b: int, tag: str) -> list[int]:
        """The tokens of a..b-1 that a cue `tag` (or one below it) covers."""
        places = self._covered.get(tag, [])
        return sorted({*places[bisect_left(places, a) : bisect_left(places, b)]})

    @_Once
    def _covered(self) -> dict[str, list[int]]:
        """The tokens that cues cover, by the tags of these and the families above them."""
        more: defaultdict[str, list[int]] = defaultdict(list)
        for cue in self.cues:
            if cue.j > cue.i + 1:
                for name in _lineage(cue.tag):
                    more[name] += range(cue.i + 1, cue.j)
        return self._begun | {name: sorted(self._begun[name] + behind) for name, behind in more.items()}

    def among(self, a: int, b: int, words: Set[str]) -> bool:
        """Is one of the words of tokens a..b-1 among `words`?"""
        return not words.isdisjoint(self.words[a:b])


class _Words(dict[int, str]):
    """The words of a text by their places; this and a list are asked thousands of times, a method takes longer."""

    def __missing__(self, i: int) -> str:
        return ""


_UNKNOWN: Any = object()


def remembered(work: Callable[[Document, *Ts], R]) -> Callable[[Document, *Ts], R]:
    """`work`, done once for each document and the other arguments; it must not look at what is still `live`.

    Two of five calls ask what is not known yet, too many for an exception each.
    """

    @wraps(work)
    def known(doc: Document, *args: *Ts) -> R:
        results = doc.results[work]
        found: R = results.get(args, _UNKNOWN)
        if found is _UNKNOWN:
            found = results[args] = work(doc, *args)
        return found

    return known


@cache
def _lineage(tag: str) -> tuple[str, ...]:
    """The tag and all above it: place.tot, place."""
    parts = tag.split(".")
    return tuple(".".join(parts[:n]) for n in range(len(parts), 0, -1))


def _indexed(cues: list[Cue]) -> tuple[dict[str, list[Cue]], dict[str, list[Cue]], dict[str, list[int]]]:
    """The cues by their tags and by the first parts of these; where they begin, by their tags and all above these."""
    tagged: defaultdict[str, list[Cue]] = defaultdict(list)
    families: defaultdict[str, list[Cue]] = defaultdict(list)
    begun: defaultdict[str, list[int]] = defaultdict(list)
    for cue in cues:
        tag, i = cue.tag, cue.i
        tagged[tag].append(cue)
        lineage = _lineage(tag)
        families[lineage[-1]].append(cue)
        for name in lineage:
            begun[name].append(i)
    return tagged, families, begun


def _tags(size: int, cues: list[Cue]) -> list[frozenset[str]]:
    tags: list[frozenset[str]] = [_NONE] * size
    for cue in cues:
        own = _only(cue.tag)
        for k in range(cue.i, cue.j):
            others = tags[k]
            tags[k] = others | own if others else own
    return tags


_NONE: frozenset[str] = frozenset()
_OF_ANY = frozenset({"elsewhere", "common"})
"""Words of other stories as well."""


@cache
def _only(tag: str) -> frozenset[str]:
    return frozenset({tag})


def prepare(text: str, language: Language, lexicon: Lexicon) -> Document:
    """Shadow, split and mark `text`."""
    low = shadow(text)
    tokens = tokenize(low)
    words = tokens.words
    bounds = sentences(tokens, language, text)
    parts = clauses(words, bounds, language)
    cues = lexicon.mark(words)
    return Document(
        text,
        low,
        language,
        tokens,
        per_token(count(), bounds),
        per_token(count(), parts),
        cues,
        numbers.find(tokens, language),
        _tags(len(words), cues),
        bounds,
        [*map(attrgetter("i"), cues)],
        parts,
        words,
    )
