"""Start-up checks: a store that could lose an acknowledged command is refused outside `KLYNGE_ENV=dev`."""

from eventstore.log import Log
from eventstore.sqlite import SQLiteRecorder

SYNCHRONOUS_FULL = 2


class Unsafe(Exception):
    """The store's settings are not safe for a record."""


def check_durability(kept_log: Log) -> None:
    """Raises `Unsafe`, saying what to change."""
    recorder = kept_log.recorder
    if not isinstance(recorder, SQLiteRecorder):
        raise Unsafe("a log in memory is lost when the process ends; set KLYNGE_STORE to a file")
    if recorder.pragma("synchronous") < SYNCHRONOUS_FULL:
        raise Unsafe("SQLite's synchronous is below FULL: an answered command could be lost when the power fails")
