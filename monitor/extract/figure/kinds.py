"""batch, total, increment, estimate or share."""

from __future__ import annotations

from monitor.extract.context.named import day_before
from monitor.extract.context.senses import MOTION
from monitor.extract.context.ways import joined, ways
from monitor.extract.count.candidates import Candidate
from monitor.extract.count.changes import changed, step
from monitor.extract.measure.bound import Bound
from monitor.extract.text.document import Document
from monitor.extract.text.small import ARTICLES
from monitor.stories import Speaker

__all__ = ["decreed", "in_one_day", "kind_of", "new_group", "of_an_attack", "since"]

_SMALL, _GROUP = 40, 60
"""So many come home as one group at most, whatever words of totals are near; more than a group are all so far."""
_LISTED, _SAID = 30_000, 100_000
"""More than any register holds: a guess, whoever tells it; those who told so many more told them as counts."""
_CLAIMED = 600_000
"""So many only Moscow says, and as a count of its own."""


_GUESSED = {"held": "estimate", "at_risk": "estimated", "placed_in_family": "estimated"}
_STATISTICS = ("missing", "killed", "located")
_ONCE = ("deported", "held")


def _statistics(doc: Document, a: int, b: int) -> bool:
    """A line of the register: returned told beside missing, killed or found, each with its number."""
    several = len(doc.spans_in(a, b)) > 1
    return several and any(doc.has(a, b, f"measure.{m}") for m in _STATISTICS)


def _part(doc: Document, j: int) -> bool:
    """ "Five of them": a word of parts right behind the number."""
    return j < len(doc.tags) and "partitive" in doc.tags[j]


def _inherits(doc: Document, c: Candidate, a: int) -> bool:
    """ "Till then 80 were handed to Kyiv, to Moscow – 13": a clause without a verb goes on with the total before."""
    own = [k for k in range(a, min(c.j + 1, len(doc.words))) if doc.clause[k] == doc.clause[c.i]]
    dash = doc.word(c.i - 1) == "–" or doc.clause[c.i] == doc.clause[own[0]] == doc.clause[c.j - 1]
    last = c.j >= len(doc.words) or doc.tokens.kinds[c.j] == "p"
    if any(doc.word(k) in doc.language.months for k in own):
        return False
    said = ("child", "partitive", "reject.duration", *(() if last else ("measure.",)))
    bare = (dash or last) and not any(t.startswith(said) for k in own for t in doc.tags[k])
    before = doc.spans_in(a, c.i)
    return bare and bool(before) and doc.has(a, before[-1].i, "total")


def _both_sides(doc: Document, a: int, b: int) -> bool:
    """ "15 in Russia, 95 in Ukraine": a count told by sides is a total on both when one is large."""
    ends = ways(doc, a, b).ends
    return "ru" in ends and bool(ends & {"ua", "third"}) and any(60 < s.value < 1900 for s in doc.spans_in(a, b))


def _of_many(doc: Document, a: int, i: int) -> bool:
    """ "Of the thousands taken only 46 came home": a part of a vague whole is a count of all."""
    return any(doc.word(k) in doc.language.vague and doc.word(k - 1) in doc.language.origins for k in range(a, i))


def _event(doc: Document, i: int, bound: Bound, value: float) -> bool:
    """One attack, one carrying away: not a count of the war."""
    if bound.measure in ("killed", "injured"):
        if _of_a_month(doc, i):
            return False
        if doc.language.implied_ways and value < _OF_THE_WAR:
            return True
        number, (a, b) = doc.sentence[i], doc.sentence_of(i)
        struck = doc.has(a, b, "attack") or (number > 0 and doc.has(*doc.bounds[number - 1], "attack"))
        if value < _OF_THE_WAR and of_an_attack(doc, i, value):
            return True
        return struck and not doc.has(a, b, "total") and not _of_a_year(doc, a, b)
    return bound.measure == "deported" and bound.cue is not None and bound.cue.tag in MOTION


def _of_a_month(doc: Document, i: int) -> bool:
    """ "In October twelve children were killed", "за январь погибли восемь": the toll of a month, not of a day, by a
    sentence that the month opens and that tells of no one attack."""
    a, b = doc.sentence_of(i)
    led = (k for k in range(a + 1, min(a + _OPENS, b)) if doc.word(k) in doc.language.months)
    named = any(doc.word(k - 1) in doc.language.within | doc.language.starts for k in led)
    one = any(not _ARMS.isdisjoint(doc.tags[k]) and _single(doc, k) for k in range(a, b))
    return named and not one and not doc.among(a, b, doc.language.weekdays_named)


_ARMS = frozenset({"attack", "reject.weapons"})
_OPENS = 3
"""Among so many words at its head a sentence names the month of its toll."""


def of_an_attack(doc: Document, i: int, value: float) -> bool:
    """ "The number of children killed in the strike rose to five": of one attack, however it is summed up; of a few at
    token `i`, any word of an attack in their sentence or the one before tells it, where they are not a region's."""
    language, (a, b) = doc.language, doc.sentence_of(i)
    led = language.definites | language.inside | language.placing
    one = any(
        "attack" in doc.tags[k] and _single(doc, k) and not led.isdisjoint(doc.words[max(a, k - 2) : k])
        for k in range(a + 1, b)
    )
    one = one or (value < _OF_ONE and _near_attack(doc, i))
    long = doc.has(a, b, "reject.duration") or doc.among(a, b, language.months.keys() | language.starts)
    return one and not long and not _of_a_year(doc, a, b)


def _near_attack(doc: Document, i: int) -> bool:
    """Does the sentence of token `i` tell of an attack, or the one before if this names no place of its own?"""
    a, b = doc.sentence_of(i)
    if doc.has(a, i, "in_all"):
        return False
    elsewhere = any(doc.under(a, b, tag) for tag in ("place", "area", "region", "own_region", "province"))
    before = doc.bounds[max(0, doc.sentence[i] - 1)]
    return doc.has(a, b, "attack") or (not elsewhere and doc.has(*before, "attack"))


def _single(doc: Document, k: int) -> bool:
    """Is the word at `k` no plural: "the attack", not "the attacks"?"""
    return not doc.word(k).endswith(doc.language.plurals)


def _added(doc: Document, c: Candidate) -> bool:
    """ "13 more camps", "another 12 sites", "57 new locations"; "ще 21 заклад" where their sum stands behind."""
    sums_up = any((s.value or 0) > _TIMES * (c.value or 0) for s in doc.spans_in(c.j, doc.sentence_of(c.i)[1]))
    may = sums_up or not doc.language.implied_ways
    before = may and doc.under(c.i - 1, c.i, "more") and doc.word(c.i - 1) not in doc.language.of
    return before or any({"more", "newly"} & doc.tags[k] for k in range(c.j, min(c.j + 2, len(doc.tags))))


_TIMES = 2
"""So many times what is added is the sum at least."""


def _of_a_year(doc: Document, a: int, b: int) -> bool:
    """ "During 2024": a count of a whole year."""
    return any(s.round and doc.word(s.i - 1) in doc.language.within for s in doc.spans_in(a, b))


def _on_a_day(doc: Document, a: int, b: int, bound: Bound) -> bool:
    """ "46 children were taken in October 2022": a small group, at one place or time, in a sentence without a total."""
    home = doc.language.implied_ways and doc.has(a, b, "scope.kherson_home")
    dated = home or doc.among(a, b, doc.language.months.keys())
    return bound.measure in _ONCE and dated and not doc.has(a, b, "total")


_TEN, _MONTH = 10, 20
_OF_THE_WAR = 60
"""More children were killed and hurt before anyone counted; fewer are those of one attack, or of one town."""
_OF_ONE = 20
"""Fewer are hurt in one attack, where a text tells of one."""
_NAMES = ("ь", "д", "т", "й")
"""Names of months end so as the subject: "Вересень", "Листопад", "Август", "Май"."""


def _over_months(doc: Document, i: int) -> bool:
    """ "In October fifty", "за вісім місяців 197": a count of one or more whole months."""
    a, b = doc.sentence_of(i)
    within, starts = doc.language.within, doc.language.starts
    if not starts:
        return False
    named = any(doc.word(k) in doc.language.months and doc.word(k - 1) in within for k in range(a + 1, b))
    spans = [s for s in doc.spans_in(a, b) if s.i != i and {doc.word(s.i - 1), doc.word(s.i - 2)} & starts]
    return (named and doc.language.monthly_counts) or any(_long(doc, s.j, s.value) for s in spans)


def _opens_with_month(doc: Document, a: int) -> bool:
    """ "Грудень: 11", "Вересень подарував області 31": a month as the subject has a count of its own."""
    return doc.language.monthly_counts and doc.word(a) in doc.language.months and doc.word(a).endswith(_NAMES)


def _long(doc: Document, j: int, value: float) -> bool:
    """Are `value` units of time at token `j` a month or more?"""
    time = j < len(doc.tags) and "reject.duration" in doc.tags[j]
    return time and (doc.word(j).startswith(("міс", "мес")) or value >= _MONTH)


def _summed(doc: Document, c: Candidate) -> bool:
    """A word of totals in the clause of the number."""
    return doc.under(*doc.clauses[doc.clause[c.i]], "total")


def since(doc: Document, i: int) -> bool:
    """ "Since October the fund has brought 58": counted from a month on, told in its clause or the first before it."""
    starts, months = doc.language.starts, doc.language.months
    a, b = doc.sentence_of(i)
    if not doc.among(a, b, months.keys()):
        return False
    own = joined(doc, i) | ({doc.clause[a]} if doc.clause[i] == doc.clause[a] + 1 else set())
    first = [k for k in range(a, b) if doc.word(k) in months and doc.clause[k] in own]
    then = doc.has(doc.clauses[doc.clause[i]][0], i, "when")
    if then or any(doc.among(*doc.clauses[n], doc.language.weekdays_named) for n in own):
        return False
    return any(doc.word(_before_date(doc, k)) in starts for k in first)


def _before_date(doc: Document, k: int) -> int:
    """What stands before the month at `k`, its day and article, or which month it was: "depuis le 1er janvier", "від 3
    жовтня", "від минулого жовтня"."""
    at, day = day_before(doc, k)
    aside = doc.word(at - 1) in ARTICLES | doc.language.definites if day else doc.word(k - 1).startswith(_WHICH)
    return (at if day else k) - (2 if aside else 1)


_WHICH = ("минул", "торішн", "прошл", "прошедш")
"""Which month it was: "від минулого жовтня"."""


def kind_of(doc: Document, c: Candidate, bound: Bound, source: Speaker | None) -> str:
    """The kind by share, ordinal ("the 1,000th child"), estimate words, measure, words of totals, and size."""
    if c.share:
        return "share"
    if c.value is None:
        return "total" if bound.measure == "facilities" else "estimate"
    if c.spans[0].form == "ordinal":
        return "total"
    a, b = doc.sentence_of(c.i)
    if step(doc, c.i, c.j) or doc.under(max(a, c.i - 2), c.i, "increase"):
        return "increment"
    if bound.measure == "deported" and _guess(doc, a, b, c.value, source):
        return "estimate"
    if bound.measure == "facilities" and _added(doc, c):
        return "increment"
    if bound.measure in ("warrants", "sanctions"):
        return "batch" if _issued_now(doc, c, bound.measure, c.value) else "total"
    if doc.has(a, b, _GUESSED.get(bound.measure, "\n")):
        return "estimate"
    if bound.measure == "returned":
        return _of_returned(doc, c, c.value)
    event = c.value == 1 or _event(doc, c.i, bound, c.value) or _on_a_day(doc, a, b, bound)
    return "batch" if c.value <= 5 * _SMALL and event else "total"


def _guess(doc: Document, a: int, b: int, value: float, source: Speaker | None) -> bool:
    """Is a number of deported children an estimate, by its words, its size and who says it?"""
    if doc.has(a, b, "estimated"):
        return True
    guessed = (source is not None and source.guesses) or _LISTED <= value < _SAID
    return 20000 <= value < _CLAIMED and (guessed or (doc.has(a, b, "estimate") and value >= _SAID))


def _issued_now(doc: Document, c: Candidate, measure: str, value: float) -> bool:
    """Are warrants or sanctions the news, not the sum of those known?"""
    if measure == "warrants":
        known = doc.word(c.i - 1) in doc.language.definites | doc.language.whole_ends
        reached = changed(doc, c.i) and doc.word(c.i - 1) in doc.language.towards
        on_a_day = doc.among(*doc.clauses[doc.clause[c.i]], doc.language.weekdays_named)
        return (doc.sentence[c.i] == 0 or on_a_day) and not known and not reached
    summed = doc.language.implied_ways and (since(doc, c.i) or _summed(doc, c))
    return not (summed or _already(doc, c.i)) and (value <= _SMALL or decreed(doc, c))


def _already(doc: Document, i: int) -> bool:
    """ "Already 61 people and eight bodies are on the list": their sum; but who was put there "already on Monday" is
    news. A clause that "and" opens goes on with the one before."""
    number, links = doc.clause[i], doc.language.links
    goes_on = number > doc.clause[doc.sentence_of(i)[0]] and doc.word(doc.clauses[number][0]) in links
    a, b = doc.clauses[number - 1 if goes_on else number][0], doc.clauses[number][1]
    return doc.among(a, b, doc.language.already) and not doc.among(a, b, doc.language.weekdays_named)


def decreed(doc: Document, c: Candidate) -> bool:
    """ "Zelensky signed a decree against 55 people", at the head of the text also "Ukraine sanctioned 55 people": put
    on a list at once, not all who are on it so far."""
    a, b = doc.sentence_of(c.i)
    cues = doc.cues_of("decree", a, b) or (doc.cues_of("imposes", a, b) if a == 0 else [])
    done = any(not (doc.under(cue.i - 1, cue.i, "holds") or doc.live_in(cue.j, c.i)) for cue in cues)
    return done and not any(doc.under(a, b, tag) for tag in ("total", "earlier", "reject.duration"))


def in_one_day(doc: Document, i: int) -> bool:
    """ "In October, in a single day, 31 came home": a group, where its clause or a short one before it says so."""
    number = doc.clause[i]
    own, before = doc.clauses[number], doc.clauses[number - 1] if number else (0, 0)
    told = doc.has(*own, "one_day") or (before[1] - before[0] <= _ASIDE and doc.has(*before, "one_day"))
    return told and not doc.has(*own, "total") and not since(doc, i)


_ASIDE = 6
"""So long is a clause that only says when."""


def new_group(doc: Document, i: int) -> bool:
    """ "In its second mission it has already brought home 13": a new group told before its number."""
    a, b = doc.sentence_of(i)
    cues = doc.cues_of("new_group", a, i)
    return bool(cues) and not doc.has(a, b, "in_all") and not doc.live_in(cues[-1].j, i)


def _labelled(doc: Document, i: int) -> set[int]:
    """ "The tally since her first letter: 15": the clause that a colon joins to the number, if it tells no other."""
    if doc.word(i - 1) != ":" or i - 2 <= doc.sentence_of(i)[0]:
        return set()
    before = doc.clause[i - 2]
    return set() if doc.spans_in(doc.clauses[before][0], i) else {before}


def _of_returned(doc: Document, c: Candidate, value: float) -> str:
    """Batch or total of those who came back."""
    a, b = doc.sentence_of(c.i)
    if value > _GROUP:
        return "total"
    if in_one_day(doc, c.i):
        return "batch"
    if value <= _SMALL and ((c.i and "partitive" in doc.tags[c.i - 1]) or _part(doc, c.j)):
        return "batch"
    if value <= _SMALL and new_group(doc, c.i):
        return "batch"
    if _both_sides(doc, a, b) or _of_many(doc, a, c.i):
        return "total"
    if doc.language.verbless_totals and (_statistics(doc, a, b) or _inherits(doc, c, a)):
        return "total"
    if since(doc, c.i) or _opens_with_month(doc, a) or (value >= _TEN and _over_months(doc, c.i)):
        return "total"
    clauses = joined(doc, c.i) | {doc.clause[a] if c.i < a + 6 else doc.clause[c.i]}
    clauses |= _labelled(doc, c.i)
    clause = [k for k in range(a, b) if doc.clause[k] in clauses]
    summed = any("total" in doc.tags[k] and "record_group" not in doc.tags[k] for k in clause)
    total = summed or (value > _SMALL and doc.has(a, b, "total"))
    return "total" if total else "batch"
