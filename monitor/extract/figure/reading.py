"""The state of one pass over one text, and what reading its language takes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from monitor.extract.count.qualifiers import Hedges
from monitor.extract.measure.bound import Bound
from monitor.extract.speaker.attribution import Speaking, Voices
from monitor.extract.text.document import Document
from monitor.extract.text.lexicon import Lexicon
from monitor.extract.weigh.weights import Hints, Weights
from monitor.languages import Language
from monitor.model import Figure
from monitor.stories import Story

__all__ = ["Reading", "Tools"]


@dataclass(frozen=True)
class Tools:
    """What reading one language takes, compiled once."""

    language: Language
    lexicon: Lexicon
    hedges: Hedges
    weights: Weights
    ways: Weights
    """The table of directions (usual_ways.py), if the story has one."""
    speaking: Speaking | None
    """What each trait of a speaker is worth (attribution.py); None in a story without weights."""
    parts: Lexicon
    """The words of the story's subsets, each under its note (notes.py), the same in all languages."""


@dataclass
class Reading:
    """The state of one pass over one text."""

    doc: Document
    head: Document
    story: Story
    tools: Tools
    published: date | None
    hints: Hints
    voices: Voices
    holder: Callable[[str], str]
    """Gives the id of who holds an office on the day of the article, and any other id itself."""
    hinted: int = 0
    """What all that stands round the number says of each class, as the weights add it up."""
    previous: Bound | None = None
    batch: float = 0
    batches: set[float] = field(default_factory=set)
    told: int = -9
    way: str | None = None
    kind: str | None = None
    taken: bool = False
    """Was the figure before a group that was taken, of whom some came back since?"""
    asked: bool = False
    """Is the text known to be of the story?"""
    sure: float = 0
    """The greatest probability of any bound number so far to be a figure, by the weights."""
    figures: list[Figure] = field(default_factory=list)
    groups: dict[str, int | None] = field(default_factory=dict)
    """From which sentence on the text is of each group (groups.py): -1 from the headline on, None of none."""
    known: dict[tuple[object, ...], dict[str | None, int]] = field(default_factory=dict)
