"""The access log, on files and on a server: what is noted is kept, found and in the end let go of; nobody waits for it."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from threading import Barrier, BrokenBarrierError
from typing import Any

import pytest
from eventsourcing.persistence import OperationalError

from eventstore import tables
from eventstore.postgres.store import PostgresStore
from eventstore.reads import DAY_S, READS_KEPT_DAYS, WAITING_MAX, Asked, Read, Reads
from eventstore.sqlite.tables import READS, SQLiteTables

NOW = 1_800_000_000
ITEM = "lillebaelt/meeting/x/item/to"
PATIENT = "dk/person/patient"


class Clock:
    def __init__(self) -> None:
        self.at = NOW

    def __call__(self) -> int:
        return self.at


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(params=["file", "server"])
def reads(request: pytest.FixtureRequest, tmp_path: Path, clock: Clock) -> Iterator[Reads]:
    if request.param == "file":
        opened = Reads(SQLiteTables(str(tmp_path / "reads.db"), READS), clock)
    else:
        on_server: Callable[[], PostgresStore] = request.getfixturevalue("on_server")
        opened = on_server().open_reads()
        opened._now = clock
    yield opened
    opened.close()


def note(reads: Reads, reader: str = "dk/person/a", about: str = ITEM, topic: str = "lillebaelt/meeting/x") -> None:
    reads.note(reader, "lillebaelt/membership/x#1", topic, about, "view")


def found(reads: Reads, **asked: object) -> list[Read]:
    reads.flush()
    return [read for _, read in reads.find(Asked(**{"limit": 100, **asked}))]  # type: ignore[arg-type]


def test_many_who_ask_at_once_find_each_read_once(reads: Reads, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of them writes what waits first."""
    inserted, at_it = reads._tables.run_many, Barrier(2)

    def slowly(statement: str, rows: list[tuple[object, ...]]) -> None:
        with suppress(BrokenBarrierError):
            at_it.wait(0.2)  # whoever comes in between meets the other here
        inserted(statement, rows)

    monkeypatch.setattr(reads._tables, "run_many", slowly)
    note(reads)
    with ThreadPoolExecutor(2) as pool:
        for asked in [pool.submit(reads.flush) for _ in range(2)]:
            asked.result()
    assert len(found(reads, about=ITEM)) == 1


def test_a_read_is_found_by_what_it_is_about_by_reader_and_by_time(reads: Reads, clock: Clock) -> None:
    note(reads)
    clock.at += 60
    note(reads, about=PATIENT)
    note(reads, reader="dk/person/b")
    assert [each.about for each in found(reads, about=PATIENT)] == [PATIENT]
    assert [each.reader for each in found(reads, about=ITEM)] == ["dk/person/b", "dk/person/a"]
    assert len(found(reads, reader="dk/person/a")) == 2
    assert [each.read_at for each in found(reads, to_at=NOW + 60)] == [NOW]
    assert len(found(reads, from_at=NOW + 60)) == 2


def test_reads_of_another_scope_are_not_found_by_an_officer_of_one(reads: Reads) -> None:
    note(reads)
    note(reads, about="aadal/meeting/y/item/1", topic="aadal/meeting/y")
    note(reads, about=PATIENT, topic="aadal/people")
    assert {each.about for each in found(reads, scopes=frozenset({"aadal"}))} == {"aadal/meeting/y/item/1", PATIENT}
    assert len(found(reads)) == 3


def test_the_same_read_within_a_second_is_one_and_a_later_one_is_another(reads: Reads, clock: Clock) -> None:
    note(reads)
    note(reads)
    assert len(found(reads)) == 1
    clock.at += 1
    note(reads)
    assert len(found(reads)) == 2


def test_pages_follow_each_other_without_gap_or_double(reads: Reads) -> None:
    for n in range(7):
        note(reads, about=f"dk/person/{n}")
    reads.flush()
    seen, after = [], None
    while page := reads.find(Asked(after=after, limit=3)):
        seen += [read.about for _, read in page]
        after = page[-1][0]
    assert seen == [f"dk/person/{n}" for n in reversed(range(7))]


def test_a_read_is_let_go_of_after_six_months_and_not_a_day_before(reads: Reads, clock: Clock) -> None:
    note(reads)
    reads.flush()
    clock.at = NOW + READS_KEPT_DAYS * DAY_S
    reads.prune()
    assert len(found(reads)) == 1
    clock.at += 1
    reads.prune()
    assert found(reads) == []


def test_many_are_let_go_of_little_by_little(reads: Reads, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    """A server gives up a statement that takes long, and an hour later there would be more of them."""
    for n in range(7):
        note(reads, about=f"dk/person/{n}")
    reads.flush()
    clock.at = NOW + READS_KEPT_DAYS * DAY_S + 1
    note(reads, about="dk/person/new")
    reads.flush()
    monkeypatch.setattr(tables, "LET_GO", 3)
    usual, gone = reads._tables.run, list[int]()

    def run(statement: str, *values: Any) -> Sequence[tuple[Any, ...]]:
        rows = usual(statement, *values)
        gone.append(len(rows))
        return rows

    monkeypatch.setattr(reads._tables, "run", run)
    reads.prune()
    assert gone == [3, 3, 1]
    monkeypatch.undo()
    assert [each.about for _, each in reads.find(Asked(limit=100))] == ["dk/person/new"]


def test_what_is_noted_when_the_house_stops_is_kept(tmp_path: Path) -> None:
    reads = Reads(SQLiteTables(str(tmp_path / "reads.db"), READS))
    note(reads)
    reads.close()
    again = Reads(SQLiteTables(str(tmp_path / "reads.db"), READS))
    assert len(found(again)) == 1
    again.close()


class Away:
    """Tables of a store that is away until it is back."""

    def __init__(self) -> None:
        self.back = False
        self.kept: list[object] = []

    def run(self, statement: str, *values: object) -> list[tuple[object, ...]]:
        return []

    def run_many(self, statement: str, rows: list[object]) -> None:
        if not self.back:
            raise OperationalError("away")
        self.kept += rows

    def erase(self, table: str, column: str, values: object) -> bool:
        return True

    def close(self) -> None: ...


def test_reads_wait_while_the_store_is_away_and_those_beyond_the_limit_are_counted() -> None:
    away = Away()
    reads = Reads(away)  # type: ignore[arg-type]
    for n in range(WAITING_MAX + 2):
        note(reads, about=f"dk/person/{n}")
    with pytest.raises(OperationalError):
        reads.flush()
    assert (reads.waiting, reads.lost, away.kept) == (WAITING_MAX, 2, [])
    away.back = True
    reads.flush()
    assert (reads.waiting, len(away.kept)) == (0, WAITING_MAX)
