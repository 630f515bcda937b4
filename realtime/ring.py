"""A ring: the frames that were sent last, for whoever lost the line for a while or did not read."""

import time
from collections import deque
from collections.abc import Iterator

FRAMES_MAX = 256
BYTES_MAX = 1024 * 1024
"""Of each ring: there is one per topic and audience."""


class Ring:
    """What takes a reader from one position to the next."""

    __slots__ = ("_frames", "reaches", "size_bytes")

    def __init__(self, position: int) -> None:
        self.begin(position)

    def begin(self, position: int) -> None:
        """What was sent up to here is sent to nobody again."""
        self._frames: deque[tuple[int, bytes, float]] = deque()
        self.size_bytes = 0
        self.reaches = position
        """A reader at or after this position can be brought up to date from here."""

    def remember(self, position: int, frame: bytes) -> None:
        """A frame that takes a reader at the last position to this one."""
        self._frames.append((position, frame, time.monotonic()))
        self.size_bytes += len(frame)
        while len(self._frames) > FRAMES_MAX or self.size_bytes > BYTES_MAX:
            self.reaches, dropped, _ = self._frames.popleft()
            self.size_bytes -= len(dropped)

    def after(self, position: int) -> Iterator[tuple[int, bytes]]:
        """What a reader at a position lacks, in order."""
        return ((at, frame) for at, frame, _ in self._frames if at > position)

    def __len__(self) -> int:
        return len(self._frames)

    def age_s(self) -> float:
        """Since when the oldest frame is kept."""
        return time.monotonic() - self._frames[0][2] if self._frames else 0.0
