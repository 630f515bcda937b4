"""Small tables beside the log, which both stores keep alike: keys, sessions, tickets, codes."""

from collections.abc import Iterable, Sequence
from typing import Any, Protocol


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
