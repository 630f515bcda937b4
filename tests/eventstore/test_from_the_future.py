"""What this process does not know yet makes it stop deciding, instead of guessing; nothing is wrong with the log."""

import sqlite3
from pathlib import Path

import pytest

from eventstore.clock import RealClock
from eventstore.folds import fingerprint
from eventstore.follower import Follower
from eventstore.given import Answer
from eventstore.log import Log
from eventstore.mapper import KNOWN, FromTheFuture
from eventstore.sqlite.rows import SQLiteRows
from eventstore.tail import Tail
from eventstore.writer import Writer
from klynge.core import Core
from klynge.settings import read_settings
from projections.views import VIEWS
from tests.eventstore.world import HEAD, KOLDING, REGION, SECRETARY, registering
from tests.eventstore.writing import Outcome, Working, carry_out, given, settle_all, told

VEJLE = "dk/party/vejle"
STATE = b'{"v":%d,"by":{"person":"dk/person/secretary"},"command":"party.rename","correlation":14,"event":%s}'
RENAMED = b'{"name":{"c":"","box":""},"from_on":"2024-05-01"}'

FUTURES = pytest.mark.parametrize(
    ("tag", "state", "said"),
    [
        ("party.dissolved", STATE % (1, b"{}"), "party.dissolved v1"),
        ("party.renamed", STATE % (2, b'{"words":{}}'), "party.renamed v2"),
    ],
    ids=["a tag nobody here knows", "a version above the known one"],
)


def append(path: Path, stream: str, version: int, tag: str, state: bytes) -> None:
    """As a newer process does, at the next position."""
    other = sqlite3.connect(path / "log.db", isolation_level=None)
    other.execute(
        "INSERT INTO stored_events SELECT MAX(position)+1, ?, ?, ?, ?, MAX(recorded_at) FROM stored_events",
        (stream, version, tag, state),
    )
    other.close()


@FUTURES
def test_a_writer_stops_at_what_it_does_not_know(
    on_file: Log, tmp_path: Path, tag: str, state: bytes, said: str
) -> None:
    working = Working(on_file)
    before = working.give(given(SECRETARY, KOLDING, registering()))
    append(tmp_path, REGION, 2, tag, state)

    after = working.give(given(SECRETARY, VEJLE, registering()))
    with pytest.raises(FromTheFuture, match=said):
        working.give(given(SECRETARY, "dk/party/billund", registering()))
    working.close()

    assert before == Answer(position=HEAD + 1, stream=KOLDING, version=1)
    assert (told(after), str(after)) == ("FromTheFuture", said)
    assert on_file.head == HEAD + 2


def test_a_writer_goes_on_over_what_another_appended_and_it_knows(on_file: Log, tmp_path: Path) -> None:
    """The control: the same as above, with a tag and a version of today."""
    working = Working(on_file)
    working.give(given(SECRETARY, KOLDING, registering()))
    append(tmp_path, REGION, 2, "party.renamed", STATE % (1, RENAMED))

    after = working.give(given(SECRETARY, VEJLE, registering()))
    working.close()

    assert after == Answer(position=HEAD + 3, stream=VEJLE, version=1)


@FUTURES
def test_a_stream_that_is_asked_for_stops_a_writer_too(
    on_file: Log, tmp_path: Path, tag: str, state: bytes, said: str
) -> None:
    """A writer that begins anew has read nothing; it meets the event when a rule asks for its stream."""
    append(tmp_path, SECRETARY, 2, tag, state)

    outcomes = carry_out(on_file, given(SECRETARY, KOLDING, registering()), given(SECRETARY, SECRETARY, registering()))

    assert [told(each) for each in outcomes] == ["FromTheFuture", "FromTheFuture"]
    assert on_file.head == HEAD + 1


def test_what_is_queued_behind_a_stop_is_not_decided(on_file: Log) -> None:
    outcomes: list[Outcome] = []
    writer = Writer(on_file.recorder, on_file.sealing, RealClock(), settle_all)
    writer.give(given(SECRETARY, KOLDING, registering()), outcomes.append)
    writer.stop(FromTheFuture("party.dissolved v1"))
    writer.start()
    writer.close()

    assert [told(each) for each in outcomes] == ["FromTheFuture"]
    assert on_file.head == HEAD


@FUTURES
async def test_tail_and_follower_stop_and_the_tail_says_so(
    on_file: Log, tmp_path: Path, tag: str, state: bytes, said: str
) -> None:
    store = SQLiteRows(":memory:", "epoch", fingerprint(VIEWS), on_file.head)
    tail, follower = Tail(on_file, store, VIEWS), Follower(on_file, store, VIEWS)
    heard: list[FromTheFuture] = []
    tail.when_stopped = heard.append
    append(tmp_path, REGION, 2, tag, state)

    tail.look()
    tail.feed([])

    assert (str(tail.stopped), [str(each) for each in heard], tail.head) == (said, [said], 0)
    with pytest.raises(FromTheFuture, match=said):
        follower.step()
    assert store.kept() == 0
    store.close()


@FUTURES
@pytest.mark.parametrize("when", ["before it starts", "while it runs"])
async def test_a_house_neither_decides_nor_is_ready(
    on_file: Log, tmp_path: Path, tag: str, state: bytes, said: str, when: str
) -> None:
    core = Core(
        read_settings({"KLYNGE_STORE": f"sqlite:///{tmp_path}/log.db", "KLYNGE_KEYS": f"sqlite:///{tmp_path}/keys.db"})
    )
    if when == "while it runs":
        core.start()
        assert core.faults() == []
    append(tmp_path, REGION, 2, tag, state)
    if when == "before it starts":
        core.start()
    core.tail.look()

    with pytest.raises(FromTheFuture, match=said):
        await core.desk.give(given(SECRETARY, KOLDING, registering()))
    assert [said in fault for fault in core.faults()] == [True]
    assert on_file.head == HEAD + 1
    await core.close()


def test_rows_of_a_process_that_knew_more_are_made_again_so_that_every_event_is_read_here(tmp_path: Path) -> None:
    """Else an older process would start beyond what it does not know, and decide."""
    path = str(tmp_path / "rows.db")

    def kept(events: frozenset[str]) -> int:
        rows = SQLiteRows(path, "epoch", "folds", 100, events)
        found = rows.kept()
        rows.keep(found, 50, [])
        rows.close()
        return found

    newer = KNOWN | {"party.dissolved:1"}
    assert [kept(KNOWN), kept(KNOWN)] == [0, 50]
    assert [kept(newer), kept(KNOWN)] == [50, 0]
