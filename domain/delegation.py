"""Delegation (bemyndigelse): a body leaves a step that it holds to another, from a day to a day.

Part of the stream `mandate`, whose own file sends its commands and events here.
"""

from typing import assert_never

import msgspec

from domain.assurance import Assurance
from domain.authority import begins, deciding_body
from domain.dates import Day
from domain.decided import DecisionRef
from domain.kernel import Asked, Command, Event, Who, known, same_scope
from domain.names import BodyId, Label
from domain.paths import Delegation, Paths, delegated_on, holder_in, may_end, path_on
from domain.refusal import Refused
from domain.text import Kept, Text, keep, said_if

# --- events ---


class Delegated(Event, frozen=True, kw_only=True):
    """The body that holds a step leaves it to another (bemyndigelse)."""

    tag = "mandate.delegated"
    rank = 4
    da = "{from_body} overlader »{step}« til {to_body}[ fra {from_on}][ indtil {ceases_on}].[ {terms}]"
    en = "{from_body} leaves “{step}” to {to_body}[ from {from_on}][ until {ceases_on}].[ {terms}]"

    step: Label
    from_body: BodyId
    to_body: BodyId
    source: DecisionRef[Kept]
    terms: Kept | None = None
    from_on: Day | None = None
    ceases_on: Day | None = None


class DelegationEnded(Event, frozen=True, kw_only=True):
    """The step is back with the body that holds it."""

    tag = "mandate.delegation-ended"
    rank = 4
    da = "{to_body} har ikke længere »{step}« pr. {ceases_on}."
    en = "{to_body} no longer has “{step}” from {ceases_on}."

    step: Label
    to_body: BodyId
    ceases_on: Day
    source: DecisionRef[Kept]


Events = Delegated | DelegationEnded


def evolve(state: Paths, event: Events) -> Paths:
    match event:
        case Delegated():
            delegation = Delegation(
                step=event.step,
                from_body=event.from_body,
                to_body=event.to_body,
                from_on=event.from_on,
                ceases_on=event.ceases_on,
            )
            return msgspec.structs.replace(state, delegations=(*state.delegations, delegation))
        case DelegationEnded():
            ended = tuple(_ended(each, event) for each in state.delegations)
            return msgspec.structs.replace(state, delegations=ended)
        case _:
            assert_never(event)


def _ended(delegation: Delegation, event: DelegationEnded) -> Delegation:
    if not may_end(delegation, event.step, event.to_body, event.ceases_on):
        return delegation
    return msgspec.structs.replace(delegation, ceases_on=event.ceases_on)


# --- commands ---


class Delegate(Command, frozen=True, kw_only=True):
    """Overlad et trin til et andet forum."""

    verb = "delegate"
    who = (Who.SECRETARIAT, Who.REACTION)
    gives = (Delegated,)
    assurance = Assurance.SUBSTANTIAL

    step: Label
    from_body: BodyId
    to_body: BodyId
    source: DecisionRef[Text]
    terms: Text | None = None
    from_on: Day | None = None
    ceases_on: Day | None = None


class EndDelegation(Command, frozen=True, kw_only=True):
    """Tag et trin tilbage."""

    verb = "end-delegation"
    who = (Who.SECRETARIAT, Who.REACTION)
    gives = (DelegationEnded,)
    assurance = Assurance.SUBSTANTIAL

    step: Label
    to_body: BodyId
    ceases_on: Day
    source: DecisionRef[Text]


Commands = Delegate | EndDelegation


def decide(command: Commands, state: Paths, asked: Asked) -> tuple[Event, ...]:
    match command:
        case Delegate():
            return _delegate(command, state, asked)
        case EndDelegation():
            return _end_delegation(command, state, asked)
        case _:
            assert_never(command)


def _delegate(command: Delegate, state: Paths, asked: Asked) -> tuple[Event, ...]:
    known(asked, command.to_body)
    same_scope(asked, command.to_body)
    from_on = begins(command.source, command.from_on, asked)
    on = from_on or asked.today
    path = path_on(state, on)
    holder = None if path is None else holder_in(path, command.step)
    if holder is None:
        raise Refused("mandate.step-unknown", step=command.step, subject=state.subject)
    _require_holder(command.from_body, holder, command.step, state, on)
    body = deciding_body(asked, command.source)
    if body is not None:  # a paper may tell of what the body did that it names
        _require_holder(body, holder, command.step, state, on)
    standing = delegated_on(state, command.step, holder, on)
    if command.to_body == holder:
        return ()
    if standing is not None:
        if (standing.to_body, standing.ceases_on) == (command.to_body, command.ceases_on):
            return ()
        raise Refused("mandate.already-delegated", step=command.step, body=standing.to_body)
    return (
        Delegated(
            step=command.step,
            from_body=command.from_body,
            to_body=command.to_body,
            source=keep(command.source),
            terms=said_if(command.terms),
            from_on=from_on,
            ceases_on=command.ceases_on,
        ),
    )


def _require_holder(body: BodyId, holder: BodyId, step: Label, state: Paths, on: Day) -> None:
    if body == holder:
        return
    standing = delegated_on(state, step, holder, on)
    if standing is not None and standing.to_body == body:
        raise Refused("mandate.sub-delegation", step=step)
    raise Refused("mandate.not-yours", body=holder, subject=state.subject)


def _end_delegation(command: EndDelegation, state: Paths, asked: Asked) -> tuple[Event, ...]:
    mine = [each for each in state.delegations if (each.step, each.to_body) == (command.step, command.to_body)]
    if any(each.ceases_on == command.ceases_on for each in mine):
        return ()
    standing = [each for each in mine if may_end(each, command.step, command.to_body, command.ceases_on)]
    if not standing:
        raise Refused("mandate.not-delegated", step=command.step, body=command.to_body)
    body = deciding_body(asked, command.source)
    if body not in (None, standing[0].from_body):
        raise Refused("mandate.not-yours", body=standing[0].from_body, subject=state.subject)
    source = keep(command.source)
    return (DelegationEnded(step=command.step, to_body=command.to_body, ceases_on=command.ceases_on, source=source),)


REFUSALS = {
    "mandate.step-unknown": ("Vejen for {subject} har intet trin »{step}«.", "The path for {subject} has no step “{step}”."),
    "mandate.sub-delegation": ("»{step}« er selv overladt og kan ikke overlades videre.",
                               "“{step}” was itself left to this body and cannot be left to another."),
    "mandate.already-delegated": ("»{step}« er allerede overladt til {body}; tag det tilbage først.",
                                  "“{step}” is left to {body} already; take it back first."),
    "mandate.not-delegated": ("Der er ingen delegation af »{step}« til {body}.", "There is no delegation of “{step}” to {body}."),
    "mandate.not-yours": ("Kun {body} kan ændre, hvem der beslutter om {subject}.",
                          "Only {body} can change who decides about {subject}."),
}  # fmt: skip
