"""Input that people pipe in: text and JSON Lines, where a bad line is an error row and never the end."""

from __future__ import annotations

import codecs
import json
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from monitor.cli import _out
from monitor.errors import InputError

__all__ = ["as_text", "day", "json_lines", "named", "own_mistake", "read_bytes", "read_text"]


_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
"""How a text begins, and what it is written in then."""


_REPLACED = "\ufffd"


def read_bytes(source: str) -> bytes:
    """The bytes of a file, or of standard input for ``-``. Raises InputError."""
    try:
        return sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes()
    except OSError as error:
        raise InputError(error.strerror or "cannot be read", subject=source, mend="check the file's name") from None


def read_text(source: str) -> tuple[str, bool]:
    """The same as text in UTF-8, or in what its byte-order mark says, and whether it is that; bad bytes are replaced,
    and told of."""
    content = read_bytes(source)
    encoding = next((name for mark, name in _MARKS if content.startswith(mark)), "utf-8")
    try:
        text, wrong = content.decode(encoding), content.find(b"\0") if encoding == "utf-8" else -1
    except UnicodeDecodeError as error:
        text, wrong = content.decode(encoding, "replace"), error.start
    if wrong >= 0:
        line = content.count(b"\n", 0, wrong) + 1
        _out.problem(f"{source}, line {line}: is not {encoding.upper().removesuffix('-SIG')}; save it as UTF-8")
    return text, wrong < 0


def json_lines(content: str, *, whole: bool = True) -> Iterator[tuple[str, dict[str, Any] | str]]:
    """(name, object) for each line that is not blank; the object is the error's line where it is no JSON object, or
    where bytes of a text that is not `whole` were replaced.

    The name is the object's ``id`` or ``file``, else ``line N``.
    """
    for number, text in enumerate(content.split("\n"), 1):
        if not text.strip():
            continue
        where = f"line {number}"
        if not whole and (_REPLACED in text or "\0" in text):
            yield where, f"{where}: is not UTF-8; save it as UTF-8"
            continue
        try:
            item = json.loads(text)
        except (ValueError, RecursionError) as error:
            yield where, f"{where}: is not JSON ({error}); write one JSON object a line"
            continue
        if isinstance(item, dict):
            name = named(item)
            yield where if name == "line" else name, item
        else:
            yield where, f"{where}: is not a JSON object; write one JSON object a line"


def as_text(item: Mapping[str, Any], field: str) -> str | None:
    """The text in `field`, None when it is absent or null. Raises InputError when it is no text."""
    value = item.get(field)
    if value is None or isinstance(value, str):
        return value
    raise InputError(f"{field} is {type(value).__name__}, not text", subject=named(item), mend="write it in quotes")


def named(item: Mapping[str, Any]) -> str:
    """What to call an item in a message."""
    return str(next((item[key] for key in ("id", "file") if item.get(key) is not None), "line"))


def own_mistake(error: Exception, subject: str) -> InputError:
    """An exception that nobody foresaw, as the error row of the one item that caused it."""
    return InputError(
        f"a mistake in monitor itself: {type(error).__name__}: {error}", subject=subject, mend="please report it"
    )


def day(text: object) -> date | None:
    """The day of ``YYYY-MM-DD...``, None for nothing. Raises InputError."""
    try:
        return date.fromisoformat(str(text)[:10]) if text else None
    except ValueError:
        raise InputError(f"{text!r} is not a day", subject="published", mend="write YYYY-MM-DD") from None
