"""When was it last changed what people see without changing their rows (a name, a key, a door, a right)? One row per reach.

Whoever comes back to a topic is sent the rows that changed while they were away, unless anything within its reach is newer than
what they have. Nobody is shown these rows.
"""

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from domain.kernel import Recorded
from domain.names import scope_of
from domain.policy import COMMON_SCOPE, Mask
from domain.streams import EVENTS
from projections.view import Get, Rows, Sight, View

EVERYWHERE = "*"
"""The reach of views that look beyond their scope."""


class Row(Struct, frozen=True, kw_only=True, gc=False, tag="unsettled"):
    """The last time."""

    position: int


def key_of(reach: str) -> str:
    """`reach`: a scope, everywhere, or a meeting as its guests follow it."""
    return f"unsettled|{reach}"


def evolve(get: Get, recorded: Recorded) -> Rows:
    row = Row(position=recorded.position)
    reaches = (scope_of(recorded.stream), EVERYWHERE) if recorded.event.unsettles else ()
    guests = (recorded.stream,) if recorded.event.unsettles_guests else ()
    return {key_of(reach): row for reach in (*reaches, *guests)}


def show(key: str, row: Any, sight: Sight) -> None:
    """Nothing: these rows are looked up, never read."""


def keys_within(topic: str, spans: bool, mask: Mask) -> Iterator[str]:
    """The rows that tell whether what an audience was shown of a topic still looks the same. `spans`: rows of the topic come from
    streams of other scopes."""
    yield key_of(EVERYWHERE if spans else scope_of(topic))
    yield key_of(COMMON_SCOPE)
    yield from map(key_of, sorted({meeting for meeting, _ in mask.guest_at}))


UNSETTLED = View(
    name="unsettled",
    version=1,
    row=Row,
    shown=None,
    folds=frozenset(event for event in EVENTS.values() if event.unsettles or event.unsettles_guests),
    evolve=evolve,
    show=show,
)
