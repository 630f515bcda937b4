"""Presence over several processes and a real Valkey: all see the same people, whatever becomes of a process or of the server."""

import asyncio
import random
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from redis import Redis

from eventstore.attending import Attending
from projections.view import Named
from realtime.attended import Present
from realtime.presence import Presences
from tests.projections.aadal import CAST, MEETING
from tests.realtime.page import Page
from tests.realtime.seen import seen_on
from tests.valkey import Monitored, Valkey, valkey

LEASE_S = 1.0
RENEW_S = 0.2
WAIT_S = 30
CHAIR, MEMBER, SECRETARY = CAST["chair"], CAST["member"], CAST["secretary"]
NAME = "Et navn, som ingen anden skal se"


class Process:
    """What a process has of presence: its meetings, and its line to the others."""

    def __init__(self, address: str) -> None:
        self.presences = Presences(
            lambda topic, person: Present(person=Named(person, NAME), roles=()),
            later=asyncio.get_running_loop().call_later,
            now_ms=lambda: time.time_ns() // 1_000_000,
            gives_the_floor=lambda topic, person: person == CHAIR,
        )
        self.attending = Attending(address, "epoch", LEASE_S, RENEW_S)
        self.presences.tell = self.attending.tell
        self.task = asyncio.create_task(self.attending.run(self.presences))

    def come(self, person: str) -> Page:
        page = Page(person)
        self.presences.join(page, MEETING)
        return page


@asynccontextmanager
async def processes(server: Valkey, count: int = 2) -> AsyncIterator[list[Process]]:
    started = [Process(server.address) for _ in range(count)]
    try:
        yield started
    finally:
        for each in started:
            each.task.cancel()
        await asyncio.gather(*(each.task for each in started), return_exceptions=True)


@pytest.fixture(scope="module")
def shared_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Valkey]:
    with valkey(tmp_path_factory.mktemp("valkey")) as server:
        yield server


@pytest.fixture
def server(shared_server: Valkey) -> Valkey:
    shared_server.flush()
    return shared_server


async def until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(WAIT_S):
        while not holds():
            await asyncio.sleep(0.01)


async def until_seen(page: Page, *people: str) -> None:
    await until(lambda: seen_on(page).people.keys() == set(people))


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """The grace is another test's."""
    monkeypatch.setattr("realtime.presence.GRACE_S", 0.1)


async def test_people_at_other_processes_are_seen_to_come_raise_a_hand_and_go(server: Valkey) -> None:
    async with processes(server, 3) as (one, two, three):
        chair, member, secretary = one.come(CHAIR), two.come(MEMBER), three.come(SECRETARY)
        for page in (chair, member, secretary):
            await until_seen(page, CHAIR, MEMBER, SECRETARY)
        two.presences.raise_hand(member, MEETING, up=True)
        await until(lambda: seen_on(secretary).hands() == {MEMBER: 1})
        three.presences.raise_hand(secretary, MEETING, up=True)
        for page in (chair, member, secretary):
            await until(lambda page=page: seen_on(page).hands() == {MEMBER: 1, SECRETARY: 2})  # type: ignore[misc]
        one.presences.lower_hand_of(MEMBER, chair, MEETING)
        for page in (chair, member, secretary):
            await until(lambda page=page: seen_on(page).hands() == {SECRETARY: 1})  # type: ignore[misc]
        twin = one.come(SECRETARY)
        await until(lambda: seen_on(member).people[SECRETARY]["connections"] == 2)
        three.presences.leave(secretary, MEETING)
        await until(lambda: seen_on(member).people[SECRETARY]["connections"] == 1)
        assert seen_on(member).hands() == {SECRETARY: 1}, "the hand is the person's, not the connection's"
        one.presences.leave(twin, MEETING)
        for page in (chair, member):
            await until_seen(page, CHAIR, MEMBER)


async def test_the_people_of_a_process_that_is_gone_vanish_with_its_lease(server: Valkey) -> None:
    async with processes(server) as (one, two):
        chair, _ = one.come(CHAIR), two.come(MEMBER)
        await until_seen(chair, CHAIR, MEMBER)
        two.task.cancel()
        gone_at = time.monotonic()
        with Redis.from_url(server.address) as looking:
            left_s = looking.pttl(two.attending._key(MEETING)) / 1000
        assert 0 < left_s <= LEASE_S
        await until_seen(chair, CHAIR)
        assert left_s - 0.05 <= time.monotonic() - gone_at <= 3 * LEASE_S, "not before its lease, and not long after"


async def test_without_redis_a_process_shows_its_own_people_and_all_of_them_when_it_is_back(tmp_path: Path) -> None:
    with valkey(tmp_path) as server:
        async with processes(server) as (one, two):
            chair, member = one.come(CHAIR), two.come(MEMBER)
            await until_seen(chair, CHAIR, MEMBER)
            server.kill()
            await until_seen(chair, CHAIR)
            await until_seen(member, MEMBER)
            two.presences.raise_hand(member, MEETING, up=True)
            secretary = one.come(SECRETARY)
            await until_seen(secretary, CHAIR, SECRETARY)
            server.start()
            for page in (chair, member, secretary):
                await until_seen(page, CHAIR, MEMBER, SECRETARY)
                await until(lambda page=page: seen_on(page).hands() == {MEMBER: 1})  # type: ignore[misc]


async def test_a_server_that_answers_no_more_is_as_good_as_none(tmp_path: Path) -> None:
    with valkey(tmp_path) as server:
        async with processes(server) as (one, two):
            chair, member = one.come(CHAIR), two.come(MEMBER)
            await until_seen(chair, CHAIR, MEMBER)
            server.freeze()
            await until_seen(chair, CHAIR)
            server.thaw()
            await until_seen(chair, CHAIR, MEMBER)
            await until_seen(member, CHAIR, MEMBER)


async def test_what_the_server_lost_is_written_again(server: Valkey) -> None:
    async with processes(server) as (one, two):
        chair, _ = one.come(CHAIR), two.come(MEMBER)
        await until_seen(chair, CHAIR, MEMBER)
        with Redis.from_url(server.address) as looking:
            assert len(list(looking.scan_iter())) == 3
            server.flush()
            await until(lambda: len(list(looking.scan_iter())) == 3)
        await until_seen(chair, CHAIR, MEMBER)


async def test_a_message_that_nobody_heard_is_made_good_by_reading(
    server: Valkey, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with processes(server) as (one, two):
        chair = one.come(CHAIR)
        await until_seen(chair, CHAIR)
        lost: list[bytes] = []
        monkeypatch.setattr(one.attending, "_hear", lambda rooms, data: lost.append(data))
        member = two.come(MEMBER)
        two.presences.raise_hand(member, MEETING, up=True)
        await until(lambda: seen_on(chair).hands() == {MEMBER: 1})
        await until(
            lambda: any(MEMBER.encode() in data for data in lost)
        )  # it was lost indeed, though it may come after the reading


async def test_what_is_told_is_heard_without_waiting_for_a_reading(
    server: Valkey, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control of the one above: it is not the readings alone that carry."""
    async with processes(server) as (one, two):
        chair, member = one.come(CHAIR), two.come(MEMBER)
        await until_seen(chair, CHAIR, MEMBER)
        await until_seen(member, CHAIR, MEMBER)
        for each in (one, two):
            monkeypatch.setattr(each.attending, "_read", _never)
        two.presences.raise_hand(member, MEETING, up=True)
        await until(lambda: seen_on(chair).hands() == {MEMBER: 1})


async def _never(*_: object) -> None:
    return None


async def test_what_is_no_message_of_ours_stops_nobody(server: Valkey) -> None:
    async with processes(server) as (one, two):
        chair = one.come(CHAIR)
        await until_seen(chair, CHAIR)
        with Redis.from_url(server.address) as stranger:
            await until(lambda: stranger.publish("klynge/epoch/attending", b"\xff{") == 2)
        member = two.come(MEMBER)
        for page in (chair, member):
            await until_seen(page, CHAIR, MEMBER)


async def test_redis_is_told_ids_and_no_names(server: Valkey) -> None:
    monitored = Monitored(server)
    async with processes(server) as (one, two):
        chair, member = one.come(CHAIR), two.come(MEMBER)
        two.presences.raise_hand(member, MEETING, up=True)
        await until(lambda: seen_on(chair).hands() == {MEMBER: 1})
        assert seen_on(chair).people[MEMBER]["person"]["name"] == NAME
        told = monitored.told()
    assert MEMBER.encode() in told
    assert b"Et navn" not in told


async def test_a_meeting_that_is_left_is_kept_nowhere(server: Valkey) -> None:
    async with processes(server) as (one, _):
        page = one.come(CHAIR)
        with Redis.from_url(server.address) as looking:
            await until(lambda: len(list(looking.scan_iter())) == 2)
            one.presences.leave(page, MEETING)
            await until(lambda: list(looking.scan_iter()) == [])


@pytest.mark.parametrize("seed", range(3))
async def test_whatever_happens_all_see_the_same_in_the_end(server: Valkey, seed: int) -> None:
    chances = random.Random(seed)
    async with processes(server, 3) as running:
        watching = [each.come(f"dk/person/watcher-{n}") for n, each in enumerate(running)]
        open_pages: list[tuple[Process, Page]] = []
        up: list[str] = []
        flushed = 0
        for n in range(60):
            what = chances.choice(("come", "come", "leave", "raise", "raise", "lower", "lose"))
            if what == "come":
                process = chances.choice(running)
                open_pages.append((process, process.come(f"dk/person/p{n:02}")))
            elif what == "lose" and n % 4 == 0:
                server.flush()
                flushed += 1
            elif open_pages and what != "lose":
                process, page = chances.choice(open_pages)
                if what == "leave":
                    open_pages.remove((process, page))
                    process.presences.leave(page, MEETING)
                elif process.presences.raise_hand(page, MEETING, up=what == "raise"):
                    up = [each for each in up if each != page.person or what == "raise"]
                    up += [page.person] if what == "raise" and page.person not in up else []
            await asyncio.sleep(0.005)
        assert flushed, "something was lost indeed"
        people = {page.person for page in watching} | {page.person for _, page in open_pages}
        hands = {person: n for n, person in enumerate([each for each in up if each in people], start=1)}
        assert hands
        for page in watching:
            await until(lambda page=page: seen_on(page).people.keys() == people)  # type: ignore[misc]
            await until(lambda page=page: seen_on(page).hands() == hands)  # type: ignore[misc]
        # The control: one who is there and is seen by nobody would be noticed.
        assert seen_on(watching[0]).people.keys() != people - {watching[1].person}
