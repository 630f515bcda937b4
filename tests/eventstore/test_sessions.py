"""Sessions and their tickets, on files and on a server."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

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
    secret = sessions.begin(PERSON, NOW, NOW + 60)
    session = sessions.find(secret, NOW)
    assert session is not None
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
