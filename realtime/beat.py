"""A heartbeat: one frame for all who follow the same and stand alike."""

from realtime.frames import framed
from realtime.messages import Heartbeat

Heads = tuple[tuple[str, int], ...]


class Beat:
    """The frames of one."""

    def __init__(self, now_ms: int, sealed: int, witnessed: int) -> None:
        self._now_ms, self._sealed, self._witnessed = now_ms, sealed, witnessed
        self._frames: dict[Heads, bytes] = {}

    def frame(self, heads: Heads) -> bytes:
        """For those whose topics stand so."""
        if heads not in self._frames:
            message = Heartbeat(t=self._now_ms, heads=dict(heads), sealed=self._sealed, witnessed=self._witnessed)
            self._frames[heads] = framed(message)
        return self._frames[heads]
