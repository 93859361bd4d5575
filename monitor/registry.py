"""Finds plug-ins by their file name: a new feed kind, language or channel is one new file and no edit elsewhere."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from types import ModuleType

__all__ = ["find", "names"]


@cache
def names(package: str) -> tuple[str, ...]:
    """Names of the plug-ins in `package` (dotted name), sorted; files that begin with an underscore are none."""
    home = importlib.import_module(package)
    return tuple(sorted(m.name for m in pkgutil.iter_modules(home.__path__) if not m.name.startswith("_")))


@cache
def find(package: str, name: str) -> ModuleType:
    """The module of plug-in `name` in `package`.

    Raises LookupError with the names there are, when there is no such plug-in.
    """
    if name not in names(package):
        raise LookupError(f"no {name!r} in {package}; there are: {', '.join(names(package))}")
    return importlib.import_module(f"{package}.{name}")
