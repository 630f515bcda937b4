"""All sockets of a process: the way in for uvicorn, and the sweep that serves every one of them."""

import asyncio
import itertools
import time
from collections.abc import Collection
from typing import Any

import structlog

from realtime.closing import Close
from realtime.messages import HEARTBEAT_S
from realtime.shared import Shared
from realtime.socket import LiveProtocol

SWEEP_S = 1
PING_S = 25
SESSIONS_LOOK_S = 5
"""How long a socket may go on after another process ended its session."""

log = structlog.get_logger()


class Sockets(Shared):
    """Opens them, and looks after them until they are gone."""

    _names = 0

    def protocol(self, config: Any, server_state: Any, app_state: Any, **_: Any) -> LiveProtocol:
        """What uvicorn calls when a request asks for an upgrade."""
        self._names += 1
        return LiveProtocol(self, server_state, f"c{self._names}")

    def let_go(self) -> None:
        """Tell all to come back, elsewhere: nothing more is to be had from this process."""
        self.closed = True
        for each in tuple(self.live):
            each.shutdown(Close.DRAIN)

    async def sweep(self) -> None:
        """Heartbeats, pings, time limits; until cancelled."""
        for beat in itertools.count(1):
            await asyncio.sleep(SWEEP_S)
            try:
                self.beat(beat)
            except Exception as error:
                log.error("live.beat-failed", error=repr(error))  # the next beat serves those who were missed

    def beat(self, beat: int) -> None:
        """One beat of the sweep, a second after the one before."""
        if beat % HEARTBEAT_S == 0:
            self.hub.heartbeat(time.time_ns() // 1_000_000, *self.hub.proven())
        now = time.monotonic()
        for each in tuple(self.live):
            each.check(now, ping=beat % PING_S == 0)

    async def watch_sessions(self) -> None:
        """Notice the sessions that other processes ended; until cancelled."""
        while True:
            await asyncio.sleep(SESSIONS_LOOK_S)
            try:
                await self.look_at_sessions()
            except Exception as error:
                log.error("live.sessions-not-read", error=repr(error))  # nobody is cut off for that

    async def look_at_sessions(self) -> None:
        """Close the sockets of sessions that are ended."""
        held = {each.session for each in self.live if each.session is not None}
        if held:
            self.end_sessions(held - await asyncio.to_thread(self.standing, held))

    def end_sessions(self, ended: Collection[bytes]) -> None:
        """Close the sockets of these sessions, in every tab."""
        for each in tuple(self.live):
            if each.session in ended:
                each.sign_out()

    def disable(self, person: str) -> None:
        """Close every socket of somebody who is nobody any more."""
        for each in tuple(self.live):
            each.disable(person)
