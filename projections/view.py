"""A view: one fold, and how its rows are shown (architecture §5)."""

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from msgspec import Struct

from domain.dates import Day
from domain.decided import Taken
from domain.kernel import Event, Recorded
from domain.names import PartyId
from domain.policy import Mask
from domain.text import Kept

Rows = Mapping[str, Struct | None]
"""key -> row; None: the row is gone. A key is `topic|rest`, where the topic is the view's address without `/v1/`."""
Get = Callable[[str], Any]
"""key -> the row as of the position before this event; None where none stands."""


class Named(Struct, frozen=True):
    """An id and what it is called, as shown."""

    id: str
    name: str


class Sight(Protocol):
    """One audience's eyes at one position."""

    @property
    def mask(self) -> Mask: ...

    def see(self, stream: str) -> Any:
        """The state of a stream today: openness is looked up, never stored with a row."""
        ...

    def open(self, kept: Kept) -> str | None:
        """The words; None where they are erased, or were said at an item that is closed to the audience."""
        ...

    def hides(self, recorded: Recorded) -> bool:
        """Whether an event comes from an item that is closed to the audience."""
        ...

    def hides_decision(self, taken: Taken) -> bool:
        """Whether a decision was taken at an item that is closed to the audience."""
        ...

    def hides_event(self, stream: str, version: int) -> bool:
        """As `hides`, of an event of the log."""
        ...

    def hides_stream(self, stream: str) -> bool:
        """Whether a stream began at an item that is closed to the audience."""
        ...

    def hides_item(self, meeting: str, item: str) -> bool:
        """Whether an item of a meeting is closed to the audience."""
        ...

    def cause(self, recorded: Recorded) -> Recorded | None:
        """The event it follows from; None where there is none, or none that the audience may see."""
        ...

    def name(self, stream: str) -> Named: ...

    def recorded(self, stream: str, version: int) -> Recorded:
        """An event of the log."""
        ...


class View(Struct, frozen=True, kw_only=True):
    """One question, answered by rows."""

    name: str
    version: int
    """Of the fold; another version is built beside the old one."""
    row: Any
    """The kept row: a union of tagged structs with boxes for words and ids for names."""
    shown: Any
    """The same rows as shown."""
    folds: frozenset[type[Event]]
    """The events it cares for."""
    evolve: Callable[[Get, Recorded], Rows]
    show: Callable[[str, Any, Sight], Any]
    """`show(key, row, sight)` -> the row as this audience sees it; None: hidden."""
    closes: bool = False
    """Some of its rows are closed to some of those who may see it."""
    spans: bool = False
    """Some of its rows come from streams of other scopes."""
    on_day: Callable[[Any, Day], Any] | None = None
    """`on_day(shown row, day)` -> the row with its answer about that day (`?on=`), of views that have such answers."""
    validity: Mapping[type, Any] | None = None
    """Class of a shown row -> how it tells on which days it applies (validity.py), of views that are asked about a day."""
    of_party: Callable[[PartyId], str] | None = None
    """With what the keys of a party's rows begin (`?party=`), of views that can be asked about one party."""
    drafts: bool = False
    """Some of its rows are drafts, of those who answer for them alone: in no other view does it matter who that is."""


def topic_of(key: str) -> str:
    """`lillebaelt/meeting/x` of `lillebaelt/meeting/x|item/2`."""
    return key[: key.index("|")]


def rest_of(key: str) -> str:
    """`item/2` of `lillebaelt/meeting/x|item/2`: the key on the wire."""
    return key[key.index("|") + 1 :]
