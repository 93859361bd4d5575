"""YAML files of a story, read with the mistakes named: file, line, key."""

from __future__ import annotations

import re
from collections.abc import Collection
from difflib import get_close_matches
from itertools import takewhile
from pathlib import Path
from typing import Any

from monitor.errors import StoryError
from monitor.stories._plain import plain

__all__ = ["Tree", "keys_at", "place", "read", "text_at", "truth_at"]

Tree = dict[str, Any]


def read(path: Path) -> Tree:
    """The mapping in `path`. Raises StoryError when it is not YAML or not a mapping."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise StoryError("cannot be read", subject=str(path), mend="restore the file") from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise StoryError("is not UTF-8", subject=f"{path}, line {line}", mend="save it as UTF-8") from error
    tree = plain(text) or _whole(path, text)
    if not isinstance(tree, dict):
        raise StoryError("not a mapping", subject=str(path), mend="write `key: value` lines")
    return tree


def _whole(path: Path, text: str) -> Any:
    """What `text` is to a reader of all of YAML, loaded only when it is needed: loading it takes long."""
    from ruamel.yaml import YAML
    from ruamel.yaml.constructor import DuplicateKeyError
    from ruamel.yaml.error import MarkedYAMLError

    try:
        return YAML(typ="safe", pure=True).load(text)
    except DuplicateKeyError as error:
        line = error.problem_mark.line + 1
        raise StoryError(
            "the same key stands twice", subject=f"{path}, line {line}", mend="make one of both"
        ) from error
    except MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise StoryError(f"not YAML: {error.problem}", subject=f"{path}, line {line}", mend="mend the line") from error


def place(path: Path, *keys: object) -> str:
    """Where a person finds the last of `keys`, each of which stands in the one before: "en.yaml, line 3: child"."""
    lines = path.read_text(encoding="utf-8").splitlines()
    found = 0
    for key in keys:
        below = _below(lines, found)
        found = next((number for number in below if _is_key(lines[number - 1], key)), found)
    return f"{path}, line {max(found, 1)}: {': '.join(map(str, keys))}"


def _below(lines: list[str], number: int) -> list[int]:
    """The numbers of the lines that stand deeper than this one, which is above them; of all for 0."""
    if not number:
        return [*range(1, len(lines) + 1)]
    deep = _indent(lines[number - 1])
    rest = range(number + 1, len(lines) + 1)
    return [*takewhile(lambda n: not lines[n - 1].strip() or _indent(lines[n - 1]) > deep, rest)]


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _is_key(line: str, key: object) -> bool:
    return re.match(rf"""[ -]*["']?{re.escape(str(key))}["']? *:""", line) is not None


def text_at(path: Path, tree: Tree, key: str, *above: str) -> str:
    """The text under `key`, whose mapping stands in `above`. Raises StoryError with the line when there is no text."""
    value = tree.get(key)
    if not isinstance(value, str):
        found = "missing" if value is None else type(value).__name__
        raise StoryError(
            f"text wanted, found {found}", subject=place(path, *above, key), mend="write words separated by commas"
        )
    return value


def truth_at(path: Path, tree: Tree, key: str, *above: str) -> bool:
    """Whether `key` is true; false without it. Raises StoryError with the line for anything else, such as "no"."""
    value = tree.get(key, False)
    if not isinstance(value, bool):
        raise StoryError(f"found {value!r}", subject=place(path, *above, key), mend="write true or false")
    return value


def keys_at(path: Path, tree: Tree, known: Collection[str], *above: str) -> None:
    """Raises StoryError with the line for a key that is not `known`: it would be without effect."""
    for key in tree:
        if key not in known:
            close = get_close_matches(str(key), known, 1, 0.6)
            mend = f"did you mean {close[0]}?" if close else f"known here: {', '.join(sorted(known))}"
            raise StoryError("unknown key", subject=place(path, *above, key), mend=mend)
