"""The bundled newsroom: six invented outlets on loopback, for `monitor demo` and for tests.

Outlets are rows of outlets.toml, articles are files of articles/ (ours, in our own words, retelling the public
chronology of August 2025 to March 2026), pages are templates/. The server gives them out as a real newsroom would:
feeds of five kinds, pages with all that surrounds an article, validators, compression, robots.txt.
"""

from __future__ import annotations

from monitor.demo.server import FeedAddress, Newsroom

__all__ = ["FeedAddress", "Newsroom"]
