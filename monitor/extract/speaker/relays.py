"""Who says a number where one speaker cites another, and who passed it on: that speaker, an agency, an outlet."""

from __future__ import annotations

from collections.abc import Callable

from monitor.extract.speaker.speakers import ARTICLE, CITING, cited, silent
from monitor.extract.text.document import Document
from monitor.extract.text.lexicon import Cue
from monitor.stories import Story

__all__ = ["innermost", "relay_of"]


def innermost(doc: Document, i: int, source_id: str | None, holder: Callable[[str], str]) -> str | None:
    """Id of the speaker of the number at token `i` whom `source_id` cites, or `source_id` (SCHEME: source).

    `holder` gives who holds an office on the day of the article.

    "Dmitriev said that, by Lvova-Belova's count, 22 ...", "citing Yale, Kallas said 35,000 ...": Lvova-Belova, Yale.
    Only where both stand before the number, or both behind the last one, and neither belongs to another number.
    """
    a, b = doc.sentence_of(i)
    if not doc.under(a, i, CITING) and not doc.live_in(i + 1, b):
        a, i = i, b
    if not doc.under(a, i, CITING):
        return source_id
    speakers = _speakers(doc, a, i)
    telling = next((cue.i for cue in speakers if holder(_id(cue)) == source_id and not cited(doc, cue)), None)
    inner = next((cue for cue in reversed(speakers) if holder(_id(cue)) != source_id and cited(doc, cue)), None)
    if telling is None or inner is None:
        return source_id
    taken = doc.spans_in(inner.i, i) if telling < inner.i else doc.spans_in(a, telling)
    return source_id if taken else holder(_id(inner))


def relay_of(doc: Document, i: int, source_id: str | None, story: Story, holder: Callable[[str], str]) -> str | None:
    """Name of who relayed the number at token `i`, which the speaker `source_id` (None: nobody named) says.

    "Reuters reported, citing the ombudsman", "Dmitriev said that, by Lvova-Belova's count": Reuters, Dmitriev. None
    when the number's sentence names nobody who passes it on; an outlet passes on nothing that it says itself.
    """
    a, b = doc.sentence_of(i)
    source = story.speakers[source_id].name if source_id else None
    names = {cue: story.relays[_id(cue)].name for cue in doc.cues_of("relay", a, b)}
    outlets = [cue for cue, name in names.items() if name != source and _written_as(doc, cue, name)]
    if outlets:
        return names[min(outlets, key=lambda cue: abs(cue.i - i))]
    if not doc.under(a, b, CITING):
        return None
    speakers = _speakers(doc, a, b)
    named = next((cue.i for cue in speakers if holder(_id(cue)) == source_id and cited(doc, cue)), None)
    telling = next((cue for cue in speakers if holder(_id(cue)) != source_id and not cited(doc, cue)), None)
    if named is None or telling is None or doc.spans_in(*sorted((telling.i, named))):
        return None
    return story.speakers[holder(_id(telling))].name


def _written_as(doc: Document, cue: Cue, name: str) -> bool:
    """Is the cue written as a name, where the outlet's `name` is? "El País", not "el país" or, opening one, "El país".

    A capital stands on its last word, on one before a hyphen ("Би-би-си") or on one too long for an article.
    """
    if name.islower():
        return True
    last = cue.j - 1
    telling = [k for k in range(cue.i, cue.j) if k == last or len(doc.word(k)) > ARTICLE or doc.word(k + 1) == "-"]
    return any(doc.text[doc.tokens.starts[k]].isupper() for k in telling)


def _speakers(doc: Document, a: int, b: int) -> list[Cue]:
    return [cue for cue in doc.cues_of("speaker", a, b) if not silent(doc, cue)]


def _id(cue: Cue) -> str:
    return cue.tag.partition(".")[2]
