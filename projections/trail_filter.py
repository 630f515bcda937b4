"""Which events a reader of the audit trail asks for: of a body, by a person, of a kind of stream."""

import re

from msgspec import Struct

from domain.kernel import Recorded, See, Unknown
from domain.names import END, NAME, SCOPE, kind_of
from domain.streams import KINDS
from projections.misasked import Misasked

BODY = re.compile(rf"{SCOPE}/body/{NAME}{END}")
PERSON = re.compile(rf"{SCOPE}/(person|client)/{NAME}{END}")


class TrailFilter(Struct, frozen=True, kw_only=True):
    """Made by `read_trail_filter`. What is None lets everything through."""

    body: str | None = None
    person: str | None = None
    kind: str | None = None

    def wants(self, recorded: Recorded, see: See) -> bool:
        """Cheap questions first: of a body the streams themselves must be asked."""
        if self.kind is not None and kind_of(recorded.stream) != self.kind:
            return False
        if self.person is not None and recorded.by.person != self.person:
            return False
        return self.body is None or self.body in _bodies_of(recorded, see)


def read_trail_filter(body: str | None, person: str | None, kind: str | None) -> TrailFilter:
    """What a reader asks for. Raises `Misasked`: an empty trail would be taken for an answer to a misspelt question."""
    if body is not None and BODY.match(body) is None:
        raise Misasked(
            "body",
            "body.malformed",
            "Et forum skrives »klynge/body/navn«.",
            "A body is written “scope/body/name”.",
        )
    if person is not None and PERSON.match(person) is None:
        raise Misasked(
            "person",
            "person.malformed",
            "En person skrives »dk/person/navn«.",
            "A person is written “dk/person/name”.",
        )
    if kind is not None and kind not in KINDS:
        raise Misasked(
            "kind",
            "kind.unknown",
            "Den slags findes ikke; en slags er fx meeting eller fund.",
            "There is no such kind; a kind is meeting or fund, say.",
        )
    return TrailFilter(body=body, person=person, kind=kind)


def _bodies_of(recorded: Recorded, see: See) -> set[str | None]:
    """The body whose stream, seats, meeting or minutes it happened in, and the body on whose seat it was done."""
    seat = recorded.by.seat
    return {_body_of(recorded.stream, see), None if seat is None else _body_of(seat.partition("#")[0], see)}


def _body_of(stream: str, see: See) -> str | None:
    match kind_of(stream):
        case "body":
            return stream
        case "meeting" | "membership":
            return getattr(see(stream), "body", None)
        case "minutes":
            minutes = see(stream)
            return None if isinstance(minutes, Unknown) else _body_of(minutes.meeting, see)
        case _:
            return None
