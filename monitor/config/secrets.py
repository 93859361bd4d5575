"""`${NAME}` in the values of alert channels, filled in, so that no token stands in config.yaml. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from monitor.config.places import Keys

__all__ = ["expanded"]

_VARIABLE = re.compile(r"\$\{([A-Za-z_][A-Za-z0-9_]*)\}")


def expanded(tree: Any, environment: Mapping[str, str], mistakes: list[tuple[Keys, str]]) -> Any:
    """A plain copy of the YAML tree with variables filled in below `alerts.channels`; unset ones join `mistakes`."""

    def filled(node: Any, keys: Keys) -> Any:
        if isinstance(node, dict):
            return {key: filled(value, (*keys, key)) for key, value in node.items()}
        if isinstance(node, list):
            return [filled(value, (*keys, place)) for place, value in enumerate(node)]
        if isinstance(node, str) and keys[:2] == ("alerts", "channels"):
            return _filled_text(node, keys, environment, mistakes)
        return str(node) if isinstance(node, str) else node

    return filled(tree, ())


def _filled_text(text: str, keys: Keys, environment: Mapping[str, str], mistakes: list[tuple[Keys, str]]) -> str:
    unset = [name for name in _VARIABLE.findall(text) if name not in environment]
    mistakes += [
        (keys, f"neither the environment nor $CREDENTIALS_DIRECTORY has {name}; set it, or write the value here")
        for name in unset
    ]
    if unset:
        return "https://unset.invalid"
    return _VARIABLE.sub(lambda found: environment[found[1]], text)
