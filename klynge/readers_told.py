"""How reads of the access log are told: whole to the data protection officer; to whoever is concerned, without names."""

from collections.abc import Callable

from msgspec.structs import replace

from api.access_log import ReadRow
from domain.access import Held, Office
from domain.dates import MICROSECOND, moment_of
from domain.names import kind_of, name_of
from domain.offices import offices_of
from domain.person import Active, is_gone
from domain.seating import Seats
from eventstore.reads import Read
from klynge.core import Core
from klynge.roles import function_of, party_of
from projections.view import Named

ITEM = "/item/"


class ReadersTold:
    """Names are those of now: the log of reads holds ids."""

    def __init__(self, core: Callable[[], Core]) -> None:
        self._core = core

    def open_to(self, person: str) -> frozenset[str] | None:
        core = self._core()
        now = core.tail.now
        if is_gone(person, now):
            return None
        held = offices_of(now.ids("access"), person, core.today(), now)
        offices = [each.scopes for _, each in held if each.office is Office.DATA_PROTECTION]
        if not offices:
            return None
        return frozenset() if () in offices else frozenset().union(*offices)

    def row(self, read: Read, *, whole: bool) -> ReadRow:
        core, address = self._core(), read.about.partition(ITEM)
        is_person = kind_of(read.reader) == "person" and isinstance(core.tail.now.see(read.reader), Active)
        row = ReadRow(
            at=moment_of(read.read_at * MICROSECOND),
            via=read.via,
            about=self._named(address[0]),
            function=function_of(core, read.reader) if is_person else None,
            party=party_of(core, read.reader) if is_person else None,
        )
        if not whole:
            return row
        body, office = self._right(read.right)
        return replace(
            row, item=address[2] or None, topic=read.topic, reader=self._named(read.reader), body=body, office=office
        )

    def _named(self, address: str) -> Named:
        """What the record calls it before everybody; a topic, or what the record does not know, as it is written."""
        known = address.count("/") == 2
        return Named(address, self._core().reading.name(address) if known else address)

    def _right(self, right: str | None) -> tuple[Named | None, str | None]:
        """The body on whose seat it was read, or the office."""
        if right is None:
            return None, None
        membership, _, seat = right.partition("#")
        state = self._core().tail.now.see(membership)
        if seat and isinstance(state, Seats):
            return self._named(state.body), None
        return None, str(state.office) if isinstance(state, Held) else name_of(right)
