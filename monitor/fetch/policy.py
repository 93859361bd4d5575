"""What fetching may cost and reach: time, bytes, redirects, addresses, pace."""

from __future__ import annotations

from dataclasses import dataclass

from monitor import __version__

__all__ = ["FetchPolicy"]


@dataclass(frozen=True, slots=True)
class FetchPolicy:
    """Limits of every exchange (issue 5). Times in seconds, sizes in bytes.

    `total` covers one `get` with all its redirects, not the wait for a host's turn. `allowed_networks` are CIDR
    blocks opened although they are not public ("127.0.0.0/8", "192.168.7.0/24"). `host_gap` is the pause between two
    requests to one host, measured from the end of the first. `contact` stands in the user agent: a web or mail
    address where a webmaster reaches the operator. `robots` is about article pages; listed feeds are always asked.
    """

    contact: str = ""
    product: str = f"monitor/{__version__}"
    connect: float = 5.0
    read: float = 10.0
    total: float = 30.0
    max_compressed: int = 15_000_000
    max_inflated: int = 15_000_000
    max_redirects: int = 5
    allowed_networks: tuple[str, ...] = ()
    host_gap: float = 2.0
    concurrency: int = 8
    robots: bool = True

    @property
    def user_agent(self) -> str:
        """Product, version and contact, in printable ASCII: it goes into a header."""
        contact = "".join(c for c in self.contact if " " <= c <= "~")
        return f"{self.product} (+{contact or 'contact not configured'})"

    @property
    def token(self) -> str:
        """The product's name as robots.txt files address it."""
        return self.product.partition("/")[0].lower()
