"""config.yaml -> Config: `load`, `schema`, `redact`, and the shapes of its parts. docs/config.md explains every key."""

from monitor.config.codes import is_language
from monitor.config.loading import USUAL, is_there, load, parse, place, schema
from monitor.config.settings import (
    Alerts,
    Baseline,
    Channel,
    Config,
    ConsoleChannel,
    EmailChannel,
    Feed,
    Health,
    Limits,
    Network,
    Schedule,
    SearchFeed,
    Storage,
    WebhookChannel,
)
from monitor.config.units import duration, duration_text, size
from monitor.config.web import redact

__all__ = [
    "USUAL",
    "Alerts",
    "Baseline",
    "Channel",
    "Config",
    "ConsoleChannel",
    "EmailChannel",
    "Feed",
    "Health",
    "Limits",
    "Network",
    "Schedule",
    "SearchFeed",
    "Storage",
    "WebhookChannel",
    "duration",
    "duration_text",
    "is_language",
    "is_there",
    "load",
    "parse",
    "place",
    "redact",
    "schema",
    "size",
]
