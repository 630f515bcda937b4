"""What the hub needs of the record: its rows at the head as audiences see them, and each transaction as it comes."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from domain.dates import Day
from domain.kernel import Recorded
from domain.policy import Mask
from projections.sight import Opened
from projections.sights import Sights


class Change(Protocol):
    """A transaction as the tail tells it."""

    @property
    def recorded(self) -> tuple[Recorded, ...]: ...

    @property
    def changes(self) -> Mapping[str, Mapping[str, Any]]: ...

    @property
    def position(self) -> int: ...

    @property
    def unsettles(self) -> bool: ...


class Record(Protocol):
    """What the hub asks of the record, at the tail's head."""

    @property
    def head(self) -> int: ...

    @property
    def epoch(self) -> str: ...

    def today(self) -> Day:
        """The day by which rights are judged."""
        ...

    def reach(self, position: int) -> None:
        """Read on, if the log has this position and this process did not hear of it yet: another one told a reader of it."""
        ...

    def mask(self, topic: str, person: str) -> Mask | None:
        """What a person may see of a topic; None: nothing, or no such topic."""
        ...

    def latest(self, mask: Mask) -> int:
        """The last position of which anything may be shown: the head, but for former members."""
        ...

    def snapshot(self, topic: str, mask: Mask, opened: Opened) -> dict[str, Any]:
        """All rows of a topic as an audience sees them; what of them is closed or personal is noted in `opened`."""
        ...

    def shown(self, topic: str, mask: Mask, rows: Mapping[str, Any], opened: Opened) -> dict[str, Any]:
        """Changed rows as an audience sees them; None for a row that is gone, or not for its eyes. Noted as in `snapshot`."""
        ...

    def held(self, topic: str, mask: Mask, since: int) -> dict[str, Any] | None:
        """Of rows that changed since a position, what an audience held of them then (None: nothing). None instead of all: they do
        not tell everything that looks different."""
        ...

    def page(self, after: int, limit: int) -> Sequence[Recorded]:
        """At most so many events of the log after a position. Waits, so it is asked beside the event loop."""
        ...

    def sights(self, person: str, opened: Opened) -> Sights:
        """A person's eyes on events, by what is so now."""
        ...

    def sight_of(self, person: str) -> str:
        """Equal for those who see the same of every event."""
        ...

    def cursor(self, profile: str, position: int) -> str: ...
