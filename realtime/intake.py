"""What a socket may send in a second, counted before it is made anything of: a frame that is no message costs time as well."""

BYTES_IN_PER_S = 1024 * 1024
"""A burst of the largest messages is 640 KiB."""
FRAMES_IN_PER_S = 200
"""A burst of messages is 40 frames; this leaves room for messages in fragments, and for pings."""
READ_BYTES = 1024
"""Read at once: the frames of a reading are counted after it, and the smallest have six bytes."""


class Intake:
    """The account of one socket."""

    __slots__ = ("_bytes", "_frames", "_since")

    def __init__(self) -> None:
        self._bytes = 0
        self._frames = 0
        self._since = 0.0

    def may_bring(self, count: int, now: float) -> bool:
        """Whether so many bytes more are within the limit. `now`: seconds of a clock that never falls."""
        if now - self._since >= 1:
            self._since, self._bytes, self._frames = now, 0, 0
        self._bytes += count
        return self._bytes <= BYTES_IN_PER_S

    def may_hold(self, frames: int) -> bool:
        """Whether so many frames more are."""
        self._frames += frames
        return self._frames <= FRAMES_IN_PER_S


def is_text(data: bytes) -> bool:
    """RFC 6455 asks it of a text message as a whole; the protocol object leaves it to us."""
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True
