"""What is still open here, who answers for it, and who takes it over? The estate (bo) of a cluster that ceases, or may.

Topic `{scope}/estate`. Keys: `end/{cluster}` once an end is decided; `{kind}/{name}`, a thing that is open or was handed over. What
has ended in any other way is gone from here. For chairs and secretariat: whoever winds the cluster up.
"""

from collections.abc import Callable, Mapping
from typing import Any, Generic

import msgspec
from msgspec import Struct

from domain import action, application, condition, fund, indicator, plan, proposal, referral
from domain.body import BodyClosed, Level
from domain.body import Established as BodyEstablished
from domain.dates import Day, day_of
from domain.deadline import Lapsed
from domain.dissolving import ClusterDissolved, DissolutionDecided, ThingsHandedOver
from domain.fund.winding import HandedOver as FundHandedOver
from domain.fund.winding import TakenOver as FundTakenOver
from domain.fund.winding import WoundUp as FundWoundUp
from domain.handing import HANDINGS
from domain.handing_over import HandedOver, TakenOver
from domain.initiative.ending import InitiativeEnded
from domain.initiative.ending import Merged as InitiativeMerged
from domain.initiative.ordering import Listed, Ordered
from domain.kernel import Event, Recorded
from domain.meeting.call import MeetingAdjourned, MeetingCalled
from domain.meeting.moving import MeetingCancelled
from domain.minutes.draft import MinutesDrafted, MinutesRevised
from domain.minutes.publication import MinutesPublished
from domain.names import kind_of, name_of, scope_of
from domain.text import Kept, T
from projections.reveal import N, reveal
from projections.view import Get, Named, Rows, Sight, View

OPEN, HANDED_OVER = "open", "handed-over"


class EndRow(Struct, Generic[T, N], frozen=True, kw_only=True, gc=False, tag="end"):
    """The end of a cluster: when it is, and whether it has come."""

    cluster: N
    ceases_on: Day
    """The first day on which it is no more."""
    successors: tuple[N, ...]
    decided_on: Day
    version: int
    position: int
    basis: T | None = None
    handed: int = 0
    """Things handed over so far."""
    dissolved_on: Day | None = None


class ThingRow(Struct, Generic[N], frozen=True, kw_only=True, gc=False, tag="thing"):
    """A thing that is open, or was handed over."""

    thing: N
    kind: str
    """By stored name: referral, condition, proposal, plan, initiative, application, action, indicator, fund, meeting, minutes,
    body."""
    state: str
    """open, handed-over"""
    since: Day
    position: int
    owner: N | None = None
    """The body or party it lies with, where that is told."""
    answer_by: Day | None = None
    missing: int | None = None
    """Answers that are still owed, of what is owed once."""
    successor: N | None = None
    """Where it goes on."""
    effective_on: Day | None = None
    from_stream: N | None = None
    """What it was before, in a cluster that has ceased."""
    ends_at: int | None = None
    """The version of its stream at which it was handed over."""


Row = EndRow[Kept, str] | ThingRow[str]
Shown = EndRow[str | None, Named] | ThingRow[Named]

OPENS: Mapping[type[Event], Callable[[Any], str | None]] = {
    referral.Sent: lambda event: event.to_body or event.to_party or event.from_body,
    referral.Received: lambda event: event.to_body,
    condition.Opened: lambda event: None,
    proposal.Received: lambda event: event.from_party,
    proposal.Formed: lambda event: None,
    plan.PlanDrafted: lambda event: event.by_body,
    Ordered: lambda event: event.by_body,
    Listed: lambda event: event.by[0] if event.by else None,
    application.Submitted: lambda event: event.applicant,
    action.Assigned: lambda event: event.report_to,
    indicator.Defined: lambda event: event.from_party,
    fund.Opened: lambda event: None,
    MeetingCalled: lambda event: event.body,
    MinutesDrafted: lambda event: None,
    MinutesRevised: lambda event: None,
    BodyEstablished: lambda event: event.parent,
}
"""What opens a thing, and with whom it lies then."""
ENDS: frozenset[type[Event]] = frozenset(
    {
        *(referral.Answered, referral.Declined, referral.Withdrawn),
        *(condition.Fulfilled, condition.Failed, condition.Waived, Lapsed),
        *(proposal.Merged, proposal.TurnedDown, proposal.Withdrawn, proposal.Approved),
        *(plan.PlanClosed, InitiativeEnded, InitiativeMerged),
        *(application.Accepted, application.TurnedDown, application.Withdrawn),
        *(action.Cancelled, FundWoundUp, MeetingAdjourned, MeetingCancelled, MinutesPublished, BodyClosed),
    }
)
"""What ends one, other than that somebody takes it over."""
HANDED: tuple[type[Event], ...] = (*(each.handed_over for each in HANDINGS.values()), FundHandedOver)
TAKEN: tuple[type[Event], ...] = (*(each.taken_over for each in HANDINGS.values()), FundTakenOver)


def evolve(get: Get, recorded: Recorded) -> Rows:
    event, thing = recorded.event, recorded.stream
    key = f"{scope_of(thing)}/estate|{kind_of(thing)}/{name_of(thing)}"
    match event:
        case DissolutionDecided() | ThingsHandedOver() | ClusterDissolved():
            return _end(get, event, recorded)
        case HandedOver() | FundHandedOver():
            return {key: _handed(get(key), event, recorded)}
        case TakenOver() | FundTakenOver():
            return {key: _taken(get, event, recorded)}
        case action.Replied():
            return _replied(get, key, event)
        case BodyEstablished(level=Level.EXTERNAL):
            return {}
        case _ if type(event) in ENDS:
            row = get(key)
            return {} if row is None or row.state == HANDED_OVER else {key: None}
        case _:
            return {} if get(key) is not None else {key: _opened(event, recorded)}


def _opened(event: Any, recorded: Recorded) -> ThingRow[str]:
    once = isinstance(event, action.Assigned) and event.recurs is None
    return ThingRow(
        thing=recorded.stream,
        kind=kind_of(recorded.stream),
        state=OPEN,
        since=day_of(recorded.recorded_at),
        position=recorded.position,
        owner=OPENS[type(event)](event),
        answer_by=getattr(event, "answer_by", None),
        missing=len(event.owed_by) if once else None,
    )


def _handed(row: Any, event: Any, recorded: Recorded) -> ThingRow[str]:
    successor = event.to_fund if isinstance(event, FundHandedOver) else event.successor
    changes = {"state": HANDED_OVER, "successor": successor, "effective_on": event.effective_on}
    handed: ThingRow[str] = msgspec.structs.replace(row, ends_at=recorded.version, **changes)
    return handed


def _taken(get: Get, event: Any, recorded: Recorded) -> ThingRow[str]:
    """A thing as it stood in the estate it comes from."""
    of = event.from_fund if isinstance(event, FundTakenOver) else event.from_stream
    there = get(f"{scope_of(of)}/estate|{kind_of(of)}/{name_of(of)}")
    carried = getattr(event, "carried", None)
    return ThingRow(
        thing=recorded.stream,
        kind=kind_of(recorded.stream),
        state=OPEN,
        since=day_of(recorded.recorded_at),
        position=recorded.position,
        owner=getattr(carried, "to_body", None) or getattr(carried, "report_to", None) or there.owner,
        answer_by=there.answer_by,
        missing=there.missing,
        from_stream=of,
    )


def _replied(get: Get, key: str, event: action.Replied) -> Rows:
    row = get(key)
    if row.missing is None:
        return {}
    left = row.missing - 1
    return {key: msgspec.structs.replace(row, missing=left) if left else None}


def _end(get: Get, event: Any, recorded: Recorded) -> Rows:
    key = f"{scope_of(recorded.stream)}/estate|end/{name_of(recorded.stream)}"
    match event:
        case ThingsHandedOver():
            row = get(key)
            return {key: msgspec.structs.replace(row, handed=row.handed + len(event.things))}
        case ClusterDissolved():
            return {key: msgspec.structs.replace(get(key), dissolved_on=day_of(recorded.recorded_at))}
    return {
        key: EndRow(
            cluster=recorded.stream,
            ceases_on=event.ceases_on,
            successors=event.successors,
            basis=event.basis,
            decided_on=day_of(recorded.recorded_at),
            version=recorded.version,
            position=recorded.position,
        )
    }


def show(key: str, row: Any, sight: Sight) -> Any:
    if not sight.mask.answers_for:
        return None
    if isinstance(row, EndRow):
        return reveal(row, sight)
    if sight.hides_stream(row.thing):
        return None
    if row.ends_at is not None and sight.hides_event(row.thing, row.ends_at):
        row = msgspec.structs.replace(row, state=OPEN, successor=None, effective_on=None, ends_at=None)
    return reveal(row, sight)


ESTATE = View(
    name="estate",
    version=1,
    row=Row,
    shown=Shown,
    folds=frozenset(
        {*OPENS, *ENDS, *HANDED, *TAKEN, action.Replied, DissolutionDecided, ThingsHandedOver, ClusterDissolved}
    ),
    evolve=evolve,
    show=show,
    closes=True,
    drafts=True,
)
