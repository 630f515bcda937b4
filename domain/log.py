"""Log (protokol): what the record is, since position 1."""

from msgspec import Struct

from domain.kernel import Asked, Command, Event, Kind, Unknown, Who
from domain.names import Label
from domain.refusal import Reasons, Refused
from domain.words import Word


class Clock(Word):
    """Whose time the record keeps."""

    REAL = "real", "uret"
    STORY = "story", "fortællingens tid"
    """Of a story that is played; only where `KLYNGE_ENV=dev`."""


class Opened(Event, frozen=True, kw_only=True):
    """The record begins."""

    tag = "log.opened"
    da = "Protokollen {origin} er åbnet."
    en = "The record {origin} is opened."

    origin: Label
    clock: Clock
    schemes: tuple[Label, ...]
    """How it commits and seals: names of the schemes, for whoever verifies it later."""


class Running(Struct, frozen=True, kw_only=True):
    """An open record."""

    clock: Clock


State = Unknown | Running


def evolve(state: State, event: Opened) -> State:
    return Running(clock=event.clock)


class Open(Command, frozen=True, kw_only=True):
    """Åbn protokollen."""

    verb = "open"
    who = (Who.INIT,)
    gives = (Opened,)
    creates = True

    origin: Label
    clock: Clock
    schemes: tuple[Label, ...]


def decide(command: Open, state: State, asked: Asked) -> tuple[Event, ...]:
    if not isinstance(state, Unknown):
        raise Refused("log.exists")
    return (Opened(origin=command.origin, clock=command.clock, schemes=command.schemes),)


REFUSALS: Reasons = {"log.exists": ("Protokollen er åbnet.", "The record is open.")}

LOG = Kind(
    name="log",
    danish="protokol",
    events=(Opened,),
    commands=(Open,),
    decide=decide,
    evolve=evolve,
    refusals=REFUSALS,
)
