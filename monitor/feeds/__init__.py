"""Reading feeds: bytes in, entries out, pure. One file a kind of feed; a new kind is one new file here.

`read` decodes the bytes, builds a tree (or JSON data) and asks the kinds which of them claims it. A kind is a module
with ``claims(source) -> bool`` and ``read(source) -> FeedDocument``; helpers begin with an underscore.
"""

from __future__ import annotations

from monitor.errors import FeedError
from monitor.feeds._dates import parse_date
from monitor.feeds._document import as_json, identity, read
from monitor.feeds._opml import opml_read, opml_write
from monitor.feeds._pages import discover

__all__ = ["FeedError", "as_json", "discover", "identity", "opml_read", "opml_write", "parse_date", "read"]
