"""What an agreement's rules read: per party whether it has adopted, and from when to when the agreement holds for it."""

from msgspec import Struct

from domain.claims import DateSaid
from domain.dates import Day
from domain.decided import Taken
from domain.kernel import See, Unknown
from domain.names import AgreementId, BodyId, LocalName, PartyId
from domain.text import Kept
from domain.words import Word


class History(Word):
    """How much of an agreement's past is on record."""

    COMPLETE = "complete", "fuld"
    INCOMPLETE = "incomplete", "ufuldstændig"


class Beginning(Word):
    """How an agreement came to hold for a party."""

    NEW = "new", "ny"
    TRANSITION = "transition", "overgang"
    """From another agreement."""
    RESUMED = "resumed", "genoptaget"


class Adopted(Struct, frozen=True, kw_only=True):
    """An organ of the party has adopted the agreement (tiltrådt)."""

    organ: LocalName
    when: DateSaid[Kept]


class Period(Struct, frozen=True, kw_only=True):
    """A time in which the agreement holds for a party."""

    begins: DateSaid[Kept]
    how: Beginning
    ceases_on: Day | None = None
    suspended: bool = False
    """The end was set by a pause, not by the term agreed from the start."""


class Bond(Struct, frozen=True, kw_only=True):
    """How far a party is in it: invited, adopted, committed for periods."""

    adopted: Adopted | None = None
    periods: tuple[Period, ...] = ()


class Approval(Struct, frozen=True, kw_only=True):
    """One body's yes to the termination."""

    decision: Taken
    ceases_on: Day


class Termination(Struct, frozen=True, kw_only=True):
    """A proposal to terminate, and what has approved it so far."""

    approved: tuple[Approval, ...] = ()


class How(Word):
    """By what an agreement ended."""

    TERMINATED = "terminated", "opsagt"
    BY_LAW = "by-law", "bortfaldet ved lov"


class End(Struct, frozen=True, kw_only=True):
    """The first day on which the agreement binds nobody. It binds until then."""

    ceases_on: Day
    how: How


class Agreed(Struct, frozen=True, kw_only=True):
    """An agreement on record."""

    parties: dict[PartyId, Bond]
    history: History
    owner: BodyId | None = None
    termination: Termination | None = None
    end: End | None = None


State = Unknown | Agreed


def adopted_by(see: See, agreement: AgreementId, party: PartyId) -> bool:
    """Whether a party has adopted an agreement."""
    state = see(agreement)
    bond = state.parties.get(party) if isinstance(state, Agreed) else None
    return bond is not None and bond.adopted is not None
