"""Log (protokol): what the record is, since position 1, and the key that its heads are signed with."""

from typing import Annotated, assert_never

from msgspec import Meta, Struct, structs

from domain.kernel import Asked, Command, Event, Kind, Unknown, Who
from domain.names import END, SCOPE, Label
from domain.refusal import Reasons, Refused
from domain.words import Word


class Clock(Word):
    """Whose time the record keeps."""

    REAL = "real", "uret"
    STORY = "story", "fortællingens tid"
    """Of a story that is played; only where `KLYNGE_ENV=dev`."""


CheckpointKey = Annotated[
    str, Meta(pattern=rf"^klynge/{SCOPE}\+[0-9a-f]{{8}}\+[A-Za-z0-9+/]{{44}}{END}", title="CheckpointKey")
]
"""What a head of the log is checked with (verifikationsnøgle), as C2SP writes it: name, number, key."""


class Opened(Event, frozen=True, kw_only=True):
    """The record begins."""

    tag = "log.opened"
    da = "Protokollen {origin} er åbnet."
    en = "The record {origin} is opened."

    origin: Label
    clock: Clock
    schemes: tuple[Label, ...]
    """How it commits and seals: names of the schemes, for whoever verifies it later."""
    checkpoint_key: CheckpointKey | None = None
    """The key its heads (kontrolpunkter) are signed with; records of before have none here."""


class CheckpointKeyChanged(Event, frozen=True, kw_only=True):
    """Heads are signed with another key from now on. It is believed from the first head on that holds this event and is signed
    with a key that was believed before.
    """

    tag = "log.checkpoint-key-changed"
    da = "Protokollens kontrolpunkter underskrives fra nu af med nøglen {key}."
    en = "The record's checkpoints are signed with the key {key} from now on."

    key: CheckpointKey


class Running(Struct, frozen=True, kw_only=True):
    """An open record."""

    clock: Clock
    origin: Label
    checkpoint_key: CheckpointKey | None = None


State = Unknown | Running


def evolve(state: State, event: Opened | CheckpointKeyChanged) -> State:
    match event:
        case Opened():
            return Running(clock=event.clock, origin=event.origin, checkpoint_key=event.checkpoint_key)
        case CheckpointKeyChanged():
            assert isinstance(state, Running)
            return structs.replace(state, checkpoint_key=event.key)
        case _:
            assert_never(event)


class Open(Command, frozen=True, kw_only=True):
    """Åbn protokollen."""

    verb = "open"
    who = (Who.INIT,)
    gives = (Opened,)
    creates = True

    origin: Label
    clock: Clock
    schemes: tuple[Label, ...]
    checkpoint_key: CheckpointKey | None = None


class ChangeCheckpointKey(Command, frozen=True, kw_only=True):
    """Skift nøglen til kontrolpunkter."""

    verb = "change-checkpoint-key"
    who = (Who.HOUSE,)
    gives = (CheckpointKeyChanged,)

    key: CheckpointKey


def decide(command: Open | ChangeCheckpointKey, state: State, asked: Asked) -> tuple[Event, ...]:
    match command, state:
        case Open(), Unknown():
            return (
                Opened(
                    origin=command.origin,
                    clock=command.clock,
                    schemes=command.schemes,
                    checkpoint_key=command.checkpoint_key,
                ),
            )
        case Open(), _:
            raise Refused("log.exists")
        case ChangeCheckpointKey(), _:
            assert isinstance(state, Running)
            return _change(command.key, state)
        case _:
            assert_never(command)


def _change(key: CheckpointKey, state: Running) -> tuple[Event, ...]:
    if key == state.checkpoint_key:
        return ()
    if not key.startswith(f"klynge/{state.origin}+"):
        raise Refused("log.key-of-another", origin=state.origin)
    return (CheckpointKeyChanged(key=key),)


REFUSALS: Reasons = {
    "log.exists": ("Protokollen er åbnet.", "The record is open."),
    "log.key-of-another": (
        "Nøglen hører til en anden protokol; lav en til {origin}.",
        "The key is another record's; make one for {origin}.",
    ),
}

LOG = Kind(
    name="log",
    danish="protokol",
    events=(Opened, CheckpointKeyChanged),
    commands=(Open, ChangeCheckpointKey),
    decide=decide,
    evolve=evolve,
    refusals=REFUSALS,
)
