"""Is an article about the story: children, its terms and a measure, near one another."""

from __future__ import annotations

import pytest

from monitor import stories
from monitor.extract import Extractor

READER = Extractor(stories.load("ukrainian_children"))
FILLER = "The harbour was quiet that morning. " * 9


def relevant(text: str, headline: str = "") -> tuple[bool, tuple[str, ...]]:
    found = READER.extract(text, language="en", published=None, headline=headline)
    return found.relevant, found.reasons


def test_what_makes_an_article_relevant_stands_together() -> None:
    text = f"Talks in Moscow went on. {FILLER}Two children were returned to their school by the police."
    assert relevant(text) == (False, ("children, terms of the story and a measure apart from one another",))
    assert relevant(text.replace(FILLER, ""))[0]


@pytest.mark.parametrize("gap", [0, 3, 6])
def test_some_sentences_may_stand_between(gap: int) -> None:
    text = "Talks in Moscow went on. " + "It rained. " * gap + "Two children were returned to their school."
    assert relevant(text)[0]


def test_seven_sentences_between_are_too_many() -> None:
    assert not relevant("Talks in Moscow went on. " + "It rained. " * 7 + "Two children were returned to school.")[0]


def test_the_headline_speaks_for_the_whole_article() -> None:
    text = f"Talks in Moscow went on. {FILLER}Two were returned to their families, the ombudsman said."
    assert relevant(text, "Ukraine's children: what is known")[0]
    assert not relevant(text, "What is known")[0]


def test_without_children_nothing_is_relevant() -> None:
    assert relevant("Two prisoners were returned to Ukraine from Russia.")[1] == ("no children",)
