"""A wire without a socket: a connection, what it was made to send, and the code it was closed with."""

from collections.abc import Callable
from typing import Any

import msgspec

from projections.view import Named
from realtime.attended import Present
from realtime.closing import Close
from realtime.connection import Connection
from realtime.messages import problem
from realtime.places import Places
from realtime.presence import Presences
from realtime.signing_in import NotYet, Refusal, SignedIn
from tests.projections.aadal import CAST
from tests.realtime.moments import Moments
from tests.realtime.page import Message, messages_in
from tests.realtime.under_way import UnderWay

NOW = 1_800_000_000
SESSION_S = 3_600
ORIGIN = "https://klynge.example"
REFUSED = problem(401, "token.refused", "Beviset gælder ikke.", "The proof does not hold.")


def presences(
    moments: Moments | None = None, tell: Callable[[str, str], None] = lambda topic, person: None
) -> Presences:
    """People are called as their ids end, and the chair gives the floor."""
    moments = moments or Moments()
    return Presences(
        lambda topic, person: Present(person=Named(person, person.rsplit("/", 1)[-1]), roles=()),
        later=moments.later,
        now_ms=moments.now_ms,
        gives_the_floor=lambda topic, person: person == CAST["chair"],
        tell=tell,
    )


class Wire:
    """Signed in by a ticket as `part`; without one it must bring a token, which is the name of a part."""

    def __init__(
        self, meeting: UnderWay, part: str | None = None, there: Presences | None = None, places: Places | None = None
    ) -> None:
        self.now = float(NOW)
        self.received: list[Message] = []
        self.closed: Close | None = None
        self.used: set[str] = set()
        self.connection = Connection(
            name="c1",
            hub=meeting.hub,
            presences=there or presences(),
            verify=self._verify,
            redeem=self._redeem,
            write=self._write,
            close=self._close,
            now=lambda: self.now,
            signed_in=None if part is None else SignedIn(CAST[part], NOW + SESSION_S, b"begun", ORIGIN),
            places=places or Places(None),
        )

    def _redeem(self, ticket: str, origin: str) -> SignedIn | None:
        """A ticket is the name of a part and how long its session lasts; good once, and for the page's own origin."""
        part, _, left_s = ticket.partition(" ")
        if origin != ORIGIN or ticket in self.used or part not in CAST:
            return None
        self.used.add(ticket)
        return SignedIn(CAST[part], NOW + int(left_s), b"renewed", origin)

    def _verify(self, token: str) -> SignedIn:
        token, _, left_s = token.partition(" ")
        if token == "pending":
            raise NotYet
        if token not in CAST:
            raise Refusal(REFUSED)
        return SignedIn(CAST[token], NOW + int(left_s or SESSION_S))

    def _write(self, frame: bytes) -> None:
        if self.closed is None:
            self.received += messages_in(frame)

    def _close(self, code: Close) -> None:
        self.closed = self.closed or code

    def say(self, op: str, **fields: Any) -> list[Message]:
        """A message from the client, and what came back at once."""
        return self.send(msgspec.json.encode({"op": op, **fields}))

    def send(self, text: bytes) -> list[Message]:
        before = len(self.received)
        self.connection.receive(text)
        return self.received[before:]

    def ops(self) -> list[str]:
        return [message["op"] for message in self.received]


def greeted(meeting: UnderWay, part: str = "member", there: Presences | None = None) -> Wire:
    """A page that has said hello."""
    wire = Wire(meeting, part, there)
    (welcome,) = wire.say("hello", client={"name": "test", "version": "1"})
    assert welcome["op"] == "welcome"
    return wire


def code_of(messages: list[Message]) -> tuple[int, str]:
    """Status and code of the one error that came."""
    (error,) = messages
    problem = error["problem"]
    assert error["op"] == "error"
    assert problem["type"] == f"/problems/{problem['code']}"
    assert problem["detail"]
    assert problem["detail_en"]
    return problem["status"], problem["code"]
