"""Start-up checks: a store that could lose an acknowledged command is refused outside `KLYNGE_ENV=dev`."""

from eventstore.log import Log


class Unsafe(Exception):
    """The store's settings are not safe for a record."""


def check_durability(kept_log: Log) -> None:
    """Raises `Unsafe`, saying what to change."""
    reason = kept_log.recorder.unsafe()
    if reason is not None:
        raise Unsafe(reason)
