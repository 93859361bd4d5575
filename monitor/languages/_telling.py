"""How a language tells again, adds and takes back: what the judge must know of it to compare figures."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Telling", "alternatives"]


@dataclass(frozen=True)
class Telling:
    """Alternatives of regular expressions, parted by " | "; a blank stands for any white space, case is all one.

    Beside a number: `another` adds a group to those told before (not "more than"), `of_them` makes the number a part
    of one told before, `bundles` are numbers told in tens and dozens, `bands` beginnings of nouns that count groups
    and not who is in them (two more groups).
    Of a sentence: `ago` opens one that looks back, `known` one about a group that its reader has heard of,
    `looks_back` sets a month ({m}) apart from the one of publication (last October), unless a word of `since` stands
    before it.
    Of a notice of correction: `labels` open it or close a headline, `corrects` stand so in brackets with what they
    correct, `notices` are phrases about the article itself or an earlier version of it, `own_article` is what an
    outlet calls its articles of other days, a notice only where it also `erred`. `numbers` are nouns for a number
    that was wrong; `before` stands beside the number that is taken back, unless a word of `in_truth` stands between.
    """

    another: str = ""
    of_them: str = ""
    bundles: str = ""
    bands: str = ""
    ago: str = ""
    known: str = ""
    looks_back: str = ""
    since: str = ""
    labels: str = ""
    corrects: str = ""
    notices: str = ""
    own_article: str = ""
    erred: str = ""
    numbers: str = ""
    before: str = ""
    in_truth: str = ""


def alternatives(listing: str) -> str:
    """A listing of `Telling` as the alternatives of a regular expression."""
    return "|".join(" ".join(listing.split()).split(" | ")).replace(" ", r"\s+")
