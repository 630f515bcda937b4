"""What an initiative's rules read: how far it has come, who owns it, how it goes, and what holds it. Words are not kept."""

from enum import StrEnum

from msgspec import Struct

from domain import holding
from domain.awaited import Stage
from domain.decided import Taken
from domain.initiatives import Colour, Ending, Kind, Phase, StepState
from domain.kernel import See, Unknown
from domain.names import BodyId, InitiativeId, LocalName, PartyId, PersonId, PlanId


class Standing(StrEnum):
    """How far it has come towards work."""

    LISTED = "listed"
    """A paper tells of it, and in which phase it is."""
    ORDERED = "ordered"
    """A plan orders it; it has not begun."""
    UNDERWAY = "underway"
    PAUSED = "paused"


class NotReported(Struct, frozen=True):
    """Nobody has said yet how it goes."""


class OnCourse(Struct, frozen=True):
    """It is green."""


class OffCourse(Struct, frozen=True, kw_only=True):
    """It is yellow or red, and some body must act."""

    colour: Colour
    lies_with: BodyId | None
    """Who must act; None where nobody is on record as doing so."""


Course = NotReported | OnCourse | OffCourse


class Confirmation(Struct, frozen=True, kw_only=True):
    """The order confirmation in force, and the decisions that approve it."""

    revision: int
    approvals: tuple[Taken, ...] = ()
    returned: bool = False
    """Sent back: another must come."""


class Live(Struct, frozen=True, kw_only=True):
    """An initiative that has not ended."""

    standing: Standing
    kind: Kind = Kind.INITIATIVE
    phase: Phase | None = None
    """None: it has not begun."""
    plan: PlanId | None = None
    orderer: BodyId | None = None
    """Who ordered it; None: nobody did, a paper tells of it."""
    owners: tuple[PartyId, ...] = ()
    leader: PersonId | None = None
    group: BodyId | None = None
    """The working group or standing committee that carries it."""
    confirmation: Confirmation | None = None
    remarks: dict[LocalName, BodyId] = {}
    """Those that are open, and whose they are."""
    answered: frozenset[LocalName] = frozenset()
    course: Course = NotReported()
    chosen_by: BodyId | None = None
    """The body that chose it to begin, where that is said: whose one project at a time it is."""
    lowered: bool = False
    """It is given lower priority."""
    ladder: tuple[StepState | None, ...] = ()
    """How far each step of the commitment has come."""
    evaluated: frozenset[Stage] = frozenset()
    holds: holding.Holds = {}


class Ended(Live, frozen=True, kw_only=True):
    """It has ended; what was known of it stands."""

    how: Ending
    into: InitiativeId | None = None


State = Unknown | Live


def evaluated(see: See, initiative: InitiativeId, stage: Stage) -> bool:
    """Whether an initiative has been evaluated so far."""
    state = see(initiative)
    return isinstance(state, Live) and stage in state.evaluated


def owned_by(see: See, initiative: InitiativeId, group: BodyId) -> bool:
    """Whether a working group or a standing committee carries an initiative that has not ended."""
    state = see(initiative)
    return isinstance(state, Live) and not isinstance(state, Ended) and state.group == group
