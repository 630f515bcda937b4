"""Small tables beside the log, which both stores keep alike: keys, sessions, tickets, codes."""

from collections.abc import Iterable, Sequence
from typing import Any, Final, Protocol

LET_GO: Final = 5_000
"""Rows let go of in one statement."""


class Tables(Protocol):
    """Statements in the SQL both stores speak, with `?` for a value. Raises the library's `PersistenceError`."""

    def run(self, statement: str, *values: Any) -> Sequence[tuple[Any, ...]]:
        """One statement, durable when this returns; the rows it answers with."""
        ...

    def run_many(self, statement: str, rows: Iterable[Sequence[Any]]) -> None:
        """One statement for each of many rows: all of them, or none."""
        ...

    def erase(self, table: str, column: str, values: Iterable[Any], thorough: bool) -> bool:
        """Delete rows, and see to it that nobody reads them in the files either; False where that is not done yet: somebody else is
        in the way just now, or it would keep others waiting and is not to be `thorough`.
        """
        ...

    def settle(self, table: str) -> None:
        """Wait until whoever writes to a table just now is done."""
        ...

    def scrub(self, *tables: str) -> bool:
        """Let nothing be read in the files that tables hold no more; False where somebody else is in the way just now."""
        ...

    def close(self) -> None: ...


def let_go(tables: Tables, table: str, which: str, *values: Any) -> None:
    """Delete the rows of a condition by their ids, some thousands in a statement: a server gives up what takes long, and what was
    not deleted once is more the next time.
    """
    some = f"DELETE FROM {table} WHERE id IN (SELECT id FROM {table} WHERE {which} LIMIT {LET_GO}) RETURNING id"
    while len(tables.run(some, *values)) == LET_GO:
        pass
