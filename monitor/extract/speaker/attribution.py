"""Who says a number: the grammar's proposal, weighed against every speaker whom headline and text name, and nobody."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import repeat
from typing import Any

from monitor.extract.speaker.mentions import Mention, Names
from monitor.extract.speaker.outright import barred, keeper, outright, passed, stranger
from monitor.extract.speaker.speakers import meant, speaker_of
from monitor.extract.text.document import Document
from monitor.stories.marks import UNIT, worth

__all__ = ["NOBODY", "Speaking", "Voices", "speaking"]

NOBODY = ""
"""Stands for "the text names nobody who says this"."""
_SOMEBODY = UNIT
"""How much less likely (a logarithm) it is that nobody says a number than the weights say: a speaker left out weighs
more than one named too often."""
_FAR = (2, 5, 9, 15, 25)
_CLAUSES = 4
_SIZES = (50, 1000, 10_000, 100_000)
_NAMED = 4
_APART = 2
_STEM = 6
_BACK, _AHEAD = 7, 4
_REMEMBERED = 3_000
_ANOTHERS, _ITS_OWN = "another's", frozenset({"cited", "on its list"})
"""Traits of who is told right behind another number, and right behind this one: the latter goes before the former."""


@dataclass(slots=True)
class _Around:
    """Who is named round a sentence, and what speaks for each of them whichever of its numbers is asked about.

    `inside` are those named in the sentence, `heard` those who are not mute; `sums` what the traits are worth.
    """

    choices: dict[str, set[str]]
    inside: list[Mention]
    heard: list[Mention]
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
        self._names = Names(head, doc, holder)
        self._sentences: dict[int, _Around] = {}

    @cached_property
    def _headed(self) -> dict[str, set[str]]:
        """What the headline says of those whom it names."""
        headed: dict[str, set[str]] = {}
        for mention in self._names.headed:
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
        if plain := outright(self._names, i, measure):
            return plain
        if stranger(self._doc, i, around.inside):
            return None
        if around.sums is None:
            around.sums = {who: worth.sum(traits) for who, traits in around.choices.items()}
        size, named, said = bisect_left(_SIZES, value), bool(around.inside), ruled or NOBODY
        sums = {who: whole + worth.known(who, measure, size, who == said, named) for who, whole in around.sums.items()}
        own = self._own(i, around)
        for who, traits in own.items():
            sums[who] += worth.sum(traits)
        for who in barred(self._doc, i, measure, around.inside) & sums.keys():
            del sums[who]
        sums[NOBODY] -= _SOMEBODY
        best = max(sums, key=sums.__getitem__)
        if best and passed(self._names, i, best):
            best = max((who for who in sums if not who or not passed(self._names, i, who)), key=sums.__getitem__)
        if _ANOTHERS in own.get(best, ()):
            its_own = (who for who in sums if not _ITS_OWN.isdisjoint(own.get(who, ())))
            best = max(its_own, key=sums.__getitem__, default=best)
        return keeper(self._names, i, measure, best) or best or None

    def named_by(self, who: str, end: int) -> bool:
        """Is the speaker named in the headline or before token `end`?"""
        return self._names.in_headline(who) or any(mention.at < end for mention in self._names.of(who))

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

    def _teller(self, i: int, inside: list[Mention]) -> str | None:
        """ "Kyiv says nearly 20,000 ...": who alone speaks in the number's clause, before it and no other number."""
        doc = self._doc
        own = [mention for mention in inside if not mention.mute and doc.clause[mention.at] == doc.clause[i]]
        alone = len({mention.who for mention in own}) == 1 and own[0].says and own[0].at < i
        return own[0].who if alone and not doc.spans_in(own[0].at, i) else None

    def _pronoun(self, i: int, inside: list[Mention]) -> str | None:
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
        near = self._names.between(bounds[first][0], bounds[last][1])
        inside = self._names.between(*bounds[number])
        choices: dict[str, set[str]] = {NOBODY: set()}
        for mention in near:
            away = self._doc.sentence[mention.at] - number
            told = _apart(away, mention.speaks) if away else ()
            choices.setdefault(mention.who, set()).update(mention.traits, told)
        for who, found in self._headed.items():
            choices.setdefault(who, set()).update(found)
        choices[NOBODY].update(_silence(self._doc, number, bool(inside), len(choices)))
        return _Around(choices, inside, [mention for mention in near if not mention.mute])


def speaking(table: Mapping[str, Any]) -> Speaking:
    """What each trait is worth, from the table ``speaker`` of a story's weights."""
    return Speaking({trait: worth(row)[0] for trait, row in table["traits"].items()})


def _known(who: str, measure: str, size: int, ruled: bool, own: bool) -> tuple[str, ...]:
    """What is known of a speaker without looking at the text, and whether the grammar chose that one."""
    names, chosen = f"who {who}", f"ruled {ruled}"
    return names, f"{names} {measure}", f"{names} {measure} {size}", chosen, f"{chosen} {who}", f"{chosen} {own}"


@cache
def _apart(away: int, speaks: str) -> tuple[str, str]:
    """How a mention so many sentences away stands to a number."""
    return f"at {away}", f"at {away} {speaks}"


def _beside(doc: Document, i: int, mention: Mention) -> tuple[str, ...]:
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


def _rank(doc: Document, i: int, heard: list[Mention]) -> Iterator[tuple[Mention, tuple[str, str]]]:
    """The nearest before and behind the number, and the last who is told to have said something, with these traits."""
    behind = next((k for k, mention in enumerate(heard) if mention.at >= i), len(heard))
    said = next((mention for mention in heard[behind - 1 :: -1] if mention.says), None) if behind else None
    last, first = heard[behind - 1] if behind else None, heard[behind] if behind < len(heard) else None
    for name, mention in (("last", last), ("next", first), ("last said", said)):
        if mention is not None:
            yield mention, (name, f"{name} {doc.sentence[mention.at] == doc.sentence[i]}")
