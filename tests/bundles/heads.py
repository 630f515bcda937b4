"""Heads over a log, signed by a key of a test, in the tables of the tree."""

from eventstore.log import Log
from eventstore.proofs import Proofs
from eventstore.sqlite.tables import PROOFS, SQLiteTables
from proof.leaf import leaf_hash
from proof.note import Checkpoint, Cosigner, Note, Signer
from proof.tiles import grown, hash_in_tiles
from proof.tree import root_at

SIGNER = Signer("klynge/region", bytes(range(32)))
WITNESS = Cosigner("town.example/w1", bytes(range(32, 64)))
AT = 1_750_000_000


def heads_of(kept_log: Log, *sizes: int) -> Proofs:
    """A head at every size named, else at the end; the last of them is witnessed."""
    proofs = Proofs(SQLiteTables(":memory:", PROOFS))
    seal(proofs, kept_log, *sizes)
    return proofs


def seal(proofs: Proofs, kept_log: Log, *sizes: int) -> None:
    """The same in tables that are there."""
    leaves = [leaf_hash(*row) for row in kept_log.recorder.rows(0, kept_log.head)]
    at = 0
    for size in sizes or (len(leaves),):
        tiles = grown(at, leaves[at:size], proofs.tile)
        _append(proofs, size, tiles)
        at = size
    note = proofs.note_with_cosignatures(at)
    assert note is not None
    proofs.cosigned(at, "Town", WITNESS.cosign(Note.parse(note).text, AT), AT)


def _append(proofs: Proofs, size: int, tiles: dict[tuple[int, int], bytes]) -> None:
    def kept(level: int, index: int) -> bytes:
        return hash_in_tiles(level, index, lambda *at: tiles.get(at) or proofs.tile(*at))

    text = str(Checkpoint(SIGNER.name, size, root_at(size, kept)))
    proofs.append(size, str(Note(text, (SIGNER.sign(text),))), AT, tiles)
