"""Names: a look-up that hangs takes one place of several, until the name service lets go of it."""

import asyncio
import socket
from threading import Event
from typing import Any

import pytest

from klynge.webhooks import names
from klynge.webhooks.names import Names

HANGS, KNOWN = "hangs.example", "esdh.example"
ADDRESS = "93.184.215.14"


@pytest.fixture
def lets_go(monkeypatch: pytest.MonkeyPatch) -> Event:
    """A name service that hangs at one name until it is let go."""
    lets_go = Event()

    def getaddrinfo(host: str, port: int, **_: Any) -> list[Any]:
        if host == HANGS:
            lets_go.wait(60)
        if host == "unknown.example":
            raise socket.gaierror(-2, "Name or service not known")
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ADDRESS, port))] * 2

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    monkeypatch.setattr(names, "LOOKING_UP_MAX", 2)
    return lets_go


async def test_a_name_is_looked_up_and_each_address_told_once(lets_go: Event) -> None:
    found = Names()
    assert await found.resolve(KNOWN, 443) == [ADDRESS]
    with pytest.raises(OSError, match="not known"):
        await found.resolve("unknown.example", 443)


async def test_one_that_hangs_keeps_no_other_waiting_and_is_not_waited_for(lets_go: Event) -> None:
    found = Names()
    hanging = asyncio.create_task(found.resolve(HANGS, 443))
    assert await found.resolve(KNOWN, 443) == [ADDRESS]
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(hanging, 0.02)
    lets_go.set()


async def test_no_more_are_looked_up_at_once_than_there_are_places(lets_go: Event) -> None:
    found = Names()
    for _ in range(2):
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(found.resolve(HANGS, 443), 0.02)
    third = asyncio.create_task(found.resolve(KNOWN, 443))
    done, _ = await asyncio.wait({third}, timeout=0.05)
    assert not done, "both hang still, though nobody waits for them"
    lets_go.set()
    assert await asyncio.wait_for(third, 60) == [ADDRESS]
