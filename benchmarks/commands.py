"""Commands per second through the writer, on SQLite with every commit on disk.

Beside the library alone (`Application.save`, sixteen threads, one event each), and beside the limit: raw batched inserts of
event and receipt in the same shape, nothing decided.
"""

import asyncio
import os
import sqlite3
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from threading import Event

import uvloop
from eventsourcing.application import Application
from eventsourcing.domain import Aggregate

from benchmarks.figure import Figure
from domain import body, initiative, membership, party, person
from domain.assurance import Assurance
from domain.awaited import Stage
from domain.claims import DateNotStated, DateSaid, OnDay
from domain.kernel import Command
from domain.log import Clock
from domain.seats import ByPatients, Voice
from domain.text import Text
from eventstore.desk import Desk
from eventstore.given import Answer, Committed, Given
from eventstore.log import Log
from eventstore.sqlite.log import SCHEMA
from eventstore.writer import Writer
from klynge.init import ADMINISTRATOR, OPERATOR, init
from klynge.settings import read_settings

COMMANDS = 4_000
"""Of one measurement."""
STREAMS = 16
BATCH = 256
SECRETARY = "dk/person/secretary"
DIGEST = bytes(32)


def figures() -> Iterator[tuple[Figure, str]]:
    for sealed, must, aim in ((False, 3.0, 5.0), (True, 2.5, 4.0)):
        yield (
            Figure(
                name=f"commands/s through the writer, 16 in flight, {_kind(sealed)}",
                unit="×",
                must=must,
                aim=aim,
                lower_is_better=False,
                pair=_pair(16, sealed, _library),
            ),
            "Application.save, 16 threads",
        )
    for sealed, must, aim in ((False, 0.25, 0.50), (True, 0.20, 0.40)):
        yield (
            Figure(
                name=f"commands/s through the writer, 256 in flight, {_kind(sealed)}",
                unit="%",
                must=must,
                aim=aim,
                lower_is_better=False,
                pair=_pair(256, sealed, _raw),
            ),
            "raw batched inserts of event and receipt",
        )


def _kind(sealed: bool) -> str:
    return "one sealed field" if sealed else "no sealed field"


def _pair(in_flight: int, sealed: bool, peer: Callable[[Path, int], float]) -> Callable[[], tuple[float, float]]:
    def pair() -> tuple[float, float]:
        with _folder() as folder:
            ours, state_bytes = uvloop.run(_ours(folder, in_flight, sealed))
        with _folder() as folder:
            return ours, peer(folder, state_bytes)

    return pair


@contextmanager
def _folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="klynge-bench-") as folder:
        yield Path(folder)


# --- ours ---


async def _ours(folder: Path, in_flight: int, sealed: bool) -> tuple[float, int]:
    """Commands per second, and the stored bytes of one event."""
    settings = read_settings({"KLYNGE_ENV": "dev", "KLYNGE_STORE": f"sqlite:///{folder}/log.db"})
    await init(settings, "bench", Clock.REAL)
    kept_log = settings.store.open_log()
    desk = Desk(kept_log.recorder, kept_log.sealing, kept_log.clock(), lambda _: None)
    try:
        await furnish(desk)
        await asyncio.to_thread(desk.close)
        rate = Clients(kept_log, commands(sealed)).rate(in_flight)
        return rate, len(kept_log.recorder.select_notifications(kept_log.head, 1)[0].state)
    finally:
        await asyncio.to_thread(kept_log.close)


async def furnish(desk: Desk) -> None:
    """A body whose secretary gives the commands, so that the policy has something to judge."""
    seat = body.SeatPlan[Text](seat="secretariat", right=ByPatients(), voice=Voice.SECRETARIAT)
    steps: list[tuple[str, str, Command]] = [
        (ADMINISTRATOR, SECRETARY, person.Register(name="Sekretær", function="sekretær", party=OPERATOR)),
        (
            ADMINISTRATOR,
            "bench/body/b",
            body.Establish(
                name="Forum",
                level=body.Level.STRATEGIC,
                membership="bench/membership/b",
                chairs=0,
                seats=(seat,),
            ),
        ),
        (ADMINISTRATOR, "bench/membership/b", membership.FillSeat(seat="secretariat", person=SECRETARY)),
        (SECRETARY, "dk/party/kommune", party.Register(name="Kommune", party_kind=party.PartyKind.MUNICIPALITY)),
    ]
    steps += [
        (
            SECRETARY,
            f"bench/initiative/i{index}",
            initiative.List(title="Indsats", by=("dk/party/kommune",), phase=initiative.Phase.TRIAL),
        )
        for index in range(STREAMS)
    ]
    for who, stream, command in steps:
        await desk.give(
            Given(
                person=who,
                assurance=Assurance.SUBSTANTIAL,
                stream=stream,
                command=command,
                key=str(uuid.uuid4()),
                digest=DIGEST,
            )
        )


def commands(sealed: bool) -> list[Given]:
    """Those of one measurement: one event each, by turns in some streams."""
    expected: DateSaid[Text] = OnDay(day="2024-09-01", words="i tredje kvartal 2024") if sealed else DateNotStated()
    command = initiative.ExpectEvaluation(stage=Stage.FINAL, expected=expected)
    return [
        Given(
            person=SECRETARY,
            assurance=Assurance.SUBSTANTIAL,
            stream=f"bench/initiative/i{index % STREAMS}",
            command=command,
            key=str(uuid.uuid4()),
            digest=DIGEST,
        )
        for index in range(COMMANDS)
    ]


class Clients:
    """So many clients on the writer's own thread, each giving its next command as soon as the last is answered."""

    def __init__(self, kept_log: Log, commands: list[Given]) -> None:
        self._commands = iter(commands)
        self._left = len(commands)
        self._done = Event()
        self._failed: BaseException | None = None
        self._writer = Writer(kept_log.recorder, kept_log.sealing, kept_log.clock(), _settle)

    def rate(self, in_flight: int) -> float:
        """Commands per second. Raises what the first that failed was told."""
        commands = self._left
        for _ in range(in_flight):
            self._give_next()
        begun = time.perf_counter()
        self._writer.start()
        self._done.wait()
        took_s = time.perf_counter() - begun
        self._writer.close()
        if self._failed is not None:
            raise self._failed
        return commands / took_s

    def _give_next(self) -> None:
        given = next(self._commands, None)
        if given is not None:
            self._writer.give(given, self._answered)

    def _answered(self, answer: Answer | BaseException) -> None:
        self._left -= 1
        if isinstance(answer, BaseException):
            self._failed = answer
        if self._left == 0 or self._failed is not None:
            self._done.set()
        else:
            self._give_next()


def _settle(committed: Committed) -> None:
    for settle, answer in committed.settlements:
        settle(answer)


# --- the library alone ---


class Thing(Aggregate):
    """An aggregate of the library's own kind."""

    def __init__(self, stage: str, expected: str) -> None:
        self.stage = stage
        self.expected = expected


class Things(Application[uuid.UUID]):
    """The library's application, as it comes."""


def _library(folder: Path, _: int) -> float:
    application = Things(
        env={"PERSISTENCE_MODULE": "eventsourcing.sqlite", "SQLITE_DBNAME": str(folder / "library.db")}
    )
    return saved_per_s(application)


def saved_per_s(application: Application[uuid.UUID]) -> float:
    """Events a second that sixteen threads save, one each."""
    per_thread = COMMANDS // 4 // STREAMS

    def client() -> None:
        for _ in range(per_thread):
            application.save(Thing("final", "i tredje kvartal 2024"))

    with ThreadPoolExecutor(STREAMS) as threads:
        begun = time.perf_counter()
        for done in [threads.submit(client) for _ in range(STREAMS)]:
            done.result()
        took_s = time.perf_counter() - begun
    application.close()
    return per_thread * STREAMS / took_s


# --- the limit ---


def _raw(folder: Path, state_bytes: int) -> float:
    db = sqlite3.connect(folder / "raw.db", isolation_level=None)
    db.execute("PRAGMA journal_mode=WAL")
    db.execute("PRAGMA synchronous=FULL")
    for statement in SCHEMA:
        db.execute(statement)
    state = os.urandom(state_bytes)
    events = [
        (index + 1, f"bench/initiative/i{index % STREAMS}", index // STREAMS + 1, "tag", state, index)
        for index in range(COMMANDS)
    ]
    receipts = [(SECRETARY, str(uuid.uuid4()), DIGEST, index + 1, index + 1, None) for index in range(COMMANDS)]
    begun = time.perf_counter()
    for start in range(0, COMMANDS, BATCH):
        db.execute("BEGIN IMMEDIATE")
        db.executemany("INSERT INTO stored_events VALUES (?,?,?,?,?,?)", events[start : start + BATCH])
        db.executemany("INSERT INTO receipts VALUES (?,?,?,?,?,?)", receipts[start : start + BATCH])
        db.execute("COMMIT")
    took_s = time.perf_counter() - begun
    db.close()
    return COMMANDS / took_s
