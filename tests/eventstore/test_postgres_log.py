"""The log on PostgreSQL: one order for several processes, one answer to one key, and nothing the application may undo."""

import asyncio
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import pairwise
from queue import Queue, SimpleQueue
from threading import Event as Flag
from threading import Thread
from threading import enumerate as enumerate_threads
from types import SimpleNamespace

import psycopg
import pytest
from eventsourcing.persistence import IntegrityError, OperationalError, ProgrammingError

from domain.party import Rename
from eventstore import writer as writers
from eventstore.deciding import Head, Overtaken, Receipt, ReceiptTaken, Stored
from eventstore.given import Answer
from eventstore.log import Log
from eventstore.postgres import log as logs
from eventstore.postgres import pool as pools
from eventstore.postgres.deciding import under_lock
from eventstore.postgres.log import PostgresRecorder
from eventstore.postgres.pool import Connections, Pool
from eventstore.postgres.store import PostgresStore
from tests.eventstore.world import HEAD, KOLDING, REGION, SECRETARY, registering
from tests.eventstore.writing import Working, events, furnish, given, told
from tests.postgres import OWNER, Postgres, postgres

LOG_TABLES = ("stored_events", "streams", "receipts", "blocks")
EVENT, SECOND = Stored("a", 1, "t", b"{}"), Stored("a", 2, "t", b"{}")
RECEIPT = Receipt("person", "key", bytes(32), 1, 1)


@pytest.fixture
def store(on_server: Callable[[], PostgresStore]) -> PostgresStore:
    return on_server()


@pytest.fixture
def recorder(store: PostgresStore) -> Iterator[PostgresRecorder]:
    """An empty log."""
    recorder = PostgresRecorder(Pool(Connections(store.log)))
    yield recorder
    recorder.close()


def append(recorder: PostgresRecorder, known: Head | None, *events: Stored, receipts: tuple[Receipt, ...] = ()) -> None:
    with recorder.deciding((), known) as deciding:
        deciding.append(events, 1, receipts, ())


# --- three things that may be there already, told apart ---


@pytest.mark.parametrize("known", [Head(0, 0), None])
def test_a_head_that_moved_is_not_a_key_that_was_used_nor_a_version_that_stands(
    recorder: PostgresRecorder, known: Head | None
) -> None:
    append(recorder, None, EVENT, SECOND, receipts=(RECEIPT,))
    now = known and Head(2, 1)

    with pytest.raises(Overtaken):
        append(recorder, Head(0, 0), Stored("b", 1, "t", b""))
    with pytest.raises(ReceiptTaken):
        append(recorder, now, Stored("b", 1, "t", b""), receipts=(RECEIPT,))
    with pytest.raises(IntegrityError, match="stream_version"):
        append(recorder, now, SECOND)
    assert recorder.max_notification_id() == 2
    append(recorder, now, Stored("b", 1, "t", b""))
    assert [each.originator_id for each in recorder.select_notifications(1, 10)] == ["a", "a", "b"]


def test_a_position_that_stands_although_the_head_does_not_say_so_overtakes(
    recorder: PostgresRecorder, store: PostgresStore, postgres_server: Postgres
) -> None:
    append(recorder, None, EVENT)
    with psycopg.connect(store.log.replace("klynge@", "postgres@"), autocommit=True) as somebody:
        somebody.execute("UPDATE log_head SET head = 0")

    with pytest.raises(Overtaken):
        append(recorder, Head(0, 1), Stored("b", 1, "t", b""))


def test_a_database_that_is_asked_to_serialise_overtakes_and_does_not_fail(
    store: PostgresStore, postgres_server: Postgres
) -> None:
    """40001 instead of no row: the same thing in stricter words."""
    with psycopg.connect(store.log.replace("klynge@", "postgres@"), autocommit=True) as somebody:
        somebody.execute("ALTER ROLE klynge IN DATABASE " + store.log.rpartition("/")[2] + " SET "
                         "default_transaction_isolation = 'repeatable read'")  # fmt: skip
    recorder, other = PostgresRecorder(Pool(Connections(store.log))), PostgresRecorder(Pool(Connections(store.log)))
    refused: Queue[BaseException] = Queue()

    def late() -> None:
        try:
            append(other, Head(0, 0), Stored("b", 1, "t", b""))
        except BaseException as error:
            refused.put(error)

    with recorder.deciding((), None) as deciding:
        thread = Thread(target=late)
        thread.start()
        _until_waiting(store)
        deciding.append((EVENT,), 1, (), ())
    thread.join()

    error = refused.get_nowait()
    assert isinstance(error, Overtaken)
    assert isinstance(error.__cause__, psycopg.errors.SerializationFailure)
    append(other, None, Stored("b", 1, "t", b""))
    recorder.close()
    other.close()


def _until_waiting(store: PostgresStore) -> None:
    """Until somebody waits for the log's row."""
    with psycopg.connect(store.log.replace("klynge@", "postgres@"), autocommit=True) as looking:
        waiting = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type='Lock' AND datname=current_database()"
        while looking.execute(waiting).fetchone() == (0,):
            pass


# --- two processes ---


@pytest.fixture
def two(store: PostgresStore) -> Iterator[tuple[Log, Log]]:
    """The small world, open in two processes' ways."""
    logs = store.open_log(), store.open_log()
    furnish(logs[0])
    yield logs
    for each in logs:
        each.close()


def test_who_is_overtaken_decides_once_more_and_whoever_is_alone_again_trusts_what_it_knows(
    two: tuple[Log, Log],
) -> None:
    one, other = Working(two[0]), Working(two[1])
    parties = [f"dk/party/p{index}" for index in range(6)]

    answers = [one.give(given(SECRETARY, each, registering())) for each in parties[:2]]
    assert one.overtaken == 0
    answers.append(other.give(given(SECRETARY, parties[2], registering())))
    answers.append(one.give(given(SECRETARY, parties[3], registering())))
    assert one.overtaken == 1
    answers += [one.give(given(SECRETARY, each, registering())) for each in parties[4:]]

    assert one.overtaken == 1
    assert [told(each) for each in answers] == [
        Answer(position=HEAD + 1 + index, stream=each, version=1) for index, each in enumerate(parties)
    ]
    one.close()
    other.close()


@pytest.mark.parametrize(
    ("command", "more"),
    [
        (given(SECRETARY, KOLDING, registering(), key="k"), {}),
        (given(SECRETARY, REGION, Rename(name="Syd", from_on="2024-05-01"), key="k", if_match=1), {}),
    ],
)
def test_an_answer_given_in_one_process_is_given_again_in_another_that_has_not_heard_of_it(
    two: tuple[Log, Log], command: object, more: object
) -> None:
    """Also where the repeat would fail on what the first run changed: 412, or a name that stands."""
    one, other = Working(two[0]), Working(two[1])
    # Both trust what they know.
    for index, each in enumerate((one, one, other, other)):
        each.give(given(SECRETARY, f"dk/party/q{index}", registering()))
    other.give(given(SECRETARY, "dk/party/last", registering()))

    first = one.give(command)  # type: ignore[arg-type]
    again = other.give(command)  # type: ignore[arg-type]

    assert isinstance(first, Answer)
    assert again == first
    one.close()
    other.close()


@pytest.mark.parametrize("read_on_max", [2, 1_000])
def test_who_has_long_been_silent_decides_by_what_stands_now(
    two: tuple[Log, Log], monkeypatch: pytest.MonkeyPatch, read_on_max: int
) -> None:
    monkeypatch.setattr(writers, "READ_ON_MAX", read_on_max)
    silent, busy = Working(two[0]), Working(two[1])
    silent.give(given(SECRETARY, "dk/party/first", registering()))
    for index in range(5):
        busy.give(given(SECRETARY, f"dk/party/p{index}", registering()))

    again = silent.give(given(SECRETARY, "dk/party/p3", registering()))
    renamed = silent.give(given(SECRETARY, "dk/party/p4", Rename(name="Syd", from_on="2024-05-01"), if_match=1))

    assert told(again) == ("party.exists", {})
    assert renamed == Answer(position=HEAD + 7, stream="dk/party/p4", version=2)
    silent.close()
    busy.close()


@pytest.mark.parametrize(("apart_s", "says"), [(400, "seconds apart"), (-400, "seconds apart"), (200, "fsync is off")])
def test_a_clock_far_from_the_servers_is_refused_before_it_writes_a_time_that_never_falls(
    recorder: PostgresRecorder, monkeypatch: pytest.MonkeyPatch, apart_s: int, says: str
) -> None:
    monkeypatch.setattr(logs, "time", SimpleNamespace(time=lambda: time.time() + apart_s))
    assert says in (recorder.unsafe() or "")


# --- what the application's role may not do ---


@pytest.mark.parametrize("table", LOG_TABLES)
@pytest.mark.parametrize("undoing", ["DELETE FROM {}", "TRUNCATE {}", "DROP TABLE {}", "UPDATE {} SET {}"])
def test_the_application_may_add_to_the_log_and_undo_nothing(store: PostgresStore, table: str, undoing: str) -> None:
    column = {"stored_events": "state=state", "streams": "id=id", "receipts": "key=key", "blocks": "field=field"}[table]
    statement = undoing.format(table, column)

    with psycopg.connect(store.log) as connection, pytest.raises(psycopg.errors.InsufficientPrivilege):
        connection.execute(statement)
    # Control: its owner may.
    with psycopg.connect(store.log.replace("klynge@", f"{OWNER}@")) as connection:
        connection.execute(statement)
        connection.rollback()


def test_the_lock_row_is_the_only_one_of_the_logs_that_the_application_may_update(store: PostgresStore) -> None:
    with psycopg.connect(store.log, autocommit=True) as connection:
        granted = connection.execute(
            "SELECT table_name, privilege_type FROM information_schema.role_table_grants"
            " WHERE grantee='klynge' AND table_name = ANY(%s)",
            ([*LOG_TABLES, "log_head", "epochs"],),
        ).fetchall()
    assert {table for table, right in granted if right not in ("SELECT", "INSERT")} == {"log_head"}
    assert ("log_head", "UPDATE") in granted
    assert {right for table, right in granted if table == "log_head"} == {"SELECT", "UPDATE"}


# --- the library's switch ---


def test_the_librarys_functions_in_the_database_are_refused(store: PostgresStore) -> None:
    pool = Pool(Connections(store.log))
    pool.enable_db_functions = True
    with pytest.raises(ProgrammingError, match="POSTGRES_ENABLE_DB_FUNCTIONS"):
        PostgresRecorder(pool)
    pool.close()


# --- a server that does not answer ---


def test_a_silent_server_hangs_nobody_and_is_used_again_when_it_speaks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pools, "ANSWER_TIMEOUT_S", 0.5)
    with postgres() as server:
        pool = Pool(Connections(server.address()))
        with pool.get_connection() as connection:
            connection.execute("SELECT 1")
        server.freeze()

        took: list[float] = []
        for _ in range(2):
            asked_at = time.monotonic()
            with pytest.raises(OperationalError, match="did not answer in time"), pool.get_connection() as connection:
                connection.execute("SELECT 1")
            took.append(time.monotonic() - asked_at)
        assert took[1] < took[0] / 2, "the second is told at once"
        assert pool.down is not None

        server.thaw()
        _until(lambda: pool.down is None)
        with pool.get_connection() as connection:
            assert connection.execute("SELECT 1 AS one").fetchone() == {"one": 1}
        pool.close()


def test_who_holds_the_lock_and_falls_silent_loses_it(store: PostgresStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that is stopped in the middle of deciding keeps the others for so long, and then nobody."""
    monkeypatch.setattr(pools, "IDLE_IN_TRANSACTION_S", 1)
    held = PostgresRecorder(Pool(Connections(store.log)))
    other = PostgresRecorder(Pool(Connections(store.log)))

    with pytest.raises(OperationalError), held.deciding((), None) as deciding:  # noqa: PT012
        append(other, None, Stored("b", 1, "t", b""))  # waits until the lock is taken away
        deciding.append((EVENT,), 1, (), ())

    assert [each.originator_id for each in other.select_notifications(1, 10)] == ["b"]
    held.close()
    other.close()


def test_who_is_cut_off_between_append_and_commit_loses_the_lock_too(store: PostgresStore) -> None:
    """To the server it is at work: neither a statement's timeout nor an idle transaction's ends it."""
    held, other = (PostgresRecorder(Pool(Connections(store.log))) for _ in range(2))

    def append_soon() -> bool:
        with suppress(OperationalError):
            append(other, None, Stored("b", 1, "t", b""))
            return True
        return False

    begun = time.monotonic()
    with suppress(OperationalError), held.datastore.get_connection() as connection:
        under_lock(connection, ())
        with connection.pipeline():
            connection.execute("UPDATE log_head SET head = head WHERE id = %s", (1,))
            assert state_of(store, connection.info.backend_pid) == ("active", "ClientRead"), (
                "cut off where it is not idle"
            )
            _until(append_soon)
    assert time.monotonic() - begun < 10
    assert [each.originator_id for each in other.select_notifications(1, 10)] == ["b"]
    held.close()
    other.close()


def state_of(store: PostgresStore, backend: int) -> tuple[object, ...] | None:
    """What a backend does, and what it waits for, once it has come to rest."""
    asked = "SELECT state, wait_event FROM pg_stat_activity WHERE pid=%s"
    with psycopg.connect(store.log.replace("klynge@", "postgres@"), autocommit=True) as looking:
        while (state := looking.execute(asked, (backend,)).fetchone()) == ("active", None):
            pass
    return state


def test_a_table_that_is_locked_holds_a_loop_up_once_and_not_every_request(store: PostgresStore) -> None:
    pool = store.pool(store.log)

    async def ask(count: int) -> list[float]:
        took = []
        for _ in range(count):
            asked_at = time.monotonic()
            with suppress(OperationalError), pool.get_connection() as connection:
                connection.execute("SELECT count(*) FROM rows")
            took.append(time.monotonic() - asked_at)
        return took

    with psycopg.connect(store.log.replace("klynge@", f"{OWNER}@")) as migration:
        migration.execute("LOCK TABLE rows")
        took = asyncio.run(ask(10))
    assert sum(took) < 2 * pools.STATEMENT_TIMEOUT_S
    assert sum(each > 1 for each in took) == 1
    _until(lambda: pool.down is None)
    assert max(asyncio.run(ask(3))) < 1
    pool.close()


def _until(reached: Callable[[], bool], patience_s: float = 30) -> None:
    deadline = time.monotonic() + patience_s
    while not reached():
        assert time.monotonic() < deadline


def test_every_event_is_found_by_whoever_reads_on_while_several_write(two: tuple[Log, Log]) -> None:
    """In short; `tests/faults` does it with processes, and with the library's own recorder, which loses some."""
    found, done = SimpleQueue[int](), Flag()

    def tail() -> None:
        position = HEAD
        while not done.is_set() or two[0].head > position:
            for each in two[0].read(position):
                found.put(each.position)
                position = each.position

    reader = Thread(target=tail)
    reader.start()
    writers = [Working(each) for each in two]

    def write(own: int) -> None:
        for index in range(40):
            writers[own].give(given(SECRETARY, f"dk/party/w{own}-{index}", registering()))

    threads = [Thread(target=write, args=(own,)) for own in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    done.set()
    reader.join()
    for each in writers:
        each.close()

    seen = [found.get_nowait() for _ in range(found.qsize())]
    assert seen == list(range(HEAD + 1, HEAD + 81)) == [each.position for each in events(two[0], HEAD)]
    names = [each.stream.split("/w")[1][0] for each in events(two[0], HEAD)]
    assert sum(before != after for before, after in pairwise(names)) > 1, "they did write after each other"


def test_connections_are_kept_while_anybody_uses_them_and_made_once_for_all(store: PostgresStore) -> None:
    """A house closes its log and opens it again, and its sessions live on."""

    def backend(pool: Pool) -> int:
        with pool.get_connection() as connection:
            return int(connection.info.backend_pid)

    one, other = store.pool(store.log), store.pool(store.log)
    first = backend(one)
    one.close()
    one.close()
    assert backend(other) == first
    again = store.pool(store.log)
    assert backend(again) == first
    other.close()
    again.close()
    anew = store.pool(store.log)
    assert backend(anew) != first
    assert backend(anew) == backend(anew)
    anew.close()


def test_who_comes_after_the_last_left_a_lost_server_finds_it_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """A log that is opened again after a failover: whoever looked for its server ended with the log before it."""
    monkeypatch.setattr(pools, "RETRY_S", 0.01)
    with postgres() as server:
        connections = Connections(server.address())
        pool = Pool(connections)
        server.stop()
        with pytest.raises(OperationalError), pool.get_connection():
            pass
        assert pool.down is not None
        pool.close()
        _until(lambda: "database-look" not in {thread.name for thread in enumerate_threads()})
        server.start()

        again = Pool(connections)
        with again.get_connection() as connection:
            assert connection.execute("SELECT 1 AS one").fetchone() == {"one": 1}
        again.close()
