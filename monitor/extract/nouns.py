"""What a number counts: children, a unit of the story, something to reject, or nothing said (ellipsis)."""

from __future__ import annotations

from dataclasses import dataclass

from monitor.extract.candidates import Candidate
from monitor.extract.document import Document

__all__ = ["Counted", "counted"]

_REACH = 5


@dataclass(frozen=True, slots=True)
class Counted:
    """`what` is child, name, unit.<u>, reject.<r>, other (an unknown noun) or none; `at` the token that says it."""

    what: str
    at: int


def _tagged(doc: Document, k: int) -> str:
    for tag in sorted(doc.tags[k]):
        if tag in ("child", "name") or tag.startswith(("unit.", "reject.")):
            return tag
    return ""


def _stops(doc: Document, k: int) -> bool:
    token = doc.tokens[k]
    if token.kind != "w":
        return not _hyphen(doc, k)
    verb = any(t.startswith(("measure.", "speaker.")) for t in doc.tags[k])
    return verb and not any(
        _tagged(doc, n)
        for n in range(k + 1, min(k + _REACH, len(doc.tokens)))
        if _same_phrase(doc, k, n) and (n < k + 3 or _epithets(doc, k, n))
    )


def _epithets(doc: Document, a: int, b: int) -> bool:
    """ "Deported or forcibly transferred children": only words of the story and what links them stand between."""
    return all(
        doc.word(k) in doc.language.links or any(t.startswith("measure.") for t in doc.tags[k]) for k in range(a, b)
    )


def _hyphen(doc: Document, k: int) -> bool:
    """The mark inside "social-media"; where endings are glued to digits ("16-річних") it parts number and noun."""
    inside = (
        not doc.language.cardinals
        and 0 < k < len(doc.tokens) - 1
        and doc.word(k) == "-"
        and doc.tokens[k - 1].kind == "w"
    )
    return inside and doc.tokens[k - 1].end == doc.tokens[k].start and doc.tokens[k].end == doc.tokens[k + 1].start


def _same_phrase(doc: Document, a: int, b: int) -> bool:
    """Is every token between a and b a word, or a hyphen in one, of the same clause?"""
    return all(
        (doc.tokens[k].kind == "w" or _hyphen(doc, k)) and doc.clause[k] == doc.clause[a] for k in range(a, b + 1)
    )


def _behind(doc: Document, j: int) -> int:
    """Where the noun may begin: "21 із 210 установ" counts what the second number counts."""
    part = doc.word(j) in doc.language.out_of
    return j + 2 if part and doc.word(j + 1).isdigit() else j


def _inverted(doc: Document, c: Candidate) -> bool:
    """ "Дітей двадцять повернулося": the noun stands before the number word, a verb of the story behind."""
    if not doc.language.inverted or c.i == 0 or "child" not in doc.tags[c.i - 1] or c.j >= len(doc.tags):
        return False
    return any(t.startswith("measure.") for t in doc.tags[c.j])


def counted(doc: Document, candidate: Candidate) -> Counted:
    """Looks at the words behind the number in its sentence, a few tokens far, up to a mark or verb of the story."""
    a, end = doc.sentence_of(candidate.i)
    if candidate.derived:
        return Counted("child", candidate.j - 1)
    if any(t.startswith("reject.") for t in doc.tags[candidate.i]):
        return Counted(_tagged(doc, candidate.i), candidate.i)
    if _inverted(doc, candidate):
        return Counted("child", candidate.i - 1)
    prepositions = (doc.language.towards | doc.language.before_years) - doc.language.of
    for k in range(_behind(doc, candidate.j), min(end, candidate.j + _REACH)):
        if candidate.share and (doc.word(k) in prepositions or doc.tokens[k].kind == "n"):
            continue
        if doc.word(k) in prepositions:
            break
        tag = _tagged(doc, k)
        if tag:
            return Counted(tag, k)
        if _stops(doc, k):
            break
    before = candidate.i - 1
    if before >= a and _tagged(doc, before) == "child":
        return Counted("child", before)
    return _ahead(doc, candidate, a) or Counted("none", candidate.j)


def _ahead(doc: Document, candidate: Candidate, a: int) -> Counted | None:
    """ "Camps: 210", "put the camps at 165": a unit of the story right before its number."""
    if doc.word(candidate.i - 1) not in doc.language.amounts:
        return None
    near = range(candidate.i - 2, max(a, candidate.i - 4) - 1, -1)
    return next((Counted(tag, k) for k in near if (tag := _tagged(doc, k)).startswith("unit.")), None)
