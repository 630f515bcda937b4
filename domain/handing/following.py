"""What follows from handing over: each thing gives way to its successor, and what is meant for the one reaches the other."""

import re
from typing import Any

import msgspec
from msgspec import Struct

from domain import fund
from domain.bodies import Active, acting
from domain.dates import Day
from domain.dissolving import ThingsHandedOver
from domain.handing import HANDINGS
from domain.handing_over import HandedOver, HandOver, heir, successor_in
from domain.kernel import Command, Event, Recorded, See, Unknown
from domain.names import NAME, SCOPE, kind_of, scope_of
from domain.text import TextAt

Reaction = tuple[str, Command]

LEADS_TO: dict[type[Event], tuple[type[Command], ...]] = {
    ThingsHandedOver: (*(handing.hand_over for handing in HANDINGS.values()), fund.HandOver),
    **{handing.handed_over: (handing.take_over,) for handing in HANDINGS.values()},
    fund.HandedOver: (fund.TakeOver,),
}

_THING = re.compile(rf"{SCOPE}/({'|'.join(HANDINGS)}|body)/{NAME}")


def each_handed_over(event: ThingsHandedOver) -> tuple[Reaction, ...]:
    """The command for each thing, in the order of the list."""
    scope = scope_of(event.to_cluster)
    return tuple((thing, _hand_over(thing, successor_in(scope, thing), event.effective_on)) for thing in event.things)


def _hand_over(thing: str, successor: str, effective_on: Day) -> Command:
    if kind_of(thing) == "fund":
        return fund.HandOver(to_fund=successor, effective_on=effective_on)
    return HANDINGS[kind_of(thing)].hand_over(successor=successor, effective_on=effective_on)


def taken_over(event: HandedOver | fund.HandedOver, recorded: Recorded) -> tuple[Reaction, ...]:
    """The successor begins where the old stream ends; of a fund, what it has."""
    if isinstance(event, fund.HandedOver):
        taken = fund.TakeOver(
            from_fund=recorded.stream,
            free_oere=event.free_oere,
            allocations=event.allocations,
            effective_on=event.effective_on,
        )
        return ((event.to_fund, taken),)
    take_over = HANDINGS[kind_of(recorded.stream)].take_over
    return ((event.successor, take_over(from_stream=recorded.stream, from_version=recorded.version)),)


def to_heir(reaction: Reaction, see: See) -> Reaction:
    """What is meant for a thing that was handed over goes to whoever has it today."""
    stream, command = reaction
    return reaction if isinstance(command, HandOver) else (heir(see, stream), command)


def moved(reaction: Reaction, condition: str, see: See) -> Reaction:
    """What a decision of a cluster that has ceased says, as its successor does it.

    It waited for a condition, and goes on where that was met: things that were handed over are called as they are today,
    new ones begin there, and a body that is closed is its successor.
    """
    scope = scope_of(heir(see, condition))
    return reaction if scope == scope_of(condition) else _moved(reaction, scope, scope_of(condition), see)


def _moved(value: Any, to: str, of: str, see: See) -> Any:
    match value:
        case TextAt():
            return value
        case str() if _THING.fullmatch(value):
            return _today(value, to, of, see)
        case tuple():
            return tuple(_moved(each, to, of, see) for each in value)
        case Struct():
            fields = {name: _moved(getattr(value, name), to, of, see) for name in value.__struct_fields__}
            return msgspec.structs.replace(value, **fields)
        case _:
            return value


def _today(stream: str, to: str, of: str, see: See) -> str:
    state = see(stream)
    if isinstance(state, Active):
        return acting(see, stream)
    is_new = isinstance(state, Unknown) and scope_of(stream) == of
    return successor_in(to, stream) if is_new else heir(see, stream)
