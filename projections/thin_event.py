"""A thin event: what happened, and where to read of it; never what was said. It goes to addresses of other systems, and in place of
an event that no frame holds.
"""

from msgspec import Struct

from domain.dates import moment_of
from domain.kernel import Recorded
from domain.names import scope_of
from projections.cloud_event import CloudEvent, type_of
from projections.trail import may_see
from projections.view import Sight


class ThinEvent(Struct, frozen=True, kw_only=True):
    """CloudEvents 1.0.2, structured JSON, without data."""

    specversion: str = "1.0"
    id: str
    source: str
    type: str
    subject: str
    time: str
    sequence: str
    """Sortable; only for comparing within one epoch."""
    dataref: str
    """Where whoever may see it reads of it, by the rights they have then."""


def thin_event(recorded: Recorded, sight: Sight, epoch: str, dataref: str) -> ThinEvent | None:
    """An event as it may be told; None where nothing may be told of it."""
    if not may_see(recorded, sight):
        return None
    return ThinEvent(
        id=f"{epoch}:{recorded.position}",
        source=f"/{scope_of(recorded.stream)}",
        type=type_of(recorded.event.__class__),
        subject=recorded.stream,
        time=moment_of(recorded.recorded_at),
        sequence=f"{recorded.position:013d}",
        dataref=dataref,
    )


def without_data(event: CloudEvent, dataref: str) -> ThinEvent:
    """An event as it was told to its reader, less all that was said."""
    return ThinEvent(
        id=event.id,
        source=event.source,
        type=event.type,
        subject=event.subject,
        time=event.time,
        sequence=event.sequence,
        dataref=dataref,
    )
