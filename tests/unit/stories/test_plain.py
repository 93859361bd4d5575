"""The fast reader of plain YAML reads as a reader of all of YAML does, or leaves the text to it."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from monitor import stories
from monitor.errors import StoryError
from monitor.stories._plain import plain
from monitor.stories._reading import read

FILES = sorted((Path(stories.__file__).parent / "ukrainian_children").rglob("*.yaml"))
KEYS = ["child", "unit", "no", "on", "y", "null", "true", "A", "x_1", "- "]
VALUES = [
    "words and, more", "no", "true", "Null", ">-", ">", "|", "3", "1e3", "l'u*", "a:b", "a: b", "a #b", "a#b", "", "~",
    '"x: y # z"', "'it''s'", "'one'", '"a\\n"', "{a: b}", '{a: "b, c: d", live: true}', "{a: b, a: c}", "{a: 3}",
    "{a: b,c: d}", "{a: b , c: d }", "[a, b]", "&x a", "*x", "!t a", "- a", "відсот*, йо", "a{b}", "a ", "\ta", "@a",
    "%a", "? a", "a?", "{true: x}", "{null: x}", '"a" b', "a\u2028b", "a\u00a0", "\ufeffa",
]  # fmt: skip
LINES = st.tuples(
    st.sampled_from([0, 0, 1, 2, 2, 4]),
    st.one_of(
        st.tuples(st.sampled_from(KEYS), st.sampled_from([": ", ":", ":  "]), st.sampled_from(VALUES)).map("".join),
        st.sampled_from(["", "# note", "- item", "- two, words", "-", "folded text", "# in it", "---", "...", "x"]),
    ),
).map(lambda row: " " * row[0] + row[1])


def whole(text: str) -> object:
    return YAML(typ="safe", pure=True).load(StringIO(text))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_shipped_files_are_plain(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    tree = plain(text)
    assert tree is not None
    assert tree == whole(text)


@given(st.lists(LINES, max_size=8).map("\n".join))
@example("a: b\n  c")
@example("a: {a: b , c: d }")
@example("a: {b: null }")
@example("a: >-\n  b\n\n  c\n")
@example("a: >-\n  b\n # c\nd: e\n")
@example("a:\n- b\n")
@example("a:\n  - b\n  c: d\n")
@example("a:\n  # c\n  b: no\n \nd:\n")
def test_what_it_reads_it_reads_as_yaml_does(text: str) -> None:
    tree = plain(text)
    if tree is not None:
        assert tree == whole(text)


@given(
    st.sampled_from(FILES[:3]), st.integers(0, 10**6), st.sampled_from(["", "\n", " ", ":", "#", '"', "- ", "  ", "{"])
)
def test_a_file_changed_anywhere_is_read_as_yaml_does(path: Path, at: int, put: str) -> None:
    text = path.read_text(encoding="utf-8")[:3000]
    at %= len(text)
    changed = text[:at] + put + text[at + 1 :]
    tree = plain(changed)
    if tree is not None:
        assert tree == whole(changed)


@pytest.mark.parametrize("text", ["child: [a, b]", "child: 3", "a: &x b", "? a", "- a", "a: 'it''s'", "a: |\n  b", ""])
def test_all_other_yaml_is_left_to_another_reader(text: str) -> None:
    assert plain(text) is None


def test_a_key_told_twice_names_the_line(tmp_path: Path) -> None:
    path = tmp_path / "en.yaml"
    path.write_text("child: kid\nname: x\nchild: lad\n", encoding="utf-8")
    with pytest.raises(StoryError, match="line 3"):
        read(path)


def test_files_that_are_not_plain_are_read_as_well(tmp_path: Path) -> None:
    path = tmp_path / "en.yaml"
    path.write_text("child: |\n  kid,\n  lad\nname: ['x']\n", encoding="utf-8")
    assert read(path) == {"child": "kid,\nlad\n", "name": ["x"]}


def test_broken_files_raise_the_same_as_before(tmp_path: Path) -> None:
    path = tmp_path / "en.yaml"
    for text in ("a: b: c", "\ta: b", "a: {b", "a: *x"):
        path.write_text(text, encoding="utf-8")
        with pytest.raises(YAMLError):
            whole(text)
        with pytest.raises(StoryError):
            read(path)
