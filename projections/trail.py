"""What happened? The audit trail (revisionsspor): every event as one sentence, read from the log. Knows no event by name."""

from functools import cache
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import astuple

from domain.dates import Moment, moment_of
from domain.decided import Taken
from domain.erased import Erased
from domain.fund.accounts import AllocationLeft
from domain.handing_over import TakenOver
from domain.kernel import Event, Recorded
from domain.text import Sealed, TextAt, TextClass
from domain.words import Word
from projections.reveal import hides_some
from projections.spoken import audited
from projections.view import Named, Sight

PRIVATE = frozenset({TextClass.CONTACT, TextClass.CITIZEN})
"""Classes of text that no feed opens: who needs them asks for the thing itself."""
SEVERAL = (tuple, list, frozenset)
AS_IT_IS = frozenset({str, int, bool, type(None)})
"""Of such a value nothing is left to open or to close."""


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
    assurance: str | None
    """How surely they signed in; None where no sign-in was asked about."""
    causation: int | None
    correlation: int
    da: str
    en: str


def may_see(recorded: Recorded, sight: Sight) -> bool:
    """Whether an audience may see an event at all: not what was said at an item it may not follow, nor what came of it."""
    return not sight.hides(recorded)


def entry(recorded: Recorded, sight: Sight) -> Entry | None:
    """An event as the audience reads it; None where it may not see it."""
    if not may_see(recorded, sight):
        return None
    cause = sight.cause(recorded)
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
        assurance=recorded.by.assurance,
        causation=None if cause is None else cause.position,
        correlation=beginning(recorded, sight),
        da=audited(recorded, sight, "da"),
        en=audited(recorded, sight, "en"),
    )


def beginning(recorded: Recorded, sight: Sight) -> int:
    """The first position of the door's command; of what follows from something hidden, the first that may be seen."""
    if recorded.causation is None:
        return recorded.correlation
    first = recorded
    while (cause := sight.cause(first)) is not None:
        first = cause
    return recorded.correlation if first.causation is None else first.position


def opened(event: Event, sight: Sight) -> dict[str, Any]:
    """An event's payload as plain JSON values, its public words opened; None where words are private or erased."""
    fields: dict[str, Any] = {}
    for (name, private), value in zip(_fields(event.__class__), astuple(event), strict=True):
        fields[name] = value if value.__class__ in AS_IT_IS else _plain(value, sight, private)
    if not _tells_more(event.__class__):
        return fields
    if isinstance(event, TakenOver) and hides_some(sight, event.from_stream, event.from_version):
        fields["carried"] = None
    if isinstance(event, Erased):
        del fields["places"]  # where texts about somebody stood is for whoever verifies the record
    return fields


@cache
def _tells_more(cls: type[Event]) -> bool:
    """Whether an event tells of others than the one who reads it may know."""
    return issubclass(cls, TakenOver | Erased)


@cache
def _fields(cls: type[Event]) -> tuple[tuple[str, bool], ...]:
    """The fields of an event, and whether no feed opens their words."""
    return tuple((name, cls.text_classes.get(name, cls.text_class) in PRIVATE) for name in cls.__struct_fields__)


@cache
def _begun(cls: type[Any]) -> dict[str, str] | None:
    """What a struct of a class begins with: its tag, where it has one. None of what is no struct."""
    if not issubclass(cls, Struct):
        return None
    tag = cls.__struct_config__.tag
    return {"type": str(tag)} if tag else {}


def _plain(value: Any, sight: Sight, private: bool) -> Any:
    cls = value.__class__
    if cls in AS_IT_IS:
        return value
    if cls is Sealed or cls is TextAt:
        return None if private else sight.open(value)
    if cls is Taken and sight.hides_decision(value):
        return None
    if cls is AllocationLeft:
        # For which application it was is told where it was granted, to those who may follow that.
        value = msgspec.structs.replace(value, application=None)
    if isinstance(value, SEVERAL):
        return [
            each if each.__class__ in AS_IT_IS else _plain(each, sight, private)
            for each in value
            if not (each.__class__ is Taken and sight.hides_decision(each))
        ]
    if (begun := _begun(cls)) is not None:
        fields: dict[str, Any] = {**begun}
        for name, inside in zip(cls.__struct_fields__, astuple(value), strict=True):
            fields[name] = inside if inside.__class__ in AS_IT_IS else _plain(inside, sight, private)
        return fields
    if isinstance(value, Word):
        return str(value)
    return msgspec.to_builtins(value)
