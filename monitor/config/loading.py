"""config.yaml -> Config. Every mistake names file, line, key, what was found and what would be right; all at once."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from io import StringIO
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.constructor import DuplicateKeyError
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from monitor.config.checks import duplicates
from monitor.config.credentials import Secrets
from monitor.config.places import Keys, line_of
from monitor.config.problems import sentence
from monitor.config.secrets import expanded
from monitor.config.settings import Config
from monitor.errors import ConfigError

__all__ = ["USUAL", "is_there", "load", "parse", "place", "schema"]

USUAL = Path("config.yaml")
"""The file that is read when none is named."""


def load(path: Path | None = None, *, environment: Mapping[str, str] | None = None) -> Config:
    """The settings of a file; without one, of `config.yaml` here, else the defaults. ConfigError lists all mistakes.

    `${NAME}` in the secrets of channels is taken from `environment` (default: that of the process) or from a file of
    the folder that its CREDENTIALS_DIRECTORY names.
    """
    if path is None and not is_there(USUAL):
        return Config.default()
    chosen = path or USUAL
    return parse(_text(chosen), chosen, Secrets(os.environ if environment is None else environment))


def is_there(path: Path) -> bool:
    """In a folder that this user may not enter there is nothing."""
    try:
        return path.exists()
    except OSError:
        return False


def parse(text: str, path: Path, environment: Mapping[str, str]) -> Config:
    """The settings in `text`; `path` is named in errors and anchors relative paths."""
    tree = _tree(text, path)
    mistakes: list[tuple[Keys, str]] = []
    data = expanded(tree, environment, mistakes)
    mistakes += duplicates(data)
    config = None
    try:
        config = Config.model_validate(data)
    except ValidationError as wrong:
        mistakes += [(tuple(error["loc"]), sentence(error)) for error in wrong.errors(include_url=False)]
    if mistakes or config is None:
        raise _error(path, sorted(_lines(tree, path, mistakes)))
    return _anchored(config, path)


def place(path: Path | None, key: str) -> str:
    """Where a person finds a key of the file that `load` reads: "config.yaml:3: story"."""
    chosen = path or USUAL
    line, name = line_of(_tree(_text(chosen), chosen), (key,))
    return f"{chosen}:{line}: {name}"


def schema() -> dict[str, Any]:
    """The JSON schema of config.yaml (draft 2020-12), for editors."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **Config.model_json_schema()}


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise ConfigError("there is no such file", subject=str(path), mend="name one with --config FILE") from None
    except IsADirectoryError:
        raise ConfigError("is a folder, not a file", subject=str(path), mend="name the config.yaml in it") from None
    except UnicodeDecodeError as wrong:
        line = wrong.object[: wrong.start].count(b"\n") + 1
        raise ConfigError("is not UTF-8", subject=f"{path}:{line}", mend="save it as UTF-8") from None
    except OSError as wrong:
        raise ConfigError(
            f"cannot be read: {wrong.strerror}", subject=str(path), mend="check its permissions"
        ) from None


def _tree(text: str, path: Path) -> Any:
    try:
        tree = YAML(typ="rt").load(StringIO(text))
    except DuplicateKeyError as wrong:
        raise _syntax(path, wrong, "the same key stands twice", "keep one of them") from None
    except MarkedYAMLError as wrong:
        raise _syntax(path, wrong, wrong.problem or "cannot be read", "check indents, colons and quotes here") from None
    except (YAMLError, ValueError, RecursionError) as wrong:
        raise ConfigError(f"is not YAML: {wrong}".splitlines()[0], subject=str(path), mend="") from None
    if tree is None:
        return {}
    if not isinstance(tree, dict):
        found = type(tree).__name__.removeprefix("Commented").lower()
        raise _error(path, [(1, f"{path}:1: the file must hold `key: value` lines, found one {found}")])
    return tree


def _syntax(path: Path, wrong: MarkedYAMLError, problem: str, mend: str) -> ConfigError:
    mark = wrong.problem_mark or wrong.context_mark
    where = f"{path}:{mark.line + 1}:{mark.column + 1}" if mark else str(path)
    return _error(path, [(0, f"{where}: not valid YAML: {' '.join(problem.split())}; {mend}")])


def _lines(tree: Any, path: Path, mistakes: list[tuple[Keys, str]]) -> Iterator[tuple[int, str]]:
    for keys, text in mistakes:
        line, name = line_of(tree, keys)
        yield line, f"{path}:{line}: {name}: {text}" if name else f"{path}:{line}: {text}"


def _error(path: Path, lines: list[tuple[int, str]]) -> ConfigError:
    problems = tuple(dict.fromkeys(line for _, line in lines))
    return ConfigError(f"{len(problems)} mistakes", subject=str(path), problems=problems)


def _anchored(config: Config, path: Path) -> Config:
    base = path.parent
    storage = config.storage
    captures = base / storage.captures if storage.captures else None
    anchored = storage.model_copy(update={"database": base / storage.database, "captures": captures})
    return config.model_copy(update={"storage": anchored})
