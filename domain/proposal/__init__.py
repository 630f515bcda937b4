"""Proposal (forslag): a direction without money, with one fate: merged, parked, turned down, or chosen, budgeted and approved."""

from typing import Any

from domain.kernel import Asked, Event, Kind
from domain.nouns import commands_of, events_of
from domain.proposal import approval, coming, fate
from domain.proposal.approval import Approve, Approved, Budget, Budgeted, Withdraw, Withdrawn
from domain.proposal.coming import Form, Formed, Receive, Received
from domain.proposal.fate import (
    Choose,
    Chosen,
    Merge,
    Merged,
    Park,
    Parked,
    Rank,
    Ranked,
    Recommend,
    Recommended,
    TurnDown,
    TurnedDown,
)
from domain.proposal.state import SEALED, Alive, Fate, State
from domain.refusal import Reasons

__all__ = [
    "PROPOSAL", "SEALED", "Alive", "Approve", "Approved", "Budget", "Budgeted", "Choose", "Chosen", "Fate", "Form",
    "Formed", "Merge", "Merged", "Park", "Parked", "Rank", "Ranked", "Receive", "Received", "Recommend", "Recommended", "State",
    "TurnDown", "TurnedDown", "Withdraw", "Withdrawn",
]  # fmt: skip


def evolve(state: State, event: Any) -> State:
    if isinstance(event, coming.Events):
        return coming.evolve(event)
    assert isinstance(state, Alive)
    return fate.evolve(state, event) if isinstance(event, fate.Events) else approval.evolve(state, event)


def decide(command: Any, state: State, asked: Asked) -> tuple[Event, ...]:
    if isinstance(command, coming.Commands):
        return coming.decide(command, state, asked)
    assert isinstance(state, Alive)
    if isinstance(command, fate.Commands):
        return fate.decide(command, state, asked)
    return approval.decide(command, state, asked)


REFUSALS: Reasons = coming.REFUSALS | fate.REFUSALS | approval.REFUSALS

PROPOSAL = Kind(
    name="proposal",
    danish="forslag",
    events=events_of(coming, fate, approval),
    commands=commands_of(coming, fate, approval),
    decide=decide,
    evolve=evolve,
    refusals=REFUSALS,
)
