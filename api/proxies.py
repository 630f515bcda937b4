"""Where a request comes from: its line's other end, or what a proxy of ours says of it. Others may say what they like."""

from collections.abc import Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

Network = IPv4Network | IPv6Network
FORWARDED_FOR = "x-forwarded-for"
HOME_BITS = 64
"""What one household or office has of IPv6: whoever has one address of it has them all."""
NOWHERE = "unknown"


class Proxies:
    """Those whose `X-Forwarded-For` is believed."""

    def __init__(self, trusted: Sequence[Network]) -> None:
        self._trusted = tuple(trusted)

    def origin(self, peer: str | None, forwarded: Sequence[str]) -> str:
        """The address that counts as one. `forwarded`: every such header; each proxy adds whom it was asked by at the end."""
        at = _read(peer or "")
        hops = [hop.strip() for line in forwarded for hop in line.split(",")]
        while at is not None and hops and any(at in network for network in self._trusted):
            before = _read(hops.pop())
            if before is None:
                break  # no address: who said it is as far back as can be told
            at = before
        return NOWHERE if at is None else _shared(at)


def _read(text: str) -> IPv4Address | IPv6Address | None:
    try:
        at = ip_address(text)
    except ValueError:
        return None
    return (at.ipv4_mapped or at) if isinstance(at, IPv6Address) else at


def _shared(at: IPv4Address | IPv6Address) -> str:
    return str(at) if isinstance(at, IPv4Address) else str(ip_network((at, HOME_BITS), strict=False))
