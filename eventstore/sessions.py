"""Sessions, codes and tickets: who is signed in at a page, and the one-use secrets for it. Beside the log, never in it."""

import os
import secrets
from collections.abc import Collection
from hashlib import sha256

from msgspec import Struct

from eventstore.tables import Tables

SECRET_BYTES = 32
TICKET_S = 30
SESSION_S = 8 * 3600
CODE_BYTES = 16
"""Short enough for a link that people read, long enough that nobody guesses one."""
ASKED_MAX = 500
"""Sessions asked for in one statement."""


class Session(Struct, frozen=True):
    """A signed-in person. `expires_at`: seconds since 1970 UTC."""

    person: str
    expires_at: int
    id: bytes | None = None
    """What it is kept under, which opens nothing. None: they came with a token, and there is nothing to sign out of."""


class Code(Struct, frozen=True):
    """Whom a one-use code is for, and the challenge its bearer must answer; None: whoever holds it is believed."""

    person: str
    challenge: str | None


class Sessions:
    """Secrets are kept hashed: whoever reads the tables can sign in as nobody. Raises the library's `PersistenceError`."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def close(self) -> None:
        self._tables.close()

    def begin(self, person: str, now: int, expires_at: int) -> str:
        """A new session's secret, for the cookie."""
        secret = os.urandom(SECRET_BYTES).hex()
        self._tables.run(
            "DELETE FROM sessions WHERE expires_at<=?",
            now,
        )
        self._tables.run("INSERT INTO sessions VALUES (?,?,?)", _hashed(secret), person, expires_at)
        return secret

    def find(self, secret: str, now: int) -> Session | None:
        """The session of a cookie, while it lasts."""
        rows = self._tables.run(
            "SELECT person, expires_at, secret FROM sessions WHERE secret=? AND expires_at>?", _hashed(secret), now
        )
        return Session(*rows[0]) if rows else None

    def end(self, secret: str) -> bytes:
        """End a session and its tickets; what its sockets are known by."""
        session = _hashed(secret)
        self._tables.run("DELETE FROM sessions WHERE secret=?", session)
        self._tables.run("DELETE FROM tickets WHERE session=?", session)
        return session

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
        self._tables.run(
            "DELETE FROM tickets WHERE expires_at<=?",
            now,
        )
        self._tables.run(
            "INSERT INTO tickets VALUES (?,?,?,?,?,?)",
            _hashed(ticket),
            session.person,
            origin,
            now + TICKET_S,
            session.expires_at,
            session.id,
        )
        return ticket

    def redeem_ticket(self, ticket: str, origin: str, now: int) -> Session | None:
        """Who a ticket was for; it is used up by asking."""
        rows = self._tables.run(
            "DELETE FROM tickets WHERE secret=? RETURNING person, origin, expires_at, session_ends_at, session",
            _hashed(ticket),
        )
        if not rows:
            return None
        person, issued_to, expires_at, session_ends_at, session = rows[0]
        return Session(person, session_ends_at, session) if issued_to == origin and expires_at > now else None

    def begin_sign_in(self, state: str, verifier: str, then: str, now: int, expires_at: int) -> None:
        """Remember what a sign-in under way must come back with."""
        self._tables.run(
            "DELETE FROM sign_ins WHERE expires_at<=?",
            now,
        )
        self._tables.run("INSERT INTO sign_ins VALUES (?,?,?,?)", _hashed(state), verifier, then, expires_at)

    def finish_sign_in(self, state: str, now: int) -> tuple[str, str] | None:
        """The verifier and the landing place of a sign-in, once."""
        self._tables.run(
            "DELETE FROM sign_ins WHERE expires_at<=?",
            now,
        )
        rows = self._tables.run(
            "DELETE FROM sign_ins WHERE state=? RETURNING verifier, next",
            _hashed(state),
        )
        return (rows[0][0], rows[0][1]) if rows else None

    def issue_code(self, person: str, challenge: str | None, now: int, expires_at: int) -> str:
        """A one-use code for a person."""
        code = secrets.token_urlsafe(CODE_BYTES)
        self._tables.run(
            "DELETE FROM codes WHERE expires_at<=?",
            now,
        )
        self._tables.run("INSERT INTO codes VALUES (?,?,?,?)", _hashed(code), person, challenge, expires_at)
        return code

    def redeem_code(self, code: str, now: int) -> Code | None:
        """Whom a code was for; it is used up by asking, so of many who ask at once one is told."""
        rows = self._tables.run(
            "DELETE FROM codes WHERE secret=? RETURNING person, challenge, expires_at",
            _hashed(code),
        )
        if not rows:
            return None
        person, challenge, expires_at = rows[0]
        return Code(person, challenge) if expires_at > now else None


def _hashed(secret: str) -> bytes:
    return sha256(secret.encode()).digest()
