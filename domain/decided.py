"""References to decisions: one taken here, or one that a paper cites."""

from typing import Annotated, Generic

from msgspec import Meta, Struct

from domain.claims import DateSaid
from domain.names import DocumentId, Label, MeetingId
from domain.text import T

BASED_ON_MAX = 20


class Taken(Struct, frozen=True, kw_only=True, tag="taken", forbid_unknown_fields=True):
    """A decision in the record."""

    meeting: MeetingId
    decision: Label
    """Its number within the meeting, `3.1`."""

    @property
    def label(self) -> str:
        """`lillebaelt/meeting/…#3.1`, as a refusal names it."""
        return f"{self.meeting}#{self.decision}"


class Cited(Struct, Generic[T], frozen=True, kw_only=True, tag="cited", forbid_unknown_fields=True):
    """A decision known from a paper only. It gives authority in `mandate` and for organs outside the cluster, nowhere else."""

    who: T
    on: DateSaid[T]
    words: T
    document: DocumentId | None = None


DecisionRef = Taken | Cited[T]
BasedOn = Annotated[tuple[DecisionRef[T], ...], Meta(max_length=BASED_ON_MAX)]
