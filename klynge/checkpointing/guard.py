"""The sign-guard (underskriftsvagt): what was signed last, in a file on another place than the log, on disk before it is signed.

A log that was put back from a copy, or that lost its end, is then found out before it contradicts what others hold.
"""

import fcntl
import os
from pathlib import Path

from eventstore.durable import PRIVATE, write_durably
from klynge.checkpointing.alarm import Alarm, Outcome
from proof.note import BadNote, Checkpoint

FILE_BYTES_MAX = 4_096


class Guard:
    """One file: origin, size and root, as a head says them."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock: int | None = None

    def read(self) -> Checkpoint | None:
        """What was signed last; None: nothing is known. Raises `Alarm` where it is not as it was written."""
        try:
            with self.path.open("rb") as file:
                return Checkpoint.parse(file.read(FILE_BYTES_MAX + 1).decode())
        except FileNotFoundError:
            return None
        except (BadNote, UnicodeDecodeError) as error:
            raise Alarm(
                Outcome.GUARD_DAMAGED,
                f"the sign-guard {self.path} is not as it was written. Find the newest head that a witness or an auditor holds, "
                "compare, and run `klynge checkpoint --accept-stored-head`",
            ) from error

    def advance(self, head: Checkpoint) -> None:
        """Remember what is about to be signed; on disk when this returns."""
        write_durably(self.path, str(head).encode())

    def forget(self) -> None:
        """Nothing was signed: the log begins anew."""
        self.path.unlink(missing_ok=True)

    def alone(self) -> bool:
        """Whether nobody else on this machine signs; it stays so until the process ends."""
        if self._lock is None:
            opened = os.open(self.path.with_name(f"{self.path.name}.lock"), os.O_RDWR | os.O_CREAT, PRIVATE)
            try:
                fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                os.close(opened)
                return False
            self._lock = opened
        return True

    def close(self) -> None:
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None
