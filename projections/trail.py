"""What happened? The audit trail (revisionsspor): every event as one sentence, read from the log. Knows no event by name."""

from collections.abc import Callable, Iterable
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
from domain.text import Kept, Sealed, TextAt, TextClass
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
    da, en = audited(recorded, sight)
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
        da=da,
        en=en,
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
        fields[name] = value if value.__class__ in AS_IT_IS else _way(value.__class__)(value, sight, private)
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


def _plain(value: Any, sight: Sight, private: bool) -> Any:
    cls = value.__class__
    return value if cls in AS_IT_IS else _way(cls)(value, sight, private)


_Way = Callable[[Any, Sight, bool], Any]


@cache
def _way(cls: type[Any]) -> _Way:
    """How the values of a class become plain."""
    if cls is Sealed or cls is TextAt:
        return _words
    if issubclass(cls, SEVERAL):
        return _several
    if issubclass(cls, Struct):
        return _ways_of(cls)
    if issubclass(cls, Word):
        return lambda value, sight, private: str(value)
    return lambda value, sight, private: msgspec.to_builtins(value)


def _words(value: Kept, sight: Sight, private: bool) -> str | None:
    return None if private else sight.open(value)


def _several(values: Iterable[Any], sight: Sight, private: bool) -> list[Any]:
    return [
        _plain(each, sight, private) for each in values if each.__class__ is not Taken or not sight.hides_decision(each)
    ]


def _ways_of(cls: type[Struct]) -> _Way:
    """Of a struct: it begins with its tag, where it has one."""
    tag = cls.__struct_config__.tag
    begun, names = {"type": str(tag)} if tag else {}, cls.__struct_fields__

    def fields(value: Any, sight: Sight, private: bool) -> dict[str, Any]:
        told: dict[str, Any] = {**begun}
        for name, inside in zip(names, astuple(value), strict=True):
            told[name] = inside if inside.__class__ in AS_IT_IS else _way(inside.__class__)(inside, sight, private)
        return told

    def decision(value: Any, sight: Sight, private: bool) -> dict[str, Any] | None:
        return None if sight.hides_decision(value) else fields(value, sight, private)

    def allocation_left(value: Any, sight: Sight, private: bool) -> dict[str, Any]:
        # For which application it was is told where it was granted, to those who may follow that.
        return fields(msgspec.structs.replace(value, application=None), sight, private)

    return {Taken: decision, AllocationLeft: allocation_left}.get(cls, fields)
