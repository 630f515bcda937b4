"""Which thing led to which: the edges that each event tells of (vejen hertil). How they stand as rows: lineage.py."""

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from msgspec import Struct

from domain.awaited import ByAnswer, ByDay, ByDecision, ByDocument, ByEvaluation, Proof
from domain.condition import BlockAdded, Failed, Fulfilled
from domain.condition import Opened as ConditionOpened
from domain.decided import Cited, Taken
from domain.fund.allocations import Allocated, AllocationClosed
from domain.fund.announcements import EarmarkAnnounced
from domain.fund.earmarks import Earmarked
from domain.fund.grants import ContributionShared
from domain.fund.opening import OpenedWith
from domain.fund.registration import RegistrationMade
from domain.fund.releasing import EarmarkReleased
from domain.fund.resolving import ConditionMet, EarmarkReduced
from domain.fund.winding import HandedOver as FundHandedOver
from domain.handing_over import HandedOver
from domain.initiative import Evaluated, Listed, Ordered, RemarkAnswered, Remarked
from domain.initiative import Merged as InitiativeMerged
from domain.kernel import Event, Recorded
from domain.meeting.agenda import ItemAdded
from domain.meeting.call import MeetingRegisteredAfterwards
from domain.meeting.decision import DecisionRecorded
from domain.meeting.standing import DecisionSuperseded
from domain.names import DocumentId
from domain.proposal import Formed, Merged, Parked
from domain.referral import Answered, Declined, Received, Sent
from domain.streams import STREAMS
from domain.text import Kept
from domain.words import Word
from projections.blocked import blocked_place
from projections.reveal import Place, place_of


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
    ORDERS = "orders", "bestiller"
    REMARKS = "remarks-on", "har bemærkning til"
    APPROVES = "approves", "godkender"
    CHANGES = "changes", "ændrer"
    TERMINATES = "terminates", "opsiger"
    ENDS = "ends", "afslutter"
    APPLIES = "applies-for", "søger om"
    HANDS_OVER = "hands-over", "overdrages til"
    LINKED = "linked", "ses sammen med"
    TELLS = "tells", "er kilde til"
    LEADS_TO = "leads-to", "fører til"


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
    "plan.adopted": Edge.APPROVES,
    "plan.closed": Edge.ENDS,
    "initiative.ordered": Edge.ORDERS,
    "initiative.remarked": Edge.REMARKS,
    "initiative.remark-answered": Edge.ANSWERS,
    "initiative.confirmation-approved": Edge.APPROVES,
    "initiative.narrowed": Edge.CHANGES,
    "initiative.widened": Edge.CHANGES,
    "initiative.adapted": Edge.CHANGES,
    "initiative.spread": Edge.CHANGES,
    "initiative.prolonged": Edge.CHANGES,
    "initiative.ended": Edge.ENDS,
    **dict.fromkeys(
        (
            *("fund.grant-received", "fund.carried-over", "fund.contribution-shared", "fund.opened-with"),
            *("fund.earmarked", "fund.allocated", "fund.reversed", "fund.wound-up"),
            *("fund.threshold-set", "fund.criteria-set", "fund.ceiling-set", "fund.frames-set"),
        ),
        Edge.AUTHORISES,
    ),
    "fund.condition-met": Edge.RESOLVES,
    "fund.earmark-reduced": Edge.CHANGES,
    "fund.earmark-released": Edge.ENDS,
    "financing-key.agreed": Edge.AUTHORISES,
    "financing-key.ended": Edge.ENDS,
    "agreement.party-adopted": Edge.APPROVES,
    "agreement.scope-widened": Edge.CHANGES,
    "agreement.scope-narrowed": Edge.CHANGES,
    "agreement.adjusted": Edge.CHANGES,
    "agreement.termination-approved": Edge.TERMINATES,
    "agreement.ended-by-law": Edge.ENDS,
    "cluster.dissolution-decided": Edge.ENDS,
    "cluster.handed-over": Edge.AUTHORISES,
}
"""What the decision that an event of another stream names did to that stream; else it led to it."""


def edges(recorded: Recorded) -> Iterator[Ends]:
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
    here = _part(event, stream)
    kind = KIND_OF.get(event.tag, Edge.LEADS_TO)
    if not _says_again(event):
        yield from ((_place(taken), kind, here) for taken in dict.fromkeys(_decisions_in(event)))
    yield from _beside(event, here)
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


def _part(event: Event, stream: str) -> Place[str]:
    """The stream, or what lives inside it, that an event is about: a remark, an earmark, an allocation."""
    match event:
        case Remarked() | RemarkAnswered():
            return Place(stream=stream, part=event.remark)
        case EarmarkAnnounced() | Earmarked() | EarmarkReduced() | EarmarkReleased() | ConditionMet():
            return Place(stream=stream, part=event.earmark)
        case Allocated() | AllocationClosed() | OpenedWith():
            return Place(stream=stream, part=event.allocation)
        case _:
            return Place(stream=stream)


def _says_again(event: Event) -> bool:
    """Whether its decisions are told of by another event: the earmark it became of, the posting it comes to."""
    return isinstance(event, RegistrationMade) or (isinstance(event, Allocated) and event.earmark is not None)


def _beside(event: Event, here: Place[str]) -> Iterator[Ends]:
    """What led to a plan, an initiative or a posting beside decisions, and what followed from it."""
    match event:
        case Ordered():
            yield Place(stream=event.plan), Edge.ORDERS, here
        case Listed() | Evaluated() | EarmarkAnnounced() | AllocationClosed():
            yield from _told_by(event.document, here)
        case OpenedWith(source=Cited() as cited):
            yield from _told_by(cited.document, here)
        case Earmarked():
            yield Place(stream=event.application), Edge.APPLIES, here
            if event.proposal is not None:
                yield Place(stream=event.proposal), Edge.LEADS_TO, here
        case Allocated(earmark=None):
            yield Place(stream=event.application), Edge.APPLIES, here
        case ContributionShared():
            yield Place(stream=event.key), Edge.BASED_ON, here
        case InitiativeMerged():
            yield here, Edge.MERGED, Place(stream=event.into)
        case HandedOver():
            yield here, Edge.HANDS_OVER, Place(stream=event.successor)
        case FundHandedOver():
            yield here, Edge.HANDS_OVER, Place(stream=event.to_fund)


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
    return event in BESIDES or issubclass(event, HandedOver) or _may_name_a_decision(event)


BESIDES = (Merged, Received, Listed, Evaluated, EarmarkAnnounced, AllocationClosed, FundHandedOver)
"""Events that tell of an edge though they name no decision."""


OF_OTHER_STREAMS: tuple[type[Event], ...] = tuple(
    event
    for kind in STREAMS
    if kind.name not in ("meeting", "redaction")
    for event in kind.events
    if _tells_of_an_edge(event)
)
"""Found by what they hold, so that an event that comes to name a decision is not forgotten."""
