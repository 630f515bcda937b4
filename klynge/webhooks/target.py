"""Targets: which addresses may be called at all, so that nobody lets this machine look into the network it stands in.

A name is resolved here, at registration and again at every call; what is called is the address it was found to be, and a name that
leads to any address of a network of one's own is not called at all.
"""

from collections.abc import Awaitable, Callable, Sequence
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import SplitResult, urlsplit

from msgspec import Struct

from api.webhook_rows import URL_CHARS_MAX
from klynge.webhooks.names import Names

HTTPS_PORT = 443
PORTS_MIN = 1024
"""Below it live mail, remote shells and the like: of those 443 alone is called."""
ADDRESSES_MAX = 16
"""That one name may lead to."""

FORBIDDEN = tuple(
    map(
        ip_network,
        (
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",  # shared by the customers of a carrier; also a metadata service
            "127.0.0.0/8",
            "169.254.0.0/16",  # link-local; the metadata service of most clouds
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "168.63.129.16/32",  # the inner service of one cloud, at an address that looks public
            "::/3",  # all that is not handed out: unspecified, loopback, mapped and translated IPv4
            "2001::/23",  # Teredo and others that carry an IPv4 address
            "2001:db8::/32",
            "2002::/16",  # 6to4: an IPv4 address within
            "3fff::/20",
            "4000::/2",
            "8000::/1",  # unique local, link-local, multicast
        ),
    )
)
"""Everything that is not an address of the open internet, by the registries of special addresses."""

Resolve = Callable[[str, int], Awaitable[Sequence[str]]]
"""The addresses of a name, at a port. Raises OSError."""


class TargetRefused(Exception):
    """An address that is not called. `code` ends the problem's; `da` and `en` say what to write instead."""

    def __init__(self, code: str, da: str, en: str) -> None:
        super().__init__(code)
        self.code = code
        self.da = da
        self.en = en


class Target(Struct, frozen=True):
    """What to call: a URL, and where its host was found just now."""

    url: str
    host: str
    port: int
    address: str

    @property
    def pinned(self) -> str:
        """The URL with the address in the host's place."""
        parts = urlsplit(self.url)
        address = f"[{self.address}]" if ":" in self.address else self.address
        return parts._replace(netloc=f"{address}:{self.port}").geturl()


class Targets:
    """What may be called from here. `to_loopback`: http to this machine too, for development."""

    def __init__(self, *, to_loopback: bool, resolve: Resolve | None = None) -> None:
        self._to_loopback = to_loopback
        self._resolve = resolve or Names().resolve

    async def find(self, url: str) -> Target:
        """Where a URL leads just now. Raises `TargetRefused`."""
        parts = _parts(url)
        host, port = _host_and_port(parts)
        try:
            found = list(await self._resolve(host, port))[: ADDRESSES_MAX + 1]
            addresses = [ip_address(each.partition("%")[0]) for each in found]
        except (OSError, ValueError):  # UnicodeError, of a name that cannot be one, is a ValueError
            addresses = []
        if not addresses:
            raise TargetRefused(
                "host-unknown", f"{host} kan ikke findes i navnetjenesten.", f"{host} is not found in the name service."
            )
        ours = self._to_loopback and all(each.is_loopback for each in addresses)
        if parts.scheme == "http" and not ours:
            raise _not_https()
        if not ours:
            _require_open(addresses, port)
        return Target(url, host, port, str(addresses[0]))


def _parts(url: str) -> SplitResult:
    is_plain = url.isascii() and url.isprintable() and not set(url) & set(' \\<>"^`{|}')
    if len(url) > URL_CHARS_MAX or not is_plain:
        raise _malformed()
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018 - a port that is no number is told by asking
    except ValueError:
        raise _malformed() from None
    if parts.scheme not in ("https", "http"):
        raise _not_https()
    if not parts.hostname or "@" in parts.netloc or parts.fragment or "#" in url:
        raise _malformed()
    return parts


def _host_and_port(parts: SplitResult) -> tuple[str, int]:
    host = parts.hostname or ""
    return host, parts.port or (HTTPS_PORT if parts.scheme == "https" else 80)


def _require_open(addresses: Sequence[IPv4Address | IPv6Address], port: int) -> None:
    """A name that leads to the open internet and to a network of one's own as well is meant to be found out only afterwards."""
    if port != HTTPS_PORT and port < PORTS_MIN:
        raise TargetRefused(
            "port-refused",
            f"Porten er 443 eller fra {PORTS_MIN} og op.",
            f"The port is 443, or {PORTS_MIN} and above.",
        )
    if len(addresses) > ADDRESSES_MAX or not all(map(is_open, addresses)):
        raise TargetRefused(
            "address-refused",
            "Adressen fører til et lukket net. Brug en adresse på det åbne internet.",
            "The address leads to a network of one's own. Use one on the open internet.",
        )


def is_open(address: IPv4Address | IPv6Address) -> bool:
    """Whether an address is one of the open internet."""
    return address.is_global and not any(address in each for each in FORBIDDEN if each.version == address.version)


def _malformed() -> TargetRefused:
    return TargetRefused(
        "url-malformed",
        f"Adressen er fx https://esdh.example/klynge, uden brugernavn og anker, højst {URL_CHARS_MAX} tegn.",
        f"The address is like https://esdh.example/klynge, without user name or fragment, {URL_CHARS_MAX} characters at most.",
    )


def _not_https() -> TargetRefused:
    return TargetRefused("not-https", "Adressen skal begynde med https://.", "The address must begin with https://.")
