"""The network: the only place that knows httpx and h11. `Fetcher.get` turns an address into an `Answer`, never raises.

::

    get -> pacing -> [robots] -> exchange, hop by hop -> dialer (resolve, check, connect) -> wire -> inflate -> classify
"""

from __future__ import annotations

from monitor.fetch.classify import not_a_feed
from monitor.fetch.fetcher import Fetcher, Purpose
from monitor.fetch.policy import FetchPolicy
from monitor.fetch.post import Posted, post
from monitor.fetch.urls import redact

__all__ = ["FetchPolicy", "Fetcher", "Posted", "Purpose", "not_a_feed", "post", "redact"]
