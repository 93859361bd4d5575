"""Numbers of those whom a text tells of beside children: families, soldiers, the wounded, who listens, who helps."""

from __future__ import annotations

from monitor.extract.context.senses import TAKING
from monitor.extract.reject.cases import ATTACKED, FEW, Case, says_it_itself

__all__ = [
    "army", "audience", "exchanged", "families", "her_own", "homes", "led", "own_houses", "relative", "soldiers",
    "swapped", "with_children", "wounded",
]  # fmt: skip


def soldiers(case: Case) -> bool:
    """A sentence of soldiers or prisoners without children: "157 prisoners came home, 40 of them wounded"."""
    a, b = case.doc.sentence_of(case.c.i)
    told = case.doc.has(a, b, "reject.soldiers") and not case.doc.has(a, b, "child")
    return told and not says_it_itself(case) and not _taken_by_them(case)


def _taken_by_them(case: Case) -> bool:
    """ "Soldiers took 31 of them to Donetsk": who takes is not who is counted."""
    doc, (a, b) = case.doc, case.doc.sentence_of(case.c.i)
    takers = [k for k in range(a, case.c.i) if {"reject.soldiers", "agent.taker"} <= doc.tags[k]]
    near = max(takers[0], case.c.i - _OBJECT) if takers else case.c.i
    did = any(cue.tag in TAKING for cue in doc.cues_of("measure", near, case.c.i))
    return did and doc.has(case.c.j, min(case.c.j + 2, b), "partitive")


_OBJECT = 3
"""So near before its number stands the verb that takes those counted."""


def families(case: Case) -> bool:
    """``30 детей из 22``: the families of a child count; "a mother of three": the children of a family."""
    doc, i = case.doc, case.c.i
    if doc.word(i - 1) in doc.language.of and case.n.what in ("none", "child") and doc.under(i - 2, i - 1, "parent"):
        return (case.c.value or 0) < FEW
    joined = doc.word(i - 1) in doc.language.links | doc.language.origins
    if case.n.what == "child" and doc.language.implied_ways and doc.under(max(0, i - 2), i, "parent") and not joined:
        return (case.c.value or 0) < FEW and not any(doc.has(k, k + 1, "measure") for k in range(max(0, i - 2), i))
    numbered = i > 1 and doc.tokens.kinds[i - 2] == "n"
    if doc.word(i - 1) in doc.language.origins and numbered and case.n.what == "none" and (case.c.value or 0) < _COUNT:
        return doc.has(*doc.sentence_of(i), "family") or doc.has(*doc.bounds[max(0, doc.sentence[i] - 1)], "family")
    return (
        case.doc.word(case.c.i - 1) in case.doc.language.origins
        and case.c.i > 1
        and (case.c.value or 0) < _COUNT
        and "child" in case.doc.tags[case.c.i - 2]
        and case.n.what != "child"
        and not case.doc.has(case.c.j, case.c.j + 3, "measure")
    )


_COUNT = 1000
"""No text tells of so many families."""
_MANY_OF_ONE = 20


def her_own(case: Case) -> bool:
    """ "У неї троє", "воспитывает пятерых": the few children that somebody has, in a clause without a place; "обнял
    троих своих: ...": those that are somebody's own, whatever became of them."""
    doc, j = case.doc, case.c.j
    clause = doc.clauses[doc.clause[case.c.i]]
    few = (case.c.value or _MANY_OF_ONE) < _MANY_OF_ONE and case.n.what in ("child", "none")
    his = j < len(doc.tags) and "own" in doc.tags[j] and not doc.word(j + 1).isalpha()
    behind = clause[1] < len(doc.words) and doc.word(clause[1]) in doc.language.relatives
    theirs = doc.has(*clause, "own_family") or (behind and doc.has(*doc.clauses[doc.clause[clause[1]]], "own_family"))
    told = doc.under(*clause, "measure") or (
        clause[1] < doc.sentence_of(j - 1)[1] and doc.under(*doc.clauses[doc.clause[clause[1]]], "measure")
    )
    return few and (his or (theirs and not told))


def with_children(case: Case) -> bool:
    """ "15 Russians came home, among them two children": of people, those who are children are told apart."""
    doc, last = case.doc, len(case.doc.bounds) - 1
    if case.n.what != "unit.people":
        return False
    ends = doc.bounds[min(doc.sentence[case.c.i] + 1, last)][1]
    part = next(iter(doc.spans_in(case.c.j, ends)), None)
    if part is None or part.value >= (case.c.value or 0) or part.j >= len(doc.tags):
        return False
    first = max(case.c.j, doc.sentence_of(part.i)[0])
    return "child" in doc.tags[part.j] and doc.has(first, part.i, "partitive")


def led(case: Case) -> bool:
    """ "Sanctions on 17 people, among them the directors of four camps": the number counts what they lead."""
    doc, i = case.doc, case.c.i
    places = doc.has(case.c.j, min(case.c.j + _LED + 1, len(doc.tags)), "unit.facilities")
    chiefs = places and doc.has(max(0, i - _LED), i, "chiefs")
    first = doc.bounds[max(0, doc.sentence[i] - _PUNISHED)][0]
    return chiefs and doc.has(first, doc.sentence_of(i)[1], "measure.sanctions")


_LED = 2
"""So many words part "directors" from its number and that from "camps"."""
_PUNISHED = 2
"""So many sentences before it sanctions may be told."""


def audience(case: Case) -> bool:
    """ "Spoke to 300 pupils", "перед 300 школярами": who listened."""
    if case.n.what != "child":
        return False
    words, i = case.doc.words, case.c.i
    before = {" ".join(words[i - size : i]) for size in (1, 2, 3) if i >= size}
    return not before.isdisjoint(case.doc.language.addresses)


def swapped(case: Case) -> bool:
    """ "Swap frees 157 on each side": prisoners, where the text names some, in a clause of it and no child beside."""
    doc = case.doc
    clause, sentence = doc.clauses[doc.clause[case.c.i]], doc.sentence_of(case.c.i)
    first = doc.bounds[max(0, doc.sentence[case.c.i] - 1)][0]
    told = doc.has(first, sentence[1], "child") or doc.has(*sentence, "speaker")
    return doc.has(*clause, "swap") and "reject.soldiers" in doc.said and not told and not says_it_itself(case)


def army(case: Case) -> bool:
    """ "Ukraine's army would be capped at 600,000": so many are soldiers."""
    doc = case.doc
    clause = doc.clauses[doc.clause[case.c.i]]
    troops = (case.c.value or 0) >= _TROOPS and doc.has(*clause, "army")
    return troops and not doc.has(*doc.sentence_of(case.c.i), "child") and not doc.has(*clause, "measure.deported")


_TROOPS = 100_000


def relative(case: Case) -> bool:
    """ "A boy whose two brothers serve": brothers and sisters that somebody has."""
    doc, j = case.doc, case.c.j
    few = 1 < (case.c.value or 0) < FEW and "sibling" in (doc.tags[j] if j < len(doc.tags) else frozenset())
    joined = doc.word(case.c.i - 2) in doc.language.links | doc.language.conjunctions
    told = doc.under(doc.clauses[doc.clause[case.c.i]][0], case.c.i, "measure")
    return few and doc.under(case.c.i - 1, case.c.i, "possessor") and not joined and not told


def own_houses(case: Case) -> bool:
    """ "In its 18 centres": houses of those who help."""
    theirs = case.n.what == "unit.facilities" and case.doc.under(case.c.i - 1, case.c.i, "possessor")
    return theirs and not case.doc.has(*case.doc.sentence_of(case.c.i), "agent.taker")


def homes(case: Case) -> bool:
    """ "Семь детей из пяти семей", "in 41 foster families": families, whatever else speaks of children."""
    doc, j = case.doc, case.c.j
    if j < len(doc.tags) and "family" in doc.tags[j] and "child" not in doc.tags[j]:
        return True
    joined = doc.language.small | doc.language.inside | doc.language.towards
    fostering = doc.has(j, j + 1, "measure.placed_in_family") and doc.word(j) not in joined
    return fostering and any(doc.has(k, k + 1, "household") for k in (j, j + 1))


def exchanged(case: Case) -> bool:
    """ "6000 на 6000", "1,000 for 1,000": so many of each side."""
    doc, c = case.doc, case.c
    near = [s for s in doc.spans_in(max(0, c.i - 3), c.j + 3) if s.i != c.i and s.value == c.value]
    return any(doc.word(max(c.i, s.i) - 1) in doc.language.per for s in near if abs(s.i - c.i) == _PER)


_PER = 2
_NOUN = 2
"""Within so many tokens behind a number stands its noun."""


def wounded(case: Case) -> bool:
    """ "The enemy struck Kharkiv, eight were wounded", "two dead and seven wounded": people, unless this sentence or
    the one before it tells of children whom an attack hit."""
    doc, number = case.doc, case.doc.sentence[case.c.i]
    here, before = doc.bounds[number], doc.bounds[max(0, number - 1)]
    hit = any(doc.has(*doc.clauses[doc.clause[case.c.i]], tag) for tag in ATTACKED)
    if hit and not case.c.share and _people_before(case):
        return True
    both = all(doc.has(*here, tag) for tag in ATTACKED)
    if not hit or case.c.share or (case.c.value or 0) >= (_WOUNDED if both else FEW) or doc.has(*here, "child"):
        return False
    attack = doc.has(*here, "attack") or both
    return attack and not (doc.has(*before, "child") and any(doc.has(*before, tag) for tag in ATTACKED))


def _people_before(case: Case) -> bool:
    """ "Four people died, among them a boy, and 13 were wounded": people go on with people."""
    doc, (a, _) = case.doc, case.doc.sentence_of(case.c.i)
    numbers = [s for s in doc.spans_in(a, case.c.i) if s.j < len(doc.tags)]
    if (case.c.value or 0) >= _WOUNDED or doc.has(*doc.clauses[doc.clause[case.c.i]], "child"):
        return False
    return any(_PEOPLE & doc.tags[k] for s in numbers for k in range(s.j, min(s.j + _NOUN, len(doc.tags))))


_PEOPLE = frozenset({"unit.people", "reject.soldiers", "reject.population"})
_WOUNDED = 300
"""So many an attack hits at most."""
