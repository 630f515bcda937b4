"""Heads over a log, signed by a key of a test: the tables of the tree as a bundle asks of them, told by plain hashing."""

from collections.abc import Sequence

from eventstore.log import Log
from proof.leaf import leaf_hash
from proof.note import Checkpoint, Note, Signer
from proof.tree import Frontier

SIGNER = Signer("klynge/region", bytes(range(32)))


class Heads:
    """A head at every size named, the last of them the newest."""

    def __init__(self, kept_log: Log, *sizes: int) -> None:
        self._leaves = [leaf_hash(*row) for row in kept_log.recorder.rows(0, kept_log.head)]
        self.sizes = sizes or (len(self._leaves),)

    def newest(self) -> tuple[int, str]:
        return self.sizes[-1], self.note_with_cosignatures(self.sizes[-1])

    def checkpoints(self, after: int, limit: int) -> Sequence[tuple[int, str]]:
        return [(each, self.note_with_cosignatures(each)) for each in self.sizes if each > after][:limit]

    def checkpoint_covering(self, position: int) -> tuple[int, str] | None:
        return next(((each, "") for each in self.sizes if each >= position), None)

    def note_with_cosignatures(self, size: int) -> str:
        frontier = Frontier()
        for leaf in self._leaves[:size]:
            frontier.append(leaf)
        text = str(Checkpoint(SIGNER.name, size, frontier.root()))
        return str(Note(text, (SIGNER.sign(text),)))

    def hash_at(self, level: int, index: int) -> bytes:
        assert level == 0
        return self._leaves[index]
