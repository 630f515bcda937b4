"""A thousand tickets, each shown by two at once: one of them is let in, and from elsewhere nobody is (trust.md D5)."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle
from pathlib import Path
from threading import Barrier

import pytest

from domain.assurance import Assurance
from eventstore.postgres.store import PostgresStore
from eventstore.sessions import Session, Sessions
from tests.files import sessions_in

TICKETS, ON_SERVER = 1_000, 200
NOW = 1_800_000_000
ORIGIN = "https://klynge.example"
ELSEWHERE = (
    *("", "null", "https://evil.example", "https://klynge.example.evil.example", "https://evilklynge.example"),
    *("https://klynge.example:8443", "http://klynge.example", "HTTPS://KLYNGE.EXAMPLE", "https://klynge.example/"),
)
"""None, the origin of nowhere, another site, a suffix, a prefix, another port, another scheme, upper case, a path."""
SESSION = Session("dk/person/0b6c3c1e", NOW + 3_600, b"session", Assurance.SUBSTANTIAL, NOW)


@pytest.fixture(params=["file", "server"])
def nodes(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Sessions, Sessions, int]]:
    """Two processes' hands on the same tables, and how many tickets."""
    if request.param == "file":
        pair, count = (sessions_in(tmp_path / "sessions.db"), sessions_in(tmp_path / "sessions.db")), TICKETS
    else:
        on_server: Callable[[], PostgresStore] = request.getfixturevalue("on_server")
        store = on_server()
        pair, count = (store.open_sessions(), store.open_sessions()), ON_SERVER
    yield (*pair, count)
    for each in pair:
        each.close()


def test_of_two_who_show_a_ticket_at_once_one_is_let_in(nodes: tuple[Sessions, Sessions, int]) -> None:
    here, there, count = nodes
    both = Barrier(2)

    def show(node: Sessions, ticket: str) -> Session | None:
        both.wait()
        return node.redeem_ticket(ticket, ORIGIN, NOW)

    with ThreadPoolExecutor(2) as at_once:
        let_in = [
            [each.result() for each in (at_once.submit(show, here, ticket), at_once.submit(show, there, ticket))]
            for ticket in (here.issue_ticket(SESSION, ORIGIN, NOW) for _ in range(count))
        ]
    assert len(let_in) == count
    assert [sorted(pair, key=lambda each: each is None) for pair in let_in] == [[SESSION, None]] * count
    firsts = {pair[0] is not None for pair in let_in}
    assert firsts == {True, False}, "the control: now the one, now the other was first"


def test_from_elsewhere_a_ticket_opens_nothing_and_is_used_up(nodes: tuple[Sessions, Sessions, int]) -> None:
    here, there, count = nodes
    for _, origin in zip(range(count), cycle(ELSEWHERE), strict=False):
        ticket = here.issue_ticket(SESSION, ORIGIN, NOW)
        assert there.redeem_ticket(ticket, origin, NOW) is None, origin
        assert here.redeem_ticket(ticket, ORIGIN, NOW) is None, "it was shown once"
        control = here.issue_ticket(SESSION, ORIGIN, NOW)
        assert there.redeem_ticket(control, ORIGIN, NOW) == SESSION
