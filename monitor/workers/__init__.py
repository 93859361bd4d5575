"""Guarded processes for what strangers' bytes may hang or crash: pages, large feeds (DESIGN decision 4).

A job that runs too long, needs too much memory or kills its process is a named failure; the pool lives on. Workers
start when first needed, end after idling, and never outlive their parent.
"""

from monitor.workers.pool import JOBS, Failed, ParsePool

__all__ = ["JOBS", "Failed", "ParsePool"]
