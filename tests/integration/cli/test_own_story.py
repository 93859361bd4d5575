"""A story of one's own: what its folder may lack, and what `monitor config check` says of its files."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from monitor import stories


@pytest.fixture
def mini(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """A copy of the shipped story as the story `mini` of a config.yaml here, without its history and weights."""
    home = tmp_path / "stories"
    without = shutil.ignore_patterns("history.csv", "weights.json")
    shutil.copytree(stories.load("ukrainian_children").folder, home / "mini", ignore=without)
    monkeypatch.setattr(stories, "_HOME", home)
    stories.load.cache_clear()
    (tmp_path / "config.yaml").write_text("story: mini\n", encoding="utf-8")
    yield home / "mini"
    stories.load.cache_clear()


@pytest.mark.usefixtures("mini")
def test_a_story_needs_neither_history_nor_weights(cli):
    done = cli("catch-up")
    assert (done.code, done.err) == (0, "")
    assert cli("check", "20,000 children deported").out.splitlines()[1].startswith("Unknown")


def test_the_shipped_story_has_no_mistake(cli):
    assert cli("config", "check").code == 0


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("lexicon/en.yaml", "\nchild: ", "\nchild: [\nchild: ", "not YAML"),
        ("lexicon/en.yaml", "\nchild: ", "\nchild: kid\nchild: ", "the same key stands twice; make one of both"),
        ("lexicon/uk.yaml", "\nchild: ", "\nodd:\n  deep: 3\nchild: ", "odd: deep: text wanted, found int"),
        (
            "lexicon/pt.yaml",
            "\nchild: ",
            "\nspeaker.lubinetz: eu\nchild: ",
            "no speaker 'lubinetz'; add it to speakers",
        ),
        ("measures.yaml", ", live: true", ", livee: true", "returned: livee: unknown key; did you mean live?"),
        ("measures.yaml", ", live: true", ", live: no", "returned: live: found 'no'; write true or false"),
        ("speakers.yaml", "\nlubinets:", "\nadded: {name: A}\nlubinets:", "added: names: text wanted, found missing"),
        ("speakers.yaml", "\nlubinets:", "\nadded: {name: A, names: a, by: x}\nlubinets:", "added: by: unknown key"),
        ("families.yaml", "- lubinets", "- lubinetz", "kyiv: no speaker 'lubinetz'; did you mean lubinets?"),
        ("families.yaml", "- lubinets", "- lubinets\n  - lubinets", "kyiv: lubinets stands under kyiv too"),
        ("families.yaml", "kyiv:", "qatari: qatar\nkyiv:", "qatari: a list wanted"),
        ("families.yaml", "- lubinets", "- [lubinets]", "kyiv: a speaker's id wanted"),
        (
            "subsets.yaml",
            "measures: facilities, held",
            "measures: facilities, hold",
            "military: measures: no measure 'hold'",
        ),
    ],
)
def test_each_mistake_in_a_file_of_the_story_is_told_with_its_line(cli, mini, file, old, new, told):
    path = mini / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    line = text[: text.index(old)].count("\n") + 1
    done = cli("config", "check")
    assert done.code == 78
    assert done.err.count("\n") == 1
    assert told in done.err
    found = int(done.err.partition(f"{path}, line ")[2].partition(":")[0])
    assert abs(found - line) <= 8


def test_mistakes_of_several_files_are_told_at_once(cli, mini):
    (mini / "lexicon" / "en.yaml").write_text("child: [\n", encoding="utf-8")
    (mini / "lexicon" / "uk.yaml").write_bytes(b"child: x\nmore: \xff\n")
    (mini / "history.csv").write_text("published\n", encoding="utf-8")
    (mini / "weights.json").write_text("{", encoding="utf-8")
    rows = cli("config", "check").err.splitlines()
    assert len(rows) == 4
    assert "uk.yaml, line 2: is not UTF-8" in rows[1]


def test_a_story_that_there_is_not_is_told_with_its_line(cli, tmp_path):
    (tmp_path / "config.yaml").write_text("# ours\nstory: maxi\n", encoding="utf-8")
    for command in (["config", "check"], ["flags"], ["catch-up"]):
        done = cli(*command)
        assert (done.code, done.err) == (
            78, "monitor: config.yaml:2: story: found 'maxi', which is no story; there are: ukrainian_children\n"
        )  # fmt: skip


def test_check_says_when_there_is_no_configuration(cli, tmp_path):
    assert cli("config", "check").out.startswith("no config.yaml here, the defaults hold: story ukrainian_children")
    (tmp_path / "config.yaml").write_text("feeds: {}\n", encoding="utf-8")
    assert cli("config", "check").out.startswith("configuration is fine: story ukrainian_children, 0 feeds")
