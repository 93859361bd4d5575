"""One text made ready: shadow, tokens, sentences, clauses, cues and number spans, looked up by position."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cached_property

from monitor.extract import numbers
from monitor.extract.lexicon import Cue, Lexicon
from monitor.extract.numbers import Span
from monitor.extract.shadow import shadow
from monitor.extract.tokens import Token, clause_ids, sentence_ids, tokenize
from monitor.languages import Language

__all__ = ["Document", "prepare"]


@dataclass
class Document:
    """A prepared text. `tags[k]` are the tags of the cues that cover token k."""

    text: str
    shadow: str
    language: Language
    tokens: list[Token]
    sentence: list[int]
    clause: list[int]
    cues: list[Cue]
    spans: list[Span]
    tags: list[frozenset[str]] = field(default_factory=list)
    bounds: list[tuple[int, int]] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    clauses: list[tuple[int, int]] = field(default_factory=list)
    senses: dict[Cue, str | None] = field(default_factory=dict)
    """What the cues of measures mean where they stand, as far as it was asked (ways.sense)."""
    live: list[int] = field(default_factory=list)
    """Where the numbers begin that may be figures, known once the others are rejected."""

    @cached_property
    def places(self) -> bool:
        """Does the text name a place of the story, or returning and deporting outright?"""
        told = {c.tag for c in self.cues}
        return any(t in told for t in ("story", "measure.returned", "measure.deported")) or any(
            t.startswith("place.") for t in told
        )

    @cached_property
    def ours(self) -> bool:
        """Is it this story's land and doing: taking, occupied or Russian places, or a word of the story?"""
        tags = ("story", "measure.deported", "agent.taker", "side.moscow", "opposite")
        theirs = ("place.ru", "place.tot", "place.by", "place.town")
        told = [c for c in self.cues if c.tag in tags or c.tag in theirs]
        return any(not {"elsewhere", "common"} & self.tags[c.i] for c in told)

    @cached_property
    def about(self) -> bool:
        """Is it about Ukraine's children: occupied land, a taking, or a word of the story?"""
        tags = ("story", "measure.deported", "agent.taker", "opposite", "place.tot", "place.town", "place.by")
        return any(c.tag in tags and "elsewhere" not in self.tags[c.i] for c in self.cues)

    @cached_property
    def told(self) -> bool:
        """Does the text speak of returning or deporting?"""
        return any(c.tag in ("measure.returned", "measure.deported") for c in self.cues)

    def sentence_of(self, i: int) -> tuple[int, int]:
        """Token range of the sentence of token `i`."""
        return self.bounds[self.sentence[i]]

    def cues_in(self, a: int, b: int) -> list[Cue]:
        """The cues that begin in tokens a..b-1."""
        return self.cues[bisect_left(self.starts, a) : bisect_left(self.starts, b)]

    def spans_in(self, a: int, b: int) -> list[Span]:
        """The numbers that begin in tokens a..b-1."""
        return self.spans[bisect_left(self.spans, a, key=lambda s: s.i) : bisect_left(self.spans, b, key=lambda s: s.i)]

    def live_in(self, a: int, b: int) -> list[int]:
        """The numbers of tokens a..b-1 that may be figures."""
        return self.live[bisect_left(self.live, a) : bisect_left(self.live, b)]

    @cached_property
    def said(self) -> frozenset[str]:
        """The tags of all cues of the text."""
        return frozenset(c.tag for c in self.cues)

    @cached_property
    def lands(self) -> frozenset[str]:
        """Every place (ru, tot, ua ...) that the text names."""
        return frozenset(cue.tag[6:] for cue in self.cues if cue.tag.startswith("place."))

    def has(self, a: int, b: int, tag: str) -> bool:
        """Does a cue `tag` (or one below it: ``tag.``) begin in tokens a..b-1?"""
        return any(c.tag == tag or c.tag.startswith(tag + ".") for c in self.cues_in(a, b))

    def word(self, i: int) -> str:
        """Text of token `i`, empty outside."""
        return self.tokens[i].text if 0 <= i < len(self.tokens) else ""


def _bounds(sentence: list[int]) -> list[tuple[int, int]]:
    bounds: list[tuple[int, int]] = []
    for i, number in enumerate(sentence):
        if number == len(bounds):
            bounds.append((i, i + 1))
        else:
            bounds[number] = (bounds[number][0], i + 1)
    return bounds


def _tags(size: int, cues: list[Cue]) -> list[frozenset[str]]:
    tags: list[set[str]] = [set() for _ in range(size)]
    for cue in cues:
        for k in range(cue.i, cue.j):
            tags[k].add(cue.tag)
    return [frozenset(t) for t in tags]


def prepare(text: str, language: Language, lexicon: Lexicon) -> Document:
    """Shadow, split and mark `text`."""
    low = shadow(text)
    tokens = tokenize(low)
    sentence = sentence_ids(tokens, language)
    clause = clause_ids(tokens, sentence, language)
    cues = lexicon.mark(tokens)
    return Document(
        text,
        low,
        language,
        tokens,
        sentence,
        clause,
        cues,
        numbers.find(tokens, language),
        _tags(len(tokens), cues),
        _bounds(sentence),
        [c.i for c in cues],
        _bounds(clause),
    )
