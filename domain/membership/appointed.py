"""Appointed (udpeget): the command that each effect of a decision on who sits where stands for."""

from collections.abc import Mapping
from typing import assert_never

from domain.appointing import Appoint, CallNominations, NameSubstitute, Vacate
from domain.decided import Taken
from domain.kernel import Command
from domain.membership import nominations, substitutes
from domain.membership.holders import FillSeat, VacateSeat
from domain.text import Kept, handed_on

Appointing = Appoint | Vacate | NameSubstitute | CallNominations[Kept]

COMMAND_OF: Mapping[type, type[Command]] = {
    Appoint: FillSeat,
    Vacate: VacateSeat,
    NameSubstitute: substitutes.NameSubstitute,
    CallNominations: nominations.CallNominations,
}


def command_of(effect: Appointing, decision: Taken) -> Command:
    """The one command an effect stands for; it goes to the effect's membership."""
    match effect:
        case Appoint():
            return FillSeat(
                seat=effect.seat,
                person=effect.person,
                from_on=effect.from_on,
                ceases_on=effect.ceases_on,
                decision=decision,
            )
        case Vacate():
            return VacateSeat(seat=effect.seat, cause=effect.cause, ceases_on=effect.ceases_on, decision=decision)
        case NameSubstitute():
            return substitutes.NameSubstitute(
                person=effect.person,
                stands_for=effect.stands_for,
                after=effect.after,
                from_on=effect.from_on,
                ceases_on=effect.ceases_on,
                decision=decision,
            )
        case CallNominations():
            return nominations.CallNominations(
                seats=effect.seats,
                from_parties=effect.from_parties,
                what=handed_on(effect.what),
                answer_by=effect.answer_by,
                decision=decision,
            )
        case _:
            assert_never(effect)
