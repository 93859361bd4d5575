"""The shipped story loads, and mistakes in a story are named."""

from __future__ import annotations

import dataclasses
import shutil
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from monitor import stories
from monitor.errors import StoryError
from monitor.stories import checking
from monitor.stories._reading import read, text_at


def test_the_shipped_story() -> None:
    story = stories.load("ukrainian_children")
    assert story.measures["returned"].live
    assert not story.measures["deported"].live
    assert {"en", "es", "uk", "ru"} <= set(story.languages())
    assert ("child", "kid") in story.lexicon("en")
    assert story.lexicon("xx") == ()


def test_a_name_means_one_speaker_only() -> None:
    speakers = stories.load("ukrainian_children").speakers.values()
    names = Counter(pattern for speaker in speakers for pattern in (*speaker.patterns, *speaker.voices))
    assert [pattern for pattern, often in names.items() if often > 1] == []


def test_an_unknown_story_names_those_there_are() -> None:
    with pytest.raises(StoryError, match="ukrainian_children"):
        stories.load("nothing")


def test_broken_yaml_names_the_line(tmp_path: Path) -> None:
    path = tmp_path / "en.yaml"
    path.write_text("child: [a\nname: b: c\n", encoding="utf-8")
    with pytest.raises(StoryError, match="line 2"):
        read(path)


def test_a_value_of_the_wrong_kind_names_line_and_key(tmp_path: Path) -> None:
    path = tmp_path / "en.yaml"
    path.write_text("name: x\nchild: 3\n", encoding="utf-8")
    with pytest.raises(StoryError, match=r"line 2: child: text wanted, found int"):
        text_at(path, read(path), "child")


def test_cyrillic_names_are_apart_from_the_others() -> None:
    story = stories.load("ukrainian_children")
    latin, cyrillic = {*story.names(cyrillic=False)}, {*story.names(cyrillic=True)}
    assert ("speaker.umerov", "умєров*") in cyrillic
    assert not any("умєров" in pattern for _, pattern in latin)
    assert {("speaker.umerov", "umerov"), ("voice.canada_government", "canada")} <= latin - cyrillic


def test_a_stroke_separates_what_a_word_of_a_pattern_may_be() -> None:
    written = stories._patterns("kyiv says|said,  the list |tally, data, kyiv said, a|, |, dan* kyiv | moscow")
    assert written == (
        *("kyiv says", "kyiv said", "the list", "the tally", "data", "a"),
        *("dan* kyiv", "dan* moscow"),
    )


def test_a_region_without_names_is_told_with_file_and_key(tmp_path: Path) -> None:
    path = tmp_path / "regions.yaml"
    path.write_text("kharkiv: kharkiv region\n", encoding="utf-8")
    with pytest.raises(StoryError, match=r"regions\.yaml, line 1: kharkiv: a region needs names"):
        stories._regions(path)


def test_who_speaks_for_a_region_counts_there() -> None:
    speakers = stories.load("ukrainian_children").speakers
    assert speakers["fedorov"].region and speakers["prokudin"].region
    assert not speakers["zuppi"].region and not speakers["lubinets"].region


def test_an_office_speaks_as_who_holds_it_on_the_day(tmp_path: Path) -> None:
    path = tmp_path / "speakers.yaml"
    path.write_text(
        'office: {name: Office, names: "the ombudsman", holders: "2022-07-01 second, 2018-03-15 first"}\n'
        'first: {name: First, names: "first"}\nsecond: {name: Second, names: "second"}\n',
        encoding="utf-8",
    )
    story = dataclasses.replace(stories.load("ukrainian_children"), speakers=stories._speakers(path))
    days = date(2017, 1, 1), date(2022, 6, 30), date(2022, 7, 1), None
    assert [story.holder("office", day) for day in days] == ["first", "first", "second", "second"]
    assert story.holder("first", None) == "first"


@pytest.mark.parametrize(
    ("holders", "message"),
    [
        ("2022-07-01 nobody", "no speaker 'nobody'"),
        ("July first", "write a day and a speaker"),
        ("2022-07-01", "a day"),
    ],
)
def test_a_mistake_in_who_holds_an_office_is_told(tmp_path: Path, holders: str, message: str) -> None:
    path = tmp_path / "speakers.yaml"
    path.write_text(f'first: {{name: First, names: "first", holders: "{holders}"}}\n', encoding="utf-8")
    with pytest.raises(StoryError, match=message):
        stories._speakers(path)


def test_the_shipped_story_has_no_mistake() -> None:
    checking.check(stories.load("ukrainian_children"))


def test_a_star_inside_a_word_is_a_mistake_since_it_matches_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "story"
    shutil.copytree(stories.load("ukrainian_children").folder, folder)
    words = folder / "lexicon" / "uk.yaml"
    words.write_text(words.read_text(encoding="utf-8") + "starred: переправил*ся\n", encoding="utf-8")
    names = folder / "speakers.yaml"
    names.write_text(names.read_text(encoding="utf-8") + "twice: {name: Twice, names: ann*-lee}\n", encoding="utf-8")
    story = dataclasses.replace(stories.load("ukrainian_children"), folder=folder)
    lands = folder / "regions.yaml"
    lands.write_text(
        lands.read_text(encoding="utf-8") + "odesa: {names: ode*sa region, short: odesa}\n", encoding="utf-8"
    )
    story = dataclasses.replace(story, speakers=stories._speakers(names), regions=stories._regions(lands))
    with pytest.raises(StoryError) as told:
        checking.check(story)
    assert any("uk.yaml" in problem and "a star inside 'переправил*ся'" in problem for problem in told.value.problems)
    assert any("speakers.yaml" in problem and "'ann*-lee'" in problem for problem in told.value.problems)
    assert any("regions.yaml" in problem and "'ode*sa region'" in problem for problem in told.value.problems)


@pytest.mark.parametrize(
    ("text", "mistake"),
    [
        ("doha: deal\n", r"line 1: doha: no kind of scope"),
        ("doha:\n  role: bridge\n", r"line 1: doha: no kind of scope"),
        ("doha:\n  role: deal\n  home: inn\n", r"doha"),
        ("inn:\n  role: group\n  home: inn\n  place: odesa\n", r"line 1: inn: a group needs a home"),
        (
            "inn:\n  role: group\n  home: inn\n  most: 9\n  place: odesa\n  region: ode\n",
            r"inn: region: no region 'ode'",
        ),
        ("inn:\n  role: group\n  home: inn\n  most: many\n  place: odesa\n", r"inn: a group needs a home"),
    ],
)
def test_a_mistake_in_a_scope_is_told_with_file_and_key(tmp_path: Path, text: str, mistake: str) -> None:
    path = tmp_path / "scopes.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(StoryError, match=rf"scopes\.yaml.*{mistake}"):
        stories._scopes(path, {})


def test_scopes_are_found_by_their_role() -> None:
    story = stories.load("ukrainian_children")
    assert story.scopes_of("deal") == {"mt", "qatar", "vatican"}
    assert story.scopes_of("group") == {"kherson_home"}
    assert story.scopes["kherson_home"].region in story.regions
