"""Sessions and their tickets, on files and on a server."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest

from domain.assurance import Assurance
from eventstore.postgres.schema import create_log
from eventstore.postgres.store import PostgresStore
from eventstore.postgres.tables import PostgresTables
from eventstore.sessions import ASKED_MAX, TICKET_S, Session, Sessions
from tests.files import sessions_in
from tests.postgres import APPLICATION, OWNER

NOW = 1_800_000_000
ORIGIN = "https://klynge.example"
PERSON = "dk/person/0b6c3c1e"


@pytest.fixture(params=["file", "server"])
def sessions(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Sessions]:
    if request.param == "file":
        opened = sessions_in(tmp_path / "sessions.db")
    else:
        on_server: Callable[[], PostgresStore] = request.getfixturevalue("on_server")
        opened = on_server().open_sessions()
    yield opened
    opened.close()


def begun(sessions: Sessions) -> tuple[str, Session]:
    """A session, with the secret of its cookie."""
    secret = sessions.begin(Session(PERSON, NOW + 60, assurance=Assurance.HIGH, signed_in_at=NOW - 5), NOW)
    session = sessions.find(secret, NOW)
    assert session is not None
    assert (session.person, session.assurance, session.signed_in_at) == (PERSON, Assurance.HIGH, NOW - 5)
    return secret, session


def test_a_ticket_goes_with_its_session_and_leaves_the_others(sessions: Sessions) -> None:
    secret, ended = begun(sessions)
    _, stays = begun(sessions)
    by_token = Session(PERSON, NOW + 60)
    tickets = [sessions.issue_ticket(each, ORIGIN, NOW) for each in (ended, stays, by_token)]
    assert sessions.end(secret) == ended.id
    assert [sessions.redeem_ticket(each, ORIGIN, NOW) for each in tickets] == [None, stays, by_token]


class Told:
    """Tables that take note of what they are told."""

    def __init__(self) -> None:
        self.told: list[str] = []

    def run(self, statement: str, *_: object) -> list[tuple[object, ...]]:
        self.told.append(statement.split("WHERE")[0].split("(")[0].strip())
        return []

    def close(self) -> None:
        self.told.append("close")


def test_tickets_wait_for_no_disk_and_old_ones_are_looked_for_once_in_a_while() -> None:
    lasting, passing = Told(), Told()
    sessions = Sessions(lasting, passing)  # type: ignore[arg-type]
    for second in range(TICKET_S + 1):
        sessions.issue_ticket(Session(PERSON, NOW + 60), ORIGIN, NOW + second)
    assert lasting.told == []
    assert passing.told.count("INSERT INTO tickets") == TICKET_S + 1
    looked = [number for number, told in enumerate(passing.told) if told == "DELETE FROM tickets"]
    assert looked == [0, TICKET_S + 1], "at the first, and half a minute later"
    sessions.end("secret")
    assert lasting.told == ["DELETE FROM sessions"], "the control: what must last is told the other hand"
    sessions.close()
    assert (lasting.told[-1], passing.told[-1]) == ("close", "close")


def test_old_tickets_are_let_go_of(tmp_path: Path) -> None:
    path = tmp_path / "sessions.db"
    sessions = sessions_in(path)
    for now in (NOW, NOW + 1, NOW + TICKET_S + 1):
        sessions.issue_ticket(Session(PERSON, NOW + 60), ORIGIN, now)
    sessions.close()
    with closing(sqlite3.connect(path)) as file:
        assert file.execute("SELECT count(*) FROM tickets").fetchone() == (1,)


def test_the_server_keeps_no_log_of_tickets_also_where_a_release_before_did(
    on_server: Callable[[], PostgresStore],
) -> None:
    store = on_server()
    owner = store.log.replace(f"{APPLICATION}@", f"{OWNER}@")
    tables = PostgresTables(PostgresStore(owner, store.keys, store.master).pool(owner))

    def logged() -> bool:
        return tables.run("SELECT relpersistence::text FROM pg_class WHERE oid='tickets'::regclass") == [("p",)]

    assert not logged()
    tables.run("ALTER TABLE tickets SET LOGGED")
    assert logged(), "the control"
    sessions, session = store.open_sessions(), Session(PERSON, NOW + 60)
    assert sessions.redeem_ticket(sessions.issue_ticket(session, ORIGIN, NOW), ORIGIN, NOW) == session, "it goes on"
    sessions.close()
    create_log(PostgresStore(owner, store.keys, store.master).pool(owner), APPLICATION)
    assert not logged()
    tables.close()


def test_which_of_many_sessions_stand(sessions: Sessions) -> None:
    secret, ended = begun(sessions)
    stand = {session.id for _, session in (begun(sessions) for _ in range(2)) if session.id is not None}
    assert ended.id is not None
    sessions.end(secret)
    made_up = {n.to_bytes(32, "big") for n in range(ASKED_MAX)}
    assert sessions.standing(stand | {ended.id} | made_up) == stand
    assert sessions.standing(set()) == set()


def test_an_assertion_is_shown_once(sessions: Sessions) -> None:
    assert sessions.use_assertion("dk/client/arkiv", "one-two-three", NOW, NOW + 60)
    assert not sessions.use_assertion("dk/client/arkiv", "one-two-three", NOW + 59, NOW + 60)
    assert sessions.use_assertion("dk/client/other", "one-two-three", NOW, NOW + 60)
    assert sessions.use_assertion("dk/client/arkiv", "one-two-three", NOW + 60, NOW + 120), "its time is over"


OF_THE_RELEASE_BEFORE = """
CREATE TABLE sessions (secret BLOB PRIMARY KEY, person TEXT NOT NULL, expires_at INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE tickets (secret BLOB PRIMARY KEY, person TEXT NOT NULL, origin TEXT NOT NULL,
  expires_at INTEGER NOT NULL, session_ends_at INTEGER NOT NULL, session BLOB) WITHOUT ROWID;
CREATE TABLE sign_ins (state BLOB PRIMARY KEY, verifier TEXT NOT NULL, next TEXT NOT NULL, expires_at INTEGER NOT NULL)
  WITHOUT ROWID;
CREATE TABLE codes (secret BLOB PRIMARY KEY, person TEXT NOT NULL, challenge TEXT, expires_at INTEGER NOT NULL) WITHOUT ROWID;
"""


def test_who_signed_in_before_levels_were_kept_stays_signed_in_at_the_lowest(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "sessions.db")) as before:
        before.executescript(OF_THE_RELEASE_BEFORE)
        before.execute("INSERT INTO sessions VALUES (?,?,?)", (sha256(b"secret").digest(), PERSON, NOW + 60))
        before.commit()
    for _ in range(2):
        opened = sessions_in(tmp_path / "sessions.db")
        session = opened.find("secret", NOW)
        assert session is not None
        assert (session.person, session.assurance, session.signed_in_at) == (PERSON, Assurance.LOW, 0)
        assert opened.redeem_ticket(opened.issue_ticket(session, ORIGIN, NOW), ORIGIN, NOW) == session
        opened.close()
