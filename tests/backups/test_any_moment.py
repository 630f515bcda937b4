"""Backups in files made at any moment while somebody writes: each is the record as it was then, and says what came later."""

import random
from pathlib import Path
from threading import Event, Thread

import pytest

from domain import party
from eventstore.sqlite.store import SQLiteStore
from klynge.backups.keeping import keep
from klynge.backups.looking import look
from proof.note import Checkpoint
from tests.backups.heads import heads_of
from tests.eventstore.world import ADMINISTRATOR
from tests.eventstore.writing import Working, furnish, given

POINTS = {False: 3, True: 20}


class Busy:
    """Somebody who writes without a pause, and lets others know when there is more."""

    def __init__(self, store: SQLiteStore) -> None:
        self.kept_log = store.open_log()
        furnish(self.kept_log)
        self._stop = Event()
        self._thread = Thread(target=self._write, daemon=True)

    def _write(self) -> None:
        working, number = Working(self.kept_log), 0
        while not self._stop.is_set():
            number += 1
            register = party.Register(name=f"Part {number}", party_kind=party.PartyKind.EXTERNAL)
            working.give(given(ADMINISTRATOR, f"dk/party/part-{number}", register))
        working.close()

    def __enter__(self) -> "Busy":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()

    def reach(self, position: int) -> None:
        while self.kept_log.head < position:
            pass


def test_each_is_the_record_as_it_was_and_none_but_the_last_is_called_whole(
    request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    points = POINTS[bool(request.config.getoption("--at-length"))]
    chance = random.Random(8)
    (tmp_path / "house").mkdir()
    store = SQLiteStore(tmp_path / "house/log.db", tmp_path / "house/keys.db")
    with Busy(store) as busy:
        for number in range(points):
            busy.reach(busy.kept_log.head + chance.randrange(1, 20))
            keep(store, tmp_path / f"log-{number}", tmp_path / f"keys-{number}", None)
        busy.reach(busy.kept_log.head + 1)
    keep(store, tmp_path / "log-last", tmp_path / "keys-last", None)
    newest = busy.kept_log.head
    [head] = heads_of(busy.kept_log, newest)
    rows = list(busy.kept_log.recorder.rows(0, newest))
    busy.kept_log.close()
    for number in range(points):
        found = put_back(store, tmp_path, str(number), head)
        assert 0 < len(found) < newest, "it was made while somebody wrote"
        assert found == rows[: len(found)]
    assert put_back(store, tmp_path, "last", head) == rows


def put_back(store: SQLiteStore, tmp_path: Path, name: str, head: Checkpoint) -> list[object]:
    """What stands in a backup; it is looked through as a restore does."""
    (tmp_path / f"aside-{name}").mkdir()
    other = store.aside(tmp_path / f"aside-{name}")
    other.put_back(tmp_path / f"log-{name}", tmp_path / f"keys-{name}", None)
    kept_log = other.open_log()
    try:
        looked = look(kept_log, [head])
        assert (looked.missing, looked.differs) == (head.size - kept_log.head, None)
        assert looked.is_whole is (name == "last")
        faults = kept_log.keys.faults([each.key_id for each in kept_log.recorder.blocks((0, ""), head.size * 9)])
        assert faults == {}, "the keys are copied after the log, so each text has one"
        return list(kept_log.recorder.rows(0, head.size))
    finally:
        kept_log.close()
