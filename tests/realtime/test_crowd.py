"""A crowd: thousands who come back at once after a restart, and thousands who come and go all day."""

import asyncio
import gc
from collections.abc import Callable
from dataclasses import replace
from itertools import cycle, islice
from types import BuiltinFunctionType, FunctionType, MethodType, ModuleType

import pytest

from clients.live import Topic
from domain.policy import Mask
from eventstore.cursor import read_cursor
from projections.sight import Opened
from realtime.audience import EMPTY_MS_MAX
from realtime.hub import Hub
from realtime.onlookers import CHANGES
from tests.projections.aadal import CAST, MEETING
from tests.realtime.page import Page
from tests.realtime.record_in_memory import RecordInMemory
from tests.realtime.under_way import UnderWay, under_way

CROWD, CROWD_IN_SHORT = 5_000, 1_000
READS_MAX = 50
"""Of rows, however many come back."""
PARTS = ("chair", "member", "observer", "recused", "auditor")
LATE = 10
"""One of so many lacks a little more than the others."""
SAID = ["Hørt af alle.", "Hørt af de fleste.", "Sagt, da alle var væk."]
TOPICS = (MEETING, "aadal/decisions", "dk/people")
ROUNDS, ROUNDS_IN_SHORT = 1_000, 60
WARM = 20
"""Rounds after which everything is there that stays."""
NOT_ITS_OWN = (type, ModuleType, FunctionType, BuiltinFunctionType, MethodType, asyncio.AbstractEventLoop)
"""Classes, code and what leads through it to everything else."""
GROWTH_MAX = 50
"""Objects, whatever else the interpreter does meanwhile."""


class Counted(RecordInMemory):
    """Counts how often rows are read."""

    reads = 0

    def snapshot(self, topic: str, mask: Mask, opened: Opened | None = None) -> dict[str, object]:
        self.reads += 1
        return super().snapshot(topic, mask, opened)

    def held(self, topic: str, mask: Mask, since: int) -> dict[str, object] | None:
        self.reads += 1
        return super().held(topic, mask, since)


# --- all at once ------------------------------------------------------------------------------------------------------


async def come_back(meeting: UnderWay, crowd: int) -> int:
    """After a restart, all with what they held: how often rows are read for them. Each holds everything in the end."""
    assert isinstance(meeting.record, Counted)
    pages = {part: meeting.open(part) for part in PARTS}
    await meeting.say(SAID[0])
    late = {part: _copy(page.topics[MEETING]) for part, page in pages.items()}
    await meeting.say(SAID[1])
    most = {part: _copy(page.topics[MEETING]) for part, page in pages.items()}
    meeting.start_again()
    await meeting.say(SAID[2])
    before = meeting.record.reads
    for number, part in enumerate(islice(cycle(PARTS), crowd)):
        page = Page(CAST[part])
        page.topics = {MEETING: _copy((late if number // len(PARTS) % LATE == 0 else most)[part])}
        assert meeting.hub.follow(page, MEETING, read_cursor(page.topics[MEETING].cursor or "")) == "resumed"
        meeting.hub.bring(page, MEETING)
        assert page.ops(MEETING) == ["rows", "sync"]
        assert meeting.points(page) == SAID
    return meeting.record.reads - before


def _copy(topic: Topic) -> Topic:
    return replace(topic, rows=dict(topic.rows))


async def test_thousands_come_back_at_once_and_rows_are_read_for_a_few(request: pytest.FixtureRequest) -> None:
    crowd = CROWD if request.config.getoption("--at-length") else CROWD_IN_SHORT
    async with under_way(Counted) as meeting:
        assert await come_back(meeting, crowd) < READS_MAX


async def test_if_rows_were_read_for_each_it_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """The control."""
    monkeypatch.setattr("realtime.bridge.BRIDGES_MAX", 0)
    monkeypatch.setattr("realtime.hub.let_go_of_empty", lambda *_: None)
    monkeypatch.setattr(Hub, "_join", _join_anew(Hub._join))
    async with under_way(Counted) as meeting:
        assert await come_back(meeting, READS_MAX) >= READS_MAX


def _join_anew(join: Callable[..., object]) -> Callable[..., object]:
    def joined(hub: Hub, subscriber: object, topic: str, mask: Mask) -> object:
        hub._topics.pop(topic, None)
        return join(hub, subscriber, topic, mask)

    return joined


# --- all day ----------------------------------------------------------------------------------------------------------


class Passer:
    """Somebody who looks in, and keeps nothing."""

    def __init__(self, part: str, *, parked: bool) -> None:
        self.person = CAST[part]
        self.parked = parked
        self.failed = False

    def send(self, frame: bytes) -> None: ...

    def lose(self, *_: object) -> None: ...

    def step_aside(self, topic: str) -> None: ...

    def fail(self, away: bool) -> None:
        self.failed = True


def held_by(hub: Hub) -> int:
    """Objects that can be reached from a hub: what else a process of many tests holds is not its doing."""
    found, waiting = {id(hub)}, [hub]
    while waiting:
        for each in gc.get_referents(waiting.pop()):
            if id(each) not in found and not isinstance(each, NOT_ITS_OWN):
                found.add(id(each))
                waiting.append(each)
    return len(found)


async def come_and_go(hub: Hub, rounds: int, *, go: bool = True) -> int:
    """How many objects more there are after so many rounds."""
    counted = 0
    for number in range(WARM + rounds):
        if number == WARM:
            gc.collect()
            counted = held_by(hub)
        passers = [Passer(part, parked=index == 0) for index, part in enumerate(PARTS)]
        for passer in passers:
            hub.connect(passer)
            for topic in TOPICS:
                if hub.follow(passer, topic, None) is not None:
                    hub.bring(passer, topic)
            hub.feed.follow(passer, "start" if passer.parked else None)
            hub.bring(passer, CHANGES)
        await hub.feed.catch_up()
        hub.heartbeat(number * EMPTY_MS_MAX)
        for passer in passers if go else ():
            assert not passer.failed
            hub.disconnect(passer)
    hub.heartbeat((WARM + rounds) * EMPTY_MS_MAX)
    hub.heartbeat((WARM + rounds + 2) * EMPTY_MS_MAX)
    gc.collect()
    return held_by(hub) - counted


async def test_those_who_come_and_go_leave_nothing_behind(request: pytest.FixtureRequest) -> None:
    rounds = ROUNDS if request.config.getoption("--at-length") else ROUNDS_IN_SHORT
    async with under_way() as meeting:
        assert await come_and_go(meeting.hub, rounds) < GROWTH_MAX
        assert not any(meeting.hub.is_followed(topic) for topic in TOPICS)


async def test_if_those_who_go_were_kept_it_would_be_found() -> None:
    """The control."""
    async with under_way() as meeting:
        assert await come_and_go(meeting.hub, 20, go=False) > GROWTH_MAX
