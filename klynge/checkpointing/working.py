"""The checkpointer at work: looks again and again, whatever happens to the store; what keeps it from signing is told."""

import time
from contextlib import ExitStack
from pathlib import Path
from threading import Event

from clients.klynge_paper import verify_consistency
from eventstore.proofs import Attempt
from eventstore.snapshots import PersistenceError
from klynge.checkpointing.alarm import AGAIN, WHO, Alarm, Outcome
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
        self._is_well_known = False
        """Whether what is kept of failures says that they are over. By a word and not by times: a clock may jump."""

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
                self._is_well_known = False
                return REST_S
            left = self._look()
            self._tell_that_it_is_over()
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
        self._tell_that_it_is_over()

    def _look(self) -> int:
        """After an alarm what is there is signed or looked at, however little it is: only then it is over."""
        at, failing = time.monotonic(), self._failing is not None
        due = failing or at - self._signed_at >= SEAL_S - LOOK_S
        # Either way: a clock that ran a day ahead is no reason to look away for that day.
        beat = failing or (due and abs(_now() - self.checkpointer.beat_at) >= BEAT_S)
        before = self.checkpointer.beat_at
        left = self.checkpointer.look(_now(), 1 if due else SEAL_EVENTS, beat)
        if self.checkpointer.beat_at != before:
            self._signed_at = at
        return left

    def _tell(self, outcome: Outcome, why: str, size: int = 0) -> None:
        """Once when it begins, and now and then while it lasts: to whoever runs the house, and where the service reads it."""
        from eventstore.report import report  # loaded by whoever has something to tell

        self.checkpointer.forget()
        self._is_well_known = False
        now = time.monotonic()
        if self._failing == why and now - self._told_at < TOLD_AGAIN_S:
            return
        self._failing, self._told_at = why, now
        report("checkpointer.not-signed", outcome=outcome.value, why=why, size=size)
        try:
            self.opened.proofs.attempted(Attempt(_now(), WHO, size, outcome.value, why))
        except PersistenceError as error:
            report("checkpointer.attempt-not-kept", error=type(error).__name__)

    def _tell_that_it_is_over(self) -> None:
        """Where the service reads it: whatever kept this process, or one before it, from signing does so no more."""
        if self._is_well_known:
            return
        tried = self.opened.proofs.last_attempt(WHO)
        if tried is not None and tried.outcome != AGAIN:
            over = Attempt(_now(), WHO, tried.size, AGAIN, "what kept it from signing is over")
            self.opened.proofs.attempted(over)
        self._is_well_known = True


def _now() -> int:
    return int(time.time())
