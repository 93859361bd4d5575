"""Numbers that are no figures, each with the name of the reason (SCHEME, "Not a figure")."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from monitor.extract.count.candidates import Candidate
from monitor.extract.count.nouns import Counted
from monitor.extract.reject import (
    ages,
    beside,
    dating,
    denials,
    elsewhere,
    foreign,
    forms,
    labels,
    portions,
    recounts,
    things,
)
from monitor.extract.reject.cases import ATTACKED, Case
from monitor.extract.text.document import Document, remembered

__all__ = ["DOUBTS", "reason"]

_OTHER = "counts something else"


class _Rule(NamedTuple):
    """A reason and what it holds for: a `bare` number alone (no noun said), of one `form` alone, shares alone or never.

    In a text without any of `tags` it never holds.
    """

    name: str
    rejects: Callable[[Case], bool]
    bare: bool = False
    form: str = ""
    share: bool | None = None
    tags: tuple[str, ...] = ()


_RULES = (
    _Rule("vague", forms.vague),
    _Rule("fraction", forms.fraction),
    _Rule("couple", forms.couple, bare=True),
    _Rule("impossible", forms.impossible),
    _Rule("time", dating.clock_time),
    _Rule("ordinal", forms.ordinal, form="ordinal"),
    _Rule("adjective", forms.adjective, form="adjective"),
    _Rule("adjective", forms.hyphened, form="words", share=False),
    _Rule("money", things.money),
    _Rule("money", things.market, tags=("market",)),
    _Rule("time", dating.hour, bare=True, share=False),
    _Rule("date", dating.date),
    _Rule("rate", recounts.measuring_rod, share=False),
    _Rule("rate", recounts.averaged, tags=("average",)),
    _Rule("time", forms.clock, bare=True, share=False),
    _Rule("score", forms.score, form="digits", share=False),
    _Rule("year", dating.year),
    _Rule("year", dating.of_birth, tags=("born",)),
    _Rule("duration", dating.of_a_season, share=False, tags=("seasonal",)),
    _Rule("age", ages.age),
    _Rule("duration", ages.elapsed, bare=True, tags=("elapsed",)),
    _Rule("age", ages.year_old),
    _Rule("age", ages.apposed, bare=True, share=False),
    _Rule("age", ages.bracketed, bare=True, share=False),
    _Rule("age", ages.of_siblings, bare=True, share=False),
    _Rule("ordinal", forms.which_third, share=True),
    _Rule("ordinal", forms.dotted, share=False),
    _Rule("the same again", recounts.whole_again, share=False),
    _Rule("the same again", recounts.all_of_them, share=False, tags=("all_of",)),
    _Rule("documents", things.gapped_thing, bare=True, share=False, tags=("reject.documents",)),
    _Rule("name", forms.named_number, share=False),
    _Rule("soldiers", beside.army, bare=True, share=False, tags=("army",)),
    _Rule("soldiers", beside.swapped, bare=True, share=False, tags=("swap",)),
    _Rule("soldiers", beside.exchanged, bare=True, share=False),
    _Rule("families", beside.relative, share=False, tags=("sibling",)),
    _Rule("helpers", beside.own_houses, share=False, tags=("possessor",)),
    _Rule("families", beside.homes, share=False, tags=("family", "household")),
    _Rule("age", ages.told_to, share=False),
    _Rule("age", ages.of_today, bare=True, share=False),
    _Rule("age", ages.of_age, bare=True, share=False, tags=("of_age",)),
    _Rule("age", ages.turned, bare=True, share=False),
    _Rule(_OTHER, things.noun),
    _Rule(_OTHER, things.noun_form, bare=True, share=False),
    _Rule("occasions", things.handovers, bare=True, share=False, tags=("handover",)),
    _Rule("denied", denials.denied),
    _Rule("denied", denials.withdrawn, tags=("denied", "refuted")),
    _Rule("denied", denials.instead, tags=("instead",)),
    _Rule("denied", denials.superseded, tags=("superseded",)),
    _Rule("supposed", denials.conditional, share=False),
    _Rule("denied", denials.rebutted, tags=("rebuts", "verdict")),
    _Rule("denied", denials.supposed, tags=("supposed",)),
    _Rule("denied", denials.answered_no),
    _Rule("change", recounts.fell_by),
    _Rule("change", recounts.compared, share=True),
    _Rule("duplicate", recounts.doubled, tags=("doubled",)),
    _Rule("what they lead", beside.led, share=False, tags=("chiefs",)),
    _Rule("audience", beside.audience, share=False),
    _Rule("reference", labels.labelled, share=False),
    _Rule("reference", labels.code, share=False),
    _Rule("reference", labels.glued),
    _Rule("phone", labels.phone, bare=True, share=False),
    _Rule("another story", foreign.children_of_others, tags=("foreign",)),
    _Rule("in return", foreign.answering, share=False),
    _Rule("other crimes", foreign.other_crimes, share=False, tags=("attack", "grid", "reject.weapons")),
    _Rule("promised", denials.promised, bare=True, share=False, tags=("promised",)),
    _Rule("abroad", elsewhere.hosted, tags=("hosting", "elsewhere")),
    _Rule("abroad", elsewhere.guests, share=False, tags=("guest_stay",)),
    _Rule("school", elsewhere.schooled, share=False, tags=("schooling",)),
    _Rule("holiday", elsewhere.rested, share=False, tags=("rested",)),
    _Rule("elsewhere", elsewhere.elsewhere, tags=("leisure", "elsewhere", "front", "evacuation")),
    _Rule("another era", elsewhere.another_era),
    _Rule("attack", beside.wounded, bare=True, tags=ATTACKED),
    _Rule("attack", foreign.dug_out, tags=("rubble",)),
    _Rule("attack", foreign.downed, bare=True, tags=("downed",)),
    _Rule("attack", foreign.attack, bare=True, tags=("reject.weapons",)),
    _Rule(_OTHER, things.unknown),
    _Rule("breakdown", portions.breakdown, tags=("each", "region")),
    _Rule("breakdown", portions.who, share=True),
    _Rule("breakdown", portions.topped, share=False, tags=("topmost",)),
    _Rule("article", forms.particle, form="article", share=False),
    _Rule("votes", things.votes, tags=("reject.votes",)),
    _Rule("soldiers", beside.soldiers, bare=True, share=False, tags=("reject.soldiers",)),
    _Rule("reference", labels.reference, tags=("reject.documents", "label")),
    _Rule("people", beside.with_children, share=False, tags=("partitive",)),
    _Rule("families", beside.families),
    _Rule("families", beside.her_own, share=False, tags=("own_family", "own")),
)


_TAGS = frozenset(tag for rule in _RULES for tag in rule.tags)


@remembered
def _told(doc: Document) -> frozenset[str]:
    """The tags of rules that the text has."""
    return frozenset(tag for tag in _TAGS if doc.has(0, len(doc.words), tag))


@lru_cache(1000)
def _possible(
    told: frozenset[str], bare: bool, form: str, share: bool
) -> tuple[tuple[str, Callable[[Case], bool]], ...]:
    """The rules that may hold for such a number in a text that has the tags `told`."""
    return tuple(
        (rule.name, rule.rejects)
        for rule in _RULES
        if (bare or not rule.bare)
        and rule.form in ("", form)
        and rule.share in (None, share)
        and (not rule.tags or not told.isdisjoint(rule.tags))
    )


DOUBTS = frozenset({_OTHER, "elsewhere", "population", "documents", "another story"})
"""Reasons that words alone do not settle: the weights may overrule them."""


def reason(doc: Document, candidate: Candidate, what: Counted) -> str | None:
    """The name of the first rule that rejects the candidate, None if it may be a figure."""
    case = Case(doc, candidate, what)
    for name, rejects in _possible(_told(doc), what.what == "none", candidate.spans[0].form, candidate.share):
        if rejects(case):
            return what.what.removeprefix("reject.") if what.what.startswith("reject.") and name == _OTHER else name
    return None
