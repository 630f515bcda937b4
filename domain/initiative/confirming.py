"""Confirming (ordrebekræftelse): the owner says what is delivered, by whom, where and when; the bodies approve it in order."""

from typing import assert_never

import msgspec

from domain.assurance import Assurance
from domain.authority import days_of, in_effect, require_any_step
from domain.claims import DateNotStated, DateSaid
from domain.counts import Revision
from domain.decided import Taken
from domain.initiative import approvals
from domain.initiative.course import Started, begin
from domain.initiative.state import BEGINNING, Confirmation, Live, Standing, State, held_by, still_open
from domain.initiatives import Phase
from domain.kernel import Asked, Command, Event, Who, same_scope
from domain.names import BodyId, scope_of
from domain.paths import steps_held
from domain.refusal import Refused
from domain.text import Kept, Text, keep, said

# --- events ---


class OrderConfirmed(Event, frozen=True, kw_only=True):
    """The owner says what is delivered."""

    tag = "initiative.order-confirmed"
    rank = 4
    da = "Ordrebekræftelse {revision}: {what} – {by_whom}, {where}, {when}."
    en = "Order confirmation {revision}: {what} – {by_whom}, {where}, {when}."

    revision: int
    what: Kept
    by_whom: Kept
    where: Kept
    when: DateSaid[Kept]


class ConfirmationApproved(Event, frozen=True, kw_only=True):
    """A body on the path approves what will be delivered."""

    tag = "initiative.confirmation-approved"
    rank = 4
    da = "{by_body} har godkendt ordrebekræftelse {revision}."
    en = "{by_body} has approved order confirmation {revision}."

    by_body: BodyId
    revision: int
    decision: Taken


class ConfirmationReturned(Event, frozen=True, kw_only=True):
    """A body on the path wants another confirmation."""

    tag = "initiative.confirmation-returned"
    rank = 4
    da = "{by_body} sendte ordrebekræftelse {revision} tilbage: {reason}"
    en = "{by_body} returned order confirmation {revision}: {reason}"

    by_body: BodyId
    revision: int
    reason: Kept
    decision: Taken


Events = OrderConfirmed | ConfirmationApproved | ConfirmationReturned


def evolve(state: State, event: Events) -> State:
    assert isinstance(state, Live)
    match event:
        case OrderConfirmed():
            return msgspec.structs.replace(state, confirmation=Confirmation(revision=event.revision))
        case ConfirmationApproved():
            assert state.confirmation is not None
            approvals = (*state.confirmation.approvals, event.decision)
            return _with(state, approvals=approvals)
        case ConfirmationReturned():
            return _with(state, approvals=(), returned=True)
        case _:
            assert_never(event)


def _with(state: Live, **changes: object) -> Live:
    assert state.confirmation is not None
    confirmation = msgspec.structs.replace(state.confirmation, **changes)
    return msgspec.structs.replace(state, confirmation=confirmation)


# --- commands ---


class ConfirmOrder(Command, frozen=True, kw_only=True):
    """Bekræft ordren: hvad, hvem, hvor og hvornår."""

    verb = "confirm-order"
    who = (Who.OWNER,)
    gives = (OrderConfirmed,)
    assurance = Assurance.SUBSTANTIAL

    what: Text | None = None
    by_whom: Text | None = None
    where: Text | None = None
    when: DateSaid[Text] = DateNotStated()


class ApproveConfirmation(Command, frozen=True, kw_only=True):
    """Godkend ordrebekræftelsen."""

    verb = "approve-confirmation"
    who = (Who.REACTION,)
    gives = (ConfirmationApproved, Started)

    revision: Revision
    decision: Taken
    phase: Phase = Phase.ONGOING
    """In which it begins, once the last body has approved."""


class ReturnConfirmation(Command, frozen=True, kw_only=True):
    """Send ordrebekræftelsen tilbage."""

    verb = "return-confirmation"
    who = (Who.REACTION,)
    gives = (ConfirmationReturned,)

    revision: Revision
    reason: Text
    decision: Taken


Commands = ConfirmOrder | ApproveConfirmation | ReturnConfirmation


def decide(command: Commands, state: State, asked: Asked) -> tuple[Event, ...]:
    live = still_open(state)
    match command:
        case ConfirmOrder():
            return _confirm_order(command, live)
        case ApproveConfirmation():
            return _approve(command, live, asked)
        case ReturnConfirmation():
            body = _on_the_path(command.decision, asked)
            _standing_confirmation(command.revision, live)
            reason = said(command.reason)
            return (
                ConfirmationReturned(by_body=body, revision=command.revision, reason=reason, decision=command.decision),
            )
        case _:
            assert_never(command)


def _confirm_order(command: ConfirmOrder, live: Live) -> tuple[Event, ...]:
    if live.orderer is None:
        raise Refused("initiative.not-ordered")
    if not live.owners and live.group is None:
        raise Refused("initiative.not-owned")
    what, by_whom, where = command.what, command.by_whom, command.where
    if what is None:
        raise Refused("initiative.delivery-incomplete", field="hvad", field_en="what")
    if by_whom is None:
        raise Refused("initiative.delivery-incomplete", field="hvem", field_en="who")
    if where is None:
        raise Refused("initiative.delivery-incomplete", field="hvor", field_en="where")
    if isinstance(command.when, DateNotStated):
        raise Refused("initiative.delivery-incomplete", field="hvornår", field_en="when")
    return (
        OrderConfirmed(
            revision=1 if live.confirmation is None else live.confirmation.revision + 1,
            what=said(what),
            by_whom=said(by_whom),
            where=said(where),
            when=keep(command.when),
        ),
    )


def _on_the_path(decision: Taken, asked: Asked) -> BodyId:
    """The body of a decision, which has a step of the path. What is returned is no yes, but it is the body's to say."""
    same_scope(asked, decision.meeting)
    body, taken = in_effect(asked.see, decision)
    steps_held(asked.see, scope_of(asked.stream), approvals.SUBJECT, body, days_of(decision, taken))
    return body


def _standing_confirmation(revision: int, live: Live) -> Confirmation:
    """The confirmation that waits to be approved. Raises Refused `initiative.not-confirmed`, `initiative.revision-stale`."""
    confirmation = live.confirmation
    if confirmation is None:
        raise Refused("initiative.not-confirmed")
    if revision != confirmation.revision:
        raise Refused("initiative.revision-stale", revision=revision, latest=confirmation.revision)
    if confirmation.returned:
        raise Refused("initiative.was-returned", revision=revision)
    return confirmation


def _approve(command: ApproveConfirmation, live: Live, asked: Asked) -> tuple[Event, ...]:
    require_any_step(asked, approvals.SUBJECT, command.decision)
    body = _on_the_path(command.decision, asked)
    confirmation = _standing_confirmation(command.revision, live)
    for by_body in live.remarks.values():
        raise Refused("initiative.remark-open", body=by_body)
    approves_now, is_last = approvals.approves(confirmation, command.decision, asked)
    if not approves_now:
        return ()
    approved = ConfirmationApproved(by_body=body, revision=command.revision, decision=command.decision)
    begins = is_last and live.standing is Standing.ORDERED and held_by(live, BEGINNING) is None
    return (approved, begin(command.phase, None, command.decision, asked)) if begins else (approved,)
