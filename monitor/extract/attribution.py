"""Who says a number: the grammar's proposal, weighed against every speaker whom headline and text name, and nobody."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from monitor.extract.document import Document
from monitor.extract.lexicon import Cue
from monitor.extract.speakers import says, silent, speaker_of, voiced

__all__ = ["NOBODY", "Voices", "speaking"]

NOBODY = ""
"""Stands for "the text names nobody who says this"."""
_SOMEBODY = 1.5
"""How much less likely (a logarithm) it is that nobody says a number than the weights say: a speaker left out weighs
more than one named too often."""
_FAMILIES = ("speaker.", "voice.")
_DIGITS = 6
_FAR = (2, 5, 9, 15, 25)
_CLAUSES = 4
_SIZES = (50, 1000, 10_000, 100_000)
_NAMED = 4
_STEM = 6
_BACK, _AHEAD = 5, 3


@dataclass(frozen=True, slots=True)
class _Mention:
    """One speaker named once: where, whether there silent or said to speak, and the traits of that alone."""

    who: str
    at: int
    mute: bool
    says: bool
    speaks: str
    traits: tuple[str, ...]


class Voices:
    """All who are named in an article, looked at once; then asked who says each of its numbers."""

    def __init__(self, head: Document, doc: Document) -> None:
        self._head, self._doc = head, doc
        self._named = [_mention(doc, cue) for cue in _cues(doc)]
        self._starts = [mention.at for mention in self._named]
        self._headed: dict[str, set[str]] = {}
        for mention in (_mention(head, cue) for cue in _cues(head)):
            found = {"head", f"head {mention.speaks}", f"head first {mention.at == 0}"}
            self._headed.setdefault(mention.who, set()).update(found)
        self._silences: dict[int, set[str]] = {}

    def speaker(self, i: int, measure: str, value: float, worth: Mapping[str, float] | None) -> str | None:
        """Id of the story's speaker who says the number `value` at token `i`, told of `measure`; None when nobody does.

        `worth` is what each trait speaks for a speaker; without it the grammar decides alone.
        """
        if worth is None:
            return speaker_of(self._head, self._doc, i)
        choices = self.traits(i, measure, value)
        sums = {who: sum([worth.get(trait, 0) for trait in traits]) for who, traits in choices.items()}
        sums[NOBODY] -= _SOMEBODY
        return max(sums, key=lambda who: round(sums[who], _DIGITS)) or None

    def traits(self, i: int, measure: str, value: float) -> dict[str, set[str]]:
        """The traits of each speaker named near, and of NOBODY, as the one who says the number `value` at token `i`."""
        doc, number = self._doc, self._doc.sentence[i]
        first, last = max(0, number - _BACK), min(len(doc.bounds) - 1, number + _AHEAD)
        near = self._between(doc.bounds[first][0], doc.bounds[last][1])
        own = bool(self._between(*doc.bounds[number]))
        choices: dict[str, set[str]] = {NOBODY: set()}
        for mention in near:
            choices.setdefault(mention.who, set()).update(mention.traits, _told(doc, i, mention))
        for who, found in self._headed.items():
            choices.setdefault(who, set()).update(found)
        choices[NOBODY].update(self._nobody(number, own, len(choices)))
        ruled, size = speaker_of(self._head, doc, i) or NOBODY, bisect_left(_SIZES, value)
        for who, found in choices.items():
            chosen = f"ruled {who == ruled}"
            found.update((f"who {who}", f"who {who} {measure}", f"who {who} {measure} {size}", f"{chosen} {who}"))
            found.update((chosen, f"{chosen} {own}"))
        _rank(doc, i, near, choices)
        return choices

    def _between(self, a: int, b: int) -> list[_Mention]:
        return self._named[bisect_left(self._starts, a) : bisect_left(self._starts, b)]

    def _nobody(self, number: int, own: bool, choices: int) -> set[str]:
        """What speaks for nobody: who else is named, and the words beside those of saying ("a lawyer says")."""
        if number not in self._silences:
            self._silences[number] = set(_silence(self._doc, number, own))
        return self._silences[number] | {f"nobody {choices > 1}", f"nobody {min(choices, _NAMED)} {own}"}


def speaking(table: Mapping[str, Any]) -> dict[str, float]:
    """What each trait is worth, from the table ``speaker`` of a story's weights."""
    return {trait: row["says"] for trait, row in table["traits"].items()}


def _cues(doc: Document) -> list[Cue]:
    return [cue for cue in doc.cues if cue.tag.startswith(_FAMILIES)]


def _mention(doc: Document, cue: Cue) -> _Mention:
    family, _, who = cue.tag.partition(".")
    mute, says_so = _mute(doc, cue), says(doc, cue.i)
    a, b = doc.sentence_of(cue.i)
    near = any("say" in doc.tags[k] for k in range(a, b) if doc.clause[k] == doc.clause[cue.i])
    speaks = f"{'mute' if mute else 'named'} {'says' if says_so else 'near' if near else 'mentioned'}"
    word = f"word {doc.language.code} {doc.word(cue.i)[:_STEM]}"
    traits = (word, f"tag {family} {speaks}", f"epithet {'epithet' in doc.tags[cue.i]} {speaks}")
    return _Mention(who, cue.i, mute, says_so, speaks, traits)


def _mute(doc: Document, cue: Cue) -> bool:
    """A place that does not speak, one who is spoken to, a capital or land that no word of saying stands beside."""
    return silent(doc, cue) or (cue.tag.startswith("voice.") and not voiced(doc, cue))


def _told(doc: Document, i: int, mention: _Mention) -> Iterator[str]:
    """How a mention in the text stands to the number at `i`: sentences, clauses and tokens between."""
    away = doc.sentence[mention.at] - doc.sentence[i]
    place = f"{away}" if away else "<" if mention.at < i else ">"
    yield f"at {place}"
    yield f"at {place} {mention.speaks}"
    if not away:
        clauses = min(abs(doc.clause[mention.at] - doc.clause[i]), _CLAUSES)
        yield f"steps {place}{bisect_left(_FAR, abs(mention.at - i))} {mention.speaks}"
        yield f"clauses {place}{clauses} {mention.speaks}"


def _silence(doc: Document, number: int, own: bool) -> Iterator[str]:
    code, (a, b) = doc.language.code, doc.bounds[number]
    yield f"nobody {code}"
    yield f"nobody said {any('say' in doc.tags[k] for k in range(a, b))} {own}"
    for k in range(a, b):
        if "say" in doc.tags[k]:
            yield f"nobody {code} {doc.word(k - 1)[:_STEM]} said"
            yield f"nobody {code} said {doc.word(k + 1)[:_STEM]}"


def _rank(doc: Document, i: int, near: list[_Mention], choices: dict[str, set[str]]) -> None:
    """Marks the nearest before and behind the number, and the last who is told to have said something."""
    before = [m for m in near if m.at < i and not m.mute]
    behind = [m for m in near if m.at >= i and not m.mute]
    said = [m for m in before if m.says]
    for name, found in (("last", before[-1:]), ("next", behind[:1]), ("last said", said[-1:])):
        for mention in found:
            choices[mention.who].update((name, f"{name} {doc.sentence[mention.at] == doc.sentence[i]}"))
