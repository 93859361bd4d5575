"""One tree of errors. Each carries its subject and ends a command with its own exit code.

::

    MonitorError            what went wrong, where, and how to mend it          exit 2
    +-- UsageError          an argument that cannot be used                     exit 2
    +-- ConfigError         config.yaml: every mistake with file, line and key  exit 78
    |   +-- StoryError      a story's folder: YAML, lexicon or history          exit 78
    +-- InputError          a file or address the user named cannot be read     exit 2
    |   +-- FeedError       the bytes are not a feed                            exit 2
    |   +-- PageError       the bytes are not a page that can be read           exit 2
    +-- StoreError
        +-- StoreDamaged    database or evidence does not hold                  exit 65
        +-- StoreTooNew     database written by a newer version                 exit 65
        +-- StoreUnusable   disk full, read-only, no permission, I/O            exit 74
        +-- StoreLocked     another process holds it                            exit 75
"""

from __future__ import annotations

__all__ = [
    "ConfigError",
    "FeedError",
    "InputError",
    "MonitorError",
    "PageError",
    "StoreDamaged",
    "StoreError",
    "StoreLocked",
    "StoreTooNew",
    "StoreUnusable",
    "StoryError",
    "UsageError",
]


class MonitorError(Exception):
    """What went wrong (`message`), about what (`subject`: a file, url or key), and how to mend it (`mend`).

    ``str(error)`` is one line, ready for a person: ``subject: message; mend``.
    """

    exit_code = 2

    def __init__(self, message: str, *, subject: str = "", mend: str = "") -> None:
        self.message = message
        self.subject = subject
        self.mend = mend
        super().__init__(message)

    def __str__(self) -> str:
        line = f"{self.subject}: {self.message}" if self.subject else self.message
        return f"{line}; {self.mend}" if self.mend else line


class UsageError(MonitorError):
    """An argument that cannot be used."""


class ConfigError(MonitorError):
    """config.yaml cannot be used. `problems` holds one line per mistake, all of them."""

    exit_code = 78

    def __init__(self, message: str, *, subject: str = "", mend: str = "", problems: tuple[str, ...] = ()) -> None:
        super().__init__(message, subject=subject, mend=mend)
        self.problems = problems

    def __str__(self) -> str:
        return "\n".join(self.problems) if self.problems else super().__str__()


class StoryError(ConfigError):
    """A file of a story's folder cannot be used."""


class InputError(MonitorError):
    """A file or address that the user named cannot be read."""


class FeedError(InputError):
    """The bytes are not a feed of any kind we know."""


class PageError(InputError):
    """The bytes are not a page that can be read."""


class StoreError(MonitorError):
    """The database cannot be used."""

    exit_code = 74


class StoreDamaged(StoreError):
    """The database or the evidence does not hold."""

    exit_code = 65


class StoreTooNew(StoreError):
    """The database was written by a newer version of monitor."""

    exit_code = 65


class StoreUnusable(StoreError):
    """Disk full, read-only, no permission or an I/O error."""

    exit_code = 74


class StoreLocked(StoreError):
    """Another process holds the database."""

    exit_code = 75
