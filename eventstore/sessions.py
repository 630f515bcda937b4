"""Sessions, codes and tickets: who is signed in at a page, and the one-use secrets for it. Beside the log, never in it."""

import os
import secrets
from collections.abc import Collection
from hashlib import sha256

from msgspec import Struct

from domain.assurance import NAMED, Assurance
from eventstore.tables import Tables

SECRET_BYTES = 32
TICKET_S = 30
SESSION_S = 8 * 3600
CODE_BYTES = 32
"""Short enough for a link that people read, long enough that nobody guesses one."""
ASKED_MAX = 500
"""Sessions asked for in one statement."""


class Session(Struct, frozen=True):
    """A signed-in person. `expires_at`, `signed_in_at`: seconds since 1970 UTC."""

    person: str
    expires_at: int
    id: bytes | None = None
    """What it is kept under, which opens nothing. None: they came with a token, and there is nothing to sign out of."""
    assurance: Assurance = Assurance.LOW
    """How surely they signed in."""
    signed_in_at: int = 0


class Code(Struct, frozen=True):
    """Whom a one-use code is for, and the challenge its bearer must answer; None: whoever holds it is believed."""

    person: str
    challenge: str | None
    assurance: Assurance
    nonce: str | None
    """What the ID token must repeat."""


class Begun(Struct, frozen=True):
    """A sign-in under way: what it must come back with, and where it lands."""

    verifier: str
    then: str
    nonce: str


class Sessions:
    """Secrets are kept hashed: whoever reads the tables can sign in as nobody. Raises the library's `PersistenceError`.

    `passing`: the same tables by a hand that does not wait for the disk, for tickets: they hold for half a minute, and thousands
    are asked for when everybody comes back. All processes see at once what it did; a power cut may undo its last moments.
    """

    def __init__(self, tables: Tables, passing: Tables | None = None) -> None:
        self._tables = tables
        self._passing = tables if passing is None else passing
        self._let_go_at = 0
        """When old tickets were last let go of: looking for them costs more the more there are."""

    def close(self) -> None:
        self._tables.close()
        if self._passing is not self._tables:
            self._passing.close()

    def begin(self, session: Session, now: int) -> str:
        """A new session's secret, for the cookie."""
        secret = os.urandom(SECRET_BYTES).hex()
        self._let_go_of_old("sessions", now)
        self._tables.run(
            "INSERT INTO sessions (secret, person, expires_at, assurance, signed_in_at) VALUES (?,?,?,?,?)",
            _hashed(secret),
            session.person,
            session.expires_at,
            session.assurance.value,
            session.signed_in_at,
        )
        return secret

    def find(self, secret: str, now: int) -> Session | None:
        """The session of a cookie, while it lasts."""
        rows = self._tables.run(
            "SELECT person, expires_at, secret, assurance, signed_in_at FROM sessions WHERE secret=? AND expires_at>?",
            _hashed(secret),
            now,
        )
        if not rows:
            return None
        person, expires_at, kept_as, assurance, signed_in_at = rows[0]
        return Session(person, expires_at, kept_as, NAMED[assurance], signed_in_at)

    def end(self, secret: str) -> bytes:
        """End a session and its tickets; what its sockets are known by."""
        session = _hashed(secret)
        self._tables.run("DELETE FROM sessions WHERE secret=?", session)
        self._passing.run("DELETE FROM tickets WHERE session=?", session)
        return session

    def end_all_of(self, person: str) -> tuple[bytes, ...]:
        """End every session of a person, with tickets and codes; what their sockets are known by."""
        ended = self._tables.run("DELETE FROM sessions WHERE person=? RETURNING secret", person)
        self._passing.run("DELETE FROM tickets WHERE person=?", person)
        self._tables.run("DELETE FROM codes WHERE person=?", person)
        return tuple(row[0] for row in ended)

    def standing(self, sessions: Collection[bytes]) -> set[bytes]:
        """Those that nobody has ended."""
        asked, stand = list(sessions), set()
        for first in range(0, len(asked), ASKED_MAX):
            some = asked[first : first + ASKED_MAX]
            marks = ",".join("?" * len(some))
            stand |= {
                row[0] for row in self._tables.run(f"SELECT secret FROM sessions WHERE secret IN ({marks})", *some)
            }
        return stand

    def issue_ticket(self, session: Session, origin: str, now: int) -> str:
        """A ticket for one socket from one origin."""
        ticket = os.urandom(SECRET_BYTES).hex()
        if not self._let_go_at <= now < self._let_go_at + TICKET_S:
            self._passing.run("DELETE FROM tickets WHERE expires_at<=?", now)
            self._let_go_at = now
        self._passing.run(
            "INSERT INTO tickets (secret, person, origin, expires_at, session_ends_at, session, assurance, signed_in_at)"
            " VALUES (?,?,?,?,?,?,?,?)",
            _hashed(ticket),
            session.person,
            origin,
            now + TICKET_S,
            session.expires_at,
            session.id,
            session.assurance.value,
            session.signed_in_at,
        )
        return ticket

    def redeem_ticket(self, ticket: str, origin: str, now: int) -> Session | None:
        """Who a ticket was for; it is used up by asking."""
        rows = self._passing.run(
            "DELETE FROM tickets WHERE secret=?"
            " RETURNING origin, expires_at, person, session_ends_at, session, assurance, signed_in_at",
            _hashed(ticket),
        )
        if not rows:
            return None
        issued_to, expires_at, person, session_ends_at, session, assurance, signed_in_at = rows[0]
        if issued_to != origin or expires_at <= now:
            return None
        return Session(person, session_ends_at, session, NAMED[assurance], signed_in_at)

    def begin_sign_in(self, state: str, begun: Begun, now: int, expires_at: int) -> None:
        """Remember what a sign-in under way must come back with."""
        self._let_go_of_old("sign_ins", now)
        self._tables.run(
            "INSERT INTO sign_ins (state, verifier, next, nonce, expires_at) VALUES (?,?,?,?,?)",
            _hashed(state),
            begun.verifier,
            begun.then,
            begun.nonce,
            expires_at,
        )

    def finish_sign_in(self, state: str, now: int) -> Begun | None:
        """A sign-in that comes back, once."""
        self._let_go_of_old("sign_ins", now)
        rows = self._tables.run(
            "DELETE FROM sign_ins WHERE state=? RETURNING verifier, next, nonce",
            _hashed(state),
        )
        return Begun(*rows[0]) if rows else None

    def issue_code(self, meant: Code, now: int, expires_at: int) -> str:
        """A one-use code."""
        code = secrets.token_urlsafe(CODE_BYTES)
        self._let_go_of_old("codes", now)
        self._tables.run(
            "INSERT INTO codes (secret, person, challenge, assurance, nonce, expires_at) VALUES (?,?,?,?,?,?)",
            _hashed(code),
            meant.person,
            meant.challenge,
            meant.assurance.value,
            meant.nonce,
            expires_at,
        )
        return code

    def redeem_code(self, code: str, now: int) -> Code | None:
        """Whom a code was for; it is used up by asking, so of many who ask at once one is told."""
        rows = self._tables.run(
            "DELETE FROM codes WHERE secret=? RETURNING person, challenge, assurance, nonce, expires_at",
            _hashed(code),
        )
        if not rows:
            return None
        person, challenge, assurance, nonce, expires_at = rows[0]
        return Code(person, challenge, NAMED[assurance], nonce) if expires_at > now else None

    def use_assertion(self, client: str, jti: str, now: int, expires_at: int) -> bool:
        """Whether a client shows an assertion for the first time; of many at once one is told so."""
        self._let_go_of_old("assertions", now)
        first = self._tables.run(
            "INSERT INTO assertions (client, jti, expires_at) VALUES (?,?,?) ON CONFLICT DO NOTHING RETURNING jti",
            client,
            jti,
            expires_at,
        )
        return bool(first)

    def _let_go_of_old(self, table: str, now: int) -> None:
        self._tables.run(f"DELETE FROM {table} WHERE expires_at<=?", now)


def _hashed(secret: str) -> bytes:
    return sha256(secret.encode()).digest()
