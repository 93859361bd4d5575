"""From where to where, and which narrower series (scope) a figure belongs to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from monitor.extract.context.implied import BOTH, MIXED, Told, implied
from monitor.extract.context.senses import TAKING
from monitor.extract.context.ways import Ways, joined, ways
from monitor.extract.count.wholes import behind_whole
from monitor.extract.measure.bound import Bound
from monitor.extract.text.document import Document, remembered
from monitor.extract.text.lexicon import Cue
from monitor.stories import Speaker

__all__ = ["direction_of", "led_away", "opposite", "scope_of", "territory"]


def direction_of(
    doc: Document,
    i: int,
    bound: Bound,
    source: Speaker | None,
    single: bool = False,
    kind: str = "total",
    value: float = 0,
    before: str | None = None,
    head: Document | None = None,
) -> str | None:
    """Deported goes ua>ru; returned by the places its clause and sentence name, else by who counts.

    `single` is a child told beside a group, `value` the number, `before` the direction of the returns told right
    before, `head` the headline.
    """
    if bound.measure == "returned" and _of_russia(doc, i):
        return "ua>ru"
    if bound.measure == "returned" and opposite(doc, i):
        return "ru>ua" if before is not None and before.endswith(">ru") else "ua>ru"
    if doc.language.implied_ways:
        return implied(doc, i, bound.measure, Told(source, single, kind, value, head, bound.cue))
    if bound.measure == "deported":
        return "ua>ru"
    if bound.measure != "returned":
        return None
    return None if kind == "share" else _told(doc, i, bound, source, kind, before, head)


def _of_russia(doc: Document, i: int) -> bool:
    """ "Украина вернула 20 российских детей", "20 Russian children were returned": those of Russia go there."""
    noun = next((k for k in range(i + 1, min(i + _NOUN, len(doc.tags))) if "child" in doc.tags[k]), 0)
    behind = noun + 1 if noun and noun + 1 < len(doc.tags) and not doc.language.implied_ways else 0
    return bool(noun) and ("russian" in doc.tags[noun - 1] or (behind > 0 and "russian" in doc.tags[behind]))


_NOUN = 4


def _told(
    doc: Document, i: int, bound: Bound, source: Speaker | None, kind: str, before: str | None, head: Document | None
) -> str | None:
    """The way as the words around the number tell it; what they leave open, who counts and the headline tell."""
    a, b = territory(doc, i)
    way = ways(doc, a, b)
    if doc.has(a, b, "opposite"):
        home = before is not None and before.endswith(">ru") and ("ua" in way.ends or "ru" not in way.ends)
        return "ru>ua" if home else "ua>ru"
    if _to_russia(doc, way, bound, i, b) or _in_russia(doc, i):
        return "ua>ru"
    if "third" in way.ends | way.named:
        return "ru>ua+third"
    if kind in ("total", "increment"):
        return _of_total(doc, i, source, way)
    return _of_batch(doc, i, source, way, head)


def _to_russia(doc: Document, way: Ways, bound: Bound, i: int, b: int) -> bool:
    """ "Left Ukraine for Russia", "reunited with kin in Russia": the way ends there, behind the verb or number."""
    if "ru" not in way.ends or "ru" in way.origins or "ua" in way.ends:
        return False
    first = bound.cue.j if bound.cue is not None and i < bound.cue.j < b else i
    taken = next((cue.i for cue in doc.cues_in(first, b) if cue.tag in TAKING and cue != bound.cue), b)
    stayed = doc.among(first, taken, doc.language.lived)
    return "ru" in ways(doc, first, taken).ends and not stayed


def _in_russia(doc: Document, i: int) -> bool:
    """ "Ocho ya están en Ucrania y cinco en Rusia": those who were given to kin there, right behind the number."""
    j = next((span.j for span in doc.spans_in(i, i + 1)), i + 1)
    j = next((cue.j for cue in doc.cues_of("did_so", j, j + 2)), j)
    there = doc.word(j) in doc.language.inside and doc.has(j + 1, j + 3, "place.ru")
    sentence = doc.sentence_of(i)
    home = doc.has(*sentence, "place.ua") and not doc.has(*sentence, "place.tot")
    return there and home and not doc.among(*sentence, doc.language.lived) and not doc.spans_in(j, j + 3)


def _of_total(doc: Document, i: int, source: Speaker | None, way: Ways) -> str | None:
    """A count of all: both ways when its keeper counts both; what a narrower series (a region, a channel) is not."""
    if source is not None and source.totals.endswith("third") and "ru" not in way.ends:
        return source.totals
    if source is not None and source.way and source.way != MIXED:
        scope = scope_of(doc, i, source, "returned")
        if scope in _WIDE or (source.region and scope == source.scope != _KHERSON):
            return source.way
    return _from(way.origins | way.named) if source is None or not source.way else _from(way.origins)


_KHERSON = "kherson"
"""The one region of whose counts there are lessons enough: the weights know their ways."""
_WIDE = frozenset({"all", "bring_kids_back", "lvova_belova", "save_ukraine"})


def _of_batch(doc: Document, i: int, source: Speaker | None, way: Ways, head: Document | None) -> str | None:
    """One group: where it was by its words, then by the headline, then by whose groups come from where."""
    dealt = (source is not None and source.way == MIXED) or scope_of(doc, i, source, "returned") in _DEALS
    if way.origins or (way.named - {"ua"} and not dealt):
        return _from(way.origins | way.named)
    if dealt:
        return "ru>ua" if "ua" in way.ends | way.named else None
    above = _headed(head)
    return above or (source and (source.batches or source.way)) or _nearby(doc, i)


_DEALS = ("mt", "qatar", "vatican")
_CHANNELS = (*_DEALS, "via_ombudsman")
_OWN_OFFICE = "own_office"
""" "Through his own office": the scope is the speaker's."""


def _headed(head: Document | None) -> str | None:
    """ "Eight brought out of occupied Luhansk" as the headline of "eight are home"."""
    if head is None or not head.words:
        return None
    way = ways(head, 0, len(head.words))
    return _from(way.origins | (way.named & {"tot"}))


def _nearby(doc: Document, i: int) -> str | None:
    """No speaker, no origin: land told as held by Ukraine, or occupied land told close by, speaks for the latter."""
    held = doc.has(*doc.sentence_of(i), "held_land")
    return "tot>ua" if held or doc.has(*_beside(doc, i, 1), "place.tot") else None


def _from(places: frozenset[str]) -> str | None:
    if {"ru", "tot"} <= places:
        return BOTH
    return {True: "tot>ua", False: "ru>ua" if "ru" in places else None}["tot" in places]


def opposite(doc: Document, i: int) -> bool:
    """ "В обратном направлении, в Россию, – 24 ребенка": told of this number, and of no other behind or before it.
    A lone word before a comma only contradicts ("навпаки, ...")."""
    a, _ = doc.sentence_of(i)
    if not doc.language.implied_ways or doc.has(*doc.clauses[doc.clause[i]], "denied"):
        return False
    before, after = doc.live_in(a, i), doc.live_in(i + 1, doc.clauses[doc.clause[i]][1])
    first = before[-1] + 1 if before else a
    end = after[0] if after else max(doc.clauses[k][1] for k in joined(doc, i) if k < len(doc.clauses))
    if before and doc.clause[before[-1]] != doc.clause[i] and _speaks(doc, before[-1]):
        first = doc.clauses[doc.clause[before[-1]]][1]
    cues = [*doc.cues_of("opposite", first, i), *doc.cues_of("opposite", i, end)]
    return any(cue.j - cue.i > 1 or doc.word(cue.j) != "," for cue in cues)


def led_away(doc: Document, i: int) -> bool:
    """ "A boy was taken to his father in Kaluga. Another three travelled the opposite way.": does the sentence before
    that of the number at `i` lead to Russia alone?"""
    number = doc.sentence[i]
    ends = ways(doc, *doc.bounds[number - 1]).ends if number else frozenset()
    return "ru" in ends and "ua" not in ends


def territory(doc: Document, i: int) -> tuple[int, int]:
    """The tokens that speak of the number at `i`: from its clause up to the clause of the next number that counts."""
    a, b = doc.sentence_of(i)
    at = bisect_left(doc.live, i) - 1
    first = a if at < 0 or doc.live[at] < a else max(_opens(doc, i), doc.live[at] + 1)
    speaking = _speaking(doc, doc.sentence[i])
    after = bisect_right(speaking, i)
    if after == len(speaking):
        return first, b
    last = _opens(doc, speaking[after])
    return first, last if last > i else speaking[after]


@remembered
def _speaking(doc: Document, number: int) -> list[int]:
    """The numbers of a sentence that may be figures and speak for themselves."""
    return [k for k in doc.live_in(*doc.bounds[number]) if _speaks(doc, k)]


def _speaks(doc: Document, k: int) -> bool:
    """Has the clause of the number at `k` a verb or way of its own? "Six boys and one girl" have none."""
    clauses = [doc.clauses[n] for n in joined(doc, k) if n < len(doc.clauses)]
    return any(doc.under(*clause, tag) for clause in clauses for tag in ("measure", "place", "opposite"))


def _opens(doc: Document, k: int) -> int:
    """Where the clause of token `k` begins."""
    return doc.clauses[doc.clause[k]][0]


_OF_A_REGION, _TAKEN_THERE = 1000, 10_000
"""A region or a go-between counts hundreds home and thousands taken; so many are counts of all."""


def scope_of(
    doc: Document, i: int, source: Speaker | None, measure: str, kind: str = "", head: Document | None = None
) -> str:
    """The scope of the `measure` of the number at `i`: the first whose cue stands in the sentence, then the source's.

    A batch (`kind`) of those who hand children over belongs to the deal that the headline `head` or a sentence near
    it names; one of which nobody speaks to the deal of the headline.
    """
    if measure not in _SCOPED:
        return "all"
    a, b = doc.sentence_of(i)
    cues = [cue for cue in doc.cues_of("scope", a, b) if kind != "total" or not _thanked(doc, cue)]
    scopes = [cue.tag[6:] for cue in cues if not _of_part(doc, i, cue, source)]
    office = source.office if source else ""
    scopes = [office if scope == _OWN_OFFICE else scope for scope in scopes if scope != _OWN_OFFICE or office]
    if kind == "total" and any(span.value >= _OF_A_REGION for span in doc.spans_in(i, i + 1)):
        own = source.scope if source and doc.has(a, b, "say") else ""
        scopes = [scope for scope in scopes if scope not in _CHANNELS or scope == own]
    if measure != "returned":
        most = _TAKEN_THERE if measure == "deported" else _OF_A_REGION
        return _region_of(doc, i, kind, source, most, speaks=measure not in ("killed", "injured"))
    if kind == "batch" and (source is None or source.deals):
        others = [scope for scope in scopes if source is None or scope != source.scope]
        scopes = [*others, *(deal for deal in _DEALS if _dealt(doc, i, deal, source, head)), *scopes]
    elif source is not None and source.scope and not doc.has(a, b, f"scope.{source.scope}"):
        scopes += [source.scope] if _counts_there(doc, i, source) else []
    return next(iter(scopes), _region_of(doc, i, kind, source))


_SCOPED = frozenset(
    ("returned", "deported", "located", "identified", "missing", "placed_in_family", "held", "killed", "injured")
)
"""What is counted by narrower series, too."""


def _region_of(
    doc: Document, i: int, kind: str, source: Speaker | None, most: int = _OF_A_REGION, *, speaks: bool = True
) -> str:
    """ "251 children of the Kherson region are home": a count of all by the only region that its clause names, or of
    the region whose governor counts them; whose victims a governor counts he must say (`speaks`: he need not)."""
    if kind != "total" or not _few(doc, i, most):
        return "all"
    first, last = doc.clauses[min(joined(doc, i))][0], doc.clauses[doc.clause[i]][1]
    if doc.has(*doc.sentence_of(i), "nationwide") and not doc.has(first, last, "region_of"):
        return "all"
    named = [cue for cue in doc.cues_of("region_of", first, last) if not _on_the_way(doc, cue)]
    regions = [cue.i for tag in ("province", "region") for cue in doc.cues_of(tag, first, last)]
    if len(named) == 1 and all(named[0].i <= k < named[0].j for k in regions):
        return named[0].tag.partition(".")[2]
    return _paired(doc, i) or (source.scope if speaks and source is not None and source.region else "all")


def _counts_there(doc: Document, i: int, source: Speaker) -> bool:
    """Is a number of children home of the narrower series of who says it? So many, or those of all the land, a governor
    or a go-between only quotes."""
    all_of_them = any(span.value >= _OF_A_REGION for span in doc.spans_in(i, i + 1))
    all_of_them = all_of_them or doc.has(*doc.sentence_of(i), "nationwide")
    return not all_of_them or not (source.region or source.scope in _DEALS)


def _few(doc: Document, i: int, most: int = _OF_A_REGION) -> bool:
    """Is the number at `i` no larger than what a region counts, and no place in a count of all?"""
    return all(span.value < most and span.form != "ordinal" for span in doc.spans_in(i, i + 1))


def _on_the_way(doc: Document, cue: Cue) -> bool:
    """ "Passed through the Luhansk region": where they only came through."""
    return not doc.language.through.isdisjoint((doc.word(cue.i - 1), doc.word(cue.i - 2)))


def _paired(doc: Document, i: int) -> str | None:
    """ "251 from Kherson region and 118 from Zaporizhzhia", "з Херсонської області 140, із Сумської – 72": numbers and
    regions in turns, each number with its own."""
    sentence = doc.sentence_of(i)
    numbers = doc.live_in(*sentence)
    regions = [cue.i for cue in doc.cues_of("region_short", *sentence)]
    if not doc.has(*sentence, "region_of") or len(numbers) != len(regions) or len(regions) < 2:
        return None
    lists = (numbers, regions) if numbers[0] < regions[0] else (regions, numbers)
    turns = [k for pair in zip(*lists, strict=True) for k in pair]
    at = regions[numbers.index(i)] if turns == sorted(turns) and i in numbers else -1
    return next((cue.tag.partition(".")[2] for cue in doc.cues_of("region_short", at, at + 1)), None)


def _thanked(doc: Document, cue: Cue) -> bool:
    """ "Thanked Canada, Qatar and Melania Trump": whom one thanks, the whole count is not due to."""
    a, _ = doc.sentence_of(cue.i)
    return doc.has(max(a, cue.i - _THANKS), cue.i, "thanks")


_THANKS = 8


def _of_part(doc: Document, i: int, cue: Cue, source: Speaker | None) -> bool:
    """ "1,605 are home, 84 of them through Qatar": is the cue said of a number told behind this one, or who says it?"""
    later, (a, b) = doc.live_in(i + 1, cue.i), doc.clauses[doc.clause[cue.i]]
    parted = bool(later) and (behind_whole(doc, i) or any(doc.has(i, later[-1] + 3, tag) for tag in _PARTS))
    first = doc.clauses[min(joined(doc, i))][0]
    regional = doc.has(first, doc.clauses[doc.clause[i]][1], "region")
    if cue.j <= first and regional and doc.live_in(a, first):
        return True
    spoken = bool(later) and doc.has(a, b, "say")
    if source is not None and cue.tag == f"scope.{source.scope}":
        return parted and not spoken
    if not later:
        apart = a > i or any(doc.has(i + 1, cue.i, tag) for tag in _PARTS)
        return apart and bool(doc.live_in(cue.i, b + (doc.word(b - 1) == "–")))
    if spoken:
        return source is not None
    k = later[-1]
    if doc.clause[k] == doc.clause[i]:
        return parted
    told = doc.under(*doc.clauses[doc.clause[k]], "measure") or not doc.cues_of("measure", k, cue.i)
    return told or doc.clause[k] == doc.clause[cue.i]


_PARTS = ("including", "partitive")


def _dealt(doc: Document, i: int, deal: str, source: Speaker | None, head: Document | None) -> bool:
    named = head is not None and f"scope.{deal}" in head.said
    return named or (source is not None and doc.has(*_beside(doc, i, 2), f"scope.{deal}"))


def _beside(doc: Document, i: int, count: int) -> tuple[int, int]:
    """The sentence of the number at `i` with so many before and behind it."""
    number = doc.sentence[i]
    return doc.bounds[max(0, number - count)][0], doc.bounds[min(number + count, len(doc.bounds) - 1)][1]
