"""Covered (dækket): which missing keys a log accounts for: of texts that were redacted, and of people who were erased."""

from collections.abc import Iterator
from typing import Any, Protocol

from msgspec import Struct
from msgspec.structs import replace

from domain import erasure, redaction
from domain.erased import Erased
from domain.kernel import Recorded
from domain.names import StreamId
from domain.text import TextAt, TextClass
from eventstore.mapper import decode
from eventstore.states import Base


class Covering(Struct, frozen=True):
    """What one redaction or erasure covers. An erasure may be told in parts."""

    by: StreamId
    places: tuple[TextAt, ...]
    person: StreamId | None = None
    """Who was erased; None: one text was redacted."""
    classes: tuple[TextClass, ...] = ()
    done: bool = False
    """Its keys were destroyed once, as far as the log knows."""


class Source(Protocol):
    """Where streams are read from."""

    def stream(self, stream: str, upto: int) -> Any: ...


def covering_of(recorded: Recorded) -> Covering | None:
    """What an event covers; None where it covers nothing."""
    match recorded.event:
        case redaction.CarriedOut(where=where):
            return Covering(recorded.stream, (where.text_at,))
        case Erased() as event:
            places = tuple(each.text_at for each in event.places)
            return Covering(event.erasure, places, recorded.stream, event.classes)
        case _:
            return None


def all_covered(now: Base, source: Source, head: int) -> Iterator[Covering]:
    """All that a log covers, by the redactions and erasures in it: nobody reads the whole log for it."""
    for stream in now.ids("redaction"):
        state = now.see(stream)
        if isinstance(state, redaction.Done):
            yield Covering(stream, (state.where.text_at,), done=True)
    for stream in now.ids("erasure"):
        state = now.see(stream)
        if isinstance(state, erasure.Underway):
            for stored in source.stream(state.person, head):
                covering = covering_of(decode(stored))
                if covering is not None and covering.by == stream:
                    yield replace(covering, done=isinstance(state, erasure.Done))
