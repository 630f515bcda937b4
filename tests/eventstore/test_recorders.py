"""The library's own recorder test cases run on ours: without an expected head our recorders renumber inside."""

import threading
import uuid
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest import TestCase

import pytest
from eventsourcing.persistence import StoredEvent
from eventsourcing.tests import persistence as library

from eventstore.deciding import Overtaken
from eventstore.memory import MemoryRecorder
from eventstore.postgres.log import PostgresRecorder
from eventstore.postgres.pool import Connections, Pool
from eventstore.postgres.schema import create_log
from eventstore.sqlite.log import SQLiteRecorder
from eventstore.sqlite.pool import LogDatastore
from tests.postgres import APPLICATION, OWNER, Postgres, postgres


def _join_readers() -> None:
    """The library's concurrent case leaves its readers running; closing under them would kill the process."""
    for thread in threading.enumerate():
        if thread is not threading.current_thread() and not thread.daemon:
            thread.join()


class OnMemory(TestCase):
    """A recorder in memory."""

    def create_recorder(self) -> MemoryRecorder:
        return MemoryRecorder()

    def new_originator_id(self) -> str:
        return str(uuid.uuid4())


class OnSQLite(TestCase):
    """A recorder on a file."""

    def setUp(self) -> None:
        self._folder = TemporaryDirectory()
        self._recorders: list[SQLiteRecorder] = []

    def tearDown(self) -> None:
        _join_readers()
        for recorder in self._recorders:
            recorder.close()
        self._folder.cleanup()

    def create_recorder(self) -> SQLiteRecorder:
        path = str(Path(self._folder.name) / f"{uuid.uuid4()}.db")
        recorder = SQLiteRecorder(LogDatastore(path), LogDatastore(path))
        recorder.create_table()
        self._recorders.append(recorder)
        return recorder

    def new_originator_id(self) -> str:
        return str(uuid.uuid4())


class OnPostgres(TestCase):
    """A recorder on a server. What the schema's owner made, the application uses."""

    server: Postgres
    _servers: ExitStack

    @classmethod
    def setUpClass(cls) -> None:
        cls._servers = ExitStack()
        cls.server = cls._servers.enter_context(postgres())

    @classmethod
    def tearDownClass(cls) -> None:
        cls._servers.close()

    def setUp(self) -> None:
        self._recorders: list[PostgresRecorder] = []

    def tearDown(self) -> None:
        _join_readers()
        for recorder in self._recorders:
            recorder.close()

    def create_recorder(self) -> PostgresRecorder:
        database = self.server.database()
        create_log(Pool(Connections(self.server.address(database, OWNER))), APPLICATION)
        recorder = PostgresRecorder(Pool(Connections(self.server.address(database, APPLICATION), 40)))
        self._recorders.append(recorder)
        return recorder

    def new_originator_id(self) -> str:
        return str(uuid.uuid4())


class TestMemoryApplication(OnMemory, library.ApplicationRecorderTestCase[MemoryRecorder]):
    """The library's cases for application recorders."""


class TestSQLiteApplication(OnSQLite, library.ApplicationRecorderTestCase[SQLiteRecorder]):
    """The library's cases for application recorders."""


class TestPostgresApplication(OnPostgres, library.ApplicationRecorderTestCase[PostgresRecorder]):
    """The library's cases for application recorders."""


class TestPostgresOrder(OnPostgres, library.NonInterleavingNotificationIDsBaseCase):
    """Positions of one transaction stand together."""

    insert_num = 200


class TestSQLiteOrder(OnSQLite, library.NonInterleavingNotificationIDsBaseCase):
    """Positions of one transaction stand together."""

    insert_num = 200


class TestMemoryOrder(OnMemory, library.NonInterleavingNotificationIDsBaseCase):
    """Positions of one transaction stand together."""

    insert_num = 200


EVENT = StoredEvent(originator_id="lillebaelt/meeting/a", originator_version=1, topic="meeting.called", state=b"{}")


@pytest.mark.parametrize("case", [OnMemory, OnSQLite])
def test_with_an_expected_head_that_is_not_the_head_it_is_overtaken(case: type[OnMemory] | type[OnSQLite]) -> None:
    test = case()
    test.setUp()
    recorder = test.create_recorder()
    recorder.insert_events([EVENT], expected_head=0)

    with pytest.raises(Overtaken):
        recorder.insert_events(
            [StoredEvent(originator_id="b", originator_version=1, topic="t", state=b"")], expected_head=0
        )

    assert recorder.max_notification_id() == 1
    test.tearDown()


@pytest.mark.parametrize("case", [OnMemory, OnSQLite])
def test_recorded_at_never_falls(case: type[OnMemory] | type[OnSQLite]) -> None:
    test = case()
    test.setUp()
    recorder = test.create_recorder()
    for version, at in enumerate((100, 50, 200), start=1):
        event = StoredEvent(originator_id="a", originator_version=version, topic="t", state=b"")
        recorder.insert_events([event], recorded_at=at)

    times = [each.recorded_at for each in recorder.select_notifications(1, 10)]  # type: ignore[attr-defined]

    assert times == [100, 100, 200]
    test.tearDown()


del library
