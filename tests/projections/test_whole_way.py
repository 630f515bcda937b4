"""The whole way to a decision, and on from it: every edge that stands, and none that does not, as far as one may follow."""

import asyncio
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest

from projections import whole_way as module
from projections.lineage import EdgeRow
from projections.sight import Eyes, Opened
from projections.whole_way import WITHIN, WayDirection, WholeWay, whole_way
from tests.projections import closed_item
from tests.projections.aadal import CAST
from tests.projections.at_length import done
from tests.realtime.record_in_memory import RecordInMemory, played

BACK, FORTH = WayDirection.BACK, WayDirection.FORTH
SCOPES = ("aadal", "bakke", "dk")


@pytest.fixture(scope="module")
def record() -> Iterator[RecordInMemory]:
    """The story of closed items, up to what happened to it."""
    kept_log = asyncio.run(played(closed_item.STORY, (*closed_item.STORY.before, *closed_item.STORY.evening)))
    record = RecordInMemory(kept_log)
    record.tail.look()
    yield record
    kept_log.close()


def walked(record: RecordInMemory, part: str, of: str, direction: WayDirection, at: int | None = None) -> WholeWay:
    return done(whole_way(record.reading, CAST[part], of, direction, at or record.head, Opened()))


def edges_seen(record: RecordInMemory, part: str) -> set[tuple[str, str]]:
    """(earlier, later) of every edge that somebody sees in a list of lineage: found by reading all of them."""
    found = set()
    for scope in SCOPES:
        topic = f"{scope}/lineage"
        mask = record.mask(topic, CAST[part])
        rows = {} if mask is None else record.reading.snapshot(topic, mask)
        for key, row in rows.items():
            assert isinstance(row, EdgeRow)
            here, there = (module._key(end) for end in (row.thing, row.other) if end is not None)
            found.add((here, there) if key.split("/")[-2] == "to" else (there, here))
    return found


def reached(edges: set[tuple[str, str]], of: str, direction: WayDirection) -> set[str]:
    """Everything that can be come to from a thing, by a closure that knows no rows."""
    known, ahead = {of}, [of]
    while ahead:
        here = ahead.pop()
        for earlier, later in edges:
            there = (earlier if later == here else None) if direction is BACK else (later if earlier == here else None)
            if there is not None and there not in known:
                known.add(there)
                ahead.append(there)
    return known


@pytest.mark.parametrize("direction", list(WayDirection))
@pytest.mark.parametrize("part", ["member", "observer"])
def test_a_way_comes_to_all_that_edges_lead_to_and_to_nothing_else(
    record: RecordInMemory, part: str, direction: WayDirection
) -> None:
    edges = edges_seen(record, part)
    things = {end for edge in edges for end in edge}
    longest = 0
    for of in sorted(things):
        told = walked(record, part, of, direction)
        keys = {each.key for each in told.things}
        expected = reached(edges, of, direction)
        within = {step.earlier for step in told.steps if step.kind == WITHIN}
        assert keys - within - {of} == expected - within - {of}, of
        assert {(step.earlier, step.later) for step in told.steps if step.kind != WITHIN} <= edges
        assert told.whole
        longest = max(longest, *(each.away for each in told.things), 0)
    assert longest >= 3


def test_what_is_nearest_comes_first_and_every_step_is_between_things_that_are_told(record: RecordInMemory) -> None:
    edges = edges_seen(record, "member")
    for of in sorted({later for _, later in edges}):
        told = walked(record, "member", of, BACK)
        assert [each.away for each in told.things] == sorted(each.away for each in told.things)
        keys = {each.key for each in told.things}
        assert len(keys) == len(told.things), "each thing once"
        assert {end for step in told.steps for end in (step.earlier, step.later)} <= keys


def test_as_of_a_moment_a_way_is_as_long_as_it_was(record: RecordInMemory) -> None:
    of = closed_item.ASKED[closed_item.CLOSED_ITEM]
    begun = next(each.position for each in record.log.read(0) if each.stream == of)
    assert walked(record, "member", of, FORTH, at=begun - 1).things == []
    assert len(walked(record, "member", of, FORTH).things) > 1


def test_a_closed_item_is_on_nobodys_way_who_may_not_follow_it(
    record: RecordInMemory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It stays closed: its title too."""
    closed = closed_item.TITLE_CLOSED

    def told(part: str) -> str:
        insiders = sorted({end for edge in edges_seen(record, "member") for end in edge})
        ways = [walked(record, part, of, direction) for of in insiders for direction in WayDirection]
        # What was asked for is echoed, and nothing else may name it.
        return msgspec.json.encode([(way.things, way.steps) for way in ways]).decode()

    assert closed in told("member"), "the control"
    for part in ("observer", "auditor"):
        assert closed not in told(part), part
    monkeypatch.setattr(Eyes, "_is_hidden", lambda self, origin: False)
    assert closed in told("observer"), "a planted leak is found"


def test_a_circle_ends(record: RecordInMemory, monkeypatch: pytest.MonkeyPatch) -> None:
    _, later = sorted(edges_seen(record, "member"))[0]
    read = module._Walk._read

    def in_a_circle(self: module._Walk, key: str) -> Any:
        """Whatever leads on leads back as well."""
        found = read(self, key)
        return found + [(there, here, edge) for here, there, edge in found]

    monkeypatch.setattr(module._Walk, "_read", in_a_circle)
    assert walked(record, "member", later, BACK).things


def test_a_way_that_is_too_long_is_cut_off_and_says_so(record: RecordInMemory, monkeypatch: pytest.MonkeyPatch) -> None:
    edges = edges_seen(record, "member")
    of = max(sorted({later for _, later in edges}), key=lambda each: len(reached(edges, each, BACK)))
    assert len(reached(edges, of, BACK)) > 3
    monkeypatch.setattr(module, "THINGS_MAX", 2)
    told = walked(record, "member", of, BACK)
    assert not told.whole
    assert len(told.things) <= 4
    monkeypatch.undo()
    monkeypatch.setattr(module, "STEPS_MAX", 2)
    told = walked(record, "member", of, BACK)
    assert (len(told.steps), told.whole) == (2, False)
    assert {end for step in told.steps for end in (step.earlier, step.later)} <= {each.key for each in told.things}
    monkeypatch.undo()
    monkeypatch.setattr(module, "EDGES_OF_THING_MAX", 1)
    assert not all(walked(record, "member", each, FORTH).whole for each in {end for edge in edges for end in edge})
