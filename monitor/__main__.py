"""``python -m monitor`` is the ``monitor`` command."""

from __future__ import annotations

import sys

__all__ = ["main"]

INTERRUPTED = 130


def main() -> None:
    """Runs the command. Ctrl-C while its parts are still being loaded ends it as quietly as later on."""
    try:
        from monitor.cli import main as command
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    command()


if __name__ == "__main__":
    main()
