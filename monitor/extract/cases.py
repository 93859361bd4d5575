"""A candidate before the rules that reject it."""

from __future__ import annotations

from dataclasses import dataclass

from monitor.extract.candidates import Candidate
from monitor.extract.document import Document
from monitor.extract.nouns import Counted

__all__ = ["Case"]


@dataclass(slots=True)
class Case:
    """A candidate before the rules: its document, itself, and what it counts."""

    doc: Document
    c: Candidate
    n: Counted
