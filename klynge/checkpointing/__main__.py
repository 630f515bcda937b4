"""The child of `klynge serve`: told its places on standard input, which ends when the one who started it is gone."""

import gc
import os
import signal
import sys
from contextlib import ExitStack
from threading import Event, Thread

import msgspec

from klynge.checkpointing.places import Places
from klynge.checkpointing.working import Working


def main() -> None:
    """Work until standard input ends."""
    # Ctrl-C goes to the whole group; the service says when it is time.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    stop = Event()
    signal.signal(signal.SIGTERM, lambda *_: stop.set())
    places = msgspec.json.decode(sys.stdin.buffer.readline(), type=Places)
    Thread(target=_until_left, args=(stop,), name="parent", daemon=True).start()
    with ExitStack() as closing:
        working = Working(places, closing)
        gc.freeze()
        working.run(stop)


def _until_left(stop: Event) -> None:
    while os.read(sys.stdin.fileno(), 1):
        pass
    stop.set()


if __name__ == "__main__":
    main()
