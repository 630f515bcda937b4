"""What happened: of every event, what each of the cast may be told of it, by whatever they could see at any moment since.

Rights of the moment decide, so an event that was seen for a while may be told or not; what could be seen all along must be.
"""

from collections.abc import Iterable, Sequence

import msgspec

from projections.cloud_event import CloudEvent, cloud_event
from projections.sight import Opened
from tests.projections.aadal import CAST
from tests.projections.rebuilt import Rebuilt
from tests.storms.prints import Rows, print_of

Heard = tuple[int, int]
"""An event's position, and its print."""


class Happened:
    """Of every event since the beginning."""

    def __init__(self, rebuilt: Rebuilt, parts: Iterable[str]) -> None:
        self._rebuilt = rebuilt
        self._prints: dict[str, list[set[int | None]]] = {part: [] for part in parts}
        """part -> of each event, every print it may be told in; None: at some moment it could not be seen."""

    def judge(self, after: int) -> None:
        """The events after a position, by what is so now."""
        for part, prints in self._prints.items():
            sights = self._rebuilt.reading.sights(CAST[part], self._rebuilt.head, Opened())
            prints += [set() for _ in range(self._rebuilt.head - len(prints))]
            for position in range(after + 1, self._rebuilt.head + 1):
                event = cloud_event(self._rebuilt.event(position), sights, "")
                prints[position - 1].add(None if event is None else _print(event))

    def must_hear(self, part: str) -> frozenset[int]:
        """The positions of what could be seen all along."""
        return frozenset(at for at, prints in enumerate(self._prints[part], start=1) if None not in prints)

    def wrong(self, part: str, heard: Sequence[Heard]) -> list[str]:
        """What was told that could not be seen, and what was not told that could."""
        prints = self._prints[part]
        found = [
            f"{part}: the event at {at} is not what stood then"
            for at, shown in heard
            if at > len(prints) or shown not in prints[at - 1]
        ]
        lacking = self.must_hear(part) - {at for at, _ in heard}
        return found + [f"{part}: the event at {at} was never told" for at in sorted(lacking)]


def print_of_told(event: Rows) -> int:
    """Of an event as it came over the wire, but for the name of the log's life."""
    return print_of({name: event.get(name) for name in ("type", "subject", "time", "sequence", "data")})


def _print(event: CloudEvent) -> int:
    return print_of_told(msgspec.json.decode(msgspec.json.encode(event)))
