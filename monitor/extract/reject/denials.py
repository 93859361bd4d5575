"""Numbers that somebody denies, takes back, only supposes or promises."""

from __future__ import annotations

from monitor.extract.context.senses import sense
from monitor.extract.reject.cases import Case
from monitor.extract.text.document import Document

__all__ = [
    "answered_no",
    "conditional",
    "denied",
    "instead",
    "promised",
    "rebutted",
    "superseded",
    "supposed",
    "withdrawn",
]


def denied(case: Case) -> bool:
    """ "Not 20,000", "(not: 21,170)"; but "not even a fifth has come back" says how few, "мало не" how many, "parla
    invece di 300" that another counts otherwise."""
    doc, i = case.doc, case.c.i
    quoted = doc.word(i - 1) == '"' or (doc.word(i - 1) == ":" and doc.word(i - 3) == "(")
    word, again = case.doc.word(case.c.i - 1 - quoted), case.doc.word(case.c.i - 2 - quoted)
    few = case.c.share and case.doc.under(*case.doc.clauses[case.doc.clause[case.c.i]], "measure")
    almost = f"{again} {word}", f"{case.doc.word(case.c.i - 3)} {again} {word}"
    if not case.doc.language.hedge_phrases.isdisjoint(almost):
        return False
    at = case.c.i - 3 - quoted
    contrasted = at >= 0 and "say" in case.doc.tags[at]
    denials = {word} if contrasted else {word, f"{again} {word}"}
    return not few and bool(case.doc.language.denials & denials)


def withdrawn(case: Case) -> bool:
    """A clause that is denied before the number: "it is untrue that 500 returned"."""
    doc, i = case.doc, case.c.i
    a, b = doc.sentence_of(i)
    actual = doc.cues_of("actual", a, i)
    return doc.has(actual[-1].j if actual else a, i, "denied") or doc.has(i, b, "refuted")


def conditional(case: Case) -> bool:
    """ "If 20,000 American children were stolen, who would sleep?", "anche se fossero diecimila": no count, only a
    comparison."""
    doc, i = case.doc, case.c.i
    if not doc.among(*doc.sentence_of(i), doc.language.irreal):
        return False
    first = doc.clauses[doc.clause[i]][0]
    monthly = doc.has(*doc.clauses[doc.clause[i]], "reject.duration")
    if monthly and doc.among(first, min(first + _OPENING, i), doc.language.conditionals):
        return True
    k = i - 1 - (doc.word(i - 1) in doc.language.articles | doc.language.hedge_ends)
    were = doc.word(k) in doc.language.irreal
    return doc.word(k - were) in doc.language.conditionals and (case.n.what == "child" or were)


_OPENING = 2
"""So many words of a clause may hold the one that makes it a condition."""


def rebutted(case: Case) -> bool:
    """ "Channels reported that 27 had returned. The ombudsman called the report false.", "Claim: ... Rating: False.": a
    rumour that the next sentence denies."""
    doc, number = case.doc, case.doc.sentence[case.c.i]
    spoken = (bounds for bounds in doc.bounds[number + 1 :] if "w" in doc.tokens.kinds[slice(*bounds)])
    follows = next(spoken, None)
    if follows is None or not _rates_false(doc, *follows):
        return False
    here = doc.bounds[number]
    rumours = doc.cues_of("rumour", here[0], here[0] + _CLAIM)
    labelled = bool(rumours) and (":" in doc.words[rumours[0].i : rumours[0].j + 1] or doc.has(*here, "asserts"))
    return doc.has(*here, "rumour") and doc.has(*here, "measure") and (labelled or not doc.has(*here, "speaker"))


_CLAIM = 3
"""Among so many words a sentence begins with who claims something."""


def _rates_false(doc: Document, a: int, b: int) -> bool:
    """ "The ombudsman called it false", "Rating: False."; "it is a lie that they were orphans" denies only that."""
    rebuts = next(iter(doc.cues_of("rebuts", a, b)), None)
    if rebuts is not None:
        behind = rebuts.j + (doc.word(rebuts.j) == ",")
        return not doc.has(behind, behind + 1, "that")
    verdict = next(iter(doc.cues_of("verdict", a, b)), None)
    if verdict is None or (verdict.i > a and doc.word(verdict.i - 1) != ":"):
        return False
    return all(doc.tokens.kinds[k] == "p" for k in range(verdict.j, b))


def answered_no(case: Case) -> bool:
    """ "Two thousand children home? Not yet.": what a question claims to be home, and the next sentence answers with
    no; but "will the 339 come home?" asks of those who are known."""
    doc, number = case.doc, case.doc.sentence[case.c.i]
    start, end = doc.bounds[number]
    if doc.word(end - 1) != "?" or number + 1 >= len(doc.bounds) or doc.word(case.c.i - 1) in doc.language.definites:
        return False
    if any(sense(doc, cue) not in ("returned", None) for cue in doc.cues_of("measure", start, end)):
        return False
    a, b = doc.bounds[number + 1]
    return " ".join(doc.words[a:b]).rstrip(" .!,\n") in doc.language.no


def promised(case: Case) -> bool:
    """ "They had promised (to return) fifteen": behind a word of promises in its clause, nothing done told between."""
    doc, i = case.doc, case.c.i
    cues = doc.cues_of("promised", doc.clauses[doc.clause[i]][0], i)
    told = doc.cues_of("measure", cues[-1].j, i) if cues else ()
    done = (cue for cue in told if not doc.word(cue.i).endswith(doc.language.infinitives))
    return bool(cues) and not any(sense(doc, cue) for cue in done)


def instead(case: Case) -> bool:
    """ "Instead of the promised 24 only eleven came"; but "instead of peace Russia took 46", and "parla invece di 300"
    tells what another counts."""
    doc, i = case.doc, case.c.i
    cues = doc.cues_of("instead", max(doc.sentence_of(i)[0], i - _INSTEAD), i)
    if not cues or ("say" in doc.tags[cues[-1].i - 1] if cues[-1].i else False):
        return False
    j = cues[-1].j
    told = any(doc.under(j, i, tag) for tag in ("measure", "place", "side", "agent", "speaker", "voice"))
    return all(doc.tokens.kinds[k] == "w" for k in range(j, i)) and not told and not doc.spans_in(j, i)


_INSTEAD = 5
"""So few words stand from "instead of" to its number."""


def superseded(case: Case) -> bool:
    """ "An earlier version of this story said 15": what a notice of correction replaces; the first version of a plan is
    none."""
    doc, i = case.doc, case.c.i
    cues = doc.cues_of("superseded", doc.sentence_of(i)[0], i)
    if not cues or any(doc.has(cues[-1].j, i, tag) for tag in ("restates", "actual")):
        return False
    j = cues[-1].j
    return doc.word(j) not in doc.language.of or doc.has(j, min(j + _TITLE, i), "own_text")


_TITLE = 4
"""So few words behind "an earlier version of" name the text of our own: "of this story"."""


def supposed(case: Case) -> bool:
    """A sentence of suppositions, or of what proved untrue: "suppose 20 a week", "the report was invented"; but "at
    this pace it would take 50 years to bring back the 19,546 deported children" counts those who are known."""
    doc, i = case.doc, case.c.i
    a, b = doc.sentence_of(i)
    years = doc.has(a, i, "reject.duration") or doc.has(a, i, "reject.age")
    known = years and doc.word(i - 1) in doc.language.definites
    behind = doc.cues_of("measure", case.c.j, min(case.c.j + _NEAR, b)) if known else ()
    if any(sense(doc, cue) == "deported" for cue in behind):
        return False
    return doc.has(a, b, "supposed")


_NEAR = 4
"""So few words behind a number tell that those are the deported ones."""
