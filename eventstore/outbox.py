"""The outbox (udbakke): where people want to be told, and what they were told, are told, or are to be told. Beside the log.

An address lies sealed under a key of the key database, bound to its person. Nothing here says what a letter says: it is written
when it is sent, by what its reader may see then.
"""

from collections.abc import Callable, Iterable
from enum import Enum

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from msgspec import Struct

from eventstore.boxes import box, unbox
from eventstore.tables import Tables, let_go

SEALED_UNDER = "outbox"
"""The name of the key, in the key database, that addresses are sealed under."""
NOTICES_KEPT_DAYS = 90
DAY_S = 86_400


class State(Enum):
    """What became of a notice."""

    WAITING = "waiting"
    SENT = "sent"
    OFF = "off"
    """Its reader wants none of the kind."""
    NO_ADDRESS = "no-address"
    WITHHELD = "withheld"
    """Its reader may not see what it is about any more."""
    EXPIRED = "expired"
    """It would be news to nobody: nothing could be sent for days, what it is about is over, or another tells of the same."""
    REFUSED = "refused"
    """The mail server takes nothing for the address."""


class Kept(Struct, frozen=True, kw_only=True):
    """A notice as it is kept. Times: seconds since 1970 UTC."""

    id: int
    key: str
    """The same for the same person, event and subject: what is made twice is kept once, and a mail sent twice is known by it."""
    person: str
    subject: str
    about: str
    position: int
    """Of the event that it follows from."""
    made_at: int
    state: State
    attempts: int
    next_at: int


class Wishes(Struct, frozen=True, kw_only=True):
    """Where and of what somebody wants to be told. `address` None: nowhere."""

    address: str | None
    own: bool
    """They gave it themselves; else their sign-in told it."""
    off: frozenset[str]
    """Subjects that they want no mail about."""


NOBODY_ASKED = Wishes(address=None, own=False, off=frozenset())
COLUMNS = "id, key, person, subject, about, position, made_at, state, attempts, next_at"


class Outbox:
    """For threads beside the event loop. `key` gives the key of addresses. Raises the library's `PersistenceError`, and
    `KeysUnavailable` where an address is wanted.
    """

    def __init__(self, tables: Tables, key: Callable[[], bytes]) -> None:
        self._tables = tables
        self._key = key

    def close(self) -> None:
        self._tables.close()

    # --- what people wish ---

    def wishes(self, person: str) -> Wishes:
        """An address that does not open, since another key database was put back, is none."""
        found = self._tables.run("SELECT box, own, off FROM addresses WHERE person=?", person)
        if not found:
            return NOBODY_ASKED
        sealed, own, off = found[0]
        address = None if sealed is None else self._opened(person, bytes(sealed))
        return Wishes(address=address, own=bool(own), off=frozenset(off.split()))

    def set_address(self, person: str, address: str | None, own: bool) -> None:
        """`own`: they say so themselves, also that they want none. What a sign-in tells does not overrule them."""
        sealed = None if address is None else self._sealed(person, address)
        kept = "" if own else " WHERE addresses.own=0"
        self._tables.run(
            "INSERT INTO addresses (person, box, own, off) VALUES (?,?,?,'')"
            f" ON CONFLICT (person) DO UPDATE SET box=excluded.box, own=excluded.own{kept}",
            person,
            sealed,
            int(own),
        )

    def turn_off(self, person: str, subjects: Iterable[str]) -> None:
        """No mail about these, and mail about all others."""
        self._tables.run(
            "INSERT INTO addresses (person, box, own, off) VALUES (?,NULL,0,?)"
            " ON CONFLICT (person) DO UPDATE SET off=excluded.off",
            person,
            " ".join(sorted(subjects)),
        )

    def forget(self, person: str) -> bool:
        """They are erased. False where their address may still be read in the files: then it is asked for again."""
        self._tables.run("DELETE FROM notices WHERE person=?", person)
        is_kept = self._tables.run("SELECT 1 FROM addresses WHERE person=?", person)
        return not is_kept or self._tables.erase("addresses", "person", (person,), thorough=True)

    # --- what is to be told ---

    def looked(self) -> tuple[str, int] | None:
        """Of which life of the log, and up to where, it was looked for whom to tell."""
        found = self._tables.run("SELECT epoch, position FROM looked")
        return (found[0][0], found[0][1]) if found else None

    def look_on(self, epoch: str, position: int) -> None:
        """Everything up to here was looked at."""
        self._tables.run(
            "INSERT INTO looked (one, epoch, position) VALUES (1,?,?)"
            " ON CONFLICT (one) DO UPDATE SET epoch=excluded.epoch, position=excluded.position",
            epoch,
            position,
        )

    def put(self, notices: Iterable[tuple[str, str, str, str, int]], now: int) -> None:
        """(key, person, subject, about, position) of each. What is there already stays as it is."""
        self._tables.run_many(
            "INSERT INTO notices (key, person, subject, about, position, made_at, state, attempts, next_at)"
            " VALUES (?,?,?,?,?,?,?,0,0) ON CONFLICT (key) DO NOTHING",
            [(*each, now, State.WAITING.value) for each in notices],
        )

    def told_of(self, about: str) -> tuple[str, ...]:
        """Who was told of something before."""
        found = self._tables.run("SELECT DISTINCT person FROM notices WHERE about=? ORDER BY person", about)
        return tuple(row[0] for row in found)

    def due(self, now: int, limit: int) -> list[Kept]:
        """What is to be sent now, the oldest first."""
        # The state as it is, so that any plan of it may use the index of those that wait.
        waiting = (
            f"SELECT {COLUMNS} FROM notices WHERE state='{State.WAITING.value}' AND next_at<=? ORDER BY id LIMIT ?"
        )
        found = self._tables.run(waiting, now, limit)
        return [_kept(*row) for row in found]

    def ended(self, notice: Kept, state: State) -> None:
        """Nothing more is done about it."""
        self._tables.run("UPDATE notices SET state=? WHERE id=?", state.value, notice.id)

    def again(self, notice: Kept, next_at: int) -> None:
        """It was tried in vain."""
        self._tables.run("UPDATE notices SET attempts=attempts+1, next_at=? WHERE id=?", next_at, notice.id)

    def of(self, person: str, before: int | None, limit: int) -> list[Kept]:
        """A person's, the latest first; those before a number."""
        earlier, numbers = ("", ()) if before is None else (" AND id<?", (before,))
        found = self._tables.run(
            f"SELECT {COLUMNS} FROM notices WHERE person=?{earlier} ORDER BY id DESC LIMIT ?", person, *numbers, limit
        )
        return [_kept(*row) for row in found]

    def counts(self) -> dict[State, int]:
        found = self._tables.run("SELECT state, count(*) FROM notices GROUP BY state")
        return {State(state): count for state, count in found}

    def prune(self, now: int) -> None:
        """Let go of what was told long ago."""
        let_go(self._tables, "notices", "made_at<?", now - NOTICES_KEPT_DAYS * DAY_S)

    # --- inside ---

    def _sealed(self, person: str, address: str) -> bytes:
        return box(AESGCM(self._key()), address.encode(), _bound(person))

    def _opened(self, person: str, sealed: bytes) -> str | None:
        address = unbox(AESGCM(self._key()), sealed, _bound(person))
        return None if address is None else address.decode()


def _bound(person: str) -> bytes:
    """What a sealed address is bound to: nobody may give one person another's."""
    return f"klynge/address/v1 {person}".encode()


def _kept(
    number: int,
    key: str,
    person: str,
    subject: str,
    about: str,
    position: int,
    made_at: int,
    state: str,
    attempts: int,
    next_at: int,
) -> Kept:
    return Kept(
        id=number,
        key=key,
        person=person,
        subject=subject,
        about=about,
        position=position,
        made_at=made_at,
        state=State(state),
        attempts=attempts,
        next_at=next_at,
    )
