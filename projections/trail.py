"""What happened? The audit trail (revisionsspor): every event as one sentence, read from the log. Knows no event by name."""

from typing import Any

import msgspec
from msgspec import Struct

from domain.dates import Moment, moment_of
from domain.kernel import About, Event, Recorded
from domain.names import kind_of
from domain.policy import hides
from domain.text import Sealed, TextAt, TextClass
from projections.spoken import audited
from projections.view import Named, Sight

PRIVATE = frozenset({TextClass.CONTACT, TextClass.CITIZEN})
"""Classes of text that no feed opens: who needs them asks for the thing itself."""


class Entry(Struct, frozen=True, kw_only=True):
    """One event, told."""

    position: int
    at: Moment
    stream: Named
    version: int
    tag: str
    command: str
    by: Named
    seat: str | None
    rule: str
    causation: int | None
    correlation: int
    da: str
    en: str


def may_see(recorded: Recorded, sight: Sight) -> bool:
    """Whether an audience may see an event at all: not what was said at an item it may not follow."""
    event = recorded.event
    if event.concerns is not About.ITEM or kind_of(recorded.stream) != "meeting":
        return True
    return not hides(sight.see, recorded.stream, event.item, sight.mask)


def entry(recorded: Recorded, sight: Sight) -> Entry | None:
    """An event as the audience reads it; None where it may not see it."""
    if not may_see(recorded, sight):
        return None
    return Entry(
        position=recorded.position,
        at=moment_of(recorded.recorded_at),
        stream=sight.name(recorded.stream),
        version=recorded.version,
        tag=recorded.event.tag,
        command=recorded.command,
        by=sight.name(recorded.by.person),
        seat=recorded.by.seat,
        rule=recorded.by.rule,
        causation=recorded.causation,
        correlation=recorded.correlation,
        da=audited(recorded, sight, "da"),
        en=audited(recorded, sight, "en"),
    )


def opened(event: Event, sight: Sight) -> dict[str, Any]:
    """An event's payload as plain JSON values, its public words opened; None where words are private or erased."""
    fields = {name: getattr(event, name) for name in event.__struct_fields__}
    private = {name for name in fields if event.text_classes.get(name, event.text_class) in PRIVATE}
    return {name: _plain(value, sight, name in private) for name, value in fields.items()}


def _plain(value: Any, sight: Sight, private: bool) -> Any:
    if isinstance(value, Sealed | TextAt):
        return None if private else sight.open(value)
    if isinstance(value, Struct):
        fields = {name: _plain(getattr(value, name), sight, private) for name in value.__struct_fields__}
        tag = value.__struct_config__.tag
        return {"type": tag, **fields} if tag else fields
    if isinstance(value, tuple | list | frozenset):
        return [_plain(each, sight, private) for each in value]
    return msgspec.to_builtins(value)
