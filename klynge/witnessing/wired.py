"""Witnesses wired to the house: asked about the heads of its log, and what the doors show of that."""

import asyncio
import ssl
from collections.abc import Mapping

import httpx

from klynge.core import Core
from klynge.settings import Settings
from klynge.witnessing.asking import TIMEOUT_S
from klynge.witnessing.rounds import Rounds


class WiredWitnesses:
    """Lives as long as the house; what asks, as long as a life of the log."""

    def __init__(self, settings: Settings) -> None:
        self.trust = settings.witnesses
        self._lease = settings.store.open_lease("witnesses")
        self._client: httpx.AsyncClient | None = None
        self._rounds: Rounds | None = None
        self._asking: asyncio.Task[None] | None = None

    def start(self, core: Core) -> None:
        """Ask about the heads of this log from now on."""
        if self.trust is None:
            return
        self._client = httpx.AsyncClient(verify=ssl.create_default_context(), trust_env=False, timeout=TIMEOUT_S)
        self._rounds = Rounds(self.trust, core.proofs, self._lease, self._client)
        self._asking = asyncio.create_task(self._rounds.run())

    async def stop(self) -> None:
        """Before the log is closed."""
        if self._asking is not None:
            self._asking.cancel()
            await asyncio.gather(self._asking, return_exceptions=True)
        if self._client is not None:
            await self._client.aclose()

    async def close(self) -> None:
        await self.stop()
        await asyncio.to_thread(self._lease.close)

    def figures(self) -> Mapping[str, float]:
        rounds = self._rounds
        return {
            "witnesses": 0 if rounds is None else len(rounds.asked),
            "witnesses_failing": 0 if rounds is None else rounds.failing,
            "witnesses_alarming": 0 if rounds is None else rounds.alarming,
        }

    @property
    def outcomes(self) -> Mapping[str, float]:
        return {} if self._rounds is None else dict(self._rounds.outcomes)
