"""Where `${NAME}` is looked up: the environment, then the files that systemd or a container hands over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from monitor.errors import ConfigError

__all__ = ["Secrets"]

_UNIT = "monitor_"
"""What systemd puts before the name of a file of the unit's `LoadCredential=monitor:FOLDER` (systemd.exec(5))."""


class Secrets(Mapping[str, str]):
    """`environment`, and beneath it the files of the folder that its CREDENTIALS_DIRECTORY names, read when asked for.

    A line break at a file's end is no part of the secret. ConfigError for a file that is there and cannot be read.
    """

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._environment = environment
        self._folder = environment.get("CREDENTIALS_DIRECTORY", "")

    def __getitem__(self, name: str) -> str:
        if name in self._environment:
            return self._environment[name]
        for path in (Path(self._folder, name), Path(self._folder, _UNIT + name)) if self._folder else ():
            if path.is_file():
                return _text(path)
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        files = Path(self._folder).iterdir() if self._folder and Path(self._folder).is_dir() else ()
        return iter({*self._environment, *(path.name.removeprefix(_UNIT) for path in files)})

    def __len__(self) -> int:
        return len(list(iter(self)))


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8").rstrip("\r\n")
    except OSError as wrong:
        raise ConfigError(
            f"cannot be read: {wrong.strerror}", subject=str(path), mend="check its permissions"
        ) from None
    except UnicodeDecodeError:
        raise ConfigError("is not UTF-8", subject=str(path), mend="save it as UTF-8") from None
