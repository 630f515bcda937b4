"""Fate (skæbne): what becomes of a proposal on its way to a choice: ranked, merged, parked, recommended, chosen, turned down."""

from typing import assert_never

import msgspec

from domain.authority import decided_by_holder, in_effect, require_any_step, require_settled, require_yes
from domain.decided import Taken
from domain.kernel import Asked, Command, Event, Who, known, same_scope
from domain.names import BodyId, ProposalId, scope_of
from domain.outcomes import RECOMMEND, Order, Strength
from domain.paths import steps_held
from domain.proposal.state import CHOOSE, SEALED, SUBJECT, Alive, Fate
from domain.refusal import Refused
from domain.text import Kept, Text, said, said_if

# --- events ---


class Ranked(Event, frozen=True, kw_only=True):
    """A body says how much it wants the proposal."""

    tag = "proposal.ranked"
    rank = 4
    da = "{by_body} har prioriteret forslaget[ som nummer {order}][ ved {decision}].[ {reason}]"
    en = "{by_body} has ranked the proposal[ as number {order}][ by {decision}].[ {reason}]"

    by_body: BodyId
    order: int | None = None
    """None: it was spoken for, with no number."""
    reason: Kept | None = None
    decision: Taken | None = None


class Merged(Event, frozen=True, kw_only=True):
    """A proposal is now part of another."""

    tag = "proposal.merged"
    rank = 5
    da = "Indgår nu i {into}."
    en = "Now part of {into}."

    into: ProposalId


class Parked(Event, frozen=True, kw_only=True):
    """A proposal rests."""

    tag = "proposal.parked"
    rank = 5
    da = "Sat i bero: {reason}[ Ses sammen med {linked_to}.]"
    en = "Parked: {reason}[ Seen together with {linked_to}.]"

    reason: Kept
    linked_to: ProposalId | None = None
    decision: Taken | None = None


class Recommended(Event, frozen=True, kw_only=True):
    """A body recommends the proposal to another."""

    tag = "proposal.recommended"
    rank = 5
    da = "Indstillet til {to_body} ({strength})."
    en = "Recommended to {to_body} ({strength})."

    to_body: BodyId
    strength: Strength
    decision: Taken


class Chosen(Event, frozen=True, kw_only=True):
    """The body whose choice it is chose the proposal."""

    tag = "proposal.chosen"
    rank = 5
    da = "Valgt ved {decision}."
    en = "Chosen by {decision}."

    decision: Taken


class TurnedDown(Event, frozen=True, kw_only=True):
    """The proposal was not chosen."""

    tag = "proposal.turned-down"
    rank = 5
    da = "Ikke valgt: {reason}"
    en = "Not chosen: {reason}"

    reason: Kept
    decision: Taken


Events = Ranked | Merged | Parked | Recommended | Chosen | TurnedDown


def evolve(state: Alive, event: Events) -> Alive:
    return msgspec.structs.replace(state, fate=_fate(state, event))


def _fate(state: Alive, event: Events) -> Fate:
    match event:
        case Ranked():
            return state.fate if state.fate is Fate.RECOMMENDED else Fate.RANKED
        case Merged():
            return Fate.MERGED
        case Parked():
            return Fate.PARKED
        case Recommended():
            return Fate.RECOMMENDED
        case Chosen():
            return Fate.CHOSEN
        case TurnedDown():
            return Fate.TURNED_DOWN
        case _:
            assert_never(event)


# --- commands ---


class Rank(Command, frozen=True, kw_only=True):
    """Prioritér et forslag."""

    verb = "rank"
    who = (Who.SECRETARIAT, Who.REACTION)
    gives = (Ranked,)

    by_body: BodyId
    order: Order | None = None
    reason: Text | None = None
    decision: Taken | None = None


class Merge(Command, frozen=True, kw_only=True):
    """Forslaget indgår i et andet."""

    verb = "merge"
    who = (Who.REACTION,)
    gives = (Merged,)

    into: ProposalId


class Park(Command, frozen=True, kw_only=True):
    """Sæt et forslag i bero."""

    verb = "park"
    who = (Who.SECRETARIAT, Who.REACTION)
    gives = (Parked,)

    reason: Text
    linked_to: ProposalId | None = None
    decision: Taken | None = None


class Recommend(Command, frozen=True, kw_only=True):
    """Indstil et forslag."""

    verb = "recommend"
    who = (Who.REACTION,)
    gives = (Recommended,)

    to_body: BodyId
    strength: Strength
    decision: Taken


class Choose(Command, frozen=True, kw_only=True):
    """Vælg et forslag."""

    verb = "choose"
    who = (Who.REACTION,)
    gives = (Chosen,)

    decision: Taken


class TurnDown(Command, frozen=True, kw_only=True):
    """Fravælg et forslag."""

    verb = "turn-down"
    who = (Who.REACTION,)
    gives = (TurnedDown,)

    reason: Text
    decision: Taken


Commands = Rank | Merge | Park | Recommend | Choose | TurnDown


def decide(command: Commands, state: Alive, asked: Asked) -> tuple[Event, ...]:
    require_open(state)
    match command:
        case Rank():
            return _rank(command, asked)
        case Merge():
            return (Merged(into=command.into),)
        case Park():
            known(asked, command.linked_to)
            if command.decision is not None:
                require_any_step(asked, SUBJECT, command.decision)
            reason = said(command.reason)
            return (Parked(reason=reason, linked_to=command.linked_to, decision=command.decision),)
        case Recommend():
            known(asked, command.to_body)
            require_yes(decided_by_holder(asked, SUBJECT, RECOMMEND, command.decision), RECOMMEND)
            return (Recommended(to_body=command.to_body, strength=command.strength, decision=command.decision),)
        case Choose():
            require_yes(decided_by_holder(asked, SUBJECT, CHOOSE, command.decision), CHOOSE)
            if state.fate is not Fate.RECOMMENDED:
                raise Refused("proposal.not-recommended", proposal=asked.stream)
            return (Chosen(decision=command.decision),)
        case TurnDown():
            require_settled(decided_by_holder(asked, SUBJECT, CHOOSE, command.decision), CHOOSE)
            return (TurnedDown(reason=said(command.reason), decision=command.decision),)
        case _:
            assert_never(command)


def require_open(state: Alive) -> None:
    """Refuse what has come to its choice or its end."""
    if state.fate in SEALED:
        raise Refused("proposal.fate-sealed", state=state.fate.da, state_en=state.fate.en)


def _rank(command: Rank, asked: Asked) -> tuple[Event, ...]:
    """Whoever takes part in deciding may say how much they want it; a decision says it for the body that took it."""
    known(asked, command.by_body)
    same_scope(asked, command.by_body)
    if command.decision is None:
        steps_held(asked.see, scope_of(asked.stream), SUBJECT, command.by_body, (asked.today, asked.today))
    else:
        body = in_effect(asked.see, command.decision)[0]
        if body != command.by_body:
            raise Refused("proposal.other-body", body=body, other=command.by_body)
        require_any_step(asked, SUBJECT, command.decision)
    return (
        Ranked(by_body=command.by_body, order=command.order, reason=said_if(command.reason), decision=command.decision),
    )


REFUSALS = {
    "proposal.other-body": (
        "Beslutningen er truffet af {body}, ikke af {other}.",
        "The decision was taken by {body}, not by {other}.",
    ),
    "proposal.fate-sealed": ("Forslaget er {state}.", "The proposal is {state_en}."),
    "proposal.not-recommended": (
        "Forslaget {proposal} er ikke indstillet.",
        "The proposal {proposal} is not recommended.",
    ),
}
