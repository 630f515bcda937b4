"""Behind proxies that refuse sockets, hold back what is not whole, or cut what lasts: nothing is lost, nothing doubled."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest

from clients.live import follow_changes
from tests.carriers.node import bundled, node, running
from tests.carriers.proxy import Fault, Proxy, proxied
from tests.carriers.told import POINT, Told, wrong
from tests.projections.aadal import MEETING
from tests.realtime.served import ANSWER_S, Served

CUT_S = 0.4
"""Stands for the 60 s after which such proxies cut."""
HEARTBEAT_S = 1
SILENCE_S = 1.0
"""Stands for the 20 s and the two heartbeats after which a client gives a silent line up."""
REMARKS = 8


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Back-off is shorter than among thousands."""
    monkeypatch.setattr("clients.live.RETRY_MIN_S", 0.05)
    monkeypatch.setattr("clients.live.RETRY_MAX_S", 0.1)


Following = Callable[[Proxy, str], AbstractAsyncContextManager[Told]]


@asynccontextmanager
async def in_python(proxy: Proxy, token: str) -> AsyncIterator[Told]:
    told = Told()
    tasks = [asyncio.create_task(each(proxy.url, token)) for each in (told.follow, told.follow_changes)]
    try:
        yield told
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks)


@pytest.fixture(scope="module")
def follower(tmp_path_factory: pytest.TempPathFactory) -> Path:
    source = Path(__file__).parent / "follower.ts"
    return asyncio.run(bundled(source, tmp_path_factory.mktemp("follower")))


def in_typescript(follower: Path, times_faster: int) -> Following:
    @asynccontextmanager
    async def following(proxy: Proxy, token: str) -> AsyncIterator[Told]:
        environment = {"KLYNGE_URL": proxy.url, "KLYNGE_TOKEN": token, "TIMES_FASTER": str(times_faster)}
        told = Told()
        command = node(follower, MEETING, POINT)
        async with running(*command, folder=follower.parent, environment=environment) as lines:
            reading = asyncio.create_task(told.read(lines))
            try:
                yield told
            finally:
                reading.cancel()
                await asyncio.wait({reading})

    return following


async def recorded(served: Served) -> list[str]:
    """The remarks' events, as whoever asks the feed itself is told them."""
    found: list[str] = []
    async for happened in follow_changes(served.url, served.token("member"), types=[POINT]):
        found += [each["id"] for each in happened.events]
        if not happened.events:
            break
    return found


async def meet(
    served: Served, proxy: Proxy, following: Following = in_python, pause_s: float = 0.0, lone: bool = False
) -> Told:
    """A meeting that is followed through a proxy from before its first remark to after its last.

    `lone`: none but the first is waited for, so that after each that is lost there comes another.
    """
    remarks = [f"Sagt som nummer {n}." for n in range(REMARKS)]
    async with following(proxy, served.token("member")) as told:
        for n, text in enumerate(remarks):
            await served.say(text)
            if n == 0 or (n % 3 == 0 and not lone):
                await told.until(remarks[: n + 1], 0)
            await asyncio.sleep(pause_s)
        events = await recorded(served)
        assert len(events) >= REMARKS
        await told.until(remarks, len(events))
        assert wrong(told, remarks, events) == []
    return told


async def test_behind_a_proxy_that_does_nothing_a_socket_is_used(served: Served) -> None:
    async with proxied(served.house.settings.port, Fault.NONE) as proxy:
        await meet(served, proxy)
    assert set(proxy.asked) == {"socket"}


async def test_behind_a_proxy_that_refuses_sockets_the_stream_is_used(served: Served) -> None:
    async with proxied(served.house.settings.port, Fault.REFUSES_SOCKETS) as proxy:
        await meet(served, proxy)
    assert proxy.refused == 6, "three of each client"
    assert proxy.asked.count("stream") >= 2
    assert "poll" not in proxy.asked


async def test_what_is_lost_on_the_way_is_missed_and_asked_for_again(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    for where in ("realtime.sockets", "realtime.welcome"):
        monkeypatch.setattr(f"{where}.HEARTBEAT_S", HEARTBEAT_S)  # the last that is lost is told by it alone
    async with proxied(served.house.settings.port, Fault.LOSES) as proxy:
        await meet(served, proxy, lone=True)
    assert proxy.lost > 0


async def test_behind_a_proxy_that_holds_back_what_is_not_whole_the_long_poll_is_used(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("clients.lines.ANSWER_S", SILENCE_S)
    monkeypatch.setattr("clients.lines.STREAM_SILENCE_S", SILENCE_S)
    monkeypatch.setattr("clients.lines.POLL_WAIT_S", 10)  # and so much longer for its answer
    async with proxied(served.house.settings.port, Fault.HOLDS_BACK) as proxy:
        await meet(served, proxy)
    assert proxy.held_bytes > 0
    assert proxy.asked.count("socket") == 6
    assert proxy.asked.count("stream") == 2, "one silence is enough"
    assert proxy.asked.count("poll") > 2


async def test_behind_a_proxy_that_cuts_what_lasts_every_line_is_taken_up_where_it_broke(served: Served) -> None:
    async with proxied(served.house.settings.port, Fault.CUTS, CUT_S) as proxy:
        await meet(served, proxy, pause_s=CUT_S / 2)
    assert proxy.cut >= 4


async def test_when_the_proxy_lets_sockets_through_again_they_are_used_again(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("clients.live.SOCKET_AGAIN_S", 0.5)
    async with (
        proxied(served.house.settings.port, Fault.REFUSES_SOCKETS) as proxy,
        in_python(proxy, served.token("member")) as told,
    ):
        await served.say("Over HTTP.")
        await told.until(["Over HTTP."], 0)
        assert "stream" in proxy.asked
        proxy.fault = Fault.NONE
        async with asyncio.timeout(ANSWER_S):
            while len(served.protocols()) < 2 or not all(each.session is None for each in served.protocols()):
                await asyncio.sleep(0.01)
        await served.say("Over en sokkel.")
        await told.until(["Over HTTP.", "Over en sokkel."], 0)
        assert wrong(told, ["Over HTTP.", "Over en sokkel."], told.events) == []


# --- the TypeScript client ---


async def test_pages_behind_a_proxy_that_refuses_sockets_follow_the_stream(served: Served, follower: Path) -> None:
    async with proxied(served.house.settings.port, Fault.REFUSES_SOCKETS) as proxy:
        told = await meet(served, proxy, in_typescript(follower, 10))
    assert proxy.refused == 3
    assert set(told.carriers) == {"stream"}


async def test_pages_behind_a_proxy_that_holds_back_what_is_not_whole_follow_by_long_polls(
    served: Served, follower: Path
) -> None:
    async with proxied(served.house.settings.port, Fault.HOLDS_BACK) as proxy:
        told = await meet(served, proxy, in_typescript(follower, 8))
    assert proxy.held_bytes > 0
    assert proxy.asked.count("socket") >= 3
    assert set(told.carriers) == {"poll"}


async def test_pages_behind_a_proxy_that_cuts_what_lasts_take_up_every_line_where_it_broke(
    served: Served, follower: Path
) -> None:
    async with proxied(served.house.settings.port, Fault.CUTS, CUT_S) as proxy:
        await meet(served, proxy, in_typescript(follower, 10), CUT_S / 2)
    assert proxy.cut >= 2


# --- the control ---


@pytest.mark.parametrize(
    "plant",
    [
        lambda told: told.shown[-1].pop(),
        lambda told: told.positions.append(told.positions[-1]),
        lambda told: told.events.append(told.events[-1]),
        lambda told: told.events.pop(0),
        lambda told: told.events.reverse(),
        lambda told: told.shown.insert(1, ["Aldrig sagt."]),
    ],
)
def test_what_is_lost_doubled_or_out_of_order_is_found(plant: Callable[[Told], object]) -> None:
    told = Told()
    told.shown += [["a"], ["a", "b"]]
    told.positions, told.events = [3, 4], ["e1", "e2"]
    assert wrong(told, ["a", "b"], ["e1", "e2"]) == []
    plant(told)
    assert wrong(told, ["a", "b"], ["e1", "e2"]) != []
