"""All who are named in an article, once each time: who, where, and whether they are said to speak there."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from operator import attrgetter

from monitor.extract.speaker.speakers import (
    CITING,
    bodies,
    held,
    housed,
    in_list,
    of_another,
    says,
    silent,
    voiced,
    whom,
)
from monitor.extract.text.document import Document
from monitor.extract.text.lexicon import Cue

__all__ = ["Mention", "Names", "helps", "tellers"]

_FAMILIES = ("speaker", "voice")
_OTHERS = ("own_people", "parliament")
"""Tags of phrases in which a word that usually names one body names another."""
_APART = 2
_STEM = 6
_TITLED = 3
"""Within so many tokens of an office stands the name of its holder."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One speaker named once: where, whether there silent or said to speak, whether the name is but that of a land of
    no side, and the traits of that alone."""

    who: str
    at: int
    mute: bool
    says: bool
    land: bool
    speaks: str
    traits: tuple[str, ...]


class Names:
    """Who is named in headline and text. `holder` gives the id of who holds an office on the day of the article, and
    any other id itself."""

    def __init__(self, head: Document, doc: Document, holder: Callable[[str], str]) -> None:
        self.head, self.doc, self.holder = head, doc, holder
        self._sides: dict[str, frozenset[str]] = {}
        self._asides: dict[str, tuple[int, bool, bool]] = {}

    @cached_property
    def named(self) -> list[Mention]:
        """Those of the text, in order."""
        return self._of(self.doc)

    @cached_property
    def headed(self) -> list[Mention]:
        """Those of the headline, in order."""
        return self._of(self.head)

    def between(self, a: int, b: int) -> list[Mention]:
        """Those of tokens a..b-1 of the text."""
        return self.named[bisect_left(self._starts, a) : bisect_left(self._starts, b)]

    def of(self, who: str) -> list[Mention]:
        """Where the text names one speaker."""
        return self._by_speaker.get(who, [])

    @cached_property
    def _by_speaker(self) -> dict[str, list[Mention]]:
        found: dict[str, list[Mention]] = {}
        for mention in self.named:
            found.setdefault(mention.who, []).append(mention)
        return found

    def aside(self, who: str) -> tuple[int, bool, bool]:
        """Where the text names a speaker first; whether only as a land that says nothing; whether only in lists."""
        if who not in self._asides:
            named = self.of(who)
            silent = all(mention.land and mention.mute for mention in named)
            listed = all(in_list(self.doc, self.doc.sentence[mention.at]) for mention in named)
            self._asides[who] = named[0].at, silent, listed
        return self._asides[who]

    def in_headline(self, who: str) -> bool:
        """Does the headline name the speaker?"""
        return any(mention.who == who for mention in self.headed)

    def sides(self, who: str) -> frozenset[str]:
        """The sides (``side.kyiv`` ...) for which a speaker is known by the names that headline and text have."""
        if who not in self._sides:
            named = [(self.doc, mention) for mention in self.of(who)]
            named += [(self.head, mention) for mention in self.headed if mention.who == who]
            tags = (tag for doc, mention in named for tag in doc.tags[mention.at])
            self._sides[who] = frozenset(tag for tag in tags if tag.startswith("side."))
        return self._sides[who]

    @cached_property
    def _starts(self) -> list[int]:
        return [mention.at for mention in self.named]

    def _of(self, doc: Document) -> list[Mention]:
        return [_mention(doc, cue, self._who(doc, cue)) for cue in _cues(doc) if not self._unlike(doc, cue)]

    def _unlike(self, doc: Document, cue: Cue) -> bool:
        """ "Our analysts", "la commissione Esteri": others than those whom the word alone means, unless another word
        names them too."""
        if doc.tags[cue.i].isdisjoint(_OTHERS):
            return False
        named = ((part, one) for part in (self.head, self.doc) for one in part.cues_of("speaker", 0, len(part.words)))
        return all(part.words[one.i] == doc.words[cue.i] for part, one in named if one.tag == cue.tag)

    def _who(self, doc: Document, cue: Cue) -> str:
        who = whom(doc, cue)
        return self.holder(self._bodies.get(who, who))

    @cached_property
    def _bodies(self) -> dict[str, str]:
        """ "The UN" is its commission in an article that names that body alone: of each shared name, whom it means."""
        found = [bodies(self.head), bodies(self.doc)]
        named = {who: found[0].get(who, set()) | found[1].get(who, set()) for who in found[0].keys() | found[1].keys()}
        return {who: next(iter(ids)) for who, ids in named.items() if len(ids) == 1 and self.holder(who) == who}


def tellers(doc: Document, named: list[Mention]) -> dict[int, str]:
    """Where those of one stretch of text who speak are named, beside a word of saying or citing; behind an office its
    holder."""
    found = {m.at: m.who for m in named if (m.says and not m.mute) or doc.under(m.at - _APART, m.at, CITING)}
    for office, holder in pairwise(named):
        if office.at in found and holder.at - office.at <= _TITLED and _titled(doc, office.at, holder.at):
            del found[office.at]
            found[holder.at] = holder.who
    return found


def _titled(doc: Document, office: int, holder: int) -> bool:
    """ "First Lady Olena Zelenska": nothing but capitals from the office to the name of who holds it."""
    return all(doc.text[doc.tokens.starts[k]].isupper() and "say" not in doc.tags[k] for k in range(office, holder))


def _cues(doc: Document) -> list[Cue]:
    """Where speakers are named, in order; two parts of one name ("Yale's Humanitarian Research Lab") are one."""
    named = (cue for family in _FAMILIES for cue in doc.cues_of(family, 0, len(doc.words)))
    told = (cue for cue in named if not (housed(doc, cue) or held(doc, cue) or of_another(doc, cue)))
    begun = sorted(told, key=attrgetter("i"))
    cues = [cue for cue, after in pairwise([*begun, None]) if cue is not None and not _begins(cue, after)]
    return [cue for before, cue in pairwise([None, *cues]) if cue is not None and not _goes_on(before, cue)]


def _begins(cue: Cue, after: Cue | None) -> bool:
    """ "Das Außenministerium | in Doha": is a common word but the beginning of a longer name?"""
    return after is not None and cue.tag.startswith("voice.") and after.i < cue.j < after.j


def _goes_on(before: Cue | None, cue: Cue) -> bool:
    return before is not None and before.tag == cue.tag and cue.i - before.j < _APART


def _mention(doc: Document, cue: Cue, who: str) -> Mention:
    family = cue.tag.partition(".")[0]
    mute, says_so = _mute(doc, cue), says(doc, cue.i)
    near = doc.under(*doc.clauses[doc.clause[cue.i]], "say")
    speaks = f"{'mute' if mute else 'named'} {'says' if says_so else 'near' if near else 'mentioned'}"
    word = f"word {doc.language.code} {doc.word(cue.i)[:_STEM]}"
    traits = (word, f"tag {family} {speaks}", f"epithet {'epithet' in doc.tags[cue.i]} {speaks}")
    return Mention(who, cue.i, mute, says_so, _land(doc, cue), speaks, traits)


def _land(doc: Document, cue: Cue) -> bool:
    """Is the name that of a land which is no side of the story, not of its government?"""
    sided = any(tag.startswith("side.") for tag in doc.tags[cue.i])
    return cue.tag.startswith("voice.") and not sided and doc.text[doc.tokens.starts[cue.j - 1]].isupper()


def _mute(doc: Document, cue: Cue) -> bool:
    """A place that does not speak, one spoken to or helping, a capital or land that no word of saying stands beside."""
    return silent(doc, cue) or helps(doc, cue.i) or (cue.tag.startswith("voice.") and not voiced(doc, cue))


def helps(doc: Document, i: int) -> bool:
    """ "With Qatar's help 31 came home", "за сприяння Катару": is help what the sentence tells of the name at `i`?"""
    cues = doc.cues_of("helped_by", max(0, i - _OF_HELP), i + 1)
    return any(cue.j > i or (i - cue.j < _HELPED and "," not in doc.words[cue.j : i]) for cue in cues)


_OF_HELP, _HELPED = 6, 3
"""So long is a phrase of help with the words up to whose it is, and so few of them stand behind the phrase."""
