"""When the log or the keys cannot be had: everybody is told so, nothing half is kept, and it goes on without a restart."""

import asyncio
import resource
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
import structlog
from eventsourcing.persistence import OperationalError

from eventstore import desk as desks
from eventstore import key_pool, keys
from eventstore.clock import RealClock
from eventstore.deciding import Deciding
from eventstore.desk import Desk
from eventstore.given import Answer, Busy, Outage
from eventstore.log import Log
from eventstore.sqlite import pool
from eventstore.sqlite.log import SQLiteRecorder
from eventstore.sqlite.store import SQLiteStore
from eventstore.writer import QUEUE_MAX, Writer
from tests.eventstore.world import HEAD, KOLDING, SECRETARY, registering
from tests.eventstore.writing import Outcome, Working, carry_out, furnish, given, settle_all, tags, told
from tests.files import keys_in

REGISTERED = Answer(position=HEAD + 1, stream=KOLDING, version=1)
FULL_FILE_BYTES = 64 * 1024
LONG = "Kommunen. " * 2_000


# --- the queue ---


def test_a_full_queue_says_busy_and_records_nothing_of_it(on_file: Log) -> None:
    outcomes: list[Outcome] = []
    writer = Writer(on_file.recorder, on_file.sealing, RealClock(), settle_all)
    for index in range(QUEUE_MAX):
        writer.give(given(SECRETARY, f"dk/party/p{index}", registering()), outcomes.append)
    one_more = given(SECRETARY, KOLDING, registering())

    with pytest.raises(Busy):
        writer.give(one_more, outcomes.append)

    writer.start()
    writer.close()
    assert len(outcomes) == on_file.head - HEAD == QUEUE_MAX
    assert carry_out(on_file, one_more) == [Answer(position=HEAD + QUEUE_MAX + 1, stream=KOLDING, version=1)]


def test_a_writer_that_is_closed_answers_what_it_has_and_takes_no_more(on_file: Log) -> None:
    outcomes: list[Outcome] = []
    writer = Writer(on_file.recorder, on_file.sealing, RealClock(), settle_all)
    writer.give(given(SECRETARY, KOLDING, registering()), outcomes.append)
    writer.start()
    writer.close()

    with pytest.raises(Busy):
        writer.give(given(SECRETARY, "dk/party/vejle", registering()), outcomes.append)
    assert outcomes == [REGISTERED]


# --- the log ---


@contextmanager
def no_more_pages(kept_log: Log, _: Path) -> Iterator[None]:
    """The file may not grow: an insert fails."""
    with _writing(kept_log) as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count={pages}")
    yield
    with _writing(kept_log) as connection:
        connection.execute("PRAGMA max_page_count=1000000")


@contextmanager
def no_more_bytes(kept_log: Log, path: Path) -> Iterator[None]:
    """Files of this process may not grow, as on a full disk: the commit fails, when the write-ahead log is written."""
    with _writing(kept_log) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (FULL_FILE_BYTES, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def locked(_: Log, path: Path) -> Iterator[None]:
    """Another process writes, and does not end."""
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    yield
    other.close()


@contextmanager
def _writing(kept_log: Log) -> Iterator[sqlite3.Connection]:
    recorder = kept_log.recorder
    assert isinstance(recorder, SQLiteRecorder)
    with recorder.datastore.get_connection(commit=False) as connection:
        yield connection._sqlite_conn


@pytest.mark.parametrize("fault", [no_more_pages, no_more_bytes, locked])
def test_a_log_that_cannot_be_written_keeps_nothing_half_and_goes_on_afterwards(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: Callable[[Log, Path], AbstractContextManager[None]]
) -> None:
    monkeypatch.setattr(pool, "LOCK_TIMEOUT_S", 0.1)
    kept_log = SQLiteStore(tmp_path / "log.db", tmp_path / "keys.db").open_log()
    furnish(kept_log)
    commands = [given(SECRETARY, f"dk/party/p{index}", registering(LONG)) for index in range(10)]

    with fault(kept_log, tmp_path / "log.db"):
        during = carry_out(kept_log, *commands)
        read_meanwhile = kept_log.head
    after = carry_out(kept_log, *commands)

    assert [told(each) for each in during] == 10 * ["Outage"]
    assert read_meanwhile == HEAD
    assert after == [Answer(position=HEAD + 1 + index, stream=f"dk/party/p{index}", version=1) for index in range(10)]
    kept_log.close()


@pytest.fixture
def nowhere_to_report() -> Iterator[None]:
    """What is reported goes to a disk that is full."""
    before, full = structlog.get_config(), open("/dev/full", "w")  # noqa: SIM115
    structlog.configure(logger_factory=structlog.PrintLoggerFactory(full))
    yield
    structlog.configure(**before)
    with suppress(OSError):  # what it still holds cannot be written either
        full.close()


def test_a_report_that_cannot_be_written_ends_nothing(on_file: Log, tmp_path: Path, nowhere_to_report: None) -> None:
    """Where the log's disk is full, the disk of the reports may be too."""
    with pytest.raises(OSError, match="No space left"):
        structlog.get_logger().error("the control: this cannot be written")
    working = Working(on_file)

    with no_more_pages(on_file, tmp_path):
        during = working.give(given(SECRETARY, KOLDING, registering(LONG)))
    after = working.give(given(SECRETARY, KOLDING, registering(LONG)))
    working.close()

    assert [told(during), told(after)] == ["Outage", REGISTERED]


class Forgetful(SQLiteRecorder):
    """Its word that a transaction is on disk gets lost, once."""

    lost = False

    @contextmanager
    def deciding(self, *asked: Any) -> Iterator[Deciding]:  # type: ignore[override]
        with super().deciding(*asked) as deciding:
            yield deciding
        if not self.lost:
            self.lost = True
            raise OperationalError("connection lost")


def test_a_command_whose_outcome_is_not_known_is_repeated_with_its_key_and_happens_once(on_file: Log) -> None:
    recorder = on_file.recorder
    assert isinstance(recorder, SQLiteRecorder)
    recorder.__class__ = Forgetful
    command = given(SECRETARY, KOLDING, registering())

    assert [told(each) for each in carry_out(on_file, command)] == ["Outage"]
    assert carry_out(on_file, command) == [REGISTERED]
    assert tags(on_file, HEAD) == [(HEAD + 1, KOLDING, "party.registered")]


async def test_who_is_not_answered_in_time_is_told_that_the_outcome_is_not_known(
    on_file: Log, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desks, "DEADLINE_S", 0.05)
    desk = Desk(on_file.recorder, on_file.sealing, RealClock(), lambda _: None)
    command = given(SECRETARY, KOLDING, registering())

    with locked(on_file, tmp_path / "log.db"), pytest.raises(Outage):
        await desk.give(command)
    await asyncio.to_thread(desk.close)

    assert tags(on_file, HEAD) == [(HEAD + 1, KOLDING, "party.registered")]
    assert carry_out(on_file, command) == [REGISTERED]


# --- the keys ---


def test_without_keys_nothing_is_decided_and_nothing_of_the_batch_is_kept(
    on_file: Log, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two keys are in hand; the third cannot be made, since somebody else holds the key database."""
    commands = [given(SECRETARY, f"dk/party/p{index}", registering()) for index in range(3)]

    with locked(on_file, tmp_path / "keys.db"):
        monkeypatch.setattr(key_pool, "TAKE_TIMEOUT_S", 0.2)
        leave_in_hand(on_file, 2)
        during = carry_out(on_file, *commands)
        monkeypatch.undo()
    after = carry_out(on_file, *commands)

    assert [told(each) for each in during] == 3 * ["KeysUnavailable"]
    assert after == [Answer(position=HEAD + 1 + index, stream=f"dk/party/p{index}", version=1) for index in range(3)]


def leave_in_hand(kept_log: Log, count: int) -> None:
    """Use up a pool that cannot be filled, but for some."""
    taken = []
    try:
        while True:
            taken.append(kept_log.pool.take())
    except keys.KeysUnavailable:
        kept_log.pool._ready.extend(taken[-count:])


def test_a_key_database_that_was_full_gives_keys_again(tmp_path: Path) -> None:
    database = keys_in(tmp_path / "keys.db")
    making = database._making
    making.run("PRAGMA max_page_count=4")

    with pytest.raises(keys.KeysUnavailable):
        database.make(500)
    making.run("PRAGMA max_page_count=1000000")

    assert len(database.make(500)) == 500
    database.close()


def test_another_master_key_opens_nothing(tmp_path: Path) -> None:
    kept_log = SQLiteStore(tmp_path / "log.db", tmp_path / "keys.db").open_log()
    furnish(kept_log)
    kept_log.close()
    (tmp_path / "keys.master").write_bytes(bytes(32))

    with pytest.raises(keys.KeysUnavailable):
        SQLiteStore(tmp_path / "log.db", tmp_path / "keys.db").open_log()
