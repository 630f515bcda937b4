"""What follows from effects that organise: each is one command to a body or a mandate, with the decision as its source."""

from collections.abc import Mapping
from typing import Any

from domain import body, delegation, mandate
from domain.decided import Taken
from domain.kernel import Command, See
from domain.organising import CloseBody, Delegate, EndDelegation, EstablishBody, GiveTask, SetPath
from domain.text import Kept, handed_on

COMMAND_OF: Mapping[type, type[Command]] = {
    EstablishBody: body.Establish,
    GiveTask: body.GiveTask,
    CloseBody: body.CloseBody,
    SetPath: mandate.SetPath,
    Delegate: delegation.Delegate,
    EndDelegation: delegation.EndDelegation,
}
"""effect of a decision -> the command it stands for"""


def command_of(effect: Any, taken: Taken, see: See) -> tuple[str, Command]:
    """The stream a command goes to, and the command."""
    match effect:
        case EstablishBody():
            return effect.body, _establish(effect, taken, see)
        case GiveTask():
            return effect.body, body.GiveTask(task=handed_on(effect.task), decision=taken)
        case CloseBody():
            return effect.body, body.CloseBody(ceases_on=effect.ceases_on, successor=effect.successor, decision=taken)
        case SetPath():
            return effect.mandate, mandate.SetPath(
                subject=effect.subject,
                steps=effect.steps,
                source=taken,
                terms=_handed_on_if(effect.terms),
                from_on=effect.from_on,
            )
        case Delegate():
            return effect.mandate, delegation.Delegate(
                step=effect.step,
                from_body=see(taken.meeting).body,
                to_body=effect.to_body,
                source=taken,
                terms=_handed_on_if(effect.terms),
                from_on=effect.from_on,
                ceases_on=effect.ceases_on,
            )
        case EndDelegation():
            return effect.mandate, delegation.EndDelegation(
                step=effect.step, to_body=effect.to_body, ceases_on=effect.ceases_on, source=taken
            )
    raise AssertionError(effect)


def _establish(effect: EstablishBody[Kept], taken: Taken, see: See) -> body.Establish:
    seats: Any = effect.seats  # their words are where the decision said them
    return body.Establish(
        name=handed_on(effect.name),
        level=effect.level,
        membership=effect.membership,
        chairs=effect.chairs,
        seats=seats,
        parent=effect.parent or see(taken.meeting).body,
        task=_handed_on_if(effect.task),
        from_on=effect.from_on,
        source=taken,
        secretariat=effect.secretariat,
    )


def _handed_on_if(text: Kept | None) -> str | None:
    return None if text is None else handed_on(text)
