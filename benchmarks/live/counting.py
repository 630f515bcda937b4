"""How often the log and the rows are read: statements that SQLite is asked, counted in the process under measurement."""

import sqlite3
from collections.abc import Callable
from typing import Any

from eventstore.tail import PAGE

COUNTED = ("log.db", "log.rows.db")
ANYWAY = ("FROM row_sets", f"LIMIT {PAGE}")
"""What every process asks four times a second, whoever is there: how far rows are kept, and whether the log has grown."""


class Counting:
    """Connections that are opened after `begin`, to the log and the rows; others are not counted."""

    def __init__(self) -> None:
        self.reads = 0
        self._connect: Callable[..., sqlite3.Connection] = sqlite3.connect

    def begin(self) -> None:
        sqlite3.connect = self._counted  # type: ignore[assignment]

    def _counted(self, path: Any, *args: Any, **settings: Any) -> sqlite3.Connection:
        connection = self._connect(path, *args, **settings)
        if str(path).endswith(COUNTED):
            connection.set_trace_callback(self._count)
        return connection

    def _count(self, statement: str) -> None:
        if statement.lstrip().startswith("SELECT") and not any(each in statement for each in ANYWAY):
            self.reads += 1
