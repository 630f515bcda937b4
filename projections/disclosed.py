"""What of an event may be handed out (udlevering): its stored bytes whole, or nothing but its hash.

A feed can leave out a part of an event; the bytes that were signed cannot. So an event that tells one thing this audience may not
know is not handed out at all.
"""

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from domain.decided import Taken
from domain.erased import Place
from domain.fund.accounts import AllocationLeft
from domain.handing_over import TakenOver
from domain.kernel import Event, Recorded
from domain.text import TextAt, TextClass
from projections.reveal import hides_some
from projections.sight import Eyes
from projections.trail import PRIVATE, beginning, may_see


def is_disclosed(recorded: Recorded, eyes: Eyes) -> bool:
    """Whether an audience may have the bytes of an event."""
    return (
        may_see(recorded, eyes)
        and _is_cause_known(recorded, eyes)
        and not _carries_hidden(recorded.event, eyes)
        and not any(_is_hidden(each, eyes) for each in _within(recorded.event))
    )


def is_private(event: Event, field: str) -> bool:
    """Whether nobody is handed the words of a field: who needs them asks for the thing itself."""
    return text_class_of(event, field) in PRIVATE


def text_class_of(event: Event, field: str) -> TextClass:
    """What kind of text stands at a path of an event."""
    return event.text_classes.get(field.split("/", 2)[1], event.text_class)


def _is_cause_known(recorded: Recorded, eyes: Eyes) -> bool:
    """Whether the event that it names as its cause, and the first of its command, are known to the audience as well."""
    return recorded.causation is None or (
        eyes.cause(recorded) is not None and beginning(recorded, eyes) == recorded.correlation
    )


def _carries_hidden(event: Event, eyes: Eyes) -> bool:
    return isinstance(event, TakenOver) and hides_some(eyes, event.from_stream, event.from_version)


def _is_hidden(part: Any, eyes: Eyes) -> bool:
    match part:
        case Taken():
            return eyes.hides_decision(part)
        case TextAt():
            return eyes.hides_text(part)
        case Place():
            return not eyes.may_see(part.of, part.version)
        case AllocationLeft():
            return part.application is not None  # it is told where it was granted, to those who may follow that
        case _:
            return False


def _within(value: Any) -> Iterator[Any]:
    """Every part of an event that can be hidden by itself, however deep."""
    match value:
        case Taken() | TextAt() | Place() | AllocationLeft():
            yield value
        case tuple():
            for each in value:
                yield from _within(each)
        case Struct():
            for name in value.__struct_fields__:
                yield from _within(getattr(value, name))
