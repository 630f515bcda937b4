"""The checkpointer at work: looks again and again, whatever happens to the store; what keeps it from signing is told."""

import time
from contextlib import ExitStack
from pathlib import Path
from threading import Event

from clients.klynge_paper import verify_consistency
from eventstore.proofs import Attempt
from eventstore.snapshots import PersistenceError
from klynge.checkpointing.alarm import Alarm, Outcome
from klynge.checkpointing.checkpointer import Checkpointer, Consistent
from klynge.checkpointing.guard import Guard
from klynge.checkpointing.keys import read_keys
from klynge.checkpointing.places import Opened, Places

SEAL_S = 1.0
"""What is recorded is sealed within this …"""
SEAL_EVENTS = 256
"""… or as soon as so many events wait."""
LOOK_S = 0.25
BEAT_S = 24 * 3600
"""Where nothing happens, what is signed is looked at again this often."""
REST_S = 5.0
"""After an alarm: it may have been seen to."""
TOLD_AGAIN_S = 600.0
"""An alarm that lasts is told again this often."""


class Working:
    """One checkpointer, from when it is opened until it is told to stop."""

    def __init__(self, places: Places, closing: ExitStack, consistent: Consistent = verify_consistency) -> None:
        key = Path(places.key)
        self.guard = Guard(Path(places.guard))
        closing.callback(self.guard.close)
        self.opened: Opened = places.open(closing)
        self.checkpointer = Checkpointer(
            self.opened.snapshots, self.opened.proofs, self.guard, lambda: read_keys(key), consistent
        )
        self._signed_at = 0.0
        self._failing: str | None = None
        self._told_at = 0.0
        self._failed_at = 0
        """The later of a head and what kept one from being signed is how it stands, so they are never of one second."""

    def run(self, stop: Event) -> None:
        """Look until told to stop."""
        wait_s = 0.0
        while not stop.wait(wait_s):
            wait_s = self.turn()

    def turn(self) -> float:
        """One look; how long to wait for the next."""
        try:
            if not self.guard.alone() or not self.opened.lease.held():
                self.checkpointer.forget()
                return REST_S
            left = self._look()
        except Alarm as alarm:
            self._tell(alarm.outcome, str(alarm), alarm.size)
            return REST_S
        except PersistenceError as error:
            self._tell(Outcome.STORE_AWAY, f"the store cannot be had: {type(error).__name__}")
            return SEAL_S
        except Exception as error:
            self._tell(Outcome.FAILED, f"{type(error).__name__}: {error}")
            return REST_S
        self._failing = None
        return 0.0 if left >= SEAL_EVENTS else LOOK_S

    def all(self) -> None:
        """Sign until nothing waits. Raises `Alarm`, and what the store raises."""
        while self.checkpointer.look(_now()):
            pass

    def _look(self) -> int:
        """The last look of an alarm that is over is kept, so that everybody sees that it is."""
        at = time.monotonic()
        due = at - self._signed_at >= SEAL_S - LOOK_S
        beat = self._failing is not None or (due and _now() - self.checkpointer.beat_at >= BEAT_S)
        before = self.checkpointer.beat_at
        left = self.checkpointer.look(max(_now(), self._failed_at), 1 if due else SEAL_EVENTS, beat)
        if self.checkpointer.beat_at != before:
            self._signed_at = at
        return left

    def _tell(self, outcome: Outcome, why: str, size: int = 0) -> None:
        """Once when it begins, and now and then while it lasts: to whoever runs the house, and where the service reads it."""
        from eventstore.report import report  # loaded by whoever has something to tell

        self._failed_at = max(_now(), self.checkpointer.beat_at + 1, self._failed_at)
        self.checkpointer.forget()
        now = time.monotonic()
        if self._failing == why and now - self._told_at < TOLD_AGAIN_S:
            return
        self._failing, self._told_at = why, now
        report("checkpointer.not-signed", outcome=outcome.value, why=why, size=size)
        try:
            self.opened.proofs.attempted(Attempt(self._failed_at, "checkpointer", size, outcome.value, why))
        except PersistenceError as error:
            report("checkpointer.attempt-not-kept", error=type(error).__name__)


def _now() -> int:
    return int(time.time())
