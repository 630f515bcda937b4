"""Sessions and their tickets, on files and on a server."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest

from domain.assurance import Assurance
from eventstore.postgres.store import PostgresStore
from eventstore.sessions import ASKED_MAX, Session, Sessions
from tests.files import sessions_in

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
