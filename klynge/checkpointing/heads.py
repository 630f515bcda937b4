"""What the service knows of its heads (kontrolpunkter): how much is sealed and witnessed, and what keeps it from being so."""

import asyncio
import math
import time

from msgspec import Struct

from api.metrics import Figure
from eventstore.proofs import Proofs
from eventstore.report import report
from eventstore.store import StoreFailure
from klynge.checkpointing.alarm import AGAIN, WHO
from klynge.checkpointing.child import Child
from klynge.checkpointing.places import places_of
from klynge.core import Core
from klynge.settings import Settings

LOOK_S = 0.5


class Known(Struct, frozen=True):
    """As it was a moment ago."""

    sealed: int = 0
    witnessed: int = 0
    looked_at: int = 0
    """When the newest head was signed or looked at again, seconds since 1970 UTC; 0: there is none."""
    failing: str | None = None
    """Why nothing is signed, in a word; None: it is."""


class Heads:
    """Looks at what is signed, and has the checkpointer as its child where it is asked to."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self.child = Child(places_of(settings)) if settings.checkpoints else None
        self.has_child = False
        """Whether this process is to start it: a test that looks at the service alone does without."""
        self.known = Known()
        self._proofs: Proofs | None = None
        self._looking: asyncio.Task[None] | None = None

    def start(self) -> None:
        self._proofs = self._settings.store.open_proofs()
        self._looking = asyncio.create_task(self._look_on(self._proofs))
        if self.has_child and self.child is not None:
            self.child.start()

    async def stop(self) -> None:
        """The log is closed, or put back: nobody looks at what is proven of it."""
        looking, self._looking = self._looking, None
        if looking is None:
            return
        looking.cancel()
        await asyncio.gather(looking, return_exceptions=True)
        if self.child is not None:
            await self.child.stop()
        if self._proofs is not None:
            await asyncio.to_thread(self._proofs.close)
        self.known = Known()

    def figures(self, core: Core) -> list[Figure]:
        """What is sealed and witnessed of the log that this process has read."""
        known = self.known
        age = time.time() - known.looked_at if known.looked_at else math.inf
        return [
            Figure("sealed", "size of the newest head that is signed", known.sealed),
            Figure("witnessed", "size of the newest head that enough organisations have seen", known.witnessed),
            Figure("sealed_behind", "positions that no signed head holds yet", max(0, core.tail.head - known.sealed)),
            Figure("sealed_age_seconds", "since a head was signed, or looked at again", age),
            Figure(
                "not_signed", "1 while the checkpointer does not sign: see its reports", int(known.failing is not None)
            ),
        ]

    async def _look_on(self, proofs: Proofs) -> None:
        while True:
            try:
                self.known = await asyncio.to_thread(_known, proofs)
            except StoreFailure:
                pass  # readiness tells of that
            except Exception as error:
                report("heads.not-read", error=repr(error))
            await asyncio.sleep(LOOK_S)


def _known(proofs: Proofs) -> Known:
    newest, witnessed = proofs.newest(), proofs.witnessed()
    size, looked_at = (0, 0) if newest is None else (newest.size, newest.beat_at)
    tried = proofs.last_attempt(WHO)
    failing = tried.outcome if tried is not None and tried.outcome != AGAIN else None
    return Known(size, min(witnessed, size), looked_at, failing)
