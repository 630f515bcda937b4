"""Webhooks: which addresses are told of events, and how far each was told. Beside the log, never in it.

Their secrets lie sealed under a key of the key database, which the master key wraps.
"""

import time
from collections.abc import Callable
from enum import Enum

import msgspec
from msgspec import Struct

from eventstore.deliveries import Deliveries
from eventstore.tables import Tables
from eventstore.webhook_secrets import Seal, Secret, new_secret

WEBHOOKS_MAX = 200
"""In one log: each may have a line open at once."""
WEBHOOKS_OF_OWNER_MAX = 20


class State(Enum):
    """What a webhook does."""

    ACTIVE = "active"
    PAUSED = "paused"
    """By its owner or an administrator."""
    DISABLED = "disabled"
    """By the house; `why` tells."""


class Why(Enum):
    """Why the house sends nothing any more."""

    GONE = "gone"
    """The address said 410: it wants nothing more."""
    FAILING = "failing"
    """It took nothing for days."""
    NO_OFFICE = "no-office"
    """Its owner is neither client nor administrator any more."""
    SECRET_LOST = "secret-lost"
    """Its secret does not open: another key database was put back. Change the secret."""


class Wish(Struct, frozen=True, kw_only=True):
    """What is to be told where. Empty: everything."""

    url: str
    topics: tuple[str, ...] = ()
    types: tuple[str, ...] = ()


class Webhook(Struct, frozen=True, kw_only=True):
    """An address that is told of events, in order. Times: seconds since 1970 UTC."""

    owner: str
    """The client or administrator by whose rights it is told."""
    name: str
    wish: Wish
    state: State
    why: Why | None
    epoch: str
    position: int
    """The last that it was told of, or that it was not to be told of."""
    replay_after: int
    replay_to: int
    """What is told once more, before it goes on: after the one and up to the other; none where they are equal."""
    attempt: int
    """How often the next one was tried in vain."""
    failing_since: int
    """0: it is not failing."""
    next_at: int
    """When the next one is tried again."""
    made_at: int
    version: int
    """Another whenever what it is told or where was changed, or one of that name was made anew: a delivery under way moves nothing
    that is new.
    """

    @property
    def replaying(self) -> bool:
        return self.replay_after < self.replay_to


COLUMNS = (
    "owner, name, wish, state, why, epoch, position, replay_after, replay_to,"
    " attempt, failing_since, next_at, made_at, version"
)
ONE = "owner=? AND name=?"
ANEW = "version=version+1"
UNCHANGED = f"{ONE} AND version=? AND position=? AND replay_after=?"
"""Nobody changed what it is told, or where; and nobody else moved it: of two who send at once, one does so."""


class Webhooks:
    """For threads beside the event loop. `key` gives the key of secrets. Raises the library's `PersistenceError`, and
    `KeysUnavailable` where a secret is wanted.
    """

    def __init__(self, tables: Tables, key: Callable[[], bytes]) -> None:
        self._tables = tables
        self._seal = Seal(key)
        self.deliveries = Deliveries(tables)

    def close(self) -> None:
        self._tables.close()

    # --- what its owner does ---

    def add(self, owner: str, name: str, wish: Wish, epoch: str, position: int, now: int) -> str | None:
        """A new one, told of what stands after a position; its secret. None where that name is taken, or there is no room."""
        secret = new_secret()
        made = self._tables.run(
            f"INSERT INTO webhooks ({COLUMNS}, secrets) SELECT ?,?,?,?,'',?,?,0,0,0,0,0,?,?,?"
            " WHERE (SELECT count(*) FROM webhooks)<? AND (SELECT count(*) FROM webhooks WHERE owner=?)<?"
            " ON CONFLICT DO NOTHING RETURNING name",
            owner,
            name,
            _written(wish),
            State.ACTIVE.value,
            epoch,
            position,
            now,
            time.time_ns(),
            self._seal.close(owner, name, (Secret(secret),)),
            WEBHOOKS_MAX,
            owner,
            WEBHOOKS_OF_OWNER_MAX,
        )
        return secret if made else None

    def change(self, owner: str, name: str, wish: Wish) -> bool:
        """Tell another address, or of other things, from now on; whether there is such a one."""
        return self._changed(owner, name, f"wish=?, {ANEW}", _written(wish))

    def pause(self, owner: str, name: str) -> bool:
        """Hold back what comes; what is under way still counts."""
        return self._changed(owner, name, "state=?, why=''", State.PAUSED.value)

    def resume(self, owner: str, name: str) -> bool:
        """Go on where it was, at once."""
        settings = f"state=?, why='', attempt=0, failing_since=0, next_at=0, {ANEW}"
        return self._changed(owner, name, settings, State.ACTIVE.value)

    def replay(self, owner: str, name: str, after: int, to: int) -> bool:
        """Tell once more of what stands after a position, up to another; then it goes on where it was."""
        settings = f"replay_after=?, replay_to=?, attempt=0, failing_since=0, next_at=0, {ANEW}"
        return self._changed(owner, name, settings, after, to)

    def delete(self, owner: str, name: str) -> bool:
        """With its secrets, and what is known of its deliveries."""
        self.deliveries.forget(owner, name)
        return bool(self._tables.run(f"DELETE FROM webhooks WHERE {ONE} RETURNING name", owner, name))

    def rotate(self, owner: str, name: str, now: int) -> str | None:
        """A new secret; those before it go on for a day. None where there is no such webhook."""
        secret = new_secret()
        while (kept := self._kept_secrets(owner, name)) is not None:
            followed = self._seal.followed(owner, name, kept, secret, now)
            if self._changed(owner, name, "secrets=?", followed, where=" AND secrets=?", known=(kept,)):
                return secret
        return None

    def _changed(
        self, owner: str, name: str, settings: str, *values: object, where: str = "", known: tuple[object, ...] = ()
    ) -> bool:
        statement = f"UPDATE webhooks SET {settings} WHERE {ONE}{where} RETURNING name"
        return bool(self._tables.run(statement, *values, owner, name, *known))

    # --- what there is ---

    def every(self) -> list[Webhook]:
        return [_webhook(*row) for row in self._tables.run(f"SELECT {COLUMNS} FROM webhooks ORDER BY owner, name")]

    def of(self, owner: str) -> list[Webhook]:
        found = self._tables.run(f"SELECT {COLUMNS} FROM webhooks WHERE owner=? ORDER BY name", owner)
        return [_webhook(*row) for row in found]

    def find(self, owner: str, name: str) -> Webhook | None:
        found = self._tables.run(f"SELECT {COLUMNS} FROM webhooks WHERE {ONE}", owner, name)
        return _webhook(*found[0]) if found else None

    def secrets(self, owner: str, name: str, now: int) -> tuple[Secret, ...]:
        """Those that hold, the newest first. Raises `SecretLost`; none where there is no such webhook."""
        kept = self._kept_secrets(owner, name)
        return () if kept is None else self._seal.open(owner, name, kept, now)

    def _kept_secrets(self, owner: str, name: str) -> bytes | None:
        found = self._tables.run(f"SELECT secrets FROM webhooks WHERE {ONE}", owner, name)
        return bytes(found[0][0]) if found else None

    # --- what whoever sends does ---

    def reached(self, webhook: Webhook, position: int) -> State | None:
        """It was told of everything up to here, or was not to be; what it does now. None where somebody changed it meanwhile."""
        settings = "attempt=0, failing_since=0, next_at=0"
        if webhook.replaying:
            return self._moved(webhook, f"replay_after=?, {settings}", position)
        return self._moved(webhook, f"position=?, {settings}", position)

    def begin_again(self, webhook: Webhook, epoch: str, position: int) -> bool:
        """The log is another one now."""
        settings = "epoch=?, position=?, replay_after=0, replay_to=0, attempt=0, failing_since=0, next_at=0"
        return self._moved(webhook, settings, epoch, position) is not None

    def failed(self, webhook: Webhook, since: int, next_at: int) -> bool:
        """The next one was tried in vain, and is tried again."""
        return self._moved(webhook, "attempt=attempt+1, failing_since=?, next_at=?", since, next_at) is not None

    def disable(self, webhook: Webhook, why: Why) -> bool:
        return self._moved(webhook, f"state=?, why=?, {ANEW}", State.DISABLED.value, why.value) is not None

    def _moved(self, webhook: Webhook, settings: str, *values: object) -> State | None:
        known = (webhook.owner, webhook.name, webhook.version, webhook.position, webhook.replay_after)
        moved = self._tables.run(f"UPDATE webhooks SET {settings} WHERE {UNCHANGED} RETURNING state", *values, *known)
        return State(moved[0][0]) if moved else None


def _written(wish: Wish) -> str:
    return msgspec.json.encode(wish).decode()


def _webhook(
    owner: str, name: str, wish: str, state: str, why: str, epoch: str, position: int, replay_after: int, *more: int
) -> Webhook:
    replay_to, attempt, failing_since, next_at, made_at, version = more
    return Webhook(
        owner=owner,
        name=name,
        wish=msgspec.json.decode(wish, type=Wish),
        state=State(state),
        why=Why(why) if why else None,
        epoch=epoch,
        position=position,
        replay_after=replay_after,
        replay_to=replay_to,
        attempt=attempt,
        failing_since=failing_since,
        next_at=next_at,
        made_at=made_at,
        version=version,
    )
