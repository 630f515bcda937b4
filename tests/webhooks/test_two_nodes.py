"""Webhooks of two processes on one PostgreSQL: one of them sends, and when it is killed the other goes on."""

import json
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import httpx
import msgspec
import pytest

from domain.party import PartyKind, Register
from tests.nodes import Nodes, nodes
from tests.postgres import Postgres
from tests.webhooks.receiver import PATIENCE_S, Receiver, Sent, receiver

EVENTS = 12


@pytest.fixture
async def house(postgres_server: Postgres, tmp_path: Path) -> AsyncIterator[Nodes]:
    with nodes(postgres_server, tmp_path) as house:
        await house.init("syddanmark")
        await house.start()
        yield house


@pytest.fixture
def there() -> Iterator[Receiver]:
    with receiver() as there:
        yield there


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


def who_sends(house: Nodes) -> int:
    """The number of the node that holds the lease."""
    while True:
        for number in range(len(house.nodes)):
            metrics = httpx.get(f"{house.nodes[number].url}/metrics").text
            if "klynge_webhooks_active 1.0" in metrics:
                return number


async def test_one_node_sends_and_when_it_is_killed_the_other_goes_on_without_a_loss(
    house: Nodes, there: Receiver
) -> None:
    with at(house, 0) as node:
        answer = node.put("/v1/webhooks/journal", content=msgspec.json.encode({"url": there.url, "topics": ["dk"]}))
        assert answer.status_code == 201, answer.text
        wanted = [register(node, f"before-{n}") for n in range(EVENTS)]
        assert told(there.until(EVENTS)) == wanted, "once each, though both nodes look"
    sending = who_sends(house)
    house.nodes[sending].kill()
    with at(house, 1 - sending) as node:
        wanted += [register(node, f"after-{n}") for n in range(EVENTS)]
        there.until_so(lambda: told(there.posts)[-1] == wanted[-1])
    came = told(there.posts)
    assert list(dict.fromkeys(came)) == wanted, "in order, and nothing is missing"
    assert len(came) - len(wanted) <= 1, "what was under way may come twice"
    assert house.nodes[sending].process is None, "the control: it was killed"
