"""Which network addresses may be contacted (pure). Everything that is not public is refused unless allow-listed.

Rests on the IANA special-purpose registries (RFC 6890) and on the addresses that embed another one: IPv4-mapped
(RFC 4291), NAT64 (RFC 6052, RFC 8215), 6to4 (RFC 3056), Teredo (RFC 4380), IPv4-compatible, IPv4-translated, ISATAP.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

__all__ = ["Address", "Network", "may_contact", "networks", "numeric"]

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

_NEVER: tuple[Network, ...] = tuple(
    ip_network(text)
    for text in (
        "0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.88.99.0/24", "198.18.0.0/15", "224.0.0.0/4", "240.0.0.0/4",
        "::/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
    )
)  # fmt: skip
_UNICAST = IPv6Network("2000::/3")
_ISATAP = (0x0000_5EFE, 0x0200_5EFE)


def networks(blocks: Iterable[str]) -> tuple[Network, ...]:
    """CIDR blocks as networks. Raises ValueError for a block that is none."""
    return tuple(ip_network(block, strict=False) for block in blocks)


@lru_cache(2048)
def numeric(host: str) -> Address | None:
    """`host` as an address when it is written as one (brackets of IPv6 allowed), else None."""
    try:
        return ip_address(host.strip("[]"))
    except ValueError:
        return None


@lru_cache(2048)
def may_contact(address: Address, allowed: tuple[Network, ...] = ()) -> bool:
    """True for public addresses and those in `allowed`. An IPv4-mapped address counts as the IPv4 address it is."""
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped is not None:
            return may_contact(address.ipv4_mapped, allowed)
        if address.scope_id is not None:
            address = IPv6Address(int(address))
    return any(address in network for network in allowed) or _public(address)


def _public(address: Address) -> bool:
    isatap = isinstance(address, IPv6Address) and (int(address) >> 32) & 0xFFFF_FFFF in _ISATAP
    unicast = isinstance(address, IPv4Address) or address in _UNICAST
    return unicast and address.is_global and not isatap and not any(address in network for network in _NEVER)
