"""The shape of config.yaml as frozen pydantic models. docs/config.md lists every key; a test holds the two together."""

from __future__ import annotations

from datetime import time
from importlib.util import find_spec
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    SecretStr,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from monitor.config.codes import is_language
from monitor.config.units import Duration, Size, duration_text
from monitor.config.web import http_url, loopback, secret_url

__all__ = [
    "Alerts",
    "AppriseChannel",
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
]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, validate_default=False)


def _network(value: Any) -> Any:
    try:
        return ip_network(value, strict=False)
    except (ValueError, TypeError) as wrong:
        raise PydanticCustomError("cidr", "is not a network; write it like 127.0.0.0/8 or fd00::/8") from wrong


def _between(low: float, high: float) -> AfterValidator:
    def check(seconds: float) -> float:
        if low <= seconds <= high:
            return seconds
        bounds = {"low": duration_text(low), "high": duration_text(high)}
        raise PydanticCustomError("duration_range", "must lie between {low} and {high}", bounds)

    return AfterValidator(check)


def _mailbox(value: str) -> str:
    local, _, domain = value.rpartition("@")
    if not (local and domain and value.isascii() and value.isprintable()) or set(value) & set(" <>,;"):
        raise PydanticCustomError("mailbox", "is not a mail address; write it like desk@example.org")
    return value


def _zone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise PydanticCustomError("zone", "is not a time zone; write it like Europe/Kyiv") from None
    return value


def _name(value: object) -> object:
    if isinstance(value, str) and not value.strip():
        raise PydanticCustomError("empty", "must not be empty")
    return value


def _file(value: object) -> object:
    if isinstance(value, str) and not Path(value).name:
        raise PydanticCustomError("file", "must name a file, like db/monitor.sqlite")
    return value


def _time_of_day(value: object) -> object:
    if not isinstance(value, str | time):
        raise PydanticCustomError("time_type", "is no time of day")
    return value


def _language(value: str) -> str:
    if value != "any" and not is_language(value):
        raise PydanticCustomError("language", "is no language code")
    return value


CIDR = Annotated[IPv4Network | IPv6Network, BeforeValidator(_network)]
Interval = Annotated[Duration, _between(1, 86400)]
Wait = Annotated[Duration, _between(0.1, 600)]
Url = Annotated[str, BeforeValidator(http_url)]
SecretUrl = Annotated[SecretStr, AfterValidator(secret_url)]
Name = Annotated[str, BeforeValidator(_name)]
Loopback = Annotated[str, AfterValidator(loopback)]
Mailbox = Annotated[str, AfterValidator(_mailbox)]
Zone = Annotated[str, AfterValidator(_zone)]
Language = Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z]{2,4})?$|^any$"), AfterValidator(_language)]
FlagKind = Literal["new_figure", "updated_total", "conflict", "correction"]


class Storage(_Part):
    """Where things lie. Relative paths start at the folder of the config file."""

    database: Annotated[Path, BeforeValidator(_file)] = Field(
        default=Path("db/monitor.sqlite"), description="the SQLite database"
    )
    captures: Annotated[Path, BeforeValidator(_name)] | None = Field(
        default=None, description="folder of the captured pages; default: `captures` beside the database"
    )
    keep: Annotated[Duration, _between(86400, 100 * 366 * 86400)] | None = Field(
        default=None, description="how long captured pages stay that are no evidence; default: for ever"
    )
    cap: Size | None = Field(
        default=None,
        ge=1_000_000,
        description="bytes that captured pages may take; what is evidence stays; default: no cap",
    )


class Schedule(_Part):
    """How often to look."""

    every: Interval = Field(default=900.0, description="first interval of a feed, until its rhythm is known; 1s to 24h")
    shortest: Interval | None = Field(
        default=None, description="never more often than this; default 5m, or `every` if shorter"
    )
    longest: Interval = Field(
        default=86400.0, description="never more seldom than this, whatever fails; not less than `every` and `shortest`"
    )
    reread: tuple[Duration, ...] = Field(
        default=(3600.0, 21600.0, 86400.0, 604800.0),
        description="when a stored article is read again, after its first reading",
    )

    @field_validator("longest")
    @classmethod
    def _longest_is_not_shorter(cls, longest: float, info: ValidationInfo) -> float:
        for name in ("every", "shortest"):
            if (least := info.data.get(name)) and longest < least:
                bound = {"name": name, "least": duration_text(least)}
                raise PydanticCustomError("longest", "must not be less than `{name}` ({least})", bound)
        return longest

    @property
    def floor(self) -> float:
        """The shortest interval in seconds."""
        return self.shortest if self.shortest is not None else min(300.0, self.every)


class Network(_Part):
    """How to behave on the network."""

    contact: str | None = Field(default=None, description="address or page named in the user agent, for webmasters")
    allow: tuple[CIDR, ...] = Field(default=(), description="private networks that may be reached; none by default")
    host_gap: Annotated[Duration, _between(0, 600)] = Field(
        default=2.0, description="pause between two requests to one host"
    )
    concurrency: int = Field(default=8, ge=1, le=64, description="requests under way at once, over all hosts")
    connect_timeout: Wait = Field(default=5.0, description="time limit to connect")
    read_timeout: Wait = Field(default=10.0, description="time limit between two pieces of an answer")
    total_timeout: Wait = Field(default=30.0, description="time limit for a whole exchange")
    max_download: Size = Field(default=15_000_000, ge=1000, description="cap of an answer as it arrives")
    max_inflated: Size = Field(default=15_000_000, ge=1000, description="cap of an answer unpacked")
    max_redirects: int = Field(default=5, ge=0, le=20, description="redirects followed")
    robots: bool = Field(default=True, description="obey robots.txt for article pages")


class Feed(_Part):
    """An address that is polled and lists entries."""

    url: Url = Field(description="address of the feed")
    name: Name | None = Field(default=None, description="how the feed is called; default: its address")
    kind: str = Field(default="auto", description="kind of feed; `auto` looks at what arrives")
    enabled: bool = Field(default=True, description="false pauses it; nothing stored is deleted")
    every: Interval | None = Field(default=None, description="its own first interval")
    publisher: Name | None = Field(
        default=None, description="who prints it; give feeds of one outlet the same; default: the name"
    )

    @property
    def title(self) -> str:
        """The name, or the address of a feed without one."""
        return self.name or self.url


class SearchFeed(_Part):
    """A search that answers like a feed. Off unless `enabled`."""

    kind: Literal["google_news", "gdelt"] = Field(description="google_news or gdelt")
    query: Name = Field(description="what to search for, in the words of that service")
    lang: str | None = Field(default=None, description="language of the results")
    hl: str | None = Field(default=None, description="Google News: language of the edition, like en-US")
    gl: str | None = Field(default=None, description="Google News: country of the edition, like US")
    enabled: bool = Field(default=False, description="true switches it on; mind the terms of the service")
    every: Interval | None = Field(default=None, description="its own first interval")
    name: Name | None = Field(default=None, description="how it is called; default: kind and query")

    @property
    def title(self) -> str:
        """The name, or kind and query."""
        return self.name or f"{self.kind}: {self.query}"


class ConsoleChannel(_Part):
    """Flags printed where monitor runs."""

    kind: Literal["console"] = Field(description="console")
    name: Name = Field(default="console", description="how the channel is called")


class WebhookChannel(_Part):
    """Flags sent as JSON by POST. `${NAME}` in any value is taken from the environment."""

    kind: Literal["webhook"] = Field(description="webhook")
    name: Name = Field(default="webhook", description="how the channel is called")
    url: SecretUrl = Field(description="where to send; treated as a secret")
    secret: SecretStr | None = Field(default=None, description="key that signs each message (HMAC-SHA256)")
    headers: dict[str, SecretStr] = Field(default_factory=dict, description="extra headers, as name: value")


class EmailChannel(_Part):
    """Flags sent as mail over SMTP."""

    kind: Literal["email"] = Field(description="email")
    name: Name = Field(default="email", description="how the channel is called")
    host: Name = Field(description="mail server")
    port: int | None = Field(default=None, ge=1, le=65535, description="default: 587, 465 with `tls`, 25 with `none`")
    security: Literal["starttls", "tls", "none"] = Field(
        default="starttls", description="how the connection is protected"
    )
    username: str | None = Field(default=None, description="login; none when left out")
    password: SecretStr | None = Field(default=None, description="password of the login")
    sender: Mailbox = Field(description="address that stands in From")
    to: tuple[Mailbox, ...] = Field(min_length=1, description="addresses that get every message")

    @model_validator(mode="after")
    def _login_is_protected(self) -> EmailChannel:
        local = self.host in {"localhost", "127.0.0.1", "::1"}
        if self.security == "none" and self.password and not local:
            raise PydanticCustomError("open", "would send the password in the clear; write `security: starttls`")
        return self


class AppriseChannel(_Part):
    """Flags sent through any service that Apprise knows; needs the extra `apprise`."""

    kind: Literal["apprise"] = Field(description="apprise")
    name: Name = Field(default="apprise", description="how the channel is called")
    url: SecretStr = Field(description="an Apprise address; treated as a secret")

    @model_validator(mode="after")
    def _installed(self) -> AppriseChannel:
        if find_spec("apprise") is None:
            raise PydanticCustomError("extra", "needs an extra that is not installed: pip install 'monitor[apprise]'")
        return self


Channel = Annotated[ConsoleChannel | WebhookChannel | EmailChannel | AppriseChannel, Field(discriminator="kind")]


class Alerts(_Part):
    """What is told, to whom, when."""

    channels: tuple[Channel, ...] = Field(default=(ConsoleChannel(kind="console"),), description="where flags go")
    first_wave: Annotated[Duration, _between(0, 86400)] = Field(
        default=600.0, description="wait before a flag is sent, so that its message names all first outlets"
    )
    page: tuple[FlagKind, ...] = Field(
        default=("new_figure", "updated_total", "conflict", "correction"),
        description="kinds of flag that are sent at once; the others wait for the digest",
    )
    digest: Annotated[time, BeforeValidator(_time_of_day)] | None = Field(
        default=None, description="time of day (quoted) of one message with all flags that did not page; default: none"
    )
    timezone: Zone = Field(default="UTC", description="whose time `digest` is, like Europe/Kyiv")


class Baseline(_Part):
    """What counts as known on the first day."""

    history: bool = Field(default=True, description="load the story's shipped history as known")
    silent: Annotated[Duration, _between(0, 100 * 366 * 86400)] = Field(
        default=86400.0,
        description="flags of articles that were older than this at the first start are kept but not sent",
    )


class Limits(_Part):
    """What the machine may give."""

    workers: int = Field(default=2, ge=1, le=32, description="processes that read pages")
    articles: int = Field(default=500, ge=1, description="articles read in one pass, at most")
    memory: Size = Field(default=1_000_000_000, ge=64_000_000, description="memory a page-reading process may take")


class Health(_Part):
    """What the daemon tells of itself to this machine."""

    listen: Loopback | None = Field(
        default=None, description="serve /healthz and /metrics here, like 127.0.0.1:9464; default: nowhere"
    )


class Config(_Part):
    """All settings. Built by `load`; `Config.default()` when there is no file."""

    story: Name = Field(
        default="ukrainian_children", description="the story that is followed: a folder of monitor/stories"
    )
    storage: Storage = Field(default=Storage(), description="where things lie")
    schedule: Schedule = Field(default=Schedule(), description="how often to look")
    network: Network = Field(default=Network(), description="how to behave on the network")
    alerts: Alerts = Field(default=Alerts(), description="what is told, to whom, when")
    baseline: Baseline = Field(default=Baseline(), description="what counts as known on the first day")
    limits: Limits = Field(default=Limits(), description="what the machine may give")
    health: Health = Field(default=Health(), description="what the daemon tells of itself to this machine")
    feeds: dict[Language, tuple[Feed, ...]] = Field(
        default_factory=dict, description="feeds, grouped by language code (`any` when mixed)"
    )
    search: tuple[SearchFeed, ...] = Field(default=(), description="searches that answer like feeds")

    @classmethod
    def default(cls) -> Config:
        """The settings without a file: no feeds, console only, database under `db/` of the current folder."""
        return cls()

    @model_validator(mode="before")
    @classmethod
    def _empty_means_default(cls, data: Any) -> Any:
        if isinstance(data, dict):
            return {key: value for key, value in data.items() if value is not None}
        return data

    @property
    def database(self) -> Path:
        """Path of the database."""
        return self.storage.database

    @property
    def captures(self) -> Path:
        """Folder of the captures."""
        return self.storage.captures or self.storage.database.parent / "captures"
