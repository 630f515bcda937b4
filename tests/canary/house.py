"""A house that answers in a process of its own, beside a real Valkey that tells everything it was sent, and what it reported."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import msgspec

from api.issuer import DevelopmentIssuer
from domain.kernel import Command
from domain.log import Clock
from domain.streams import COMMAND_NAMES
from klynge.init import init
from klynge.settings import Settings, read_settings
from tests.canary.ground import CAST
from tests.klynge.process import House, Running
from tests.outside import SHORTLY
from tests.valkey import Monitored, valkey

Json = dict[str, Any]

BEGAN = "2025-01-01T08:00:00+01:00"
TOKEN_S = 8 * 3_600


class Again(httpx.AsyncClient):
    """Asks once more where a kept line is closed just as it is used again. Every command has a key, so it is given once."""

    async def send(self, request: httpx.Request, **more: Any) -> httpx.Response:
        try:
            return await super().send(request, **more)
        except (httpx.ReadError, httpx.RemoteProtocolError):
            return await super().send(request, **more)


class Outdoors:
    """Who talks to a house from outside: a client and a token for each of the cast."""

    def __init__(self, url: str, settings: Settings) -> None:
        self.url = url
        keys, sessions = settings.store.open_keys(), settings.store.open_sessions()
        try:
            issuer = DevelopmentIssuer(env="dev", public_url=url, keys=keys, sessions=sessions, people=list)
            self.tokens = {
                part: (issuer.mint_client_token if part == "system" else issuer.mint_token)(holder, TOKEN_S)
                for part, holder in CAST.items()
            }
        finally:
            keys.close()
            sessions.close()
        self._clients: dict[str, httpx.AsyncClient] = {}
        self._versions: dict[str, int] = {}

    def as_(self, part: str) -> httpx.AsyncClient:
        """That person's client; of nobody, one without a token."""
        if part not in self._clients:
            token = self.tokens.get(part)
            headers = {} if token is None else {"Authorization": f"Bearer {token}"}
            self._clients[part] = Again(base_url=self.url, headers=headers, timeout=60, limits=SHORTLY)
        return self._clients[part]

    async def ask(
        self, part: str, to: str, command: Command, at: str, *, needs_version: bool = False
    ) -> httpx.Response:
        """A command, at a moment of the story."""
        headers = {"Idempotency-Key": str(uuid4()), "Content-Type": "application/json", "Klynge-Story-Time": at}
        if needs_version:
            headers["If-Match"] = f'"{self._versions[to]}"'
        verb = COMMAND_NAMES[type(command)].partition(".")[2]
        answer = await self.as_(part).post(f"/v1/{to}/{verb}", content=msgspec.json.encode(command), headers=headers)
        if answer.is_success:
            self._versions[to] = answer.json()["version"]
        return answer

    async def give(self, part: str, to: str, command: Command, at: str, *, needs_version: bool = False) -> int:
        """A command that is accepted: its position."""
        answer = await self.ask(part, to, command, at, needs_version=needs_version)
        assert answer.is_success, f"{part}: {command} to {to}: {answer.text}"
        return int(answer.json()["position"])

    async def close(self) -> None:
        for client in self._clients.values():
            await client.aclose()


@contextmanager
def served(folder: Path) -> Iterator[tuple[Outdoors, Running, Monitored]]:
    """A new log on a story clock, served until one leaves."""
    with valkey(folder) as server:
        monitored = Monitored(server)
        house = House(folder, KLYNGE_REDIS=server.address)
        settings = read_settings(house.environment)
        began_at = int(datetime.fromisoformat(BEGAN).timestamp()) * 1_000_000
        asyncio.run(init(settings, "kanariregion", Clock.STORY, began_at))
        with Running(house, "serve") as running:
            running.answers("/health/ready", ready=True)
            yield Outdoors(house.url, settings), running, monitored


def told_of(answer: httpx.Response) -> bytes:
    """Every byte of an answer that a client is given: its status line, its headers, its body."""
    head = b"\n".join(name + b": " + value for name, value in answer.headers.raw)
    return b"%d %s\n" % (answer.status_code, answer.reason_phrase.encode()) + head + b"\n\n" + answer.content
