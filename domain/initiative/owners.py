"""Owners (ejerskab): who answers for an initiative, who leads it, and which group or committee carries it."""

import msgspec

from domain.assurance import Assurance
from domain.authority import require_binding_step, require_decided
from domain.decided import DecisionRef, Taken
from domain.initiative.state import Live, State, still_open
from domain.kernel import Asked, Command, Event, Who, known, same_scope
from domain.names import BodyId, PartyId, PersonId
from domain.paths import Subject
from domain.planning import OwnersIfSaid
from domain.refusal import Refused
from domain.text import Kept, Text, keep_if

OWNERSHIP = (Subject.INITIATIVE_CONFIRMATION, Subject.ACTION_PLAN)
"""Whoever takes part in deciding about one of these may say who owns what."""

# --- events ---


class OwnerAssigned(Event, frozen=True, kw_only=True):
    """Who answers for an initiative."""

    tag = "initiative.owner-assigned"
    rank = 4
    unsettles = True
    da = "Ansvaret er placeret[; ejer: {owners}][; leder: {leader}][; gruppe: {group}]."
    en = "Whoever answers for it is named[; owner: {owners}][; leader: {leader}][; group: {group}]."

    owners: tuple[PartyId, ...]
    leader: PersonId | None = None
    group: BodyId | None = None
    decision: DecisionRef[Kept] | None = None


Events = OwnerAssigned


def evolve(state: State, event: Events) -> State:
    assert isinstance(state, Live)
    return msgspec.structs.replace(state, owners=event.owners, leader=event.leader, group=event.group)


# --- commands ---


class AssignOwner(Command, frozen=True, kw_only=True):
    """Sig, hvem der har ansvaret for indsatsen."""

    verb = "assign-owner"
    who = (Who.SECRETARIAT, Who.REACTION)
    gives = (OwnerAssigned,)

    owners: OwnersIfSaid = ()
    """Empty where no paper says who; a group carries it then."""
    leader: PersonId | None = None
    group: BodyId | None = None
    decision: DecisionRef[Text] | None = None

    def asks_for(self) -> Assurance:
        """Whoever leads sees what is open in the whole cluster, and answers for the initiative."""
        return self.assurance if self.leader is None else Assurance.SUBSTANTIAL


Commands = AssignOwner


def decide(command: Commands, state: State, asked: Asked) -> tuple[Event, ...]:
    live = still_open(state)
    if not command.owners and command.group is None:
        raise Refused("initiative.no-owner")
    known(asked, *command.owners, command.leader, command.group)
    same_scope(asked, command.group)
    if command.decision is not None:
        require_decided(asked, command.decision)
    if isinstance(command.decision, Taken):
        require_binding_step(asked, OWNERSHIP, command.decision)
    if (command.owners, command.leader, command.group) == (live.owners, live.leader, live.group):
        return ()
    return (
        OwnerAssigned(
            owners=command.owners,
            leader=command.leader,
            group=command.group,
            decision=keep_if(command.decision),
        ),
    )
