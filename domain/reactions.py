"""Reactions (domain-model §3): what must follow from an event, in the same transaction.

One command at the door, everything that follows at once; a refused reaction refuses the whole command. Every tag has a rank
and reactions only lead upwards, so chains end.
"""

from collections.abc import Mapping
from typing import Any

from domain import (
    action,
    application,
    body,
    condition,
    erasure,
    held_back,
    holding,
    initiative,
    meeting,
    membership,
    plan,
    planned,
    proposal,
    referral,
    spent,
)
from domain.agreement import PartyAdopted
from domain.awaited import (
    ByAdoption,
    ByAnswer,
    ByEvaluation,
    DecisionBlocked,
    EarmarkBlocked,
)
from domain.body import BodyClosed, Established
from domain.deadline import Lapsed
from domain.decided import Taken
from domain.dissolving import ThingsHandedOver
from domain.effected import COMMAND_OF, asked_of_itself, command_of, opening_of
from domain.effects import AT_ONCE_ONLY
from domain.erased import Erase
from domain.fund import Allocated, EarmarkAnnounced, Earmarked
from domain.fund import HandedOver as FundHandedOver
from domain.handing import following
from domain.handing.initiative import TakenOver as InitiativeTakenOver
from domain.handing_over import HandedOver
from domain.kernel import Command, Event, Recorded, See
from domain.meeting.agenda import ItemAdded
from domain.meeting.decision import DecisionRecorded
from domain.meeting.floor import ItemSettled
from domain.meeting.promised import ItemPostponed, ItemReopened
from domain.meeting.standing import DecisionTookEffect
from domain.membership import NominationsCalled, seats_follow
from domain.person import DeathRecorded
from domain.text import handed_on

REACTIONS_MAX = 400
"""Per command at the door."""

Reaction = tuple[str, Command]
"""The stream a command goes to, and the command."""

LEADS_TO: Mapping[type[Event], tuple[type[Command], ...]] = {
    DecisionRecorded: (*COMMAND_OF.values(), condition.Block, meeting.standing.MarkSuperseded),
    DecisionTookEffect: tuple(each for effect, each in COMMAND_OF.items() if effect not in AT_ONCE_ONLY),
    ItemAdded: (referral.Place,),
    ItemSettled: (condition.Block,),
    ItemPostponed: (referral.Send,),
    ItemReopened: (referral.Withdraw,),
    referral.Answered: (condition.Resolve,),
    initiative.Evaluated: (condition.Resolve,),
    PartyAdopted: (condition.Resolve,),
    condition.Opened: (holding.Hold,),
    condition.BlockAdded: (holding.Hold,),
    condition.Fulfilled: held_back.WHEN_MET,
    condition.Waived: held_back.WHEN_MET,
    condition.Failed: held_back.WHEN_NOT,
    Lapsed: held_back.WHEN_NOT,
    Established: (membership.OpenSeat,),
    plan.PlanAdopted: (initiative.Order,),
    initiative.Remarked: (referral.Send,),
    initiative.Narrowed: (referral.Send,),
    initiative.Started: (body.TakeSlot,),
    initiative.Merged: (body.FreeSlot,),
    initiative.InitiativeEnded: (body.FreeSlot,),
    BodyClosed: (membership.CloseSeats,),
    EarmarkAnnounced: (condition.Open, condition.Block),
    Earmarked: (condition.Open, condition.Block),
    Allocated: (application.Accept,),
    proposal.Formed: (proposal.Merge,),
    erasure.Confirmed: (Erase,),
    erasure.Repeated: (Erase,),
    DeathRecorded: (membership.VacateSeat, membership.EndSubstitute),
    NominationsCalled: (action.Assign,),
    **following.LEADS_TO,
    InitiativeTakenOver: (body.TakeSlot,),
}
"""event -> all that can follow from it; nothing follows from any other. That ranks only rise is seen here."""


def react(recorded: Recorded, see: See) -> tuple[Reaction, ...]:
    """The commands that follow from an event, in order. Its texts are `TextAt`, which the commands carry on."""
    return tuple(following.to_heir(each, see) for each in _follows(recorded, see))


def _follows(recorded: Recorded, see: See) -> tuple[Reaction, ...]:
    event, stream = recorded.event, recorded.stream
    match event:
        case DecisionRecorded():
            return _decided(event, stream, see)
        case DecisionTookEffect():
            return _took_effect(event, stream, see)
        case ItemAdded(answers_referral=str() as asked):
            return ((asked, referral.Place(meeting=stream, item=event.item)),)
        case ItemSettled():
            return held_back.recommendations_held(event, stream, see)
        case ItemPostponed():
            return ((event.referral, asked_of_itself(see(stream).body, event.title, event.expected, None)),)
        case ItemReopened(promised=str() as promised):
            return ((promised, referral.Withdraw(reason=handed_on(event.reason))),)
        case referral.Answered():
            return held_back.resolved(event, ByAnswer(referral=stream))
        case initiative.Evaluated():
            return held_back.resolved(event, ByEvaluation(initiative=stream, stage=event.stage))
        case PartyAdopted():
            return held_back.resolved(event, ByAdoption(agreement=stream, party=event.party))
        case condition.Opened():
            return held_back.held(stream, event.blocks)
        case condition.BlockAdded():
            return held_back.held(stream, (event.blocked,))
        case condition.Fulfilled() | condition.Waived() | condition.Failed() | Lapsed():
            return held_back.settled(stream, see, event)
        case Established():
            return seats_follow.opened(event, stream)
        case plan.PlanAdopted():
            return planned.ordered(event, stream, see)
        case initiative.Remarked():
            return planned.promised(event, stream, see)
        case initiative.Narrowed():
            return planned.told_upwards(event, stream, see)
        case initiative.Started():
            return planned.begun(event, stream, see)
        case InitiativeTakenOver():
            return planned.taken_over(event, stream)
        case initiative.Merged() | initiative.InitiativeEnded():
            return planned.over(stream, see)
        case EarmarkAnnounced() | Earmarked():
            return _held_for(event, stream)
        case Allocated():
            return (spent.accepted(event),)
        case proposal.Formed():
            return tuple((merged, proposal.Merge(into=stream)) for merged in event.out_of)
        case BodyClosed():
            return seats_follow.closed(event, stream, see)
        case DeathRecorded():
            return seats_follow.freed(event, stream)
        case erasure.Confirmed() | erasure.Repeated():
            return erasure.carried_out(stream, see)
        case ThingsHandedOver():
            return following.each_handed_over(event)
        case HandedOver() | FundHandedOver():
            return following.taken_over(event, recorded)
        case NominationsCalled():
            return seats_follow.asked_for(event, recorded, see)
        case _:
            return ()


def _decided(event: DecisionRecorded, stream: str, see: See) -> tuple[Reaction, ...]:
    """What takes effect at once, what holds the rest back, and what it takes the place of."""
    taken = Taken(meeting=stream, decision=event.decision)
    blocked = DecisionBlocked(meeting=stream, decision=event.decision)
    return (
        *_effects(event.at_once, taken, see),
        *held_back.hold_back(event.waits_for, event.at_once, blocked),
        *_supersede(event.supersedes, taken),
    )


def _took_effect(event: DecisionTookEffect, stream: str, see: See) -> tuple[Reaction, ...]:
    effects = _effects(event.effects, Taken(meeting=stream, decision=event.decision), see)
    return tuple(following.moved(each, event.condition, see) for each in effects)


def _held_for(event: EarmarkAnnounced | Earmarked, stream: str) -> tuple[Reaction, ...]:
    """The conditions that an earmark waits for begin to hold it back."""
    taken = next(iter(event.decisions), None) if isinstance(event, Earmarked) else None
    document = event.document if isinstance(event, EarmarkAnnounced) else None
    opened = tuple((opens.condition, opening_of(opens, taken, document)) for opens in event.opens)
    blocked = EarmarkBlocked(fund=stream, earmark=event.earmark)
    # Those it opens hold it back by their own words, or else because it says so.
    return (*opened, *held_back.hold_back(event.waits, (), blocked))


def _effects(effects: tuple[Any, ...], taken: Taken, see: See) -> tuple[Reaction, ...]:
    return tuple(command_of(effect, taken, see) for effect in effects)


def _supersede(earlier: tuple[Any, ...], by: Taken) -> tuple[Reaction, ...]:
    """Those on record are marked; one that a paper cites has no place to be marked at."""
    return tuple(
        (each.meeting, meeting.standing.MarkSuperseded(decision=each.decision, by=by))
        for each in earlier
        if isinstance(each, Taken)
    )
