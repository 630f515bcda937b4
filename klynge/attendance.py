"""Attendance online: presence wired to the record, which says who people are, and to the other processes where there are any."""

import asyncio
import time
from collections.abc import Callable

from eventstore.attending import Attending
from eventstore.tail import Transaction
from klynge.core import Core
from klynge.roles import gives_the_floor, present_of
from klynge.settings import Settings
from realtime.presence import Presences
from realtime.tally import Tally


class Attendance:
    """Lives as long as the house; of each life of the log it is told. Made on a running event loop."""

    def __init__(self, settings: Settings, core: Callable[[], Core], tally: Tally) -> None:
        self._redis = settings.redis
        self.presences = Presences(
            lambda topic, person: present_of(core(), topic, person),
            later=asyncio.get_running_loop().call_later,
            now_ms=lambda: time.time_ns() // 1_000_000,
            gives_the_floor=lambda topic, person: gives_the_floor(core(), topic, person),
            tally=tally,
        )
        self._task: asyncio.Task[None] | None = None

    def start(self, core: Core) -> None:
        """This log says from now on who people are; other processes that serve it say who is with them."""
        core.tail.listeners.append(self._happened)
        self.presences.forget_names()
        if self._redis:
            attending = Attending(self._redis, core.epoch)
            self.presences.tell = attending.tell
            self._task = asyncio.create_task(attending.run(self.presences))

    def stop(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _happened(self, transaction: Transaction) -> None:
        if transaction.unsettles:
            self.presences.forget_names()
