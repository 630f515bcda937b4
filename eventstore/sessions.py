"""Sessions, codes and tickets: who is signed in at a page, and the one-use secrets for it. Beside the log, never in it."""

import os
import secrets
import sqlite3
from hashlib import sha256
from threading import Lock

from msgspec import Struct

SECRET_BYTES = 32
TICKET_S = 30
SESSION_S = 8 * 3600
CODE_BYTES = 16
"""Short enough for a link that people read, long enough that nobody guesses one."""

SCHEMA = """
CREATE TABLE IF NOT EXISTS sessions (secret BLOB PRIMARY KEY, person TEXT NOT NULL, expires_at INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS tickets (
  secret BLOB PRIMARY KEY, person TEXT NOT NULL, origin TEXT NOT NULL,
  expires_at INTEGER NOT NULL, session_ends_at INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS sign_ins (
  state BLOB PRIMARY KEY, verifier TEXT NOT NULL, next TEXT NOT NULL, expires_at INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS codes (secret BLOB PRIMARY KEY, person TEXT NOT NULL, challenge TEXT, expires_at INTEGER NOT NULL)
  WITHOUT ROWID;
"""


class Session(Struct, frozen=True):
    """A signed-in person. `expires_at`: seconds since 1970 UTC."""

    person: str
    expires_at: int


class Code(Struct, frozen=True):
    """Whom a one-use code is for, and the challenge its bearer must answer; None: whoever holds it is believed."""

    person: str
    challenge: str | None


class Sessions:
    """Secrets are kept hashed: whoever reads the file can sign in as nobody."""

    def __init__(self, path: str) -> None:
        self._lock = Lock()
        self._db = sqlite3.connect(path, check_same_thread=False, isolation_level=None, timeout=5)
        self._db.execute("PRAGMA journal_mode=WAL")
        self._db.executescript(SCHEMA)

    def close(self) -> None:
        with self._lock:
            self._db.close()

    def begin(self, person: str, now: int, expires_at: int) -> str:
        """A new session's secret, for the cookie."""
        secret = os.urandom(SECRET_BYTES).hex()
        with self._lock:
            self._db.execute("DELETE FROM sessions WHERE expires_at<=?", (now,))
            self._db.execute("INSERT INTO sessions VALUES (?,?,?)", (_hashed(secret), person, expires_at))
        return secret

    def find(self, secret: str, now: int) -> Session | None:
        """The session of a cookie, while it lasts."""
        with self._lock:
            row = self._db.execute(
                "SELECT person, expires_at FROM sessions WHERE secret=? AND expires_at>?", (_hashed(secret), now)
            ).fetchone()
        return None if row is None else Session(*row)

    def end(self, secret: str) -> None:
        with self._lock:
            self._db.execute("DELETE FROM sessions WHERE secret=?", (_hashed(secret),))

    def issue_ticket(self, session: Session, origin: str, now: int) -> str:
        """A ticket for one socket from one origin."""
        ticket = os.urandom(SECRET_BYTES).hex()
        with self._lock:
            self._db.execute("DELETE FROM tickets WHERE expires_at<=?", (now,))
            self._db.execute(
                "INSERT INTO tickets VALUES (?,?,?,?,?)",
                (_hashed(ticket), session.person, origin, now + TICKET_S, session.expires_at),
            )
        return ticket

    def redeem_ticket(self, ticket: str, origin: str, now: int) -> Session | None:
        """Who a ticket was for; it is used up by asking."""
        with self._lock:
            row = self._db.execute(
                "DELETE FROM tickets WHERE secret=? RETURNING person, origin, expires_at, session_ends_at",
                (_hashed(ticket),),
            ).fetchone()
        if row is None or row[1] != origin or row[2] <= now:
            return None
        return Session(row[0], row[3])

    def begin_sign_in(self, state: str, verifier: str, then: str, now: int, expires_at: int) -> None:
        """Remember what a sign-in under way must come back with."""
        with self._lock:
            self._db.execute("DELETE FROM sign_ins WHERE expires_at<=?", (now,))
            self._db.execute("INSERT INTO sign_ins VALUES (?,?,?,?)", (_hashed(state), verifier, then, expires_at))

    def finish_sign_in(self, state: str, now: int) -> tuple[str, str] | None:
        """The verifier and the landing place of a sign-in, once."""
        with self._lock:
            self._db.execute("DELETE FROM sign_ins WHERE expires_at<=?", (now,))
            row = self._db.execute(
                "DELETE FROM sign_ins WHERE state=? RETURNING verifier, next", (_hashed(state),)
            ).fetchone()
        return None if row is None else (row[0], row[1])

    def issue_code(self, person: str, challenge: str | None, now: int, expires_at: int) -> str:
        """A one-use code for a person."""
        code = secrets.token_urlsafe(CODE_BYTES)
        with self._lock:
            self._db.execute("DELETE FROM codes WHERE expires_at<=?", (now,))
            self._db.execute("INSERT INTO codes VALUES (?,?,?,?)", (_hashed(code), person, challenge, expires_at))
        return code

    def redeem_code(self, code: str, now: int) -> Code | None:
        """Whom a code was for; it is used up by asking, so of many who ask at once one is told."""
        with self._lock:
            row = self._db.execute(
                "DELETE FROM codes WHERE secret=? RETURNING person, challenge, expires_at", (_hashed(code),)
            ).fetchone()
        return None if row is None or row[2] <= now else Code(row[0], row[1])


def _hashed(secret: str) -> bytes:
    return sha256(secret.encode()).digest()
