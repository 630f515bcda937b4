"""Where is somebody named? One row per person and stream: whoever asks what a person may see looks at these streams alone.

A row never goes: a stream that named somebody may do so no longer, and is asked itself. Nobody is shown these rows.
"""

from collections.abc import Iterator
from typing import Any, Protocol

from msgspec import Struct

from domain.access import Granted
from domain.belonging import ContactNamed
from domain.concerned import Streams
from domain.erasure import Requested
from domain.fund.rules import OfficerNamed
from domain.handing.initiative import TakenOver as InitiativeTakenOver
from domain.initiative.owners import OwnerAssigned
from domain.kernel import Recorded
from domain.meeting.apologies import ApologyGiven
from domain.meeting.attendance import Recused, SeatTaken
from domain.meeting.call import MeetingRegisteredAfterwards
from domain.meeting.guests import GuestInvited
from domain.membership import SeatFilled, SubstituteNamed
from domain.names import kind_of, name_of, scope_of
from projections.view import Get, Rows, Sight, View

HOLDERS = ("person", "client")
NAMES_MAX = 100_000
"""Streams that one person is named in."""


class Row(Struct, frozen=True, kw_only=True, gc=False, tag="named"):
    """A stream names somebody."""


def stream_of(key: str) -> str:
    """The stream that a key is of."""
    kind, scope, name = key.partition("|")[2].split("/")
    return f"{scope}/{kind}/{name}"


def evolve(get: Get, recorded: Recorded) -> Rows:
    stream = recorded.stream
    rest = f"{kind_of(stream)}/{scope_of(stream)}/{name_of(stream)}"
    keys = {f"{person}|{rest}" for person in _people(recorded.event)}
    return {key: Row() for key in sorted(keys) if get(key) is None}


def show(key: str, row: Any, sight: Sight) -> None:
    """Nothing: these rows are looked up, never read."""


def _people(value: Any) -> Iterator[str]:
    """Every id of a person or a client within a value."""
    match value:
        case str():
            if value.count("/") == 2 and kind_of(value) in HOLDERS:
                yield value
        case tuple():
            for each in value:
                yield from _people(each)
        case Struct():
            for field in value.__struct_fields__:
                yield from _people(getattr(value, field))


NAMING = View(
    name="naming",
    version=1,
    row=Row,
    shown=None,
    folds=frozenset(
        {
            Granted,
            SeatFilled,
            SubstituteNamed,
            ContactNamed,
            OwnerAssigned,
            InitiativeTakenOver,
            OfficerNamed,
            Requested,
            MeetingRegisteredAfterwards,
            ApologyGiven,
            SeatTaken,
            GuestInvited,
            Recused,
        }
    ),
    evolve=evolve,
    show=show,
)


class Kept(Protocol):
    """Rows as of any position up to `head`."""

    @property
    def head(self) -> int: ...

    def changes(self, view: str) -> int: ...

    def range(
        self, view: str, prefix: str, at: int, after: str = "", limit: int = NAMES_MAX
    ) -> list[tuple[str, Any]]: ...


class Indexed:
    """The streams as they stand, and where somebody is named, by the rows that say so."""

    __slots__ = ("_changes", "_known", "_rows", "ids", "see")

    def __init__(self, now: Streams, rows: Kept) -> None:
        self.see = now.see
        self.ids = now.ids
        self._rows = rows
        self._changes = -1
        self._known: dict[str, dict[str, list[str]]] = {}
        """person -> kind -> the streams, as long as no row changes: asked for every topic that somebody follows."""

    def naming(self, person: str, kind: str, scope: str | None = None) -> tuple[str, ...]:
        if (changes := self._rows.changes(NAMING.name)) != self._changes:
            self._changes = changes
            self._known.clear()
        known = self._known.get(person)
        if known is None:
            known = {}
            for key, _ in self._rows.range(NAMING.name, f"{person}|", self._rows.head, limit=NAMES_MAX):
                stream = stream_of(key)
                known.setdefault(kind_of(stream), []).append(stream)
            self._known[person] = known  # only when all were read: else a store that fails would take rights away
        return tuple(each for each in known.get(kind, ()) if scope is None or scope_of(each) == scope)
