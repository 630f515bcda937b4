"""A tally: what was sent, by name, how those who came back were brought up to date, and why sockets were closed."""

from collections import Counter

from realtime.frames import framed
from realtime.messages import FromServer


class Tally:
    """Counts of one process since it began."""

    __slots__ = ("bytes", "catch_ups", "closes", "frames")

    def __init__(self) -> None:
        self.frames: Counter[str] = Counter()
        self.bytes: Counter[str] = Counter()
        """Both by the name of the message, for everyone it was sent to."""
        self.catch_ups: Counter[str] = Counter()
        """ring, rows, snapshot; log: slices of the topic `changes`"""
        self.closes: Counter[str] = Counter()

    def sent(self, op: str, size_bytes: int, times: int = 1) -> None:
        """A frame went to so many."""
        self.frames[op] += times
        self.bytes[op] += size_bytes * times

    def framed(self, message: FromServer) -> bytes:
        """A message as one frame, for one client."""
        frame = framed(message)
        self.sent(str(message.__struct_config__.tag), len(frame))
        return frame

    def closed(self, code: int) -> None:
        self.closes[str(int(code))] += 1
