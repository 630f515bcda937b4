"""Start-up checks: a store that could lose an acknowledged command is refused."""

import re
from pathlib import Path

import pytest

from eventstore.checks import Unsafe, check_durability
from eventstore.log import Log
from eventstore.sqlite.log import SQLiteRecorder
from eventstore.sqlite.store import SQLiteStore
from klynge.core import Core
from klynge.settings import read_settings


def set_synchronous(kept_log: Log, level: str) -> None:
    recorder = kept_log.recorder
    assert isinstance(recorder, SQLiteRecorder)
    with recorder.datastore.get_connection(commit=False) as connection:
        connection._sqlite_conn.execute(f"PRAGMA synchronous={level}")


@pytest.mark.parametrize("level", ["OFF", "NORMAL"])
def test_a_file_that_is_not_forced_to_disk_is_refused(on_file: Log, level: str) -> None:
    set_synchronous(on_file, level)

    with pytest.raises(Unsafe, match="synchronous"):
        check_durability(on_file)


@pytest.mark.parametrize("level", ["FULL", "EXTRA"])
def test_a_file_that_is_forced_to_disk_is_accepted(on_file: Log, level: str) -> None:
    set_synchronous(on_file, level)

    check_durability(on_file)


def test_a_file_is_forced_to_disk_unless_somebody_says_otherwise(on_file: Log) -> None:
    check_durability(on_file)


def test_a_log_in_memory_is_refused(in_memory: Log) -> None:
    with pytest.raises(Unsafe, match=re.escape("lost when the process ends")):
        check_durability(in_memory)


@pytest.mark.parametrize("env", ["production", "dev"])
async def test_an_unsafe_log_is_served_in_development_only(
    on_file: Log, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, env: str
) -> None:
    set_synchronous(on_file, "NORMAL")
    monkeypatch.setattr(SQLiteStore, "open_log", lambda _: on_file)
    settings = read_settings({"KLYNGE_ENV": env, "KLYNGE_STORE": f"sqlite:///{tmp_path}/log.db"})

    if env == "production":
        with pytest.raises(Unsafe):
            Core(settings)
    else:
        await Core(settings).close()
