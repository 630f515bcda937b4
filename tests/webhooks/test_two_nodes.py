"""Webhooks of two processes on one PostgreSQL: one of them sends, and when it is killed the other goes on."""

import json
import time
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from threading import Event

import httpx
import msgspec
import pytest

from domain.party import PartyKind, Register
from tests.nodes import Nodes, nodes
from tests.postgres import Postgres
from tests.webhooks.receiver import PATIENCE_S, Receiver, Reply, Sent

EVENTS = 12


@pytest.fixture
async def house(postgres_server: Postgres, tmp_path: Path) -> AsyncIterator[Nodes]:
    with nodes(postgres_server, tmp_path) as house:
        await house.init("syddanmark")
        await house.start()
        yield house


def at(house: Nodes, number: int) -> httpx.Client:
    """The administrator, at one of the nodes."""
    headers = {"Authorization": f"Bearer {house.token()}", "Content-Type": "application/json"}
    return httpx.Client(base_url=house.nodes[number].url, headers=headers, timeout=PATIENCE_S)


def register(node: httpx.Client, name: str) -> int:
    body = msgspec.json.encode(Register(name=name, party_kind=PartyKind.MUNICIPALITY))
    answer = node.post(f"/v1/dk/party/{name}/register", content=body, headers={"Idempotency-Key": f"key-of-{name}"})
    assert answer.status_code == 200, answer.text
    return int(answer.json()["position"])


def told(sent: list[Sent]) -> list[int]:
    return [int(json.loads(each.body)["sequence"]) for each in sent]


def who_sends(house: Nodes, among: Sequence[int] = (0, 1)) -> int:
    """The number of the node that holds the lease."""
    give_up_at = time.monotonic() + PATIENCE_S
    while time.monotonic() < give_up_at:
        for number in among:
            metrics = httpx.get(f"{house.nodes[number].url}/metrics").text
            if "klynge_webhooks_active 1.0" in metrics:
                return number
    raise AssertionError("nobody sends")


async def test_one_node_sends_and_when_it_is_killed_the_other_goes_on_without_a_loss(
    house: Nodes, there: Receiver
) -> None:
    goes_on = Event()
    with at(house, 0) as node:
        answer = node.put("/v1/webhooks/journal", content=msgspec.json.encode({"url": there.url, "topics": ["dk"]}))
        assert answer.status_code == 201, answer.text
        wanted = [register(node, f"before-{n}") for n in range(EVENTS)]
        assert told(there.until(EVENTS)) == wanted, "once each, though both nodes look"
    sending = who_sends(house)
    there.reply = lambda _: Reply() if goes_on.wait(PATIENCE_S) else Reply(status=500)
    with at(house, 1 - sending) as node:
        wanted += [register(node, f"after-{n}") for n in range(EVENTS)]
        there.until(EVENTS + 1)
        house.nodes[sending].kill()  # with a delivery under way
        goes_on.set()
        there.until_so(lambda: told(there.posts)[-1] == wanted[-1])
    came = told(there.posts)
    assert came == [*wanted[: EVENTS + 1], *wanted[EVENTS:]], (
        "in order; what was under way comes twice, and nothing else"
    )
    twice = there.posts[EVENTS : EVENTS + 2]
    assert twice[0].headers["webhook-id"] == twice[1].headers["webhook-id"]
    assert who_sends(house, [1 - sending]) == 1 - sending
