"""What a body carries (har ansvaret for): the initiatives of a working group or a standing committee, and which of a body's
improvement projects are at work. A row each, gone when that is over.
"""

from typing import Generic

from msgspec import Struct

from domain.body import SlotFreed, SlotTaken
from domain.handing.initiative import HandedOver, TakenOver
from domain.initiative import InitiativeEnded, Merged, OwnerAssigned
from domain.kernel import Recorded
from domain.names import BodyId, InitiativeId, PersonId, name_of, scope_of
from projections.reveal import N
from projections.view import Get, Rows


class CarriesRow(Struct, Generic[N], frozen=True, kw_only=True, gc=False, tag="body-carries"):
    """An initiative that a body carries."""

    body: N
    initiative: N
    version: int
    """Of the initiative's stream, when that was said."""
    position: int
    leader: N | None = None


class ProjectRow(Struct, Generic[N], frozen=True, kw_only=True, gc=False, tag="body-project"):
    """An improvement project that a body has at work."""

    body: N
    initiative: N
    version: int
    """Of the body's stream, when it began."""
    position: int


CARRIED_EVENTS = (OwnerAssigned, InitiativeEnded, Merged, HandedOver, TakenOver, SlotTaken, SlotFreed)


def fold_carried(get: Get, recorded: Recorded) -> Rows:
    """The row that says who carries an initiative, or whose project is at work."""
    return {key: row for key, row in _rows(recorded).items() if row is not None or get(key) is not None}


def _rows(recorded: Recorded) -> Rows:
    event, stream = recorded.event, recorded.stream
    match event:
        case OwnerAssigned():
            return {_key(stream, "carries"): _carries(recorded, event.group, event.leader)}
        case TakenOver():
            return {_key(stream, "carries"): _carries(recorded, event.carried.group, event.carried.leader)}
        case InitiativeEnded() | Merged() | HandedOver():
            return {_key(stream, "carries"): None}
        case SlotTaken():
            at = {"version": recorded.version, "position": recorded.position}
            row = ProjectRow[str](body=stream, initiative=event.initiative, **at)
            return {_key(event.initiative, "project"): row}
        case SlotFreed():
            return {_key(event.initiative, "project"): None}
        case _:
            return {}


def _carries(recorded: Recorded, group: BodyId | None, leader: PersonId | None) -> CarriesRow[str] | None:
    if group is None:
        return None
    at = {"version": recorded.version, "position": recorded.position}
    return CarriesRow[str](body=group, initiative=recorded.stream, leader=leader, **at)


def _key(initiative: InitiativeId, what: str) -> str:
    return f"{scope_of(initiative)}/people|{what}/{name_of(initiative)}"
