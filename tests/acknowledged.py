"""What clients of a log were told, and whether the log keeps it: read from its files alone, with no service running.

Every command here names its stream's thing by its own key, so an event tells which command it came from.
"""

from collections.abc import Iterator
from itertools import groupby

from msgspec import Struct

from domain.kernel import Recorded
from domain.text import Sealed
from eventstore.log import Log
from eventstore.overlay import Overlay
from klynge.settings import Settings
from projections.views import VIEWS
from tests.eventstore.histories import rebuilding


class Sent(Struct, frozen=True):
    """A command at its door."""

    key: str
    stream: str
    verb: str
    body: bytes
    events: int
    """How many it leads to, itself and what follows; 0 where a rule refuses it."""


class Told(Struct, frozen=True):
    """A command that was answered."""

    sent: Sent
    position: int | None
    """None where a rule refused it."""


class Promises(Struct):
    """All that was said to clients so far, and all that was asked and never answered."""

    told: dict[str, Told] = {}
    unanswered: dict[str, Sent] = {}


def broken(settings: Settings, promises: Promises) -> list[str]:
    """Everything that is not as it was promised; empty when all is well."""
    kept_log = settings.store.open_log()
    try:
        recorded = list(kept_log.read(0))
        found = [*_order(recorded), *_boxes(kept_log, recorded)]
        found += _promises(_by_key(kept_log, recorded), promises)
        found += _views(settings, kept_log, recorded)
        return found
    finally:
        kept_log.close()


def _order(recorded: list[Recorded]) -> Iterator[str]:
    positions = [each.position for each in recorded]
    if positions != list(range(1, len(positions) + 1)):
        yield f"positions are not dense: {len(positions)} events up to {positions[-1]}"
    times = [each.recorded_at for each in recorded]
    if times != sorted(times):
        yield "recorded_at falls"


def _boxes(kept_log: Log, recorded: list[Recorded]) -> Iterator[str]:
    for each in recorded:
        for field in ("name", "function", "reason"):
            box = getattr(each.event, field, None)
            if isinstance(box, Sealed) and kept_log.texts.open(box) is None:
                yield f"a box does not open: {each.position} {field}"


def _by_key(kept_log: Log, recorded: list[Recorded]) -> dict[str, list[tuple[int, int]]]:
    """Key -> the first and last position of each time its command stands in the log."""
    found: dict[str, list[tuple[int, int]]] = {}
    for _, events in groupby(recorded, key=lambda each: each.correlation):
        command = list(events)
        name = getattr(command[0].event, "name", None)
        key = kept_log.texts.open(name) if isinstance(name, Sealed) else None
        if key is not None:
            found.setdefault(key, []).append((command[0].position, command[-1].position))
    return found


def _promises(found: dict[str, list[tuple[int, int]]], promises: Promises) -> Iterator[str]:
    for key, told in promises.told.items():
        times = found.get(key, [])
        if told.position is None:
            if times:
                yield f"refused, and yet recorded: {key}"
        elif not times:
            yield f"lost: {key}, told {told.position}"
        elif len(times) > 1:
            yield f"twice: {key}, at {[last for _, last in times]}"
        elif times[0] != (told.position - told.sent.events + 1, told.position):
            yield f"elsewhere or torn: {key}, told {told.position}, stands at {times[0]}"
    for key, sent in promises.unanswered.items():
        times = found.get(key, [])
        if [last - first + 1 for first, last in times] not in ([], [sent.events]):
            yield f"unanswered, and not whole or absent: {key} at {times}"


def _views(settings: Settings, kept_log: Log, recorded: list[Recorded]) -> Iterator[str]:
    """Kept rows and what is folded over them, beside a rebuild from nothing."""
    store = settings.store.open_rows(kept_log.recorder.epoch(), VIEWS, kept_log.head)
    reader = Overlay(VIEWS, store)
    for each in recorded[reader.pinned :]:
        reader.advance(each)
    *_, rebuilt = rebuilding(recorded, VIEWS)
    for view in VIEWS:
        if dict(reader.range(view.name, "", reader.head)) != rebuilt[view.name]:
            yield f"view {view.name} differs from a rebuild"
    store.close()
