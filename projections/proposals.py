"""Which proposals are there, and where has each come to? The proposals (forslag) of a scope.

Topic `{scope}/proposals`. Keys: `{proposal}`, and `{proposal}/fate`, where a decision moved it last. A decision at a closed item
closes what it says and no more, so the two are rows of their own.
"""

from collections.abc import Mapping
from typing import Any, Generic

import msgspec
from msgspec import Struct

from domain.dates import Moment, moment_of
from domain.handing.proposal import HandedOver, TakenOver
from domain.kernel import Event, Recorded
from domain.names import name_of, scope_of
from domain.proposal import (
    Approved,
    Budgeted,
    Chosen,
    Fate,
    Formed,
    Merged,
    Parked,
    Ranked,
    Received,
    Recommended,
    TurnedDown,
    Withdrawn,
)
from domain.text import Kept, T
from projections.reveal import N, Place, hides_some, place_of, reveal
from projections.view import Named, Rows, Sight, View

FATES: Mapping[type[Event], str] = {
    Merged: "merged",
    Parked: "parked",
    Recommended: "recommended",
    Chosen: "chosen",
    TurnedDown: "turned-down",
    Ranked: "ranked",
    Budgeted: "budgeted",
    Approved: "approved",
    Withdrawn: "withdrawn",
}


class ProposalRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="proposal"):
    """A proposal, as it came in or was formed of others."""

    proposal: N
    version: int
    """Of the proposal's stream, when this was told."""
    position: int
    at: Moment
    title: T
    from_party: N | None = None


class FateRow(Struct, Generic[N], frozen=True, kw_only=True, gc=False, tag="fate"):
    """What became of it, last."""

    proposal: N
    fate: str
    """merged, parked, recommended, chosen, turned-down, ranked, budgeted, approved, withdrawn, handed-over"""
    version: int
    position: int
    at: Moment
    decision: Place[N] | None = None
    carried_from: N | None = None
    """The proposal of which it was said, in a cluster before this one."""
    carried_version: int | None = None


Row = ProposalRow[Kept, str] | FateRow[str]
Shown = ProposalRow[str | None, Named] | FateRow[Named]


def evolve(get: Any, recorded: Recorded) -> Rows:
    event, proposal = recorded.event, recorded.stream
    key = _key(proposal)
    told: dict[str, Any] = {
        "proposal": proposal,
        "version": recorded.version,
        "position": recorded.position,
        "at": moment_of(recorded.recorded_at),
    }
    match event:
        case Received():
            return {key: ProposalRow[Kept, str](title=event.title, from_party=event.from_party, **told)}
        case Formed():
            return {key: ProposalRow[Kept, str](title=event.title, **told)}
        case (
            Merged()
            | Parked()
            | Recommended()
            | Chosen()
            | TurnedDown()
            | Ranked()
            | Budgeted()
            | Approved()
            | Withdrawn()
        ):
            decision = None if isinstance(event, Merged | Budgeted | Withdrawn) else event.decision
            return {f"{key}/fate": FateRow[str](fate=FATES[type(event)], decision=place_of(decision), **told)}
        case HandedOver():
            return {f"{key}/fate": FateRow[str](fate="handed-over", **told)}
        case TakenOver():
            proposal_row = msgspec.structs.replace(get(_key(event.from_stream)), **told)
            carried: dict[str, Any] = {"carried_from": event.from_stream, "carried_version": event.from_version}
            fate = {f"{key}/fate": FateRow[str](fate=event.carried.fate, **carried, **told)}
            return {key: proposal_row} | ({} if event.carried.fate is Fate.RECEIVED else fate)
        case _:
            return {}


def _key(proposal: str) -> str:
    return f"{scope_of(proposal)}/proposals|{name_of(proposal)}"


def show(key: str, row: Any, sight: Sight) -> Any:
    carried_from = row.carried_from if isinstance(row, FateRow) else None
    if carried_from is not None and hides_some(sight, carried_from, row.carried_version):
        return None
    return None if sight.hides_event(row.proposal, row.version) else reveal(row, sight)


PROPOSALS = View(
    name="proposals",
    version=4,
    row=Row,
    shown=Shown,
    folds=frozenset({Received, Formed, *FATES, HandedOver, TakenOver}),
    evolve=evolve,
    show=show,
    closes=True,
)
