"""What an event is to other systems: a CloudEvent 1.0.2, as its reader may know it. One form for every way it travels."""

from functools import cache
from typing import Any

from msgspec import Struct

from domain.dates import moment_of
from domain.kernel import Event, Recorded
from domain.names import scope_of
from projections.sights import Sights
from projections.spoken import audited
from projections.trail import beginning, may_see, opened


class Giver(Struct, frozen=True, kw_only=True, gc=False):
    """Who gave the command, on which seat and by which rule of the policy."""

    person: str
    seat: str | None
    rule: str
    assurance: str | None
    """How surely they signed in; None where no sign-in was asked about."""


class Told(Struct, frozen=True, kw_only=True, gc=False):
    """An event as the reader may know it."""

    position: int
    version: int
    """Of its stream."""
    causation: int | None
    correlation: int
    by: Giver
    event: dict[str, Any]
    """Its own fields, as the event of this `type` has them; words that are private or erased are null."""
    da: str
    en: str


class CloudEvent(Struct, frozen=True, kw_only=True, gc=False):
    """CloudEvents 1.0.2, structured JSON."""

    specversion: str
    id: str
    source: str
    type: str
    subject: str
    time: str
    sequence: str
    """Sortable; only for comparing within one epoch."""
    data: Told
    datacontenttype: str = "application/json"


@cache
def type_of(event: type[Event]) -> str:
    """`dk.klynge.fund.allocated.v1`: what events of a class are called outside."""
    return f"dk.klynge.{event.tag}.v{event.v}"


def cloud_event(recorded: Recorded, sights: Sights, epoch: str) -> CloudEvent | None:
    """An event as the reader may see it; None where they may not."""
    eyes = sights.on(recorded)
    if eyes is None or not may_see(recorded, eyes):
        return None
    cause = eyes.cause(recorded)
    (da, en), payload = audited(recorded, eyes), opened(recorded.event, eyes)
    eyes.told()
    by = recorded.by
    return CloudEvent(
        specversion="1.0",
        id=f"{epoch}:{recorded.position}",
        source=f"/{scope_of(recorded.stream)}",
        type=type_of(recorded.event.__class__),
        subject=recorded.stream,
        time=moment_of(recorded.recorded_at),
        sequence=str(recorded.position).zfill(13),
        data=Told(
            position=recorded.position,
            version=recorded.version,
            causation=None if cause is None else cause.position,
            correlation=beginning(recorded, eyes),
            by=Giver(person=by.person, seat=by.seat, rule=by.rule, assurance=by.assurance),
            event=payload,
            da=da,
            en=en,
        ),
    )
