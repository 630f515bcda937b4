"""Confirming (ordrebekræftelse): the owner says what is delivered, by whom, where and when; the bodies approve it in order."""

from typing import assert_never

import msgspec

from domain.claims import DateNotStated, DateSaid
from domain.counts import Revision
from domain.decided import Taken
from domain.initiative.course import Started
from domain.initiative.state import Confirmation, Live, State
from domain.initiatives import Phase
from domain.kernel import Command, Event, Who
from domain.names import BodyId
from domain.text import Kept, Text

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
