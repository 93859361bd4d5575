"""Who says a number: the grammar's proposal, weighed against every speaker whom headline and text name, and nobody."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import pairwise, repeat
from operator import attrgetter
from typing import Any

from monitor.extract.document import Document
from monitor.extract.lexicon import Cue
from monitor.extract.speakers import (
    CITING,
    bodies,
    held,
    housed,
    in_list,
    is_name,
    meant,
    of_another,
    record_end,
    says,
    silent,
    speaker_of,
    voiced,
    whom,
)
from monitor.stories.marks import UNIT, worth

__all__ = ["NOBODY", "Speaking", "Voices", "speaking"]

NOBODY = ""
"""Stands for "the text names nobody who says this"."""
_SOMEBODY = UNIT
"""How much less likely (a logarithm) it is that nobody says a number than the weights say: a speaker left out weighs
more than one named too often."""
_FAMILIES = ("speaker", "voice")
_FAR = (2, 5, 9, 15, 25)
_CLAUSES = 4
_SIZES = (50, 1000, 10_000, 100_000)
_NAMED = 4
_APART = 2
_TITLED = 3
"""Within so many tokens of an office stands the name of its holder."""
_STEM = 6
_BACK, _AHEAD = 7, 4
_SAID_BY = 5
"""Within so many tokens behind a word of citing stands who is cited: "selon la députée Anne Genetet"."""
_QUOTED, _QUOTATION = 8, 80
"""Within so many tokens behind a quotation stands who is quoted; so many it has at most."""
_ASKED = 3
_THANKS = 4
"""Within so many tokens behind a word of thanks stands who is thanked."""
_NOUN = 4
_OPENING = 4
"""Among so many tokens a sentence says that it tells of the one before."""
_HELD = 9
"""So many tokens a register may stand from the number that it holds."""
_HELD_IN_RECORDS = frozenset({"deported", "returned", "missing", "killed", "injured"})
_DEEDS = ("measure.deported", "measure.snatched", "measure.carried", "measure.hauled")
_REMEMBERED = 3_000
_ANOTHERS, _ITS_OWN = "another's", frozenset({"cited", "on its list"})
"""Traits of who is told right behind another number, and right behind this one: the latter goes before the former."""


@dataclass(frozen=True, slots=True)
class _Mention:
    """One speaker named once: where, whether there silent or said to speak, whether the name is but that of a land of
    no side, and the traits of that alone."""

    who: str
    at: int
    mute: bool
    says: bool
    land: bool
    speaks: str
    traits: tuple[str, ...]


@dataclass(slots=True)
class _Around:
    """Who is named round a sentence, and what speaks for each of them whichever of its numbers is asked about.

    `inside` are those named in the sentence, `heard` those who are not mute; `sums` what the traits are worth.
    """

    choices: dict[str, set[str]]
    inside: list[_Mention]
    heard: list[_Mention]
    sums: dict[str, int] | None = None


class Speaking:
    """What each trait of a speaker is worth, in parts of a UNIT.

    What is known of a speaker whatever the text says comes again and again, and is added once.
    """

    def __init__(self, worth: Mapping[str, int]) -> None:
        self._worth = worth
        self.known = lru_cache(_REMEMBERED)(self._known)

    def _known(self, who: str, measure: str, size: int, ruled: bool, own: bool) -> int:
        return self.sum(_known(who, measure, size, ruled, own))

    def sum(self, traits: Iterable[str]) -> int:
        """What the traits are worth together; most are worth nothing."""
        return sum(map(self._worth.get, traits, repeat(0)))


class Voices:
    """All who are named in an article, looked at once, when it is first asked who says one of its numbers.

    `holder` gives the id of who holds an office on the day of the article, and any other id itself (as `str` does).
    """

    def __init__(self, head: Document, doc: Document, holder: Callable[[str], str] = str) -> None:
        self._head, self._doc, self._holder = head, doc, holder
        self._sentences: dict[int, _Around] = {}

    @cached_property
    def _named(self) -> list[_Mention]:
        return [_mention(self._doc, cue, self._who(self._doc, cue)) for cue in _cues(self._doc)]

    def _who(self, doc: Document, cue: Cue) -> str:
        who = whom(doc, cue)
        return self._holder(self._bodies.get(who, who))

    @cached_property
    def _bodies(self) -> dict[str, str]:
        """ "The UN" is its commission in an article that names that body alone: of each shared name, whom it means."""
        found = [bodies(self._head), bodies(self._doc)]
        named = {who: found[0].get(who, set()) | found[1].get(who, set()) for who in found[0].keys() | found[1].keys()}
        return {who: next(iter(ids)) for who, ids in named.items() if len(ids) == 1 and self._holder(who) == who}

    @cached_property
    def _starts(self) -> list[int]:
        return [mention.at for mention in self._named]

    @cached_property
    def _headed(self) -> dict[str, set[str]]:
        """What the headline says of those whom it names."""
        headed: dict[str, set[str]] = {}
        for mention in (_mention(self._head, cue, self._who(self._head, cue)) for cue in _cues(self._head)):
            found = {"head", f"head {mention.speaks}", f"head first {mention.at == 0}"}
            headed.setdefault(mention.who, set()).update(found)
        return headed

    def speaker(self, i: int, measure: str, value: float, worth: Speaking | None) -> str | None:
        """Id of the story's speaker who says the number `value` at token `i`, told of `measure`; None when nobody does.

        `worth` is what each trait speaks for a speaker; without it the grammar decides alone.
        """
        ruled = self._ruled(i)
        if worth is None:
            return ruled
        around = self._round(self._doc.sentence[i])
        if announced := self._announced(i, around):
            return announced
        if alone := self._punisher(i, measure, around) or self._alone(i, around) or self._quoted(i, around):
            return alone
        if self._stranger(i, around):
            return None
        if around.sums is None:
            around.sums = {who: worth.sum(traits) for who, traits in around.choices.items()}
        size, named, said = bisect_left(_SIZES, value), bool(around.inside), ruled or NOBODY
        sums = {who: whole + worth.known(who, measure, size, who == said, named) for who, whole in around.sums.items()}
        own = self._own(i, around)
        for who, traits in own.items():
            sums[who] += worth.sum(traits)
        for who in self._doers(i, around) & sums.keys():
            del sums[who]
        sums[NOBODY] -= _SOMEBODY
        best = max(sums, key=sums.__getitem__)
        if best and self._passed(i, best, around):
            best = max((w for w in sums if not w or not self._passed(i, w, around)), key=sums.__getitem__)
        if _ANOTHERS in own.get(best, ()):
            its_own = (who for who in sums if not _ITS_OWN.isdisjoint(own.get(who, ())))
            best = max(its_own, key=sums.__getitem__, default=best)
        record = self._recorded(i, measure, around)
        if record is not None and not self._of_one_side(best, record):
            return record.who
        return best or None

    def named_by(self, who: str, end: int) -> bool:
        """Is the speaker named in the headline or before token `end`?"""
        return who in self._headed or any(mention.who == who and mention.at < end for mention in self._named)

    def traits(self, i: int, measure: str, value: float) -> dict[str, set[str]]:
        """The traits of each speaker named near, and of NOBODY, as the one who says the number `value` at token `i`."""
        around, ruled = self._round(self._doc.sentence[i]), self._ruled(i) or NOBODY
        size, named, own = bisect_left(_SIZES, value), bool(around.inside), self._own(i, around)
        return {
            who: found.union(_known(who, measure, size, who == ruled, named), own.get(who, ()))
            for who, found in around.choices.items()
        }

    def _ruled(self, i: int) -> str | None:
        """Whom the grammar alone takes for the speaker of the number at token `i`."""
        ruled = speaker_of(self._head, self._doc, i)
        return self._holder(ruled) if ruled else None

    def _own(self, i: int, around: _Around) -> dict[str, set[str]]:
        """What the place of this number alone says of speakers; none of it is among what all of the sentence say."""
        own: dict[str, set[str]] = {}
        for mention in around.inside:
            own.setdefault(mention.who, set()).update(_beside(self._doc, i, mention))
        for mention, names in _rank(self._doc, i, around.heard):
            own.setdefault(mention.who, set()).update(names)
        for name, who in (("teller", self._teller(i, around.inside)), ("pronoun", self._pronoun(i, around.inside))):
            if who in around.choices:
                own.setdefault(who, set()).add(name)
        return own

    def _announced(self, i: int, around: _Around) -> str | None:
        """ "Ocho niños han vuelto. Así lo ha anunciado Melania Trump.": who alone is named where the next sentence says
        so of this one, which names nobody."""
        doc, number = self._doc, self._doc.sentence[i]
        if number + 1 >= len(doc.bounds) or any(not mention.mute for mention in around.inside):
            return None
        a, b = doc.bounds[number + 1]
        if not doc.has(a, min(a + _OPENING, b), "announces"):
            return None
        told = {mention.who for mention in self._between(a, b) if not mention.mute}
        return told.pop() if len(told) == 1 else None

    def _punisher(self, i: int, measure: str, around: _Around) -> str | None:
        """ "The EU sanctioned nine people and Britain eight", "ten by Canada, five by the EU": of several who punish
        the one told right before the number, or behind it where the sentence begins with a number."""
        doc = self._doc
        states = [m for m in around.inside if "punisher" in doc.tags[m.at]]
        if measure != "sanctions" or len({m.who for m in states}) < _APART:
            return None
        own = bisect_left(doc.numbers, i)
        before = [m for m in states if m.at < i and bisect_left(doc.numbers, m.at) == own]
        behind = [m for m in states if m.at > i and bisect_left(doc.numbers, m.at) == own + 1]
        led = not doc.live_in(doc.sentence_of(i)[0], states[0].at)
        near = before[-1:] if led else behind[:1]
        return near[0].who if near else None

    def _quoted(self, i: int, around: _Around) -> str | None:
        """ "We have returned 58 children. It is a lot," Zelensky said: who is named behind a quotation of several
        sentences said all of it, unless the headline names others."""
        doc, sentence = self._doc, self._doc.sentence_of(i)
        if any(not m.mute for m in around.inside) or doc.has(*sentence, "say"):
            return None
        closes = _closes(doc, i)
        if closes is None or closes < sentence[1]:
            return None
        told = _told(doc, self._between(closes, min(closes + _QUOTED, doc.sentence_of(closes)[1])))
        who = told[min(told)] if told else None
        return who if not self._headed or who in self._headed else None

    def _alone(self, i: int, around: _Around) -> str | None:
        """ "20,000 were deported, Kyiv says; Yale counts 35,000": who alone speaks on the number's side of a semicolon
        or opens it, where others speak on the other."""
        doc, (a, b) = self._doc, self._doc.sentence_of(i)
        first = next((k for k in range(i, a, -1) if doc.words[k] == ";"), a)
        last = next((k for k in range(i, b) if doc.words[k] == ";"), b)
        if (first, last) == (a, b):
            return None
        told = _told(doc, around.inside)
        here = {who for at, who in told.items() if first <= at < last}
        if not here and first > a:
            here = {m.who for m in around.inside if first < m.at <= first + _APART}
        return here.pop() if len(here) == 1 and any(not first <= at < last for at in told) else None

    def _recorded(self, i: int, measure: str, around: _Around) -> _Mention | None:
        """ "Ukraine's register lists 19,546", "19,546 on Kyiv's list": the nearest record that holds the number, unless
        somebody speaks in that sentence; lists of names, and where children are found, say nothing of who counts."""
        if measure not in _HELD_IN_RECORDS:
            return None
        records = [m for m in around.inside if _recorded(self._doc, i, m, around.heard)]
        return min(records, key=lambda m: abs(m.at - i), default=None)

    def _passed(self, i: int, who: str, around: _Around) -> bool:
        """Is `who` named in passing: "She went by bus through Latvia", or in another item of a list than the number?"""
        if who in self._headed or any(mention.who == who for mention in around.inside):
            return False
        named = [mention for mention in self._named if mention.who == who]
        if self._told_by_another(i) and all(mention.at > i for mention in named):
            return True
        sentences = {self._doc.sentence[at] for at in (i, *(mention.at for mention in named))}
        listed = all(in_list(self._doc, number) for number in sentences)
        return (listed and not self._answers(i)) or all(mention.land and mention.mute for mention in named)

    def _told_by_another(self, i: int) -> bool:
        """ "A lawyer said 35,000 were deported", "dicen activistas": a common noun for one or several who are not named
        stands beside a word of saying in the sentence."""
        doc, sentence = self._doc, self._doc.sentence_of(i)
        beside = {k + step for k in doc.covered_in(*sentence, "say") for step in (-1, 1)}
        cited = {k + step for k in doc.covered_in(*sentence, CITING) for step in (1, _APART)}
        return any(_someone(doc, k) for k in beside) or any(_someone(doc, k, cited=True) for k in cited)

    def _answers(self, i: int) -> bool:
        """Stands the number behind a question: in an interview, whose lines begin with dashes too?"""
        first = self._doc.sentence_of(i)[0]
        return "?" in self._doc.words[max(0, first - _ASKED) : first]

    def _of_one_side(self, who: str, record: _Mention) -> bool:
        """Does `who` speak for the side whose record this is, and so may tell what stands in it?"""
        sides = {tag for tag in self._doc.tags[record.at] if tag.startswith("side.")}
        named = [(self._doc, cue) for cue in _cues(self._doc)] + [(self._head, cue) for cue in _cues(self._head)]
        return any(sides & doc.tags[cue.i] for doc, cue in named if self._who(doc, cue) == who)

    def _stranger(self, i: int, around: _Around) -> bool:
        """ "Selon la députée Anne Genetet, ...": somebody whom the story does not know says it, by first and last name
        beside a word of saying, and nobody else who speaks is named in the sentence. Nouns with capitals hide names."""
        doc, (a, b) = self._doc, self._doc.sentence_of(i)
        if (
            doc.language.nouns_capital
            or any(not mention.mute for mention in around.inside)
            or doc.among(a, b, doc.language.pronouns)
        ):
            return False
        return any(self._says_so(k) for k in doc.covered_in(a, b, "say"))

    def _says_so(self, k: int) -> bool:
        """Is an unknown first and last name the subject of the word of saying at token `k`, or who is cited by it?"""
        doc, names = self._doc, [k + 1, k - 2]
        if doc.word(k) in doc.language.hearers:
            names = [k - 2]
        if "citing" in doc.tags[k]:
            names += range(k + 2, k + _SAID_BY)
        return any(0 <= n < len(doc.words) - 1 and is_name(doc, n) and is_name(doc, n + 1) for n in names)

    def _doers(self, i: int, around: _Around) -> set[str]:
        """ "Russia has deported 116,000 children", "were abducted to Russia": a land that does it, or where they
        are, is no source of the number without a word of saying beside its name."""
        doc, (first, end) = self._doc, self._doc.clauses[self._doc.clause[i]]
        theirs = [m for m in around.inside if doc.under(m.at, m.at + 2, "place.ru")]
        does = {m.who for m in theirs if m.at < i and any(doc.has(m.at, end, deed) for deed in _DEEDS)}
        taken = any(doc.has(first, end, deed) for deed in _DEEDS)
        where = {m.who for m in theirs if m.mute and taken}
        return ((does | where) - {m.who for m in around.inside if m.says or not m.mute}) | self._thanked(i, around)

    def _thanked(self, i: int, around: _Around) -> set[str]:
        """ "He thanked Melania Trump, thanks to whom 23 children are home": who is named right behind the word."""
        doc = self._doc
        cues = doc.cues_of("thanks", *doc.sentence_of(i))
        behind = ([m for m in around.inside if cue.j <= m.at < cue.j + _THANKS] for cue in cues)
        return {named[0].who for named in behind if named}

    def _teller(self, i: int, inside: list[_Mention]) -> str | None:
        """ "Kyiv says nearly 20,000 ...": who alone speaks in the number's clause, before it and no other number."""
        doc = self._doc
        own = [mention for mention in inside if not mention.mute and doc.clause[mention.at] == doc.clause[i]]
        alone = len({mention.who for mention in own}) == 1 and own[0].says and own[0].at < i
        return own[0].who if alone and not doc.spans_in(own[0].at, i) else None

    def _pronoun(self, i: int, inside: list[_Mention]) -> str | None:
        """ "She said": whom the pronoun means in a sentence that names nobody."""
        named = any(not mention.mute for mention in inside)
        found = [] if named else meant(self._doc, self._doc.sentence[i])
        return self._holder(found[0][1]) if found else None

    def _round(self, number: int) -> _Around:
        around = self._sentences.get(number)
        if around is None:
            around = self._sentences[number] = self._around(number)
        return around

    def _around(self, number: int) -> _Around:
        bounds = self._doc.bounds
        first, last = max(0, number - _BACK), min(len(bounds) - 1, number + _AHEAD)
        near = self._between(bounds[first][0], bounds[last][1])
        inside = self._between(*bounds[number])
        choices: dict[str, set[str]] = {NOBODY: set()}
        for mention in near:
            away = self._doc.sentence[mention.at] - number
            told = _apart(away, mention.speaks) if away else ()
            choices.setdefault(mention.who, set()).update(mention.traits, told)
        for who, found in self._headed.items():
            choices.setdefault(who, set()).update(found)
        choices[NOBODY].update(_silence(self._doc, number, bool(inside), len(choices)))
        return _Around(choices, inside, [mention for mention in near if not mention.mute])

    def _between(self, a: int, b: int) -> list[_Mention]:
        return self._named[bisect_left(self._starts, a) : bisect_left(self._starts, b)]


def _closes(doc: Document, i: int) -> int | None:
    """Where the quotation ends in which the token stands, by the marks of its paragraph; None outside of one."""
    first = next((k + 1 for k in range(i, -1, -1) if doc.words[k] == "\n"), 0)
    if doc.words[first:i].count('"') % 2 == 0:
        return None
    ahead = range(i, min(i + _QUOTATION, len(doc.words)))
    end = next((k for k in ahead if doc.words[k] in ('"', "\n")), None)
    return end if end is not None and doc.words[end] == '"' else None


def _someone(doc: Document, n: int, cited: bool = False) -> bool:
    """Is token `n` a common noun for people who are not named: with the article of one among many, or a plural, which
    has the other article only where it is `cited` ("secondo gli attivisti")?"""
    word = doc.word(n)
    if (
        not word.isalpha()
        or len(word) < _NOUN
        or doc.tags[n] - _RESCUER
        or not doc.text[doc.tokens.starts[n]].islower()
    ):
        return False
    one = doc.word(n - 1) in doc.language.articles
    several = word.endswith(doc.language.plurals or ("\n",)) and word not in doc.language.small
    return one or (several and (cited or doc.word(n - 1) not in doc.language.definites))


_RESCUER = frozenset({"agent.rescuer", "common"})


def _told(doc: Document, inside: list[_Mention]) -> dict[int, str]:
    """Where in a sentence who speaks is named, beside a word of saying or citing; behind an office its holder."""
    told = {m.at: m.who for m in inside if m.says or doc.under(m.at - _APART, m.at, CITING)}
    for office, holder in pairwise(inside):
        title = all(doc.tokens.kinds[k] == "w" for k in range(office.at, holder.at))
        if title and holder.at - office.at <= _TITLED and office.at in told:
            del told[office.at]
            told[holder.at] = holder.who
    return told


def speaking(table: Mapping[str, Any]) -> Speaking:
    """What each trait is worth, from the table ``speaker`` of a story's weights."""
    return Speaking({trait: worth(row)[0] for trait, row in table["traits"].items()})


def _cues(doc: Document) -> list[Cue]:
    """Where speakers are named, in order; two parts of one name ("Yale's Humanitarian Research Lab") are one."""
    named = (cue for family in _FAMILIES for cue in doc.cues_of(family, 0, len(doc.words)))
    told = (cue for cue in named if not (housed(doc, cue) or held(doc, cue) or of_another(doc, cue)))
    cues = sorted(told, key=attrgetter("i"))
    return [cue for before, cue in pairwise([None, *cues]) if cue is not None and not _goes_on(before, cue)]


def _goes_on(before: Cue | None, cue: Cue) -> bool:
    return before is not None and before.tag == cue.tag and cue.i - before.j < _APART


def _mention(doc: Document, cue: Cue, who: str) -> _Mention:
    family = cue.tag.partition(".")[0]
    mute, says_so = _mute(doc, cue), says(doc, cue.i)
    near = doc.under(*doc.clauses[doc.clause[cue.i]], "say")
    speaks = f"{'mute' if mute else 'named'} {'says' if says_so else 'near' if near else 'mentioned'}"
    word = f"word {doc.language.code} {doc.word(cue.i)[:_STEM]}"
    traits = (word, f"tag {family} {speaks}", f"epithet {'epithet' in doc.tags[cue.i]} {speaks}")
    return _Mention(who, cue.i, mute, says_so, _land(doc, cue), speaks, traits)


def _land(doc: Document, cue: Cue) -> bool:
    """Is the name that of a land which is no side of the story, not of its government?"""
    sided = any(tag.startswith("side.") for tag in doc.tags[cue.i])
    return cue.tag.startswith("voice.") and not sided and doc.text[doc.tokens.starts[cue.j - 1]].isupper()


def _mute(doc: Document, cue: Cue) -> bool:
    """A place that does not speak, one who is spoken to, a capital or land that no word of saying stands beside."""
    return silent(doc, cue) or (cue.tag.startswith("voice.") and not voiced(doc, cue))


def _known(who: str, measure: str, size: int, ruled: bool, own: bool) -> tuple[str, ...]:
    """What is known of a speaker without looking at the text, and whether the grammar chose that one."""
    names, chosen = f"who {who}", f"ruled {ruled}"
    return names, f"{names} {measure}", f"{names} {measure} {size}", chosen, f"{chosen} {who}", f"{chosen} {own}"


@cache
def _apart(away: int, speaks: str) -> tuple[str, str]:
    """How a mention so many sentences away stands to a number."""
    return f"at {away}", f"at {away} {speaks}"


def _beside(doc: Document, i: int, mention: _Mention) -> tuple[str, ...]:
    """How a mention in the sentence of the number at `i` stands to it."""
    clauses = min(abs(doc.clause[mention.at] - doc.clause[i]), _CLAUSES)
    steps = _steps("<" if mention.at < i else ">", bisect_left(_FAR, abs(mention.at - i)), clauses, mention.speaks)
    return (*steps, *_owned(doc, i, mention.at))


def _owned(doc: Document, i: int, k: int) -> Iterator[str]:
    """Whether a speaker at `k` is told for the number at `i` before it, or for another: "35,000 (Yale), 19,546 on the
    official list"."""
    at = bisect_left(doc.numbers, k)
    before = doc.numbers[at - 1] if at else None
    if before == i:
        if _cited(doc, i, k):
            yield "cited"
        if not doc.language.leading.isdisjoint((doc.word(k - 1), doc.word(k - 2))):
            yield f"listed {k - i < _FAR[2]}"
        if _on_its_list(doc, at - 1, k):
            yield "on its list"
    elif before is not None and (_cited(doc, before, k) or _on_its_list(doc, at - 1, k)):
        yield _ANOTHERS


def _on_its_list(doc: Document, at: int, k: int) -> bool:
    """ "19,546 on Kyiv's list": a preposition joins the speaker at `k` to the span `at` right before it."""
    return k - doc.spans[at].j <= _APART and doc.word(doc.spans[at].j) in doc.language.leading


def _recorded(doc: Document, i: int, mention: _Mention, heard: list[_Mention]) -> bool:
    """Is the mention a register or list that has the number at `i`: right before it, or behind it and a preposition?"""
    k, end = mention.at, record_end(doc, mention.at)
    if end is None or abs(k - i) > _HELD or bisect_left(doc.numbers, max(i, k)) - bisect_right(doc.numbers, min(i, k)):
        return False
    spoken = [m.at for m in heard if m is not mention and m.says and doc.sentence[m.at] == doc.sentence[i]]
    if k < i:
        return doc.clause[i] - doc.clause[k] in (0, 2) and not spoken
    before = {doc.word(k - 1), doc.word(k - 2)}
    near = not doc.language.leading.isdisjoint(before) and doc.clause[k] - doc.clause[i] in (0, 1)
    return near and not any(not doc.spans_in(min(at, i) + 1, max(at, i)) for at in spoken)


def _cited(doc: Document, i: int, k: int) -> bool:
    """ "35,000, according to Yale", "19,546 (Kyiv)": the number's own speaker at `k`, with no other number between."""
    if bisect_right(doc.numbers, i) != bisect_left(doc.numbers, k):
        return False
    return doc.word(k - 1) == "(" or doc.under(max(i, k - 2), k, "say")


@cache
def _steps(place: str, far: int, clauses: int, speaks: str) -> tuple[str, ...]:
    return (
        f"at {place}", f"at {place} {speaks}", f"steps {place}{far} {speaks}", f"clauses {place}{clauses} {speaks}",
    )  # fmt: skip


def _silence(doc: Document, number: int, own: bool, choices: int) -> Iterator[str]:
    """What speaks for nobody: who else is named, and the words beside those of saying ("a lawyer says")."""
    code, (a, b) = doc.language.code, doc.bounds[number]
    yield f"nobody {choices > 1}"
    yield f"nobody {min(choices, _NAMED)} {own}"
    yield f"nobody {code}"
    said = doc.covered_in(a, b, "say")
    yield f"nobody said {bool(said)} {own}"
    for k in said:
        yield f"nobody {code} {doc.word(k - 1)[:_STEM]} said"
        yield f"nobody {code} said {doc.word(k + 1)[:_STEM]}"


def _rank(doc: Document, i: int, heard: list[_Mention]) -> Iterator[tuple[_Mention, tuple[str, str]]]:
    """The nearest before and behind the number, and the last who is told to have said something, with these traits."""
    behind = next((k for k, mention in enumerate(heard) if mention.at >= i), len(heard))
    said = next((mention for mention in heard[behind - 1 :: -1] if mention.says), None) if behind else None
    last, first = heard[behind - 1] if behind else None, heard[behind] if behind < len(heard) else None
    for name, mention in (("last", last), ("next", first), ("last said", said)):
        if mention is not None:
            yield mention, (name, f"{name} {doc.sentence[mention.at] == doc.sentence[i]}")
