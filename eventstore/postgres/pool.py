"""Connections to PostgreSQL that never hang: every statement has a deadline on this side too.

Keepalives do not help against a frozen server, whose kernel still answers; only a clock here does. A connection that missed its
deadline or lost its server is closed. While the server cannot be had, everybody is told so at once, and one thread looks for it.
"""

import asyncio
import re
import select
import time
from collections import deque
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from threading import Lock, Semaphore, Thread
from typing import Any, TypeVar

import psycopg
from eventsourcing.persistence import DatabaseError, OperationalError
from eventsourcing.postgres import PostgresDatastore
from psycopg.abc import PQGen
from psycopg.conninfo import make_conninfo
from psycopg.errors import QueryCanceled, _WaitTimeout
from psycopg.pq import TransactionStatus
from psycopg.rows import DictRow, dict_row

CONNECT_TIMEOUT_S = 2
STATEMENT_TIMEOUT_S = 1.8
"""The server gives a statement up after this long …"""
ANSWER_TIMEOUT_S = 2.0
"""… and we a server that says nothing at all. Twice this, for the log and for the keys, is below the deadline of a request."""
IDLE_IN_TRANSACTION_S = 1
LOCK_HELD_S = 1.5
"""A process that stops while it holds the log's lock loses it after this long, wherever it stopped."""
REST_S = 1.0
"""A statement that took too long on an event loop held everybody up: for so long nobody asks again."""
RETRY_S = 0.2
"""Between two attempts to reach a server that could not be had."""
CONNECTIONS_MAX = 16
REWRITE_S_MAX = 60
"""A table is written anew within this, or another time."""
REWRITE_WAIT_MS = 100
"""Others wait behind who waits for a table; one that is in use is written anew another time."""
REWRITE_RESTS = 4
"""Nobody reads a table that is written anew: after it was done in vain, it is left alone for so many times as long as it took."""
TCP = {"keepalives_idle": 5, "keepalives_interval": 2, "keepalives_count": 3, "tcp_user_timeout": 3_000}

LIMITS = {
    "statement_timeout": int(STATEMENT_TIMEOUT_S * 1_000),
    "idle_in_transaction_session_timeout": IDLE_IN_TRANSACTION_S * 1_000,
}

T = TypeVar("T")


class Connection(psycopg.Connection[DictRow]):
    """One that is closed when its server does not answer in time."""

    def wait(self, gen: PQGen[T], interval: float = 0.1, timeout: float | None = None) -> T:
        try:
            return super().wait(gen, interval, timeout or ANSWER_TIMEOUT_S)
        except _WaitTimeout as silent:
            self.pgconn.finish()
            raise psycopg.OperationalError("the database did not answer in time") from silent


@contextmanager
def translated() -> Iterator[None]:
    """What goes wrong inside a connection's use, in the library's words at once and not when it is given back."""
    try:
        yield
    except (psycopg.errors.UniqueViolation, psycopg.errors.SerializationFailure):
        raise  # the log knows what these say
    except (psycopg.OperationalError, psycopg.InterfaceError) as error:
        raise OperationalError(str(error)) from error
    except psycopg.Error as error:
        raise DatabaseError(str(error)) from error


class Patient(Connection):
    """One that waits for a table to be written anew."""

    def wait(self, gen: PQGen[T], interval: float = 0.1, timeout: float | None = None) -> T:
        return super().wait(gen, interval, timeout or REWRITE_S_MAX)


def written_anew(connection: psycopg.Connection[DictRow], table: str) -> bool:
    """Write a table anew; whether its files hold nothing of what was deleted.

    The server takes deleted rows along as long as anybody's transaction began before they were, whatever it is about. It tells so,
    in the language of the server; the number comes first in each.
    """
    told: list[str] = []
    connection.add_notice_handler(lambda notice: told.append(notice.message_detail or ""))
    connection.execute(f"VACUUM (FULL, VERBOSE) {table}")
    taken_along = [found[0] for detail in told if (found := re.search(r"\d+", detail))]
    return taken_along == ["0"]


class Connections:
    """To one database: made on demand and given back after use, as the library expects of its pool.

    Whoever reads or writes there shares them, so that one who finds the server gone finds it out for all.
    """

    def __init__(self, address: str, connections_max: int = CONNECTIONS_MAX) -> None:
        self._address = address
        self._users = 0
        self._idle: deque[Connection] = deque()
        self._room = Semaphore(connections_max)
        self._lock = Lock()
        self.down: str | None = None
        """Why the server cannot be had just now."""
        self.losses = 0
        """How often it was lost."""

    def open(self, wait: bool, timeout: float) -> None:
        """The library asks for it; connections are made when they are needed."""

    def join(self) -> None:
        """One more uses them."""
        with self._lock:
            if self._closed:
                self.down = None  # whoever looked for the server gave up when the last one left
            self._users += 1

    def close(self) -> None:
        """One fewer; with the last they end."""
        with self._lock:
            self._users -= 1
        if self._closed:
            self._drop_idle()

    @property
    def _closed(self) -> bool:
        return self._users == 0

    @contextmanager
    def connection(self) -> Iterator[Connection]:
        """In autocommit. Raises `psycopg.OperationalError`, at once while the server cannot be had."""
        if not self._room.acquire(timeout=ANSWER_TIMEOUT_S):
            raise psycopg.OperationalError("no connection to the database became free in time")
        try:
            connection = self._take()
            try:
                yield connection
            except Exception as error:
                if connection.closed:
                    self._lost(error)
                elif _held_up_a_loop(error):
                    self._rest(error)
                raise
            finally:
                self._give_back(connection)
        finally:
            self._room.release()

    def patient(self) -> psycopg.Connection[DictRow]:
        """One outside the pool, without deadlines."""
        return psycopg.connect(
            make_conninfo(self._address, **TCP),
            autocommit=True,
            row_factory=dict_row,
            connect_timeout=CONNECT_TIMEOUT_S,
        )

    def rewrite(self, table: str) -> bool:
        """Write a table anew, so that its files hold what it holds and nothing of what was deleted.

        False where it is in use, or somebody may still see what was deleted.
        """
        limits = {"statement_timeout": REWRITE_S_MAX * 1_000, "lock_timeout": REWRITE_WAIT_MS}
        with self._connect(Patient, limits) as connection:
            try:
                return written_anew(connection, table)
            except psycopg.errors.LockNotAvailable:
                return False

    def _take(self) -> Connection:
        if self.down is not None:
            raise psycopg.OperationalError(self.down)
        with suppress(IndexError):
            while _ended(idle := self._idle.pop()):
                idle.close()
                self.losses += 1
            return idle
        try:
            return self._connect()
        except psycopg.OperationalError as error:
            self._lost(error)
            raise

    def _give_back(self, connection: Connection) -> None:
        if not self._closed and not connection.closed and connection.info.transaction_status is TransactionStatus.IDLE:
            self._idle.append(connection)
        else:
            connection.close()

    def _connect(self, how: type[Connection] = Connection, limits: Mapping[str, int] = LIMITS) -> Connection:
        return how.connect(
            make_conninfo(self._address, **TCP),
            autocommit=True,
            row_factory=dict_row,
            connect_timeout=CONNECT_TIMEOUT_S,
            options=" ".join(f"-c {name}={value}" for name, value in limits.items()),
        )

    def _lost(self, error: Exception) -> None:
        """Nobody asks a server that is gone: one thread looks for it."""
        with self._lock:
            if self.down is not None or self._closed:
                return
            self.losses += 1
            self.down = f"the database cannot be had: {str(error).strip() or repr(error)}"
        self._drop_idle()
        Thread(target=self._look, name="database-look", daemon=True).start()

    def _rest(self, error: Exception) -> None:
        """The server answers, but not what was asked: whoever waits on the loop is told so at once for a while."""
        with self._lock:
            if self.down is not None:
                return
            self.down = f"the database is too slow: {str(error).strip()}"

        def again() -> None:
            time.sleep(REST_S)
            self.down = None

        Thread(target=again, name="database-rest", daemon=True).start()

    def _look(self) -> None:
        while not self._closed:
            with suppress(psycopg.Error):
                connection = self._connect()
                connection.execute("SELECT 1")
                self.down = None
                self._give_back(connection)
                return
            time.sleep(RETRY_S)

    def _drop_idle(self) -> None:
        with suppress(IndexError):
            while True:
                self._idle.pop().close()


def _held_up_a_loop(error: Exception) -> bool:
    """Whether a statement ran into its timeout on an event loop, where all that the process serves waited for it."""
    if not isinstance(error, QueryCanceled) and not isinstance(error.__cause__, QueryCanceled):
        return False
    with suppress(RuntimeError):
        asyncio.get_running_loop()
        return True
    return False


def _ended(idle: Connection) -> bool:
    """Whether its server has let go of a connection meanwhile: it said so, and nobody was listening."""
    heard = select.poll()
    heard.register(idle.fileno(), select.POLLIN)
    return bool(heard.poll(0))


class Pool(PostgresDatastore):
    """The library's datastore over our connections. Raises the library's errors."""

    pool: Any

    def __init__(self, connections: Connections) -> None:
        super().__init__(dbname="", host="", port="", user="", password="", originator_id_type="text")
        connections.join()
        self.pool = connections
        self._left = False

    def close(self) -> None:
        """Leave the connections to those who still use them, once however often it is asked."""
        if not self._left:
            self._left = True
            self.pool.close()

    @contextmanager
    def patient(self) -> Iterator[psycopg.Connection[DictRow]]:
        """A connection of one's own without deadlines, for what an operator waits for."""
        with translated(), self.pool.patient() as connection:
            yield connection

    def rewrite(self, table: str) -> bool:
        """Write a table anew; False where something of what was deleted may be left. Takes its time."""
        with translated():
            return self.pool.rewrite(table)  # type: ignore[no-any-return]

    @property
    def down(self) -> str | None:
        """Why the server cannot be had just now."""
        return self.pool.down  # type: ignore[no-any-return]

    @property
    def losses(self) -> int:
        """How often the server was lost."""
        return self.pool.losses  # type: ignore[no-any-return]
