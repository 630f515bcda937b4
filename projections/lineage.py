"""What led to this, and what followed from it? The lineage (vejen hertil) of the decisions, items and streams of a scope.

Topic `{scope}/lineage`. Every edge stands twice, once at each end, so that both questions are a prefix range of keys:
`{thing}/from/{step}` holds what led to a thing and `{thing}/to/{step}` what followed from it. A thing is `{kind}/{name}`,
`meeting/{name}/item/{item}`, `meeting/{name}/decision/{number}` or `{kind}/{name}/part/{part}`.
"""

from hashlib import sha256
from typing import Any, Generic
from urllib.parse import quote

from msgspec import Struct

from domain.kernel import Recorded
from domain.meeting.agenda import ItemAdded
from domain.meeting.call import MeetingRegisteredAfterwards
from domain.meeting.decision import DecisionRecorded
from domain.meeting.promised import ItemPostponed
from domain.meeting.standing import DecisionSuperseded
from domain.names import kind_of, name_of, scope_of
from domain.referral import Sent
from projections.edges import OF_OTHER_STREAMS, Edge, edges
from projections.reveal import N, Place, reveal
from projections.view import Get, Named, Rows, Sight, View


class EdgeRow(Struct, Generic[N], frozen=True, kw_only=True, gc=False, tag="edge"):
    """One step of the way, seen from one of its ends."""

    kind: str
    other: Place[N] | None
    """The other end. An edge of which an end is closed is closed, so neither is ever absent when shown."""
    thing: Place[N] | None
    """The end it stands at."""
    made_in: str
    """The stream whose event tells of it."""
    version: int
    position: int


class Promised(Struct, frozen=True, kw_only=True, gc=False, tag="promised"):
    """The item that a body put off: what it promises itself is sent right after. Never shown."""

    item: Place[str]


STEP_LETTERS = 12
"""Enough to tell the edges of one event and one thing apart."""
Row = EdgeRow[str] | Promised
Shown = EdgeRow[Named]


def evolve(get: Get, recorded: Recorded) -> Rows:
    event, position = recorded.event, recorded.position
    if isinstance(event, ItemPostponed):
        return {_promise(event.referral): Promised(item=Place(stream=recorded.stream, item=event.item))}
    promised: Promised | None = get(_promise(recorded.stream)) if isinstance(event, Sent) else None
    postponed = [] if promised is None else [(promised.item, Edge.LEADS_TO, Place(stream=recorded.stream))]
    rows: dict[str, Any] = {}
    for earlier, kind, later in (*edges(recorded), *postponed):
        edge: dict[str, Any] = {
            "kind": kind,
            "made_in": recorded.stream,
            "version": recorded.version,
            "position": position,
        }
        here, there = _thing(earlier), _thing(later)
        rows[f"{here}/to/{_step(position, kind, there)}"] = EdgeRow(thing=earlier, other=later, **edge)
        rows[f"{there}/from/{_step(position, kind, here)}"] = EdgeRow(thing=later, other=earlier, **edge)
    return rows


def _step(position: int, kind: str, other: str) -> str:
    """Of the event that tells of it, by what it leads to: were they counted, one that is hidden would be missed."""
    return f"{position:010d}-{sha256(f'{kind} {other}'.encode()).hexdigest()[:STEP_LETTERS]}"


def _promise(referral: str) -> str:
    return f"{scope_of(referral)}/lineage|promised/{name_of(referral)}"


def _thing(place: Place[str]) -> str:
    """The key of a thing, within the topic of its own scope."""
    thing = thing_key(place.stream, place.item, place.decision, place.part)
    return f"{scope_of(place.stream)}/lineage|{thing}"


def thing_key(stream: str, item: str | None, decision: str | None, part: str | None) -> str:
    """With what the keys of a thing's edges begin."""
    thing = f"{kind_of(stream)}/{name_of(stream)}"
    if decision is not None:
        return f"{thing}/decision/{quote(decision, safe='')}"
    if item is not None:
        return f"{thing}/item/{item}"
    return thing if part is None else f"{thing}/part/{part}"


def show(key: str, row: Any, sight: Sight) -> Any:
    if isinstance(row, Promised) or sight.hides_event(row.made_in, row.version):
        return None
    shown = reveal(row, sight)
    return None if shown.thing is None or shown.other is None else shown


LINEAGE = View(
    name="lineage",
    version=7,
    row=Row,
    shown=Shown,
    folds=frozenset(
        (
            *(ItemAdded, ItemPostponed, DecisionRecorded, DecisionSuperseded, MeetingRegisteredAfterwards),
            *OF_OTHER_STREAMS,
        )
    ),
    evolve=evolve,
    show=show,
    closes=True,
)
