"""What the judge knows of each language stands in that language's own file."""

from __future__ import annotations

import re
from dataclasses import fields

import pytest

from monitor import languages
from monitor.judge._words import listed, words
from monitor.languages import Telling

KINDS = [field.name for field in fields(Telling)]


@pytest.mark.parametrize("code", languages.codes())
@pytest.mark.parametrize("kind", KINDS)
def test_every_language_tells_every_kind_in_patterns_that_match_something(code: str, kind: str) -> None:
    pattern = re.compile(listed(kind, code))
    assert not pattern.search("")
    assert not pattern.search("0")


def test_a_blank_is_any_white_space_and_case_is_all_one() -> None:
    assert words("another", "en").search("A SECOND\u00a0 GROUP is home")
    assert not words("another", "en").search("more than eight")
    assert not words("another", "en").search("anothers")
    assert words("notices", "de", whole=False).match("in einer früheren\nFassung")


def test_an_alternative_may_go_on_in_the_next_line_of_its_file() -> None:
    assert languages.alternatives("one  two\n    three | four") == r"one\s+two\s+three|four"


@pytest.mark.parametrize("code", ["uk", "uk-UA", "UK"])
def test_a_language_has_its_own_words(code: str) -> None:
    assert words("another", code).search("ще троє дітей")
    assert not words("another", code).search("another three")


@pytest.mark.parametrize("code", ["", "fi"])
def test_an_unknown_language_has_the_words_of_all(code: str) -> None:
    assert words("another", code).search("ще троє дітей")
    assert words("another", code).search("another three")


def test_a_language_without_words_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(languages, "load", lambda _code: languages.Language("xx", {}, {}, {}))
    assert listed("another", "en") == "(?!)"
