"""Notices of correction: where an article says that it, or its outlet, was wrong, and what they name and take back.

A notice is a label ("Correction:", "Виправлено:") or a phrase about the article itself ("an earlier version of this
article"), in the headline, in the first or last lines or at the head of a line. That an official denies a rumour, or
that somebody else corrected a number, is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise

from monitor.judge._cues import place, sentences
from monitor.judge._numbers import number
from monitor.judge._spelt import spelt
from monitor.judge._words import listed, words
from monitor.model import Figure, Occasion

__all__ = ["Notice", "notice_of"]

_EDGE = 2
"""So many lines from either end a notice may stand anywhere; of other lines it is the first sentence."""
_LENGTH = 3
"""A notice goes on for so many sentences of its line."""
_BEYOND = 120
"""So many characters behind its first sentence the words of a notice may go on."""
_CLOSE = 25
"""So many characters behind a number the words stand that say of it "as first reported"."""
_WORD = re.compile(r"\w")
_STOP = re.compile(r"[.)\]]")

_BEFORE_LABEL = r"[(\[*–—-]?\s*(?:(?:an?\s+)?notice\s+of\s+|editor['’]?s?\s+|upd(?:ate)?\s*[/:.]\s*)?"
_BEHIND_LABEL = r"(?:\s*[,(\[][^:\n]{0,40})?(?:\s*[:.!)\]]|\s+[–—-]\s|(?-i:(?<=[A-Z])-(?=[A-Z]))|\s*$)"


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """A label before what it is about, a label at the end of a headline, and what stands in brackets and says what it
    corrects: "(Corrects number of children to 12 from 13)"."""
    labels, corrects = listed("labels"), listed("corrects")
    before = rf"{_BEFORE_LABEL}(?:{labels}){_BEHIND_LABEL}"
    behind = rf"(?:[:–—|]\s*|[(\[]\s*)(?:{labels})\s*[)\]]?\s*$"
    bracketed = rf"[(\[]\s*(?:{corrects})\b[^()\[\]\n]{{1,120}}[)\]]"
    first, second, third = (re.compile(one, re.IGNORECASE) for one in (before, behind, bracketed))
    return first, second, third


@dataclass(frozen=True, slots=True)
class Notice:
    """`spans` are the sentences of the text that are the notice, `values` the numbers that it and the headline name.

    `of_numbers` is True when it says that a number, a figure or a total was wrong, `bare` when it says that something
    was and not what: "(This story has been corrected.)".
    """

    occasion: Occasion
    spans: tuple[tuple[int, int], ...]
    values: frozenset[float]
    of_numbers: bool
    bare: bool

    def names(self, figure: Figure) -> bool:
        """True when the notice names the number of a figure (of a range, either end)."""
        return not self.values.isdisjoint(number(figure))

    def holds(self, figure: Figure) -> bool:
        """True when a figure stands in the notice."""
        start, _ = place(figure, self.occasion.text)
        return any(a <= start < b for a, b in self.spans)

    def takes_back(self, figure: Figure) -> bool:
        """True when a figure is what the notice says was told before: "an earlier version said eight"."""
        text, language = self.occasion.text, self.occasion.language
        start, end = place(figure, text)
        if not self.holds(figure):
            return False
        first, last = next((a, b) for a, b in sentences(text, *_line(text, start)) if a <= start < b)
        told = [cue.end() for cue in words("before", language).finditer(text, first, start)]
        if told and not words("in_truth", language).search(text, told[-1], start):
            return True
        return bool(words("before", language).search(text, end, min(last, end + _CLOSE)))


def notice_of(occasion: Occasion) -> Notice | None:
    """The notice of correction that an article carries, if any."""
    headline = occasion.headline.strip()
    before, behind, _ = _patterns()
    label = before.match(headline)
    labelled = bool(label or behind.search(headline))
    text, found = occasion.text, tuple(_told(occasion.text))
    if label and not found and not _WORD.search(headline, label.end()):
        found = tuple(_opening(text))
    if not labelled and not found:
        return None
    spans = tuple(span for _, span in found)
    told = " \n".join([headline if labelled else "", *(text[a:b] for a, b in spans)])
    of_numbers = bool(words("numbers", occasion.language).search(told))
    values = frozenset(one.value for one in spelt(told, occasion.language))
    bare = not any(_WORD.search(text, *rest) for rest, _ in found)
    return Notice(occasion, spans, values, of_numbers, bare)


def _told(text: str) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """The notices of a text: where it says of what, behind its first words, and where it stands, for some sentences."""
    ends = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
    lines = [(a, b - 1) for a, b in pairwise(ends) if text[a : b - 1].strip()]
    for place_of_line, line in enumerate(lines):
        edge = place_of_line < _EDGE or place_of_line >= len(lines) - _EDGE
        told = list(sentences(text, *line))
        for k, (a, b) in enumerate(told if edge else told[:1]):
            whole = a, told[min(k + _LENGTH, len(told)) - 1][1]
            if label := _patterns()[0].match(text, a, line[1]):
                yield (label.end(), whole[1]), whole
                break
            if phrase := _phrase(text, a, b, min(b + _BEYOND, line[1])):
                yield (phrase.end(), _stop(text, phrase.end(), line[1])), whole
                break


def _opening(text: str) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """The first sentences of a text whose headline says no more than that it is a notice."""
    first = [*sentences(text, *_line(text, 0))][:_LENGTH]
    if first:
        whole = first[0][0], first[-1][1]
        yield whole, whole


def _stop(text: str, start: int, end: int) -> int:
    """Where a sentence or a bracket ends."""
    stop = _STOP.search(text, start, end)
    return stop.start() if stop else end


def _phrase(text: str, start: int, end: int, last: int) -> re.Match[str] | None:
    """The words of a notice that begin in a sentence; "This Nov. 10 story" goes on behind its stop."""
    own = (words("own_article"),) if words("erred").search(text, start, last) else ()
    found = (kind.search(text, start, last) for kind in (words("notices", whole=False), _patterns()[2], *own))
    return next((phrase for phrase in found if phrase and phrase.start() < end), None)


def _line(text: str, at: int) -> tuple[int, int]:
    end = text.find("\n", at)
    return text.rfind("\n", 0, at) + 1, end if end >= 0 else len(text)
