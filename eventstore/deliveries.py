"""Deliveries: every attempt to tell a webhook of something, how it went and how long it took; for thirty days."""

from msgspec import Struct

from eventstore.tables import Tables, let_go

DELIVERIES_KEPT_DAYS = 30
DELIVERIES_OF_ONE_MAX = 10_000
"""Of one webhook; it is told of as many events as there are."""
DAY_S = 86_400


class Delivery(Struct, frozen=True, kw_only=True):
    """One attempt to tell an address of something."""

    at: int
    event: str
    """The id of the event."""
    position: int
    """0: of a test."""
    attempt: int
    """1 for the first."""
    status: int
    """Of HTTP; 0: there was none."""
    outcome: str
    """`delivered`, or what went wrong in a word."""
    ms: int


class Deliveries:
    """For threads beside the event loop. Raises the library's `PersistenceError`."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def note(self, owner: str, name: str, delivery: Delivery) -> None:
        self._tables.run(
            "INSERT INTO deliveries (owner, name, at, event, position, attempt, status, outcome, ms)"
            " VALUES (?,?,?,?,?,?,?,?,?)",
            owner,
            name,
            delivery.at,
            delivery.event,
            delivery.position,
            delivery.attempt,
            delivery.status,
            delivery.outcome,
            delivery.ms,
        )

    def find(self, owner: str, name: str, after: int | None, limit: int) -> list[tuple[int, Delivery]]:
        """By their numbers, the latest first; those before a number."""
        earlier, numbers = ("", ()) if after is None else (" AND id<?", (after,))
        rows = self._tables.run(
            f"SELECT id, at, event, position, attempt, status, outcome, ms FROM deliveries WHERE owner=? AND name=?{earlier}"
            " ORDER BY id DESC LIMIT ?",
            owner,
            name,
            *numbers,
            limit,
        )
        return [
            (
                number,
                Delivery(
                    at=at,
                    event=event,
                    position=position,
                    attempt=attempt,
                    status=status,
                    outcome=outcome,
                    ms=ms,
                ),
            )
            for number, at, event, position, attempt, status, outcome, ms in rows
        ]

    def prune(self, now: int) -> None:
        """Let go of what is known of deliveries of long ago."""
        let_go(self._tables, "deliveries", "at<?", now - DELIVERIES_KEPT_DAYS * DAY_S)

    def trim(self, owner: str, name: str) -> None:
        """Let go of the oldest of one that has had many."""
        let_go(
            self._tables,
            "deliveries",
            "owner=? AND name=? AND id<="
            "(SELECT id FROM deliveries WHERE owner=? AND name=? ORDER BY id DESC LIMIT 1 OFFSET ?)",
            owner,
            name,
            owner,
            name,
            DELIVERIES_OF_ONE_MAX,
        )

    def forget(self, owner: str, name: str) -> None:
        """Of one that is taken away."""
        let_go(self._tables, "deliveries", "owner=? AND name=?", owner, name)
