"""Mending (udbedring): what an operator does by hand when the checkpointer has stopped, each compared with what was signed."""

from collections.abc import Callable

from eventstore.proofs import Proofs, Tile
from eventstore.snapshots import Snapshots
from klynge.checkpointing.alarm import Alarm, Outcome
from klynge.checkpointing.checkpointer import STEP_MAX, Checkpointer, hashed
from klynge.checkpointing.guard import Guard
from proof.tiles import grown
from proof.tree import Frontier


def rebuild_tree(
    snapshots: Snapshots, proofs: Proofs, checkpointer: Checkpointer, told: Callable[[int, int], None] = lambda *_: None
) -> int:
    """Make the tree again from the log, up to the newest head; its size. Nothing is kept unless its root is what was signed.

    `told` hears how far it is, of how much. Raises `Alarm`.
    """
    newest = proofs.newest()
    if newest is None:
        return 0
    with snapshots.take() as snapshot:
        head = checkpointer.signed(snapshot, newest.note)
    tree, tiles = Frontier(), dict[Tile, bytes]()
    while tree.size < head.size:
        upto = min(head.size, tree.size + STEP_MAX)
        with snapshots.take() as snapshot:
            if snapshot.head < upto:
                raise Alarm(
                    Outcome.LOG_SHORTER, f"the log ends at {snapshot.head}, and {head.size} events were signed", upto
                )
            leaves = hashed(snapshot, tree.size, upto)
        tiles.update(grown(tree.size, leaves, lambda level, index: tiles[level, index]))
        for leaf in leaves:
            tree.append(leaf)
        told(tree.size, head.size)
    if tree.root() != head.root:
        raise Alarm(
            Outcome.INCONSISTENT,
            f"the log's first {head.size} events do not give the root that was signed: the log itself is another one. Compare it "
            "with its copies; a bundle made from it is found out by whoever verifies it",
            head.size,
        )
    proofs.append(head.size, newest.note, newest.made_at, tiles)
    return head.size


def accept_stored_head(snapshots: Snapshots, proofs: Proofs, guard: Guard, checkpointer: Checkpointer) -> int:
    """Let the guard hold the newest head that is kept, whatever it held; its size. For whoever has compared it with the witnesses.

    Raises `Alarm` where that head is not signed, or where witnesses' words are kept of what is lost: they would stand under heads
    that are to come, and nobody saw those.
    """
    newest = proofs.newest()
    size = 0 if newest is None else newest.size
    if (seen := proofs.seen_up_to()) > size:
        raise Alarm(
            Outcome.LOG_SHORTER,
            f"witnesses saw {seen} events, and the newest head that is kept is of {size}: what they saw is not what comes now. "
            f"Take it away first, as whoever owns the tables: DELETE FROM cosignatures WHERE size > {size}; "
            f"UPDATE witnessed SET size = {size} WHERE size > {size}",
            size,
        )
    if newest is None:
        guard.forget()
        return 0
    with snapshots.take() as snapshot:
        head = checkpointer.signed(snapshot, newest.note)
    guard.advance(head)
    return head.size
