"""The demo's articles and the outcome expected of them agree with each other and with the seed day of issue 2."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any, get_args

import pytest

from monitor.demo.content import Version, at_stage, load_outlets, load_versions, parse_version
from monitor.errors import InputError
from monitor.model import Kind, Measure, Qualifier, Unit, VerdictKind

EXPECTED: dict[str, Any] = json.loads((Path(__file__).parent / "expected.json").read_text(encoding="utf-8"))
OUTLETS = {outlet.key: outlet for outlet in load_outlets()}
VERSIONS = load_versions()
HEAD = (
    "---\noutlet: lantern\npublished: 2025-10-10T16:05:00+00:00\ntitle: T\nsummary: S\nsection: W\n---\nOne.\n\nTwo.\n"
)


def name(version: Version) -> str:
    return f"{version.outlet}/{version.slug}" + (f".{version.number}" if version.number > 1 else "")


def text(version: Version) -> str:
    return "\n".join(version.paragraphs)


def required(figures: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [figure for figure in figures if not figure.get("optional")]


def test_every_text_has_an_expectation_and_none_is_left_over() -> None:
    assert {name(version) for version in VERSIONS} == set(EXPECTED["articles"])


def test_some_forty_articles_in_six_outlets_and_four_languages() -> None:
    counted = Counter(version.outlet for version in VERSIONS)
    assert set(counted) == set(OUTLETS)
    assert 40 <= counted.total() <= 50
    assert {outlet.language for outlet in OUTLETS.values()} == {"en", "es", "uk", "ru"}


def test_expected_figures_use_the_words_of_the_model() -> None:
    for figure in (figure for figures in EXPECTED["articles"].values() for figure in figures):
        assert figure["measure"] in get_args(Measure)
        assert figure["kind"] in get_args(Kind)
        assert figure["unit"] in get_args(Unit)
        assert figure["qualifier"] in get_args(Qualifier)


def test_every_flag_rests_on_a_required_figure_of_its_article() -> None:
    for flag in EXPECTED["flags"]:
        figures = required(EXPECTED["articles"][flag["article"]])
        assert any((f["value"], f["measure"]) == (flag["value"], flag["measure"]) for f in figures), flag
        assert flag["flag"] in get_args(VerdictKind)


def test_flags_are_few_and_in_the_order_of_the_articles() -> None:
    order = [name(version) for version in VERSIONS]
    places = [order.index(flag["article"]) for flag in EXPECTED["flags"]]
    assert places == sorted(places)
    assert 12 <= len(places) <= 25


def test_the_seed_day_is_six_outlets_and_one_flag() -> None:
    seed = {key: figures for key, figures in EXPECTED["articles"].items() if "2025-10-10" in key}
    assert {key.partition("/")[0] for key in seed} == set(OUTLETS)
    for figures in seed.values():
        eights = [figure for figure in figures if figure["value"] == 8]
        assert [(f["kind"], f["source_id"], f["scope"]) for f in eights] == [("batch", "melania_trump", "mt")]
    assert sum("2025-10-10" in flag["article"] for flag in EXPECTED["flags"]) == 1
    assert sum(len(figures) for figures in seed.values()) >= 13
    assert all(f["optional"] for figures in seed.values() for f in figures if f["value"] in (1, 3, 5))


def test_the_seed_articles_hold_the_numbers_that_are_no_figures() -> None:
    seed = " ".join(text(version) for version in VERSIONS if "2025-10-10" in version.slug)
    for trap in ("18 años", "24 horas", "24 hours", "24 часа", "2024", "dos países", "20.000", "turned 18"):
        assert trap in seed


def test_the_syndicated_copy_is_near_verbatim() -> None:
    first, copy = (
        next(v for v in VERSIONS if v.slug == slug) for slug in ("2025-09-16-camps", "2025-09-17-camps-copy")
    )
    assert first.outlet != copy.outlet
    assert first.paragraphs[:-1] == copy.paragraphs[:-1]
    assert copy.paragraphs[-1].startswith(first.paragraphs[-1])


def test_the_silent_edit_changes_one_number_only_at_the_second_stage() -> None:
    def shown(stage: int) -> Version:
        return next(version for version in at_stage(VERSIONS, stage) if version.slug == "2025-12-04-stale")

    assert (shown(1).number, shown(2).number) == (1, 2)
    assert text(shown(2)) == text(shown(1)).replace("1.300", "1.859")


def test_an_article_file_is_read() -> None:
    version = parse_version(HEAD, "2025-10-10-x.2.md")
    assert (version.slug, version.number, version.paragraphs) == ("2025-10-10-x", 2, ("One.", "Two."))


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        (HEAD[4:], "does not begin"),
        (HEAD.replace("title: T\n", ""), "lacks title"),
        (HEAD.replace(": S", ""), "no colon"),
    ],
)
def test_a_broken_article_file_is_named(broken: str, said: str) -> None:
    with pytest.raises(InputError, match=said) as caught:
        parse_version(broken, "bad.md")
    assert str(caught.value).startswith("bad.md: ")
