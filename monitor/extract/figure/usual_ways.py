"""Which way children went: the direction that the grammar proposes, weighed by what such figures usually have.

A count of those who came home has a direction also where its text names no place, and who speaks says much of it. Few
traits decide: the grammar's own direction, what is counted and by whom, the lands named in clause, sentence, headline
and text.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import Protocol

from monitor.extract.context.ways import ways
from monitor.extract.figure.directions import opposite, territory
from monitor.extract.text.document import Document
from monitor.extract.weigh.weights import Weights

__all__ = ["NO_WAY", "usual_way", "way_traits"]

NO_WAY = "none"
"""The class of figures that have no direction."""
_TABLE = "direction"
_AWAY, _FROM_BELARUS = "ua>ru", "by>ua"
_GROUP = "kherson_home"
"""The scope of one group of children, whose way is its own; the taken of a region went the way of all."""
_REMEMBERED = 3_000
_TRUST, _TRUST_LAND = 0.5, 1.5
"""How much likelier the grammar's own direction is held to be than the weights say, more where the number's clause
names a land; natural logarithms."""


class Directed(Protocol):
    """What of a figure speaks for its direction."""

    @property
    def measure(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def source_id(self) -> str | None: ...
    @property
    def rule(self) -> str: ...
    @property
    def scope(self) -> str: ...
    @property
    def direction(self) -> str | None: ...


def usual_way(doc: Document, head: Document, i: int, figure: Directed, weights: Weights) -> str | None:
    """The direction of the figure whose number is token `i`; the figure's own where no weights are known."""
    returned = figure.measure == "returned"
    if _TABLE not in weights or (returned and figure.direction == _AWAY and _ends_away(doc, i)):
        return figure.direction
    if returned and (figure.direction == _FROM_BELARUS or (figure.direction and opposite(doc, i))):
        return figure.direction
    narrower = (returned or figure.scope == _GROUP) and weights.knows(f"scope {figure.scope} {figure.measure}")
    scope = figure.scope if narrower else "all"
    total = sum(map(weights.together, _families(doc, head, i, figure, scope)))
    trust = _TRUST_LAND if doc.has(*doc.clauses[doc.clause[i]], "place") or _both_ends(doc, i) else _TRUST
    found = weights.odds(_TABLE, total).likeliest(figure.direction or NO_WAY, trust)
    return None if found == NO_WAY else found


def _ends_away(doc: Document, i: int) -> bool:
    """ "Four came to Russia", "hicieron el camino inverso": the number's own words lead there and nowhere else."""
    a, b = territory(doc, i)
    if not doc.language.implied_ways:
        return doc.has(*doc.clauses[doc.clause[i]], "opposite")
    way = ways(doc, a, b)
    there = "ru" in way.ends and not {"ua", "tot"} & way.ends
    there = there and not any(_where(doc, cue.i) for cue in doc.cues_of("place", a, b))
    return there and not any(doc.has(a, b, tag) for tag in ("measure.deported", "measure.carried", "measure.hauled"))


def _where(doc: Document, k: int) -> bool:
    """ "В России", "у Росії": the form of a place where somebody is, not where somebody goes."""
    return doc.word(k).endswith(doc.language.locatives) and doc.word(k - 1) in doc.language.within


def _both_ends(doc: Document, i: int) -> bool:
    """ "Seven, not eight, went from Russia to Ukraine": the number is told where its way begins and ends."""
    way = ways(doc, *territory(doc, i))
    return bool(way.origins and way.ends)


def way_traits(doc: Document, head: Document, i: int, figure: Directed) -> set[str]:
    """What speaks for a direction of the figure, of which `figure.direction` is the grammar's."""
    return set(chain.from_iterable(_families(doc, head, i, figure, figure.scope)))


def _families(doc: Document, head: Document, i: int, figure: Directed, scope: str) -> Iterator[tuple[str, ...]]:
    """The traits, none twice, in tuples that are made once and go together again and again."""
    sentence, clause = doc.sentence_of(i), doc.clauses[doc.clause[i]]
    told = doc.has(*sentence, "place")
    yield _of_figure(figure.direction or NO_WAY, figure.measure, figure.kind, figure.source_id or "nobody")
    yield _of_text(figure.direction or NO_WAY, figure.measure, figure.kind, doc.language.code, told)
    yield f"by {figure.rule}", f"scope {scope} {figure.measure}"
    lands = {
        "sentence": _lands(doc, *sentence), "clause": _lands(doc, *clause), "text": doc.lands, "headline": head.lands,
    }  # fmt: skip
    for where, named in lands.items():
        if named:
            yield _of_lands(where, named, figure.measure)


@lru_cache(_REMEMBERED)
def _of_figure(ruled: str, measure: str, kind: str, said: str) -> tuple[str, ...]:
    """The traits of what the grammar knows of the figure."""
    counted = f"{measure} {kind}"
    return (
        f"rule {ruled}", f"rule {ruled} {measure}", f"rule {ruled} {counted}", f"counts {counted}",
        f"says {said}", f"says {said} {counted}", f"says {said} {ruled}",
    )  # fmt: skip


@lru_cache(_REMEMBERED)
def _of_text(ruled: str, measure: str, kind: str, code: str, told: bool) -> tuple[str, ...]:
    """The traits of the figure in its language, in a sentence where a land is `told` or none."""
    counted = f"{measure} {kind}"
    return f"in {code} {counted}", f"in {code} {ruled}", f"land {told} {counted} {ruled}"


@lru_cache(_REMEMBERED)
def _of_lands(where: str, lands: frozenset[str], measure: str) -> tuple[str, ...]:
    """The traits of the lands that are named there."""
    return tuple(trait for land in lands for trait in (f"{where} place.{land}", f"{where} place.{land} {measure}"))


def _lands(doc: Document, a: int, b: int) -> frozenset[str]:
    """The lands that tokens a..b-1 name."""
    return frozenset([cue.tag[6:] for cue in doc.cues_of("place", a, b)])
