"""What a referral's rules read: whom the question is to, when an answer is due, and how it ended. Words are not kept."""

from enum import StrEnum

from msgspec import Struct

from domain.bodies import acts_as
from domain.dates import Day
from domain.kernel import See, Unknown
from domain.names import BodyId, ItemId, MeetingId
from domain.refusal import Refused


class End(StrEnum):
    """How a question ended."""

    ANSWERED = "answered"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class Open(Struct, frozen=True, kw_only=True):
    """Awaits an answer; placed on an agenda or not."""

    from_body: BodyId | None = None
    """None: it came from outside."""
    to_body: BodyId | None
    """None: it is to a party or an outside organisation."""
    answer_by: Day | None = None
    """The last day on which an answer comes in time."""
    is_late: bool = False
    """That day has passed, and a reminder said so."""
    placed_at: tuple[MeetingId, ItemId] | None = None


class Closed(Struct, frozen=True, kw_only=True):
    """Ended; nothing more comes."""

    to_body: BodyId | None
    end: End = End.ANSWERED


State = Unknown | Open | Closed


def require_body(state: Open, body: BodyId, see: See) -> None:
    """Refuse a body that was not asked and is no successor of it. Whoever is no body answers by a paper, not by a decision."""
    if state.to_body is None:
        raise Refused("referral.needs-paper")
    if not acts_as(see, body, state.to_body):
        raise Refused("referral.other-body", body=state.to_body, other=body)
