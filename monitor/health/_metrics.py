"""What Prometheus reads. The only place that knows prometheus-client; the number of lines does not grow with use."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from typing import Any

from prometheus_client import CollectorRegistry, ProcessCollector, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, InfoMetricFamily, Metric
from prometheus_client.registry import Collector

from monitor import __version__
from monitor.health._vitals import Vitals

__all__ = ["exposition"]

COUNTED = {
    "polls": "Feeds asked since the start",
    "entries": "New entries found",
    "articles": "Articles read",
    "versions": "New texts of articles",
    "figures": "Figures stored",
    "flags": "Flags raised",
    "failures": "Feeds and articles that could not be read",
    "messages_sent": "Messages that a channel took",
    "messages_failed": "Messages that a channel did not take",
}
"""Counters of `Vitals.counts`, since the daemon's start."""

MEASURED = {
    "feeds": "Feeds that are followed",
    "feeds_failing": "Feeds whose last poll failed",
    "feed_alarms": "Feeds that are silent or keep failing",
    "feed_lag_seconds": "By how much the most overdue feed is overdue",
    "flags_open": "Flags that nobody has decided about",
    "messages_waiting": "Messages in the outbox",
    "message_lag_seconds": "By how much the most overdue message is overdue",
    "channels_dead": "Channels that do not take their messages",
    "database_bytes": "Size of the database",
}
"""Gauges of the store's pulse."""


class _Collector(Collector):
    def __init__(self, vitals: Vitals, pulse: Mapping[str, Any] | None) -> None:
        self.vitals, self.pulse = vitals, pulse

    def collect(self) -> Iterator[Metric]:
        """Everything, as it is now; without the database's part when that does not answer."""
        yield InfoMetricFamily("monitor", "The running program", value={"version": __version__})
        healthy = not any(self.vitals.problems(self.pulse))
        yield GaugeMetricFamily("monitor_healthy", "1 when /healthz says 200", value=float(healthy))
        age = time.monotonic() - self.vitals.beaten
        yield GaugeMetricFamily("monitor_beat_age_seconds", "Time since the last beat", value=age)
        for name, meaning in COUNTED.items():
            yield CounterMetricFamily(f"monitor_{name}", meaning, value=float(self.vitals.counts[name]))
        for name, meaning in MEASURED.items() if self.pulse is not None else ():
            yield GaugeMetricFamily(f"monitor_{name}", meaning, value=float((self.pulse or {})[name]))


def exposition(vitals: Vitals, pulse: Mapping[str, Any] | None) -> bytes:
    """The text that Prometheus reads (exposition format 0.0.4)."""
    registry = CollectorRegistry()
    registry.register(_Collector(vitals, pulse))
    ProcessCollector(registry=registry)
    return generate_latest(registry)
