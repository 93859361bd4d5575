"""A story as data: what is counted, by which words in each language, and who says it.

A story is a folder of YAML beside this file: ``measures.yaml`` (the codebook), ``speakers.yaml``, ``families.yaml``
(optional: family -> source ids), ``relays.yaml`` (optional: who passes on what others say), ``subsets.yaml`` (optional:
parts of what a measure counts that are told apart), ``regions.yaml`` and ``scopes.yaml`` (optional: narrower series),
``lexicon/<language>.yaml`` with stem patterns, and ``weights.json`` (optional: what annotated texts taught about
measures, kinds, speakers and directions). ``load(name)`` gives a Story; lexicons are read when their language is first
asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from itertools import product
from pathlib import Path
from types import MappingProxyType
from typing import Any

from monitor.errors import StoryError
from monitor.stories._reading import Tree, keys_at, place, read, text_at, truth_at
from monitor.stories.tables import read_tables

__all__ = ["MeasureEntry", "Scope", "Speaker", "Story", "Subset", "is_cyrillic", "load", "names"]

_HOME = Path(__file__).parent
_OF_SPEAKERS = frozenset(
    ("name", "names", "scope", "way", "totals", "batches", "deals", "office", "guesses", "epithet", "punishes",
     "voices", "holders", "shared", "regional")
)  # fmt: skip
_OF_SUBSETS = frozenset(
    ("note", "measures", "words", "whole", "unit", "family", "rule", "optional", "leads", "follows")
)
_ROLES = ("deal", "helper", "group")
_OF_GROUPS = ("role", "region", "most", "home", "place")
_STROKE = re.compile(r"\s*\|\s*")
_CYRILLIC = re.compile("[\u0400-\u04ff]").search


def is_cyrillic(pattern: str) -> bool:
    """Has the pattern a Cyrillic letter?"""
    return _CYRILLIC(pattern) is not None


@dataclass(frozen=True)
class MeasureEntry:
    """One row of the codebook. `live` totals only rise (SCHEME, section 2)."""

    definition: str
    live: bool = False


@dataclass(frozen=True)
class Speaker:
    """Who says numbers: id, printed name, and the patterns of the names in all languages.

    `scope` is the series that the speaker's own counts belong to, `way` the direction of the returns the speaker
    counts when the text names no place (``mixed``: none is implied), `totals` and `batches` the same for these only.
    With `deals` the scope is that of totals; a batch belongs to the deal that is named near it. `office` is the series
    of what the speaker's own office did.
    `guesses`: the large numbers are estimates; `epithet`: the name often only qualifies a noun (Qatari mediation);
    `punishes`: whoever is put on its list is sanctioned; `regional`, the names of a region: `voices` are what every
    region has, and are this one's unless others alone are named. An office is `shared` by several speakers: it is that
    of the last one named.
    `voices` are further names, of lands, capitals, registers, that speak only right beside a verb of saying. An office
    has `holders`: from which day it speaks as which speaker, the earliest first. `region`: the scope is a region's, so
    that all that the speaker counts is counted there.
    """

    id: str
    name: str
    patterns: tuple[str, ...]
    scope: str = ""
    way: str = ""
    totals: str = ""
    batches: str = ""
    deals: bool = False
    office: str = ""
    guesses: bool = False
    epithet: bool = False
    punishes: bool = False
    regional: tuple[str, ...] = ()
    voices: tuple[str, ...] = ()
    holders: tuple[tuple[date, str], ...] = ()
    shared: tuple[str, ...] = ()
    region: bool = False


@dataclass(frozen=True)
class Region:
    """How texts name a region as a whole, and the short names that mean it where another region is named so."""

    names: tuple[str, ...]
    short: tuple[str, ...]


@dataclass(frozen=True)
class Scope:
    """What kind of series a scope is: its `role` is ``deal``, ``helper`` or ``group``.

    A group are at `most` so many children taken from one `home`, told by these patterns beside those of its `place`;
    `region` is the scope of the region that the place is in.
    """

    role: str
    home: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    region: str = ""
    most: int = 0


@dataclass(frozen=True)
class Subset:
    """A part of what `measures` count that gets a `note`: told by one of `patterns` near the number, by the `family` of
    who says it, or by the `rule` that bound it. `whole`: its words tell also where no larger number came before. With
    `unit` only what counts that. An `optional` one is never news; one that `leads` is told by words right before
    the number, too, and one that `follows` by words right behind what only describes those counted ("six children
    returned from Russia visited Brussels")."""

    note: str
    measures: frozenset[str]
    patterns: tuple[str, ...] = ()
    whole: bool = False
    unit: str = ""
    family: str = ""
    rule: str = ""
    optional: bool = False
    leads: bool = False
    follows: bool = False


@dataclass(frozen=True)
class Story:
    """A story, read. `families` maps a source id to its claimant family (SCHEME, section 2); `relays` are those who
    pass on what speakers say; `subsets` are parts of measures that are series of their own; `regions` are the scopes of
    regions that keep counts of their own, `scopes` those that are deals, helpers or groups."""

    name: str
    folder: Path
    measures: Mapping[str, MeasureEntry]
    speakers: Mapping[str, Speaker]
    families: Mapping[str, str] = field(default_factory=dict)
    relays: Mapping[str, Speaker] = field(default_factory=dict)
    subsets: tuple[Subset, ...] = ()
    regions: Mapping[str, Region] = field(default_factory=dict)
    scopes: Mapping[str, Scope] = field(default_factory=dict)

    def holder(self, speaker: str, day: date | None) -> str:
        """Id of who holds the office `speaker` on `day` (None: the last; too early: the first), or `speaker`."""
        holders = self.speakers[speaker].holders
        if not holders:
            return speaker
        past = [who for since, who in holders if day is None or since <= day]
        return past[-1] if past else holders[0][1]

    @property
    def live_measures(self) -> frozenset[str]:
        """Measures whose totals only rise."""
        return frozenset(name for name, entry in self.measures.items() if entry.live)

    def scopes_of(self, role: str) -> frozenset[str]:
        """The scopes that are deals, helpers or groups, as `role` says."""
        return frozenset(name for name, scope in self.scopes.items() if scope.role == role)

    def languages(self) -> tuple[str, ...]:
        """Codes of the languages that have a lexicon."""
        return tuple(sorted(p.stem for p in (self.folder / "lexicon").glob("*.yaml")))

    def lexicon(self, language: str) -> tuple[tuple[str, str], ...]:
        """(tag, pattern) of the language's own words: ``child``, ``measure.returned`` ...; empty if unknown.

        Raises StoryError with file, line and key on a mistake.
        """
        if language not in self.languages():
            return ()
        path = self.folder / "lexicon" / f"{language}.yaml"
        return tuple((tag, pattern) for tag, listing in _flat(path, read(path)) for pattern in _patterns(listing))

    def names(self, *, cyrillic: bool) -> Iterator[tuple[str, str]]:
        """(tag, pattern) of who says or passes on numbers (``speaker.<id>`` ...), of regions and of groups, in all
        languages.

        Those with Cyrillic letters are apart: a language without a Cyrillic word of its own does not need them.
        """
        speakers = self.speakers.values()
        families = {s: self.families.get(s.id) or self.families.get(self.holder(s.id, None)) for s in speakers}
        tagged = (
            *((f"speaker.{s.id}", s.patterns) for s in speakers),
            *((f"voice.{s.id}", s.voices) for s in speakers),
            *((f"side.{family}", s.patterns) for s, family in families.items() if family),
            *(("office", s.patterns) for s in speakers if s.holders),
            *(("epithet", s.patterns) for s in speakers if s.epithet),
            *((f"incumbent_{s.id}", self.speakers[who].patterns) for s in speakers for who in s.shared),
            *(("regional", s.voices) for s in speakers if s.regional),
            *(("own_region", s.regional) for s in speakers),
            *(("punisher", (*s.patterns, *s.voices)) for s in speakers if s.punishes),
            *((f"relay.{r.id}", r.patterns) for r in self.relays.values()),
            *((f"region_of.{scope}", region.names) for scope, region in self.regions.items()),
            *((f"region_short.{scope}", region.short) for scope, region in self.regions.items()),
            *((f"group_home.{name}", scope.home) for name, scope in self.scopes.items()),
            *((f"group_place.{name}", scope.place) for name, scope in self.scopes.items()),
        )
        return ((tag, p) for tag, patterns in tagged for p in patterns if is_cyrillic(p) == cyrillic)

    def weights(self) -> Mapping[str, Mapping[str, Any]]:
        """The tables of ``weights.json`` by name (measure, kind, speaker, direction); none without such a file.

        Raises StoryError when the file is damaged.
        """
        path = self.folder / "weights.json"
        if not path.exists():
            return {}
        try:
            return read_tables(path.read_bytes())
        except (AttributeError, ValueError, KeyError, TypeError) as error:
            raise StoryError(
                f"not a table of weights: {error}", subject=str(path), mend="make it anew: bench/figures.py"
            ) from error


def _patterns(listing: str) -> tuple[str, ...]:
    """The patterns of a list, each once: "kyiv says|said, data" is "kyiv says", "kyiv said" and "data"."""
    return tuple(dict.fromkeys(p for part in listing.split(",") for p in _choices(part) if p.strip("* ")))


def _choices(pattern: str) -> Iterator[str]:
    """Every way to write a pattern whose words may stand for several, with a stroke between these."""
    if "|" not in pattern:
        return iter((" ".join(pattern.split()),))
    words = _STROKE.sub("|", pattern).split()
    return map(" ".join, product(*(filter(None, word.split("|")) for word in words)))


def _flat(path: Path, tree: Tree, *above: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for key, value in tree.items():
        if isinstance(value, dict):
            found += _flat(path, value, *above, str(key))
        else:
            found.append((".".join((*above, str(key))), text_at(path, tree, key, *above)))
    return found


def _measures(path: Path) -> dict[str, MeasureEntry]:
    tree = read(path)
    rows: dict[str, MeasureEntry] = {}
    for key, row in tree.items():
        if not isinstance(row, dict):
            raise StoryError("a measure needs a definition", subject=place(path, key), mend="write {definition: ...}")
        keys_at(path, row, ("definition", "live"), key)
        rows[str(key)] = MeasureEntry(text_at(path, row, "definition", key), truth_at(path, row, "live", key))
    return rows


def _speakers(path: Path) -> dict[str, Speaker]:
    speakers: dict[str, Speaker] = {}
    for key, row in read(path).items():
        if not isinstance(row, dict):
            raise StoryError("a speaker needs a name", subject=place(path, key), mend="write {name: ..., names: ...}")
        keys_at(path, row, _OF_SPEAKERS, key)
        speakers[str(key)] = Speaker(
            str(key),
            text_at(path, row, "name", key),
            _patterns(text_at(path, row, "names", key)),
            scope=str(row.get("scope", "")),
            way=str(row.get("way", "")),
            totals=str(row.get("totals", "")),
            batches=str(row.get("batches", "")),
            office=str(row.get("office", "")),
            deals=truth_at(path, row, "deals", key),
            guesses=truth_at(path, row, "guesses", key),
            epithet=truth_at(path, row, "epithet", key),
            punishes=truth_at(path, row, "punishes", key),
            voices=_patterns(text_at(path, row, "voices", key)) if "voices" in row else (),
            regional=_patterns(text_at(path, row, "regional", key)) if "regional" in row else (),
            shared=tuple(text_at(path, row, "shared", key).split(", ")) if "shared" in row else (),
            holders=_holders(path, key, text_at(path, row, "holders", key)) if "holders" in row else (),
        )
    named = {who: s.id for s in speakers.values() for who in (*s.shared, *(who for _, who in s.holders))}
    for who in named.keys() - speakers.keys():
        raise StoryError(
            f"no speaker {who!r} holds an office", subject=place(path, named[who], "holders"), mend="add the speaker"
        )
    return speakers


def _holders(path: Path, key: str, listing: str) -> tuple[tuple[date, str], ...]:
    """ "2018-03-15 denisova, 2022-07-01 lubinets": from which day on who holds an office."""
    try:
        parts = (part.split() for part in listing.split(","))
        return tuple(sorted((date.fromisoformat(day), who) for day, who in parts))
    except ValueError as error:
        raise StoryError(
            f"found {listing!r}",
            subject=place(path, key, "holders"),
            mend="write a day and a speaker, then a comma: 2022-07-01 lubinets",
        ) from error


def _subsets(path: Path, measures: Mapping[str, MeasureEntry]) -> tuple[Subset, ...]:
    found = []
    for key, row in (read(path) if path.exists() else {}).items():
        if not isinstance(row, dict) or not {"words", "family", "rule"} & row.keys():
            raise StoryError(
                "nothing tells this subset", subject=place(path, key), mend="write words, a family or a rule"
            )
        keys_at(path, row, _OF_SUBSETS, key)
        of = _patterns(text_at(path, row, "measures", key))
        if unknown := [measure for measure in of if measure not in measures]:
            where = place(path, key, "measures")
            raise StoryError(f"no measure {unknown[0]!r}", subject=where, mend=f"write one of {', '.join(measures)}")
        words = _patterns(text_at(path, row, "words", key)) if "words" in row else ()
        found.append(
            Subset(
                text_at(path, row, "note", key),
                frozenset(of),
                tuple(dict.fromkeys(words)),
                truth_at(path, row, "whole", key),
                str(row.get("unit", "")),
                str(row.get("family", "")),
                str(row.get("rule", "")),
                truth_at(path, row, "optional", key),
                truth_at(path, row, "leads", key),
                truth_at(path, row, "follows", key),
            )
        )
    return tuple(found)


def _families(path: Path) -> dict[str, str]:
    found: dict[str, str] = {}
    for family, sources in (read(path) if path.exists() else {}).items():
        if not isinstance(sources, list | None):
            raise StoryError("a list wanted", subject=place(path, family), mend="write a speaker's id after each dash")
        for source in sources or ():
            if not isinstance(source, str):
                raise StoryError(
                    "a speaker's id wanted", subject=place(path, family), mend="write one id after the dash"
                )
            if source in found:
                where = place(path, family)
                raise StoryError(f"{source} stands under {found[source]} too", subject=where, mend="keep one of them")
            found[str(source)] = str(family)
    return found


def _regions(path: Path) -> dict[str, Region]:
    found = {}
    for key, row in (read(path) if path.exists() else {}).items():
        if not isinstance(row, dict):
            raise StoryError("a region needs names", subject=place(path, key), mend="write {names: ..., short: ...}")
        keys_at(path, row, ("names", "short"), key)
        found[str(key)] = Region(*(_patterns(text_at(path, row, name, key)) for name in ("names", "short")))
    return found


def _scopes(path: Path, regions: Mapping[str, Region]) -> dict[str, Scope]:
    found = {}
    for key, row in (read(path) if path.exists() else {}).items():
        role = row.get("role") if isinstance(row, dict) else None
        if role not in _ROLES:
            raise StoryError(
                "no kind of scope", subject=place(path, key), mend=f"write {{role: one of {', '.join(_ROLES)}}}"
            )
        keys_at(path, row, _OF_GROUPS if role == "group" else ("role",), key)
        if role == "group" and not (str(row.get("most")).isdecimal() and {"home", "place"} <= row.keys()):
            raise StoryError(
                "a group needs a home, its place and a number", subject=place(path, key), mend="write home, place, most"
            )
        if (region := str(row.get("region", ""))) and region not in regions:
            where = place(path, key, "region")
            raise StoryError(f"no region {region!r}", subject=where, mend="write one of regions.yaml")
        home, town = (_patterns(text_at(path, row, n, key)) if n in row else () for n in ("home", "place"))
        found[str(key)] = Scope(str(role), home, town, region, int(row.get("most", 0)))
    return found


def names() -> tuple[str, ...]:
    """Names of the stories there are."""
    return tuple(sorted(p.name for p in _HOME.iterdir() if (p / "measures.yaml").exists()))


@cache
def load(name: str) -> Story:
    """The story `name`. Raises StoryError (file, line, key) when there is none or it has a mistake."""
    folder = _HOME / name
    if name not in names():
        raise StoryError(f"no story {name!r}", subject="story", mend=f"there are: {', '.join(names())}")
    measures = MappingProxyType(_measures(folder / "measures.yaml"))
    regions = _regions(folder / "regions.yaml")
    speakers = _speakers(folder / "speakers.yaml")
    return Story(
        name=name,
        folder=folder,
        measures=measures,
        speakers=MappingProxyType({id: replace(who, region=who.scope in regions) for id, who in speakers.items()}),
        families=MappingProxyType(_families(folder / "families.yaml")),
        relays=MappingProxyType(_speakers(folder / "relays.yaml") if (folder / "relays.yaml").exists() else {}),
        subsets=_subsets(folder / "subsets.yaml", measures),
        regions=MappingProxyType(regions),
        scopes=MappingProxyType(_scopes(folder / "scopes.yaml", regions)),
    )
