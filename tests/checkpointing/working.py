"""A checkpointer at work on a small log, and hands that change what it works on."""

import sqlite3
from collections.abc import Sequence
from contextlib import ExitStack, closing
from pathlib import Path

from eventstore.sqlite.store import SQLiteStore
from klynge.checkpointing.checkpointer import Checkpointer
from klynge.checkpointing.places import places_of
from klynge.checkpointing.working import Working
from klynge.settings import Settings
from proof.leaf import leaf_hash
from proof.note import Checkpoint, Note, Signer, signed_by
from proof.tree import Frontier

NOW = 1_780_000_000


class Bench:
    """One log, looked at by one checkpointer at a time."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        assert isinstance(settings.store, SQLiteStore)
        self.store = settings.store
        self.now = NOW
        self._open()

    def _open(self) -> None:
        self._closing = ExitStack()
        self.working = Working(places_of(self.settings), self._closing)
        self.proofs = self.working.opened.proofs

    def close(self) -> None:
        self._closing.close()

    def again(self) -> None:
        """The process ended, and another begins."""
        self.close()
        self._open()

    @property
    def checkpointer(self) -> Checkpointer:
        return self.working.checkpointer

    @property
    def log(self) -> Path:
        return self.store.log

    @property
    def guard(self) -> Path:
        return self.settings.sign_guard

    @property
    def keys(self) -> tuple[Signer, ...]:
        return tuple(Signer.parse(line) for line in self.settings.checkpoint_key.read_text().splitlines())

    def look(self, beat: bool = False) -> int:
        self.now += 10
        return self.checkpointer.look(self.now, beat=beat)

    def head(self) -> Checkpoint:
        """The newest head, its signature checked."""
        newest = self.proofs.newest()
        assert newest is not None
        note = Note.parse(newest.note)
        assert signed_by(note, [each.verifier for each in self.keys])
        return Checkpoint.parse(note.text)

    # --- the log, by hand ---

    def change(self, statement: str, *values: object) -> None:
        with closing(sqlite3.connect(self.log)) as database:
            changed = database.execute(statement, values)
            database.commit()
            assert changed.rowcount > 0, "the fault happened"

    def add(self, count: int, what: str = "x") -> None:
        """So many events more. What they say is nothing to a checkpointer."""
        with closing(sqlite3.connect(self.log)) as database:
            head = database.execute("SELECT MAX(position) FROM stored_events").fetchone()[0]
            for at in range(head + 1, head + 1 + count):
                row = (at, f"syddanmark/test/{what}-{at}", 1, "test.happened", b'{"v":1}', 1_700_000_000_000_000 + at)
                database.execute("INSERT INTO stored_events VALUES (?,?,?,?,?,?)", row)
            database.commit()

    def forget_heads(self, above: int) -> None:
        """The heads and the tree of an older copy."""
        with closing(sqlite3.connect(self.store.proofs)) as database:
            forgotten = database.execute("DELETE FROM checkpoints WHERE size>?", (above,))
            database.execute("UPDATE tiles SET hashes=substr(hashes, 1, ?) WHERE level=0", (32 * above,))
            database.commit()
            assert forgotten.rowcount > 0, "the fault happened"

    def shorten(self, to: int) -> None:
        self.change("DELETE FROM stored_events WHERE position>?", to)

    def rows(self) -> Sequence[tuple[str, int, str, bytes, int, int]]:
        with closing(sqlite3.connect(self.log)) as database:
            return database.execute(
                "SELECT originator_id, originator_version, topic, state, position, recorded_at FROM stored_events"
                " ORDER BY position"
            ).fetchall()

    def root(self, size: int) -> bytes:
        """Of the log as it is."""
        tree = Frontier()
        for row in self.rows()[:size]:
            tree.append(leaf_hash(*row))
        return tree.root()
