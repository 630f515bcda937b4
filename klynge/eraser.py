"""The eraser: opens the list of erasures at the start, and records that an erasure is completed when its keys are gone.

Every process does both. Should two complete at once, the keys of what they give are the same, so it happens once.
"""

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from domain import erasure
from domain.kernel import Command
from domain.names import HOUSE
from domain.refusal import Refused
from domain.streams import COMMAND_NAMES
from domain.text import TextClass
from eventstore.covered import Covering, all_covered
from eventstore.desk import Desk
from eventstore.erasure_list import ErasureList
from eventstore.given import Given, digest_of
from eventstore.log import Log
from eventstore.repeating import waiting
from eventstore.report import report
from eventstore.tail import Tail

LOOK_S = 0.5
STORES = ("nøgler", "tekster i hukommelsen", "søgeindeks", "sletteliste")
"""Where the texts could be read, and no longer can."""


class NotApplied(Exception):
    """The log was put back from a copy and lacks erasures: nothing is served until they are recorded again."""


def open_list(kept_log: Log, path: Path) -> ErasureList:
    """The list of a log. Raises `ListBroken` where it is not as it was written, or cannot be added to."""
    listed = ErasureList(path, kept_log.receipts_key)
    listed.require_writable()
    listed.entries()
    kept_log.destroying.list = listed
    return listed


def require_applied(kept_log: Log, listed: ErasureList) -> None:
    """Raises `NotApplied` while the list tells of what the log does not."""
    missing = sum(1 for _ in waiting(listed.entries(), kept_log))
    if missing:
        raise NotApplied(
            f"{listed.path} lists {missing} erasures that this log does not hold: it was put back from a copy made before. "
            "Nothing is served until they are carried out again: run `klynge erase --apply`"
        )


def house_command(stream: str, command: Command, receipts_key: bytes) -> Given:
    """A command as the running service gives it: the same once, however often."""
    path = f"house:{stream}/{COMMAND_NAMES[type(command)]}"
    return Given(
        person=HOUSE,
        stream=stream,
        command=command,
        key=str(uuid5(NAMESPACE_URL, path)),
        digest=digest_of(receipts_key, path, b""),
        house=True,
    )


class Eraser:
    """Completes what two people confirmed. `end_sessions` is told of everyone whose name is erased; `forget` of everyone of whom
    something is: where they want to be told is no part of the log. `cleared` takes what is covered out of the search index.
    """

    def __init__(self, kept_log: Log, tail: Tail, desk: Desk) -> None:
        self._log = kept_log
        self._tail = tail
        self._desk = desk
        self.end_sessions: Callable[[str], None] = lambda _: None
        self.forget: Callable[[str], bool] = lambda _: True
        self.cleared: Callable[[Sequence[Covering]], bool] = lambda _: True

    async def run(self) -> None:
        """Look until cancelled."""
        while True:
            try:
                await self.look()
            except Exception as error:
                report("eraser.look-failed", error=repr(error))  # it looks again
            await asyncio.sleep(LOOK_S)

    async def look(self) -> None:
        """Complete whatever can be."""
        underway = [
            (stream, state)
            for stream in self._tail.now.ids("erasure")
            if isinstance(state := self._tail.now.see(stream), erasure.Underway) and not isinstance(state, erasure.Done)
        ]
        if not underway:
            return
        covered = tuple(all_covered(self._tail.now, self._log.recorder, self._tail.head))
        for stream, state in underway:
            if TextClass.PUBLIC_RECORD in state.classes:
                self.end_sessions(
                    state.person
                )  # who they are is erased; of others an address, say, and they stay signed in
            parts = [each for each in covered if each.by == stream]
            is_forgotten = await asyncio.to_thread(self.forget, state.person)
            if not (parts and is_forgotten and all(map(self._log.destroying.are_gone, parts))):
                continue
            if await asyncio.to_thread(self.cleared, parts):
                await self._complete(stream)

    async def _complete(self, stream: str) -> None:
        try:
            await self._desk.give(house_command(stream, erasure.Complete(stores=STORES), self._log.receipts_key))
        except Refused as refused:
            report("eraser.refused", stream=stream, code=refused.code)
