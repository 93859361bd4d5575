"""YAML files of a story, read with the mistakes named: file, line, key."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from monitor.errors import StoryError
from monitor.stories._plain import plain

__all__ = ["Tree", "read", "text_at"]

Tree = dict[str, Any]


def read(path: Path) -> Tree:
    """The mapping in `path`. Raises StoryError when it is not YAML or not a mapping."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise StoryError("cannot be read", subject=str(path), mend="restore the file") from error
    tree = plain(text) or _whole(path, text)
    if not isinstance(tree, dict):
        raise StoryError("not a mapping", subject=str(path), mend="write `key: value` lines")
    return tree


def _whole(path: Path, text: str) -> Any:
    """What `text` is to a reader of all of YAML, loaded only when it is needed: loading it takes long."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError

    try:
        return YAML(typ="safe", pure=True).load(text)
    except MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise StoryError(f"not YAML: {error.problem}", subject=f"{path}, line {line}", mend="mend the line") from error


def _line(path: Path, key: object) -> int:
    lines = path.read_text(encoding="utf-8").splitlines()
    return next((n for n, line in enumerate(lines, 1) if line.lstrip(" {").startswith(f"{key}:")), 0)


def text_at(path: Path, tree: Tree, key: str) -> str:
    """The text under `key`. Raises StoryError with the line when it is missing or no text."""
    value = tree.get(key)
    if not isinstance(value, str):
        found = "missing" if value is None else type(value).__name__
        raise StoryError(
            f"{key}: text wanted, found {found}",
            subject=f"{path}, line {_line(path, key)}",
            mend="write words separated by commas",
        )
    return value
