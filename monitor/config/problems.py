"""What pydantic found wrong, as one sentence for a person: what was found, what would be right. Pure."""

from __future__ import annotations

from difflib import get_close_matches
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from monitor.config.places import Keys
from monitor.config.settings import Config

__all__ = ["sentence"]

_SECRET = frozenset({"url", "secret", "headers"})
_WANTED = {
    "bool": "write true or false",
    "int": "write a whole number",
    "float": "write a number",
    "string": "write text, in quotes if it looks like something else",
    "path": "write a path as text",
    "time": 'write a time of day in quotes, like "08:00"',
    "tuple": "write a list, each item after a dash",
    "list": "write a list, each item after a dash",
    "dict": "write `key: value` lines below it",
    "model": "write `key: value` lines below it",
}


def sentence(error: ErrorDetails) -> str:
    """``found 'x'; what would be right`` for one error of pydantic. Values of channels are never printed."""
    keys, kind = tuple(error["loc"]), error["type"]
    if kind == "extra_forbidden":
        return "unknown key; " + _meant(keys)
    if kind == "missing":
        return "is missing; add it"
    if kind == "union_tag_not_found":
        return "has no `kind`; add `kind: " + "` or `kind: ".join(_tags(error)) + "`"
    if "[key]" in keys:
        return f"found {error['input']!r}, which is no language code; write one like en or uk, or `any`"
    if kind == "union_tag_invalid":
        tag = str(error.get("ctx", {}).get("tag", ""))
        return f"found kind {tag!r}; {_one_of(tag, _tags(error))}"
    return f"{_found(keys, error['input'])}; {_right(error)}"


def _found(keys: Keys, value: Any) -> str:
    if keys[:1] == ("alerts",) and _SECRET & set(keys):
        return "found a value (not shown)"
    shown = repr(value) if isinstance(value, str | int | float) else "a list" if isinstance(value, list) else None
    shown = shown or ("`key: value` lines" if isinstance(value, dict) else "nothing" if value is None else str(value))
    return f"found {shown if len(shown) <= 80 else shown[:77] + '...'}"


def _right(error: ErrorDetails) -> str:
    kind = error["type"]
    if kind == "literal_error":
        return f"write {error['ctx']['expected']}"
    wanted = _WANTED.get(kind.rsplit("_", 1)[0].split("_")[0]) if kind.endswith(("_type", "_parsing")) else None
    return wanted or _WANTED.get(kind, "") or f"it {error['msg'].removeprefix('Input ').removeprefix('Value error, ')}"


def _tags(error: ErrorDetails) -> list[str]:
    expected = str(error.get("ctx", {}).get("expected_tags", "'console', 'webhook'"))
    return [tag.strip(" '") for tag in expected.split(",")]


def _one_of(found: str, known: list[str]) -> str:
    close = get_close_matches(found, known, 1, 0.5)
    return f"did you mean `{close[0]}`?" if close else "write one of " + ", ".join(known)


def _meant(keys: Keys) -> str:
    known = _known(Config, keys[:-1])
    close = get_close_matches(str(keys[-1]), known, 1, 0.6)
    return f"did you mean `{close[0]}`?" if close else "known here: " + ", ".join(known)


def _known(shape: Any, keys: Keys) -> list[str]:
    """The names of the fields of the model at `keys`."""
    shape = _bare(shape)
    if _is_model(shape):
        if not keys:
            return list(shape.model_fields)
        return _known(shape.model_fields[str(keys[0])].annotation, keys[1:])
    if get_origin(shape) in (Union, UnionType):
        return _known_of_union(shape, keys)
    inner = get_args(shape)[-1 if get_origin(shape) is dict else 0]
    return _known(inner, keys[1:])


def _known_of_union(shape: Any, keys: Keys) -> list[str]:
    for member in map(_bare, get_args(shape)):
        if _is_model(member) and keys and keys[0] in get_args(member.model_fields["kind"].annotation):
            return _known(member, keys[1:])
    return []


def _bare(shape: Any) -> Any:
    return get_args(shape)[0] if get_origin(shape) is Annotated else shape


def _is_model(shape: Any) -> bool:
    return isinstance(shape, type) and issubclass(shape, BaseModel)
