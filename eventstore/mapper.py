"""Events to stored bytes and back. The stored name is the tag, from a closed registry, never a Python path.

An unknown tag, or a payload version above the known one, raises `FromTheFuture`: the process then stops deciding and serving
instead of guessing. Older payloads are upcast, dict to dict; stored bytes are never rewritten.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from uuid import UUID

import msgspec
from eventsourcing.persistence import JSONTranscoder, Mapper, Notification, StoredEvent

from domain.kernel import By, Event, Recorded
from domain.streams import EVENTS
from eventstore.stored import POSITION as POSITION
from eventstore.stored import StoredRow as StoredRow

E = TypeVar("E")
Upcaster = Callable[[dict[str, Any]], dict[str, Any]]

UPCASTERS: Mapping[tuple[str, int], Upcaster] = {}
"""(tag, version) -> what makes that payload one version newer. Pure and total."""


class FromTheFuture(Exception):
    """The log holds something this process does not know yet. Update the process; nothing is wrong with the log."""


@dataclass(frozen=True, init=False)
class LogNotification(Notification):
    """A stored event with its position and time. `recorded_at`: integer microseconds since 1970 UTC."""

    recorded_at: int

    def __init__(
        self, originator_id: UUID | str, originator_version: int, topic: str, state: bytes, id: int, recorded_at: int
    ) -> None:
        # A frozen dataclass sets its fields by a call each, which is a fourth of the time that a page of the log takes.
        fields = self.__dict__
        fields["originator_id"] = originator_id
        fields["originator_version"] = originator_version
        fields["topic"] = topic
        fields["state"] = state
        fields["id"] = id
        fields["recorded_at"] = recorded_at


class Envelope(msgspec.Struct, omit_defaults=True, gc=False):
    """The stored state around an event. Looked at before the event itself, so an old payload need not fit today's type."""

    v: int
    by: By
    command: str
    correlation: int
    event: msgspec.Raw
    causation: int | None = None
    salt: bytes | None = None
    """Random, where nothing in the event is sealed: without it whoever has its leaf alone could try out what it says."""


class _Whole(msgspec.Struct, Generic[E], omit_defaults=True, gc=False):
    """As `Envelope`, with the event whole: what is of today is written and read at once."""

    v: int
    by: By
    command: str
    correlation: int
    event: E
    causation: int | None = None
    salt: bytes | None = None


KNOWN = frozenset(f"{tag}:{v}" for tag, event in EVENTS.items() for v in range(1, event.v + 1))
"""What this process can read, as `tag:version`."""

_ENCODER = msgspec.json.Encoder()
ENVELOPE = msgspec.json.Decoder(Envelope)
_EVENT = {tag: msgspec.json.Decoder(event) for tag, event in EVENTS.items()}
_WHOLE = {tag: msgspec.json.Decoder(_Whole[event]) for tag, event in EVENTS.items()}  # type: ignore[valid-type]


def encode_state(recorded: Recorded, salt: bytes | None = None) -> bytes:
    """The stored bytes of an event: envelope and payload as JSON. Raises TypeError if a text was not sealed."""
    event: Event = recorded.event
    return _ENCODER.encode(
        _Whole(
            v=event.v,
            by=recorded.by,
            command=recorded.command,
            correlation=recorded.correlation,
            event=event,
            causation=recorded.causation,
            salt=salt,
        )
    )


def decode_event(tag: str, v: int, payload: bytes | msgspec.Raw) -> Event:
    """A stored payload as today's event. Raises `FromTheFuture`."""
    cls = EVENTS.get(tag)
    if cls is None or v > cls.v:
        raise FromTheFuture(f"{tag} v{v}")
    if v < cls.v:
        fields = msgspec.json.decode(payload)
        for version in range(v, cls.v):
            fields = UPCASTERS[tag, version](fields)
        return msgspec.convert(fields, cls)
    return _EVENT[tag].decode(payload)


def decode(stored: LogNotification) -> Recorded:
    """A stored event with its envelope. Raises `FromTheFuture`."""
    return decode_row(
        str(stored.originator_id),
        stored.originator_version,
        stored.topic,
        stored.state,
        stored.id,
        stored.recorded_at,
    )


def decode_row(stream: str, version: int, tag: str, state: bytes, position: int, recorded_at: int) -> Recorded:
    """The same of the columns, without the library's object between: whoever reads the whole log saves a fifth."""
    whole, event = _decoded(tag, state)
    return Recorded(
        position=position,
        stream=stream,
        version=version,
        recorded_at=recorded_at,
        by=whole.by,
        command=whole.command,
        causation=whole.causation,
        correlation=whole.correlation,
        event=event,
    )


def _decoded(tag: str, state: bytes) -> tuple[Envelope | _Whole[Any], Event]:
    """The envelope and the event: at once, where it was written as such events are today."""
    try:
        whole = _WHOLE[tag].decode(state)
        if whole.v == EVENTS[tag].v:
            return whole, whole.event
    except (KeyError, msgspec.ValidationError):
        pass
    envelope = ENVELOPE.decode(state)
    return envelope, decode_event(tag, envelope.v, envelope.event)


class LogMapper(Mapper[str]):
    """The library's mapper, for events in their envelope (`Recorded`)."""

    def __init__(self) -> None:
        super().__init__(JSONTranscoder())

    def to_stored_event(self, domain_event: Any) -> StoredEvent:
        """`domain_event` is a `Recorded`."""
        return StoredEvent(
            originator_id=domain_event.stream,
            originator_version=domain_event.version,
            topic=domain_event.event.tag,
            state=encode_state(domain_event),
        )

    def to_domain_event(self, stored_event: StoredEvent) -> Any:
        """`stored_event` is a `LogNotification`; answers `Recorded`. Raises `FromTheFuture`."""
        assert isinstance(stored_event, LogNotification)
        return decode(stored_event)
