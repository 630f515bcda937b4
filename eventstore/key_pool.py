"""The key pool: keys made durable beforehand.

One that was taken is never given out again, also not when a batch is decided again.
"""

from collections import deque
from threading import Condition, Thread

from eventstore.keys import KeyDatabase, KeysUnavailable
from eventstore.report import report

POOL_LOW = 2_048
"""Below this many keys in hand the pool makes another lot."""
POOL_LOT = 4_096
TAKE_TIMEOUT_S = 10


class KeyPool:
    """Durable keys in hand. A thread keeps it filled, so a writer seldom waits for the disk.

    Keys left over when the process ends stay unused: nobody knows whether a box was made with them.
    """

    def __init__(self, keys: KeyDatabase) -> None:
        self._keys = keys
        self._ready: deque[tuple[bytes, bytes]] = deque()
        self._wanted = Condition()
        self._closed = False
        self._asked = False
        """More keys are on their way: asking once is enough."""
        self._failed: BaseException | None = None
        self._thread = Thread(target=self._fill, name="key-pool", daemon=True)
        self._thread.start()

    def take(self) -> tuple[bytes, bytes]:
        """A key nobody else has: (id, key). Raises `KeysUnavailable` when none comes in time."""
        try:
            taken = self._ready.popleft()
        except IndexError:
            return self._wait()
        if len(self._ready) < POOL_LOW and not self._asked:
            with self._wanted:
                self._asked = True
                self._wanted.notify_all()
        return taken

    def close(self) -> None:
        with self._wanted:
            self._closed = True
            self._wanted.notify_all()
        self._thread.join()

    def _wait(self) -> tuple[bytes, bytes]:
        with self._wanted:
            self._wanted.notify_all()
            if not self._wanted.wait_for(lambda: self._ready or self._failed or self._closed, TAKE_TIMEOUT_S):
                raise KeysUnavailable("no key in time")
            if not self._ready:
                raise KeysUnavailable("the key database gives no keys") from self._failed
            return self._ready.popleft()

    def _fill(self) -> None:
        while True:
            with self._wanted:
                self._wanted.wait_for(lambda: self._closed or len(self._ready) < POOL_LOW)
                if self._closed:
                    return
            try:
                made = self._keys.make(POOL_LOT)
            except (KeysUnavailable, OSError) as error:
                report("keys.pool-failed", error=str(error))
                with self._wanted:
                    self._failed = error
                    self._asked = False
                    self._wanted.notify_all()
                    self._wanted.wait(1)
                continue
            with self._wanted:
                self._failed = None
                self._asked = False
                self._ready.extend(made)
                self._wanted.notify_all()
