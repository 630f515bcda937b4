"""Reach (rækkevidde): an initiative becomes narrower or wider, is fitted to its place, or spread to others."""

from typing import Annotated, assert_never

from msgspec import Meta

from domain.authority import yes_of
from domain.dates import Day
from domain.decided import Taken
from domain.effects import CORE_MAX
from domain.initiative.state import State, begun, still_open
from domain.initiatives import Aspect
from domain.kernel import Asked, Command, Event, Who, known
from domain.names import BodyId, PartyId
from domain.planning import Owners
from domain.refusal import Refused
from domain.text import Kept, Text, said, said_each

# --- events ---


class Narrowed(Event, frozen=True, kw_only=True):
    """An initiative becomes narrower; whoever ordered it hears of it."""

    tag = "initiative.narrowed"
    rank = 4
    da = "{aspect} er indsnævret af {by_body} fra {before} til {after}."
    en = "{aspect} is narrowed by {by_body} from {before} to {after}."

    aspect: Aspect
    before: Kept
    after: Kept
    by_body: BodyId
    decision: Taken


class Widened(Event, frozen=True, kw_only=True):
    """An initiative becomes wider, by whoever ordered it."""

    tag = "initiative.widened"
    rank = 4
    da = "{aspect} er udvidet af {by_body} fra {before} til {after}."
    en = "{aspect} is widened by {by_body} from {before} to {after}."

    aspect: Aspect
    before: Kept
    after: Kept
    by_body: BodyId
    decision: Taken


class Adapted(Event, frozen=True, kw_only=True):
    """An initiative is fitted to its place; its core must be there."""

    tag = "initiative.adapted"
    rank = 4
    da = "Tilpasses: {text}[ Kernen: {core}]"
    en = "Adapted: {text}[ The core: {core}]"

    text: Kept
    core: tuple[Kept, ...]
    decision: Taken


class Spread(Event, frozen=True, kw_only=True):
    """An initiative that was evaluated is taken up by others."""

    tag = "initiative.spread"
    rank = 4
    da = "Udbredes til {to_parties}[ fra {from_on}]."
    en = "Spread to {to_parties}[ from {from_on}]."

    to_parties: tuple[PartyId, ...]
    decision: Taken
    from_on: Day | None = None


Events = Narrowed | Widened | Adapted | Spread


def evolve(state: State, event: Events) -> State:
    match event:
        case Narrowed() | Widened() | Adapted() | Spread():
            return state
        case _:
            assert_never(event)


# --- commands ---


class Narrow(Command, frozen=True, kw_only=True):
    """Indsnævr indsatsen."""

    verb = "narrow"
    who = (Who.REACTION,)
    gives = (Narrowed,)

    aspect: Aspect
    before: Text
    after: Text
    decision: Taken


class Widen(Command, frozen=True, kw_only=True):
    """Udvid indsatsen."""

    verb = "widen"
    who = (Who.REACTION,)
    gives = (Widened,)

    aspect: Aspect
    before: Text
    after: Text
    decision: Taken


class Adapt(Command, frozen=True, kw_only=True):
    """Tilpas en indsats."""

    verb = "adapt"
    who = (Who.REACTION,)
    gives = (Adapted,)

    text: Text
    core: Annotated[tuple[Text, ...], Meta(max_length=CORE_MAX)]
    decision: Taken


class SpreadTo(Command, frozen=True, kw_only=True):
    """Udbred en indsats, der er evalueret."""

    verb = "spread"
    who = (Who.REACTION,)
    gives = (Spread,)

    to_parties: Owners
    decision: Taken
    from_on: Day | None = None


Commands = Narrow | Widen | Adapt | SpreadTo


def decide(command: Commands, state: State, asked: Asked) -> tuple[Event, ...]:
    live = still_open(state)
    match command:
        case Narrow():
            return (_changed(Narrowed, command, yes_of(asked, command.decision)),)
        case Widen():
            by_body = yes_of(asked, command.decision)
            if live.orderer not in (None, by_body):
                raise Refused("initiative.orderer-only", body=live.orderer)
            return (_changed(Widened, command, by_body),)
        case Adapt():
            begun(live)
            yes_of(asked, command.decision)
            core = said_each(command.core)
            return (Adapted(text=said(command.text), core=core, decision=command.decision),)
        case SpreadTo():
            begun(live)
            yes_of(asked, command.decision)
            known(asked, *command.to_parties)
            if not live.evaluated:
                raise Refused("initiative.no-evaluation")
            return (Spread(to_parties=command.to_parties, decision=command.decision, from_on=command.from_on),)
        case _:
            assert_never(command)


def _changed(event: type[Narrowed] | type[Widened], command: Narrow | Widen, by_body: BodyId) -> Narrowed | Widened:
    return event(
        aspect=command.aspect,
        before=said(command.before),
        after=said(command.after),
        by_body=by_body,
        decision=command.decision,
    )
