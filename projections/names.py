"""What is each thing called? One row per stream that people speak of; other views and sentences look names up here."""

from typing import Any, Generic

import msgspec
from msgspec import Struct

from domain.action import Assigned
from domain.agreement import Registered as AgreementRegistered
from domain.application import Submitted
from domain.body import Established as BodyEstablished
from domain.claims import OnDay
from domain.cluster import Established as ClusterEstablished
from domain.cluster import Renamed as ClusterRenamed
from domain.condition import Opened as ConditionOpened
from domain.dates import Day, Moment
from domain.document import Filed
from domain.fund import Opened as FundOpened
from domain.fund.winding import TakenOver as FundTakenOver
from domain.handing import HANDINGS
from domain.handing_over import TakenOver
from domain.indicator import Defined
from domain.initiative import Listed, Ordered
from domain.kernel import Recorded
from domain.mandate import PathSet
from domain.meeting.call import MeetingCalled, MeetingRegisteredAfterwards
from domain.meeting.moving import MeetingMoved
from domain.membership import SeatOpened
from domain.minutes.draft import MinutesDrafted
from domain.names import Label
from domain.party import Registered as PartyRegistered
from domain.party import Renamed
from domain.pathway_audit import Planned
from domain.person import Registered as PersonRegistered
from domain.plan import PlanDrafted
from domain.proposal import Formed, Received
from domain.referral import Received as ReferralReceived
from domain.referral import Sent
from domain.text import Kept, Sealed, T, TextAt
from projections.reveal import N, reveal
from projections.view import Get, Rows, Sight, View


class Name(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="name"):
    """The words a thing is called by; a meeting and its minutes are called by body and day, a membership by its body,
    a mandate by its subject."""

    words: T | None = None
    body: N | None = None
    starts_at: Moment | None = None
    held_on: Day | None = None
    """Of a meeting that was entered afterwards, where a paper names its day."""
    subject: Label | None = None
    """Of a mandate: what it is about."""


Row = Name[Kept, str]


def key_of(stream: str) -> str:
    return f"names|{stream}"


def evolve(get: Get, recorded: Recorded) -> Rows:
    event = recorded.event
    match event:
        case (
            PartyRegistered()
            | Renamed()
            | PersonRegistered()
            | ClusterEstablished()
            | ClusterRenamed()
            | BodyEstablished()
            | FundOpened()
            | FundTakenOver(name=Sealed() | TextAt())
            | Defined()
        ):
            name = Row(words=event.name)
        case Received() | Formed() | Listed() | Ordered() | PlanDrafted() | AgreementRegistered():
            name = Row(words=event.title)
        case Filed() | Planned():
            name = Row(words=event.subject)
        case Sent() | ReferralReceived():
            name = Row(words=event.question)
        case ConditionOpened():
            name = Row(words=event.words)
        case Assigned():
            name = Row(words=event.what)
        case Submitted():
            name = Row(words=event.purpose)
        case PathSet():
            name = Row(subject=event.subject)
        case SeatOpened():
            name = Row(body=event.body)
        case MeetingCalled():
            name = Row(body=event.body, starts_at=event.starts_at)
        case MeetingMoved():
            name = msgspec.structs.replace(get(key_of(recorded.stream)), starts_at=event.starts_at)
        case MeetingRegisteredAfterwards():
            name = Row(body=event.body, held_on=event.held.day if isinstance(event.held, OnDay) else None)
        case TakenOver():
            name = get(key_of(event.from_stream))
        case MinutesDrafted():
            name = get(key_of(event.meeting))
        case _:
            return {}
    key = key_of(recorded.stream)
    return {} if get(key) == name else {key: name}


def show(key: str, row: Any, sight: Sight) -> Any:
    return reveal(row, sight)


NAMES = View(
    name="names",
    version=8,
    row=Row,
    shown=Name[str | None, Any],
    folds=frozenset(
        {
            PartyRegistered,
            Renamed,
            PersonRegistered,
            ClusterEstablished,
            ClusterRenamed,
            BodyEstablished,
            FundOpened,
            FundTakenOver,
            AgreementRegistered,
            Defined,
            Planned,
            Received,
            Formed,
            Listed,
            Ordered,
            PlanDrafted,
            Filed,
            Sent,
            Submitted,
            ReferralReceived,
            ConditionOpened,
            MeetingCalled,
            MeetingRegisteredAfterwards,
            MeetingMoved,
            MinutesDrafted,
            PathSet,
            Assigned,
            SeatOpened,
            *(handing.taken_over for handing in HANDINGS.values()),
        }
    ),
    evolve=evolve,
    show=show,
)
