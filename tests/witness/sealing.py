"""A log of numbers as the service keeps it: tiles and signed heads, made as the checkpointer makes them."""

from pathlib import Path

from eventstore.log import Log
from eventstore.proofs import Proofs
from eventstore.sqlite.tables import PROOFS, SQLiteTables
from proof.leaf import leaf_hash
from proof.note import Checkpoint, Note, Signer
from proof.tiles import grown, hash_in_tiles
from proof.tree import root_at
from tests.witness.heads import TIME, Numbers


def proofs_in(folder: Path) -> Proofs:
    return Proofs(SQLiteTables(str(folder / "log.proofs.db"), PROOFS))


def put(proofs: Proofs, log: Numbers, size: int, at: int = TIME) -> None:
    """A head of the log of numbers, from nothing."""
    proofs.append(size, log.note(size), at, grown(0, log.leaves[:size], proofs.tile))


def seal(log: Log, proofs: Proofs, signer: Signer, size: int | None = None, at: int = TIME) -> int:
    """A head of a record, signed with a key; answers its size."""
    size = log.head if size is None else size
    leaves = [leaf_hash(*row) for row in log.recorder.rows(0, size)]
    tiles = grown(0, leaves, proofs.tile)

    root = root_at(size, lambda level, index: hash_in_tiles(level, index, lambda *tile: tiles[tile]))
    text = str(Checkpoint(signer.name, size, root))
    proofs.append(size, str(Note(text).signed([signer.sign(text)])), at, tiles)
    return size
