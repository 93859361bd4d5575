"""Who says a number: the grammar's proposal, weighed against every speaker whom headline and text name, and nobody."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from typing import Any

from monitor.extract.document import Document
from monitor.extract.lexicon import Cue
from monitor.extract.speakers import says, silent, speaker_of, voiced

__all__ = ["NOBODY", "attribute", "attribution", "speaking"]

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


def attribute(
    head: Document, doc: Document, i: int, measure: str, value: float, worth: Mapping[str, float] | None
) -> str | None:
    """Id of the speaker of the number `value` at token `i`, told of `measure`; the grammar's without `worth`."""
    if worth is None:
        return speaker_of(head, doc, i)
    choices = attribution(head, doc, i, measure, value)
    sums = {who: sum(worth.get(trait, 0) for trait in traits) for who, traits in choices.items()}
    sums[NOBODY] -= _SOMEBODY
    return max(sums, key=lambda who: round(sums[who], _DIGITS)) or None


def speaking(table: Mapping[str, Any]) -> dict[str, float]:
    """What each trait is worth, from the table ``speaker`` of a story's weights."""
    return {trait: row["says"] for trait, row in table["traits"].items()}


def attribution(head: Document, doc: Document, i: int, measure: str, value: float) -> dict[str, set[str]]:
    """The traits of each speaker named near, and of NOBODY, as the one who says the number `value` at token `i`."""
    ruled = speaker_of(head, doc, i) or NOBODY
    number = doc.sentence[i]
    first, last = max(0, number - _BACK), min(len(doc.bounds) - 1, number + _AHEAD)
    near = _named(doc, doc.bounds[first][0], doc.bounds[last][1])
    choices: dict[str, set[str]] = {NOBODY: set()}
    for cue in near:
        choices.setdefault(_who(cue), set()).update(_told(doc, i, cue))
    for cue in _named(head, 0, len(head.tokens)):
        choices.setdefault(_who(cue), set()).update(_in_headline(head, cue))
    own = [cue for cue in near if doc.sentence[cue.i] == number]
    choices[NOBODY].update(_nobody(doc, own, number, choices))
    size = bisect_left(_SIZES, value)
    for who, found in choices.items():
        chosen = f"ruled {who == ruled}"
        found.update((f"who {who}", f"who {who} {measure}", f"who {who} {measure} {size}", f"{chosen} {who}"))
        found.update((chosen, f"{chosen} {len(own) > 0}"))
    _rank(doc, i, near, choices)
    return choices


def _named(doc: Document, a: int, b: int) -> list[Cue]:
    return [cue for cue in doc.cues_in(a, b) if cue.tag.startswith(_FAMILIES)]


def _who(cue: Cue) -> str:
    return cue.tag.partition(".")[2]


def _told(doc: Document, i: int, cue: Cue) -> Iterator[str]:
    """How a mention in the text stands to the number: sentences and words between, said to speak, its own words."""
    away = doc.sentence[cue.i] - doc.sentence[i]
    place = f"{away}" if away else "<" if cue.i < i else ">"
    speaks = _speaks(doc, cue)
    yield f"at {place}"
    yield f"at {place} {speaks}"
    yield f"word {doc.language.code} {doc.word(cue.i)[:_STEM]}"
    yield f"tag {cue.tag.partition('.')[0]} {speaks}"
    yield f"epithet {'epithet' in doc.tags[cue.i]} {speaks}"
    if not away:
        steps = bisect_left(_FAR, abs(cue.i - i))
        yield f"steps {place}{steps} {speaks}"
        yield f"clauses {place}{min(abs(doc.clause[cue.i] - doc.clause[i]), _CLAUSES)} {speaks}"


def _speaks(doc: Document, cue: Cue) -> str:
    """Is who is named silent there, said to speak, or in one clause with a word of saying?"""
    a, b = doc.sentence_of(cue.i)
    near = any("say" in doc.tags[k] for k in range(a, b) if doc.clause[k] == doc.clause[cue.i])
    says_so = "says" if says(doc, cue.i) else "near" if near else "mentioned"
    return f"{'mute' if _mute(doc, cue) else 'named'} {says_so}"


def _mute(doc: Document, cue: Cue) -> bool:
    """A place that does not speak, one who is spoken to, a capital or land that no word of saying stands beside."""
    return silent(doc, cue) or (cue.tag.startswith("voice.") and not voiced(doc, cue))


def _in_headline(head: Document, cue: Cue) -> Iterator[str]:
    yield "head"
    yield f"head {_speaks(head, cue)}"
    yield f"head first {cue.i == 0}"


def _nobody(doc: Document, own: list[Cue], number: int, choices: dict[str, set[str]]) -> Iterator[str]:
    """What speaks for nobody: who else is named, and the words beside those of saying ("a lawyer says")."""
    a, b = doc.bounds[number]
    said = any("say" in doc.tags[k] for k in range(a, b))
    yield f"nobody {len(choices) > 1}"
    yield f"nobody {doc.language.code}"
    yield f"nobody said {said} {len(own) > 0}"
    yield f"nobody {min(len(choices), _NAMED)} {len(own) > 0}"
    for k in range(a, b):
        if "say" in doc.tags[k]:
            yield f"nobody {doc.language.code} {doc.word(k - 1)[:_STEM]} said"
            yield f"nobody {doc.language.code} said {doc.word(k + 1)[:_STEM]}"


def _rank(doc: Document, i: int, near: list[Cue], choices: dict[str, set[str]]) -> None:
    """Marks the nearest before and behind the number, and the last who is told to have said something."""
    before = [cue for cue in near if cue.i < i and not _mute(doc, cue)]
    behind = [cue for cue in near if cue.i >= i and not _mute(doc, cue)]
    speaking = [cue for cue in before if says(doc, cue.i)]
    for name, cues in (("last", before[-1:]), ("next", behind[:1]), ("last said", speaking[-1:])):
        for cue in cues:
            away = doc.sentence[cue.i] == doc.sentence[i]
            choices[_who(cue)].update((name, f"{name} {away}"))
