"""Two processes on PostgreSQL, rows kept at random moments, over random histories: what each reads equals a rebuild."""

from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.kernel import Recorded
from eventstore.folds import fingerprint
from eventstore.postgres.pool import Connections, Pool
from eventstore.postgres.rows import PostgresRows
from eventstore.rows import RowStore
from tests.eventstore.histories import ACTS, FOLDS, played, small_worlds
from tests.eventstore.test_overlay import MOVES, hold
from tests.faults.conftest import Times
from tests.postgres import Postgres


def test_two_processes_read_what_a_rebuild_has(postgres_server: Postgres, tmp_path: Path, times: Times) -> None:
    address = postgres_server.store(tmp_path).log
    lives = count()

    def stores(events: tuple[Recorded, ...]) -> tuple[RowStore, RowStore]:
        """Each history is another life of the log."""
        epoch = f"life {next(lives)}"
        one, other = (
            PostgresRows(Pool(Connections(address)), epoch, fingerprint(FOLDS), len(events)) for _ in range(2)
        )
        return one, other

    @settings(max_examples=times(15, 200), deadline=None, database=None)
    @given(events=small_worlds(), moves=MOVES, at=st.integers(0, 400))
    def histories(events: tuple[Recorded, ...], moves: list[Any], at: int) -> None:
        hold(events, moves, at, stores)

    histories()
    assert next(lives) >= times(15, 200)


def test_a_row_that_is_kept_wrongly_is_found(postgres_server: Postgres, tmp_path: Path) -> None:
    """The control: one row of one history is kept as if it stood one position later."""
    address = postgres_server.store(tmp_path).log

    class Late(PostgresRows):
        def keep(self, before: int, after: int, versions: Any) -> None:
            view, fold, key, position, body = versions[-1]
            super().keep(before, after, [*versions[:-1], (view, fold, key, position + 1, body)])

    def stores(events: tuple[Recorded, ...]) -> tuple[RowStore, RowStore]:
        return (
            Late(Pool(Connections(address)), "late", fingerprint(FOLDS), len(events)),
            PostgresRows(Pool(Connections(address)), "late", fingerprint(FOLDS), len(events)),
        )

    events = played(list(range(len(ACTS))))
    with pytest.raises(AssertionError):
        hold(events, [("append", 20), ("keep", 20), ("advance", 0, 20), ("restart", 1), ("advance", 1, 20)], 20, stores)
