"""An initiative is handed over with whoever owns it, how far it has come, and what holds it.

It knows the conditions that hold it by the names they had, and they know theirs (`handing/condition.py`).
"""

from msgspec import Struct

from domain import handing_over
from domain.awaited import Extent, Stage
from domain.bodies import acting
from domain.colours import Colour
from domain.decided import Taken
from domain.handing_over import Handing, heir
from domain.initiative.state import Confirmation, Course, Ended, Live, NotReported, OffCourse, OnCourse, Standing
from domain.initiatives import Kind, Phase, StepState
from domain.kernel import See
from domain.names import BodyId, ConditionId, InitiativeId, LocalName, PartyId, PersonId, PlanId
from domain.refusal import Reasons, Refused


class CarriedConfirmation(Struct, frozen=True, kw_only=True):
    """The order confirmation in force."""

    revision: int
    approvals: tuple[Taken, ...] = ()
    returned: bool = False


class CarriedRemark(Struct, frozen=True, kw_only=True):
    """A remark that is open."""

    remark: LocalName
    by_body: BodyId


class CarriedHold(Struct, frozen=True, kw_only=True):
    """A condition that holds it, by the name it had."""

    condition: ConditionId
    extent: Extent


class CarriedInitiative(Struct, frozen=True, kw_only=True):
    """All that an initiative's rules read."""

    standing: Standing
    kind: Kind
    phase: Phase | None = None
    plan: PlanId | None = None
    orderer: BodyId | None = None
    owners: tuple[PartyId, ...] = ()
    leader: PersonId | None = None
    group: BodyId | None = None
    confirmation: CarriedConfirmation | None = None
    remarks: tuple[CarriedRemark, ...] = ()
    answered: tuple[LocalName, ...] = ()
    colour: Colour | None = None
    """As reported last; None: nobody has."""
    lies_with: BodyId | None = None
    chosen_by: BodyId | None = None
    lowered: bool = False
    ladder: tuple[StepState | None, ...] = ()
    evaluated: tuple[Stage, ...] = ()
    holds: tuple[CarriedHold, ...] = ()


class HandedOver(handing_over.HandedOver, frozen=True, kw_only=True):
    """An initiative lies with a successor."""

    tag = "initiative.handed-over"
    unsettles = True


class TakenOver(handing_over.TakenOver, frozen=True, kw_only=True):
    """An initiative that began in a cluster before this one."""

    tag = "initiative.taken-over"
    unsettles = True

    carried: CarriedInitiative


class HandOver(handing_over.HandOver, frozen=True, kw_only=True):
    """Overdrag en indsats."""

    gives = (HandedOver,)

    successor: InitiativeId


class TakeOver(handing_over.TakeOver, frozen=True, kw_only=True):
    """Overtag en indsats."""

    gives = (TakenOver,)


def carry(state: Live, see: See) -> CarriedInitiative:
    off_course = state.course if isinstance(state.course, OffCourse) else None
    return CarriedInitiative(
        standing=state.standing,
        kind=state.kind,
        phase=state.phase,
        plan=None if state.plan is None else heir(see, state.plan),
        orderer=_acting(see, state.orderer),
        owners=state.owners,
        leader=state.leader,
        group=_acting(see, state.group),
        confirmation=None if state.confirmation is None else _carried(state.confirmation),
        remarks=tuple(CarriedRemark(remark=name, by_body=acting(see, body)) for name, body in state.remarks.items()),
        answered=tuple(sorted(state.answered)),
        colour=_colour(state.course),
        lies_with=None if off_course is None else _acting(see, off_course.lies_with),
        chosen_by=_acting(see, state.chosen_by),
        lowered=state.lowered,
        ladder=state.ladder,
        evaluated=tuple(sorted(state.evaluated)),
        holds=tuple(CarriedHold(condition=each, extent=extent) for each, extent in state.holds.items()),
    )


def _acting(see: See, body: BodyId | None) -> BodyId | None:
    return None if body is None else acting(see, body)


def _carried(held: Confirmation) -> CarriedConfirmation:
    return CarriedConfirmation(revision=held.revision, approvals=held.approvals, returned=held.returned)


def _colour(course: Course) -> Colour | None:
    match course:
        case NotReported():
            return None
        case OnCourse():
            return Colour.GREEN
        case OffCourse():
            return course.colour


def resume(event: TakenOver) -> Live:
    carried = event.carried
    held = carried.confirmation
    return Live(
        standing=carried.standing,
        kind=carried.kind,
        phase=carried.phase,
        plan=carried.plan,
        orderer=carried.orderer,
        owners=carried.owners,
        leader=carried.leader,
        group=carried.group,
        confirmation=None
        if held is None
        else Confirmation(revision=held.revision, approvals=held.approvals, returned=held.returned),
        remarks={each.remark: each.by_body for each in carried.remarks},
        answered=frozenset(carried.answered),
        course=_course(carried),
        chosen_by=carried.chosen_by,
        lowered=carried.lowered,
        ladder=carried.ladder,
        evaluated=frozenset(carried.evaluated),
        holds={each.condition: each.extent for each in carried.holds},
    )


def _course(carried: CarriedInitiative) -> Course:
    if carried.colour is None:
        return NotReported()
    if carried.colour is Colour.GREEN:
        return OnCourse()
    return OffCourse(colour=carried.colour, lies_with=carried.lies_with)


HANDING = Handing(
    handed_over=HandedOver,
    taken_over=TakenOver,
    hand_over=HandOver,
    take_over=TakeOver,
    is_open=lambda state: isinstance(state, Live) and not isinstance(state, Ended),
    carry=carry,
    resume=resume,
    not_open=lambda: Refused("initiative.not-open"),
)

REFUSALS: Reasons = {
    "initiative.not-open": (
        "Indsatsen er afsluttet; der er intet at overdrage.",
        "The initiative has ended; there is nothing to hand over.",
    ),
}
