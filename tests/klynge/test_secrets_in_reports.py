"""No secret gets into a report, whatever fails where: each is given to the running service at every door, and then
searched in all it says.
"""

import asyncio
import base64
import json
import os
import re
import secrets
import signal
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

import httpx
import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import WebSocketException
from websockets.typing import Origin, Subprotocol

from api.tokens import CLIENT_ID
from klynge.checkpointing.keys import new_key
from klynge.secret_shapes import without_secrets
from tests.klynge.process import LOOK_S, PATIENCE_S, House, Running
from tests.ports import free_port

PIECE = 12
"""So many signs in a row of a secret are a leak of it."""
FAILED_MIN = 20
"""Doors times ways, at the least."""


def _token() -> str:
    head, claims = (base64.urlsafe_b64encode(json.dumps(each).encode()).decode().rstrip("=") for each in (HEAD, CLAIMS))
    return f"{head}.{claims}.{secrets.token_urlsafe(64)}"


HEAD, CLAIMS = {"alg": "ES256", "typ": "at+jwt"}, {"sub": "dk/person/administrator", "iss": "https://login.example"}

MADE: dict[str, Callable[[], str]] = {
    "access token": _token,
    "client assertion": _token,
    "session": lambda: os.urandom(32).hex(),
    "ticket": lambda: os.urandom(32).hex(),
    "code": lambda: secrets.token_urlsafe(32),
    "state": lambda: secrets.token_urlsafe(32),
    "verifier": lambda: secrets.token_urlsafe(48),
    "master key": lambda: base64.b64encode(os.urandom(32)).decode(),
    "next master key": lambda: base64.b64encode(os.urandom(32)).decode(),
    "password of Redis": lambda: f"pw{secrets.token_hex(12)}",
}


def found(said: str, planted: dict[str, str]) -> set[str]:
    """Of which secrets a piece stands in what was said."""
    return {
        name
        for name, secret in planted.items()
        if any(secret[at : at + PIECE] in said for at in range(20, max(21, len(secret) - PIECE), 4))
    }


def ask_everywhere(url: str, planted: dict[str, str]) -> int:
    """At every door, in every way a secret is carried; how many of them failed as they were meant to."""
    ways: tuple[dict[str, Any], ...] = (
        {"headers": {"Authorization": f"Bearer {planted['access token']}"}},
        {"headers": {"Cookie": f"klynge={planted['session']}; other=1"}},
        {"params": {"code": planted["code"], "state": planted["state"], "access_token": planted["access token"]}},
    )
    grant = {"grant_type": "authorization_code", "client_id": CLIENT_ID}
    form = grant | {"code": planted["code"], "code_verifier": planted["verifier"]}
    asserted = {
        "grant_type": "client_credentials",
        "client_assertion_type": "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
        "client_assertion": planted["client assertion"],
    }
    redeemed = {"json": {"code": planted["code"]}, "headers": {"Klynge-Request": "1", "Origin": url}}
    # A failure ends its connection, so each asks on one of its own.
    with httpx.Client(base_url=url, timeout=20, limits=httpx.Limits(max_keepalive_connections=0)) as client:
        asked = [
            (method, re.sub(r"{\w+}", "x", path), way)
            for method, path in doors(client.get("/openapi.json").json())
            for way in ways
        ]
        asked += [("post", "/v1/session", redeemed)]
        asked += [("post", "/dev-issuer/token", {"data": each}) for each in (form, asserted)]
        return sum(_status(client, *each) == 500 for each in asked)


def doors(described: Any) -> list[tuple[str, str]]:
    """Every operation; of commands one, and of views one of each form: they are one door with many names."""
    found: dict[tuple[str, str], tuple[str, str]] = {}
    for path, methods in described["paths"].items():
        for method in methods:
            before, scope, after = path.partition("{scope}")
            family = before + scope + re.sub(r"[^/{}]+(?=/|$)", "*", after)
            found.setdefault((method, family), (method, path))
    return list(found.values())


def _status(client: httpx.Client, method: str, path: str, way: dict[str, Any]) -> int:
    body: dict[str, Any] = {} if method == "get" or "json" in way or "data" in way else {"json": {}}
    return client.request(method, path, **way, **body).status_code


async def ask_by_socket(url: str, planted: dict[str, str], before: Path) -> None:
    where = url.replace("http", "ws") + "/v1/live"
    offered = [Subprotocol("klynge.v1.json"), Subprotocol(f"ticket.{planted['ticket']}")]

    async def opens() -> None:
        async with connect(where, subprotocols=offered, origin=Origin(url), open_timeout=None):
            pass

    opening = asyncio.create_task(opens())
    # Its failure is told at once; the line is cut off when it has not closed for some seconds, which nobody waits for.
    async with asyncio.timeout(PATIENCE_S):
        while planted["ticket"] not in await asyncio.to_thread(before.read_text):
            await asyncio.sleep(LOOK_S)
    opening.cancel()
    await asyncio.gather(opening, return_exceptions=True)
    with suppress(OSError, EOFError, WebSocketException):
        async with connect(where, subprotocols=offered[:1]) as socket:
            await socket.send(json.dumps({"op": "hello", "token": planted["access token"]}))
            async for _ in socket:
                pass


class Told(NamedTuple):
    """What a house said whose every part tells what it was given; `before`, what would have been said unguarded."""

    planted: dict[str, str]
    failed: int
    said: str
    before: str


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    """A house that is asked everywhere, and then fails to start."""
    folder = tmp_path_factory.mktemp("outspoken")
    planted, before = {name: make() for name, make in MADE.items()}, folder / "before"
    house = House(
        folder,
        KLYNGE_MASTER_KEY_VALUE=planted["master key"],
        KLYNGE_MASTER_KEY_VALUE_NEXT=planted["next master key"],
        KLYNGE_REDIS=f"redis://:{planted['password of Redis']}@127.0.0.1:{free_port()}",
        OUTSPOKEN_TO=str(before),
    )
    house.run("init", "syddanmark")
    with Running(house, "serve", module="tests.klynge.outspoken") as running:
        running.answers("/health/live", live=True)
        failed = ask_everywhere(house.url, planted)
        asyncio.run(ask_by_socket(house.url, planted, before))
        said = running.told(signal.SIGTERM)
    with Running(house, "settings", module="tests.klynge.outspoken") as running:
        unset = running.ended()
    assert unset.code != 0
    return Told(planted, failed, said.out + said.err + unset.out + unset.err, before.read_text())


def test_no_secret_stands_in_what_a_failing_service_says(told: Told) -> None:
    assert told.failed > FAILED_MIN
    assert told.said.count("Outspoken") > FAILED_MIN  # it did tell of them
    assert found(told.said, told.planted) == set()


def test_unguarded_every_one_of_them_would(told: Told) -> None:
    """The control: each secret is told by a failure, so that there is something to withhold."""
    assert found(told.before, told.planted) == set(MADE)


@pytest.mark.parametrize(
    "shown",
    [
        "{}",
        "KeyError: '{}'",
        "Authorization: Bearer {}",
        "{{'authorization': 'Bearer {}'}}",
        "[(b'authorization', b'Bearer {}')]",
        "GET /v1/callback?state=x&code={} HTTP/1.1",
        '{{"error": "{{\\"token\\": \\"{}\\"}}"}}',
        "klynge={}; Path=/",
        "ticket.{}",
    ],
)
@pytest.mark.parametrize("name", [name for name in MADE if not name.startswith("password")])
def test_a_secret_is_withheld_however_it_is_shown(shown: str, name: str) -> None:
    for _ in range(20):
        planted = {name: MADE[name]()}
        assert found(without_secrets(shown.format(planted[name])), planted) == set()


def test_a_key_that_signs_heads_is_withheld() -> None:
    for _ in range(20):
        key = new_key("klynge/syddanmark").secret
        for shown in (key, f"BadNote: '{key}'", f"line 1: {key}\n"):
            assert found(without_secrets(shown), {"key": key}) == set()


def test_bytes_and_passwords_are_withheld() -> None:
    key = os.urandom(32)
    shown = without_secrets(f"AESGCM({key!r}) and {b'x' * 20!r}")
    assert repr(key)[4:12] not in shown
    assert "xxxx" not in shown
    assert without_secrets("postgresql://klynge:hunter2@db.example/log") == "postgresql://klynge:…@db.example/log"


@pytest.mark.parametrize(
    "said",
    [
        '{"scope": "lillebaelt", "sha256": "' + "ab" * 32 + '", "event": "documents.unreadable"}',
        'File "/srv/klynge/eventstore/sqlite/tables.py", line 54, in test_a_name_that_is_as_long_as_this_one_is_may_stand',
        "sqlite3.OperationalError: database is locked",
        'the key database cannot be used: connection to server at "127.0.0.1", port 5432 failed: Connection refused',
        "409 fund.pool-exceeded: Der er ikke penge nok i puljen.",
        '{"position": 4117, "stream": "lillebaelt/meeting/2024-04-09-strategic", "key": "0b6c3c1e-5f1d-4e22-aa00-1234567890ab"}',
    ],
)
def test_what_is_no_secret_is_told_as_it_is(said: str) -> None:
    assert without_secrets(said) == said
