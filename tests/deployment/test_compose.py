"""`docker compose up` ends at a page one can sign in to, on two nodes that are one house; one of them may go at any time."""

import asyncio
import re
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from uuid import uuid4

import httpx
import msgspec
import psycopg
import pytest
from websockets.asyncio.client import connect
from websockets.typing import Origin, Subprotocol

from api.body import BODY_BYTES_MAX
from api.problems import problem_of, problem_response
from clients.live import Topic
from eventstore.given import Outage
from realtime.messages import RESTART_SPREAD_MS
from tests.deployment import older
from tests.deployment.compose import COMPOSE, Deployment, composed, services
from tests.realtime.served import SUBPROTOCOL, Line

ADMINISTRATOR = "dk/person/administrator"
PEOPLE = "dk/people"
NODES = ("node-1", "node-2")
COMMANDS = 60
IN_FLIGHT = 8


@pytest.fixture(scope="module")
def up(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Deployment]:
    with composed(tmp_path_factory.mktemp("compose")) as deployment:
        yield deployment


@pytest.fixture
async def browser(up: Deployment) -> AsyncIterator[httpx.AsyncClient]:
    """A page's HTTP through nginx, signed in by way of the development issuer."""
    headers = {"Klynge-Request": "1", "Origin": up.url}
    async with httpx.AsyncClient(base_url=up.url, headers=headers, follow_redirects=True) as browser:
        page = await browser.get("/v1/sign-in", params={"next": "/log-ind", "as": ADMINISTRATOR})
        assert (page.status_code, str(page.url)) == (200, f"{up.url}/log-ind")
        yield browser


def parties(topic: Topic, name: str) -> list[str]:
    """The parties of that name that a page holds."""
    return [key for key in topic.rows if key.startswith(f"party/{name}-") and key.count("/") == 1]


async def register(browser: httpx.AsyncClient, name: str, url: str = "") -> httpx.Response:
    """Give a command through nginx, or at a node's own address. Whoever has half an answer asks again under the same key."""
    address, command = f"{url}/v1/dk/party/{name}/register", {"name": name.title(), "party_kind": "municipality"}
    headers = {"Idempotency-Key": str(uuid4())}
    try:
        return await browser.post(address, json=command, headers=headers)
    except httpx.RemoteProtocolError:
        return await browser.post(address, json=command, headers=headers)


@asynccontextmanager
async def page_line(browser: httpx.AsyncClient) -> AsyncIterator[Line]:
    """A page's socket through nginx, by a ticket."""
    ticket = (await browser.post("/v1/tickets")).json()["ticket"]
    origin = str(browser.base_url).rstrip("/")
    async with connect(
        f"{origin.replace('http', 'ws', 1)}/v1/live",
        origin=Origin(origin),
        subprotocols=[SUBPROTOCOL, Subprotocol(f"ticket.{ticket}")],
        compression=None,
    ) as opened:
        line = Line(opened)
        await line.say("hello", client={"name": "page"})
        await line.until("welcome")
        yield line


def connections(up: Deployment, node: str) -> int:
    """How many sockets a node holds."""
    found = re.search(r"^klynge_connections (\d+)", httpx.get(f"{up.address(node)}/metrics").text, re.MULTILINE)
    assert found is not None
    return int(found[1])


# --- the file ---


def test_the_file_is_as_the_compose_schema_has_it(tmp_path: Path) -> None:
    misspelt = tmp_path / "misspelt.yml"
    misspelt.write_text(COMPOSE.read_text().replace("stop_grace_period", "stop_grace_time"))
    checking = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec", COMPOSE, misspelt]
    said = subprocess.run([*map(str, checking)], capture_output=True, text=True, check=False).stdout
    found = [line.strip() for line in said.splitlines() if "::" in line]
    assert any("'stop_grace_time' was unexpected" in line for line in found), "the control"
    assert [line for line in found if not line.startswith(f"{misspelt}::")] == []


def test_nothing_is_published_but_nginx_on_this_machine() -> None:
    """So `KLYNGE_PUBLISHED_ON` says what is true, and nobody else reaches the development issuer."""
    found = {name: service["ports"] for name, service in services().items() if "ports" in service}
    assert found == {"nginx": ["127.0.0.1:8000:8000"]}
    networks = {name: service["networks"] for name, service in services().items()}
    assert networks.pop("nginx") == ["inside", "outside"]
    assert set(map(tuple, networks.values())) == {("inside",)}


def test_nodes_keep_the_list_of_erasures_where_they_may_write_and_only_read_the_master_key() -> None:
    for node in NODES:
        said = services()[node]
        volumes = {target: how for _, target, *how in (volume.split(":") for volume in said["volumes"])}
        where = {name: str(Path(said["environment"][name]).parent) for name in ("KLYNGE_ERASURES", "KLYNGE_MASTER_KEY")}
        assert volumes == {where["KLYNGE_ERASURES"]: [], where["KLYNGE_MASTER_KEY"]: ["ro"]}


# --- two nodes, one house ---


def test_the_figures_of_a_node_are_those_that_the_page_for_operations_names(up: Deployment) -> None:
    figures = re.findall(r"^# TYPE (klynge_\w+) ", httpx.get(f"{up.address('node-1')}/metrics").text, re.MULTILINE)
    page = (COMPOSE.parent / "docs" / "operations" / "metrics.md").read_text()
    assert re.findall(r"`(klynge_\w+)`", "\n".join(re.findall(r"^\| (`.*?) \|", page, re.MULTILINE))) == figures


def test_the_databases_ask_for_a_password(up: Deployment) -> None:
    address = services()["node-1"]["environment"]["KLYNGE_STORE"]
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(up.here(address).replace("dev-only-application", "guessed"))


async def test_one_signs_in_through_nginx_and_reads_a_page(up: Deployment, browser: httpx.AsyncClient) -> None:
    assert (await browser.get("/assets/of-another-release.js")).status_code == 404
    page = await browser.get("/log-ind")
    assert page.headers["Content-Type"].startswith("text/html")
    assert (await browser.get("/v1/session")).json()["offices"] == ["administrator"]
    assert "person/administrator" in (await browser.get(f"/v1/{PEOPLE}")).json()["rows"]
    assert (await browser.get("/metrics")).status_code == 404
    assert up.repeated("GET /assets/") == 1, "both nodes are asked"


async def test_what_is_given_at_one_node_is_read_at_the_other_and_heard_at_both(
    up: Deployment, browser: httpx.AsyncClient
) -> None:
    async with page_line(browser) as one, page_line(browser) as other:
        assert [connections(up, node) for node in NODES] == [1, 1]
        for line in (one, other):
            await line.sub(PEOPLE)
        position = (await register(browser, "kolding", up.address("node-1"))).json()["position"]
        read = await browser.get(f"{up.address('node-2')}/v1/{PEOPLE}", params={"min_position": position})
        assert read.json()["rows"]["party/kolding"]["name"] == "Kolding"
        for line in (one, other):
            await line.until_position(position, PEOPLE)
            assert line.topics[PEOPLE].rows["party/kolding"]["name"] == "Kolding"


async def test_a_body_that_is_too_large_is_told_by_the_node_and_no_body_is_kept_by_nginx(
    up: Deployment, browser: httpx.AsyncClient
) -> None:
    for spaces, code in ((BODY_BYTES_MAX + 1, "json.too-large"), (BODY_BYTES_MAX, "json.malformed")):
        key = {"Idempotency-Key": str(uuid4())}
        answer = await browser.post("/v1/dk/party/odense/register", content=b" " * spaces, headers=key)
        assert (answer.status_code, answer.json()["code"]) == (400, code)
    assert (await browser.get("/health/live", headers={"X-Token": "x" * 20_000})).status_code == 200
    assert up.written_by_nginx() == []


# --- a node goes ---


async def register_many(browser: httpx.AsyncClient, name: str, when_under_way: Callable[[], None]) -> list[int]:
    """Some commands at once, of which some are answered when something happens: the status of each answer."""
    room, answered = asyncio.Semaphore(IN_FLIGHT), 0

    async def give(number: int) -> int:
        nonlocal answered
        async with room:
            answer = await register(browser, f"{name}-{number}")
        answered += 1
        if answered == COMMANDS // 3:
            when_under_way()
        return answer.status_code

    return await asyncio.gather(*(give(number) for number in range(COMMANDS)))


async def registered(browser: httpx.AsyncClient, name: str) -> list[str]:
    """The parties of such names that stand in the record, as often as they do."""
    events: list[str] = []
    after = "start"
    while True:
        page = await browser.get("/v1/changes", params={"after": after, "limit": 500})
        events += [each["subject"] for each in page.json() if each["subject"].startswith(f"dk/party/{name}-")]
        after = page.headers["Klynge-Next"]
        if page.headers["Klynge-Up-To-Date"] == "true":
            return events


async def first_to_close(*lines: Line) -> tuple[Line, int | None]:
    """The line that is closed first, and its code; the others go on."""
    ends = {asyncio.create_task(line.closed()): line for line in lines}
    (ended,), going_on = await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
    for task in going_on:
        task.cancel()
    await asyncio.gather(*going_on, return_exceptions=True)
    return ends[ended], ended.result()


async def test_a_node_that_is_stopped_says_so_and_the_other_goes_on(up: Deployment, browser: httpx.AsyncClient) -> None:
    node = up.running["node-1"]
    async with page_line(browser) as one, page_line(browser) as other:
        for line in (one, other):
            await line.sub(PEOPLE)
        assert set(await register_many(browser, "vejle", lambda: node.told(signal.SIGTERM))) == {200}
        told, code = await first_to_close(one, other)
        assert node.ended() == 0, up.said("node-1")

        stays = other if told is one else one
        assert code == 1012
        assert told.heard[-1] == {"op": "bye", "code": 1012, "retry": {"after_ms": 0, "jitter_ms": RESTART_SPREAD_MS}}
        async with page_line(browser) as again:
            kept = again.topics[PEOPLE] = told.topics[PEOPLE]
            await again.sub(PEOPLE, since=kept.cursor)
            position = (await register(browser, "fredericia")).json()["position"]
            for line in (again, stays):
                await line.until_position(position, PEOPLE)
            assert kept.rows == stays.topics[PEOPLE].rows
            assert len(parties(kept, "vejle")) == COMMANDS


async def test_a_node_that_meets_what_a_newer_one_wrote_is_passed_over(
    up: Deployment, browser: httpx.AsyncClient
) -> None:
    up.restart("node-1", *older.COMMAND)
    async with page_line(browser) as one, page_line(browser) as other:
        for line in (one, other):
            await line.sub(PEOPLE)
        await register(browser, "region")
        assert (await browser.get(f"{up.address('node-1')}/health/ready")).status_code == 200, "the control"
        newer = await browser.post(
            f"{up.address('node-2')}/v1/lillebaelt/cluster/lillebaelt/establish",
            json={"name": "Lillebælt", "form": "cluster", "region": "dk/party/region"},
            headers={"Idempotency-Key": str(uuid4())},
        )
        assert newer.status_code == 200, newer.text

        told, code = await first_to_close(one, other)
        assert code == 4202
        ready = await browser.get(f"{up.address('node-1')}/health/ready")
        assert (ready.status_code, older.UNKNOWN in ready.text) == (503, True)
        before = up.repeated("POST")
        assert set(await register_many(browser, "ribe", lambda: None)) == {200}
        assert up.repeated("POST") > before
        stays = other if told is one else one
        await stays.until_position((await browser.get(f"/v1/{PEOPLE}")).json()["position"], PEOPLE)
        assert len(parties(stays.topics[PEOPLE], "ribe")) == COMMANDS


async def test_when_a_node_is_killed_its_commands_are_repeated_at_the_other_and_happen_once(
    up: Deployment, browser: httpx.AsyncClient
) -> None:
    up.restart("node-1")
    before = up.repeated("POST")

    assert set(await register_many(browser, "aarhus", up.running["node-2"].kill)) == {200}

    assert up.repeated("POST") > before
    assert sorted(await registered(browser, "aarhus")) == sorted(f"dk/party/aarhus-{n}" for n in range(COMMANDS))


async def test_when_no_node_is_left_nginx_says_so_as_a_node_would(up: Deployment, browser: httpx.AsyncClient) -> None:
    for node in NODES:
        up.running[node].kill()
    answer = await register(browser, "horsens")

    problem = problem_of(Outage())
    assert problem is not None
    as_a_node = problem_response(problem)
    assert (answer.status_code, answer.json()) == (503, msgspec.json.decode(as_a_node.body))
    assert {name: answer.headers[name] for name in problem.headers} == problem.headers
    for name in ("Content-Type", "Cache-Control"):
        assert answer.headers[name] == as_a_node.headers[name]
