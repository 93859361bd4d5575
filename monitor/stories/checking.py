"""Every file of a story, read: what `load` leaves until it is asked for, and what hangs together.

`load` names mistakes in the files that it reads; here are lexicons, weights, history and who belongs to which family.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from difflib import get_close_matches
from functools import partial

from monitor.errors import StoryError
from monitor.stories import Story, history
from monitor.stories._reading import place

__all__ = ["check"]

_NAMING = {"speaker": "speakers.yaml", "voice": "speakers.yaml", "relay": "relays.yaml"}
"""Tags of a lexicon that name somebody, and the file that must know them. Any other tag is a trait to the weights."""


def check(story: Story) -> None:
    """Raises StoryError with every mistake, each with file, line and key."""
    problems = [*_unreadable(story), *_stars(story), *_families(story)]
    if problems:
        raise StoryError(f"{len(problems)} mistakes", subject=str(story.folder), problems=tuple(problems))


def _unreadable(story: Story) -> Iterator[str]:
    looks: list[Callable[[], object]] = [partial(_lexicon, story, language) for language in story.languages()]
    looks += [story.weights, partial(history.load, story.folder)]
    for look in looks:
        try:
            look()
        except StoryError as error:
            yield str(error)


def _lexicon(story: Story, language: str) -> None:
    known = {"speaker": story.speakers, "voice": story.speakers, "relay": story.relays}
    for tag, pattern in story.lexicon(language):
        kind, _, name = tag.partition(".")
        if _STAR_INSIDE.search(pattern):
            where = place(story.folder / "lexicon" / f"{language}.yaml", *tag.split("."))
            raise StoryError(
                f"a star inside {pattern!r}", subject=where, mend="a star ends a word: write out its forms"
            )
        if name not in known.get(kind, (name,)):
            where = place(story.folder / "lexicon" / f"{language}.yaml", kind, name)
            raise StoryError(f"no {kind} {name!r}", subject=where, mend=f"add it to {_NAMING[kind]}")


_STAR_INSIDE = re.compile(r"\*[^\s*]")
_NAMES = {
    "relay": "relays.yaml",
    "region_of": "regions.yaml",
    "region_short": "regions.yaml",
    "group_home": "scopes.yaml",
    "group_place": "scopes.yaml",
}
"""Tags of names that stand in another file than speakers.yaml."""


def _stars(story: Story) -> Iterator[str]:
    """Names that match nothing: a star stands for the end of a word, and a hyphen parts words ("lvova*-belova*")."""
    for cyrillic in (False, True):
        for tag, pattern in story.names(cyrillic=cyrillic):
            if _STAR_INSIDE.search(pattern):
                file = _NAMES.get(tag.partition(".")[0], "speakers.yaml")
                yield f"{place(story.folder / file, *tag.split('.')[1:])}: a star inside {pattern!r}"


def _families(story: Story) -> Iterator[str]:
    """Slips of the pen in speakers' ids. Ids of nobody may stand there: figures that are given have speakers too."""
    for source, family in story.families.items():
        close = get_close_matches(source, story.speakers, 1, 0.85)
        if close and source not in story.speakers:
            where = place(story.folder / "families.yaml", family)
            yield f"{where}: no speaker {source!r}; did you mean {close[0]}?"
