"""A proposal is handed over with its fate so far. What it says stands where it came in."""

from msgspec import Struct

from domain import handing_over
from domain.handing_over import Handing
from domain.kernel import See
from domain.names import PartyId, ProposalId
from domain.proposal.state import Alive, Fate
from domain.refusal import Reasons, Refused

ENDED = frozenset({Fate.MERGED, Fate.TURNED_DOWN, Fate.APPROVED, Fate.WITHDRAWN})
"""Nothing comes after these."""


class CarriedProposal(Struct, frozen=True, kw_only=True):
    """Where it has come to, and whose it is."""

    fate: Fate
    from_party: PartyId | None = None


class HandedOver(handing_over.HandedOver, frozen=True, kw_only=True):
    """A proposal lies with a successor."""

    tag = "proposal.handed-over"


class TakenOver(handing_over.TakenOver, frozen=True, kw_only=True):
    """A proposal that came in or was formed in a cluster before this one."""

    tag = "proposal.taken-over"

    carried: CarriedProposal


class HandOver(handing_over.HandOver, frozen=True, kw_only=True):
    """Overdrag et forslag."""

    gives = (HandedOver,)

    successor: ProposalId


class TakeOver(handing_over.TakeOver, frozen=True, kw_only=True):
    """Overtag et forslag."""

    gives = (TakenOver,)


def carry(state: Alive, see: See) -> CarriedProposal:
    return CarriedProposal(fate=state.fate, from_party=state.from_party)


def resume(event: TakenOver) -> Alive:
    return Alive(fate=event.carried.fate, from_party=event.carried.from_party)


HANDING = Handing(
    handed_over=HandedOver,
    taken_over=TakenOver,
    hand_over=HandOver,
    take_over=TakeOver,
    is_open=lambda state: isinstance(state, Alive) and state.fate not in ENDED,
    carry=carry,
    resume=resume,
    not_open=lambda: Refused("proposal.not-open"),
)

REFUSALS: Reasons = {
    "proposal.not-open": (
        "Forslaget er afgjort; der er intet at overdrage.",
        "The proposal is decided; there is nothing to hand over.",
    ),
}
