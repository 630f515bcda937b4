"""What led to this, and what followed from it? The lineage (vejen hertil) of the decisions, items and streams of a scope.

Topic `{scope}/lineage`. Every edge stands twice, once at each end, so that both questions are a prefix range of keys:
`{thing}/from/{n}` holds what led to a thing and `{thing}/to/{n}` what followed from it. A thing is `{kind}/{name}`,
`meeting/{name}/item/{item}`, `meeting/{name}/decision/{number}` or `{kind}/{name}/part/{part}`.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any, Generic, get_args, get_origin, get_type_hints
from urllib.parse import quote

from msgspec import Struct

from domain.awaited import ByAnswer, ByDay, ByDecision, ByDocument, ByEvaluation, Proof
from domain.condition import BlockAdded, Failed, Fulfilled
from domain.condition import Opened as ConditionOpened
from domain.decided import Taken
from domain.kernel import Event, Recorded
from domain.meeting.agenda import ItemAdded
from domain.meeting.call import MeetingRegisteredAfterwards
from domain.meeting.decision import DecisionRecorded
from domain.meeting.promised import ItemPostponed
from domain.meeting.standing import DecisionSuperseded
from domain.names import DocumentId, kind_of, name_of, scope_of
from domain.proposal import Formed, Merged, Parked
from domain.referral import Answered, Declined, Received, Sent
from domain.streams import STREAMS
from domain.text import Kept
from domain.words import Word
from projections.blocked import blocked_place
from projections.reveal import N, Place, place_of, reveal
from projections.view import Get, Named, Rows, Sight, View


class Edge(Word):
    """How one thing led to another; read from the earlier to the later."""

    BASED_ON = "based-on", "lægges til grund for"
    PLACED = "placed", "sat på dagsordenen"
    DECIDED = "decided", "besluttet"
    ANSWERS = "answers", "besvaret"
    REFERRED = "referred", "oversendt"
    REQUIRES = "requires", "stiller som forudsætning"
    HOLDS_BACK = "holds-back", "holder tilbage"
    RESOLVES = "resolves", "afgør"
    ASSIGNED = "assigned", "giver opgaven"
    AUTHORISES = "authorises", "giver hjemmel til"
    SUPERSEDES = "supersedes", "afløst af"
    APPOINTS = "appoints", "udpeger til"
    MERGED = "merged", "indgår i"
    LINKED = "linked", "ses sammen med"
    TELLS = "tells", "er kilde til"
    LEADS_TO = "leads-to", "fører til"


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


Row = EdgeRow[str] | Promised
Shown = EdgeRow[Named]
Ends = tuple[Place[str], Edge, Place[str]]

KIND_OF: dict[str, Edge] = {
    "referral.sent": Edge.REFERRED,
    "referral.answered": Edge.ANSWERS,
    "condition.opened": Edge.REQUIRES,
    "condition.block-added": Edge.REQUIRES,
    "condition.fulfilled": Edge.RESOLVES,
    "condition.failed": Edge.RESOLVES,
    "condition.waived": Edge.RESOLVES,
    "action.assigned": Edge.ASSIGNED,
    "mandate.path-set": Edge.AUTHORISES,
    "mandate.delegated": Edge.AUTHORISES,
    "membership.seat-filled": Edge.APPOINTS,
    "membership.substitute-named": Edge.APPOINTS,
}
"""What the decision that an event of another stream names did to that stream; else it led to it."""


def evolve(get: Get, recorded: Recorded) -> Rows:
    event, position = recorded.event, recorded.position
    if isinstance(event, ItemPostponed):
        return {_promise(event.referral): Promised(item=Place(stream=recorded.stream, item=event.item))}
    promised: Promised | None = get(_promise(recorded.stream)) if isinstance(event, Sent) else None
    postponed = [] if promised is None else [(promised.item, Edge.LEADS_TO, Place(stream=recorded.stream))]
    rows: dict[str, Any] = {}
    for n, (earlier, kind, later) in enumerate((*_edges(recorded), *postponed)):
        edge: dict[str, Any] = {
            "kind": kind,
            "made_in": recorded.stream,
            "version": recorded.version,
            "position": position,
        }
        order = f"{position:010d}-{n:03d}"
        rows[f"{_thing(earlier)}/to/{order}"] = EdgeRow[str](thing=earlier, other=later, **edge)
        rows[f"{_thing(later)}/from/{order}"] = EdgeRow[str](thing=later, other=earlier, **edge)
    return rows


def _promise(referral: str) -> str:
    return f"{scope_of(referral)}/lineage|promised/{name_of(referral)}"


def _thing(place: Place[str]) -> str:
    """The key of a thing, within the topic of its own scope."""
    thing = f"{scope_of(place.stream)}/lineage|{kind_of(place.stream)}/{name_of(place.stream)}"
    if place.decision is not None:
        return f"{thing}/decision/{quote(place.decision, safe='')}"
    if place.item is not None:
        return f"{thing}/item/{place.item}"
    return thing if place.part is None else f"{thing}/part/{place.part}"


def _edges(recorded: Recorded) -> Iterator[Ends]:
    event, stream = recorded.event, recorded.stream
    here = Place(stream=stream)
    match event:
        case ItemAdded():
            here = Place(stream=stream, item=event.item)
            if event.answers_referral is not None:
                yield Place(stream=event.answers_referral), Edge.PLACED, here
            yield from _based_on(event, here)
            return
        case DecisionRecorded():
            here = Place(stream=stream, decision=event.decision)
            yield Place(stream=stream, item=event.item), Edge.DECIDED, here
            yield from _based_on(event, here)
            return
        case DecisionSuperseded():
            yield Place(stream=stream, decision=event.decision), Edge.SUPERSEDES, _place(event.by)
            return
        case MeetingRegisteredAfterwards():
            yield Place(stream=event.document), Edge.TELLS, here
            return
    kind = KIND_OF.get(event.tag, Edge.LEADS_TO)
    for taken in _decisions_in(event):
        yield _place(taken), kind, here
    match event:
        case ConditionOpened():
            yield from _told_by(event.document, here)
            for blocked in event.blocks:
                yield here, Edge.HOLDS_BACK, blocked_place(blocked)
        case BlockAdded():
            yield here, Edge.HOLDS_BACK, blocked_place(event.blocked)
        case Fulfilled() | Failed():
            yield from ((proved, Edge.RESOLVES, here) for proved in _proved_by(event.proof))
        case Sent():
            for earlier in (event.in_reply_to, event.condition):
                if earlier is not None:
                    yield Place(stream=earlier), Edge.LEADS_TO, here
        case Received() | Answered() | Declined():
            yield from _told_by(event.document, here)
        case Formed():
            yield from ((Place(stream=linked), Edge.LINKED, here) for linked in event.linked)
        case Merged():
            yield here, Edge.MERGED, Place(stream=event.into)
        case Parked(linked_to=str(linked)):
            yield Place(stream=linked), Edge.LINKED, here


def _told_by(document: DocumentId | None, here: Place[str]) -> Iterator[Ends]:
    if document is not None:
        yield Place(stream=document), Edge.TELLS, here


def _based_on(event: ItemAdded | DecisionRecorded, here: Place[str]) -> Iterator[Ends]:
    for reference in event.based_on:
        if isinstance(reference, Taken):
            yield _place(reference), Edge.BASED_ON, here
        elif reference.document is not None:
            yield Place(stream=reference.document), Edge.TELLS, here


def _proved_by(proof: Proof[Kept]) -> Iterator[Place[str]]:
    """What proved it, where that is no decision."""
    match proof:
        case ByAnswer():
            yield Place(stream=proof.referral)
        case ByEvaluation():
            yield Place(stream=proof.initiative)
        case ByDocument():
            yield Place(stream=proof.document)
        case ByDecision() | ByDay():
            return


def _place(taken: Taken) -> Place[str]:
    place = place_of(taken)
    assert place is not None
    return place


def _decisions_in(value: Any) -> Iterator[Taken]:
    """Every decision that a value names."""
    match value:
        case Taken():
            yield value
        case tuple():
            for each in value:
                yield from _decisions_in(each)
        case Struct():
            for name in value.__struct_fields__:
                yield from _decisions_in(getattr(value, name))


@cache
def _may_name_a_decision(hint: Any) -> bool:
    if hint is Taken:
        return True
    cls = get_origin(hint) or hint
    if isinstance(cls, type) and issubclass(cls, Struct):
        return any(_may_name_a_decision(each) for each in get_type_hints(cls).values())
    return any(_may_name_a_decision(each) for each in get_args(hint))


def _tells_of_an_edge(event: type[Event]) -> bool:
    return event in (Merged, Received) or _may_name_a_decision(event)


def show(key: str, row: Any, sight: Sight) -> Any:
    if isinstance(row, Promised) or sight.hides_event(row.made_in, row.version):
        return None
    shown = reveal(row, sight)
    return None if shown.thing is None or shown.other is None else shown


OF_OTHER_STREAMS: tuple[type[Event], ...] = tuple(
    event
    for kind in STREAMS
    if kind.name not in ("meeting", "redaction")
    for event in kind.events
    if _tells_of_an_edge(event)
)
"""Found by what they hold, so that an event that comes to name a decision is not forgotten."""

LINEAGE = View(
    name="lineage",
    version=5,
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
