"""Why a socket is closed: each code when its cause is there, and told beforehand when to come back."""

import asyncio
from pathlib import Path

import pytest
from eventsourcing.persistence import OperationalError

from realtime.closing import Close
from realtime.feed import Feed
from realtime.hub import Hub
from realtime.messages import CONNECTION_JITTER_S, CONNECTION_S_MAX, HELLO_TIMEOUT_S, RESTART_SPREAD_MS
from realtime.socket import CLOSE_TIMEOUT_S
from tests.projections.aadal import CAST, MEETING
from tests.realtime.bare import bare, close_frame, masked
from tests.realtime.served import Served


async def test_a_socket_is_let_go_of_at_a_certain_age_and_not_all_at_once(served: Served) -> None:
    async with served.line("member") as line, served.line("member"):
        now = asyncio.get_running_loop().time()
        protocols = served.protocols()
        for protocol in protocols:
            protocol.check(now + CONNECTION_S_MAX - CONNECTION_JITTER_S - 1, ping=False)
        await line.say("ping", t=1)
        await line.until("pong")
        assert len({protocol._old_at for protocol in protocols}) == 2
        for protocol in protocols:
            protocol.check(now + CONNECTION_S_MAX + HELLO_TIMEOUT_S, ping=False)
        assert (await line.until("bye"))["code"] == Close.DRAIN
        assert await line.closed() == 4202


async def test_all_are_told_to_go_elsewhere_and_the_restart_spreads_them(served: Served) -> None:
    async with served.line("member") as line:
        served.house.sockets.let_go()
        bye = await line.until("bye")
        assert bye == {"op": "bye", "code": 4202, "retry": {"after_ms": 0, "jitter_ms": RESTART_SPREAD_MS}}
        assert await line.closed() == 4202


async def test_whose_name_is_erased_is_closed_everywhere_and_nobody_else_is(served: Served) -> None:
    async with served.line("member") as line, served.line("member") as second, served.line("chair") as stays:
        served.house.sockets.disable(CAST["member"])
        for gone in (line, second):
            assert (await gone.until("bye"))["problem"]["code"] == "live.account-disabled"
            assert await gone.closed() == 4009
        assert (await stays.sub(MEETING))["mode"] == "snapshot"


async def test_a_line_that_carries_nothing_any_more_is_given_up(served: Served) -> None:
    """Half open: what we send arrives nowhere, and nothing comes."""
    async with bare(served) as (reader, writer):
        writer.write(masked({"op": "hello", "token": served.token("member")}))
        await reader.readuntil(b'"welcome"')
        (protocol,) = served.protocols()
        now = asyncio.get_running_loop().time()
        protocol.check(now, ping=True)
        protocol.check(now, ping=True)  # the bare line answers no ping
        await reader.readuntil(close_frame(Close.PONG_TIMEOUT))
        assert served.protocols() == [protocol], "it is given a moment to close too"
        protocol.check(now + CLOSE_TIMEOUT_S + 1, ping=False)
        assert await reader.read() == b""
        while served.protocols():
            await asyncio.sleep(0)


async def test_who_does_not_read_for_a_while_is_not_taken_for_gone(served: Served) -> None:
    """Nothing is read of them meanwhile, pongs neither."""
    async with served.line("member") as line:
        (protocol,) = served.protocols()
        now = asyncio.get_running_loop().time()
        protocol.check(now, ping=True)
        protocol._pong_due = True  # as if the pong had come a moment too late to be read
        protocol.pause_writing()
        protocol.check(now, ping=True)
        protocol.resume_writing()
        await line.say("ping", t=1)
        await line.until("pong")


def test_every_code_is_sent_somewhere() -> None:
    rooms = Path(__file__).resolve().parents[2] / "realtime"
    sources = [each.read_text() for each in rooms.glob("*.py") if each.name != "closing.py"]
    unsent = [code.name for code in Close if not any(f"Close.{code.name}" in source for source in sources)]
    assert unsent == []


async def test_where_nobody_can_be_served_all_are_asked_back_and_not_all_at_once(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As while the store does not answer that keeps the words of what was just recorded."""
    async with served.line("member") as line:
        await line.sub()
        with monkeypatch.context() as away:
            away.setattr(Hub, "_publish", _unanswered)
            await served.say("Fortalt til ingen endnu.")
            bye = await line.until("bye")
        assert bye == {"op": "bye", "code": 1013, "retry": {"after_ms": 0, "jitter_ms": RESTART_SPREAD_MS}}
        assert await line.closed() == 1013
        since = line.topics[MEETING].cursor
    async with served.line("member") as again:
        again.topics[MEETING] = line.topics[MEETING]
        await again.sub(since=since)
        assert again.points() == ["Fortalt til ingen endnu."]


@pytest.mark.parametrize(
    ("step", "topic"),
    [(Hub, MEETING), (Hub, "aadal/decisions"), (Feed, "changes")],
    ids=["a meeting", "decisions", "the feed"],
)
async def test_who_asks_for_a_topic_while_the_store_is_away_is_asked_back_later(
    served: Served, monkeypatch: pytest.MonkeyPatch, step: type, topic: str
) -> None:
    async with served.line("member") as line:
        monkeypatch.setattr(step, "follow", _unanswered)
        await line.say("sub", id=1, topic=topic)
        bye = await line.until("bye")
        assert bye == {"op": "bye", "code": 1013, "retry": {"after_ms": 0, "jitter_ms": RESTART_SPREAD_MS}}
        assert await line.closed() == 1013
        assert served.house.hub.tally.closes["1013"] == 1


async def test_a_defect_is_not_taken_for_a_store_that_is_away(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    """The control."""
    async with served.line("member") as line:
        monkeypatch.setattr(Hub, "follow", _defective)
        await line.say("sub", id=1, topic=MEETING)
        assert await line.closed() == 1011


async def test_who_was_slow_and_cannot_be_caught_up_since_the_store_is_away_is_asked_back_later(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else they would be told what comes next, and never what they lack."""
    async with served.line("member") as line:
        await line.sub()
        (protocol,) = served.protocols()
        protocol.pause_writing()
        await served.say("Fortalt, mens ingen læste.")
        monkeypatch.setattr(Hub, "_catch_up", _unanswered)
        protocol.resume_writing()
        assert (await line.until("bye"))["code"] == 1013
        assert await line.closed() == 1013


def _defective(*_: object) -> None:
    raise RuntimeError("planted")


def _unanswered(*_: object) -> None:
    raise OperationalError("the database did not answer in time")
