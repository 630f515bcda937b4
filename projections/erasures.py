"""Which erasures are asked for, and how far has each come? Of data protection and administrators; of whoever asked, their own.

Topic `dk/erasures`. Keys: `{erasure}`.
"""

from typing import Any, Generic

import msgspec
from msgspec import Struct

from domain.dates import Moment, moment_of
from domain.erasure import Approved, Completed, Confirmed, Repeated, Requested, TurnedDown
from domain.kernel import Recorded
from domain.mask import hides_erasure
from domain.names import name_of, scope_of
from domain.text import Kept, TextClass
from projections.referred import referred
from projections.reveal import N, R, reveal
from projections.view import Get, Named, Rows, Sight, View


class ErasureRow(Struct, Generic[R, N], frozen=True, kw_only=True, gc=False, tag="erasure"):
    """A request for an erasure, and what became of it."""

    erasure: N
    person: N
    classes: tuple[TextClass, ...]
    state: str
    """requested, refused, approved, confirmed, completed"""
    version: int
    """Of the erasure's stream."""
    position: int
    at: Moment
    requested_by: N | None = None
    """None: it was asked for before the record was put back from an older copy."""
    reason: R | None = None
    refused_because: R | None = None
    approved_by: N | None = None
    legal_basis: R | None = None
    authority: R | None = None
    copies: int = 0
    """How many minutes were sent out before, and are out of reach."""


Row = ErasureRow[Kept, str]
Shown = ErasureRow[str | None, Named]
EVENTS = (Requested, TurnedDown, Approved, Confirmed, Repeated, Completed)


def evolve(get: Get, recorded: Recorded) -> Rows:
    event, erasure = referred(recorded), recorded.stream
    key = f"{scope_of(erasure)}/erasures|{name_of(erasure)}"
    at: dict[str, Any] = {
        "version": recorded.version,
        "position": recorded.position,
        "at": moment_of(recorded.recorded_at),
    }
    changes: dict[str, Any]
    match event:
        case Requested():
            asked = ErasureRow[Kept, str](
                erasure=erasure,
                person=event.person,
                classes=event.classes,
                state="requested",
                requested_by=event.requested_by,
                reason=event.reason,
                **at,
            )
            return {key: asked}
        case TurnedDown():
            changes = {"state": "refused", "refused_because": event.reason}
        case Approved():
            changes = {
                "state": "approved",
                "approved_by": event.approved_by,
                "legal_basis": event.legal_basis,
                "authority": event.authority,
            }
        case Confirmed():
            changes = {"state": "confirmed"}
        case Repeated():
            row = get(key) or ErasureRow[Kept, str](
                erasure=erasure, person=event.person, classes=event.classes, state="confirmed", **at
            )
            again = {"state": "confirmed", "legal_basis": event.legal_basis, **at}
            return {key: msgspec.structs.replace(row, **again)}
        case Completed():
            changes = {"state": "completed", "copies": len(event.copies)}
        case _:
            return {}
    return {key: msgspec.structs.replace(get(key), **changes, **at)}


def show(key: str, row: Any, sight: Sight) -> Any:
    return None if hides_erasure(row.erasure, sight.mask) else reveal(row, sight)


ERASURES = View(
    name="erasures",
    version=2,
    row=Row,
    shown=Shown,
    folds=frozenset(EVENTS),
    evolve=evolve,
    show=show,
    closes=True,
)
