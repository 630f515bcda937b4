"""Reach (rækkevidde): an initiative becomes narrower or wider, is fitted to its place, or spread to others."""

from typing import Annotated, assert_never

from msgspec import Meta

from domain.authority import in_effect, require_yes
from domain.dates import Day
from domain.decided import Taken
from domain.effects import CORE_MAX
from domain.initiative.state import State
from domain.initiatives import Aspect
from domain.kernel import Asked, Command, Event, Who, same_scope
from domain.names import BodyId, PartyId
from domain.planning import Owners
from domain.text import Kept, Text, said

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
    match command:
        case Adapt():
            same_scope(asked, command.decision.meeting)
            require_yes(in_effect(asked.see, command.decision)[1])
            core = tuple(said(text) for text in command.core)
            return (Adapted(text=said(command.text), core=core, decision=command.decision),)
        case Narrow() | Widen() | SpreadTo():
            raise NotImplementedError
        case _:
            assert_never(command)
