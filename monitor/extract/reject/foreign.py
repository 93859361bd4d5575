"""Numbers of other stories: other lands' children, who is punished in return, an attack's wounded and weapons."""

from __future__ import annotations

from monitor.extract.context.ways import THEIRS, opening, ways
from monitor.extract.reject.cases import ATTACKED, Case, says_it_itself
from monitor.extract.text.document import Document

__all__ = ["answering", "attack", "children_of_others", "downed", "dug_out", "other_crimes"]


def children_of_others(case: Case) -> bool:
    """ "3,700 Syrian children", "in Gaza 20,000 children were killed": whose children they are stands right before the
    noun, or where in a clause that names no place of this story."""
    doc, k = case.doc, case.n.at
    if case.n.what != "child":
        return False
    theirs = k > case.c.j and "foreign" in doc.tags[k - 1] and "place.ru" not in doc.tags[k - 1]
    clause = doc.clauses[doc.clause[case.c.i]]
    said = doc.has(*clause, "say")
    there = _in_other_land(doc, *clause, said) or _opens_elsewhere(doc, case.c.i, said)
    return theirs or there or _taken_there(doc, k)


def answering(case: Case) -> bool:
    """ "Moscow banned 25 Canadian officials", "25 чиновников ЕС": those of the states that punish are punished in
    return."""
    doc, c, n = case.doc, case.c, case.n
    if n.what not in ("unit.people", "unit.organisations") or not c.j <= n.at <= c.j + _NOUN:
        return False
    sentence = doc.sentence_of(c.i)
    moscow = doc.has(*sentence, "side.moscow") or doc.has(*sentence, "agent.taker")
    if not (moscow or doc.has(*sentence, "place.ru")):
        return False
    theirs = [doc.tags[k] for k in range(c.j, n.at + 1)]
    if moscow and (whose := n.at + 1 + (doc.word(n.at + 1) in doc.language.of)) < sentence[1]:
        theirs.append(doc.tags[whose])
    return any({"punisher", "western"} & tags for tags in theirs) and not any("side.kyiv" in tags for tags in theirs)


_NOUN = 2


def other_crimes(case: Case) -> bool:
    """ "Six other warrants concern strikes on the power grid": more warrants, for attacks, and no children told."""
    doc = case.doc
    sentence = doc.sentence_of(case.c.i)
    wanted = case.n.what == "unit.warrants" or doc.has(*sentence, "unit.warrants")
    ours = doc.has(*sentence, "child") or any(doc.under(*sentence, f"measure.{m}") for m in ("deported", "carried"))
    others = doc.has(max(sentence[0], case.c.i - 1), case.c.j + 1, "more")
    return wanted and not ours and (doc.has(*sentence, "grid") or (others and doc.has(*sentence, "attack")))


def _in_other_land(doc: Document, a: int, b: int, said: bool) -> bool:
    """Are children hurt, lost or taken there, in a clause of no place of this story: "in Gaza"? Those who met their
    mothers in Vienna may be this story's, and those of whom somebody speaks in Geneva."""
    if any(doc.has(a, b, tag) for tag in _OWN_PLACES) or doc.has(*doc.sentence_of(a), "side.kyiv"):
        return False
    first = opening(doc, a)
    there = [k for k in range(max(first, 1), b) if _inside_it(doc, first, k)]
    hurt = not said and any(doc.has(a, b, tag) for tag in (*ATTACKED, "measure.missing"))
    return bool(there) and (hurt or any(_taken_in(doc, first, k, b) for k in there))


def _inside_it(doc: Document, first: int, k: int) -> bool:
    """ "In Gaza", "in the Gaza Strip", "в секторе Газа": another land at `k`, behind a preposition."""
    if "foreign" not in doc.tags[k] or not doc.text[doc.tokens.starts[k]].isupper():
        return False
    led = doc.language.inside | doc.language.leading
    return doc.word(k - 1) in led or (k - 2 >= first and doc.word(k - 2) in led)


def _opens_elsewhere(doc: Document, i: int, said: bool) -> bool:
    """ "In Gaza, UNICEF says, 100 children were killed since May": the land opens the sentence of the number at `i`."""
    a, b = doc.sentence_of(i)
    end = doc.clauses[doc.clause[a]][1]
    return end - a <= _LAND and end <= i and doc.has(a, end, "foreign") and _in_other_land(doc, a, b, said)


_LAND = 5
"""So many tokens has the land that opens a sentence, before its comma."""


def _taken_there(doc: Document, k: int) -> bool:
    """ "303 школярів, викрадених у Нігерії": a participle behind the noun at `k` tells where they were taken."""
    if doc.word(k + 1) != "," or not any(doc.has(k + 2, k + 3, tag) for tag in _DONE):
        return False
    end = min(k + 3 + _OPENING, doc.sentence_of(k)[1])
    there = (n for n in range(k + 3, end) if "foreign" in doc.tags[n] and doc.word(n - 1) in doc.language.inside)
    return next(there, None) is not None


def _taken_in(doc: Document, a: int, k: int, b: int) -> bool:
    """ "In Sudan 2,300 children were abducted", "8,000 recruited last year in Congo": a land that opens its clause, or
    stands close behind the word for what was done there."""
    opens = k - 1 - a <= _OPENING and any(doc.has(k, b, tag) for tag in _DONE)
    return opens or any(doc.has(max(a, k - _CLOSE), k - 1, tag) for tag in _DONE)


_OPENING, _CLOSE = 2, 5
"""So many words open a clause before its land; so many part a deed from the land behind it."""
_DONE = ("measure.deported", "measure.carried")


_OWN_PLACES = ("place.ru", "place.tot", "place.ua", "place.by", "story", "country", "region")


def attack(case: Case) -> bool:
    """The wounded of an attack: a number in a sentence of drones and missiles, no children told before it."""
    a, b = case.doc.sentence_of(case.c.i)
    if says_it_itself(case):
        return False
    number = case.doc.sentence[case.c.i]
    told = [first for first, _ in case.doc.bounds[max(0, number - 2 * _BACK) : number] if case.doc.word(first) != "\n"]
    first = told[-_BACK:][0] if told else a
    clause = case.doc.clauses[case.doc.clause[case.c.i]]
    brought = any(case.doc.has(*clause, tag) for tag in ("measure.fetched", "measure.returned"))
    return not brought and case.doc.has(a, b, "reject.weapons") and not case.doc.has(first, case.c.i, "child")


_BACK = 3
"""So many sentences before its own, blank lines aside, may tell whom a number counts."""


def dug_out(case: Case) -> bool:
    """ "Rescuers pulled three children alive from the rubble": neither hurt nor home."""
    doc = case.doc
    clause = doc.clauses[doc.clause[case.c.i]]
    told = any(doc.has(*clause, tag) for tag in (*ATTACKED, "measure.missing", "measure.deported", "body"))
    away = bool(ways(doc, *doc.sentence_of(case.c.i)).ends & THEIRS)
    return doc.has(*clause, "rubble") and not told and not away


def downed(case: Case) -> bool:
    """ "The air force said 121 had been shot down", "114 davon habe man abgefangen": drones of this sentence or the one
    before it, whatever was told before them."""
    doc, number = case.doc, case.doc.sentence[case.c.i]
    weapons = doc.has(doc.bounds[max(0, number - 1)][0], doc.bounds[number][1], "reject.weapons")
    of_them = case.c.j < len(doc.tags) and "partitive" in doc.tags[case.c.j]
    return weapons and doc.has(*doc.clauses[doc.clause[case.c.j if of_them else case.c.i]], "downed")
