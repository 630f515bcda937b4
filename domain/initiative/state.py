"""What an initiative's rules read: how far it has come, who owns it, how it goes, and what holds it. Words are not kept."""

from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct

from domain import holding
from domain.awaited import Extent, Stage
from domain.colours import Colour
from domain.decided import Taken
from domain.initiatives import Ending, Kind, Phase, StepState
from domain.kernel import See, Unknown
from domain.names import BodyId, ConditionId, InitiativeId, LocalName, PartyId, PersonId, PlanId
from domain.refusal import Refused


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

    how: Ending | None = None
    """None: it is part of another."""
    into: InitiativeId | None = None


State = Unknown | Live


def still_open(state: State) -> Live:
    """The initiative. Raises Refused `initiative.already-ended`."""
    assert isinstance(state, Live)
    if isinstance(state, Ended):
        raise Refused("initiative.already-ended")
    return state


def at_work(state: State) -> Live:
    """The initiative while it is worked on. Raises Refused `initiative.already-ended`, `initiative.not-underway`."""
    live = still_open(state)
    if live.standing is not Standing.UNDERWAY:
        raise Refused("initiative.not-underway")
    return live


def begun(state: State) -> Live:
    """The initiative once it is at work, if only as a paper tells. Raises Refused as `at_work`."""
    live = still_open(state)
    if live.standing not in (Standing.UNDERWAY, Standing.LISTED):
        raise Refused("initiative.not-underway")
    return live


BEGINNING = (Extent.ALL, Extent.PLANNING)
"""What of it holds back that it begins, or goes on after a pause."""


def held_by(state: Live, extents: Iterable[Extent]) -> ConditionId | None:
    """A condition that holds as much of it back."""
    return min((condition for condition, extent in state.holds.items() if extent in extents), default=None)


def require_free(state: Live, extents: Iterable[Extent] = BEGINNING) -> None:
    """Refuse what is held back until a condition is settled. Raises Refused `initiative.on-hold`."""
    condition = held_by(state, extents)
    if condition is not None:
        raise Refused("initiative.on-hold", condition=condition)


def evaluated(see: See, initiative: InitiativeId, stage: Stage) -> bool:
    """Whether an initiative has been evaluated so far."""
    state = see(initiative)
    return isinstance(state, Live) and stage in state.evaluated
