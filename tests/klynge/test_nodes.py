"""Several processes on one PostgreSQL, without Redis: what one records, signs in or redacts holds at the others."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import msgspec
import psycopg
import pytest

from domain.assurance import Assurance
from domain.party import PartyKind, Register
from eventstore.sessions import Code
from klynge.init import ADMINISTRATOR
from tests.eventstore.test_from_the_future import STATE
from tests.nodes import Nodes, nodes
from tests.postgres import Postgres

PARTY = "dk/party/kolding-kommune"
WAIT_S = 30


@pytest.fixture
async def house(postgres_server: Postgres, tmp_path: Path) -> AsyncIterator[Nodes]:
    with nodes(postgres_server, tmp_path) as house:
        await house.init("syddanmark")
        await house.start()
        yield house


def client(house: Nodes, number: int) -> httpx.AsyncClient:
    """The administrator, at one of the nodes."""
    return httpx.AsyncClient(
        base_url=house.nodes[number].url, headers={"Authorization": f"Bearer {house.token()}"}, timeout=WAIT_S
    )


async def register(http: httpx.AsyncClient, key: str, party: str = PARTY) -> httpx.Response:
    body = msgspec.json.encode(Register(name="Kolding Kommune", party_kind=PartyKind.MUNICIPALITY))
    return await http.post(
        f"/v1/{party}/register", content=body, headers={"Idempotency-Key": key, "Content-Type": "application/json"}
    )


async def test_ones_own_write_is_read_at_another_node(house: Nodes) -> None:
    async with client(house, 0) as here, client(house, 1) as there:
        written = (await register(here, "key-of-kolding")).json()

        people = await there.get("/v1/dk/people", params={"min_position": written["position"]})

        assert people.status_code == 200
        assert "party/kolding-kommune" in people.json()["rows"]


async def test_a_key_used_at_one_node_gets_the_same_answer_at_another(house: Nodes) -> None:
    async with client(house, 0) as here, client(house, 1) as there:
        first, again = await register(here, "key-of-kolding"), await register(there, "key-of-kolding")
        other_body = await register(there, "key-of-kolding", "dk/party/vejle-kommune")
        refused = await register(there, "another-key"), await register(here, "another-key")

    assert first.json() == again.json()
    assert other_body.status_code == 422
    assert [each.json()["code"] for each in refused] == ["party.exists", "party.exists"]


async def test_the_same_key_at_both_nodes_at_once_happens_once(house: Nodes) -> None:
    async with client(house, 0) as here, client(house, 1) as there:
        for number in range(20):
            party = f"dk/party/p{number}"
            answers = await asyncio.gather(register(here, party, party), register(there, party, party))
            assert answers[0].json() == answers[1].json()
            assert answers[0].json()["version"] == 1


async def test_who_signs_in_at_one_node_is_signed_in_at_another(house: Nodes) -> None:
    store = house.settings.store.open_sessions()
    code = store.issue_code(Code(ADMINISTRATOR, None, Assurance.SUBSTANTIAL, None), 0, 2**40)
    store.close()
    async with httpx.AsyncClient(base_url=house.nodes[0].url, headers={"Klynge-Request": "1"}) as here:
        signed_in = await here.post("/v1/session", json={"code": code}, headers={"Origin": house.url})
        assert signed_in.status_code == 200, signed_in.text
        cookies = dict(here.cookies)
    async with httpx.AsyncClient(
        base_url=house.nodes[1].url, cookies=cookies, headers={"Klynge-Request": "1"}
    ) as there:
        assert (await there.get("/v1/session")).status_code == 200
        replayed = await there.post("/v1/session", json={"code": code}, headers={"Origin": house.url})
        assert replayed.status_code == 401


async def test_an_older_process_that_meets_a_newer_event_is_not_ready_and_decides_nothing(house: Nodes) -> None:
    """A rolling upgrade: the newer release has recorded what this one cannot read."""
    with psycopg.connect(house.owners_address, autocommit=True) as newer:
        newer.execute(
            "WITH moved AS (UPDATE log_head SET head = head + 1 RETURNING head, last_at)"
            " INSERT INTO stored_events SELECT head, 'syddanmark/log/log', 2, 'log.closed', %s, last_at FROM moved",
            (STATE % (1, b"{}"),),
        )

    await house.until_unready()

    for number, node in enumerate(house.nodes):
        (fault,) = await node.faults()
        assert "log.closed v1" in fault
        async with client(house, number) as http:
            answer = await register(http, "key-of-kolding")
            assert (answer.status_code, answer.json()["code"]) == (503, "log.from-the-future")
    with psycopg.connect(house.owners_address) as looking:
        assert looking.execute("SELECT max(position) FROM stored_events").fetchone() == (5,)


@pytest.mark.parametrize("left", [0, 1])
async def test_rows_go_on_being_kept_whichever_node_is_killed(house: Nodes, left: int) -> None:
    house.nodes[1 - left].kill()

    async with client(house, left) as http:
        written = (await register(http, "key-of-kolding")).json()
        async with asyncio.timeout(WAIT_S):
            while (await house.nodes[left].figures())["klynge_rows_pinned"] < written["position"]:
                await asyncio.sleep(0.01)
