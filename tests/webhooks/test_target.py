"""Targets: what is called lies on the open internet, whatever its name led to before."""

from collections.abc import Sequence
from ipaddress import ip_address, ip_network

import pytest

from api.webhook_rows import URL_CHARS_MAX
from klynge.webhooks.target import ADDRESSES_MAX, FORBIDDEN, TargetRefused, Targets, is_open

OPEN = "93.184.215.14"
OF_ONES_OWN = [
    "0.0.0.0",
    "10.0.0.1",
    "100.64.0.1",
    "100.100.100.200",
    "127.0.0.1",
    "127.8.8.8",
    "168.63.129.16",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.192",
    "192.168.1.1",
    "198.18.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:127.0.0.1",
    "::ffff:8.8.8.8",
    "::127.0.0.1",
    "64:ff9b::a00:1",
    "64:ff9b:1::1",
    "100::1",
    "2001::1",
    "2001:db8::1",
    "2002:7f00:1::",
    "fc00::1",
    "fd00:ec2::254",
    "fe80::1",
    "fe80::1%eth0",
    "ff02::1",
]
OPEN_ONES = [OPEN, "8.8.8.8", "100.128.0.1", "172.32.0.1", "192.169.0.1", "2606:4700::1111", "2a00:1450::1"]


def leading_to(*addresses: str, to_loopback: bool = False) -> Targets:
    async def resolve(_: str, __: int) -> Sequence[str]:
        return addresses

    return Targets(to_loopback=to_loopback, resolve=resolve)


async def refused(targets: Targets, url: str) -> str:
    with pytest.raises(TargetRefused) as told:
        await targets.find(url)
    assert told.value.da != told.value.en
    return told.value.code


@pytest.mark.parametrize("address", OF_ONES_OWN)
async def test_a_name_that_leads_to_a_network_of_ones_own_is_not_called(address: str) -> None:
    assert await refused(leading_to(address), "https://esdh.example/hook") == "address-refused"


@pytest.mark.parametrize("address", OPEN_ONES)
async def test_one_that_leads_to_the_open_internet_is(address: str) -> None:
    """The control."""
    target = await leading_to(address).find("https://esdh.example/hook?to=1")
    assert (target.host, target.port, target.address) == ("esdh.example", 443, address)
    host = f"[{address}]" if ":" in address else address
    assert target.pinned == f"https://{host}:443/hook?to=1"


@pytest.mark.parametrize("private", ["10.0.0.1", "::1"])
async def test_one_that_leads_to_both_is_not_called(private: str) -> None:
    for addresses in ((OPEN, private), (private, OPEN)):
        assert await refused(leading_to(*addresses), "https://esdh.example/") == "address-refused"


async def test_a_name_of_more_addresses_than_are_looked_at_is_not_called() -> None:
    many = [f"8.8.8.{n}" for n in range(ADDRESSES_MAX)]
    assert (await leading_to(*many).find("https://esdh.example/")).address == "8.8.8.0"
    assert await refused(leading_to(*many, "8.8.4.4"), "https://esdh.example/") == "address-refused"


@pytest.mark.parametrize(
    "url",
    [
        "https://127.0.0.1/",
        "https://2130706433/",
        "https://0x7f.1/",
        "https://0177.0.0.1/",
        "https://127.1/",
        "https://[::1]/",
        "https://[::ffff:7f00:1]/",
        "https://localhost/",
        "https://localhost./",
    ],
)
async def test_this_machine_is_not_called_however_it_is_written(url: str) -> None:
    """As this machine resolves names, and not a test."""
    assert await refused(Targets(to_loopback=False), url) in ("address-refused", "host-unknown")


async def test_a_name_that_nobody_knows_is_told_so() -> None:
    async def unknown(_: str, __: int) -> Sequence[str]:
        raise OSError("no such name")

    assert await refused(Targets(to_loopback=False, resolve=unknown), "https://esdh.example/") == "host-unknown"
    assert await refused(leading_to(), "https://esdh.example/") == "host-unknown"
    assert await refused(Targets(to_loopback=False), f"https://{'x' * 70}.example/") == "host-unknown"


@pytest.mark.parametrize("port", [1, 22, 25, 80, 444, 1023])
async def test_a_port_of_another_service_is_not_called(port: int) -> None:
    assert await refused(leading_to(OPEN), f"https://esdh.example:{port}/") == "port-refused"


@pytest.mark.parametrize("port", [443, 1024, 8443, 65535])
async def test_the_port_of_https_and_the_high_ones_are(port: int) -> None:
    assert (await leading_to(OPEN).find(f"https://esdh.example:{port}/")).port == port


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("http://esdh.example/", "not-https"),
        ("ftp://esdh.example/", "not-https"),
        ("file:///etc/passwd", "not-https"),
        ("esdh.example/hook", "not-https"),
        ("", "not-https"),
        ("https:///hook", "url-malformed"),
        ("https://user@esdh.example/", "url-malformed"),
        ("https://user:word@esdh.example/", "url-malformed"),
        ("https://esdh.example@10.0.0.1/", "url-malformed"),
        ("https://esdh.example\\@10.0.0.1/", "url-malformed"),
        ("https://esdh.example/#part", "url-malformed"),
        ("https://esdh.example/#", "url-malformed"),
        ("https://esdh.example:port/", "url-malformed"),
        ("https://esdh.example:65536/", "url-malformed"),
        ("https://[::1/", "url-malformed"),
        ("https://sygehus.dk/ønske", "url-malformed"),
        ("https://esdh.example/\r\nX: y", "url-malformed"),
        ("https://esdh.example/ x", "url-malformed"),
        (f"https://esdh.example/{'x' * URL_CHARS_MAX}", "url-malformed"),
    ],
)
async def test_what_is_no_address_of_https_is_refused(url: str, code: str) -> None:
    assert await refused(leading_to(OPEN), url) == code


async def test_http_goes_to_this_machine_alone_and_only_while_developing() -> None:
    here = "http://127.0.0.1:9000/hook"
    assert (await leading_to("127.0.0.1", to_loopback=True).find(here)).port == 9000
    assert await refused(leading_to("127.0.0.1"), here) == "not-https"
    assert await refused(leading_to(OPEN, to_loopback=True), "http://esdh.example/") == "not-https"
    assert await refused(leading_to("127.0.0.1", OPEN, to_loopback=True), here) == "not-https"
    assert await refused(leading_to("10.0.0.1", to_loopback=True), "https://esdh.example/") == "address-refused"


def test_no_special_address_counts_as_open() -> None:
    """By what the standard library knows of the registries, beside the list."""
    for network in ("10.0.0.0/8", "192.88.99.0/24", "3fff::/20", "5f00::/16", "fec0::/10", "2001:2::/48"):
        assert not is_open(ip_address(ip_network(network)[1]))
    assert all(not is_open(each[0]) for each in FORBIDDEN)
