"""The checkpointer: new events of one snapshot, hashed in two ways, put on the tree, found to go on from what was signed last; then
remembered in the guard, signed and kept. Whatever does not fit is an `Alarm`, and nothing is signed.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress

from msgspec import Struct

from eventstore.proofs import Proofs, Tile
from eventstore.snapshots import Snapshot, Snapshots
from eventstore.stored import POSITION
from klynge.checkpointing.alarm import Alarm, Outcome
from klynge.checkpointing.guard import Guard
from klynge.checkpointing.record_keys import named_in
from klynge.checkpointing.tree_kept import REBUILD, hashes_of, whole
from proof.leaf import leaf_hash
from proof.note import BadNote, BadSignature, Checkpoint, Note, Signer, signed_by
from proof.tiles import grown
from proof.tree import EMPTY_ROOT, Frontier, consistency_proof, root_at, verify_consistency

STEP_MAX = 4_096
"""Events of one head: a log that was never looked at is signed in so many steps."""
LOOKED_AT_AGAIN = 256
"""Of what is signed already, so much is hashed again at a start and once a day."""

Consistent = Callable[[int, int, bytes, bytes, Sequence[bytes]], bool]


class Base(Struct, frozen=True):
    """What was signed last, and the tree then."""

    head: Checkpoint
    roots: tuple[bytes, ...]
    beat_at: int


class Checkpointer:
    """Looks when it is told to. `consistent` is the code that whoever verifies offline runs."""

    def __init__(
        self,
        snapshots: Snapshots,
        proofs: Proofs,
        guard: Guard,
        keys: Callable[[], tuple[Signer, ...]],
        consistent: Consistent = verify_consistency,
    ) -> None:
        self._snapshots = snapshots
        self._proofs = proofs
        self._guard = guard
        self._keys = keys
        self._consistent = consistent
        self._base: Base | None = None
        """None: it is to be read again."""

    def forget(self) -> None:
        """Read again what was signed last: somebody else may have signed, or something is not as it should be."""
        self._base = None

    @property
    def beat_at(self) -> int:
        """When the newest head was signed, or looked at again."""
        return 0 if self._base is None else self._base.beat_at

    def look(self, now: int, fewest: int = 1, beat: bool = False) -> int:
        """Sign what is new, if it is so many events; how many wait after that. `beat`: look at what is signed, too.

        Raises `Alarm`, and what the store raises.
        """
        with self._snapshots.take() as snapshot:
            base = self._base or self._read(snapshot)
            if snapshot.head < base.head.size:
                raise _shorter(snapshot.head, base.head)
            new = snapshot.head - base.head.size
            if new and new >= fewest:
                self._require_last(snapshot, base.head.size, 1)
                base = self._sign(snapshot, base, now)
            elif beat and not new and base.head.size:
                self._require_last(snapshot, base.head.size, LOOKED_AT_AGAIN)
                self._require_guarded(snapshot, base.head, self._guard.read())
                self._proofs.beat(base.head.size, now)
                base = Base(base.head, base.roots, now)
            self._base = base
            return snapshot.head - base.head.size

    # --- what was signed last ---

    def _read(self, snapshot: Snapshot) -> Base:
        """The newest head, its signature and its tree as they are kept."""
        newest, guarded = self._proofs.newest(), self._guard.read()
        if newest is None:
            head = Checkpoint(named_in(snapshot).origin, 0, EMPTY_ROOT)
            if guarded is not None:
                self._require_guarded(snapshot, head, guarded)
            return Base(head, (), 0)
        if guarded is None:
            raise _no_guard(self._guard, newest.size)
        head = self.signed(snapshot, newest.note)
        if head.size > snapshot.head:
            raise _shorter(snapshot.head, head)
        roots = self._roots(head)
        self._require_last(snapshot, head.size, LOOKED_AT_AGAIN)
        self._require_guarded(snapshot, head, guarded)
        return Base(head, roots, newest.beat_at)

    def _require_guarded(self, snapshot: Snapshot, head: Checkpoint, guarded: Checkpoint | None) -> None:
        """A log and its heads that were put back together agree with each other; the guard tells, also while nothing is new."""
        if guarded is None:
            raise _no_guard(self._guard, head.size)
        if guarded.size > snapshot.head:
            raise _shorter(snapshot.head, guarded)
        if guarded.size <= head.size and root_at(guarded.size, hashes_of(self._proofs, {}, head.size)) != guarded.root:
            raise _inconsistent(guarded.size, head.size)

    def signed(self, snapshot: Snapshot, kept: str) -> Checkpoint:
        """The head of a note, if a key of the record or of ours signed it. Raises `Alarm`."""
        named = named_in(snapshot)
        known = set(named.keys)
        with suppress(Alarm):  # it need not be there to be believed
            known |= {each.verifier for each in self._keys()}
        try:
            note = Note.parse(kept)
            head, signed = Checkpoint.parse(note.text), signed_by(note, known)
        except (BadNote, BadSignature) as error:
            raise Alarm(Outcome.HEAD_DAMAGED, f"the newest head is not what was signed: {error}") from error
        if not signed or head.origin != named.origin:
            raise Alarm(Outcome.HEAD_DAMAGED, "the newest head is signed by no key of this record", head.size)
        return head

    def _roots(self, head: Checkpoint) -> tuple[bytes, ...]:
        """The tree of a head, as its tiles have it."""
        tree = Frontier.of(head.size, hashes_of(self._proofs, {}, head.size))
        if tree.root() != head.root:
            raise Alarm(Outcome.TREE_DAMAGED, f"the tree has another root than was signed; {REBUILD}", head.size)
        return tuple(tree.roots)

    def _require_last(self, snapshot: Snapshot, size: int, count: int) -> None:
        """The last events that are signed are those that were."""
        hash_at = hashes_of(self._proofs, {}, size)
        for row in snapshot.rows(max(0, size - count), size):
            if leaf_hash(*row) != hash_at(0, row[POSITION] - 1):
                raise Alarm(
                    Outcome.LOG_OTHER,
                    f"position {row[POSITION]} is not the event that was signed: the log was put back from a copy and went on, or "
                    "somebody changed it. Nothing more is signed; compare it with its copies and with what the witnesses hold",
                    size,
                )

    # --- signing ---

    def _sign(self, snapshot: Snapshot, base: Base, now: int) -> Base:
        upto, guarded = min(snapshot.head, base.head.size + STEP_MAX), self._guard.read()
        if guarded is None and base.head.size:
            raise _no_guard(self._guard, base.head.size)
        if guarded is not None and guarded.size > upto:
            # It was about to be signed when the process ended: what is signed now may not be smaller.
            if guarded.size > snapshot.head:
                raise _shorter(snapshot.head, guarded)
            upto = guarded.size
        keys = self._own_keys(snapshot)
        leaves, tree = list[bytes](), Frontier(base.head.size, base.roots)
        for first in range(base.head.size, upto, STEP_MAX):  # many, where heads are gone that the guard knows of
            some = hashed(snapshot, first, min(first + STEP_MAX, upto))
            leaves += some
            for leaf in some:
                tree.append(leaf)
        with whole(base.head.size):
            tiles = grown(base.head.size, leaves, self._proofs.tile)
        head = Checkpoint(base.head.origin, upto, tree.root())
        olders = {base.head} if guarded is None else {base.head, guarded}  # mostly one and the same
        self._require_consistent(olders, head, tiles)
        self._guard.advance(head)
        note = Note(str(head)).signed(each.sign(str(head)) for each in keys)
        if len(signed_by(note, [each.verifier for each in keys])) != len(keys):
            raise Alarm(Outcome.FAILED, "a signature that was just made does not verify; check the machine", upto)
        self._proofs.append(upto, str(note), now, tiles)
        return Base(head, tuple(tree.roots), now)

    def _own_keys(self, snapshot: Snapshot) -> tuple[Signer, ...]:
        """Our keys, one of which the record names as the one that signs now: so whoever reads it believes what is signed."""
        keys, named = self._keys(), named_in(snapshot)
        if not named.keys or named.keys[-1] not in {each.verifier for each in keys}:
            raise Alarm(
                Outcome.OTHER_KEY,
                "the record names another key for its heads than is in the file, or none; put that file back, or run "
                "`klynge keys rotate-checkpoint`",
                snapshot.head,
            )
        return keys

    def _require_consistent(self, olders: Iterable[Checkpoint], head: Checkpoint, tiles: Mapping[Tile, bytes]) -> None:
        """What is about to be signed goes on from what was."""
        hash_at = hashes_of(self._proofs, tiles, head.size)
        same = root_at(head.size, hash_at) == head.root
        for older in olders:
            proof = consistency_proof(older.size, head.size, hash_at)
            if not same or not self._consistent(older.size, head.size, older.root, head.root, proof):
                raise _inconsistent(older.size, head.size)


def hashed(snapshot: Snapshot, after: int, upto: int) -> list[bytes]:
    """The leaves of some events, made twice. Raises `Alarm`."""
    rows = snapshot.rows(after, upto)
    if [row[POSITION] for row in rows] != list(range(after + 1, upto + 1)):
        raise Alarm(Outcome.LOG_OTHER, f"positions are missing between {after} and {upto}; restore the log", upto)
    leaves, again = [leaf_hash(*row) for row in rows], list(snapshot.hashes(after, upto))
    if leaves != again:
        agreed = next(
            (at for at, (one, other) in enumerate(zip(leaves, again, strict=False)) if one != other), len(again)
        )
        raise Alarm(
            Outcome.HASH_DIFFERS,
            f"position {after + 1 + agreed} was hashed twice and gave two answers: a disk, a memory or a program is wrong here. "
            "Nothing was signed; check the machine",
            upto,
        )
    return leaves


def _no_guard(guard: Guard, size: int) -> Alarm:
    return Alarm(
        Outcome.NO_GUARD,
        f"the sign-guard {guard.path} is not there, though heads up to {size} are signed. Put it back; or, where no witness holds "
        "a larger head, run `klynge checkpoint --accept-stored-head`",
        size,
    )


def _inconsistent(older: int, size: int) -> Alarm:
    return Alarm(
        Outcome.INCONSISTENT,
        f"the log's first {older} events are not those that were signed: it went on from an older copy, or on a server that lacked "
        "its end; or somebody changed it. Nothing more is signed; compare it with its copies and with what witnesses hold: "
        "docs/operations/checkpoints.md",
        size,
    )


def _shorter(found: int, head: Checkpoint) -> Alarm:
    return Alarm(
        Outcome.LOG_SHORTER,
        f"the log ends at {found}, and {head.size} events were signed: it was put back from an older copy, or a server took over "
        "that lacked its end. Nothing is signed; put a newer copy back. Where there is none, its end is lost, and every witness "
        "will say so: docs/operations/checkpoints.md",
        found,
    )
