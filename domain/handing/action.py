"""What is owed is handed over with whoever owes it, and with the answers that have come: what recurs goes on."""

from msgspec import Struct

from domain import handing_over
from domain.bodies import acting
from domain.dates import Day
from domain.duty import Duty, Owed
from domain.effects import ByBody, Debtor
from domain.handing_over import Handing
from domain.kernel import See
from domain.names import ActionId, BodyId, Label, MeetingId
from domain.occurrences import Recurs
from domain.refusal import Reasons, Refused


class CarriedDuty(Struct, frozen=True, kw_only=True):
    """Who owes it for which occurrence; None: it is owed once."""

    debtor: Debtor
    occurrence: Label | None = None


class CarriedAction(Struct, frozen=True, kw_only=True):
    """All that an action's rules read. What is owed stands where it was assigned."""

    owed_by: tuple[Debtor, ...]
    report_to: BodyId
    answer_by: Day | None = None
    recurs: Recurs | None = None
    from_on: Day | None = None
    ceases_on: Day | None = None
    given_at: MeetingId | None = None
    replied: tuple[CarriedDuty, ...] = ()
    fallen_due: tuple[CarriedDuty, ...] = ()


class HandedOver(handing_over.HandedOver, frozen=True, kw_only=True):
    """What is owed lies with a successor."""

    tag = "action.handed-over"


class TakenOver(handing_over.TakenOver, frozen=True, kw_only=True):
    """What was assigned in a cluster before this one; it is still owed."""

    tag = "action.taken-over"

    carried: CarriedAction


class HandOver(handing_over.HandOver, frozen=True, kw_only=True):
    """Overdrag en opgave."""

    gives = (HandedOver,)

    successor: ActionId


class TakeOver(handing_over.TakeOver, frozen=True, kw_only=True):
    """Overtag en opgave."""

    gives = (TakenOver,)


def carry(state: Owed, see: See) -> CarriedAction:
    return CarriedAction(
        owed_by=tuple(_today(each, see) for each in state.by),
        report_to=acting(see, state.report_to),
        answer_by=state.answer_by,
        recurs=state.recurs,
        from_on=state.from_on,
        ceases_on=state.ceases_on,
        given_at=state.given_at,
        replied=_of_all(state.replied, state, see),
        fallen_due=_of_all(state.fallen_due, state, see),
    )


def _today(debtor: Debtor, see: See) -> Debtor:
    """A body that is closed owes it no more; its successor does."""
    return ByBody(body=acting(see, debtor.body)) if isinstance(debtor, ByBody) else debtor


def _of_all(duties: frozenset[Duty], state: Owed, see: See) -> tuple[CarriedDuty, ...]:
    """In order, since an event has one. What several owed that are one today is answered when each of them has."""
    carried = {
        CarriedDuty(debtor=_today(debtor, see), occurrence=occurrence): None
        for debtor, occurrence in duties
        if all((each, occurrence) in duties for each in state.by if _today(each, see) == _today(debtor, see))
    }
    return tuple(sorted(carried, key=lambda each: (each.occurrence or "", repr(each.debtor))))


def resume(event: TakenOver) -> Owed:
    carried = event.carried
    return Owed(
        by=tuple(dict.fromkeys(carried.owed_by)),
        report_to=carried.report_to,
        answer_by=carried.answer_by,
        recurs=carried.recurs,
        from_on=carried.from_on,
        ceases_on=carried.ceases_on,
        given_at=carried.given_at,
        replied=frozenset((each.debtor, each.occurrence) for each in carried.replied),
        fallen_due=frozenset((each.debtor, each.occurrence) for each in carried.fallen_due),
    )


HANDING = Handing(
    handed_over=HandedOver,
    taken_over=TakenOver,
    hand_over=HandOver,
    take_over=TakeOver,
    is_open=lambda state: isinstance(state, Owed),
    carry=carry,
    resume=resume,
    not_open=lambda: Refused("action.not-open"),
)

REFUSALS: Reasons = {
    "action.not-open": (
        "Opgaven er afsluttet; der er intet at overdrage.",
        "The action is done; there is nothing to hand over.",
    ),
}
